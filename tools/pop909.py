"""`python -m tools pop909 OUT --pop909 DIR`: songs of POP909 as sound with their annotations beside it.

Two folders come out, `choosing` and `final`: songs to choose between variants with, and songs for the figures that are
published. In each a song has `NNN.flac` (22,050 Hz, mono), `NNN.beats` (seconds, position in the bar), `NNN.chords.lab`
(Harte's syntax), `NNN.key` ("Bb minor"), and `NNN.sections1.lab` and `NNN.sections2.lab` by two annotators.
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile

from core.atomic import replacing
from core.audio.clip import ANALYSIS_SR
from tools.songs.annotations import CHOOSING_ENDING, FINAL_ENDING, AnnotatedSong, Labelled, list_songs
from tools.songs.playing import play
from tools.system import SetupError, say

ENDINGS = {"choosing": CHOOSING_ENDING, "final": FINAL_ENDING}
"""The folders, and how the numbers of their songs end."""


def main(arguments: Sequence[str]) -> int:
    """Render what is not there yet; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools pop909", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the songs; those that are there already stay")
    parser.add_argument("--pop909", type=Path, default=Path("../shared/data/pop909"), help="default %(default)s")
    parser.add_argument("--songs", type=int, default=25, help="how many for each of the two (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of instruments and fonts (default %(default)s)")
    given = parser.parse_args(arguments)
    if shutil.which("fluidsynth") is None:
        raise SetupError("fluidsynth is missing: apt-get install fluidsynth fluid-soundfont-gm")
    if not given.pop909.is_dir():
        raise SetupError(f"{given.pop909} is not there; --pop909 names the folder of POP909")
    for name, ending in ENDINGS.items():
        folder = given.out / name
        folder.mkdir(parents=True, exist_ok=True)
        for song in list_songs(given.pop909, ending, given.songs):
            if not (folder / f"{song.number}.flac").exists():
                write_song(folder, song, given.seed)
                say(f"{name}: song {song.number}, {song.key}")
    return 0


def write_song(folder: Path, song: AnnotatedSong, seed: int) -> None:
    """Write the annotations of a song, then its sound, which says that the song is whole."""
    stem, beats = song.number, song.song
    rows = zip(beats.beat_times, beats.positions, strict=True)
    (folder / f"{stem}.beats").write_text("".join(f"{time:.3f}\t{position}\n" for time, position in rows))
    (folder / f"{stem}.key").write_text(f"{song.key}\n")
    _write_labels(folder / f"{stem}.chords.lab", song.chords)
    for who, sections in enumerate(song.sections, start=1):
        _write_labels(folder / f"{stem}.sections{who}.lab", sections)
    with replacing(folder / f"{stem}.flac") as part:
        soundfile.write(part, np.clip(play(song, seed), -1, 1), ANALYSIS_SR, format="FLAC")


def _write_labels(path: Path, rows: Labelled) -> None:
    path.write_text("".join(f"{start:.6f}\t{end:.6f}\t{label}\n" for start, end, label in rows))
