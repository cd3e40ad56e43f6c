"""What decoders overlook in an Ogg file: other music that follows the first, as radio sends it, and a missing end."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_MARK = b"OggS\0"
_HEADER = 27
_BEGINS, _ENDS = 2, 4
_SEARCHED = 1 << 17  # an Ogg page has 65,307 bytes at most


@dataclass(frozen=True)
class _Page:
    at: int
    size: int
    begins: bool
    ends: bool
    serial: bytes


@dataclass(frozen=True)
class OggPages:
    """What the pages of a file say.

    Attributes
    ----------
    links : first byte and the byte after the last of each piece of music; one of a plain file
    lacks_end : whether the last page is cut off, or does not end its stream
    """

    links: tuple[tuple[int, int], ...]
    lacks_end: bool


def is_ogg(path: Path, start: int = 0) -> bool:
    """Whether an Ogg page begins at `start`."""
    with path.open("rb") as file:
        file.seek(start)
        return file.read(len(_MARK)) == _MARK


def pages_of(path: Path, start: int = 0) -> OggPages:
    """Walk through all pages from `start` on, header by header.

    A page that begins a stream behind pages of sound begins a new link, whatever its number is: several streams of one
    link all begin before the first of them goes on.
    """
    size = path.stat().st_size
    starts: list[int] = []
    heads_only = False
    last: _Page | None = None
    with path.open("rb") as file:
        for page in _walk(file, start, size):
            if page.begins and not heads_only:
                starts.append(page.at)
            heads_only = page.begins
            last = page
    ends = (*starts[1:], size)
    lacks_end = last is not None and (not last.ends or last.at + last.size > size)
    return OggPages(tuple(zip(starts, ends, strict=False)), lacks_end)


def _walk(file: BinaryIO, start: int, size: int) -> Iterator[_Page]:
    at = start
    while at < size:
        file.seek(at)
        header = file.read(_HEADER + 255)
        if not header.startswith(_MARK):
            found = (header + file.read(_SEARCHED)).find(_MARK, 1)  # behind damage
            at += found if found > 0 else _SEARCHED
            continue
        if len(header) < _HEADER:
            return
        n_segments = header[26]
        length = _HEADER + n_segments + sum(header[_HEADER : _HEADER + n_segments])
        yield _Page(at, length, bool(header[5] & _BEGINS), bool(header[5] & _ENDS), header[14:18])
        at += length
