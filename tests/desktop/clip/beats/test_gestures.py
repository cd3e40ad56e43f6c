from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.rhythm.edits import AddBeat, MoveBeat, MoveGrid
from desktop.clip.beats.desk import BeatDesk
from desktop.clip.view import ClipView
from tests.desktop.clip.beats.conftest import ALT, CONTROL, ONSET, PLAIN, SHIFT, Mouse

PIXEL = 0.01
"""Seconds in a pixel of the view, at most."""


def times(desk: BeatDesk) -> np.ndarray:
    return desk.editor.grid.beat_times


def test_a_beat_that_is_dragged_moves_alone(desk: BeatDesk, mouse: Mouse) -> None:
    before = times(desk)
    mouse.drag(4.25, 4.35, ALT)
    (moved,) = np.flatnonzero(times(desk) != before)
    assert before[moved] == 4.25
    assert times(desk)[moved] == pytest.approx(4.35, abs=PIXEL)
    assert isinstance(desk.editor.history.edits[-1], MoveBeat)
    assert desk.editor.selected == {moved}


def test_with_shift_all_beats_from_there_on_move_as_far(desk: BeatDesk, mouse: Mouse) -> None:
    before = times(desk)
    mouse.drag(4.25, 4.35, SHIFT | ALT)
    first = int(np.searchsorted(before, 4.25))
    assert np.array_equal(times(desk)[:first], before[:first])
    moved = times(desk)[first : len(before)] - before[first : len(times(desk))]
    assert moved == pytest.approx(moved[0])
    assert moved[0] == pytest.approx(0.1, abs=PIXEL)
    assert isinstance(desk.editor.history.edits[-1], MoveGrid)


def test_a_dragged_beat_snaps_to_an_onset_unless_alt_is_held(desk: BeatDesk, mouse: Mouse) -> None:
    mouse.drag(5.25, ONSET + 0.02)
    assert pytest.approx(times(desk)[10], abs=1e-6) == ONSET
    desk.undo()
    mouse.drag(5.25, ONSET + 0.02, ALT)
    assert times(desk)[10] == pytest.approx(ONSET + 0.02, abs=PIXEL)
    assert abs(times(desk)[10] - ONSET) > PIXEL / 2


def test_a_beat_stops_before_its_neighbour(desk: BeatDesk, mouse: Mouse) -> None:
    mouse.drag(4.25, 5.6, ALT)
    assert times(desk)[8] == pytest.approx(4.7)
    assert len(times(desk)) == 60


def test_what_a_drag_did_is_no_longer_read_out_when_it_has_ended(view: ClipView, mouse: Mouse) -> None:
    mouse.press(4.25, ALT)
    mouse.move(4.40, ALT)
    assert " ms" in view.canvas.lane_view.readout.text
    mouse.release(4.40, ALT)
    assert view.canvas.lane_view.readout.text.startswith("Beat ")
    assert " ms" not in view.canvas.lane_view.readout.text


def test_what_is_read_out_of_the_beat_under_the_pointer_follows_an_edit_by_key(
    view: ClipView, desk: BeatDesk, mouse: Mouse
) -> None:
    readout = view.canvas.lane_view.readout
    mouse.click(5.25)
    mouse.move(5.25, held=False)
    assert readout.text.startswith("Beat 3.2 ")
    desk.marks.make_downbeat()
    assert readout.text.startswith("Beat 3.1 ")
    desk.marks.remove_selected()
    assert not readout.text.startswith("Beat ")


def test_the_picture_follows_while_a_beat_is_dragged_and_nothing_is_done_before_it_is_let_go(
    view: ClipView, desk: BeatDesk, mouse: Mouse
) -> None:
    mouse.press(4.25, ALT)
    mouse.move(4.40, ALT)
    assert view.canvas.lane_view.beat_grid is desk.editor.grid
    assert times(desk)[8] == pytest.approx(4.40, abs=PIXEL)
    readout = view.canvas.lane_view.readout.text
    assert "ms" in readout
    assert mouse.lanes.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    assert desk.editor.stack.count() == 0
    desk.escape()
    assert times(desk)[8] == 4.25
    mouse.release(4.40)
    assert desk.editor.stack.count() == 0


def test_a_double_click_adds_a_beat_at_the_onset(desk: BeatDesk, mouse: Mouse) -> None:
    mouse.double_click(4.5, ALT)
    assert times(desk)[9] == pytest.approx(4.5, abs=PIXEL)
    assert isinstance(desk.editor.history.edits[-1], AddBeat)
    mouse.double_click(4.25)
    assert desk.editor.stack.count() == 1, "a double click on a beat adds none"


