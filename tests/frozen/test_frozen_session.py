"""An afternoon with the built program: unpacked elsewhere, read-only, by somebody who has nothing but a home.

There is no PATH, no Python of ours and no right to write outside that home. One window does everything in turn, on a
real display and with sound that is recorded, and is closed by the button of its frame. It must print nothing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile as sf
from PySide6.QtCore import QPoint

from core.errors import CatalogueError
from core.library import Catalogue
from core.rhythm.edits import MoveBeat
from tests.e2e.close_button import press_close_button
from tests.e2e.display import Display
from tests.e2e.dragging import drag_source
from tests.e2e.sound_server import SR, SoundServer, missing_tools, sound_server
from tests.e2e.test_beats import drag, handles, stored
from tests.e2e.test_library import music
from tests.e2e.test_runs import songs
from tests.e2e.test_training import train
from tests.e2e.test_window import colours
from tests.frozen.test_frozen_program import DEMO, PROGRAM, ROOT
from tests.waiting import PATIENCE, wait_for
from tools.unprivileged import as_ordinary_user, is_administrator

MISSING = [*missing_tools(), *([] if shutil.which("xdotool") else ["xdotool"])]

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.in_turn("sound"),
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and PulseAudio are of Linux"),
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
]

DROP_AT = (640, 420)
SAVE_MODEL_BUTTON = (1194, 86)
SILENCE = 0.001
HEARD_SECONDS = 0.5


@dataclass(frozen=True)
class Stranger:
    """An ordinary user, and where the things of this person are."""

    prefix: Sequence[str]
    """What stands before a command to start it as this user."""
    home: Path
    place: Path
    """A folder that everybody may look into: what is opened, and the program."""

    @property
    def data(self) -> Path:
        """Where the program keeps what it stores."""
        return self.home / ".local/share/groovescope"

    def run(self, *command: str) -> None:
        """Run a short command to its end."""
        subprocess.run([*self.prefix, *command], check=True, timeout=PATIENCE)


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    """This user with a new home, or an ordinary one where this is an administrator, whom nothing is forbidden."""
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="groovescope-frozen-")))
        place.chmod(0o755)
        user = stack.enter_context(as_ordinary_user()) if is_administrator() else None
        if user is None:
            home = place / "home"
            home.mkdir()
            yield Stranger((), home, place)
        else:
            name, *options = user.prefix
            yield Stranger((shutil.which(name) or name, *options), Path(user.environment["HOME"]), place)


@pytest.fixture
def moved(stranger: Stranger) -> Iterator[Path]:
    """A copy of the built program in another folder, in which nothing can be changed."""
    assert PROGRAM.exists(), "there is no built program; python3 run.py build makes it"
    folder = stranger.place / "unpacked here"
    shutil.copytree(PROGRAM.parent, folder, symlinks=True)
    allow(folder, "a+rX,a-w")
    before = contents(folder)
    yield folder / PROGRAM.name
    after = contents(folder)
    allow(folder, "u+w")  # so that it can be removed
    assert after == before, "the program changed its own folder"


def allow(path: Path, mode: str) -> None:
    """Change who may do what with a file, or a folder and all that is in it."""
    subprocess.run(["chmod", "-R", mode, str(path)], check=True)


def contents(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of everything in a folder."""
    states = {path.relative_to(folder).as_posix(): path.lstat() for path in folder.rglob("*")}
    return {name: (state.st_size, state.st_mtime_ns) for name, state in states.items()}


@pytest.fixture
def server() -> Iterator[SoundServer]:
    """A sound server that other users may play to."""
    with tempfile.TemporaryDirectory(prefix="gs") as folder, sound_server(Path(folder)) as running:
        Path(folder).chmod(0o755)  # not before: the server keeps it to itself when it starts
        yield running


@pytest.fixture
def display(windowed_environment: dict[str, str]) -> Display:
    return Display(windowed_environment)


