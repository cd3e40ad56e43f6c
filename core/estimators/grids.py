"""The study's three grids, to be searched and edited."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from math import prod
from typing import Any, Literal

from core.estimators.baselines import _AUTO, Baseline, _squeezed

Family = Literal["forest", "boosting", "mlp"]
Parameters = Mapping[str, Any]


@dataclass(frozen=True)
class Grid:
    """A classifier and the values to try for each of its parameters.

    Attributes
    ----------
    base : the classifier with scikit-learn's own defaults, in the study's pipeline
    param_grid : values by parameter of the pipeline's step "classify"
    modernised : what was changed in the study's values, one line each
    """

    key: Family
    base: Baseline
    param_grid: Mapping[str, tuple[Any, ...]]
    modernised: tuple[str, ...] = ()

    def __len__(self) -> int:
        return prod(len(values) for values in self.param_grid.values())

    def candidates(self) -> Iterator[dict[str, Any]]:
        """Every combination, in the order in which scikit-learn's `GridSearchCV` tries them."""
        names = sorted(self.param_grid)
        for values in product(*(self.param_grid[name] for name in names)):
            yield dict(zip(names, values, strict=True))

    def build(self, columns: Sequence[str], seed: int, parameters: Parameters) -> Any:
        """Return the unfitted pipeline with these parameters."""
        return _with_parameters(self.base.make, parameters, columns, seed)

    def edited(self, **values: Sequence[Any]) -> "Grid":
        """Return the grid with other values for some parameters; none for a parameter leaves it at its default."""
        changed = {**self.param_grid, **{name: tuple(entries) for name, entries in values.items()}}
        return replace(self, param_grid={name: entries for name, entries in changed.items() if entries})

    def candidate(self, parameters: Parameters) -> Baseline:
        """One combination, to be cross-validated or saved like any baseline."""
        text = ", ".join(f"{name} {value}" for name, value in sorted(parameters.items()))
        return replace(
            self.base,
            name=f"{self.base.name}, {text}" if text else self.base.name,
            description=f"{self.base.description}; {text}" if text else self.base.description,
            make=partial(_with_parameters, self.base.make, dict(parameters)),
            family=self.key,
            parameters=dict(parameters),
        )


def _with_parameters(
    make: Callable[[Sequence[str], int], Any], parameters: Parameters, columns: Sequence[str], seed: int
) -> Any:
    from core.estimators.steps import set_classifier

    return set_classifier(make(columns, seed), dict(parameters))


def _plain_forest(seed: int) -> Any:
    from sklearn.ensemble import RandomForestClassifier

    return RandomForestClassifier(random_state=seed)


def _plain_boosting(seed: int) -> Any:
    from sklearn.ensemble import GradientBoostingClassifier

    return GradientBoostingClassifier(random_state=seed)


def _plain_perceptron(seed: int) -> Any:
    from sklearn.neural_network import MLPClassifier

    return MLPClassifier(random_state=seed)


def _base(key: str, name: str, description: str, classifier: Callable[[int], Any]) -> Baseline:
    return Baseline(key, name, description, partial(_squeezed, classifier))


GRIDS: dict[Family, Grid] = {
    "forest": Grid(
        "forest",
        _base("forest", "Random forest", "columns squeezed to 0 to 1; a random forest", _plain_forest),
        {
            "n_estimators": (10, 50, 100, 500),
            "max_depth": (5, 10, 50, 100),
            "min_samples_split": (2, 5, 10, 50, 100),
            "min_samples_leaf": (2, 5, 10, 50, 100),
            "max_features": (3, 10, 20, "sqrt"),
        },
        (_AUTO,),
    ),
    "boosting": Grid(
        "boosting",
        _base("boosting", "Gradient boosting", "columns squeezed to 0 to 1; gradient boosting", _plain_boosting),
        {
            "learning_rate": (0.001, 0.01, 0.1),
            "n_estimators": (10, 100, 500),
            "subsample": (0.1, 0.5, 1.0),
            "min_samples_split": (2, 10, 100),
            "min_samples_leaf": (1, 10, 40),
            "max_depth": (5, 10, 50),
            "max_features": (10, 20, "sqrt"),
        },
        (_AUTO, "min_samples_split=1 is now written 2"),
    ),
    "mlp": Grid(
        "mlp",
        _base("mlp", "Multilayer perceptron", "columns squeezed to 0 to 1; a perceptron", _plain_perceptron),
        {
            "hidden_layer_sizes": (
                (128,), (64,), (32,), (64, 64), (128, 64), (256, 64), (64, 128, 64), (32, 64, 32), (16, 32, 16)
            ),
            "alpha": (0.0001, 0.001, 0.01, 0.1, 1.0),
            "learning_rate": ("constant", "adaptive"),
            "max_iter": (1000,),
        },
        ('"adaptative" is now written "adaptive"', "one layer is now written (128,) and not (128)"),
    ),
}  # fmt: skip
"""The study's grids: 1,600, 2,187 and 90 combinations."""
