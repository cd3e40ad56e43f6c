"""Folds: every row held out once, classes in their share, groups never parted, the impossible refused."""

from dataclasses import replace

import numpy as np
import pytest

from core.errors import DatasetError
from core.training.protocols import classes_too_small, folds, possible_protocols
from tests.core.training.data import made_dataset


@pytest.mark.parametrize("protocol", ["random", "grouped"])
def test_every_row_is_held_out_once_in_each_repetition(protocol: str) -> None:
    dataset = made_dataset()
    made = folds(dataset, protocol, n_folds=4, repeats=2, seed=1)  # type: ignore[arg-type]
    assert [(fold.repeat, fold.number) for fold in made] == [(r, n) for r in range(2) for n in range(4)]
    for repeat in range(2):
        held_out = np.concatenate([fold.test for fold in made if fold.repeat == repeat])
        assert sorted(held_out) == list(range(len(dataset)))
    for fold in made:
        assert not set(fold.train) & set(fold.test)
        assert np.bincount(dataset.y[fold.test]).min() >= 5


def test_groups_are_never_parted_by_grouped_folds_but_by_random_ones() -> None:
    dataset = made_dataset()
    assert dataset.groups is not None

    def shared(protocol: str) -> int:
        made = folds(dataset, protocol)  # type: ignore[arg-type]
        groups = dataset.groups
        assert groups is not None
        return sum(len(set(groups[fold.train]) & set(groups[fold.test])) for fold in made)

    assert shared("grouped") == 0
    assert shared("random") > 0


def test_the_same_seed_gives_the_same_folds_and_another_gives_others() -> None:
    dataset = made_dataset()
    one, same, other = (folds(dataset, "random", seed=seed)[0].test.tolist() for seed in (5, 5, 6))
    assert one == same != other


def test_a_fixed_split_judges_on_the_part_asked_for() -> None:
    dataset = made_dataset(split=True)
    assert dataset.split is not None
    (fold,) = folds(dataset, "split")
    assert set(dataset.split[fold.train]) == {"train"} and set(dataset.split[fold.test]) == {"test"}
    (fold,) = folds(dataset, "split", held_out="valid")
    assert set(dataset.split[fold.test]) == {"valid"}


def test_a_split_without_test_rows_is_judged_on_its_valid_rows() -> None:
    dataset = made_dataset(split=True)
    assert dataset.split is not None
    dataset = replace(dataset, split=np.where(dataset.split == "test", "valid", dataset.split))
    (fold,) = folds(dataset, "split")
    assert dataset.split is not None and set(dataset.split[fold.test]) == {"valid"}


def test_classes_too_small_for_the_folds_are_named_with_the_remedy() -> None:
    dataset = made_dataset(counts=(30, 30, 4))
    with pytest.raises(DatasetError, match="“class c” has 4 rows, too few for 5 random folds; use 4 folds"):
        folds(dataset, "random")
    with pytest.raises(DatasetError, match="“class c” has 2 groups, too few for 5 grouped folds; use 2 folds"):
        folds(dataset, "grouped")
    assert classes_too_small(dataset, "grouped", 5) == {"class c": 2}


def test_one_group_for_all_and_no_groups_are_refused() -> None:
    dataset = made_dataset()
    with pytest.raises(DatasetError, match="has 1 group, too few"):
        folds(replace(dataset, groups=np.zeros(len(dataset), dtype=np.int64)), "grouped")
    with pytest.raises(DatasetError, match="has no groups; choose a column"):
        folds(replace(dataset, groups=None), "grouped")


def test_possible_protocols_say_why_the_others_are_not() -> None:
    reasons = possible_protocols(made_dataset())
    assert reasons["random"] is None and reasons["grouped"] is None
    assert "has no fixed split" in str(reasons["split"])
