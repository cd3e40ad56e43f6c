"""The doctor on rows: copies, outliers, labels that a cross-validated model doubts."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.dataset.copies import MOST_ROWS, exact_copies, joined, near_copies, nearness
from core.dataset.dataset import Dataset
from core.dataset.finding import (
    Finding,
    counted,
    counted_rows,
    drop_rows,
    join_rows,
    listed,
)
from core.doctor.quick_model import quick_model
from core.features.recipe import LENGTH_COLUMN
from core.language import tr
from core.progress import Report
from core.training.fitting import column_medians, filled

_FAR = 8.0
"""Robust standard deviations from the median beyond which a number is an outlier."""

_TAIL = 0.02
"""Share of rows beyond that from which it is the shape of a column."""

_MOST_DOUBTFUL = 0.05
_MOST_FITTED = 5000
_BLOCK = 16
"""Columns that are looked at together."""


def copies(dataset: Dataset, _n_folds: int, _seed: int, report: Report) -> Iterator[Finding]:
    """Exact and near copies, and those of them whose labels contradict each other."""
    heard = [place for place, name in enumerate(dataset.columns) if name != LENGTH_COLUMN]
    X = dataset.X[:, heard] if heard else dataset.X
    exact = _sets(len(dataset), exact_copies(X))
    report(0.3, tr("comparing all rows"))
    near = _sets(len(dataset), near_copies(X, nearness(X.shape[1]))) if len(dataset) <= MOST_ROWS else []
    only_near = [rows for rows in near if tuple(rows) not in {tuple(one) for one in exact}]
    yield from _copies_found(dataset, exact, "exact-copies", tr("have the same values, so they are one recording"))
    yield from _copies_found(
        dataset, only_near, "near-copies", tr("are almost the same, so they are probably one recording")
    )
    across = [rows for rows in near or exact if len(set(dataset.y[rows])) > 1]
    if across:
        yield _across(dataset, across)
    if len(dataset) > MOST_ROWS:
        yield Finding(
            "near-copies", "note", tr("Near copies not searched in {n_rows:,} rows", n_rows=len(dataset)),
            tr(
                "Comparing all rows takes too long beyond {most_rows:,} rows; exact copies were searched.",
                most_rows=MOST_ROWS,
            ),
        )  # fmt: skip


def _copies_found(dataset: Dataset, sets: Sequence[Sequence[int]], key: str, what: str) -> Iterator[Finding]:
    if not sets:
        return
    places = [_places(dataset, rows) for rows in sets]
    pairs = sum(len(rows) - 1 for rows in sets)
    first = " = ".join(dataset.row_names[row] for row in sets[0][:3])
    later = [place for rows in places for place in rows[1:]]
    yield Finding(
        key=key,
        severity="warning",
        title=_copies_in_words(pairs, is_exact=key == "exact-copies"),
        explanation=tr(
            "These rows {what}, such as {first}. If a fold separates them, a model is tested on training "
            "data and its score is too high. Leave the copies out or keep them in one group.",
            what=what,
            first=first,
        ),
        rows=tuple(place for rows in places for place in rows),
        sets=tuple(tuple(rows) for rows in places),
        numbers={"pairs": pairs},
        remedies=(
            drop_rows(later, tr("all but the first of each ({what})", what=counted_rows(len(later)))),
            join_rows(places, tr("Keep copies in one group")),
        ),
    )


def _copies_in_words(pairs: int, *, is_exact: bool) -> str:
    if is_exact:
        return tr("1 row is a copy of another") if pairs == 1 else tr("{n:,} rows are copies of others", n=pairs)
    return tr("1 row is a near copy of another") if pairs == 1 else tr("{n:,} rows are near copies of others", n=pairs)


def _across(dataset: Dataset, sets: Sequence[Sequence[int]]) -> Finding:
    places = [_places(dataset, rows) for rows in sets]
    said = [
        " = ".join(f"{dataset.row_names[row]} ({dataset.classes[dataset.y[row]]})" for row in rows) for rows in sets
    ]
    return Finding(
        key="copies-across-classes",
        severity="warning",
        title=tr("{what} under more than one class", what=counted(len(sets), tr("recording"), tr("recordings"))),
        explanation=tr(
            "The same music has two labels: {listed}. At most one of them is right.", listed=listed(said, 3)
        ),
        rows=tuple(place for rows in places for place in rows),
        sets=tuple(tuple(rows) for rows in places),
        numbers={"recordings": len(sets)},
        remedies=(drop_rows([place for rows in places for place in rows], tr("all rows with contradicting labels")),),
    )


def outliers(dataset: Dataset, _n_folds: int, _seed: int, _report: Report) -> Iterator[Finding]:
    """Rows far from all others in some column."""
    farthest, where = _farthest(dataset)
    rows = np.flatnonzero(farthest > _FAR)
    if not len(rows):
        return
    rows = rows[np.argsort(-farthest[rows], kind="stable")]
    said = [
        tr("{row} in {column}", row=dataset.row_names[row], column=dataset.columns[int(where[row])]) for row in rows
    ]
    yield Finding(
        key="outliers",
        severity="note",
        title=tr("{what} with outliers", what=counted_rows(len(rows))),
        explanation=tr(
            "A value is more than {far:g} robust standard deviations from the median: {listed}. Often "
            "unusual music, sometimes a damaged file; listen before leaving them out.",
            far=_FAR,
            listed=listed(said, 4),
        ),
        rows=tuple(_places(dataset, rows)),
        columns=tuple(dict.fromkeys(dataset.columns[int(where[row])] for row in rows)),
        remedies=(drop_rows(_places(dataset, rows), counted(len(rows), tr("outlier"), tr("outliers"))),),
    )


def _farthest(dataset: Dataset) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return how far each row lies from the median of a column at most, in robust standard deviations, and in which.

    Some columns at a time, so that a large table is not copied as a whole.
    """
    from core.estimators.transformers import FLOOR, is_logarithmic

    farthest, where = np.zeros(len(dataset)), np.zeros(len(dataset), dtype=np.int64)
    for start in range(0, len(dataset.columns), _BLOCK):
        X = dataset.X[:, start : start + _BLOCK]
        X = filled(X, column_medians(X))
        named = np.array([is_logarithmic(name) for name in dataset.columns[start : start + _BLOCK]])
        logarithmic = named & (X >= 0).all(axis=0)
        heard = np.where(logarithmic, np.log(np.maximum(X, FLOOR)), X) if logarithmic.any() else X
        low, middle, high = np.percentile(heard, (25, 50, 75), axis=0)
        width = (high - low) / 1.349
        distance = np.abs(heard - middle) / np.where(width > 0, width, np.inf)
        distance[:, (distance > _FAR).mean(axis=0) > _TAIL] = 0.0  # such a column has a long tail, not outliers
        most = distance.max(axis=1)
        further = most > farthest
        farthest[further], where[further] = most[further], start + distance[further].argmax(axis=1)
    return farthest, where


