"""Chords from beat to beat: 24 major and minor triads and "no chord", spelled like the key.

What sounds in a beat is held against the tones of every chord, upper voices and bass apart. A Viterbi path through the
beats then weighs how often each chord occurs in the key and at which places of a bar chords change.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.harmony.key_names import SPELLED
from core.harmony.pitches import PITCH_HOP, Voices

NO_CHORD = "N"

_KINDS = ("maj", "min")
_TRIADS = {"maj": (0, 4, 7), "min": (0, 3, 7)}
_BASS_WEIGHT = 0.35
_SHARPNESS = 30.0  # how much a better match counts against what is likely in the key
_UNTUNED = 0.55  # match that "no chord" has in every beat; noise matches every chord by some 0.45
_RARE = 0.25  # share of all chords that are drawn whatever the key, since not all music keeps to it
_SHORTEST = 0.1  # seconds; what is shorter before the first beat or after the last belongs to its neighbour

_IN_KEY = {
    "major": (
        (0.255, 0.008, 0.021, 0.003, 0.011, 0.142, 0.004, 0.213, 0.009, 0.021, 0.010, 0.002),
        (0.001, 0.001, 0.075, 0.002, 0.076, 0.009, 0.005, 0.002, 0.001, 0.123, 0.003, 0.004),
    ),
    "minor": (
        (0.052, 0.004, 0.002, 0.113, 0.002, 0.023, 0.001, 0.060, 0.126, 0.002, 0.150, 0.002),
        (0.268, 0.002, 0.007, 0.001, 0.002, 0.091, 0.001, 0.083, 0.003, 0.005, 0.001, 0.001),
    ),
}
"""Share of beats with each major and minor chord, by its root above the tonic: counted in the annotations of POP909,
without the songs that are kept for choosing and for the final figure."""

_CHANGES = {1: 0.6, 3: 0.4}
_CHANGES_ELSEWHERE = 0.25
"""How often the chord changes at the first and third beat of four, and at others. The same annotations say 0.75, 0.38
and 0.09; but bars that were found begin at the wrong beat in some pieces, and beats are twice as long in some."""

_SHARP_ROOTS = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_FLAT_ROOTS = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")
_MIXED_ROOTS = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
_FLAT_MAJORS, _SHARP_MAJORS = (1, 3, 5, 8, 10), (2, 4, 6, 7, 9, 11)  # tonics whose scales are written so


@dataclass(frozen=True, eq=False)
class Chords:
    """The chords of a piece, one after another without gaps.

    Attributes
    ----------
    times : NDArray[np.float64] [shape=(n + 1,)], seconds at which each begins; the last is the end of the piece
    labels : n labels in Harte's syntax: "C:maj", "A:min", "N" where no chord sounds
    strengths : NDArray[np.float32] [shape=(n,)], 0 to 1: how likely the label is among all, by what sounds there
    """

    times: NDArray[np.float64]
    labels: tuple[str, ...]
    strengths: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.labels)

    def at(self, time: float) -> str:
        """Return the label of the chord that sounds at a time in seconds."""
        return self.labels[self.place_at(time)] if self.labels else NO_CHORD

    def place_at(self, time: float) -> int:
        """Return which chord sounds at a time in seconds: the first before all, the last after all."""
        place = int(np.searchsorted(self.times, time, side="right")) - 1
        return min(max(place, 0), len(self.labels) - 1)


def find_chords(
    voices: Voices, beat_times: NDArray[np.float64], positions: NDArray[np.integer], duration: float, key: str | None
) -> Chords:
    """Return the chords of a piece, which change on beats only.

    Parameters
    ----------
    voices : upper voices and bass of the piece
    beat_times : NDArray[np.float64] [shape=(n_beats,)], seconds
    positions : NDArray[np.integer] [shape=(n_beats,)], places in the bar, 1 = downbeat
    duration : length of the piece, seconds
    key : the key, such as "Bb minor"; None where there is none

    Returns
    -------
    Chords
        Without beats, none.
    """
    if not len(beat_times):
        return Chords(np.empty(0), (), np.empty(0, np.float32))
    bounds, places = _spans(beat_times, positions, duration)
    match = _match(voices, bounds)
    path = _likeliest(_SHARPNESS * match + _log_prior(key), _change_chances(places))
    chance = np.exp(_SHARPNESS * (match - match.max(axis=1, keepdims=True)))
    chance /= chance.sum(axis=1, keepdims=True)
    first = np.flatnonzero(np.r_[True, path[1:] != path[:-1]])
    lengths = np.diff(bounds)
    strengths = np.add.reduceat(chance[np.arange(len(path)), path] * lengths, first) / np.add.reduceat(lengths, first)
    names = chord_names(key)
    return Chords(
        np.r_[bounds[first], bounds[-1]], tuple(names[chord] for chord in path[first]), strengths.astype(np.float32)
    )


def chord_names(key: str | None) -> tuple[str, ...]:
    """Return the 25 labels, major from C upwards, minor, "N", spelled as the scale of the key is written."""
    roots = _MIXED_ROOTS
    if key is not None:
        tonic, mode = key.split(" ")
        major = (SPELLED[mode].index(tonic) + (3 if mode == "minor" else 0)) % 12
        if major in _FLAT_MAJORS:
            # Six flats or five: Db major has a Gb. The keys of C sharp and G sharp minor are those of E and B.
            roots = _FLAT_ROOTS
        elif major in _SHARP_MAJORS:
            roots = _SHARP_ROOTS
    return (*(f"{root}:{kind}" for kind in _KINDS for root in roots), NO_CHORD)


def _spans(
    beat_times: NDArray[np.float64], positions: NDArray[np.integer], duration: float
) -> tuple[NDArray[np.float64], NDArray[np.integer]]:
    """Return where beats begin and the last one ends, with what comes before and after, and their places in the bar."""
    bounds, places = np.asarray(beat_times, np.float64), np.asarray(positions)
    if bounds[0] > _SHORTEST:
        bounds, places = np.r_[0.0, bounds], np.r_[0, places]
    else:
        bounds = np.r_[0.0, bounds[1:]]
    duration = max(duration, float(bounds[-1]) + 1e-3)
    beat = float(np.median(np.diff(beat_times))) if len(beat_times) > 1 else duration
    if duration - bounds[-1] > 1.5 * beat:
        return np.r_[bounds, bounds[-1] + beat, duration], np.r_[places, 0]
    return np.r_[bounds, duration], places


def _match(voices: Voices, bounds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how well each chord fits what sounds in each span, 0 to about 1 [shape=(n_spans, 25)]."""
    templates = np.zeros((12, 24))
    for number, kind in enumerate(_KINDS):
        for root in range(12):
            templates[[(root + tone) % 12 for tone in _TRIADS[kind]], number * 12 + root] = 1 / np.sqrt(3)
    upper = _unit(_means(voices.upper, bounds))
    bass = _unit(_means(voices.bass, bounds))
    match = np.empty((len(upper), 25))
    match[:, :24] = (upper @ templates + _BASS_WEIGHT * np.tile(bass, 2)) / (1 + _BASS_WEIGHT)
    match[:, 24] = _UNTUNED
    return match


