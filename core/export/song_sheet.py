"""What the song sheet of a piece says: one printed page. `desktop.sheet` draws it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis

NOTHING: Final = "–"
_MINUS: Final = "\N{MINUS SIGN}"
_SAME_TEMPO: Final = 0.02
_GENRES_NAMED: Final = 4
_WAVEFORM_BINS: Final = 1200
NO_CHORD: Final = "N"
NOT_KNOWN: Final = "Not known."
ONE_SECTION: Final = "One section: nothing in it repeats or changes clearly."


@dataclass(frozen=True)
class Fact:
    """One finding about the whole piece: its name, its value, and lines of details."""

    name: str
    value: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class SectionLine:
    """One section.

    Attributes
    ----------
    label, caption, name : "A", "A 2", "chorus?"
    start, end : seconds
    bars : how many begin in it; None without bars
    lufs, difference : its loudness, LUFS, and how much louder than the piece, LU; NaN where nothing sounds
    """

    label: str
    caption: str
    name: str
    start: float
    end: float
    bars: int | None
    lufs: float
    difference: float


@dataclass(frozen=True)
class BarOfChords:
    """One bar: its number, and the chords that begin in it, in Harte's syntax; one that goes on is repeated first.

    `section` is the caption of the section it is in, "" without sections; `begins` says whether it is the first of it.
    """

    number: int
    section: str
    begins: bool
    chords: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class SongSheet:
    """The contents of one page.

    Attributes
    ----------
    title, people : of the piece; the name of its file where it has no title
    facts : tempo, metre, key, loudness, duration
    duration : seconds
    waveform : NDArray[np.float32] [shape=(n, 2)], smallest and largest amplitude along the piece, largest of all 1
    loudness : NDArray[np.float32] [shape=(m,)], short-term loudness every 0.1 s, LUFS; empty if not measured
    beat_times, downbeat_times : seconds
    sections : in order; none for a piece of one section
    sections_note : why there are none, "" where there are
    sentence : how the loudest section stands out; "" for nothing to say
    bars : the chords bar by bar; none without bars or chords
    chords : (start, end, label) in seconds, for pieces without bars
    genres : (name, probability), likeliest first
    is_outside : whether it is none of the genres that the model knows
    reasons : what speaks for the first genre and against it, a line each, the strongest first
    genre_note : reasons, or why there is no genre
    classes : all names that the genre model has, which colours go by
    file, form : name of the file; its format
    notes : what a reader should know
    """

    title: str
    people: str
    facts: tuple[Fact, ...]
    duration: float
    waveform: NDArray[np.float32]
    loudness: NDArray[np.float32]
    beat_times: NDArray[np.float64]
    downbeat_times: NDArray[np.float64]
    sections: tuple[SectionLine, ...]
    sections_note: str
    sentence: str
    bars: tuple[BarOfChords, ...]
    chords: tuple[tuple[float, float, str], ...]
    genres: tuple[tuple[str, float], ...]
    is_outside: bool
    reasons: tuple[str, ...]
    genre_note: str
    classes: tuple[str, ...]
    file: str
    form: str
    notes: tuple[str, ...]


def song_sheet(analysis: "ClipAnalysis", reasons: Sequence[str] = ()) -> SongSheet:
    """Return what the sheet of a piece says; what is not known is left out, or said to be missing.

    `reasons` are lines on what speaks for its first genre and against it.
    """
    from core.messages import texts
    from core.structure.section_loudness import loudness_sentence

    source, loudness, rhythm = analysis.source, analysis.loudness, analysis.rhythm
    tags = source.tags
    prediction = analysis.genre.prediction
    downbeats = rhythm.grid.downbeat_times if rhythm.metre is not None else np.empty(0)
    sections = _sections(analysis)
    genres: tuple[tuple[str, float], ...] = ()
    if prediction is not None:
        order = prediction.probabilities.argsort()[::-1][:_GENRES_NAMED]
        genres = tuple((str(prediction.classes[i]), float(prediction.probabilities[i])) for i in order)
    return SongSheet(
        title=_one_line(tags.get("title") or "") or source.path.stem,
        people="  ·  ".join(_one_line(tags[key]) for key in ("artist", "album", "year") if tags.get(key)),
        facts=tuple(_facts(analysis)),
        duration=source.duration,
        waveform=_waveform(analysis),
        loudness=np.empty(0, np.float32) if loudness is None else loudness.short_term,
        beat_times=rhythm.grid.beat_times,
        downbeat_times=downbeats,
        sections=sections,
        sections_note="" if sections else NOT_KNOWN if analysis.sections is None else ONE_SECTION,
        sentence=loudness_sentence(analysis.sections, None if loudness is None else loudness.momentary),
        bars=_bars(analysis, downbeats, sections),
        chords=_chords(analysis),
        genres=genres,
        is_outside=prediction is not None and prediction.is_outside,
        reasons=tuple(reasons),
        genre_note=" ".join(texts(analysis.genre.notes)),
        classes=() if prediction is None else tuple(str(one) for one in prediction.classes),
        file=source.name,
        form=str(source.format),
        notes=tuple(texts([*source.notes, *rhythm.notes])),
    )


def clock(seconds: float) -> str:
    """Return minutes and seconds, hours only where there are some: "0:07", "1:02:03"."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"


