"""A passage saved as audio is the file's own samples, and there whole or not at all."""

from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from core.errors import AudioError
from core.export.passage_audio import save_passage
from core.progress import Cancelled

SR = 48000


@pytest.fixture
def piece(tmp_path: Path) -> Path:
    path = tmp_path / "piece.flac"
    samples = np.random.default_rng(5).integers(-30000, 30000, (4 * SR, 3)).astype(np.int16)
    sf.write(path, samples, SR, subtype="PCM_16")
    return path


@pytest.mark.parametrize("name", ["part.wav", "part.FLAC", "part.aiff"])
def test_it_holds_the_very_samples_of_all_channels(piece: Path, tmp_path: Path, name: str) -> None:
    save_passage(piece, (1.25, 2.5), tmp_path / name, bits=16)
    samples, sr = sf.read(tmp_path / name, dtype="int16")
    assert sr == SR
    assert np.array_equal(samples, sf.read(piece, dtype="int16")[0][round(1.25 * SR) : round(2.5 * SR)])


@pytest.mark.parametrize("name", ["part.ogg", "part.mp3"])
def test_compressed_kinds_are_as_long(tmp_path: Path, name: str) -> None:
    tone = 0.4 * np.sin(2 * np.pi * 440 * np.arange(3 * 44100) / 44100)
    sf.write(tmp_path / "tone.wav", np.column_stack([tone, tone]), 44100)
    save_passage(tmp_path / "tone.wav", (0.5, 2.0), tmp_path / name)
    assert sf.info(tmp_path / name).duration == pytest.approx(1.5, abs=0.1)


def test_what_lies_beyond_the_end_is_left_out(piece: Path, tmp_path: Path) -> None:
    save_passage(piece, (3.5, 9.0), tmp_path / "end.wav")
    assert sf.info(tmp_path / "end.wav").frames == SR // 2


@pytest.mark.parametrize(
    ("passage", "name", "code"),
    [
        ((7.0, 8.0), "part.wav", "export.passage_empty"),
        ((1.0, 2.0), "part.doc", "export.passage_kind"),
        ((1.0, 2.0), "part.mp3", "export.passage_refused"),  # MP3 has no three channels
    ],
)
def test_what_cannot_be_is_a_line_and_leaves_nothing(
    piece: Path, tmp_path: Path, passage: tuple[float, float], name: str, code: str
) -> None:
    with pytest.raises(AudioError) as raised:
        save_passage(piece, passage, tmp_path / name)
    assert raised.value.code == code and "\n" not in str(raised.value)
    assert [path.name for path in tmp_path.iterdir()] == ["piece.flac"]


def test_a_former_file_stays_until_the_new_one_is_whole(piece: Path, tmp_path: Path) -> None:
    target = tmp_path / "part.wav"
    target.write_bytes(b"former")

    def cancel(fraction: float, text: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        save_passage(piece, (0.0, 1.0), target, report=cancel)
    assert target.read_bytes() == b"former"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["part.wav", "piece.flac"]
    save_passage(piece, (0.0, 1.0), piece, bits=16)  # onto itself: it is read to its end before
    assert sf.info(piece).frames == SR


def test_a_folder_that_is_not_there_is_an_error_of_the_system(piece: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save_passage(piece, (0.0, 1.0), tmp_path / "gone" / "part.wav")
