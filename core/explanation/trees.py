"""One tree of a forest or of boosting as plain data, and the way of one row through it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.estimators.steps import SCALE, classifier_of, names_read, places_read
from core.training.fitting import Fitted, filled


@dataclass(frozen=True)
class TreeNode:
    """A question, or an answer where `column` is None.

    Attributes
    ----------
    column, threshold : rows whose number is at most the threshold go left; in the column's own unit where the scaler
        can be turned back, else as the scaler left it (`Tree.in_units`)
    left, right : numbers of the nodes below; None for an answer
    n_rows : training rows that came here
    values : of each class its share of those rows (a forest's tree), or the one number that is added (boosting)
    """

    number: int
    depth: int
    column: str | None
    threshold: float
    left: int | None
    right: int | None
    n_rows: int
    values: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Tree:
    """All nodes, the root first; `for_class` is the class that a tree of boosting speaks about."""

    nodes: tuple[TreeNode, ...]
    classes: tuple[str, ...]
    in_units: bool
    for_class: int | None = None

    def path(self, fitted: Fitted, row: NDArray[np.float64]) -> tuple[int, ...]:
        """Return the nodes that a row [shape=(n_columns,)] comes through, from the root to its answer."""
        model = self._model
        scaled = np.asarray(fitted.pipeline[:-1].transform(filled(row[None], fitted.medians)), dtype=np.float32)
        steps = model.decision_path(scaled).indices
        return tuple(sorted((int(step) for step in steps), key=lambda step: self.nodes[step].depth))

    _model: Any = None


def trees_in(fitted: Fitted) -> tuple[int, int]:
    """How many trees there are, and for how many classes each of them is grown apart (1 but for boosting).

    Raises
    ------
    ModelError : where the estimator is not made of trees that can be shown
    """
    trees = _trees(fitted)
    return trees.shape[0], trees.shape[1]


def tree_of(fitted: Fitted, columns: Sequence[str], classes: Sequence[str], number: int, for_class: int = 0) -> Tree:
    """Tree `number` as plain data; for boosting that of `for_class`.

    Raises
    ------
    ModelError : where the estimator is not made of trees that can be shown
    IndexError : where there is no such tree
    """
    trees = _trees(fitted)
    model = trees[number, for_class]
    boosted = trees.shape[1] > 1 or hasattr(classifier_of(fitted.pipeline), "init_")
    names, backwards = _units(fitted, columns)
    own = model.tree_
    depths = _depths(own.children_left, own.children_right)
    nodes = tuple(_node(own, place, depths[place], names, backwards, boosted) for place in range(own.node_count))
    return Tree(nodes, tuple(classes), backwards is not None, for_class if boosted else None, model)


def _trees(fitted: Fitted) -> NDArray[Any]:
    """Return the trees [shape=(n_trees, n_classes or 1)]."""
    classifier = classifier_of(fitted.pipeline)
    if hasattr(classifier, "tree_"):
        found = np.empty((1, 1), dtype=object)
        found[0, 0] = classifier
        return found
    trees = getattr(classifier, "estimators_", None)
    if trees is None or not len(trees) or not hasattr(np.ravel(np.asarray(trees, dtype=object))[0], "tree_"):
        raise ModelError("model.no_trees", estimator=type(classifier).__name__)
    array = np.asarray(trees, dtype=object)
    return array if array.ndim == 2 else array[:, None]


def _units(fitted: Fitted, columns: Sequence[str]) -> tuple[Sequence[str], Any]:
    """Names of the columns that the trees see, and what turns the scaler back; None where nothing can."""
    names, places = names_read(fitted.pipeline, columns), places_read(fitted.pipeline, len(columns))
    turned = _turned_back(fitted.pipeline.named_steps.get(SCALE))
    if turned is None:
        return names, None
    factors, offsets = turned

    def backwards(place: int, value: float) -> float:
        column = places[place]
        factor = factors if np.ndim(factors) == 0 else factors[column]
        offset = offsets if np.ndim(offsets) == 0 else offsets[column]
        return float(value * factor + offset)

    return names, backwards


def _turned_back(scaler: Any) -> tuple[Any, Any] | None:
    """Return the factors and offsets that turn a linear scaler back; None for one that is not linear."""
    if scaler is None:
        return 1.0, 0.0
    if hasattr(scaler, "data_min_"):
        return 1 / scaler.scale_, -scaler.min_ / scaler.scale_
    middle = getattr(scaler, "center_", getattr(scaler, "mean_", None))
    scale = getattr(scaler, "scale_", None)
    return None if middle is None or scale is None else (scale, middle)


def _depths(left: NDArray[np.int64], right: NDArray[np.int64]) -> list[int]:
    depths = [0] * len(left)
    for place in range(len(left)):  # a node comes before those below it
        if left[place] >= 0:
            depths[left[place]] = depths[right[place]] = depths[place] + 1
    return depths


def _node(own: Any, place: int, depth: int, names: Sequence[str], backwards: Any, boosted: bool) -> TreeNode:
    left, right, column = int(own.children_left[place]), int(own.children_right[place]), int(own.feature[place])
    values = np.ravel(own.value[place])
    shares = values if boosted else values / max(float(values.sum()), 1e-12)
    rounded = tuple(float(value) for value in shares)
    n_rows = int(own.n_node_samples[place])
    if left < 0:
        return TreeNode(place, depth, None, float("nan"), None, None, n_rows, rounded)
    threshold = float(own.threshold[place])
    in_unit = threshold if backwards is None else backwards(column, threshold)
    return TreeNode(place, depth, names[column], in_unit, left, right, n_rows, rounded)
