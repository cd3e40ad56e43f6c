#!/usr/bin/env python3
"""Set Groovescope up, then start it. Needs nothing but Python 3.11, 3.12 or 3.13.

    python3 run.py                  the window on the clip of last time, at first the demo clip (no display: its tables)
    python3 run.py FILE ...         the window on these clips
    python3 run.py analyze ...      the command line; analyze --help says more
    python3 run.py test [ARG ...]   lint, types and tests; arguments go to pytest
    python3 run.py lint             lint and types alone
    python3 run.py build            the stand-alone program in dist/groovescope
    python3 run.py release          that program as archive, package and installer of this system
    python3 run.py frozen-test      starts that program and compares its numbers
    python3 run.py lock             renews both lock files from pyproject.toml
    python3 run.py screenshots DIR  pictures of every view
    python3 run.py soak             uses the window at random for an hour; what grows, what goes wrong

The first start makes an environment, .venv beside this file, with the packages of requirements.lock, and installs the
system libraries of the window and the sound where apt may do so. Later starts only look whether that is still so.
"""

from __future__ import annotations  # an older Python must get as far as `find_supported_python`

import errno
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from tools.system import SetupError, install_system_packages, loads, missing_packages, run_logged, say, tied

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SUPPORTED = ((3, 11), (3, 12), (3, 13))
ENVIRONMENT = ROOT / ".venv"
STAMP = "groovescope.json"
DEMO = ROOT / "resources" / "demo.flac"
DEMO_TABLES = "groovescope-demo"
LOCKS = {"use": ROOT / "requirements.lock", "development": ROOT / "requirements-dev.lock"}
# The verbs of `python -m tools`.
TOOLS = (
    "test", "lint", "build", "release", "frozen-test", "lock", "screenshots", "soak", "onset-lag", "rhythm",
    "rhythm-levels", "pop909", "languages", "window-texts", "start-times",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Set up what the arguments need and run them; return the exit code."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    find_supported_python()
    try:
        ensure_home()
        if not arguments or arguments[0] not in TOOLS:
            return start(set_up("use"), arguments)
        python = set_up("development")
        os.chdir(ROOT)
        return hand_over([python, "-m", "tools", *arguments], os.environ)
    except SetupError as error:
        say(f"error: {error}")
        return 2
    except OSError as error:  # a full disk, a read-only checkout, an environment that another user has made
        theirs = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
        advice = f" Copy {ROOT} to a folder of your own and start there." if theirs else ""
        say(f"error: {error.filename or ROOT} cannot be used ({error.strerror}).{advice}")
        return 2
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


def hand_over(command: list[str], environment: Mapping[str, str]) -> int:
    """Become `command`; where a process cannot, wait for it."""
    if os.name == "posix":
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def find_supported_python() -> None:
    """Go on under a supported Python: this one, or one that is on the PATH."""
    if sys.version_info[:2] in SUPPORTED:
        return
    for major, minor in SUPPORTED:
        other = shutil.which(f"python{major}.{minor}")
        if other and subprocess.call([other, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            sys.exit(hand_over([other, str(ROOT / "run.py"), *sys.argv[1:]], os.environ))
    version = ".".join(map(str, sys.version_info[:2]))
    sys.exit(f"Groovescope needs Python 3.11, 3.12 or 3.13; this is {version}. Install one, then: python3.11 run.py")


def ensure_home() -> None:
    """Set HOME to a folder that can be written: pip, uv, Qt and the program itself keep something there."""
    home = os.path.expanduser("~")
    if not os.access(home, os.W_OK | os.X_OK):
        unusable, home = home, tempfile.mkdtemp(prefix="groovescope-home-")
        say(f"The home folder {unusable} cannot be written; settings and library are in {home} this time.")
    os.environ["HOME"] = home


# The program ---------------------------------------------------------------------------------------------------------


def start(python: str, arguments: list[str]) -> int:
    """Start the program; if nothing is asked for, on the clip of the last time or, at first, the demo clip."""
    paths = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONSAFEPATH": "1"}  # finds `desktop` from any folder
    fault = window_fault() if opens_window(arguments) else None
    if fault and arguments:
        raise SetupError(f"{fault} Use 'python3 run.py analyze FILE --out DIR' to get the tables.")
    if not fault:
        return hand_over([python, "-m", "desktop", *(arguments or ["--first-clip", str(DEMO)])], environment)
    say(f"{fault} The demo clip is analysed on the terminal instead.")
    code = subprocess.call([python, "-m", "desktop", "analyze", str(DEMO), "--out", DEMO_TABLES], env=environment)
    if code == 0:
        tables = ", ".join(sorted(path.name for path in Path(DEMO_TABLES).glob("*.csv")))
        say(f"Its tables are in {Path(DEMO_TABLES).resolve()}: {tables}")
    return code


def opens_window(arguments: list[str]) -> bool:
    """Return whether these arguments are clips or nothing, rather than a word of the command line."""
    return not arguments or not re.fullmatch(r"[a-z]+|--?[a-z-]+", arguments[0]) or Path(arguments[0]).exists()


def window_fault() -> str | None:
    """Return why no window can be opened, after installing what can be had; None when all is well."""
    from desktop.display import display_fault

    fault, packages, tried = display_fault(), missing_packages(), ENVIRONMENT / "system-packages"
    if fault or not packages or (tried.exists() and qt_can_load()):
        return fault
    with suppress(OSError):
        tried.touch()  # what cannot be had and is not needed is not asked for at every start
    if install_system_packages(packages) or qt_can_load():
        return display_fault()
    return "Qt cannot open a window without these packages."


def qt_can_load() -> bool:
    """Return whether Qt finds the libraries of its X11 plugin; it ends the process where it does not."""
    plugins = ENVIRONMENT.glob("lib/python*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so")
    return bool(os.environ.get("WAYLAND_DISPLAY")) or all(loads(str(path)) for path in plugins)


# The environment -----------------------------------------------------------------------------------------------------


def set_up(purpose: str) -> str:
    """Return the Python of an environment with the packages of `purpose`; made, completed or remade where needed."""
    if not is_whole(wanted_stamp(purpose)):
        with only_one():
            if not is_whole(wanted_stamp(purpose)):  # another start may have done the work while this one waited
                make_environment("development" if "development" in read_stamp()["locks"] else purpose)
    return str(python_of(ENVIRONMENT))


def wanted_stamp(purpose: str) -> dict[str, Any]:
    """Return what must be true of an environment: where it is, its Python, the locks that were installed."""
    purposes = sorted({purpose, "use"})  # development holds what use needs, at the same versions
    locks = {name: hashlib.sha256(LOCKS[name].read_bytes()).hexdigest() for name in purposes}
    return {"path": str(ENVIRONMENT), "python": ".".join(map(str, sys.version_info[:2])), "locks": locks}


def read_stamp() -> dict[str, Any]:
    """Return what was noted when the environment was whole, with no locks when there is none or half of one."""
    with suppress(OSError, ValueError):
        stamp = json.loads((ENVIRONMENT / STAMP).read_text(encoding="utf-8"))
        if isinstance(stamp, dict) and isinstance(stamp.get("locks"), dict):
            return stamp
    return {"locks": {}}


def is_whole(wanted: dict[str, Any]) -> bool:
    """Return whether the environment has all that `wanted` asks for."""
    found = read_stamp()
    same = all(found.get(key) == wanted[key] for key in ("path", "python"))
    return same and wanted["locks"].items() <= found["locks"].items() and python_of(ENVIRONMENT).exists()


def python_of(environment: Path) -> Path:
    """Return the Python of an environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_environment(purpose: str) -> None:
    """Make an environment aside and put it in place when it is whole, or add the tools of development to this one.

    A virtual environment holds its own path, so the folder keeps its name and `.venv` is a link to it, replaced in one
    step. What a killed start, or a process that it had started, still writes is in a folder that no other start uses.
    """
    started = time.monotonic()
    growing = is_whole(wanted_stamp("use")) and "development" not in read_stamp()["locks"]
    if growing:
        say("Adding what development needs")
        folder = ENVIRONMENT.resolve()
        (folder / STAMP).unlink()  # without its stamp an environment counts as half-made
    else:
        say(f"Making the environment in {ENVIRONMENT.name} (once; a minute or two)")
        folder = new_folder(ENVIRONMENT.with_name(".venvs"))
        create_environment(folder)
    install_packages(folder, LOCKS[purpose])
    (folder / "new").write_text(json.dumps(wanted_stamp(purpose)), encoding="utf-8")
    (folder / "new").replace(folder / STAMP)
    if not growing:
        put_in_place(folder)
        sweep(folder.parent)
    say(f"Ready after {time.monotonic() - started:.0f} s")


def new_folder(aside: Path) -> Path:
    """Return an empty folder for an environment."""
    aside.mkdir(exist_ok=True)
    if ENVIRONMENT.is_dir() and not ENVIRONMENT.is_symlink():  # made by hand, or by an earlier version of this file
        ENVIRONMENT.rename(Path(tempfile.mkdtemp(dir=aside)) / "old")
    sweep(aside)
    folder = Path(tempfile.mkdtemp(prefix="venv-", dir=aside))
    folder.chmod(0o755)  # as readable as the checkout
    return folder


def sweep(aside: Path) -> None:
    """Remove what is not in use: former environments, and what killed starts have left."""
    for path in aside.iterdir():
        if path != ENVIRONMENT.resolve():
            shutil.rmtree(path, ignore_errors=True)


def put_in_place(folder: Path) -> None:
    """Make `.venv` stand for this environment."""
    if os.name == "nt":  # a link needs a privilege there
        folder.rename(ENVIRONMENT)
        return
    link = folder.with_name("link")
    link.unlink(missing_ok=True)
    link.symlink_to(folder.relative_to(ENVIRONMENT.parent))
    link.replace(ENVIRONMENT)


def create_environment(folder: Path) -> None:
    """Make an empty environment of this Python."""
    python, uv = getattr(sys, "_base_executable", None) or sys.executable, shutil.which("uv")
    if uv is None and importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not install_system_packages([package]):
            raise SetupError(f"Python's venv module is missing: sudo apt install {package}, then start again.")
    command = [uv, "venv", "--quiet", "--allow-existing", "--python", python] if uv else [python, "-m", "venv"]
    run_logged([*command, str(folder)], "The environment cannot be made")


def install_packages(folder: Path, lock: Path) -> None:
    """Install exactly the packages of a lock file, each checked against its hash, and compile them."""
    total = len(re.findall(r"^[a-z0-9]", lock.read_text(encoding="utf-8"), re.MULTILINE))
    say(f"Installing up to {total} packages")
    python, uv = str(python_of(folder)), shutil.which("uv")
    pip = [python, "-m", "pip", "install", "--no-compile", "--disable-pip-version-check", "--progress-bar=off"]
    command = [uv, "pip", "install", "--python", python] if uv else pip
    run_logged([*command, "--require-hashes", "-r", str(lock)], "The packages cannot be installed")
    say("Compiling")  # without this, each start would read and parse their sources again
    packages = next(folder.glob("lib/python*/site-packages"), folder / "Lib" / "site-packages")
    paths = [str(path) for path in (*packages.iterdir(), ROOT / "core", ROOT / "desktop", ROOT / "resources")]
    count = os.cpu_count() or 1
    parts = [[python, "-m", "compileall", "-q", *paths[start::count]] for start in range(count)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    for process in [tied(part, **quiet) for part in parts]:
        process.wait()  # a package may ship a file that this Python cannot read; that is no error


@contextmanager
def only_one() -> Iterator[None]:
    """Have one start at a time change the environment; the lock falls with the process that holds it."""
    with (ROOT / ".venv.lock").open("w", encoding="utf-8") as file:
        if os.name == "posix":
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another start is setting things up; waiting for it")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
