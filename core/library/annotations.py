"""Beats, bars, sections, chords and keys of a selection of the library, as files for other programs: one song each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from core.errors import AnnotationError
from core.export.annotation_files import AnnotationFormat, free_stem, write_annotations
from core.export.annotations import Annotations
from core.export.spans import LabelledSpans, Spans
from core.language import tr
from core.library.catalogue import Catalogue
from core.progress import Report, silent

_COLUMNS: Final = ("name", "title", "artist", "album", "key", "bpm", "bpm_confidence", "duration")
_TOGETHER: Final = 200  # tracks at a time


@dataclass(frozen=True)
class WrittenAnnotations:
    """How many songs were written, and the names of those of which nothing is known that such a file could hold."""

    n_songs: int
    unknown: tuple[str, ...]


def annotations_of(catalogue: Catalogue, ids: Sequence[int]) -> Iterator[Annotations]:
    """Yield what is known of some tracks, in their order; those without audio are passed."""
    for start in range(0, len(ids), _TOGETHER):
        group = ids[start : start + _TOGETHER]
        contents = catalogue.content_ids(group)
        for track, row in zip(group, catalogue.values(group, _COLUMNS), strict=True):
            if track in contents:
                yield _annotations(catalogue, track, contents[track], dict(zip(_COLUMNS, row, strict=True)))


def _annotations(catalogue: Catalogue, track: int, content_id: str, row: dict[str, Any]) -> Annotations:
    facts = catalogue.facts(track)
    return Annotations(
        name=row["name"],
        duration=row["duration"] or 0.0,
        content_id=content_id,
        title=row["title"] or "",
        artist=row["artist"] or "",
        album=row["album"] or "",
        grid=catalogue.grids.find(content_id),
        is_corrected=catalogue.grids.origin(content_id) == "edited",
        sections=sections_of(catalogue, content_id, facts),
        chords=spans_of_facts(facts, "chords"),
        key=row["key"],
        tempo=row["bpm"],
        tempo_confidence=row["bpm_confidence"],
    )


def sections_of(catalogue: Catalogue, content_id: str, facts: Mapping[str, Any]) -> LabelledSpans | None:
    """Return the sections of a track: as a person left them, else as they were found."""
    return catalogue.sections.edited(content_id) or spans_of_facts(facts, "sections")


def spans_of_facts(facts: Mapping[str, Any], name: str) -> Spans | None:
    """Return sections or chords as an analysis left them; None where it did not, or they are damaged."""
    try:
        times, labels = np.array(facts[name]["times"], np.float64), tuple(map(str, facts[name]["labels"]))
    except (KeyError, TypeError, ValueError):
        return None
    return Spans(times, labels) if labels and len(times) == len(labels) + 1 else None


def export_annotations(
    catalogue: Catalogue, ids: Sequence[int], folder: Path, kind: AnnotationFormat, report: Report = silent
) -> WrittenAnnotations:
    """Write the annotations of tracks into `folder`, each song's under the name of its file.

    Raises
    ------
    CatalogueError
        If the library cannot be read.
    OSError
        If the folder does not take the files.
    """
    taken: set[str] = set()
    unknown: list[str] = []
    n_songs = 0
    for number, found in enumerate(annotations_of(catalogue, ids)):
        report(number / len(ids), tr("Writing track {number:,} of {n_tracks:,}", number=number + 1, n_tracks=len(ids)))
        stem = free_stem(found.name, taken)
        try:
            write_annotations(found, folder, stem, kind)
            n_songs += 1
        except AnnotationError:
            unknown.append(found.name)
    return WrittenAnnotations(n_songs, tuple(unknown))
