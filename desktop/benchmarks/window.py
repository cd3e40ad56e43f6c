"""How quick the window is: `groovescope benchmark window`. Every number with its aim, each measured in this run."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.app import finish_start, make_application, open_window
from desktop.benchmarks.measuring import Measurement, StallWatch, wait, wait_until
from desktop.display import display_fault
from desktop.main_window import DEMO, MainWindow
from desktop.settings import Settings
from resources import resource_path

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONG_SECONDS = 2 * 3600
REFERENCE = "import numpy, PySide6.QtWidgets"


def measure_start() -> Iterator[Measurement]:
    """Time from the start of a process to the first painted window, and that of the imports it cannot do without."""
    command = [sys.executable, *([] if is_frozen() else ["-m", "desktop"]), "--print-first-paint"]
    first_paint = min(_first_paint(command) for _ in range(3))
    yield Measurement("process start to first painted window", first_paint, "s", 1.0)
    if not is_frozen():
        reference = min(_seconds_of([sys.executable, "-c", REFERENCE]) for _ in range(3))
        yield Measurement("… as a multiple of importing NumPy and Qt alone", first_paint / reference, "×", 2.0)


def measure_first_tabs() -> Iterator[Measurement]:
    """Measure the longest stalls of a fresh process: at its start, and when each tab is opened for the first time."""
    command = [sys.executable, "-m", "desktop.benchmarks.first_tabs"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    stalls = {stage: float(stall) for stage, stall in map(str.split, lines)}
    names = {"start": "of the window", "library": "of the library tab", "training": "of the training tab"}
    for stage, name in names.items():
        yield Measurement(f"longest stall while the first start {name} imports", stalls[stage], "ms", 50.0)
    yield Measurement("longest stall of an idle window, for comparison", stalls["idle"], "ms")


def measure_clip(app: QApplication) -> Iterator[Measurement]:
    """Measure the times from a drop to the waveform and to the analysis, and the longest stall, with a warm worker."""
    with tempfile.TemporaryDirectory() as scratch, open_window(app, Settings(Path(scratch) / "window.ini")) as parts:
        window = parts[0]
        show_ready(window)
        waveform, whole, stall = open_and_time(window, resource_path(DEMO))
    yield Measurement("drop to drawn waveform, 30 s clip", waveform, "s", 0.2)
    yield Measurement("drop to full analysis, 30 s clip", whole, "s", 1.5)
    yield Measurement("longest stall of the event loop meanwhile", stall, "ms", 50.0)


def measure_frames() -> Iterator[Measurement]:
    """Frame times while panning and zooming a synthetic piece of two hours."""
    from desktop.benchmarks.frames import AIM_BLITS, EDIT_MS, measure_edit_ms, measure_frame_times

    times = measure_frame_times()
    yield Measurement("frame time, 95th percentile, 2 h and 15,000 beats", times.p95_ms, "ms")
    yield Measurement("… as a multiple of a blit of the same size", times.p95_blits, "×", AIM_BLITS)
    yield Measurement("one moved beat of 5 min to grid and picture, median", measure_edit_ms(), "ms", EDIT_MS)


def measure_long_file(app: QApplication) -> Iterator[Measurement]:
    """Memory of the window and its workers with a file of two hours open."""
    with tempfile.TemporaryDirectory() as scratch, open_window(app, Settings(Path(scratch) / "window.ini")) as parts:
        window, runner = parts
        path = write_long_file(Path(scratch) / "two hours.wav")
        show_ready(window)
        _, whole, stall = open_and_time(window, path)
        memory = resident_bytes([os.getpid(), *runner.pids()]) / 2**30
    yield Measurement("full analysis, 2 h file", whole, "s")
    yield Measurement("longest stall of the event loop meanwhile", stall, "ms", 50.0)
    yield Measurement("memory with a 2 h file open, workers included", memory, "GB", 1.5)


def show_ready(window: MainWindow) -> None:
    """Show a window and wait until its view is built and its worker warm."""
    window.show()
    wait_until(lambda: window.is_painted)
    finish_start(window)
    open_and_time(window, resource_path(DEMO))
    window.clip.close_clip()


def open_and_time(window: MainWindow, path: Path) -> tuple[float, float, float]:
    """Open a clip; returns seconds to the painted waveform and to the painted analysis, and the longest stall in ms."""
    watch = StallWatch()
    times: dict[str, float] = {}
    failures: list[str] = []

    def paint_and_note(name: str) -> None:
        window.view.repaint()
        times[name] = time.perf_counter() - start

    connections = (
        (window.controller.preview_ready, lambda _: paint_and_note("waveform")),
        (window.controller.analysis_ready, lambda _: paint_and_note("analysis")),
        (window.controller.failed, failures.append),
    )
    for signal, slot in connections:
        signal.connect(slot)
    watch.start()
    start = time.perf_counter()
    window.open_paths([path])
    wait_until(lambda: ("analysis" in times and window.view.is_complete) or bool(failures))
    if not failures:
        paint_and_note("analysis")
    wait(100)
    stall = watch.stop()
    for signal, slot in connections:
        signal.disconnect(slot)
    if failures:
        raise RuntimeError(failures[0])
    return times["waveform"], times["analysis"], stall


def write_long_file(path: Path, seconds: int = LONG_SECONDS, sr: int = 22050) -> Path:
    """Write a WAV file of noise bursts at 125 BPM over slow chords, minute by minute."""
    import wave

    import numpy as np

    rng = np.random.default_rng(0)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, sr, 0, "NONE", ""))
        for minute in range(seconds // 60):
            file.writeframes(_minute(minute, sr, rng).astype(np.int16).tobytes())
    return path


def _minute(minute: int, sr: int, rng: "np.random.Generator") -> "NDArray[np.float64]":
    import numpy as np

    t = np.arange(60 * sr) / sr
    beat = np.exp(-(t % 0.48) * 40) * (1.0 + (np.floor(t / 0.48) % 4 == 0))
    steps = np.array([[0], [4], [7]]) + minute % 5
    chord = np.sin(2 * np.pi * 110.0 * 2 ** (steps / 12) * t).sum(axis=0)
    y: NDArray[np.float64] = 2500 * beat * rng.standard_normal(len(t)).clip(-2, 2) + 1500 * chord
    return y


def resident_bytes(pids: list[int]) -> int:
    """Memory that these processes hold, pages that they share counted once; Linux only, 0 elsewhere."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024
    return total


