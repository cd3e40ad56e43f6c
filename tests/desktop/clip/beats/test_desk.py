from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.analysis import ClipAnalysis, Rhythm
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import AddBeat, MoveBeat, ShiftHalfBeat
from core.rhythm.estimate import TempoCandidate, uncertain_estimate
from core.rhythm.grid import NO_BEATS, BeatGrid
from desktop.clip.beats.actions import BEAT_ACTIONS
from desktop.clip.beats.desk import EMPTY, EMPTY_TO_EDIT, NOT_PLAYING, OVERTAKEN, BeatDesk
from desktop.clip.beats.keeping import states_of
from desktop.clip.beats.marking import NO_SELECTION
from desktop.clip.view import ClipView
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.widgets.style import ThemeSwitch
from tests.desktop.clip.beats.conftest import ALT, CONTROL, PLAIN, SHIFT
from tests.desktop.synthetic import CONTENT_ID

KEY = Qt.Key


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, runner: TaskRunner, settings: Settings, analysis: ClipAnalysis
) -> Iterator[MainWindow]:
    """The whole window with a clip, its keys at work."""
    window = MainWindow(runner, settings, ThemeSwitch("light", qapp))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitActive(window)
    window.controller.analysis_ready.emit(analysis)
    qtbot.waitUntil(lambda: window.view.is_complete)
    yield window
    window.controller.close()
    window.view.clear()


