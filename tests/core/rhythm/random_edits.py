"""Random edits and grids for property tests; a seed, which hypothesis chooses, stands for a whole row of them."""

from collections.abc import Callable, Sequence
from random import Random

import numpy as np

from core.rhythm.edits import (
    FACTORS,
    METRES,
    AcceptProposal,
    AddBeat,
    ChangeTempo,
    ChooseCandidate,
    ClearBeats,
    Edit,
    ImportBeats,
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


def random_grid(random: Random, duration: float) -> BeatGrid:
    """Return a grid of a piece: steady or not, with breaks, of a few beats or none."""
    n_beats = random.choice((0, 1, 2, random.randrange(100)))
    if random.random() < 0.5:
        times = random.uniform(0, 2) + 60.0 / random.uniform(40, 240) * np.arange(n_beats)
    else:
        times = np.cumsum([random.choice((0.1, 0.4, 0.5, 0.6, 2.0)) * random.uniform(0.9, 1.1) for _ in range(n_beats)])
    times, metre = times[times <= duration].astype(np.float64), random.choice(METRES)
    return BeatGrid(times, (np.arange(len(times)) + random.randrange(metre)) % metre + 1, tempo_of(times), metre)


def random_edit(random: Random, grid: BeatGrid, duration: float) -> Edit:
    """Return an edit of any kind, mostly at beats of a grid; RhythmError where it makes no sense at all."""

    def time() -> float:
        at_beat = len(grid) and random.random() < 0.7
        return float(random.choice(grid.beat_times)) if at_beat else random.uniform(0, duration)

    def shift() -> float:
        return random.uniform(-0.3, 0.3)

    def near() -> Sequence[float]:
        first = time()
        return first, max(0.0, first + shift())

    def stretch() -> Sequence[float]:
        first = time()
        return first, first + random.uniform(0.01, 5)

    def taps() -> tuple[float, ...]:
        first, period = time(), random.uniform(0.2, 1)
        return tuple(first + period * i for i in range(random.randrange(2, 9)))

    makers: tuple[Callable[[], Edit], ...] = (
        lambda: ScaleTempo(random.choice(FACTORS)),
        lambda: SetTempo(random.uniform(20, 400), time(), random.random() < 0.5),
        lambda: ChangeTempo(time(), random.uniform(20, 400)),
        lambda: TapBeats(taps()),
        lambda: MakeDownbeat(time()),
        lambda: ShiftHalfBeat(random.random() < 0.5),
        lambda: Nudge(shift(), random.choice((0.0, time()))),
        lambda: MoveBeat(*near()),
        lambda: MoveGrid(*near()),
        lambda: AddBeat(time()),
        lambda: RemoveBeat(time()),
        lambda: SetMetre(random.choice(METRES), random.choice((None, time()))),
        lambda: ClearBeats(*stretch()),
        lambda: LockBeats(*stretch()),
        lambda: UnlockBeats(*stretch()),
        lambda: AcceptProposal.of(random_grid(random, duration)),
        lambda: ChooseCandidate.of(random_grid(random, duration)),
        lambda: ImportBeats.of(random_grid(random, duration)),
        Reset,
    )
    return random.choice(makers)()
