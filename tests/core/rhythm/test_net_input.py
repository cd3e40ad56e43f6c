"""What the beat net reads: one row a frame, free of loudness, and the same in a long piece as in a short one."""

import numpy as np
import pytest

from core.rhythm.grid import FRAME_RATE
from core.rhythm.net_input import N_FLUX, N_INPUTS, TEMPI, WINDOW_SECONDS, net_input


def spectrum(seconds: float, seed: int = 0) -> np.ndarray:
    """Return made-up decibels with an onset every half second."""
    rng = np.random.default_rng(seed)
    n_frames = round(seconds * FRAME_RATE)
    tilt = np.linspace(0.0, -30.0, 128)
    since = (np.arange(n_frames) / FRAME_RATE) % 0.5
    return (tilt - 60.0 * since[:, np.newaxis] + rng.normal(0, 3, (n_frames, 128))).astype(np.float32)


def test_gives_a_row_of_finite_numbers_for_each_frame():
    rows = net_input(spectrum(10))
    assert rows.shape == (len(spectrum(10)), N_INPUTS)
    assert rows.dtype == np.float32
    assert np.isfinite(rows).all()


@pytest.mark.parametrize("n_frames", [0, 1, 2, 3])
def test_accepts_the_shortest_pieces(n_frames):
    assert net_input(np.full((n_frames, 128), -80.0, np.float32)).shape == (n_frames, N_INPUTS)


def test_silence_has_no_onsets_and_no_levels():
    assert np.abs(net_input(np.full((400, 128), -80.0, np.float32))).max() < 1e-3


def test_does_not_depend_on_loudness():
    quiet, loud = net_input(spectrum(10) - 30), net_input(spectrum(10))
    assert np.allclose(quiet, loud, atol=1e-3)


def test_onset_bands_rise_in_the_frame_of_the_onset():
    decibels = np.full((200, 128), -80.0, np.float32)
    decibels[100:] = 0.0
    onsets = net_input(decibels)[:, :N_FLUX].mean(axis=1)
    assert onsets.argmax() in (100, 101)
    assert onsets[99] == onsets[50]


def test_a_passage_of_a_long_piece_looks_as_it_would_alone():
    clip = spectrum(WINDOW_SECONDS)
    before, after = spectrum(60, seed=1) - 25, spectrum(60, seed=2) + 10
    inside = net_input(np.concatenate([before, clip, after]))[len(before) :][: len(clip)]
    middle = slice(len(clip) // 2 - 40, len(clip) // 2 + 40)
    alone = net_input(clip)
    assert np.abs(inside[middle] - alone[middle]).mean() < 0.1
    whole = np.concatenate([before, clip, after])
    assert np.abs(net_input(whole)[: len(before)][:80] - net_input(before[: len(clip)])[:80]).mean() < 0.05


def test_tempo_classes_cover_the_usual_tempi_evenly():
    assert TEMPI[0] == 40
    assert 250 < TEMPI[-1] < 260
    assert np.allclose(np.diff(np.log2(TEMPI)), 2.7 / 60)
