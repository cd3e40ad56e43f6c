from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from core.dataset.dataset import Dataset
from desktop.training.explore.six import SIX
from desktop.training.explore.step import ExploreStep
from desktop.training.explore.tables import LEADING
from desktop.training.page import TrainingPage
from desktop.training.session import TrainingSession
from desktop.widgets.theme import DARK
from resources import resource_path
from tests.core.training.data import made_dataset
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS
MAP = 4


@pytest.fixture
def step(page: TrainingPage) -> ExploreStep:
    made = page.steps["explore"]
    assert isinstance(made, ExploreStep)
    return made


def explore(page: TrainingPage, dataset: Dataset) -> Dataset:
    page.session.use(dataset)
    page.show_step("explore")
    return dataset


def draw_map(qtbot: QtBot, step: ExploreStep) -> None:
    step.tabs.setCurrentIndex(MAP)
    qtbot.waitUntil(lambda: bool(step.map.boxes), timeout=TIMEOUT)


def test_rows_are_shown_with_song_class_and_group_and_sorted_by_any_column(
    page: TrainingPage, step: ExploreStep
) -> None:
    dataset = explore(page, made_dataset())
    assert step.rows.rowCount() == len(dataset)
    assert step.rows.columnCount() == LEADING + len(dataset.columns)
    step.row_table.sortByColumn(LEADING + 2, Qt.SortOrder.DescendingOrder)
    shown = [dataset.X[step.rows.row_of(place), 2] for place in range(len(dataset))]
    assert shown == sorted(shown, reverse=True)
    first = step.rows.row_of(0)
    assert step.rows.index(0, 0).data() == dataset.row_names[first]
    assert step.rows.index(0, 1).data() == dataset.classes[dataset.y[first]]


def test_rows_and_columns_are_written_as_they_are_sorted(
    qtbot: QtBot, page: TrainingPage, step: ExploreStep, tmp_path: Path
) -> None:
    dataset = explore(page, made_dataset())
    step.row_table.sortByColumn(LEADING + 2, Qt.SortOrder.DescendingOrder)
    rows, columns = step.exports
    assert columns.isHidden()
    rows.export(tmp_path / "rows.csv")
    qtbot.waitUntil((tmp_path / "rows.csv").exists, timeout=TIMEOUT)
    heading, *lines = (line.split(",") for line in (tmp_path / "rows.csv").read_text(encoding="utf-8").splitlines())
    assert heading == ["name", "class", "group", *dataset.columns]
    assert [float(line[5]) for line in lines] == sorted(dataset.X[:, 2].tolist(), reverse=True)
    step.tabs.setCurrentWidget(step.summary_table)
    assert rows.isHidden()
    columns.export(tmp_path / "columns.csv")
    means = [line.split(",")[5] for line in (tmp_path / "columns.csv").read_text(encoding="utf-8").splitlines()]
    assert means[0] == "Mean"
    assert float(means[1]) == dataset.X[:, 0].mean()


def test_a_hundred_thousand_rows_are_sorted_at_once(page: TrainingPage, step: ExploreStep) -> None:
    dataset = made_dataset()
    rows = np.arange(100_000) % len(dataset)
    explore(page, dataset.take(rows))
    step.row_table.sortByColumn(LEADING, Qt.SortOrder.AscendingOrder)
    step.row_table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert step.rows.rowCount() == 100_000


def test_the_search_field_hides_the_other_columns_of_both_tables(page: TrainingPage, step: ExploreStep) -> None:
    dataset = explore(page, made_dataset())
    step.field.setText(dataset.columns[3][-2:])
    shown = [name for place, name in enumerate(dataset.columns) if not step.row_table.isColumnHidden(LEADING + place)]
    assert dataset.columns[3] in shown
    assert len(shown) < len(dataset.columns)
    assert step.summary_proxy.rowCount() == len(shown)
    assert not step.row_table.isColumnHidden(0)


def test_a_double_click_on_a_summary_draws_that_column(page: TrainingPage, step: ExploreStep) -> None:
    dataset = explore(page, made_dataset())
    step.summary_table.doubleClicked.emit(step.summary_proxy.index(4, 0))
    assert step.column_box.currentText() == dataset.columns[4]
    assert {chart.column for chart in step.charts.charts} == {dataset.columns[4]}


def test_what_the_study_looks_at_is_one_click_away(
    loaded: TrainingSession, page: TrainingPage, step: ExploreStep
) -> None:
    page.show_step("explore")
    assert step.column_box.currentText() == "length"
    step.show_column("tempo")
    columns, rows = step.charts.charts[0].table()
    assert columns == ["from", "to", "rows"]
    assert sum(int(str(row[2])) for row in rows) == 120


