"""How long a search still takes, by what its fits have taken: in seconds, since a few of them cost most of it."""

from collections.abc import Iterable, Sequence

from core.search.main_effects import MainEffects
from core.search.rounds import Fit
from core.search.sharing import Place, Plan

_RELEARN_SHARE = 1.2


class SearchPace:
    """Learns seconds a unit of size as one factor for each value of each parameter."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._seen: list[tuple[Place, float]] = []
        self._learned_at = 0
        self._model: MainEffects | None = None
        self._grown: dict[tuple[str, int | None, int], float] = {}
        self.done_seconds = 0.0
        self.share = 0.0

    def learn(self, fits: Iterable[Fit]) -> None:
        """Take in what finished fits have taken."""
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

    def left(self, jobs: Sequence[tuple[list[Place], int]], n_workers: int) -> float | None:
        """Seconds until these jobs are done; None before the first fits. Updates `share`, which never falls."""
        import numpy as np

        if self._model is None:
            return None
        if jobs:
            longest = [max(places, key=lambda place: place.size) for places, _ in jobs]
            rates = np.exp(self._model.predict([self._described(place) for place in longest]))
            ahead = float(rates @ [place.size for place in longest])
        else:
            ahead = 0.0
        self.share = max(self.share, self.done_seconds / max(self.done_seconds + ahead, 1e-9))
        return ahead / n_workers

    def _described(self, place: Place) -> dict[str, object]:
        return {**self._plan.units[place.unit], "ceiling": place.ceiling}


def in_words(seconds: float) -> str:
    """About how long that is, for people."""
    if seconds < 90:
        return f"about {max(1, round(seconds))} s left"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min left"
    return f"about {seconds / 3600:.1f} h left"
