"""How smoothly the library tab moves through 100,000 tracks: the longest time in which the window could not answer."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.app import open_window
from desktop.benchmarks.measuring import Measurement, StallWatch, wait, wait_until
from desktop.settings import LIBRARY, Settings

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

N_TRACKS: Final = 100_000
STALL_AIM_MS: Final = 50.0
FILTERS: Final = (
    "drifting",
    "bpm:120-130",
    "key:Am genre:jazz",
    "spectral_centroid_mean:>2",
    "-label:done is:analysed",
)
SORTINGS: Final = (("artist", False), ("bpm", True), ("spectral_centroid_mean", False), ("added", True))
FRAME_MS: Final = 8


def measure_library(app: QApplication, n_tracks: int = N_TRACKS) -> Iterator[Measurement]:
    """Scroll, filter, sort and select in a library of invented tracks; the stalls of an idle window for comparison."""
    from core.library import Catalogue
    from core.library.synthetic import fill_synthetic

    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "library.sqlite"
        with Catalogue.open(path) as catalogue:
            fill_synthetic(catalogue, n_tracks)
        settings = Settings(Path(scratch) / "window.ini")
        settings.put(LIBRARY, str(path))
        with open_window(app, settings) as (window, _):
            yield from _measure(window, n_tracks)


def _measure(window: "MainWindow", n_tracks: int) -> Iterator[Measurement]:
    window.show()
    wait_until(lambda: window.is_painted)
    window.library.prepare()
    start = time.perf_counter()
    window.show_page("library")
    wait_until(lambda: window.library.is_built and len(window.library.view.model.ids) == n_tracks)
    window.repaint()
    yield Measurement(f"library of {n_tracks:,} tracks opened and painted", time.perf_counter() - start, "s", 1.0)
    for name, act in (
        ("an idle window, for comparison", lambda: wait(1500)),
        ("while the wheel turns", lambda: _turn_wheel(window)),
        ("while the scroll bar is dragged", lambda: _drag_scroll_bar(window)),
        ("while filters are typed", lambda: _type_filters(window)),
        ("while columns are sorted", lambda: _sort(window)),
        ("while everything is selected and let go", lambda: _select(window)),
    ):
        yield Measurement(f"longest stall {name}", _stall_of(act), "ms", STALL_AIM_MS)


def _stall_of(act: Callable[[], None]) -> float:
    watch = StallWatch()
    wait(300)
    watch.start()
    act()
    wait(300)
    return watch.stop()


def _turn_wheel(window: "MainWindow") -> None:
    viewport = window.library.view.grid.viewport()
    middle = QPointF(viewport.rect().center())
    for turn in range(300):
        angle = QPoint(0, -240 if turn < 200 else 240)
        event = QWheelEvent(
            middle, QPointF(viewport.mapToGlobal(middle)), QPoint(), angle, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)
        wait(FRAME_MS)


def _drag_scroll_bar(window: "MainWindow") -> None:
    bar = window.library.view.grid.verticalScrollBar()
    for step in range(200):
        bar.setValue(round(bar.maximum() * ((step * 37) % 200) / 199))
        wait(FRAME_MS)
    wait_until(lambda: _is_filled(window))


def _type_filters(window: "MainWindow") -> None:
    bar = window.library.view.filter_bar
    for text in FILTERS:
        for length in range(1, len(text) + 1):
            bar.field.setText(text[:length])
            wait(40)
        wait_until(lambda text=text: _has_answered(window, text))  # type: ignore[misc]
        wait(100)
    bar.field.clear()
    wait_until(lambda: _has_answered(window, ""))


def _sort(window: "MainWindow") -> None:
    controller = window.library.controller
    for sorting in (*SORTINGS, None):
        controller.set_sorting(sorting)
        wait_until(lambda: not controller.is_finding)
        wait(100)


def _select(window: "MainWindow") -> None:
    grid = window.library.view.grid
    grid.selectAll()
    wait(500)
    window.library.controller.set_sorting(("title", False))
    wait_until(lambda: not window.library.controller.is_finding)
    wait(500)
    grid.step(1)
    wait(300)


def _has_answered(window: "MainWindow", text: str) -> bool:
    found = window.library.view.found
    return found is not None and found.query.text == text and not window.library.controller.is_finding


def _is_filled(window: "MainWindow") -> bool:
    """Whether the rows in sight have their names."""
    grid, model = window.library.view.grid, window.library.view.model
    rows = range(max(grid.rowAt(0), 0), max(grid.rowAt(grid.viewport().height() - 1), 0))
    return all(model.index(row, model.place_of("name")).data() for row in rows)
