"""What combinations of a grid have in common, so that it is fitted once: only where the scores are provably the same.

* A forest of n trees is the beginning of every larger one with the same seed: each tree draws its seed in turn from
  one generator. A boosting of n rounds is the beginning of every longer one.
* A tree does not split nodes of fewer than max(`min_samples_split`, 2 · `min_samples_leaf`) rows, so only that number
  counts, and `max_features` counts as the number of columns that it comes to.
* A limit that was never touched (trees shallower than `max_depth`, a perceptron that had converged before `max_iter`)
  gives what every higher limit gives. A limit that was just reached does not count as untouched: a tree draws random
  numbers while it looks for the split that the limit would have forbidden.
* Adam ignores the perceptron's `learning_rate`, `power_t` and momentum, which are for plain gradient descent.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.errors import SearchError
from core.estimators.grids import Grid
from core.estimators.steps import SELECT, classifier_of

_FORESTS = ("RandomForestClassifier", "ExtraTreesClassifier")
_TREE_ENSEMBLES = (*_FORESTS, "GradientBoostingClassifier")
_FOR_DESCENT = ("learning_rate", "power_t", "momentum", "nesterovs_momentum")


@dataclass(frozen=True)
class Kind:
    """What of a classifier can be shared: the parameter that lets it grow, and the one that only limits it."""

    size: str | None = None
    ceiling: str | None = None


@dataclass(frozen=True)
class Place:
    """Where the score of a combination is found.

    Attributes
    ----------
    unit : name of the parameters that it shares with others
    ceiling : its limit (depth, iterations); None is none
    size : trees or rounds; 1 where nothing grows
    """

    unit: str
    ceiling: int | None
    size: int

    @property
    def height(self) -> float:
        """The ceiling as a number to compare with."""
        return math.inf if self.ceiling is None else self.ceiling


@dataclass(frozen=True, eq=False)
class Plan:
    """A grid as what has to be fitted.

    Attributes
    ----------
    candidates : every combination, in the order of scikit-learn's `GridSearchCV`
    places : for each candidate
    units : parameters by the name of the unit, without those of `kind`
    n_folds : of each candidate
    """

    grid: Grid
    kind: Kind
    candidates: tuple[dict[str, Any], ...]
    places: tuple[Place, ...]
    units: Mapping[str, dict[str, Any]]
    n_folds: int

    def parameters(self, place: Place) -> dict[str, Any]:
        """Return what to fit for a place, also for one that no candidate has."""
        extra: dict[str, Any] = {}
        if self.kind.ceiling is not None:
            extra[self.kind.ceiling] = place.ceiling
        if self.kind.size is not None:
            extra[self.kind.size] = place.size
        return {**self.units[place.unit], **extra}


def make_plan(grid: Grid, columns: Sequence[str], seed: int, n_folds: int) -> Plan:
    """Find out what the combinations of `grid` share.

    Raises
    ------
    SearchError : one line, when the classifier has no such parameter or the grid is empty
    """
    candidates = tuple(grid.candidates())
    pipeline = grid.build(columns, seed, {})
    plain = classifier_of(pipeline)
    # of columns that each fold selects for itself nobody knows how many there will be
    n_columns = None if SELECT in pipeline.named_steps else len(columns)
    kind = kind_of(plain.get_params(), type(plain).__name__)
    places, units = [], {}
    for candidate in candidates:
        try:
            classifier = classifier_of(grid.build(columns, seed, candidate))
        except ValueError as problem:
            raise SearchError("search.grid_refused", reason=" ".join(str(problem).split())[:200]) from None
        parameters = effective(type(classifier).__name__, classifier.get_params(), tuple(candidate), n_columns)
        size = int(parameters.pop(kind.size)) if kind.size in parameters else 1
        ceiling = parameters.pop(kind.ceiling) if kind.ceiling in parameters else None
        name = json.dumps(parameters, sort_keys=True)
        units[name] = parameters
        places.append(Place(name, ceiling, size))
    return Plan(grid, kind, candidates, tuple(places), units, n_folds)


def kind_of(parameters: Mapping[str, Any], class_name: str) -> Kind:
    """Return what may be shared between classifiers of this class with these fixed parameters."""
    reproducible = isinstance(parameters.get("random_state"), int) and not parameters.get("warm_start")
    if not reproducible:
        return Kind()
    if class_name in _FORESTS and not parameters.get("oob_score"):
        return Kind("n_estimators", "max_depth")
    if class_name == "GradientBoostingClassifier" and parameters.get("n_iter_no_change") is None:
        return Kind("n_estimators", "max_depth")
    if class_name == "MLPClassifier":
        return Kind(None, "max_iter")
    return Kind()


def effective(
    class_name: str, parameters: Mapping[str, Any], searched: Sequence[str], n_columns: int | None
) -> dict[str, Any]:
    """Return the searched parameters and those that stand in for them, as what they come to.

    `n_columns` is None where their number is not known.
    """
    found = {name: parameters[name] for name in searched}
    if class_name in _TREE_ENSEMBLES:
        kind = kind_of(parameters, class_name)
        found |= {name: parameters[name] for name in (kind.size, kind.ceiling) if name is not None}
        split, leaf = parameters["min_samples_split"], parameters["min_samples_leaf"]
        if _is_count(split) and _is_count(leaf):
            found["min_samples_split"] = max(split, 2 * leaf)
        if n_columns is not None:
            found["max_features"] = _n_features(parameters["max_features"], n_columns)
    elif class_name == "MLPClassifier":
        found["max_iter"] = parameters["max_iter"]
        if parameters["solver"] == "adam":
            found = {name: value for name, value in found.items() if name not in _FOR_DESCENT}
    return found


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _n_features(value: Any, n_columns: int) -> Any:
    """As scikit-learn's trees count them; values that they would refuse stay as they are."""
    if value is None:
        return n_columns
    if value == "sqrt":
        return max(1, int(math.sqrt(n_columns)))
    if value == "log2":
        return max(1, int(math.log2(n_columns)))
    if isinstance(value, float) and 0 < value <= 1:
        return max(1, int(value * n_columns))
    return value
