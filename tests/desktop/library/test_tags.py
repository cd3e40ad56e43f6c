"""Writing tags from the library tab: a preview first, then the files, then back again."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.audio.clip import load_clip
from core.audio.tag_writing import read_fields, write_fields
from core.library import Catalogue
from core.library.analysing import state_of
from desktop.library.page import LibraryPage
from desktop.widgets.notices import NoticeBar
from tests.core.audio.tagged_files import make
from tests.core.library.records import analysed
from tests.waiting import PATIENCE_MS as TIMEOUT

GENRES = {"genres": {"disco": 0.8, "pop": 0.2}, "model": "Ten genres"}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three files; the second says its key, the last one is read-only."""
    found = [make(tmp_path, "flac", "one"), make(tmp_path, "mp3", "two"), make(tmp_path, "wav", "three")]
    write_fields(found[1], {"key": ("Cm",)})
    found[2].chmod(0o444)
    return found


@pytest.fixture
def page(open_page: Callable[[Path], LibraryPage], tmp_path: Path, files: list[Path]) -> LibraryPage:
    library = tmp_path / "library.sqlite"
    with Catalogue.open(library) as catalogue:
        for seed, path in enumerate(files):
            content = load_clip(path).content_id
            state = state_of(path)
            found = analysed(seed, content=content, state=state, tempo=120.5, key="Bb minor", **GENRES)
            catalogue.store(str(path), found)
    return open_page(library)


def previewed(page: LibraryPage, qtbot: QtBot) -> list[list[str]]:
    page.view.grid.select_ids(np.array([1, 2, 3]))
    page.write_tags()
    qtbot.waitUntil(lambda: page.view.tags.model.rowCount() == 3, timeout=TIMEOUT)
    return shown(page)


def take_for_music_of_the_genres(page: LibraryPage, qtbot: QtBot) -> None:
    """Wait until the made-up tracks are judged, then let them lie within what the model knows."""
    catalogue = page.controller.catalogue
    assert catalogue is not None
    ids = [1, 2, 3]
    qtbot.waitUntil(
        lambda: all(row[0] is not None for row in catalogue.values(ids, ["genre_novelty"])), timeout=TIMEOUT
    )
    with catalogue.raw_writing() as db:
        db.execute("UPDATE tracks SET genre_novelty = 0.5")


def shown(page: LibraryPage) -> list[list[str]]:
    model = page.view.tags.model
    return [[str(model.data(model.index(row, column))) for column in range(4)] for row in range(model.rowCount())]


def test_nothing_is_written_before_the_preview_is_confirmed(page: LibraryPage, qtbot: QtBot, files: list[Path]) -> None:
    contents = [path.read_bytes() for path in files]
    rows = previewed(page, qtbot)
    assert rows[:2] == [["one.flac", "– → 120.5", "– → Bbm", "–"], ["two.mp3", "– → 120.5", "Cm → Bbm", "–"]]
    assert "three.wav is read-only" in rows[2][0] and rows[2][1:] == ["", "", ""]
    assert page.view.tags.write_button.text() == "Write 2 files"
    page.view.tags.closed.emit()
    assert page.view.tags.isHidden() and [path.read_bytes() for path in files] == contents


def test_the_boxes_choose_what_is_written(page: LibraryPage, qtbot: QtBot) -> None:
    take_for_music_of_the_genres(page, qtbot)
    previewed(page, qtbot)
    panel = page.view.tags
    panel.only_empty.setChecked(True)
    panel.boxes["genre"].setChecked(True)
    panel.boxes["bpm"].setChecked(False)
    rows = shown(page)
    assert [row[1:3] for row in rows[:2]] == [["–", "– → Bbm"], ["–", "Cm"]]
    assert all(row[3].startswith("– → ") for row in rows[:2])
    for box in panel.boxes.values():
        box.setChecked(False)
    assert not panel.write_button.isEnabled()


def test_written_tags_are_restored_by_undo(
    page: LibraryPage, qtbot: QtBot, files: list[Path], notices: NoticeBar
) -> None:
    contents = [path.read_bytes() for path in files]
    previewed(page, qtbot)
    qtbot.mouseClick(page.view.tags.write_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Tags of 2 files written" in said(notices), timeout=TIMEOUT)
    assert read_fields(files[0])["bpm"] == ("120.5",) and page.view.tags.isHidden()
    page.tags.restore()
    qtbot.waitUntil(lambda: "Tags of 2 files restored" in said(notices), timeout=TIMEOUT)
    assert [path.read_bytes() for path in files] == contents


def test_a_file_that_is_gone_by_then_is_told_and_the_preview_stays(
    page: LibraryPage, qtbot: QtBot, files: list[Path], notices: NoticeBar
) -> None:
    previewed(page, qtbot)
    files[0].unlink()
    qtbot.mouseClick(page.view.tags.write_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1 file could not be written" in said(notices), timeout=TIMEOUT)
    qtbot.waitUntil(lambda: page.view.tags.model.rowCount() == 3 and not page.tags.is_busy, timeout=TIMEOUT)
    assert "not there any more" in shown(page)[0][0] and read_fields(files[1])["key"] == ("Bbm",)


def test_restoring_without_anything_written_is_told(page: LibraryPage, qtbot: QtBot, notices: NoticeBar) -> None:
    page.tags.restore()
    qtbot.waitUntil(lambda: "No tags were written" in said(notices), timeout=TIMEOUT)


def said(notices: NoticeBar) -> str:
    return " | ".join(notice.text for notice in notices.notices())


def test_the_genre_of_what_is_none_of_the_genres_is_not_offered(page: LibraryPage, qtbot: QtBot) -> None:
    take_for_music_of_the_genres(page, qtbot)
    catalogue = page.controller.catalogue
    assert catalogue is not None
    with catalogue.raw_writing() as db:
        db.execute("UPDATE tracks SET genre_novelty = 1.5 WHERE id = 1")
    previewed(page, qtbot)
    page.view.tags.boxes["genre"].setChecked(True)
    assert [row[3].startswith("– → ") for row in shown(page)[:2]] == [False, True]
