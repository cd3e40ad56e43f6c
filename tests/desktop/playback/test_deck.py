"""What is decoded for the sound card: loops without a click, an end in the middle, any speed at the same pitch."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from desktop.playback.deck import SEAM_SECONDS, Deck
from desktop.playback.renderer import Renderer
from desktop.playback.source import open_source
from resources import resource_path

SR = 44100
SEAM = round(SEAM_SECONDS * SR)
HZ = 220.0


@contextmanager
def deck_of(samples: np.ndarray, folder: Path) -> Iterator[Deck]:
    path = folder / "piece.wav"
    sf.write(path, samples, SR, subtype="FLOAT")
    deck = Deck(open_source(path), Renderer(SR))
    deck.jump(0)
    try:
        yield deck
    finally:
        deck.close()


def tone(seconds: float, hz: float = HZ) -> np.ndarray:
    one = 0.5 * np.sin(2 * np.pi * hz * np.arange(round(seconds * SR)) / SR)
    return np.repeat(one[:, None], 2, axis=1).astype(np.float32)


def noise(seconds: float) -> np.ndarray:
    return np.random.default_rng(3).uniform(-0.5, 0.5, (round(seconds * SR), 2)).astype(np.float32)


def hear(deck: Deck, n_frames: int) -> np.ndarray:
    """Take frames as the sound card does; fewer at the end."""
    parts, missing = [], n_frames
    while missing > 0:
        while deck.fill():
            pass
        out = np.zeros((min(missing, 512), 2), dtype=np.float32)
        got = deck.ring.copy_to(out)
        parts.append(out[:got])
        missing -= got
        if got == 0:
            break
    return np.concatenate(parts)


def steepest(samples: np.ndarray) -> float:
    return float(np.abs(np.diff(samples[:, 0])).max())


def pitch(samples: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples)), 1 << 18))
    return float(np.argmax(spectrum)) * SR / (1 << 18)


@pytest.mark.parametrize("speed", [1.0, 0.75])
def test_a_loop_has_no_click_at_its_seam(tmp_path: Path, speed: float) -> None:
    with deck_of(tone(2.0), tmp_path) as deck:
        deck.set_speed(speed)
        deck.set_passage((round(0.5 * SR), round(0.7131 * SR)))  # no whole number of periods
        heard = hear(deck, 2 * SR)
    assert steepest(heard) < 1.3 * steepest(tone(1.0))


def test_a_loop_begins_with_the_very_sample_and_is_as_long_as_it_should_be(tmp_path: Path) -> None:
    samples = noise(2.0)
    start, end = round(0.5 * SR), round(0.7131 * SR)
    with deck_of(samples, tmp_path) as deck:
        deck.jump(start)
        deck.set_passage((start, end))
        heard = hear(deck, 3 * (end - start))
    for turn in range(3):
        got = heard[turn * (end - start) :][: end - start]
        assert np.abs(got[:-SEAM] - samples[start : end - SEAM]).max() < 1e-6


def test_the_whole_piece_repeats_without_a_click_however_it_ends(tmp_path: Path) -> None:
    with deck_of(tone(0.5031), tmp_path) as deck:
        deck.set_passage((0, 1 << 60))
        heard = hear(deck, 2 * SR)
    assert len(heard) == 2 * SR
    assert steepest(heard) < 1.3 * steepest(tone(1.0))


def test_an_end_in_the_middle_fades_and_is_the_last_that_is_heard(tmp_path: Path) -> None:
    with deck_of(tone(2.0), tmp_path) as deck:
        deck.jump(SR // 2)
        deck.set_passage(None, round(0.8 * SR))
        heard = hear(deck, 2 * SR)
        assert deck.stops_early and deck.ring.exhausted
        assert deck.ring.place(deck.ring.written) == round(0.8 * SR)
    assert len(heard) == round(0.8 * SR) - SR // 2
    assert abs(heard[-1, 0]) < 0.01


def test_an_end_that_is_taken_away_is_played_over(tmp_path: Path) -> None:
    samples = tone(2.0)
    with deck_of(samples, tmp_path) as deck:
        deck.set_passage(None, round(0.3 * SR))
        first = hear(deck, round(0.2 * SR))
        deck.set_passage(None)
        heard = np.concatenate([first, hear(deck, SR)])
        assert not deck.stops_early
    assert np.abs(heard - samples[: len(heard)]).max() < 1e-5


def test_past_the_end_it_plays_on(tmp_path: Path) -> None:
    with deck_of(noise(2.0), tmp_path) as deck:
        deck.set_passage(None, SR)
        deck.jump(SR + 1)
        assert len(hear(deck, SR // 2)) == SR // 2


@pytest.mark.parametrize("speed", [0.5, 0.8, 1.25, 1.5])
def test_at_any_speed_the_pitch_stays_and_the_piece_takes_its_time(tmp_path: Path, speed: float) -> None:
    with deck_of(tone(3.0), tmp_path) as deck:
        deck.set_speed(speed)
        heard = hear(deck, 8 * SR)
        assert deck.ring.place(deck.ring.written) == pytest.approx(3 * SR, abs=0.05 * SR)
    assert len(heard) == pytest.approx(3 * SR / speed, abs=0.05 * SR)
    assert pitch(heard[SR // 4 : -SR // 4]) == pytest.approx(HZ, abs=1.5)


def test_a_change_of_speed_has_no_gap_and_keeps_the_place(tmp_path: Path) -> None:
    with deck_of(tone(6.0), tmp_path) as deck:
        deck.renderer.sounding = True
        parts = [hear(deck, SR // 2)]
        for speed in (0.5, 1.5, 1.0):
            deck.set_speed(speed)
            before = deck.ring.place(deck.ring.read)
            parts.append(hear(deck, SR))
            passed = deck.ring.place(deck.ring.read) - before
            assert passed == pytest.approx(speed * SR, abs=0.16 * SR)
        heard = np.concatenate(parts)
    assert steepest(heard) < 1.6 * steepest(tone(1.0))
    loudness = np.sqrt(np.mean(heard[: len(heard) // 441 * 441, 0].reshape(-1, 441) ** 2, axis=1))
    assert loudness.min() > 0.15  # of 0.35: two waves that meet may weaken each other, but there is no hole


def test_at_normal_speed_again_it_is_the_file_to_the_sample(tmp_path: Path) -> None:
    samples = noise(4.0)
    with deck_of(samples, tmp_path) as deck:
        deck.set_speed(0.6)
        hear(deck, SR)
        deck.set_speed(1.0)
        hear(deck, 2 * SEAM)
        at = deck.ring.place(deck.ring.read)
        assert at == round(at)
        heard = hear(deck, SR)
    assert np.abs(heard - samples[int(at) : int(at) + SR]).max() < 1e-6


@pytest.mark.parametrize("speed", [0.5, 1.25])
def test_clicks_begin_on_the_sample_of_their_beat_at_any_speed(tmp_path: Path, speed: float) -> None:
    beats = np.arange(0.5, 3.0, 0.5)
    with deck_of(np.zeros((4 * SR, 2), dtype=np.float32), tmp_path) as deck:
        deck.set_speed(speed)
        deck.set_clicks((beats, None))
        sounding = np.flatnonzero(hear(deck, round(3.5 * SR / speed))[:, 0])
    starts = sounding[np.flatnonzero(np.diff(sounding, prepend=-SR) > SR // 10)]
    assert starts.tolist() == [round(beat * SR / speed) + 1 for beat in beats]  # an attack begins with zero


def onsets(samples: np.ndarray) -> np.ndarray:
    """How much louder the bands of the spectrum get, every 64 samples."""
    frames = np.lib.stride_tricks.sliding_window_view(samples.mean(axis=1), 512)[::64]
    bands = np.log1p(50 * np.abs(np.fft.rfft(frames * np.hanning(512).astype(np.float32))))
    rise: np.ndarray = np.maximum(np.diff(bands, axis=0), 0.0).sum(axis=1)
    return np.convolve(rise - rise.mean(), np.hanning(7), "same")


@pytest.mark.parametrize("speed", [0.5, 0.8, 0.95, 1.05, 1.25, 1.5])
def test_music_is_heard_where_the_playhead_stands_at_any_speed(tmp_path: Path, speed: float) -> None:
    samples, sr = sf.read(resource_path("demo.flac"), frames=8 * SR, dtype="float32", always_2d=True)
    assert sr == SR
    with deck_of(np.repeat(samples[:, :1], 2, axis=1), tmp_path) as deck:
        deck.set_speed(speed)
        heard = onsets(hear(deck, round(7.5 * SR / speed)))
        places = np.array([deck.ring.place(64 * index) for index in range(len(heard))])
    expected = np.interp(places, 64 * np.arange(len(whole := onsets(samples))), whole)
    reach = round(0.04 * SR / 64)
    inner = expected[reach:-reach]
    alike = [np.dot(inner, heard[reach + lag :][: len(inner)]) for lag in range(-reach, reach)]
    late = (int(np.argmax(alike)) - reach) * 64 / SR * speed
    assert abs(late) < 0.008, f"{1000 * late:.1f} ms"


def test_a_seek_at_another_speed_lands_where_playing_there_would(tmp_path: Path) -> None:
    samples = tone(4.0, 50.0) * np.linspace(0, 1, 4 * SR, dtype=np.float32)[:, None]
    with deck_of(samples, tmp_path) as deck:
        deck.set_speed(0.5)
        deck.jump(2 * SR)
        assert deck.ring.place(0) == 2 * SR
        heard = hear(deck, SR // 2)
    assert np.abs(heard[:2000, 0]).max() == pytest.approx(0.25, abs=0.02)
