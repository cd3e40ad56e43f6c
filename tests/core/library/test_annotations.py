"""Annotations of a selection: one song each, under names that stay in the folder."""

from pathlib import Path

import numpy as np
import pytest

from core.export.beat_files import read_beats
from core.library import Catalogue
from core.library.annotations import annotations_of, export_annotations
from core.structure.sections import Sections
from tests.core.library.records import analysed


def test_songs_of_one_name_and_names_that_look_like_paths_stay_apart_in_the_folder(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        for number, place in enumerate(("/a/song.mp3", "/b/Song.flac", "/c/..\\..\\evil.wav")):
            catalogue.store(place, analysed(number, key="A minor"))
        catalogue.fail("/broken.wav", None, "broken")
        written = export_annotations(catalogue, [1, 2, 3, 4], tmp_path / "out", "beats")
    assert (written.n_songs, written.unknown) == (3, ())
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["Song 2.beats", "evil.beats", "song.beats"]
    read = read_beats(tmp_path / "out" / "song.beats", 30.0)
    np.testing.assert_allclose(read.beat_times, analysed(0).grid.beat_times, atol=1e-6)


def test_a_song_has_what_the_library_shows_of_it(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        sections = {"times": [0.0, 12.5, 30.0], "labels": ["A", "B"], "names": []}
        facts = {"key": "A minor", "tags": {"title": "Tag", "artist": "Who"}, "sections": sections, "chords": "damaged"}
        catalogue.store("/a/song.mp3", analysed(0, **facts))
        catalogue.edit([1], "title", "Mine")
        (found,) = annotations_of(catalogue, [1])
        states = tuple(Sections(np.array([0.0, 9.0, 30.0]), labels) for labels in (("A", "B"), ("Intro", "B")))
        catalogue.sections.store(analysed(0).content_id, states)
        (edited,) = annotations_of(catalogue, [1])
    assert edited.sections is not None and edited.sections.labels == ("Intro", "B")
    assert (found.name, found.title, found.artist, found.key) == ("song.mp3", "Mine", "Who", "A minor")
    assert found.duration == pytest.approx(30.0) and not found.is_corrected
    assert found.sections is not None and found.sections.labels == ("A", "B") and found.chords is None
