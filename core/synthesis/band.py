"""The players of the synthesised clips: patterns and harmony in, notes on the mixing desk out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from core.synthesis.mix import Desk
from core.synthesis.styles import CHANNELS, DRUMS, VELOCITIES, Style
from core.synthesis.voices import Signal, pad, pluck
from core.synthesis.voices import bass as bass_guitar

NOTES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
SCALES = {"major": (0, 2, 4, 5, 7, 9, 11), "minor": (0, 2, 3, 5, 7, 8, 10)}
SECTION_PARTS = {
    "intro": {"chords", "pad"},
    "groove": {"drums", "bass", "chords"},
    "break": {"drums", "pad", "arpeggio"},
    "full": {"drums", "bass", "chords", "pad", "lead"},
    "outro": {"drums", "bass", "chords", "pad"},
}
TIMING_SPREAD = 0.0035
"""Standard deviation of a player's timing, seconds."""


@dataclass(frozen=True)
class Bar:
    """One bar to be played: when it starts (s), in which section, its place in the piece and in the section."""

    index: int
    start: float
    section: str
    opens_section: bool
    closes_section: bool
    ends_piece: bool


def parse_key(key: str) -> tuple[int, str]:
    """Pitch class of the tonic (0 = C) and "major" or "minor"; ValueError when `key` is neither."""
    tonic, _, mode = key.partition(" ")
    if tonic not in NOTES or mode not in SCALES:
        raise ValueError(f"{key} is not a key; write it like D major or F# minor")
    return NOTES.index(tonic), mode


@lru_cache(maxsize=512)
def _sound(
    voice: Callable[[float, float, float, int], Signal], pitch: float, seconds: float, velocity: float, sr: int
) -> Signal:
    """Return a pitched note; cached, since the same one is used many times."""
    signal = voice(pitch, seconds, velocity, sr)
    signal.flags.writeable = False
    return signal


