from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.library import Catalogue
from core.library.analysing import hash_of, state_of
from core.library.locating import locate
from tests.core.library.records import analysed


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library.sqlite") as opened:
        yield opened


def add(catalogue: Catalogue, path: Path, seed: int) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"sound" * (seed + 1))
    return catalogue.store(str(path), replace(analysed(seed), state=state_of(path), byte_hash=hash_of(path)))


def test_moved_files_are_found_again_in_a_folder(catalogue: Catalogue, tmp_path: Path) -> None:
    tracks = [add(catalogue, tmp_path / "old" / f"{seed}.wav", seed) for seed in range(3)]
    catalogue.add_label(tracks, "done")
    (tmp_path / "new" / "deep").mkdir(parents=True)
    (tmp_path / "old" / "0.wav").rename(tmp_path / "new" / "deep" / "renamed.wav")
    (tmp_path / "old" / "1.wav").unlink()
    found = locate(catalogue, tmp_path / "new")
    assert (found.n_missing, found.found, found.to_analyse) == (2, (tracks[0],), ())
    rows = catalogue.values(tracks, ["name", "state", "labels"])
    assert [row[1] for row in rows] == ["analysed", "missing", "analysed"]
    assert rows[0] == ("renamed.wav", "analysed", "done")
    assert catalogue.copies(tracks[0]) == []  # the former place is forgotten


def test_a_file_of_the_same_name_with_other_bytes_is_to_be_heard_first(catalogue: Catalogue, tmp_path: Path) -> None:
    track = add(catalogue, tmp_path / "old" / "a.wav", 1)
    (tmp_path / "old" / "a.wav").unlink()
    (tmp_path / "new").mkdir()
    tagged = tmp_path / "new" / "A.wav"
    tagged.write_bytes(b"the same sound with other tags")
    assert locate(catalogue, tmp_path / "new").to_analyse == (str(tagged),)
    assert locate(catalogue, tagged, [track]).to_analyse == (str(tagged),)


def test_a_track_that_has_its_file_is_left_alone(catalogue: Catalogue, tmp_path: Path) -> None:
    track = add(catalogue, tmp_path / "old" / "a.wav", 1)
    found = locate(catalogue, tmp_path / "old", [track])
    assert (found.n_missing, found.found, found.to_analyse) == (0, (), ())
