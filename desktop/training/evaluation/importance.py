"""Permutation importance of groups of columns on held-out rows, with a forest's own importance."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.training.charts.chart import SERIES_COLOURS, Chart
from desktop.training.charts.export_button import Dialog, Table
from desktop.widgets.basic import label, push_button
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.explanation.importance import Importance

ABOUT: Final = (
    "Permutation importance: the columns of one kind of feature are shuffled together on held-out rows; bars show the "
    "accuracy lost. Takes one fit for each fold."
)
NOT_YET: Final = "Shows which kinds of features this estimator relies on. Takes some seconds."
IMPURITY: Final = (
    "Orange: impurity importance, as in the study. It favours columns with many values and is shared between "
    "correlated columns; rely on the blue bars."
)


class ImportanceChart(Chart):
    """The most important on top."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__("Permutation importance", dialog)
        self._found: list[Importance] = []
        self.plot.setMouseEnabled(x=False, y=False)
        self.item.showGrid(x=True, alpha=0.15)
        self.item.getViewBox().invertY(True)
        self.set_table(self._as_table)

    def show_importances(self, found: "Sequence[Importance]") -> None:
        """Show these, in their order."""
        self._found = list(found)
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "_found"):
            self._draw()

    def _draw(self) -> None:
        self.item.clear()
        found, has_own = self._found, any(one.impurity is not None for one in self._found)
        names = ("accuracy lost on held-out rows", "impurity importance")[: 1 + has_own]
        self.show_legend(zip(names, SERIES_COLOURS, strict=False))
        places = np.arange(len(found), dtype=float)
        thick = 0.36 if has_own else 0.7
        y = places - (0.2 if has_own else 0.0)
        lost = np.array([one.permutation for one in found])
        spread = np.array([one.spread for one in found])
        blue, orange = SERIES_COLOURS[0], SERIES_COLOURS[1]
        self.item.addItem(pg.BarGraphItem(x0=0, y=y, height=thick, width=lost, brush=blue, pen=None))
        if len(found):
            pen = pg.mkPen(self.theme.text_muted)
            self.item.addItem(pg.ErrorBarItem(x=lost, y=y, left=spread, right=spread, beam=0.15, pen=pen))
        if has_own:
            own = [one.impurity or 0.0 for one in found]
            self.item.addItem(pg.BarGraphItem(x0=0, y=places + 0.2, height=thick, width=own, brush=orange, pen=None))
        self.item.getAxis("left").setTicks([[(place, one.group.name) for place, one in enumerate(found)]])
        self.item.setYRange(-0.7, max(len(found), 3) - 0.3, padding=0)
        self.item.enableAutoRange(axis="x")

    def _as_table(self) -> Table:
        columns = ["group", "accuracy_lost", "spread", "impurity", "columns"]
        return columns, [
            [one.group.name, one.permutation, one.spread, one.impurity, " ".join(one.group.columns)]
            for one in self._found
        ]


class ImportanceView(QWidget):
    """A button until it was computed, then the chart."""

    requested = Signal()

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = ImportanceChart(dialog)
        self.about = label(ABOUT, "muted", wrap=True)
        self.button = push_button("Measure importance", self.requested.emit, "primary")
        self.said = label("", "muted", wrap=True)
        self.stack = QStackedWidget()
        self.state = StatePage()
        self.state.show_state("details", "Not measured yet", NOT_YET)
        self.stack.addWidget(self.state)
        self.stack.addWidget(self.chart)
        top = QHBoxLayout()
        top.addWidget(self.about, 1)
        top.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.said)

    def show_importances(self, name: str, found: "Sequence[Importance] | None") -> None:
        """Show what was found for an estimator; None where nothing was computed for it yet."""
        self.stack.setCurrentIndex(0 if found is None else 1)
        if found is None:
            self.said.setText("")
            return
        self.chart.set_title(f"Permutation importance for {name}")
        self.chart.show_importances(found)
        self.said.setText(IMPURITY if any(one.impurity is not None for one in found) else "")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.chart.set_theme(theme)
        self.state.set_theme(theme)
