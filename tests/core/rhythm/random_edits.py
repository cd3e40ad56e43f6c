"""Random edits and grids for property tests."""

from fractions import Fraction

import numpy as np
from hypothesis import strategies as st

from core.rhythm.edits import (
    METRES,
    AcceptProposal,
    AddBeat,
    ChangeTempo,
    ChooseCandidate,
    ClearBeats,
    Edit,
    LockBeats,
    MakeDownbeat,
    MoveBeat,
    MoveGrid,
    Nudge,
    RemoveBeat,
    Reset,
    ScaleTempo,
    SetMetre,
    SetTempo,
    ShiftHalfBeat,
    TapBeats,
    UnlockBeats,
)
from core.rhythm.grid import BeatGrid, tempo_of


def grid_of(times: list[float], metre: int, position: int = 1) -> BeatGrid:
    """Return a grid whose bars are counted through."""
    beat_times = np.array(times, np.float64)
    return BeatGrid(beat_times, (np.arange(len(times)) + position - 1) % metre + 1, tempo_of(beat_times), metre)


def grids(duration: float) -> st.SearchStrategy[BeatGrid]:
    """Return grids of a piece: steady or not, with breaks, of one beat or none."""
    distances = st.lists(st.floats(0.1, 2.0), max_size=int(duration))
    times = distances.map(lambda some: [time for time in np.cumsum(some).tolist() if time <= duration])
    steady = st.builds(
        lambda bpm, first: np.arange(first, duration, 60.0 / bpm).tolist(), st.floats(40, 240), st.floats(0, 2)
    )
    return st.builds(grid_of, times | steady, st.integers(2, 7), st.integers(1, 2))


def edits(duration: float, times: st.SearchStrategy[float]) -> st.SearchStrategy[Edit]:
    """Return edits of every kind, at some times."""
    tempi, shifts = st.floats(20, 400), st.floats(-0.3, 0.3)
    stretches = st.tuples(times, st.floats(0.01, 5.0)).map(lambda pair: (pair[0], pair[0] + pair[1]))
    taps = st.builds(
        lambda first, period, n: tuple(first + period * i for i in range(n)),
        times,
        st.floats(0.2, 1),
        st.integers(2, 9),
    )
    near = st.tuples(times, shifts).map(lambda pair: (pair[0], max(0.0, pair[0] + pair[1])))
    return st.one_of(
        st.builds(ScaleTempo, st.sampled_from([Fraction(1, 2), Fraction(2), Fraction(2, 3), Fraction(3, 2)])),
        st.builds(SetTempo, tempi, times, st.booleans()),
        st.builds(ChangeTempo, times, tempi),
        st.builds(TapBeats, taps),
        st.builds(MakeDownbeat, times),
        st.builds(ShiftHalfBeat, st.booleans()),
        st.builds(Nudge, shifts, st.just(0.0) | times),
        near.map(lambda pair: MoveBeat(*pair)),
        near.map(lambda pair: MoveGrid(*pair)),
        st.builds(AddBeat, times),
        st.builds(RemoveBeat, times),
        st.builds(SetMetre, st.sampled_from(METRES), st.none() | times),
        stretches.map(lambda pair: ClearBeats(*pair)),
        stretches.map(lambda pair: LockBeats(*pair)),
        stretches.map(lambda pair: UnlockBeats(*pair)),
        grids(duration).map(AcceptProposal.of),
        grids(duration).map(ChooseCandidate.of),
        st.just(Reset()),
    )
