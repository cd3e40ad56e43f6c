"""The built program trains: on the command line as the sources do, and in its window with a click."""

import csv
import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from tests.e2e.display import Display
from tests.e2e.dragging import drag_source
from tests.e2e.test_training import train
from tests.frozen.test_frozen_program import PROGRAM, bare, run_program, run_unfrozen
from tests.waiting import PATIENCE

__all__ = ["bare"]

pytestmark = pytest.mark.frozen


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Ninety songs of three kinds by thirty artists."""
    path = tmp_path / "songs.csv"
    random = np.random.default_rng(2)
    lines = ["name,tempo,low,high,wide,artist,label"]
    for number in range(90):
        numbers = ",".join(f"{one:.4f}" for one in random.normal(3 + number % 3, 0.8, 4))
        lines.append(f"song {number},{numbers},artist {number // 3},{('calm', 'loud', 'odd')[number % 3]}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def column(path: Path, name: str) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def test_scores_and_model_are_those_of_the_sources(tmp_path: Path, table: Path, bare: dict[str, str]) -> None:
    options = ("train", table, "--groups", "artist", "--baselines", "tree", "lda", "committee", "--save", "committee")
    done = run_program(*options, "--out", "frozen", folder=tmp_path, environment=bare)
    assert done.returncode == 0, done.stderr
    run_unfrozen(*options, "--out", tmp_path / "unfrozen", environment=bare)
    ours, theirs = (column(tmp_path / one / "scores.csv", "accuracy") for one in ("frozen", "unfrozen"))
    assert ours == theirs
    assert "<svg" in (tmp_path / "frozen" / "report.html").read_text(encoding="utf-8")
    shown = run_program("model", "show", tmp_path / "frozen" / "committee.gsm", folder=tmp_path, environment=bare)
    assert shown.returncode == 0, shown.stderr
    assert "Committee" in shown.stdout


def test_a_race_ends_as_that_of_the_sources(tmp_path: Path, table: Path, bare: dict[str, str]) -> None:
    grid = tmp_path / "grid.json"
    grid.write_text(json.dumps({"n_estimators": [5, 20], "max_depth": [3, 10], "min_samples_split": [2]}))
    options = ("search", table, "--family", "forest", "--groups", "artist", "--grid", grid, "--strategy", "racing")
    done = run_program(*options, "--out", "frozen", folder=tmp_path, environment=bare)
    assert done.returncode == 0, done.stderr
    run_unfrozen(*options, "--out", tmp_path / "unfrozen", environment=bare)
    assert column(tmp_path / "frozen/ranking.csv", "mean") == column(tmp_path / "unfrozen/ranking.csv", "mean")


@pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool")
def test_its_window_trains_on_a_dropped_table(
    tmp_path: Path, table: Path, bare: dict[str, str], windowed_environment: dict[str, str]
) -> None:
    display = Display(windowed_environment)
    runs = Path(bare["HOME"]) / ".local/share/groovescope/runs"
    with subprocess.Popen([str(PROGRAM)], cwd=tmp_path, env=bare, stderr=subprocess.PIPE, text=True) as process:
        try:
            window = display.window("^Groovescope$")
            display.focus(window)
            display.key("ctrl+3")
            with drag_source(display, table) as source:
                source.drop(640, 420)
                display.window("^songs – Groovescope$")
            train(display, window, runs)
            display.key("ctrl+q")
            _, errors = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert (process.returncode, errors) == (0, "")
