"""A band that plays any of the styles: a piece from a style and a seed."""

import numpy as np

from tools.rhythm.harmony import Harmony, make_harmony
from tools.rhythm.music import Note, Part, Piece, swung
from tools.rhythm.patterns import bass_notes, chord_notes, melody_notes, spread_over
from tools.rhythm.styles import Style

_KICK, _SNARE, _OPEN_HAT, _CRASH = 36, 38, 46, 49
_TOMS = (50, 47, 45, 43, 41)
_STRENGTHS = {"X": 112, "x": 94, "g": 42, "o": 92}
_LONGEST = 40.0
"""Seconds that a piece lasts at least: a clip, its lead-in and room for drift."""


def draw_tempo(rng: np.random.Generator, style: Style) -> float:
    """Draw a tempo in BPM as such music has it."""
    low, middle, high, spread = style.tempo
    while True:
        tempo = middle * 2.0 ** rng.normal(0, spread)
        if low <= tempo <= high:
            return float(tempo)


def arrange(rng: np.random.Generator, style: Style) -> Piece:
    """Compose a piece in a style."""
    tempo, beats = draw_tempo(rng, style), style.beats_per_bar
    n_bars = int(np.ceil(_LONGEST * tempo / 60 / beats)) + 1
    harmony = make_harmony(rng, n_bars, beats, tempo, style.colour)
    swing = _draw_swing(rng, style)
    parts = accompany(rng, style, harmony, n_bars, tempo, swing)
    if style.kick and rng.random() < style.drummed:
        parts.append(drum(rng, style, n_bars, swing))
    return Piece(parts, beats, tempo, n_bars, style.name, rubato=style.rubato)


def accompany(
    rng: np.random.Generator, style: Style, harmony: Harmony, n_bars: int, tempo: float, swing: tuple[float, int]
) -> list[Part]:
    """Return bass, chords and melody of a style over given chords."""
    beats, parts = style.beats_per_bar, []
    if style.bass and rng.random() < 0.92:
        notes = bass_notes(rng, str(rng.choice(style.bass)), harmony, beats, n_bars, swing)
        parts.append(
            Part("bass", int(rng.choice(style.basses)), notes, int(rng.integers(85, 127)), rng.random() < 0.25)
        )
    for share in (0.9, 0.45):
        if style.chords and rng.random() < share:
            notes = chord_notes(rng, str(rng.choice(style.chords)), harmony, beats, n_bars, swing)
            program = int(rng.choice(style.comping))
            parts.append(Part("chords", program, notes, int(rng.integers(60, 116)), rng.random() < 0.12))
    if rng.random() < style.voiced:
        notes = melody_notes(rng, harmony, beats, n_bars, tempo, _melodic(style, swing))
        role = "voice" if rng.random() < 0.7 else "lead"
        parts.append(Part(role, int(rng.choice([52, 53, 54, 85])), notes, int(rng.integers(80, 127)), role == "voice"))
    if rng.random() < 0.5 or not parts:
        notes = melody_notes(rng, harmony, beats, n_bars, tempo, _melodic(style, swing))
        parts.append(Part("lead", int(rng.choice(style.leads)), notes, int(rng.integers(70, 122)), rng.random() < 0.1))
    return parts


def drum(rng: np.random.Generator, style: Style, n_bars: int, swing: tuple[float, int]) -> Part:
    """Return the drums of a style: two grooves that take turns, fills, crashes, a change of cymbal."""
    beats = style.beats_per_bar
    lines = [_groove(rng, style), _groove(rng, style)]
    lines[1] = {**lines[0], _KICK: lines[1].get(_KICK, "."), **({} if rng.random() < 0.7 else lines[1])}
    period = int(rng.choice([4, 8, 8]))
    notes: list[Note] = []
    loudness = {pitch: float(rng.normal(0, 5)) for pitch in range(128)}
    feel = float(rng.uniform(0, 14))
    by_bar = [_by_bar(line, beats, n_bars) for line in lines]
    crashes, variation = rng.random() < 0.6, rng.random() < 0.3
    extra_kicks = rng.random() < 0.25
    for bar in range(n_bars):
        which = 1 if (variation and bar % 4 == 3) or (bar // period) % 4 == 2 else 0
        is_fill = bar % period == period - 1 and rng.random() < style.fills
        fill_from = beats - min(beats - 1, int(rng.choice([1, 2, 2]))) if is_fill and beats > 1 else beats
        for pitch, start, character in by_bar[which][bar]:
            if start % beats >= fill_from and pitch == _SNARE:
                continue
            strength = _STRENGTHS[character] + loudness[pitch] - (0 if (start * 2) % 2 == 0 else feel)
            notes.append(_hit(rng, swung(start, *swing), _OPEN_HAT if character == "o" else pitch, strength))
        if is_fill:
            notes += _fill(rng, bar * beats + fill_from, (bar + 1) * beats, swing)
        if extra_kicks and rng.random() < 0.4:
            notes.append(_hit(rng, swung(bar * beats + int(rng.integers(beats * 4)) / 4, *swing), _KICK, 84))
        if crashes and bar % period == 0 and (bar == 0 or rng.random() < 0.7):
            notes.append(_hit(rng, float(bar * beats), _CRASH, 104))
    return Part("drums", int(rng.choice(style.kits)), notes, int(rng.integers(90, 127)), rng.random() < 0.25)


def _groove(rng: np.random.Generator, style: Style) -> dict[int, str]:
    """Choose a line for each drum."""
    snare_note = int(rng.choice([_SNARE, _SNARE, 40]))
    if 40 in style.kits and rng.random() < 0.6:
        snare_note = 40 if rng.random() < 0.5 else 37
    lines = {_KICK: str(rng.choice(style.kick)), snare_note: str(rng.choice(style.snare))}
    if rng.random() < 0.93:
        lines[int(rng.choice(style.cymbals))] = str(rng.choice(style.cymbal))
    return lines | {pitch: line for pitch, line in style.extra if rng.random() < 0.35}


def _by_bar(lines: dict[int, str], beats: int, n_bars: int) -> list[list[tuple[int, float, str]]]:
    bars: list[list[tuple[int, float, str]]] = [[] for _ in range(n_bars)]
    for pitch, line in lines.items():
        for start, _, character in spread_over(line, beats, n_bars):
            bars[int(start // beats)].append((pitch, start, character))
    return bars


def _fill(rng: np.random.Generator, start: float, end: float, swing: tuple[float, int]) -> list[Note]:
    division, notes = int(rng.choice([2, 4, 4, 3])), []
    for step in range(round((end - start) * division)):
        if rng.random() < 0.8:
            pitch = int(rng.choice([_SNARE, *_TOMS]))
            notes.append(
                _hit(rng, swung(start + step / division, *swing) if division != 3 else start + step / 3, pitch, 98)
            )
    return notes


def _hit(rng: np.random.Generator, beat: float, pitch: int, strength: float) -> Note:
    return Note(beat, beat + 0.2, pitch, int(np.clip(rng.normal(strength, 5), 12, 127)))


def _draw_swing(rng: np.random.Generator, style: Style) -> tuple[float, int]:
    low, high, per_beat = style.swing
    if high == low or rng.random() < 0.35:
        return 0.5, 1
    return float(rng.uniform(low, high)), per_beat


def _melodic(style: Style, swing: tuple[float, int]) -> tuple[float, int]:
    """Swing of a melody: that of the band, or of the triplets that it plays."""
    lines = style.cymbal or style.chords
    is_ternary = bool(lines) and len(lines[0].split("|")[0]) == 3 * style.beats_per_bar
    return (0.66, 1) if is_ternary else swing
