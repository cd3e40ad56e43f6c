"""Pictures while the view moves: in their place at once, exact when there is time."""

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.clip.picture.kept import can_stand_for, is_part_of
from desktop.clip.picture.lane_view import LaneView
from desktop.clip.picture.time_item import Frame
from desktop.clip.timeline import Timeline
from tests.desktop.synthetic import synthetic_analysis

DURATION = 60.0


def lanes(qtbot: QtBot) -> LaneView:
    view = LaneView(Timeline())
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.timeline.duration = DURATION
    view.show_analysis(synthetic_analysis(DURATION))
    view.show()
    qtbot.waitExposed(view)
    return view


def drawn(view: LaneView) -> QImage:
    return view.grab().toImage()


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1).copy()


@pytest.mark.parametrize("moves", [[(10.0, 30.0), (11.0, 30.0), (12.3, 29.0)], [(0.0, 20.0), (1.0, 21.0)]])
def test_when_the_view_rests_the_picture_is_the_exact_one(qtbot: QtBot, moves: list[tuple[float, float]]) -> None:
    moved, exact = lanes(qtbot), lanes(qtbot)
    for move in moves:
        moved.timeline.show(*move)
        drawn(moved)
    qtbot.waitUntil(lambda: moved.renewal.is_done)
    drawn(moved)
    qtbot.waitUntil(lambda: moved.renewal.is_done)
    for lane in exact.lanes:
        lane.items[0].refresh()
    exact.timeline.show(*moves[-1])
    ours, theirs = pixels(drawn(moved)), pixels(drawn(exact))
    # A time on the very edge of two columns may fall into either.
    assert (ours != theirs).mean() < 0.002


def test_while_the_view_moves_what_is_seen_is_in_its_place(qtbot: QtBot) -> None:
    view = lanes(qtbot)
    image = np.zeros((round(DURATION * 100), 128), np.uint8)
    image[2000] = 255  # at 20 s
    view.mel.set_image(image, 0.01)
    view.show_beats(None, DURATION)
    row = round(view.lanes[1].rect.center().y())
    view.timeline.show(18.0, 24.0)
    ground = pixels(drawn(view))[row, -20]
    for start, end in ((18.2, 24.2), (18.4, 23.8), (19.0, 23.6)):
        view.timeline.show(start, end)
        found = np.flatnonzero(pixels(drawn(view))[row, 80:-10] != ground) + 80
        assert not view.renewal.is_done
        assert abs(found.mean() - view.x_at(20.0)) < 3


def test_what_comes_into_view_is_drawn_with_the_next_frame(qtbot: QtBot) -> None:
    view = lanes(qtbot)
    view.timeline.show(10.0, 20.0)
    drawn(view)
    view.timeline.show(12.0, 22.0)
    shown = pixels(drawn(view))
    lane = view.lanes[1].rect
    right = shown[round(lane.top()) : round(lane.bottom()), round(lane.right()) - 100 : round(lane.right()) - 10]
    assert len(np.unique(right)) > 10


@pytest.mark.parametrize(
    ("frame", "is_near"),
    [
        (Frame(100, 50, 10.0, 20.0), True),
        (Frame(100, 50, 12.0, 22.0), True),
        (Frame(100, 50, 10.0, 17.0), True),
        (Frame(100, 50, 10.0, 13.0), False),
        (Frame(100, 50, 19.0, 29.0), False),
        (Frame(100, 60, 10.0, 20.0), False),
        (Frame(100, 50, 10.0, 20.0, 2.0), False),
    ],
)
def test_only_a_picture_of_nearly_the_same_stands_for_another(frame: Frame, is_near: bool) -> None:
    assert can_stand_for(Frame(100, 50, 10.0, 20.0), frame) is is_near


@pytest.mark.parametrize(
    ("start", "is_part"), [(10.0, True), (12.0, True), (12.05, False), (8.0, False), (15.0, True), (15.1, False)]
)
def test_a_frame_is_cut_out_where_columns_are_the_same(start: float, is_part: bool) -> None:
    kept = Frame(150, 50, 10.0, 25.0)
    assert is_part_of(Frame(100, 50, start, start + 10.0), kept) is is_part
