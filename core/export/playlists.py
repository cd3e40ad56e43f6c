"""Playlists as M3U8: the extended form, in UTF-8, with a line about each track and one that says where it is."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from core.atomic import replacing
from core.audio.locations import is_address, path_of


@dataclass(frozen=True)
class PlaylistEntry:
    """A track of a playlist.

    Attributes
    ----------
    location : path or address; see `core.audio.locations`
    artist, title : may be empty
    duration : seconds; None if unknown
    """

    location: str
    artist: str = ""
    title: str = ""
    duration: float | None = None


def write_m3u8(entries: Iterable[PlaylistEntry], path: Path, *, relative: bool = False) -> None:
    """Write a playlist.

    A name that a line cannot hold (the end of a line in it, no Unicode, a blank at its end) is written as a file:
    address.

    Parameters
    ----------
    relative : bool
        Whether paths are relative to the playlist's folder where that is possible, so that both can be moved together.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    folder = path.absolute().parent if relative else None
    lines = ["#EXTM3U"]
    for entry in entries:
        seconds = -1 if entry.duration is None else round(entry.duration)
        lines += [f"#EXTINF:{seconds},{_about(entry)}", _line(entry.location, folder)]
    with replacing(path) as temporary:
        temporary.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def _about(entry: PlaylistEntry) -> str:
    """Return "Artist - Title", or the file's name where there is no title."""
    from core.audio.locations import file_name_of

    title = entry.title or Path(file_name_of(entry.location)).stem
    text = f"{entry.artist} - {title}" if entry.artist else title
    return " ".join(text.encode("utf-8", "replace").decode().split())


def _line(location: str, folder: Path | None) -> str:
    """Return where a track is, as one line that is neither a comment nor mistaken for an address."""
    path = path_of(location)
    if path is None or is_address(location):
        return location
    text = str(path)
    if folder is not None:
        try:
            text = os.path.relpath(path, folder)
        except ValueError:  # on another drive of Windows
            folder = None
    if not _fits_a_line(text):
        return file_address(path)
    return text if folder is None or text.startswith("..") else os.path.join(".", text)  # noqa: PTH118 (keeps the dot)


def _fits_a_line(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return len(text.splitlines()) == 1 and text == text.strip()


def file_address(path: Path, host: str = "") -> str:
    """Return a path as a file: address, whose name may hold anything, percent-encoded."""
    place = path.absolute()
    text = quote(os.fsencode(place.as_posix()), safe="/:")
    return f"file://{host}{'' if text.startswith('/') else '/'}{text}"
