from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.estimators.baselines import BASELINES
from core.training.protocols import protocols_for
from core.training.run_places import new_run_folder
from core.training.train import TrainingOptions
from desktop.training.evaluation.confusion_matrix import ConfusionMatrix
from desktop.training.evaluation.step import EvaluationStep
from desktop.training.page import TrainingPage
from desktop.training.session import TrainingSession, Validated
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS


@pytest.fixture
def step(page: TrainingPage) -> EvaluationStep:
    made = page.steps["evaluation"]
    assert isinstance(made, EvaluationStep)
    return made


@pytest.fixture(scope="module")
def trained() -> dict[str, Validated]:
    """What the first test has trained, for all others."""
    return {}


@pytest.fixture
def judged(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, step: EvaluationStep, trained: dict[str, Validated]
) -> EvaluationStep:
    """Four quick estimators, judged in both protocols."""
    assert loaded.dataset is not None
    if trained:
        run = trained["run"]
        loaded._take_training(loaded.dataset, run.options, run.folder, run.result)
    else:
        chosen = tuple(one for one in BASELINES if one.key in ("bayes", "tree", "svm-linear", "knn"))
        loaded.train(TrainingOptions(chosen, protocols_for(loaded.dataset)), new_run_folder("test"))
        qtbot.waitUntil(lambda: not loaded.is_busy, timeout=TIMEOUT)
        assert loaded.validated_run is not None
        trained["run"] = loaded.validated_run
    page.show_step("evaluation")
    return step


def wait(qtbot: QtBot, step: EvaluationStep) -> None:
    qtbot.waitUntil(lambda: not step.session.is_busy, timeout=TIMEOUT)


def test_before_training_the_step_says_where_to_go(page: TrainingPage, step: EvaluationStep) -> None:
    page.show_step("evaluation")
    assert page.state.title == "Nothing trained yet"


def test_the_best_three_of_the_grouped_folds_are_compared_first(judged: EvaluationStep) -> None:
    assert judged.protocol == "grouped"
    run = judged.session.validated_run
    assert run is not None
    means = {one.estimator: one.accuracy.mean for one in run.summaries if one.protocol == "grouped" and one.accuracy}
    best = sorted(means, key=lambda key: -means[key])[:3]
    assert [one.key for one in judged.compared] == best
    assert judged.classes.model.rowCount() == 3
    assert judged.classes.model.columnCount() == 2 + 9
    assert [chart.title.text() for chart in judged.classes.charts] == [
        "Precision of each class", "Recall of each class", "F1 of each class"
    ]  # fmt: skip
    drawn = [row[0] for row in judged.classes.charts[1].table()[1]]
    assert list(dict.fromkeys(drawn)) == [one.name for one in judged.compared]


def test_scores_of_each_class_are_written_as_they_are_sorted(judged: EvaluationStep, tmp_path: Path) -> None:
    import csv

    table = judged.classes.table
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    judged.classes.table_export.export(tmp_path / "classes.csv")
    heading, *rows = list(csv.reader((tmp_path / "classes.csv").open(encoding="utf-8", newline="")))
    assert heading[:2] == ["Class", "Rows"]
    assert heading[2].startswith("Precision ")
    precisions = [float(row[2]) for row in rows]
    assert len(rows) == 3
    assert precisions == sorted(precisions, reverse=True)
    scores = judged._held_out()[0][1].by_class()
    assert sorted(precisions) == sorted(one.precision for one in scores)


def test_the_same_estimator_twice_is_shown_once(judged: EvaluationStep) -> None:
    judged.boxes[1].setCurrentIndex(judged.boxes[1].findData(judged.boxes[0].currentData()))
    judged.boxes[2].setCurrentIndex(0)
    assert len(judged.compared) == 1
    assert judged.confusion.matrices[1].isHidden()


def test_a_cell_of_the_confusion_lists_exactly_its_songs(judged: EvaluationStep, tmp_path: Path) -> None:
    matrix = judged.confusion.matrices[0]
    true, predicted = (int(one) for one in np.argwhere(matrix.counts > 0)[0])
    matrix.cell_opened.emit(true, predicted)
    songs = judged.confusion.songs.model.songs
    assert len(songs) == matrix.counts[true, predicted]
    assert {song.true for song in songs} == {matrix.classes[true]}
    assert {song.predicted for song in songs} == {matrix.classes[predicted]}
    judged.confusion.songs.table_export.export(tmp_path / "cell.csv")
    written = (tmp_path / "cell.csv").read_text(encoding="utf-8").splitlines()
    assert written[0] == "row,name,true,predicted,probability"
    assert [line.split(",")[0] for line in written[1:]] == [str(song.row) for song in songs]
    assert not judged.confusion.songs.hear_button.isEnabled()
    assert "no audio" in judged.confusion.songs.said.text()


