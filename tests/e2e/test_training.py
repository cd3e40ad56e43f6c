"""The training tab as a person meets it, and what one hears while all cores train."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from tests.e2e.display import Display, program
from tests.e2e.dragging import drag_source
from tests.e2e.playing import run_player
from tests.e2e.sound_server import SR, SoundServer, missing_tools, sound_server
from tests.waiting import PATIENCE, wait_for

SECONDS = 12
SEARCHING = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from desktop.app import make_application
from desktop.benchmarks.measuring import wait as turn
from desktop.benchmarks.training import searching

app = make_application()
open_piece()
with searching(app, "exhaustive") as session:
    player.play()
    while player.position < 10.0 and not player.error:
        turn(20)
    tell(still_searching=session.is_busy, fits=session.search_board is not None, error=player.error)
    player.pause()
    turn(300)
"""


@pytest.fixture
def server() -> Iterator[SoundServer]:
    with tempfile.TemporaryDirectory(prefix="gs") as folder, sound_server(Path(folder)) as running:
        yield running


@pytest.mark.skipif(bool(missing_tools()), reason=f"needs {' and '.join(missing_tools())}")
def test_a_piece_plays_without_a_gap_while_all_cores_search(server: SoundServer, tmp_path: Path) -> None:
    noise = np.random.default_rng(9).uniform(-0.5, 0.5, (SECONDS * SR, 2)).astype(np.float32)
    path = tmp_path / "noise.wav"
    sf.write(path, noise, SR, subtype="FLOAT")
    with server.recording() as recording:
        told = run_player(SEARCHING, path, SECONDS, server.environment)
    assert told[0] == {"still_searching": True, "fits": True, "error": None}
    heard = recording.samples()
    start = int(np.argmax(np.convolve(heard[:, 0] != 0.0, np.ones(100), "valid") > 90))
    first = int(np.flatnonzero((np.abs(noise[:4000] - heard[start + 2000]) < 1e-6).all(axis=1))[0])
    whole = slice(start + 2000, start + 2000 + 9 * SR)
    expected = noise[first : first + 9 * SR]
    wrong = np.flatnonzero(np.abs(heard[whole] - expected).max(axis=1) > 1e-6)
    assert len(wrong) == 0, f"{len(wrong)} frames differ, the first after {wrong[0] / SR:.2f} s"


def train(display: Display, window: str, runs: Path) -> None:
    """Press the button of the baselines, which waits for the doctor, until there is a run; return at its end."""
    display.focus(window)
    display.key("alt+3")
    display.settled()

    def is_running() -> bool:
        if not any(runs.glob("*")):
            display.click(343, 732)
            display.settled()
        return any(runs.glob("*"))

    wait_for("a run", is_running)
    wait_for("a finished run", lambda: any(runs.glob("*/report.html")))


def test_a_table_dropped_right_after_the_key_of_the_tab_is_not_lost(display: Display, tmp_path: Path) -> None:
    table = tmp_path / "songs.csv"
    table.write_text("a,b,label\n" + "".join(f"{n},{n * n},{'xy'[n % 2]}\n" for n in range(20)), encoding="utf-8")
    with program(display) as process:
        window = display.window("^Groovescope$")
        with drag_source(display, table) as source:
            source.grip()
            display.focus(window)
            display.key("ctrl+3")
            source.move(640, 420)
            source.release()  # as a hand does: without waiting for the window, which imports its libraries now
            display.window("^songs – Groovescope$")
        display.key("ctrl+q")
        _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors) == (0, "")


def test_a_dropped_table_is_trained_on_with_a_click(display: Display, tmp_path: Path) -> None:
    table = tmp_path / "songs.csv"
    random = np.random.default_rng(2)
    lines = ["name,low,high,wide,artist,label"]
    for number in range(60):
        numbers = ",".join(f"{one:.4f}" for one in random.normal(number % 3, 0.8, 3))
        lines.append(f"song {number},{numbers},artist {number // 2},{('calm', 'loud', 'odd')[number % 3]}")
    table.write_text("\n".join(lines), encoding="utf-8")
    runs = Path(display.environment["HOME"]) / ".local/share/groovescope/runs"
    with program(display) as process:
        window = display.window("^Groovescope$")
        display.focus(window)
        display.key("ctrl+3")
        with drag_source(display, table) as source:
            source.drop(640, 420)
            display.window("^songs – Groovescope$")
        train(display, window, runs)
        display.screenshot(tmp_path / "trained.png")
        display.key("ctrl+q")
        output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (0, "", "")
    (scores,) = runs.glob("*/scores.csv")
    trained = {line.split(",")[0] for line in scores.read_text(encoding="utf-8").splitlines()[1:]}
    assert len(trained) == 10
