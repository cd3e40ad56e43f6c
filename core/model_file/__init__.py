"""The model file: a container with a passport and an ONNX graph, checked before it is read."""
