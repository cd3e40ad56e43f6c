"""The doctor on classes and groups: balance, classes too small for folds, and what groups do to a score."""

from collections.abc import Iterator

import numpy as np

from core.dataset.dataset import Dataset, Remedy
from core.dataset.finding import Finding, counted_classes, drop_rows, listed
from core.doctor.quick_model import quick_model
from core.errors import DatasetError
from core.language import local_number, tr
from core.progress import Report, sub_range
from core.training.protocols import Protocol, classes_too_small, folds

NO_GROUPS = "no-groups"
SMALL_CLASSES = "small-classes"
FEW_GROUPS = "few-groups"
OF_GROUPS = frozenset({NO_GROUPS, FEW_GROUPS, "dominating-groups", "shared-groups"})
"""Keys of what `groups` finds."""

_UNBALANCED = 3.0
_DOMINATING = 0.3
_MOST_FITTED = 5000


def classes(dataset: Dataset, n_folds: int, _seed: int, _report: Report) -> Iterator[Finding]:
    """Unbalanced classes, and those with fewer rows than folds."""
    counts = dataset.counts
    said = [f"{name} {local_number(count, ',')}" for name, count in zip(dataset.classes, counts, strict=True)]
    if counts.max() > _UNBALANCED * counts.min():
        yield Finding(
            key="unbalanced-classes",
            severity="warning",
            title=tr("Classes from {least:,} to {most:,} rows", least=counts.min(), most=counts.max()),
            explanation=tr(
                "{listed}. Large classes dominate the accuracy; always predicting “{classes}” reaches "
                "{chance:.2f}. Use macro precision, recall and F1, in which every class counts the same.",
                listed=listed(said, 12),
                classes=dataset.classes[int(counts.argmax())],
                chance=dataset.chance,
            ),
            numbers={name: int(count) for name, count in zip(dataset.classes, counts, strict=True)},
        )
    small = classes_too_small(dataset, "random", n_folds)
    if small:
        yield _small(dataset, small, n_folds, "row")


def _small(dataset: Dataset, small: dict[str, int], n_folds: int, what: str) -> Finding:
    numbers = [dataset.classes.index(name) for name in small]
    rows = np.flatnonzero(np.isin(dataset.y, numbers))
    remedies: tuple[Remedy, ...] = ()
    if len(dataset.classes) - len(small) >= 2:
        names = listed([f"“{name}”" for name in small], 3)
        remedies = (
            drop_rows(
                dataset.places[rows].tolist(), tr("the classes {names}", names=names) if len(small) > 1 else names
            ),
        )
    said = [f"{name} ({count})" for name, count in small.items()]
    least = min(small.values())
    advice = (
        tr("Use {least} folds, leave them out, or add to them.", least=least)
        if least > 1
        else tr("Leave them out, or add to them.")
    )
    return Finding(
        key=SMALL_CLASSES if what == "row" else FEW_GROUPS,
        severity="error",
        title=(
            tr("{classes} with too few rows for {n_folds} folds", classes=counted_classes(len(small)), n_folds=n_folds)
            if what == "row"
            else tr(
                "{classes} with too few groups for {n_folds} folds",
                classes=counted_classes(len(small)),
                n_folds=n_folds,
            )
        ),
        explanation=tr(
            "{listed}: every fold needs one {what} of every class for testing and others for training. {advice}",
            listed=listed(said),
            what=tr("row") if what == "row" else tr("group"),
            advice=advice,
        ),
        rows=tuple(dataset.places[rows].tolist()),
        numbers=small,
        remedies=remedies,
    )


def folds_for(finding: Finding) -> int | None:
    """Return how many folds the smallest class allows that a finding is about; None where it is not about that."""
    if finding.key not in (SMALL_CLASSES, FEW_GROUPS) or not finding.numbers:
        return None
    least = int(min(finding.numbers.values()))
    return least if least > 1 else None


def groups(dataset: Dataset, n_folds: int, seed: int, report: Report) -> Iterator[Finding]:
    """Yield what the groups allow, and by how much random folds flatter."""
    if dataset.groups is None:
        yield Finding(
            key=NO_GROUPS,
            severity="warning",
            title=tr("No groups"),
            explanation=tr(
                "Without groups (artist, album, folder) only random folds are possible. With rows of one group "
                "on both sides, a score measures whether the group is recognised and is too high for new groups. "
                "Choose a column of groups or a table that has one."
            ),
        )
        return
    small = classes_too_small(dataset, "grouped", n_folds)
    if small:
        yield _small(dataset, small, n_folds, "group")
    yield from _dominating(dataset)
    if not small:
        yield from _gap(dataset, n_folds, seed, report)


def _dominating(dataset: Dataset) -> Iterator[Finding]:
    """Yield the groups that hold a large share of their class."""
    assert dataset.groups is not None
    said, numbers = [], {}
    for label, name in enumerate(dataset.classes):
        members = np.bincount(dataset.groups[dataset.y == label])
        share = members.max() / members.sum()
        if share > _DOMINATING and members.max() > 1:
            group = dataset.group_names[int(members.argmax())]
            said.append(tr("{group} has {share:.0f} % of {name}", group=group, share=100 * share, name=name))
            numbers[name] = round(float(share), 4)
    if said:
        what = dataset.source.groups or tr("group")
        yield Finding(
            key="dominating-groups",
            severity="note",
            title=tr("{counted} dominated by one {what}", counted=counted_classes(len(said)), what=what),
            explanation=tr(
                "{listed}. A model of such a class mostly learns that {what}.", listed=listed(said), what=what
            ),
            numbers=numbers,
        )


def _gap(dataset: Dataset, n_folds: int, seed: int, report: Report) -> Iterator[Finding]:
    """Random against grouped folds, measured with a quick model."""
    from core.training.cross_validation import FoldScore, cross_validate
    from core.training.summary import gap_in_words, is_beyond_chance, summarise

    part = dataset
    if len(dataset) > _MOST_FITTED:
        part = dataset.take(np.sort(np.random.default_rng(seed).choice(len(dataset), _MOST_FITTED, replace=False)))
    scores: list[FoldScore] = []
    protocols: tuple[Protocol, ...] = ("random", "grouped")
    try:
        for number, protocol in enumerate(protocols):
            folds(part, protocol, n_folds=n_folds, seed=seed)
            share = sub_range(report, number / 2, (number + 1) / 2)
            model = quick_model(len(part.columns))
            scores += cross_validate(part, [model], [protocol], None, n_folds=n_folds, seed=seed, report=share).scores
    except DatasetError as problem:
        yield Finding(FEW_GROUPS, "error", tr("Groups do not allow folds"), str(problem))
        return
    random, grouped = summarise(scores)
    if random.accuracy is None or grouped.accuracy is None:
        return
    gap = random.accuracy.mean - grouped.accuracy.mean
    text = gap_in_words(tr("A quick model"), random, grouped, dataset.source.groups)
    large = is_beyond_chance(random, grouped)
    yield Finding(
        key="shared-groups",
        severity="warning" if large else "note",
        title=tr("Random folds score {gap:.0f} points too high", gap=100 * gap) if large else tr("No effect of groups"),
        explanation=text,
        numbers={"random": round(random.accuracy.mean, 4), "grouped": round(grouped.accuracy.mean, 4)},
    )
