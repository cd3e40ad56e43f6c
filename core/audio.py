"""Any file to an `AudioClip`: decoding, the analysis signal, identity, tags, waveform peaks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ANALYSIS_SR = 22050
"""Sampling rate of every analysis, in Hz."""


class AudioError(Exception):
    """A file that cannot be analysed; its text is one line for a person: what is wrong, what to do."""


@dataclass(frozen=True)
class SourceFormat:
    """What the file itself is, before it became the analysis signal."""

    container: str
    codec: str
    sr: int
    channels: int

    def __str__(self) -> str:
        channels = {1: "mono", 2: "stereo"}.get(self.channels, f"{self.channels} channels")
        return f"{self.container} {self.codec} · {self.sr / 1000:g} kHz · {channels}"


@dataclass(frozen=True, eq=False)
class AudioClip:
    """A piece of music, ready to be analysed.

    Attributes
    ----------
    path : where it came from
    y : NDArray[np.float32] [shape=(n_samples,)], mono in [-1, 1] at `sr`, every sample finite
    sr : sampling rate of `y` in Hz, always `ANALYSIS_SR`
    content_id : 32 hexadecimal digits that follow from the analysis signal alone
    source : what the file was
    tags : title, artist, album, genre … as far as the file has them (lower-case keys)
    notes : what a person should know about the signal, one line each
    """

    path: Path
    y: NDArray[np.float32]
    content_id: str
    source: SourceFormat
    sr: int = ANALYSIS_SR
    tags: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.y) / self.sr


@dataclass(frozen=True, eq=False)
class WaveformPeaks:
    """A pyramid of smallest and largest samples, for drawing a waveform at any zoom.

    Attributes
    ----------
    levels : each NDArray[np.int16] [shape=(n_bins, 2)], minimum and maximum of each bin, 32767 = 1.0
    samples_per_bin : samples of the analysis signal in a bin of each level, finest first
    sr : sampling rate of the analysis signal, Hz
    n_samples : length of the analysis signal
    """

    levels: tuple[NDArray[np.int16], ...]
    samples_per_bin: tuple[int, ...]
    sr: int
    n_samples: int

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return self.n_samples / self.sr
