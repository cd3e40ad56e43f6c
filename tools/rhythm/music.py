"""A piece of music as parts of notes, timed in beats: what arrangers write and performers play."""

from dataclasses import dataclass, field

import numpy as np

DRUMS = 9
"""MIDI channel of the drums."""


@dataclass(frozen=True)
class Note:
    """One note or drum hit.

    Attributes
    ----------
    start, end : beats from the first downbeat
    pitch, velocity : as in MIDI
    """

    start: float
    end: float
    pitch: int
    velocity: int


@dataclass
class Part:
    """The notes of one player.

    Attributes
    ----------
    role : "drums", "bass", "chords", "lead" or "voice"
    program : as in General MIDI, counted from 0; for drums the kit
    notes : in any order
    volume : 0 to 127
    is_electronic : played by this project's own synthesiser, where that has such an instrument
    """

    role: str
    program: int
    notes: list[Note]
    volume: int = 100
    is_electronic: bool = False


@dataclass
class Piece:
    """Parts that play together.

    Attributes
    ----------
    parts : who plays what
    beats_per_bar : the metre
    tempo : notated, BPM
    n_bars : length
    style : what it is
    source : who or what it comes from: the arranger, a drummer of Groove, a song of POP909
    rubato : how freely the tempo moves, as a multiple of the usual
    beat_times : seconds of each beat where the source has them, else None
    """

    parts: list[Part]
    beats_per_bar: int
    tempo: float
    n_bars: int
    style: str
    source: str = "arranger"
    rubato: float = 1.0
    beat_times: np.ndarray | None = field(default=None, repr=False)


def swung(beat: float, swing: float, per_beat: int) -> float:
    """Return where a straight position lands with swing.

    Parameters
    ----------
    beat : straight position in beats
    swing : place of the second of two equal notes, 0.5 = straight, 0.67 = triplet
    per_beat : pairs of notes in a beat that are swung: 1 for eighths, 2 for sixteenths
    """
    whole, part = divmod(beat * per_beat, 1.0)
    bent = 2 * swing * part if part < 0.5 else swing + 2 * (1 - swing) * (part - 0.5)
    return float((whole + bent) / per_beat)
