import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.clip.picture.lane import GUTTER
from desktop.clip.picture.lane_view import ANALYSING, NO_GENRE, LaneView
from desktop.clip.timeline import Timeline
from desktop.widgets.theme import DARK, LIGHT
from tests.desktop.synthetic import synthetic_analysis, synthetic_preview
from tests.waiting import settle

LEFT = Qt.MouseButton.LeftButton
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def timeline() -> Timeline:
    return Timeline()


@pytest.fixture
def lanes(qtbot: QtBot, timeline: Timeline) -> LaneView:
    view = LaneView(timeline)
    qtbot.addWidget(view)
    view.resize(1000 + GUTTER + 8, 500)
    timeline.duration = 30.0
    view.show_analysis(synthetic_analysis(30.0))
    view.show()
    qtbot.waitExposed(view)
    return view


def point(view: LaneView, seconds: float, y: float | None = None) -> QPoint:
    y = view.lanes[0].rect.center().y() if y is None else y
    return QPoint(round(view.x_at(seconds)), round(y))


def wheel(view: LaneView, at: QPoint, dx: int, dy: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.mapToGlobal(at)), QPoint(), QPoint(dx, dy), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def drag(view: LaneView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    """Drag in steps, with the button and the modifiers held."""
    QTest.mousePress(view.viewport(), LEFT, modifiers, start)
    for step in range(1, 9):
        at = start + (end - start) * step / 8
        place = QPointF(at)
        move = QMouseEvent(QEvent.Type.MouseMove, place, QPointF(view.mapToGlobal(at)), LEFT, LEFT, modifiers)
        QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), LEFT, modifiers, end)


NONE = Qt.KeyboardModifier.NoModifier


def image_of(view: LaneView) -> QImage:
    image: QImage = view.grab().toImage()
    return image


def columns_near(image: QImage, y: int, colour: str, tolerance: int = 24) -> np.ndarray:
    wanted = QColor(colour)
    found = []
    for x in range(GUTTER, image.width()):
        seen = image.pixelColor(x, y)
        distance = (
            abs(seen.red() - wanted.red()) + abs(seen.green() - wanted.green()) + abs(seen.blue() - wanted.blue())
        )
        if distance <= tolerance:
            found.append(x)
    return np.array(found)


def test_every_downbeat_is_drawn_at_the_pixel_of_its_time(lanes: LaneView, timeline: Timeline) -> None:
    timeline.show(10.0, 20.0)
    lane = lanes.lanes[0].rect
    drawn = columns_near(image_of(lanes), round(lane.top()) + 1, LIGHT.downbeat)
    assert lanes.beat_grid is not None
    downbeats = lanes.beat_grid.downbeat_times
    expected = [int(lanes.x_at(t)) for t in downbeats if 10.0 <= t < 20.0]
    assert len(expected) == 5
    assert drawn.tolist() == expected


def test_beats_are_drawn_at_the_pixels_of_their_times(lanes: LaneView, timeline: Timeline) -> None:
    timeline.show(10.0, 20.0)
    drawn = columns_near(image_of(lanes), round(lanes.lanes[0].rect.top()) + 1, LIGHT.beat)
    assert lanes.beat_grid is not None
    grid = lanes.beat_grid
    between = grid.beat_times[grid.positions != 1]
    assert drawn.tolist() == [int(lanes.x_at(t)) for t in between if 10.0 <= t < 20.0]


@pytest.mark.parametrize("seconds", [0.0, 7.3, 15.0, 29.9])
def test_the_playhead_stands_at_the_position(lanes: LaneView, timeline: Timeline, seconds: float) -> None:
    timeline.position = seconds
    drawn = columns_near(image_of(lanes), round(lanes.lanes[2].rect.bottom()) + 3, LIGHT.playhead)
    assert abs(drawn.mean() + 0.5 - lanes.x_at(seconds)) <= 1.0


def test_moving_the_playhead_repaints_only_narrow_strips(qtbot: QtBot, lanes: LaneView, timeline: Timeline) -> None:
    timeline.position = 10.0
    settle()
    painted = []
    lanes.viewport().grab()  # a full paint first, so that nothing else is outstanding
    original = lanes.paintEvent

    def watch(event: QPaintEvent) -> None:
        painted.append(event.region().boundingRect())
        original(event)

    lanes.paintEvent = watch
    timeline.position = 10.02
    timeline.position = 10.06
    qtbot.waitUntil(lambda: bool(painted))
    assert max(rect.width() for rect in painted) < 40


