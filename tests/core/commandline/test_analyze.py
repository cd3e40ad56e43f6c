"""What `groovescope analyze` takes over from the library of its user."""

import csv
from pathlib import Path

import pytest

from core.audio.clip import load_clip
from core.commandline.analyze import ExtractionOptions, extract
from core.commandline.app import main
from core.dataset.loading import load_table
from core.features.recipe import EXTENDED_COLUMNS, RECIPE, RECIPE_2, RECIPES
from core.library import Catalogue
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import AcceptProposal
from core.rhythm.grid import NO_BEATS
from tests.core.library.test_batch import write_tone


def starts_of_beats(out: Path) -> list[float]:
    with (out / "beats.csv").open(encoding="utf-8", newline="") as file:
        return [float(row["start"]) for row in csv.DictReader(file)]


def test_tables_follow_the_beats_that_were_edited_in_the_library_unless_that_is_not_wanted(tmp_path: Path) -> None:
    song, library, out = write_tone(tmp_path / "a.wav", 1, seconds=4.0), tmp_path / "library.sqlite", tmp_path / "out"
    history = EditHistory(NO_BEATS, 4.0).added(AcceptProposal((0.5, 1.25, 2.0, 2.75), (1, 2, 3, 1), 3))
    with Catalogue.open(library) as catalogue:
        catalogue.grids.store_edits(load_clip(song).content_id, history, 0)

    def analyse(options: ExtractionOptions) -> list[float]:
        extract([song], [], options, lambda fraction, text: None, lambda file, found: None)
        return starts_of_beats(options.out)

    edited = analyse(ExtractionOptions(out, edits_of=library))
    assert edited == pytest.approx([0.5, 1.25, 2.0, 2.75], abs=1e-4)
    assert analyse(ExtractionOptions(out)) != pytest.approx(edited, abs=1e-4)
    assert analyse(ExtractionOptions(out, edits_of=tmp_path / "none.sqlite")) != pytest.approx(edited, abs=1e-4)


def test_extended_features_are_written_after_the_58_and_make_a_table_of_the_second_recipe(tmp_path: Path) -> None:
    songs = [write_tone(tmp_path / f"{name}.wav", number, seconds=3.0) for number, name in enumerate("abcd", 1)]
    tables = {}
    for features in ("basic", "extended"):
        arguments = ["analyze", *map(str, songs), "--out", str(tmp_path / features), "--jobs", "1", "--no-edits"]
        assert main([*arguments, "--features", features] if features == "extended" else arguments) == 0
        with (tmp_path / features / "genre.csv").open(encoding="utf-8", newline="") as file:
            tables[features] = list(csv.reader(file))
    assert tables["basic"][0] == ["filename", *RECIPES[RECIPE]]
    assert tables["extended"][0] == ["filename", *RECIPES[RECIPE_2]]
    assert [row[:59] for row in tables["extended"]] == tables["basic"]
    with (tmp_path / "extended" / "columns.csv").open(encoding="utf-8", newline="") as file:
        defined = {row["name"]: row["recipe"] for row in csv.DictReader(file)}
    assert set(EXTENDED_COLUMNS) <= set(defined) and defined["pulse_clarity"] == RECIPE_2
    assert defined["rms_mean"] == RECIPE
    labelled = tmp_path / "labelled.csv"
    rows = zip(tables["extended"], ("label", "low", "low", "high", "high"), strict=True)
    labelled.write_text("".join(",".join([*row, label]) + "\n" for row, label in rows), encoding="utf-8")
    dataset = load_table(labelled)
    assert dataset.recipe == RECIPE_2 and dataset.columns == RECIPES[RECIPE_2]
