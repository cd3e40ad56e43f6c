"""What libsndfile overlooks in an Ogg file: that another piece of music may follow the first, as radio sends it."""

from pathlib import Path

_HEAD_BYTES = 1 << 16
_TAIL_BYTES = 1 << 17  # an Ogg page has 65,307 bytes at most
_MARK = b"OggS\0"
_BEGINS = 2


def is_chained(path: Path) -> bool:
    """Whether the file ends with a stream that is not among those which it begins with."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
        tail = file.read()
    first = {serial for begins, serial in _pages(head) if begins}
    last = _pages(tail)
    return bool(first and last) and last[-1][1] not in first


def _pages(content: bytes) -> list[tuple[bool, bytes]]:
    """Whether each page begins a stream, and the number of its stream; a beginning behind other pages is none here."""
    pages: list[tuple[bool, bytes]] = []
    at = content.find(_MARK)
    while 0 <= at <= len(content) - 27:
        begins = bool(content[at + 5] & _BEGINS) and all(page[0] for page in pages)
        pages.append((begins, content[at + 14 : at + 18]))
        at = content.find(_MARK, at + 27)
    return pages
