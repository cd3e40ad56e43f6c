"""Parts written as steps of a bar: one character a step, as many steps as the string is long.

`.` is a rest and `-` goes on with the note before. Drums: `x` plain, `X` accented, `o` open, `g` a ghost note.
Bass: `r` root, `f` fifth, `t` third, `o` octave, `a` a step towards the next chord, `w` any chord tone near by.
Chords: `x` the whole chord, `l` its root below, a digit that tone of an arpeggio.
"""

from collections.abc import Iterator

import numpy as np

from tools.rhythm.harmony import Chord, Harmony
from tools.rhythm.music import Note, swung


def steps_of(pattern: str, beats_per_bar: int) -> Iterator[tuple[float, float, str]]:
    """Yield (start, end, character) of every note in a bar, in beats."""
    pattern = pattern.replace(" ", "")
    length = beats_per_bar / len(pattern)
    for i, character in enumerate(pattern):
        if character in ".-":
            continue
        end = i + 1
        while end < len(pattern) and pattern[end] == "-":
            end += 1
        yield i * length, end * length, character


def spread_over(pattern: str, beats_per_bar: int, n_bars: int) -> Iterator[tuple[float, float, str]]:
    """Yield the notes of a pattern bar after bar; a pattern with `|` lasts several bars."""
    bars = [list(steps_of(bar, beats_per_bar)) for bar in pattern.split("|")]
    for bar in range(n_bars):
        for start, end, character in bars[bar % len(bars)]:
            yield bar * beats_per_bar + start, bar * beats_per_bar + end, character


def bass_notes(
    rng: np.random.Generator, pattern: str, harmony: Harmony, beats_per_bar: int, n_bars: int, swing: tuple[float, int]
) -> list[Note]:
    """Return a bass line over the chords."""
    notes = []
    length = float(rng.choice([0.55, 0.85, 0.95]))
    low = int(rng.integers(28, 34))
    for start, end, character in spread_over(pattern, beats_per_bar, n_bars):
        chord = harmony.at(start)
        root = low + (chord.root - low) % 12
        third, fifth = chord.tones[1], chord.tones[-1] if chord.kind == "5" else chord.tones[2]
        pitch = {"r": root, "f": root + fifth, "t": root + third, "o": root + 12}.get(character, root)
        if character == "a":
            following = low + (harmony.at(end).root - low) % 12
            pitch = following + int(rng.choice([-2, -1, 1, 2]))
        elif character == "w":
            pitch = root + int(rng.choice([0, 2, third, fifth, 9, 12]))
        at = swung(start, *swing)
        notes.append(Note(at, at + max(0.1, (end - start) * length), pitch, _velocity(rng, 96, 7)))
    return notes


def chord_notes(
    rng: np.random.Generator, pattern: str, harmony: Harmony, beats_per_bar: int, n_bars: int, swing: tuple[float, int]
) -> list[Note]:
    """Return chords, arpeggios or an accompaniment in between."""
    notes = []
    middle = int(rng.integers(48, 60))
    legato = float(rng.choice([0.5, 0.8, 0.97]))
    accent = float(rng.uniform(0, 14))
    for start, end, character in spread_over(pattern, beats_per_bar, n_bars):
        voicing = _voicing(harmony.at(start), middle)
        pitches = voicing
        if character == "l":
            pitches = [voicing[0] - 12]
        elif character.isdigit():
            place = int(character)
            pitches = [voicing[place % len(voicing)] + 12 * (place // len(voicing))]
        at = swung(start, *swing)
        loud = 80 + (accent if start % 1 == 0 else 0)
        until = at + max(0.08, (end - start) * (legato if end - start < 1.5 else 0.97))
        notes += [Note(at, until, pitch, _velocity(rng, loud, 6)) for pitch in pitches]
    return notes


def melody_notes(
    rng: np.random.Generator, harmony: Harmony, beats_per_bar: int, n_bars: int, tempo: float, swing: tuple[float, int]
) -> list[Note]:
    """Make up a melody of repeated phrases with as many notes a second as people sing and play."""
    rate = float(np.exp(rng.uniform(np.log(0.9), np.log(4.5))))  # notes a second
    per_beat = rate * 60 / tempo
    division = 1 if per_beat < 0.45 else (2 if per_beat < 1.3 else 4)
    if rng.random() < 0.08:
        division = 3
    phrase_bars = int(rng.choice([1, 2, 2, 4]))
    density, syncopation = min(0.95, per_beat / division), float(rng.uniform(0.3, 1.0))
    phrases = [_phrase(rng, phrase_bars * beats_per_bar, division, density, syncopation) for _ in range(3)]
    rests, legato = rng.random() < 0.5, float(rng.uniform(0.4, 1.1))
    pitch, notes = int(rng.integers(60, 78)), []
    for bar in range(0, n_bars, phrase_bars):
        if rests and rng.random() < 0.3:
            continue
        phrase = phrases[(0, 1, 0, 2)[bar // phrase_bars % 4]]
        for start, end in phrase:
            at = bar * beats_per_bar + start
            tones = {(harmony.at(at).root + tone) % 12 for tone in harmony.at(at).tones}
            near = [p for p in range(pitch - 5, pitch + 6) if p % 12 in tones or rng.random() < 0.2]
            pitch = int(np.clip(rng.choice(near) if near else pitch, 55, 86))
            begin = swung(at, *swing)
            notes.append(Note(begin, begin + max(0.12, (end - start) * legato), pitch, _velocity(rng, 92, 11)))
    return notes


def _phrase(
    rng: np.random.Generator, n_beats: int, division: int, density: float, syncopation: float
) -> list[tuple[float, float]]:
    starts = []
    for step in range(n_beats * division):
        weight = density * (1.25 if step % division == 0 else 0.6 + 0.5 * syncopation)
        if rng.random() < weight:
            starts.append(step / division)
    return list(zip(starts, [*starts[1:], float(n_beats)], strict=True)) if starts else []


def _voicing(chord: Chord, middle: int) -> list[int]:
    return sorted(middle + (chord.root + tone - middle) % 12 for tone in chord.tones)


def _velocity(rng: np.random.Generator, mean: float, spread: float) -> int:
    return int(np.clip(rng.normal(mean, spread), 20, 127))
