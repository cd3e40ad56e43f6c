"""Sections in the clip tab: their lane under the mouse, their edits, and the stack that these share with beats."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.analysis import ClipAnalysis
from core.analysis.stages import SectionRowsStage, SectionsStage
from core.features.columns import SONG_COLUMNS
from core.rhythm.edits import ShiftHalfBeat
from core.structure.section_edits import move_border, rename
from core.structure.sections import Sections
from desktop.clip.picture.hand import Touch
from desktop.clip.sections.desk import SectionDesk
from desktop.clip.sections.hand import SectionHand
from desktop.clip.view import ClipView
from tests.desktop.synthetic import CONTENT_ID, synthetic_analysis

FOUND = Sections(np.array([0.0, 8.0, 16.0, 24.0, 30.0]), ("A", "B", "A", "C"), (("B", "chorus?"),))


@pytest.fixture(scope="module")
def analysis() -> ClipAnalysis:
    return replace(synthetic_analysis(duration=30.0, tempo=120.0), sections=FOUND)


@pytest.fixture
def view(qtbot: QtBot, analysis: ClipAnalysis) -> Iterator[ClipView]:
    view = ClipView()
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    qtbot.waitExposed(view)
    view.show_analysis(analysis)
    qtbot.waitUntil(lambda: view.is_complete)
    yield view
    view.clear()


@pytest.fixture
def desk(view: ClipView) -> SectionDesk:
    return view.sections


@pytest.fixture
def hand(desk: SectionDesk) -> SectionHand:
    assert isinstance(desk.lane.hand, SectionHand)
    return desk.lane.hand


def touch(view: ClipView, seconds: float, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Touch:
    return Touch(view.canvas.lane_view.x_at(seconds), view.sections.lane.rect.center().y(), modifiers)


def drag(hand: SectionHand, view: ClipView, start: float, end: float, alt: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    assert hand.press(touch(view, start))
    hand.move(touch(view, (start + end) / 2, modifiers))
    hand.move(touch(view, end, modifiers))
    hand.release(touch(view, end, modifiers))


def test_a_click_selects_the_section_and_a_drag_all_that_it_crosses(view: ClipView, hand: SectionHand) -> None:
    hand.press(touch(view, 10.0))
    hand.release(touch(view, 10.0))
    assert view.timeline.selection == (8.0, 16.0)
    drag(hand, view, 10.0, 20.0)
    assert view.timeline.selection == (8.0, 24.0)
    hand.press(touch(view, 29.0, Qt.KeyboardModifier.ShiftModifier))
    hand.release(touch(view, 29.0))
    assert view.timeline.selection == (8.0, 30.0)


def test_a_border_is_dragged_to_the_nearest_downbeat_and_with_alt_anywhere(
    view: ClipView, desk: SectionDesk, hand: SectionHand
) -> None:
    drag(hand, view, 8.0, 10.7)
    assert desk.sections.times[1] == 10.75
    drag(hand, view, 10.75, 11.3, alt=True)
    assert desk.sections.times[1] == pytest.approx(11.3, abs=0.05)
    assert view.timeline.selection is None


def test_edits_of_sections_and_beats_are_undone_in_the_order_in_which_they_were_made(
    view: ClipView, desk: SectionDesk
) -> None:
    desk.perform(move_border(desk.sections, 1, 6.0), "Move section border")
    view.beats.editor.perform(ShiftHalfBeat())
    desk.perform(rename(desk.sections, 0, "verse", all_alike=True), "Rename section")
    assert desk.sections.labels == ("verse", "B", "verse", "C")
    view.beats.undo()
    assert desk.sections.labels == FOUND.labels and view.beats.editor.history.is_edited
    view.beats.undo()
    assert desk.sections.times[1] == 6.0 and not view.beats.editor.history.is_edited
    view.beats.undo()
    assert desk.sections is FOUND and not desk.is_edited
    for _ in range(3):
        view.beats.redo()
    assert desk.sections.labels[0] == "verse" and desk.sections.times[1] == 6.0


def test_every_edit_is_told_with_all_states_to_be_stored(qtbot: QtBot, desk: SectionDesk) -> None:
    with qtbot.waitSignal(desk.edited) as edited:
        desk.perform(rename(desk.sections, 3, "outro"), "Rename section")
    content_id, states = edited.args
    assert content_id == CONTENT_ID
    assert [state.labels[3] for state in states] == ["C", "outro"]
    with qtbot.assertNotEmitted(desk.edited):
        desk.perform(rename(desk.sections, 3, "outro"), "Rename section")


def test_a_double_click_opens_a_field_that_names_all_of_the_label(
    qtbot: QtBot, view: ClipView, desk: SectionDesk, hand: SectionHand
) -> None:
    hand.double_click(touch(view, 3.0))
    assert desk.is_renaming
    field = QApplication.focusWidget() or desk._field  # the focus needs an active window
    QTest.keyClicks(field, "Strophe")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.sections.labels == ("Strophe", "B", "Strophe", "C")
    assert not desk.is_renaming
    hand.double_click(touch(view, 3.0))
    assert desk.escape() and not desk.is_renaming
    assert desk.sections.labels[0] == "Strophe"


def test_stored_edits_come_back_and_can_be_undone(view: ClipView, desk: SectionDesk) -> None:
    stored = (FOUND, move_border(FOUND, 1, 7.0), rename(move_border(FOUND, 1, 7.0), 0, "verse"))
    desk.take_stored("other audio", stored)
    assert desk.sections is FOUND
    desk.take_stored(CONTENT_ID, stored)
    assert desk.sections.labels[0] == "verse"
    view.beats.undo()
    assert desk.sections.labels[0] == "A" and desk.sections.times[1] == 7.0


def test_a_new_analysis_leaves_edited_sections_and_replaces_others(
    view: ClipView, desk: SectionDesk, analysis: ClipAnalysis
) -> None:
    other = Sections(np.array([0.0, 15.0, 30.0]), ("A", "B"))
    desk.show_found(other, analysis.source)
    assert desk.sections is other
    desk.perform(rename(other, 0, "verse"), "Rename section")
    view.show_stage(SectionsStage(FOUND))
    assert desk.sections.labels == ("verse", "B")
    desk.reset()
    assert desk.sections is FOUND
    view.beats.undo()
    assert desk.sections.labels == ("verse", "B")


def test_stored_edits_of_beats_leave_those_of_sections_on_the_stack(view: ClipView, desk: SectionDesk) -> None:
    desk.perform(rename(desk.sections, 0, "verse"), "Rename section")
    history = view.beats.editor.history
    view.beats.editor.restore([history, history.added(ShiftHalfBeat())])
    view.beats.undo()
    assert desk.sections.labels[0] == "A"
    assert view.beats.editor.history.is_edited


def test_the_tab_has_a_row_for_each_section_and_shows_how_it_differs_from_the_song(
    qtbot: QtBot, view: ClipView, analysis: ClipAnalysis
) -> None:
    rows = np.arange(4.0)[:, None] + np.arange(len(SONG_COLUMNS))
    view.show_stage(SectionRowsStage(FOUND, rows))
    qtbot.waitUntil(lambda: view.is_complete)
    page = view.tables.section_page
    assert page.table is not None
    assert page.table.labels == ("A 1", "B", "A 2", "C")
    place = page.model.index_of("section")
    assert [page.model.index(row, place).data() for row in range(4)] == ["A 1", "B", "A 2", "C"]
    song = analysis.tables.songs.values[0, : len(SONG_COLUMNS)]
    view.tables.difference_action.setChecked(True)
    assert page.table.column("rms_mean")[2] == pytest.approx(2.0 + 4 - song[4])
    assert page.table.column("start").tolist() == FOUND.starts.tolist()
    assert "less the song" in page.summary()
    view.tables.difference_action.setChecked(False)
    assert page.table.column("rms_mean")[2] == 2.0 + 4


def test_one_section_has_the_row_of_the_song(qtbot: QtBot, view: ClipView, analysis: ClipAnalysis) -> None:
    whole = Sections(np.array([0.0, 30.0]), ("A",))
    view.show_stage(SectionRowsStage(whole, None))
    qtbot.waitUntil(lambda: view.is_complete)
    table = view.tables.section_page.table
    assert table is not None and len(table) == 1
    song = analysis.tables.songs.values[0, : len(SONG_COLUMNS)]
    assert np.array_equal(table.values[0, : len(SONG_COLUMNS)], song, equal_nan=True)
