"""Exports from the library tab for other programs: playlists, and annotations of each song."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.library import Catalogue
from desktop.library.exporting import ANNOTATIONS, PLAYLISTS
from desktop.library.page import LibraryPage
from desktop.widgets.notices import NoticeBar
from tests.core.library.records import analysed
from tests.waiting import PATIENCE_MS as TIMEOUT


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Three songs of this computer, and one elsewhere."""
    path = tmp_path / "library.sqlite"
    with Catalogue.open(path) as catalogue:
        for seed, place in enumerate(("/m/one.mp3", "/m/two.flac", "/n/One.wav", "s3://far/away.flac")):
            catalogue.store(place, analysed(seed, tempo=120.0 + seed, key="A minor"))
    return path


@pytest.mark.parametrize("title", PLAYLISTS)
def test_a_selection_becomes_a_playlist(
    page: LibraryPage, qtbot: QtBot, tmp_path: Path, notices: NoticeBar, title: str
) -> None:
    kind, ending = PLAYLISTS[title]
    path = tmp_path / f"set.{ending}"
    page.exporter.export_playlist(np.array([3, 1, 4]), path, kind)
    qtbot.waitUntil(lambda: "Playlist of" in said(notices), timeout=TIMEOUT)
    text = path.read_text("utf-8")
    assert text.index("One.wav") < text.index("one.mp3")
    assert ("away.flac" in text) is (kind != "rekordbox")
    assert ("Not on this computer: 1." in said(notices)) is (kind == "rekordbox")


@pytest.mark.parametrize("kind", ANNOTATIONS)
def test_each_song_gets_files_of_its_own_in_a_new_folder(
    page: LibraryPage, qtbot: QtBot, tmp_path: Path, notices: NoticeBar, kind: str
) -> None:
    page.exporter.export_annotations(np.array([1, 2, 3]), tmp_path / "out", kind)
    qtbot.waitUntil(lambda: "Annotations of 3 songs" in said(notices), timeout=TIMEOUT)
    names = {path.stem.removesuffix(" beats").removesuffix(" bars") for path in (tmp_path / "out").rglob("*.*")}
    assert names == {"one", "two", "One 2"}


@pytest.mark.parametrize("kind", ["pdf", "png"])
def test_song_sheets_of_tracks_without_a_file_are_one_line_and_nothing_is_written(
    page: LibraryPage, qtbot: QtBot, tmp_path: Path, notices: NoticeBar, kind: str
) -> None:
    page.exporter.export_sheets(np.array([1, 4]), tmp_path / "sheets", kind)
    qtbot.waitUntil(lambda: "No song sheet could be made" in said(notices), timeout=TIMEOUT)
    assert "one.mp3" in said(notices) and "1 more failed" in said(notices)
    assert not (tmp_path / "sheets").exists()


def test_the_menu_offers_what_can_be_written(page: LibraryPage) -> None:
    page.exporter._fill_menu()
    texts = [action.text() for action in page.exporter._menu.actions() if not action.isSeparator()]
    assert [text.rpartition(" as ")[2] for text in texts] == [
        "CSV…", "Parquet…", "playlist…", "Export beats, sections and chords", "Export song sheets"
    ]  # fmt: skip


def said(notices: NoticeBar) -> str:
    return " | ".join(notice.text for notice in notices.notices())
