"""Scores over folds: the right way round, the same on any executor, as they come; failures are rows."""

import math
from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import f1_score, precision_score, recall_score

from core.errors import DatasetError
from core.estimators.baselines import find_baselines
from core.progress import Cancelled
from core.training.cross_validation import FoldScore, cross_validate
from core.training.protocols import folds
from core.training.summary import gap_in_words, summarise
from core.workers.pool import WorkerPool
from tests.core.training.data import made_dataset
from tests.core.training.jobs import NEAREST, REFUSING

QUICK = find_baselines(["bayes", "logistic", "tree"])


def without_times(scores: list[FoldScore]) -> list[FoldScore]:
    return [replace(score, fit_seconds=0.0) for score in scores]


def test_the_same_scores_in_this_process_and_in_two() -> None:
    dataset = made_dataset()
    baselines = (*QUICK, *find_baselines(["mlp", "kernel"]))
    here = cross_validate(dataset, baselines, ["random", "grouped"], None, n_folds=3)
    with WorkerPool(2, threads_per_worker=1) as pool:
        there = cross_validate(dataset, baselines, ["random", "grouped"], pool, n_folds=3)
    assert without_times(there.scores) == without_times(here.scores)
    for one, other in zip(here.outcomes, there.outcomes, strict=True):
        np.testing.assert_array_equal(one.probabilities, other.probabilities)


def test_precision_and_recall_are_the_right_way_round_on_unbalanced_classes() -> None:
    dataset = made_dataset(counts=(80, 25, 12), distance=0.4, group_size=1)
    result = cross_validate(dataset, QUICK, ["random"], None, n_folds=3)
    differences = []
    for score, outcome in zip(result.scores, result.outcomes, strict=True):
        y_true = dataset.y[outcome.test]
        expected = {
            "precision": precision_score(y_true, outcome.predicted, average="macro", zero_division=0),
            "recall": recall_score(y_true, outcome.predicted, average="macro", zero_division=0),
            "f1": f1_score(y_true, outcome.predicted, average="macro", zero_division=0),
        }
        differences.append(abs(expected["precision"] - expected["recall"]))
        for name, value in expected.items():
            assert getattr(score, name) == pytest.approx(value)
        assert score.accuracy == pytest.approx((y_true == outcome.predicted).mean())
    assert max(differences) > 0.05


def test_an_estimator_that_fails_is_a_row_with_its_error() -> None:
    told: list[FoldScore] = []
    result = cross_validate(made_dataset(), [QUICK[0], REFUSING], ["random"], None, n_folds=3, on_score=told.append)
    rows = [score for score in result.scores if score.estimator == "refusing"]
    assert len(rows) == 3 and all("C" in str(row.error) and math.isnan(row.accuracy) for row in rows)
    assert len(told) == 6
    good, bad = summarise(result.scores)
    assert good.accuracy is not None and good.n_failed == 0
    assert bad.accuracy is None and bad.n_failed == 3 and bad.error
    with pytest.raises(KeyError):
        result.held_out("refusing", "random")


def test_an_impossible_protocol_is_refused_before_the_first_fit() -> None:
    told: list[FoldScore] = []
    with pytest.raises(DatasetError, match="has no groups"):
        cross_validate(replace(made_dataset(), groups=None), QUICK, ["random", "grouped"], None, on_score=told.append)
    assert not told


def test_missing_numbers_are_filled_from_the_training_rows() -> None:
    dataset = made_dataset()
    X = dataset.X.copy()
    X[::5, 0] = np.nan
    X[:, 1] = np.nan  # a column without any number
    scores = cross_validate(replace(dataset, X=X), find_baselines(["all"])[:3], ["random"], None, n_folds=3).scores
    assert all(score.error is None and score.accuracy > 0.5 for score in scores)


