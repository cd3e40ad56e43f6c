"""Playlists as M3U8, read back as players read them."""

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from core.audio.locations import location_of
from core.export.playlists import PlaylistEntry, write_m3u8

ODD = [
    "plain.mp3", "#1 hit.mp3", " blank in front.flac", "blank at the end ", "Ünïcödé – 曲.mp3", "100% #?&.ogg",
    "two\nlines.wav", "tab\there.wav", "smb:", "c'est \"la\" vie.m4a",
]  # fmt: skip


def read(path: Path) -> list[str]:
    """Return the locations of a playlist, as a player finds them from its folder."""
    text = path.read_bytes().decode("utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [_location(line, path.parent) for line in lines]


def _location(line: str, folder: Path) -> str:
    if line.startswith("file://"):
        return os.fsdecode(unquote_to_bytes(line.removeprefix("file://")))
    return line if "://" in line else os.path.normpath(folder / line)


@pytest.mark.parametrize("relative", [False, True])
def test_odd_names_are_found_again(tmp_path: Path, relative: bool) -> None:
    music = tmp_path / "music"
    paths = [music / name for name in ODD] + [Path(os.fsdecode(os.fsencode(music) + b"/latin-\xe9.mp3"))]
    playlist = music / "lists" / "set.m3u8"
    playlist.parent.mkdir(parents=True)
    write_m3u8([PlaylistEntry(location_of(path)) for path in paths], playlist, relative=relative)
    assert read(playlist) == [str(path) for path in paths]
    assert (str(music) in playlist.read_text("utf-8").replace("file://" + str(music), "")) is not relative


def test_a_relative_playlist_moves_with_its_music(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    write_m3u8([PlaylistEntry(str(tmp_path / "a" / "#x.mp3"))], tmp_path / "a" / "set.m3u8", relative=True)
    moved = (tmp_path / "a").rename(tmp_path / "b")
    assert read(moved / "set.m3u8") == [str(moved / "#x.mp3")]


def test_each_track_has_its_length_artist_and_title(tmp_path: Path) -> None:
    entries = [
        PlaylistEntry("/m/a.mp3", "Artist\nof two lines", "Title", 61.6),
        PlaylistEntry("/m/b.mp3"),
        PlaylistEntry("s3://bucket/c%20d.flac", "", "C"),
    ]
    write_m3u8(entries, tmp_path / "set.m3u8")
    assert (tmp_path / "set.m3u8").read_text("utf-8").splitlines() == [
        "#EXTM3U",
        "#EXTINF:62,Artist of two lines - Title", "/m/a.mp3",
        "#EXTINF:-1,b", "/m/b.mp3",
        "#EXTINF:-1,C", "s3://bucket/c%20d.flac",
    ]  # fmt: skip
