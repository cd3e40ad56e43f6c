"""Essentia's MusicExtractor, the field's usual tool for whole libraries, to measure against. Only benchmarks use it.

It is no dependency: who wants the comparison installs it beside (`pip install essentia`).
"""

from pathlib import Path
from typing import Any

import numpy as np

from core.audio.clip import load_clip
from core.features.rows import genre_row, song_row
from core.rhythm.tempo import log_mel
from core.spectrum.cqt import cens
from core.spectrum.slices import measure_slices


def make_extractor() -> Any:
    """Return the extractor with its own defaults; ImportError where Essentia is not installed."""
    import essentia
    import essentia.standard

    essentia.log.infoActive = False
    essentia.log.warningActive = False
    return essentia.standard.MusicExtractor()


def extract(extractor: Any, path: Path) -> None:
    """Everything that it measures of a file, decoding included."""
    extractor(str(path))


def song_and_genre(path: Path) -> float:
    """Measure the song and genre rows of a file, decoding included; return the sum of the numbers."""
    y = load_clip(path).y
    (tracks,) = measure_slices(y, [(0, len(y))])
    (chroma_cens,) = cens(y, [(0, len(y))], [tracks.cqt_tuning])
    decibels = log_mel(tracks.frames.mel)
    return float(np.nansum(song_row(y, tracks, chroma_cens, decibels)) + np.nansum(genre_row(tracks, decibels)))
