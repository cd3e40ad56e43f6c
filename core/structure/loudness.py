"""Loudness of a file by ITU-R BS.1770-4 and EBU R 128: integrated, range, true peak, and its course.

The file is heard as it is, all channels at its own rate; the mono analysis signal would be up to 3 LU too quiet.
FFmpeg's `ebur128` filter weights, sums and gates; its resampler finds the true peak.

References
----------
ITU-R BS.1770-4 (2015); EBU R 128, EBU Tech 3341 (meters) and Tech 3342 (loudness range).
"""

import itertools
import math
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.audio.decoding.decode import listen
from core.errors import AudioError
from core.language import tr
from core.progress import Report, silent

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler

STEP_SECONDS = 0.1
"""Time between two values of the course of the loudness."""

MOMENTARY_SECONDS, SHORT_TERM_SECONDS = 0.4, 3.0
"""Length of the windows; a value is told at the end of its window."""

_ABSOLUTE_GATE = -70.0  # LUFS; what is quieter counts as silence
_RELATIVE_GATE = -20.0  # LU, of the loudness range
_LOWEST_RATE, _OTHER_RATE = 16_000, 48_000
_PEAK_RATE = 192_000
_LAYOUTS = {1: "mono", 2: "stereo", 3: "2.1", 4: "4.0", 5: "5.0", 6: "5.1", 7: "6.1", 8: "7.1"}
"""What a file of so many channels means by them unless it says otherwise, as FFmpeg has it."""


@dataclass(frozen=True, eq=False)
class Loudness:
    """Loudness of a piece; NaN wherever there is no such number.

    Attributes
    ----------
    integrated : of the whole piece, LUFS; NaN for silence and for less than 0.4 s
    range : between its quiet and its loud parts, LU; NaN where nothing sounds for 3 s
    true_peak : largest level between the samples, of any channel, dBTP; NaN for digital silence
    momentary : NDArray[np.float32] [shape=(n,)], LUFS every 0.1 s; number i is of the 0.4 s that end at (i + 1) / 10 s
    short_term : the same of the 3 s that end there

    In the course NaN stands for what is below -70 LUFS, and at the beginning, until a whole window is heard.
    """

    integrated: float
    range: float
    true_peak: float
    momentary: NDArray[np.float32]
    short_term: NDArray[np.float32]

    @classmethod
    def unknown(cls) -> "Loudness":
        """Return what is known of a file that could not be heard again."""
        none = np.empty(0, np.float32)
        return cls(math.nan, math.nan, math.nan, none, none)


def measure_loudness(path: Path, report: Report = silent) -> Loudness:
    """Measure the loudness of a file.

    It is decoded block by block; memory does not grow with its length, but for ten pairs of numbers a second.

    Parameters
    ----------
    path : Path
        Any file with sound in it.
    report : Report
        Told the fraction done; may raise `Cancelled`.

    Returns
    -------
    Loudness

    Raises
    ------
    AudioError
        If the file cannot be used.
    """
    return listen(path, LoudnessMeter, lambda fraction, _: report(fraction, tr("Measuring the loudness"))).finish()


def loudness_of(path: Path, report: Report = silent) -> Loudness:
    """Measure the loudness of a file that has been decoded before; unknown where it cannot be any more."""
    try:
        return measure_loudness(path, report)
    except AudioError:
        return Loudness.unknown()


class LoudnessMeter:
    """Takes the sound of a file in blocks, as a `Listener` of `core.audio.decoding.decode`."""

    def __init__(self) -> None:
        self._filter: _Filter | None = None
        self._peak = _TruePeak()

    def add(self, block: NDArray[np.float32], sr: int) -> None:
        """Take a block [shape=(n_frames, n_channels)]; it is read before this returns."""
        if self._filter is None:
            self._filter = _Filter(sr, block.shape[1])
        frame = _frame(block, sr)
        self._peak.add(block, frame)
        self._filter.add(frame, block.shape[1])

    def finish(self) -> Loudness:
        """Return what was measured."""
        if self._filter is None:
            return Loudness.unknown()
        self._filter.finish()
        momentary, short_term = (_course(values) for values in (self._filter.momentary, self._filter.short_term))
        integrated, peak = self._filter.integrated, self._peak.finish()
        return Loudness(
            integrated if integrated > _ABSOLUTE_GATE else math.nan,
            loudness_range(short_term),
            20.0 * math.log10(peak) if peak > 0.0 else math.nan,
            momentary,
            short_term,
        )


def loudness_range(short_term: NDArray[np.float32]) -> float:
    """Return the loudness range by EBU Tech 3342.

    Parameters
    ----------
    short_term : NDArray[np.float32] [shape=(n,)], LUFS; NaN below the absolute gate

    Returns
    -------
    float
        From the 10th to the 95th percentile of what is less than 20 LU below the mean of all, LU; NaN for nothing.
        The percentiles are the values that FFmpeg takes, which in a steep fade are tenths of a LU from interpolated
        ones; of less than five values FFmpeg itself takes the gate for the 10th.
    """
    audible = short_term[~np.isnan(short_term)].astype(np.float64)
    if not len(audible):
        return math.nan
    mean = 10.0 * math.log10(float(np.mean(10.0 ** (audible / 10.0))))
    sounding = np.sort(audible[audible >= mean + _RELATIVE_GATE])
    low, high = (sounding[max(0, int(share * len(sounding) + 0.5) - 1)] for share in (0.10, 0.95))
    return float(high - low)


