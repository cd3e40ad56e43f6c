"""`python3 run.py release`: builds the program and packs it in the forms in which people of this system install it."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from core import __version__
from tools import build
from tools.release import archives, debian, linux_tree, symbols, windows
from tools.system import ROOT, SetupError, say

DIST: Final = ROOT / "dist"
NAME: Final = f"groovescope-{__version__}"


def main(arguments: Sequence[str]) -> int:
    """Build, check and pack; print how large everything is. What is larger than it should be makes the code 1."""
    options = _options(arguments)
    if not options.built and (code := build.main([])):
        return code
    program: Path = options.program
    if not program.is_dir():
        raise SetupError(f"There is no frozen program in {program}; python3 run.py build makes it.")
    check(program)
    if options.updates:
        name_updates(program, options.updates)
    made = [make(program, options.target) for make in forms()]
    unpacked = archives.folder_size(program)
    print(archives.table([(program.name, unpacked), *((path.name, path.stat().st_size) for path in made)]))
    print("\nThe largest parts:")
    print(archives.table(archives.largest(program, 15)))
    return report_limits(unpacked, made)


def check(program: Path) -> None:
    """Refuse a program that would not start on the oldest system, or has no notices.

    Raises
    ------
    SetupError : with what is wrong
    """
    if not list(program.rglob("THIRD-PARTY-NOTICES.txt")):
        raise SetupError("The program lacks THIRD-PARTY-NOTICES.txt, without which it must not be published.")
    if newer := symbols.too_new(program):
        named = "; ".join(f"{name} needs {', '.join(versions)}" for name, versions in newer.items())
        raise SetupError(f"The program would not start on Ubuntu 22.04: {named}")


def name_updates(program: Path, address: str) -> None:
    """Tell a program where *Help › Check for updates* asks; without this it has no such entry.

    Raises
    ------
    SetupError : where the address is not one of the web
    """
    if not address.startswith("https://"):
        raise SetupError(f"{address} is no address to ask for updates; it begins with https://")
    resources = next(program.rglob("report-style.html")).parent
    (resources / "updates.txt").write_text(f"{address}\n", encoding="utf-8")


def forms() -> list[Callable[[Path, Path], Path]]:
    """Return what makes the archives and packages of this system."""
    if sys.platform == "win32":
        return [archived, windows.installer]
    return [disk_image] if sys.platform == "darwin" else [portable, debian.build]


def archived(program: Path, target: Path) -> Path:
    """Pack the program for Windows as a zip file that needs no installation."""
    return archives.zipped(program, target / f"{NAME}-windows-x86_64.zip", NAME)


def portable(program: Path, target: Path) -> Path:
    """Pack the program for every Linux, with the files for the desktop's menu in the folder `share`."""
    with tempfile.TemporaryDirectory() as folder:
        linux_tree.write_desktop_files(Path(folder))
        validate(Path(folder) / "share")
        return archives.tar_xz([program, Path(folder)], target / f"{NAME}-linux-x86_64.tar.xz", NAME)


def validate(share: Path) -> None:
    """Have the desktop's own tools check the files that it reads, where they are installed.

    Raises
    ------
    SetupError : when one of them refuses
    """
    checks = {
        "appstreamcli": ("validate", "--no-net", "--explain", *map(str, (share / "metainfo").iterdir())),
        "desktop-file-validate": tuple(map(str, (share / "applications").iterdir())),
    }
    for tool, arguments in checks.items():
        if shutil.which(tool) is None:
            say(f"{tool} is not installed: its part is not checked")
        elif subprocess.call([tool, *arguments], stdout=sys.stderr) != 0:
            raise SetupError(f"{tool} refuses what the desktop is to read.")


def disk_image(program: Path, target: Path) -> Path:
    """Pack the application of macOS as an image with a link to the folder of applications."""
    path = target / f"{NAME}-macos.dmg"
    staged = ROOT / "build" / "image"
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    shutil.copytree(program.parent / "Groovescope.app", staged / "Groovescope.app", symlinks=True)
    (staged / "Applications").symlink_to("/Applications")
    command = ["hdiutil", "create", "-volname", "Groovescope", "-srcfolder", str(staged), "-ov", "-format", "ULMO"]
    if subprocess.call([*command, str(path)]) != 0:
        raise SetupError("The image cannot be made; hdiutil says why above.")
    return path


def report_limits(unpacked: int, made: Sequence[Path]) -> int:
    """Say what is larger than it should be; return the exit code."""
    sizes = [("The program", unpacked, archives.MOST_UNPACKED)]
    sizes += [(path.name, path.stat().st_size, archives.MOST_PACKED) for path in made if path.suffix == ".xz"]
    over = [(name, size, most) for name, size, most in sizes if size > most]
    for name, size, most in over:
        megabyte = archives.MEGABYTE
        say(f"{name} has {size / megabyte:.0f} MB, more than the {most / megabyte:.0f} MB that it should have.")
    return 1 if over else 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py release", description=__doc__)
    parser.add_argument("--built", action="store_true", help="pack the program that is there instead of a fresh one")
    parser.add_argument("--program", type=Path, default=build.PROGRAM.parent, metavar="DIR", help="the frozen folder")
    parser.add_argument("--target", type=Path, default=DIST, metavar="DIR", help="where archives and packages go")
    parser.add_argument(
        "--updates", metavar="URL", help="where the program asks for the newest version: JSON with version and page"
    )
    return parser.parse_args(arguments)
