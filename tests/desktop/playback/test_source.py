"""What is streamed from any place equals what a decode from the start yields."""

import wave
from pathlib import Path
from time import perf_counter

import av
import numpy as np
import pytest
import soundfile as sf

from desktop.playback.libav import LibavSource
from desktop.playback.resampling import ResampledSource
from desktop.playback.source import Block, SoundFileSource, Source, SourceError, open_source
from desktop.playback.stereo import stereo_weights, to_stereo
from tests.pace import Pace

SR = 44100
SECONDS = 12
PLACES = (0, 1, 576, 5000, 20_011, 44_100, 123_457, 300_000, 30_001, 480_000, 2, SECONDS * SR - 3000, 99_999)


def music(sr: int = SR, seconds: float = SECONDS) -> np.ndarray:
    """Tones that never repeat: every place sounds different from every other [shape=(n, 2)]."""
    time = np.arange(int(seconds * sr)) / sr
    left = 0.5 * np.sin(2 * np.pi * (200 * time + 60 * time**2))
    right = 0.3 * np.sin(2 * np.pi * (2500 * time - 70 * time**2)) + 0.2 * np.sin(2 * np.pi * 311 * time)
    return np.stack([left, right], axis=1).astype(np.float32)


def write_with_libav(path: Path, codec: str, sr: int, format_: str, options: dict[str, str]) -> None:
    """Encode `music` with FFmpeg's encoder."""
    with av.open(str(path), "w", format=format_) as container:
        stream = container.add_stream(codec, rate=sr, options=options, layout="stereo")
        if codec in ("alac", "wavpack"):
            stream.codec_context.format = "s16p"
        resampler = av.AudioResampler(format=stream.codec_context.format, layout="stereo", rate=sr)
        samples = music(sr)
        for start in range(0, len(samples), 1024):
            frame = av.AudioFrame.from_ndarray(
                samples[start : start + 1024].reshape(1, -1), format="flt", layout="stereo"
            )
            frame.sample_rate, frame.pts = sr, start
            for part in resampler.resample(frame):
                container.mux(stream.encode(part))
        container.mux(stream.encode(None))


