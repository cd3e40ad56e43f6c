"""The doctor on columns: missing, constant, correlated, and those that this program does not measure."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.dataset.finding import (
    Finding,
    counted,
    counted_columns,
    counted_rows,
    drop_columns,
    drop_rows,
    listed,
)
from core.dataset.fitness import foreign_columns, impossible_columns
from core.features.recipe import RECIPE
from core.language import tr
from core.progress import Report
from core.training.fitting import column_medians, filled

_CORRELATED = 0.95
_MOST_PAIRS = 10_000
_BLOCK = 256
_NUMBERS_AT_ONCE = 1_000_000


def plain_faults(dataset: Dataset, _n_folds: int, _seed: int, _report: Report) -> Iterator[Finding]:
    """Missing numbers, constant and correlated columns, columns that this program does not measure."""
    yield from _missing(dataset)
    X = filled(dataset.X, column_medians(dataset.X))
    constant = [name for name, column in zip(dataset.columns, X.T, strict=True) if np.ptp(column) == 0]
    if constant:
        title = counted(len(constant), tr("constant column"), tr("constant columns"))
        yield Finding(
            "constant-columns", "note", title,
            tr("{listed}: the same value in every row.", listed=listed(constant)),
            columns=tuple(constant), remedies=(drop_columns(constant),),
        )  # fmt: skip
    yield from _correlated(dataset, X)
    yield from _foreign(dataset)


def _missing(dataset: Dataset) -> Iterator[Finding]:
    missing = ~np.isfinite(dataset.X)
    if not missing.any():
        return
    counts = missing.sum(axis=0)
    columns = [dataset.columns[place] for place in np.argsort(-counts, kind="stable") if counts[place]]
    rows = np.flatnonzero(missing.any(axis=1))
    worst, most = columns[0], int(counts.max())
    remedies = [drop_columns(columns)] if len(columns) < len(dataset.columns) else []
    if len(rows) < len(dataset) / 2:
        remedies.append(
            drop_rows(dataset.places[rows].tolist(), tr("{what} with missing values", what=counted_rows(len(rows))))
        )
    yield Finding(
        key="missing-numbers",
        severity="warning" if most > len(dataset) / 10 else "note",
        title=tr(
            "{what} in {columns}",
            what=counted(int(missing.sum()), tr("missing value"), tr("missing values")),
            columns=counted_columns(len(columns)),
        ),
        explanation=tr(
            "Most in {worst}: {most} of {n_rows:,} rows. They are replaced by the median of the training "
            "rows. If values are missing more often in one class, that alone reveals the class.",
            worst=worst,
            most=most,
            n_rows=len(dataset),
        ),
        rows=tuple(dataset.places[rows].tolist()),
        columns=tuple(columns),
        numbers={name: int(counts[dataset.columns.index(name)]) for name in columns},
        remedies=tuple(remedies),
    )


def _correlated(dataset: Dataset, X: NDArray[np.float64]) -> Iterator[Finding]:
    """Pairs that say nearly the same; of each the later one may go."""
    from scipy.stats import rankdata

    changing = [place for place in range(X.shape[1]) if np.ptp(X[:, place]) > 0]
    if len(changing) < 2 or len(X) < 3:
        return
    ranks = np.empty((len(X), len(changing)))
    step = max(1, _NUMBERS_AT_ONCE // len(X))  # all at once they would be copied several times
    for start in range(0, len(changing), step):
        ranks[:, start : start + step] = rankdata(X[:, changing[start : start + step]], axis=0)
    strength = _strong_pairs(ranks)
    pairs = list(strength)
    if not pairs:
        return
    names = [dataset.columns[place] for place in changing]
    said = [
        tr("{first} and {second} ({strength:.2f})", first=names[i], second=names[j], strength=strength[i, j])
        for i, j in pairs
    ]
    later = list(dict.fromkeys(names[j] for _, j in pairs))
    least = tr("At least ") if len(pairs) == _MOST_PAIRS else ""
    yield Finding(
        key="correlated-columns",
        severity="note",
        title=tr(
            "{least}{what} of strongly correlated columns",
            least=least,
            what=counted(len(pairs), tr("pair"), tr("pairs")),
        ),
        explanation=tr(
            "Rank correlation: {listed}. Scores are hardly affected, but the columns share their importance, "
            "so each looks less important than it is.",
            listed=listed(said, 4),
        ),
        columns=tuple(dict.fromkeys(name for i, j in pairs for name in (names[i], names[j]))),
        numbers={f"{names[i]}, {names[j]}": round(strength[i, j], 4) for i, j in pairs},
        remedies=(drop_columns(later),),
    )


def _strong_pairs(ranks: NDArray[np.float64]) -> dict[tuple[int, int], float]:
    """Return the strength of correlation of the strong pairs, at most `_MOST_PAIRS` of them.

    Columns are compared in blocks, so that memory grows with their number and not with its square.
    """
    units = ranks
    units -= ranks.mean(axis=0)
    units /= np.sqrt(np.einsum("ij,ij->j", units, units))
    found: dict[tuple[int, int], float] = {}
    for start in range(0, units.shape[1], _BLOCK):
        strength = np.abs(units[:, start : start + _BLOCK].T @ units)
        for i, j in np.argwhere(strength > _CORRELATED).tolist():
            if start + i < j:
                found[start + i, j] = float(strength[i, j])
                if len(found) == _MOST_PAIRS:
                    return found
    return found


def _foreign(dataset: Dataset) -> Iterator[Finding]:
    foreign, impossible = foreign_columns(dataset.columns), impossible_columns(dataset.columns, dataset.X)
    known = len(dataset.columns) - len(foreign)
    if foreign:
        yield Finding(
            key="foreign-columns",
            severity="note",
            title=tr("{what} that this program does not measure", what=counted_columns(len(foreign))),
            explanation=tr(
                "{listed}. Feature set differs: {recipe} expected. A classifier can be trained and evaluated, "
                "but not applied to audio here.",
                listed=listed(foreign),
                recipe=RECIPE,
            ),
            columns=foreign,
            remedies=(drop_columns(foreign),) if known else (),
        )
    if impossible:
        yield Finding(
            key="another-recipe",
            severity="warning",
            title=tr("Impossible values in {listed}", listed=listed(impossible, 3)),
            explanation=tr(
                "Feature set differs: samples lie between -1 and 1, frequencies below 11,025 Hz. Possible "
                "causes: 16-bit integers or another sampling rate. Do not apply a model trained on them to audio "
                "here; analyse the audio again."
            ),
            columns=impossible,
            remedies=(drop_columns(impossible),) if len(impossible) < len(dataset.columns) else (),
        )
