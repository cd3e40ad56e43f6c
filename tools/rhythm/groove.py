"""Pieces around human drumming: performances of the Groove MIDI Dataset with a generated band.

The drummers played to a click, and beat 1 is at tick 0; their timing within the beat is kept as it is.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools.rhythm.arranging import accompany
from tools.rhythm.harmony import make_harmony
from tools.rhythm.music import Note, Part, Piece
from tools.rhythm.styles import Style, style_named

HELD_OUT_DRUMMERS = ("drummer3", "drummer5", "drummer6")
"""Never trained on."""

_BANDS = {
    "rock": ("rock", "slow rock", "pop"), "punk": ("punk", "rock"), "funk": ("funk", "soul"), "soul": ("soul", "funk"),
    "hiphop": ("hip hop",), "jazz": ("swing",), "latin": ("bossa", "pop"), "afrocuban": ("bossa", "funk"),
    "neworleans": ("funk", "soul"), "country": ("country", "two-beat"), "pop": ("pop", "pop ballad"),
    "reggae": ("reggae",),
    "gospel": ("soul",), "afrobeat": ("funk",), "dance": ("disco", "house"), "blues": ("shuffle",),
    "highlife": ("pop",), "middleeastern": ("pop",),
}  # fmt: skip
_SHORTEST_BARS = 4
_LONGEST = 40.0


@dataclass(frozen=True)
class Performance:
    """A recorded drum part: where its file is, who played it, style, tempo (BPM) and metre."""

    path: Path
    drummer: str
    style: str
    tempo: float
    beats_per_bar: int
    quarters_per_beat: float


def list_performances(folder: Path, held_out: bool) -> list[Performance]:
    """Return the performances (no mere fills) of the drummers to train on, or of those held out."""
    found = []
    with (folder / "info.csv").open(newline="") as stream:
        for row in csv.DictReader(stream):
            numerator, denominator = (int(number) for number in row["time_signature"].split("-"))
            is_compound = denominator == 8 and numerator in (6, 12)
            if row["beat_type"] != "beat" or (denominator != 4 and not is_compound):
                continue
            if (row["drummer"] in HELD_OUT_DRUMMERS) != held_out or float(row["duration"]) < 6:
                continue
            beats = numerator // 3 if is_compound else numerator
            quarters = 1.5 if is_compound else 1.0
            path = folder / row["midi_filename"]
            found.append(
                Performance(
                    path, row["drummer"], row["style"].split("/")[0], float(row["bpm"]) / quarters, beats, quarters
                )
            )
    return [performance for performance in found if performance.path.exists()]


def band_around(rng: np.random.Generator, performance: Performance) -> Piece:
    """Return a piece in which a band of the same style plays to a drummer."""
    beats = performance.beats_per_bar
    tempo = performance.tempo * 2.0 ** float(rng.uniform(-0.17, 0.17))
    n_bars = int(np.ceil(_LONGEST * tempo / 60 / beats)) + 1
    drums = Part("drums", int(rng.choice([0, 0, 8, 16, 25, 32, 40])), _played(rng, performance, n_bars))
    drums.volume, drums.is_electronic = int(rng.integers(90, 127)), bool(rng.random() < 0.2)
    style = _style_for(rng, performance)
    parts = [drums]
    if rng.random() < 0.9:
        swing = (float(rng.uniform(0.6, 0.67)), 1) if performance.style in ("jazz", "blues") else (0.5, 1)
        harmony = make_harmony(rng, n_bars, beats, tempo, style.colour)
        parts += accompany(rng, style, harmony, n_bars, tempo, swing)
    return Piece(parts, beats, tempo, n_bars, f"groove {performance.style}", performance.drummer)


def _style_for(rng: np.random.Generator, performance: Performance) -> Style:
    if performance.beats_per_bar == 4:
        return style_named(str(rng.choice(_BANDS[performance.style])))
    return style_named({2: "compound", 3: "waltz", 5: "five"}.get(performance.beats_per_bar, "compound"))


def _played(rng: np.random.Generator, performance: Performance, n_bars: int) -> list[Note]:
    """Return the drummer's notes for so many bars: a passage of a long performance, a short one again and again."""
    notes = midi_notes(performance.path, performance.quarters_per_beat)
    beats = performance.beats_per_bar
    length = int(max(note.start for note in notes) // beats)
    if length < _SHORTEST_BARS:
        length = max(1, length)
    if length > n_bars:
        first = int(rng.integers(length - n_bars + 1)) * beats
        return [_moved(note, -first) for note in notes if first - 0.25 <= note.start < first + n_bars * beats]
    once = [note for note in notes if note.start < length * beats - 0.1]
    return [_moved(note, turn * length * beats) for turn in range(-(-n_bars // length)) for note in once]


def midi_notes(path: Path, quarters_per_beat: float) -> list[Note]:
    """Return all notes of a MIDI file, timed in beats."""
    import mido

    file, notes = mido.MidiFile(path), []
    ticks = file.ticks_per_beat * quarters_per_beat
    for track in file.tracks:
        now, sounding = 0, {}
        for message in track:
            now += message.time
            if message.type == "note_on" and message.velocity > 0:
                sounding[message.note] = (now, message.velocity)
            elif message.type in ("note_on", "note_off") and message.note in sounding:
                start, velocity = sounding.pop(message.note)
                notes.append(Note(start / ticks, now / ticks, message.note, velocity))
    return notes


def _moved(note: Note, beats: float) -> Note:
    return Note(note.start + beats, note.end + beats, note.pitch, note.velocity)
