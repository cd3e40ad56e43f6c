"""What the fits of a search cost: seconds of processor time, learned from those that are finished.

A few fits cost most of a search (the largest forests), so counts of fits say little about how far it is.
"""

import math
from collections.abc import Iterable, Sequence

from core.search.main_effects import MainEffects
from core.search.rounds import Fit
from core.search.sharing import Place, Plan

_RELEARN_SHARE = 1.2


class FitCosts:
    """Seconds a unit of size, learned as one factor for each value of each parameter.

    Attributes
    ----------
    done_seconds : float
        Processor time of all finished fits.
    share : float
        Share of the search that is done, by processor time, in [0, 1]; never falls.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._seen: list[tuple[Place, float]] = []
        self._learned_at = 0
        self._model: MainEffects | None = None
        self._grown: dict[tuple[str, int | None, int], float] = {}
        self.done_seconds = 0.0
        self.share = 0.0

    def learn(self, fits: Iterable[Fit]) -> None:
        """Take in what finished fits have cost."""
        import numpy as np

        for fit in fits:
            self.done_seconds += fit.seconds
            if fit.error is None:
                key = (fit.place.unit, fit.place.ceiling, fit.fold)
                total = self._grown[key] = self._grown.get(key, 0.0) + fit.seconds
                self._seen.append((fit.place, max(total, 1e-4) / fit.place.size))
        if len(self._seen) >= max(3, _RELEARN_SHARE * self._learned_at):
            self._learned_at = len(self._seen)
            rows = [self._described(place) for place, _ in self._seen]
            self._model = MainEffects.fitted(rows, np.log([rate for _, rate in self._seen]))

    def ahead(self, bundles: Sequence[tuple[list[Place], int]]) -> float:
        """Predict the cost of fits and update `share`.

        Parameters
        ----------
        bundles : Sequence[tuple[list[Place], int]]
            For each fit the places that it answers and the fold that it holds out.

        Returns
        -------
        float
            Seconds of processor time; NaN before the first fits have been learned from.
        """
        import numpy as np

        if self._model is None:
            return math.nan
        ahead = 0.0
        if bundles:
            longest = [max(places, key=lambda place: place.size) for places, _ in bundles]
            rates = np.exp(self._model.predict([self._described(place) for place in longest]))
            ahead = float(rates @ [place.size for place in longest])
        self.share = max(self.share, self.done_seconds / max(self.done_seconds + ahead, 1e-9))
        return ahead

    def _described(self, place: Place) -> dict[str, object]:
        return {**self._plan.units[place.unit], "ceiling": place.ceiling}
