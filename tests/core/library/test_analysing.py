from itertools import pairwise
from pathlib import Path

import fsspec
import pytest
import soundfile as sf

from core.errors import AudioError
from core.library.analysing import analyse_file
from core.synthesis import synthesise
from core.workers.process import Emitter
from tests.core.library.test_batch import write_tone

QUIETLY = Emitter(lambda _: None, lambda: False)


def put(path: Path, address: str) -> str:
    with fsspec.open(address, "wb") as file:
        file.write(path.read_bytes())
    return address


def test_a_file_elsewhere_is_stored_under_the_name_that_it_has_there(tmp_path: Path) -> None:
    address = put(write_tone(tmp_path / "a.wav", 1), "memory://shop/some%20song, live.wav")
    assert analyse_file(QUIETLY, address, "bars").filename == "some song, live"


def test_what_is_wrong_with_a_file_elsewhere_is_said_of_its_name_there(tmp_path: Path) -> None:
    broken, empty = tmp_path / "broken", tmp_path / "empty.wav"
    broken.write_text("This is no sound.", encoding="utf-8")
    sf.write(empty, [], 22050)
    for path in (broken, empty):
        address = put(path, f"memory://shop/..%2Fin disguise {path.stem}.wav")
        with pytest.raises(AudioError, match=f"^in disguise {path.stem}.wav "):
            analyse_file(QUIETLY, address, "bars")


def test_what_a_song_is_made_of_is_kept_for_other_programs(tmp_path: Path) -> None:
    clip = synthesise(seconds=6.0, seed=3)
    sf.write(tmp_path / "song.wav", clip.y, clip.sr)
    facts = analyse_file(QUIETLY, str(tmp_path / "song.wav"), "bars").facts
    times, labels = facts["chords"]["times"], facts["chords"]["labels"]
    assert len(times) == len(labels) + 1 and times == sorted(set(times))
    assert all(before != after for before, after in pairwise(labels))
    assert facts["sections"]["times"][-1] == pytest.approx(6.0)
