"""The map of the data: one dot per row in the colour of its class; a click names the row and plays its song."""

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from core.dataset.dataset import Dataset
from core.language import tr
from desktop.training.charts.chart import Chart, translucent
from desktop.training.charts.export_button import Dialog, Table
from desktop.widgets.basic import label, scroll_area
from desktop.widgets.theme import UNIT, Theme, genre_colour

if TYPE_CHECKING:
    from core.exploration.song_map import Scatter, SongMap

NEAR_PIXELS: Final = 12.0
BIG_MAP: Final = 2000
PLAYS: Final = tr(" Click a dot to play its song.")
ABOUT: Final = tr("Each dot is a row; near dots have similar features.{plays}", plays=PLAYS)
WAITING: Final = tr("Drawing the map, once nothing else runs…")


class MapChart(Chart):
    """The dots. The wheel zooms, dragging pans."""

    pointed = Signal(int)
    """Row of the data under the pointer; -1 for none."""
    chosen = Signal(int)

    def __init__(self, dialog: Dialog) -> None:
        super().__init__(tr("Map"), dialog)
        self._dataset: Dataset | None = None
        self._map: SongMap | Scatter | None = None
        self._hidden: set[int] = set()
        self._row = -1
        self.item.showGrid(x=True, y=True, alpha=0.12)
        self.plot.scene().sigMouseMoved.connect(self._follow)
        self.plot.scene().sigMouseClicked.connect(self._take_click)
        self.set_table(self._as_table)

    def show_map(self, dataset: Dataset | None, found: "SongMap | Scatter | None") -> None:
        """Show a map of these data."""
        self._dataset, self._map, self._row = dataset, found, -1
        self._hidden = set()
        self._draw()
        self.item.enableAutoRange()

    def hide_class(self, number: int, hidden: bool) -> None:
        """Leave a class out of the picture, or draw it again."""
        (self._hidden.add if hidden else self._hidden.discard)(number)
        self._draw()

    def choose(self, row: int) -> None:
        """Mark a song."""
        self._row = row
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "_map"):
            self._draw()

    def row_near(self, place: QPointF) -> int:
        """Return the row nearest to a place of the scene, or -1 if none is near enough."""
        found, dataset = self._map, self._dataset
        if found is None or dataset is None or not len(found.rows):
            return -1
        box: Any = self.item.getViewBox()
        at, size = box.mapSceneToView(place), box.viewPixelSize()
        away = np.hypot((found.points[:, 0] - at.x()) / size[0], (found.points[:, 1] - at.y()) / size[1])
        away[np.isin(dataset.y[found.rows], list(self._hidden))] = np.inf
        nearest = int(np.argmin(away))
        return int(found.rows[nearest]) if away[nearest] <= NEAR_PIXELS else -1

    def _draw(self) -> None:
        self.item.clear()
        found, dataset = self._map, self._dataset
        if found is None or dataset is None:
            return
        size = 7 if len(found.rows) <= BIG_MAP else 4
        for number, name in enumerate(dataset.classes):
            inside = dataset.y[found.rows] == number
            if number not in self._hidden and inside.any():
                colour = genre_colour(name, dataset.classes, self.theme)
                dots = pg.ScatterPlotItem(
                    found.points[inside, 0], found.points[inside, 1], size=size, pen=None,
                    brush=pg.mkBrush(translucent(colour, 0.75)),
                )  # fmt: skip
                self.item.addItem(dots)
        if self._row in found.rows:
            x, y = found.points[int(np.flatnonzero(found.rows == self._row)[0])]
            ring = pg.ScatterPlotItem([x], [y], size=16, pen=pg.mkPen(self.theme.playhead, width=2.5), brush=None)
            self.item.addItem(ring)
        for side, words in zip(("bottom", "left"), found.axes, strict=True):
            self.item.setLabel(side, words)

    def _follow(self, place: QPointF) -> None:
        self.pointed.emit(self.row_near(place))

    def _take_click(self, event: Any) -> None:
        row = self.row_near(event.scenePos())
        if row >= 0:
            self.choose(row)
            self.chosen.emit(row)

    def _as_table(self) -> Table:
        found, dataset = self._map, self._dataset
        if found is None or dataset is None:
            return (), ()
        return ["row", "class", "x", "y"], [
            [dataset.row_names[row], dataset.classes[dataset.y[row]], float(x), float(y)]
            for row, (x, y) in zip(found.rows, found.points, strict=True)
        ]


