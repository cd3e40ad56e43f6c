"""Arrays as SQLite keeps them: exact, their bytes grouped by significance, which deflates better."""

import json
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.rhythm.estimate import Activations

_FEW_BYTES = 6  # level of zlib for what is stored once and is small
_PARTS = (
    ("beat", "u1"), ("downbeat", "u1"), ("tempo", "<f4"), ("onset_times", "<f4"), ("onset_strengths", "<f4"),
    ("novelty", "u1"),
)  # fmt: skip
_LEVEL = 1  # of zlib; higher ones take ten times as long for two percent


def pack(array: NDArray[Any]) -> bytes:
    """Return an array of float64 or int64, of any shape, as bytes."""
    plain = np.ascontiguousarray(array)
    head = json.dumps([plain.dtype.str, plain.shape]).encode()
    planes = plain.reshape(-1).view(np.uint8).reshape(-1, plain.itemsize).T
    return len(head).to_bytes(2, "little") + head + zlib.compress(planes.tobytes(), _LEVEL)


def len_of(data: bytes) -> int:
    """How many rows `pack` was given."""
    length = int.from_bytes(data[:2], "little")
    return int(json.loads(data[2 : 2 + length])[1][0])


def unpack(data: bytes) -> NDArray[Any]:
    """Return the array that `pack` was given; ValueError where the bytes are damaged."""
    try:
        length = int.from_bytes(data[:2], "little")
        kind, shape = json.loads(data[2 : 2 + length])
        dtype = np.dtype(kind)
        planes = np.frombuffer(zlib.decompress(data[2 + length :]), np.uint8).reshape(dtype.itemsize, -1)
        return np.asarray(np.ascontiguousarray(planes.T).view(dtype).reshape(shape))
    except (zlib.error, TypeError, KeyError, UnicodeDecodeError) as problem:
        raise ValueError(f"stored numbers are damaged: {problem}") from None


def pack_text(text: str) -> bytes:
    """Return a text as fewer bytes."""
    return zlib.compress(text.encode(), _LEVEL)


def unpack_text(data: bytes) -> str:
    """Return the text that `pack_text` was given; ValueError where the bytes are damaged."""
    try:
        return zlib.decompress(data).decode()
    except (zlib.error, TypeError) as problem:
        raise ValueError(f"stored text is damaged: {problem}") from None


def pack_activations(activations: Activations) -> bytes:
    """Return activations as some kilobytes a minute, without loss."""
    parts = [np.ascontiguousarray(getattr(activations, name), kind) for name, kind in _PARTS]
    head = [activations.duration, activations.frame_rate, [len(part) for part in parts]]
    first = json.dumps(head).encode()
    body = zlib.compress(b"".join(part.tobytes() for part in parts), _FEW_BYTES)
    return len(first).to_bytes(2, "little") + first + body


def unpack_activations(data: bytes) -> Activations:
    """Return the activations that `pack_activations` was given; ValueError where the bytes are damaged."""
    try:
        length = int.from_bytes(data[:2], "little")
        duration, frame_rate, counts = json.loads(data[2 : 2 + length])
        body, offset, found = zlib.decompress(data[2 + length :]), 0, {}
        if len(counts) not in (len(_PARTS), len(_PARTS) - 1):  # former versions kept no novelty
            raise ValueError(f"stored activations have {len(counts)} parts")
        for (name, kind), count in zip(_PARTS, counts, strict=False):
            found[name] = np.frombuffer(body, kind, count, offset)
            offset += found[name].nbytes
        return Activations(**found, duration=float(duration), frame_rate=float(frame_rate))
    except (zlib.error, TypeError, UnicodeDecodeError) as problem:
        raise ValueError(f"stored activations are damaged: {problem}") from None
