"""The doctor: what is wrong with a data set, before anybody believes a score that was made with it.

Nothing is changed here; each finding brings remedies, which `core.dataset.apply` carries out and records.
"""

from collections.abc import Callable, Iterator, Sequence

from core.dataset.dataset import Dataset
from core.dataset.finding import SEVERITIES, Finding
from core.doctor import columns, folds, giveaways, names, rows
from core.freed_memory import give_back_memory
from core.language import tr
from core.progress import Report, silent, sub_range
from core.training.protocols import FOLDS, SEED
from core.workers.pool import Emitter

_Check = Callable[[Dataset, int, int, Report], Iterator[Finding]]

CHECKS: tuple[tuple[str, float, _Check], ...] = (
    ("Finding copies", 0.1, rows.copies),
    ("Checking names of classes", 0.0, names.class_names),
    ("Checking classes", 0.02, folds.classes),
    ("Checking groups", 0.25, folds.groups),
    ("Checking columns", 0.05, columns.plain_faults),
    ("Finding columns that reveal the source", 0.35, giveaways.giveaways),
    ("Finding outliers", 0.03, rows.outliers),
    ("Finding doubtful labels", 0.2, rows.doubtful_labels),
)


_READ_OTHERWISE = frozenset(
    {"dataset.huge", "dataset.infinite", "dataset.thousands", "dataset.decimal_comma_assumed", "dataset.no_label_rows"}
)
"""What was read in another way than it may be meant, so that scores would mislead."""

READING = "reading"
"""Key of what was noticed while the data were read."""

FROM_READING = "Found while reading the data."


def examine(
    dataset: Dataset,
    report: Report = silent,
    *,
    n_folds: int = FOLDS,
    seed: int = SEED,
    known: Sequence[Finding] | None = None,
) -> tuple[Finding, ...]:
    """Everything the doctor finds, the gravest first; takes seconds for a thousand rows.

    Parameters
    ----------
    n_folds : folds that training will use
    known : what was found in the same rows, columns and classes under other groups; only what depends on groups is
        looked for again
    """
    found = [] if known is None else [one for one in known if one.key not in (*folds.OF_GROUPS, READING)]
    checks = (
        CHECKS if known is None else tuple((text, 1.0, check) for text, _, check in CHECKS if check is folds.groups)
    )
    start = 0.0
    for text, share, check in checks:
        report(start, tr(text))
        part = sub_range(report, start, start + share)
        found += list(check(dataset, n_folds, seed, _named(part, tr(text))))
        start += share
    found += [
        Finding(READING, "warning" if note.code in _READ_OTHERWISE else "note", str(note), tr(FROM_READING))
        for note in dataset.notes
    ]
    give_back_memory()
    report(1.0, tr("Examined"))
    return tuple(sorted(found, key=lambda one: SEVERITIES.index(one.severity)))


def examine_job(
    emit: Emitter,
    dataset: Dataset,
    n_folds: int = FOLDS,
    seed: int = SEED,
    known: Sequence[Finding] | None = None,
) -> tuple[Finding, ...]:
    """`examine` in a worker."""
    return examine(dataset, emit.report, n_folds=n_folds, seed=seed, known=known)


def _named(report: Report, what: str) -> Report:
    def report_part(fraction: float, text: str) -> None:
        report(min(fraction, 1.0), f"{what}: {text}" if text else what)

    return report_part
