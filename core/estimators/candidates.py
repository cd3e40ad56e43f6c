"""Members of the committee of genre classifiers: each a pipeline with its scaler inside.

A `Candidate` is data: its name, the columns that it reads, and how its pipeline is made.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

SEED = 20
"""Of everything random: folds, and estimators that draw."""


@dataclass(frozen=True)
class ColumnSet:
    """Which of the offered columns an estimator reads, and why it leaves out the others."""

    name: str
    leaves_out: tuple[tuple[str, str], ...] = ()

    def columns(self, offered: Sequence[str]) -> tuple[str, ...]:
        """Return the columns to read, in the order of `offered`."""
        return tuple(name for name in offered if self.reason(name) is None)

    def reason(self, column: str) -> str | None:
        """Return why `column` is not read; None if it is read."""
        return next((why for pattern, why in self.leaves_out if re.fullmatch(pattern, column)), None)


_OFFSETS = (
    "(harmony|perceptr)_mean",
    "the mean of a waveform is the recording's DC offset: it tells equipment, not music",
)
_FINE = (
    "mfcc(1[4-9]|20)_(mean|var)",
    "fine detail of the spectrum tells recordings and artists apart more than genres",
)
ALL_COLUMNS = ColumnSet("all columns")
WITHOUT_OFFSETS = ColumnSet("without DC offsets", (_OFFSETS,))
BROAD = ColumnSet("without DC offsets and MFCC 14 to 20", (_OFFSETS, _FINE))


GROUPED_STEPS = ("whiten", "committee")
"""Steps of a pipeline whose `fit` takes the groups of the rows."""


@dataclass(frozen=True)
class Candidate:
    """One way of classifying genre features.

    Attributes
    ----------
    name, description : for tables, and for people
    column_set : the columns it reads
    build : from their names to an unfitted pipeline; steps in `GROUPED_STEPS` are given the groups when fitted
    """

    name: str
    description: str
    column_set: ColumnSet
    build: Callable[[Sequence[str]], Any]

    def fit(
        self, X: NDArray[np.float64], y: NDArray[np.int64], columns: Sequence[str], groups: NDArray[np.int64]
    ) -> Any:
        """Fit the pipeline on those columns of `X` that it reads.

        Parameters
        ----------
        X : NDArray[np.float64] of shape (n_rows, n_columns)
            Training rows.
        y : NDArray[np.int64] of shape (n_rows,)
            Target classes.
        columns : Sequence[str] of length n_columns
            Names of the columns of `X`.
        groups : NDArray[np.int64] of shape (n_rows,)
            Group of each row, for the steps in `GROUPED_STEPS`.

        Returns
        -------
        sklearn.pipeline.Pipeline
            The fitted pipeline.
        """
        used = self.column_set.columns(columns)
        pipeline = self.build(used)
        extra = {f"{step}__groups": groups for step in GROUPED_STEPS if step in pipeline.named_steps}
        return pipeline.fit(self.select(X, columns), y, **extra)

    def select(self, X: NDArray[np.float64], columns: Sequence[str]) -> NDArray[np.float64]:
        """Return the columns of `X` that it reads [shape=(n_rows, n_read)]."""
        return X[:, [list(columns).index(name) for name in self.column_set.columns(columns)]]


def _kernel_logistic(columns: Sequence[str], *, gamma: float, C: float) -> Any:
    from sklearn.pipeline import Pipeline

    from core.estimators.transformers import ArtistWhitener, KernelLogisticRegression, MusicScaler

    return Pipeline(
        [
            ("scale", MusicScaler(columns)),
            ("whiten", ArtistWhitener(shrinkage=0.4, between=0.5)),
            ("classify", KernelLogisticRegression(gamma=gamma, C=C, random_state=SEED)),
        ]
    )


def scaled_pipeline(columns: Sequence[str], *, classifier: Callable[[], Any], octaves: bool) -> Any:
    """Return a pipeline of `MusicScaler` and a classifier; `octaves` also puts the tempo on the circle of octaves."""
    from sklearn.pipeline import Pipeline

    from core.estimators.transformers import MusicScaler

    return Pipeline([("scale", MusicScaler(columns, octaves=octaves)), ("classify", classifier())])


def _discriminant() -> Any:
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    return LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto")


def _logistic() -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=0.1, max_iter=2000)


def _kernel_members() -> list[Candidate]:
    return [
        Candidate(
            name=f"kernel logistic regression, gamma {gamma:g}, C {C:g}, {column_set.name}",
            description=(
                "logarithms of powers, frequencies and tempo, the tempo also as a point on the circle of octaves; "
                "standardised; whitened by how artists and songs differ within a genre; multinomial logistic "
                f"regression on a Gaussian kernel to 300 random centres (gamma {gamma:g}, C {C:g})"
            ),
            column_set=column_set,
            build=partial(_kernel_logistic, gamma=gamma, C=C),
        )
        for column_set in (ALL_COLUMNS, WITHOUT_OFFSETS, BROAD)
        for gamma, C in ((0.005, 10.0), (0.01, 10.0), (0.02, 10.0))
    ]


def _linear_members() -> list[Candidate]:
    kinds = (
        ("linear discriminant analysis", "shrunken covariance", _discriminant),
        ("logistic regression", "C 0.1", _logistic),
    )
    return [
        Candidate(
            name=f"{name}, {BROAD.name}",
            description=f"logarithms of powers, frequencies and tempo; standardised; {name} ({detail})",
            column_set=BROAD,
            build=partial(scaled_pipeline, classifier=classifier, octaves=True),
        )
        for name, detail, classifier in kinds
    ]


MEMBERS: tuple[Candidate, ...] = (*_kernel_members(), *_linear_members())
"""Members of the committee: none of them holds a row that it was fitted on, as support vectors would."""


def committee_of(columns: Sequence[str], members: Sequence[Candidate] = MEMBERS) -> Any:
    """Return a pipeline whose only step, "committee", has all of `members`, each with those of `columns` it reads."""
    from sklearn.pipeline import Pipeline

    from core.estimators.committee import Committee

    names = list(columns)
    seats = []
    for member in members:
        used = member.column_set.columns(columns)
        seats.append((member.name, tuple(names.index(name) for name in used), member.build(used)))
    return Pipeline([("committee", Committee(seats))])