class MapView(QWidget):
    """The chart, the classes to show or hide, and what is under the pointer."""

    heard = Signal(int)
    """Row of the data that was clicked."""

    def __init__(self, dialog: Dialog, about: str = ABOUT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = about
        self.chart = MapChart(dialog)
        self.said = label("", "muted", wrap=True)
        self._dataset: Dataset | None = None
        self._note = ""
        self.boxes: list[QCheckBox] = []
        self._legend = QWidget()
        self._column = QVBoxLayout(self._legend)
        self._column.setContentsMargins(UNIT, 0, UNIT, 0)
        self._column.addStretch(1)
        area = scroll_area(self._legend, tr("Classes"), horizontal=True)
        area.setFixedWidth(20 * UNIT)
        row = QHBoxLayout()
        row.addWidget(self.chart, 1)
        row.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addLayout(row, 1)
        column.addWidget(self.said)
        self.chart.pointed.connect(self._tell)
        self.chart.chosen.connect(self._choose)

    def show_map(self, dataset: Dataset | None, found: "SongMap | Scatter | None") -> None:
        """Show a map of these data; None while there is none."""
        self._dataset = dataset if found is not None else None
        self.chart.show_map(self._dataset, found)
        self._fill_legend()
        has_audio = dataset is not None and any(dataset.locations)
        self._note = self._about if has_audio else self._about.removesuffix(PLAYS)
        if found is not None and len(found.rows) < found.n_rows:
            self._note += tr(" {n_drawn:,} of {n_rows:,} rows are drawn.", n_drawn=len(found.rows), n_rows=found.n_rows)
        self.said.setText(self._note if found is not None else WAITING)

    def add_note(self, words: str) -> None:
        """Add to what is said while nothing is under the pointer."""
        self._note += words
        self.said.setText(self._note)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.chart.set_theme(theme)
        self._paint_legend()
        self.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }")

    def _fill_legend(self) -> None:
        for box in self.boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []
        classes = () if self._dataset is None else self._dataset.classes
        for number, name in enumerate(classes):
            box = QCheckBox(name)
            box.setChecked(True)
            box.setToolTip(name)
            box.toggled.connect(lambda on, number=number: self.chart.hide_class(number, not on))
            self.boxes.append(box)
            self._column.insertWidget(self._column.count() - 1, box)
        self._paint_legend()

    def _paint_legend(self) -> None:
        classes = () if self._dataset is None else self._dataset.classes
        for box, name in zip(self.boxes, classes, strict=True):
            dot = pg.QtGui.QPixmap(12, 12)
            dot.fill(pg.QtGui.QColor(genre_colour(name, classes, self.chart.theme)))
            box.setIcon(pg.QtGui.QIcon(dot))

    def _tell(self, row: int) -> None:
        if self._dataset is None:
            return
        self.said.setText(self._note if row < 0 else self._words(row))

    def _choose(self, row: int) -> None:
        self._note = self._words(row)
        self.said.setText(self._note)
        self.heard.emit(row)

    def _words(self, row: int) -> str:
        assert self._dataset is not None
        name = f"{self._dataset.row_names[row]}, {self._dataset.classes[self._dataset.y[row]]}"
        group = "" if self._dataset.groups is None else f", {self._dataset.group_names[self._dataset.groups[row]]}"
        silent = "" if self._dataset.locations[row] is not None else tr(". No audio: a row of a table.")
        return f"{name}{group}{silent}"
