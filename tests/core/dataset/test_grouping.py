"""Which rows belong together: by a column, a second table, folders, near copies."""

from pathlib import Path

import numpy as np
import pytest

from core.dataset import load_table
from core.errors import DatasetError
from core.messages import texts
from tests.core.synthetic_genres import synthetic_rows, write_tables


def table(folder: Path, extra: str = "artist,The Who,who,Unknown Band,,The Who & Friends,Friends") -> Path:
    entries = extra.split(",")
    rows = [f"{i / 3},{'xy'[i % 2]},{entry}" for i, entry in enumerate(entries[1:])]
    path = folder / "table.csv"
    path.write_text("\n".join([f"a,label,{entries[0]}", *rows]) + "\n")
    return path


def test_spellings_and_collaborations_of_an_artist_are_one_group(tmp_path: Path) -> None:
    dataset = load_table(table(tmp_path), groups="artist")
    groups = dataset.groups
    assert groups is not None
    assert groups[0] == groups[1] == groups[4] == groups[5]
    assert len({groups[0], groups[2], groups[3]}) == 3
    assert dataset.group_names[groups[0]] == "The Who"
    assert dataset.group_names[groups[3]] == "unknown (row 3)"
    assert "1 rows have no artist: each counts as a group of its own." in texts(dataset.notes)


def test_albums_are_taken_as_they_are_written(tmp_path: Path) -> None:
    dataset = load_table(table(tmp_path, "album,Live,live,Live,A and B,A,B"), groups="album")
    assert dataset.groups is not None and len(set(dataset.groups)) == 5


def test_a_second_table_gives_groups_in_any_order_of_rows(tmp_path: Path) -> None:
    X, labels, artists = synthetic_rows()
    features, performers = write_tables(tmp_path, X, labels, artists)
    head, *rows = performers.read_text().splitlines()
    performers.write_text("\n".join([head, *reversed(rows)]) + "\n")
    dataset = load_table(features, groups_table=performers)
    assert dataset.groups is not None
    assert [dataset.group_names[number] for number in dataset.groups] == artists
    assert dataset.row_names[7] == "clip7"
    assert dataset.source.groups == "artist" and dataset.source.groups_sha256


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda text: text.replace("5,clip5,", "4,clip5,"), "does not name each of the 120 rows once"),
        (lambda text: text.replace("5,clip5,calm", "5,clip5,loud"), "“loud” for row 5, but its label is “calm”"),
        (lambda text: text.replace("artist", "singer", 1), "has no column “artist”"),
        (lambda text: "artist\nsomebody,\n", "has rows with one entry more|only one column"),
    ],
)
def test_a_second_table_about_other_rows_is_refused(tmp_path: Path, change: object, what: str) -> None:
    features, performers = write_tables(tmp_path, *synthetic_rows())
    performers.write_text(change(performers.read_text()))  # type: ignore[operator]
    with pytest.raises(DatasetError, match=what):
        load_table(features, groups_table=performers)


def test_a_column_that_stands_in_a_table_beside_is_pointed_out(tmp_path: Path) -> None:
    features, _ = write_tables(tmp_path, *synthetic_rows())
    with pytest.raises(DatasetError, match=r"has no column “artist”; artists\.csv beside it has one"):
        load_table(features, groups="artist")


def test_folders_of_the_files_can_be_groups(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("filename,a,label\nrock/one/1.wav,1,x\nrock/one/2.wav,2,x\npop/two/3.wav,3,y\n")
    dataset = load_table(path, groups="folder")
    assert dataset.groups is not None and dataset.groups.tolist() == [1, 1, 0]


def test_near_copies_can_be_groups(tmp_path: Path) -> None:
    X, labels, artists = synthetic_rows()
    X[3] = X[90] * (1 + 1e-5)
    features, _ = write_tables(tmp_path, X, labels, artists)
    groups = load_table(features, groups="duplicates").groups
    assert groups is not None
    assert groups[3] == groups[90]
    assert len(np.unique(groups)) == len(X) - 1


def test_the_reference_table_has_its_artists(shared_data: Path) -> None:
    dataset = load_table(shared_data / "features.csv", groups_table=shared_data / "artists.csv")
    assert dataset.X.shape == (1000, 58)
    assert "81 rows have no artist: each counts as a group of its own." in texts(dataset.notes)
    assert dataset.groups is not None and 200 < len(np.unique(dataset.groups)) < 350
