"""What ffmpeg itself makes of a file, and how far the project's decoding and its player are from it."""

import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR, load_clip
from core.audio.decoding.analysis_signal import SignalBuilder
from core.errors import AudioError
from core.messages import texts
from desktop.playback.source import SourceError, open_source
from tests.waiting import PATIENCE

FARTHEST_LAG = 6000
"""Samples of the analysis signal within which a shift is looked for."""

LEAST_SNR = 60.0
"""Decibels that two decoders of one codec agree within; 16 bits have 96, and noise shaping takes some."""

NOT_FFMPEG = frozenset({"big end.wav", "a.htk", "a.paf", "a.xi", "chained.ogg"})
"""Files that ffmpeg 5 misreads or cannot read, while the project can; joined Ogg files it makes longer."""

OTHER_ROUNDING = {
    "adpcm ima.wav": 40.0,
    "ima4.aifc": 25.0,
    "sox ima.wav": 40.0,
    "sox ms.wav": 15.0,
    "low.opus": 25.0,
    "native.opus": 40.0,
}
"""Codecs that libsndfile decodes otherwise than libav does, and how much agrees. Of the ADPCM codecs each rounds its
predictions in its own way; Opus it decodes at the rate of the original, libav at 48 kHz."""


@dataclass(frozen=True)
class Match:
    """How a signal compares with its reference.

    Attributes
    ----------
    lag : samples by which it comes later than the reference
    snr : decibels by which the reference is above the difference, once shifted; 0 where they share nothing
    missing : samples that it is shorter than the reference
    """

    lag: int
    snr: float
    missing: int


@dataclass(frozen=True)
class Comparison:
    """A file, read by ffmpeg, by the analysis and by the player: seconds (None: not at all), and how they compare."""

    name: str
    source: str = ""
    ffmpeg: float | None = None
    analysis: float | None = None
    player: float | None = None
    match: Match | None = None
    played: Match | None = None
    said: tuple[str, ...] = ()

    def faults(self) -> list[str]:
        """What is worse than it should be."""
        found = []
        if self.analysis is None:
            found.append(f"cannot be read ({self.said})")
        if self.match is not None and self.name not in NOT_FFMPEG:
            if self.match.lag or abs(self.match.missing) > 2:
                found.append(f"lies {self.match.lag} samples late and lacks {self.match.missing}")
            if self.match.snr < OTHER_ROUNDING.get(self.name, LEAST_SNR):
                found.append(f"agrees within {self.match.snr:.0f} dB only")
        if self.analysis is not None and (self.player is None or abs(self.player - self.analysis) > 0.001):
            found.append(f"plays {self.player} s of {self.analysis} s")
        if self.played is not None and (self.played.lag or self.played.snr < LEAST_SNR):
            found.append(f"is heard otherwise than analysed: {self.played}")
        return found


def compare_file(path: Path) -> Comparison:
    """Read a file in all three ways."""
    reference = decode_with_ffmpeg(path)
    seconds = None if reference is None else len(reference) / ANALYSIS_SR
    try:
        clip = load_clip(path)
    except AudioError as problem:
        return Comparison(path.name, ffmpeg=seconds, said=(str(problem),))
    heard, player = play(path, clip.source.decoder)
    return Comparison(
        path.name,
        str(clip.source),
        seconds,
        clip.duration,
        player,
        None if reference is None else compare(clip.y, reference),
        compare(heard, clip.y) if heard is not None and clip.source.channels <= 2 else None,
        tuple(texts(clip.notes)),
    )


def play(path: Path, decoder: str) -> tuple[NDArray[np.float32] | None, float | None]:
    """The analysis signal of what the player hears, and its length in seconds."""
    builder = SignalBuilder()
    try:
        source = open_source(path, decoder)
    except SourceError:
        return None, None
    while len(block := source.read(2048)):
        builder.add(block, source.sr)
    source.close()
    return builder.finish(), builder.seconds


def decode_with_ffmpeg(path: Path) -> NDArray[np.float32] | None:
    """The analysis signal of ffmpeg's decode of the first audio stream; None where ffmpeg cannot."""
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", f"file:{path}", "-map", "0:a:0", "-c:a", "pcm_f32le"]
    done = subprocess.run([*command, "-f", "wav", "-"], capture_output=True, check=False, timeout=PATIENCE)
    where = done.stdout.find(b"data")
    if where < 0:
        return None
    channels, sr = struct.unpack("<HI", done.stdout[22:28])
    content = done.stdout[where + 8 :]
    samples = np.frombuffer(content[: len(content) // (4 * channels) * 4 * channels], "<f4")
    if not samples.size:
        return None
    builder = SignalBuilder()
    builder.add(samples.reshape(-1, channels), sr)
    return builder.finish()


def compare(y: NDArray[np.float32], reference: NDArray[np.float32]) -> Match:
    """`y` against `reference`, shifted to where they agree best."""
    n = 1 << (len(y) + len(reference)).bit_length()
    correlation = np.fft.irfft(np.fft.rfft(y, n) * np.conj(np.fft.rfft(reference, n)), n)
    lags = np.arange(-FARTHEST_LAG, FARTHEST_LAG + 1)
    lag = int(lags[np.argmax(correlation[lags])])
    ours, theirs = y[max(lag, 0) :], reference[max(-lag, 0) :]
    n = min(len(ours), len(theirs))
    ours, theirs = ours[:n], theirs[:n]
    difference = float(np.sum((ours.astype(float) - theirs) ** 2))
    energy = float(np.sum(theirs.astype(float) ** 2))
    snr = 0.0 if energy == 0 else min(150.0, float(10 * np.log10(energy / max(difference, energy * 1e-15))))
    return Match(lag, snr, len(reference) - len(y))