def level(value: float, *, signed: bool = False) -> str:
    """Return a level with one decimal and a typographic minus; a dash where there is none."""
    if not math.isfinite(value):
        return NOTHING
    value = round(value, 1) + 0.0  # no minus before a zero
    return f"{value:{'+' if signed and value else ''}.1f}".replace("-", _MINUS)


def per_cent(share: float) -> str:
    """Return a share in per cent."""
    return f"{100 * share:.0f}\u202f%"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _facts(analysis: "ClipAnalysis") -> list[Fact]:
    return [_tempo(analysis), _metre(analysis), _key(analysis), _loudness(analysis), _duration(analysis)]


def _tempo(analysis: "ClipAnalysis") -> Fact:
    from core.rhythm.grid import tempo_range
    from core.rhythm.tempo_text import tempo_text

    rhythm = analysis.rhythm
    if not len(rhythm.grid):
        return Fact("Tempo", NOTHING, ("no beats found",))
    if not math.isfinite(rhythm.tempo):
        return Fact("Tempo", NOTHING, ("not steady", f"{tempo_text(rhythm.grid.tempo)} BPM on average"))
    details = []
    if rhythm.is_corrected:
        details.append("beats corrected by hand")
    else:
        if math.isfinite(rhythm.estimate.confidence):
            details.append(f"{per_cent(rhythm.estimate.confidence)} certain")
        others = [one for one in rhythm.estimate.candidates if abs(one.tempo / rhythm.tempo - 1) > _SAME_TEMPO]
        if others and math.isfinite(others[0].probability):
            details.append(f"else {tempo_text(others[0].tempo)}, {per_cent(others[0].probability)}")
    if (changes := tempo_range(rhythm.grid.beat_times)) is not None:
        details.append(f"from {changes[0]:.0f} to {changes[1]:.0f}")
    return Fact("Tempo", f"{tempo_text(rhythm.tempo)} BPM", tuple(details))


def _metre(analysis: "ClipAnalysis") -> Fact:
    rhythm = analysis.rhythm
    n_beats = len(rhythm.grid)
    if rhythm.metre is None:
        return Fact("Metre", NOTHING, ("no bars found" if n_beats else "no beats found",))
    return Fact("Metre", f"{rhythm.metre}/4", (f"{len(rhythm.grid.downbeat_times):,} bars", f"{n_beats:,} beats"))


def _key(analysis: "ClipAnalysis") -> Fact:
    from core.harmony.key_names import camelot, key_name, open_key

    harmony = analysis.harmony
    name = harmony.key_name
    if name is None:
        return Fact("Key", NOTHING, ("no clear key",))
    details = [f"Camelot {camelot(name)}, Open Key {open_key(name)}"] if key_name(name) == name else []
    if harmony.edited is not None:
        details.append("set by hand")
    elif harmony.key is not None:
        details.append(f"else {key_text(harmony.key.second_name)}")
    return Fact("Key", key_text(name), tuple(details))


def key_text(name: str) -> str:
    """Return a key with the signs of notation."""
    tonic, space, mode = name.partition(" ")
    return f"{tonic[:1]}{tonic[1:].replace('b', '♭').replace('#', '♯')}{space}{mode}"


