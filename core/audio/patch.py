"""Patches from the new bytes of a file to its former ones, small where only tags in front or at the end differ."""

import json
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Final

_BLOCK: Final = 1 << 16
_LARGEST: Final = 4_000_000
"""Most bytes that differ for a patch to be worth keeping; cover pictures have less, whole songs more."""


def patch_between(new: Path, former: Path) -> bytes | None:
    """Return what makes the bytes of `former` from those of `new`; None where too much differs.

    What moved as a whole, as sound does behind a tag that has grown, is found again by the difference in length.

    Raises
    ------
    OSError
        If a file cannot be read.
    """
    moves = (0, new.stat().st_size - former.stat().st_size)
    steps: list[tuple[int, int]] = []  # place in the new file and length; place -1: the next bytes of the literals
    literals = bytearray()
    at = 0
    with new.open("rb") as new_file, former.open("rb") as former_file:
        while block := former_file.read(_BLOCK):
            place = -1
            for move in moves:
                if at + move >= 0:
                    new_file.seek(at + move)
                    if new_file.read(len(block)) == block:
                        place = at + move
                        break
            if place < 0:
                literals += block
                if len(literals) > _LARGEST:
                    return None
            _add_step(steps, place, len(block))
            at += len(block)
    head = json.dumps(steps).encode()
    return len(head).to_bytes(4, "big") + head + zlib.compress(bytes(literals), 6)


def _add_step(steps: list[tuple[int, int]], place: int, length: int) -> None:
    if steps:
        former_place, former_length = steps[-1]
        follows = former_place == place == -1 or (former_place >= 0 and former_place + former_length == place)
        if follows:
            steps[-1] = former_place, former_length + length
            return
    steps.append((place, length))


def apply_patch(new: Path, patch: bytes, out: Path) -> None:
    """Write the former bytes into `out`; ValueError for a patch that is none, OSError as it comes."""
    n_head = int.from_bytes(patch[:4], "big")
    try:
        steps = [(int(place), int(length)) for place, length in json.loads(patch[4 : 4 + n_head])]
        literals = memoryview(zlib.decompress(patch[4 + n_head :]))
    except (zlib.error, TypeError) as problem:
        raise ValueError(str(problem)) from None
    with new.open("rb") as new_file, out.open("wb") as out_file:
        for place, length in steps:
            if place < 0:
                out_file.write(literals[:length])
                literals = literals[length:]
                continue
            new_file.seek(place)
            for piece in _pieces(length):
                out_file.write(new_file.read(piece))


def _pieces(length: int) -> list[int]:
    ends = [*range(0, length, 1 << 20), length]
    return [end - start for start, end in pairwise(ends)]
