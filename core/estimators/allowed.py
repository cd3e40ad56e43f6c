"""Which values a classifier takes for each of its parameters, checked before anything is fitted.

The parameters of the study's grids have their rules here, so that a form can check them at every key without loading
scikit-learn; tests hold them to what scikit-learn itself accepts. All others are put to scikit-learn.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.estimators.grid_text import values_text
from core.estimators.grids import GRIDS, Family
from core.language import tr


@dataclass(frozen=True)
class Allowed:
    """What a parameter may be.

    Attributes
    ----------
    least : the least whole number; None where none may be given
    share : bounds of other numbers, and whether each of them is allowed; None where none may be given
    words : names that are understood
    none : whether it may be left open
    layers : whether it is the sizes of layers
    """

    least: int | None = None
    share: tuple[float, float, bool, bool] | None = None
    words: tuple[str, ...] = ()
    none: bool = False
    layers: bool = False

    def takes(self, value: Any) -> bool:
        """Whether `value` is one of them."""
        if value is None:
            return self.none
        if isinstance(value, bool):
            return False
        if isinstance(value, str):
            return value in self.words
        if isinstance(value, tuple):
            return self.layers and all(type(units) is int and units >= 1 for units in value)
        if isinstance(value, int) and self.least is not None:
            return value >= self.least
        if isinstance(value, int | float) and self.share is not None:
            low, high, with_low, with_high = self.share
            return low < value < high or (with_low and value == low) or (with_high and value == high)
        return False

    def __str__(self) -> str:
        parts = []
        if self.layers:
            parts.append(tr("the units of each layer as (64, 32), each at least 1"))
        if self.least is not None and not self.layers:
            parts.append(tr("a whole number from {least}", least=self.least))
        if self.share is not None:
            low, high, with_low, _ = self.share
            low_said = tr("from {low:g}", low=low) if with_low else tr("above {low:g}", low=low)
            number = tr("another number") if self.least is not None else tr("a number")
            parts.append(f"{number} {low_said}" + ("" if math.isinf(high) else tr(" to {high:g}", high=high)))
        parts += [*self.words, *(["none"] if self.none else [])]
        return tr("{values} or {last}", values=", ".join(parts[:-1]), last=parts[-1]) if len(parts) > 1 else parts[0]


_COUNT = Allowed(1)
_DEPTH = Allowed(1, none=True)
_SPLIT = Allowed(2, (0.0, 1.0, False, True))
_LEAF = Allowed(1, (0.0, 1.0, False, False))
_FEATURES = Allowed(1, (0.0, 1.0, False, True), ("sqrt", "log2"), none=True)

RULES: Mapping[Family, Mapping[str, Allowed]] = {
    "forest": {
        "n_estimators": _COUNT,
        "max_depth": _DEPTH,
        "min_samples_split": _SPLIT,
        "min_samples_leaf": _LEAF,
        "max_features": _FEATURES,
    },
    "boosting": {
        "learning_rate": Allowed(share=(0.0, math.inf, True, False)),
        "n_estimators": _COUNT,
        "subsample": Allowed(share=(0.0, 1.0, False, True)),
        "min_samples_split": _SPLIT,
        "min_samples_leaf": _LEAF,
        "max_depth": _DEPTH,
        "max_features": _FEATURES,
    },
    "mlp": {
        "hidden_layer_sizes": Allowed(1, layers=True),
        "alpha": Allowed(share=(0.0, math.inf, True, False)),
        "learning_rate": Allowed(words=("constant", "invscaling", "adaptive")),
        "max_iter": _COUNT,
    },
}

_SAID = re.compile(r"must be (.+?)\. Got ", re.DOTALL)


def why_refused(family: Family, name: str, value: Any) -> str | None:
    """Return what a parameter of a grid's classifier must be, where it cannot be `value`; None where it can."""
    rule = RULES[family].get(name)
    if rule is not None:
        return None if rule.takes(value) else str(rule)
    return _asked(GRIDS[family].build((), 0, {})[-1], name, value)


def problem_of(family: Family, values: Mapping[str, tuple[Any, ...]]) -> tuple[str, str, str] | None:
    """Return the first parameter with a value that is refused: its name, the value and what it must be."""
    for name, entries in values.items():
        for value in entries:
            rule = why_refused(family, name, value)
            if rule is not None:
                return name, values_text([value]), rule
    return None


def _asked(classifier: Any, name: str, value: Any) -> str | None:
    """Ask scikit-learn, which checks the types and ranges of parameters before it fits."""
    kinds = getattr(classifier, "_parameter_constraints", {}).get(name, [])
    if isinstance(value, bool) and "boolean" not in kinds:
        return tr("a number or a word, not true or false")
    try:
        classifier.set_params(**{name: value})._validate_params()
    except (ValueError, TypeError) as problem:
        said = _SAID.search(str(problem))
        return " ".join((said[1] if said else str(problem)).split())
    return None