@contextmanager
def started(program: Path, stranger: Stranger, display: Display, server: SoundServer, said: Path) -> Iterator[int]:
    """The program while it runs, as its process; it must end by itself, well, and without a word in `said`."""
    runtime = stranger.home / "run"
    stranger.run("/bin/mkdir", "-m", "700", str(runtime))
    sound = {name: server.environment[name] for name in ("PULSE_SERVER", "ALSA_CONFIG_PATH")}
    environment = {"PATH": "", "HOME": str(stranger.home), "XDG_RUNTIME_DIR": str(runtime)}
    environment["DISPLAY"] = display.environment["DISPLAY"]
    with said.open("wb") as errors:
        process = subprocess.Popen(
            [*stranger.prefix, str(program)],
            cwd=stranger.home,
            env=environment | sound,
            stdout=errors,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process.pid
        process.wait(timeout=PATIENCE)
    except BaseException:
        display.screenshot(said.with_name("failed.png"))
        print("said until then:", said.read_text(encoding="utf-8"))
        raise
    finally:
        process.kill()
        process.wait()
    words = said.read_text(encoding="utf-8")
    assert words == "", f"'Error calling Python override', a missing plugin, or another word: {words}"
    assert process.returncode == 0


def test_everything_that_a_person_does_in_an_afternoon(
    moved: Path, stranger: Stranger, display: Display, server: SoundServer, tmp_path: Path
) -> None:
    clip = Path(shutil.copy(DEMO, stranger.place / "a clip.flac"))
    folder = music(stranger.place / "music")
    table = songs(stranger.place / "songs.csv", 2)
    allow(stranger.place, "a+rX")
    with started(moved, stranger, display, server, tmp_path / "said.txt") as process:
        window = display.window("^Groovescope$")
        open_clip(display, window, clip)
        move_beat(display, stranger.data / "library.sqlite")
        hear(display, server, clip)
        make_sheet(display, window, stranger.home / "sheet.pdf")
        analyse_folder(display, window, folder, stranger.data / "library.sqlite")
        train_on(display, window, table, stranger.data / "runs")
        model = save_model(display, window, stranger.data / "models")
        load_model(display, model, stranger)
        assert mapped_from_here(process) == []
        press_close_button(display.environment["DISPLAY"], int(window))


# The steps -----------------------------------------------------------------------------------------------------------


def open_clip(display: Display, window: str, clip: Path) -> None:
    """Drop a clip from another program, and wait until it is drawn and nothing moves any more."""
    with drag_source(display, clip) as source:
        source.drop(*DROP_AT)
        display.window(f"^{clip.name}")
    display.focus(window)
    wait_for("the clip to be drawn", lambda: colours(display.picture()) > 200)
    display.settled()


def move_beat(display: Display, library: Path) -> None:
    """Drag a beat with the mouse, and wait until the edit is stored; then leave the editing of beats."""
    beats: list[QPoint] = []

    def is_editing() -> bool:
        display.key("b")  # does nothing until there are beats
        beats[:] = handles(display.settled())
        return len(beats) > 40

    wait_for("handles of beats", is_editing)
    drag(display, beats[20], 8)
    wait_for("the edit", lambda: [type(edit) for edit in stored(library)] == [MoveBeat])
    display.key("b")
    display.settled()


def hear(display: Display, server: SoundServer, clip: Path) -> None:
    """Play, until what comes out of the speakers is the clip."""
    original = sf.read(clip, dtype="float32")[0][:, 0]
    n_frames = round(HEARD_SECONDS * SR)
    with server.recording() as recording:
        wait_for("a recording", lambda: len(recording.samples()) > n_frames)
        assert not recording.samples().any()
        display.key("space")

        def is_heard() -> bool:
            last = recording.samples()[-n_frames:, 0]
            return float(np.sqrt(np.mean(last**2))) > SILENCE and likeness(last, original) > 0.99

        wait_for("the clip in the speakers", is_heard)
        display.key("space")


def likeness(heard: npt.NDArray[np.float32], original: npt.NDArray[np.float32]) -> float:
    """How like a recording is to the passage that it is most like, in [0, 1], whatever its volume."""
    n = 1 << int(np.ceil(np.log2(len(original) + len(heard))))
    spectrum = np.fft.rfft(original.astype(float), n) * np.conj(np.fft.rfft(heard.astype(float), n))
    n_places = len(original) - len(heard) + 1
    products = np.fft.irfft(spectrum, n)[:n_places]
    sums = np.concatenate([[0.0], np.cumsum(original.astype(float) ** 2)])
    energies = sums[len(heard) :] - sums[:n_places]
    return float(np.max(products / np.sqrt(np.maximum(energies, 1e-9) * np.sum(heard.astype(float) ** 2))))


def make_sheet(display: Display, window: str, path: Path) -> None:
    """Save the song sheet by menu and dialog, with its path typed."""
    display.key("alt+f")
    display.settled()
    display.key("g")
    dialog = display.window("^Save song sheet$")
    display.focus(dialog)  # its cursor blinks, so that its picture need not settle
    display.key("ctrl+a")
    display.xdotool("type", "--delay", 60, str(path))
    display.key("Return")
    wait_for("a song sheet", lambda: path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF"))
    assert path.read_bytes().startswith(b"%PDF")
    display.focus(window)


def analyse_folder(display: Display, window: str, folder: Path, library: Path) -> None:
    """Drop a folder on the library, and wait until its files are analysed there."""
    expected = {path.name for path in folder.rglob("*.wav")}
    assert expected
    display.key("ctrl+2")
    display.settled()
    with drag_source(display, folder) as source:
        source.drop(*DROP_AT)
        wait_for("the files of the folder to be analysed", lambda: analysed_names(library) >= expected)
    display.focus(window)


def analysed_names(library: Path) -> set[str]:
    """The names of the files in a library that are analysed; none while the program makes it."""
    try:
        with Catalogue.open(library, read_only=True) as catalogue:
            return {path.name for path in catalogue.locations(catalogue.find("is:analysed"))}
    except CatalogueError:
        return set()


def train_on(display: Display, window: str, table: Path, runs: Path) -> None:
    """Drop a table on the training tab, and train the baselines on it."""
    display.focus(window)
    display.key("ctrl+3")
    with drag_source(display, table) as source:
        source.drop(*DROP_AT)
        display.window(f"^{table.stem} – Groovescope$")
    train(display, window, runs)


def save_model(display: Display, window: str, models: Path) -> Path:
    """Save the best classifier by the button of the step Models, and return its file."""
    display.focus(window)
    display.key("alt+6")

    def is_saved() -> bool:
        display.settled()
        if not any(models.glob("[!.]*.gsm")):
            display.click(*SAVE_MODEL_BUTTON)  # does nothing while something else is going on
        return any(models.glob("[!.]*.gsm"))

    wait_for("a saved model", is_saved)
    display.settled()
    return min(models.glob("[!.]*.gsm"))


def load_model(display: Display, model: Path, stranger: Stranger) -> None:
    """Drop a model file from elsewhere, and wait until the program has taken it over."""
    shared = Path(shutil.copy(model, stranger.place / "shared.gsm"))
    allow(shared, "a+r")
    with drag_source(display, shared) as source:
        source.drop(*DROP_AT)
        wait_for("the loaded model", (model.parent / shared.name).exists)
    display.settled()


def mapped_from_here(process: int) -> list[str]:
    """What a process has mapped of this checkout or of this Python, which the program must do without."""
    lines = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if f"{ROOT}{os.sep}" in line or f"{sys.prefix}{os.sep}" in line]