def is_frozen() -> bool:
    """Whether this is the packed program."""
    return bool(getattr(sys, "frozen", False))


def _first_paint(command: list[str]) -> float:
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.kill()
    if not line.startswith("first paint"):
        raise RuntimeError("The window did not start.")
    return float(line.split()[-1])


def _seconds_of(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - start


def run(long_file: bool = True) -> int:
    """Measure everything and print it as it comes; 0 always: bounds are the tests' business."""
    if display_fault():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        sys.stdout.write("No display: everything is drawn, but nothing is shown.\n")
    for measurement in (*measure_start(), *([] if is_frozen() else measure_first_tabs())):
        _print(measurement)
    app = make_application()
    for measurement in (*measure_clip(app), *measure_frames()):
        _print(measurement)
    from desktop.benchmarks.stages import measure_stages

    for measurement in measure_stages(app):
        _print(measurement)
    if long_file:  # before what leaves a large process behind
        for measurement in measure_long_file(app):
            _print(measurement)
    from desktop.benchmarks.library import measure_library

    for measurement in measure_library(app):
        _print(measurement)
    from desktop.benchmarks.training import measure_training

    for measurement in measure_training(app):
        _print(measurement)
    return 0


def _print(measurement: Measurement) -> None:
    sys.stdout.write(f"{measurement}\n")
    sys.stdout.flush()