def test_importances_are_weighed_on_request_and_sorted(qtbot: QtBot, judged: EvaluationStep) -> None:
    judged.boxes[0].setCurrentIndex(judged.boxes[0].findData("tree"))
    qtbot.mouseClick(judged.importance.button, Qt.MouseButton.LeftButton)
    wait(qtbot, judged)
    columns, rows = judged.importance.charts[0].table()
    lost = [float(str(row[1])) for row in rows]
    assert lost == sorted(lost, reverse=True)
    assert columns[0] == "group"
    assert all(row[3] is not None for row in rows)
    assert "rely on the purple" in judged.importance.said.text()


def test_columns_of_two_estimators_are_weighed_side_by_side(qtbot: QtBot, judged: EvaluationStep) -> None:
    judged.boxes[0].setCurrentIndex(judged.boxes[0].findData("tree"))
    judged.boxes[1].setCurrentIndex(judged.boxes[1].findData("bayes"))
    judged.tabs.setCurrentWidget(judged.importance)
    qtbot.mouseClick(judged.importance.by_buttons["columns"], Qt.MouseButton.LeftButton)
    assert judged.importance.stack.currentIndex() == 0
    qtbot.mouseClick(judged.importance.button, Qt.MouseButton.LeftButton)
    wait(qtbot, judged)
    assert judged.session.dataset is not None
    for chart in judged.importance.charts:
        assert not chart.isHidden()
        assert {row[0] for row in chart.table()[1]} == set(judged.session.dataset.columns)
    qtbot.mouseClick(judged.importance.order_buttons["own"], Qt.MouseButton.LeftButton)
    own = [float(str(row[3])) for row in judged.importance.charts[0].table()[1]]
    assert own == sorted(own, reverse=True)
    assert all(row[3] is None for row in judged.importance.charts[1].table()[1])
    qtbot.mouseClick(judged.importance.by_buttons["kinds"], Qt.MouseButton.LeftButton)
    assert judged.importance.stack.currentIndex() == 0


def test_a_tree_is_drawn_with_the_way_of_the_chosen_song(qtbot: QtBot, judged: EvaluationStep, tmp_path: Path) -> None:
    assert judged.session.dataset is not None
    judged.reasons.choose(7)
    judged.tabs.setCurrentWidget(judged.tree)
    qtbot.mouseClick(judged.tree.button, Qt.MouseButton.LeftButton)
    wait(qtbot, judged)
    tree = judged.tree.view._tree
    assert tree is not None
    assert tree.path[0] == 0
    assert tree.nodes[tree.path[-1]].left is None
    assert set(tree.path) <= set(judged.tree.view._boxes)
    root = judged.tree.view.words(0)
    assert "≤" in root
    judged.tree.export_button.export(tmp_path / "tree.svg")
    drawn = (tmp_path / "tree.svg").read_text(encoding="utf-8")
    assert root.split(" ≤")[0] in drawn
    assert "unfold" not in drawn
    assert all(name in judged.tree.legend.text().replace("&nbsp;", " ") for name in judged.session.dataset.classes)
    judged.tree.view.toggle(0)
    assert list(judged.tree.view._boxes) == [0]


def test_a_song_is_explained_by_an_estimator_that_had_not_seen_it(qtbot: QtBot, judged: EvaluationStep) -> None:
    judged.boxes[0].setCurrentIndex(judged.boxes[0].findData("bayes"))
    judged._explain(11, "bayes")
    wait(qtbot, judged)
    found = judged.reasons._found
    assert found is not None
    assert found.row == 11
    assert found.left_out == 3
    assert judged.tabs.currentWidget() is judged.reasons
    assert "song 011.wav: true class odd" in judged.reasons.said.text()
    assert judged.reasons.class_box.count() == 3


def test_the_estimator_whose_cell_was_opened_is_the_one_that_is_asked_why(qtbot: QtBot, judged: EvaluationStep) -> None:
    matrix = judged.confusion.matrices[1]
    true, predicted = (int(one) for one in np.argwhere(matrix.counts > 0)[0])
    matrix.cell_opened.emit(true, predicted)
    qtbot.mouseClick(judged.confusion.songs.explain_button, Qt.MouseButton.LeftButton)
    wait(qtbot, judged)
    assert judged.reasons.estimator == judged.compared[1].key
    assert f"({judged.compared[1].name})" in judged.reasons.chart.title.text()


def test_reasons_of_one_are_never_shown_under_the_name_of_another(qtbot: QtBot, judged: EvaluationStep) -> None:
    judged._explain(11, judged.compared[0].key)
    judged.reasons.choose_estimator(judged.compared[1].key)
    wait(qtbot, judged)
    assert judged.reasons._found is None
    assert judged.reasons.estimator == judged.compared[1].key


