"""Beats imported from files and exported, in the clip tab."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog

from core.export.beat_files import read_beats, write_beats
from core.rhythm.edits import MoveBeat
from core.rhythm.grid import BeatGrid
from desktop.clip.beats.desk import BeatDesk
from desktop.clip.view import ClipView


@pytest.fixture
def said(desk: BeatDesk) -> list[str]:
    lines: list[str] = []
    desk.said.connect(lines.append)
    return lines


def test_beats_of_a_file_take_the_place_of_those_that_were_found_until_undo(
    desk: BeatDesk, tmp_path: Path, said: list[str]
) -> None:
    before = desk.editor.grid
    half = BeatGrid(before.beat_times[::2], np.arange(len(before.beat_times[::2])) % 4 + 1, before.tempo / 2, 4)
    write_beats(half, tmp_path / "half.mid")
    desk.files.import_beats(tmp_path / "half.mid")
    np.testing.assert_allclose(desk.editor.grid.beat_times, half.beat_times, atol=1e-5)
    assert said == [f"{len(half)} beats imported. Undo brings back the others."]
    assert desk.editor.stack.undoText() == "Import beats"
    desk.undo()
    assert desk.editor.grid is before


def test_beats_of_another_song_are_refused_or_doubted(desk: BeatDesk, tmp_path: Path, said: list[str]) -> None:
    before = desk.editor.grid
    (tmp_path / "long.beats").write_text("1.0\t1\n400.0\t2\n")
    desk.files.import_beats(tmp_path / "long.beats")
    desk.files.import_beats(tmp_path / "none.beats")
    assert desk.editor.grid is before and "the piece ends at 30.0 s" in said[0] and len(said) == 2
    times = np.arange(0.3, 29, 60 / 97)
    write_beats(BeatGrid(times, np.ones(len(times), np.int64), 97.0, 4), tmp_path / "other.beats")
    desk.files.import_beats(tmp_path / "other.beats")
    assert said[2].startswith("The imported beats hardly match")


@pytest.mark.parametrize("name", ["song.beats", "song.txt", "song.mid"])
def test_corrected_beats_are_exported(desk: BeatDesk, tmp_path: Path, said: list[str], name: str) -> None:
    first = float(desk.editor.grid.beat_times[4])
    desk.editor.perform(MoveBeat(first, first + 0.1))
    desk.files.export_beats(tmp_path / name)
    np.testing.assert_allclose(read_beats(tmp_path / name, 30.0).beat_times, desk.editor.grid.beat_times, atol=1e-5)
    assert said[-1].startswith("Beats saved in")
    desk.files.export_beats(tmp_path / "nowhere" / name)
    assert len(said) == 2 and "nowhere" in said[-1]


def test_the_dialogs_start_beside_the_clip_and_offer_each_format(
    view: ClipView, desk: BeatDesk, tmp_path: Path
) -> None:
    desk.files.path = tmp_path / "song.flac"
    desk.files.ask_for_export()
    (dialog,) = view.canvas.findChildren(QFileDialog)
    assert dialog.directory().absolutePath() == tmp_path.as_posix() and len(dialog.nameFilters()) == 3
    dialog.fileSelected.emit(str(tmp_path / "song.mid"))
    assert (tmp_path / "song.mid").exists()
    dialog.reject()
