"""The most characteristic half minute of a piece: the passage that is most like all of it.

After M. Cooper and J. Foote, "Automatic Music Summarization via Similarity Analysis" (ISMIR 2002): a passage is scored
by the mean similarity of what it holds to everything in the piece. With cosine similarity that mean is the product
with the mean of all unit vectors, so that no matrix of similarities is needed. What belongs to a section that comes
again counts more, by the share of the piece that its kind takes: a refrain rather than a bridge that sounds alike.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.structure.sections import Sections

EXCERPT_SECONDS = 30.0

_SHORTEST_STEP = 0.5  # seconds that one row of what is compared stands for
_MOST_ROWS = 2000  # of a long piece
_FRAMES_A_ROW = 8  # looked at in each step; more would not change its mean
_N_BANDS = 32
_REPEATED = 0.5
"""How much a section that comes again counts beside the similarity, at most; as much as half of its range."""


@dataclass(frozen=True, eq=False)
class _Rows:
    """Unit vectors of harmony and timbre at each step of a piece [shape=(n, 44)], and their level [shape=(n,)]."""

    vectors: NDArray[np.float32]
    level: NDArray[np.float32]
    seconds: float


def characteristic_excerpt(
    mel: NDArray[np.uint8],
    chroma: NDArray[np.uint8],
    seconds_per_frame: float,
    duration: float,
    downbeats: NDArray[np.float64],
    sections: Sections | None = None,
) -> tuple[float, float] | None:
    """Return the passage of 30 s that is most like the whole piece.

    Quick enough for a click: it looks at 16,000 frames at most, however long the piece is.

    Parameters
    ----------
    mel : NDArray[np.uint8] [shape=(n_frames, 128)], 80 dB in 256 steps
    chroma : NDArray[np.uint8] [shape=(n_frames, 12)], 255 = strongest pitch class of the frame
    seconds_per_frame : time between frames
    duration : of the piece, seconds
    downbeats : where a passage may begin, seconds; anywhere if there are none
    sections : of the piece, found or edited

    Returns
    -------
    Start and end in seconds; the whole piece where it is no longer than 30 s, None where nothing sounds
    """
    if not len(mel) or not mel.any():
        return None
    if duration <= EXCERPT_SECONDS:
        return 0.0, duration
    rows = _rows_of(mel, chroma, seconds_per_frame, duration)
    scores = _scores(rows, sections)
    latest = duration - EXCERPT_SECONDS
    starts = downbeats[downbeats <= latest]
    if not len(starts):
        starts = np.arange(0.0, latest, max(rows.seconds, 1.0))
    sums = np.concatenate([[0.0], np.cumsum(scores)])
    first = np.minimum((starts / rows.seconds).astype(np.intp), len(scores) - 1)
    last = np.clip(np.rint((starts + EXCERPT_SECONDS) / rows.seconds).astype(np.intp), first + 1, len(scores))
    best = int(np.argmax((sums[last] - sums[first]) / (last - first)))
    return float(starts[best]), float(starts[best] + EXCERPT_SECONDS)


def _scores(rows: _Rows, sections: Sections | None) -> NDArray[np.float64]:
    """How much each step of a piece is like the whole of it, and belongs to what comes again [shape=(n,)]."""
    # Silence and fades are like nothing, and the whole is what sounds.
    weights = rows.level / max(float(rows.level.max()), 1e-9)
    whole = (rows.vectors * weights[:, None]).mean(axis=0)
    similarity = (rows.vectors @ whole) * weights
    spread = float(np.ptp(similarity))
    scores = similarity / spread if spread > 0 else similarity
    return np.asarray(scores + _REPEATED * _repetition(rows, sections), np.float64)


def _repetition(rows: _Rows, sections: Sections | None) -> NDArray[np.float64]:
    """Share of the piece that the label at each step takes, 0 where it comes only once [shape=(n,)]."""
    shares = np.zeros(len(rows.vectors))
    if sections is None or len(set(sections.labels)) < 2:
        return shares
    whole = float(sections.times[-1] - sections.times[0])
    labels = np.array(sections.labels)
    lengths = sections.ends - sections.starts
    times = (np.arange(len(shares)) + 0.5) * rows.seconds
    places = np.clip(np.searchsorted(sections.times, times, side="right") - 1, 0, len(sections) - 1)
    kinds = {label: float(lengths[labels == label].sum()) / whole for label in set(sections.labels)}
    repeated = {label: kinds[label] * (sections.labels.count(label) > 1) for label in kinds}
    return np.array([repeated[label] for label in labels[places].tolist()], np.float64)


def _rows_of(mel: NDArray[np.uint8], chroma: NDArray[np.uint8], seconds_per_frame: float, duration: float) -> _Rows:
    seconds = max(_SHORTEST_STEP, duration / _MOST_ROWS, seconds_per_frame)
    n = max(int(len(mel) * seconds_per_frame / seconds), 1)
    # A few frames of each step, evenly apart.
    offsets = (np.arange(_FRAMES_A_ROW) + 0.5) / _FRAMES_A_ROW
    places = ((np.arange(n)[:, None] + offsets) * (seconds / seconds_per_frame)).astype(np.intp)
    places = np.minimum(places, len(mel) - 1)
    bands = mel[places].reshape(n, _FRAMES_A_ROW, _N_BANDS, -1).mean(axis=(1, 3), dtype=np.float32)
    level = bands.mean(axis=1)
    strengths = chroma[places].astype(np.float32).mean(axis=1)
    timbre = bands - bands.mean(axis=1, keepdims=True)
    harmony = strengths - strengths.mean(axis=1, keepdims=True)
    return _Rows(np.hstack([_unit(harmony), _unit(timbre)]) / np.float32(np.sqrt(2)), level, seconds)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-6), np.float32)
