"""Processes and packages of this system: what `run.py` and the tools start and install.

`run.py` imports this module before there is an environment, perhaps under a Python that is too old, so it needs the
standard library alone and keeps to its old parts.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parents[1]
LOG = ROOT / "setup.log"

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libportaudio.so.2": "libportaudio2",
}
"""What Qt's xcb plugin and PortAudio load, and the Debian package each is in."""

FONT = "fonts-dejavu-core"

PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "xdpyinfo": "x11-utils",
    "pulseaudio": "pulseaudio",
    "parec": "pulseaudio-utils",
    "sox": "sox",
    "ffmpeg": "ffmpeg",
}
"""What the tests start, and the Debian package each is in."""

ALSA_TO_PULSE = "*/alsa-lib/libasound_module_pcm_pulse.so"
PR_SET_PDEATHSIG = 1
SECONDS_BETWEEN_REPORTS = 5.0


class SetupError(Exception):
    """What cannot be set up, in one line: what is wrong and what to do."""


def say(text: str) -> None:
    """Print a short line of progress; standard output belongs to the program that is started."""
    print(text, file=sys.stderr, flush=True)


# Processes -----------------------------------------------------------------------------------------------------------


def tied(command: Sequence[str], **options: Any) -> subprocess.Popen[str]:
    """Start a process that the kernel kills when this one is killed, so that a killed start leaves nothing at work.

    Only the process itself is tied, not those that it starts, and only on Linux.
    """
    if not sys.platform.startswith("linux"):
        return subprocess.Popen(command, text=True, **options)
    import ctypes

    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def tie() -> None:  # runs between fork and exec, where it may do little more than call the kernel
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # killed before the line above
            os._exit(1)

    return subprocess.Popen(command, text=True, preexec_fn=tie, **options)  # noqa: PLW1509


def run_logged(
    command: Sequence[str], failure: str, start: Callable[..., subprocess.Popen[str]] = tied, log: Path = LOG
) -> None:
    """Run a command with its output in a log; its last error line becomes the reason of a SetupError.

    Parameters
    ----------
    command : sequence of str
        The program and its arguments.
    failure : str
        What to say when it fails, before the reason.
    start : callable
        What starts the process; `tied`, or `subprocess.Popen` for one that must not be killed halfway.
    log : Path
        The file that the output is appended to.

    Raises
    ------
    SetupError
        When the exit code is not 0.
    """
    reason, fetched, reported = f"{command[0]} gave up", 0, time.monotonic()
    options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with log.open("a", encoding="utf-8") as file:
        print("$", *command, file=file, flush=True)
        with start(command, **options, encoding="utf-8", errors="replace") as process:
            for line in process.stdout or ():
                file.write(line)
                if re.match(r"\s*(ERROR|E|error):", line):
                    reason = re.sub(r"^\s*\w+:\s*", "", line).strip()
                fetched += line.startswith("Collecting ")  # pip's word for each package
                if line.startswith("Collecting ") and time.monotonic() - reported >= SECONDS_BETWEEN_REPORTS:
                    reported = time.monotonic()
                    say(f"  {fetched} fetched")
    if process.returncode:
        raise SetupError(f"{failure}: {reason} (all of it is in {log.name}).")


# Debian packages -----------------------------------------------------------------------------------------------------


def loads(name: str) -> bool:
    """Return whether the loader finds a shared library, given by its name or path, and all that this one needs."""
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_library(name: str) -> bool:
    """Return whether a shared library is where the loader looks.

    The usual folders are looked into before it is asked: loading those of OpenGL takes a quarter of a second.
    """
    named = [Path(folder) for folder in os.environ.get("LD_LIBRARY_PATH", "").split(":") if folder]
    usual = [Path(base) for base in ("/lib", "/usr/lib", "/usr/local/lib", "/lib64", "/usr/lib64")]
    several = [folder for base in usual[:2] for folder in base.glob("*-linux-gnu*")]
    return any((folder / name).exists() for folder in (*named, *several, *usual)) or loads(name)


def has_font() -> bool:
    """Return whether there is any font to write with."""
    homes = [os.path.expanduser(folder) for folder in ("~/.fonts", "~/.local/share/fonts")]  # noqa: PTH111  never raises
    return any(
        name.lower().endswith((".ttf", ".otf", ".ttc", ".pfb"))
        for folder in ("/usr/share/fonts", "/usr/local/share/fonts", *homes)
        for _, _, names in os.walk(folder)
        for name in names
    )


def missing_packages(
    has_library: Callable[[str], bool] = has_library, has_font: Callable[[], bool] = has_font
) -> list[str]:
    """Return the Debian packages of what the window and the sound need and this system lacks."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for name, package in LIBRARIES.items() if not has_library(name)] + ([] if has_font() else [FONT])


def missing_test_packages(
    which: Callable[[str], str | None] = shutil.which, libraries: Path = Path("/usr/lib")
) -> list[str]:
    """Return the Debian packages of what the tests start and this system lacks."""
    if not sys.platform.startswith("linux"):
        return []
    packages = [package for name, package in PROGRAMS.items() if not which(name)]
    return packages + ([] if any(libraries.glob(ALSA_TO_PULSE)) else ["libasound2-plugins"])


def install_system_packages(packages: Sequence[str], log: Path = LOG) -> bool:
    """Install Debian packages where that is allowed, else say how; return whether they are there now."""
    if not packages:
        return True
    apt, prefix, names = shutil.which("apt-get"), administrator(), " ".join(packages)
    if apt is None or prefix is None:
        how = f"sudo apt install {names}" if apt else f"install what Debian calls {names}"
        say(f"Missing system packages; to have them: {how}")
        return False
    say(f"Installing system packages: {names}")
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-q", "-o", "DPkg::Lock::Timeout=300"]
    install = [*command, "install", "-y", "--no-install-recommends", *packages]
    try:  # started untied: a system with half-installed packages would be worse than one that goes on installing
        with suppress(SetupError):  # the lists that are there may do
            run_logged([*command, "update"], "The lists of packages cannot be fetched", subprocess.Popen, log)
        run_logged(install, "They cannot be installed", subprocess.Popen, log)
    except (SetupError, OSError) as error:
        say(f"{error} To try by hand: sudo apt install {names}")
        return False
    return True


def administrator() -> list[str] | None:
    """Return how to start a command as administrator without asking anybody; None where that cannot be."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.call([sudo, "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return [sudo, "-n"]
    return None
