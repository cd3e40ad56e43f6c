"""What a search has found: its trials, its ranking as scikit-learn ranks, and why the others were left."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from core.language import local_number, tr
from core.search.rounds import Elimination, Fit, Request, Results, Verdict
from core.search.sharing import Place, Plan

Reuse = Literal["fitted", "grown", "same"]
_LEADERS = 10


@dataclass(frozen=True)
class Trial:
    """One combination on one fold.

    Attributes
    ----------
    candidate : its number in the grid; None for a cheaper version of one, which racing looks at first
    parameters, fold, score : NaN where the fit failed
    fit_seconds : processor time that it took beyond what others had taken
    reuse : "fitted" by itself, "grown" from a smaller one, or the "same" as another and not fitted again
    error : why there is no score
    """

    candidate: int | None
    parameters: dict[str, Any]
    fold: int
    score: float
    fit_seconds: float
    reuse: Reuse
    error: str | None = None


@dataclass(frozen=True)
class Standing:
    """One combination over the folds on which it was scored; `rank` is 1 for the best, equal means share one."""

    candidate: int
    parameters: dict[str, Any]
    mean: float
    spread: float
    n_folds: int
    rank: int

    @property
    def standard_error(self) -> float:
        """Of the mean, from the folds' spread."""
        return self.spread * math.sqrt(self.n_folds / (self.n_folds - 1) / self.n_folds) if self.n_folds > 1 else 0.0


@dataclass(frozen=True)
class OuterFold:
    """What a search chose without some rows, and how it did on them.

    Attributes
    ----------
    parameters : of the chosen combination
    inner : its mean accuracy on the folds that chose it
    outer : its accuracy on the rows that had no part in the choice
    n_rows : how many these are
    """

    parameters: dict[str, Any]
    inner: float
    outer: float
    n_rows: int


@dataclass(frozen=True)
class Estimate:
    """The accuracy of what a search chooses, on rows that had no part in the choice.

    Attributes
    ----------
    method : "nested" or "holdout"
    protocol : how rows were held out, inside and outside
    searched : the best mean of the search on all rows, which chose by it
    """

    method: str
    protocol: str
    folds: tuple[OuterFold, ...]
    searched: float

    @property
    def mean(self) -> float:
        """Mean accuracy over the outer folds."""
        return float(np.mean([one.outer for one in self.folds]))

    @property
    def spread(self) -> float:
        """Standard deviation over the outer folds; 0 for one."""
        return float(np.std([one.outer for one in self.folds]))

    @property
    def optimism(self) -> float:
        """How much higher the best mean of the search on all rows is."""
        return self.searched - self.mean

    def __str__(self) -> str:
        if self.protocol == "split":
            number, how = (
                local_number(self.mean, ".3f"),
                tr("on {n_rows:,} test rows that no search has seen", n_rows=self.folds[0].n_rows),
            )
        elif len(self.folds) == 1:
            number, how = (
                local_number(self.mean, ".3f"),
                tr("on {n_rows:,} rows that the search had not seen", n_rows=self.folds[0].n_rows),
            )
        else:
            number = f"{local_number(self.mean, '.3f')} ± {local_number(self.spread, '.3f')}"
            how = tr(
                "nested, {n_folds} {protocol} outer folds, ± standard deviation over them",
                n_folds=len(self.folds),
                protocol=self.protocol,
            )
        return tr(
            "Accuracy to expect: {number} ({how}). The search's own best, {searched:.3f}, {gap}.",
            number=number,
            how=how,
            searched=self.searched,
            gap=self._gap,
        )

    @property
    def _gap(self) -> str:
        if self.optimism < 0.0005:
            return tr("is no higher")
        if self.optimism <= self.spread:
            return tr(
                "is {optimism:.3f} higher, which is within the standard deviation over the outer folds",
                optimism=self.optimism,
            )
        return tr(
            "is {optimism:.3f} higher: it was the best of many on the folds that chose it", optimism=self.optimism
        )


@dataclass(frozen=True, eq=False)
class SearchResult:
    """The whole table.

    Attributes
    ----------
    strategy : "exhaustive" or "racing"
    trials : by candidate and fold, cheaper versions last
    standings : by rank, then in the order of the grid; only combinations that were scored on every fold
    eliminations : racing's reasons
    fit_seconds : of every fit behind the trials, whenever it was made
    new_seconds : of those that this very call made
    estimate : what the best is worth on rows that had no part in its choice; None where that was not asked
    """

    strategy: str
    trials: tuple[Trial, ...]
    standings: tuple[Standing, ...]
    eliminations: tuple[Elimination, ...]
    fit_seconds: float
    new_seconds: float
    estimate: Estimate | None = None

    @property
    def best(self) -> Standing | None:
        """What `GridSearchCV` would choose among the standings; None when every fit failed."""
        return next((one for one in self.standings if not math.isnan(one.mean)), None)


