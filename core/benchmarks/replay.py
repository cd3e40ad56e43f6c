"""A strategy followed over the fits of an exhaustive run: what it would have found, and what it would have cost."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.search.results import Standing, ranked
from core.search.rounds import Fit, Request, Results, Strategy, Verdict, highest_first
from core.search.sharing import Plan

FitMissing = Callable[[Request], Fit]


@dataclass(frozen=True)
class Replay:
    """How a strategy fared.

    Attributes
    ----------
    chosen : what it ended with, over all folds
    best : the best of the whole grid
    seconds : of the fits that it would have made
    all_seconds : of those that the exhaustive search made
    separate_seconds : of those that `GridSearchCV` would have made: each combination by itself
    """

    chosen: Standing
    best: Standing
    seconds: float
    all_seconds: float
    separate_seconds: float

    @property
    def share(self) -> float:
        """Of the exhaustive search's fit-seconds."""
        return self.seconds / self.all_seconds

    @property
    def distance(self) -> float:
        """From the best, in standard errors of the best."""
        return (self.best.mean - self.chosen.mean) / max(self.best.standard_error, 1e-9)


def replay(
    make_strategy: Callable[[Plan, Results], Strategy], plan: Plan, recorded: Results, fit_missing: FitMissing
) -> Replay:
    """Follow a strategy over `recorded`, which has every candidate on every fold.

    Parameters
    ----------
    fit_missing : makes a fit that no candidate has, such as a perceptron stopped early; it is recorded
    """
    known = Results()
    strategy = make_strategy(plan, known)
    seconds = 0.0
    verdict: Verdict | None = None
    while verdict is None:
        try:
            now = next(strategy)
        except StopIteration as end:
            verdict = end.value
            continue
        while missing := [request for request in now.requests if request not in known]:
            fits = [_answer(request, recorded, fit_missing) for request in highest_first(missing)]
            seconds += sum(_longest(fits))
            known.add(fits)
    assert verdict is not None
    whole = ranked(plan, recorded, range(len(plan.candidates)))
    found = ranked(plan, known, verdict.ranked)[0]
    everything = {(fit.place, fit.fold): fit for fits in recorded.fits.values() for fit in fits}
    wanted = {(place, fold) for place in plan.places for fold in range(plan.n_folds)}
    used = [fit for key, fit in everything.items() if key in wanted]
    return Replay(found, whole[0], seconds, sum(fit.seconds for fit in used), separate_seconds(plan, recorded))


def separate_seconds(plan: Plan, recorded: Results) -> float:
    """Return the seconds that every combination on every fold would take by itself."""
    total = 0.0
    for place in plan.places:
        for fold in range(plan.n_folds):
            fit = recorded.find(place, fold)
            if fit is not None:
                total += _grown_seconds(fit, recorded)
    return total


def _answer(request: Request, recorded: Results, fit_missing: FitMissing) -> Fit:
    fit = recorded.find(request.place, request.fold)
    if fit is None:
        fit = fit_missing(request)
        recorded.add([fit])
    # under the name that was asked for: with which other place it shares its trees is what the strategy may not know
    return Fit(request.place, fit.fold, fit.score, _grown_seconds(fit, recorded), 0, fit.reached, fit.error)


def _longest(fits: Iterable[Fit]) -> list[float]:
    """Seconds of one fit for those that differ in size alone."""
    longest: dict[tuple[str, int | None, int], float] = {}
    for fit in fits:
        key = (fit.place.unit, fit.place.ceiling, fit.fold)
        longest[key] = max(longest.get(key, 0.0), fit.seconds)
    return list(longest.values())


def _grown_seconds(fit: Fit, recorded: Results) -> float:
    """Of a fit from nothing: what it took since the smaller size, and what that took."""
    seconds, before = fit.seconds, fit.grown_from
    while before:
        smaller = recorded.fits[fit.place.unit, before, fit.fold]
        part = next(one for one in smaller if one.place.ceiling == fit.place.ceiling)
        seconds, before = seconds + part.seconds, part.grown_from
    return seconds
