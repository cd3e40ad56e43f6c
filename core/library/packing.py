"""Arrays as SQLite keeps them: exact, their bytes grouped by significance, which deflates better."""

import json
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
