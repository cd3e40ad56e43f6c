"""What is said of the rhythm of a piece."""

from dataclasses import replace

import numpy as np

from core.analysis import Rhythm
from core.rhythm.estimate import NO_ESTIMATE, uncertain_estimate
from core.rhythm.grid import NO_BEATS, BeatGrid

GRID = BeatGrid(np.arange(8) * 0.5, np.arange(8) % 4 + 1, 120.0, 4)
FOUND = uncertain_estimate(GRID)


def test_tempo_and_metre_are_those_of_the_grid() -> None:
    rhythm = Rhythm(GRID, FOUND)
    assert (rhythm.tempo, rhythm.metre, rhythm.is_corrected) == (120.0, 4, False)


def test_what_the_tracker_cannot_tell_is_not_said() -> None:
    rhythm = Rhythm(GRID, replace(FOUND, is_steady=False, has_bars=False))
    assert np.isnan(rhythm.tempo) and rhythm.metre is None


def test_a_person_who_corrects_the_beats_is_believed() -> None:
    unsure = replace(FOUND, is_steady=False, has_bars=False)
    copied = replace(GRID, beat_times=GRID.beat_times.copy())  # as it comes out of another process
    assert not Rhythm(copied, unsure).is_corrected
    rhythm = Rhythm(replace(GRID, positions=np.arange(8) % 3 + 1, beats_per_bar=3), unsure)
    assert (rhythm.tempo, rhythm.metre, rhythm.is_corrected) == (120.0, 3, True)


def test_without_beats_there_is_neither() -> None:
    rhythm = Rhythm(NO_BEATS, NO_ESTIMATE)
    assert np.isnan(rhythm.tempo) and rhythm.metre is None
