"""How many rows each class has, as bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.language import local_number, tr
from desktop.training.charts.export_button import Table
from desktop.widgets.theme import LIGHT, UNIT, Theme, genre_colour

ROW = 3 * UNIT
MOST_NAME = 0.45


class ClassBars(QWidget):
    """One row a class: name, bar, number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: list[tuple[str, int]] = []
        self._theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, classes: Sequence[str], counts: Sequence[int]) -> None:
        """Show these classes in this order."""
        self._counts = list(zip(classes, counts, strict=True))
        self.setAccessibleName(
            tr("Rows of each class: ") + ", ".join(f"{name} {count}" for name, count in self._counts)
        )
        self.updateGeometry()
        self.update()

    def as_table(self) -> Table:
        """One row a class."""
        return ["class", "rows"], [[name, count] for name, count in self._counts]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(30 * UNIT, ROW * len(self._counts))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = [name for name, _ in self._counts]
        metrics = painter.fontMetrics()
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0) + UNIT + 2
        name_width = min(widest, round(MOST_NAME * self.width()))
        number_width = metrics.horizontalAdvance("000,000") + UNIT
        room = max(self.width() - name_width - number_width, UNIT)
        most = max((count for _, count in self._counts), default=1) or 1
        for place, (name, count) in enumerate(self._counts):
            top = place * ROW
            line = QRectF(0, top, name_width - UNIT, ROW)
            painter.setPen(QColor(self._theme.text))
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, round(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            bar = QRectF(name_width, top + 7, max(room * count / most, 2), ROW - 14)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(genre_colour(name, names, self._theme)))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(QColor(self._theme.text_muted))
            beside = QRectF(bar.right() + UNIT, top, number_width, ROW)
            painter.drawText(
                beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, local_number(count, ",")
            )
