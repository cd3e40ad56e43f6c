"""The stand-alone program in dist/groovescope, and of which sources it is."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tools.system import ROOT, say

PROGRAM = ROOT / "dist" / "groovescope" / ("groovescope.exe" if os.name == "nt" else "groovescope")
STAMP = ROOT / "dist" / "groovescope.sources"
"""A hash of the sources that the program beside it was built from."""

SOURCES: Final = (
    "core", "desktop", "resources", "models", "docs", "tools/build.py", "tools/release", "build.spec", "LICENSE",
    "pyproject.toml", "requirements-dev.lock",
)  # fmt: skip
"""What decides what is in the program, as files and folders; the packages and their versions are those of the lock."""


def main(arguments: Sequence[str]) -> int:
    """Freeze the program; arguments go to PyInstaller."""
    say("Building dist/groovescope (a few minutes)")
    sources = digest()
    STAMP.unlink(missing_ok=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *arguments, "build.spec"]
    code = subprocess.call(command, cwd=ROOT)
    if code == 0 and not arguments and digest() == sources:  # arguments may have led it elsewhere
        STAMP.write_text(sources, encoding="ascii")
    return code


def is_fresh() -> bool:
    """Return whether the program is there and built from exactly the sources as they are now."""
    return PROGRAM.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == digest()


def digest(root: Path = ROOT) -> str:
    """Return a hash of the names and contents of all sources, and of the Python that they run under."""
    found = hashlib.sha256(sys.version.encode())
    for path in _files(root):
        name = path.relative_to(root).as_posix().encode()
        content = path.read_bytes()
        found.update(b"%d %d " % (len(name), len(content)) + name + content)
    return found.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    """Yield the files of the sources in order, but for what Python and Git keep beside them."""
    for name in SOURCES:
        place = root / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
                yield path
