"""Edit histories as JSON: exact on writing, strict on reading."""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import fields
from fractions import Fraction
from typing import Any, get_args

import numpy as np

from core.errors import RhythmError
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import Edit
from core.rhythm.grid import BeatGrid

FORMAT = 1
"""Of what is written; raised whenever an older program could misread it."""

_KINDS: Mapping[str, type[Edit]] = {kind.kind: kind for kind in get_args(Edit)}


def history_to_json(history: EditHistory) -> str:
    """Return a history as JSON, with every number to its last bit."""
    start = history.start
    return json.dumps(
        {
            "format": FORMAT,
            "duration": history.duration,
            "start": {
                "beat_times": start.beat_times.tolist(),
                "positions": start.positions.tolist(),
                "tempo": None if math.isnan(start.tempo) else start.tempo,
                "beats_per_bar": start.beats_per_bar,
            },
            "edits": [edit_to_json(edit) for edit in history.edits],
        },
        allow_nan=False,
    )


def history_from_json(text: str) -> EditHistory:
    """Return the history that `history_to_json` wrote.

    Raises
    ------
    RhythmError
        If the text is not such a history, has an edit of an unknown kind, or one that makes no sense where it stands.
    """
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise RhythmError("rhythm.damaged_edits") from None
    start = _members(data, {"format": int, "duration": float, "start": dict, "edits": list})
    if start["format"] != FORMAT:
        raise RhythmError("rhythm.unknown_format", format=start["format"])
    history = EditHistory(
        _grid(start["start"]), _duration(start["duration"]), tuple(map(edit_from_json, start["edits"]))
    )
    _ = history.grid  # refuse edits that do not fit now
    return history


def edit_to_json(edit: Edit) -> dict[str, object]:
    """Return an edit as plain values."""
    return {"kind": edit.kind} | {one.name: _plain(getattr(edit, one.name)) for one in fields(edit)}


def edit_from_json(data: object) -> Edit:
    """Return the edit that `edit_to_json` made plain; RhythmError where it is none."""
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str):
        raise RhythmError("rhythm.damaged_edits")
    kind = _KINDS.get(data["kind"])
    if kind is None:
        raise RhythmError("rhythm.unknown_edit", kind=data["kind"])
    values = {name: value for name, value in data.items() if name != "kind"}
    readers = {one.name: _READERS[str(one.type)] for one in fields(kind)}
    if values.keys() != readers.keys():
        raise RhythmError("rhythm.damaged_edits")
    return kind(**{name: readers[name](value) for name, value in values.items()})


def _plain(value: object) -> object:
    match value:
        case Fraction():
            return [value.numerator, value.denominator]
        case tuple():
            return list(value)
    return value


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RhythmError("rhythm.damaged_edits")
    try:
        return float(value)
    except OverflowError:
        raise RhythmError("rhythm.damaged_edits") from None


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 1_000_000:
        raise RhythmError("rhythm.damaged_edits")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise RhythmError("rhythm.damaged_edits")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise RhythmError("rhythm.damaged_edits")
    return value


def _fraction(value: object) -> Fraction:
    parts = [_whole(part) for part in _list(value)]
    if len(parts) != 2 or parts[1] <= 0:
        raise RhythmError("rhythm.damaged_edits")
    return Fraction(*parts)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "float": _number,
    "int": _whole,
    "bool": _truth,
    "Fraction": _fraction,
    "float | None": lambda value: None if value is None else _number(value),
    "tuple[float, ...]": lambda value: tuple(map(_number, _list(value))),
    "tuple[int, ...]": lambda value: tuple(map(_whole, _list(value))),
}
"""How a value is read, by the type that the field of an edit declares."""


def _members(data: object, kinds: Mapping[str, type]) -> dict[str, Any]:
    """Return an object that has these members and no others, each of its kind; a whole number is a float, too."""
    if not isinstance(data, dict) or data.keys() != kinds.keys():
        raise RhythmError("rhythm.damaged_edits")
    for name, kind in kinds.items():
        if kind is float:
            data[name] = _number(data[name])
        elif not isinstance(data[name], kind) or isinstance(data[name], bool):
            raise RhythmError("rhythm.damaged_edits")
    return data


def _duration(value: float) -> float:
    if value < 0:
        raise RhythmError("rhythm.damaged_edits")
    return value


def _grid(data: object) -> BeatGrid:
    if not isinstance(data, dict) or data.keys() != {"beat_times", "positions", "tempo", "beats_per_bar"}:
        raise RhythmError("rhythm.damaged_edits")
    times = np.array([_number(time) for time in _list(data["beat_times"])], np.float64)
    positions = np.array([_whole(place) for place in _list(data["positions"])], np.int64)
    if len(times) != len(positions) or (positions < 1).any() or (times < 0).any() or (np.diff(times) <= 0).any():
        raise RhythmError("rhythm.damaged_edits")
    tempo = float("nan") if data["tempo"] is None else _number(data["tempo"])
    return BeatGrid(times, positions, tempo, _whole(data["beats_per_bar"]))
