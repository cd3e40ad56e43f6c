import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pyarrow import parquet

from core.errors import CatalogueError
from core.library import Catalogue
from core.library import export as module
from core.library.columns import EDITABLE
from core.library.export import export_selection
from tests.core.library.records import analysed

SHOWN = (
    "bpm_confidence", "metre", "key", "key_strength", "camelot", "lufs", "lra", "true_peak", "path", "name", "title",
    "artist", "album", "genre", "genre_probability", "genre_model", "labels", "edited",
    "genre_novelty",
)  # fmt: skip


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library.sqlite") as opened:
        for i in range(7):
            opened.store(f"/{i}.wav", analysed(i))
        opened.fail("/broken.wav", None, "broken")
        yield opened


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_selection_is_written_in_its_order_with_what_its_columns_mean(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_TOGETHER", 2)
    catalogue.grids.store(analysed(1).content_id, replace(analysed(1).grid, tempo=90.0, beats_per_bar=3))
    files = export_selection(catalogue, [5, 8, 2, 3], tmp_path / "out")
    assert [file.name for file in files] == ["songs.csv", "bars.csv", "beats.csv", "genre.csv", "columns.csv"]
    songs = rows_of(files[0])
    assert [row["filename"] for row in songs] == ["song 4", "song 1", "song 2"]
    assert float(songs[0]["rms_mean"]) == analysed(4).songs[4]
    assert songs[0]["tempo"] == ""
    names = list(songs[0])
    assert names[names.index("bpm") :] == [
        "bpm", *SHOWN, *(f"{name}_origin" for name in EDITABLE)
    ]  # fmt: skip
    assert [(row["bpm"], row["metre"], row["edited"]) for row in songs[1:]] == [
        ("90.0", "3", "beats"),
        (repr(analysed(2).grid.tempo), "", ""),
    ]
    assert len(rows_of(files[1])) == 9 and len(rows_of(files[2])) == 36
    dictionary = {row["name"]: row for row in rows_of(files[4])}
    assert set(songs[0]) | set(rows_of(files[2])[0]) <= set(dictionary)
    assert all(row["definition"] and row["recipe"] for row in dictionary.values())
    assert dictionary["tempo"]["unit"] == "BPM"


def test_a_row_says_which_file_it_is_of_and_whose_words_it_holds(catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.edit([2], "artist", "=cmd|calc")
    catalogue.edit([2], "key", "A minor")
    catalogue.add_label([2, 3], "-set")
    catalogue.grids.store(analysed(2).content_id, replace(analysed(2).grid, tempo=90.0))
    songs = rows_of(export_selection(catalogue, [2, 3], tmp_path / "out")[0])
    first, second = songs
    assert (first["path"], first["name"]) == ("/1.wav", "1.wav")
    assert (first["artist"], first["artist_origin"]) == ("'=cmd|calc", "user")
    assert (first["key"], first["key_origin"]) == ("A minor", "user")
    assert (first["labels"], second["labels"]) == ("'-set", "'-set")
    assert (first["bpm_origin"], second["bpm_origin"]) == ("measured", "user")
    catalogue.store("/m/07 Who - What.mp3", analysed(9, tags={"album": "Where"}))
    (guess,) = rows_of(export_selection(catalogue, [9], tmp_path / "guess")[0])
    assert [guess[f"{name}_origin"] for name in ("title", "artist", "album")] == ["name", "name", "file"]
    assert (second["title_origin"], second["title"]) == ("file" if second["title"] else "", second["title"])


def test_parquet_holds_the_same_numbers(catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TOGETHER", 3)
    files = export_selection(catalogue, list(range(1, 8)), tmp_path / "out", "parquet")
    bars = parquet.read_table(files[1])
    assert bars.num_rows == 21
    expected = np.concatenate([analysed(i).bars[:, 4] for i in range(7)])
    assert np.array_equal(bars.column("rms_mean").to_numpy(), expected)
    assert parquet.read_table(files[0]).column("tempo").null_count == 7
    assert parquet.read_table(files[0]).column("metre").null_count == 7


def test_a_selection_without_numbers_writes_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="nothing to export"):
        export_selection(catalogue, [8], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_interrupted_export_leaves_no_half_written_file(catalogue: Catalogue, tmp_path: Path) -> None:
    def stop(fraction: float, text: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_selection(catalogue, [1, 2, 3], tmp_path / "out", report=stop)
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())
