"""Which features are measured of audio is chosen in the Data step, remembered, and said beside the results."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.features.recipe import RECIPE, RECIPE_2, RECIPES
from core.jobs.data import DataRequest
from core.library import Catalogue
from core.synthesis import demo
from desktop.settings import FEATURES, LIBRARY, Settings
from desktop.training.data.step import DataStep
from desktop.training.page import TrainingPage
from desktop.training.provenance import data_in_words
from desktop.training.session import TrainingSession
from tests.core.library.records import analysed
from tests.waiting import PATIENCE_MS

Read = Callable[[DataRequest], None]


@pytest.fixture
def step(page: TrainingPage) -> DataStep:
    made = page.steps["data"]
    assert isinstance(made, DataStep)
    return made


def choose(step: DataStep, recipe: str) -> None:
    """Choose a recipe in the box, as a person does."""
    box = step.form.features_box
    box.setCurrentIndex(box.findData(recipe))
    box.activated.emit(box.currentIndex())


def wait(qtbot: QtBot, session: TrainingSession) -> None:
    qtbot.waitUntil(lambda: not session.is_busy, timeout=PATIENCE_MS)


def test_a_folder_is_read_with_the_features_that_are_chosen_and_so_is_the_next(
    qtbot: QtBot, step: DataStep, session: TrainingSession, settings: Settings, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(demo, "DATASET_SECONDS", 1.0)
    demo.write_dataset(tmp_path / "songs")
    step.open(tmp_path / "songs")
    wait(qtbot, session)
    assert session.dataset is not None and session.dataset.columns == RECIPES[RECIPE]
    assert step.form.features_box.recipe == RECIPE and step.form.features_box.isVisibleTo(step.form)
    assert [step.form.features_box.itemText(n) for n in range(2)] == ["58 of the study", "264, with rhythm and timbre"]
    assert "rhythm" not in data_in_words(session.dataset)
    choose(step, RECIPE_2)
    wait(qtbot, session)
    assert session.dataset.columns == RECIPES[RECIPE_2] and session.dataset.recipe == RECIPE_2
    assert "264 columns" in data_in_words(session.dataset)
    assert "with rhythm and timbre" in data_in_words(session.dataset)
    assert settings.get(FEATURES) == "extended"
    session.close_data()
    step.open(tmp_path / "songs")
    wait(qtbot, session)
    assert session.dataset is not None and session.dataset.recipe == RECIPE_2
    assert step.recent[0].recipe == RECIPE_2


def test_a_library_without_them_says_what_to_do_and_the_choice_leads_back(
    qtbot: QtBot, step: DataStep, session: TrainingSession, settings: Settings, tmp_path: Path
) -> None:
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        for number in range(8):
            track = catalogue.store(f"/music/{number}.wav", analysed(number, extended=number > 3))
            catalogue.add_label([track], "calm" if number % 2 else "loud")
    settings.put(LIBRARY, str(tmp_path / "library.sqlite"))
    step.open_library()
    wait(qtbot, session)
    assert session.dataset is not None and len(session.dataset) == 8
    choose(step, RECIPE_2)
    wait(qtbot, session)
    assert session.dataset is not None and len(session.dataset) == 4
    assert "analyse them again in the library" in step.form.notes.text()
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue, catalogue.raw_writing() as db:
        db.execute("UPDATE windows SET recipe = ?", (RECIPE,))
    step.open_library()
    wait(qtbot, session)
    assert session.dataset is None
    assert "or choose the 58 features of the study" in step.trouble.text
    assert step.form.features_box.isVisibleTo(step.form) and step.form.features_box.isEnabled()
    choose(step, RECIPE)
    wait(qtbot, session)
    assert session.dataset is not None and len(session.dataset) == 8
    assert settings.get(FEATURES) == "basic"


def test_a_table_offers_no_choice(read: Read, loaded: TrainingSession, step: DataStep) -> None:
    assert not step.form.features_box.isVisibleTo(step.form)
