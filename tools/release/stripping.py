"""Libraries without what only debuggers read, made so that the loader sees the very same program.

`strip` breaks libraries whose sections a tool of the wheels has moved, OpenBLAS and FFmpeg among them, because it lays
them out by sections. Here a file is laid out by its segments, which is what the loader reads: they move closer
together, sections that are not loaded go, and the result is compared with the original, segment by segment.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from tools.release.symbols import is_elf

_LOADED: Final = 1
_NOTHING, _NO_BITS, _ALLOCATED = 0, 8, 2
_HEADER: Final = 64
NewPlace = Callable[[int, int], int | None]
"""Where a piece of the file has come to, by its former place and size; None for one that is gone."""

_SEGMENT, _SECTION = struct.Struct("<IIQQQQQQ"), struct.Struct("<IIQQQQIIQQ")


@dataclass(frozen=True)
class Segment:
    """A program header: what is mapped, where from, where to."""

    kind: int
    flags: int
    place: int
    address: int
    physical: int
    size: int
    size_in_memory: int
    alignment: int

    @property
    def end(self) -> int:
        """The place after its last byte in the file."""
        return self.place + self.size


def strip_copy(source: Path, folder: Path, name: str) -> Path:
    """Return a smaller copy of a library in `folder`, or the library itself where none can be had.

    Parameters
    ----------
    name
        Its path in the program, so that libraries of the same name do not meet.
    """
    if not is_elf(source):
        return source
    data = source.read_bytes()
    smaller = compact(data)
    if smaller is None or len(smaller) >= len(data) or not loads_alike(data, smaller):
        return source
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(smaller)
    target.chmod(0o755)
    return target


def compact(data: bytes) -> bytes | None:
    """Return a library of Linux without the sections that are not loaded; None for one of an unusual shape."""
    segments = _segments(data)
    loaded = sorted((one for one in segments if one.kind == _LOADED), key=lambda one: one.place)
    if not loaded or loaded[0].place or any(first.end > second.place for first, second in pairwise(loaded)):
        return None
    moved, result = {}, bytearray()
    for one in loaded:
        place = len(result) + (one.place - len(result)) % max(one.alignment, 1)
        result += bytes(place - len(result)) + data[one.place : one.end]
        moved[one] = place - one.place

    def new_place(place: int, size: int) -> int | None:
        holder = next((one for one in loaded if one.place <= place and place + size <= one.end), None)
        return None if holder is None else place + moved[holder]

    heads, entry, count = _program_headers(data)
    new_heads = new_place(heads, entry * count)
    places = [new_place(one.place, one.size) if one.size else one.place for one in segments]
    if new_heads is None or None in places:
        return None
    for number, (one, moved_to) in enumerate(zip(segments, places, strict=True)):
        packed = _SEGMENT.pack(*vars(replace(one, place=moved_to or 0)).values())
        result[new_heads + number * entry : new_heads + (number + 1) * entry] = packed
    struct.pack_into("<Q", result, 32, new_heads)
    _append_sections(data, result, new_place)
    return bytes(result)


def loads_alike(first: bytes, second: bytes) -> bool:
    """Return whether the loader maps the same bytes to the same addresses from both files."""
    image = _image(first)
    return image is not None and image == _image(second)


def _append_sections(data: bytes, result: bytearray, new_place: NewPlace) -> None:
    """Describe the sections that are loaded, for programs that read them; the others become empty."""
    start, size, count, names = struct.unpack_from("<Q", data, 40)[0], *struct.unpack_from("<HHH", data, 58)
    if not start or size != _SECTION.size:
        struct.pack_into("<Q", result, 40, 0)
        struct.pack_into("<HH", result, 60, 0, 0)
        return
    packed = []
    for number in range(count):
        head = list(_SECTION.unpack_from(data, start + number * size))
        kind, flags, place, length = head[1], head[2], head[4], head[5]
        moved = new_place(place, 0 if kind == _NO_BITS else length)
        if number == names:
            head[4] = len(result)
            result += data[place : place + length]
        elif flags & _ALLOCATED and moved is not None:
            head[4] = moved
        elif number:
            head[1:] = [_NOTHING] + [0] * 8
        packed.append(_SECTION.pack(*head))
    result += bytes(-len(result) % 8)
    struct.pack_into("<Q", result, 40, len(result))
    result += b"".join(packed)


def _program_headers(data: bytes) -> tuple[int, int, int]:
    """Place, size and number of the program headers."""
    entry, count = struct.unpack_from("<HH", data, 54)
    return struct.unpack_from("<Q", data, 32)[0], entry, count


def _segments(data: bytes) -> list[Segment]:
    start, entry, count = _program_headers(data)
    return [Segment(*_SEGMENT.unpack_from(data, start + number * entry)) for number in range(count)]


def _image(data: bytes) -> list[tuple[Segment, bytes]] | None:
    """Return the segments of a file with their bytes, without the headers that name places in the file itself.

    None for a file whose segments do not lie as the loader wants them.
    """
    start, entry, count = _program_headers(data)
    image = []
    for one in _segments(data):
        shifted = one.kind == _LOADED and one.alignment > 1 and (one.place - one.address) % one.alignment
        if one.end > len(data) or shifted:
            return None
        content = bytearray(data[one.place : one.end])
        for first, last in ((0, _HEADER), (start, start + entry * count)):
            low, high = max(first, one.place), min(last, one.end)
            if low < high:
                content[low - one.place : high - one.place] = bytes(high - low)
        image.append((replace(one, place=0), bytes(content)))
    return image
