"""What POP909 says of a song: beats, chords, key and the phrases of two annotators, in seconds of its MIDI file."""

import re
from dataclasses import dataclass
from pathlib import Path

import mido
import numpy as np

from core.harmony.key_names import key_name
from tools.rhythm.pop909 import Song, read_song, timed_notes

CHOOSING_ENDING, FINAL_ENDING = "3", "7"
"""Songs whose number ends so are for choosing between variants, and for the final figures; nothing learns from them."""

_BEATS_PER_BAR = 4  # in which phrases are counted
_STEPS_PER_BEAT = 4  # of melody.txt
_FIRST_BARLINES = range(-16, 64)  # beats; where the bars of the phrases may begin in the file
_AGREEING = 0.93  # share of the melody's notes that lie where the file has them; wrongly placed, at most 0.79 do
_PHRASE = re.compile(r"([A-Za-z])(\d+)")

Labelled = list[tuple[float, float, str]]
"""Passages as (start, end, label), seconds."""


@dataclass(frozen=True)
class AnnotatedSong:
    """A song and what people say of it.

    Attributes
    ----------
    song : its folder and beats
    chords : in Harte's syntax
    key : of its longest part, such as "Bb minor"
    sections : the phrases by each annotator; capital letters are sung, small ones played
    """

    song: Song
    chords: Labelled
    key: str
    sections: tuple[Labelled, Labelled]

    @property
    def number(self) -> str:
        """Its number in the data set."""
        return self.song.folder.name


def list_songs(pop909: Path, ending: str, at_most: int) -> list[AnnotatedSong]:
    """Return the first songs whose number ends so and whose phrases can be placed in time."""
    found: list[AnnotatedSong] = []
    for folder in sorted(path for path in pop909.iterdir() if path.is_dir() and path.name.endswith(ending)):
        song = read_annotated(folder)
        if song is not None:
            found.append(song)
        if len(found) == at_most:
            break
    return found


def read_annotated(folder: Path) -> AnnotatedSong | None:
    """Return a song with its annotations; None if it is not in 4/4, or its phrases have no sure place in the file."""
    song = read_song(folder)
    if song is None or song.beats_per_bar != _BEATS_PER_BAR:
        return None
    first = _first_barline(song)
    if first is None:
        return None
    phrases = [_phrases(song, (folder / f"human_label{who}.txt").read_text(), first) for who in (1, 2)]
    return AnnotatedSong(song, _rows(folder / "chord_midi.txt"), _longest_key(folder), (phrases[0], phrases[1]))


def _first_barline(song: Song) -> int | None:
    """Return the beat at which bar 1 of the phrases begins.

    The phrases, and the melody beside them, count from a barline that was moved by hand. Where it lies in the file is
    found by laying the notes of that melody over those of the file.
    """
    melody = notes_of(song, "MELODY")
    beats = np.interp([note[0] for note in melody], song.beat_times, np.arange(len(song.beat_times)))
    steps = np.rint(beats * _STEPS_PER_BEAT).astype(int)
    have = set(zip(steps.tolist(), [note[2] for note in melody], strict=True))
    now, wanted = 0, []
    for line in (song.folder / "melody.txt").read_text().splitlines():
        if line.strip():
            pitch, length = line.split()[:2]
            if int(pitch) > 0:
                wanted.append((now, int(pitch)))
            now += int(length)
    agreement = {
        beat: sum((at + beat * _STEPS_PER_BEAT, pitch) in have for at, pitch in wanted) / max(1, len(wanted))
        for beat in _FIRST_BARLINES
    }
    best = max(agreement, key=agreement.__getitem__)
    return best if agreement[best] >= _AGREEING else None


def notes_of(song: Song, track_name: str) -> list[tuple[float, float, int, int]]:
    """Return the notes of one track of the file as (start, end, pitch, velocity), seconds."""
    file = mido.MidiFile(song.folder / f"{song.folder.name}.mid")
    conductor = [track for track in file.tracks if not any(message.type == "note_on" for message in track)]
    single = mido.MidiFile(ticks_per_beat=file.ticks_per_beat)
    single.tracks = [*conductor, *(track for track in file.tracks if track.name == track_name)]
    return timed_notes(single)


def _phrases(song: Song, text: str, first: int) -> Labelled:
    beat, found = first, []
    for label, bars in _PHRASE.findall(text.splitlines()[0]):
        end = beat + int(bars) * _BEATS_PER_BAR
        found.append((_time_of(song, beat), _time_of(song, end), label))
        beat = end
    return found


def _time_of(song: Song, beat: int) -> float:
    """Return the seconds of a beat, also of one that lies before or behind the annotated ones."""
    times = song.beat_times
    last = len(times) - 1
    if beat < 0:
        return max(0.0, float(times[0] + beat * (times[1] - times[0])))
    return float(times[min(beat, last)] + max(0, beat - last) * (times[-1] - times[-2]))


def _rows(path: Path) -> Labelled:
    rows = [line.split() for line in path.read_text().splitlines()]
    return [(float(row[0]), float(row[1]), row[2]) for row in rows if len(row) == 3]


def _longest_key(folder: Path) -> str:
    start, end, label = max(_rows(folder / "key_audio.txt"), key=lambda row: row[1] - row[0])
    name = key_name(label.replace(":", " "))
    if name is None:
        raise ValueError(f"{folder.name}: {label!r} from {start} to {end} s is no key")
    return name
