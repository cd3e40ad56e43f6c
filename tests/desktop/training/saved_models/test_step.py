"""The Models step: saving, the list, the default, sharing, what is damaged, and what is not possible."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from core.estimators.baselines import find_baselines
from core.genre.model import load_model
from core.genre.store import StoredModel, models_folder
from core.jobs.data import DataRequest
from desktop.settings import MODEL, Settings
from desktop.training.page import TrainingPage
from desktop.training.saved_models.passport_text import believed
from desktop.training.saved_models.step import ModelsStep
from desktop.training.session import TrainingSession
from desktop.widgets.notices import NoticeBar
from desktop.widgets.theme import DARK
from models import shipped_model_path
from tests.core.synthetic_genres import linear_passport, synthetic_rows, write_linear_model, write_tables
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS


@pytest.fixture
def folder() -> Path:
    """The store of this test."""
    made = models_folder()
    made.mkdir(parents=True)
    return made


@pytest.fixture
def step(qtbot: QtBot, page: TrainingPage) -> ModelsStep:
    """The step, in front, its list read."""
    page.show_step("models")
    step = page.steps["models"]
    assert isinstance(step, ModelsStep)
    qtbot.waitUntil(lambda: bool(step.model.models), timeout=TIMEOUT)
    return step


@pytest.fixture
def real(read: Callable[[DataRequest], None], session: TrainingSession, tmp_path: Path) -> TrainingSession:
    """Data with exactly the columns that this program measures."""
    X, labels, artists = synthetic_rows()
    X[:, 1:] /= 10  # within what the features can be
    X[:, 17] *= 10
    features, performers = write_tables(tmp_path, X, labels, artists)
    read(DataRequest("table", features, groups_table=performers))
    assert session.dataset is not None
    return session


def listed(qtbot: QtBot, step: ModelsStep, number: int) -> dict[str, StoredModel]:
    """What is in the list when it has `number` entries."""
    step.refresh()
    qtbot.waitUntil(lambda: len(step.model.models) == number, timeout=TIMEOUT)
    return {one.name: one for one in step.model.models}


def cell(step: ModelsStep, row: int, column: int) -> str:
    return str(step.model.index(row, column).data())


def choose(step: ModelsStep, name: str) -> None:
    step.table.selectRow(next(row for row, one in enumerate(step.model.models) if one.name == name))


def facts(step: ModelsStep) -> dict[str, str]:
    """Everything that the passport says, by its name."""
    return {name: text for section in step.details.sections for name, text in section.rows}


def said(notices: NoticeBar) -> list[str]:
    return [notice.text for notice in notices.notices()]


def test_without_data_there_is_the_shipped_model_and_a_way_to_data(step: ModelsStep, page: TrainingPage) -> None:
    assert step.needs()[0] == "" and step.status() == ""
    assert cell(step, 0, 0) == "Ten genres (shipped)"
    scores = load_model(shipped_model_path()).passport.scores
    stated = tuple(f"{scores[protocol].accuracy:.2f}" for protocol in ("random", "grouped"))
    assert (cell(step, 0, 3), cell(step, 0, 4), cell(step, 0, 6)) == (*stated, "default")
    assert not step.saver.save_button.isEnabled() and step.saver.data_button.isVisible()
    assert not step.details.default_button.isEnabled() and not step.details.remove_button.isVisible()
    step.saver.data_button.click()
    assert page.current == "data"


def test_a_passport_is_read_out_with_its_pictures(step: ModelsStep) -> None:
    read = facts(step)
    assert read["Random folds"].startswith(
        f"{load_model(shipped_model_path()).passport.scores['random'].accuracy:.2f} ± "
    )
    assert "points of the random score" in read["Rely on"]
    assert read["Rows"] == "985"
    assert len(read["SHA-256"]) == 64
    assert "onnx 1" in read["Versions"] and read["Checked"].startswith("outputs agree within")
    assert "length" in " ".join(text for one in step.details.sections for name, text in one.rows if name == "Left out")
    assert len(step.details.confusion.shares) == 10
    assert len(step.details.reliability.bins) > 5
    assert "blues" in step.details.confusion.accessibleName()


def test_a_classifier_is_saved_with_both_scores_and_can_become_the_default(
    qtbot: QtBot, step: ModelsStep, real: TrainingSession, notices: NoticeBar, settings: Settings
) -> None:
    step.saver.choose("lda")
    assert step.saver.name.text() == "features, Linear discriminant analysis"
    step.saver.name.setText("Mine: the first")
    step.saver.save_button.click()
    assert step.status() == "Saving Mine: the first" and not step.saver.save_button.isEnabled()
    qtbot.waitUntil(lambda: len(step.model.models) == 2, timeout=TIMEOUT)
    chosen = step.chosen
    assert chosen is not None and chosen.name == "Mine the first" and chosen.passport is not None
    assert cell(step, 1, 3) != "" and cell(step, 1, 4) != ""
    assert "random folds" in said(notices)[0] and "outputs agree within" in said(notices)[0]
    assert real.findings and len(chosen.passport.evaluation["findings"]) == len(real.findings)
    assert facts(step)["Table"] == "features.csv"
    assert step.status() == "1 model"
    heard: list[str] = []
    real.model_chosen.connect(heard.append)
    step.details.default_button.click()
    assert heard == ["Mine the first.gsm"] == [settings.get(MODEL)]
    assert cell(step, 1, 6) == "default" and cell(step, 0, 6) == ""
    assert step.chosen is not None and step.chosen.name == "Mine the first"


def test_what_was_trained_is_offered_first_with_its_score_and_what_has_no_form_is_disabled_with_its_reason(
    qtbot: QtBot, step: ModelsStep, loaded: TrainingSession, tmp_path: Path
) -> None:
    from core.training.train import TrainingOptions

    loaded.train(TrainingOptions(find_baselines(["tree", "knn"]), n_folds=3), tmp_path / "run")
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=TIMEOUT)
    step.enter()
    box = step.saver.estimators
    texts = [box.itemText(place) for place in range(box.count())]
    first_two = {text.split(" – ")[0] for text in texts[:2]}
    assert first_two == {"Decision tree", "Nearest neighbours"}
    assert any(text.startswith("Decision tree – grouped folds 0.") for text in texts[:2])
    model = box.model()
    for place, text in enumerate(texts):
        enabled = bool(model.flags(model.index(place, 0)) & Qt.ItemFlag.ItemIsEnabled)
        assert enabled == ("cannot be saved: " not in text)
    assert "a loop, which a model file may not hold" in next(text for text in texts if text.startswith("Nearest"))
    assert step.saver.chosen is not None and step.saver.chosen.key == "tree"  # the best that can be saved


def test_a_name_that_was_written_is_kept_and_a_suggested_one_follows_the_estimator(
    step: ModelsStep, loaded: TrainingSession
) -> None:
    step.saver.choose("tree")
    step.saver.choose("lda")
    assert step.saver.name.text() == "songs, Linear discriminant analysis"
    step.saver.name.setText("Mine")
    step.saver.choose("tree")
    assert step.saver.name.text() == "Mine"
    step.saver.name.clear()
    assert not step.saver.save_button.isEnabled()


def test_saving_can_be_cancelled_and_leaves_nothing(qtbot: QtBot, step: ModelsStep, loaded: TrainingSession) -> None:
    (baseline,) = find_baselines(["forest"])
    step.save(baseline, "Never")
    loaded.cancel()
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=TIMEOUT)
    assert [path for path in models_folder().glob("*") if path.is_file()] == []


def test_a_model_of_columns_that_are_not_measured_is_listed_but_not_for_clips(
    qtbot: QtBot, step: ModelsStep, loaded: TrainingSession, notices: NoticeBar, settings: Settings
) -> None:
    (baseline,) = find_baselines(["bayes"])
    step.save(baseline, "With brightness")
    qtbot.waitUntil(lambda: len(step.model.models) == 2, timeout=TIMEOUT)
    assert cell(step, 1, 6) == "not for clips"
    assert "“brightness”, which this program does not measure" in step.details.about.text()
    assert not step.details.default_button.isEnabled()
    assert step.chosen is not None
    step.make_default(step.chosen)
    assert settings.get(MODEL) == "" and "cannot classify clips" in said(notices)[0]


def test_a_damaged_file_and_one_of_another_recipe_say_what_to_do(qtbot: QtBot, step: ModelsStep, folder: Path) -> None:
    (folder / "broken.gsm").write_text("no model")
    write_linear_model(folder / "older.gsm", replace(linear_passport(), recipe="older"))
    listed(qtbot, step, 3)
    choose(step, "broken")
    assert step.details.state.title == "File cannot be used"
    assert "is not a Groovescope model" in step.details.state.text
    assert not step.details.default_button.isVisible() and step.details.remove_button.isVisible()
    choose(step, "older")
    assert "Train it again" in step.details.about.text()
    assert "older" in facts(step)["Recipe"]


def test_a_removed_model_can_be_brought_back_also_as_the_default(
    qtbot: QtBot, step: ModelsStep, folder: Path, notices: NoticeBar, settings: Settings
) -> None:
    write_linear_model(folder / "three.gsm")
    models = listed(qtbot, step, 2)
    step.make_default(models["three"])
    choose(step, "three")
    step.details.remove_button.click()
    qtbot.waitUntil(lambda: len(step.model.models) == 1, timeout=TIMEOUT)
    assert settings.get(MODEL) == "" and cell(step, 0, 6) == "default"
    assert said(notices)[0] == "three removed. The shipped model is the default again."
    undo = next(one for one in notices.notices()[0].findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: len(step.model.models) == 2, timeout=TIMEOUT)
    assert settings.get(MODEL) == "three.gsm" and cell(step, 1, 6) == "default"
    assert not any("removed" in text for text in said(notices))


def test_a_model_file_dropped_anywhere_on_the_tab_is_added(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path, notices: NoticeBar
) -> None:
    write_linear_model(tmp_path / "from a friend.gsm")
    page.show_step("data")
    page.take_drop([tmp_path / "from a friend.gsm"])
    step = page.steps["models"]
    assert isinstance(step, ModelsStep) and page.current == "models"
    qtbot.waitUntil(lambda: len(step.model.models) == 2, timeout=TIMEOUT)
    assert "from a friend added." in said(notices)
    assert step.chosen is not None and step.chosen.name == "from a friend"


def test_a_hostile_file_is_refused_in_a_line_and_not_kept(
    qtbot: QtBot, step: ModelsStep, folder: Path, tmp_path: Path, notices: NoticeBar
) -> None:
    (tmp_path / "evil.gsm").write_bytes(b"cos\nsystem\n(S'true'\ntR.")
    assert step.take_drop([tmp_path / "evil.gsm"])
    qtbot.waitUntil(lambda: bool(notices.notices()), timeout=TIMEOUT)
    assert said(notices) == ["Not added: evil.gsm is not a Groovescope model or is damaged; download or rebuild it."]
    assert list(folder.iterdir()) == []
    assert not step.take_drop([tmp_path / "table.csv"])


def test_a_passport_full_of_nonsense_is_shown_all_the_same(qtbot: QtBot, step: ModelsStep, folder: Path) -> None:
    odd = replace(
        linear_passport(),
        name="x" * 5000,
        data={"table": 7, "rows_used": "many", "rows_by_class": [1], "remedies": [3, {"title": ["y"]}]},
        evaluation={"findings": {"a": 1}, "confusion": [["a"]], "reliability": [[1, 2], "xyz", [0.5, 0.5, 0.5]]},
        dropped_columns={f"column {n}": "z" * 900 for n in range(200)},
    )
    write_linear_model(folder / "odd.gsm", odd)
    listed(qtbot, step, 2)
    choose(step, "odd")
    assert facts(step)["Rows"] == "many"
    assert max(len(text) for text in facts(step).values()) < 2000
    assert step.details.confusion.shares == [] and step.details.confusion.isHidden()
    assert step.details.reliability.bins == [(0.5, 0.5, 0.5)]


def test_a_shared_model_is_one_file_that_loads(
    qtbot: QtBot, step: ModelsStep, folder: Path, tmp_path: Path, notices: NoticeBar
) -> None:
    write_linear_model(folder / "three.gsm")
    model = listed(qtbot, step, 2)["three"]
    step.share(model, tmp_path / "gift.gsm")
    qtbot.waitUntil((tmp_path / "gift.gsm").exists, timeout=TIMEOUT)
    assert load_model(tmp_path / "gift.gsm").classes == ("calm", "loud", "quick")
    qtbot.waitUntil(lambda: any("Copy of three" in text for text in said(notices)), timeout=TIMEOUT)
    step.share(model, tmp_path / "no folder" / "gift.gsm")
    qtbot.waitUntil(lambda: any("could not be written" in text for text in said(notices)), timeout=TIMEOUT)


def test_return_makes_the_chosen_model_the_default_and_a_double_click_does_not(
    qtbot: QtBot, step: ModelsStep, folder: Path, settings: Settings
) -> None:
    write_linear_model(folder / "three.gsm")
    listed(qtbot, step, 2)
    choose(step, "three")
    place = step.table.visualRect(step.model.index(1, 0)).center()
    qtbot.mouseDClick(step.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert settings.get(MODEL) == ""
    step.window().activateWindow()
    step.table.setFocus()
    qtbot.waitUntil(step.table.hasFocus, timeout=TIMEOUT)  # a key runs a shortcut in the active window alone
    qtbot.keyClick(step.table, Qt.Key.Key_Return)
    assert settings.get(MODEL) == "three.gsm"


def test_the_dialogs_ask_for_model_files(qtbot: QtBot, step: ModelsStep, page: TrainingPage) -> None:
    step.ask_for_file()
    step.ask_where_to_share(step.model.models[0])
    dialogs = page.findChildren(QFileDialog)
    assert [dialog.nameFilters()[0] for dialog in dialogs] == ["Genre models (*.gsm)"] * 2
    assert dialogs[1].acceptMode() == QFileDialog.AcceptMode.AcceptSave
    for dialog in dialogs:
        dialog.reject()


def test_the_choice_stays_while_the_list_is_read_again(qtbot: QtBot, step: ModelsStep, folder: Path) -> None:
    for name in ("one", "two"):
        write_linear_model(folder / f"{name}.gsm")
    listed(qtbot, step, 3)
    choose(step, "one")
    write_linear_model(folder / "three.gsm")
    listed(qtbot, step, 4)
    assert step.chosen is not None and step.chosen.name == "one"
    step.set_theme(DARK)
    assert step.chosen is not None and step.chosen.name == "one"


# --- comparing -------------------------------------------------------------------------------------------------------


def test_comparing_without_data_says_where_to_go(
    qtbot: QtBot, step: ModelsStep, folder: Path, notices: NoticeBar
) -> None:
    write_linear_model(folder / "three.gsm")
    models = listed(qtbot, step, 2)
    choose(step, "three")
    assert [action.text() for action in step.details.compare_menu.actions()] == ["Ten genres (shipped)"]
    step.compare(models[""], models["three"])
    assert said(notices) == ["Open data first: both models are compared on its rows."]


def test_two_models_are_compared_on_the_rows_and_the_songs_they_disagree_on_can_be_heard(
    qtbot: QtBot, step: ModelsStep, real: TrainingSession, folder: Path
) -> None:
    passport = replace(linear_passport(), data={"table_sha256": "f" * 64})
    write_linear_model(folder / "old one.gsm", passport)
    (baseline,) = find_baselines(["tree"])
    step.save(baseline, "New tree")
    qtbot.waitUntil(lambda: len(step.model.models) == 3, timeout=TIMEOUT)
    choose(step, "New tree")
    action = next(one for one in step.details.compare_menu.actions() if one.text() == "old one")
    action.trigger()
    panel = step.comparison
    qtbot.waitUntil(lambda: panel.comparison is not None, timeout=TIMEOUT)
    assert step.stack.currentWidget() is panel
    assert "Fitted on another table (ffffffffffff…)" in panel.old.seen.text()
    assert "Fitted on exactly these rows" in panel.new.seen.text()
    comparison = panel.comparison
    assert comparison is not None
    assert panel.new.meaning.text() == "held out, grouped folds"  # large; what flatters is small
    held_out = believed(comparison.new.passport)
    assert held_out is not None
    assert panel.new.accuracy.text() == f"{held_out[1].accuracy:.2f}"
    assert f"On these rows {comparison.new.accuracy:.3f}" in panel.new.seen.text()
    assert panel.old.meaning.text() == "on these rows"
    assert panel.song_table.model().rowCount() == len(comparison.disagreements) > 0
    assert f"{len(comparison.disagreements):,} of 120 rows" in panel.verdict.text()
    assert panel.classes.rowCount() == 3
    assert not panel.hear_button.isEnabled() and "no audio" in panel.hear_button.toolTip()
    located = replace(
        comparison.dataset, locations=tuple(f"/music/{name}.wav" for name in comparison.dataset.row_names)
    )
    heard: list[tuple[Path, str]] = []
    step.host = replace(step.host, hear=lambda path, name: heard.append((path, name)))
    panel.show_comparison(replace(comparison, dataset=located))
    panel.song_table.selectRow(1)
    panel.hear_button.click()
    row = int(comparison.disagreements[1])
    assert heard == [(Path(f"/music/{located.row_names[row]}.wav"), located.row_names[row])]
    panel.back_button.click()
    assert step.stack.currentIndex() == 0


def test_models_that_share_no_label_with_the_data_are_refused_in_a_line(
    qtbot: QtBot, step: ModelsStep, loaded: TrainingSession, folder: Path, notices: NoticeBar
) -> None:
    write_linear_model(folder / "three.gsm")
    models = listed(qtbot, step, 2)
    step.compare(models[""], models["three"])
    qtbot.waitUntil(lambda: bool(notices.notices()), timeout=TIMEOUT)
    assert "compare on other data" in said(notices)[0]
    assert step.stack.currentIndex() == 0
