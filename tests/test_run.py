"""The first start and later ones: real processes in a small checkout with packages of its own."""

import base64
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

import run
from tests.waiting import wait_for

ROOT = Path(run.__file__).parent
UV = Path(sys.executable).with_name("uv")
WITH_UV = f"{UV.parent}{os.pathsep}{os.defpath}"
"""A PATH on which uv is found, which takes a second where pip takes ten."""
PROGRAM = """
import os, sys
print("program", os.path.basename(sys.prefix), *sys.argv[1:])
print(os.environ["HOME"], file=open(os.path.join(os.path.dirname(__file__), "home.txt"), "w"))
"""
N_FILES = 1500
"""Enough for a kill while they are unpacked."""


def write_wheel(folder: Path, name: str, n_files: int = 1) -> str:
    """Write a package with a command of its own name; returns its line for a lock file."""
    info = f"{name}-1.dist-info"
    files = {f"{name}/part{number}.py": f"NUMBER = {number}\n" for number in range(n_files)}
    files |= {
        f"{name}/__init__.py": f"def main():\n    print('{name} of', __file__)\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": f"[console_scripts]\n{name} = {name}:main\n",
    }
    path = folder / f"{name}-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        record = []
        for file, text in files.items():
            wheel.writestr(zipfile.ZipInfo(file), text)  # without the time, so that a package has one hash
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            record.append(f"{file},sha256={digest},{len(text.encode())}")
        wheel.writestr(zipfile.ZipInfo(f"{info}/RECORD"), "\n".join([*record, f"{info}/RECORD,,", ""]))
    return f"{name}==1 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@dataclass
