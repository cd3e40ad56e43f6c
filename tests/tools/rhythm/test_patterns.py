"""What the band plays: patterns of steps, swing, chords, and the styles made of them."""

import numpy as np
import pytest

from tools.rhythm.arranging import arrange, draw_tempo
from tools.rhythm.harmony import make_harmony
from tools.rhythm.music import swung
from tools.rhythm.patterns import bass_notes, melody_notes, steps_of
from tools.rhythm.styles import STYLES, Style

BY_NAME = pytest.mark.parametrize("style", STYLES, ids=[style.name for style in STYLES])


def test_a_step_begins_where_it_is_written() -> None:
    assert list(steps_of("x--.x...", 4)) == [(0.0, 1.5, "x"), (2.0, 2.5, "x")]


@pytest.mark.parametrize(
    ("beat", "swing", "per_beat", "lands"), [(0.5, 0.66, 1, 0.66), (3.0, 0.66, 1, 3.0), (1.25, 0.6, 2, 1.3)]
)
def test_swing_moves_the_second_of_two_notes(beat: float, swing: float, per_beat: int, lands: float) -> None:
    assert swung(beat, swing, per_beat) == pytest.approx(lands)


@BY_NAME
def test_every_line_of_a_style_fills_its_bars_evenly(style: Style) -> None:
    lines = [*style.kick, *style.snare, *style.cymbal, *style.bass, *style.chords, *(line for _, line in style.extra)]
    for line in lines:
        for bar in line.split("|"):
            assert len(bar) % style.beats_per_bar == 0 or style.beats_per_bar % 2 == 0, line
            assert len(bar) in {1, 2, 3, 4, 6, 8} or len(bar) % style.beats_per_bar == 0, line


@BY_NAME
def test_the_same_seed_gives_the_same_piece(style: Style) -> None:
    first, second = (arrange(np.random.default_rng(3), style) for _ in range(2))
    assert first.tempo == second.tempo
    assert [part.notes for part in first.parts] == [part.notes for part in second.parts]
    assert sum(len(part.notes) for part in first.parts) > 20


@BY_NAME
def test_tempi_are_those_of_the_style(style: Style) -> None:
    rng = np.random.default_rng(0)
    tempi = [draw_tempo(rng, style) for _ in range(300)]
    low, middle, high, _ = style.tempo
    assert low <= min(tempi)
    assert max(tempi) <= high
    assert abs(np.log2(np.median(tempi) / middle)) < 0.12


def test_the_back_beat_of_a_slow_ballad_is_on_two_and_four_of_the_slow_beat() -> None:
    style = next(style for style in STYLES if style.name == "slow rock")
    piece = arrange(np.random.default_rng(1), style)
    (drums,) = [part for part in piece.parts if part.role == "drums"]
    snare = [note.start % 4 for note in drums.notes if note.pitch in (38, 40) and note.velocity > 90]
    assert piece.tempo < 95
    assert np.mean([place in (1.0, 3.0) for place in snare]) > 0.7


def test_the_bass_plays_the_root_of_the_chord_on_the_first_beat() -> None:
    rng = np.random.default_rng(5)
    harmony = make_harmony(rng, 16, 4, 120.0)
    for note in bass_notes(rng, "r---f---r---f---", harmony, 4, 16, (0.5, 1)):
        if note.start % 4 == 0:
            assert note.pitch % 12 == harmony.at(note.start).root


@pytest.mark.parametrize("tempo", [50.0, 100.0, 200.0])
def test_melodies_have_as_many_notes_a_second_at_every_tempo(tempo: float) -> None:
    rates = []
    for seed in range(40):
        rng = np.random.default_rng(seed)
        notes = melody_notes(rng, make_harmony(rng, 16, 4, tempo), 4, 16, tempo, (0.5, 1))
        rates.append(len(notes) / (16 * 4 * 60 / tempo))
    assert 0.8 < np.median(rates) < 3.0