@pytest.mark.parametrize("case", ["missing", "constant", "two rows a class", "one row a class", "many classes"])
def test_odd_columns_are_drawn_in_both_themes(page: TrainingPage, step: ExploreStep, case: str) -> None:
    dataset = made_dataset()
    if case == "missing":
        dataset.X[:, 0] = np.nan
    elif case == "constant":
        dataset.X[:, 0] = 4.0
    elif case.startswith("two"):
        dataset = dataset.take(np.array([0, 1, 30, 31, 60, 61]))
    elif case.startswith("one"):
        dataset = dataset.take(np.array([0, 30, 60]))
    else:
        names = tuple(f"a class whose name is rather long {number}" for number in range(30))
        dataset = replace(dataset, classes=names, y=np.arange(len(dataset)) % 30)
    explore(page, dataset)
    step.show_column(dataset.columns[0])
    page.set_theme(DARK)
    for chart in step.charts.charts:
        columns, rows = chart.table()
        assert all(len(row) == len(columns) for row in rows)


def test_missing_numbers_are_told(page: TrainingPage, step: ExploreStep) -> None:
    dataset = made_dataset()
    dataset.X[:7, 1] = np.nan
    explore(page, dataset)
    assert f"{dataset.columns[1]} (7)" in step.missing.text()


def test_a_click_on_the_map_names_the_song_and_plays_it(qtbot: QtBot, page: TrainingPage, step: ExploreStep) -> None:
    dataset = made_dataset()
    demo = str(resource_path("demo.flac"))
    explore(page, replace(dataset, locations=(demo,) * len(dataset)))
    draw_map(qtbot, step)
    found = step.map.chart._map
    assert found is not None
    place = step.map.chart.item.getViewBox().mapViewToScene(QPointF(*found.points[5]))
    row = step.map.chart.row_near(place)
    assert np.hypot(*(found.points[row] - found.points[5])) < 0.5
    step.map._choose(5)
    assert dataset.row_names[5] in step.map.said.text()
    qtbot.waitUntil(lambda: str(page.audition.player.path) == demo, timeout=TIMEOUT)


def test_hidden_classes_are_neither_drawn_nor_met(qtbot: QtBot, page: TrainingPage, step: ExploreStep) -> None:
    dataset = explore(page, made_dataset())
    draw_map(qtbot, step)
    found = step.map.chart._map
    assert found is not None
    for box in step.map.boxes:
        box.setChecked(False)
    place = step.map.chart.item.getViewBox().mapViewToScene(QPointF(*found.points[5]))
    assert step.map.chart.row_near(place) == -1
    assert len(step.map.boxes) == len(dataset.classes)


def test_the_map_says_how_many_songs_it_draws(qtbot: QtBot, page: TrainingPage, step: ExploreStep) -> None:
    dataset = made_dataset()
    explore(page, dataset.take(np.arange(9000) % len(dataset)))
    draw_map(qtbot, step)
    assert "of 9,000 rows are drawn" in step.map.said.text()


def study_columns() -> Dataset:
    """Rows under the names of the study's six columns and one more."""
    made = made_dataset(n_columns=7)
    return replace(made, columns=("other", *reversed(SIX)))