def test_the_mistakes_of_the_one_that_is_asked_are_offered_first(qtbot: QtBot, judged: EvaluationStep) -> None:
    judged.tabs.setCurrentWidget(judged.reasons)
    for place, baseline in enumerate(judged.compared):
        judged.reasons.estimator_box.setCurrentIndex(place)
        songs = judged.reasons.mistakes.model.songs
        run = judged.session.validated_run
        assert run is not None
        assert len(songs) == len(run.validation.held_out(baseline.key, judged.protocol).mistaken_places())
        assert all(song.true != song.predicted for song in songs)


def curves_shown(qtbot: QtBot, judged: EvaluationStep) -> None:
    judged.tabs.setCurrentWidget(judged.curves)
    qtbot.waitUntil(lambda: judged.curves.stack.currentIndex() == 1, timeout=TIMEOUT)


def test_curves_of_each_class_have_their_areas_beside_them(qtbot: QtBot, judged: EvaluationStep) -> None:
    judged.boxes[0].setCurrentIndex(judged.boxes[0].findData("bayes"))
    curves_shown(qtbot, judged)
    run = judged.session.validated_run
    assert run is not None
    areas = run.validation.held_out("bayes", judged.protocol).areas()
    assert [judged.curves.model.index(row, 2).data() for row in range(3)] == [f"{area:.3f}" for area in areas]
    _, rows = judged.curves.chart.table()
    assert {row[1] for row in rows} == set(run.dataset.classes)
    for kind, title in (("precision_recall", "Precision–recall"), ("lift", "Lift")):
        qtbot.mouseClick(judged.curves.kind_buttons[kind], Qt.MouseButton.LeftButton)
        assert judged.curves.chart.title.text().startswith(title)


def test_a_class_chosen_in_the_table_compares_the_estimators(qtbot: QtBot, judged: EvaluationStep) -> None:
    curves_shown(qtbot, judged)
    judged.curves.table.selectRow(1)
    name = judged.curves.table.model().index(1, 0).data()
    assert judged.curves.class_box.currentText() == name
    _, rows = judged.curves.chart.table()
    assert {row[1] for row in rows} == {name}
    with_curves = [one for one, found in judged._held_out() if found.probabilities is not None]
    assert {row[0] for row in rows} == {one.name for one in with_curves}


def test_estimators_without_probabilities_are_named_beside_the_curves(qtbot: QtBot, judged: EvaluationStep) -> None:
    judged.boxes[0].setCurrentIndex(judged.boxes[0].findData("svm-linear"))
    judged.boxes[1].setCurrentIndex(judged.boxes[1].findData("bayes"))
    judged.boxes[2].setCurrentIndex(0)
    curves_shown(qtbot, judged)
    assert "svm" in judged.curves.without.full_text.casefold()
    judged.boxes[1].setCurrentIndex(0)
    qtbot.waitUntil(lambda: judged.curves.state.title == "No curves", timeout=TIMEOUT)


def test_estimators_without_probabilities_say_so_under_calibration(judged: EvaluationStep) -> None:
    judged.boxes[0].setCurrentIndex(judged.boxes[0].findData("svm-linear"))
    assert "has no probabilities" in judged.calibration.said.text()
    assert "points on average" in judged.calibration.said.text()


def test_songs_with_audio_are_heard(
    qtbot: QtBot, page: TrainingPage, judged: EvaluationStep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from resources import resource_path

    run = judged.session.validated_run
    assert run is not None
    audible = replace(run.dataset, locations=(str(resource_path("demo.flac")),) * len(run.dataset))
    judged.session.validated_run = replace(run, dataset=audible)
    judged.session.validated.emit()
    matrix = judged.confusion.matrices[0]
    true, predicted = (int(one) for one in np.argwhere(matrix.counts > 0)[0])
    matrix.cell_opened.emit(true, predicted)
    qtbot.mouseClick(judged.confusion.songs.hear_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.audition.player.path == resource_path("demo.flac"))
    assert page.audition.track_id is not None


@pytest.mark.parametrize("n_classes", [2, 10, 30])
def test_the_matrix_is_walked_by_keys_and_opened_by_return(qtbot: QtBot, n_classes: int) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(500, 500)
    names = [f"a class with a rather long name {number}" for number in range(n_classes)]
    matrix.show_counts(names, np.arange(n_classes**2).reshape(n_classes, n_classes))
    matrix.show()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(matrix, key)
    with qtbot.waitSignal(matrix.cell_opened) as opened:
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert opened.args == [0, min(2, n_classes - 1)]
    assert names[0] in matrix.accessibleName()
    with qtbot.waitSignal(matrix.cell_opened) as clicked:
        box = matrix._box(1, 0)
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert clicked.args == [1, 0]
