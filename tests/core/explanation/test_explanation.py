"""Importances, reasons for one song, and trees: each checked against data whose answer is known."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from core.dataset import Dataset
from core.errors import ModelError
from core.estimators.baselines import find_baselines
from core.estimators.grids import GRIDS
from core.explanation import ColumnGroup, column_groups, importances, reasons_for, tree_of, trees_in
from core.explanation.importance import shuffled_columns
from core.features.recipe import GENRE_COLUMNS
from core.progress import Cancelled
from core.training.fitting import fit
from core.workers.pool import WorkerPool
from tests.core.training.data import made_dataset

FOREST = GRIDS["forest"].candidate({"n_estimators": 10, "max_depth": 4})
BOOSTING = GRIDS["boosting"].candidate({"n_estimators": 5, "max_depth": 2})


def telling_dataset() -> Dataset:
    """Only columns 2 and 3, which are nearly the same, tell the class; the others are noise."""
    dataset = made_dataset(counts=(80, 80))
    random = np.random.default_rng(2)
    X = random.normal(size=dataset.X.shape)
    X[:, 2] = dataset.y * 3 + random.normal(size=len(X))
    X[:, 3] = X[:, 2] + random.normal(scale=0.05, size=len(X))
    return replace(dataset, X=X, groups=None)


def test_every_column_of_the_genre_table_is_in_one_group() -> None:
    groups = column_groups(GENRE_COLUMNS)
    assert sorted(place for group in groups for place in group.places) == list(range(58))
    by_name = {group.name: group.columns for group in groups}
    assert by_name["Tempo"] == ("tempo",) and by_name["DC offset"] == ("harmony_mean", "perceptr_mean")
    assert "mfcc1_mean" in by_name["Timbre, broad (first MFCCs)"]
    assert "mfcc14_var" in by_name["Timbre, fine (high MFCCs)"]
    assert 8 <= len(groups) <= 13
    assert column_groups(["mood", "mfcc_0_mean"])[0].name == "mood"


def test_correlated_columns_shuffled_together_show_what_they_are_worth() -> None:
    dataset = telling_dataset()
    forest = GRIDS["forest"].candidate({"n_estimators": 40, "max_depth": 4, "max_features": 1})
    alone = importances(dataset, forest, "random", None, n_folds=3)
    together = (ColumnGroup("both", (2, 3), ("column 2", "column 3")), ColumnGroup("noise", (0, 1, 4, 5), ()))
    grouped = importances(dataset, forest, "random", None, n_folds=3, groups=together)
    assert [one.group.name for one in grouped] == ["both", "noise"]
    best = max(one.permutation for one in alone)
    assert grouped[0].permutation > best + 0.03
    assert grouped[0].permutation > 0.3 and abs(grouped[1].permutation) < 0.1
    assert grouped[0].impurity is not None and grouped[0].impurity > 0.5


def test_the_most_important_stands_first_also_in_processes() -> None:
    dataset = telling_dataset()
    here = importances(dataset, FOREST, "random", None, n_folds=3)
    with WorkerPool(1, threads_per_worker=1) as pool:
        assert importances(dataset, FOREST, "random", pool, n_folds=3) == here
    assert {here[0].group.name, here[1].group.name} == {"column 2", "column 3"}
    losses = [one.permutation for one in here]
    assert losses == sorted(losses, reverse=True)
    bayes = importances(dataset, find_baselines(["bayes"])[0], "random", None, n_folds=3)
    assert all(one.impurity is None for one in bayes)


def softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def test_shares_add_up_to_what_is_said_of_the_song() -> None:
    weights = np.random.default_rng(1).normal(size=(4, 3))
    X = np.random.default_rng(2).normal(size=(50, 4))
    reasons = reasons_for(X[7], X, lambda rows: softmax(rows @ weights), list("abcd"), list("xyz"), orders=40)
    np.testing.assert_allclose(reasons.shares.sum(axis=0), reasons.probabilities - reasons.typical, atol=1e-12)
    np.testing.assert_allclose(reasons.shares.sum(axis=1), 0, atol=1e-12)  # what speaks for one speaks against others


def test_a_column_that_is_not_read_has_no_share_and_the_one_that_is_has_all() -> None:
    X = np.random.default_rng(2).normal(size=(200, 3))
    X[0] = (0.0, 5.0, 0.0)
    reasons = reasons_for(X[0], X[1:], lambda rows: softmax(rows[:, [1]] * [[1.0, -1.0]]), list("abc"), ["hi", "lo"])
    np.testing.assert_allclose(reasons.shares[[0, 2]], 0, atol=1e-12)
    assert reasons.shares[1, 0] > 0.4
    assert reasons.of_class(0)[0][0].columns == ("b",)
    assert reasons.in_words(0).startswith("hi: 100 % (on average") and "For: b (+" in reasons.in_words(0)
    assert "Against: b (-" in reasons.in_words(1)


def test_sampled_shares_are_shapley_values_within_their_noise() -> None:
    def interacting(rows: NDArray[np.float64]) -> NDArray[np.float64]:
        on = rows[:, 0] * rows[:, 1] + rows[:, 2]
        return np.stack([on / 2, 1 - on / 2], axis=1)

    background = np.zeros((10, 3))
    reasons = reasons_for(np.ones(3), background, interacting, list("abc"), ["on", "off"], orders=400)
    np.testing.assert_allclose(reasons.shares[:, 0], [0.25, 0.25, 0.5], atol=0.03)
    assert (np.abs(reasons.shares[:, 0] - [0.25, 0.25, 0.5]) <= 4 * reasons.noise[:, 0] + 1e-12).all()


def test_reasons_can_be_cancelled() -> None:
    def stop(fraction: float, text: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        reasons_for(np.ones(2), np.zeros((3, 2)), softmax, list("ab"), list("xy"), report=stop)


@pytest.mark.parametrize("kind", ["tree", "forest", "boosting"])
def test_a_path_through_a_tree_follows_its_questions_in_the_columns_units(kind: str) -> None:
    dataset = telling_dataset()
    baseline = {"tree": find_baselines(["tree"])[0], "forest": FOREST, "boosting": BOOSTING}[kind]
    fitted = fit(baseline.build(dataset.columns, 1), dataset, np.arange(len(dataset)))
    n_trees, n_classes = trees_in(fitted)
    assert (n_trees, n_classes) == {"tree": (1, 1), "forest": (10, 1), "boosting": (5, 1)}[kind]
    tree = tree_of(fitted, dataset.columns, dataset.classes, n_trees - 1)
    assert tree.in_units and tree.nodes[0].depth == 0
    for row in dataset.X[::17]:
        path = tree.path(fitted, row)
        assert path[0] == 0 and tree.nodes[path[-1]].column is None
        for place, following in pairwise(path):
            node = tree.nodes[place]
            assert node.column is not None
            value = row[dataset.columns.index(node.column)]
            assert following == (node.left if value <= node.threshold else node.right)
    if kind != "boosting":
        assert all(sum(node.values) == pytest.approx(1) for node in tree.nodes)


def test_boosting_of_several_classes_has_a_tree_for_each() -> None:
    dataset = made_dataset()
    fitted = fit(BOOSTING.build(dataset.columns, 1), dataset, np.arange(len(dataset)))
    assert trees_in(fitted) == (5, 3)
    assert tree_of(fitted, dataset.columns, dataset.classes, 2, for_class=1).for_class == 1
    with pytest.raises(IndexError):
        tree_of(fitted, dataset.columns, dataset.classes, 9)


def test_an_estimator_without_trees_says_so() -> None:
    dataset = made_dataset()
    fitted = fit(find_baselines(["logistic"])[0].build(dataset.columns, 1), dataset, np.arange(len(dataset)))
    with pytest.raises(ModelError, match="LogisticRegression is not made of trees"):
        trees_in(fitted)


def test_columns_are_weighed_one_by_one_and_of_many_only_those_that_differ_between_classes() -> None:
    dataset = made_dataset()
    columns = shuffled_columns(dataset)
    assert [one.columns for one in columns] == [(name,) for name in dataset.columns]
    dataset.X[:, 4] = dataset.y + 0.01 * dataset.X[:, 4]
    few = shuffled_columns(dataset, 2)
    assert len(few) == 2
    assert dataset.columns[4] in [one.name for one in few]
    found = importances(dataset, find_baselines(["tree"])[0], "random", None, n_folds=3, groups=few)
    assert found[0].group.name == dataset.columns[4]
    assert found[0].impurity is not None
