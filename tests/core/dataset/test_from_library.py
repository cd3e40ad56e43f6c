"""Labels that were given in the library become classes."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.dataset.from_library import load_library
from core.errors import DatasetError
from core.features.recipe import GENRE_COLUMNS, RECIPE, RECIPE_2, RECIPES
from core.library import Catalogue
from core.library.synthetic import fill_synthetic
from core.messages import texts
from tests.core.library.records import analysed


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


def test_tracks_without_extended_features_are_left_out_and_counted(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        ids = [catalogue.store(f"/music/{n}.wav", analysed(n, extended=n not in (1, 7))) for n in range(8)]
        catalogue.add_label(ids[:4], "calm")
        catalogue.add_label(ids[4:], "loud")
        dataset = load_library(catalogue, recipe=RECIPE_2)
        assert dataset.columns == RECIPES[RECIPE_2] and dataset.recipe == RECIPE_2 and len(dataset) == 6
        first = analysed(0, extended=True)
        np.testing.assert_array_equal(dataset.X[0], [*first.genre_features, *first.windows.whole[58:]])
        assert texts(dataset.notes)[0] == (
            "2 labelled tracks were analysed before the extended features were measured and were left out: "
            "analyse them again in the library."
        )
        assert len(load_library(catalogue)) == 8


def test_a_library_of_a_former_version_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        for number, label in enumerate(("calm", "calm", "loud", "loud")):
            catalogue.add_label([catalogue.store(f"/music/{number}.wav", analysed(number))], label)
        with pytest.raises(DatasetError, match="4 tracks were analysed before these were measured. Analyse them again"):
            load_library(catalogue, recipe=RECIPE_2)
