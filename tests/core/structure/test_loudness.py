"""Loudness against the EBU's test signals, the definition of BS.1770 in scipy, and ffmpeg."""

import math
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from numpy.typing import NDArray
from scipy.signal import sosfilt

from core.audio.decoding.decode import decode
from core.errors import AudioError
from core.progress import Cancelled, silent
from core.structure.loudness import Loudness, LoudnessMeter, loudness_of, measure_loudness
from tests.core.sound_files import music, write_silence

SR = 48_000
Samples = NDArray[np.float32]


def sine(level: float, seconds: float, frequency: float = 1000.0, phase: float = 0.0) -> Samples:
    """One channel of a sine whose peak is `level` dB below full scale."""
    t = np.arange(round(seconds * SR)) / SR
    return (10 ** (level / 20) * np.sin(2 * np.pi * frequency * t + phase)).astype(np.float32)


def stereo(*parts: tuple[float, float]) -> Samples:
    """Sines of 1 kHz of some levels and lengths, one after the other, the same in two channels."""
    return np.repeat(np.concatenate([sine(level, seconds) for level, seconds in parts])[:, None], 2, axis=1)


def heard(samples: Samples, sr: int = SR) -> Loudness:
    """What the meter says of samples that come in blocks of odd sizes."""
    meter = LoudnessMeter()
    for start in range(0, len(samples), 30_011):
        meter.add(samples[start : start + 30_011], sr)
    return meter.finish()


# EBU Tech 3341, cases 1 to 5: levels and lengths of sines, and -23 LUFS (case 2: -33) within 0.1.
INTEGRATED = {
    "case 1": ([(-23, 20)], -23.0),
    "case 2": ([(-33, 20)], -33.0),
    "case 3": ([(-36, 10), (-23, 60), (-36, 10)], -23.0),
    "case 4": ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23.0),
    "case 5": ([(-26, 20), (-20, 20.1), (-26, 20)], -23.0),
}


@pytest.mark.parametrize("case", INTEGRATED)
def test_the_integrated_loudness_of_the_ebus_signals(case: str) -> None:
    parts, expected = INTEGRATED[case]
    loudness = heard(stereo(*parts))
    assert loudness.integrated == pytest.approx(expected, abs=0.1)
    if len(parts) == 1:
        assert np.nanmax(np.abs(loudness.momentary - expected)) < 0.1
        assert np.nanmax(np.abs(loudness.short_term - expected)) < 0.1


def test_surround_channels_count_more(tmp_path: Path) -> None:
    # Tech 3341, case 6, in a file: left, right, centre, two surround channels
    samples = np.stack([sine(level, 20) for level in (-28, -28, -24, -30, -30)], axis=1)
    sf.write(tmp_path / "five.wav", samples, SR, subtype="FLOAT")
    assert measure_loudness(tmp_path / "five.wav").integrated == pytest.approx(-23.0, abs=0.1)


def test_the_short_term_loudness_of_a_changing_level_is_steady() -> None:
    loudness = heard(stereo(*[(-20, 1.34), (-30, 1.66)] * 5))  # Tech 3341, case 9
    assert np.isnan(loudness.short_term[:29]).all()
    assert np.abs(loudness.short_term[29:] + 23.0).max() < 0.1


def test_the_momentary_loudness_of_a_changing_level_is_steady() -> None:
    loudness = heard(stereo(*[(-20, 0.18), (-30, 0.22)] * 25))  # Tech 3341, case 12
    assert np.isnan(loudness.momentary[:3]).all()
    assert np.abs(loudness.momentary[10:] + 23.0).max() < 0.1


