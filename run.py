#!/usr/bin/env python3
"""Sets Groovescope up, then starts it. Needs nothing but Python 3.11, 3.12 or 3.13.

    python3 run.py                  the window on the demo clip (without a display: its tables, on the terminal)
    python3 run.py FILE ...         the window on these clips
    python3 run.py analyze ...      the command line; analyze --help says more
    python3 run.py test [ARG ...]   lint, types and tests; arguments go to pytest
    python3 run.py lint             lint and types alone
    python3 run.py build            the stand-alone program in dist/groovescope
    python3 run.py frozen-test      starts that program and compares its numbers
    python3 run.py lock             renews both lock files from pyproject.toml

The first start makes .venv beside this file with the packages of requirements.lock, and installs the system libraries
of the window and the sound where apt may do so. Later starts only look whether that is still so.
"""

from __future__ import annotations  # an older Python must get as far as `find_supported_python`

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

SUPPORTED = ((3, 11), (3, 12), (3, 13))
ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "groovescope.json"
ATTEMPTED = ENVIRONMENT / "system-packages-attempted.txt"
LOG = ROOT / "setup.log"
DEMO = ROOT / "resources" / "demo.flac"
DEMO_TABLES = "groovescope-demo"
LOCKS = {"use": ROOT / "requirements.lock", "development": ROOT / "requirements-dev.lock"}
VERBS = ("test", "lint", "build", "frozen-test", "lock")

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

ALSA_TO_PULSE = "alsa-lib/libasound_module_pcm_pulse.so"
FONT = "fonts-dejavu-core"
SUMMARY_WORDS = ("failed", "passed", "skipped", "xfailed", "xpassed", "warnings", "errors", "rerun")


class SetupError(Exception):
    """What cannot be set up, in one line: what is wrong and what to do."""


def main(arguments: list[str]) -> int:
    """Set up what the arguments need and run them; returns the exit code."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    find_supported_python()
    try:
        verb, rest = route(arguments)
        if verb == "start":
            return start(rest)
        python = set_up("development")
        if verb == "test":
            return test(python, rest)
        if verb == "build":
            return build(python, rest)
        if verb == "frozen-test":
            return frozen_test(python, rest)
        return lock(python, rest) if verb == "lock" else lint(python)
    except SetupError as error:
        say(f"error: {error}")
        return 2
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


def route(arguments: list[str]) -> tuple[str, list[str]]:
    """Which of this file's verbs is meant, and what goes on to it; everything else starts the program."""
    if arguments and arguments[0] in VERBS:
        return arguments[0], arguments[1:]
    return "start", arguments


def say(text: str) -> None:
    """Print a short line of progress; standard output belongs to the program that is started."""
    print(text, file=sys.stderr, flush=True)


# The program ---------------------------------------------------------------------------------------------------------


def start(arguments: list[str]) -> int:
    """Start the program, on the demo clip if nothing else was asked for."""
    python = set_up("use")
    window = opens_window(arguments) and has_display()
    if window and not install_system_packages(missing_libraries()) and not qt_can_load():
        if arguments:
            raise SetupError("Qt cannot open a window without these packages; install them, then start again.")
        return analyse_demo(python, "Qt cannot open a window without them")
    if not arguments and not has_display():
        return analyse_demo(python, "There is no display to open a window on")
    return hand_over([python, "-m", "desktop", *(arguments or [str(DEMO)])])


def opens_window(arguments: list[str]) -> bool:
    """Whether these arguments are clips or nothing, rather than a word of the command line."""
    return not arguments or not re.fullmatch(r"[a-z]+|--?[a-z-]+", arguments[0]) or Path(arguments[0]).exists()


def qt_can_load() -> bool:
    """Whether Qt finds the libraries of its X11 plugin; it ends the process where it does not."""
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    import ctypes

    plugins = ENVIRONMENT.glob("lib/python*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so")
    return all(_try(partial(ctypes.CDLL, str(path))) for path in plugins)


