"""A selection of the library as a playlist for other programs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Literal

from core.audio.locations import path_of
from core.errors import CatalogueError
from core.export.playlists import PlaylistEntry, write_m3u8
from core.export.rekordbox import RekordboxTrack, write_rekordbox
from core.language import tr
from core.library.annotations import sections_of
from core.library.catalogue import Catalogue
from core.progress import Report, silent

PlaylistKind = Literal["m3u8", "m3u8-relative", "rekordbox"]

_COLUMNS: Final = ("title", "artist", "album", "genre", "labels", "duration", "added", "bpm", "key", "genre_novelty")
_TOGETHER: Final = 200  # tracks at a time


def export_playlist(
    catalogue: Catalogue, ids: Sequence[int], path: Path, kind: PlaylistKind, report: Report = silent
) -> int:
    """Write tracks, in their order, as a playlist; return how many it holds.

    Rekordbox knows files of this computer alone: addresses are left out of its playlists.

    Raises
    ------
    CatalogueError
        If nothing remains, or the library cannot be read.
    OSError
        If the file cannot be written.
    """
    rows = list(_rows(catalogue, ids, report))
    if kind == "rekordbox":
        tracks = [track for row in rows for track in _rekordbox_track(catalogue, row)]
        if tracks:
            write_rekordbox(tracks, path.stem, path)
        n_written = len(tracks)
    else:
        entries = [
            PlaylistEntry(row["place"], row["artist"] or "", row["title"] or "", row["duration"]) for row in rows
        ]
        if entries:
            write_m3u8(entries, path, relative=kind == "m3u8-relative")
        n_written = len(entries)
    if not n_written:
        raise CatalogueError("library.nothing_for_playlist")
    return n_written


def _rows(catalogue: Catalogue, ids: Sequence[int], report: Report) -> Iterator[dict[str, Any]]:
    """Yield what is known of each track, with its number, its place and the identity of its audio."""
    for start in range(0, len(ids), _TOGETHER):
        report(start / len(ids), tr("Reading track {start:,} of {n_tracks:,}", start=start + 1, n_tracks=len(ids)))
        group = ids[start : start + _TOGETHER]
        places, contents = catalogue.places_by_track(group), catalogue.content_ids(group)
        for track, values in zip(group, catalogue.values(group, _COLUMNS), strict=True):
            if track in places:
                row = dict(zip(_COLUMNS, values, strict=True))
                yield row | {"number": track, "place": places[track], "content_id": contents.get(track)}


def _rekordbox_track(catalogue: Catalogue, row: dict[str, Any]) -> Iterator[RekordboxTrack]:
    path = path_of(row["place"])
    if path is None:
        return
    content_id = row["content_id"]
    yield RekordboxTrack(
        number=row["number"],
        path=path,
        title=row["title"] or "",
        artist=row["artist"] or "",
        album=row["album"] or "",
        genre=row["genre"] if row["genre"] and not (row["genre_novelty"] or 0) > 1 else "",
        comments=row["labels"] or "",
        duration=row["duration"],
        added=row["added"],
        bpm=row["bpm"],
        key=row["key"],
        grid=None if content_id is None else catalogue.grids.find(content_id),
        sections=None if content_id is None else sections_of(catalogue, content_id, catalogue.facts(row["number"])),
    )
