"""`groovescope benchmark rhythm --corrections`: how many gestures a careful user needs until the beats are right.

The user knows the annotated beats and looks for the fewest of the gestures that the clip tab offers: a search over
sequences of gestures that keeps the most promising few. What it finds is an upper bound of the fewest. Three users are
played: one with the gestures alone; one to whom after each gesture the rest of the grid, decoded again around what was
fixed, is proposed, to be accepted or refused; and one who only drags, adds and removes beats one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from core.analysis import find_beats
from core.benchmarks.rhythm import read_piece
from core.benchmarks.rhythm_annotations import Piece
from core.benchmarks.rhythm_gestures import Goal, gestures, one_by_one, worth
from core.errors import RhythmError
from core.rhythm.constraints import Constraints
from core.rhythm.edit_history import EditHistory, constraints_of
from core.rhythm.edits import AcceptProposal, ChooseCandidate, Edit, ScaleTempo, ShiftHalfBeat
from core.rhythm.estimate import BeatEstimate
from core.rhythm.grid import BeatGrid

Propose = Callable[[Constraints], BeatGrid]

_MOST = 30  # gestures after which a user gives up
_MOST_ONE_BY_ONE = 150
_WIDTHS, _WIDTHS_PROPOSED = (6, 2), (3, 1)  # sequences kept, within the first gestures and behind them
_WIDE = 4  # gestures
_PROPOSED = 3  # best gestures after which the grid is decoded again, besides the best of each kind
_WHOLE = (ChooseCandidate, ScaleTempo, ShiftHalfBeat)


@dataclass(frozen=True)
class Played:
    """What one user did.

    Attributes
    ----------
    gestures : in their order, without the proposals accepted
    n_accepted : proposals accepted
    reached : whether the goal was reached
    """

    gestures: tuple[Edit, ...]
    n_accepted: int
    reached: bool


@dataclass(frozen=True)
class Corrected:
    """The three users on one piece; `with_proposals` is None where the tracker keeps no activations."""

    piece: Piece
    alone: Played
    with_proposals: Played | None
    one_by_one: Played


@dataclass(frozen=True, eq=False)
class _State:
    history: EditHistory
    scores: tuple[float, float]

    @property
    def value(self) -> float:
        return worth(self.scores)


def correct_piece(piece: Piece) -> Corrected:
    """Play all users on a piece; raises what `read_piece` does."""
    truth, first = read_piece(piece)
    estimate = find_beats(first)
    duration = first.source.duration
    alone = play(estimate, truth, duration)
    proposed = None
    if estimate.activations is not None:
        most = len(alone.gestures) - 1 if alone.reached else _MOST
        helped = play(estimate, truth, duration, _decoder(estimate), most)
        proposed = helped if helped.reached else alone  # a user can refuse every proposal
    return Corrected(piece, alone, proposed, play_one_by_one(estimate, truth, duration))


def _decoder(estimate: BeatEstimate) -> Propose:
    from core.rhythm.tracking import decode

    activations = estimate.activations
    assert activations is not None

    @cache
    def propose(constraints: Constraints) -> BeatGrid:
        return decode(activations, constraints).grid

    return propose


def play(
    estimate: BeatEstimate, truth: BeatGrid, duration: float, propose: Propose | None = None, most: int = _MOST
) -> Played:
    """Play a user who has all gestures.

    Parameters
    ----------
    estimate : what the tracker found
    truth : the annotated beats
    duration : of the piece, seconds
    propose : decodes the grid again around constraints; None = the user gets no proposals
    most : gestures after which the user gives up
    """
    goal = Goal(truth)
    start = EditHistory(estimate.grid, duration)
    states = [_State(start, goal.scores(start.grid))]
    best = states[0]
    widths = _WIDTHS if propose is None else _WIDTHS_PROPOSED
    for step in range(most + 1):
        done = [state for state in states if goal.is_reached(state.scores)]
        if done:
            return _played(min(done, key=lambda state: len(state.history.edits)), reached=True)
        if not states or step == most:
            break
        made = [one for state in states for one in _next(state, goal, estimate, propose)]
        states = _kept(made, widths[step >= _WIDE], keep_whole=step == 0 and propose is None)
        best = max([best, *states], key=lambda state: state.value)
    return _played(best, reached=goal.is_reached(best.scores))


def _next(state: _State, goal: Goal, estimate: BeatEstimate, propose: Propose | None) -> Iterator[_State]:
    """Yield what one more gesture makes of a grid, with and without the proposal that follows from it."""
    history = state.history
    candidates = () if history.edits else estimate.candidates[1:]
    made = list(_tried(history, gestures(history.grid, goal, candidates), goal))
    yield from made
    if propose is None:
        return
    made.sort(key=lambda one: -one.value)
    for one in _worth_proposing(made):
        proposal = AcceptProposal.of(propose(constraints_of(one.history)))
        yield from (accepted for accepted in _tried(one.history, [proposal], goal) if accepted.value > one.value)


def _worth_proposing(made: Sequence[_State]) -> list[_State]:
    """Return the best, and the best of each kind: a decoder makes most of some that help little by themselves."""
    kinds: set[type] = set()
    chosen = []
    for rank, one in enumerate(made):
        kind = type(one.history.edits[-1])
        if rank < _PROPOSED or kind not in kinds:
            chosen.append(one)
        kinds.add(kind)
    return chosen


def _tried(history: EditHistory, edits: Iterable[Edit], goal: Goal) -> Iterator[_State]:
    for edit in edits:
        try:
            longer = history.added(edit)
        except RhythmError:  # it cannot be made here
            continue
        if longer.grid is not history.grid:
            yield _State(longer, goal.scores(longer.grid))


def _kept(made: Sequence[_State], width: int, *, keep_whole: bool) -> list[_State]:
    """Return the best few of different grids; `keep_whole`: and those of another tempo or phase, whatever they score.

    A wrong level often comes with a wrong phase, and then the first of two gestures helps nothing by itself.
    """
    different: dict[tuple[bytes, bytes], _State] = {}
    for one in sorted(made, key=lambda one: -one.value):
        different.setdefault((one.history.grid.beat_times.tobytes(), one.history.grid.positions.tobytes()), one)
    ranked = list(different.values())
    more = [one for one in ranked[width:] if keep_whole and isinstance(one.history.edits[0], _WHOLE)]
    return ranked[:width] + more


def play_one_by_one(estimate: BeatEstimate, truth: BeatGrid, duration: float) -> Played:
    """Play a user who mends one beat after the other, the best of the next few each time."""
    goal = Goal(truth)
    state = _State(EditHistory(estimate.grid, duration), goal.scores(estimate.grid))
    for _ in range(_MOST_ONE_BY_ONE):
        if goal.is_reached(state.scores):
            break
        made = list(_tried(state.history, one_by_one(state.history.grid, goal), goal))
        if not made:
            break
        state = max(made, key=lambda one: one.value)
    return _played(state, reached=goal.is_reached(state.scores))


def _played(state: _State, *, reached: bool) -> Played:
    own = tuple(edit for edit in state.history.edits if not isinstance(edit, AcceptProposal))
    return Played(own, len(state.history.edits) - len(own), reached)


def corrections_report(results: Sequence[Corrected]) -> Iterator[str]:
    """Yield the lines about the corrections of some pieces, at least one."""
    yield ""
    yield "gestures until F > 0.98 and downbeat F > 0.95"
    yield f"{'':31}{'median':>8}{'p90':>8}{'none':>8}{'one':>8}{'to four':>8}{'not reached':>13}"
    yield _summary("gestures", [one.alone for one in results])
    proposed = [one.with_proposals for one in results if one.with_proposals is not None]
    if proposed:
        yield _summary("with proposals", proposed)
        yield _summary("  each accepting counted too", proposed, count_accepted=True)
    yield _summary("single beats only", [one.one_by_one for one in results])
    yield ""
    yield f"{'file by file':31}{'gestures':>10}{'proposals':>11}{'single':>8}"
    for one in results:
        users = (one.alone, one.with_proposals, one.one_by_one)
        counts = ["-" if user is None else f"{'' if user.reached else '>'}{len(user.gestures)}" for user in users]
        made = ", ".join(edit.kind for edit in (one.with_proposals or one.alone).gestures[:6])
        yield f"{one.piece.name[-30:]:31}{counts[0]:>10}{counts[1]:>11}{counts[2]:>8}  {made}"


def _summary(title: str, users: Sequence[Played], *, count_accepted: bool = False) -> str:
    counts = np.array(
        [len(user.gestures) + count_accepted * user.n_accepted if user.reached else np.inf for user in users]
    )
    median, p90 = (float(np.quantile(counts, share, method="higher")) for share in (0.5, 0.9))
    shares = "".join(f"{np.mean(counts <= most):>8.2f}" for most in (0, 1, 4))
    return f"{title:31}{median:>8.0f}{p90:>8.0f}{shares}{int(np.isinf(counts).sum()):>13}"
