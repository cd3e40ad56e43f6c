"""What `groovescope analyze` takes over from the library of its user."""

import csv
from pathlib import Path

import pytest

from core.audio.clip import load_clip
from core.commandline.analyze import ExtractionOptions, extract
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
