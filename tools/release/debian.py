"""The Debian package: the frozen program in /usr/lib, its command, menu entry, icons and kinds of files.

No script runs when it is installed or removed: dpkg's own triggers tell the desktop of new entries, icons and kinds of
files, and removing the package removes all that it brought. What a person made stays in the home folder.
"""

import gzip
import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from core import __version__
from tools.release import linux_tree, symbols
from tools.release.symbols import NEWEST
from tools.system import FONT, LIBRARIES, ROOT, SetupError

PACKAGES: Final = LIBRARIES | {
    "libc.so.6": f"libc6 (>= {'.'.join(map(str, NEWEST['GLIBC']))})",
    **dict.fromkeys(
        (
            "ld-linux-x86-64.so.2",
            "libm.so.6",
            "libdl.so.2",
            "libpthread.so.0",
            "librt.so.1",
            "libutil.so.1",
            "libresolv.so.2",
            "libmvec.so.1",
        ),
        "",
    ),
    "libstdc++.so.6": "libstdc++6 (>= 12)",
    "libgcc_s.so.1": "libgcc-s1",
    "libz.so.1": "zlib1g",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
    "libXau.so.6": "libxau6",
    "libXext.so.6": "libxext6",
    "libfreetype.so.6": "libfreetype6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libOpenGL.so.0": "libopengl0",
    "libGLX.so.0": "libglx0",
    "libasound.so.2": "libasound2",
    "libdrm.so.2": "libdrm2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libwayland-server.so.0": "libwayland-server0",
}
"""Libraries that the program may leave to the system, and the package each is in; "" where libc6 has it."""

ALWAYS: Final = ("libportaudio2", "xkb-data")
"""Packages whose libraries or data are looked for by name while the program runs."""

OTHER_NAMES: Final = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64", "libasound2": "libasound2 | libasound2t64"}
"""The same packages in Ubuntu 24.04 and later."""

CONTROL: Final = """\
Package: groovescope
Version: {version}
Section: sound
Priority: optional
Architecture: amd64
Installed-Size: {kilobytes}
Maintainer: Groovescope contributors <groovescope@localhost>
Depends: {depends}
Recommends: {font}, xdg-utils
Description: shows what a piece of music is made of
 Groovescope finds the beats, bars, key, chords, sections and genre of a
 recording and measures features of each bar and beat. What it finds can be
 heard, corrected and saved as tables; a library of analysed songs can be
 compared, and classifiers trained on tables of features.
"""

COPYRIGHT: Final = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Groovescope
Comment: What the program is made of, with all licences in full, is in
 /usr/lib/groovescope/_internal/THIRD-PARTY-NOTICES.txt

Files: *
Copyright: 2026 Groovescope contributors and those named in that file
License: GPL-3.0-or-later
 This package as a whole is distributed under the terms of the GNU General
 Public License, version 3 or later; on Debian systems its text is in
 /usr/share/common-licenses/GPL-3. The source code of Groovescope itself is
 under the MIT licence.
"""


def depends(libraries: Iterable[str]) -> list[str]:
    """Return the packages that have these libraries.

    Raises
    ------
    SetupError : where no package is known
    """
    libraries = sorted(libraries)
    unknown = [name for name in libraries if name not in PACKAGES]
    if unknown:
        raise SetupError(f"No Debian package is known for {', '.join(unknown)}: tools/release/debian.py lists them.")
    packages = {PACKAGES[name] for name in libraries} - {""}
    return [OTHER_NAMES.get(package, package) for package in sorted(packages | set(ALWAYS))]


def lay_out(program: Path, tree: Path, packages: Iterable[str]) -> None:
    """Write the tree of the package and its control files.

    Parameters
    ----------
    program
        The frozen folder.
    tree
        An empty folder.
    packages
        Those that the program needs.
    """
    shutil.copytree(program, tree / "usr/lib/groovescope", symlinks=True)
    command = tree / "usr/bin/groovescope"
    command.parent.mkdir(parents=True)
    command.symlink_to("../lib/groovescope/groovescope")
    linux_tree.write_desktop_files(tree / "usr")
    documents = tree / "usr/share/doc/groovescope"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(COPYRIGHT, encoding="utf-8")
    changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    (documents / "changelog.gz").write_bytes(changes)
    _set_modes(tree)
    control = tree / "DEBIAN"
    control.mkdir()
    control.chmod(0o755)
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    kilobytes = sum(path.stat().st_size for path in files) // 1024 + 1
    text = CONTROL.format(version=__version__, kilobytes=kilobytes, depends=", ".join(packages), font=FONT)
    (control / "control").write_text(text, encoding="utf-8")
    sums = "".join(f"{_digest(path)}  {path.relative_to(tree).as_posix()}\n" for path in files)
    (control / "md5sums").write_text(sums, encoding="utf-8")


def build(program: Path, target: Path) -> Path:
    """Make the package of a frozen program in the folder `target`; return its path."""
    dpkg = shutil.which("dpkg-deb")
    if dpkg is None:
        raise SetupError("The Debian package needs dpkg-deb: sudo apt install dpkg")
    path = target / f"groovescope_{__version__}_amd64.deb"
    with tempfile.TemporaryDirectory(dir=target) as folder:
        tree = Path(folder) / "tree"
        lay_out(program, tree, depends(symbols.missing_libraries(program)))
        command = [dpkg, "--root-owner-group", "-Zxz", "--build", str(tree), str(path)]
        if subprocess.call(command, stdout=subprocess.DEVNULL) != 0:
            raise SetupError("The Debian package cannot be made; dpkg-deb says why above.")
    return path


def _set_modes(tree: Path) -> None:
    """Make everything readable for all and writable for its owner alone, whatever the umask was."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or (path.stat().st_mode & 0o100 and not path.name.endswith((".so", ".py")))
            path.chmod(0o755 if runs else 0o644)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
