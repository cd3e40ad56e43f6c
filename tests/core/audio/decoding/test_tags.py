"""Tags as they are read and shown."""

import zlib
from pathlib import Path
from typing import Any

import mutagen
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutagen.id3 import ID3, TALB, TBPM, TCON, TDRC, TIT2, TKEY, TPE1, TRCK
from mutagen.mp4 import MP4FreeForm

from core.audio.clip import load_clip
from core.audio.decoding.tags import KEYS, LONGEST_TAG, clean_tags, read_tags
from tests.core.sound_files import convert, write_wav

WANTED = {
    "title": "Früh am Morgen 🎵",
    "artist": "A & B",
    "album": "All",
    "genre": "Rock",
    "date": "1999",
    "tracknumber": "3/12",
    "bpm": "123",
    "key": "Am",
}
VORBIS = {name: text for name, text in WANTED.items() if name != "key"} | {"initialkey": "Am"}
MP4 = {
    "\xa9nam": WANTED["title"], "\xa9ART": "A & B", "\xa9alb": "All", "\xa9gen": "Rock", "\xa9day": "1999",
    "trkn": [(3, 12)], "tmpo": [123], "----:com.apple.iTunes:initialkey": [MP4FreeForm(b"Am")],
}  # fmt: skip
ASF = {
    "Title": WANTED["title"], "Author": "A & B", "WM/AlbumTitle": "All", "WM/Genre": "Rock", "WM/Year": "1999",
    "WM/TrackNumber": "3/12", "WM/BeatsPerMinute": "123", "WM/InitialKey": "Am",
}  # fmt: skip
APE = {
    "Title": WANTED["title"], "Artist": "A & B", "Album": "All", "Genre": "Rock", "Year": "1999", "Track": "3/12",
    "BPM": "123", "InitialKey": "Am",
}  # fmt: skip


def id3_tag() -> Any:
    tag: Any = ID3()  # type: ignore[no-untyped-call]
    for frame in (
        TIT2(text=WANTED["title"]), TPE1(text="A & B"), TALB(text="All"), TCON(text="(17)"), TDRC(text="1999"),
        TRCK(text="3/12"), TBPM(text="123"), TKEY(text="Am"),
    ):  # fmt: skip
        tag.add(frame)
    return tag


def syncsafe(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


@pytest.mark.parametrize(
    ("name", "tags"),
    [("a.flac", VORBIS), ("a.ogg", VORBIS), ("a.opus", VORBIS), ("a.m4a", MP4), ("a.wma", ASF), ("a.wv", APE)],
)
def test_tempo_key_year_and_track_are_read_from_every_format(tmp_path: Path, name: str, tags: dict[str, Any]) -> None:
    path = convert(write_wav(tmp_path / "source.wav"), name)
    file: Any = mutagen.File(path)
    if file.tags is None:
        file.add_tags()
    for key, value in tags.items():
        file.tags[key] = value
    file.save()
    assert load_clip(path).tags == WANTED


@pytest.mark.parametrize("version", [3, 4])
def test_tempo_key_year_and_track_are_read_from_id3(tmp_path: Path, version: int) -> None:
    path = convert(write_wav(tmp_path / "source.wav"), "a.mp3")
    id3_tag().save(path, v2_version=version)
    assert load_clip(path).tags == WANTED


def test_the_short_frames_of_old_id3_are_read(tmp_path: Path) -> None:
    body = b"TT2\0\0\x05\0Song" + b"TBP\0\0\x04\x00120"
    (tmp_path / "a.mp3").write_bytes(b"ID3\x02\0\0" + syncsafe(len(body)) + body)
    assert read_tags(tmp_path / "a.mp3", {}) == {"title": "Song", "bpm": "120"}


@pytest.mark.parametrize(("version", "flags"), [(3, b"\0\x80"), (4, b"\0\x09")])
def test_a_compressed_frame_is_not_inflated(
    tmp_path: Path, version: int, flags: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = bytes(4) + zlib.compress(b"\0" + b"A" * 1_000_000)
    size = len(packed).to_bytes(4, "big") if version == 3 else syncsafe(len(packed))
    body = b"TIT2" + size + flags + packed + b"TPE1\0\0\0\x03\0\0\0Me"
    (tmp_path / "a.mp3").write_bytes(b"ID3" + bytes([version, 0, 0]) + syncsafe(len(body)) + body)
    monkeypatch.setattr(zlib, "decompress", lambda *_: pytest.fail("inflated"))
    assert read_tags(tmp_path / "a.mp3", {}) == {"artist": "Me"}


@pytest.mark.parametrize("content", [b"ID3", b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + b"TIT2" * 9, b"fLaC" + b"\x84\xff" * 9])
def test_from_a_damaged_file_the_decoders_tags_stay(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    assert read_tags(tmp_path / "a", {"title": "T"}) == {"title": "T"}


def test_tags_that_are_shown_are_kept_in_their_order() -> None:
    raw = {"encoder": "x", "GENRE": "Jazz", "artist": "A", "Title": "T"}
    assert list(clean_tags(raw).items()) == [("title", "T"), ("artist", "A"), ("genre", "Jazz")]


def test_other_names_of_the_same_tag_are_known() -> None:
    assert clean_tags({"track": "3/12", "year": "1999"}) == {"date": "1999", "tracknumber": "3/12"}


def test_blank_tags_are_left_out() -> None:
    assert clean_tags({"title": " \n\0 ", "artist": ""}) == {}


@given(st.dictionaries(st.sampled_from([*KEYS, "track", "TITLE", "other"]), st.text(max_size=900)))
def test_every_tag_is_one_line_of_bounded_length(raw: dict[str, str]) -> None:
    for value in clean_tags(raw).values():
        assert value.isprintable()
        assert value == value.strip()
        assert 0 < len(value) <= LONGEST_TAG