@pytest.mark.parametrize(
    ("divisor", "degrees", "level", "expected"),
    [(4, 0, 0.5, -6.0), (4, 45, 0.5, -6.0), (6, 60, 0.5, -6.0), (8, 67.5, 0.5, -6.0), (4, 45, 1.41, 3.0)],
)  # Tech 3341, cases 15 to 19
def test_the_true_peak_of_the_ebus_signals(divisor: int, degrees: float, level: float, expected: float) -> None:
    tone = sine(20 * math.log10(level), 1.0, SR / divisor, math.radians(degrees))
    fade = np.minimum(1.0, np.arange(len(tone)) / 4800)
    samples = (tone * np.minimum(fade, fade[::-1]))[:, None].astype(np.float32)
    assert -0.4 < heard(samples).true_peak - expected < 0.2


# EBU Tech 3342, cases 1 to 4: levels of sines of 20 s, and the range, LU.
RANGE = {(-20, -30): 10.0, (-20, -15): 5.0, (-40, -20): 20.0, (-50, -35, -20, -35, -50): 15.0}


@pytest.mark.parametrize("levels", RANGE)
def test_the_loudness_range_of_the_ebus_signals(levels: tuple[int, ...]) -> None:
    assert heard(stereo(*((level, 20) for level in levels))).range == pytest.approx(RANGE[levels], abs=0.1)


