"""Which rows belong together, which are left out, and what is said of tables that cannot be used."""

from pathlib import Path

import numpy as np
import pytest

from core.dataset.artists import artist_key, group_rows
from core.dataset.copies import exact_copies, near_copies
from core.features.recipe import GENRE_COLUMNS
from core.model_building.training_rows import read_training_rows
from core.model_file.errors import ModelError
from tests.core.synthetic_genres import synthetic_rows, write_tables


def test_an_artist_is_one_group_however_spelled() -> None:
    names = [
        "Rage Against The Machine",
        "Rage against the machine",
        "Earth, Wind & Fire",
        "Earth Wind and Fire",
        "Dio",
    ]
    first, second, third, fourth, fifth = group_rows(names, [])
    assert first == second
    assert third == fourth
    assert len({first, third, fifth}) == 3


def test_a_collaboration_joins_its_artists() -> None:
    groups = group_rows(["Bob Marley", "Lauryn Hill and Bob Marley", "Lauryn Hill", "Archie Bell and The Drells"], [])
    assert groups[0] == groups[1] == groups[2]
    assert groups[3] != groups[0]


def test_rows_of_unknown_artist_stand_alone_unless_nearly_the_same() -> None:
    assert len(set(group_rows([None, None, "a"], []))) == 3
    groups = group_rows([None, None, "a", None], [(0, 2), (1, 3)])
    assert groups[0] == groups[2]
    assert groups[1] == groups[3]
    assert groups[0] != groups[1]


def test_an_artists_key_ignores_case_articles_and_punctuation() -> None:
    assert artist_key("The Beach Boys") == artist_key("beach boys") == "beach boys"
    assert artist_key("Guns N' Roses") == artist_key("Guns n Roses")
    assert artist_key("2Pac") != artist_key("50 Cent")


def test_copies_are_found_exactly_and_nearly() -> None:
    X = np.random.default_rng(1).normal(size=(30, 5))
    X[7] = X[3]
    X[9] = X[3]
    X[20] = X[11] + 0.01
    assert exact_copies(X) == [[3, 7], [3, 9]]
    assert (11, 20) in near_copies(X, 0.1)
    assert near_copies(X[:1]) == []


def test_of_copies_one_stays_and_none_where_labels_contradict(tmp_path: Path) -> None:
    X, labels, artists = synthetic_rows()
    X[1] = X[0]
    X[50] = X[2]
    assert labels[0] == labels[1]
    assert labels[2] != labels[50]
    rows = read_training_rows(*write_tables(tmp_path, X, labels, artists))
    assert sorted(set(range(len(X))) - set(rows.places.tolist())) == [1, 2, 50]
    assert rows.origin["copies"] == [[0, 1], [2, 50]]
    assert rows.origin["copies_across_labels"] == [[2, 50]]
    assert rows.columns == GENRE_COLUMNS[1:]


def test_strict_groups_keep_the_unknown_of_a_genre_together(tmp_path: Path) -> None:
    X, labels, artists = synthetic_rows()
    for row in (0, 7, 20):
        artists[row] = ""
    rows = read_training_rows(*write_tables(tmp_path, X, labels, artists))
    assert len(set(rows.groups[[0, 7, 20]])) == 3
    assert len(set(rows.strict_groups[[0, 7, 20]])) == 1
    assert rows.origin["unknown_artists"] == 3


def test_the_real_table_holds_its_known_copies(shared_data: Path) -> None:
    rows = read_training_rows(shared_data / "features.csv", shared_data / "artists.csv")
    assert len(rows.origin["copies"]) == 14
    assert len(rows.origin["copies_across_labels"]) == 1
    assert rows.origin["unknown_artists"] == 81
    assert rows.X.shape == (985, 57)


def spoiled(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("label\n", "genre\n", "lacks the column “label”"),
        ("mfcc3_var,", "mfcc3_variance,", "lacks the column “mfcc3_var”"),
        (",calm\n", ",nan,calm\n", "is not a CSV table|holds text|lacks"),
        ("661500.0,", "661500.0,loud", "holds text where features should be"),
        ("661500.0,", "661500.0,,", "is not a CSV table|has no number|holds text"),
        ("661500.0,", "661500.0,inf", "holds text|has no number in row 1, column “chroma_stft_mean”"),
    ],
)
def test_a_table_that_cannot_be_used_is_named_in_one_line(tmp_path: Path, old: str, new: str, what: str) -> None:
    features, artists = write_tables(tmp_path, *synthetic_rows())
    features.write_text(spoiled(features.read_text(), old, new))
    with pytest.raises(ModelError, match=what) as refusal:
        read_training_rows(features, artists)
    assert "\n" not in str(refusal.value)


def test_artists_that_do_not_fit_the_rows_are_refused(tmp_path: Path) -> None:
    features, artists = write_tables(tmp_path, *synthetic_rows())
    artists.write_text("\n".join(artists.read_text().splitlines()[:-1]))
    with pytest.raises(ModelError, match="does not name each row"):
        read_training_rows(features, artists)
    with pytest.raises(ModelError, match="There is no file"):
        read_training_rows(features, tmp_path / "nobody.csv")
