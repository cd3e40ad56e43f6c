"""Chords of made-up music, on its beats."""

import numpy as np
import pytest

from core.harmony.chords import Chords, chord_names, find_chords
from core.harmony.pitches import measure_pitches, voices_of
from tests.core.harmony.tones import SR, progression

BEAT = 0.5
C, A_MINOR, F, G = (36, 60, 64, 67), (45, 60, 64, 69), (41, 60, 65, 69), (43, 59, 62, 67)


def chords_of(bars: list[tuple[int, ...]], key: str | None = "C major", cents: float = 0.0) -> Chords:
    """Return what is found in bars of four beats with a chord each."""
    y = progression(bars, 4 * BEAT, cents)
    n_beats = 4 * len(bars)
    return find_chords(
        voices_of(measure_pitches(y)), np.arange(n_beats) * BEAT, np.arange(n_beats) % 4 + 1, len(y) / SR, key
    )


@pytest.mark.parametrize("cents", [0.0, 30.0])
@pytest.mark.parametrize("key", ["C major", None])
def test_the_chords_of_a_progression_are_found_on_its_bars(key: str | None, cents: float) -> None:
    found = chords_of([C, A_MINOR, F, G, C], key, cents)
    assert found.labels == ("C:maj", "A:min", "F:maj", "G:maj", "C:maj")
    assert found.times.tolist() == [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]
    assert found.strengths.min() > 0.3
    assert found.strengths.max() <= 1.0


def test_silence_between_chords_is_no_chord() -> None:
    assert chords_of([C, C, (), (), G, G]).labels == ("C:maj", "N", "G:maj")


def test_noise_has_no_chords() -> None:
    y = np.random.default_rng(0).normal(0, 0.1, 6 * SR).astype(np.float32)
    found = find_chords(voices_of(measure_pitches(y)), np.arange(12) * 0.5, np.arange(12) % 4 + 1, 6.0, None)
    assert found.labels == ("N",)


def test_chords_cover_the_piece_before_the_first_and_after_the_last_beat() -> None:
    y = progression([C, C, G, G], 1.0)
    found = find_chords(
        voices_of(measure_pitches(y)), np.array([1.0, 1.5, 2.0, 2.5]), np.array([1, 2, 3, 4]), 4.0, None
    )
    assert found.times[0] == 0.0
    assert found.times[-1] == 4.0
    assert (np.diff(found.times) > 0).all()
    assert found.labels == ("C:maj", "G:maj")


def test_one_chord_all_along_is_one_chord() -> None:
    assert chords_of([A_MINOR] * 4, "A minor").labels == ("A:min",)


def test_without_beats_there_are_no_chords() -> None:
    nothing = find_chords(
        voices_of(measure_pitches(np.zeros(SR, np.float32))), np.empty(0), np.empty(0, int), 1.0, None
    )
    assert len(nothing) == 0
    assert nothing.at(0.5) == "N"


@pytest.mark.parametrize(
    ("key", "fourth_fifth_and_relative"),
    [
        ("Bb minor", ("Eb:min", "F:maj", "Db:maj")),
        ("Db major", ("Gb:maj", "Ab:maj", "Bb:min")),
        ("E major", ("A:maj", "B:maj", "C#:min")),
        ("G# minor", ("C#:min", "D#:min", "B:maj")),
        ("F# major", ("B:maj", "C#:maj", "D#:min")),
        ("A minor", ("D:min", "E:maj", "C:maj")),
    ],
)
def test_chords_are_spelled_like_the_key(key: str, fourth_fifth_and_relative: tuple[str, ...]) -> None:
    assert set(fourth_fifth_and_relative) <= set(chord_names(key))


def test_the_chord_at_a_time_is_that_which_began_last() -> None:
    chords = Chords(np.array([0.0, 1.0, 2.0]), ("C:maj", "G:maj"), np.ones(2, np.float32))
    assert [chords.at(time) for time in (-1.0, 0.0, 0.99, 1.0, 5.0)] == ["C:maj", "C:maj", "C:maj", "G:maj", "G:maj"]
