"""Odd files of many kinds: as long as ffmpeg decodes them, and no sound is left out without a note."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from core.audio.clip import load_clip
from core.audio.decoding.id3_tag import bytes_before
from core.errors import AudioError
from tests.core.sound_files import music
from tests.corpus.odd import KINDS, SECONDS, Maker, bare_samples
from tests.corpus.reference import decode_with_ffmpeg, play

ALLOWANCE = 0.025

pytestmark = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg makes these files")


@pytest.mark.parametrize("kind", KINDS)
def test_every_odd_kind_is_read_whole_or_told(kind: str, tmp_path: Path) -> None:
    odd = KINDS[kind]
    path = odd.make(Maker(tmp_path))
    clip = load_clip(path)
    codes = {note.code for note in clip.notes}
    assert codes & odd.notes if odd.notes else not codes, [str(note) for note in clip.notes]
    wanted = odd.seconds
    if wanted is None:
        reference = decode_with_ffmpeg(path)
        assert reference is not None
        wanted = len(reference) / clip.sr
    assert clip.duration == pytest.approx(wanted, abs=max(ALLOWANCE, 0.03 * ("chain" in kind)))
    assert float(np.abs(clip.y).max()) > 0.05
    _, heard = play(path, clip.source.decoder)
    assert heard == pytest.approx(clip.duration, abs=0.05)


@pytest.mark.parametrize("name", ["a.wav", "a.mp3", "a.flac", "a.raw", "a.ogg", "a.m4a", "a.aiff", "a.caf"])
@pytest.mark.parametrize("kind", ["music", "silence first", "noise"])
def test_bare_samples_are_refused_and_never_taken_for_another_format(kind: str, name: str, tmp_path: Path) -> None:
    with pytest.raises(AudioError):
        load_clip(bare_samples(kind, name, tmp_path))


@pytest.mark.parametrize(
    ("mark", "skipped"),
    [
        *((mark, True) for mark in (b"MAC \x96\x0f", b"MPCKSH", b"MP+\x07", b"wvpk", b"caff", b"\x1a\x45\xdf\xa3")),
        (b"\0\0\0\x20ftypM4A ", True),
        (b"\xff\xfb\x90\x64", False),
        (b"fLaC", False),
    ],
)
def test_a_tag_is_skipped_before_kinds_that_have_none(mark: bytes, skipped: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    tag = b"ID3\x04\0\0\0\0\x02\x01" + bytes(257)
    path.write_bytes(tag + tag + mark + bytes(64))
    assert bytes_before(path) == (2 * len(tag) if skipped else 0)
    path.write_bytes(mark + bytes(64))
    assert bytes_before(path) == 0


def test_a_format_of_games_is_read_by_its_own_name(tmp_path: Path) -> None:
    path = Maker(tmp_path).ffmpeg("a.adx")
    assert load_clip(path).duration == pytest.approx(SECONDS, abs=ALLOWANCE)


def test_in_opposite_phase_a_channel_is_analysed_as_it_is(tmp_path: Path) -> None:
    mono = music(22050, 1, SECONDS)[:, 0]
    sf.write(tmp_path / "o.wav", np.column_stack([mono, -mono]), 22050, subtype="FLOAT")
    np.testing.assert_allclose(load_clip(tmp_path / "o.wav").y, mono, atol=1e-6)
    sf.write(tmp_path / "silent.wav", np.zeros((22050, 2)), 22050)
    assert load_clip(tmp_path / "silent.wav").notes == ()


@pytest.mark.parametrize(
    ("boxes", "code"),
    [
        ((b"ftypM4A \0\0\0\0", b"mdat" + bytes(64)), "audio.lacks_index"),
        ((b"ftypmp42\0\0\0\0", b"moov" + b"\0\0\0\x20hdlr" + bytes(8) + b"vide" + bytes(12)), "audio.no_track"),
        ((b"ftypM4P \0\0\0\0", b"moov" + b"hdlr" + bytes(8) + b"soun" + bytes(12) + b"drms"), "audio.encrypted"),
        ((b"ftypheic\0\0\0\0", b"meta" + bytes(64)), "audio.is_picture"),
    ],
)
def test_an_mp4_file_without_readable_sound_says_what_it_lacks(
    tmp_path: Path, boxes: tuple[bytes, ...], code: str
) -> None:
    path = tmp_path / "a.m4a"
    path.write_bytes(b"".join((len(box) + 4).to_bytes(4, "big") + box for box in boxes))
    with pytest.raises(AudioError) as refusal:
        load_clip(path)
    assert refusal.value.code == code
