"""Names of audio files: which they are, in which order, how they are shown."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.audio.clip import AUDIO_EXTENSIONS, display_name, find_audio_files, is_audio_file


@pytest.mark.parametrize("name", ["a.wav", "B.WAV", "x.y.Mp3", "a.m4a", "a.OPUS", "film.mkv"])
def test_audio_is_known_by_its_extension_in_any_case(name: str) -> None:
    assert is_audio_file(Path(name))


@pytest.mark.parametrize("name", ["a.txt", "wav", ".mp3", "a.wav.part", "a.jpg", "cover", "main.ts"])
def test_other_names_are_no_audio(name: str) -> None:
    assert not is_audio_file(Path(name))


def test_extensions_are_lower_case_with_their_dot() -> None:
    assert all(extension == "." + extension[1:].lower().strip() for extension in AUDIO_EXTENSIONS)


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_audio_files(folder)]


def test_files_are_found_in_natural_order_at_any_depth(tmp_path: Path) -> None:
    make(tmp_path, "Track 10.wav", "track 2.WAV", "b/x.mp3", "B/1.flac", "a/deep/er/01.ogg", "a/readme.txt", "10/x.wav")
    assert found(tmp_path) == ["10/x.wav", "a/deep/er/01.ogg", "B/1.flac", "b/x.mp3", "track 2.WAV", "Track 10.wav"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.wav", "._a.wav", ".cache/b.wav", "c/.d.wav")
    assert found(tmp_path) == ["a.wav"]


def test_a_hidden_folder_may_be_asked_for_itself(tmp_path: Path) -> None:
    make(tmp_path, ".music/a.wav")
    assert found(tmp_path / ".music") == ["a.wav"]


def test_a_folder_named_like_a_song_is_walked_not_listed(tmp_path: Path) -> None:
    make(tmp_path, "album.mp3/1.mp3")
    assert found(tmp_path) == ["album.mp3/1.mp3"]


def test_links_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("links need special rights on Windows")
    make(tmp_path, "a/1.wav")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "gone.wav").symlink_to(tmp_path / "nowhere.wav")
    assert found(tmp_path) == ["a/1.wav"]


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert found(tmp_path) == find_audio_files(tmp_path / "missing") == find_audio_files(tmp_path / "a.txt") == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plain name.wav", "plain name.wav"),
        ("Ünï 🎧 👩\u200d🎤.wav", "Ünï 🎧 👩\u200d🎤.wav"),
        ("line\nbreak\r\ttab.wav", "line break  tab.wav"),
        ("\x1b[31mred.wav", "�[31mred.wav"),
        ("caf\udce9.wav", "caf�.wav"),
        ("turned\u202eround.wav", "turned�round.wav"),
    ],
)
def test_names_are_shown_on_one_line_as_what_they_are(name: str, shown: str) -> None:
    assert display_name(Path("/music") / name) == shown


def test_of_a_very_long_name_beginning_and_end_are_shown() -> None:
    shown = display_name(Path("first " + "x" * 300 + " last.wav"))
    assert len(shown) <= 80
    assert shown.startswith("first x")
    assert shown.endswith("x last.wav")


@given(st.text(st.characters(exclude_characters="/\0"), min_size=1))
def test_every_name_can_be_shown_and_written(name: str) -> None:
    shown = display_name(Path("folder") / name)
    assert len(shown.splitlines()) <= 1
    assert shown.encode("utf-8")