class Band:
    """Plays bars of a style onto a desk.

    Parameters
    ----------
    desk : where the notes go
    style : what is played
    rng : what varies from one take to the next
    """

    def __init__(self, desk: Desk, style: Style, rng: np.random.Generator) -> None:
        self.desk, self.style, self.rng = desk, style, rng
        self.beat = 60.0 / style.tempo
        self.tonic, self.mode = parse_key(style.key)
        needed = {name for groove in style.grooves.values() for name in groove} | {"crash", "snare", "brush", "tom"}
        self.takes = {
            (name, mark): [DRUMS[name](velocity, rng, desk.sr) for _ in range(2)]
            for name in sorted(needed)
            for mark, velocity in VELOCITIES.items()
        }

    def play(self, bar: Bar) -> None:
        """Everyone who plays in the bar's section plays it; the piece's last bar rests on the tonic."""
        progression = self.style.progression
        home = bar.ends_piece and bar.section == "outro"
        degree = 1 if home else progression[bar.index % len(progression)]
        following = progression[(bar.index + 1) % len(progression)]
        playing = SECTION_PARTS[bar.section] & self.style.parts
        if "drums" in playing:
            self._drums(bar)
        if "bass" in playing:
            self._bass(bar, degree, following, home)
        if "chords" in playing:
            self._chords(bar, degree, home)
        if "pad" in playing:
            self._pad(bar, degree)
        if "lead" in playing and self.style.melody:
            self._lead(bar)
        if "arpeggio" in playing:
            self._arpeggio(bar, degree)

    def scale_pitch(self, degree: int, base: int = 60) -> int:
        """MIDI pitch of a scale degree (0 = tonic, 7 = an octave higher), the tonic lying at or just above `base`."""
        octave, step = divmod(degree, 7)
        return base + (self.tonic - base) % 12 + 12 * octave + SCALES[self.mode][step]

    def chord_classes(self, degree: int) -> list[int]:
        """Pitch classes of the chord on a degree (1 = tonic): the tonic's triad, the others with a seventh."""
        classes = [self.scale_pitch(degree - 1 + step) % 12 for step in ((0, 2, 4) if degree == 1 else (0, 2, 4, 6))]
        if self.mode == "minor" and degree == 5:
            classes[1] = (self.tonic + 11) % 12  # the leading tone, so that the key is plain
        return classes

    def _late(self, quarter: int) -> float:
        """When a quarter of a beat is played, from the bar's start: swing, and no one is a machine."""
        swing = self.style.swing * 0.25 * self.beat if quarter % 2 else 0.0
        return 0.25 * quarter * self.beat + swing + float(np.clip(self.rng.normal(0.0, TIMING_SPREAD), -0.009, 0.009))

    def _hits(self, pattern: str) -> Iterator[tuple[int, str]]:
        return ((i, mark) for i, mark in enumerate(pattern[: 4 * self.style.meter]) if mark != "-")

    def _strike(self, name: str, mark: str, at: float) -> None:
        take = self.takes[name, mark][int(self.rng.integers(2))]
        self.desk.add(take * (1.0 + 0.1 * self.rng.uniform(-1.0, 1.0)), at, CHANNELS[name])

    def _drums(self, bar: Bar) -> None:
        groove = self.style.grooves.get(bar.section, self.style.grooves["groove"])
        fills = bar.closes_section and bool(self.style.grooves["groove"].get("kick"))
        for name, pattern in groove.items():
            kept = pattern[:-4] if fills and name not in ("kick", "shaker", "rim") else pattern
            for quarter, mark in self._hits(kept):
                if mark == "." and self.rng.random() < 0.25:
                    continue
                at = bar.start + (0.25 * quarter * self.beat if name == "kick" else self._late(quarter))
                self._strike(name, mark, at)
                if name == "kick":
                    self.desk.kicks.append(at)
        if fills:
            self._fill(bar)
        if bar.opens_section and bar.index and bar.section in ("groove", "full", "outro"):
            self._strike("crash", "x" if bar.section == "full" else "o", bar.start)

    def _fill(self, bar: Bar) -> None:
        """Play the last beat before a new section, on the snare (or brush) and the tom."""
        drum = "brush" if "brush" in self.style.grooves["groove"] else "snare"
        last = 4 * (self.style.meter - 1)
        for quarter, (name, mark) in enumerate(((drum, "x"), (drum, "o"), (drum, "X"), ("tom", "X"))):
            self._strike(name, mark, bar.start + self._late(last + quarter))

    def _bass(self, bar: Bar, degree: int, following: int, home: bool) -> None:
        low = 31
        root = self.scale_pitch(degree - 1, low)
        root = low + (root - low) % 12
        coming = low + (self.scale_pitch(following - 1, low) - low) % 12
        steps = {"R": root, "5": root + 7, "8": root + 12, "3": self.scale_pitch(degree + 1, low), "l": coming - 1}
        hits = [(0, "R")] if home else list(self._hits(self.style.bass))
        ends = [quarter for quarter, _ in hits[1:]] + [4 * self.style.meter]
        for (quarter, mark), end in zip(hits, ends, strict=True):
            length = min(end - quarter, 4 * self.style.meter if home else 6) * 0.25 * self.beat * 0.88
            velocity = (0.95 if quarter == 0 else 0.7) - 0.1 * self.rng.random()
            note = _sound(bass_guitar, steps[mark], round(length, 3), 0.8, self.desk.sr)
            self.desk.add(note * velocity, bar.start + self._late(quarter), CHANNELS["bass"])

    def _voicing(self, degree: int, base: int) -> list[int]:
        """Fold a chord into the octave above `base`, so that its voices move little from chord to chord."""
        classes = self.chord_classes(degree)
        if (classes[0] - classes[-1]) % 12 == 1:  # a major seventh next to its root would grate: the bass has the root
            classes = classes[1:]
        pitches = sorted(base + (pitch_class - base) % 12 for pitch_class in classes)
        return pitches if len(pitches) > 3 or degree != 1 else sorted([*pitches, base + (classes[0] - base) % 12 + 12])

    def _chords(self, bar: Bar, degree: int, home: bool) -> None:
        pattern = "X" if home else self.style.intro_comping if bar.section == "intro" else self.style.comping
        hits = list(self._hits(pattern))
        ends = [quarter for quarter, _ in hits[1:]] + [4 * self.style.meter]
        pitches = self._voicing(degree, 57)
        for (quarter, mark), end in zip(hits, ends, strict=True):
            length = round(min((end - quarter) * 0.25 * self.beat * 0.9, 2.5), 3)
            at = bar.start + self._late(quarter)
            for i, pitch in enumerate(pitches):
                note = _sound(self.style.chord_voice, pitch, length, VELOCITIES[mark], self.desk.sr)
                spread = -0.36 + 0.72 * i / max(1, len(pitches) - 1)
                self.desk.add(note, at + 0.004 * i, CHANNELS["chords"], pan=spread)

    def _pad(self, bar: Bar, degree: int) -> None:
        seconds = round(self.style.meter * self.beat, 3)
        low_root = 40 + (self.chord_classes(degree)[0] - 40) % 12
        for i, pitch in enumerate([low_root, *self._voicing(degree, 52)]):
            note = _sound(pad, pitch, seconds, 0.7, self.desk.sr)
            level = self.style.pad_level * {"intro": 1.2, "break": 1.7}.get(bar.section, 1.0)
            self.desk.add(note * level, bar.start, CHANNELS["pad"], pan=0.6 if i % 2 else -0.6)

    def _lead(self, bar: Bar) -> None:
        for onset, degree, length in self.style.melody[bar.index % len(self.style.melody)]:
            if onset >= self.style.meter:
                continue
            pitch = self.scale_pitch(degree, 67)
            velocity = 0.75 + 0.2 * self.rng.random()
            note = _sound(self.style.lead_voice, pitch, round(0.92 * length * self.beat, 3), 0.7, self.desk.sr)
            self.desk.add(note * velocity, bar.start + self._late(round(4 * onset)), CHANNELS["lead"])

    def _arpeggio(self, bar: Bar, degree: int) -> None:
        pitches = self._voicing(degree, 64)
        ladder = [*pitches, pitches[0] + 12, *pitches[:0:-1]]
        for quarter in range(4 * self.style.meter):
            if quarter % 2 and self.rng.random() < 0.3:
                continue
            note = _sound(pluck, ladder[quarter % len(ladder)], round(0.6 * self.beat, 3), 0.6, self.desk.sr)
            velocity = (1.0 if quarter % 4 == 0 else 0.7) - 0.15 * self.rng.random()
            side = -0.5 if quarter % 2 else 0.5
            self.desk.add(note * velocity, bar.start + self._late(quarter), CHANNELS["arpeggio"], pan=side)
