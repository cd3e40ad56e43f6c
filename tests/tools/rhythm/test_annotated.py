"""A rendered clip becomes a piece that `benchmark rhythm` finds, with its beats and labels."""

import csv
from pathlib import Path

import numpy as np

from core.benchmarks.rhythm_annotations import find_pieces, read_beats
from tools.rhythm.annotated import write_piece
from tools.rhythm.corpus import RenderedClip
from tools.rhythm.styles import STYLES


def test_a_clip_becomes_sound_beats_and_labels(tmp_path: Path) -> None:
    sound = np.zeros(22050 * 8, np.float32)
    sound[11025::11025] = 0.8
    facts: dict[str, object] = {"kind": "arranger", "style": STYLES[0].name, "beats_per_bar": 3, "tempo": 120.0}
    beat_times = 0.5 * np.arange(1, 20)  # the last ones behind the end of the sound
    clip = RenderedClip(np.zeros((1, 128), np.float16), beat_times, np.arange(19) % 3 + 1, facts)
    row = write_piece(tmp_path, 7, clip, sound)
    with (tmp_path / "labels.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    (piece,), without = find_pieces(tmp_path)
    assert not without
    assert (piece.group, piece.labels["metre"], piece.labels["tempo"]) == ("arranger", "3", "120.0")
    assert piece.labels["swing"] in ("always", "sometimes", "never")
    assert float(piece.labels["density"]) > 1.5
    assert read_beats(piece.beats, 8.0).beat_times.tolist() == beat_times[beat_times < 8].tolist()
