"""Music that this project makes itself, with beats, bars, key and sections that are known exactly.

The demo clip, the demo data set and many tests come from here. Everything follows from the arguments: the same
call gives the same samples.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray

from core.synthesis.band import Band, Bar, parse_key
from core.synthesis.mix import Desk
from core.synthesis.styles import STROLL, STYLES, SWAY, Style

DEMO_SEED = 7
FORM = (("intro", 2), ("groove", 4), ("break", 2), ("full", 4), ("outro", 2))
"""Names and relative lengths of the sections of a whole piece."""
SHORTEST_FORM = 7
"""Bars that the whole form needs; what is shorter is one plain groove."""


@dataclass(frozen=True)
class Section:
    """A part of the piece: its name, and where it starts and ends in seconds."""

    name: str
    start: float
    end: float


@dataclass(frozen=True, eq=False)
class SyntheticClip:
    """A synthesised clip and the truth about it.

    Attributes
    ----------
    y : NDArray[np.float32] [shape=(n, 2)], stereo in [-1, 1]
    sr : sampling rate, Hz
    tempo : BPM
    meter : beats in a bar
    key : such as "D major"
    beat_times, downbeat_times : seconds
    sections : in order, without gaps
    """

    y: NDArray[np.float32]
    sr: int
    tempo: float
    meter: int
    key: str
    beat_times: NDArray[np.float64]
    downbeat_times: NDArray[np.float64]
    sections: tuple[Section, ...]


def synthesise(
    seconds: float = 30.0,
    tempo: float | None = None,
    seed: int = DEMO_SEED,
    meter: int | None = None,
    sr: int = 44100,
    *,
    key: str | None = None,
    style: Style | str | None = None,
    parts: frozenset[str] | None = None,
    first_beat: float = 0.0,
) -> SyntheticClip:
    """Synthesise a clip of drums, bass and chords; without arguments, the demo clip.

    Parameters
    ----------
    seconds : length of the clip
    tempo : BPM; the style's own when None
    seed : what the players vary: timing, force, ornaments
    meter : 3 or 4 beats in a bar; the style's own when None
    sr : sampling rate, Hz
    key : such as "A minor" or "F# major"; the style's own when None
    style : one of `STYLES` or its name; when None, the one that fits the metre
    parts : which of drums, bass, chords, pad, lead, arpeggio may play; all of the style's when None
    first_beat : time of the first downbeat in seconds, with silence before it

    Raises
    ------
    ValueError : when no such music can be played, saying why
    """
    played = _resolve_style(style, tempo, meter, key, parts)
    if not (0.0 < seconds <= 3600.0 and 20.0 <= played.tempo <= 400.0 and sr >= 8000 and 0.0 <= first_beat < seconds):
        raise ValueError(
            "a clip needs 0 to 3600 seconds, 20 to 400 BPM, a rate of 8000 Hz or more, and a beat within it"
        )
    beat = 60.0 / played.tempo
    n_beats = ceil((seconds - first_beat) / beat - 1e-9)
    names = _section_names(ceil(n_beats / played.meter))
    desk = Desk(round(seconds * sr), sr, beat)
    band = Band(desk, played, np.random.Generator(np.random.PCG64(seed)))
    for bar in _bars(names, first_beat, beat * played.meter):
        band.play(bar)
    beat_times = np.array([first_beat + i * beat for i in range(n_beats)])
    return SyntheticClip(
        y=desk.finish(seed),
        sr=sr,
        tempo=played.tempo,
        meter=played.meter,
        key=played.key,
        beat_times=beat_times,
        downbeat_times=beat_times[:: played.meter],
        sections=tuple(_sections(names, first_beat, beat * played.meter, seconds)),
    )


def _resolve_style(
    style: Style | str | None, tempo: float | None, meter: int | None, key: str | None, parts: frozenset[str] | None
) -> Style:
    if style is None:
        style = SWAY if meter == SWAY.meter else STROLL
    if isinstance(style, str):
        if style not in STYLES:
            raise ValueError(f"no style is called {style}; there are {', '.join(STYLES)}")
        style = STYLES[style]
    if meter not in (None, style.meter):
        raise ValueError(f"the style {style.name} has {style.meter} beats in a bar, not {meter}")
    parse_key(key or style.key)
    return replace(
        style,
        tempo=style.tempo if tempo is None else tempo,
        key=key or style.key,
        parts=style.parts if parts is None else style.parts & parts,
    )


def _section_names(n_bars: int) -> list[str]:
    """Return the section of each bar."""
    if n_bars < SHORTEST_FORM:
        return ["groove"] * n_bars
    names = [name for name, _ in FORM]
    lengths = [length for _, length in FORM]
    edges = np.rint(np.cumsum(lengths) / sum(lengths) * n_bars)
    return [names[int(np.searchsorted(edges, bar, side="right"))] for bar in range(n_bars)]


def _bars(names: Sequence[str], first_beat: float, seconds_per_bar: float) -> Iterator[Bar]:
    for index, name in enumerate(names):
        yield Bar(
            index=index,
            start=first_beat + index * seconds_per_bar,
            section=name,
            opens_section=index == 0 or names[index - 1] != name,
            closes_section=index + 1 < len(names) and names[index + 1] != name,
            ends_piece=index + 1 == len(names),
        )


def _sections(names: Sequence[str], first_beat: float, seconds_per_bar: float, seconds: float) -> Iterator[Section]:
    starts = [index for index, name in enumerate(names) if index == 0 or names[index - 1] != name]
    edges = [0.0, *(first_beat + index * seconds_per_bar for index in starts[1:]), seconds]
    for index, start, end in zip(starts, edges, edges[1:], strict=False):
        yield Section(names[index], start, end)