class Checkout:
    """A copy of what a first start reads, with another program and a network that ends in a folder."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(self.root / "run.py"), *arguments]

    def start(self, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Start `run.py` in another folder and wait for its end."""
        return subprocess.run(
            self.command(*arguments),
            cwd=self.root.parent,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def lock(self, purpose: str, *packages: tuple[str, int]) -> None:
        """Write a lock file with packages, each with its number of files."""
        lines = [write_wheel(self.root.parent / "wheels", name, n_files) for name, n_files in packages]
        (self.root / Path(run.LOCKS[purpose]).name).write_text("".join(lines))

    def unpacked(self, package: str) -> list[Path]:
        """The folders in which a package lies, whole or not."""
        return list(self.root.glob(f".venvs/*/lib/python*/site-packages/{package}"))


def make_checkout(folder: Path) -> Checkout:
    root = folder / "checkout"
    for name in ("run.py", "tools/__init__.py", "tools/system.py", "desktop/__init__.py", "desktop/display.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    for name in ("core", "resources"):
        (root / name).mkdir()
    (root / "desktop" / "__main__.py").write_text(PROGRAM)
    (root / "tools" / "__main__.py").write_text(PROGRAM.replace("program", "tools"))
    wheels = folder / "wheels"
    wheels.mkdir()
    environment = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
    environment |= {"PATH": WITH_UV if UV.exists() else os.defpath, "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PIP_NO_CACHE_DIR": "1"}
    environment |= {"UV_OFFLINE": "1", "UV_FIND_LINKS": str(wheels), "UV_CACHE_DIR": str(folder / "uv-cache")}
    checkout = Checkout(root, environment)
    checkout.lock("use", ("useful", 1))
    checkout.lock("development", ("useful", 1), ("handy", 1))
    return checkout


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout in which nothing has been started yet."""
    return make_checkout(tmp_path)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout whose environment holds what use and development need."""
    checkout = make_checkout(tmp_path_factory.mktemp("ready"))
    done = checkout.start("lint")
    assert done.returncode == 0, done.stderr
    return checkout


def one_error(done: "subprocess.CompletedProcess[str]") -> str:
    """The only line of a start that failed."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("error: ") and done.stderr.count("\n") == 1, done.stderr
    return done.stderr.strip()


def test_help_needs_no_environment() -> None:
    command = [sys.executable, "-I", str(ROOT / "run.py"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=os.sep)
    assert "python3 run.py test" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "program .venv --first-clip {root}/resources/demo.flac"),
        (["song.mp3", "test"], "program .venv song.mp3 test"),
        (["analyze", "x.wav", "--out", "d"], "program .venv analyze x.wav --out d"),
        (["./test"], "program .venv ./test"),
        (["test", "-k", "audio"], "tools .venv test -k audio"),
        (["frozen-test"], "tools .venv frozen-test"),
    ],
)
def test_verbs_of_development_go_to_the_tools_and_all_else_to_the_program(
    ready: Checkout, arguments: list[str], expected: str
) -> None:
    done = ready.start(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == expected.format(root=ready.root)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [([], True), (["a song.mp3"], True), (["analyze", "x.wav"], False), (["--version"], False), (["desktop"], True)],
)
def test_clips_open_a_window_and_commands_do_not(
    arguments: list[str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert run.opens_window(arguments) is expected


# Environments --------------------------------------------------------------------------------------------------------


INSTALLERS = [
    "pip",
    pytest.param("uv", marks=pytest.mark.skipif(not UV.exists(), reason="needs uv")),
]


@pytest.mark.parametrize("installer", INSTALLERS)
def test_a_start_killed_while_it_unpacks_leaves_nothing_that_the_next_one_stumbles_over(
    checkout: Checkout, installer: str
) -> None:
    checkout.environment["PATH"] = WITH_UV if installer == "uv" else os.defpath
    checkout.lock("use", ("useful", N_FILES))
    with subprocess.Popen(checkout.command("x.mp3"), env=checkout.environment, stderr=subprocess.DEVNULL) as process:
        wait_for("the first files", lambda: checkout.unpacked("useful") or process.poll() is not None)
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
    assert not checkout.venv.exists(), "it was killed too late"
    assert children
    wait_for("its children to end", lambda: not any(map(alive, children)))
    done = checkout.start("x.mp3")
    assert (done.returncode, done.stdout) == (0, "program .venv x.mp3\n"), done.stderr
    (package,) = checkout.unpacked("useful")
    assert len(list(package.glob("*.py"))) == N_FILES + 1
    hello = subprocess.run([checkout.venv / "bin" / "useful"], capture_output=True, text=True, check=True)
    assert hello.stdout == f"useful of {package / '__init__.py'}\n"


def alive(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


def test_an_environment_stays_in_its_place_until_its_successor_is_whole(checkout: Checkout) -> None:
    assert checkout.start("x.mp3").returncode == 0
    former = checkout.venv.resolve()
    checkout.lock("use", ("useful", 1), ("newer", 1))
    shutil.rmtree(checkout.root.parent / "wheels")
    error = checkout.start("x.mp3").stderr.splitlines()[-1]
    assert re.fullmatch(r"error: The packages cannot be installed: .* \(all of it is in setup\.log\)\.", error)
    assert checkout.venv.resolve() == former
    assert run.python_of(checkout.venv).exists()


def test_a_changed_lock_makes_a_new_environment_without_what_left_it(checkout: Checkout) -> None:
    assert checkout.start("x.mp3").returncode == 0
    former = checkout.venv.resolve()
    checkout.lock("use", ("newer", 1))
    assert checkout.start("x.mp3").stdout == "program .venv x.mp3\n"
    assert checkout.unpacked("newer")
    assert not checkout.unpacked("useful")
    assert not former.exists()


def test_the_environment_for_use_grows_into_that_of_development_and_stays_one(checkout: Checkout) -> None:
    assert checkout.start("x.mp3").returncode == 0
    first = checkout.venv.resolve()
    assert not checkout.unpacked("handy")
    assert checkout.start("lint").stdout == "tools .venv lint\n"
    assert checkout.venv.resolve() == first
    assert checkout.unpacked("handy")
    checkout.lock("use", ("useful", 2))
    checkout.lock("development", ("useful", 2), ("handy", 1))
    assert checkout.start("x.mp3").returncode == 0
    assert checkout.venv.resolve() != first
    assert checkout.unpacked("handy")


def test_changed_tools_of_development_make_a_new_environment_when_they_are_wanted(ready: Checkout) -> None:
    former = ready.venv.resolve()
    ready.lock("development", ("useful", 1), ("handier", 1))
    assert ready.start("x.mp3").stderr == ""
    assert ready.venv.resolve() == former
    assert ready.start("lint").returncode == 0
    assert ready.venv.resolve() != former
    assert not ready.unpacked("handy")


@pytest.mark.parametrize("damage", ["no stamp", "half a stamp", "another place", "no Python"])
def test_half_an_environment_is_made_again(ready: Checkout, damage: str) -> None:
    former, stamp = ready.venv.resolve(), ready.venv / run.STAMP
    if damage == "no stamp":
        stamp.unlink()
    elif damage == "no Python":
        run.python_of(ready.venv).unlink()
    else:
        text = stamp.read_text()
        stamp.write_text(text[:20] if damage == "half a stamp" else text.replace(str(ready.venv), "/elsewhere/.venv"))
    done = ready.start("x.mp3")
    assert done.stdout == "program .venv x.mp3\n", done.stderr
    assert "Making the environment" in done.stderr
    assert ready.venv.resolve() != former
    assert ready.start("lint").returncode == 0


@pytest.mark.parametrize("kind", ["a folder", "a file", "a link"])
def test_what_lies_in_the_place_of_the_environment_gives_way(checkout: Checkout, kind: str) -> None:
    elsewhere = checkout.root / "elsewhere"
    elsewhere.mkdir()
    if kind == "a folder":
        (checkout.venv / "lib").mkdir(parents=True)
    elif kind == "a file":
        checkout.venv.touch()
    else:
        checkout.venv.symlink_to(elsewhere)
    assert checkout.start("x.mp3").stdout == "program .venv x.mp3\n"
    assert elsewhere.is_dir()


def test_two_starts_at_once_make_one_environment(checkout: Checkout) -> None:
    def start() -> "subprocess.Popen[str]":
        pipe = subprocess.PIPE
        return subprocess.Popen(
            checkout.command("x.mp3"), env=checkout.environment, stdout=pipe, stderr=pipe, text=True
        )

    ends = [process.communicate() for process in (start(), start())]
    assert [output for output, _ in ends] == ["program .venv x.mp3\n"] * 2
    said = sorted((errors for _, errors in ends), key=len)
    assert said[0] == "Another start is setting things up; waiting for it\n"
    assert said[1].count("Making the environment") == 1


# What stands in the way ----------------------------------------------------------------------------------------------


def test_a_missing_lock_is_one_clear_line(checkout: Checkout) -> None:
    (checkout.root / "requirements.lock").unlink()
    lock = checkout.root / "requirements.lock"
    assert one_error(checkout.start("x.mp3")) == f"error: {lock} cannot be used (No such file or directory)."


def set_writable(folder: Path, writable: bool) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | 0o200 if writable else path.stat().st_mode & ~0o222)


@pytest.mark.unprivileged
def test_a_read_only_checkout_is_one_clear_line(checkout: Checkout) -> None:
    set_writable(checkout.root, False)
    try:
        error = one_error(checkout.start("x.mp3"))
    finally:
        set_writable(checkout.root, True)
    assert error.startswith(f"error: {checkout.root}/")
    assert error.endswith(
        f"cannot be used (Permission denied). Copy {checkout.root} to a folder of your own and start there."
    )


@pytest.mark.unprivileged
def test_a_read_only_checkout_with_an_environment_starts(ready: Checkout) -> None:
    (ready.root / "desktop" / "home.txt").touch()
    set_writable(ready.root, False)
    (ready.root / "desktop" / "home.txt").chmod(0o600)
    try:
        done = ready.start("x.mp3")
    finally:
        set_writable(ready.root, True)
    assert (done.stdout, done.stderr) == ("program .venv x.mp3\n", "")


@pytest.mark.unprivileged
def test_an_environment_of_another_user_is_one_clear_line(checkout: Checkout) -> None:
    checkout.venv.mkdir(mode=0)
    try:
        error = one_error_after_progress(checkout.start("x.mp3"))
    finally:
        checkout.venv.chmod(0o700)
    assert error.startswith(f"error: {checkout.venv} cannot be used (Permission denied). Copy ")


def one_error_after_progress(done: "subprocess.CompletedProcess[str]") -> str:
    progress, error = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert progress.startswith("Making the environment")
    return error


def test_a_home_that_is_not_there_is_replaced_for_this_time(ready: Checkout) -> None:
    done = ready.start("x.mp3", HOME="/nonexistent")
    assert done.stdout == "program .venv x.mp3\n", done.stderr
    home = (ready.root / "desktop" / "home.txt").read_text().strip()
    assert Path(home).is_dir()
    expected = f"The home folder /nonexistent cannot be written; settings and library are in {home} this time.\n"
    assert done.stderr == expected
    Path(home).rmdir()


def test_without_home_in_the_environment_the_users_own_serves(ready: Checkout) -> None:
    without = {name: value for name, value in ready.environment.items() if name != "HOME"}
    done = Checkout(ready.root, without).start("x.mp3")
    assert done.stdout == "program .venv x.mp3\n", done.stderr
    home = Path((ready.root / "desktop" / "home.txt").read_text().strip())
    assert os.access(home, os.W_OK)


needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")


@needs_linux
@pytest.mark.parametrize(
    ("display", "fault"),
    [(":987", "The display :987 cannot be reached."), ("", "There is no display for a window.")],
)
def test_a_display_that_cannot_be_reached_is_one_clear_line(ready: Checkout, display: str, fault: str) -> None:
    done = ready.start("x.mp3", DISPLAY=display, QT_QPA_PLATFORM="xcb")
    assert one_error(done) == f"error: {fault} Use 'python3 run.py analyze FILE --out DIR' to get the tables."


@needs_linux
def test_without_a_display_the_demo_is_analysed_on_the_terminal(ready: Checkout) -> None:
    done = ready.start(DISPLAY=":987", QT_QPA_PLATFORM="xcb")
    assert done.stdout == f"program .venv analyze {ready.root}/resources/demo.flac --out groovescope-demo\n"
    lines = done.stderr.splitlines()
    assert lines[0] == "The display :987 cannot be reached. The demo clip is analysed on the terminal instead."
    assert lines[1].startswith(f"Its tables are in {ready.root.parent}/groovescope-demo")


@needs_linux
def test_a_window_that_qt_cannot_open_becomes_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plugin = tmp_path / "lib/python3.11/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.write_text("no library")
    monkeypatch.setattr(run, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(run, "missing_packages", lambda: ["libxcb-cursor0"])
    monkeypatch.setattr("tools.system.administrator", lambda: None)
    for _ in range(2):  # a fault that keeps the window shut is tried to be mended at every start
        assert run.window_fault() == "Qt cannot open a window without these packages."
        assert "libxcb-cursor0" in capsys.readouterr().err


def test_packages_that_qt_can_do_without_are_not_asked_for_at_every_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(run, "missing_packages", lambda: ["libportaudio2"])
    monkeypatch.setattr("tools.system.administrator", lambda: None)
    assert run.window_fault() is None
    assert "libportaudio2" in capsys.readouterr().err
    assert run.window_fault() is None
    assert capsys.readouterr().err == ""


def test_ctrl_c_stops_the_making_with_one_word(checkout: Checkout) -> None:
    checkout.lock("use", ("useful", N_FILES))
    pipe = subprocess.PIPE
    with subprocess.Popen(checkout.command("x.mp3"), env=checkout.environment, stderr=pipe, text=True) as process:
        wait_for("the first files", lambda: checkout.unpacked("useful") or process.poll() is not None)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode == 130
    assert errors.splitlines()[-1] == "Stopped."


# The right Python ----------------------------------------------------------------------------------------------------


def test_an_unsupported_python_goes_on_under_one_that_is_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "python3.12"
    shutil.copy(shutil.which("true") or "/bin/true", other)
    started = []
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 0))
    monkeypatch.setattr(run.sys, "argv", ["run.py", "song.mp3"])
    monkeypatch.setattr(run.os, "execve", lambda path, command, environment: started.append(command))
    with pytest.raises(SystemExit):
        run.find_supported_python()
    assert started == [[str(other), str(ROOT / "run.py"), "song.mp3"]]


def test_no_supported_python_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 0))
    with pytest.raises(SystemExit, match=r"^Groovescope needs Python 3\.11, 3\.12 or 3\.13; this is 3\.9\."):
        run.find_supported_python()
