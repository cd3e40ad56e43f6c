"""Playing: beats are exact whatever the players do, and the players scatter around them without bias."""

import numpy as np
import pytest

from tools.rhythm.music import Note, Part, Piece
from tools.rhythm.performing import CLIP_SECONDS, perform


def clicks(beats_per_bar: int = 4, rubato: float = 1.0) -> Piece:
    notes = [Note(float(beat), beat + 0.1, 37, 100) for beat in range(160)]
    return Piece([Part("drums", 0, notes)], beats_per_bar, 120.0, 160 // beats_per_bar, "clicks", rubato=rubato)


@pytest.mark.parametrize("beats_per_bar", [2, 3, 4, 5, 7])
def test_positions_count_through_the_bar(beats_per_bar: int) -> None:
    for seed in range(10):
        played = perform(np.random.default_rng(seed), clicks(beats_per_bar))
        assert set(played.positions) == set(range(1, beats_per_bar + 1))
        assert ((np.diff(played.positions) - 1) % beats_per_bar == 0).all()
        assert (np.diff(played.beat_times) > 0).all()
        assert played.beat_times[0] >= 0
        assert played.beat_times[-1] < CLIP_SECONDS


def test_players_scatter_around_the_beats_without_bias() -> None:
    errors = []
    for seed in range(60):
        played = perform(np.random.default_rng(seed), clicks())
        if played.notes:
            times = np.array([note.start for note in played.notes])
            nearest = np.abs(played.beat_times[:, np.newaxis] - times).argmin(axis=0)
            errors += (times - played.beat_times[nearest]).tolist()
    assert abs(np.mean(errors)) < 0.0005
    assert np.std(errors) < 0.01


def test_a_steady_piece_keeps_its_tempo_and_a_free_one_does_not() -> None:
    def spread(rubato: float) -> float:
        return float(
            np.median(
                [
                    np.std(np.diff(perform(np.random.default_rng(seed), clicks(4, rubato)).beat_times))
                    for seed in range(30)
                ]
            )
        )

    assert spread(1.0) < 0.01 < spread(4.0)


def test_beats_of_a_source_are_kept_as_they_are() -> None:
    piece = clicks()
    piece.beat_times = np.cumsum(np.random.default_rng(2).uniform(0.4, 0.6, 160))
    played = perform(np.random.default_rng(0), piece)
    distances = np.diff(piece.beat_times)
    (start,) = np.flatnonzero(np.isclose(distances, played.beat_times[1] - played.beat_times[0], atol=1e-9))
    assert np.allclose(np.diff(played.beat_times), distances[start : start + len(played.beat_times) - 1])
