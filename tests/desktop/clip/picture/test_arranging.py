"""Lanes arranged by the mouse and by the popup."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.clip.picture.canvas import ClipCanvas
from desktop.clip.picture.lane import Lane, LaneHeight
from desktop.clip.picture.lane_layout import SMALLEST
from desktop.clip.picture.lane_view import LaneView
from desktop.clip.picture.look_popup import LookPopup
from desktop.clip.picture.spectrum_look import SpectrumLook
from desktop.clip.picture.time_item import TimeItem
from desktop.clip.timeline import Timeline
from tests.desktop.synthetic import synthetic_analysis

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def canvas(qtbot: QtBot) -> ClipCanvas:
    canvas = ClipCanvas(Timeline())
    qtbot.addWidget(canvas)
    canvas.add_lane(Lane("fixed", "Fixed", "", LaneHeight(0.01, 22, 22), [TimeItem()], 0.0, 1.0), "Fixed", "waveform")
    canvas.resize(1000, 640)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.show_analysis(synthetic_analysis(30.0))
    return canvas


@pytest.fixture
def popup(qtbot: QtBot, canvas: ClipCanvas) -> LookPopup:
    popup = LookPopup(canvas)
    popup.open_at(canvas.mapToGlobal(QPoint(90, 60)))
    qtbot.waitExposed(popup)
    return popup


def order(canvas: ClipCanvas) -> list[str]:
    return [lane.key for lane in canvas.lane_view.shown_lanes]


def height(canvas: ClipCanvas, key: str) -> float:
    return next(lane.rect.height() for lane in canvas.lane_view.shown_lanes if lane.key == key)


def lane_of(canvas: ClipCanvas, key: str) -> Lane:
    return next(lane for lane in canvas.lane_view.shown_lanes if lane.key == key)


def title(canvas: ClipCanvas, key: str) -> QPoint:
    return QPoint(20, round(lane_of(canvas, key).rect.center().y()))


def gap(canvas: ClipCanvas, below: str, x: int = 400) -> QPoint:
    return QPoint(x, round(lane_of(canvas, below).rect.bottom()) + 3)


def drag(view: LaneView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    for step in range(1, 9):
        at = start + (end - start) * step / 8
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(view.mapToGlobal(at)), LEFT, LEFT, NONE)
        QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)


def test_a_title_that_is_dragged_takes_its_lane_along(canvas: ClipCanvas) -> None:
    drag(canvas.lane_view, title(canvas, "chroma"), title(canvas, "waveform") - QPoint(0, 10))
    assert order(canvas) == ["chroma", "waveform", "fixed", "mel", "genre"]
    drag(canvas.lane_view, title(canvas, "chroma"), QPoint(20, canvas.lane_view.height() - 2))
    assert order(canvas) == ["waveform", "fixed", "mel", "genre", "chroma"]
    assert canvas.lane_view.overlays[-1].isVisible() is False


def test_a_click_on_a_title_moves_nothing_and_seeks_nowhere(qtbot: QtBot, canvas: ClipCanvas) -> None:
    before = order(canvas)
    with qtbot.assertNotEmitted(canvas.timeline.seek_requested):
        QTest.mouseClick(canvas.lane_view.viewport(), LEFT, NONE, title(canvas, "mel"))
    assert order(canvas) == before


@pytest.mark.parametrize("x", [20, 400])
def test_the_gap_below_a_lane_sizes_it_and_its_neighbour_alone(qtbot: QtBot, canvas: ClipCanvas, x: int) -> None:
    before = {key: height(canvas, key) for key in order(canvas)}
    start = gap(canvas, "mel", x)
    with qtbot.assertNotEmitted(canvas.timeline.seek_requested):
        drag(canvas.lane_view, start, start + QPoint(0, 24))
    after = {key: height(canvas, key) for key in before}
    assert after["mel"] == pytest.approx(before["mel"] + 24, abs=1)
    assert after["chroma"] == pytest.approx(before["chroma"] - 24, abs=1)
    assert all(after[key] == pytest.approx(before[key], abs=1) for key in ("waveform", "fixed", "genre"))


def test_a_divider_beside_a_lane_of_one_height_sizes_those_around_it(canvas: ClipCanvas) -> None:
    waveform, mel = height(canvas, "waveform"), height(canvas, "mel")
    start = gap(canvas, "fixed")
    drag(canvas.lane_view, start, start - QPoint(0, 20))
    assert height(canvas, "waveform") == pytest.approx(waveform - 20, abs=1)
    assert height(canvas, "mel") == pytest.approx(mel + 20, abs=1)
    assert height(canvas, "fixed") == 22


def test_no_lane_can_be_dragged_out_of_sight(canvas: ClipCanvas) -> None:
    start = gap(canvas, "mel")
    drag(canvas.lane_view, start, start + QPoint(0, 600))
    assert height(canvas, "chroma") == pytest.approx(SMALLEST, abs=1)
    drag(canvas.lane_view, gap(canvas, "mel"), QPoint(400, 0))
    assert height(canvas, "mel") == pytest.approx(SMALLEST, abs=1)


def test_a_double_click_collapses_a_lane_and_one_on_a_divider_resets_all(canvas: ClipCanvas) -> None:
    before = {key: height(canvas, key) for key in order(canvas)}
    QTest.mouseDClick(canvas.lane_view.viewport(), LEFT, NONE, title(canvas, "mel"))
    assert height(canvas, "mel") == SMALLEST
    QTest.mouseDClick(canvas.lane_view.viewport(), LEFT, NONE, title(canvas, "mel"))
    assert height(canvas, "mel") == before["mel"]
    start = gap(canvas, "mel")
    drag(canvas.lane_view, start, start + QPoint(0, 30))
    QTest.mouseDClick(canvas.lane_view.viewport(), LEFT, NONE, gap(canvas, "mel"))
    assert {key: height(canvas, key) for key in order(canvas)} == before


def test_lanes_keep_their_shares_in_a_larger_window(canvas: ClipCanvas) -> None:
    start = gap(canvas, "mel")
    drag(canvas.lane_view, start, start + QPoint(0, 40))
    share = height(canvas, "mel") / height(canvas, "waveform")
    canvas.resize(1000, 900)
    QApplication.processEvents()
    assert height(canvas, "mel") / height(canvas, "waveform") == pytest.approx(share, rel=0.03)


def test_the_popup_moves_sizes_and_hides_by_keys_alone(qtbot: QtBot, canvas: ClipCanvas, popup: LookPopup) -> None:
    lanes = popup.list
    lanes.setCurrentRow(2)
    before = height(canvas, "mel")
    QTest.keyClick(lanes, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(canvas) == ["waveform", "mel", "fixed", "chroma", "genre"]
    assert lanes.currentRow() == 1
    QTest.keyClick(lanes, Qt.Key.Key_Plus)
    assert height(canvas, "mel") > before + 8
    QTest.keyClick(lanes, Qt.Key.Key_Space)
    assert "mel" not in order(canvas)
    assert not popup.higher_button.isEnabled()
    QTest.keyClick(lanes, Qt.Key.Key_Down)
    QTest.keyClick(lanes, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(canvas) == ["waveform", "chroma", "fixed", "genre"]
    popup.reset_button.click()
    assert order(canvas) == ["waveform", "fixed", "mel", "chroma", "genre"]
    assert [lanes.item(row).checkState() for row in range(5)] == [Qt.CheckState.Checked] * 5


def test_the_first_and_the_last_lane_of_the_popup_go_no_further(canvas: ClipCanvas, popup: LookPopup) -> None:
    before = order(canvas)
    popup.list.setCurrentRow(0)
    assert not popup.up_button.isEnabled()
    QTest.keyClick(popup.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    popup.list.setCurrentRow(4)
    assert not popup.down_button.isEnabled()
    QTest.keyClick(popup.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(canvas) == before


def test_the_popup_draws_the_spectrogram_otherwise(canvas: ClipCanvas, popup: LookPopup) -> None:
    next(button for button in popup.axes.buttons() if button.text() == "Linear").click()
    popup.range_slider.setValue(50)
    popup.gain_slider.setValue(-10)
    assert canvas.look == SpectrumLook("linear", 50, -10)
    assert lane_of(canvas, "mel").title == "Linear, kHz"
    assert (popup.range_label.text(), popup.gain_label.text()) == ("50 dB", "\N{MINUS SIGN}10 dB")
    popup.reset_look_button.click()
    assert canvas.look == SpectrumLook()
    assert popup.range_slider.value() == 80


def test_the_button_at_the_ruler_opens_the_popup(qtbot: QtBot, canvas: ClipCanvas) -> None:
    QTest.mouseClick(canvas.lane_view.look_button, LEFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), LookPopup))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, LookPopup)
    popup.close()
    canvas.clear()
    assert not canvas.lane_view.look_button.isVisible()
