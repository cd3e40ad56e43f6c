"""A chart in the window's colours that can be taken away as a picture or a table."""

import csv
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.atomic import replacing
from desktop.icons import themed_icon
from desktop.theme import LIGHT, UNIT, Theme
from desktop.widgets import label

SERIES_COLOURS: Final = ("#4c6fff", "#e8871e", "#1fa187", "#b34cc4", "#c0392b", "#7a8aa8")
"""Of series that are no genres; they can be told apart without seeing red and green apart."""

EXPORT_WIDTH: Final = 1600
LONGEST_NAME: Final = 28
LINE: Final = 84
"""Letters in a line of the legend, with six for each mark."""

Table = tuple[Sequence[str], Sequence[Sequence[object]]]
"""Column names and rows behind a chart."""

Dialog = Callable[[str, QFileDialog.FileMode], QFileDialog]


class Chart(QWidget):
    """A title, a plot, and a button to export it. Subclasses and users draw into `plot`."""

    def __init__(self, title: str, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dialog = dialog
        self._table: Callable[[], Table] | None = None
        self.theme = LIGHT
        self.title = label(title, "heading")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.plot: Any = pg.PlotWidget(background=None, enableMenu=False)
        self.plot.setAccessibleName(title)
        self.plot.hideButtons()
        self.plot.getPlotItem().setContentsMargins(0, 0, UNIT, 0)
        self.item: Any = self.plot.getPlotItem()
        self.item.ctrlMenu.hide()
        self.item.ctrlMenu.setParent(self)  # never shown; without a parent it outlives the chart
        self.export_button = QToolButton()
        self.export_button.setToolTip("Export this chart")
        self.export_button.setAccessibleName(f"Export {title}")
        self.export_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.export_button)
        menu.addAction("Picture (PNG)…", lambda: self._ask("png"))
        menu.addAction("Drawing (SVG)…", lambda: self._ask("svg"))
        menu.addAction("Table (CSV)…", lambda: self._ask("csv"))
        self.export_button.setMenu(menu)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(top)
        column.addWidget(self.plot, 1)
        self.set_theme(LIGHT)

    def set_title(self, title: str) -> None:
        """What is drawn."""
        self.title.setText(title)
        self.title.setToolTip(title)
        self.plot.setAccessibleName(title)

    def show_legend(self, series: Iterable[tuple[str, str]]) -> None:
        """Name series (name, colour) above the plot, where nothing lies upon them; one alone needs no name."""
        named = [
            (name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…", colour) for name, colour in series
        ]
        if len(named) < 2:
            self.item.setTitle(None)
            return
        lines: list[list[str]] = [[]]
        used = 0
        for name, colour in named:
            used += len(name) + 6
            if used > LINE and lines[-1]:
                lines.append([])
                used = len(name) + 6
            lines[-1].append(f'<span style="color: {colour}">■</span>&nbsp;{escape(name).replace(" ", "&nbsp;")}')
        text = "<br>".join("&nbsp;&nbsp;&nbsp; ".join(line) for line in lines)
        self.item.setTitle(text, color=self.theme.text_muted, size="9pt", justify="left")
        height = len(lines) * (self.fontMetrics().height() + 2) + UNIT // 2
        self.item.titleLabel.setMaximumHeight(height)
        self.item.layout.setRowFixedHeight(0, height)

    def table(self) -> Table:
        """What an export as CSV writes."""
        return self._table() if self._table is not None else ((), ())

    def set_table(self, table: Callable[[], Table]) -> None:
        """What an export as CSV writes."""
        self._table = table

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; what was drawn has to be drawn again by whoever drew it."""
        self.theme = theme
        self.export_button.setIcon(themed_icon("export", theme))
        self.plot.setBackground(theme.surface)
        for side in ("left", "bottom"):
            axis = self.item.getAxis(side)
            axis.setPen(pg.mkPen(theme.border))
            axis.setTextPen(pg.mkPen(theme.text_muted))
            axis.setStyle(tickLength=4)

    def export(self, path: Path) -> None:
        """Write the chart as its suffix says: .png, .svg or .csv; whole or not at all."""
        kind = path.suffix.casefold()
        with replacing(path) as part:
            if kind == ".csv":
                self._write_table(part)
            elif kind == ".svg":
                self._draw_svg(part)
            else:
                writer = QImageWriter(str(part))
                writer.setFormat(QByteArray(b"png"))
                writer.write(self._draw_image())

    def _draw_image(self) -> QImage:
        seen = self.plot.viewport().rect()
        scale = max(EXPORT_WIDTH / max(seen.width(), 1), 1.0)
        image = QImage(seen.size() * scale, QImage.Format.Format_RGB32)
        image.fill(QColor(self.theme.surface))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.plot.render(painter)
        painter.end()
        return image

    def _draw_svg(self, path: Path) -> None:
        seen = self.plot.viewport().rect()
        drawing = QSvgGenerator()
        drawing.setFileName(str(path))
        drawing.setSize(seen.size())
        drawing.setViewBox(seen)
        drawing.setTitle(self.title.text())
        painter = QPainter(drawing)
        painter.fillRect(seen, QColor(self.theme.surface))
        self.plot.render(painter)
        painter.end()

    def _write_table(self, path: Path) -> None:
        columns, rows = self.table()
        with path.open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(rows)

    def _ask(self, kind: str) -> None:
        dialog = self._dialog("Export the chart", QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilters([f"{kind.upper()} (*.{kind})"])
        plain = "".join(one if one.isalnum() or one in " -_" else " " for one in self.title.text())
        dialog.selectFile(f"{' '.join(plain.split())}.{kind}")
        dialog.fileSelected.connect(lambda name: self._export_told(Path(name)))
        dialog.open()

    def _export_told(self, path: Path) -> None:
        try:
            self.export(path)
        except OSError as problem:
            self._tell(f"{path.name} cannot be written: {problem.strerror}.")

    def _tell(self, text: str) -> None:
        window: QObject | None = self.window()
        notices = getattr(window, "notices", None)
        if notices is not None:
            notices.show_error(text)


def series_pen(colour: str, width: float = 2.0, *, dashed: bool = False) -> Any:
    """The pen of one line."""
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    return pg.mkPen(colour, width=width, style=style)


def translucent(colour: str, opacity: float) -> QColor:
    """A colour that lets what is under it through."""
    made = QColor(colour)
    made.setAlphaF(opacity)
    return made
