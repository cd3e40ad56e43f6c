"""A song as sound: instruments drawn for its tracks, a bass and drums that join in, a sound font, a tuning."""

import subprocess
import tempfile
from bisect import bisect_right
from pathlib import Path

import mido
import numpy as np
import soundfile
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from tools.rhythm.arranging import drum
from tools.rhythm.music import DRUMS, Note
from tools.rhythm.patterns import bass_notes
from tools.rhythm.pop909 import Song, band_style, read_chords
from tools.rhythm.rendering import FONTS, mastered
from tools.rhythm.styles import style_named
from tools.songs.annotations import AnnotatedSong, Labelled, notes_of

_TRACKS = {
    "MELODY": (53, 52, 54, 65, 66, 73, 40, 26, 11, 68, 80, 0),
    "BRIDGE": (0, 4, 24, 48, 73, 11, 40, 25, 61),
    "PIANO": (0, 1, 2, 4, 5, 24, 25, 26, 27, 16, 18, 46, 48, 6),
}
"""General MIDI programs, counted from 0, that may play each track of the file."""

_QUICK_FONTS = [font for font in FONTS if font.path.suffix == ".sf2"]
"""An SF3 file is unpacked for every song, which takes longer than playing it."""

_WITH_BASS, _WITH_DRUMS = 0.75, 0.7
_DETUNED_CENTS = 15.0  # standard deviation over songs
_CENTS_PER_UNIT = 200 / 8192  # of MIDI's pitch wheel, two semitones each way
_TICKS = 500  # per beat of half a second, so that a tick is a millisecond
_TAIL = 1.5  # seconds of sound after the last note

Event = tuple[float, int, int, int, int]
"""Seconds, 1 = starts and 0 = ends, channel, pitch, velocity."""


def play(song: AnnotatedSong, seed: int) -> NDArray[np.float32]:
    """Return the sound of a song, mono [shape=(n_samples,)] at 22,050 Hz; the same song and seed sound the same."""
    rng = np.random.default_rng([seed, int(song.number)])
    font = _QUICK_FONTS[int(rng.integers(len(_QUICK_FONTS)))]
    with tempfile.TemporaryDirectory() as folder:
        score, sound = Path(folder) / "song.mid", Path(folder) / "song.wav"
        score_of(rng, song).save(score)
        subprocess.run(
            ["fluidsynth", "-ni", "-q", "-g", "0.4", "-r", str(ANALYSIS_SR), "-F", sound, font.path, score],
            check=True,
            capture_output=True,
        )
        y, _ = soundfile.read(sound, dtype="float32", always_2d=True)
    return mastered(rng, y.mean(axis=1))


def score_of(rng: np.random.Generator, song: AnnotatedSong) -> mido.MidiFile:
    """Return a MIDI file in which the tracks of the song have instruments, and a band plays along."""
    track = mido.MidiTrack()
    track.append(mido.MetaMessage("set_tempo", tempo=500_000))
    bend = int(np.clip(rng.normal(0, _DETUNED_CENTS), -60, 60) / _CENTS_PER_UNIT)
    events: list[Event] = []
    for channel, (name, programs) in enumerate(_TRACKS.items()):
        _seat(track, channel, int(rng.choice(programs)), int(rng.integers(65, 120)), bend)
        for start, end, pitch, velocity in notes_of(song.song, name):
            events += [(start, 1, channel, pitch, velocity), (end, 0, channel, pitch, 0)]
    bass, drums = _band(rng, song)
    _seat(track, len(_TRACKS), int(rng.integers(32, 40)), int(rng.integers(80, 120)), bend)
    _seat(track, DRUMS, 0, int(rng.integers(70, 120)), 0)
    for channel, notes in ((len(_TRACKS), bass), (DRUMS, drums)):
        for start, end, pitch, velocity in notes:
            events += [(start, 1, channel, pitch, velocity), (end, 0, channel, pitch, 0)]
    now = 0
    for seconds, is_start, channel, pitch, velocity in sorted(events):
        tick = max(now, round(seconds * 1000))
        kind = "note_on" if is_start else "note_off"
        track.append(mido.Message(kind, channel=channel, note=pitch, velocity=velocity, time=tick - now))
        now = tick
    track.append(mido.MetaMessage("end_of_track", time=round(_TAIL * 1000)))
    return mido.MidiFile(ticks_per_beat=_TICKS, tracks=[track])


def _seat(track: mido.MidiTrack, channel: int, program: int, volume: int, bend: int) -> None:
    track.append(mido.Message("program_change", channel=channel, program=program))
    track.append(mido.Message("control_change", channel=channel, control=7, value=volume))
    track.append(mido.Message("pitchwheel", channel=channel, pitch=bend))


Timed = list[tuple[float, float, int, int]]


def _band(rng: np.random.Generator, song: AnnotatedSong) -> tuple[Timed, Timed]:
    """Return what bass and drums play, from the first downbeat on; drums only where all bars are regular."""
    times, regular = _from_first_downbeat(song.song)
    beats_per_bar = song.song.beats_per_bar
    n_bars = len(times) // beats_per_bar
    style = style_named(band_style(rng, float(60 / np.median(np.diff(times))), beats_per_bar))
    bass: Timed = []
    if rng.random() < _WITH_BASS:
        harmony = read_chords(song.song.folder, times)
        notes = bass_notes(rng, str(rng.choice(style.bass)), harmony, beats_per_bar, n_bars, (0.5, 1))
        bass = [note for note in _in_seconds(notes, times) if _is_chord(song.chords, note[0])]
    drums: Timed = []
    if regular and style.kick and rng.random() < _WITH_DRUMS:
        drums = _in_seconds(drum(rng, style, n_bars, (0.5, 1)).notes, times)
    return bass, drums


def _from_first_downbeat(song: Song) -> tuple[np.ndarray, bool]:
    first = int(np.flatnonzero(song.positions == 1)[0])
    positions = song.positions[first:]
    regular = bool((positions == np.arange(len(positions)) % song.beats_per_bar + 1).all())
    return song.beat_times[first:], regular


def _in_seconds(notes: list[Note], times: np.ndarray) -> Timed:
    place = np.arange(len(times))
    starts = np.interp([note.start for note in notes], place, times)
    ends = np.interp([note.end for note in notes], place, times)
    return [
        (float(start), max(float(end), float(start) + 0.03), note.pitch, note.velocity)
        for start, end, note in zip(starts, ends, notes, strict=True)
        if note.start < len(times) - 1
    ]


def _is_chord(chords: Labelled, time: float) -> bool:
    place = bisect_right(chords, time + 0.05, key=lambda row: row[0]) - 1
    return place >= 0 and chords[place][2] != "N"
