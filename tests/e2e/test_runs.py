"""Trainings that are cancelled, killed and gone on with, in the real window, and two tables one after the other."""

import json
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect

from tests.e2e.display import Display, program
from tests.e2e.dragging import drag_source
from tests.waiting import PATIENCE, wait_for

NONE_OF_THE_STUDY, FOREST, PERCEPTRON = (430, 64), (270, 268), (270, 369)
"""Where the choice of baselines is made."""
TRAIN_BUTTON = (343, 732)
RESUME_BUTTON = (1130, 64)
"""Of the offer above the steps."""
PROVENANCE = QRect(210, 32, 1060, 40)
N_FITS = 10
"""Two estimators on five random folds."""

Fits = dict[tuple[str, int], tuple[float, float]]


@pytest.fixture
def runs(display: Display) -> Path:
    return Path(display.environment["HOME"]) / ".local/share/groovescope/runs"


def songs(path: Path, seed: int) -> Path:
    random = np.random.default_rng(seed)
    lines = ["name,low,high,wide,artist,label"]
    for number in range(60):
        numbers = ",".join(f"{one:.4f}" for one in random.normal(number % 3, 0.8, 3))
        lines.append(f"song {number},{numbers},artist {number // 2},{('calm', 'loud', 'odd')[number % 3]}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def fits(runs: Path) -> Fits:
    """Score and time of every fit of the only run, by estimator and fold."""
    for path in runs.glob("*/fits.sqlite"):
        connection = sqlite3.connect(path)
        try:
            rows = connection.execute("SELECT estimator, fold, accuracy, fit_seconds FROM fit").fetchall()
        except sqlite3.OperationalError:  # its tables are being made
            rows = []
        finally:
            connection.close()
        return {(estimator, fold): (accuracy, seconds) for estimator, fold, accuracy, seconds in rows}
    return {}


def wait_for_fits(runs: Path, count: int) -> None:
    wait_for(f"{count} fits", lambda: len(fits(runs)) >= count)


def state(runs: Path) -> str:
    (path,) = runs.glob("*/run.json")
    return str(json.loads(path.read_text(encoding="utf-8"))["state"])


def drop(display: Display, table: Path) -> None:
    with drag_source(display, table) as source:
        source.drop(640, 420)
        display.window(f"^{table.stem} – Groovescope$")


def begin(display: Display, window: str, table: Path, runs: Path) -> None:
    """Train a forest and a perceptron on a dropped table until two fits are done."""
    display.focus(window)
    display.key("ctrl+3")
    drop(display, table)
    display.focus(window)
    display.key("alt+3")
    display.settled()
    for place in (NONE_OF_THE_STUDY, FOREST, PERCEPTRON):
        display.click(*place)
    display.settled()

    def is_running() -> bool:
        if not any(runs.glob("*")):
            display.click(*TRAIN_BUTTON)
            display.settled()
        return any(runs.glob("*"))

    wait_for("a run", is_running)
    wait_for_fits(runs, 2)


def test_a_killed_training_is_offered_and_goes_on_with_what_it_had(
    display: Display, runs: Path, tmp_path: Path
) -> None:
    table = songs(tmp_path / "songs.csv", 2)
    with program(display) as process:
        begin(display, display.window("^Groovescope$"), table, runs)
        process.kill()
        process.communicate(timeout=PATIENCE)
    kept = fits(runs)
    assert 2 <= len(kept) < N_FITS
    assert state(runs) == "running"
    with program(display) as process:
        window = display.window("^Groovescope$")
        display.focus(window)
        display.key("ctrl+3")

        def goes_on() -> bool:
            if display.title(window) != "songs – Groovescope":
                display.click(*RESUME_BUTTON)
                display.settled()
            return len(fits(runs)) > len(kept)

        wait_for("further fits", goes_on)
        for count in range(len(kept) + 2, N_FITS + 1):  # one by one: a busy machine takes as long as it takes
            wait_for_fits(runs, count)
        wait_for("a finished run", lambda: any(runs.glob("*/report.html")))
        display.screenshot(tmp_path / "resumed.png")
        display.key("ctrl+q")
        output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (0, "", "")
    after = fits(runs)
    assert len(after) == N_FITS
    assert {place: after[place] for place in kept} == kept  # to the processor time: they were not made again
    assert state(runs) == "finished"


def test_a_cancelled_training_stays_and_another_table_marks_it(display: Display, runs: Path, tmp_path: Path) -> None:
    first, second = songs(tmp_path / "songs.csv", 2), songs(tmp_path / "others.csv", 3)
    with program(display) as process:
        window = display.window("^Groovescope$")
        begin(display, window, first, runs)
        display.key("Escape")
        wait_for("the end of the training", lambda: state(runs) == "stopped")
        before = display.settled()
        (scores,) = runs.glob("*/scores.csv")
        kept = len(scores.read_text(encoding="utf-8").splitlines()) - 1
        assert 2 <= kept < N_FITS
        drop(display, second)
        display.focus(window)
        display.key("alt+3")
        display.changed(before, PROVENANCE)
        display.settled()
        display.screenshot(tmp_path / "marked.png")
        display.key("ctrl+q")
        output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (0, "", "")
    assert len(fits(runs)) == kept
