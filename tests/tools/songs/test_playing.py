"""A song of POP909 as a score for instruments."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("mido", reason="mido is for development only")

from tests.tools.songs.made_song import MELODY, write_song
from tools.songs.annotations import read_annotated
from tools.songs.playing import score_of


def test_a_seed_decides_the_instruments_and_all_notes_of_the_song_are_played(tmp_path: Path) -> None:
    song = read_annotated(write_song(tmp_path / "013"))
    assert song is not None
    scores = [score_of(np.random.default_rng(seed), song) for seed in (1, 1, *range(2, 8))]
    assert list(scores[0]) == list(scores[1])
    programs = {message.program for score in scores for message in score if message.type == "program_change"}
    assert len(programs) > 8
    for score in scores:
        notes = Counter(message.channel for message in score if message.type == "note_on")
        assert notes[0] == notes[2] == len(MELODY)


def test_the_band_plays_along_in_some_songs_and_never_where_no_chord_is(tmp_path: Path) -> None:
    song = read_annotated(write_song(tmp_path / "013"))
    assert song is not None
    starts = []
    for seed in range(8):
        now = 0.0
        for message in score_of(np.random.default_rng(seed), song):
            now += message.time
            if message.type == "note_on" and message.channel == 3:
                starts.append(now)
    assert starts
    assert min(starts) >= 1.4
