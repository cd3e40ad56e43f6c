"""What Windows wants of a program: a version resource, and an installer, whose script is nsis/groovescope.nsi."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from core import __version__
from core.audio.files import AUDIO_EXTENSIONS
from tools.release import icons
from tools.system import ROOT, SetupError

OPEN_WITH: Final = r"Software\Classes\{}\OpenWithProgids"
SCRIPT: Final = Path(__file__).parent / "nsis" / "groovescope.nsi"

VERSION_RESOURCE: Final = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0
  ),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "Groovescope contributors"),
      StringStruct("FileDescription", "Groovescope"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "groovescope"),
      StringStruct("LegalCopyright", "Groovescope contributors; GPL-3.0-or-later as a whole, own code MIT"),
      StringStruct("OriginalFilename", "groovescope.exe"),
      StringStruct("ProductName", "Groovescope"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def write_version(folder: Path, version: str) -> Path:
    """Write what the properties of groovescope.exe show, in the form that PyInstaller reads."""
    path = folder / "version.txt"
    numbers = (*(int(number) for number in version.split(".")), 0, 0, 0)[:4]
    path.write_text(VERSION_RESOURCE.format(version=version, numbers=numbers), encoding="utf-8")
    return path


def type_lines() -> str:
    """Return the lines of the installer that offer the program under *Open with* for each ending of audio files."""
    lines = []
    for ending in sorted(AUDIO_EXTENSIONS):
        lines.append(f'  WriteRegStr SHCTX "${{CAPABILITIES}}" "{ending}" "Groovescope.Audio"')
        lines.append(f'  WriteRegNone SHCTX "{OPEN_WITH.format(ending)}" "Groovescope.Audio"')
    return "\n".join(lines) + "\n"


def removing_lines() -> str:
    """Return the lines of the uninstaller that take that back."""
    endings = sorted(AUDIO_EXTENSIONS)
    return "".join(f'  DeleteRegValue SHCTX "{OPEN_WITH.format(one)}" "Groovescope.Audio"\n' for one in endings)


def installer(program: Path, target: Path) -> Path:
    """Make the installer of Windows from a frozen program.

    Raises
    ------
    SetupError : when NSIS is missing or gives up
    """
    made = ROOT / "build" / "made"
    made.mkdir(parents=True, exist_ok=True)
    (made / "types.nsh").write_text(type_lines(), encoding="utf-8")
    (made / "remove-types.nsh").write_text(removing_lines(), encoding="utf-8")
    usual = os.environ.get("PROGRAMFILES(X86)", "") + r"\NSIS"
    makensis = shutil.which("makensis") or shutil.which("makensis", path=usual)
    if makensis is None:
        raise SetupError("The installer needs NSIS: https://nsis.sourceforge.io")
    path = target / f"groovescope-{__version__}-windows-x86_64.exe"
    defines = {"VERSION": __version__, "PROGRAM": program, "OUT": path, "ICON": icons.write_ico(made), "MADE": made}
    command = [
        makensis,
        "-INPUTCHARSET",
        "UTF8",
        *(f"-D{name}={value}" for name, value in defines.items()),
        str(SCRIPT),
    ]
    if subprocess.call(command) != 0:
        raise SetupError("The installer cannot be made; NSIS says why above.")
    return path
