"""Places in the bar: the labels of a beat for every metre, and which of them may follow which."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

METRES = (2, 3, 4, 5, 6, 7)

_METRE_COST = {4: 0.0, 3: 3.0, 2: 9.0, 6: 10.0, 5: 10.0, 7: 10.0}
"""What a metre costs before anything is heard, in nats: common ones are believed on less evidence."""

_CHANGE_COST = 14.0
"""What it costs to change the metre at the end of a bar, nats."""

_BROKEN_BAR_COST = 18.0
"""What it costs to start a bar before the last one is over, nats."""


@dataclass(frozen=True, eq=False)
class Labels:
    """Labels of a beat, one for each metre and place in the bar.

    Attributes
    ----------
    metres : the metres, in the order of their labels
    metre : NDArray[np.int64] [shape=(n_labels,)], beats in the bar
    position : NDArray[np.int64] [shape=(n_labels,)], place in the bar, 1 = downbeat
    previous : NDArray[np.int64] [shape=(n_labels,)], the label that comes before in a regular bar
    first : NDArray[np.int64] [shape=(n_metres,)], the label of each metre's downbeat
    leaving : NDArray[np.float32] [shape=(n_labels,)], cost of going on with a bar of any metre, nats
    start : NDArray[np.float32] [shape=(n_labels,)], cost of the metre, nats
    """

    metres: tuple[int, ...]
    metre: NDArray[np.int64]
    position: NDArray[np.int64]
    previous: NDArray[np.int64]
    first: NDArray[np.int64]
    leaving: NDArray[np.float32]
    start: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.metre)

    @property
    def is_downbeat(self) -> NDArray[np.bool_]:
        """Whether a label starts a bar [shape=(n_labels,)]."""
        return np.asarray(self.position == 1)


@cache
def labels_of(metres: tuple[int, ...] = METRES) -> Labels:
    """Return the labels of some metres."""
    metre = np.repeat(metres, metres)
    position = np.concatenate([np.arange(1, m + 1) for m in metres])
    first = np.flatnonzero(position == 1)
    previous = np.where(position > 1, np.arange(len(metre)) - 1, np.arange(len(metre)) + metre - 1)
    leaving = np.where(position == metre, _CHANGE_COST, _BROKEN_BAR_COST).astype(np.float32)
    start = np.array([_METRE_COST[int(m)] for m in metre], np.float32)
    return Labels(metres, metre, position, previous, first, leaving, start)


@dataclass(frozen=True, eq=False)
class Bars:
    """Bars laid over known beats.

    Attributes
    ----------
    positions : NDArray[np.int64] [shape=(n_beats,)], place in the bar, 1 = downbeat
    metres : NDArray[np.int64] [shape=(n_beats,)], beats in the bar
    score : nats that the beats gain as downbeats and as others, per beat
    """

    positions: NDArray[np.int64]
    metres: NDArray[np.int64]
    score: float


def find_bars(evidence: NDArray[np.float64], labels: Labels, barred: NDArray[np.float64] | None = None) -> Bars:
    """Lay the best bars over known beats.

    Parameters
    ----------
    evidence : NDArray[np.float64] [shape=(n_beats,)]
        What a beat gains as a downbeat over what it gains as another beat, nats.
    labels : Labels
        Metres to choose from.
    barred : NDArray[np.float64] [shape=(n_beats, n_labels)], optional
        What is forbidden to each label at each beat, nats.

    Returns
    -------
    Bars
    """
    n_beats = len(evidence)
    if not n_beats:
        return Bars(np.empty(0, np.int64), np.empty(0, np.int64), 0.0)
    gain = _gain(evidence, labels, barred)
    price = _transition_costs(labels)
    total = gain[0] - labels.start
    came_from = np.zeros(gain.shape, np.int64)
    for i in range(1, n_beats):
        options = total[:, np.newaxis] - price
        came_from[i] = options.argmax(axis=0)
        total = options.max(axis=0) + gain[i]
    path = np.empty(n_beats, np.int64)
    path[-1] = total.argmax()
    for i in range(n_beats - 1, 0, -1):
        path[i - 1] = came_from[i, path[i]]
    return Bars(labels.position[path], labels.metre[path], float(total.max()) / n_beats)


def downbeat_probabilities(
    evidence: NDArray[np.float64], labels: Labels, barred: NDArray[np.float64] | None = None
) -> NDArray[np.float64]:
    """Return how probable it is for each beat to start a bar, all metres and phases considered [shape=(n_beats,)].

    See `find_bars` for the parameters.
    """
    n_beats = len(evidence)
    gain = _gain(evidence, labels, barred)
    likelihood = np.exp(gain - gain.max(axis=1, keepdims=True))
    follows = np.exp(-_transition_costs(labels))
    forward = np.empty_like(likelihood)
    state = np.exp(-labels.start.astype(np.float64))
    for i in range(n_beats):
        state = likelihood[i] * (state if i == 0 else state @ follows)
        state /= state.sum()
        forward[i] = state
    probability = np.empty(n_beats)
    state = np.ones(len(labels))
    for i in range(n_beats - 1, -1, -1):
        posterior = forward[i] * state
        probability[i] = posterior[labels.is_downbeat].sum() / posterior.sum()
        state = follows @ (likelihood[i] * state)
        state /= state.sum()
    return probability


def _gain(evidence: NDArray[np.float64], labels: Labels, barred: NDArray[np.float64] | None) -> NDArray[np.float64]:
    gain = np.where(labels.is_downbeat, evidence[:, np.newaxis], 0.0)
    return gain if barred is None else gain - barred


def _transition_costs(labels: Labels) -> NDArray[np.float64]:
    """Return what it costs to go from one label to another [shape=(n_labels, n_labels)]."""
    price = np.full((len(labels), len(labels)), 1e6)
    price[:, labels.first] = labels.leaving[:, np.newaxis] + labels.start[labels.first]
    price[labels.previous, np.arange(len(labels))] = 0.0
    return price
