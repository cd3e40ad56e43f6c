"""The corpus: clips come back as they were written, and what is held out is never trained on."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from tests.conftest import ROOT
from tools.rhythm.corpus import RenderedClip, Sources, Studio, clip_path, read_corpus, write_clip
from tools.rhythm.groove import list_performances
from tools.rhythm.pop909 import list_songs, read_song
from tools.rhythm.rendering import FONTS

DATA = ROOT.parent / "shared" / "data"
GROOVE, POP909 = DATA / "groove", DATA / "pop909"
needs_data = pytest.mark.skipif(not POP909.exists(), reason=f"needs {DATA}, which is not in the repository")
needs_sound = pytest.mark.skipif(
    find_spec("fluidsynth") is None or find_spec("mido") is None or not all(font.path.exists() for font in FONTS),
    reason="needs mido, pyfluidsynth (tools/rhythm/requirements.lock) and Debian's sound fonts",
)


def test_clips_come_back_as_they_were_written(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    clip = RenderedClip(
        rng.normal(0, 20, (50, 128)).astype(np.float16), np.arange(9.0), np.arange(9) % 3 + 1, {"tempo": 60.0}
    )
    write_clip(clip_path(tmp_path, 7), clip)
    (found,) = read_corpus(tmp_path)
    assert np.array_equal(found.decibels, clip.decibels)
    assert np.array_equal(found.beat_times, clip.beat_times)
    assert np.array_equal(found.positions, clip.positions)
    assert found.facts == clip.facts


@needs_data
def test_drummers_and_songs_that_are_held_out_are_not_trained_on() -> None:
    drummers = [{one.drummer for one in list_performances(GROOVE, held_out)} for held_out in (False, True)]
    songs = [{path.name for path in list_songs(POP909, held_out)} for held_out in (False, True)]
    for trained, held_out in (drummers, songs):
        assert trained
        assert held_out
        assert not trained & held_out


@needs_data
def test_songs_have_regular_bars_of_their_metre() -> None:
    read = [read_song(path) for path in list_songs(POP909, True)[:20]]
    songs = [song for song in read if song is not None]
    assert len(songs) > 15
    for song in songs:
        assert (np.diff(song.beat_times) > 0).all()
        assert set(song.positions) == set(range(1, song.beats_per_bar + 1))


@needs_data
@needs_sound
def test_a_clip_follows_from_its_number_alone() -> None:
    sources = Sources(GROOVE, POP909, True, 1)
    first = Studio(sources).clip(3)
    studio = Studio(sources)
    studio.clip(1)
    again = studio.clip(3)
    assert np.array_equal(first.decibels, again.decibels)
    assert np.array_equal(first.beat_times, again.beat_times)
    assert first.facts == again.facts
    assert not np.array_equal(first.decibels, studio.clip(4).decibels)