def collect(
    plan: Plan, results: Results, verdict: Verdict, asked: Iterable[Request], strategy: str, new_seconds: float
) -> SearchResult:
    """Everything that a strategy asked for, whatever else the run holds."""
    asked = list(dict.fromkeys(asked))
    trials = _trials(plan, results, asked, everything=strategy == "exhaustive")
    standings = ranked(plan, results, verdict.ranked)
    spent = sum(trial.fit_seconds for trial in trials)
    return SearchResult(strategy, tuple(trials), tuple(standings), verdict.eliminations, spent, new_seconds)


def _trials(plan: Plan, results: Results, asked: list[Request], *, everything: bool) -> list[Trial]:
    wanted = {(request.place, request.fold) for request in asked}
    told: set[tuple[Place, int]] = set()
    trials = []
    for candidate, place in enumerate(plan.places):
        for fold in range(plan.n_folds):
            if everything or (place, fold) in wanted:
                fit = results.find(place, fold)
                if fit is not None:
                    trials.append(_trial(plan, candidate, place, fit, told))
                    wanted.discard((place, fold))
    known = set(plan.places)
    for request in asked:
        fit = results.find(request.place, request.fold)
        if fit is not None and request.place not in known:
            trials.append(_trial(plan, None, request.place, fit, told))
    return trials


def _trial(plan: Plan, candidate: int | None, place: Place, fit: Fit, told: set[tuple[Place, int]]) -> Trial:
    again = (fit.place, fit.fold) in told
    told.add((fit.place, fit.fold))
    reuse: Reuse = "same" if again else "grown" if fit.grown_from else "fitted"
    parameters = plan.candidates[candidate] if candidate is not None else plan.parameters(place)
    return Trial(candidate, parameters, fit.fold, fit.score, 0.0 if again else fit.seconds, reuse, fit.error)


def trials_of(plan: Plan, fits: Iterable[Fit]) -> tuple[Trial, ...]:
    """Return the trials of fits alone, for display during the search."""
    first = {place: candidate for candidate, place in reversed(list(enumerate(plan.places)))}
    told: set[tuple[Place, int]] = set()
    return tuple(_trial(plan, first.get(fit.place), fit.place, fit, told) for fit in fits)


def ranked(plan: Plan, results: Results, candidates: Iterable[int]) -> list[Standing]:
    """Standings over all folds, ranked as scikit-learn does: failed ones last, equal means sharing the lower rank."""
    from scipy.stats import rankdata

    numbers = list(candidates)
    if not numbers:
        return []
    scores = np.array([_scores(plan, results, number) for number in numbers])
    means = np.average(scores, axis=1)
    comparable = np.nan_to_num(means, nan=np.nanmin(means) - 1) if not np.isnan(means).all() else np.zeros(len(means))
    ranks = rankdata(-comparable, method="min")
    standings = [
        Standing(number, plan.candidates[number], float(mean), float(np.std(row)), plan.n_folds, int(rank))
        for number, row, mean, rank in zip(numbers, scores, means, ranks, strict=True)
    ]
    return sorted(standings, key=lambda one: (one.rank, one.candidate))


def _scores(plan: Plan, results: Results, candidate: int) -> list[float]:
    fits = [results.find(plan.places[candidate], fold) for fold in range(plan.n_folds)]
    return [math.nan if fit is None else fit.score for fit in fits]


def leaders(plan: Plan, results: Results, asked: Iterable[Request]) -> tuple[Standing, ...]:
    """Return the best so far, those on more folds first; of combinations that are provably the same only the first."""
    scores: dict[Place, list[float]] = {}
    for request in asked:
        fit = results.find(request.place, request.fold)
        if fit is not None and not math.isnan(fit.score):
            scores.setdefault(request.place, []).append(fit.score)
    first = {place: candidate for candidate, place in reversed(list(enumerate(plan.places)))}
    order = sorted(
        (place for place in scores if place in first), key=lambda place: (-len(scores[place]), -np.mean(scores[place]))
    )
    return tuple(
        Standing(
            first[place], plan.candidates[first[place]], float(np.mean(row)), float(np.std(row)), len(row), rank + 1
        )
        for rank, place in enumerate(order[:_LEADERS])
        for row in [scores[place]]
    )