class Keys:
    """Presses keys in a window, wherever the focus is."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def __call__(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)


@pytest.fixture
def keys(window: MainWindow) -> Keys:
    return Keys(window)


def times(window: MainWindow) -> np.ndarray:
    return window.view.beats.editor.grid.beat_times


def test_b_begins_and_esc_ends_the_mode_and_everything_shows_it(qtbot: QtBot, window: MainWindow, keys: Keys) -> None:
    view, action = window.view, window.actions_by_key["edit_beats"]
    rest = view.beats.lane.rect.height()
    keys(KEY.Key_B)
    assert view.beats.tools.isVisible()
    assert action.isChecked()
    assert view.transport.edit_button.isChecked()
    qtbot.waitUntil(lambda: view.beats.lane.rect.height() > rest)
    keys(KEY.Key_Escape)
    assert not view.beats.tools.isVisible()
    assert not action.isChecked()
    assert not view.transport.edit_button.isChecked()
    qtbot.waitUntil(lambda: view.beats.lane.rect.height() == rest)


def test_keys_for_beats_do_nothing_before_the_mode_is_on(window: MainWindow, keys: Keys) -> None:
    before = window.view.beats.editor.grid
    for key in (KEY.Key_D, KEY.Key_H, KEY.Key_Slash, KEY.Key_Comma, KEY.Key_Delete):
        keys(key)
    assert window.view.beats.editor.grid is before


def test_edits_by_keys_are_undone_and_done_again_by_keys(window: MainWindow, keys: Keys) -> None:
    editor = window.view.beats.editor
    first = editor.grid
    keys(KEY.Key_B)
    keys(KEY.Key_Slash)
    assert editor.grid.tempo == pytest.approx(60.0)
    keys(KEY.Key_Asterisk)
    keys(KEY.Key_H)
    assert times(window)[0] != first.beat_times[0]
    assert window.actions_by_key["undo"].text() == "&Undo: Shift half a beat later"
    for _ in range(3):
        keys(KEY.Key_Z, CONTROL)
    assert editor.grid is first
    assert not window.actions_by_key["undo"].isEnabled()
    keys(KEY.Key_Z, CONTROL | SHIFT)
    assert editor.grid.tempo == pytest.approx(60.0)
    assert window.actions_by_key["redo"].text() == "&Redo: Tempo ×2"


def test_a_beat_is_found_moved_made_the_one_and_removed_without_a_mouse(window: MainWindow, keys: Keys) -> None:
    editor = window.view.beats.editor
    window.view.seek(4.2)
    keys(KEY.Key_B)
    keys(KEY.Key_Down)
    assert editor.selected == {8}
    keys(KEY.Key_Down)
    keys(KEY.Key_Up)
    assert editor.selected == {8}
    assert window.view.timeline.position == 4.25
    keys(KEY.Key_Right, ALT)
    keys(KEY.Key_Period)
    assert times(window)[8] == pytest.approx(4.27)
    assert times(window)[9] == 4.75
    keys(KEY.Key_1)
    assert editor.grid.positions[8] == 1
    keys(KEY.Key_Delete)
    assert 4.27 not in times(window)
    keys(KEY.Key_Insert)
    assert len(times(window)) == 60


def test_without_a_selection_a_nudge_moves_all_beats(window: MainWindow, keys: Keys) -> None:
    before = times(window)
    keys(KEY.Key_B)
    keys(KEY.Key_Left, ALT)
    keys(KEY.Key_Right, ALT | SHIFT)
    assert times(window) - before == pytest.approx(np.full(60, -0.009))


def test_undo_belongs_to_the_clip_tab(window: MainWindow, keys: Keys) -> None:
    keys(KEY.Key_B)
    keys(KEY.Key_H)
    edited = window.view.beats.editor.grid
    window.show_page("library")
    assert not window.actions_by_key["undo"].isEnabled()
    keys(KEY.Key_Z, CONTROL)
    assert window.view.beats.editor.grid is edited
    window.show_page("clip")
    assert window.actions_by_key["undo"].isEnabled()


def test_a_tempo_is_typed_and_keys_typed_there_mean_nothing_else(window: MainWindow, keys: Keys) -> None:
    editor, field = window.view.beats.editor, window.view.beats.tools.tempo
    keys(KEY.Key_B)
    keys(KEY.Key_P)
    assert field.hasFocus()
    for digit in "90":
        QTest.keyClicks(field, digit)
    QTest.keyClick(field, KEY.Key_Return)
    assert editor.grid.tempo == pytest.approx(90.0)
    assert not field.hasFocus()
    keys(KEY.Key_P)
    QTest.keyClicks(field, "70")
    QTest.keyClick(field, KEY.Key_Escape)
    assert editor.grid.tempo == pytest.approx(90.0)
    assert editor.is_editing


def test_the_tempo_changes_from_the_selected_beat_on(window: MainWindow, keys: Keys) -> None:
    desk = window.view.beats
    before = times(window)
    keys(KEY.Key_B)
    desk.editor.select((8,))
    desk.change_tempo()
    assert desk.tools.tempo.prefix() == "from 0:04.25: "
    QTest.keyClicks(desk.tools.tempo, "100")
    QTest.keyClick(desk.tools.tempo, KEY.Key_Return)
    assert np.array_equal(times(window)[:9], before[:9])
    assert np.diff(times(window)[8:]) == pytest.approx(np.full(len(times(window)) - 9, 0.6))


# --- the tool bar -------------------------------------------------------------------------------------------------


def press(qtbot: QtBot, desk: BeatDesk, key: str) -> None:
    qtbot.mouseClick(desk.tools.buttons[key], Qt.MouseButton.LeftButton)


def test_where_there_are_no_beats_the_bar_says_how_to_make_some(view: ClipView, desk: BeatDesk) -> None:
    note = desk.lane.furniture
    assert note.note == ""
    view.timeline.selection = (0.0, view.timeline.duration)
    desk.marks.clear_selection()
    assert note.note == EMPTY_TO_EDIT
    desk.leave()
    assert note.note == EMPTY
    desk.undo()
    assert note.note == ""


def test_buttons_do_what_they_say(qtbot: QtBot, desk: BeatDesk) -> None:
    press(qtbot, desk, "double")
    assert desk.editor.grid.tempo == pytest.approx(240.0)
    press(qtbot, desk, "undo")
    assert desk.editor.grid.tempo == pytest.approx(120.0)
    assert not desk.tools.buttons["undo"].isEnabled()
    press(qtbot, desk, "redo")
    assert desk.editor.grid.tempo == pytest.approx(240.0)
    desk.marks.set_metre(3, from_here=False)
    assert desk.tools.metre_button.text() == "3 beats"
    qtbot.mouseClick(desk.tools.done_button, Qt.MouseButton.LeftButton)
    assert not desk.editor.is_editing


def test_readings_of_the_tempo_are_seen_while_hovered_and_taken_by_a_press(qtbot: QtBot, desk: BeatDesk) -> None:
    fast, slow = desk.tools.candidates
    assert [button.text() for button in (fast, slow)] == ["120 BPM  61 %", "60 BPM  30 %"]
    assert (fast.isChecked(), slow.isChecked()) == (True, False)
    slow.entered.emit(slow.candidate)
    assert desk.editor.ghosts is slow.candidate.grid
    slow.left.emit()
    assert desk.editor.ghosts is None
    qtbot.mouseClick(slow, Qt.MouseButton.LeftButton)
    assert desk.editor.grid.tempo == pytest.approx(60.0)
    assert (fast.isChecked(), slow.isChecked()) == (False, True)
    desk.undo()
    assert (fast.isChecked(), slow.isChecked()) == (True, False)


def test_the_same_tempo_half_a_beat_off_is_another_reading(qtbot: QtBot, desk: BeatDesk) -> None:
    grid = desk.editor.grid
    off = replace(grid, beat_times=grid.beat_times + 0.25)
    desk.tools.show_candidates([TempoCandidate(120.0, 0.6, grid), TempoCandidate(120.0, 0.3, off, is_shifted=True)])
    desk.tools.show_grid(grid)
    as_found, shifted = desk.tools.candidates
    assert shifted.text() == "½ beat off  30 %"
    assert "120 BPM, ½ beat off" in shifted.toolTip()
    assert shifted.accessibleName() == "Tempo 120 BPM, ½ beat off  30 %"
    assert (as_found.isChecked(), shifted.isChecked()) == (True, False)
    qtbot.mouseClick(shifted, Qt.MouseButton.LeftButton)
    assert np.array_equal(desk.editor.grid.beat_times, off.beat_times)
    assert (as_found.isChecked(), shifted.isChecked()) == (False, True)


def test_every_button_has_a_name_and_tells_its_keys(desk: BeatDesk) -> None:
    tools = desk.tools
    for button in (*tools.buttons.values(), *tools.candidates, tools.metre_button, tools.more_button):
        assert button.accessibleName()
        assert button.toolTip()
    assert tools.buttons["downbeat"].toolTip() == "This is the one (1, D)"


def test_an_edit_that_cannot_be_made_is_explained_over_the_picture(desk: BeatDesk) -> None:
    assert desk.notice.text.text() == ""
    desk.marks.lock_selection()
    assert desk.notice.text.text() == NO_SELECTION
    desk.scale(Fraction(2))
    assert desk.notice.text.text() == ""
    desk.scale(Fraction(2))
    assert "480 BPM" in desk.notice.text.text()


def test_a_selected_passage_is_emptied_locked_and_unlocked(view: ClipView, desk: BeatDesk) -> None:
    view.timeline.selection = (4.0, 6.0)
    desk.marks.clear_selection()
    assert not ((desk.editor.grid.beat_times >= 4.0) & (desk.editor.grid.beat_times < 6.0)).any()
    assert desk.editor.silences == ((4.0, 6.0),)
    view.timeline.selection = (8.0, 10.0)
    desk.marks.lock_selection()
    assert desk.editor.locked == ((8.0, 10.0),)
    locked = desk.editor.grid.beat_times[(desk.editor.grid.beat_times >= 8) & (desk.editor.grid.beat_times < 10)]
    desk.marks.shift_half(True)
    assert np.isin(locked, desk.editor.grid.beat_times).all()
    desk.marks.unlock_selection()
    assert desk.editor.locked == ()


def test_the_list_of_what_was_done_goes_back_by_a_click(qtbot: QtBot, desk: BeatDesk) -> None:
    first = desk.editor.grid
    desk.marks.shift_half(True)
    desk.marks.make_downbeat()
    desk.toggle_history()
    rows = desk.history.view.model()
    assert (rows.rowCount(), rows.index(0, 0).data()) == (3, "As found")
    desk.history.view.setCurrentIndex(rows.index(0, 0))
    assert desk.editor.grid is first
    desk.toggle_history()
    assert not desk.history.isVisible()


# --- taps and proposals -------------------------------------------------------------------------------------------


def test_a_tap_without_music_says_how_to_tap(desk: BeatDesk) -> None:
    desk.tap()
    assert desk.notice.text.text() == NOT_PLAYING


def test_taps_become_beats_after_return(desk: BeatDesk) -> None:
    for seconds in (6.0, 6.6, 7.2, 7.8, 8.4):
        desk.taps.tap(seconds)
    assert desk.notice.text.text().startswith("Taps: 5 · 100.0 BPM")
    assert "proposal" in desk.abilities(), "Return is theirs"
    desk.accept()
    assert desk.editor.grid.tempo == pytest.approx(100.0, abs=0.5)
    assert desk.notice.text.text() == ""
    desk.undo()
    assert desk.editor.grid.tempo == pytest.approx(120.0)


def test_esc_drops_taps_first_and_leaves_the_mode_later(desk: BeatDesk) -> None:
    desk.taps.tap(6.0)
    assert desk.escape()
    assert desk.editor.is_editing
    assert desk.taps.times == ()
    assert desk.escape()
    assert not desk.editor.is_editing
    assert not desk.escape()


@pytest.fixture
def proposed(desk: BeatDesk) -> BeatGrid:
    grid = desk.editor.grid
    return BeatGrid(grid.beat_times + 0.1, grid.positions, grid.tempo, 4)


def test_a_proposal_is_seen_beside_the_beats_and_accepted_as_one_step(desk: BeatDesk, proposed: BeatGrid) -> None:
    before = desk.editor.grid
    desk.proposals.show(proposed)
    assert desk.editor.ghosts is proposed
    assert desk.notice.accept_button.isVisible()
    assert desk.notice.text.text() == "Proposal: 60 beats change"
    desk.accept()
    assert np.array_equal(desk.editor.grid.beat_times, proposed.beat_times)
    assert not desk.notice.accept_button.isVisible()
    desk.undo()
    assert desk.editor.grid is before


def test_a_proposal_is_refused_by_esc_and_gone_after_another_edit(desk: BeatDesk, proposed: BeatGrid) -> None:
    before = desk.editor.grid
    desk.proposals.show(proposed)
    assert desk.escape()
    assert desk.editor.is_editing
    assert (desk.editor.grid, desk.editor.ghosts, desk.proposals.current) == (before, None, None)
    desk.proposals.show(proposed)
    desk.marks.shift_half(True)
    assert desk.proposals.current is None
    assert not desk.notice.accept_button.isVisible()


def test_a_proposal_without_a_difference_is_none(desk: BeatDesk) -> None:
    desk.proposals.show(desk.editor.grid)
    assert desk.proposals.current is None
    assert not desk.notice.accept_button.isVisible()


# --- what follows an edit -----------------------------------------------------------------------------------------


def test_ruler_lanes_header_and_clicks_follow_an_edit_at_once(view: ClipView, desk: BeatDesk) -> None:
    clicks: list[np.ndarray] = []
    view.player.set_clicks = lambda beats, downbeats=None: clicks.append(beats)  # type: ignore[method-assign]
    desk.editor.perform(AddBeat(4.5))
    grid = desk.editor.grid
    assert view.canvas.lane_view.beat_grid is grid
    assert view.canvas.lane_view.ruler.beat_grid is grid
    assert clicks[-1] is grid.beat_times
    desk.marks.set_metre(3, from_here=False)
    assert view.transport.metre.value.text() == "3/4"


def test_a_clip_that_closes_takes_its_edits_and_the_mode_along(view: ClipView, desk: BeatDesk) -> None:
    desk.marks.shift_half(True)
    view.clear()
    assert not desk.editor.is_editing
    assert desk.abilities() == frozenset()
    assert len(desk.editor.grid) == len(NO_BEATS)
    assert not view.transport.edit_button.isEnabled()


def test_an_edit_is_told_to_be_stored_and_followed_and_a_proposal_is_asked_for_once_the_hand_rests(
    qtbot: QtBot, desk: BeatDesk, analysis: ClipAnalysis
) -> None:
    stored: list[tuple[str, EditHistory]] = []
    desk.edited.connect(lambda content_id, history: stored.append((content_id, history)))
    with qtbot.waitSignal(desk.proposals.wanted) as wanted:
        desk.editor.perform(MoveBeat(4.25, 4.4))
        desk.editor.perform(MoveBeat(5.25, 5.4))
    activations, constraints = wanted.args
    assert activations is analysis.rhythm.estimate.activations
    assert constraints.downbeats + constraints.beats == pytest.approx((4.4, 5.4))
    assert [content_id for content_id, _ in stored] == [CONTENT_ID] * 2
    assert stored[-1][1] is desk.editor.history


def test_nudging_all_beats_asks_for_no_proposal_which_would_take_them_back(qtbot: QtBot, desk: BeatDesk) -> None:
    desk.editor.perform(MoveBeat(4.25, 4.4))
    desk.editor.select(())
    with qtbot.assertNotEmitted(desk.proposals.wanted):
        desk.marks.nudge(10)
        qtbot.waitUntil(lambda: not desk.proposals.is_due)


def test_taking_a_proposal_asks_for_no_other(qtbot: QtBot, desk: BeatDesk, proposed: BeatGrid) -> None:
    desk.proposals.show(proposed)
    with qtbot.assertNotEmitted(desk.proposals.wanted):
        desk.accept()
        qtbot.waitUntil(lambda: not desk.proposals.is_due)


def test_the_same_beats_shown_again_keep_what_was_done(view: ClipView, desk: BeatDesk, analysis: ClipAnalysis) -> None:
    desk.marks.shift_half(True)
    edited = desk.editor.grid
    desk.show_rhythm(Rhythm(edited, analysis.rhythm.estimate), analysis.source)
    assert desk.editor.grid is edited
    assert desk.editor.stack.count() == 1


def test_stored_edits_come_back_and_can_be_undone(desk: BeatDesk) -> None:
    first = desk.editor.grid
    history = EditHistory(first, 30.0).added(MoveBeat(4.25, 4.4)).added(ShiftHalfBeat())
    told: list[str] = []
    desk.edited.connect(lambda content_id, _: told.append(content_id))
    desk.take_stored("other audio", states_of(history))
    assert desk.editor.grid is first
    desk.take_stored(CONTENT_ID, states_of(history))
    assert np.array_equal(desk.editor.grid.beat_times, history.grid.beat_times)
    assert desk.editor.stack.undoText() == "Shift half a beat later"
    assert told == [], "what comes from the store is not stored again"
    desk.undo()
    desk.undo()
    assert desk.editor.grid.beat_times is first.beat_times
    assert told == [CONTENT_ID] * 2


def test_stored_edits_that_come_late_do_not_undo_what_was_done_meanwhile(desk: BeatDesk) -> None:
    history = EditHistory(desk.editor.grid, 30.0).added(MoveBeat(4.25, 4.4))
    desk.marks.shift_half(True)
    edited = desk.editor.grid
    desk.take_stored(CONTENT_ID, states_of(history))
    assert desk.editor.history.edits == (MoveBeat(4.25, 4.4), ShiftHalfBeat(True))
    assert len(desk.editor.grid) == len(edited)
    said: list[str] = []
    desk.said.connect(said.append)
    desk.take_stored(CONTENT_ID, states_of(history), overtaken=True)
    assert np.array_equal(desk.editor.grid.beat_times, history.grid.beat_times)
    assert said == [OVERTAKEN]


def test_the_header_says_whether_the_beats_were_edited(view: ClipView, desk: BeatDesk) -> None:
    assert not view.edited_mark.isVisible()
    desk.marks.shift_half(True)
    assert view.edited_mark.isVisible()
    desk.undo()
    assert not view.edited_mark.isVisible()


def test_return_in_a_field_does_not_accept_a_proposal(window: MainWindow, keys: Keys, analysis: ClipAnalysis) -> None:
    desk, field = window.view.beats, window.view.tables.filter_field
    keys(KEY.Key_B)
    grid = desk.editor.grid
    desk.proposals.show(BeatGrid(grid.beat_times + 0.1, grid.positions, grid.tempo, 4))
    window.view.tables.features_action.setChecked(True)  # the summary of the song has no such field
    field.setFocus()
    QTest.keyClicks(field, "tempo")
    QTest.keyClick(field, KEY.Key_Return)
    assert desk.proposals.current is not None
    window.view.canvas.lane_view.setFocus()
    keys(KEY.Key_Return)
    assert desk.proposals.current is None
    assert desk.editor.grid is not grid


@pytest.mark.parametrize(
    "grid", [NO_BEATS, BeatGrid(np.array([1.0]), np.array([1]), float("nan"), 4)], ids=("none", "one")
)
def test_everything_can_be_asked_of_a_clip_without_beats(
    view: ClipView, analysis: ClipAnalysis, grid: BeatGrid
) -> None:
    """Silence, or one sound: each action either does something that can be undone, or says why it does not."""
    desk = view.beats
    desk.show_rhythm(Rhythm(grid, uncertain_estimate(grid)), analysis.source)
    view.timeline.selection = (2.0, 4.0)
    for spec in BEAT_ACTIONS:
        desk.editor.set_editing(True)
        spec.callback(desk)
        desk.history.hide()
        while desk.editor.stack.canUndo():
            desk.undo()
        assert desk.editor.grid is grid, spec.key
    desk.editor.set_editing(True)
    desk.marks.add_beat(2.0)
    desk.take_tempo(100.0)
    assert desk.editor.grid.tempo == pytest.approx(100.0)
