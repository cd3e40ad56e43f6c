"""The library tab as a whole, on a real catalogue, with real workers."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.library import Catalogue
from core.library.lock import batch_lock
from core.library.schema import VERSION
from core.rhythm.grid import BeatGrid
from desktop.library.page import LibraryPage
from desktop.settings import LIBRARY_LAYOUT, Settings
from desktop.widgets.notices import MOST_NOTICES, NoticeBar
from tests.waiting import PATIENCE_MS, settle

TIMEOUT = PATIENCE_MS
OpenPage = Callable[[Path], LibraryPage]


def wait_for_values(qtbot: QtBot, page: LibraryPage) -> None:
    view = page.view
    qtbot.waitUntil(lambda: bool(view.model.index(0, 0).data()), timeout=TIMEOUT)


def filter_for(qtbot: QtBot, page: LibraryPage, text: str) -> None:
    page.view.filter_bar.set_text(text)
    qtbot.waitUntil(
        lambda: page.view.found is not None and page.view.found.query.text == text and not page.controller.is_finding,
        timeout=TIMEOUT,
    )


def selected(page: LibraryPage) -> list[int]:
    return [int(track) for track in page.view.selected_ids()]


def texts(notices: NoticeBar) -> list[str]:
    return [notice.text for notice in notices.notices()]


def test_an_empty_library_invites(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(tmp_path / "new.sqlite")
    assert page.view.state.title == "Drop a folder here"
    assert [button.text() for button in page.view.state.buttons] == ["Add folder", "Add files"]
    assert not page.view.details.isVisible()
    assert "tracks" not in page.abilities()


def test_tracks_are_shown_with_their_number(qtbot: QtBot, page: LibraryPage) -> None:
    wait_for_values(qtbot, page)
    assert page.view.model.rowCount() == 300
    assert page.view.filter_bar.count.text() == "300 tracks"


def test_typing_filters_and_says_how_many_are_left(qtbot: QtBot, page: LibraryPage) -> None:
    qtbot.keyClicks(page.view.filter_bar.field, "is:failed")
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 3, timeout=TIMEOUT)
    assert page.view.filter_bar.count.text().startswith("3 of 300 tracks")


def test_a_wrong_filter_is_explained_below_the_field_and_the_rows_stay(qtbot: QtBot, page: LibraryPage) -> None:
    qtbot.keyClicks(page.view.filter_bar.field, "bpm:fast")
    qtbot.waitUntil(page.view.filter_bar.error.isVisible, timeout=TIMEOUT)
    assert "bpm" in page.view.filter_bar.error.full_text
    assert page.view.model.rowCount() == 300
    page.view.filter_bar.field.clear()
    qtbot.waitUntil(lambda: not page.view.filter_bar.error.isVisible(), timeout=TIMEOUT)


def test_nothing_found_offers_to_clear_the_filter(qtbot: QtBot, page: LibraryPage) -> None:
    filter_for(qtbot, page, "no such words")
    assert page.view.nothing.isVisible()
    assert page.view.nothing.title == "Nothing found"
    page.view.nothing.buttons[0].click()
    qtbot.waitUntil(page.view.grid.isVisible, timeout=TIMEOUT)
    assert page.view.model.rowCount() == 300


def test_a_selection_and_its_place_survive_a_change_of_order(qtbot: QtBot, page: LibraryPage) -> None:
    grid = page.view.grid
    ids = np.array([10, 11, 200])
    grid.select_ids(ids)
    page.controller.set_sorting(("bpm", True))
    qtbot.waitUntil(lambda: page.view.found is not None and page.view.found.query.sorting is not None, timeout=TIMEOUT)
    assert sorted(selected(page)) == [10, 11, 200]
    headings = [page.view.model.headerData(place, Qt.Orientation.Horizontal) for place in range(10)]
    assert "▾ BPM" in headings


def test_a_refresh_leaves_selection_and_scrolling_alone(qtbot: QtBot, page: LibraryPage, library: Path) -> None:
    grid = page.view.grid
    grid.select_ids(np.array([150]))
    bar = grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2 + 7)
    place = bar.value()
    with Catalogue.open(library) as other:
        other.remove([300])
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 299, timeout=TIMEOUT)
    assert (bar.value(), selected(page)) == (place, [150])


def test_a_click_on_a_heading_sorts_and_a_third_one_restores_the_order(qtbot: QtBot, page: LibraryPage) -> None:
    header = page.view.grid.horizontalHeader()
    place = page.view.model.place_of("bpm")
    point = header.viewport().rect().center()
    point.setX(header.sectionViewportPosition(place) + 20)
    orders = []
    for _ in range(3):
        with qtbot.waitSignal(page.controller.found, timeout=TIMEOUT):
            qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
        orders.append(page.controller.query.sorting)
    assert orders == [("bpm", False), ("bpm", True), None]
    assert selected(page) == [1]  # as at first: a heading does not select


def test_return_and_double_click_ask_to_open_the_track(qtbot: QtBot, open_page: OpenPage, clip: Path) -> None:
    page = open_page(clip.parent.parent / "one.sqlite")
    with qtbot.waitSignal(page.desk.batch.ended, timeout=TIMEOUT):
        page.take_drop([clip.parent])
    qtbot.waitUntil(lambda: page.view.has_table, timeout=TIMEOUT)
    page.view.go_to_table()
    with qtbot.waitSignal(page.open_requested, timeout=TIMEOUT) as opened:
        qtbot.keyClick(page.view.grid, Qt.Key.Key_Return)
    assert opened.args == [clip]
    middle = page.view.grid.visualRect(page.view.model.index(0, 0)).center()
    with qtbot.waitSignal(page.open_requested, timeout=TIMEOUT) as opened:
        qtbot.mouseDClick(page.view.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened.args == [clip]


def test_labels_typed_for_several_rows_are_put_on_all_and_taken_off_by_their_chips(
    qtbot: QtBot, page: LibraryPage, library: Path
) -> None:
    page.view.grid.select_ids(np.array([1, 2, 3]))
    page.commands.edit_labels()
    field = page.view.details.labels.field
    qtbot.keyClicks(field, "night set, slow")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with Catalogue.open(library, read_only=True) as catalogue:
        qtbot.waitUntil(lambda: catalogue.find('label:"night set" label:slow').tolist() == [1, 2, 3], timeout=TIMEOUT)
        chips = page.view.details.labels.chips
        qtbot.waitUntil(lambda: any("night set" in chip.text() for chip in chips()), timeout=TIMEOUT)
        next(chip for chip in chips() if "night set" in chip.text()).click()
        qtbot.waitUntil(lambda: catalogue.find('label:"night set"').tolist() == [], timeout=TIMEOUT)
    assert field.text() == ""


def test_a_tempo_typed_by_hand_stands_and_an_empty_field_brings_the_measured_one_back(
    qtbot: QtBot, page: LibraryPage, library: Path, notices: NoticeBar
) -> None:
    page.view.grid.select_ids(np.array([4]))
    field = page.view.details.fields["bpm"]
    qtbot.waitUntil(lambda: field.text() != "", timeout=TIMEOUT)
    with Catalogue.open(library, read_only=True) as catalogue:
        measured = catalogue.values([4], ["bpm"])[0][0]
        for typed, wanted in (("77,5", 77.5), ("", measured)):
            field.setFocus()
            field.selectAll()
            qtbot.keyClick(field, Qt.Key.Key_Backspace)
            qtbot.keyClicks(field, typed)
            qtbot.keyClick(field, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda wanted=wanted: catalogue.values([4], ["bpm"]) == [(wanted,)], timeout=TIMEOUT)  # type: ignore[misc]
    qtbot.keyClicks(field, "quick")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert any("not a tempo" in text for text in texts(notices))


def test_an_edit_in_a_sorted_table_leaves_the_row_in_place_and_agrees_with_the_details(
    qtbot: QtBot, page: LibraryPage
) -> None:
    page.controller.set_sorting(("bpm", False))
    qtbot.waitUntil(lambda: page.view.found is not None and page.view.found.query.sorting == ("bpm", False))
    view = page.view
    track = int(view.model.ids[5])
    view.grid.select_ids(view.model.ids[5:6])
    qtbot.waitUntil(lambda: view.details.fields["bpm"].text() != "", timeout=TIMEOUT)
    page.controller.edit(view.selected_ids(), "bpm", 199.0)
    qtbot.waitUntil(lambda: view.model.value(track, "bpm") == 199.0, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: view.details.fields["bpm"].text() == "199.0", timeout=TIMEOUT)
    assert int(view.model.ids[5]) == track
    assert view.selected_ids().tolist() == [track]
    page.controller.set_sorting(("bpm", True))  # another order, and every row is where it belongs
    qtbot.waitUntil(lambda: track in view.model.ids[:12], timeout=TIMEOUT)


def test_a_paused_track_goes_on_although_the_filter_hides_it(
    qtbot: QtBot, page: LibraryPage, monkeypatch: pytest.MonkeyPatch, clip: Path
) -> None:
    audition = page.view.audition
    started: list[float] = []
    audition.player.open(clip, 30.0)
    audition.track_id = int(page.view.model.ids[0])
    monkeypatch.setattr(audition.player, "play", lambda: started.append(audition.player.position))
    filter_for(qtbot, page, "is:failed")
    page.view.grid.clearSelection()
    qtbot.waitUntil(lambda: not len(page.view.selected_ids()))
    assert audition.button.isEnabled()
    audition.button.click()
    assert started == [0.0]


def test_beats_corrected_elsewhere_show_in_row_details_and_filter_at_once(
    qtbot: QtBot, page: LibraryPage, library: Path
) -> None:
    page.view.grid.select_ids(np.array([4]))
    wait_for_values(qtbot, page)
    grid = BeatGrid(np.arange(9) / 3, np.arange(9) % 3 + 1, 180.0, 3)
    with Catalogue.open(library) as catalogue:
        catalogue.grids.store(f"{4:032x}", grid)
    row, column = 3, page.view.model.place_of("bpm")
    qtbot.waitUntil(lambda: page.view.model.index(row, column).data() == "180.0", timeout=TIMEOUT)
    assert page.view.model.index(row, column).data(Qt.ItemDataRole.DecorationRole) is not None
    qtbot.waitUntil(lambda: "3 beats per bar · beats edited" in page.view.details._facts.text(), timeout=TIMEOUT)
    filter_for(qtbot, page, "is:edited")
    assert page.view.model.rowCount() == 1


def test_a_key_is_understood_however_it_is_typed_and_shown_with_its_signs(
    qtbot: QtBot, page: LibraryPage, library: Path
) -> None:
    page.view.grid.select_ids(np.array([4]))
    field = page.view.details.fields["key"]
    qtbot.waitUntil(lambda: field.text() != "", timeout=TIMEOUT)
    field.selectAll()
    qtbot.keyClicks(field, "a# min")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with Catalogue.open(library, read_only=True) as catalogue:
        qtbot.waitUntil(lambda: catalogue.values([4], ["key"]) == [("Bb minor",)], timeout=TIMEOUT)
    qtbot.waitUntil(lambda: field.text() == "B♭ minor", timeout=TIMEOUT)


def test_the_details_of_several_tracks_say_where_they_differ(qtbot: QtBot, page: LibraryPage) -> None:
    page.view.grid.select_ids(np.array([1, 2]))
    fields = page.view.details.fields
    qtbot.waitUntil(lambda: fields["title"].placeholderText() == "several", timeout=TIMEOUT)
    assert fields["title"].text() == ""


def test_removed_tracks_come_back_by_the_button_of_the_notice(
    qtbot: QtBot, page: LibraryPage, notices: NoticeBar
) -> None:
    page.view.grid.select_ids(np.array([5, 6]))
    page.commands.remove()
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 298, timeout=TIMEOUT)
    assert selected(page) == [7]
    qtbot.waitUntil(lambda: bool(texts(notices)), timeout=TIMEOUT)
    assert "files stay" in texts(notices)[0]
    qtbot.waitUntil(lambda: "undo" in page.abilities(), timeout=TIMEOUT)
    assert page.undo_texts() == ("remove 2 tracks", "")
    next(button for button in notices.findChildren(QPushButton) if button.text() == "Undo").click()
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 300, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: notices.notices() == [], timeout=TIMEOUT)
    qtbot.waitUntil(lambda: selected(page) == [5, 6], timeout=TIMEOUT)
    qtbot.waitUntil(lambda: page.undo_texts() == ("", "remove 2 tracks"), timeout=TIMEOUT)


def test_a_removal_whose_notice_had_to_go_for_others_is_undone_by_the_menu(
    page: LibraryPage, notices: NoticeBar, qtbot: QtBot
) -> None:
    page.view.grid.select_ids(np.array([5, 6]))
    page.commands.remove()
    qtbot.waitUntil(lambda: bool(texts(notices)), timeout=TIMEOUT)
    [removal] = notices.notices()
    for number in range(MOST_NOTICES):
        notices.show_warning(f"Another thing, {number}")
    qtbot.waitUntil(lambda: not isValid(removal), timeout=TIMEOUT)
    page.undo()
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 300, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: page.undo_texts() == ("", "remove 2 tracks"), timeout=TIMEOUT)
    assert len(notices.notices()) == MOST_NOTICES


def test_labels_and_edits_are_undone_and_done_again_after_another_start(
    qtbot: QtBot, page: LibraryPage, open_page: OpenPage, library: Path
) -> None:
    page.view.grid.select_ids(np.array([5, 6]))
    page.controller.add_label(page.view.selected_ids(), "done")
    page.controller.edit(page.view.selected_ids(), "title", "Mine")
    qtbot.waitUntil(lambda: page.undo_texts()[0] == "edit title", timeout=TIMEOUT)
    page.remember(page._settings)
    again = open_page(library)
    qtbot.waitUntil(lambda: again.undo_texts()[0] == "edit title", timeout=TIMEOUT)
    wait_for_values(qtbot, again)
    again.undo()
    qtbot.waitUntil(lambda: again.undo_texts() == ("add label “done”", "edit title"), timeout=TIMEOUT)
    qtbot.waitUntil(lambda: again.view.model.value(5, "title") != "Mine", timeout=TIMEOUT)
    again.undo()
    qtbot.waitUntil(lambda: again.undo_texts() == ("", "add label “done”"), timeout=TIMEOUT)
    again.redo()
    qtbot.waitUntil(lambda: again.view.model.value(6, "labels") == "done", timeout=TIMEOUT)


def test_a_file_that_waits_is_a_row_and_stays_selected_when_it_is_a_track(
    qtbot: QtBot, open_page: OpenPage, clip: Path, tmp_path: Path
) -> None:
    with Catalogue.open(tmp_path / "new.sqlite") as catalogue:
        catalogue.queue.add([str(clip)])
    page = open_page(tmp_path / "new.sqlite")
    wait_for_values(qtbot, page)
    row = int(page.view.model.ids[0])
    assert (row < 0, page.view.model.value(row, "state")) == (True, "waiting")
    page.view.grid.select_ids(page.view.model.ids)
    with qtbot.waitSignal(page.desk.batch.ended, timeout=TIMEOUT):
        page.desk.add([])
    qtbot.waitUntil(lambda: selected(page) == [1], timeout=TIMEOUT)


def test_missing_files_are_counted_and_shown_with_one_click(
    qtbot: QtBot, page: LibraryPage, notices: NoticeBar
) -> None:
    page.commands.look_for_missing()
    qtbot.waitUntil(lambda: texts(notices) == ["297 files are missing."], timeout=TIMEOUT)
    next(button for button in notices.findChildren(QPushButton) if button.text() == "Show").click()
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 297, timeout=TIMEOUT)
    assert page.view.filter_bar.field.text() == "is:missing"


def test_rows_are_copied_as_the_table_shows_them(qtbot: QtBot, page: LibraryPage) -> None:
    page.view.choose_columns(frozenset({"name", "bpm"}))
    page.view.grid.select_ids(np.array([1, 2]))
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    page.commands.copy_rows()
    qtbot.waitUntil(lambda: bool(clipboard.text()), timeout=TIMEOUT)
    lines = clipboard.text().splitlines()
    assert lines[0] == "name\tbpm"
    assert len(lines) == 3
    assert lines[1].startswith("000001")


def shows_similar_to(page: LibraryPage) -> tuple[int, ...] | None:
    return None if page.view.found is None else page.view.found.query.similar_to


def row_heading(page: LibraryPage, row: int) -> str:
    return str(page.view.model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole))


def test_similar_tracks_are_shown_with_a_way_back(qtbot: QtBot, page: LibraryPage) -> None:
    filter_for(qtbot, page, "genre:jazz")
    wait_for_values(qtbot, page)
    first = int(page.view.model.ids[0])
    page.view.grid.select_ids(np.array([first]))
    page.commands.find_similar()
    qtbot.waitUntil(
        lambda: page.view.found is not None and page.view.found.query.similar_to == (first,), timeout=TIMEOUT
    )
    assert int(page.view.model.ids[0]) == first
    nearest = int(page.view.model.ids[1])
    page.view.show_details(True)
    page.view.grid.select_ids(np.array([nearest]))
    likeness = page.view.details._likeness
    qtbot.waitUntil(lambda: likeness.text().startswith("Distance "), timeout=TIMEOUT)
    assert [line.partition(":")[0] for line in likeness.text().splitlines()[1:]] == ["Most alike", "Most different"]
    distances = [row_heading(page, row) for row in range(len(page.view.model.ids))]
    assert page.view.grid.verticalHeader().isVisible()
    assert distances[0] == ""  # the track itself
    assert likeness.text().startswith(f"Distance {distances[1]}\n")
    assert distances[1:] == sorted(distances[1:], key=lambda text: int(text.removesuffix(" %")))
    page.view.compatible_keys.click()
    page.view.same_tempo.click()
    qtbot.waitUntil(lambda: page.view.found is not None and page.view.found.query.same_tempo, timeout=TIMEOUT)
    assert page.controller.catalogue is not None
    with Catalogue.open(page.controller.catalogue.path) as catalogue:
        (bpm,), *others = catalogue.values(page.view.model.ids, ["bpm"])
    assert others
    assert all(min(abs(other / bpm / octave - 1) for octave in (0.5, 1, 2)) < 0.0601 for (other,) in others)
    page.escape()
    qtbot.waitUntil(lambda: shows_similar_to(page) == (), timeout=TIMEOUT)
    assert page.controller.query.text == "genre:jazz"


def test_columns_order_width_and_sorting_are_remembered(
    qtbot: QtBot, page: LibraryPage, open_page: OpenPage, settings: Settings, library: Path
) -> None:
    page.view.choose_columns(frozenset({"name", "bpm", "mfcc_0_mean", "key"}))
    header = page.view.grid.horizontalHeader()
    header.moveSection(header.visualIndex(page.view.model.place_of("key")), 0)
    page.view.grid.setColumnWidth(page.view.model.place_of("bpm"), 123)
    page.controller.set_sorting(("key", True))
    settings.put(LIBRARY_LAYOUT, page.view.layout_state())
    again = open_page(library)
    assert again.view.grid.shown_columns() == ["key", "name", "bpm", "mfcc_0_mean"]
    assert again.view.grid.columnWidth(again.view.model.place_of("bpm")) == 123
    assert again.controller.query.sorting == ("key", True)


def test_columns_fill_the_window_until_one_is_given_a_width_by_hand(qtbot: QtBot, page: LibraryPage) -> None:
    grid, place = page.view.grid, page.view.model.place_of("title")

    def total() -> int:
        return sum(grid.columnWidth(page.view.model.place_of(name)) for name in grid.shown_columns())

    for width in (1300, 1600):
        page.resize(width, 700)
        qtbot.waitUntil(lambda: abs(total() - grid.viewport().width()) < 10, timeout=TIMEOUT)
    grid.setColumnWidth(place, 300)
    page.resize(1300, 700)
    assert grid.columnWidth(place) == 300


@pytest.mark.parametrize("nonsense", [{"columns": 7}, {"columns": ["no such"]}, {"sorting": ["x"], "splitter": "wide"}])
def test_a_layout_that_makes_no_sense_is_ignored(
    open_page: OpenPage, settings: Settings, library: Path, nonsense: dict[str, object]
) -> None:
    settings.put(LIBRARY_LAYOUT, nonsense)
    page = open_page(library)
    assert page.view.grid.shown_columns()[0] == "name"


def test_the_selection_is_exported_into_a_new_folder_each_time(
    qtbot: QtBot, open_page: OpenPage, clip: Path, tmp_path: Path, notices: NoticeBar
) -> None:
    page = open_page(tmp_path / "one.sqlite")
    with qtbot.waitSignal(page.desk.batch.ended, timeout=TIMEOUT):
        page.take_drop([clip])
    qtbot.waitUntil(lambda: page.view.has_table and (page.view.model.ids > 0).all(), timeout=TIMEOUT)
    for file_format, folder in (("csv", "library export"), ("parquet", "library export 2")):
        notices.clear()
        page.exporter.export(page.exporter.ids(), tmp_path / "out", file_format)
        qtbot.waitUntil(lambda: any("Tables saved in" in text for text in texts(notices)), timeout=TIMEOUT)
        names = {path.name for path in (tmp_path / "out" / folder).iterdir()}
        assert names == {*(f"{name}.{file_format}" for name in ("songs", "bars", "beats", "genre")), "columns.csv"}


def test_an_export_without_an_analysed_track_says_so_and_leaves_no_folder(
    qtbot: QtBot, page: LibraryPage, tmp_path: Path, notices: NoticeBar
) -> None:
    page.exporter.export(np.array([100]), tmp_path / "out", "csv")
    qtbot.waitUntil(lambda: bool(notices.notices()), timeout=TIMEOUT)
    assert "analysed" in texts(notices)[0]
    assert list((tmp_path / "out").iterdir()) == []


def test_a_dropped_folder_is_analysed_and_what_failed_can_be_seen_and_tried_again(
    qtbot: QtBot, open_page: OpenPage, clip: Path, tmp_path: Path, notices: NoticeBar
) -> None:
    bad = clip.parent / "deep" / "LIST.WAV"
    bad.parent.mkdir()
    bad.write_text("milk, bread")
    page = open_page(tmp_path / "new.sqlite")
    told: list[object] = []
    page.desk.batch.progressed.connect(told.append)
    with qtbot.waitSignal(page.desk.batch.ended, timeout=TIMEOUT):
        page.take_drop([clip.parent])
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 2, timeout=TIMEOUT)
    assert told
    assert texts(notices) == ["Batch finished: 1 analysed, 1 failed."]
    next(button for button in notices.findChildren(QPushButton) if button.text() == "Show failed files").click()
    assert page.view.failures.isVisible()
    failures = page.view.failures
    qtbot.waitUntil(lambda: [one.location for one in failures.model.failures] == [str(bad)], timeout=TIMEOUT)
    bad.write_bytes(clip.read_bytes() + b"\0")  # another file now, and music
    with qtbot.waitSignal(page.desk.batch.ended, timeout=TIMEOUT) as ended:
        failures.retry_all_button.click()
    assert ended.args is not None
    assert not ended.args[0].failed
    qtbot.waitUntil(lambda: failures.model.rowCount() == 0, timeout=TIMEOUT)
    assert not failures.isVisible()


def test_failed_files_are_let_go(qtbot: QtBot, page: LibraryPage) -> None:
    page.view.show_failures(True)
    failures = page.view.failures
    qtbot.waitUntil(lambda: failures.model.rowCount() == 3, timeout=TIMEOUT)
    failures.table.selectAll()
    failures.remove_button.click()
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 297, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: not failures.isVisible(), timeout=TIMEOUT)


def test_files_that_a_killed_batch_has_left_are_offered_and_taken_up(
    qtbot: QtBot, open_page: OpenPage, clip: Path, tmp_path: Path
) -> None:
    path = tmp_path / "left.sqlite"
    with Catalogue.open(path) as catalogue:
        catalogue.queue.add([str(clip)])
    page = open_page(path)
    strip = page.batch_strip
    qtbot.waitUntil(lambda: "1 file in the queue" in strip.text, timeout=TIMEOUT)
    with qtbot.waitSignal(page.desk.batch.ended, timeout=TIMEOUT) as ended:
        next(button for button in strip.findChildren(QPushButton) if button.text() == "Resume").click()
    assert ended.args is not None
    assert ended.args[0].analysed == 1


def test_files_that_wait_can_be_forgotten(qtbot: QtBot, open_page: OpenPage, clip: Path, tmp_path: Path) -> None:
    path = tmp_path / "left.sqlite"
    with Catalogue.open(path) as catalogue:
        catalogue.queue.add([str(clip), str(clip.with_name("gone.wav"))])
    page = open_page(path)
    qtbot.waitUntil(lambda: "2 files in the queue" in page.batch_strip.text, timeout=TIMEOUT)
    next(button for button in page.batch_strip.findChildren(QPushButton) if button.text() == "Discard").click()
    qtbot.waitUntil(page.batch_strip.isHidden, timeout=TIMEOUT)
    with Catalogue.open(path, read_only=True) as catalogue:
        assert catalogue.waiting() == []


def test_a_batch_is_paused_and_ends_in_good_order_when_the_window_closes(
    qtbot: QtBot, open_page: OpenPage, clip: Path, tmp_path: Path, settings: Settings
) -> None:
    for number in range(4):
        (clip.parent / f"copy {number}.flac").write_bytes(clip.read_bytes() + bytes([number]))
    path = tmp_path / "new.sqlite"
    page = open_page(path)
    page.take_drop([clip.parent])
    qtbot.waitUntil(lambda: page.desk.batch.progress is not None, timeout=TIMEOUT)
    page.desk.batch.pause()
    assert page.desk.batch.is_paused
    page.remember(settings)
    assert not page.desk.batch.is_running
    with Catalogue.open(path, read_only=True) as catalogue:
        assert catalogue.count() + len(catalogue.waiting()) == 5
        assert catalogue.waiting()


def test_a_library_in_which_another_window_analyses_is_shown_and_says_so_when_something_is_added(
    qtbot: QtBot, page: LibraryPage, library: Path, clip: Path, notices: NoticeBar
) -> None:
    with batch_lock(library):
        with qtbot.waitSignal(page.desk.batch.failed, timeout=TIMEOUT):
            page.take_drop([clip])
        assert "Another window" in texts(notices)[0]
        assert page.view.has_table


def test_a_cluster_that_is_not_there_is_explained(
    qtbot: QtBot, page: LibraryPage, clip: Path, notices: NoticeBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.workers.cluster.connect.__kwdefaults__", {"timeout": 0.5})
    page.desk.popup.cluster.setText("tcp://127.0.0.1:9")
    page.desk.popup.cluster.editingFinished.emit()
    with qtbot.waitSignal(page.desk.batch.failed, timeout=TIMEOUT):
        page.take_drop([clip])
    assert "no Dask scheduler at tcp://127.0.0.1:9" in texts(notices)[0]


def test_a_read_only_library_can_be_looked_at_but_not_changed(
    qtbot: QtBot, open_page: OpenPage, library: Path, notices: NoticeBar, monkeypatch: pytest.MonkeyPatch, clip: Path
) -> None:
    opened = Catalogue.open
    monkeypatch.setattr(Catalogue, "open", lambda path, read_only=False: opened(path, read_only=True))
    page = open_page(library)
    wait_for_values(qtbot, page)
    assert "opened read-only" in texts(notices)[0]
    assert page.view.details.fields["title"].isReadOnly()
    assert not page.view.add_button.isEnabled()
    page.view.grid.selectAll()
    assert "tracks" in page.abilities()
    assert "tracks editable" not in page.abilities()
    page.take_drop([clip])
    assert not page.desk.batch.is_running


def test_a_library_that_cannot_be_opened_says_why_and_what_to_do(
    qtbot: QtBot, open_page: OpenPage, library: Path
) -> None:
    with closing(sqlite3.connect(library)) as db:
        db.execute("PRAGMA user_version = 99")
    page = open_page(library)
    assert page.view.state.title == "The library cannot be opened"
    assert "update the program" in page.view.state.text
    with closing(sqlite3.connect(library)) as db:
        db.execute(f"PRAGMA user_version = {VERSION}")
    page.view.state.buttons[0].click()
    qtbot.waitUntil(lambda: page.view.has_table, timeout=TIMEOUT)


def test_everything_that_takes_the_focus_has_a_name_for_screen_readers(qtbot: QtBot, page: LibraryPage) -> None:
    page.view.show_failures(True)
    page.view.grid.step(0)
    qtbot.waitUntil(lambda: page.view.details.isVisible() and page.view.failures.isVisible())
    settle()
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and not isinstance(widget.parent(), QAbstractScrollArea)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
    ]
    assert nameless == []


def test_a_damaged_library_is_set_aside_and_a_new_one_begun_with_one_click(
    qtbot: QtBot, open_page: Callable[[Path], LibraryPage], library: Path
) -> None:
    content = library.read_bytes()
    library.write_bytes(content[:200] + b"\x00" * 20_000 + content[20_200:])
    page = open_page(library)
    assert page.view.state.title == "The library cannot be opened"
    button = next(one for one in page.view.state.buttons if "aside" in one.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.view.state.title == "Drop a folder here", timeout=TIMEOUT)
    (aside,) = library.parent.glob("library damaged *.sqlite")
    assert aside.stat().st_size == len(content)
    assert library.exists()
