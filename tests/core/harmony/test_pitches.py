"""Pitches that sound, whatever the tuning and the loudness."""

import numpy as np
import pytest

from core.harmony.pitches import LOWEST, N_PITCHES, PITCH_HOP, chroma_of, measure_pitches
from tests.core.harmony.tones import SR, sounding


@pytest.mark.parametrize("cents", [0.0, 35.0, -40.0])
def test_notes_stand_out_of_their_neighbours_whatever_they_are_tuned_to(cents: float) -> None:
    pitches = measure_pitches(sounding((48, 64, 67), 2.0, cents))
    assert pitches.shape == (1 + 2 * SR // PITCH_HOP, N_PITCHES)
    mean = pitches.mean(axis=0)
    for note in (48, 64, 67):
        beside = mean[[note - LOWEST - 1, note - LOWEST + 1]]
        assert mean[note - LOWEST] > 3 * beside.max()


def test_a_quieter_recording_has_the_same_pitches() -> None:
    y = sounding((50, 57, 66), 2.0) + np.random.default_rng(0).normal(0, 1e-3, 2 * SR).astype(np.float32)
    loud, quiet = measure_pitches(y), measure_pitches(y * np.float32(0.1))
    assert np.abs(loud - quiet).max() < 0.05 * loud.max()


def test_silence_has_no_pitches() -> None:
    assert measure_pitches(np.zeros(SR, np.float32)).max() == 0.0


def test_pitch_classes_are_summed_over_the_octaves_of_a_range() -> None:
    pitches = np.zeros((1, N_PITCHES), np.float32)
    pitches[0, [48 - LOWEST, 60 - LOWEST, 62 - LOWEST]] = 1.0, 2.0, 4.0
    assert chroma_of(pitches, 36, 96)[0, [0, 2]].tolist() == [3.0, 4.0]
    assert chroma_of(pitches, 36, 59)[0, [0, 2]].tolist() == [1.0, 0.0]


@pytest.mark.parametrize("n_samples", [0, 1, 700])
def test_the_shortest_signals_have_a_frame(n_samples: int) -> None:
    assert len(measure_pitches(np.full(n_samples, 0.1, np.float32))) == 1
