import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QTableView
from pytestqt.qtbot import QtBot

from core.analysis import ClipAnalysis
from core.analysis.chording import with_chords
from core.harmony.chords import Chords
from core.messages import Note, texts
from desktop.clip.tables import grid as table_grid
from desktop.clip.tables.files import suggested_name
from desktop.clip.tables.grid import FeatureGrid
from desktop.clip.tables.panel import FeatureTables
from desktop.clip.timeline import Timeline
from desktop.widgets.theme import DARK, LIGHT, Theme
from tests.desktop.synthetic import synthetic_analysis
from tests.waiting import settle

LEFT = Qt.MouseButton.LeftButton
NO_KEY, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
SONG, SECTIONS, BARS, BEATS = range(4)


@pytest.fixture
def analysis() -> ClipAnalysis:
    """30 s at 120 BPM: 15 bars of 2 s from 0.75 s on, 60 beats; two numbers are missing."""
    analysis = synthetic_analysis()
    analysis.tables.bars.values[[3, 7], analysis.tables.bars.names.index("dynamic_range")] = np.nan
    return analysis


@pytest.fixture
def tables(qtbot: QtBot, analysis: ClipAnalysis) -> FeatureTables:
    tables = FeatureTables(Timeline())
    qtbot.addWidget(tables)
    tables.resize(1000, 400)
    tables.show_analysis(analysis)
    tables.tabs.setCurrentIndex(BARS)
    tables.show()
    qtbot.waitExposed(tables)
    return tables


@pytest.fixture
def busy_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_grid, "HANDS_OFF", 1e6)


@pytest.fixture
def never_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_grid, "HANDS_OFF", 0.0)


def bars(tables: FeatureTables) -> FeatureGrid:
    return tables.pages[BARS].view


