"""What a beat tracker says of a piece: the grid, the tempi it considered, and how sure it is of each beat and bar."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.rhythm.grid import NO_BEATS, BeatGrid

FINDING = "Finding beats and bars"
"""What a tracker reports that it does."""

Tracker = Literal["trained", "classical"]
"""The trained one decodes the activations of a net; the classical one needs no model file."""


@dataclass(frozen=True, eq=False)
class Activations:
    """How likely each frame is to hold a beat and a downbeat: all that is needed to decode a grid without the audio.

    Attributes
    ----------
    beat, downbeat : NDArray[np.uint8] [shape=(n_frames,)], probability, 255 = certain
    tempo : NDArray[np.float32] [shape=(n_tempi,)], evidence of the net for each tempo class
    onset_times : NDArray[np.float32] [shape=(n_onsets,)], exact times of the onsets, seconds; beats snap to them
    onset_strengths : NDArray[np.float32] [shape=(n_onsets,)], 1 = the strongest of the piece
    duration : seconds of audio
    frame_rate : frames a second; frame 0 is centred at 0 s
    novelty : NDArray[np.uint8] [shape=(n_frames,)], how much louder each frame becomes; see `core.rhythm.soft_onsets`;
        empty in analyses of versions that did not keep it
    """

    beat: NDArray[np.uint8]
    downbeat: NDArray[np.uint8]
    tempo: NDArray[np.float32]
    onset_times: NDArray[np.float32]
    onset_strengths: NDArray[np.float32]
    duration: float
    frame_rate: float
    novelty: NDArray[np.uint8] = field(default_factory=lambda: np.empty(0, np.uint8))


@dataclass(frozen=True, eq=False)
class TempoCandidate:
    """One reading of the pulse of a piece.

    Attributes
    ----------
    tempo : BPM
    probability : of being the tempo a person would tap, 0 to 1; NaN where the tracker cannot tell
    grid : the beats that follow from it
    is_shifted : whether it is the most probable tempo half a beat off
    """

    tempo: float
    probability: float
    grid: BeatGrid
    is_shifted: bool = False


@dataclass(frozen=True, eq=False)
class BeatEstimate:
    """What a tracker found.

    Attributes
    ----------
    grid : beats and bars of the most probable reading
    candidates : the readings considered, most probable first; the first has `grid`; empty where there are no beats
    beat_confidence : NDArray[np.float32] [shape=(n_beats,)], probability that a person would tap each beat
    bar_confidence : NDArray[np.float32] [shape=(n_downbeats,)], probability that each bar begins where it does
    confidence : probability that the grid as a whole is right; all confidences are NaN for the classical tracker
    is_steady : False where there is no steady tempo
    has_bars : False where no bars could be told; the positions then count to four without evidence
    activations : what the grid was decoded from; None for the classical tracker
    tracker : which tracker it was
    """

    grid: BeatGrid
    candidates: tuple[TempoCandidate, ...]
    beat_confidence: NDArray[np.float32]
    bar_confidence: NDArray[np.float32]
    confidence: float
    is_steady: bool
    has_bars: bool
    activations: Activations | None
    tracker: Tracker


def uncertain_estimate(grid: BeatGrid) -> BeatEstimate:
    """Return the estimate of a tracker that finds a grid and knows nothing of its certainty."""
    unknown = np.full(len(grid), np.nan, np.float32)
    return BeatEstimate(
        grid=grid,
        candidates=(TempoCandidate(grid.tempo, float("nan"), grid),) if len(grid) else (),
        beat_confidence=unknown,
        bar_confidence=unknown[: len(grid.downbeat_times)],
        confidence=float("nan"),
        is_steady=len(grid) > 0,
        has_bars=len(grid) > 0,
        activations=None,
        tracker="classical",
    )


NO_ESTIMATE = uncertain_estimate(NO_BEATS)
"""What is known of silence."""
