"""One job of a search: a pipeline fitted on one fold and scored at every size on the way."""

import copy
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.estimators.balance import Balanced
from core.estimators.grids import Grid
from core.language import tr
from core.search.rounds import Fit
from core.search.sharing import Kind, Place
from core.training.fitting import column_medians, filled
from core.training.protocols import Fold
from core.workers.pool import Emitter

_TREES_A_STEP = 25  # so that a job hears that it is cancelled

Array = NDArray[np.float64]


def fit_places(
    emit: Emitter,
    dataset: Dataset,
    grid: Grid,
    parameters: dict[str, Any],
    kind: Kind,
    places: Sequence[Place],
    fold: Fold,
    number: int,
    seed: int,
) -> list[Fit]:
    """In a worker: fit once for `places`, which differ in nothing but their size; the largest holds all others.

    Parameters
    ----------
    parameters : of the pipeline, without the size
    number : of the fold, among all folds of the search
    """
    from threadpoolctl import threadpool_limits

    emit.report(0.0, grid.base.name)
    places = sorted(places, key=lambda place: place.size)
    pipeline = grid.build(dataset.columns, seed, parameters)
    X, X_test = dataset.X[fold.train], dataset.X[fold.test]
    medians = column_medians(X)
    y, y_test = dataset.y[fold.train], dataset.y[fold.test]
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an MLP that has not converged is judged by its score like any other
        start = time.thread_time()
        scaler = pipeline[:-1]
        X = scaler.fit_transform(filled(X, medians), y)
        X_test = scaler.transform(filled(X_test, medians))
        spent = time.thread_time() - start
        classifier = pipeline[-1]
        extra: dict[str, Array] = {}
        if isinstance(classifier, Balanced):
            X, y, extra = classifier.prepared(X, y)
            classifier = classifier.estimator
        fits: list[Fit] = []
        before = 0
        sizes = [place.size for place in places]
        grown = _grown(classifier, kind, sizes, X, y, extra, emit.report)
        for place, (fitted, seconds) in zip(places, grown, strict=True):
            score = float(fitted.score(X_test, y_test))
            fits.append(Fit(place, number, score, seconds + spent, before, _reached(fitted)))
            before, spent = place.size, 0.0
    return fits


def _grown(
    classifier: Any,
    kind: Kind,
    sizes: Sequence[int],
    X: Array,
    y: NDArray[np.int64],
    extra: Mapping[str, Array],
    report: Callable[..., None],
) -> Iterator[tuple[Any, float]]:
    """Yield the classifier at each size, with the seconds since the one before; `extra` goes to every fit."""
    if kind.size is None:
        start = time.thread_time()
        classifier.fit(X, y, **extra)
        yield classifier, time.thread_time() - start
    elif hasattr(classifier, "staged_predict"):
        yield from _boosted(classifier, sizes, X, y, extra, report)
    else:
        yield from _planted(classifier, sizes, X, y, extra, report)


def _planted(
    forest: Any,
    sizes: Sequence[int],
    X: Array,
    y: NDArray[np.int64],
    extra: Mapping[str, Array],
    report: Callable[..., None],
) -> Iterator[tuple[Any, float]]:
    """Grow a forest tree by tree: warm starts draw the seeds that a forest fitted at once would draw."""
    forest.set_params(warm_start=True)
    planted = 0
    for size in sizes:
        start = time.thread_time()
        while planted < size:
            planted = min(size, planted + _TREES_A_STEP)
            forest.set_params(n_estimators=planted).fit(X, y, **extra)
            report(planted / sizes[-1], tr("{n_trees} trees", n_trees=planted))
        yield forest, time.thread_time() - start


def _boosted(
    boosting: Any,
    sizes: Sequence[int],
    X: Array,
    y: NDArray[np.int64],
    extra: Mapping[str, Array],
    report: Callable[..., None],
) -> Iterator[tuple[Any, float]]:
    """Fit a boosting once and cut it off at each size; warm starts would sum the same numbers in another order."""
    clock = [time.thread_time()]

    def watch(stage: int, _estimator: Any, _locals: Any) -> bool:
        if stage + 1 in sizes:
            clock.append(time.thread_time())
        report((stage + 1) / sizes[-1], tr("{n_rounds} rounds", n_rounds=stage + 1))
        return False

    boosting.set_params(n_estimators=sizes[-1]).fit(X, y, **extra, monitor=watch)
    for size, seconds in zip(sizes, np.diff(clock), strict=True):
        part = copy.copy(boosting)
        part.estimators_ = boosting.estimators_[:size]
        part.n_estimators_ = part.n_estimators = size
        yield part, float(seconds)


def _reached(classifier: Any) -> int:
    """Depth of the deepest tree, iterations of a perceptron; 0 where there is neither."""
    trees = getattr(classifier, "estimators_", None)
    if trees is not None:
        return max(int(tree.tree_.max_depth) for tree in np.ravel(trees))
    return int(getattr(classifier, "n_iter_", 0))
