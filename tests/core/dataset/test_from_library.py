"""Labels that were given in the library become classes."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.dataset.from_library import load_library
from core.errors import DatasetError
from core.features.recipe import GENRE_COLUMNS, RECIPE
from core.library import Catalogue
from core.library.synthetic import fill_synthetic
from core.messages import texts


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library.sqlite") as opened:
        fill_synthetic(opened, 120)
        opened.add_label([1, 2, 3, 12, 100], "calm")  # 100 could not be analysed
        opened.add_label([3, 4, 5, 6], "loud")
        opened.add_label([5], "loud, but short")
        yield opened


def test_labels_are_classes_and_their_tracks_are_rows(catalogue: Catalogue) -> None:
    dataset = load_library(catalogue, ["calm", "loud"])
    assert dataset.classes == ("calm", "loud")
    assert dataset.columns == GENRE_COLUMNS and dataset.recipe == RECIPE
    assert sorted(name[:6] for name in dataset.row_names) == [
        "000001",
        "000002",
        "000004",
        "000005",
        "000006",
        "000012",
    ]
    first = catalogue.tables([1]).genre_features[0]
    np.testing.assert_array_equal(dataset.X[[name.startswith("000001") for name in dataset.row_names]][0], first)
    assert tuple(texts(dataset.notes[:2])) == (
        "1 tracks have more than one of these labels and were left out.",
        "1 labelled tracks are not analysed and were left out.",
    )
    assert dataset.groups is not None and len(dataset.groups) == 6
    assert load_library(catalogue, ["calm", "loud"], groups=None).groups is None


def test_all_labels_are_taken_when_none_are_named(catalogue: Catalogue) -> None:
    assert {"calm", "loud", "done", "favourite"} <= set(load_library(catalogue, groups="folder").classes)


def test_labels_that_cannot_be_learned_are_refused_in_a_line(catalogue: Catalogue) -> None:
    with pytest.raises(DatasetError, match="No track of the library has the label “mood”"):
        load_library(catalogue, ["calm", "mood"])
    with pytest.raises(DatasetError, match="At least two labels"):
        load_library(catalogue, ["calm"])
    catalogue.add_label([100], "broken")
    with pytest.raises(DatasetError, match="Labels with analysed tracks: 1"):
        load_library(catalogue, ["calm", "broken"])
