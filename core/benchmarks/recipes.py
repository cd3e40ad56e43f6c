"""What the extended features are worth: classifiers of a folder of audio with the 58 features and with all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from core.dataset.dataset import Dataset
from core.estimators.baselines import Baseline, find_baselines
from core.estimators.own import tailored
from core.evaluation.comparison import TTest, corrected_t_test
from core.features.recipe import LENGTH_COLUMN, RECIPE, RECIPES
from core.progress import Report, silent, sub_range
from core.training.cross_validation import CrossValidation, cross_validate
from core.training.protocols import SEED, Protocol, possible_protocols
from core.workers.limits import Executor

ESTIMATORS: Mapping[str, Mapping[str, Any]] = {
    "logistic": {},
    "svm-rbf": {},
    "forest": {"min_samples_leaf": 1},
    "boosting": {"min_samples_leaf": 1, "n_estimators": 100},
}
"""What is compared, and what is set of it: with the study's twenty rows a leaf no tree could split a small folder."""


@dataclass(frozen=True)
class RecipeScores:
    """One estimator in one protocol, with both recipes on the same folds.

    Attributes
    ----------
    estimator, protocol : names
    basic, extended : accuracy of each fold, in the same order
    test : of the difference, extended less basic; None where there are fewer than two folds
    """

    estimator: str
    protocol: Protocol
    basic: tuple[float, ...]
    extended: tuple[float, ...]
    test: TTest | None


def compare_recipes(
    extended: Dataset,
    executor: Executor | None,
    *,
    baselines: Sequence[Baseline] | None = None,
    n_folds: int = 5,
    repeats: int = 5,
    seed: int = SEED,
    report: Report = silent,
) -> list[RecipeScores]:
    """Cross-validate estimators with the 58 features and with all of them, on the same folds.

    Parameters
    ----------
    extended : rows of the second recipe; `length`, which tells how a file was cut, is left out of both
    executor : where the fits run; None is this process
    baselines : the estimators; those of `ESTIMATORS` if None

    Raises
    ------
    DatasetError : one line, where the rows allow no folds
    """
    from core.training.protocols import folds

    chosen = usual_estimators() if baselines is None else baselines
    protocols = [one for one, reason in possible_protocols(extended, n_folds).items() if reason is None]
    if not protocols:
        folds(extended, "random", n_folds=n_folds)  # raises, with the reason
    columns = [name for name in extended.columns if name != LENGTH_COLUMN]
    wide = extended.with_columns(columns)
    narrow = replace(extended.with_columns([name for name in columns if name in RECIPES[RECIPE]]), recipe=RECIPE)
    validations = [
        cross_validate(
            data, chosen, protocols, executor, n_folds=n_folds, repeats=repeats, seed=seed,
            report=sub_range(report, start, start + 0.5),
        )
        for data, start in ((narrow, 0.0), (wide, 0.5))
    ]  # fmt: skip
    share = 1 / (n_folds - 1)
    return [_scores(validations, one, protocol, share) for protocol in protocols for one in chosen]


def usual_estimators() -> list[Baseline]:
    """Return the estimators of `ESTIMATORS`."""
    return [tailored(find_baselines([key])[0], parameters) for key, parameters in ESTIMATORS.items()]


def _scores(
    validations: Sequence[CrossValidation], baseline: Baseline, protocol: Protocol, test_share: float
) -> RecipeScores:
    basic, extended = (
        {
            (one.repeat, one.fold): one.accuracy
            for one in validation.scores
            if (one.estimator, one.protocol, one.error) == (baseline.key, protocol, None)
        }
        for validation in validations
    )
    both = sorted(basic.keys() & extended.keys())
    first, second = (tuple(scores[fold] for fold in both) for scores in (basic, extended))
    return RecipeScores(baseline.name, protocol, first, second, corrected_t_test(second, first, test_share))


def report_lines(extended: Dataset, scores: Sequence[RecipeScores]) -> Iterator[str]:
    """Yield the lines about a data set, with accuracies in per cent."""
    classes, groups = len(extended.classes), "no groups"
    if extended.groups is not None:
        groups = f"{len(extended.group_names)} groups ({extended.source.groups})"
    yield f"{len(extended)} pieces, {classes} classes, {groups}; by chance {100 * extended.chance:.1f} %"
    yield f"accuracy, mean and standard deviation over the folds; difference: all {len(extended.columns)} less the 58"
    for one in scores:
        if not one.basic:
            yield f"{one.protocol:8} {one.estimator:20} could not be fitted"
            continue
        basic, whole = (f"{100 * np.mean(part):5.1f} ± {100 * np.std(part):4.1f}" for part in (one.basic, one.extended))
        yield f"{one.protocol:8} {one.estimator:20} 58: {basic}   all: {whole}   {_difference(one.test)}"


def _difference(test: TTest | None) -> str:
    if test is None:
        return "one fold: no test"
    interval = f"95 % interval {100 * test.low:+.1f} to {100 * test.high:+.1f}"
    return f"difference {100 * test.difference:+5.1f} ({interval}, p {test.p:.3f}, {test.n_folds} folds)"
