"""Archives of the frozen program, and how large everything is."""

import os
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

MOST_UNPACKED, MOST_PACKED = 480_000_000, 150_000_000
"""Bytes that the program should stay below, as a folder and as tar.xz."""

MEGABYTE: Final = 1_000_000
PRESET: Final = 9
"""Of xz: its window of 64 MB finds what two libraries have in common."""


def tar_xz(folders: Iterable[Path], path: Path, name: str) -> Path:
    """Pack what is in some folders together as tar.xz under `name`, owned by root."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        return entry

    with tarfile.open(path, "w:xz", preset=PRESET) as archive:
        for folder in folders:
            archive.add(folder, name, filter=plain)
    return path


def zipped(program: Path, path: Path, name: str) -> Path:
    """Pack a folder as zip under `name`, for Windows."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(program.rglob("*")):
            archive.write(file, Path(name) / file.relative_to(program))
    return path


def folder_size(folder: Path) -> int:
    """Return the bytes of all files in a folder; links count nothing."""
    return sum(
        (Path(parent) / name).lstat().st_size
        for parent, _, names in os.walk(folder)
        for name in names
        if not (Path(parent) / name).is_symlink()
    )


def largest(folder: Path, count: int) -> list[tuple[str, int]]:
    """Return the largest entries directly inside `folder` or its `_internal`, with their bytes."""
    inner = folder / "_internal"
    entries = [*folder.iterdir(), *(inner.iterdir() if inner.is_dir() else [])]
    sizes = [
        (entry.name, folder_size(entry) if entry.is_dir() else entry.lstat().st_size)
        for entry in entries
        if entry != inner and not entry.is_symlink()
    ]
    return sorted(sizes, key=lambda pair: -pair[1])[:count]


def table(rows: Iterable[tuple[str, int]]) -> str:
    """Return names and sizes as lines, in megabytes of a million bytes."""
    return "\n".join(f"{size / MEGABYTE:8.1f} MB  {name}" for name, size in rows)
