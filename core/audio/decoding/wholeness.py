"""Whether a file is cut off, by what its container says of its own size: decoders read what is there and say nothing.

Only headers are read. A container that states no size (a stream that was written to a pipe) says nothing here.
"""

import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

_UNKNOWN_SIZES = (0, 0xFFFFFFFF, 0x7FFFFFFF, 0x7FFFF000, 0xFFFFFFFE)
_SLACK = 64  # some programs count the header in, or forget a byte of padding
_MOST_CHUNKS = 100_000


def is_cut_off(path: Path, start: int = 0) -> bool:
    """Whether bytes are missing that the container beginning at `start` states. Raises OSError."""
    size = path.stat().st_size - start
    with path.open("rb") as file:
        file.seek(start)
        head = file.read(32)
        for mark, walk in _WALKS:
            if head.startswith(mark):
                try:
                    return walk(_Shifted(file, start), size)
                except (struct.error, ValueError, IndexError):
                    return True  # the header itself is cut off
    return False


def sphere_seconds(path: Path) -> float | None:
    """Seconds that a SPHERE file's header states; None where it does not."""
    with path.open("rb") as file:
        head = file.read(4096)
    if not head.startswith(b"NIST_1A"):
        return None
    fields = dict(re.findall(rb"^(\w+) -i (\d+)", head, re.MULTILINE))
    try:
        return int(fields[b"sample_count"]) / int(fields[b"sample_rate"])
    except (KeyError, ZeroDivisionError):
        return None


class _Shifted:
    """A file whose first byte is another one's `start`."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        self._file, self._start = file, start

    def at(self, place: int, n: int) -> bytes:
        self._file.seek(self._start + place)
        return self._file.read(n)


def _riff(file: _Shifted, size: int, order: str = "<I") -> bool:
    """RIFF and its relatives; a long AVI file has several, one after the other."""
    at = 0
    while at + 8 <= size:
        head = file.at(at, 8)
        if head[:4] not in (b"RIFF", b"RIFX", b"FORM"):
            return False  # what some program has written behind it
        (length,) = struct.unpack(order, head[4:])
        if length in _UNKNOWN_SIZES or head[:4] == b"RF64":
            return False
        at += 8 + length + (length & 1)
        if at > size + _SLACK:
            return True
    return False


def _iff(file: _Shifted, size: int) -> bool:
    return _riff(file, size, ">I")


def _asf(file: _Shifted, size: int) -> bool:
    head = file.at(0, 1 << 16)
    at = head.find(bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365"))
    if at < 0 or len(head) < at + 92:
        return at >= 0
    (stated,) = struct.unpack("<Q", head[at + 40 : at + 48])
    (flags,) = struct.unpack("<I", head[at + 88 : at + 92])
    is_broadcast = bool(flags & 1)
    return not is_broadcast and stated > size


def _flv(file: _Shifted, size: int) -> bool:
    head = file.at(0, 4096)
    at = head.find(b"\x00\x08filesize\x00")
    if at >= 0:
        (stated,) = struct.unpack(">d", head[at + 11 : at + 19])
        if stated > size:
            return True
    (length,) = struct.unpack(">I", file.at(size - 4, 4))
    if not 11 <= length <= size - 4:
        return True
    tag = file.at(size - 4 - length, 11)
    return tag[0] & 0x1F not in (8, 9, 18) or int.from_bytes(tag[1:4], "big") + 11 != length


def _caf(file: _Shifted, size: int) -> bool:
    at = 8
    for _ in range(_MOST_CHUNKS):
        head = file.at(at, 12)
        if len(head) < 12:
            return bool(head)
        (length,) = struct.unpack(">q", head[4:])
        if length < 0:  # up to the end, however long
            return False
        at += 12 + length
        if at > size:
            return True
    return False


def _voc(file: _Shifted, size: int) -> bool:
    (at,) = struct.unpack("<H", file.at(20, 2))
    for _ in range(_MOST_CHUNKS):
        head = file.at(at, 4)
        if not head or head[0] == 0:
            return False
        at += 4 + int.from_bytes(head[1:4], "little")
        if len(head) < 4 or at > size:
            return True
    return False


def _ircam(file: _Shifted, size: int) -> bool:
    """IRCAM states no length: only a frame that is cut in two tells."""
    head = file.at(0, 16)
    order = "<" if head.startswith(b"\x64\xa3") else ">"
    channels, kind = struct.unpack(f"{order}II", head[8:16])
    width = kind & 0xFFFF
    return channels > 0 and width in (1, 2, 3, 4, 8) and (size - 1024) % (channels * width) != 0


def _matroska(file: _Shifted, size: int) -> bool:
    """Walk over the segment and its clusters; each states its size, but for what was written to a pipe."""
    _, at, _ = _element(file, 0)
    while at < size:
        start, end, known = _element(file, at)
        identity = file.at(at, 4)
        if identity in (b"\x18\x53\x80\x67", b"\x1f\x43\xb6\x75") and not known:
            at = start  # go on inside
        elif identity == b"\x18\x53\x80\x67" and end <= size:
            return False
        elif end > size:
            return True
        else:
            at = end
    return False


def _element(file: _Shifted, at: int) -> tuple[int, int, bool]:
    """Where the content of an EBML element begins and ends, and whether its size is known."""
    head = file.at(at, 12)
    n_name = _leading(head[0])
    n_size = _leading(head[n_name])
    raw = int.from_bytes(head[n_name : n_name + n_size], "big") & (1 << 7 * n_size) - 1
    start = at + n_name + n_size
    known = raw != (1 << 7 * n_size) - 1
    return start, start + raw if known else start, known


def _leading(byte: int) -> int:
    if byte == 0:
        raise ValueError("no EBML element begins with 0")
    return 9 - byte.bit_length()


_WALKS: tuple[tuple[bytes | tuple[bytes, ...], Callable[[_Shifted, int], bool]], ...] = (
    ((b"RIFF",), _riff),
    ((b"RIFX", b"FORM"), _iff),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", _asf),
    (b"FLV\x01", _flv),
    (b"caff", _caf),
    (b"Creative Voice File", _voc),
    ((b"\x64\xa3", b"\x00\x01\xa3\x64", b"\x00\x02\xa3\x64", b"\x00\x03\xa3\x64", b"\x00\x04\xa3\x64"), _ircam),
    (b"\x1a\x45\xdf\xa3", _matroska),
)