def test_the_wheel_zooms_at_the_pointer(lanes: LaneView, timeline: Timeline) -> None:
    at = point(lanes, 12.0)
    before = lanes.time_at(at.x())
    for _ in range(5):
        wheel(lanes, at, 0, 120, NONE)
    assert lanes.time_at(at.x()) == pytest.approx(before, abs=1e-6)
    assert timeline.view_range[1] - timeline.view_range[0] == pytest.approx(30 / 1.25**5)


@pytest.mark.parametrize(("dx", "dy", "modifiers"), [(0, -120, SHIFT), (-120, 0, NONE), (-120, 0, SHIFT)])
def test_a_sideways_wheel_pans(
    lanes: LaneView, timeline: Timeline, dx: int, dy: int, modifiers: Qt.KeyboardModifier
) -> None:
    timeline.show(10.0, 20.0)
    wheel(lanes, point(lanes, 12.0), dx, dy, modifiers)
    assert timeline.view_range == pytest.approx((11.0, 21.0))


def test_a_click_asks_to_seek_there(qtbot: QtBot, lanes: LaneView, timeline: Timeline) -> None:
    at = point(lanes, 12.0)
    with qtbot.waitSignal(timeline.seek_requested) as asked:
        QTest.mouseClick(lanes.viewport(), LEFT, pos=at)
    assert asked.args == pytest.approx([lanes.time_at(at.x())])
    assert timeline.view_range == (0.0, 30.0)


def test_a_drag_pans_and_does_not_seek(qtbot: QtBot, lanes: LaneView, timeline: Timeline) -> None:
    timeline.show(10.0, 20.0)
    start, end = point(lanes, 17.0), point(lanes, 14.0)
    with qtbot.assertNotEmitted(timeline.seek_requested):
        drag(lanes, start, end, NONE)
    assert timeline.view_range == pytest.approx((13.0, 23.0), abs=0.02)


@pytest.mark.parametrize("on_ruler", [False, True])
def test_dragging_with_shift_or_on_the_ruler_selects(lanes: LaneView, timeline: Timeline, on_ruler: bool) -> None:
    y = 10.0 if on_ruler else None
    drag(lanes, point(lanes, 20.3, y), point(lanes, 8.2, y), NONE if on_ruler else SHIFT)
    assert timeline.selection == pytest.approx((8.25, 20.25)), "on beats"
    drag(lanes, point(lanes, 12.0, y), point(lanes, 16.0, y), ALT if on_ruler else ALT | SHIFT)
    assert timeline.selection == pytest.approx((12.0, 16.0), abs=0.03), "free with Alt"
    assert timeline.view_range == (0.0, 30.0)


def test_the_edges_of_a_selection_can_be_dragged(lanes: LaneView, timeline: Timeline) -> None:
    timeline.selection = (8.0, 20.0)
    drag(lanes, point(lanes, 20.0), point(lanes, 24.3), NONE)
    assert timeline.selection == pytest.approx((8.0, 24.25))
    drag(lanes, point(lanes, 8.0), point(lanes, 26.3), NONE)
    assert timeline.selection == pytest.approx((24.25, 26.25))


def test_escape_clears_the_selection_and_is_left_to_others_without_one(lanes: LaneView, timeline: Timeline) -> None:
    timeline.selection = (8.0, 20.0)
    QTest.keyClick(lanes, Qt.Key.Key_Escape)
    assert timeline.selection is None


def test_a_double_click_selects_the_bar(lanes: LaneView, timeline: Timeline) -> None:
    QTest.mouseDClick(lanes.viewport(), LEFT, pos=point(lanes, 7.0))
    assert timeline.selection == pytest.approx((6.75, 8.75))


def test_a_double_click_on_the_pick_up_selects_nothing(lanes: LaneView, timeline: Timeline) -> None:
    QTest.mouseDClick(lanes.viewport(), LEFT, pos=point(lanes, 0.4))
    assert timeline.selection is None


