"""A folder of rendered music for `groovescope benchmark rhythm`: sound, `.beats` beside it, and a table of labels."""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.rhythm.onsets import find_onsets
from tools.rhythm.corpus import RenderedClip, Sources, Studio
from tools.rhythm.styles import STYLES

LABELS = "labels.csv"
_SWUNG = 0.56  # of a pair of notes, the part that the first takes: from here on one hears it

Sound = NDArray[np.float32]


def write_annotated(folder: Path, sources: Sources, numbers: Sequence[int]) -> None:
    """Render clips of a corpus into a folder, and describe them in its `labels.csv`.

    Parameters
    ----------
    folder : where they go; the files of former clips stay, the table is written again
    sources : what they are made from
    numbers : of the clips
    """
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(sources)
    rows = [write_piece(folder, number, *studio.clip_with_sound(number)) for number in numbers]
    with (folder / LABELS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def write_piece(folder: Path, number: int, clip: RenderedClip, sound: Sound) -> dict[str, object]:
    """Write sound and beats of a clip; return what is known of it, `density` in onsets a second."""
    seconds = len(sound) / ANALYSIS_SR
    name = f"{clip.facts['kind']}.{number:05d}"
    soundfile.write(folder / f"{name}.flac", np.clip(sound, -1, 1), ANALYSIS_SR)
    rows = zip(clip.beat_times, clip.positions, strict=True)
    lines = [f"{time:.3f}\t{position}\n" for time, position in rows if time < seconds]
    (folder / f"{name}.beats").write_text("".join(lines))
    return {
        "file": f"{name}.flac",
        "metre": clip.facts["beats_per_bar"],
        "tempo": round(float(str(clip.facts["tempo"])), 1),
        "swing": _swing(str(clip.facts["style"])),
        "density": round(len(find_onsets(sound)[0]) / seconds, 1),
        "source": clip.facts["kind"],
        "style": clip.facts["style"],
    }


def _swing(style: str) -> str:
    """Whether the style is swung: always, sometimes or never; nothing where the style is not one of the arranger's."""
    ranges = [one.swing for one in STYLES if one.name == style]
    if not ranges:
        return ""
    low, high, _ = ranges[0]
    return "always" if low >= _SWUNG else "sometimes" if high >= _SWUNG else "never"
