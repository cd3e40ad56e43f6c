"""Find a combination that nothing beats clearly, for a small part of what trying all of them costs.

Three observations make it cheap. Over these grids accuracy is nearly a sum of one effect for each parameter's value, so
that a few dozen combinations tell how the other thousands do. A small forest (or a perceptron stopped early) ranks
combinations nearly like a large one, at a fraction of the time. And combinations that share their folds can be compared
pair by pair, which needs fewer folds than knowing each by itself.

So: score a balanced random design cheaply on one fold; let the effects propose more; score the best of them on a
second fold; let the finalists race at full size, fold by fold, and drop those behind by more than folds differ.
Decisions look at complete rounds alone, so that one process, many and a cluster decide alike.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from core.language import tr
from core.search.main_effects import MainEffects
from core.search.rounds import Elimination, Request, Results, Round, Strategy, Verdict
from core.search.sharing import Place, Plan


@dataclass(frozen=True)
class Course:
    """How many take part in what; chosen by measurement, see docs/decisions.

    Attributes
    ----------
    screened : branches of the grid in the first, random round
    proposed : further ones that the effects propose, in each of `proposals` rounds
    doubled : branches that are looked at on a second fold
    finalists : branches that race at full size
    cheap : part of the size (or iterations) at which they are looked at before
    margin : how many standard errors of a difference a finalist may be behind
    """

    screened: int
    proposed: int
    proposals: int
    doubled: int
    finalists: int
    cheap: float
    margin: float = 1.0


COURSES = {
    "forest": Course(24, 6, 2, 10, 2, 0.1),
    "boosting": Course(24, 6, 2, 10, 2, 0.1),
    "mlp": Course(12, 3, 1, 0, 1, 0.12),
}


@dataclass(frozen=True)
class Branch:
    """What one fit at full size covers: combinations that differ in size alone.

    Attributes
    ----------
    number : among the branches
    full, cheap : the place to end at, and the one to look at before
    candidates : those of the grid that lie on it
    parameters : for the effects
    """

    number: int
    full: Place
    cheap: Place
    candidates: tuple[int, ...]
    parameters: dict[str, object]


def racing(plan: Plan, results: Results, seed: int, course: Course | None = None) -> Strategy:
    """Return the racing strategy; see the module. `course` defaults to that of the grid's family."""
    race = _Race(plan, results, seed, course or COURSES[plan.grid.key])
    yield from race.screen()
    yield from race.final()
    return race.verdict()


