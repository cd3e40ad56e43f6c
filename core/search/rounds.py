"""How a strategy asks for fits and learns what came of them: in rounds, so that the order of arrival never matters."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, field

from core.language import tr
from core.search.sharing import Place, Plan


@dataclass(frozen=True)
class Fit:
    """One finished fit, or what a longer one had grown to.

    Attributes
    ----------
    place, fold : what was fitted, and the fold that was held out
    score : accuracy on the held-out rows; NaN where the fit failed
    seconds : processor time since the next smaller size that the same fit was scored at
    grown_from : that size; 0 where there was none
    reached : how near it came to its ceiling: depth of the deepest tree, or iterations
    error : why there is no score, one line
    """

    place: Place
    fold: int
    score: float
    seconds: float
    grown_from: int = 0
    reached: int = 0
    error: str | None = None


@dataclass(frozen=True)
class Request:
    """A fit that a strategy wants."""

    place: Place
    fold: int


@dataclass(frozen=True)
class Round:
    """Fits that are wanted together; nothing is decided before the last has come.

    Attributes
    ----------
    requests : those that are there already are not repeated
    text : what this round is for
    later : requests that may be asked for afterwards, for the time left
    """

    requests: Sequence[Request]
    text: str
    later: Sequence[Request] = ()


@dataclass(frozen=True)
class Elimination:
    """Why a candidate is not looked at any further.

    Attributes
    ----------
    candidate : its number in the grid
    round : rounds that were complete by then, from 1
    folds : of this candidate that had been seen
    reason : one line for a person
    """

    candidate: int
    round: int
    folds: int
    reason: str


@dataclass(frozen=True)
class Verdict:
    """What a strategy ends with.

    Attributes
    ----------
    eliminations : in the order in which they were made
    ranked : candidates that were scored on every fold and can be compared
    """

    eliminations: tuple[Elimination, ...]
    ranked: tuple[int, ...]


Strategy = Generator[Round, None, Verdict]


@dataclass(eq=False)
class Results:
    """What has been fitted so far, found by what is provably the same."""

    fits: dict[tuple[str, int, int], list[Fit]] = field(default_factory=dict)

    def add(self, fits: Iterable[Fit]) -> None:
        """Take in finished fits."""
        for fit in fits:
            self.fits.setdefault((fit.place.unit, fit.place.size, fit.fold), []).append(fit)

    def find(self, place: Place, fold: int) -> Fit | None:
        """Return the fit of a place, or one with another ceiling that did not touch its own; None if neither."""
        same: Fit | None = None
        for fit in self.fits.get((place.unit, place.size, fold), ()):
            if fit.place.ceiling == place.ceiling:
                return fit
            if fit.error is None and fit.reached < min(fit.place.height, place.height):
                same = fit
        return same

    def __contains__(self, request: Request) -> bool:
        return self.find(request.place, request.fold) is not None


def exhaustive(plan: Plan) -> Strategy:
    """Every combination on every fold."""
    wanted = [Request(place, fold) for fold in range(plan.n_folds) for place in plan.places]
    yield Round(list(dict.fromkeys(wanted)), tr("every combination"))
    return Verdict((), tuple(range(len(plan.candidates))))


def highest_first(requests: Iterable[Request]) -> list[Request]:
    """Of requests that differ in their ceiling alone those with the highest, since it may answer for the others."""
    highest: dict[tuple[str, int], float] = {}
    waiting = list(dict.fromkeys(requests))
    for request in waiting:
        key = (request.place.unit, request.fold)
        highest[key] = max(highest.get(key, 0.0), request.place.height)
    return [one for one in waiting if one.place.height == highest[one.place.unit, one.fold]]
