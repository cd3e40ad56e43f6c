"""What the frames of a FLAC file say, where its header says otherwise: a changed rate, and more samples than stated."""

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

_RATES = dict(enumerate((88200, 176400, 192000, 8000, 16000, 22050, 24000, 32000, 44100, 48000, 96000), start=1))
_PIECE = 1 << 24
_LONGEST_HEADER = 16
_FEWEST = 3  # as many frames of another shape are no accident
_STREAMINFO_END = 42


@dataclass(frozen=True)
class FlacFrames:
    """Frames by their headers.

    Attributes
    ----------
    n_samples : samples of one channel in all of them
    changes : whether rate or channels differ from the header's in several
    """

    n_samples: int
    changes: bool


def frames_of(path: Path) -> FlacFrames | None:
    """Look for all frames; None for a file that does not begin as FLAC does."""
    with path.open("rb") as file:
        head = file.read(_STREAMINFO_END)
        if head[:4] != b"fLaC" or len(head) < _STREAMINFO_END:
            return None
        bits = int.from_bytes(head[18:26], "big")
        shape = (bits >> 44, (bits >> 41 & 7) + 1)
        counts: Counter[tuple[int, int]] = Counter()
        n_samples, tail = 0, b""
        _skip_metadata(file)
        while piece := file.read(_PIECE):
            content = tail + piece
            for at in _candidates(content):
                found = _header(content[at : at + _LONGEST_HEADER], shape[0])
                if found is not None:
                    counts[found[1:]] += 1
                    n_samples += found[0]
            tail = content[-_LONGEST_HEADER:]
    others = [count for other, count in counts.items() if other != shape]
    return FlacFrames(n_samples, max(others, default=0) >= _FEWEST)


def _skip_metadata(file: BinaryIO) -> None:
    """Go to the first frame: pictures may hold anything."""
    file.seek(4)
    while len(head := file.read(4)) == 4:
        file.seek(int.from_bytes(head[1:], "big"), os.SEEK_CUR)
        if head[0] & 0x80:
            return


def _candidates(content: bytes) -> NDArray[np.int64]:
    """Where a frame may begin: 14 bits of one kind; those too near the end come with the next piece."""
    data = np.frombuffer(content, np.uint8)
    if len(data) <= _LONGEST_HEADER:
        return np.empty(0, np.int64)
    return np.flatnonzero((data[:-_LONGEST_HEADER] == 0xFF) & ((data[1 : 1 - _LONGEST_HEADER] & 0xFE) == 0xF8))


def _header(header: bytes, usual_rate: int) -> tuple[int, int, int] | None:
    """Return samples, rate and channels of the frame that begins so; None where it is no header by its own checksum."""
    size_code, rate_code, channel_code = header[2] >> 4, header[2] & 15, header[3] >> 4
    if size_code == 0 or rate_code == 15 or channel_code > 10 or header[3] & 1:
        return None
    at = 4 + _length_of_number(header[4])
    if at == 4:
        return None
    extra = {6: 1, 7: 2}.get(size_code, 0)
    size = int.from_bytes(header[at : at + extra], "big") + 1 if extra else _size(size_code)
    at += extra
    extra = {12: 1, 13: 2, 14: 2}.get(rate_code, 0)
    rate = int.from_bytes(header[at : at + extra], "big") * {12: 1000, 13: 1, 14: 10}.get(rate_code, 1)
    at += extra
    if at >= len(header) or _checksum(header[:at]) != header[at]:
        return None
    return size, (rate if extra else _RATES.get(rate_code, usual_rate)), (channel_code + 1 if channel_code < 8 else 2)


def _size(code: int) -> int:
    if code == 1:
        return 192
    return 576 << (code - 2) if code < 6 else 256 << (code - 8)


def _length_of_number(first: int) -> int:
    """Bytes of a number that is written as in UTF-8; 0 where none begins so."""
    if first < 0x80:
        return 1
    ones = 8 - (first ^ 0xFF).bit_length()
    return ones if 2 <= ones <= 7 else 0


def _checksum(content: bytes) -> int:
    value = 0
    for byte in content:
        value = _REMAINDERS[value ^ byte]
    return value


def _remainder(byte: int) -> int:
    for _ in range(8):
        byte = (byte << 1 ^ 0x07) & 0xFF if byte & 0x80 else byte << 1
    return byte


_REMAINDERS = bytes(_remainder(byte) for byte in range(256))
