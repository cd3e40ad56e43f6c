"""Changes of harmony as a hint at where bars start."""

import numpy as np
from numpy.typing import NDArray

from core.rhythm.grid import FRAME_RATE
from core.rhythm.harmonic_change import harmonic_change, with_harmony

_BEAT = 22  # frames


def _chords(n_beats: int, beats_per_chord: int = 4) -> NDArray[np.float32]:
    """Decibels of chords, one after the other, each of five bands of its own."""
    random = np.random.default_rng(0)
    decibels = np.full((n_beats * _BEAT, 128), -60.0, np.float32)
    for first in range(0, n_beats, beats_per_chord):
        bands = random.choice(60, 5, replace=False)
        decibels[first * _BEAT : (first + beats_per_chord) * _BEAT, bands] = -10.0
    return decibels + random.normal(0, 1, decibels.shape).astype(np.float32)


def test_chords_change_where_they_do() -> None:
    change = harmonic_change(_chords(16), 0.4)
    assert change[4 * _BEAT] > 0.5
    assert change[6 * _BEAT] < 0.1


def test_beats_at_which_the_chord_changes_are_likelier_downbeats() -> None:
    decibels = _chords(64)
    beat = np.full(len(decibels), 0.02, np.float32)
    beat[::_BEAT] = 0.8
    even = (beat * 0.2).astype(np.float32)
    downbeat = with_harmony(beat, even, decibels)
    at_beats = downbeat[::_BEAT]
    assert at_beats[4:60:4].min() > 1.5 * np.delete(at_beats[4:60], slice(None, None, 4)).max()
    assert (downbeat <= beat).all()


def test_one_chord_tells_nothing() -> None:
    decibels = np.full((400, 128), -30.0, np.float32)
    beat, downbeat = np.full(400, 0.5, np.float32), np.full(400, 0.1, np.float32)
    told = with_harmony(beat, downbeat, decibels)
    assert np.ptp(told) < 1e-6
    assert len(with_harmony(beat[:0], downbeat[:0], decibels[:0])) == 0


def test_a_long_piece_is_compared_as_its_parts_are() -> None:
    decibels = _chords(400)
    whole = harmonic_change(decibels, 1.0)
    seam = 4096
    part = harmonic_change(decibels[seam - 600 : seam + 600], 1.0)
    reach = int(1.0 * FRAME_RATE) + 5
    np.testing.assert_allclose(whole[seam - 600 + reach : seam + 600 - reach], part[reach:-reach], atol=1e-5)