def test_keys_pan_and_zoom(lanes: LaneView, timeline: Timeline) -> None:
    timeline.show(10.0, 20.0)
    QTest.keyClick(lanes, Qt.Key.Key_Left)
    assert timeline.view_range == pytest.approx((9.0, 19.0))
    QTest.keyClick(lanes, Qt.Key.Key_Plus)
    assert timeline.view_range[1] - timeline.view_range[0] == pytest.approx(10 / 1.5)
    QTest.keyClick(lanes, Qt.Key.Key_Home)
    assert timeline.view_range[0] == 0.0


def test_the_readout_tells_time_bar_and_frequency(lanes: LaneView) -> None:
    lane = lanes.lanes[1]
    QTest.mouseMove(lanes.viewport(), point(lanes, 7.05, lane.rect.center().y()))
    assert lanes.readout.isVisible()
    assert lanes.readout.text.startswith("0:07.0")
    assert "4.1" in lanes.readout.text
    assert "Hz" in lanes.readout.text


def test_the_readout_gives_the_length_of_a_selection_while_it_is_drawn(lanes: LaneView) -> None:
    QTest.mousePress(lanes.viewport(), LEFT, NONE, point(lanes, 5.3, 10))
    for seconds in (6.0, 9.0, 10.2):
        at = point(lanes, seconds, 10)
        place, globally = QPointF(at), QPointF(lanes.mapToGlobal(at))
        QApplication.sendEvent(lanes.viewport(), QMouseEvent(QEvent.Type.MouseMove, place, globally, LEFT, LEFT, NONE))
    assert lanes.readout.text.endswith(" s")
    assert float(lanes.readout.text.split()[-2]) == pytest.approx(5.0, abs=0.05)
    QTest.mouseRelease(lanes.viewport(), LEFT, NONE, point(lanes, 10.0, 10))


def test_the_readout_goes_with_the_pointer(lanes: LaneView) -> None:
    QTest.mouseMove(lanes.viewport(), point(lanes, 7.0))
    QApplication.sendEvent(lanes.viewport(), QEvent(QEvent.Type.Leave))
    assert not lanes.readout.isVisible()
    assert not lanes.hover_line.isVisible()


def test_all_axes_meet_to_the_pixel(lanes: LaneView) -> None:
    edges = {(lane.rect.left(), lane.rect.right()) for lane in (lanes.ruler_lane, *lanes.lanes)}
    assert edges == {(float(GUTTER), GUTTER + 1000.0)}


def test_the_loud_half_of_the_spectrogram_is_darker_in_the_dark_theme_too(lanes: LaneView, timeline: Timeline) -> None:
    analysis = synthetic_analysis(30.0)
    half = len(analysis.picture.mel) // 2
    analysis.picture.mel[:half] = 40
    analysis.picture.mel[half:] = 220
    lanes.set_theme(DARK)
    lanes.show_analysis(analysis)
    image, y = image_of(lanes), round(lanes.lanes[1].rect.center().y())
    quiet = np.mean([image.pixelColor(point(lanes, t).x(), y).lightnessF() for t in np.arange(1.1, 14, 0.7)])
    loud = np.mean([image.pixelColor(point(lanes, t).x(), y).lightnessF() for t in np.arange(16.1, 29, 0.7)])
    assert quiet - loud > 0.3


def test_before_the_analysis_the_other_lanes_say_so(lanes: LaneView) -> None:
    lanes.show_preview(synthetic_preview(30.0))
    assert [lane.furniture.note for lane in lanes.lanes] == ["", ANALYSING, ANALYSING, ANALYSING]
    assert lanes.beat_grid is None


def test_without_a_prediction_the_genre_lane_says_so(lanes: LaneView) -> None:
    lanes.show_analysis(synthetic_analysis(30.0, n_genre_windows=0))
    assert lanes.lanes[3].furniture.note == NO_GENRE


def test_a_hidden_lane_leaves_its_place_to_the_others(lanes: LaneView) -> None:
    before = lanes.lanes[0].rect.height()
    lanes.set_lane_visible("mel", False)
    assert lanes.lanes[0].rect.height() > before
    assert not lanes.lanes[1].box.isVisible()
    lanes.set_lane_visible("mel", True)
    assert lanes.lanes[0].rect.height() == before
    with pytest.raises(KeyError):
        lanes.set_lane_visible("nonsense", False)
