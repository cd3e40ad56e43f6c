"""Bounds for the library and the training tab, as those of the window."""

from PySide6.QtWidgets import QApplication

from desktop.benchmarks.library import measure_library
from desktop.benchmarks.training import measure_training
from tests.benchmarks.test_window import above_bounds

FEWER_TRACKS = 20_000
SHORTER_MS = 3000


def test_many_tracks_scroll_filter_and_sort_without_stalling_the_window(qapp: QApplication) -> None:
    assert above_bounds(lambda: measure_library(qapp, FEWER_TRACKS)) == []


def test_a_search_on_all_cores_leaves_the_window_awake_and_ends_soon_when_cancelled(qapp: QApplication) -> None:
    assert above_bounds(lambda: measure_training(qapp, SHORTER_MS)) == []
