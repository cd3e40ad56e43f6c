"""Search a grid: one fit a job on any executor, every finished fit kept at once, so that a run can be resumed."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from core.dataset.dataset import Dataset
from core.errors import ExecutorLostError, VersionMismatchError, WorkerDiedError
from core.estimators.grids import Grid
from core.language import tr
from core.pace import Pace, time_left_text
from core.progress import Cancelled, Report, silent
from core.search.costs import FitCosts
from core.search.grid_fits import fit_places
from core.search.racing import racing
from core.search.results import SearchResult, Standing, Trial, collect, leaders, trials_of
from core.search.rounds import Fit, Request, Results, Round, Strategy, Verdict, exhaustive, highest_first
from core.search.settings import settings_of
from core.search.sharing import Place, Plan, make_plan
from core.search.store import SearchStore, open_store
from core.training.protocols import FOLDS, SEED, Fold, Protocol, folds
from core.training.shared_jobs import Call, run_shared
from core.workers.pool import Executor

StrategyName = Literal["exhaustive", "racing"]


class Control:
    """Control over a running search: pause, resume, cancel. Any thread may call it."""

    def __init__(self) -> None:
        self._paused = threading.Event()
        self._cancelled = threading.Event()

    def pause(self) -> None:
        """Give out no more fits; those that run are finished and kept."""
        self._paused.set()

    def go_on(self) -> None:
        """End a pause."""
        self._paused.clear()

    def cancel(self) -> None:
        """Stop within two seconds; what was finished stays in the run."""
        self._cancelled.set()

    def is_paused(self) -> bool:
        """Whether no fits are given out."""
        return self._paused.is_set()

    def check(self) -> None:
        """Raise `Cancelled` if the search is to stop."""
        if self._cancelled.is_set():
            raise Cancelled


@dataclass(frozen=True)
class Board:
    """How a search stands after another fit.

    Attributes
    ----------
    trials : those that this fit brought
    leaders : the best so far by mean accuracy, those seen on more folds first
    """

    trials: tuple[Trial, ...]
    leaders: tuple[Standing, ...]


def search(
    dataset: Dataset,
    grid: Grid,
    folder: Path,
    executor: Executor | None,
    *,
    strategy: StrategyName = "exhaustive",
    protocol: Protocol = "random",
    n_folds: int = FOLDS,
    seed: int = SEED,
    resume: bool = False,
    on_trial: Callable[[Board], None] | None = None,
    control: Control | None = None,
    report: Report = silent,
) -> SearchResult:
    """Search `grid` on the folds of `protocol`; the same table on any executor and after any interruption.

    Parameters
    ----------
    folder : of the run; every finished fit is in its trials.sqlite before the next is waited for
    executor : where the fits run; None is this process
    strategy : "exhaustive" scores every combination on every fold, exactly as `GridSearchCV` would; "racing" leaves
        combinations out as soon as they cannot win. A run may be resumed with the other strategy: fits are the same
    resume : go on with the run in `folder`; without it, a folder that holds one is refused
    on_trial : told how the search stands after every fit
    report : told the share of the work, by the time it takes, that is done; may raise `Cancelled`

    Raises
    ------
    DatasetError, SearchError : one line, before the first fit
    Cancelled : when `control` or `report` wants that
    """
    held_out = folds(dataset, protocol, n_folds=n_folds, seed=seed, held_out="valid")
    plan = make_plan(grid, dataset.columns, seed, len(held_out))
    settings = settings_of(dataset, grid, protocol, len(held_out), seed)
    with open_store(folder, settings, resume=resume) as store:
        runner = _Runner(dataset, plan, held_out, seed, executor, store, on_trial, control or Control(), report)
        follow: Strategy = exhaustive(plan) if strategy == "exhaustive" else racing(plan, runner.results, seed)
        verdict = runner.follow(follow)
    return collect(plan, runner.results, verdict, runner.asked, strategy, runner.seconds)


class _Runner:
    """Carries out the rounds of a strategy."""

    def __init__(
        self,
        dataset: Dataset,
        plan: Plan,
        held_out: list[Fold],
        seed: int,
        executor: Executor | None,
        store: SearchStore,
        on_trial: Callable[[Board], None] | None,
        control: Control,
        report: Report,
    ) -> None:
        self.dataset, self.plan, self.held_out, self.seed = dataset, plan, held_out, seed
        self.executor, self.store, self.on_trial = executor, store, on_trial
        self.control, self.report = control, report
        self.results = Results()
        self.results.add(store.fits())
        self.asked: dict[Request, None] = {}
        self.seconds = 0.0
        self._costs = FitCosts(plan)
        self._costs.learn(store.fits())
        self._pace = Pace()

    def follow(self, strategy: Strategy) -> Verdict:
        """Run round after round until the strategy has seen enough."""
        while True:
            try:
                now = next(strategy)
            except StopIteration as end:
                verdict: Verdict = end.value
                self.report(1.0, "done")
                return verdict
            self._tell_known()
            self.asked |= dict.fromkeys(now.requests)
            self._run(now)

    def _tell_known(self) -> None:
        """Before the first round, tell all that the run holds already, so that a board fills at once."""
        fits = self.store.fits() if self.on_trial is not None and not self.asked else []
        if fits and self.on_trial is not None:
            self.on_trial(board_of(self.plan, self.results, fits))

    def _run(self, now: Round) -> None:
        while missing := [request for request in now.requests if request not in self.results]:
            wave = highest_first(missing)
            chosen = set(wave)
            self._run_wave(wave, now, [one for one in (*missing, *now.later) if one not in chosen])

    def _run_wave(self, wave: list[Request], now: Round, later: list[Request]) -> None:
        bundles = list(_bundled(wave))
        calls = [self._call(places, fold) for places, fold in bundles]
        waiting = dict(enumerate(bundles))
        for number, outcome in self._outcomes(calls, now.text, waiting, later):
            places, fold = waiting.pop(number)
            if isinstance(outcome, ExecutorLostError | VersionMismatchError):
                raise outcome
            fits = outcome if isinstance(outcome, list) else _failed(places, fold, outcome)
            if not isinstance(outcome, WorkerDiedError):  # the next run may have the memory
                self.store.add(fits)
            self._take(fits)

    def _take(self, fits: list[Fit]) -> None:
        self.results.add(fits)
        self._costs.learn(fits)
        self.seconds += sum(fit.seconds for fit in fits)
        if self.on_trial is not None:
            self.on_trial(Board(trials_of(self.plan, fits), leaders(self.plan, self.results, self.asked)))

    def _outcomes(
        self, calls: list[Call], what: str, waiting: dict[int, tuple[list[Place], int]], later: list[Request]
    ) -> Iterator[tuple[int, Any]]:
        last_told, shown = -1.0, what

        def told(fraction: float, text: str) -> None:  # noqa: ARG001  by counts, which say little here
            nonlocal last_told, shown
            self.control.check()
            if time.monotonic() - last_told > 0.5:
                last_told = time.monotonic()
                left = self._time_left([*waiting.values(), *_bundled(later)], last_told)
                shown = f"{what}, {left}" if left else what
            self.report(self._costs.share, tr("paused; {what}", what=what) if self.control.is_paused() else shown)

        return run_shared(
            self.executor, self.dataset.fingerprint, self.dataset, calls, told, None, self.control.is_paused
        )

    def _time_left(self, ahead: list[tuple[list[Place], int]], now: float) -> str:
        """Return how long these fits still take, for people: their processor time at the speed measured so far."""
        seconds = self._costs.ahead(ahead)
        if self.control.is_paused():
            self._pace.rest()
            return ""
        done = self._costs.done_seconds
        return time_left_text(self._pace.update(done, done + seconds, now))

    def _call(self, places: list[Place], fold: int) -> Call:
        parameters = self.plan.parameters(places[0])
        return fit_places, (self.plan.grid, parameters, self.plan.kind, places, self.held_out[fold], fold, self.seed)


def board_of(plan: Plan, results: Results, fits: list[Fit]) -> Board:
    """Return how a search with these fits stands, whatever its strategy asks for next."""
    return Board(trials_of(plan, fits), leaders(plan, results, (Request(fit.place, fit.fold) for fit in fits)))


def _bundled(requests: list[Request]) -> Iterator[tuple[list[Place], int]]:
    """Group the requests that one fit answers: those that differ in size alone."""
    bundles: dict[tuple[str, int | None, int], list[Place]] = {}
    for request in requests:
        key = (request.place.unit, request.place.ceiling, request.fold)
        bundles.setdefault(key, []).append(request.place)
    for (_, _, fold), places in bundles.items():
        yield places, fold


def _failed(places: list[Place], fold: int, problem: object) -> list[Fit]:
    text = " ".join(str(problem).split()) or type(problem).__name__
    return [Fit(place, fold, float("nan"), 0.0, error=text[:200]) for place in places]
