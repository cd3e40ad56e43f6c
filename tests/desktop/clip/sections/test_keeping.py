"""Edited sections that are stored and come back, with a real library file."""

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.structure.section_edits import rename
from core.structure.sections import Sections
from desktop.clip.sections.keeping import SectionKeeper

FOUND = Sections(np.array([0.0, 8.0, 16.0]), ("A", "B"))


def test_what_was_done_is_stored_at_once_and_comes_back(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    first, second = SectionKeeper(lambda: str(library)), SectionKeeper(lambda: str(library))
    first.load("audio")
    first.keep("audio", (FOUND, rename(FOUND, 0, "verse")))
    first.shutdown()  # writes what waits
    with qtbot.waitSignal(second.loaded) as loaded:
        second.load("audio")
    content_id, states = loaded.args
    assert content_id == "audio"
    assert states[0].same_as(FOUND) and states[1].labels == ("verse", "B")
    second.shutdown()


def test_nothing_is_made_to_look_for_edits(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    keeper = SectionKeeper(lambda: str(library))
    with qtbot.assertNotEmitted(keeper.loaded):
        keeper.load("audio")
        keeper.shutdown()
    assert not library.exists()
