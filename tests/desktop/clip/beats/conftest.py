"""A clip whose beats can be corrected: 120 BPM in 4/4, with onsets, two readings of the tempo and confidences."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.analysis import ClipAnalysis, Rhythm
from core.rhythm.estimate import Activations, BeatEstimate, TempoCandidate
from core.rhythm.grid import FRAME_RATE, BeatGrid
from desktop.clip.beats.desk import BeatDesk
from desktop.clip.beats.editor import BeatEditor
from desktop.clip.view import ClipView
from tests.desktop.synthetic import synthetic_analysis, synthetic_beat_grid

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

ONSET = 5.29
"""One onset that is on no beat; all others are on beats."""


def estimate_of(grid: BeatGrid, duration: float) -> BeatEstimate:
    """What a tracker might say: sure of all beats but the fourth, and of this tempo rather than of half of it."""
    n_frames = int(duration * FRAME_RATE) + 1
    onsets = np.sort(np.append(grid.beat_times, ONSET)).astype(np.float32)
    activations = Activations(
        np.zeros(n_frames, np.uint8), np.zeros(n_frames, np.uint8), np.zeros(60, np.float32),
        onsets, np.ones_like(onsets), duration, FRAME_RATE,
    )  # fmt: skip
    slow = BeatGrid(grid.beat_times[1::2], np.arange(len(grid.beat_times[1::2])) % 4 + 1, grid.tempo / 2, 4)
    confidence = np.full(len(grid), 0.95, np.float32)
    confidence[3:4] = 0.1
    return BeatEstimate(
        grid=grid,
        candidates=(TempoCandidate(grid.tempo, 0.61, grid), TempoCandidate(slow.tempo, 0.3, slow)),
        beat_confidence=confidence,
        bar_confidence=np.full(len(grid.downbeat_times), 0.8, np.float32),
        confidence=0.7,
        is_steady=True,
        has_bars=True,
        activations=activations,
        tracker="trained",
    )


@pytest.fixture(scope="module")
def analysis() -> ClipAnalysis:
    made = synthetic_analysis(duration=30.0, tempo=120.0)
    return replace(made, rhythm=Rhythm(made.rhythm.grid, estimate_of(made.rhythm.grid, 30.0)))


@pytest.fixture
def editor(qapp: QApplication) -> BeatEditor:
    """An editor alone, without a window."""
    grid = synthetic_beat_grid(30.0, 120.0)
    editor = BeatEditor()
    editor.load(Rhythm(grid, estimate_of(grid, 30.0)), 30.0)
    return editor


@pytest.fixture
def view(qtbot: QtBot, analysis: ClipAnalysis) -> Iterator[ClipView]:
    """The clip tab, editing beats, with ten seconds in sight."""
    view = ClipView()
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    qtbot.waitExposed(view)
    view.show_analysis(analysis)
    qtbot.waitUntil(lambda: view.is_complete)
    view.timeline.show(2.0, 12.0)
    view.beats.toggle_editing()
    yield view
    view.clear()


@pytest.fixture
def desk(view: ClipView) -> BeatDesk:
    return view.beats


class Mouse:
    """A hand on the beat bar."""

    def __init__(self, view: ClipView) -> None:
        self.lanes = view.canvas.lane_view
        self.lane = view.beats.lane

    def at(self, seconds: float) -> QPoint:
        """The place of a time in the beat bar."""
        return QPoint(round(self.lanes.x_at(seconds)), round(self.lane.rect.center().y()))

    def press(self, seconds: float, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mousePress(self.lanes.viewport(), LEFT, keys, self.at(seconds))

    def move(self, seconds: float, keys: Qt.KeyboardModifier = PLAIN, held: bool = True) -> None:
        self._move(self.at(seconds), keys, LEFT if held else Qt.MouseButton.NoButton)

    def _move(self, place: QPoint, keys: Qt.KeyboardModifier, button: Qt.MouseButton) -> None:
        screen = QPointF(self.lanes.mapToGlobal(place))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), screen, button, button, keys)
        QApplication.sendEvent(self.lanes.viewport(), event)

    def release(self, seconds: float, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseRelease(self.lanes.viewport(), LEFT, keys, self.at(seconds))

    def click(self, seconds: float, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.press(seconds, keys)
        self.release(seconds, keys)

    def double_click(self, seconds: float, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.click(seconds, keys)
        QTest.mouseDClick(self.lanes.viewport(), LEFT, keys, self.at(seconds))

    def drag(self, start: float, end: float, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Drag in steps, with the button and the keys held, to where `end` is before the drag."""
        first, last = self.at(start), self.at(end)
        QTest.mousePress(self.lanes.viewport(), LEFT, keys, first)
        for step in range(1, 9):
            self._move(first + (last - first) * step / 8, keys, LEFT)
        QTest.mouseRelease(self.lanes.viewport(), LEFT, keys, last)


@pytest.fixture
def mouse(view: ClipView) -> Mouse:
    return Mouse(view)