def _loudness(analysis: "ClipAnalysis") -> Fact:
    loudness = analysis.loudness
    if loudness is None or not math.isfinite(loudness.integrated):
        return Fact("Loudness", NOTHING, ("not measured" if loudness is None else "silent or too short",))
    details = []
    if math.isfinite(loudness.range):
        details.append(f"range {level(loudness.range)} LU")
    if math.isfinite(loudness.true_peak):
        details.append(f"peak {level(loudness.true_peak)} dBTP")
    return Fact("Loudness", f"{level(loudness.integrated)} LUFS", tuple(details))


def _duration(analysis: "ClipAnalysis") -> Fact:
    seconds = analysis.source.duration
    value = clock(seconds) if seconds >= 10 else f"{seconds:.2f} s"
    n_sections = 0 if analysis.sections is None else len(analysis.sections)
    return Fact("Duration", value, (f"{n_sections} sections",) if n_sections > 1 else ())


def _waveform(analysis: "ClipAnalysis") -> NDArray[np.float32]:
    """Return smallest and largest samples, coarse enough for a page, as loud as the paper allows."""
    levels = analysis.picture.peaks.levels
    fine = next((one for one in reversed(levels) if len(one) >= _WAVEFORM_BINS), levels[0])
    if not len(fine):
        return np.zeros((0, 2), np.float32)
    starts = np.unique(np.linspace(0, len(fine), min(_WAVEFORM_BINS, len(fine)), endpoint=False).astype(int))
    extremes = [np.minimum.reduceat(fine[:, 0], starts), np.maximum.reduceat(fine[:, 1], starts)]
    ends = np.stack(extremes, axis=1).astype(np.float32)
    loudest = float(np.abs(ends).max())
    return ends / np.float32(loudest) if loudest > 0 else ends


def _sections(analysis: "ClipAnalysis") -> tuple[SectionLine, ...]:
    from core.structure.section_loudness import section_loudness

    sections, loudness = analysis.sections, analysis.loudness
    if sections is None or len(sections) < 2:
        return ()
    momentary = np.empty(0, np.float32) if loudness is None else loudness.momentary
    levels = section_loudness(sections, momentary)
    whole = math.nan if loudness is None else float(loudness.integrated)
    rhythm = analysis.rhythm
    lines = []
    for place, caption in enumerate(sections.captions()):
        start, end = float(sections.times[place]), float(sections.times[place + 1])
        bars = None
        if rhythm.metre is not None:
            bars = int(np.count_nonzero(_within(rhythm.grid.downbeat_times, start, end)))
        label, lufs = sections.labels[place], float(levels[place])
        lines.append(SectionLine(label, caption, sections.name_of(label), start, end, bars, lufs, lufs - whole))
    return tuple(lines)


_EARLY: Final = 0.05
"""So many seconds before a border a downbeat is of the section that begins there."""


def _within(times: NDArray[np.float64], start: float, end: float) -> NDArray[np.bool_]:
    return np.asarray((times >= start - _EARLY) & (times < end - _EARLY))


def _bars(
    analysis: "ClipAnalysis", downbeats: NDArray[np.float64], sections: Sequence[SectionLine]
) -> tuple[BarOfChords, ...]:
    chords = analysis.chords
    if chords is None or not len(chords) or not len(downbeats):
        return ()
    ends = [*downbeats[1:].tolist(), analysis.source.duration]
    bars: list[BarOfChords] = []
    former = ""
    for number, (start, end) in enumerate(zip(downbeats.tolist(), ends, strict=True), start=1):
        begun = [section.caption for section in sections if section.start <= start + _EARLY]
        section = begun[-1] if begun else ""
        inside = [chords.at(start + _EARLY)]
        for at, label in zip(chords.times[:-1].tolist(), chords.labels, strict=True):
            if start + _EARLY < at < end - _EARLY and label != inside[-1]:
                inside.append(label)
        bars.append(BarOfChords(number, section, section != former, tuple(inside)))
        former = section
    return tuple(bars)


def _chords(analysis: "ClipAnalysis") -> tuple[tuple[float, float, str], ...]:
    chords = analysis.chords
    if chords is None:
        return ()
    times = chords.times.tolist()
    return tuple(zip(times[:-1], times[1:], chords.labels, strict=True))
