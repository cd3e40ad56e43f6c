"""How soon results come: first beats, the whole on several cores, rows after an edit, each beside one core's time."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core.analysis.stages import GridStage, Stage
from core.benchmarks.made_song import write_song
from core.jobs import clip as clip_jobs
from core.rhythm.grid import BeatGrid
from core.workers.machine import usable_cores
from core.workers.pool import WorkerPool
from desktop.app import open_window
from desktop.benchmarks.measuring import Measurement, StallWatch, wait, wait_until
from desktop.benchmarks.window import show_ready
from desktop.main_window import DEMO, MainWindow
from desktop.settings import Settings
from resources import resource_path

SECONDS = 240
N_EDITS = 7
IDLE_MS = 4000  # as long as the song is analysed

FIRST_BEATS_SHARE, WHOLE_SHARE, EDIT_MS = 0.25, 0.60, 300.0
STALL_MS, STALL_RATIO = 50.0, 12.5
"""50 ms where an idle window's longest stall is 4 ms; it is as short as 0.5 ms on other machines, and varies most."""


def measure_stages(app: QApplication, seconds: int = SECONDS) -> Iterator[Measurement]:
    """Open an MP3 of some minutes, once in one process alone and once in the window, and move beats of it."""
    with tempfile.TemporaryDirectory() as scratch:
        path = write_song(Path(scratch) / "song.mp3", seconds)
        alone = seconds_alone(path)
        with open_window(app, Settings(Path(scratch) / "window.ini")) as (window, _):
            show_ready(window)
            idle = longest_stall_when_idle()
            beats, whole, stall = time_stages(window, path)
            edits = [edit_ms(window, number) for number in range(N_EDITS)]
    length = f"{seconds / 60:.3g} min MP3"
    yield Measurement(f"full analysis on one core, {length}", alone, "s")
    yield Measurement("… drop to drawn beats, as a share of it", beats / alone, "×", FIRST_BEATS_SHARE)
    aim = WHOLE_SHARE if usable_cores() > 1 else float("inf")
    yield Measurement(
        f"… full analysis in the window, {usable_cores()} cores, as a share of it", whole / alone, "×", aim
    )
    yield Measurement("longest stall meanwhile", stall, "ms", STALL_MS)
    yield Measurement("… as a multiple of an idle window's", stall / idle, "×", STALL_RATIO)
    yield Measurement("one moved beat to its rows, median", statistics.median(edits), "ms", EDIT_MS)


def seconds_alone(path: Path) -> float:
    """Return how long one process takes that has all libraries loaded."""
    with WorkerPool(1, initializer=clip_jobs.prepare_analysis) as pool:
        pool.submit(clip_jobs.analyse, resource_path(DEMO)).result()
        start = time.perf_counter()
        pool.submit(clip_jobs.analyse, path).result()
        return time.perf_counter() - start


def longest_stall_when_idle() -> float:
    """Return the longest stall of an event loop that has nothing to do, ms."""
    watch = StallWatch()
    watch.start()
    wait(IDLE_MS)
    return watch.stop()


def time_stages(window: MainWindow, path: Path) -> tuple[float, float, float]:
    """Open a clip; returns seconds to the painted beats and to the painted whole, and the longest stall in ms."""
    times: dict[str, float] = {}

    def note(name: str) -> None:
        window.view.repaint()
        times[name] = time.perf_counter() - start

    def take_stage(stage: Stage) -> None:
        if isinstance(stage, GridStage):
            note("beats")

    controller = window.controller
    controller.stage_ready.connect(take_stage)
    watch = StallWatch()
    watch.start()
    start = time.perf_counter()
    window.open_paths([path])
    wait_until(lambda: controller.analysis is not None and window.view.is_complete)
    stall = watch.stop()
    note("whole")
    controller.stage_ready.disconnect(take_stage)
    return times["beats"], times["whole"], stall


def edit_ms(window: MainWindow, number: int) -> float:
    """Move one beat somewhere in the middle; returns the time until its rows are in the tables, ms."""
    controller = window.controller
    assert controller.analysis is not None
    grid = controller.analysis.rhythm.grid
    start = time.perf_counter()
    controller.following.follow(with_moved_beat(grid, len(grid) // 2 + 3 * number, 0.02))
    wait_until(lambda: not controller.following.is_busy and window.view.is_complete)
    return 1000 * (time.perf_counter() - start)


def with_moved_beat(grid: BeatGrid, beat: int, seconds: float) -> BeatGrid:
    """Return a grid of which one beat is elsewhere."""
    times = grid.beat_times.copy()
    times[beat] += seconds
    return replace(grid, beat_times=times)
