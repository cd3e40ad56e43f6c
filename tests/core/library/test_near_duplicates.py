"""One recording in different files."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.features.recipe import GENRE_COLUMNS
from core.library import Catalogue, Sort
from core.library.near_duplicates import NEAR
from tests.core.library.records import analysed

LEVEL = [GENRE_COLUMNS.index(name) for name in ("rms_mean", "rms_var", "harmony_var", "perceptr_var")]


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """Forty songs of thirty to seventy seconds that have nothing in common."""
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        for seed in range(40):
            store(catalogue, seed)
        yield catalogue


def store(catalogue: Catalogue, seed: int, name: str = "", *, longer: float = 0.0, louder: float = 1.0) -> int:
    """Store a song, or with a name a further file of its recording."""
    found = analysed(seed, content=name or None)
    features = np.exp(found.genre_features)
    features[LEVEL] *= louder
    songs = found.songs.copy()
    songs[0] += longer
    return catalogue.store(f"/music/{name or seed}.wav", replace(found, genre_features=features, songs=songs))


def test_the_same_recording_in_another_file_is_found_whatever_its_level(catalogue: Catalogue) -> None:
    other = store(catalogue, 7, "seven as mp3", longer=0.05, louder=0.5)
    third = store(catalogue, 20, "twenty again")
    seven, twenty = catalogue.track_at("/music/7.wav"), catalogue.track_at("/music/20.wav")
    assert catalogue.near_duplicates(other) == []  # nobody has asked for them yet
    assert catalogue.find("is:near-duplicate").tolist() == [seven, other, twenty, third]
    (near,) = catalogue.near_duplicates(other)
    assert near.track == seven and 0 <= near.distance < NEAR
    assert catalogue.find("-is:near-duplicate").tolist() == [
        track for track in catalogue.find().tolist() if track not in (seven, other, twenty, third)
    ]
    assert catalogue.find("is:near-duplicate", Sort("name", descending=True)).tolist() == [
        third, other, seven, twenty,
    ]  # fmt: skip


def test_songs_of_another_length_are_no_near_duplicates(catalogue: Catalogue) -> None:
    store(catalogue, 7, "much longer", longer=5.0)
    assert catalogue.find("is:near-duplicate").tolist() == []


def test_what_is_removed_or_added_changes_who_is_near(catalogue: Catalogue) -> None:
    other = store(catalogue, 7, "seven again")
    assert len(catalogue.find("is:near-duplicate")) == 2
    catalogue.remove([other])
    assert len(catalogue.find("is:near-duplicate")) == 0


def test_an_empty_library_has_no_near_duplicates(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "empty.sqlite") as catalogue:
        assert catalogue.find("is:near-duplicate").tolist() == []
