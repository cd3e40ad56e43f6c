"""What every test gets: its own home, no real window unless it asks for one, and the shared clips where they exist."""

import os
import shutil
import tempfile
from pathlib import Path

# Before Qt, numba or platformdirs are imported, and in every process of pytest-xdist for itself: no test reads or
# writes what belongs to the person who runs it. Real windows are opened by child processes (see `real_display`).
_SESSION_HOME = tempfile.TemporaryDirectory(prefix="groovescope-tests-")
_HOME_VARIABLES = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
}


def home_environment(home: Path) -> dict[str, str]:
    """The variables that make `home` the home of a process; its folders exist afterwards."""
    environment = {name: str(home / folder) for name, folder in _HOME_VARIABLES.items()}
    for folder in environment.values():
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    return environment


os.environ.update(home_environment(Path(_SESSION_HOME.name)))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# librosa compiles at its first calls, and processes that fill one cache at a time crash each other (librosa#1998): each
# has a copy of what `tools.numba_cache` has compiled beforehand.
os.environ["NUMBA_CACHE_DIR"] = str(Path(_SESSION_HOME.name) / "numba")
if "GROOVESCOPE_WARM_NUMBA_CACHE" in os.environ:
    shutil.copytree(os.environ["GROOVESCOPE_WARM_NUMBA_CACHE"], os.environ["NUMBA_CACHE_DIR"])
for _variable in ("DISPLAY", "WAYLAND_DISPLAY", "PULSE_SERVER", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
    os.environ.pop(_variable, None)

# Two test processes whose matrix products spin on two cores each take ten times as long as with one thread.
for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"

import gc
import signal
import subprocess
import sys
from collections.abc import Iterator

import hypothesis
import pytest
from filelock import FileLock

from core.workers.starting import prepare_with
from tools.suite import SERIAL_FOLDERS
from tools.unprivileged import is_administrator

ROOT = Path(__file__).resolve().parents[1]

# a run that a shell put in the background ignores Ctrl+C, and so would every program that the tests start
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Once for all workers that the tests of this process start: most of them analyse or fit one small thing.
prepare_with(["core.analysis", "core.training.fitting", "sklearn.ensemble", "sklearn.pipeline"])

hypothesis.settings.register_profile("groovescope", deadline=None, print_blob=True, database=None)
hypothesis.settings.load_profile("groovescope")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the machine to itself by where it stands, and skip what no system forbids an administrator."""
    administrator = is_administrator()
    for item in items:
        if item.path.relative_to(ROOT).as_posix().startswith(tuple(f"{folder}/" for folder in SERIAL_FOLDERS)):
            item.add_marker(pytest.mark.serial)
        if administrator and item.get_closest_marker("unprivileged"):
            item.add_marker(pytest.mark.skip(reason="nothing is forbidden to an administrator"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Run tests of the same `in_turn` one after the other, in whichever worker each is.

    As the outermost wrapper it waits before pytest-timeout begins to count, and holds the lock while fixtures are made.
    The system drops the lock of a worker that dies.
    """
    marker = item.get_closest_marker("in_turn")
    if marker is None:
        return (yield)
    run = getattr(item.config, "workerinput", {}).get("testrunuid", f"process-{os.getpid()}")
    with FileLock(Path(tempfile.gettempdir()) / f"groovescope-{run}-{marker.args[0]}.lock"):
        return (yield)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real clips, tables and annotations beside the repository."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("needs the clips and tables of ../shared/data")
    return folder


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new home for each test, so that what one test remembers no other test finds."""
    home = tmp_path_factory.mktemp("home")
    for name, folder in home_environment(home).items():
        monkeypatch.setenv(name, folder)
    return home


@pytest.fixture(scope="session")
def real_display() -> Iterator[str]:
    """The name of an X display of our own (":87"), under Xvfb, for programs started as `windowed_environment` says."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("needs Xvfb")
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
    command += ["-r"]  # a key that a busy machine releases late does not repeat
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as number:
            name = number.readline().strip()
        if not name:
            pytest.fail("Xvfb did not start")
        yield f":{name}"
        server.terminate()


@pytest.fixture
def windowed_environment(real_display: str, private_home: Path) -> dict[str, str]:
    """The environment of a program that opens a real window: this process's, with a display and without "offscreen"."""
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return environment | {"DISPLAY": real_display, "QT_QPA_PLATFORM": "xcb"}


@pytest.fixture(autouse=True)
def no_leaked_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves top-level widgets behind: they keep clips, timers and threads alive."""
    before = set(_top_level_widgets())
    failed_before = request.session.testsfailed
    yield
    _collect_here()
    if request.session.testsfailed > failed_before or not set(_top_level_widgets()) - before:
        return
    gc.collect()
    leaked = [name for address, name in _top_level_widgets().items() if address not in before]
    if leaked:
        pytest.fail(f"left top-level widgets behind: {', '.join(sorted(leaked))}")


def _collect_here() -> None:
    """Where there are widgets, collect garbage between tests alone: a thread that did would destroy them."""
    if "PySide6.QtWidgets" in sys.modules:
        from desktop.garbage import collect_due

        gc.disable()
        collect_due()


def _top_level_widgets() -> dict[int, str]:
    """Address and description of every top-level widget, if this process has a QApplication at all."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return {}
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {
        shiboken6.getCppPointer(widget)[0]: f"{type(widget).__name__}({widget.objectName() or widget.windowTitle()!r})"
        for widget in widgets.QApplication.topLevelWidgets()
        if widget.metaObject().className() not in ("QTipLabel", "QComboBoxPrivateContainer")
    }
