"""Style, formatting, types and the direction of imports."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.system import ROOT, SetupError, say

SCRIPTS = Path(sys.executable).parent
CHECKS = {
    "ruff check": [str(SCRIPTS / "ruff"), "check", "--quiet", "."],
    "ruff format": [str(SCRIPTS / "ruff"), "format", "--quiet", "--check", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "import-linter": [str(SCRIPTS / "lint-imports"), "--no-logo"],
}


def main(arguments: Sequence[str]) -> int:
    """Run all checks; return 0 when none has found anything."""
    if arguments:
        raise SetupError("lint takes no arguments.")
    failed = failed_checks()
    if failed:
        say(f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


def failed_checks() -> list[str]:
    """Run all checks; return the names of those that have found something."""
    failed = []
    for name, command in CHECKS.items():
        say(f"> {name}")
        if subprocess.call(command, cwd=ROOT) != 0:
            failed.append(name)
    return failed
