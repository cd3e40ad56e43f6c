"""From a piece in beats to notes in seconds, as people play: a tempo that moves, players who are not quite together.

The beats stay exact: they are where the tempo curve has them, and the players scatter around them without bias.
"""

from dataclasses import dataclass

import numpy as np

from tools.rhythm.music import Part, Piece

CLIP_SECONDS = 31.0
_FAMILIES = ((0, 7), (16, 20), (24, 31), (32, 39), (40, 44), (48, 51), (56, 63), (64, 71), (72, 79), (80, 87), (88, 95))
_KITS = (0, 8, 16, 24, 25, 26, 32, 40)


@dataclass(frozen=True)
class TimedNote:
    """A note to be sounded: part number, start and end in seconds, MIDI pitch and velocity."""

    start: float
    end: float
    part: int
    pitch: int
    velocity: int


@dataclass(frozen=True)
class Performance:
    """A piece as it is played.

    Attributes
    ----------
    notes : by start
    parts : the players, with the programs and volumes of this performance
    beat_times : NDArray[np.float64] [shape=(n_beats,)], seconds
    positions : NDArray[np.int64] [shape=(n_beats,)], 1 = downbeat
    """

    notes: list[TimedNote]
    parts: list[Part]
    beat_times: np.ndarray
    positions: np.ndarray


def perform(rng: np.random.Generator, piece: Piece) -> Performance:
    """Play a piece: choose where the clip starts, how the tempo moves, who pauses, who plays how precisely."""
    bar = piece.beats_per_bar
    beats = _beat_curve(rng, piece)
    first = int(rng.choice([0, 0, 1, 2])) * bar if len(beats) > 8 * bar else 0
    if rng.random() < 0.3:
        offset = float(rng.uniform(0.05, 2.0))  # silence, then the music
    else:
        offset = -float(rng.uniform(0, bar)) * 60 / piece.tempo  # cut within a bar
    times = beats - beats[first] + offset
    parts = [_dressed(rng, part) for part in piece.parts]
    silent = _silent_parts(rng, parts)
    breaks = _breaks(rng, piece, len(parts))
    scatter = float(rng.choice([0.0, 0.002, 0.006, 0.012]))
    lags = [0.0 if part.role == "drums" else float(rng.normal(0, 0.006)) for part in parts]
    transpose = int(rng.integers(-5, 7))
    place, notes = np.arange(len(times)), []
    for number, part in enumerate(parts):
        if number in silent or not part.notes:
            continue
        starts = np.interp([note.start for note in part.notes], place, times)
        ends = np.interp([note.end for note in part.notes], place, times)
        noise = rng.normal(0, 1, len(starts)) * scatter
        for note, start, end, late in zip(part.notes, starts, ends, noise, strict=True):
            if note.start < first - 0.1 or note.start > len(times) - 1:
                continue
            if any(begin <= note.start < stop and number not in playing for begin, stop, playing in breaks):
                continue
            at = float(start) + lags[number] + float(late)
            if 0 <= at < CLIP_SECONDS:
                pitch = note.pitch if part.role == "drums" else int(np.clip(note.pitch + transpose, 20, 108))
                notes.append(TimedNote(at, max(float(end), at + 0.03), number, pitch, int(note.velocity)))
    notes.sort(key=lambda note: (note.start, note.part, note.pitch))
    shown = (times >= 0) & (times < CLIP_SECONDS) & (place >= first)
    return Performance(notes, parts, times[shown], place[shown] % bar + 1)


def _beat_curve(rng: np.random.Generator, piece: Piece) -> np.ndarray:
    """Return the seconds of every beat: the source's own, or a tempo that drifts, breathes and slows down."""
    if piece.beat_times is not None:
        return piece.beat_times
    n_beats = piece.n_bars * piece.beats_per_bar
    kind = rng.random()
    if piece.rubato <= 1.0 and kind < 0.4:
        curve = np.zeros(n_beats)  # a click
    else:
        size = float(rng.choice([0.002, 0.004, 0.008])) * piece.rubato
        walk = np.cumsum(rng.normal(0, size, n_beats))
        curve = walk - np.linspace(walk[0], walk[-1], n_beats) * 0.7
    if piece.rubato >= 2.0:
        phrase = int(rng.choice([2, 4])) * piece.beats_per_bar
        depth = float(rng.uniform(0, 0.022)) * piece.rubato
        curve = curve + depth * (2 * np.abs((np.arange(n_beats) % phrase) / phrase - 0.4) ** 2 - 0.1)
    if rng.random() < 0.04:
        curve = curve + np.linspace(0, float(rng.uniform(-0.25, 0.25)), n_beats)
    elif rng.random() < 0.03:  # a new tempo from some bar on
        change = int(rng.integers(n_beats // 4, n_beats)) // piece.beats_per_bar * piece.beats_per_bar
        curve = curve + np.where(np.arange(n_beats) >= change, float(rng.uniform(-0.2, 0.2)), 0)
    periods = 60 / piece.tempo * np.exp(np.clip(curve, -0.35, 0.35))
    return np.concatenate([[0.0], np.cumsum(periods)])


def _dressed(rng: np.random.Generator, part: Part) -> Part:
    """Return a part with another instrument of its family now and then, and its own loudness."""
    program = part.program
    if part.role == "drums":
        program = int(rng.choice(_KITS)) if rng.random() < 0.25 else program
    elif rng.random() < 0.35:
        family = next((one for one in _FAMILIES if one[0] <= program <= one[1]), None)
        program = int(rng.integers(family[0], family[1] + 1)) if family else program
    volume = int(np.clip(part.volume * 10 ** (rng.normal(0, 3.5) / 20), 25, 127))
    return Part(part.role, program, part.notes, volume, part.is_electronic)


def _silent_parts(rng: np.random.Generator, parts: list[Part]) -> set[int]:
    """Choose parts that do not play; never all of them."""
    shares = [0.12 if part.role == "drums" else 0.13 for part in parts]
    silent = {number for number, share in enumerate(shares) if rng.random() < share}
    return silent if len(silent) < len(parts) else set()


def _breaks(rng: np.random.Generator, piece: Piece, n_parts: int) -> list[tuple[float, float, set[int]]]:
    """Choose passages (start and end in beats) in which only some parts play."""
    found, bar = [], piece.beats_per_bar
    for _ in range(int(rng.choice([0, 0, 0, 1, 1, 2]))):
        first = int(rng.integers(max(1, piece.n_bars - 4)))
        playing = {int(number) for number in rng.permutation(n_parts)[: max(1, n_parts // 2)]}
        found.append((float(first * bar), float((first + int(rng.choice([1, 2, 4]))) * bar), playing))
    return found
