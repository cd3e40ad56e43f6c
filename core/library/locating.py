"""Tracks whose files were moved, found again by the bytes of the files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.audio.files import find_audio_files
from core.audio.locations import location_of
from core.errors import AudioError
from core.library.analysing import hash_of, state_of

if TYPE_CHECKING:
    from core.library.catalogue import Catalogue


@dataclass(frozen=True)
class Located:
    """What was found of tracks that had lost their files.

    Attributes
    ----------
    n_missing : tracks without a file before
    found : ids of those that have one again
    to_analyse : files that have the name of one that is still missed, or were chosen for it, but other bytes: only
        their audio can tell
    """

    n_missing: int
    found: tuple[int, ...]
    to_analyse: tuple[str, ...]


def locate(
    catalogue: "Catalogue",
    place: Path,
    tracks: Iterable[int] | None = None,
    on_folder: Callable[[], None] = lambda: None,
) -> Located:
    """Look for the files of missing tracks.

    Parameters
    ----------
    catalogue : Catalogue
    place : Path
        A file, or a folder to look through at any depth.
    tracks : iterable of int, optional
        Whose files are missed; all tracks that lack theirs if not given.
    on_folder : callable
        Called before each folder is looked into; may raise to end the search.

    Returns
    -------
    Located
    """
    if tracks is None:
        catalogue.mark_missing()
        tracks = catalogue.find("is:missing").tolist()
    missed = catalogue.missing_files([*tracks])
    names = {Path(one.location).name.casefold() for one in missed}
    by_bytes = {(one.size, one.byte_hash): one.track for one in missed if one.byte_hash}
    sizes = {size for size, _ in by_bytes}
    found: dict[int, None] = {}
    others = []
    is_file = place.is_file()
    for path in [place] if is_file else find_audio_files(place, on_folder):
        try:
            state = state_of(path)
        except AudioError:
            continue
        byte_hash = hash_of(path) if state.size in sizes else ""
        track = by_bytes.get((state.size, byte_hash))
        if track is not None:
            catalogue.attach(location_of(path), track, state, byte_hash)
            found[track] = None
        elif is_file or path.name.casefold() in names:
            others.append(location_of(path))
    catalogue.forget_places([one.location for one in missed if one.track in found])
    n_missing = len({one.track for one in missed})
    return Located(n_missing, tuple(found), tuple(others) if n_missing > len(found) else ())