def _means(chroma: NDArray[np.float32], bounds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean over the frames that are centred in each span, or the nearest frame."""
    frames = np.rint(bounds * (ANALYSIS_SR / PITCH_HOP)).astype(np.intp)
    starts = np.clip(frames[:-1], 0, len(chroma) - 1)
    ends = np.clip(frames[1:], starts + 1, len(chroma))
    sums = np.vstack([np.zeros(12), np.cumsum(chroma, axis=0, dtype=np.float64)])
    return np.asarray((sums[ends] - sums[starts]) / (ends - starts)[:, np.newaxis])


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-3))


def _log_prior(key: str | None) -> NDArray[np.float64]:
    """Return the log of how common each chord is in the key [shape=(25,)]; "no chord" is as common as the mean one."""
    common = np.full(24, 1 / 24)
    if key is not None:
        tonic, mode = key.split(" ")
        place = SPELLED[mode].index(tonic)
        counted = np.concatenate([np.roll(kind, place) for kind in _IN_KEY[mode]])
        common = (1 - _RARE) * counted / counted.sum() + _RARE / 24
    return np.asarray(np.log(np.r_[common, 1 / 24]))


def _change_chances(places: NDArray[np.integer]) -> NDArray[np.float64]:
    """Return how likely a new chord is at the start of each span [shape=(n_spans,)]."""
    return np.array([_CHANGES.get(int(place), _CHANGES_ELSEWHERE) for place in places])


def _likeliest(scores: NDArray[np.float64], changes: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the path with the highest sum of scores, where every change has its price."""
    n_spans, n_chords = scores.shape
    came_from = np.empty((n_spans, n_chords), np.intp)
    best = scores[0]
    stay, leave = np.log(1 - changes), np.log(changes / (n_chords - 1))
    own = np.arange(n_chords)
    for span in range(1, n_spans):
        origin = int(np.argmax(best))
        changed = best[origin] + leave[span]
        kept = best + stay[span]
        came_from[span] = np.where(kept >= changed, own, origin)
        best = np.maximum(kept, changed) + scores[span]
    path = np.empty(n_spans, np.intp)
    path[-1] = int(np.argmax(best))
    for span in range(n_spans - 1, 0, -1):
        path[span - 1] = came_from[span, path[span]]
    return path
