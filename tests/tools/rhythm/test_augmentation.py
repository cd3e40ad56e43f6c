"""Variations leave the beats where they are, or take their labels along; targets have their tops at the beats."""

import numpy as np
import pytest

from core.rhythm.grid import FRAME_RATE
from core.rhythm.net_input import N_FLUX, N_INPUTS, TEMPI, net_input
from tools.rhythm import augmentation
from tools.rhythm.augmentation import Excerpt, stretched, varied
from tools.rhythm.targets import target_of

BEATS = np.arange(20.0, 1300.0, 21.5)


def clip(seed: int = 0) -> Excerpt:
    """Made-up decibels with an onset at every beat."""
    rng = np.random.default_rng(seed)
    since = np.arange(1330.0)[:, np.newaxis] - BEATS
    decay = np.where(since >= -1, -2.0 * np.maximum(since, 0), -80.0).max(axis=1)
    decibels = np.maximum(decay, -60)[:, np.newaxis] + rng.normal(0, 1, (1330, 128))
    return Excerpt(decibels.astype(np.float32), BEATS, np.arange(len(BEATS)) % 4 + 1)


def strength_at(excerpt: Excerpt) -> tuple[float, float]:
    """Mean onset strength at the labelled beats, and half way between them."""
    onsets = net_input(excerpt.decibels)[:, :N_FLUX].mean(axis=1)
    inside = excerpt.beat_frames[(excerpt.beat_frames > 5) & (excerpt.beat_frames < len(onsets) - 20)]
    near = np.rint(inside).astype(int)[:, np.newaxis] + np.arange(-1, 3)
    return float(onsets[near].max(axis=1).mean()), float(onsets[near + 10].max(axis=1).mean())


@pytest.mark.parametrize("seed", range(25))
def test_onsets_stay_at_the_beats_in_every_variation(seed: int) -> None:
    excerpt = varied(np.random.default_rng(seed), clip(), clip(1).decibels, 1024)
    at, between = strength_at(excerpt)
    assert len(excerpt.decibels) == 1024
    assert np.isfinite(excerpt.decibels).all()
    assert at > between + 0.5


@pytest.mark.parametrize("ratio", [0.85, 1.0, 1.17])
def test_stretching_takes_the_beats_along(ratio: float) -> None:
    excerpt = stretched(clip(), ratio)
    assert np.diff(excerpt.beat_frames).mean() == pytest.approx(21.5 / ratio)
    at, between = strength_at(excerpt)
    assert at > between + 1


@pytest.mark.parametrize("vary", [augmentation.equalised, augmentation.compressed])
def test_tone_and_loudness_change_no_onset(vary: object) -> None:
    varied_ = vary(np.random.default_rng(3), clip().decibels)  # type: ignore[operator]
    onsets = [net_input(decibels)[:, :N_FLUX].mean(axis=1) for decibels in (clip().decibels, varied_)]
    assert np.corrcoef(*onsets)[0, 1] > 0.9


def test_the_same_seed_gives_the_same_variation() -> None:
    first, second = (varied(np.random.default_rng(7), clip(), clip(1).decibels, 512) for _ in range(2))
    assert np.array_equal(first.decibels, second.decibels)


def test_masks_hide_and_change_nothing_else() -> None:
    rows = net_input(clip().decibels)
    hidden = augmentation.masked(np.random.default_rng(1), rows)
    assert rows.shape == hidden.shape == (1330, N_INPUTS)
    assert np.array_equal(hidden[hidden != 0], rows[hidden != 0])
    assert np.isfinite(rows).all()


@pytest.mark.parametrize("beat", [100.0, 100.25, 100.5, 100.9])
def test_a_target_has_its_centre_where_the_beat_is(beat: float) -> None:
    target = target_of(np.array([beat, beat + 40, beat + 80]), np.array([1, 2, 3]), 400, 512)
    bump = target.beats[int(beat) - 5 : int(beat) + 7, 0]
    assert (bump * np.arange(int(beat) - 5, int(beat) + 7)).sum() / bump.sum() == pytest.approx(beat, abs=0.01)
    assert target.beats[int(beat) - 5 : int(beat) + 7, 1].max() == pytest.approx(bump.max())
    assert not target.beats[120:, 1].any()


def test_padding_does_not_count_and_the_tempo_is_the_beats() -> None:
    frames = np.arange(10.0, 400, 60 * FRAME_RATE / 100)
    target = target_of(frames, np.ones(len(frames), np.int64), 400, 512)
    assert not target.weights[400:].any()
    assert TEMPI[target.tempo.argmax()] == pytest.approx(100, rel=0.02)
    assert target.tempo.sum() == pytest.approx(1)