def test_cancelling_between_fits_passes_on() -> None:
    def stop(fraction: float, text: str) -> None:
        if fraction > 0:
            raise Cancelled

    told: list[FoldScore] = []
    with pytest.raises(Cancelled):
        cross_validate(made_dataset(), QUICK, ["random"], None, on_score=told.append, report=stop)
    assert len(told) == 1


def test_held_out_predictions_cover_every_row_once() -> None:
    dataset = made_dataset()
    result = cross_validate(dataset, QUICK, ["grouped"], None, n_folds=3)
    held_out = result.held_out("logistic", "grouped")
    assert sorted(held_out.rows) == list(range(len(dataset)))
    assert held_out.probabilities is not None
    np.testing.assert_array_equal(held_out.y_true, dataset.y[held_out.rows])
    assert held_out.scores().accuracy == pytest.approx(
        np.average([s.accuracy for s in result.scores if s.estimator == "logistic"],
                   weights=[len(fold.test) for fold in folds(dataset, "grouped", n_folds=3)])
    )  # fmt: skip


def test_support_vectors_get_probabilities_where_they_are_asked_for() -> None:
    (svm,) = find_baselines(["svm-rbf"])
    plain = cross_validate(made_dataset(), [svm], ["random"], None, n_folds=3)
    sure = cross_validate(made_dataset(), [svm], ["random"], None, n_folds=3, probabilities=True)
    assert plain.held_out("svm-rbf", "random").probabilities is None
    assert sure.held_out("svm-rbf", "random").probabilities is not None


def test_the_gap_between_protocols_is_explained() -> None:
    dataset = made_dataset(group_spread=2.0, distance=0.5, group_size=5, counts=(60, 60, 60))
    random, grouped = summarise(cross_validate(dataset, [NEAREST], ["random", "grouped"], None).scores)
    assert random.accuracy is not None and grouped.accuracy is not None
    assert random.accuracy.mean > grouped.accuracy.mean + 0.1
    text = gap_in_words("Nearest", random, grouped, "artist")
    assert "For a new artist, rely on the grouped score" in text
    assert f"{100 * grouped.accuracy.mean:.0f} % with artist-grouped folds" in text
    assert "no difference beyond chance" in gap_in_words("Nearest", random, random, "artist")


@pytest.mark.parametrize("protocol", ["random", "grouped"])
def test_the_reference_table_gives_the_documented_accuracies(shared_data: object, protocol: str) -> None:
    """Two quick estimators of the table in FEATURES.md; the others take minutes and are run by hand."""
    from pathlib import Path

    from core.dataset import load_table

    folder = Path(str(shared_data))
    dataset = load_table(folder / "features.csv", groups_table=folder / "artists.csv", drop=("length",))
    expected = {"random": {"lda": 0.72, "svm-quantile": 0.75}, "grouped": {"lda": 0.59, "svm-quantile": 0.60}}
    result = cross_validate(dataset, find_baselines(["lda", "svm-quantile"]), [protocol], None)  # type: ignore[list-item]
    for summary in summarise(result.scores):
        assert summary.accuracy is not None
        assert summary.accuracy.mean == pytest.approx(expected[protocol][summary.estimator], abs=0.035)


def test_where_it_takes_long_the_quick_ones_come_first_and_the_scores_are_in_their_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    baselines = [replace(one, seconds=seconds) for one, seconds in zip(QUICK, (30.0, 5.0, 10.0), strict=True)]
    told: list[FoldScore] = []
    keys = [one.key for one in baselines for _ in range(3)]
    for longest, order in ((1e9, keys), (1.0, [keys[place] for place in (3, 4, 5, 6, 7, 8, 0, 1, 2)])):
        monkeypatch.setattr("core.training.cross_validation.LONG_SECONDS", longest)
        told.clear()
        result = cross_validate(made_dataset(), baselines, ["random"], None, n_folds=3, on_score=told.append)
        assert [one.estimator for one in told] == order
        assert [one.estimator for one in result.scores] == keys