class _Race:
    def __init__(self, plan: Plan, results: Results, seed: int, course: Course) -> None:
        self.plan, self.results, self.course = plan, results, course
        self.random = np.random.default_rng([seed, 11])
        self.branches = branches_of(plan, course.cheap)
        self.folds = [int(fold) for fold in self.random.permutation(plan.n_folds)]
        self.seen: dict[int, list[int]] = {}  # folds on which a branch was looked at cheaply
        self.rounds = 0
        self.dropped: dict[int, Elimination] = {}
        self.finalists: list[int] = []

    def screen(self) -> Strategy:
        """Run a random design, what the effects suggest, and a second fold for the best."""
        n_all = len(self.branches)
        yield from self._look(self._design(min(self.course.screened, n_all)), 0, tr("balanced sample of the grid"))
        for _ in range(self.course.proposals):
            unseen = [number for number in self._by_prediction() if number not in self.seen]
            if unseen:
                text = tr("suggested by parameter effects")
                yield from self._look(unseen[: self.course.proposed], 0, text)
        if self.course.doubled and self.plan.n_folds > 1:
            best = [number for number in self._by_prediction() if number in self.seen][: self.course.doubled]
            yield from self._look(best, 1, tr("best so far on a second fold"))
        return Verdict((), ())

    def _look(self, numbers: Sequence[int], nth_fold: int, text: str) -> Strategy:
        fold = self.folds[nth_fold]
        self.rounds += 1
        yield Round([Request(self.branches[number].cheap, fold) for number in numbers], text, self._full(numbers[:2]))
        for number in numbers:
            self.seen.setdefault(number, []).append(fold)
        return Verdict((), ())

    def _full(self, numbers: Iterable[int]) -> list[Request]:
        return [
            Request(self.plan.places[candidate], fold)
            for number in numbers
            for candidate in self.branches[number].candidates
            for fold in self.folds
        ]

    def _design(self, count: int) -> list[int]:
        """Branches drawn so that every value of every parameter comes about equally often."""
        order = [int(number) for number in self.random.permutation(len(self.branches))]
        chosen: list[int] = []
        used: dict[tuple[str, str], int] = {}
        while len(chosen) < count:
            best = min(order, key=lambda number: sum(used.get(mark, 0) for mark in self._marks(number)))
            order.remove(best)
            chosen.append(best)
            for mark in self._marks(best):
                used[mark] = used.get(mark, 0) + 1
        return chosen

    def _marks(self, number: int) -> list[tuple[str, str]]:
        return [(name, repr(value)) for name, value in self.branches[number].parameters.items()]

    def _predictions(self) -> np.ndarray:
        """Return the expected score of each branch: parameter effects, and its own score where it was fitted."""
        rows, values, weights = [], [], []
        level = {
            fold: float(np.mean([self._cheap_score(one, fold) for one, folds in self.seen.items() if fold in folds]))
            for fold in self.folds
            if any(fold in folds for folds in self.seen.values())
        }
        first = self.folds[0]
        common = [number for number, folds in self.seen.items() if len(folds) > 1]
        own: dict[int, list[float]] = {}
        for number, folds in self.seen.items():
            for fold in folds:
                value = self._cheap_score(number, fold)
                if fold != first:  # as if it had been the first fold: by those that were looked at on both
                    value += float(np.mean([self._cheap_score(one, first) for one in common])) - level[fold]
                own.setdefault(number, []).append(value)
                rows.append(self.branches[number].parameters)
                values.append(value)
                weights.append(1.0)
        model = MainEffects.fitted(rows, values, shrinkage=_SHRINKAGE)
        predicted = model.predict([branch.parameters for branch in self.branches])
        for number, scores in own.items():
            trust = len(scores) / (len(scores) + _MODEL_WEIGHT)
            predicted[number] += trust * (np.mean(scores) - predicted[number])
        return predicted

    def _cheap_score(self, number: int, fold: int) -> float:
        fit = self.results.find(self.branches[number].cheap, fold)
        return 0.0 if fit is None or not np.isfinite(fit.score) else fit.score

    def _by_prediction(self) -> list[int]:
        predicted = self._predictions()
        return [int(number) for number in np.argsort(-predicted, kind="stable")]

    def final(self) -> Strategy:
        """Run the finalists at full size, fold by fold; the last one runs all folds."""
        predicted = self._predictions()
        order = [int(number) for number in np.argsort(-predicted, kind="stable")]
        racers = [number for number in order if number in self.seen][: self.course.finalists]
        self._leave(racers, order, predicted)
        self.finalists = racers
        for done, fold in enumerate(self.folds, start=1):
            self.rounds += 1
            requests = [Request(place, fold) for number in racers for place in self._places(number)]
            later = [one for one in self._full(racers[:1]) if one.fold in self.folds[done:]]
            yield Round(
                requests,
                tr(
                    "final of {n_finalists}, fold {done} of {n_folds}",
                    n_finalists=len(racers),
                    done=done,
                    n_folds=len(self.folds),
                ),
                later,
            )
            if len(racers) > 1 and done < len(self.folds):
                racers = self._thin_out(racers, done)
        self.finalists = racers
        return Verdict((), ())

    def _places(self, number: int) -> list[Place]:
        return list(dict.fromkeys(self.plan.places[candidate] for candidate in self.branches[number].candidates))

    def _leave(self, racers: Sequence[int], order: Sequence[int], predicted: np.ndarray) -> None:
        least = min(predicted[number] for number in racers)
        for number in order:
            if number in racers:
                continue
            folds = len(self.seen.get(number, ()))
            how = (
                tr("fitted on {folds}: {predicted:.3f} expected", folds=_folds(folds), predicted=predicted[number])
                if folds
                else tr("not fitted: {predicted:.3f} expected from parameter effects", predicted=predicted[number])
            )
            for candidate in self.branches[number].candidates:
                reason = tr("{how}, last finalist {least:.3f}", how=how, least=least)
                self.dropped[candidate] = Elimination(candidate, self.rounds, folds, reason)

    def _thin_out(self, racers: list[int], done: int) -> list[int]:
        """Without those who are behind by more than chance; after the second fold at most half stay."""
        scores = np.array([self._best_scores(number, done) for number in racers])
        means = scores.mean(axis=1)
        leader = int(np.argmax(means))
        error = self._difference_error(done)
        order = np.argsort(-means, kind="stable")
        allowed = len(racers) if done < _LAST_FOR_ALL else max(1, len(racers) // 2)
        kept = []
        for place, index in enumerate(order):
            behind = means[leader] - means[index]
            if behind <= self.course.margin * error and place < allowed:
                kept.append(racers[index])
                continue
            reason = tr(
                "final: {behind:.3f} behind the leader after {folds}; standard error of the difference {error:.3f}",
                behind=behind,
                folds=_folds(done),
                error=error,
            )
            for candidate in self.branches[racers[index]].candidates:
                self.dropped[candidate] = Elimination(candidate, self.rounds, done, reason)
        return kept

    def _best_scores(self, number: int, done: int) -> list[float]:
        rows = []
        for place in self._places(number):
            fits = [self.results.find(place, fold) for fold in self.folds[:done]]
            rows.append([0.0 if fit is None or not np.isfinite(fit.score) else fit.score for fit in fits])
        return max(rows, key=lambda row: float(np.mean(row)))

    def _difference_error(self, done: int) -> float:
        """Return the standard error of a paired difference over `done` folds, which share most of their training rows.

        The variance is that of one row in doubt for each ten held out; Nadeau and Bengio's correction stands for the
        rows that the folds share.
        """
        n_test = 1.0 / self.plan.n_folds
        correction = 1.0 / done + n_test / (1.0 - n_test)
        return float(_FOLD_DIFFERENCE * np.sqrt(correction))

    def verdict(self) -> Verdict:
        """Reasons in the order of the rounds; those that ran all folds are ranked."""
        candidates = [candidate for number in self.finalists for candidate in self.branches[number].candidates]
        reasons = sorted(self.dropped.values(), key=lambda one: (one.round, one.candidate))
        return Verdict(tuple(reasons), tuple(sorted(candidates)))


_SHRINKAGE = 0.5
_MODEL_WEIGHT = 1.0
_LAST_FOR_ALL = 2
_FOLD_DIFFERENCE = 0.02


def branches_of(plan: Plan, cheap: float) -> list[Branch]:
    """Return the branches of a grid, in its order."""
    grouped: dict[tuple[str, int | None], list[int]] = {}
    for candidate, place in enumerate(plan.places):
        grouped.setdefault((place.unit, place.ceiling), []).append(candidate)
    branches = []
    for number, ((unit, ceiling), candidates) in enumerate(grouped.items()):
        full = max((plan.places[candidate] for candidate in candidates), key=lambda place: place.size)
        sizes = [plan.places[candidate].size for candidate in candidates]
        fitting = [size for size in sizes if size <= cheap * full.size]
        less = Place(unit, ceiling, max(fitting) if fitting else min(sizes))
        if plan.kind.size is None and plan.kind.ceiling == "max_iter" and ceiling is not None:
            less = Place(unit, max(1, round(cheap * ceiling)), 1)
        parameters = {**plan.units[unit], "ceiling": ceiling}
        branches.append(Branch(number, full, less, tuple(candidates), parameters))
    return branches


def _folds(count: int) -> str:
    return tr("1 fold") if count == 1 else tr("{count} folds", count=count)