def integrated_by_definition(samples: Samples) -> float:
    """Return the integrated loudness by the text of BS.1770-4 for front channels, at 48 kHz."""
    shelf = [1.53512485958697, -2.69169618940638, 1.19839281085285, 1.0, -1.69065929318241, 0.73248077421585]
    high_pass = [1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621]
    power = (sosfilt(np.array([shelf, high_pass]), samples.astype(np.float64), axis=0) ** 2).sum(axis=1)
    tenths = power[: len(power) // 4800 * 4800].reshape(-1, 4800).mean(axis=1)
    blocks = np.convolve(tenths, np.full(4, 0.25), "valid")
    levels = -0.691 + 10 * np.log10(np.maximum(blocks, 1e-12))
    audible = blocks[levels > -70]
    gate = -0.691 + 10 * math.log10(audible.mean()) - 10
    return -0.691 + 10 * math.log10(blocks[(levels > -70) & (levels > gate)].mean())


def test_music_is_as_loud_as_the_definition_has_it() -> None:
    samples = music(SR, 2, 12.0) * np.linspace(0.02, 1.0, 12 * SR, dtype=np.float32)[:, None]
    assert heard(samples).integrated == pytest.approx(integrated_by_definition(samples), abs=0.05)


@pytest.mark.parametrize("sr", [8_000, 11_025, 22_050, 44_100, 96_000, 192_000])
def test_the_rate_of_a_file_does_not_matter(sr: int) -> None:
    t = np.arange(sr * 8) / sr
    samples = np.repeat((10 ** (-23 / 20) * np.sin(2 * np.pi * 1000 * t)).astype(np.float32)[:, None], 2, axis=1)
    loudness = heard(samples, sr)
    assert loudness.integrated == pytest.approx(-23.0, abs=0.1)
    assert loudness.true_peak == pytest.approx(-23.0, abs=0.3)  # it begins at once
    assert len(loudness.momentary) == len(loudness.short_term) == 80


def test_a_file_whose_rate_and_channels_change_is_one_piece() -> None:
    meter = LoudnessMeter()
    meter.add(stereo((-23, 5)), SR)
    meter.add((10 ** (-20 / 20) * np.sin(2 * np.pi * 1000 * np.arange(5 * 44100) / 44100)).astype("f4")[:, None], 44100)
    meter.add(stereo((-23, 5)), SR)
    loudness = meter.finish()
    assert len(loudness.momentary) == pytest.approx(150, abs=1)
    assert loudness.integrated == pytest.approx(-23.0, abs=0.3)
    assert loudness.true_peak == pytest.approx(-20.0, abs=0.2)


def test_a_file_of_sixteen_channels_is_heard() -> None:
    samples = np.repeat(stereo((-23, 2))[:, :1], 16, axis=1)
    assert heard(samples).integrated == pytest.approx(-23.0 - 3.0 + 10 * math.log10(16), abs=0.1)


def test_silence_has_no_numbers(tmp_path: Path) -> None:
    loudness = measure_loudness(write_silence(tmp_path / "silence.wav", 5, 44100, 2))
    assert math.isnan(loudness.integrated) and math.isnan(loudness.range) and math.isnan(loudness.true_peak)
    assert len(loudness.momentary) == 50 and np.isnan(loudness.momentary).all() and np.isnan(loudness.short_term).all()


@pytest.mark.parametrize(
    ("seconds", "has_loudness", "has_range"), [(0.05, False, False), (1.0, True, False), (3.2, True, True)]
)
def test_a_short_sound_has_the_numbers_it_is_long_enough_for(
    seconds: float, has_loudness: bool, has_range: bool
) -> None:
    loudness = heard(stereo((-23, seconds)))
    assert math.isfinite(loudness.integrated) == has_loudness
    assert math.isfinite(loudness.range) == has_range and not loudness.range > 0.1
    assert loudness.true_peak == pytest.approx(-23.0, abs=1.0)  # the edges of the sound overshoot


def test_samples_that_are_no_numbers_count_as_silence(tmp_path: Path) -> None:
    samples = stereo((-23, 5))
    sf.write(tmp_path / "clean.wav", samples, SR, subtype="FLOAT")
    samples[1000:1010] = np.nan
    samples[2000] = np.inf
    sf.write(tmp_path / "nan.wav", samples, SR, subtype="FLOAT")
    loudness = measure_loudness(tmp_path / "nan.wav")
    assert loudness.integrated == pytest.approx(measure_loudness(tmp_path / "clean.wav").integrated, abs=0.1)
    assert math.isfinite(loudness.true_peak)


def test_channels_in_opposite_phase_are_as_loud_as_in_phase(tmp_path: Path) -> None:
    samples = stereo((-23, 5)) * np.array([1, -1], np.float32)
    sf.write(tmp_path / "opposite.wav", samples, SR, subtype="FLOAT")
    assert measure_loudness(tmp_path / "opposite.wav").integrated == pytest.approx(-23.0, abs=0.1)


def test_what_is_no_audio_is_an_error_and_a_file_that_went_away_is_unknown(tmp_path: Path) -> None:
    with pytest.raises(AudioError):
        measure_loudness(tmp_path / "gone.wav")
    assert math.isnan(loudness_of(tmp_path / "gone.wav").integrated)


def test_measuring_can_be_cancelled(tmp_path: Path) -> None:
    def stop(fraction: float, text: str) -> None:
        raise Cancelled

    sf.write(tmp_path / "music.wav", music(), 44100)
    with pytest.raises(Cancelled):
        loudness_of(tmp_path / "music.wav", stop)


def by_ffmpeg(path: Path) -> list[float]:
    command = ["ffmpeg", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return [float(number) for number in re.findall(r"\b(?:I|LRA|Peak): +(\S+)", told[told.rindex("Summary") :])]


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="compares with the program ffmpeg")
def test_the_shared_clips_have_the_loudness_that_ffmpeg_says(shared_data: Path) -> None:
    for path in sorted((shared_data / "clips").glob("*.wav"))[::4]:  # `benchmark loudness` compares them all
        mine = measure_loudness(path)
        assert [mine.integrated, mine.range, mine.true_peak] == pytest.approx(by_ffmpeg(path), abs=0.1), path.name


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg makes this file")
def test_a_file_that_libsndfile_cannot_read_is_heard_by_the_other_decoder(tmp_path: Path) -> None:
    wav, m4a = tmp_path / "music.wav", tmp_path / "music.m4a"
    sf.write(wav, music(seconds=5.0), 44100)
    subprocess.run(["ffmpeg", "-v", "error", "-i", wav, "-c:a", "aac", m4a], check=True)
    assert decode(m4a, silent).source.decoder == "libav"
    mine = measure_loudness(m4a)
    assert [mine.integrated, mine.range] == pytest.approx(by_ffmpeg(m4a)[:2], abs=0.1)
