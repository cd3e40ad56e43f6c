"""Ways in which a good file goes bad, each with the dice of a generator."""

import struct
from collections.abc import Callable

import numpy as np

Mutation = Callable[[bytes, bytes, np.random.Generator], bytes]

_NUMBERS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFF00, 3_000_000_000)
_HEAD = 600  # bytes, in which most headers are


def cut(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    """As a broken download leaves it, at a sixteenth."""
    return content[: len(content) * int(rng.integers(1, 16)) // 16]


def cut_anywhere(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return content[: int(rng.integers(1, len(content)))]


def header_only(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return content[: int(rng.integers(1, 200))]


def beheaded(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return content[int(rng.integers(1, min(5000, len(content)))) :]


def flip_bits(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return _changed(content, rng, len(content), lambda old: old ^ 1 << int(rng.integers(8)))


def flip_bits_in_the_head(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return _changed(content, rng, _HEAD, lambda old: old ^ 1 << int(rng.integers(8)))


def other_bytes(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return _changed(content, rng, len(content), lambda _: int(rng.integers(256)))


def absurd_number(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    """A size, a rate or a count in the head that nothing has."""
    broken = bytearray(content)
    for _ in range(int(rng.integers(1, 4))):
        where = int(rng.integers(4, max(5, min(len(content) - 4, 300))))
        order = "<I" if rng.integers(2) else ">I"
        broken[where : where + 4] = struct.pack(order, _NUMBERS[int(rng.integers(len(_NUMBERS)))])
    return bytes(broken)


def zeros_inside(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    start, end = sorted(int(number) for number in rng.integers(0, len(content), 2))
    return content[:start] + bytes(end - start) + content[end:]


def hole(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    start = int(rng.integers(0, len(content)))
    return content[:start] + content[start + int(rng.integers(1, 5000)) :]


def stutter(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    start = int(rng.integers(0, len(content)))
    end = start + int(rng.integers(1, 5000))
    return content[:end] + content[start:]


def insertion(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    start = int(rng.integers(0, len(content)))
    return content[:start] + rng.bytes(int(rng.integers(1, 3000))) + content[start:]


def swapped_bytes(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    """As a transfer in the wrong byte order leaves it."""
    start = int(rng.choice([0, 44, 100])) if len(content) > 200 else 0
    body = np.frombuffer(content[start : start + (len(content) - start) // 2 * 2], "<u2").byteswap().tobytes()
    return content[:start] + body


def text_mode(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    """As a transfer that took it for a text leaves it."""
    return content.replace(b"\n", b"\r\n")


def garbage_behind(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return content + rng.bytes(int(rng.integers(1, 60_000)))


def garbage_in_front(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return rng.bytes(int(rng.integers(1, 3000))) + content


def another_behind(content: bytes, other: bytes, rng: np.random.Generator) -> bytes:
    return content + other


def head_of_another(content: bytes, other: bytes, rng: np.random.Generator) -> bytes:
    where = int(rng.integers(20, 400))
    return other[:where] + content[where:]


def tag_in_front(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    """An ID3 tag that may claim more than it has."""
    size = int(rng.choice([0, 20, 2000, 0x0FFFFFFF]))
    claimed = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\x00\x00" + claimed + bytes(min(size, 2000)) + content


def nothing(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return b""


def text(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return "Strophe eins – and so on …\n".encode() * int(rng.integers(1, 500))


def noise(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return content[: int(rng.integers(0, 16))] + rng.bytes(int(rng.integers(1, 50_000)))


def zeros(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return content[: int(rng.choice([0, 4, 12, 100]))] + bytes(len(content))


def untouched(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    return content


def _changed(content: bytes, rng: np.random.Generator, span: int, change: Callable[[int], int]) -> bytes:
    broken = bytearray(content)
    for where in rng.integers(0, min(span, len(broken)), int(rng.choice([1, 3, 30, 300]))):
        broken[where] = change(broken[where]) & 0xFF
    return bytes(broken)


MUTATIONS: tuple[Mutation, ...] = (
    cut,
    flip_bits_in_the_head,
    absurd_number,
    flip_bits,
    cut_anywhere,
    other_bytes,
    absurd_number,
    hole,
    head_of_another,
    header_only,
    flip_bits_in_the_head,
    insertion,
    swapped_bytes,
    zeros_inside,
    garbage_behind,
    cut,
    beheaded,
    another_behind,
    stutter,
    tag_in_front,
    garbage_in_front,
    text_mode,
    absurd_number,
    noise,
    zeros,
    untouched,
    text,
    nothing,
)
"""What is done to the files in turn; what finds most comes most often."""
