"""Permutation importance on held-out rows, with a forest's own importance: of kinds of features, or of columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.language import tr
from desktop.training.charts.chart import MEASURES, Chart, elided_middle
from desktop.training.charts.export_button import Dialog, Table
from desktop.training.frames import choices
from desktop.widgets.basic import label, push_button
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.explanation.importance import Importance

ABOUT: Final = tr(
    "Permutation importance: the columns of one kind of feature are shuffled together on held-out "
    "rows; bars show the accuracy lost. Takes one fit for each fold."
)
ABOUT_COLUMNS: Final = tr(
    "The fifteen most important columns of the first two estimators. Correlated columns stand in for "
    "each other, so each by itself looks less important than its kind."
)
NOT_YET: Final = tr("Shows which features the estimators rely on. Takes some seconds.")
MOST: Final = 15
"""That are drawn, as many as the study draws."""
IMPURITY: Final = tr(
    "Grey: impurity importance, as in the study. It favours columns with many values and is shared "
    "between correlated columns; rely on the purple bars."
)


class ImportanceChart(Chart):
    """The most important on top; at most so many are drawn, the table has all."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__(tr("Permutation importance"), dialog)
        self._found: list[Importance] = []
        self._all: list[Importance] = []
        self.plot.setMouseEnabled(x=False, y=False)
        self.item.showGrid(x=True, alpha=0.15)
        self.item.getViewBox().invertY(True)
        self.set_table(self._as_table)

    def show_importances(self, found: "Sequence[Importance]") -> None:
        """Show the first of these, in their order."""
        self._all = list(found)
        self._found = self._all[:MOST]
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "_found"):
            self._draw()

    def _draw(self) -> None:
        self.item.clear()
        found, has_own = self._found, any(one.impurity is not None for one in self._found)
        names = (tr("accuracy lost"), tr("impurity importance"))[: 1 + has_own]
        self.show_legend(zip(names, MEASURES, strict=False))
        places = np.arange(len(found), dtype=float)
        thick = 0.36 if has_own else 0.7
        y = places - (0.2 if has_own else 0.0)
        lost = np.array([one.permutation for one in found])
        spread = np.array([one.spread for one in found])
        permuted, impurity = MEASURES[0], MEASURES[1]
        self.item.addItem(pg.BarGraphItem(x0=0, y=y, height=thick, width=lost, brush=permuted, pen=None))
        if len(found):
            pen = pg.mkPen(self.theme.text_muted)
            self.item.addItem(pg.ErrorBarItem(x=lost, y=y, left=spread, right=spread, beam=0.15, pen=pen))
        if has_own:
            own = [one.impurity or 0.0 for one in found]
            self.item.addItem(pg.BarGraphItem(x0=0, y=places + 0.2, height=thick, width=own, brush=impurity, pen=None))
        self.item.getAxis("left").setTicks(
            [[(place, elided_middle(one.group.name)) for place, one in enumerate(found)]]
        )
        self.item.setYRange(-0.7, max(len(found), 3) - 0.3, padding=0)
        self.item.enableAutoRange(axis="x")

    def _as_table(self) -> Table:
        columns = ["group", "accuracy_lost", "spread", "impurity", "columns"]
        return columns, [
            [one.group.name, one.permutation, one.spread, one.impurity, " ".join(one.group.columns)]
            for one in self._all
        ]


class ImportanceView(QWidget):
    """A button until it was computed, then the charts: one for kinds of features, two side by side for columns."""

    requested = Signal()
    changed = Signal()
    """Something else is to be shown."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, list[Importance]]] = []
        self.charts = [ImportanceChart(dialog), ImportanceChart(dialog)]
        self.by_buttons = choices({"kinds": tr("Kinds of features"), "columns": tr("Columns")})
        self.by_buttons["kinds"].setChecked(True)
        self.order_buttons = choices({"permuted": tr("By accuracy lost"), "own": tr("By the model’s own importance")})
        self.order_buttons["permuted"].setChecked(True)
        self.about = label(ABOUT, "muted", wrap=True)
        self.button = push_button(tr("Measure importance"), self.requested.emit, "primary")
        self.said = label("", "muted", wrap=True)
        self.stack = QStackedWidget()
        self.state = StatePage()
        self.state.show_state("details", tr("Not measured yet"), NOT_YET)
        self._arrange()
        for button in self.by_buttons.values():
            button.clicked.connect(lambda _=False: self.changed.emit())
        for button in self.order_buttons.values():
            button.clicked.connect(lambda _=False: self._draw())

    @property
    def by_columns(self) -> bool:
        """Whether columns are weighed one by one."""
        return self.by_buttons["columns"].isChecked()

    def show_importances(self, found: "Sequence[tuple[str, Sequence[Importance]]] | None") -> None:
        """Show what was found for each of these estimators; None where nothing was computed for them yet."""
        self.about.setText(ABOUT_COLUMNS if self.by_columns else ABOUT)
        self._shown = [] if found is None else [(name, list(one)) for name, one in found]
        self.stack.setCurrentIndex(0 if found is None else 1)
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for chart in self.charts:
            chart.set_theme(theme)
        self.state.set_theme(theme)

    def _draw(self) -> None:
        has_own = any(one.impurity is not None for _, found in self._shown for one in found)
        for button in self.order_buttons.values():
            button.setVisible(has_own)
        by_own = has_own and self.order_buttons["own"].isChecked()
        for chart in self.charts[len(self._shown) :]:
            chart.hide()
        for chart, (name, found) in zip(self.charts, self._shown, strict=False):
            chart.set_title(tr("Importance for {name}", name=name))
            knows = by_own and any(one.impurity is not None for one in found)
            chart.show_importances(sorted(found, key=lambda one: -(one.impurity or 0.0)) if knows else found)
            chart.show()
        self.said.setText(IMPURITY if has_own else "")
        self.said.setVisible(has_own)

    def _arrange(self) -> None:
        charts = QWidget()
        row = QHBoxLayout(charts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        for chart in self.charts:
            row.addWidget(chart, 1)
        self.stack.addWidget(self.state)
        self.stack.addWidget(charts)
        top = QHBoxLayout()
        top.setSpacing(UNIT // 2)
        for button in self.by_buttons.values():
            top.addWidget(button)
        top.addSpacing(2 * UNIT)
        for button in self.order_buttons.values():
            top.addWidget(button)
        top.addStretch(1)
        top.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addLayout(top)
        column.addWidget(self.about)
        column.addWidget(self.stack, 1)
        column.addWidget(self.said)
