"""Keys of music whose key is known."""

import numpy as np
import pytest
import soxr

from core.harmony.key import estimate_key
from core.harmony.pitches import measure_pitches
from core.spectrum.slices import measure_slices
from core.synthesis import synthesise


@pytest.mark.parametrize("key", ["D major", "A minor", "G major", "F# minor"])
def test_the_key_of_synthesised_music_is_found(key: str) -> None:
    clip = synthesise(seconds=16.0, key=key, seed=2)
    y = np.ascontiguousarray(soxr.resample(clip.y.mean(axis=1), clip.sr, 22050, "HQ"), dtype=np.float32)
    (tracks,) = measure_slices(y, [(0, len(y))])
    estimate = estimate_key(tracks.frames.chroma, measure_pitches(y))
    assert estimate is not None
    assert key in (estimate.name, estimate.second_name)
    assert estimate.strength >= estimate.second_strength


@pytest.mark.parametrize("scale", [0.0, 0.1])
def test_silence_and_noise_have_no_key(scale: float) -> None:
    y = np.random.default_rng(0).normal(scale=scale, size=22050 * 5).astype(np.float32)
    (tracks,) = measure_slices(y, [(0, len(y))])
    assert estimate_key(tracks.frames.chroma, measure_pitches(y)) is None
