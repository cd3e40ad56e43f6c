"""One genre as a labelled bar, and a ranked column of them that the keyboard walks through."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.language import local_number, tr
from desktop.widgets.theme import LIGHT, UNIT, Theme, genre_colour

MOST_FOR_LABELS: Final = 0.4
"""The part of the width that labels may take before they end in an ellipsis."""

TALLEST_BAR: Final = 3.5 * UNIT
TRACK_OPACITY: Final = 0.45


def percentage(probability: float) -> str:
    """Return a probability as text: "62 %", or "< 1 %" where it is small but not zero."""
    if 0 < probability < 0.01:
        return "< 1 %"
    return f"{100 * probability:.0f} %"


class GenreBar(QWidget):
    """A genre's name, a bar in the genre's colour, and the percentage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.genre = ""
        self.probability = 0.0
        self.label_width = 0
        self._classes: Sequence[str] = ()
        self._theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(round(TALLEST_BAR))

    def show_genre(self, genre: str, probability: float, classes: Sequence[str]) -> None:
        """Show another genre, one of `classes`."""
        self.genre, self.probability, self._classes = genre, probability, classes
        spoken = percentage(probability).replace("< 1 %", tr("less than 1 percent")).replace(" %", tr(" percent"))
        self.setAccessibleName(f"{genre} {spoken}")
        self.setToolTip(f"{genre}: {local_number(100 * probability, '.1f')} %")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of the text and of the empty part."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(28 * UNIT, self.fontMetrics().height() + UNIT)

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * UNIT, self.fontMetrics().height() + 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        numbers = metrics.horizontalAdvance("100 %")
        labels = min(self.label_width, round(self.width() * MOST_FOR_LABELS))
        inner = self.rect().adjusted(UNIT // 2, 0, -UNIT // 2, 0)
        painter.setPen(QColor(self._theme.text))
        name = metrics.elidedText(self.genre, Qt.TextElideMode.ElideRight, labels)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, percentage(self.probability))
        self._paint_bar(painter, QRectF(inner).adjusted(labels + UNIT, 0, -numbers - UNIT, 0))
        if self.hasFocus():
            painter.setPen(QColor(self._theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        height = min(1.5 * UNIT, room.height() - 6)
        track = QRectF(room.left(), room.center().y() - height / 2, max(room.width(), 0.0), height)
        empty = QColor(self._theme.border)
        empty.setAlphaF(TRACK_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(empty)
        painter.drawRoundedRect(track, 3, 3)
        if self.probability > 0:
            track.setWidth(min(max(track.width() * self.probability, 3.0), track.width()))
            painter.setBrush(QColor(genre_colour(self.genre, self._classes, self._theme)))
            painter.drawRoundedRect(track, 3, 3)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class GenreBars(QWidget):
    """Bars from the likeliest genre down. Tab reaches the first; the arrow keys walk on from there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: list[GenreBar] = []
        self._theme = LIGHT
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(UNIT // 2, 0, UNIT // 2, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)

    def show_probabilities(self, classes: Sequence[str], probabilities: Sequence[float]) -> None:
        """Rank the genres; those that tie stay in the order of `classes`."""
        ranked = sorted(zip(classes, probabilities, strict=True), key=lambda pair: -pair[1])
        self._make_bars(len(ranked))
        for bar, (genre, probability) in zip(self.bars, ranked, strict=True):
            bar.show_genre(genre, float(probability), classes)
        self._align_labels()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        for bar in self.bars:
            bar.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._align_labels()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -len(self.bars),
            Qt.Key.Key_End: len(self.bars),
        }
        step = steps.get(Qt.Key(event.key()), 0)
        focused = [place for place, bar in enumerate(self.bars) if bar.hasFocus()]
        if step and focused:
            self.bars[min(max(focused[0] + step, 0), len(self.bars) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _make_bars(self, count: int) -> None:
        while len(self.bars) > count:
            bar = self.bars.pop()
            self._layout.removeWidget(bar)
            bar.deleteLater()
        while len(self.bars) < count:
            bar = GenreBar(self)
            bar.set_theme(self._theme)
            bar.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self.bars else Qt.FocusPolicy.StrongFocus)
            self._layout.insertWidget(len(self.bars), bar, 10)
            self.bars.append(bar)

    def _align_labels(self) -> None:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(bar.genre) for bar in self.bars), default=0)
        for bar in self.bars:
            bar.label_width = widest + 1
            bar.update()
