"""Tempo, key and genre in tags: written in every kind of file, with the sound and all other tags as they were."""

from pathlib import Path

import mutagen
import numpy as np
import pytest
from mutagen.flac import FLAC
from mutagen.id3 import COMM, ID3, TBPM, TCON, TIT2, TXXX
from mutagen.id3._specs import Encoding

from core.audio.clip import load_clip
from core.audio.payload import payload_hash
from core.audio.tag_writing import read_fields, write_fields
from core.errors import TagError
from tests.core.audio.tagged_files import KINDS, make

VALUES = {"bpm": ("127.35",), "key": ("Bbm",), "genre": ("Hip-Hop \u2665",)}


@pytest.mark.parametrize("kind", KINDS)
def test_written_values_are_read_back_and_the_sound_stays(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    before, y = payload_hash(path), load_clip(path).y
    write_fields(path, VALUES)
    assert read_fields(path) == VALUES | ({"bpm": ("127",)} if kind == "m4a" else {})
    clip = load_clip(path)
    assert payload_hash(path) == before and np.array_equal(clip.y, y)
    if kind != "wv" or clip.tags:
        assert (clip.tags["key"], clip.tags["genre"]) == ("Bbm", "Hip-Hop \u2665")
    write_fields(path, {"bpm": (), "genre": ("rock",)})
    assert read_fields(path) == {"bpm": (), "key": ("Bbm",), "genre": ("rock",)}


@pytest.mark.parametrize("kind", KINDS)
def test_the_other_tags_of_a_file_stay(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    file = mutagen.File(path)
    if file.tags is None:
        file.add_tags()
    is_id3 = kind in ("mp3", "wav", "aiff")
    title = {"m4a": "\xa9nam", "wv": "Title"}.get(kind, "title")
    if is_id3:
        file.tags.add(TIT2(encoding=Encoding.UTF8, text=["Grüße"]))
    else:
        file.tags[title] = ["Grüße"]
    file.save()
    write_fields(path, VALUES)
    tags = mutagen.File(path).tags
    assert str(tags["TIT2" if is_id3 else title] if is_id3 else tags[title][0]) == "Grüße"


@pytest.mark.parametrize("version", [3, 4])
def test_id3_frames_that_are_not_meant_keep_every_byte(tmp_path: Path, version: int) -> None:
    """Frames that mutagen cannot decode are no exception: an odd encoding, one of its own kind, one twice."""
    path = make(tmp_path, "mp3")
    tags = ID3()
    tags.add(TIT2(encoding=Encoding.LATIN1, text=["Fr\xfchling"]))
    tags.add(COMM(encoding=Encoding.UTF16, lang="deu", desc="", text=["two"]))
    tags.add(TXXX(encoding=Encoding.LATIN1, desc="energy", text=["7"]))
    tags.add(TBPM(encoding=Encoding.LATIN1, text=["90"]))
    tags.save(path, v2_version=version, padding=lambda _: 0)
    content = path.read_bytes()
    odd = b"TPE1\0\0\0\x04\0\0\x01\xd8\x00x" + b"ZZZZ\0\0\0\x03\0\0abc" + b"TIT2\0\0\0\x02\0\0\0x"
    size = sum((byte & 0x7F) << 7 * (3 - i) for i, byte in enumerate(content[6:10])) + len(odd)
    length = bytes(size >> 7 * (3 - i) & 0x7F for i in range(4))
    end = 10 + size - len(odd)
    path.write_bytes(content[:6] + length + content[10:end] + odd + content[end:])
    kept = [content[content.index(name) :][:20] for name in (b"TIT2", b"COMM", b"TXXX")]
    write_fields(path, VALUES)
    written = path.read_bytes()
    assert all(frame in written for frame in [*kept, odd[:14], odd[14:27], odd[27:]])
    assert read_fields(path)["bpm"] == ("127.35",) and b"TBPM\0\0\0\x03\0\0\x0090" not in written
    assert ID3(path).version[1] == version


def test_an_old_tag_at_the_end_is_kept_and_said_again_in_a_new_one(tmp_path: Path) -> None:
    path = make(tmp_path, "mp3")
    old = b"TAG" + b"Old title".ljust(30, b"\0") + b"Old artist".ljust(30, b"\0") + bytes(64) + b"\x11"
    path.write_bytes(path.read_bytes() + old)
    write_fields(path, {"bpm": ("120",)})
    assert path.read_bytes().endswith(old)
    assert [str(ID3(path, load_v1=False)[name]) for name in ("TIT2", "TPE1", "TBPM")] == [
        "Old title", "Old artist", "120"
    ]  # fmt: skip


def test_numbers_of_genres_are_read_as_names(tmp_path: Path) -> None:
    path = make(tmp_path, "mp3")
    tags = ID3()
    tags.add(TCON(encoding=Encoding.LATIN1, text=["(17)"]))
    tags.save(path)
    assert read_fields(path)["genre"] == ("Rock",)


def test_a_key_under_another_name_is_replaced_where_it_is(tmp_path: Path) -> None:
    path = make(tmp_path, "flac")
    file = FLAC(path)
    file["key"] = ["Cm"]
    file.save()
    assert read_fields(path)["key"] == ("Cm",)
    write_fields(path, {"key": ("Bbm",)})
    assert dict(FLAC(path).tags.as_dict()) == {"key": ["Bbm"]}


def test_comments_that_are_no_unicode_are_not_damaged(tmp_path: Path) -> None:
    path = make(tmp_path, "flac")
    file = FLAC(path)
    file["artist"] = ["Bjork!"]
    file.save()
    path.write_bytes(path.read_bytes().replace(b"Bjork!", b"Bj\xf6rk!"))
    before = path.read_bytes()
    with pytest.raises(TagError) as raised:
        write_fields(path, VALUES)
    assert raised.value.code == "tags.encoding" and path.read_bytes() == before


@pytest.mark.parametrize(("name", "content", "codes"), [
    ("a.txt", b"words", {"tags.kind"}),
    ("a.mp3", b"", {"tags.kind", "tags.damaged"}),
    ("a.flac", b"fLaC\x80\0\0\x22", {"tags.damaged"}),
    ("a.wav", b"RIFF\x10\0\0\0WAVEfmt ", {"tags.damaged"}),
    ("a.m4a", b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42", {"tags.damaged"}),
    ("a.ogg", b"OggS" + bytes(60), {"tags.kind"}),
    ("a.mp3", b"ID3\x02\0\0\0\0\0\x08TT2\0\0\x02\0x" + b"\xff\xfb\x90\x64" * 200, {"tags.id3_version"}),
])  # fmt: skip
def test_what_cannot_be_written_is_refused_in_a_clear_line(
    tmp_path: Path, name: str, content: bytes, codes: set[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(TagError) as raised:
        write_fields(path, VALUES)
    assert raised.value.code in codes and str(raised.value).startswith(name)
    assert path.read_bytes() == content
