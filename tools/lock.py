"""The lock files: versions and hashes of every package for every platform, and no address."""

import subprocess
import sys
from collections.abc import Sequence

from tools.system import ROOT

USE, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"


def main(arguments: Sequence[str]) -> int:
    """Renew both lock files from pyproject.toml; arguments go to `uv pip compile`."""
    compile_ = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    options = ["--no-emit-index-url", "--no-header", "--python-version", "3.11", *arguments, "pyproject.toml"]
    code = subprocess.call([*compile_, *options, "-o", USE], cwd=ROOT)
    if code:
        return code
    # development is held to the very versions that are used
    return subprocess.call(
        [*compile_, *options, "--group", "dev", "--all-extras", "-c", USE, "-o", DEVELOPMENT], cwd=ROOT
    )
