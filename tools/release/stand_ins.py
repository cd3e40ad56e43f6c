"""Small libraries of our own in the place of large ones that must be there and are never used.

Nothing here writes video, and x264, x265 and SVT-AV1 are 30 MB and, the first two, under the GPL. `libavcodec` names
them among the libraries that it needs, so something has to be there: a library of the same name whose functions all
return 0. FFmpeg asks x265 for its formats whenever it lists its codecs, and takes 0 as "none"; to encode fails.

Arrow's module for Python names the libraries of its engines for queries, 7 MB, and takes nothing from them.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from tools.release.symbols import is_elf, sections, text_at

ENCODERS: Final = ("libx264-", "libx265-", "libSvtAv1Enc-")
"""How the names of their files begin in PyAV's wheels for Linux."""

ENGINES: Final = ("libarrow_acero.so", "libarrow_dataset.so", "libarrow_substrait.so")
"""The same of Arrow. Their stand-ins offer nothing: libraries of C++ also have copies of what is common to several."""

PAGE: Final = 0x1000
SPARE: Final = 0x1000
"""Bytes, all zero, that stand for any data of the library."""

X86_64: Final = struct.pack("<H", 62)
RETURN_ZERO: Final = b"\x31\xc0\xc3"  # xor eax, eax; ret

_DYNAMIC_SYMBOLS: Final = 11
_SYMBOL: Final = struct.Struct("<IBBHQQ")
_OBJECT, _FUNCTION = 1, 2
_GLOBAL: Final = 1 << 4


def stand_in_for(source: Path, folder: Path, name: str) -> Path:
    """Return a stand-in in `folder` for one of those libraries; any other as it is.

    Parameters
    ----------
    name
        Its path in the program.
    """
    file = name.replace("\\", "/").rpartition("/")[2]
    if not file.startswith((*ENCODERS, *ENGINES)) or not is_elf(source) or source.read_bytes()[18:20] != X86_64:
        return source
    symbols = _used_symbols(source) if file.startswith(ENCODERS) else {}
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(library(file, symbols))
    target.chmod(0o755)
    return target


def _used_symbols(source: Path) -> dict[str, int]:
    """Return what the libraries beside this one take from it."""
    beside = [path.read_bytes() for path in source.parent.iterdir() if is_elf(path)]
    used = {symbol for data in beside for symbol in wanted_symbols(data)}
    return {symbol: kind for symbol, kind in offered_symbols(source.read_bytes()) if symbol in used}


def library(name: str, symbols: dict[str, int]) -> bytes:
    """Return a library of Linux on x86-64.

    Parameters
    ----------
    name : str
        What the loader knows it by.
    symbols : dict
        Names, and what they are: 1 for data, 2 for a function.
    """
    names = ["", name, *symbols]
    texts, at = b"\0".join(text.encode() for text in names) + b"\0", dict[str, int]()
    for text in names:
        at[text] = 0 if not text else texts.index(b"\0" + text.encode() + b"\0") + 1
    hashes = _hash_table(list(symbols))
    heads = 4 * 56
    places = [64 + heads]  # of the hash table, the symbols, the texts, the code
    for size in (len(hashes), _SYMBOL.size * (len(symbols) + 1), len(texts)):
        places.append(-(-(places[-1] + size) // 8) * 8)
    hash_at, symbols_at, texts_at, code_at = places
    end = code_at + len(RETURN_ZERO)
    tags = ((14, at[name]), (4, hash_at), (5, texts_at), (6, symbols_at), (10, len(texts)), (11, _SYMBOL.size), (0, 0))
    dynamic = b"".join(struct.pack("<QQ", *tag) for tag in tags)
    data_at = PAGE * -(-end // PAGE)
    spare_at = data_at + len(dynamic)
    table = _SYMBOL.pack(0, 0, 0, 0, 0, 0)
    for text, kind in symbols.items():
        place, size = (code_at, len(RETURN_ZERO)) if kind == _FUNCTION else (spare_at, SPARE)
        table += _SYMBOL.pack(at[text], _GLOBAL | kind, 0, 1, place, size)
    segments = (
        (1, 5, 0, end, PAGE),
        (1, 6, data_at, len(dynamic) + SPARE, PAGE),
        (2, 6, data_at, len(dynamic), 8),
        (0x6474E551, 6, 0, 0, 16),  # a stack that holds no code
    )
    head = struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\2\1\1", 3, 62, 1, 0, 64, 0, 0, 64, 56, 4, 0, 0, 0)
    head += b"".join(struct.pack("<IIQQQQQQ", kind, flags, a, a, a, n, n, page) for kind, flags, a, n, page in segments)
    result = bytearray(spare_at + SPARE)
    pieces = ((0, head), (hash_at, hashes), (symbols_at, table), (texts_at, texts), (code_at, RETURN_ZERO))
    for place, piece in (*pieces, (data_at, dynamic)):
        result[place : place + len(piece)] = piece
    return bytes(result)


def wanted_symbols(data: bytes) -> Iterator[str]:
    """Yield the names that a library takes from others."""
    return (name for name, _, where in _symbols(data) if where == 0)


def offered_symbols(data: bytes) -> Iterable[tuple[str, int]]:
    """Yield the names of functions and data that a library has for others, with what they are."""
    return ((name, kind) for name, kind, where in _symbols(data) if where and kind in (_OBJECT, _FUNCTION))


def _symbols(data: bytes) -> Iterator[tuple[str, int, int]]:
    for kind, place, size, texts in sections(data):
        if kind == _DYNAMIC_SYMBOLS:
            for at in range(place + _SYMBOL.size, place + size, _SYMBOL.size):
                name, information, _, where, _, _ = _SYMBOL.unpack_from(data, at)
                yield text_at(data, texts + name), information & 0xF, where


def _hash_table(names: Sequence[str]) -> bytes:
    """Return the table by which the loader finds symbols, with a single chain: there are few."""
    count = len(names) + 1
    chain = [0, *range(2, count), 0] if names else [0]
    return struct.pack(f"<{3 + len(chain)}I", 1, count, 1 if names else 0, *chain)
