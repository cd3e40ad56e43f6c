"""A column drawn four ways: how often which number, means by class, densities by class, violins by class."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem, QGridLayout, QWidget

from core.exploration.density import density, histogram, shared_axis
from core.exploration.summaries import class_means
from core.language import local_number, tr
from desktop.training.charts.chart import Chart, series_pen, translucent
from desktop.training.charts.export_button import Dialog, Table
from desktop.training.turns import Turns
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import UNIT, Theme, genre_colour

if TYPE_CHECKING:
    from core.exploration.summaries import ClassMean

Groups = "Sequence[tuple[str, NDArray[np.float64]]]"
MOST_NAMES: Final = 14


class ColumnChart(Chart):
    """Draws the numbers of a column by class; a subclass says how."""

    def __init__(self, title: str, dialog: Dialog) -> None:
        super().__init__(title, dialog)
        self.kind = title
        self.column, self.unit = "", ""
        self.names_classes = True
        """Whether the chart itself says which colour is which class, and which column it shows."""
        self.groups: list[tuple[str, NDArray[np.float64]]] = []
        self.plot.setMouseEnabled(x=False, y=False)
        self.setMinimumHeight(22 * UNIT)
        self.set_table(self.as_table)

    def show_column(self, column: str, unit: str, groups: "Sequence[tuple[str, NDArray[np.float64]]]") -> None:
        """Show a column."""
        self.column, self.unit, self.groups = column, unit, list(groups)
        self.set_title(tr("{kind} of {column}", kind=self.kind, column=column))
        self._redraw()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "groups"):
            self._redraw()

    def _redraw(self) -> None:
        self.item.clear()
        if self.groups:
            self.draw()

    def draw(self) -> None:
        """Draw `groups`."""
        raise NotImplementedError

    def as_table(self) -> Table:
        """Return the content of the chart as a table."""
        raise NotImplementedError

    @property
    def names(self) -> list[str]:
        """The classes."""
        return [name for name, _ in self.groups]

    @property
    def axis_name(self) -> str:
        """The column with its unit; the unit alone where something else names the column."""
        if not self.names_classes:
            return self.unit
        return f"{self.column} ({self.unit})" if self.unit else self.column

    def colour(self, name: str) -> str:
        """Of a class."""
        return genre_colour(name, self.names, self.theme)

    def name_classes(self, names: Sequence[str]) -> None:
        """Write classes below their places; of many only as many as can be read."""
        step = max(1, -(-len(names) // MOST_NAMES))
        if not self.names_classes:
            self.item.getAxis("bottom").setTicks([])
            self.item.setXRange(-0.7, max(len(names), 1) - 0.3, padding=0)
            return
        room = max(5, 70 // max(len(names[::step]), 1))
        ticks = [
            (place, name if len(name) <= room else f"{name[: room - 1]}…")
            for place, name in enumerate(names)
            if place % step == 0
        ]
        self.item.getAxis("bottom").setTicks([ticks])
        self.item.setXRange(-0.7, max(len(names), 1) - 0.3, padding=0)


class HistogramChart(ColumnChart):
    """How often which number occurs, all classes together."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__(tr("Distribution"), dialog)

    def draw(self) -> None:
        edges, counts = self._bins()
        if len(counts):
            bars = pg.BarGraphItem(
                x0=edges[:-1], x1=edges[1:], height=counts, brush=self.theme.accent, pen=pg.mkPen(self.theme.surface)
            )
            self.item.addItem(bars)
        self.item.setLabel("bottom", self.axis_name)
        self.item.setLabel("left", tr("rows"))
        self.item.enableAutoRange()

    def as_table(self) -> Table:
        edges, counts = self._bins()
        return ["from", "to", "rows"], [
            [float(a), float(b), int(n)] for a, b, n in zip(edges[:-1], edges[1:], counts, strict=True)
        ]

    def _bins(self) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        numbers = [one for _, one in self.groups if len(one)]
        return histogram(np.concatenate(numbers)) if numbers else histogram(np.empty(0))


