"""Pieces from the songs of POP909: the arrangement for piano, a singer for the melody, a band that joins in.

The beats, bars, chords and the timing of every note are those of the data set; the tempi are as notated there.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tools.rhythm.arranging import drum
from tools.rhythm.harmony import Chord, Harmony
from tools.rhythm.music import Note, Part, Piece
from tools.rhythm.patterns import bass_notes, chord_notes
from tools.rhythm.styles import style_named

HELD_OUT_ENDING = "7"
"""Songs whose number ends so are never trained on."""

_PITCH_CLASSES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SHORTEST_BEATS = 24
_SECONDS = 38.0


@dataclass(frozen=True)
class Song:
    """A song: seconds of its beats, the place in the bar of each (1 = downbeat), beats in a bar."""

    folder: Path
    beat_times: np.ndarray
    positions: np.ndarray
    beats_per_bar: int


def list_songs(folder: Path, held_out: bool) -> list[Path]:
    """Return the folders of the songs to train on, or of those held out."""
    songs = sorted(path for path in folder.iterdir() if (path / "beat_midi.txt").exists())
    return [path for path in songs if (path.name[-1] == HELD_OUT_ENDING) == held_out]


def read_song(folder: Path) -> Song | None:
    """Return the beats of a song; None where its bars are not regular."""
    rows = np.array([[float(number) for number in line.split()] for line in (folder / "beat_midi.txt").open()])
    times, simple, compound = rows[:, 0], rows[:, 1], rows[:, 2]
    pulses = int(Counter(np.diff(np.flatnonzero(compound == 1)).tolist()).most_common(1)[0][0])
    per_half = int(Counter(np.diff(np.flatnonzero(simple == 1)).tolist()).most_common(1)[0][0])
    if (pulses, per_half) == (6, 3):  # six-eight: the beat is every third pulse
        chosen = np.flatnonzero(simple == 1)
        times, compound, pulses = times[chosen], compound[chosen], 2
    if pulses not in (2, 3, 4):
        return None
    downbeats = np.flatnonzero(compound == 1)
    since = (
        np.arange(len(times)) - downbeats[np.searchsorted(downbeats, np.arange(len(times)), side="right").clip(1) - 1]
    )
    return Song(folder, times, since % pulses + 1, pulses)


def play_song(rng: np.random.Generator, song: Song) -> Piece | None:
    """Return a passage of a song with a band around it; None where it has no passage of regular bars."""
    start = _regular_passage(rng, song)
    if start is None:
        return None
    times = song.beat_times[start:]
    times = times[: max(_SHORTEST_BEATS, int(np.searchsorted(times, times[0] + _SECONDS)))]
    tempo = float(60 / np.median(np.diff(times)))
    beats, n_bars = song.beats_per_bar, len(times) // song.beats_per_bar
    parts = _recorded(rng, song.folder, times)
    harmony = read_chords(song.folder, times)
    style = style_named(band_style(rng, tempo, beats))
    if rng.random() < 0.6:
        notes = bass_notes(rng, str(rng.choice(style.bass)), harmony, beats, n_bars, (0.5, 1))
        parts.append(
            Part("bass", int(rng.choice(style.basses)), notes, int(rng.integers(85, 127)), rng.random() < 0.25)
        )
    if rng.random() < 0.35:
        notes = chord_notes(rng, str(rng.choice(style.chords)), harmony, beats, n_bars, (0.5, 1))
        parts.append(Part("chords", int(rng.choice(style.comping)), notes, int(rng.integers(50, 100))))
    if style.kick and rng.random() < 0.6:
        parts.append(drum(rng, style, n_bars, (0.5, 1)))
    bent = 2.0 ** float(rng.uniform(-0.12, 0.12))
    return Piece(
        parts, beats, tempo * bent, n_bars, "pop909", f"song {song.folder.name}", 1.0, (times - times[0]) / bent
    )


def _regular_passage(rng: np.random.Generator, song: Song) -> int | None:
    """Choose a downbeat after which the bars are regular for the length of a clip."""
    downbeats = np.flatnonzero(song.positions == 1)
    n_beats = max(_SHORTEST_BEATS, int(np.ceil(_SECONDS / np.median(np.diff(song.beat_times)))))
    usable = [
        int(first)
        for first in downbeats
        if first + n_beats <= len(song.positions)
        and (song.positions[first : first + n_beats] == np.arange(n_beats) % song.beats_per_bar + 1).all()
    ]
    return int(rng.choice(usable)) if usable else None


def _recorded(rng: np.random.Generator, folder: Path, times: np.ndarray) -> list[Part]:
    """Return the melody, the bridge and the piano of the file, timed in beats."""
    import mido

    parts, file = [], mido.MidiFile(folder / f"{folder.name}.mid")
    conductor = [track for track in file.tracks if not any(message.type == "note_on" for message in track)]
    for track in file.tracks:
        if track.name not in ("MELODY", "BRIDGE", "PIANO"):
            continue
        single = mido.MidiFile(ticks_per_beat=file.ticks_per_beat)
        single.tracks = [*conductor, track]
        notes = _in_beats(timed_notes(single), times)
        if not notes:
            continue
        if track.name == "MELODY" and rng.random() < 0.7:
            parts.append(Part("voice", 53, notes, int(rng.integers(85, 127)), True))
        elif track.name == "PIANO":
            parts.append(
                Part("chords", int(rng.choice([0, 0, 1, 4, 5, 24, 25, 46])), notes, int(rng.integers(70, 120)))
            )
        elif rng.random() < 0.8:
            parts.append(Part("lead", int(rng.choice([0, 73, 40, 65, 11, 24])), notes, int(rng.integers(70, 115))))
    return parts


def timed_notes(file: Iterable[Any]) -> list[tuple[float, float, int, int]]:
    """Return (start, end, pitch, velocity) of all notes, seconds."""
    now, sounding, notes = 0.0, {}, []
    for message in file:
        now += message.time
        if message.type == "note_on" and message.velocity > 0:
            sounding[message.note] = (now, message.velocity)
        elif message.type in ("note_on", "note_off") and message.note in sounding:
            start, velocity = sounding.pop(message.note)
            notes.append((start, now, message.note, velocity))
    return notes


def _in_beats(notes: list[tuple[float, float, int, int]], times: np.ndarray) -> list[Note]:
    """Return the notes of a passage, in beats from its first."""
    place = np.arange(len(times))
    inside = [note for note in notes if times[0] - 0.05 <= note[0] < times[-1]]
    early = np.minimum(0.0, [note[0] - times[0] for note in inside])  # before the first beat: seconds for beats
    starts = np.interp([note[0] for note in inside], times, place) + early
    ends = np.interp([note[1] for note in inside], times, place)
    return [
        Note(float(start), max(float(end), float(start) + 0.05), note[2], note[3])
        for start, end, note in zip(starts, ends, inside, strict=True)
    ]


def read_chords(folder: Path, times: np.ndarray) -> Harmony:
    """Return the chords of a passage, in beats from its first."""
    rows = [line.split() for line in (folder / "chord_midi.txt").open()]
    starts, chord, changes = [float(row[0]) for row in rows], Chord(0, ""), []
    first = max(0, bisect_right(starts, float(times[0]) + 0.05) - 1)
    for row in rows[first:]:
        if float(row[0]) >= times[-1]:
            break
        chord = _chord_of(row[2]) or chord
        beat = float(np.interp(float(row[0]), times, np.arange(len(times))))
        changes.append((float(round(beat)), chord))
    return Harmony(tuple(changes) or ((0.0, chord),))


def _chord_of(label: str) -> Chord | None:
    root, _, kind = label.partition(":")
    if root[0] not in _PITCH_CLASSES:
        return None
    pitch = _PITCH_CLASSES[root[0]] + root.count("#") - root.count("b")
    kind = kind.split("/")[0].split("(")[0]
    known = {"maj": "", "min": "m", "7": "7", "maj7": "maj7", "min7": "m7", "dim": "dim", "hdim7": "m7b5"}
    return Chord(pitch % 12, known.get(kind, "m" if kind.startswith("min") else ""))


def band_style(rng: np.random.Generator, tempo: float, beats_per_bar: int) -> str:
    if beats_per_bar == 2:
        return "compound" if tempo < 90 else "march"
    if beats_per_bar == 3:
        return "waltz"
    slow = ["slow rock", "pop ballad", "pop ballad", "soul", "hip hop"]
    return str(rng.choice(slow if tempo < 95 else ["rock", "pop", "pop", "country"]))
