"""Which rows belong together, which are left out, and what is said of tables that cannot be used."""

from pathlib import Path

import pytest

from core.errors import ModelError
from core.features.recipe import GENRE_COLUMNS
from tests.core.synthetic_genres import synthetic_rows, write_tables
from tools.model_building.training_rows import read_training_rows


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
