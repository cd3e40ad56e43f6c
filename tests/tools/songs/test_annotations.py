"""What POP909 says of a song, placed in the time of its MIDI file."""

from pathlib import Path

import pytest

pytest.importorskip("mido", reason="mido is for development only")

from tests.tools.songs.made_song import write_song
from tools.songs.annotations import CHOOSING_ENDING, FINAL_ENDING, list_songs, read_annotated


def test_phrases_begin_where_the_melody_of_their_file_lies(tmp_path: Path) -> None:
    song = read_annotated(write_song(tmp_path / "013"))
    assert song is not None
    assert song.sections[0] == [(1.5, 5.5, "i"), (5.5, 13.5, "A"), (13.5, 17.5, "o")]
    assert [row[2] for row in song.sections[1]] == ["i", "A", "B"]


def test_the_key_is_that_of_the_longest_part(tmp_path: Path) -> None:
    song = read_annotated(write_song(tmp_path / "013"))
    assert song is not None
    assert song.key == "Bb minor"
    assert song.chords[1:] == [(1.5, 9.5, "C:maj"), (9.5, 17.5, "A:min7")]


def test_a_song_whose_phrases_have_no_sure_place_is_left_out(tmp_path: Path) -> None:
    assert read_annotated(write_song(tmp_path / "013", tuple(reversed(range(40, 64))))) is None


def test_songs_for_choosing_are_not_those_of_the_final_figure(tmp_path: Path) -> None:
    for number in ("003", "007", "013", "017", "021"):
        write_song(tmp_path / number)
    assert [song.number for song in list_songs(tmp_path, CHOOSING_ENDING, 9)] == ["003", "013"]
    assert [song.number for song in list_songs(tmp_path, FINAL_ENDING, 1)] == ["007"]
