"""What the decoders and `core.audio.clip` agree on: the analysis rate, and what a file is."""

from dataclasses import dataclass

ANALYSIS_SR = 22050
"""Sampling rate of every analysis, in Hz."""


@dataclass(frozen=True)
class SourceFormat:
    """What the file itself is, before it became the analysis signal.

    Attributes
    ----------
    decoder : which library read it, "libsndfile" or "libav"; what plays the file takes the same
    """

    container: str
    codec: str
    sr: int
    channels: int
    decoder: str = "libsndfile"

    def __str__(self) -> str:
        channels = {1: "mono", 2: "stereo"}.get(self.channels, f"{self.channels} channels")
        return f"{self.container} {self.codec} · {self.sr / 1000:g} kHz · {channels}"
