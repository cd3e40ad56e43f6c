import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.clip.picture.overview import Hold, Overview
from desktop.clip.timeline import Timeline
from desktop.widgets.theme import LIGHT
from tests.desktop.synthetic import synthetic_preview

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def timeline() -> Timeline:
    return Timeline()


@pytest.fixture
def overview(qtbot: QtBot, timeline: Timeline) -> Overview:
    overview = Overview(timeline)
    qtbot.addWidget(overview)
    overview.resize(1000, overview.height())
    overview.set_theme(LIGHT)
    timeline.duration = 100.0
    overview.show_preview(synthetic_preview(100.0))
    overview.show()
    qtbot.waitExposed(overview)
    return overview


def drag(overview: Overview, start: float, end: float) -> None:
    """Drag from one x to another, in steps, as a hand does."""
    view, y = overview.viewport(), overview.height() // 2
    QTest.mousePress(view, LEFT, pos=QPoint(round(start), y))
    for step in range(1, 6):
        QTest.mouseMove(view, QPoint(round(start + (end - start) * step / 5), y))
    QTest.mouseRelease(view, LEFT, pos=QPoint(round(end), y))


def test_the_frame_stands_at_what_is_visible(overview: Overview, timeline: Timeline) -> None:
    timeline.show(20.0, 45.0)
    frame = overview.frame_rect()
    assert overview.time_at(frame.left()) == pytest.approx(20.0, abs=0.1)
    assert overview.time_at(frame.right()) == pytest.approx(45.0, abs=0.1)


def test_dragging_the_frame_moves_the_view(overview: Overview, timeline: Timeline) -> None:
    timeline.show(20.0, 40.0)
    drag(overview, overview.x_at(30.0), overview.x_at(60.0))
    assert timeline.view_range == pytest.approx((50.0, 70.0), abs=0.3)


def test_dragging_an_edge_resizes_the_view(overview: Overview, timeline: Timeline) -> None:
    timeline.show(20.0, 40.0)
    drag(overview, overview.x_at(40.0), overview.x_at(80.0))
    assert timeline.view_range == pytest.approx((20.0, 80.0), abs=0.3)
    drag(overview, overview.x_at(20.0), overview.x_at(5.0))
    assert timeline.view_range == pytest.approx((5.0, 80.0), abs=0.5)


def test_an_edge_stops_before_the_other(overview: Overview, timeline: Timeline) -> None:
    timeline.show(20.0, 40.0)
    drag(overview, overview.x_at(40.0), overview.x_at(2.0))
    start, end = timeline.view_range
    assert start == pytest.approx(20.0)
    assert end - start == pytest.approx(timeline.shortest_view)


def test_a_click_elsewhere_moves_the_view_there(overview: Overview, timeline: Timeline) -> None:
    timeline.show(20.0, 30.0)
    QTest.mouseClick(overview.viewport(), LEFT, pos=QPoint(round(overview.x_at(70.0)), 20))
    assert timeline.view_range == pytest.approx((65.0, 75.0), abs=0.2)


def test_a_narrow_frame_can_still_be_taken_hold_of(overview: Overview, timeline: Timeline) -> None:
    timeline.show(50.0, 50.25)
    frame = overview.frame_rect()
    assert frame.width() >= 8
    assert overview.hold_at(frame.center()) is Hold.FRAME
    assert overview.hold_at(QPointF(frame.left() - 4, 10)) is Hold.START


def test_what_was_played_is_tinted(overview: Overview, timeline: Timeline) -> None:
    timeline.position = 50.0
    image = overview.grab().toImage()
    y = overview.height() // 2 + 2
    played, ahead = image.pixelColor(round(overview.x_at(20.0)), y), image.pixelColor(round(overview.x_at(80.0)), y)
    assert played.name() == LIGHT.waveform_played
    assert ahead.name() == LIGHT.waveform


def test_keys_move_and_resize_the_frame(overview: Overview, timeline: Timeline) -> None:
    timeline.show(20.0, 40.0)
    QTest.keyClick(overview, Qt.Key.Key_Right)
    assert timeline.view_range == pytest.approx((22.0, 42.0))
    QTest.keyClick(overview, Qt.Key.Key_End)
    assert timeline.view_range == pytest.approx((80.0, 100.0))
    QTest.keyClick(overview, Qt.Key.Key_0)
    assert timeline.view_range == (0.0, 100.0)