def click_row(grid: FeatureGrid, row: int, name: str = "dynamic_range", modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    index = grid.model().index(row, grid.model().index_of(name))
    QTest.mouseClick(grid.viewport(), LEFT, modifier, grid.visualRect(index).center())


def click_heading(grid: QTableView, name: str) -> None:
    header = grid.horizontalHeader()
    section = header.model().index_of(name)
    place = QPoint(header.sectionViewportPosition(section) + header.sectionSize(section) // 2, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, NO_KEY, place)


def column(grid: FeatureGrid, name: str) -> list[str]:
    model = grid.model()
    return [model.index(row, model.index_of(name)).data() for row in range(model.rowCount())]


def clipboard() -> pd.DataFrame:
    return pd.read_csv(io.StringIO(QGuiApplication.clipboard().text()), sep="\t")


# --- sorting, hiding, finding ----------------------------------------------------------------------------------------


def test_clicks_on_a_heading_sort_up_then_down_then_back_to_time(tables: FeatureTables) -> None:
    grid = bars(tables)
    in_time = column(grid, "bar")
    click_heading(grid, "dynamic_range")
    upwards = column(grid, "dynamic_range")
    click_heading(grid, "dynamic_range")
    downwards = column(grid, "dynamic_range")
    assert upwards[-2:] == downwards[-2:] == ["", ""]
    assert [float(text) for text in upwards[:-2]] == sorted(float(text) for text in upwards[:-2])
    assert downwards[:-2] == upwards[-3::-1]
    click_heading(grid, "dynamic_range")
    assert column(grid, "bar") == in_time
    assert grid.sorting() is None


def test_a_click_on_a_heading_that_stays_in_place_sorts_too(tables: FeatureTables) -> None:
    frozen = bars(tables).findChild(QTableView, "frozen")
    assert frozen is not None
    click_heading(frozen, "start")
    click_heading(frozen, "start")
    assert bars(tables).sorting() == ("start", True)
    assert column(bars(tables), "bar")[0] == "15"


def test_leading_columns_stay_in_place_while_the_others_scroll(tables: FeatureTables) -> None:
    grid = bars(tables)
    frozen = grid.findChild(QTableView, "frozen")
    assert frozen is not None
    tables.pages[BARS].choose(frozenset(grid.model().table.names))
    grid.horizontalScrollBar().setValue(400)
    tables.resize(1000, 180)
    grid.verticalScrollBar().setValue(50)
    assert frozen.isVisible()
    assert frozen.x() == grid.frameWidth()
    assert [i for i in range(67) if not frozen.isColumnHidden(i)] == [0, 1, 2]
    assert frozen.rowViewportPosition(3) == grid.rowViewportPosition(3)
    assert frozen.width() == sum(grid.columnWidth(i) for i in range(3))


def test_ticks_in_the_chooser_hide_and_show_columns(qtbot: QtBot, tables: FeatureTables) -> None:
    grid = bars(tables)
    assert "dynamic_range" in grid.shown_columns()
    assert "mfcc_7_std" not in grid.shown_columns()
    qtbot.mouseClick(tables.columns_button, LEFT)
    qtbot.keyClicks(tables.chooser.search, "mfcc 7 std")
    item = next(item for item in tables.chooser._items() if not item.isHidden())
    tables.chooser.tree.setCurrentItem(item)
    qtbot.keyClick(tables.chooser.tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "mfcc_7_std" in grid.shown_columns())
    qtbot.keyClick(tables.chooser.tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "mfcc_7_std" not in grid.shown_columns())
    qtbot.mouseClick(tables.chooser.all_button, LEFT)
    qtbot.waitUntil(lambda: len(grid.shown_columns()) == 69)
    assert "66 columns" in tables.status.text()
    qtbot.mouseClick(tables.chooser.defaults_button, LEFT)
    qtbot.waitUntil(lambda: len(grid.shown_columns()) < 20)
    tables.chooser.close()


def test_a_tick_on_a_group_takes_all_of_it(qtbot: QtBot, tables: FeatureTables) -> None:
    qtbot.mouseClick(tables.columns_button, LEFT)
    group = next(group for group in tables.chooser._headings() if group.text(0) == "MFCC")
    group.setCheckState(0, Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: sum("mfcc" in name for name in bars(tables).shown_columns()) == 40)
    tables.chooser.close()


def test_the_menu_of_a_heading_hides_its_column(qtbot: QtBot, tables: FeatureTables) -> None:
    header = bars(tables).horizontalHeader()
    section = bars(tables).model().index_of("dynamic_range")
    header.customContextMenuRequested.emit(QPoint(header.sectionViewportPosition(section) + 5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Hide dynamic_range").trigger()
    menu.close()
    assert "dynamic_range" not in bars(tables).shown_columns()
    assert "rms_mean" in bars(tables).shown_columns()


def test_typing_a_name_shows_the_columns_that_have_it_even_hidden_ones(qtbot: QtBot, tables: FeatureTables) -> None:
    before = bars(tables).shown_columns()
    qtbot.keyClicks(tables.filter_field, "mfcc_1 std")
    found = bars(tables).shown_columns()
    assert found[:3] == ["bar", "start", "end"]
    assert found[3:] == [f"mfcc_{i}_std" for i in (1, *range(10, 20))]
    qtbot.keyClick(tables.filter_field, Qt.Key.Key_Escape)
    assert tables.filter_field.text() == ""
    assert bars(tables).shown_columns() == before


def test_a_name_that_no_column_has_is_said(qtbot: QtBot, tables: FeatureTables) -> None:
    qtbot.keyClicks(tables.filter_field, "xyz")
    assert tables.status.text() == "No column matches “xyz”"
    tables.tabs.setCurrentIndex(SONG)
    assert tables.message.text() == "No feature matches “xyz”."
    assert tables.stack.currentWidget() is tables.message


def test_in_the_song_table_the_filter_keeps_rows(qtbot: QtBot, tables: FeatureTables) -> None:
    tables.tabs.setCurrentIndex(SONG)
    qtbot.keyClicks(tables.filter_field, "rms")
    model = tables.pages[SONG].model
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["rms_mean", "rms_std", "harmonic_rms", "percussive_rms"]
    assert tables.status.text() == "4 of 64 features"


# --- copy ------------------------------------------------------------------------------------------------------------


def test_copied_rows_are_read_back_equal_as_shown(qtbot: QtBot, tables: FeatureTables, analysis: ClipAnalysis) -> None:
    grid = bars(tables)
    grid.sort_by(("dynamic_range", True))
    click_row(grid, 13)
    click_row(grid, 14, modifier=CONTROL)
    click_row(grid, 0, modifier=CONTROL)
    qtbot.keyClick(grid, Qt.Key.Key_C, CONTROL)
    shown = grid.shown_columns()
    rows = grid.model().table_rows([0, 13, 14])
    table = with_chords(analysis.tables.bars, analysis.chords)
    headers = {column.name: column.header for column in table.columns}
    expected = table.to_frame()[shown].iloc[rows].reset_index(drop=True).rename(columns=headers)
    pd.testing.assert_frame_equal(clipboard(), expected, check_exact=True, check_dtype=False)
    assert clipboard()["dynamic_range (dB)"].isna().tolist() == [False, True, True]


def test_the_whole_table_is_copied_as_its_file_would_be(tables: FeatureTables, analysis: ClipAnalysis) -> None:
    bars(tables).sort_by(("rms_mean", False))
    tables.copy_table_action.trigger()
    expected = with_chords(analysis.tables.bars, analysis.chords).to_frame()
    pd.testing.assert_frame_equal(clipboard(), expected, check_exact=True, check_dtype=False)


def test_features_copied_from_the_song_keep_the_tables_orientation(
    qtbot: QtBot, tables: FeatureTables, analysis: ClipAnalysis
) -> None:
    tables.tabs.setCurrentIndex(SONG)
    view = tables.pages[SONG].view
    view.setFocus()
    view.selectRow(2)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    headers = {column.name: column.header for column in analysis.tables.songs.columns}
    expected = analysis.tables.songs.to_frame()[["bpm", "tempo"]].rename(columns=headers)
    pd.testing.assert_frame_equal(clipboard(), expected, check_exact=True, check_dtype=False)


def test_copying_nothing_leaves_the_clipboard_alone(qtbot: QtBot, tables: FeatureTables) -> None:
    QGuiApplication.clipboard().setText("kept")
    bars(tables).clearSelection()
    qtbot.keyClick(bars(tables), Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "kept"


def test_a_file_name_with_a_line_break_stays_one_field_of_one_line(
    tables: FeatureTables, analysis: ClipAnalysis
) -> None:
    odd = replace(analysis.tables.songs, filenames=("a\nb\t🎵.wav",))
    tables.show_analysis(replace(analysis, tables=replace(analysis.tables, songs=odd)))
    tables.tabs.setCurrentIndex(SONG)
    tables.copy_table()
    assert clipboard()["filename"].tolist() == ["a b 🎵.wav"]


# --- export ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
@pytest.mark.parametrize("tab", [SONG, BARS, BEATS])
def test_an_exported_table_is_read_back_equal(
    qtbot: QtBot, tables: FeatureTables, tmp_path: Path, suffix: str, tab: int
) -> None:
    tables.tabs.setCurrentIndex(tab)
    if tab != SONG:
        tables.pages[tab].sort_by(("dynamic_range", True))
    path = tmp_path / f"table{suffix}"
    with qtbot.waitSignal(tables.exported) as said:
        tables.export_to(path)
    frame = pd.read_parquet(path) if suffix == ".parquet" else pd.read_csv(path)
    expected = tables.page.table.to_frame()
    pd.testing.assert_frame_equal(frame, expected, check_exact=True, check_dtype=False)
    assert list(frame)[:3] == ["filename", "uuid", "duration"]
    assert path.name in said.args[0]
    assert "\n" not in said.args[0]
    assert sorted(tmp_path.iterdir()) == sorted([path, path.with_name(f"{path.stem} columns.csv")])


def test_the_dialog_writes_the_kind_one_asked_for_and_adds_its_ending(
    qtbot: QtBot, tables: FeatureTables, tmp_path: Path
) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    tables.export_actions[1].trigger()
    dialog = tables.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("Synthetic bars.parquet")
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine")
    with qtbot.waitSignal(tables.exported):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert len(pd.read_parquet(tmp_path / "mine.parquet")) == 15


def test_a_file_that_cannot_be_written_ends_in_one_line_and_no_file(
    qtbot: QtBot, tables: FeatureTables, tmp_path: Path
) -> None:
    with qtbot.waitSignal(tables.failed) as said:
        tables.export_to(tmp_path / "absent\nfolder" / "bars.csv")
    assert said.args[0] == "bars.csv could not be written: No such file or directory. Choose another name or folder."
    assert list(tmp_path.iterdir()) == []


def test_names_of_files_are_made_safe() -> None:
    assert suggested_name("AC/DC: live?\n🎸", "bars", ".csv") == "AC DC live 🎸 bars.csv"
    assert suggested_name("...", "song", ".parquet") == "clip song.parquet"


# --- the passage -----------------------------------------------------------------------------------------------------


def test_a_click_on_a_row_chooses_its_passage(qtbot: QtBot, tables: FeatureTables) -> None:
    with qtbot.waitSignal(tables.passage_chosen) as chosen:
        click_row(bars(tables), 4)
    assert chosen.args == [8.75, 10.75]


def test_a_click_on_the_selected_row_chooses_it_again(qtbot: QtBot, tables: FeatureTables) -> None:
    for _ in range(2):
        with qtbot.waitSignal(tables.passage_chosen) as chosen:
            click_row(bars(tables), 4)
        assert chosen.args == [8.75, 10.75]


def test_several_rows_reach_from_the_first_start_to_the_last_end_however_sorted(
    qtbot: QtBot, tables: FeatureTables
) -> None:
    grid = bars(tables)
    grid.sort_by(("start", True))
    click_row(grid, 2)
    with qtbot.waitSignal(tables.passage_chosen, check_params_cb=lambda start, end: end - start > 2.1) as chosen:
        click_row(grid, 5, modifier=SHIFT)
    assert chosen.args == [18.75, 26.75]
    assert "4 bars selected, 0:18.75 to 0:26.75" in tables.status.text()


def test_rows_apart_in_time_choose_only_those_around_the_last_one_touched(qtbot: QtBot, tables: FeatureTables) -> None:
    grid = bars(tables)
    click_row(grid, 2)
    click_row(grid, 9, modifier=CONTROL)
    with qtbot.waitSignal(tables.passage_chosen) as chosen:
        click_row(grid, 10, modifier=CONTROL)
    starts, ends = tables.page.table.column("start"), tables.page.table.column("end")
    assert chosen.args == [starts[9], ends[10]]


def test_what_was_looked_for_in_one_piece_is_forgotten_with_the_next_and_widths_stay(
    qtbot: QtBot, tables: FeatureTables, analysis: ClipAnalysis
) -> None:
    grid = bars(tables)
    tempo = tables.page.table.names.index("dynamic_range")
    grid.horizontalHeader().resizeSection(tempo, 333)
    grid.sort_by(("dynamic_range", True))
    tables.filter_field.setText("mfcc")
    tables.show_analysis(analysis)
    assert tables.filter_field.text() == "mfcc"
    other = replace(analysis, source=replace(analysis.source, path=Path("another piece.wav")))
    tables.show_analysis(other)
    assert tables.filter_field.text() == ""
    assert grid.sorting() is None
    assert grid.columnWidth(tempo) == 333


def test_arrow_keys_choose_rows_once_they_rest(qtbot: QtBot, tables: FeatureTables) -> None:
    grid = bars(tables)
    grid.setFocus()
    grid.set_position(1.0)
    heard: list[tuple[float, float]] = []
    tables.passage_chosen.connect(lambda start, end: heard.append((start, end)))
    for _ in range(3):
        qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.waitUntil(lambda: not grid._key_timer.isActive())
    settle()
    assert heard == [(6.75, 8.75)]


def test_selecting_everything_to_copy_it_does_not_start_playing(qtbot: QtBot, tables: FeatureTables) -> None:
    with qtbot.assertNotEmitted(tables.passage_chosen, wait=300):
        qtbot.keyClick(bars(tables), Qt.Key.Key_A, CONTROL)
    assert len(bars(tables).selected_rows()) == 15


def test_the_row_that_plays_is_selected_in_silence_under_any_sorting(qtbot: QtBot, tables: FeatureTables) -> None:
    grid = bars(tables)
    grid.sort_by(("rms_mean", True))
    with qtbot.assertNotEmitted(tables.passage_chosen, wait=200):
        for bar, seconds in ((1, 0.75), (5, 9.0), (15, 29.9)):
            tables.set_position(seconds)
            assert [column(grid, "bar")[row] for row in grid.selected_rows()] == [str(bar)]


def test_a_time_outside_every_bar_leaves_the_selection(tables: FeatureTables) -> None:
    tables.set_position(9.0)
    for seconds in (0.2, 31.0, float("nan")):
        tables.set_position(seconds)
        assert bars(tables).selected_rows() == [4]


def test_the_row_that_plays_comes_into_view_and_columns_stay_where_they_are(tables: FeatureTables) -> None:
    grid = bars(tables)
    tables.resize(500, 180)
    grid.horizontalScrollBar().setValue(60)
    tables.set_position(25.0)
    row = grid.selected_rows()[0]
    assert 0 <= grid.rowViewportPosition(row) <= grid.viewport().height() - grid.rowHeight(row)
    assert grid.horizontalScrollBar().value() == 60


def test_whoever_scrolls_away_is_not_pulled_back(qtbot: QtBot, tables: FeatureTables) -> None:
    grid = bars(tables)
    tables.resize(500, 180)
    grid.verticalScrollBar().triggerAction(grid.verticalScrollBar().SliderAction.SliderToMinimum)
    tables.set_position(25.0)
    assert grid.selected_rows() == [12]
    assert grid.verticalScrollBar().value() == 0


@pytest.mark.usefixtures("busy_for_ever")
def test_the_playhead_keeps_its_hands_off_while_somebody_clicks(tables: FeatureTables) -> None:
    click_row(bars(tables), 2)
    tables.set_position(15.0)
    assert bars(tables).selected_rows() == [2]


@pytest.mark.usefixtures("never_busy")
def test_a_selection_around_the_playhead_is_left_until_the_playhead_leaves_it(tables: FeatureTables) -> None:
    grid = bars(tables)
    click_row(grid, 2)
    click_row(grid, 5, modifier=SHIFT)
    for seconds in (5.0, 7.0, 12.0):
        tables.set_position(seconds)
        assert grid.selected_rows() == [2, 3, 4, 5]
    tables.set_position(13.0)
    assert grid.selected_rows() == [6]


def test_the_other_tab_knows_the_playhead_when_it_comes_to_the_front(qtbot: QtBot, analysis: ClipAnalysis) -> None:
    timeline = Timeline()
    tables = FeatureTables(timeline)
    qtbot.addWidget(tables)
    tables.show_analysis(analysis)
    timeline.duration = 30.0
    timeline.position = 9.3
    tables.tabs.setCurrentIndex(BEATS)
    assert column(tables.pages[BEATS].view, "start")[tables.pages[BEATS].view.selected_rows()[0]] == "0:09.25"


# --- states ----------------------------------------------------------------------------------------------------------


def test_without_a_clip_the_tables_say_so_and_offer_nothing(tables: FeatureTables) -> None:
    tables.clear()
    assert tables.message.text().startswith("No clip open.")
    assert tables.stack.currentWidget() is tables.message
    assert not tables.export_button.isEnabled()
    assert not tables.filter_field.isEnabled()
    tables.set_position(3.0)
    tables.copy_selection()
    tables.copy_table()
    tables.ask_where_to_export()
    assert tables.findChild(QFileDialog) is None


def test_silence_has_a_song_table_and_a_reason_why_it_has_no_bars(tables: FeatureTables) -> None:
    analysis = synthetic_analysis(0.04)
    tables.show_analysis(replace(analysis, source=replace(analysis.source, notes=(Note("audio.not_finite", count=1),))))
    (reason,) = texts(analysis.rhythm.notes)
    assert tables.message.text() == f"No bars found.\n{reason}"
    tables.tabs.setCurrentIndex(BEATS)
    assert tables.message.text() == f"No beats found.\n{reason}"
    tables.tabs.setCurrentIndex(SONG)
    assert tables.pages[SONG].model.rowCount() == 64
    assert tables.pages[SONG].model.index(2, 2).data() == ""


def test_what_one_arranged_comes_back_next_time(qtbot: QtBot, tables: FeatureTables, analysis: ClipAnalysis) -> None:
    tables.pages[BARS].choose(frozenset(("bar", "start", "dynamic_range", "mfcc_3_mean")))
    tables.pages[BARS].sort_by(("mfcc_3_mean", True))
    tables.heat_action.trigger()
    later = FeatureTables(Timeline())
    qtbot.addWidget(later)
    later.restore_state(tables.save_state())
    later.show_analysis(analysis)
    assert later.page is later.pages[BARS]
    assert not later.pages[BARS].model.heat
    assert bars(later).shown_columns() == ["bar", "start", "dynamic_range", "mfcc_3_mean"]
    assert bars(later).sorting() == ("mfcc_3_mean", True)
    assert column(bars(later), "bar") == column(bars(tables), "bar")
    assert later.save_state() == tables.save_state()


@pytest.mark.parametrize(
    "nonsense",
    [
        None,
        [],
        {"tab": 7, "heat": "yes", "bars": [], "song": None},
        {"bars": {"hidden": "all", "sort": 3}, "beats": {"hidden": [1, None], "sort": ["nothing", 1]}},
        {"bars": {"hidden": ["never heard of"], "sort": ["never heard of", True]}, "tab": "drums"},
    ],
)
def test_a_state_that_makes_no_sense_does_no_harm(tables: FeatureTables, nonsense: object) -> None:
    tables.restore_state(nonsense)
    assert tables.page is tables.pages[BARS]
    assert column(bars(tables), "bar") == [str(i) for i in range(1, 16)]


def test_the_next_clip_keeps_columns_sorting_and_filter(qtbot: QtBot, tables: FeatureTables) -> None:
    bars(tables).sort_by(("dynamic_range", True))
    qtbot.keyClicks(tables.filter_field, "rms")
    tables.clear()
    tables.show_analysis(synthetic_analysis(60.0, 90.0))
    assert bars(tables).sorting() == ("dynamic_range", True)
    tempi = [float(text) for text in column(bars(tables), "dynamic_range")]
    assert tempi == sorted(tempi, reverse=True)
    assert bars(tables).shown_columns() == [
        "bar",
        "start",
        "end",
        "rms_mean",
        "rms_std",
        "harmonic_rms",
        "percussive_rms",
    ]


def test_everything_is_reached_by_the_tab_key_and_has_a_name(qtbot: QtBot, tables: FeatureTables) -> None:
    tables.activateWindow()
    tables.tabs.setFocus()
    reached = []
    for _ in range(6):
        widget = QApplication.focusWidget()
        reached.append(widget)
        assert widget.accessibleName()
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    wanted = [tables.tabs, tables.filter_field, tables.columns_button, tables.export_button, tables.menu_button]
    assert reached == [*wanted, bars(tables)]


def test_a_narrow_panel_keeps_tabs_filter_and_menu(tables: FeatureTables) -> None:
    tables.resize(300, 280)
    assert tables.width() == 300
    assert not tables.columns_button.isVisible()
    assert tables.menu_button.isVisible()
    assert tables.menu_button.geometry().right() <= 300
    assert tables.filter_field.width() >= 72
    assert tables.columns_action in tables.menu.actions()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_selected_rows_stand_out_in_either_theme(tables: FeatureTables, theme: Theme) -> None:
    tables.set_theme(theme)
    tables.set_position(9.0)
    grid = bars(tables)
    tempo = grid.visualRect(grid.model().index(4, grid.model().index_of("dynamic_range")))
    picture = grid.viewport().grab(tempo).toImage()
    assert picture.pixelColor(3, 3).name() == theme.accent


def test_each_table_comes_by_itself_and_the_others_say_how_far_they_are(
    qtbot: QtBot, analysis: ClipAnalysis, qapp: QApplication
) -> None:
    tables = FeatureTables(Timeline())
    qtbot.addWidget(tables)
    tables.begin(analysis.source.path)
    tables.show_waiting()
    for place in (SONG, SECTIONS, BARS, BEATS):
        tables.tabs.setCurrentIndex(place)
        assert tables.message.text() == "Analysing…"
    tables.show_progress(0.45, "Measuring bars")
    assert tables.message.text() == "Measuring bars… 45\u202f%"
    for _ in tables.show_table_in_steps("bars", analysis.tables.bars):
        pass
    assert tables.stack.currentWidget() is tables.message  # the beats are not there
    tables.tabs.setCurrentIndex(BARS)
    assert tables.stack.currentWidget() is tables.pages[BARS].view
    tables.show_unfinished()
    assert tables.stack.currentWidget() is tables.pages[BARS].view
    tables.tabs.setCurrentIndex(BEATS)
    assert "Not analysed" in tables.message.text()
    assert not tables.export_button.isEnabled()


@pytest.mark.parametrize("n_more", [0, 1])
def test_an_edit_of_the_beats_leaves_selection_and_scrolling_where_they_were(
    tables: FeatureTables, analysis: ClipAnalysis, n_more: int
) -> None:
    tables.tabs.setCurrentIndex(BEATS)
    view = tables.pages[BEATS].view
    view.selectRow(30)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    settle()
    before = view.verticalScrollBar().value()
    beats = analysis.tables.beats
    values = beats.values.copy()
    values[40, 0] += 0.5
    rows = [*range(len(beats)), *([len(beats) - 1] * n_more)]
    other = replace(
        beats,
        values=values[rows],
        filenames=tuple(beats.filenames[row] for row in rows),
        uuids=tuple(beats.uuids[row] for row in rows),
    )
    for _ in tables.show_table_in_steps("beats", other, np.array([39, 40])):
        pass
    settle()
    assert before > 0 and view.verticalScrollBar().value() == before
    assert tables.pages[BEATS].view.selected_rows() == [30]
    shown = tables.pages[BEATS].table
    assert shown is not None
    np.testing.assert_array_equal(shown.values[:, : other.values.shape[1]], other.values)
    start = tables.pages[BEATS].model.index_of("start")
    assert tables.pages[BEATS].model.index(40, start).data(Qt.ItemDataRole.BackgroundRole) is not None


def test_bars_and_beats_have_their_chords_and_another_piece_has_none_of_them(tables: FeatureTables) -> None:
    analysis = synthetic_analysis()
    chords = Chords(np.array([0.0, 15.0, 30.0]), ("G:maj", "E:min"), np.ones(2, dtype=np.float32))
    tables.show_analysis(replace(analysis, chords=chords))
    for page in tables.pages[-2:]:
        model = page.model
        names = {model.index(row, model.index_of("chord")).data() for row in range(model.rowCount())}
        assert names == {"G", "Em"}
        assert "chord" in page.found()
    tables.show_analysis(replace(analysis, chords=None))
    assert "chord" not in bars(tables).model().table.names
