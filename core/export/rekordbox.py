"""A playlist for Rekordbox: the XML that it imports, with tracks, beat grids, keys and sections as memory cues.

A TEMPO says from when on beats follow each other how fast, and which beat of the bar it stands on. One is written where
the beats leave the one before by more than a millisecond, so that a steady piece has one and a played one has many.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from core import __version__
from core.atomic import replacing
from core.export.playlists import file_address
from core.export.spans import LabelledSpans
from core.export.xml_text import document, shown
from core.rhythm.grid import BeatGrid

_NEAR: Final = 0.001  # seconds that a beat may be from where its TEMPO says
_SLOWEST: Final = 20.0  # BPM; beats further from each other have a break between them


@dataclass(frozen=True, eq=False)
class RekordboxTrack:
    """A track as Rekordbox is told of it; what is not known is None or empty.

    Attributes
    ----------
    number : its identity in the file, different for each track
    path : absolute
    duration : seconds
    added : seconds since 1970
    bpm, key : as the library shows them, the key such as "Bb minor"
    grid : beats and bars
    sections : labelled spans, written as memory cues
    """

    number: int
    path: Path
    title: str = ""
    artist: str = ""
    album: str = ""
    genre: str = ""
    comments: str = ""
    duration: float | None = None
    added: float | None = None
    bpm: float | None = None
    key: str | None = None
    grid: BeatGrid | None = None
    sections: LabelledSpans | None = None


@dataclass(frozen=True)
class Tempo:
    """From `start` (seconds) on, beats follow each other at `bpm`; the first is at `position` of `metre` beats."""

    start: float
    bpm: float
    metre: int
    position: int


def write_rekordbox(tracks: Sequence[RekordboxTrack], name: str, path: Path) -> None:
    """Write a collection of these tracks, and a playlist `name` with them in their order.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    root = Element("DJ_PLAYLISTS", {"Version": "1.0.0"})
    SubElement(root, "PRODUCT", {"Name": "Groovescope", "Version": __version__, "Company": ""})
    collection = SubElement(root, "COLLECTION", {"Entries": str(len(tracks))})
    for track in tracks:
        _add_track(collection, track)
    top = SubElement(SubElement(root, "PLAYLISTS"), "NODE", {"Type": "0", "Name": "ROOT", "Count": "1"})
    facts = {"Name": shown(name) or "Groovescope", "Type": "1", "KeyType": "0", "Entries": str(len(tracks))}
    node = SubElement(top, "NODE", facts)
    for track in tracks:
        SubElement(node, "TRACK", {"Key": str(track.number)})
    with replacing(path) as temporary:
        temporary.write_bytes(document(root))


def _add_track(collection: Element, track: RekordboxTrack) -> None:
    facts = {
        "TrackID": str(track.number),
        "Name": track.title or track.path.stem,
        "Artist": track.artist,
        "Album": track.album,
        "Genre": track.genre,
        "Kind": f"{track.path.suffix[1:].upper()} File" if track.path.suffix else "",
        "Comments": track.comments,
        "Tonality": "" if track.key is None else short_key(track.key),
    }
    facts = {name: text for name, text in ((name, shown(text)) for name, text in facts.items()) if text}
    if track.duration is not None:
        facts["TotalTime"] = str(round(track.duration))
    if track.bpm is not None and math.isfinite(track.bpm):
        facts["AverageBpm"] = f"{track.bpm:.2f}"
    if track.added is not None:
        facts["DateAdded"] = datetime.fromtimestamp(track.added, UTC).strftime("%Y-%m-%d")
    facts["Location"] = file_address(track.path, "localhost")
    element = SubElement(collection, "TRACK", facts)
    for tempo in [] if track.grid is None else tempi_of(track.grid):
        place = {"Inizio": f"{tempo.start:.3f}", "Bpm": f"{tempo.bpm:.2f}"}
        SubElement(element, "TEMPO", place | {"Metro": f"{tempo.metre}/4", "Battito": str(tempo.position)})
    sections = track.sections
    for start, label in [] if sections is None else zip(sections.times.tolist(), sections.labels, strict=False):
        SubElement(element, "POSITION_MARK", {"Name": shown(label), "Type": "0", "Start": f"{start:.3f}", "Num": "-1"})


def short_key(name: str) -> str:
    """Return "Bb minor" as "Bbm", "C major" as "C"."""
    tonic, _, mode = name.partition(" ")
    return f"{tonic}m" if mode == "minor" else tonic


def tempi_of(grid: BeatGrid) -> list[Tempo]:
    """Return the tempi, one after the other, by which each beat of a grid is within a millisecond."""
    return list(_tempi(grid.beat_times.tolist(), grid.positions.tolist(), grid.beats_per_bar))


def _tempi(times: list[float], positions: list[int], usual: int) -> Iterator[Tempo]:
    first, bpm = 0, 120.0
    while first < len(times):
        start = round(times[first], 3)
        counted, metre = _same_metre(positions, first, usual)
        end, bpm = _same_tempo(times[:counted], first, start, bpm)
        yield Tempo(start, bpm, metre, positions[first])
        # The last beat that a tempo reaches is the first of the next, unless a break or another count follows.
        is_changed = first + 1 < end < counted and times[end] - times[end - 1] <= 60.0 / _SLOWEST
        first = end - 1 if is_changed else end


def _same_metre(positions: list[int], first: int, usual: int) -> tuple[int, int]:
    """Return the end of the beats that one metre counts, and the metre."""
    metre = 0
    for at in range(first + 1, len(positions)):
        before = positions[at - 1]
        if positions[at] == 1 and metre in (0, before):
            metre = before
        elif positions[at] != before + 1 or (metre and before >= metre):
            return at, metre or max(usual, before)
    return len(positions), metre or max(usual, positions[-1])


def _same_tempo(times: list[float], first: int, start: float, former: float) -> tuple[int, float]:
    """Return the end of the beats that one tempo reaches, and the tempo; after the last one, the former tempo."""
    end, bpm = first + 1, former
    shortest, longest = 0.0, 60.0 / _SLOWEST
    for at in range(first + 1, len(times)):
        n_beats, passed = at - first, times[at] - start
        shortest = max(shortest, (passed - _NEAR) / n_beats)
        longest = min(longest, (passed + _NEAR) / n_beats)
        if shortest > longest or longest <= 0:
            break
        written = round(120.0 / (shortest + longest), 2)
        if not shortest <= 60.0 / written <= longest:
            break
        end, bpm = at + 1, written
    return end, bpm
