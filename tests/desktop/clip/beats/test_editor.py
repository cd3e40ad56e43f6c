from fractions import Fraction

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.rhythm.edits import AddBeat, Edit, LockBeats, MakeDownbeat, MoveBeat, MoveGrid, RemoveBeat, ScaleTempo
from desktop.clip.beats.editor import BeatEditor, n_different

EDITS = (
    MoveBeat(4.25, 4.3), MoveGrid(4.75, 4.8), AddBeat(6.0), RemoveBeat(7.3), MakeDownbeat(8.3), ScaleTempo(Fraction(2)),
)  # fmt: skip


def test_every_edit_can_be_undone_to_the_identical_grid_and_done_again(editor: BeatEditor) -> None:
    grids = [editor.grid]
    for edit in EDITS:
        assert editor.perform(edit)
        grids.append(editor.grid)
    for grid in reversed(grids[:-1]):
        editor.stack.undo()
        assert editor.grid is grid
    assert not editor.stack.canUndo()
    for grid in grids[1:]:
        editor.stack.redo()
        assert editor.grid is grid


def test_the_list_says_what_was_done(editor: BeatEditor) -> None:
    for edit in EDITS[:2]:
        editor.perform(edit)
    said = [editor.stack.text(step) for step in range(editor.stack.count())]
    assert said == ["Move beat at 0:04.25 by +50 ms", "Move grid from 0:04.75 by +50 ms"]


def test_several_edits_at_a_time_are_one_step(editor: BeatEditor) -> None:
    before = editor.grid
    editor.perform(RemoveBeat(4.25), RemoveBeat(4.75), text="Remove 2 beats")
    assert len(editor.grid) == len(before) - 2
    assert editor.stack.count() == 1
    editor.stack.undo()
    assert editor.grid is before


def test_an_edit_that_cannot_be_made_leaves_all_as_it_is_and_says_why(qtbot: QtBot, editor: BeatEditor) -> None:
    before = editor.grid
    with qtbot.waitSignal(editor.refused) as refused:
        assert not editor.perform(RemoveBeat(4.25), MoveBeat(9.0, 9.1))
    assert "9.00" in refused.args[0]
    assert editor.grid is before
    assert editor.stack.count() == 0


def test_an_edit_that_changes_nothing_is_no_step(editor: BeatEditor) -> None:
    assert not editor.perform(MoveBeat(4.25, 4.25))
    assert editor.stack.count() == 0
    assert editor.perform(LockBeats(2.0, 6.0)), "a lock moves no beat, and yet it is something that was done"


def test_to_confirm_a_downbeat_is_a_step_that_counts_in_decoding(editor: BeatEditor) -> None:
    first = float(editor.grid.downbeat_times[0])
    before = editor.grid
    assert editor.perform(MakeDownbeat(first))
    assert editor.grid is before
    assert editor.constraints().downbeats == (first,)
    assert not editor.perform(MakeDownbeat(first))  # once is enough
    editor.stack.undo()
    assert editor.constraints().downbeats == ()


def test_what_is_previewed_is_shown_and_not_kept(editor: BeatEditor) -> None:
    before, shown = editor.grid, []
    editor.grid_changed.connect(shown.append)
    editor.preview(MoveBeat(4.25, 4.4))
    editor.preview(MoveBeat(4.25, 99.0))  # impossible: the last possible one stays
    assert editor.grid.beat_times[8] == 4.4
    editor.drop_preview()
    assert editor.grid is before
    assert [grid.beat_times[8] for grid in shown] == [4.4, 4.25]
    assert editor.stack.count() == 0


def test_the_selection_goes_along_with_its_beats(editor: BeatEditor) -> None:
    editor.select((8, 9))
    editor.perform(MoveBeat(4.25, 4.4))
    assert editor.selected == {8, 9}
    editor.perform(AddBeat(1.0))
    assert editor.selected == {9, 10}
    editor.perform(RemoveBeat(4.4))
    assert editor.selected == {9}
    assert editor.grid.beat_times[9] == 4.75


def test_a_beat_that_a_person_set_is_certain_and_the_others_stay_as_sure_as_the_tracker_was(editor: BeatEditor) -> None:
    assert editor.certainty_of(3) == "certainty 10 %"
    editor.perform(MoveBeat(1.75, 1.8))
    assert editor.certainty_of(3) == ""
    assert editor.certainty_of(4) == "certainty 95 %"
    assert np.isnan(editor.confidence()).sum() == 1


def test_another_clip_begins_with_an_empty_stack(editor: BeatEditor) -> None:
    editor.perform(MoveBeat(4.25, 4.4))
    editor.clear()
    assert len(editor.grid) == 0
    assert editor.stack.count() == 0
    assert not editor.is_loaded
    editor.set_editing(True)
    assert not editor.is_editing


@pytest.mark.parametrize(("edit", "count"), [(MoveBeat(4.25, 4.4), 1), (AddBeat(4.5), 3), (MakeDownbeat(4.25), 60)])
def test_a_proposal_is_as_large_as_the_number_of_beats_it_changes(editor: BeatEditor, edit: Edit, count: int) -> None:
    before = editor.grid
    editor.perform(edit)
    assert n_different(before, editor.grid) == pytest.approx(count, abs=2)
    assert n_different(before, before) == 0
