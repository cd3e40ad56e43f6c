"""The scores of a run as rows and columns: one estimator a row, the protocols side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from core.language import local_number, tr
from core.training.protocols import PROTOCOLS, Protocol
from core.training.summary import METRICS, Spread, Summary
from desktop.training.charts.export_button import Table
from desktop.training.numbers import duration_text
from desktop.widgets.plain_table import LEFT, RIGHT
from desktop.widgets.theme import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex
ABOUT_SPREAD: Final = tr("Mean ± standard deviation over the folds")
TITLES: Final[dict[Protocol, str]] = {"random": tr("Random"), "grouped": tr("Grouped"), "split": tr("Split")}
METRIC_TITLES: Final = {"accuracy": tr("Accuracy"), "precision": tr("Precision"), "recall": tr("Recall"), "f1": "F1"}
SORT_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Row:
    """One estimator: its name, its summaries by protocol, and how many fits it should have."""

    key: str
    name: str
    summaries: dict[Protocol, Summary]
    expected: int

    @property
    def error(self) -> str:
        """Why some fit failed; nothing where none did."""
        return next((one.error for one in self.summaries.values() if one.error), "")

    def spread(self, protocol: Protocol, metric: str) -> Spread | None:
        """Return a metric in a protocol, where there is one."""
        summary = self.summaries.get(protocol)
        return None if summary is None else getattr(summary, metric)

    def gap(self, metric: str) -> float | None:
        """How much better random folds say it is; None unless both protocols were run."""
        high, low = self.spread("random", metric), self.spread("grouped", metric)
        return None if high is None or low is None else high.mean - low.mean


class ScoreModel(QAbstractTableModel):
    """Columns: estimator, one metric for each protocol, the gap, its range for each protocol, time, remark."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.metric = METRICS[0]
        self._protocols: tuple[Protocol, ...] = ()
        self._columns: list[tuple[str, str]] = []
        self._theme = LIGHT
        self._set_columns()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        present = {protocol for row in rows for protocol in row.summaries}
        protocols = tuple(one for one in PROTOCOLS if one in present)
        self.beginResetModel()
        self.rows = list(rows)
        self._protocols = protocols
        self._set_columns()
        self.endResetModel()

    def show_metric(self, metric: str) -> None:
        """Show another metric."""
        self.beginResetModel()
        self.metric = metric
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme

    def column_of(self, name: str) -> int:
        """Return the number of a column: "grouped mean", "gap"; -1 where there is none."""
        return next((place for place, (key, _) in enumerate(self._columns) if key == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section][1]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self._columns[section][0])
            if role == Qt.ItemDataRole.ToolTipRole and self._columns[section][0].endswith(" mean"):
                return ABOUT_SPREAD
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, (key, _) = self.rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, key)
        if role == SORT_ROLE:
            return self._value(row, key)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(key)
        if role == Qt.ItemDataRole.ToolTipRole and key == "remark":
            return row.error or None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, key)
        return None

    def as_table(self) -> Table:
        """Return every number of every metric, one row an estimator and protocol."""
        parts = ("mean", "lowest", "highest", "spread")
        heading = ["estimator", "protocol", *(f"{metric}_{part}" for metric in METRIC_TITLES for part in parts)]
        rows: list[list[object]] = []
        for row in self.rows:
            for protocol, one in row.summaries.items():
                spreads = [row.spread(protocol, metric) for metric in METRIC_TITLES]
                numbers = [None if spread is None else getattr(spread, part) for spread in spreads for part in parts]
                rows.append([row.name, protocol, *numbers, one.fit_seconds, one.error])
        return [*heading, "fit_seconds", "error"], rows

    def _set_columns(self) -> None:
        columns = [("name", tr("Estimator"))]
        columns += [
            (f"{protocol} mean", tr("{protocol} folds", protocol=TITLES[protocol])) for protocol in self._protocols
        ]
        if {"random", "grouped"} <= set(self._protocols):
            columns.append(("gap", tr("Gap")))
        columns += [
            (f"{protocol} range", tr("{protocol}, low to high", protocol=TITLES[protocol]))
            for protocol in self._protocols
        ]
        self._columns = [*columns, ("seconds", tr("Fit time")), ("remark", "")]

    def _value(self, row: Row, key: str) -> Any:
        if key == "name":
            return row.name.casefold()
        if key == "gap":
            gap = row.gap(self.metric)
            return -1.0 if gap is None else gap
        if key == "seconds":
            return sum(one.fit_seconds for one in row.summaries.values())
        if key == "remark":
            return row.error
        protocol, part = key.split(" ")
        spread = row.spread(_protocol(protocol), self.metric)
        if spread is None:
            return -1.0
        return spread.mean if part == "mean" else spread.lowest

    def _text(self, row: Row, key: str) -> str:
        if key == "name":
            return row.name
        if key == "remark":
            return self._remark(row)
        value = self._value(row, key)
        if key == "seconds":
            return duration_text(value) if row.summaries else ""
        if key == "gap":
            return "" if row.gap(self.metric) is None else local_number(value, "+.3f")
        protocol, part = key.split(" ")
        spread = row.spread(_protocol(protocol), self.metric)
        if spread is None:
            return ""
        if part == "range":
            return f"{local_number(spread.lowest, '.3f')}–{local_number(spread.highest, '.3f')}"
        return f"{local_number(spread.mean, '.3f')} ± {local_number(spread.spread, '.3f')}"

    def _remark(self, row: Row) -> str:
        done = sum(one.n_folds for one in row.summaries.values())
        if row.error:
            failed = sum(one.n_failed for one in row.summaries.values())
            return tr(
                "{failed} of {expected} fits failed: {error}", failed=failed, expected=row.expected, error=row.error
            )
        return tr("{done} of {expected} fits", done=done, expected=row.expected) if done < row.expected else ""

    def _colour(self, row: Row, key: str) -> QBrush | None:
        if key == "remark":
            return QBrush(QColor(self._theme.error if row.error else self._theme.text_muted))
        if key == "seconds" or key.partition(" ")[2] == "range":
            return QBrush(QColor(self._theme.text_muted))
        return None


def _alignment(key: str) -> int:
    return LEFT if key in ("name", "remark") else RIGHT


def _protocol(name: str) -> Protocol:
    return next(one for one in PROTOCOLS if one == name)
