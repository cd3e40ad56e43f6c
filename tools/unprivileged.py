"""A process of an ordinary user, started by an administrator: for tests of what the operating system forbids."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.system import ROOT, say

NOBODY = "65534"
WAYS = (
    ("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--no-new-privs"),
    ("unshare", "--user", "--map-user", NOBODY, "--map-group", NOBODY),
)
"""How to become an ordinary user, the best first.

The second keeps the owner's right to read, for a checkout or a Python that lies in an administrator's home, but has no
other privilege, in a user namespace of its own.
"""

PROBE = """
import os, pathlib, subprocess, sys
folder = pathlib.Path(os.environ["TMPDIR"], "probe")
folder.mkdir(mode=0o500)
try:
    (folder / "file").touch()
except PermissionError:
    pass
else:
    sys.exit("may write everywhere")
child = "import os, sys, pytest, run; print(os.geteuid() != 0, sys.base_prefix)"
subprocess.run([sys.executable, "-c", child], check=True)
"""
"""Says in a child, as tests start some, whether it is an ordinary user's and which Python's: one whose own libraries
cannot be read takes those of another."""


@dataclass(frozen=True)
class User:
    """How to start a process as an ordinary user."""

    prefix: Sequence[str]
    """What stands before the command."""

    environment: Mapping[str, str]
    """Variables with a home and a temporary folder that the user may write to."""


def is_administrator() -> bool:
    """Return whether the operating system forbids this process nothing."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


@contextmanager
def as_ordinary_user() -> Iterator[User | None]:
    """Find a way to start processes as an ordinary user; None, and a line that says so, where there is none."""
    with tempfile.TemporaryDirectory(prefix="groovescope-user-") as folder:
        users = (_user(way, Path(folder, str(number))) for number, way in enumerate(WAYS))
        user = next((user for user in users if _works(user)), None)
        if user is None:
            say("No process can be started as an ordinary user here: tests of what one may not do are skipped.")
        yield user


def _user(way: Sequence[str], home: Path) -> User:
    home.mkdir()
    for folder in (home.parent, home):
        folder.chmod(0o755 if folder == home.parent else 0o777)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "GROOVESCOPE_"))}
    return User(way, environment | {"HOME": str(home), "TMPDIR": str(home), "USER": "nobody", "LOGNAME": "nobody"})


def _works(user: User) -> bool:
    command = [*user.prefix, sys.executable, "-c", PROBE]
    try:
        done = subprocess.run(command, cwd=ROOT, env=user.environment, capture_output=True, text=True, check=False)
    except OSError:  # no such program
        return False
    return done.returncode == 0 and done.stdout.strip() == f"True {sys.base_prefix}"
