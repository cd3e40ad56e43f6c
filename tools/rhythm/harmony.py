"""Chords over the bars of a piece, with the harmonic rhythm of its tempo."""

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np

_PROGRESSIONS = (
    (0, 5, 3, 4), (0, 4, 5, 3), (0, 3, 4, 3), (0, 0, 3, 0, 4, 3, 0, 4), (5, 3, 0, 4), (0, 5, 1, 4), (1, 4, 0, 0),
    (0, 2, 3, 4), (0, 3, 0, 4), (0, 6, 3, 0), (0, 1, 2, 3), (0, 4), (0, 3), (5, 4, 3, 4), (2, 5, 1, 4),
    (0, 0, 4, 4, 0, 0, 3, 4), (0,), (0, 0, 3, 3), (0, 0, 4, 0), (3, 4, 2, 5), (0, 4, 0, 4),
)  # fmt: skip
_BLUES = (0, 0, 0, 0, 3, 3, 0, 0, 4, 3, 0, 4)
_MAJOR, _MINOR = (0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10)
_QUALITY = {
    "major": ("", "m", "m", "", "", "m", ""),
    "minor": ("m", "dim", "", "m", "m", "", ""),
}
TONES = {
    "": (0, 4, 7), "m": (0, 3, 7), "7": (0, 4, 7, 10), "maj7": (0, 4, 7, 11), "6": (0, 4, 7, 9), "m7": (0, 3, 7, 10),
    "9": (0, 4, 10, 14), "m9": (0, 3, 10, 14), "dim": (0, 3, 6), "m7b5": (0, 3, 6, 10), "5": (0, 7, 12),
}  # fmt: skip
"""Semitones above the root, by kind of chord."""


@dataclass(frozen=True)
class Chord:
    """A chord: `root` is a pitch class, `kind` a key of `TONES`."""

    root: int
    kind: str

    @property
    def tones(self) -> tuple[int, ...]:
        """Semitones above the root."""
        return TONES[self.kind]


@dataclass(frozen=True)
class Harmony:
    """The chords of a piece: `changes` are (beat, chord) in order, the first at beat 0."""

    changes: tuple[tuple[float, Chord], ...]

    def at(self, beat: float) -> Chord:
        """Return the chord that sounds at a beat."""
        place = bisect_right(self.changes, beat + 1e-6, key=lambda change: change[0])
        return self.changes[max(0, place - 1)][1]


def make_harmony(
    rng: np.random.Generator, n_bars: int, beats_per_bar: int, tempo: float, colour: str = "plain"
) -> Harmony:
    """Make up chords.

    Parameters
    ----------
    rng : np.random.Generator
    n_bars, beats_per_bar : length of the piece
    tempo : BPM; slow bars change chords within, fast ones hold them for longer
    colour : "plain", "jazz", "blues" or "power" chords
    """
    key, mode = int(rng.integers(12)), "minor" if rng.random() < 0.35 else "major"
    seconds = beats_per_bar * 60 / tempo
    held = 1
    if seconds < 1.6:
        held = int(rng.choice([1, 2, 2, 4]))
    elif seconds < 2.6 and rng.random() < 0.2:
        held = 2
    split = {True: 0.55, False: 0.12}[seconds > 3.0] if beats_per_bar in (4, 6) else 0.0
    is_split = rng.random() < split
    themes = [_BLUES, _BLUES] if colour == "blues" else [_PROGRESSIONS[rng.integers(len(_PROGRESSIONS))] for _ in "AB"]
    changes: list[tuple[float, Chord]] = []
    bar = 0
    while bar < n_bars:
        for degree in themes[0 if rng.random() < 0.65 else 1]:
            changes.append((float(bar * beats_per_bar), _chord(rng, key, mode, degree, colour)))
            if is_split and rng.random() < 0.6:
                middle = bar * beats_per_bar + beats_per_bar / 2
                changes.append((middle, _chord(rng, key, mode, int(rng.integers(6)), colour)))
            bar += held
    return Harmony(tuple(changes))


def _chord(rng: np.random.Generator, key: int, mode: str, degree: int, colour: str) -> Chord:
    scale, kind = (_MINOR if mode == "minor" else _MAJOR), _QUALITY[mode][degree]
    root = (key + scale[degree]) % 12
    if degree == 6 and mode == "major":
        root = (key + 10) % 12
    if colour == "jazz" and kind in ("", "m"):
        kind = str(rng.choice(["m7", "m7", "m9"])) if kind == "m" else str(rng.choice(["7", "maj7", "6", "9"]))
        kind = "7" if degree == 4 else kind
    elif colour == "blues":
        kind = "m7" if mode == "minor" and degree != 4 else "7"
    elif colour == "power":
        kind = "5"
    elif kind in ("", "m") and rng.random() < 0.12:
        kind += "7"
    return Chord(root, kind)
