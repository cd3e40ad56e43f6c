"""Named ways of classifying genre features, each a pipeline with its scaler inside.

A `Candidate` is data: what it is called, which columns it reads, how its pipeline is made. `CANDIDATES` lists those
that the shipped model was chosen from, `REFERENCES` those that only stand beside it for comparison.
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
    """Which of the offered columns an estimator reads, and why not the others."""

    name: str
    leaves_out: tuple[tuple[str, str], ...] = ()

    def columns(self, offered: Sequence[str]) -> tuple[str, ...]:
        """The columns to read, in order."""
        return tuple(name for name in offered if self.reason(name) is None)

    def reason(self, column: str) -> str | None:
        """Why `column` is not read; None where it is."""
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
"""Steps of a pipeline that are told which rows belong together."""


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
        """The pipeline fitted on those columns of `X` that it reads; `columns` names all of them."""
        used = self.column_set.columns(columns)
        pipeline = self.build(used)
        extra = {f"{step}__groups": groups for step in GROUPED_STEPS if step in pipeline.named_steps}
        return pipeline.fit(self.select(X, columns), y, **extra)

    def select(self, X: NDArray[np.float64], columns: Sequence[str]) -> NDArray[np.float64]:
        """The columns of `X` that it reads."""
        return X[:, [list(columns).index(name) for name in self.column_set.columns(columns)]]


def _kernel_logistic(columns: Sequence[str], *, gamma: float, C: float) -> Any:
    from sklearn.pipeline import Pipeline

    from core.estimators.artist_metric import ArtistMetric
    from core.estimators.transformers import KernelLogisticRegression, MusicScaler

    return Pipeline(
        [
            ("scale", MusicScaler(columns)),
            ("whiten", ArtistMetric(shrinkage=0.4, between=0.5)),
            ("classify", KernelLogisticRegression(gamma=gamma, C=C, random_state=SEED)),
        ]
    )


def _scaled(columns: Sequence[str], *, classifier: Callable[[], Any], octaves: bool) -> Any:
    from sklearn.pipeline import Pipeline

    from core.estimators.transformers import MusicScaler

    return Pipeline([("scale", MusicScaler(columns, octaves=octaves)), ("classify", classifier())])


def _discriminant() -> Any:
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    return LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto")


def _logistic() -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=0.1, max_iter=2000)


def _support_vectors() -> Any:
    from sklearn.calibration import CalibratedClassifierCV
    from sklearn.svm import SVC

    return CalibratedClassifierCV(SVC(C=3, gamma=0.01), ensemble=False)


def _boosting() -> Any:
    from sklearn.ensemble import GradientBoostingClassifier

    return GradientBoostingClassifier(
        n_estimators=150, learning_rate=0.1, subsample=0.5, min_samples_leaf=20, max_features="sqrt", random_state=SEED
    )


def _perceptron() -> Any:
    from sklearn.neural_network import MLPClassifier

    return MLPClassifier((80, 40), batch_size=100, alpha=0.04, max_iter=500, tol=1e-3, random_state=SEED)


def _kernel_candidates() -> list[Candidate]:
    return [
        Candidate(
            name=f"kernel logistic regression, gamma {gamma:g}, C {C:g}, {column_set.name}",
            description=(
                "logarithms of powers, frequencies and tempo, the tempo also as a point on the circle of octaves; "
                "standardised; whitened by how artists and songs differ within a genre; scaled by the loss of leaving "
                "artists out; multinomial logistic "
                f"regression on a Gaussian kernel to 300 random centres (gamma {gamma:g}, C {C:g})"
            ),
            column_set=column_set,
            build=partial(_kernel_logistic, gamma=gamma, C=C),
        )
        for column_set in (ALL_COLUMNS, WITHOUT_OFFSETS, BROAD)
        for gamma, C in ((0.005, 10.0), (0.01, 10.0), (0.02, 10.0))
    ]


def _linear_candidates() -> list[Candidate]:
    kinds = (
        ("linear discriminant analysis", "shrunken covariance", _discriminant),
        ("logistic regression", "C 0.1", _logistic),
        ("support vectors", "Gaussian kernel, gamma 0.01, C 3, probabilities by Platt's sigmoid", _support_vectors),
    )
    return [
        Candidate(
            name=f"{name}, {BROAD.name}",
            description=f"logarithms of powers, frequencies and tempo; standardised; {name} ({detail})",
            column_set=BROAD,
            build=partial(_scaled, classifier=classifier, octaves=True),
        )
        for name, detail, classifier in kinds
    ]


OFFERED: tuple[Candidate, ...] = (*_kernel_candidates(), *_linear_candidates())

MEMBERS: tuple[Candidate, ...] = tuple(one for one in OFFERED if not one.name.startswith("support vectors"))
"""Who sits in the committee: all that hold no row that they were fitted on, as support vectors do."""


def committee_of(columns: Sequence[str], members: Sequence[Candidate] = MEMBERS) -> Any:
    """A pipeline whose only step, "committee", is all of `members`, each with those of `columns` that it reads."""
    from sklearn.pipeline import Pipeline

    from core.estimators.committee import Committee

    names = list(columns)
    seats = []
    for member in members:
        used = member.column_set.columns(columns)
        seats.append((member.name, tuple(names.index(name) for name in used), member.build(used)))
    return Pipeline([("committee", Committee(seats))])


COMMITTEE = Candidate(
    name=f"committee of {len(MEMBERS)}",
    description=(
        "the mean of what eleven classifiers say: nine kernel logistic regressions (three widths, three choices of "
        "columns), linear discriminant analysis and logistic regression, all on logarithms of powers, frequencies and "
        "tempo, standardised; the kernels also whitened by how artists and songs differ within a genre, and scaled by "
        "the loss of leaving artists out"
    ),
    column_set=ALL_COLUMNS,
    build=committee_of,
)

CANDIDATES: tuple[Candidate, ...] = (COMMITTEE,)
"""What the shipped model is chosen from: nothing has to be chosen."""

REFERENCES: tuple[Candidate, ...] = (
    Candidate(
        name="gradient boosting, all columns",
        description="150 rounds of trees of depth 3, half of the rows a round; the study's choice",
        column_set=ALL_COLUMNS,
        build=partial(_scaled, classifier=_boosting, octaves=False),
    ),
    Candidate(
        name="multilayer perceptron, all columns",
        description="two layers of 80 and 40 units",
        column_set=ALL_COLUMNS,
        build=partial(_scaled, classifier=_perceptron, octaves=False),
    ),
)
"""For comparison only: too unsmooth or too unsure to be shipped."""