def test_the_six_columns_of_the_study_are_one_grid_of_bars_or_densities(
    page: TrainingPage, step: ExploreStep, tmp_path: Path
) -> None:
    explore(page, study_columns())
    step.tabs.setCurrentWidget(step.six)
    assert [cell.chart.column for cell in step.six.cells] == list(SIX)
    assert {cell.chart.kind for cell in step.six.cells} == {"Means with 95 % intervals"}
    step.six.way_buttons["densities"].click()
    assert {cell.chart.kind for cell in step.six.cells} == {"Densities"}
    assert "class a" in step.six.legend.text().replace("&nbsp;", " ")
    for ending in ("png", "csv"):
        step.six.export_button.export(tmp_path / f"six.{ending}")
    lines = (tmp_path / "six.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "column,class,value,density"
    assert {line.split(",")[0] for line in lines[1:]} == set(SIX)
    assert all(not cell.box.isHidden() for cell in step.six.cells)  # as before the picture was taken


def test_another_column_takes_a_place_in_the_grid(page: TrainingPage, step: ExploreStep) -> None:
    explore(page, study_columns())
    step.tabs.setCurrentWidget(step.six)
    cell = step.six.cells[2]
    cell.box.setCurrentText("other")
    cell.box.activated.emit(cell.box.currentIndex())
    assert cell.chart.column == "other"


def test_fewer_than_six_columns_leave_places_empty(page: TrainingPage, step: ExploreStep) -> None:
    explore(page, made_dataset(n_columns=2))
    step.tabs.setCurrentWidget(step.six)
    assert [cell.isHidden() for cell in step.six.cells] == [False, False, True, True, True, True]


def test_two_columns_are_drawn_against_each_other_from_a_cell_of_the_correlations(
    qtbot: QtBot, page: TrainingPage, step: ExploreStep
) -> None:
    dataset = explore(page, made_dataset())
    step.tabs.setCurrentWidget(step.correlation)
    qtbot.waitUntil(lambda: step.correlation.stack.currentIndex() == 1, timeout=TIMEOUT)
    matrix = step.correlation.matrix
    heading, rows = matrix.as_table()
    assert set(heading[1:]) == set(dataset.columns)
    assert [row[place + 1] for place, row in enumerate(rows)] == [1.0] * len(dataset.columns)
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert step.tabs.currentWidget() is step.two
    shown = [box.currentText() for box in step.two.boxes]
    assert shown == [heading[2], heading[1]]
    fields = [box.lineEdit() for box in step.two.boxes]
    assert [field.cursorPosition() for field in fields if field is not None] == [0, 0]  # a long name from its beginning
    _, points = step.two.view.chart.table()
    assert len(points) == len(dataset)
    assert points[7][2] == dataset.X[7, dataset.columns.index(str(shown[0]))]
    number = float(str(rows[0][2]))
    assert f"Correlation {number:.2f}" in step.two.view.said.text()


def test_columns_are_ranked_and_drawn_by_a_double_click(
    qtbot: QtBot, page: TrainingPage, step: ExploreStep, tmp_path: Path
) -> None:
    made = made_dataset(distance=0.1)
    made.X[:, 4] = made.y + 0.01 * made.X[:, 4]
    explore(page, made)
    step.tabs.setCurrentWidget(step.ranking)
    qtbot.waitUntil(lambda: step.ranking.model.rowCount() == len(made.columns), timeout=TIMEOUT)
    assert step.ranking.proxy.index(0, 0).data() == made.columns[4]
    step.ranking.table_export.export(tmp_path / "ranking.csv")
    first = (tmp_path / "ranking.csv").read_text(encoding="utf-8").splitlines()[1].split(",")
    assert float(first[2]) == step.ranking.model.rows[0].information
    step.ranking.table.doubleClicked.emit(step.ranking.proxy.index(0, 0))
    assert step.column_box.currentText() == made.columns[4]


def test_a_column_that_never_changes_is_said_to_and_not_drawn(page: TrainingPage, step: ExploreStep) -> None:
    made = made_dataset()
    X = made.X.copy()
    X[:, 2] = 7.0
    explore(page, replace(made, X=X))
    step.show_column(made.columns[2])
    assert not step.charts.constant.isHidden()
    assert "7 in every row" in step.charts.constant.text
    assert all(chart.isHidden() for chart in step.charts.charts)
    step.show_column(made.columns[1])
    assert step.charts.constant.isHidden()
    assert not any(chart.isHidden() for chart in step.charts.charts)


def test_genre_features_have_their_units() -> None:
    from core.features.columns import UNITS

    assert (UNITS["rolloff_mean"], UNITS["spectral_centroid_var"], UNITS["length"], UNITS["tempo"]) == (
        "Hz",
        "Hz²",
        "samples",
        "BPM",
    )
    assert UNITS["mfcc1_mean"] == UNITS["rms_var"] == ""


def test_the_columns_of_a_large_table_are_summarised_aside_once_they_are_looked_at(
    qtbot: QtBot, page: TrainingPage, step: ExploreStep
) -> None:
    dataset = made_dataset(n_columns=700)
    dataset.X[:4, 8] = np.nan
    explore(page, dataset)
    assert step.summary_proxy.rowCount() == 0
    assert not page.session.is_busy
    step.tabs.setCurrentWidget(step.summary_table)
    qtbot.waitUntil(lambda: step.summary_proxy.rowCount() == 700, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: not page.session.is_busy, timeout=TIMEOUT)
    assert f"{dataset.columns[8]} (4)" in step.missing.text()
    assert step.row_table.columnWidth(LEADING + 1) > 0


def test_summaries_and_ranks_are_put_in_order_by_any_part_and_back(
    qtbot: QtBot, page: TrainingPage, step: ExploreStep
) -> None:
    dataset = made_dataset()
    dataset.X[:, 2] = np.nan
    explore(page, dataset)
    names = [step.summary_proxy.index(place, 0).data() for place in range(6)]
    step.summary_table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    means = [float(np.mean(dataset.X[:, dataset.columns.index(one.name)])) for one in step.summaries.rows]
    assert np.isnan(means[-1]) and means[:-1] == sorted(means[:-1], reverse=True)
    assert step.summary_proxy.index(0, 0).data() == step.summaries.rows[0].name
    step.field.setText(names[1])
    assert step.summary_proxy.rowCount() == 1
    step.summary_table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    step.field.setText("")
    assert [one.name for one in step.summaries.rows] == sorted(names, reverse=True)
    step.summary_table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [one.name for one in step.summaries.rows] == names
    step.tabs.setCurrentWidget(step.ranking)
    qtbot.waitUntil(lambda: len(step.ranking.model.rows) == 6, timeout=TIMEOUT)
    step.ranking.table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    ratios = [one.f for one in step.ranking.model.rows]
    assert ratios == sorted(ratios)
