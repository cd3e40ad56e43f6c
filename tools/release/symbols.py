"""Which versions of the system's libraries a frozen program needs: read from the files themselves, not tried."""

import re
import struct
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

NEWEST: Final[Mapping[str, tuple[int, ...]]] = {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 30), "CXXABI": (1, 3, 13)}
"""The last versions that Ubuntu 22.04 has, the oldest system that the program should start on."""

_MAGIC: Final = b"\x7fELF\x02\x01"  # 64 bit, little-endian: all that this program is built for
_VERSIONS_NEEDED, _DYNAMIC = 0x6FFFFFFE, 6
_NEEDED, _END = 1, 0


def is_elf(path: Path) -> bool:
    """Return whether a file is a program or library of Linux that can be read here."""
    with path.open("rb") as file:
        return file.read(6) == _MAGIC


def needed_versions(path: Path) -> set[str]:
    """Return the versions of symbols that a file needs of other libraries, "GLIBC_2.17" say."""
    data = path.read_bytes()
    found = set()
    for kind, place, size, link in sections(data):
        if kind != _VERSIONS_NEEDED:
            continue
        texts, at = link, place
        while at < place + size:
            _, count, _, first, following = struct.unpack_from("<HHIII", data, at)
            inner = at + first
            for _ in range(count):
                _, _, _, name, onward = struct.unpack_from("<IHHII", data, inner)
                found.add(text_at(data, texts + name))
                inner += onward
            if not following:
                break
            at += following
    return found


def needed_libraries(path: Path) -> list[str]:
    """Return the libraries that the loader must find for a file."""
    data = path.read_bytes()
    found = []
    for kind, place, size, link in sections(data):
        if kind == _DYNAMIC:
            for at in range(place, place + size, 16):
                tag, number = struct.unpack_from("<QQ", data, at)
                if tag == _NEEDED:
                    found.append(text_at(data, link + number))
                elif tag == _END:
                    break
    return found


def elf_files(folder: Path) -> Iterator[Path]:
    """Programs and libraries below a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and is_elf(path):
            yield path


def too_new(folder: Path, newest: Mapping[str, tuple[int, ...]] = NEWEST) -> dict[str, list[str]]:
    """Return the files that need a newer version of a system library than there should be, with what they need."""
    found = {}
    for path in elf_files(folder):
        newer = sorted(version for version in needed_versions(path) if _is_newer(version, newest))
        if newer:
            found[path.relative_to(folder).as_posix()] = newer
    return found


def missing_libraries(folder: Path) -> dict[str, list[str]]:
    """Return the libraries that the system must have, with the files that ask for them."""
    wanted: dict[str, list[str]] = defaultdict(list)
    there = {path.name for path in folder.rglob("*") if ".so" in path.name}
    for path in elf_files(folder):
        for name in needed_libraries(path):
            if name not in there:
                wanted[name].append(path.relative_to(folder).as_posix())
    return dict(wanted)


def _is_newer(version: str, newest: Mapping[str, tuple[int, ...]]) -> bool:
    parts = re.fullmatch(r"([A-Z]+)_([\d.]+)", version)
    if parts is None or parts[1] not in newest:
        return False
    return tuple(int(number) for number in parts[2].split(".")) > newest[parts[1]]


def sections(data: bytes | bytearray) -> Iterator[tuple[int, int, int, int]]:
    """Yield kind, place and size of each section, and the place of the texts that it refers to."""
    start, size, count = struct.unpack_from("<Q", data, 40)[0], *struct.unpack_from("<HH", data, 58)
    heads = [struct.unpack_from("<IIQQQQII", data, start + number * size) for number in range(count)] if start else []
    for _, kind, _, _, place, length, link, _ in heads:
        yield kind, place, length, heads[link][4] if link < len(heads) else 0


def text_at(data: bytes | bytearray, place: int) -> str:
    """Return the text at a place, which a zero ends."""
    return data[place : data.index(b"\0", place)].decode()
