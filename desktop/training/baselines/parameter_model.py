"""The parameters of one estimator as rows that can be edited: value, default, range."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from core.estimators.baselines import Baseline
from core.estimators.parameters import Parameter, parameters_of, same, value_from, value_text, why_refused
from core.language import tr
from desktop.widgets.plain_table import LEFT
from desktop.widgets.theme import Theme

HEADINGS: Final = (tr("Parameter"), tr("Value"), tr("As it comes"), "scikit-learn", tr("Allowed"))
VALUE: Final = 1
Index = QModelIndex | QPersistentModelIndex


class ParameterModel(QAbstractTableModel):
    """One parameter a row; what is typed stays as it is typed until it is applied."""

    edited = Signal()

    def __init__(self, baseline: Baseline, own: Mapping[str, Any], theme: Theme) -> None:
        super().__init__()
        self._baseline, self._theme = baseline, theme
        self.parameters: tuple[Parameter, ...] = parameters_of(baseline)
        self.texts = [value_text(own.get(one.name, one.value)) for one in self.parameters]
        self._bold = QFont()
        self._bold.setBold(True)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.parameters)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        is_heading = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if is_heading else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == VALUE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        one = self.parameters[row]
        if role == Qt.ItemDataRole.DisplayRole:
            name = f"● {one.name}" if self.is_changed(row) else one.name
            return (name, self.texts[row], value_text(one.value), value_text(one.default), one.rule)[column]
        if role == Qt.ItemDataRole.EditRole:
            return self.texts[row]
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.rule if column == len(HEADINGS) - 1 else one.meaning
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return tr("{name}, changed", name=one.name) if self.is_changed(row) else one.name
        if role == Qt.ItemDataRole.ForegroundRole and column <= VALUE and self.problem(row):
            return QColor(self._theme.error)
        if role == Qt.ItemDataRole.FontRole and column <= VALUE and self.is_changed(row):
            return self._bold
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != VALUE:
            return False
        self._put(index.row(), str(value))
        return True

    def is_changed(self, row: int) -> bool:
        """Whether a parameter is not what the estimator comes with."""
        try:
            return not same(value_from(self.texts[row]), self.parameters[row].value)
        except ValueError:
            return True

    def problem(self, row: int) -> str:
        """Return why a value cannot be used; "" where it can."""
        one = self.parameters[row]
        try:
            rule = why_refused(self._baseline, one.name, value_from(self.texts[row]))
        except ValueError as problem:
            return f"{one.name}: {problem}."
        return (
            ""
            if rule is None
            else tr(
                "{name}: “{value}” cannot be used; it must be {rule}.", name=one.name, value=self.texts[row], rule=rule
            )
        )

    @property
    def problems(self) -> list[str]:
        """Why values cannot be used, one line for each."""
        return [text for row in range(len(self.parameters)) if (text := self.problem(row))]

    @property
    def own(self) -> dict[str, Any]:
        """The changed parameters and their values; ValueError while one cannot be read."""
        return {
            one.name: value_from(self.texts[row]) for row, one in enumerate(self.parameters) if self.is_changed(row)
        }

    def reset(self, row: int) -> None:
        """Take what the estimator comes with."""
        self._put(row, value_text(self.parameters[row].value))

    def _put(self, row: int, text: str) -> None:
        self.texts[row] = text
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADINGS) - 1))
        self.edited.emit()