SOUNDFILE = {
    "wav": ("WAV", "PCM_16"),
    "flac": ("FLAC", "PCM_16"),
    "aiff": ("AIFF", "PCM_24"),
    "ogg": ("OGG", "VORBIS"),
    "mp3": ("MP3", "MPEG_LAYER_III"),
    "low.mp3": ("MP3", "MPEG_LAYER_III"),
}
LIBAV = {
    "m4a": ("aac", "ipod", {"aac_pns": "0"}),
    "aac": ("aac", "adts", {"aac_pns": "0"}),
    "mkv": ("aac", "matroska", {"aac_pns": "0"}),
    "alac.m4a": ("alac", "ipod", {}),
    "wma": ("wmav2", "asf", {"b": "128000"}),
    "wv": ("wavpack", "wv", {}),
    "webm": ("vorbis", "webm", {"strict": "experimental"}),
    "ac3": ("ac3", "ac3", {}),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("formats")


def file_of(folder: Path, kind: str) -> Path:
    path = folder / f"music.{kind}"
    if path.exists():
        return path
    if kind in SOUNDFILE:
        container, subtype = SOUNDFILE[kind]
        sr = 22050 if kind == "low.mp3" else SR
        level = {"compression_level": 0.99, "bitrate_mode": "CONSTANT"} if kind == "low.mp3" else {}
        sf.write(path, music(sr), sr, format=container, subtype=subtype, **level)
    else:
        codec, format_, options = LIBAV[kind]
        write_with_libav(path, codec, SR, format_, options)
    return path


def sequential(path: Path) -> np.ndarray:
    source = open_source(path)
    parts = []
    while len(block := source.read(3000)):
        parts.append(block)
    source.close()
    return np.concatenate(parts)


@pytest.mark.parametrize("kind", [*SOUNDFILE, *LIBAV])
def test_a_seek_lands_on_the_very_sample(folder: Path, kind: str) -> None:
    path = file_of(folder, kind)
    expected = sequential(path)
    source = open_source(path)
    assert isinstance(source, SoundFileSource if kind in SOUNDFILE else LibavSource)
    for place in PLACES:
        source.seek(place)
        block = source.read(4096)
        assert len(block) == len(expected[place : place + 4096])
        assert np.max(np.abs(block - expected[place : place + 4096]), initial=0) < 2e-6, place
    source.close()


@pytest.mark.parametrize("kind", list(SOUNDFILE))
def test_streaming_yields_what_reading_at_once_yields(folder: Path, kind: str) -> None:
    path = file_of(folder, kind)
    whole = sf.read(path, dtype="float32", always_2d=True)[0]
    streamed = sequential(path)
    assert len(streamed) == len(whole)
    assert np.max(np.abs(streamed - np.clip(whole, -1, 1))) < 2e-6


def test_lossless_files_hold_what_was_written(folder: Path) -> None:
    for kind in ("flac", "alac.m4a", "wv"):
        decoded = sequential(file_of(folder, kind))
        assert np.max(np.abs(decoded[: SECONDS * SR] - music())) <= 1 / 32768


def test_past_the_end_there_is_nothing(folder: Path) -> None:
    for kind in ("wav", "mp3", "m4a"):
        source = open_source(file_of(folder, kind))
        source.seek(SECONDS * SR + 50_000)
        assert len(source.read(100)) == 0
        source.seek(1000)
        assert len(source.read(100)) == 100
        source.close()


def test_two_hours_are_sought_within_fifty_milliseconds(tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        minute = (3000 * np.sin(np.arange(8000 * 60) / 7)).astype("<i2").tobytes()
        for _ in range(120):
            file.writeframes(minute)
    source = open_source(path)
    pace, taken = Pace(), []
    for second in (7000, 3, 3600, 7199, 1800):
        tries = []
        for _ in range(3):  # the machine may do something else in one of them
            source.seek(0)
            start = perf_counter()
            source.seek(second * 8000)
            block = source.read(800)
            tries.append(perf_counter() - start)
            assert len(block) == 800
        taken.append(min(tries))
    source.close()
    assert max(taken) < pace.limit(0.05)


def test_looking_through_an_mp3_ahead_does_not_disturb_what_is_read(folder: Path) -> None:
    path = file_of(folder, "mp3")
    expected = sequential(path)
    source = open_source(path)
    source.seek(100_000)
    before = source.read(5000)
    while source.prepare():
        pass
    read = np.concatenate([before, source.read(5000)])
    assert np.max(np.abs(read - expected[100_000:110_000])) < 2e-6
    assert not source.prepare()
    source.close()


@pytest.mark.parametrize("sr", [48000, 22050, 96000])
def test_resampled_seeks_equal_resampling_the_whole(folder: Path, sr: int) -> None:
    import soxr

    path = file_of(folder, "wav")
    whole = soxr.resample(sequential(path), SR, sr, quality="HQ")
    source = ResampledSource(open_source(path), sr)
    for place in (0, 7, 3000, 100_001, 50, len(whole) - 700):
        source.seek(place)
        block = source.read(2000)
        assert len(block) == len(whole[place : place + 2000])
        assert np.max(np.abs(block - whole[place : place + 2000])) < 1e-5, place
    source.close()


@pytest.mark.parametrize("n_channels", range(1, 13))
def test_any_number_of_channels_becomes_two_that_never_clip(n_channels: int) -> None:
    weights = stereo_weights(n_channels)
    assert weights.shape == (n_channels, 2)
    loudest = to_stereo(np.ones((4, n_channels), dtype=np.float32), weights)
    np.testing.assert_allclose(loudest, 1.0, atol=1e-6)


def test_the_front_left_channel_of_surround_stays_left() -> None:
    samples = np.zeros((3, 6), dtype=np.float32)
    samples[:, 0] = 1.0
    stereo = to_stereo(samples, stereo_weights(6))
    assert stereo[0, 0] > 0.3 and stereo[0, 1] == 0.0


def test_samples_that_are_no_numbers_become_silence() -> None:
    samples = np.array([[np.nan, np.inf], [-np.inf, 0.5], [3.0, -3.0]], dtype=np.float32)
    expected = [[0.0, 0.0], [0.0, 0.5], [1.0, -1.0]]
    assert to_stereo(samples, stereo_weights(2)).tolist() == expected


def test_a_missing_file_is_a_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"^gone\.wav no longer exists\. Open it from its new location\.$"):
        open_source(tmp_path / "gone.wav")


def test_a_text_file_is_a_line(tmp_path: Path) -> None:
    path = tmp_path / "notes.wav"
    path.write_text("This is not music.\n" * 100)
    with pytest.raises(SourceError, match=r"^notes\.wav (cannot be played|contains no playable audio)[^\n]*$"):
        open_source(path)


@pytest.mark.parametrize("kind", ["gsm", "damaged"])
def test_what_cannot_be_sought_is_read_again_from_its_start(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.wav"
    if kind == "gsm":
        sf.write(path, music(8000)[:, 0], 8000, format="WAV", subtype="GSM610")
    else:
        path = tmp_path / "a.flac"
        sf.write(path, music(), SR)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    expected = sequential(path)
    assert len(expected) > 20_000
    source = open_source(path)
    for place in (20_000, 100, 15_000):
        source.seek(place)
        np.testing.assert_array_equal(source.read(1000), expected[place : place + 1000])
    source.close()


def test_the_decoder_of_the_analysis_is_taken_where_it_can(folder: Path) -> None:
    source = open_source(file_of(folder, "wav"), "libav")
    assert isinstance(source, LibavSource)
    source.close()
    source = open_source(file_of(folder, "m4a"), "libsndfile")
    assert isinstance(source, LibavSource)
    source.close()


def test_a_stream_that_changes_its_rate_and_channels_keeps_its_time(tmp_path: Path) -> None:
    pieces = []
    for rate, layout in ((44100, "stereo"), (22050, "mono")):
        path = tmp_path / f"{rate}.mp3"
        sf.write(path, music(rate, 2.0)[:, : 2 if layout == "stereo" else 1], rate, format="MP3")
        pieces.append(path.read_bytes())
    (tmp_path / "joined.mp3").write_bytes(b"".join(pieces))
    source = open_source(tmp_path / "joined.mp3", "libav")
    assert isinstance(source, LibavSource)
    n_frames = 0
    while length := len(source.read(3000)):
        n_frames += length
    source.close()
    assert n_frames / source.sr == pytest.approx(4.0, abs=0.2)


def test_a_pipe_is_a_line_and_no_hang(tmp_path: Path) -> None:
    import os

    if not hasattr(os, "mkfifo"):
        pytest.skip("needs named pipes")
    os.mkfifo(tmp_path / "a.wav")
    with pytest.raises(SourceError, match="is not a playable file"):
        open_source(tmp_path / "a.wav")


def test_a_chain_of_links_of_different_rates_is_sought_to_the_sample(tmp_path: Path) -> None:
    parts = []
    for sr in (44100, 22050, 44100):
        sound = np.random.default_rng(1).normal(0, 0.1, (sr, 2))
        sf.write(tmp_path / "link.ogg", sound, sr, format="OGG", subtype="VORBIS")
        parts.append((tmp_path / "link.ogg").read_bytes())
    (tmp_path / "chain.ogg").write_bytes(b"".join(parts))
    source = open_source(tmp_path / "chain.ogg", "libav")
    assert (source.sr, source.n_frames) == (44100, 3 * 44100)
    whole = np.concatenate(_blocks(source))
    assert len(whole) == 3 * 44100
    for frame in (100_000, 10, 60_000, 44_100, 131_000):
        source.seek(frame)
        np.testing.assert_allclose(source.read(700), whole[frame : frame + 700], atol=1e-4)
    source.close()


def _blocks(source: Source) -> list[Block]:
    blocks = []
    while len(block := source.read(5000)):
        blocks.append(block)
    return blocks
