"""Stands in the frozen program for this module: 9 MB that pyqtgraph imports and uses with OpenGL alone."""