def doubtful_labels(dataset: Dataset, _n_folds: int, seed: int, report: Report) -> Iterator[Finding]:
    """Rows that a cross-validated model is sure have another label.

    As in confident learning, a row is doubtful where another class is more probable than that class usually is for
    its own rows, and its own label is improbable.
    """
    rows, probabilities = _held_out(dataset, seed, report)
    if not len(rows):
        return
    y = dataset.y[rows]
    own = probabilities[np.arange(len(rows)), y]
    usual = np.array([own[y == label].mean() if (y == label).any() else 1.0 for label in range(len(dataset.classes))])
    other = probabilities.copy()
    other[np.arange(len(rows)), y] = 0.0
    best = other.argmax(axis=1)
    sure = other.max(axis=1)
    doubtful = np.flatnonzero((sure >= usual[best]) & (sure > 0.5) & (own < 0.1))
    doubtful = doubtful[np.argsort(own[doubtful] - sure[doubtful], kind="stable")]
    doubtful = doubtful[: max(1, int(_MOST_DOUBTFUL * len(rows)))]
    if not len(doubtful):
        return
    said = [
        tr(
            "{row} ({label}, sounds like {other})",
            row=dataset.row_names[rows[one]],
            label=dataset.classes[y[one]],
            other=dataset.classes[best[one]],
        )
        for one in doubtful
    ]
    places = _places(dataset, rows[doubtful])
    yield Finding(
        key="doubtful-labels",
        severity="note",
        title=counted(len(doubtful), tr("doubtful label"), tr("doubtful labels")),
        explanation=tr(
            "A model that was not trained on these rows predicts another class with confidence: {listed}. It "
            "may be wrong; listen before leaving them out.",
            listed=listed(said, 4),
        ),
        rows=tuple(places),
        remedies=(drop_rows(places, tr("{what} with a doubtful label", what=counted_rows(len(doubtful)))),),
    )


def _held_out(dataset: Dataset, seed: int, report: Report) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Rows and what a quick model says of them when they are held out; a sample of large data sets."""
    from sklearn.model_selection import StratifiedKFold

    from core.training.fitting import fit

    rows = np.flatnonzero(np.isin(dataset.y, np.flatnonzero(dataset.counts >= 2)))
    if len(rows) > _MOST_FITTED:
        rows = np.sort(np.random.default_rng(seed).choice(rows, _MOST_FITTED, replace=False))
    part = dataset.take(rows)
    fewest = int(part.counts.min())
    if len(part.classes) < 2 or fewest < 2:
        return rows[:0], np.empty((0, len(dataset.classes)))
    model = quick_model(len(part.columns))
    present = np.unique(dataset.y[rows])
    probabilities = np.zeros((len(rows), len(dataset.classes)))
    n_folds = min(5, fewest)
    for done, (train, test) in enumerate(StratifiedKFold(n_folds, shuffle=True, random_state=seed).split(rows, part.y)):
        report(done / n_folds, tr("fold {done}", done=done + 1))
        fitted = fit(model.build(part.columns, seed), part, train)
        probabilities[np.ix_(test, present)] = fitted.predict_proba(part.X[test])
    return rows, probabilities


def _sets(n_rows: int, pairs: Sequence[Sequence[int]]) -> list[list[int]]:
    """Rows that belong together by `pairs`, each set sorted."""
    numbers = joined(n_rows, np.arange(n_rows), pairs)
    together: dict[int, list[int]] = {}
    for row in sorted({row for pair in pairs for row in pair}):
        together.setdefault(int(numbers[row]), []).append(row)
    return list(together.values())


def _places(dataset: Dataset, rows: Sequence[int] | NDArray[np.int64]) -> list[int]:
    return [int(dataset.places[row]) for row in rows]
