import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.library import Catalogue
from core.library.locating import Located
from desktop.library.finding import located_in_words, new_files
from desktop.library.page import LibraryPage
from desktop.widgets.notices import NoticeBar
from resources import resource_path
from tests.core.library.records import analysed
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS
OpenPage = Callable[[Path], LibraryPage]


def lay(path: Path, age: float = 60.0) -> Path:
    """Put a file that has lain there for a while."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(resource_path("demo.flac"), path)
    changed = path.stat().st_mtime - age
    os.utime(path, (changed, changed))
    return path


def test_a_watched_folder_brings_what_is_unknown_and_whole(tmp_path: Path) -> None:
    known, new = lay(tmp_path / "music" / "known.flac"), lay(tmp_path / "music" / "deep" / "new.flac")
    failed, waiting = lay(tmp_path / "music" / "failed.flac"), lay(tmp_path / "music" / "waiting.flac")
    lay(tmp_path / "music" / "still coming.flac", age=0.0)
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        catalogue.store(str(known), analysed(1))
        catalogue.fail(str(failed), None, "It is damaged.")
        catalogue.queue.add([str(waiting)])
        assert new_files(catalogue, [str(tmp_path / "music"), str(tmp_path / "gone")]) == [str(new)]


def test_no_folder_is_watched_until_one_is_chosen_and_then_its_new_files_are_added(
    qtbot: QtBot, open_page: OpenPage, tmp_path: Path
) -> None:
    song = lay(tmp_path / "watched" / "song.flac")
    page = open_page(tmp_path / "new.sqlite")
    assert page.finder.watched() == []
    with qtbot.waitSignal(page.desk.batch.ended, timeout=TIMEOUT):
        page.finder.watch(str(song.parent))
    assert page.controller.catalogue is not None
    assert page.controller.catalogue.locations([1]) == [song]
    page.finder.menu.aboutToShow.emit()
    stop = page.finder.menu.actions()[-1]
    assert str(song.parent) in stop.text()
    stop.trigger()
    assert page.finder.watched() == []


def test_a_moved_folder_is_located_and_its_tracks_are_no_longer_missing(
    qtbot: QtBot, open_page: OpenPage, tmp_path: Path, notices: NoticeBar
) -> None:
    song = lay(tmp_path / "old" / "song.flac")
    page = open_page(tmp_path / "new.sqlite")
    with qtbot.waitSignal(page.desk.batch.ended, timeout=TIMEOUT):
        page.add([song])
    song.parent.rename(tmp_path / "moved")
    page.finder.locate(tmp_path / "moved")
    qtbot.waitUntil(lambda: any("1 of 1" in notice.text for notice in notices.notices()), timeout=TIMEOUT)
    catalogue = page.controller.catalogue
    assert catalogue is not None
    assert catalogue.locations([1]) == [tmp_path / "moved" / "song.flac"]
    assert catalogue.values([1], ["state"]) == [("analysed",)]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (Located(0, (), ()), "No file is missing."),
        (Located(3, (1, 2), ()), "2 of 3 missing tracks found again."),
        (
            Located(1, (), ("/a.wav",)),
            "0 of 1 missing tracks found again. 1 file with other contents is analysed: its audio will tell.",
        ),
    ],
)
def test_the_outcome_of_a_search_is_told(found: Located, text: str) -> None:
    assert located_in_words(found) == text