def analyse_demo(python: str, why: str) -> int:
    """Analyse the demo clip where no window can be shown; its tables go to a folder in the current one."""
    say(f"{why}, so the demo clip is analysed here on the terminal.")
    command = [python, "-m", "desktop", "analyze", str(DEMO), "--out", DEMO_TABLES]
    code = subprocess.call(command, env=program_environment())
    if code == 0:
        tables = ", ".join(sorted(path.name for path in Path(DEMO_TABLES).glob("*.csv")))
        say(f"Its tables are in {Path(DEMO_TABLES).resolve()}: {tables}")
    return code


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether there is something to show windows on; always so outside Linux."""
    if not sys.platform.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM", "xcb").split(":")[0] not in ("xcb", "wayland"):
        return True  # offscreen, say
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def program_environment() -> dict[str, str]:
    """The environment of this process, in which `desktop` and `core` are found from any folder."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONSAFEPATH": "1"}


def hand_over(command: list[str]) -> int:
    """Become `command`; where a process cannot, wait for it."""
    if os.name == "posix":
        os.execve(command[0], command, program_environment())
    return subprocess.call(command, env=program_environment())


# The environment -----------------------------------------------------------------------------------------------------


def find_supported_python() -> None:
    """Go on under a supported Python: this one, or one that is on the PATH."""
    if sys.version_info[:2] in SUPPORTED:
        return
    for major, minor in SUPPORTED:
        other = shutil.which(f"python{major}.{minor}")
        if other and subprocess.call([other, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            command = [other, str(ROOT / "run.py"), *sys.argv[1:]]
            if os.name == "posix":
                os.execv(other, command)
            sys.exit(subprocess.call(command))
    version = ".".join(map(str, sys.version_info[:2]))
    sys.exit(f"Groovescope needs Python 3.11, 3.12 or 3.13; this is {version}. Install one, then: python3.11 run.py")


def set_up(purpose: str) -> str:
    """The Python of an environment that holds the packages of `purpose`; made, completed or remade where needed."""
    wanted = wanted_stamp(purpose)
    if satisfies(read_stamp(), wanted) and environment_python().exists():
        return str(environment_python())
    with only_one():
        found = read_stamp()  # another start may have done the work while this one waited
        if not (satisfies(found, wanted) and environment_python().exists()):
            keep_tools = found is not None and "development" in found["locks"]
            make_environment(found, wanted_stamp("development") if keep_tools else wanted)
    return str(environment_python())


def wanted_stamp(purpose: str) -> dict[str, Any]:
    """What must be true of an environment: where it is, its Python, the locks that were installed."""
    try:
        locks = {purpose: hashlib.sha256(LOCKS[purpose].read_bytes()).hexdigest()}
    except OSError as error:
        raise SetupError(f"{LOCKS[purpose].name} cannot be read ({error.strerror}); get a complete copy.") from None
    if purpose == "development":  # holds everything that use needs, at the same versions
        locks["use"] = hashlib.sha256(LOCKS["use"].read_bytes()).hexdigest()
    return {"path": str(ENVIRONMENT), "python": ".".join(map(str, sys.version_info[:2])), "locks": locks}


def read_stamp() -> dict[str, Any] | None:
    """What was noted when the environment was complete; None when there is none, or only half of one."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return stamp if isinstance(stamp, dict) and isinstance(stamp.get("locks"), dict) else None


def satisfies(found: dict[str, Any] | None, wanted: dict[str, Any]) -> bool:
    """Whether an environment with the stamp `found` has all that `wanted` asks for."""
    if found is None or any(found.get(key) != wanted[key] for key in ("path", "python")):
        return False
    return all(found["locks"].get(purpose) == lock for purpose, lock in wanted["locks"].items())


def can_grow(found: dict[str, Any] | None, wanted: dict[str, Any]) -> bool:
    """Whether the tools of development are all that is missing; anything else would leave old packages behind."""
    use_only = {**wanted, "locks": {"use": wanted["locks"]["use"]}}
    return found is not None and "development" not in found["locks"] and satisfies(found, use_only)


def environment_python() -> Path:
    """The Python of the environment."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_environment(found: dict[str, Any] | None, wanted: dict[str, Any]) -> None:
    """Create the environment, or add the tools of development to it, and note that it is whole."""
    started = time.monotonic()
    purpose = "development" if "development" in wanted["locks"] else "use"
    uv = shutil.which("uv")
    if can_grow(found, wanted) and environment_python().exists():
        say("Adding what development needs")
        STAMP.unlink()  # without its stamp an environment counts as half-made
    else:
        say(f"Making the environment in {ENVIRONMENT.name} (once; a minute or two)")
        remove_environment()
        create_environment(uv)
    install_packages(uv, LOCKS[purpose])
    say("Compiling")
    compile_packages()
    unfinished = STAMP.with_suffix(".new")
    unfinished.write_text(json.dumps(wanted), encoding="utf-8")
    unfinished.replace(STAMP)
    say(f"Ready after {time.monotonic() - started:.0f} s")


def remove_environment() -> None:
    """Delete what is left of an earlier environment, whatever it is."""
    try:
        if ENVIRONMENT.is_symlink() or ENVIRONMENT.is_file():
            ENVIRONMENT.unlink()
        elif ENVIRONMENT.exists():
            shutil.rmtree(ENVIRONMENT)
    except OSError as error:
        raise SetupError(f"{ENVIRONMENT} cannot be replaced ({error.strerror}); delete it and start again.") from None


def create_environment(uv: str | None) -> None:
    """An empty environment of this Python."""
    python = getattr(sys, "_base_executable", None) or sys.executable
    if uv:
        run_logged([uv, "venv", "--quiet", "--python", python, str(ENVIRONMENT)], "The environment cannot be made")
        return
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not install_system_packages([package]):
            raise SetupError(f"Python's venv module is missing: sudo apt install {package}, then start again.")
    run_logged([python, "-m", "venv", str(ENVIRONMENT)], "The environment cannot be made")


def install_packages(uv: str | None, lock: Path) -> None:
    """Install exactly the packages of a lock file, each checked against its hash."""
    total = len(re.findall(r"^[a-z0-9]", lock.read_text(encoding="utf-8"), re.MULTILINE))
    say(f"Installing up to {total} packages")
    python = str(environment_python())
    if uv:
        command = [uv, "pip", "install", "--python", python, "--require-hashes", "-r", str(lock)]
    else:
        options = ["--require-hashes", "--no-compile", "--disable-pip-version-check", "--progress-bar", "off"]
        command = [python, "-m", "pip", "install", *options, "-r", str(lock)]
    run_logged(command, "The packages cannot be installed", progress=PackageProgress())


def compile_packages() -> None:
    """Compile every installed module; without this, each start would read and parse their sources again."""
    python = str(environment_python())
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.check_output([python, "-c", code], text=True).strip()
    folders = [packages, str(ROOT / "core"), str(ROOT / "desktop"), str(ROOT / "resources")]
    subprocess.call(  # a package may ship a file that this Python cannot read; that is no error
        [python, "-m", "compileall", "-q", "-j", "0", *folders], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


class PackageProgress:
    """Says every so often how far pip is."""

    def __init__(self, every: float = 5.0) -> None:
        self.every = every
        self.seen = 0
        self.last = time.monotonic()

    def __call__(self, line: str) -> None:
        """Take one line of pip's output."""
        if line.startswith("Collecting "):
            self.seen += 1
        if line.startswith("Installing collected"):
            say("  unpacking")
        elif line.startswith("Collecting ") and time.monotonic() - self.last >= self.every:
            self.last = time.monotonic()
            say(f"  {self.seen} fetched")


def run_logged(
    command: list[str],
    failure: str,
    progress: Callable[[str], None] | None = None,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run a command with its output in setup.log; its last error line becomes the reason of a SetupError."""
    reason = ""
    with LOG.open("a", encoding="utf-8") as log:
        print("$", *command, file=log, flush=True)
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                log.write(line)
                if re.match(r"\s*(ERROR|E|error):", line):
                    reason = re.sub(r"^\s*\w+:\s*", "", line).strip()
                if progress:
                    progress(line)
    if process.returncode:
        raise SetupError(f"{failure}: {reason or f'{command[0]} gave up'} (all of it is in {LOG.name}).")


@contextmanager
def only_one() -> Iterator[None]:
    """Let one start at a time change the environment; the lock falls with the process that holds it."""
    with (ROOT / ".venv.lock").open("w", encoding="utf-8") as file:
        if sys.platform == "win32":
            import msvcrt

            while not _try(lambda: msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)):
                time.sleep(0.5)
        else:
            import fcntl

            if not _try(lambda: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)):
                say("Another start is setting things up; waiting for it")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _try(action: Callable[[], object]) -> bool:
    try:
        action()
    except OSError:
        return False
    return True


# The system ----------------------------------------------------------------------------------------------------------


def library_folders() -> list[str]:
    """Where the loader of this system keeps shared libraries."""
    named = filter(None, os.environ.get("LD_LIBRARY_PATH", "").split(":"))
    usual = ("/lib", "/usr/lib", "/usr/local/lib", "/lib64", "/usr/lib64")
    several = [str(path) for base in ("/lib", "/usr/lib") for path in Path(base).glob("*-linux-gnu*")]
    return [*named, *several, *usual]


def has_library(name: str) -> bool:
    """Whether the loader would find a shared library: by its usual folders, then by asking it."""
    if any(os.path.exists(os.path.join(folder, name)) for folder in library_folders()):
        return True
    import ctypes

    return _try(lambda: ctypes.CDLL(name))


def has_font() -> bool:
    """Whether there is any font to write with."""
    home = Path.home()
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", home / ".local/share/fonts"]
    return any(
        name.lower().endswith((".ttf", ".otf", ".ttc", ".pfb"))
        for folder in folders
        for _, _, names in os.walk(folder)
        for name in names
    )


def missing_libraries(
    has_library: Callable[[str], bool] = has_library, has_font: Callable[[], bool] = has_font
) -> list[str]:
    """Debian packages of what the window and the sound need and this system lacks."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for name, package in LIBRARIES.items() if not has_library(name)] + ([] if has_font() else [FONT])


def missing_test_programs(
    which: Callable[[str], str | None] = shutil.which, has_library: Callable[[str], bool] = has_library
) -> list[str]:
    """Debian packages of what the tests start and this system lacks."""
    if not sys.platform.startswith("linux"):
        return []
    packages = [package for name, package in PROGRAMS.items() if not which(name)]
    return packages + ([] if has_library(ALSA_TO_PULSE) else ["libasound2-plugins"])


def install_system_packages(packages: Sequence[str], again: bool = False) -> bool:
    """Install Debian packages where that is allowed, else say how; whether they are there now.

    What was tried in vain (no network, say) is not tried at every start; `again` does.
    """
    if not packages:
        return True
    names = " ".join(packages)
    apt = shutil.which("apt-get")
    prefix = administrator() if apt and (again or not attempted(packages)) else None
    if apt is None or prefix is None:
        how = f"sudo apt install {names}" if apt else f"install what Debian calls {names}"
        say(f"Missing system packages; to have them: {how}")
        return False
    say(f"Installing system packages: {names}")
    note_attempt(packages)
    apt_get = [*prefix, apt, "-q", "-o", "DPkg::Lock::Timeout=300"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        run_logged([*apt_get, "update"], "The lists of packages cannot be fetched", environment=environment)
    except SetupError as error:
        say(str(error))  # the lists that are there may do
    try:
        install = [*apt_get, "install", "-y", "--no-install-recommends", *packages]
        run_logged(install, "They cannot be installed", environment=environment)
    except SetupError as error:
        say(f"{error} To try by hand: sudo apt install {names}")
        return False
    return True


def attempted(packages: Sequence[str]) -> bool:
    """Whether an earlier start has tried to install all of these."""
    try:
        return set(packages) <= set(ATTEMPTED.read_text(encoding="utf-8").split())
    except OSError:
        return False


def note_attempt(packages: Sequence[str]) -> None:
    """Remember what was tried, as long as this environment lasts."""
    if ENVIRONMENT.is_dir():
        ATTEMPTED.write_text("\n".join(packages), encoding="utf-8")


def administrator() -> list[str] | None:
    """How to start a command as administrator without asking anybody; None where that cannot be."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.call([sudo, "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return [sudo, "-n", "--preserve-env=DEBIAN_FRONTEND"]
    return None


# Development ---------------------------------------------------------------------------------------------------------


def lint(python: str) -> int:
    """Check style, formatting, types and the direction of imports; 0 when all are as they should be."""
    failed = failed_checks(python)
    if failed:
        say(f"Not as it should be: {', '.join(failed)}")
    return 1 if failed else 0


def failed_checks(python: str) -> list[str]:
    """Names of the checks that found something."""
    tools = environment_python().parent
    checks = {
        "ruff check": [str(tools / "ruff"), "check", "--quiet", "."],
        "ruff format": [str(tools / "ruff"), "format", "--quiet", "--check", "."],
        "mypy": [python, "-m", "mypy"],
        "import-linter": [str(tools / "lint-imports"), "--no-logo"],
    }
    failed = []
    for name, command in checks.items():
        say(f"> {name}")
        if subprocess.call(command, cwd=ROOT) != 0:
            failed.append(name)
    return failed


def test(python: str, arguments: list[str]) -> int:
    """Run all checks and all tests but those of the built program; the last line is pytest's summary."""
    install_system_packages(missing_libraries() + missing_test_programs(), again=True)
    failed = failed_checks(python)
    if arguments:
        code, summary = run_pytest(python, arguments)
    else:
        # real windows, real sound and time limits want the machine to themselves, in a process that may hang alone
        hang = "--timeout-method=thread"  # ends a worker that hangs even inside Qt; xdist replaces it and goes on
        spread = [hang, "-n", "auto", "--maxprocesses=4", "--dist=loadgroup"]
        parallel = run_pytest(python, [*spread, "-m", "not serial and not frozen"])
        # a busy machine may cut into real time: what fails is tried again, and the summary counts that
        serial = run_pytest(python, [hang, "-n", "1", "--reruns=2", "-m", "serial and not frozen"])
        code = max((code for code, _ in (parallel, serial) if code != NO_TESTS), default=NO_TESTS)
        summary = add_summaries([parallel[1], serial[1]])
    if failed:
        print(f"Not as it should be: {', '.join(failed)}")
    if failed or not arguments:
        print(summary, flush=True)
    return code or (1 if failed else 0)


NO_TESTS = 5
"""pytest's exit code when nothing was selected."""


def run_pytest(python: str, arguments: list[str]) -> tuple[int, str]:
    """Run pytest with its output passed on; returns its exit code and its last line."""
    last = ""
    command = [python, "-m", "pytest", "--color=no", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return process.returncode, last


def add_summaries(lines: Sequence[str]) -> str:
    """One line in pytest's form for several runs of it."""
    counts = dict.fromkeys(SUMMARY_WORDS, 0)
    seconds = 0.0
    for line in lines:
        for number, word in re.findall(r"(\d+) ([a-z]+)", line):
            plural = f"{word}s" if word in ("warning", "error") else word
            if plural in counts:
                counts[plural] += int(number)
        duration = re.search(r" in (\d+(?:\.\d+)?)s", line)
        seconds += float(duration.group(1)) if duration else 0.0
    parts = ", ".join(f"{number} {word}" for word, number in counts.items() if number) or "no tests ran"
    return f" {parts} in {seconds:.2f}s ".center(80, "=")


def build(python: str, arguments: list[str]) -> int:
    """Freeze the program into dist/groovescope."""
    say("Building dist/groovescope (a few minutes)")
    command = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *arguments, "build.spec"]
    return subprocess.call(command, cwd=ROOT)


def frozen_test(python: str, arguments: list[str]) -> int:
    """Test the frozen program, built first where there is none."""
    install_system_packages(missing_libraries() + missing_test_programs(), again=True)
    program = ROOT / "dist" / "groovescope" / ("groovescope.exe" if os.name == "nt" else "groovescope")
    if not program.exists():
        code = build(python, [])
        if code:
            return code
    return run_pytest(python, ["-m", "frozen", "tests/frozen", *arguments])[0]


def lock(python: str, arguments: list[str]) -> int:
    """Renew both lock files: versions and hashes for every platform, and no address."""
    uv = [python, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url"]
    uv += ["--no-header", "--python-version", "3.11", *arguments, "pyproject.toml"]
    use, development = (path.name for path in LOCKS.values())
    code = subprocess.call([*uv, "-o", use], cwd=ROOT)
    return code or subprocess.call([*uv, "--group", "dev", "-c", use, "-o", development], cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