class MeansChart(ColumnChart):
    """Means as bars with 95 % intervals (Student's t)."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__(tr("Means with 95 % intervals"), dialog)

    def draw(self) -> None:
        means = self._means()
        place = {name: number for number, name in enumerate(self.names)}
        for one in means:
            bar = pg.BarGraphItem(
                x=[place[one.name]], height=[one.mean], width=0.7, brush=self.colour(one.name), pen=None
            )
            self.item.addItem(bar)
        known = [one for one in means if np.isfinite(one.low)]
        if known:
            self.item.addItem(
                pg.ErrorBarItem(
                    x=np.array([place[one.name] for one in known], dtype=float),
                    y=np.array([one.mean for one in known]),
                    height=np.array([one.high - one.low for one in known]), beam=0.25, pen=pg.mkPen(self.theme.text),
                )
            )  # fmt: skip
        self.item.setLabel("left", self.axis_name)
        self.item.enableAutoRange(axis="y")
        self.name_classes(self.names)

    def as_table(self) -> Table:
        return ["class", "rows", "mean", "low", "high"], [
            [one.name, one.count, one.mean, one.low, one.high] for one in self._means()
        ]

    def _means(self) -> "list[ClassMean]":
        return class_means(self.groups)


class DensityChart(ColumnChart):
    """One smooth curve a class."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__(tr("Densities"), dialog)

    def draw(self) -> None:
        few = self.groups if len(self.groups) <= MOST_NAMES and self.names_classes else []
        self.show_legend((name, self.colour(name)) for name, _ in few)
        x = shared_axis([one for _, one in self.groups])
        for name, numbers in self.groups:
            found = density(numbers, x)
            if found is not None:
                colour = self.colour(name)
                self.item.plot(
                    found.x, found.y, pen=series_pen(colour, 1.6), fillLevel=0, brush=translucent(colour, 0.10),
                )  # fmt: skip
        self.item.setLabel("bottom", self.axis_name)
        self.item.getAxis("left").setStyle(showValues=False)
        self.item.enableAutoRange()

    def as_table(self) -> Table:
        x = shared_axis([one for _, one in self.groups])
        found = [(name, density(numbers, x)) for name, numbers in self.groups]
        rows = [
            [name, float(a), float(b)]
            for name, one in found
            if one is not None
            for a, b in zip(one.x, one.y, strict=True)
        ]
        return ["class", self.column, "density"], rows


class ViolinChart(ColumnChart):
    """One violin a class, with its median and quartiles."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__(tr("Violins"), dialog)

    def draw(self) -> None:
        y = shared_axis([one for _, one in self.groups])
        for place, (name, numbers) in enumerate(self.groups):
            found = density(numbers, y)
            if found is not None and found.y.max() > 0:
                self._draw_violin(place, found.x, 0.42 * found.y / found.y.max(), self.colour(name))
            if len(numbers):
                low, middle, high = np.percentile(numbers, (25, 50, 75))
                self.item.plot([place, place], [low, high], pen=series_pen(self.theme.text, 3.0))
                self.item.plot([place], [middle], pen=None, symbol="o", symbolSize=6,
                               symbolBrush=self.theme.surface, symbolPen=self.theme.text)  # fmt: skip
        self.item.setLabel("left", self.axis_name)
        self.item.enableAutoRange(axis="y")
        self.name_classes(self.names)

    def as_table(self) -> Table:
        rows = []
        for name, numbers in self.groups:
            if len(numbers):
                rows.append([name, len(numbers), *(float(one) for one in np.percentile(numbers, (0, 25, 50, 75, 100)))])
        return ["class", "rows", "least", "lower_quartile", "median", "upper_quartile", "most"], rows

    def _draw_violin(self, place: int, y: NDArray[np.float64], half: NDArray[np.float64], colour: str) -> None:
        path = QPainterPath()
        path.moveTo(place + half[0], y[0])
        for wide, at in zip(half[1:], y[1:], strict=True):
            path.lineTo(place + wide, at)
        for wide, at in zip(half[::-1], y[::-1], strict=True):
            path.lineTo(place - wide, at)
        path.closeSubpath()
        shape = QGraphicsPathItem(path)
        shape.setPen(pg.mkPen(QColor(colour), width=1))
        shape.setBrush(pg.mkBrush(translucent(colour, 0.55)))
        self.item.addItem(shape)


class ColumnCharts(QWidget):
    """All four together."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.charts: list[ColumnChart] = [
            HistogramChart(dialog), MeansChart(dialog), DensityChart(dialog), ViolinChart(dialog)
        ]  # fmt: skip
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2 * UNIT)
        for place, chart in enumerate(self.charts):
            grid.addWidget(chart, place // 2, place % 2, Qt.AlignmentFlag(0))
        self._turns = Turns(self)
        self.constant = StatePage()
        grid.addWidget(self.constant, 0, 0, 2, 2)

    def show_column(self, column: str, unit: str, groups: "Sequence[tuple[str, NDArray[np.float64]]]") -> None:
        """Show a column in all four."""
        numbers = np.concatenate([one for _, one in groups]) if groups else np.empty(0)
        known = numbers[np.isfinite(numbers)]
        is_constant = not len(known) or bool(np.ptp(known) == 0)
        if is_constant:
            value = f"{local_number(known[0], ',.6g')}{f' {unit}' if unit else ''}" if len(known) else ""
            said = tr("{value} in every row; nothing to draw.", value=value) if value else tr("No value in any row.")
            self.constant.show_state(
                "details",
                tr("{column} is constant", column=column) if value else tr("{column} is empty", column=column),
                said,
            )
        self.constant.setVisible(is_constant)
        for chart in self.charts:
            chart.setVisible(not is_constant)
        shown = [] if is_constant else self.charts
        steps = [partial(chart.show_column, column, unit, groups) for chart in shown]
        self._turns.begin(steps, len(known))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.constant.set_theme(theme)
        for chart in self.charts:
            chart.set_theme(theme)
