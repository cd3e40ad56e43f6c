"""Six columns at once, as the study shows its own: means, densities, violins or distributions by class."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QStringListModel, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.dataset.dataset import Dataset
from core.exploration.summaries import by_class
from core.features.columns import UNITS
from core.language import tr
from desktop.training.charts.chart import legend_lines
from desktop.training.charts.export_button import Dialog, ExportButton, Table
from desktop.training.explore.charts import (
    MOST_NAMES,
    ColumnChart,
    DensityChart,
    HistogramChart,
    MeansChart,
    ViolinChart,
)
from desktop.training.frames import choices, pressed
from desktop.training.turns import Turns
from desktop.widgets.basic import label
from desktop.widgets.theme import LIGHT, UNIT, Theme, genre_colour

SIX: Final = (
    "chroma_stft_mean", "rms_mean", "spectral_centroid_mean", "rolloff_mean", "spectral_bandwidth_mean",
    "zero_crossing_rate_mean",
)  # fmt: skip
"""What the study shows; other data begin with their first six columns."""

WAYS: Final[dict[str, tuple[str, Callable[[Dialog], ColumnChart]]]] = {
    "means": (tr("Means"), MeansChart),
    "densities": (tr("Densities"), DensityChart),
    "violins": (tr("Violins"), ViolinChart),
    "distributions": (tr("Distributions"), HistogramChart),
}
ACROSS: Final = 3


class Cell(QWidget):
    """One column, chosen from a list, drawn in each of the ways once that is asked for."""

    def __init__(self, names: QStringListModel, dialog: Dialog) -> None:
        super().__init__()
        self._dialog = dialog
        self._dataset: Dataset | None = None
        self._theme = LIGHT
        self.way = "means"
        self.box = QComboBox()
        self.box.setModel(names)
        self.box.setAccessibleName(tr("Column"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.charts: dict[str, ColumnChart] = {}
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self.stack, 1)
        self.box.activated.connect(lambda _: self.draw())

    @property
    def chart(self) -> ColumnChart:
        """What is drawn now."""
        if self.way not in self.charts:
            chart = WAYS[self.way][1](self._dialog)
            chart.names_classes = False
            chart.title.hide()  # the list above it names the column
            chart.setMinimumHeight(16 * UNIT)
            chart.set_theme(self._theme)
            self.charts[self.way] = chart
            self.stack.addWidget(chart)
        return self.charts[self.way]

    def take_data(self, dataset: Dataset | None, column: str) -> None:
        """Take a column of other data, to be drawn."""
        self._dataset = dataset
        self.box.setCurrentText(column)

    def draw(self) -> None:
        """Draw the chosen column in the chosen way."""
        name = self.box.currentText()
        self.stack.setCurrentWidget(self.chart)
        if self._dataset is not None and name in self._dataset.columns:
            self.chart.show_column(name, UNITS.get(name, ""), by_class(self._dataset, name))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for chart in self.charts.values():
            chart.set_theme(theme)


class Grid(QWidget):
    """The six cells, drawn into one picture without their buttons."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        super().__init__()
        self._cells = cells
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(UNIT)
        for place, cell in enumerate(cells):
            grid.addWidget(cell, place // ACROSS, place % ACROSS)

    def set_plain(self, plain: bool) -> None:
        """Leave out lists and buttons, or show them again."""
        for cell in self._cells:
            for part in (cell.box, cell.chart.export_button):
                part.setVisible(not plain)
            cell.chart.title.setText(cell.box.currentText())
            cell.chart.title.setVisible(plain)

    def drawn_area(self) -> QRectF:
        """All of it."""
        return QRectF(self.rect())


class SixColumns(QWidget):
    """Two rows of three charts with one legend."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._drawn: Dataset | None = None
        self._theme = LIGHT
        self._names = QStringListModel(self)
        self._turns = Turns(self)
        self.way_buttons = choices({key: title for key, (title, _) in WAYS.items()})
        self.way_buttons["means"].setChecked(True)
        self.cells = [Cell(self._names, dialog) for _ in range(2 * ACROSS)]
        self.grid = Grid(self.cells)
        self.export_button = ExportButton(tr("Six columns"), self.grid, dialog, self._as_table)
        self.legend = label("", "muted", wrap=True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self._arrange()
        for button in self.way_buttons.values():
            button.clicked.connect(lambda _=False: self._take_way())

    def show_data(self, dataset: Dataset | None) -> None:
        """Take other data; they are drawn when they are looked at."""
        self._dataset = dataset
        self.draw_if_seen()

    def draw_if_seen(self) -> None:
        """Draw what has not been drawn yet, once it is visible."""
        dataset = self._dataset
        if dataset is None or dataset is self._drawn or not self.isVisible():
            return
        self._drawn = dataset
        before = [cell.box.currentText() for cell in self.cells]
        self._names.setStringList(list(dataset.columns))
        keeps = any(before) and all(name in dataset.columns for name in before)
        columns = before if keeps else first_six(dataset.columns)
        for cell, name in zip(self.cells, columns, strict=False):
            cell.take_data(dataset, name)
        self._draw(self.cells[: len(columns)])
        for place, cell in enumerate(self.cells):
            cell.setVisible(place < len(columns))
        self._show_legend()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.export_button.set_theme(theme)
        for cell in self.cells:
            cell.set_theme(theme)
        self._show_legend()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw_if_seen()

    def _take_way(self) -> None:
        for cell in self.cells:
            cell.way = pressed(self.way_buttons)
        self._draw([cell for cell in self.cells if not cell.isHidden()])

    def _draw(self, cells: Sequence[Cell]) -> None:
        """Draw cells; of many rows one after the other, so that the window answers in between."""
        self._turns.begin([cell.draw for cell in cells], 0 if self._dataset is None else len(self._dataset))

    def _show_legend(self) -> None:
        classes = () if self._dataset is None else self._dataset.classes
        few = classes if len(classes) <= MOST_NAMES else ()
        self.legend.setText("<br>".join(legend_lines((one, genre_colour(one, classes, self._theme)) for one in few)))
        self.legend.setVisible(bool(few))

    def _as_table(self) -> Table:
        """Return the tables of all six, one below the other, each row with its column."""
        shown = [cell.chart for cell in self.cells if not cell.isHidden()]
        heading = list(shown[0].as_table()[0]) if shown else []
        heading = ["value" if shown and one == shown[0].column else one for one in heading]
        return ["column", *heading], [[chart.column, *row] for chart in shown for row in chart.as_table()[1]]

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(UNIT // 2)
        for button in self.way_buttons.values():
            top.addWidget(button)
        top.addStretch(1)
        top.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        column.addLayout(top)
        column.addWidget(self.legend)
        column.addWidget(self.grid, 1)


def first_six(columns: Sequence[str]) -> list[str]:
    """Return the study's six where the data have them, else the first six columns."""
    return list(SIX) if all(name in columns for name in SIX) else list(columns[: 2 * ACROSS])
