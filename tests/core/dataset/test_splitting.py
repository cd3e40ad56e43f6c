"""A fixed split that is made: shares, classes and groups as asked for, the same for the same seed."""

from dataclasses import replace

import numpy as np
import pytest

from core.dataset import Dataset, apply
from core.dataset.splitting import USUAL, parts_from, split_remedy
from core.errors import DatasetError
from tests.core.training.data import made_dataset


def shares(dataset: Dataset) -> list[float]:
    assert dataset.split is not None
    return [float((dataset.split == part).mean()) for part in ("train", "valid", "test")]


@pytest.mark.parametrize("parts", [USUAL, (70, 15, 15), (80, 0, 20), (60, 40, 0)])
@pytest.mark.parametrize("grouped", [False, True])
def test_every_class_has_its_share_of_every_part(parts: tuple[int, int, int], grouped: bool) -> None:
    dataset = made_dataset(counts=(200, 100), group_size=2)
    dataset = dataset if grouped else replace(dataset, groups=None)
    made = apply(dataset, split_remedy(dataset, parts, 20))
    np.testing.assert_allclose(shares(made), np.array(parts) / 100, atol=0.03 if grouped else 0.005)
    assert made.split is not None
    for part in np.unique(made.split):
        assert abs((made.y[made.split == part] == 0).mean() - 2 / 3) < 0.12
    if grouped:
        assert dataset.groups is not None
        assert all(len(np.unique(made.split[dataset.groups == one])) == 1 for one in np.unique(dataset.groups))


def test_the_same_seed_makes_the_same_split_and_another_another() -> None:
    dataset = made_dataset()
    (one, again, other) = (apply(dataset, split_remedy(dataset, USUAL, seed)) for seed in (20, 20, 21))
    assert one.split is not None and again.split is not None and other.split is not None
    assert (one.split == again.split).all() and (one.split != other.split).any()
    assert one.fingerprint == again.fingerprint != dataset.fingerprint


@pytest.mark.parametrize("text", ["", "80", "80/10", "80/10/5", "80/10/ten", "100/0/0", "0/50/50", "110/-10/0"])
def test_what_makes_no_split_is_refused(text: str) -> None:
    with pytest.raises(DatasetError) as refused:
        parts_from(text)
    assert refused.value.code == "dataset.no_parts"


def test_rows_that_are_too_few_are_told() -> None:
    few = made_dataset(counts=(3, 3), group_size=3)
    for dataset in (few, replace(few, groups=None)):
        with pytest.raises(DatasetError):
            apply(dataset, split_remedy(dataset, USUAL, 20))
