"""Soft onsets where the net hears little."""

import numpy as np

from core.rhythm.grid import FRAME_RATE
from core.rhythm.soft_onsets import complemented, novelty_of


def swelling(seconds: float, every: float, rise: float) -> np.ndarray:
    """Return a log mel spectrum whose level rises for some time at each beat, dB [shape=(n_frames, 128)]."""
    times = np.arange(int(seconds * FRAME_RATE)) / FRAME_RATE
    since = np.mod(times, every)
    level = np.where(since < rise, 12 * since / rise, 12 * np.exp(-(since - rise) / (every / 2)))
    return np.asarray(np.tile(level[:, np.newaxis] - 40, (1, 128)), dtype=np.float32)


def test_a_slow_swell_at_each_beat_is_new_there_and_nowhere_else() -> None:
    novelty = novelty_of(swelling(20.0, 1.0, 0.1))
    at = np.rint(np.arange(2, 18) * FRAME_RATE).astype(int)
    around = np.array([novelty[frame - 3 : frame + 6].max() for frame in at])
    between = np.array([novelty[frame + 15 : frame + 36].max() for frame in at])
    assert around.min() > 200
    assert between.max() < 30


def test_silence_and_a_steady_sound_are_never_new() -> None:
    assert not novelty_of(np.full((400, 128), -40, np.float32)).any()
    assert not novelty_of(np.empty((0, 128), np.float32)).any()


def test_what_the_net_is_sure_of_is_left_as_it_is() -> None:
    frames = np.arange(2000)
    beat = np.where(frames % 20 == 0, 0.9, 0.01).astype(np.float32)
    novelty = np.full(len(beat), 255, np.uint8)
    assert np.allclose(complemented(beat, novelty), beat, atol=1e-6)


def test_where_the_net_hears_nothing_onsets_take_part() -> None:
    novelty = np.where(np.arange(2000) % 40 == 0, 255, 0).astype(np.uint8)
    helped = complemented(np.full(2000, 0.02, np.float32), novelty)
    assert (helped[novelty > 0] > 0.3).all()
    assert np.allclose(helped[novelty == 0], 0.02)
    assert helped.max() <= 1.0


def test_without_novelty_as_former_versions_kept_it_nothing_changes() -> None:
    beat = np.random.default_rng(0).random(300).astype(np.float32)
    assert complemented(beat, np.empty(0, np.uint8)) is beat
