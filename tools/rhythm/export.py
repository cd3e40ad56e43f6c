"""The trained net as an ONNX graph, written node by node: normalisations folded into the convolutions before them."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from core.rhythm.net_input import N_INPUTS, TEMPI
from tools.rhythm.net import BeatNet

_OPSET = 17
_IR_VERSION = 8


class _Graph:
    """Nodes and constants as they are added."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def add(self, operator: str, inputs: Sequence[str], output: str = "", **attributes: Any) -> str:
        """Add an operator; return the name of its output."""
        output = output or f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def constant(self, values: NDArray[np.floating]) -> str:
        """Add a constant; return its name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values, dtype=np.float32), name))
        return name

    def convolve(self, x: str, conv: nn.Conv1d, norm: nn.BatchNorm1d | None = None) -> str:
        """Add a convolution with the normalisation that follows it."""
        weight, bias = conv.weight.detach().double().numpy(), conv.bias.detach().double().numpy()
        if norm is not None:
            scale, shift = _affine(norm)
            weight, bias = weight * scale[:, np.newaxis, np.newaxis], bias * scale + shift
        padding, dilation = int(conv.padding[0]), int(conv.dilation[0])
        inputs = [x, self.constant(weight), self.constant(bias)]
        return self.add("Conv", inputs, pads=[padding, padding], dilations=[dilation], kernel_shape=[weight.shape[2]])


def to_graph(net: BeatNet, positive_weights: tuple[float, float]) -> bytes:
    """Return the ONNX bytes of a net.

    Parameters
    ----------
    net : the trained net
    positive_weights : what frames with a beat and a downbeat counted more in training; their logarithms are taken off
        the logits, so that these are of true probabilities
    """
    graph = _Graph()
    x = graph.add("Transpose", ["features"], perm=[0, 2, 1])
    x = graph.add("Elu", [graph.convolve(x, net.first, net.first_norm)])
    x = graph.convolve(x, net.narrow)
    for block in net.blocks:
        inner = graph.add("Elu", [graph.convolve(x, block.conv, block.norm)])
        x = graph.add("Add", [x, graph.convolve(inner, block.out)])
    scale, shift = _affine(net.norm)
    x = graph.add("Mul", [x, graph.constant(scale[np.newaxis, :, np.newaxis])])
    x = graph.add("Elu", [graph.add("Add", [x, graph.constant(shift[np.newaxis, :, np.newaxis])])])
    beats = graph.add("Transpose", [graph.convolve(x, net.beats)], perm=[0, 2, 1])
    bias = np.array([-math.log(weight) for weight in positive_weights])
    graph.add("Add", [beats, graph.constant(bias)], "beats")
    mean = graph.add("ReduceMean", [x], axes=[2], keepdims=0)
    power = graph.add("ReduceMean", [graph.add("Mul", [x, x])], axes=[2], keepdims=0)
    pooled = graph.add("Concat", [mean, power], axis=1)
    weight, offset = net.tempo.weight.detach().numpy(), net.tempo.bias.detach().numpy()
    graph.add("Gemm", [pooled, graph.constant(weight), graph.constant(offset)], "tempo", transB=1)
    made = helper.make_graph(
        graph.nodes,
        "beats",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, "n_frames", N_INPUTS])],
        [
            helper.make_tensor_value_info("beats", TensorProto.FLOAT, [1, "n_frames", 2]),
            helper.make_tensor_value_info("tempo", TensorProto.FLOAT, [1, len(TEMPI)]),
        ],
        graph.constants,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", _OPSET)], producer_name="groovescope")
    model.ir_version = _IR_VERSION
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString(deterministic=True))


def _affine(norm: nn.BatchNorm1d) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return a normalisation with fixed statistics as a factor and a summand for each channel."""
    mean, variance = norm.running_mean.double().numpy(), norm.running_var.double().numpy()
    weight, bias = norm.weight.detach().double().numpy(), norm.bias.detach().double().numpy()
    scale = weight / np.sqrt(variance + norm.eps)
    return scale, bias - mean * scale
