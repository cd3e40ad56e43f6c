"""What the doctor says of a data set."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from core.dataset.dataset import Remedy
from core.language import joined, tr

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True)
class Finding:
    """One thing to know before training.

    Attributes
    ----------
    key : which check found it
    severity : "error" keeps a protocol from running, "warning" makes scores mislead, "note" is to be known
    title, explanation : one line, and the reason in plain words
    rows : rows of the source that it is about, from 0
    columns : columns that it is about
    sets : rows of the source that belong together, from 0
    numbers : what was measured, by name; the accuracy that a column reaches alone, say
    remedies : what can be done about it; none of them is done by itself
    """

    key: str
    severity: Severity
    title: str
    explanation: str
    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    sets: tuple[tuple[int, ...], ...] = ()
    numbers: Mapping[str, float] = field(default_factory=dict)
    remedies: tuple[Remedy, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the finding as plain data."""
        return asdict(self)


def counted(n: int, one: str, many: str) -> str:
    """Return a number with its noun, both forms of which are translated already: "1 row", "1,200 rows"."""
    return tr("{n:,} {noun}", n=n, noun=one if n == 1 else many)


def counted_rows(n: int) -> str:
    """Return a number of rows as text."""
    return counted(n, tr("row"), tr("rows"))


def counted_columns(n: int) -> str:
    """Return a number of columns as text."""
    return counted(n, tr("column"), tr("columns"))


def counted_classes(n: int) -> str:
    """Return a number of classes as text."""
    return counted(n, tr("class"), tr("classes"))


def listed(names: Sequence[str], most: int = 6) -> str:
    """Names in a row, at most `most` of them."""
    shown = joined(names[:most])
    return tr("{shown} and {n} more", shown=shown, n=len(names) - most) if len(names) > most else shown


def drop_columns(columns: Sequence[str]) -> Remedy:
    """Leave columns out."""
    return Remedy("drop_columns", tr("Leave out {listed}", listed=listed(columns, 3)), columns=tuple(columns))


def drop_rows(rows: Sequence[int], what: str) -> Remedy:
    """Leave rows of the source out."""
    return Remedy("drop_rows", tr("Leave out {what}", what=what), rows=tuple(sorted(int(row) for row in rows)))


def merge_classes(sets: Sequence[Sequence[str]]) -> Remedy:
    """Give the classes of each set the name of its first."""
    said = [
        tr("{listed} into “{names}”", listed=listed([f"“{name}”" for name in names[1:]], 3), names=names[0])
        for names in sets
    ]
    return Remedy(
        "merge_classes", tr("Merge {listed}", listed=listed(said, 3)), classes=tuple(tuple(names) for names in sets)
    )


def join_rows(sets: Sequence[Sequence[int]], title: str) -> Remedy:
    """Keep rows together in folds."""
    return Remedy("join_rows", title, sets=tuple(tuple(int(row) for row in rows) for rows in sets))