def test_clicks_select_one_beat_several_or_all_between(desk: BeatDesk, mouse: Mouse) -> None:
    mouse.click(4.25)
    assert desk.editor.selected == {8}
    mouse.click(5.25, CONTROL)
    assert desk.editor.selected == {8, 10}
    mouse.click(6.25, SHIFT)
    assert desk.editor.selected == {8, 9, 10, 11, 12}
    mouse.click(7.0)
    assert desk.editor.selected == frozenset()


def test_a_click_beside_the_beats_seeks_and_a_drag_there_pans_as_anywhere(view: ClipView, mouse: Mouse) -> None:
    mouse.click(7.0)
    assert view.timeline.position == pytest.approx(7.0, abs=PIXEL)
    mouse.drag(7.0, 8.0)
    assert view.timeline.view_range[0] == pytest.approx(1.0, abs=3 * PIXEL)


def test_without_the_mode_the_bar_is_like_any_lane(view: ClipView, desk: BeatDesk, mouse: Mouse) -> None:
    desk.leave()
    mouse.click(4.25)
    assert view.timeline.position == pytest.approx(4.25, abs=PIXEL)
    mouse.double_click(4.75)
    assert desk.editor.stack.count() == 0
    assert desk.editor.selected == frozenset()


def test_beats_too_close_for_a_finger_are_left_alone(view: ClipView, desk: BeatDesk, mouse: Mouse) -> None:
    desk.scale(Fraction(2))
    view.resize(800, 800)
    view.timeline.show_all()
    assert desk.hand.beat_at(mouse.at(15.25).x()) == -1
    view.timeline.show(14.0, 17.0)
    assert times(desk)[desk.hand.beat_at(mouse.at(15.25).x())] == 15.25


def test_the_pointer_says_that_a_beat_can_be_taken_and_how_sure_it_is(view: ClipView, mouse: Mouse) -> None:
    view.timeline.show(1.0, 6.0)
    mouse.move(1.75, held=False)
    assert mouse.lanes.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    assert view.canvas.lane_view.readout.text == "Beat 1.3   0:01.750   certainty 10 %"
    mouse.move(2.0, held=False)
    assert mouse.lanes.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
    assert "certainty" not in view.canvas.lane_view.readout.text


def open_menu(qtbot: QtBot, mouse: Mouse, seconds: float) -> QMenu:
    at = mouse.at(seconds)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, mouse.lanes.mapToGlobal(at), PLAIN)
    QApplication.sendEvent(mouse.lanes.viewport(), event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, text: str) -> None:
    (action,) = [action for action in menu.actions() if action.text().replace("&", "").startswith(text)]
    assert action.isEnabled()
    action.trigger()
    menu.close()


def test_a_right_click_on_a_beat_makes_it_the_one_or_removes_it(qtbot: QtBot, desk: BeatDesk, mouse: Mouse) -> None:
    assert desk.editor.grid.positions[8] != 1
    choose(open_menu(qtbot, mouse, 4.25), "This is the one")
    assert desk.editor.grid.positions[8] == 1
    choose(open_menu(qtbot, mouse, 4.25), "Remove")
    assert 4.25 not in times(desk)


def test_a_right_click_between_beats_adds_one_there(qtbot: QtBot, desk: BeatDesk, mouse: Mouse) -> None:
    choose(open_menu(qtbot, mouse, 4.5), "Add beat here")
    assert times(desk)[9] == pytest.approx(4.5, abs=PIXEL)


def test_a_right_click_elsewhere_offers_the_lanes(qtbot: QtBot, view: ClipView, mouse: Mouse) -> None:
    at = mouse.at(4.25)
    at.setY(round(view.canvas.lane_view.lanes[0].rect.center().y()))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, mouse.lanes.mapToGlobal(at), PLAIN)
    QApplication.sendEvent(mouse.lanes.viewport(), event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions() == [*view.canvas.lane_actions, view.canvas.look_action]
    menu.close()


def test_the_beat_under_the_pointer_is_let_go_when_it_leaves(view: ClipView, desk: BeatDesk, mouse: Mouse) -> None:
    mouse.move(4.25, held=False)
    assert desk.editor.hovered == 8
    QApplication.sendEvent(mouse.lanes.viewport(), QEvent(QEvent.Type.Leave))
    assert desk.editor.hovered == -1
