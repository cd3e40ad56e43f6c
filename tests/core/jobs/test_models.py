"""Saving a classifier into the store, and two models asked about the same rows."""

from dataclasses import replace
from math import comb
from pathlib import Path

import numpy as np
import pytest

from core.dataset import Dataset, Remedy, apply, load_table
from core.doctor.examine import examine
from core.errors import ModelError
from core.estimators.baselines import find_baselines
from core.genre.store import StoredModel, list_models
from core.jobs.models import compare_models, has_seen, save_to_store, sign_test
from core.training.train import TrainingOptions
from core.workers.pool import Emitter
from tests.core.synthetic_genres import synthetic_rows, write_tables


def quiet() -> Emitter:
    return Emitter(lambda _: None, lambda: False)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    X, labels, artists = synthetic_rows()
    features, performers = write_tables(tmp_path_factory.mktemp("tables"), X, labels, artists)
    return load_table(features, groups_table=performers)


@pytest.fixture(scope="module")
def dataset(read: Dataset) -> Dataset:
    return apply(read, Remedy("drop_columns", "Leave out length", columns=("length",)))


def save(dataset: Dataset, key: str, name: str, folder: Path, **options: object) -> StoredModel:
    (baseline,) = find_baselines([key])
    settings = TrainingOptions((baseline,), n_folds=3, **options)  # type: ignore[arg-type]
    return save_to_store(quiet(), None, dataset, baseline, (), name, settings, folder)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def models(dataset: Dataset, read: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, StoredModel]:
    folder = tmp_path_factory.mktemp("models")
    half = read.take(np.flatnonzero(read.y != 2))  # it does not know the third class, and reads every column
    return {
        "tree": save(dataset, "tree", "A tree", folder),
        "lda": save(dataset, "lda", "Linear: one/two", folder),
        "two": save(half, "bayes", "Two classes", folder),
    }


def test_a_saved_classifier_is_in_the_store_with_its_name_both_scores_and_the_findings(
    dataset: Dataset, tmp_path: Path
) -> None:
    (baseline,) = find_baselines(["lda"])
    findings = examine(dataset, n_folds=3)
    saved = save_to_store(quiet(), None, dataset, baseline, findings, "Mine: the first", None, tmp_path)  # type: ignore[arg-type]
    assert saved.path.name == "Mine the first.gsm"
    assert saved.passport is not None
    assert saved.passport.name == "Mine: the first"
    assert set(saved.passport.scores) == {"random", "grouped"}
    assert len(saved.passport.evaluation["findings"]) == len(findings) > 0
    assert [one.name for one in list_models(tmp_path)] == ["", "Mine the first"]


def test_an_estimator_without_a_model_form_leaves_nothing_in_the_store(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be saved as a model"):
        save(dataset, "knn", "Neighbours", tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_two_models_answer_about_the_same_rows(dataset: Dataset, read: Dataset, models: dict[str, StoredModel]) -> None:
    found = compare_models(quiet(), dataset, read, models["tree"], models["lda"])
    assert found.left_out == 0 and len(found.dataset) == len(dataset)
    assert found.old.accuracy == pytest.approx(found.old.right.mean())
    assert found.gained - found.lost == pytest.approx((found.new.accuracy - found.old.accuracy) * len(dataset))
    rows = found.disagreements
    assert {int(row) for row in rows} == {
        row for row in range(len(dataset)) if found.old.words[row] != found.new.words[row]
    }
    gains = [bool(found.new.right[row]) and not found.old.right[row] for row in rows]
    assert gains == sorted(gains, reverse=True)
    for name, count, old, new in found.recalls():
        assert count == 40 and 0 <= old <= 1 and 0 <= new <= 1 and name in dataset.classes
    assert 0 < found.chance <= 1


def test_a_model_against_itself_never_disagrees(
    dataset: Dataset, read: Dataset, models: dict[str, StoredModel]
) -> None:
    found = compare_models(quiet(), dataset, read, models["lda"], models["lda"])
    assert len(found.disagreements) == 0 and found.chance == 1.0


def test_whether_a_model_has_seen_the_rows_is_told_from_the_hashes(
    dataset: Dataset, read: Dataset, models: dict[str, StoredModel]
) -> None:
    passport = models["tree"].passport
    assert passport is not None
    assert has_seen(passport, dataset) == "these rows"
    assert has_seen(passport, read) == "this table"
    elsewhere = replace(read, source=replace(read.source, sha256="1" * 64))
    assert has_seen(passport, elsewhere) == "other rows"
    assert has_seen(replace(passport, data={}), read) == "unknown"


def test_a_model_may_read_a_column_that_was_left_out_since(
    dataset: Dataset, read: Dataset, models: dict[str, StoredModel]
) -> None:
    found = compare_models(quiet(), dataset, read, models["two"], models["lda"])
    assert found.left_out == 40 and found.dataset.classes == ("calm", "loud")
    with pytest.raises(ModelError, match="“length”, which .* does not have"):
        compare_models(quiet(), dataset, dataset, models["two"], models["lda"])


def test_rows_that_were_left_out_are_not_asked_about(
    dataset: Dataset, read: Dataset, models: dict[str, StoredModel]
) -> None:
    fewer = dataset.take(np.arange(0, len(dataset), 2))
    whole = compare_models(quiet(), dataset, read, models["tree"], models["lda"])
    found = compare_models(quiet(), fewer, read, models["tree"], models["lda"])
    assert found.old.words == whole.old.words[::2]


def test_labels_that_no_model_knows_are_said(dataset: Dataset, read: Dataset, models: dict[str, StoredModel]) -> None:
    renamed = replace(dataset, classes=("x", "y", "z"))
    with pytest.raises(ModelError, match="None of the labels .* is known to both"):
        compare_models(quiet(), renamed, read, models["tree"], models["lda"])


def test_data_of_another_recipe_are_refused(dataset: Dataset, read: Dataset, models: dict[str, StoredModel]) -> None:
    with pytest.raises(ModelError, match="Train it again"):
        compare_models(quiet(), dataset, replace(read, recipe="newer"), models["tree"], models["lda"])


@pytest.mark.parametrize(("gained", "lost"), [(0, 0), (3, 3), (1, 0), (9, 2), (2, 9), (40, 61), (300, 200)])
def test_the_sign_test_sums_the_binomials_of_both_tails(gained: int, lost: int) -> None:
    n, fewer = gained + lost, min(gained, lost)
    tails = 1.0 if 2 * fewer == n else 2 * sum(comb(n, k) for k in range(fewer + 1)) / 2**n
    assert sign_test(gained, lost) == pytest.approx(tails, rel=1e-9, abs=1e-12)
