"""The doctor on columns that tell where a row comes from rather than how it sounds."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.dataset.finding import Finding, counted_columns, drop_columns, listed
from core.dataset.one_hot import text_column_of
from core.features.recipe import LENGTH_COLUMN, RECIPE_2, RECIPES
from core.language import local_number, tr
from core.progress import Report
from core.training.fitting import column_medians, filled

_ANSWER = 0.9
_MOST_FITTED = 3000
_BLOCK = 256

_MOST_ALONE = 2000
"""Columns that a tree is grown on, each by itself; of more, those that tell most at a first look."""

_MOST_NAMED = 20
"""Columns that reveal the source with a finding of their own, and a forest that is grown without each."""

_NEIGHBOURS = 4
_FILE_WORDS = re.compile(
    r"length|n?_?samples|duration(_s|_seconds)?|seconds|size|bytes|file_?size|bit_?rate|sample_?rate|sr|channels|"
    r"bit_?depth|year|date|track(_?number)?|index|row|id|order|position_in_file",
    re.IGNORECASE,
)
"""Columns that describe a file and not its sound, by their names."""

_CLEAR = tr("It almost equals the class: a single feature of the sound rarely separates classes this well.")
_OFFSETS = ("harmony_mean", "perceptr_mean")
_MEASURED = frozenset(RECIPES[RECIPE_2])  # columns of ours, whatever recipe


def giveaways(dataset: Dataset, _n_folds: int, seed: int, report: Report) -> Iterator[Finding]:
    """Columns that tell where a row comes from rather than how it sounds, with the accuracy each reaches alone."""
    part = _sample(dataset, seed)
    if part is None:
        return
    X = filled(part.X, column_medians(part.X))
    examined = _telling_most(part, X)
    one_tree = _OneTree(part.y, seed)
    alone: dict[str, float] = {}
    for done, place in enumerate(examined):
        name = part.columns[place]
        report(0.6 * done / len(examined), name)
        alone[name] = one_tree.accuracy(X[:, place])
    flagged = {
        part.columns[place]: why
        for place in examined
        if (why := _reason(part, X[:, place], part.columns[place], alone[part.columns[place]], seed))
    }
    if len(examined) < len(part.columns):
        yield Finding(
            "columns-not-examined", "note",
            tr("{n:,} of {n_columns:,} columns examined one by one", n=len(examined), n_columns=len(part.columns)),
            tr(
                "To find columns that reveal the source, each is tried alone. Of so many, only those are tried that "
                "say most about the class at a first look, and those whose name describes the file."
            ),
        )  # fmt: skip
    clear = tuple(name for name, why in flagged.items() if why == _CLEAR and name in _MEASURED)
    if len(clear) > 1:  # one may be a slip in the table; several are how these recordings are
        flagged = {name: why for name, why in flagged.items() if name not in clear}
        yield _easy(part, clear, alone)
    worst = frozenset(sorted(flagged, key=lambda name: -alone[name])[:_MOST_NAMED])
    more = tuple(name for name in flagged if name not in worst)
    named = {name: why for name, why in flagged.items() if name in worst}
    yield from _without_flagged(part, X, named, alone, seed, report)
    if more:
        yield _many(part, more, alone)
    offsets = tuple(name for name in _OFFSETS if name in part.columns)
    if offsets:
        yield Finding(
            key="offset-columns",
            severity="note",
            title=tr("DC offset in {listed}", listed=listed(offsets)),
            explanation=tr(
                "The mean of a waveform is the recording's DC offset: it comes from a converter, not from music. "
                "Accuracy alone {listed}, by chance {chance:.2f}.",
                listed=listed([local_number(alone[name], ".2f") for name in offsets]),
                chance=part.chance,
            ),
            columns=offsets,
            numbers={name: round(alone[name], 4) for name in offsets},
            remedies=(drop_columns(offsets),) if len(offsets) < len(part.columns) else (),
        )


def _telling_most(part: Dataset, X: NDArray[np.float64]) -> list[int]:
    """Return the columns to look at one by one: all, or of very many those that tell most of the class at first sight.

    With the rows in the order of a column, a row is guessed from those that stand around it: that finds dependence of
    any shape, and takes no fit.
    """
    n_columns = len(part.columns)
    if n_columns <= _MOST_ALONE:
        return list(range(n_columns))
    told = np.empty(n_columns)
    for start in range(0, n_columns, _BLOCK):
        order = np.argsort(X[:, start : start + _BLOCK], axis=0, kind="stable")
        classes = part.y[order]
        votes = np.zeros((len(part.classes), *classes.shape), dtype=np.int16)
        for number in range(len(part.classes)):
            mine = (classes == number).astype(np.int16)
            for away in range(1, _NEIGHBOURS + 1):
                votes[number, away:] += mine[:-away]
                votes[number, :-away] += mine[away:]
        told[start : start + _BLOCK] = (votes.argmax(axis=0) == classes).mean(axis=0)
    always = {place for place, name in enumerate(part.columns) if _FILE_WORDS.fullmatch(name) or name in _OFFSETS}
    most = [int(place) for place in np.argsort(-told, kind="stable")[:_MOST_ALONE]]
    return sorted(always.union(most))


def _many(part: Dataset, columns: tuple[str, ...], alone: dict[str, float]) -> Finding:
    """Return one finding for what would be too many."""
    explanation = tr(
        "{listed}: accuracy alone {least:.2f} to {most:.2f}, by chance {chance:.2f}. Either these columns say "
        "where a row comes from, or the classes are very different.",
        **_reached(part, columns, alone),
    )
    title = tr("{what} more reveal the source", what=counted_columns(len(columns)))
    return _of_several(part, "giveaway-columns", title, explanation, columns, alone)


def _easy(part: Dataset, columns: tuple[str, ...], alone: dict[str, float]) -> Finding:
    """Several features of the sound that each tell all classes apart."""
    explanation = tr(
        "{listed}: accuracy alone {least:.2f} to {most:.2f}, by chance {chance:.2f}. Either the "
        "classes are very different music, or the recordings differ in loudness, codec or source and a "
        "model learns the recordings. Listen to some of each class.",
        **_reached(part, columns, alone),
    )
    title = tr("{n_columns} columns each separate the classes alone", n_columns=len(columns))
    return _of_several(part, "easy-classes", title, explanation, columns, alone)


def _reached(part: Dataset, columns: tuple[str, ...], alone: dict[str, float]) -> dict[str, Any]:
    """Return what an explanation says of several columns."""
    accuracies = [alone[name] for name in columns]
    return {"listed": listed(columns), "least": min(accuracies), "most": max(accuracies), "chance": part.chance}


def _of_several(
    part: Dataset, key: str, title: str, explanation: str, columns: tuple[str, ...], alone: dict[str, float]
) -> Finding:
    return Finding(
        key,
        "warning",
        title,
        explanation,
        columns=columns,
        numbers={name: round(alone[name], 4) for name in columns},
        remedies=(drop_columns(columns),) if len(columns) < len(part.columns) else (),
    )


def _without_flagged(
    part: Dataset,
    X: NDArray[np.float64],
    flagged: dict[str, str],
    alone: dict[str, float],
    seed: int,
    report: Report,
) -> Iterator[Finding]:
    """One finding a column, with what a quick forest reaches with it and without."""
    if not flagged:
        return
    report(0.6, tr("with all columns"))
    whole = _accuracy(X, part.y, seed)
    for number, (name, why) in enumerate(flagged.items()):
        report(0.7 + 0.3 * number / len(flagged), tr("without {name}", name=name))
        others = [place for place, other in enumerate(part.columns) if other != name]
        numbers = {"alone": round(alone[name], 4), "guessing": round(part.chance, 4), "with": round(whole, 4)}
        effect = ""
        if others:
            less = _accuracy(X[:, others], part.y, seed)
            numbers["without"] = round(less, 4)
            effect = tr(" Quick forest: accuracy {whole:.2f} with it, {less:.2f} without.", whole=whole, less=less)
        yield Finding(
            key="giveaway-column",
            severity="warning",
            title=tr("“{name}” reveals the source", name=name),
            explanation=tr(
                "{why} Accuracy alone {alone:.2f}, by chance {chance:.2f}.{effect}",
                why=why,
                alone=alone[name],
                chance=part.chance,
                effect=effect,
            ),
            columns=(name,),
            numbers=numbers,
            remedies=(drop_columns((name,)),) if others else (),
        )


def _reason(part: Dataset, values: NDArray[np.float64], name: str, alone: float, seed: int) -> str | None:
    """Why a column is taken for one that gives the source away; None where it is not."""
    telling = alone > part.chance + max(0.05, 0.1 * (1 - part.chance))
    if name == LENGTH_COLUMN:
        return tr("File length: tells in which batch a clip was cut, not how it sounds.") if telling else None
    if _FILE_WORDS.fullmatch(name) and telling:
        return tr("Its name describes the file, not the sound.")
    if alone > max(_ANSWER, (1 + part.chance) / 2):
        return _CLEAR
    repeated = len(np.unique(values)) <= len(values) / 4
    if text_column_of(name, part.source.one_hot) is not None:
        return None  # a category repeats by its nature
    if repeated and telling and name not in _MEASURED and _lookup(values, part.y, seed) > 1.5 * part.chance:
        return tr("Its exact values repeat within a class: like a serial number, not like a measurement.")
    return None


def _lookup(values: NDArray[np.float64], y: NDArray[np.int64], seed: int) -> float:
    """Accuracy of looking a row's exact value up among other rows, and taking the most frequent class there."""
    order = np.random.default_rng(seed).permutation(len(values))
    train, test = order[: len(order) * 4 // 5], order[len(order) * 4 // 5 :]
    seen: dict[float, list[int]] = {}
    for value, label in zip(values[train], y[train], strict=True):
        seen.setdefault(float(value), []).append(int(label))
    hits = [
        label == np.bincount(seen[float(value)]).argmax()
        for value, label in zip(values[test], y[test], strict=True)
        if float(value) in seen
    ]
    return float(np.sum(hits)) / max(len(test), 1)


def _sample(dataset: Dataset, seed: int) -> Dataset | None:
    """At most some thousand rows of the classes that have two; None where there is nothing to tell apart."""
    rows = np.flatnonzero(np.isin(dataset.y, np.flatnonzero(dataset.counts >= 2)))
    if len(rows) > _MOST_FITTED:
        rows = np.sort(np.random.default_rng(seed).choice(rows, _MOST_FITTED, replace=False))
    part = dataset.take(rows) if len(rows) else None
    return part if part is not None and len(part.classes) > 1 and part.counts.min() >= 2 else None


class _OneTree:
    """How well one tree tells classes apart by a single column: cross-validated, random folds.

    Of twenty thousand columns a hundred thousand trees are grown, most of them in less time than scikit-learn takes to
    look at what it was given; so the numbers are brought into its form here, once for each column.
    """

    def __init__(self, y: NDArray[np.int64], seed: int) -> None:
        self._y = y
        self._folds = _folds(y, seed)
        self._labels = [y[train].astype(np.float64) for train, _ in self._folds]
        self._seed = seed

    def accuracy(self, values: NDArray[np.float64]) -> float:
        """Return the share of rows that are told right while they are held out."""
        from sklearn import config_context
        from sklearn.tree import DecisionTreeClassifier

        column = values.astype(np.float32).reshape(-1, 1)
        hits = 0
        with config_context(skip_parameter_validation=True):
            for (train, test), labels in zip(self._folds, self._labels, strict=True):
                model = DecisionTreeClassifier(min_samples_leaf=5, max_leaf_nodes=60, random_state=self._seed)
                model.fit(column[train], labels, check_input=False)
                hits += int((model.predict(column[test], check_input=False) == self._y[test]).sum())
        return hits / len(self._y)


def _accuracy(X: NDArray[np.float64], y: NDArray[np.int64], seed: int) -> float:
    """Cross-validated accuracy of a small forest, random folds."""
    from sklearn.ensemble import ExtraTreesClassifier

    hits = 0
    for train, test in _folds(y, seed):
        model = ExtraTreesClassifier(n_estimators=60, random_state=seed)
        hits += int((model.fit(X[train], y[train]).predict(X[test]) == y[test]).sum())
    return hits / len(y)


def _folds(y: NDArray[np.int64], seed: int) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    from sklearn.model_selection import StratifiedKFold

    return list(StratifiedKFold(min(5, int(np.bincount(y).min())), shuffle=True, random_state=seed).split(y, y))
