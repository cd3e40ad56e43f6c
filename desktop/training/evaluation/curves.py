"""ROC, precision–recall and lift of each class, with the numbers that sum them up in a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.language import local_number, tr
from desktop.training.charts.export_button import Dialog
from desktop.training.charts.table_export import table_export
from desktop.training.evaluation.curve_chart import KINDS, CurveChart, Kind
from desktop.training.frames import choices, pressed, split
from desktop.widgets.basic import ElidedLabel, label
from desktop.widgets.plain_table import LEFT, RIGHT, fit_columns, plain_table
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.evaluation.curves import ClassCurves

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
PARTS: Final = (
    ("roc_area", "AUC"),
    ("average_precision", tr("Average precision")),
    ("lift_at_tenth", tr("Lift at 10 %")),
)
ALL: Final = tr("All classes")
SORT_ROLE: Final = Qt.ItemDataRole.UserRole
SHORT: Final = 20
ABOUT: Final = tr(
    "One class against all others, by its probability on held-out rows of all folds together. AUC "
    "0.5, lift 1, and an average precision that equals the share of the class are chance. Choose a "
    "class to compare estimators."
)


class AreaModel(QAbstractTableModel):
    """One class a row; for each estimator area under the ROC curve, average precision and lift."""

    def __init__(self) -> None:
        super().__init__()
        self.compared: list[tuple[str, tuple[ClassCurves, ...]]] = []

    def show_curves(self, compared: "Sequence[tuple[str, tuple[ClassCurves, ...]]]") -> None:
        """Show these; each has the same classes."""
        self.beginResetModel()
        self.compared = list(compared)
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() or not self.compared else len(self.compared[0][1])

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else 2 + len(PARTS) * len(self.compared)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        estimator, part = divmod(section - 2, len(PARTS))
        if role == Qt.ItemDataRole.DisplayRole:
            if section < 2:
                return (tr("Class"), tr("Rows"))[section]
            name = self.compared[estimator][0]
            return f"{PARTS[part][1]}\n{name if len(name) <= SHORT else f'{name[: SHORT - 1]}…'}"
        if role == Qt.ItemDataRole.ToolTipRole and section > 1:
            return tr("{part} of {compared}", part=PARTS[part][1], compared=self.compared[estimator][0])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section else LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._value(index.row(), index.column())
        if role == SORT_ROLE:
            return value.casefold() if isinstance(value, str) else value
        if role == Qt.ItemDataRole.DisplayRole:
            is_known = not isinstance(value, float) or value == value  # noqa: PLR0124 (NaN differs from itself)
            return "" if not is_known else local_number(value, ".3f") if isinstance(value, float) else str(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() else LEFT
        return None

    def _value(self, row: int, column: int) -> str | int | float:
        first = self.compared[0][1][row]
        if column < 2:
            return first.support if column else first.name
        estimator, part = divmod(column - 2, len(PARTS))
        return float(getattr(self.compared[estimator][1][row], PARTS[part][0]))


class CurvesView(QWidget):
    """What kind of curve, of which class and estimator, above the chart; the table below."""

    wanted = Signal()
    """The view has come to be seen."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared: list[tuple[str, tuple[ClassCurves, ...]]] = []
        self._places: list[int] = []
        """Of those with curves among all that are compared."""
        self.kind_buttons = choices({one.key: one.title for one in KINDS})
        self.kind_buttons["roc"].setChecked(True)
        self.class_box, self.estimator_box = QComboBox(), QComboBox()
        self.class_box.setAccessibleName(tr("Class"))
        self.estimator_box.setAccessibleName(tr("Estimator of the curves"))
        self.chart = CurveChart(dialog)
        self.model = AreaModel()
        self.proxy = QSortFilterProxyModel()
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(SORT_ROLE)
        self.table = plain_table(self.proxy, tr("Areas under the curves of each class"), sortable=True)
        self.table_export = table_export(tr("Areas under the curves"), self.table, dialog, SORT_ROLE)
        self.said = label(ABOUT, "muted", wrap=True)
        self.without = ElidedLabel("muted")
        self.state = StatePage()
        self.stack = QStackedWidget()
        self._arrange()
        for button in self.kind_buttons.values():
            button.clicked.connect(lambda _=False: self._draw())
        for box in (self.class_box, self.estimator_box):
            box.currentIndexChanged.connect(lambda _: self._draw())
        self.table.clicked.connect(self._choose)
        self.table.selectionModel().currentRowChanged.connect(lambda index, _: self._choose(index))

    def show_waiting(self) -> None:
        """Say that the curves are on their way."""
        self.state.show_state(
            "details", tr("Drawing curves…"), tr("Every row is sorted by the probability of each class.")
        )
        self.stack.setCurrentIndex(0)

    def show_curves(self, compared: "Sequence[tuple[str, tuple[ClassCurves, ...]]]") -> None:
        """Show these estimators; one without probabilities has no curves."""
        self._compared = [(name, curves) for name, curves in compared if curves]
        self._places = [place for place, (_, curves) in enumerate(compared) if curves]
        without = [name for name, curves in compared if not curves]
        self.without.set_full_text(
            tr("No curves without probabilities: {without}", without=", ".join(without)) if without else ""
        )
        self.without.setVisible(bool(without))
        if not self._compared:
            self.state.show_state(
                "details", tr("No curves"), tr("Curves need probabilities, which these estimators have not.")
            )
            self.stack.setCurrentIndex(0)
            return
        self._fill_boxes()
        self.model.show_curves(self._compared)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        fit_columns(self.table)
        self.stack.setCurrentIndex(1)
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.chart.set_theme(theme)
        self.state.set_theme(theme)
        self.table_export.set_theme(theme)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.wanted.emit()

    @property
    def kind(self) -> Kind:
        """What is drawn."""
        return next(one for one in KINDS if one.key == pressed(self.kind_buttons))

    def _fill_boxes(self) -> None:
        names = [one.name for one in self._compared[0][1]]
        for box, entries in (
            (self.class_box, [ALL, *names]),
            (self.estimator_box, [name for name, _ in self._compared]),
        ):
            before = box.currentText()
            box.blockSignals(True)
            box.clear()
            box.addItems(entries)
            box.setCurrentIndex(max(box.findText(before), 0))
            box.blockSignals(False)

    def _draw(self) -> None:
        if not self._compared:
            return
        place = self.class_box.currentIndex() - 1
        self.estimator_box.setVisible(place < 0)
        if place < 0:
            self.chart.show_classes(self.kind, *self._compared[max(self.estimator_box.currentIndex(), 0)])
            return
        curves = [(at, name, found[place]) for at, (name, found) in zip(self._places, self._compared, strict=True)]
        self.chart.show_estimators(self.kind, self.class_box.currentText(), curves)

    def _choose(self, index: Index) -> None:
        """Draw the class of a row of the table."""
        if index.isValid():
            self.class_box.setCurrentIndex(self.proxy.mapToSource(index).row() + 1)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(UNIT // 2)
        for button in self.kind_buttons.values():
            top.addWidget(button)
        for box in (self.class_box, self.estimator_box):
            box.setMinimumWidth(16 * UNIT)
            top.addWidget(box, 1)
        below = QWidget()
        inner = QVBoxLayout(below)
        inner.setContentsMargins(0, 0, 0, 0)
        heading = QHBoxLayout()
        heading.addWidget(self.without, 1)
        heading.addStretch(0)
        heading.addWidget(self.table_export)
        inner.addLayout(heading)
        inner.addWidget(self.table, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(top)
        column.addWidget(split(Qt.Orientation.Vertical, self.chart, below, (40, 26), grows=0), 1)
        column.addWidget(self.said)
        self.stack.addWidget(self.state)
        self.stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        outer.addWidget(self.stack)
