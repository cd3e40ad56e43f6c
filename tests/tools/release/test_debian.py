"""The Debian package of a small made-up program: its tree, its control file, and what dpkg makes of it."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core import __version__
from tools.release.debian import build, depends, lay_out
from tools.system import LIBRARIES, SetupError

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages of Linux"),
    pytest.mark.usefixtures("qapp"),
]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program with a library, a link and a text that only its owner could read."""
    folder = tmp_path / "program"
    inner = folder / "_internal"
    inner.mkdir(parents=True)
    (folder / "groovescope").write_text("#!/bin/sh\necho started\n")
    (folder / "groovescope").chmod(0o700)
    (inner / "THIRD-PARTY-NOTICES.txt").write_text("theirs\n")
    (inner / "THIRD-PARTY-NOTICES.txt").chmod(0o600)
    (inner / "libreal.so.1").write_text("library")
    (inner / "libreal.so.1").chmod(0o755)
    (inner / "libreal.so").symlink_to("libreal.so.1")
    return folder


def test_the_tree_has_the_program_its_command_and_what_a_desktop_reads(program: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    lay_out(program, tree, ["libc6 (>= 2.35)"])
    command = tree / "usr/bin/groovescope"
    assert command.resolve() == (tree / "usr/lib/groovescope/groovescope").resolve()
    assert (tree / "usr/lib/groovescope/_internal/libreal.so").is_symlink()
    for path in tree.rglob("*"):
        assert path.is_symlink() or os.access(path, os.R_OK)
        assert path.is_symlink() or path.stat().st_mode & 0o044 == 0o044, path
    assert (tree / "usr/share/applications/groovescope.desktop").exists()
    assert (tree / "usr/share/doc/groovescope/changelog.gz").exists()
    control = (tree / "DEBIAN/control").read_text(encoding="utf-8")
    assert f"Version: {__version__}\n" in control
    assert "Depends: libc6 (>= 2.35)\n" in control
    sums = dict(reversed(line.split("  ")) for line in (tree / "DEBIAN/md5sums").read_text().splitlines())
    notices = "usr/lib/groovescope/_internal/THIRD-PARTY-NOTICES.txt"
    assert sums[notices] == hashlib.md5((tree / notices).read_bytes()).hexdigest()
    assert set(sums) == {
        path.relative_to(tree).as_posix()
        for path in (tree / "usr").rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def test_libraries_become_packages_and_unknown_ones_are_refused_by_name() -> None:
    packages = depends(["libc.so.6", "libm.so.6", "libglib-2.0.so.0", "libgthread-2.0.so.0", *LIBRARIES])
    assert "libglib2.0-0 | libglib2.0-0t64" in packages
    assert "libportaudio2" in packages
    assert len(packages) == len(set(packages))
    assert "" not in packages
    with pytest.raises(SetupError, match=r"libnobody\.so\.7"):
        depends(["libc.so.6", "libnobody.so.7"])


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")
def test_what_dpkg_unpacks_belongs_to_root_and_starts(program: Path, tmp_path: Path) -> None:
    package = build(program, tmp_path)
    listed = subprocess.run(["dpkg-deb", "-c", str(package)], capture_output=True, text=True, check=True).stdout
    assert "root/root" in listed
    assert listed.count("root/root") == len(listed.splitlines())
    assert list(tmp_path.glob("tmp*")) == []  # nothing is left of its making
    unpacked = tmp_path / "root"
    subprocess.run(["dpkg-deb", "-x", str(package), str(unpacked)], check=True)
    started = subprocess.run([str(unpacked / "usr/bin/groovescope")], capture_output=True, text=True, check=True)
    assert started.stdout == "started\n"
