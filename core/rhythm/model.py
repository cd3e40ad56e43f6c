"""The file of a beat net: save and load. Loading executes nothing; container, passport and graph are checked first."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.errors import ModelError
from core.model_file.container import read_model_file, write_model_file
from core.model_file.graph import check_operators, follow_sizes, parsed_graph
from core.rhythm.net_input import N_INPUTS, NET_INPUT, TEMPI
from core.rhythm.passport import BeatPassport, beat_passport_from_json

if TYPE_CHECKING:
    from onnx import GraphProto

INPUT: Final = "features"
BEATS, TEMPO = "beats", "tempo"

MOST_FRAMES: Final = 8192
"""Frames that a net is given at a time at most; sizes are checked for as many, and for one."""

_MOST_BYTES = 4 * 1024 * 1024  # of the graph; bounds the work for each frame as well
_LARGEST, _MOST_ELEMENTS = 256 * MOST_FRAMES, 4096 * MOST_FRAMES

# fmt: off
_OPERATORS = frozenset((
    "Add", "Concat", "Conv", "Elu", "Gemm", "Identity", "MatMul", "Mul", "ReduceMean", "Relu", "Sigmoid", "Tanh",
    "Transpose",
))
# fmt: on


@dataclass(frozen=True, eq=False)
class BeatModel:
    """A beat net from a file: `passport` says what it is, `graph` (ONNX) what it does."""

    passport: BeatPassport
    graph: bytes


def load_beat_model(path: Path) -> BeatModel:
    """Load the file of a beat net after checking container, passport and graph.

    Parameters
    ----------
    path : Path
        A file that `save_beat_model` wrote.

    Raises
    ------
    ModelError
        One line, for every file that is not a sound net for the features this program measures.
    """
    text, graph = read_model_file(path)
    passport = beat_passport_from_json(text)
    _check_fit(path.name, passport)
    check_beat_graph(graph)
    return BeatModel(passport, graph)


def save_beat_model(path: Path, model: BeatModel) -> None:
    """Write a beat net, the whole file or nothing; `ModelError` where it could not be loaded again."""
    text = model.passport.to_json()
    _check_fit(path.name, beat_passport_from_json(text))
    check_beat_graph(model.graph)
    write_model_file(path, text, model.graph)


def check_beat_graph(content: bytes) -> None:
    """`ModelError` unless `content` is an ONNX graph that is small and leads from features to beats and tempo."""
    if len(content) > _MOST_BYTES:
        raise ModelError("model.beats_too_large", size=len(content) / 2**20, most=_MOST_BYTES // 2**20)
    model = parsed_graph(content)
    check_operators(model.graph, _OPERATORS)
    _check_ports(model.graph)
    for n_frames in (1, MOST_FRAMES):
        given = follow_sizes(model, {INPUT: (1, n_frames, N_INPUTS)}, _LARGEST, _MOST_ELEMENTS)
        if given != {BEATS: (1, n_frames, 2), TEMPO: (1, len(TEMPI))}:
            raise ModelError("model.beats_misleading", features=N_INPUTS, tempi=len(TEMPI))


def _check_fit(name: str, passport: BeatPassport) -> None:
    """`ModelError` unless the net reads what this program measures and means the same tempi."""
    same_tempi = len(passport.tempi) == len(TEMPI) and all(
        abs(given - known) < 1e-6 * known for given, known in zip(passport.tempi, TEMPI, strict=True)
    )
    if passport.input != NET_INPUT or passport.n_inputs != N_INPUTS or not same_tempi:
        raise ModelError("model.beats_other_input", name=name, input=passport.input[:60], measured=NET_INPUT)


def _check_ports(graph: "GraphProto") -> None:
    """One float32 tensor in, two out, by their names."""
    from onnx import TensorProto

    for ports, names in ((graph.input, [INPUT]), (graph.output, [BEATS, TEMPO])):
        kinds = {port.type.tensor_type.elem_type for port in ports}
        if [port.name for port in ports] != names or kinds != {TensorProto.FLOAT}:
            raise ModelError("model.beats_misleading", features=N_INPUTS, tempi=len(TEMPI))
