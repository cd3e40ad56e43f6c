"""A net of one multiplication, which hears the rise of the spectrum; enough to try what is around a net."""

from functools import cache

import numpy as np

from core.rhythm.model import BeatModel
from core.rhythm.net_input import N_FLUX, N_INPUTS, NET_INPUT, TEMPI
from core.rhythm.passport import BeatPassport, Source


@cache
def rise_net() -> bytes:
    """Return ONNX whose logits of beat and downbeat rise with the onset strength, all tempi being equal."""
    from onnx import TensorProto, helper, numpy_helper

    weights = np.zeros((N_INPUTS, 2), np.float32)
    weights[:N_FLUX] = 4.0 / N_FLUX
    bias = np.array([-4.0, -6.0], np.float32)
    graph = helper.make_graph(
        [
            helper.make_node("MatMul", ["features", "weights"], ["rise"]),
            helper.make_node("Add", ["rise", "bias"], ["beats"]),
            helper.make_node("ReduceMean", ["features", "axes"], ["mean"], keepdims=0),
            helper.make_node("MatMul", ["mean", "none"], ["tempo"]),
        ],
        "rise",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, "n_frames", N_INPUTS])],
        [
            helper.make_tensor_value_info("beats", TensorProto.FLOAT, [1, "n_frames", 2]),
            helper.make_tensor_value_info("tempo", TensorProto.FLOAT, [1, len(TEMPI)]),
        ],
        [
            numpy_helper.from_array(weights, "weights"),
            numpy_helper.from_array(bias, "bias"),
            numpy_helper.from_array(np.array([1], np.int64), "axes"),
            numpy_helper.from_array(np.zeros((N_INPUTS, len(TEMPI)), np.float32), "none"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    return bytes(model.SerializeToString())


def rise_model() -> BeatModel:
    """Return the net with a passport, as a file holds it."""
    source = Source("made-up music", "this project", "the project's own", "everything")
    return BeatModel(BeatPassport("Rise", NET_INPUT, N_INPUTS, tuple(TEMPI.tolist()), (source,)), rise_net())
