"""The tests of the stand-alone program."""

import subprocess
import sys
from collections.abc import Sequence

from tools import build
from tools.system import ROOT, install_system_packages, missing_packages, missing_test_packages


def main(arguments: Sequence[str]) -> int:
    """Test the stand-alone program and build it first if the sources have changed; arguments go to pytest."""
    install_system_packages(missing_packages() + missing_test_packages())
    code = 0 if build.is_fresh() else build.main([])
    return code or subprocess.call(
        [sys.executable, "-m", "pytest", "-m", "frozen", "tests/frozen", *arguments], cwd=ROOT
    )
