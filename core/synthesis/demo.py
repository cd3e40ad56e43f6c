"""The demo clip and the demo data set, written to files; `groovescope demo DIR` comes here.

The clip in `resources/demo.flac` is this module's output, and so is every labelled clip: music of this project's own,
free to share.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.atomic import replacing
from core.progress import Report, silent
from core.synthesis import SyntheticClip, synthesise
from core.synthesis.styles import STYLES, Style

DEMO_TAGS = {"title": "A Short Stroll", "artist": "Groovescope", "genre": "synthesised", "license": "CC0-1.0"}
DATASET_STYLES = ("drift", "rush", "stomp", "sway")
DATASET_SR = 22050
DATASET_SECONDS = 10.0
CLIPS_PER_ARTIST = 2
ARTISTS: dict[str, tuple[str, ...]] = {
    "drift": ("Amber Fjord", "Low Tide", "Ninth Cloud", "Pale Harbour", "Snow Signal"),
    "rush": ("Brass Comet", "Glass Engine", "Steep Curve", "Night Courier", "Torn Ticket"),
    "stomp": ("Copper Lake", "Hollow Disco", "Velvet Brick", "Iron Parade", "Sugar Works"),
    "sway": ("Paper Lantern", "Slow Orchard", "Wren and Rye", "Linen Road", "Old Ferry"),
}
"""Who plays each style of the data set; clips of one artist share key, manner and a little of the tempo."""


@dataclass(frozen=True)
class LabelledClip:
    """One clip of the demo data set: where it lies below the data set's folder, its label, its artist."""

    path: Path
    label: str
    artist: str


def to_pcm16(y: NDArray[np.float32]) -> NDArray[np.int16]:
    """Return samples in [-1, 1] as 16-bit integers, rounded."""
    samples: NDArray[np.int16] = np.rint(np.clip(y, -1.0, 1.0) * 32767.0).astype(np.int16)
    return samples


def demo_clip() -> SyntheticClip:
    """Synthesise the demo clip: 30 s, 112 BPM, 4/4, D major."""
    return synthesise()


def write_demo_clip(path: Path) -> SyntheticClip:
    """Write the demo clip to `path` as a FLAC file with tags, whole or not at all; returns it."""
    clip = demo_clip()
    _write_audio(path, clip, DEMO_TAGS)
    return clip


def write_dataset(folder: Path, report: Report = silent) -> list[LabelledClip]:
    """Write the demo data set: one subfolder a label, in it tagged WAV files named `<artist> - <number>.wav`.

    `artists.csv` beside the subfolders says who plays on each file, for artist-grouped folds.
    """
    plan = list(_plan())
    for i, (entry, (style, tempo, key, seed)) in enumerate(plan):
        report(i / len(plan), str(entry.path))
        target = folder / entry.path
        target.parent.mkdir(parents=True, exist_ok=True)
        clip = synthesise(DATASET_SECONDS, tempo, seed, sr=DATASET_SR, key=key, style=style)
        _write_audio(target, clip, {"artist": entry.artist, "title": entry.path.stem, "genre": entry.label})
    entries = [entry for entry, _ in plan]
    lines = ["file,label,artist", *(f"{entry.path.as_posix()},{entry.label},{entry.artist}" for entry in entries)]
    (folder / "artists.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    report(1.0, "demo data set written")
    return entries


def _plan() -> Iterator[tuple[LabelledClip, tuple[Style, float, str, int]]]:
    """Each clip of the data set and how it is synthesised."""
    keys = ("C", "D", "E", "F", "G", "A")
    for label in DATASET_STYLES:
        style = STYLES[label]
        mode = style.key.split()[1]
        for a, artist in enumerate(ARTISTS[label]):
            for number in range(1, CLIPS_PER_ARTIST + 1):
                seed = 1000 + 100 * DATASET_STYLES.index(label) + 10 * a + number
                tempo = round(style.tempo * (0.94 + 0.03 * a + 0.02 * number), 1)
                key = f"{keys[(2 * a + number + len(label)) % len(keys)]} {mode}"
                entry = LabelledClip(Path(label) / f"{artist} - {number}.wav", label, artist)
                yield entry, (style, tempo, key, seed)


def _write_audio(path: Path, clip: SyntheticClip, tags: dict[str, str]) -> None:
    """Write 16-bit audio in the format that `path` names, whole or not at all."""
    import soundfile

    format_name = path.suffix[1:].upper()
    with (
        replacing(path) as part,
        soundfile.SoundFile(part, "w", clip.sr, clip.y.shape[1], subtype="PCM_16", format=format_name) as file,
    ):
        for name, value in tags.items():
            setattr(file, name, value)
        file.write(to_pcm16(clip.y))
