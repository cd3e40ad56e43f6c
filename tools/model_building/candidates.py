"""What the shipped model is chosen from, and what stands beside it for comparison."""

from functools import partial
from typing import Any

from core.estimators.candidates import ALL_COLUMNS, BROAD, MEMBERS, SEED, Candidate, committee_of, scaled_pipeline


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


COMMITTEE = Candidate(
    name=f"committee of {len(MEMBERS)}",
    description=(
        "the mean of what eleven classifiers say: nine kernel logistic regressions (three widths, three choices of "
        "columns), linear discriminant analysis and logistic regression, all on logarithms of powers, frequencies and "
        "tempo, standardised; the kernels also whitened by how artists and songs differ within a genre"
    ),
    column_set=ALL_COLUMNS,
    build=committee_of,
)

CANDIDATES: tuple[Candidate, ...] = (COMMITTEE,)
"""What the shipped model is chosen from: nothing has to be chosen."""

REFERENCES: tuple[Candidate, ...] = (
    *MEMBERS,
    Candidate(
        name=f"support vectors, {BROAD.name}",
        description=(
            "logarithms of powers, frequencies and tempo; standardised; support vectors (Gaussian kernel, gamma 0.01, "
            "C 3, probabilities by Platt's sigmoid)"
        ),
        column_set=BROAD,
        build=partial(scaled_pipeline, classifier=_support_vectors, octaves=True),
    ),
    Candidate(
        name="gradient boosting, all columns",
        description="150 rounds of trees of depth 3, half of the rows a round; the study's choice",
        column_set=ALL_COLUMNS,
        build=partial(scaled_pipeline, classifier=_boosting, octaves=False),
    ),
    Candidate(
        name="multilayer perceptron, all columns",
        description="two layers of 80 and 40 units",
        column_set=ALL_COLUMNS,
        build=partial(scaled_pipeline, classifier=_perceptron, octaves=False),
    ),
)
"""For comparison only: the members by themselves, and what is too unsmooth, too unsure or holds rows of the table."""
