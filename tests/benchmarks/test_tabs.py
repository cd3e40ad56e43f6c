"""Bounds for the library and the training tab, some six times their aims, as for the window."""

from PySide6.QtWidgets import QApplication

from desktop.benchmarks.library import measure_library
from desktop.benchmarks.training import measure_training
from tests.benchmarks.test_window import above_bounds

FEWER_TRACKS = 20_000
SHORTER_MS = 3000


def test_many_tracks_scroll_filter_and_sort_without_stalling_the_window(qapp: QApplication) -> None:
    measured = list(measure_library(qapp, FEWER_TRACKS))
    assert len(measured) == 7
    assert above_bounds(measured) == [] or above_bounds(measure_library(qapp, FEWER_TRACKS)) == []


def test_a_search_on_all_cores_leaves_the_window_awake_and_ends_soon_when_cancelled(qapp: QApplication) -> None:
    measured = list(measure_training(qapp, SHORTER_MS))
    assert len(measured) == 4
    assert above_bounds(measured) == [] or above_bounds(measure_training(qapp, SHORTER_MS)) == []
