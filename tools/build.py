"""The stand-alone program in dist/groovescope."""

import os
import subprocess
import sys
from collections.abc import Sequence

from tools.system import ROOT, say

PROGRAM = ROOT / "dist" / "groovescope" / ("groovescope.exe" if os.name == "nt" else "groovescope")


def main(arguments: Sequence[str]) -> int:
    """Freeze the program; arguments go to PyInstaller."""
    say("Building dist/groovescope (a few minutes)")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *arguments, "build.spec"]
    return subprocess.call(command, cwd=ROOT)
