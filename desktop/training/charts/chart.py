"""A chart in the window's colours that can be taken away as a picture or a table."""

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.language import chosen
from desktop.training.charts.export_button import Dialog, ExportButton, Table
from desktop.widgets.basic import label
from desktop.widgets.theme import LIGHT, UNIT, Theme

SERIES_COLOURS: Final = ("#4c6fff", "#e8871e", "#1fa187", "#b34cc4", "#c0392b", "#7a8aa8")
"""Of series that are no genres; they can be told apart without seeing red and green apart."""

MEASURES: Final = ("#b34cc4", "#7a8aa8", "#c0392b", "#5b8c2a")
"""Of several numbers about one thing, where `SERIES_COLOURS` stand for estimators or protocols."""

LONGEST_NAME: Final = 28
LINE: Final = 84
"""Letters in a line of the legend, with six for each mark."""


class LocalAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis whose numbers are written as the language of the window writes them."""

    def tickStrings(self, values: Iterable[float], scale: float, spacing: float) -> list[str]:
        separators = chosen().separators
        return [text.translate(separators) for text in super().tickStrings(values, scale, spacing)]


class Chart(QWidget):
    """A title, a plot, and a button to export it. Subclasses and users draw into `plot`."""

    def __init__(self, title: str, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self._legend_series: list[tuple[str, str]] = []
        self._legend_letters = LINE
        self.title = label(title, "heading")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.plot: Any = pg.PlotWidget(
            background=None, enableMenu=False, axisItems={side: LocalAxis(side) for side in ("left", "bottom")}
        )
        self.plot.setAccessibleName(title)
        self.plot.hideButtons()
        self.plot.getPlotItem().setContentsMargins(0, 0, UNIT, 0)
        self.item: Any = self.plot.getPlotItem()
        for side in ("left", "bottom"):
            self.item.getAxis(side).enableAutoSIPrefix(False)  # "500 (x0.001)" is no way to write 0.5
        self.item.getAxis("left").geometryChanged.connect(self._fit_legend)  # long names leave less room
        self.item.ctrlMenu.hide()
        self.item.ctrlMenu.setParent(self)  # never shown; without a parent it outlives the chart
        self.export_button = ExportButton(title, self.plot, dialog)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignRight)  # also where there is no title beside it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(top)
        column.addWidget(self.plot, 1)
        self.set_theme(LIGHT)

    def set_title(self, title: str) -> None:
        """Set the title above the chart."""
        self.title.setText(title)
        self.title.setToolTip(title)
        self.export_button.title = title
        self.plot.setAccessibleName(title)

    def show_legend(self, series: Iterable[tuple[str, str]]) -> None:
        """Name series (name, colour) above the plot, where nothing covers them; a single one needs no name."""
        self._legend_series, self._legend_letters = list(series), self._room()
        lines = legend_lines(self._legend_series, self._legend_letters)
        if not lines:
            self.item.setTitle(None)
            return
        text = "<br>".join(lines)
        self.item.setTitle(text, color=self.theme.text_muted, size="9pt", justify="left")
        height = len(lines) * (self.fontMetrics().height() + 2) + UNIT // 2
        self.item.titleLabel.setMaximumHeight(height)
        self.item.layout.setRowFixedHeight(0, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_legend()

    def _fit_legend(self) -> None:
        """Break the legend to the width: pyqtgraph would push the plot out of sight to make room for it."""
        if self._legend_series and self._room() != self._legend_letters:
            self.show_legend(self._legend_series)
            self.item.setGeometry(QRectF(self.plot.rect()))  # it was laid out around the former legend

    def _room(self) -> int:
        """Return how many letters a line of the legend has room for."""
        pixels = self.width() - self.item.getAxis("left").width()
        return max(LONGEST_NAME, min(LINE, int(pixels / self.fontMetrics().averageCharWidth())))

    def table(self) -> Table:
        """Return what an export as CSV writes."""
        table = self.export_button.table
        return table() if table is not None else ((), ())

    def set_table(self, table: Callable[[], Table]) -> None:
        """Set the function that returns what an export as CSV writes."""
        self.export_button.table = table

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; a subclass draws its content again."""
        self.theme = theme
        self.export_button.set_theme(theme)
        self.plot.setBackground(theme.surface)
        for side in ("left", "bottom"):
            axis = self.item.getAxis(side)
            axis.setPen(pg.mkPen(theme.border))
            axis.setTextPen(pg.mkPen(theme.text_muted))
            axis.setStyle(tickLength=4)

    def export(self, path: Path) -> None:
        """Write the chart as its suffix says: .png, .svg or .csv; whole or not at all."""
        self.export_button.export(path)


def legend_lines(series: Iterable[tuple[str, str]], letters: int = LINE) -> list[str]:
    """Names with their colours, as lines of rich text; nothing for one alone, which needs no name."""
    named = [(elided_name(name), colour) for name, colour in series]
    if len(named) < 2:
        return []
    lines: list[list[str]] = [[]]
    used = 0
    for name, colour in named:
        used += len(name) + 6
        if used > letters and lines[-1]:
            lines.append([])
            used = len(name) + 6
        lines[-1].append(f'<span style="color: {colour}">■</span>&nbsp;{escape(name).replace(" ", "&nbsp;")}')
    return ["&nbsp;&nbsp;&nbsp; ".join(line) for line in lines]


def elided_name(name: str) -> str:
    """Return a name, elided to what a legend has room for."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def elided_middle(name: str) -> str:
    """Return the name of a column, elided where it says least: its end tells the statistic, or the category."""
    end = LONGEST_NAME // 2
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - end - 1]}…{name[-end:]}"


def series_pen(colour: str, width: float = 2.0, *, dashed: bool = False) -> Any:
    """Return the pen of a line."""
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    return pg.mkPen(colour, width=width, style=style)


def translucent(colour: str, opacity: float) -> QColor:
    """Return a colour at an opacity in [0, 1]."""
    made = QColor(colour)
    made.setAlphaF(opacity)
    return made
