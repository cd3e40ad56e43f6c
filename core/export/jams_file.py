"""JAMS, the JSON annotations of music that MIR tools read: beats, bars, sections, chords, key, tempo.

Written and read with `json` alone; the tests validate what is written with the `jams` package.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from core import __version__
from core.errors import AnnotationError
from core.export.annotations import Annotations
from core.export.beat_text import Row
from core.export.spans import LabelledSpans, Region, regions_of
from core.rhythm.grid import BeatGrid

VERSION: Final = "0.3.5"
"""Of the format."""

_SECTIONS: Final = ("segment_open", "segment_salami_function", "segment_salami_upper", "segment_tut")
"""Namespaces of sections, the plainest first."""

_SAME_LENGTH: Final = 1.0  # second by which the lengths of two encodings of a piece may differ


def to_jams(found: Annotations) -> bytes:
    """Return what is known of a song as a JAMS file."""
    parts = []
    if found.grid is not None and len(found.grid):
        source = "corrected by hand" if found.is_corrected else "automatic"
        parts += [_part("beat", _beats(found.grid), found.duration, source)]
        parts += [_part("beat_position", _positions(found.grid), found.duration, source)]
    if found.sections is not None:
        parts += [_part("segment_open", _spans(found.sections), found.duration)]
    if found.chords is not None:
        parts += [_part("chord", _spans(found.chords), found.duration)]
    if found.key is not None:
        value = found.key.replace(" ", ":")
        parts += [_part("key_mode", [_observed(0.0, found.duration, value)], found.duration)]
    if found.tempo is not None and found.tempo_confidence is not None:
        row = _observed(0.0, found.duration, found.tempo, found.tempo_confidence)
        parts += [_part("tempo", [row], found.duration)]
    about = {
        "title": found.title or found.name,
        "artist": found.artist,
        "release": found.album,
        "duration": found.duration,
        "identifiers": {"file": found.name, "groovescope": found.content_id},
        "jams_version": VERSION,
    }
    content = {"annotations": parts, "file_metadata": about, "sandbox": {}}
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _part(
    namespace: str, data: Sequence[Mapping[str, object]], duration: float, source: str = "automatic"
) -> dict[str, object]:
    about = {
        "curator": {"name": "", "email": ""},
        "annotator": {},
        "version": "",
        "corpus": "",
        "annotation_tools": f"Groovescope {__version__}",
        "annotation_rules": "",
        "validation": "",
        "data_source": source,
    }
    return {
        "namespace": namespace, "annotation_metadata": about, "data": data, "time": 0, "duration": duration,
        "sandbox": {},
    }  # fmt: skip


def _observed(time: float, duration: float, value: object, confidence: float | None = None) -> dict[str, object]:
    return {"time": round(time, 6), "duration": round(duration, 6), "value": value, "confidence": confidence}


def _beats(grid: BeatGrid) -> list[dict[str, object]]:
    rows = zip(grid.beat_times.tolist(), grid.positions.tolist(), strict=True)
    return [_observed(time, 0.0, position) for time, position in rows]


def _positions(grid: BeatGrid) -> list[dict[str, object]]:
    """Return beats with their bars; a bar has as many beats as are counted in it, at least as many as are usual."""
    times, bars, positions = grid.beat_times.tolist(), grid.bar_numbers.tolist(), grid.positions.tolist()
    sizes: dict[int, int] = {}
    for bar, position in zip(bars, positions, strict=True):
        sizes[bar] = max(sizes.get(bar, 0), position)
    sizes |= {bar: max(sizes[bar], grid.beats_per_bar) for bar in (0, max(bars)) if bar in sizes}  # cut off
    return [
        _observed(
            time, 0.0, {"position": position, "measure": bar, "num_beats": sizes[bar], "beat_units": 4}
        )
        for time, bar, position in zip(times, bars, positions, strict=True)
    ]  # fmt: skip


def _spans(spans: LabelledSpans) -> list[dict[str, object]]:
    return [_observed(start, end - start, label) for start, end, label in regions_of(spans)]


# --- reading ----------------------------------------------------------------------------------------------------------


def beats_from_jams(data: bytes, name: str, duration: float) -> list[Row]:
    """Return the beats of a JAMS file for a piece of some seconds, with their positions in the bar.

    Raises
    ------
    AnnotationError
        If the file is damaged, of a piece of another length, or has no beats with positions.
    """
    parts = _parts(data, name, duration)
    try:
        for namespace in ("beat_position", "beat"):
            for rows in _data(parts, namespace):
                return [(_time(row["time"]), _position(row["value"])) for row in rows]
    except (KeyError, TypeError, ValueError, OverflowError):
        raise AnnotationError("export.no_positions", name=name) from None
    return []


def sections_from_jams(data: bytes, name: str, duration: float) -> list[Region]:
    """Return the sections of a JAMS file for a piece of some seconds; see `beats_from_jams`."""
    parts = _parts(data, name, duration)
    try:
        for namespace in _SECTIONS:
            for rows in _data(parts, namespace):
                return [_region(row) for row in rows]
    except (KeyError, TypeError, ValueError, OverflowError):
        raise AnnotationError("export.jams_damaged", name=name) from None
    return []


def _parts(data: bytes, name: str, duration: float) -> list[Any]:
    """Return the annotations of a file that is of a piece of this length."""
    try:
        content = json.loads(data)
        parts, about = content["annotations"], content["file_metadata"]
        theirs = about.get("duration")
        theirs = float(theirs) if isinstance(theirs, int | float) else None
        if not isinstance(parts, list):
            raise TypeError(parts)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise AnnotationError("export.jams_damaged", name=name) from None
    if theirs is not None and abs(theirs - duration) > _SAME_LENGTH:
        raise AnnotationError("export.other_length", name=name, theirs=f"{theirs:.1f}", duration=f"{duration:.1f}")
    return parts


def _data(parts: Iterable[Any], namespace: str) -> Iterable[list[Any]]:
    for part in parts:
        if part["namespace"] == namespace and part["data"]:
            if not isinstance(part["data"], list):
                raise TypeError("dense")
            yield part["data"]


def _time(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(value)
    return float(value)


def _position(value: Any) -> int:
    position = _time(value["position"] if isinstance(value, dict) else value)
    if position != int(position):
        raise ValueError(position)
    return int(position)


def _region(row: Any) -> Region:
    start = _time(row["time"])
    return start, start + _time(row["duration"]), str(row["value"])
