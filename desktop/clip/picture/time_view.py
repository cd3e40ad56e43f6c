"""What the overview and the lanes share: a graphics view with time from left to right, and its keys."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from desktop.clip.timeline import Timeline
from desktop.widgets.theme import LIGHT, Theme

KEY_STEP = 0.1
"""Part of the view that an arrow key moves it by."""

KEY_ZOOM = 1.5


def zoom_centre(timeline: Timeline) -> float:
    """Where a key zooms at: the playhead when it is visible, else the middle."""
    start, end = timeline.view_range
    return timeline.position if start <= timeline.position <= end else (start + end) / 2


def handle_key(timeline: Timeline, key: int) -> bool:
    """Pan, zoom, or clear the selection by a key; False when the key means nothing here."""
    start, end = timeline.view_range
    span = end - start
    pans = {
        Qt.Key.Key_Left: -KEY_STEP * span,
        Qt.Key.Key_Right: KEY_STEP * span,
        Qt.Key.Key_PageUp: -span,
        Qt.Key.Key_PageDown: span,
        Qt.Key.Key_Home: -timeline.duration,
        Qt.Key.Key_End: timeline.duration,
    }
    zooms = {
        Qt.Key.Key_Plus: KEY_ZOOM,
        Qt.Key.Key_Equal: KEY_ZOOM,
        Qt.Key.Key_Minus: 1 / KEY_ZOOM,
        Qt.Key.Key_Underscore: 1 / KEY_ZOOM,
    }
    if key in pans:
        timeline.pan(pans[Qt.Key(key)])
    elif key in zooms:
        timeline.zoom(zooms[Qt.Key(key)], zoom_centre(timeline))
    elif key == Qt.Key.Key_0:
        timeline.show_all()
    elif key == Qt.Key.Key_Escape and timeline.selection is not None:
        timeline.selection = None
    else:
        return False
    return True


class TimeView(QGraphicsView):
    """A graphics view in pixels, without scrolling, that leaves all mouse events to its own methods."""

    def __init__(self, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Without an index: there are a dozen items, and all of them are in sight.
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setBackgroundBrush(QColor(LIGHT.surface))
        # The view fills its ground itself; without this, Qt fills the widget before.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.timeline = timeline
        self.theme = LIGHT
        self._focus_shown = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(0, 0)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setBackgroundBrush(QColor(theme.surface))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        # The scene is in pixels of the view, from its upper left corner on.
        self.setSceneRect(QRectF(self.viewport().rect()))
        if event is not None:
            super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        if not (event.modifiers() & ~plain) and handle_key(self.timeline, event.key()):
            event.accept()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A frame only for those who came by the keyboard; a click needs no telling where it was.
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self._focus_shown = event.reason() in by_key
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_shown = False
        self.viewport().update()

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:
        if self._focus_shown:
            painter.setPen(QColor(self.theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def mousePressEvent(self, event: Any) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: Any) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: Any) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: Any) -> None:
        event.ignore()

    def wheelEvent(self, event: Any) -> None:
        event.ignore()