def _course(values: list[float]) -> NDArray[np.float32]:
    levels = np.array(values, np.float32)
    levels[levels < _ABSOLUTE_GATE] = np.nan
    return levels


class _Filter:
    """FFmpeg's `ebur128` with what it told so far; rate and channels of the first block are those of the whole."""

    def __init__(self, sr: int, n_channels: int) -> None:
        from av.filter import Graph

        self.momentary: list[float] = []
        self.short_term: list[float] = []
        self.integrated = -math.inf
        self._shape = (sr, n_channels)
        self._layout = _layout(n_channels)
        self._n_frames = 0
        self._others: dict[tuple[int, int], AudioResampler] = {}
        # A step is a whole number of frames only at some rates, and the weighting is wrong at very low ones.
        rates = f"sample_rates={sr if sr >= _LOWEST_RATE and sr % 10 == 0 else _OTHER_RATE}"
        self._graph = Graph()
        self._source: Any = self._graph.add_abuffer(
            sample_rate=sr, format="flt", layout=self._layout, time_base=Fraction(1, sr)
        )
        self._sink: Any = self._graph.add("abuffersink")
        chain: list[Any] = [
            self._source,
            self._graph.add("aformat", rates),
            self._graph.add("ebur128", "metadata=1"),
            self._sink,
        ]
        for first, second in itertools.pairwise(chain):
            first.link_to(second)
        self._graph.configure()

    def add(self, frame: "AudioFrame", n_channels: int) -> None:
        """Weight a frame."""
        same_kind = (frame.sample_rate, n_channels) == self._shape
        for same in [frame] if same_kind else self._like_the_first(frame, n_channels):
            same.pts, same.time_base = self._n_frames, Fraction(1, self._shape[0])
            self._n_frames += same.samples
            self._source.push(same)
            self._take()

    def finish(self) -> None:
        """Let out what the filter still holds."""
        self._source.push(None)
        self._take()

    def _like_the_first(self, frame: "AudioFrame", n_channels: int) -> "list[AudioFrame]":
        """Bring sound of another rate, or with other channels, to those of the whole."""
        from av.audio.resampler import AudioResampler

        key = (frame.sample_rate, n_channels)
        if key not in self._others:
            self._others[key] = AudioResampler("flt", self._layout, self._shape[0])
        return self._others[key].resample(frame)

    def _take(self) -> None:
        while True:
            try:
                told = self._sink.pull().metadata
            except (
                BlockingIOError,
                EOFError,
            ):  # those of libav are of these kinds: nothing more comes, for now or ever
                return
            if "lavfi.r128.I" in told:  # the rest that fills no step says nothing
                self.momentary.append(float(told["lavfi.r128.M"]))
                self.short_term.append(float(told["lavfi.r128.S"]))
                self.integrated = float(told["lavfi.r128.I"])


class _TruePeak:
    """The largest magnitude of the sound between its samples, oversampled as FFmpeg's filter does it.

    The filter itself would take half as long again and tell the peak to three decimals of full scale.
    """

    def __init__(self) -> None:
        self._largest = 0.0
        self._shape = (0, 0)
        self._resampler: AudioResampler | None = None

    def add(self, block: NDArray[np.float32], frame: "AudioFrame") -> None:
        """Take a block [shape=(n_frames, n_channels)], as an array and as a frame."""
        shape = frame.sample_rate, block.shape[1]
        if shape != self._shape:
            self._start(*shape)
        if self._resampler is None:
            self._see(block)
        else:
            self._see_all(self._resampler.resample(frame))

    def finish(self) -> float:
        """Return the largest magnitude, full scale = 1."""
        if self._resampler is not None:
            self._see_all(self._resampler.resample(None))
        self._resampler = None
        return self._largest

    def _start(self, sr: int, n_channels: int) -> None:
        from av.audio.resampler import AudioResampler

        self.finish()
        self._shape = (sr, n_channels)
        self._resampler = AudioResampler("flt", _layout(n_channels), _PEAK_RATE) if sr < _PEAK_RATE else None

    def _see_all(self, frames: "list[AudioFrame]") -> None:
        for frame in frames:
            samples: Any = frame.to_ndarray()
            self._see(samples)

    def _see(self, samples: NDArray[np.float32]) -> None:
        self._largest = max(self._largest, float(samples.max(initial=0.0)), -float(samples.min(initial=0.0)))


def _frame(block: NDArray[np.float32], sr: int) -> "AudioFrame":
    from av.audio.frame import AudioFrame

    packed = np.ascontiguousarray(block).reshape(1, -1)
    frame = AudioFrame.from_ndarray(packed, format="flt", layout=_layout(block.shape[1]))
    frame.sample_rate = sr
    return frame


def _layout(n_channels: int) -> str:
    return _LAYOUTS.get(n_channels, f"{n_channels} channels")
