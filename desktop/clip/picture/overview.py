"""The overview: the whole piece in one strip, with a frame around what the lanes show."""

from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from core.analysis import ClipPreview
from core.language import tr
from desktop.clip.picture.gestures import NOTCH, WHEEL_ZOOM
from desktop.clip.picture.lane import GUTTER, MARGIN
from desktop.clip.picture.overlay import GutterText, Overlay, Playhead
from desktop.clip.picture.time_item import Frame, TimeBox
from desktop.clip.picture.time_text import format_span, format_time
from desktop.clip.picture.time_view import TimeView, zoom_centre
from desktop.clip.picture.waveform import WaveformItem
from desktop.clip.timeline import Timeline
from desktop.widgets.theme import UNIT, Theme

OVERVIEW_HEIGHT = 7 * UNIT
GRIP = 6.0
"""Pixels around the frame's edges that resize it."""


class PlayedWaveform(WaveformItem):
    """The waveform in two colours: what was played, and what is still to come."""

    def __init__(self) -> None:
        super().__init__()
        self._position = 0.0
        self._played: QImage | None = None

    def set_position(self, seconds: float) -> None:
        """Tint up to a time, repainting only what is between it and the last one."""
        first, last = sorted((self._position, seconds))
        self._position = seconds
        if self.box is not None:
            left, right = (self.box.x_at(seconds) for seconds in (first, last))
            self.update(QRectF(left - 2, 0.0, right - left + 4, self.box.rect.height()))

    def picture(self, frame: Frame) -> QImage:
        self._played = self.picture_in(frame, self.theme.waveform_played)
        return super().picture(frame)

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        super().paint_frame(painter, frame)
        played = QRectF(0, 0, frame.x(self._position), frame.height)
        if self._played is None or played.width() <= 0:
            return
        ratio = frame.pixel_ratio
        painter.drawImage(played, self._played, QRectF(0, 0, played.width() * ratio, played.height() * ratio))


class ViewFrame(Overlay):
    """What the lanes show, framed; the rest of the piece is veiled."""

    def __init__(self) -> None:
        super().__init__(20)
        self._frame = QRectF()

    def show_frame(self, frame: QRectF) -> None:
        self._frame = frame
        self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        veil = QColor(self.theme.surface)
        veil.setAlphaF(0.62)
        whole, frame = self._rect, self._frame
        painter.fillRect(QRectF(whole.left(), whole.top(), frame.left() - whole.left(), whole.height()), veil)
        painter.fillRect(QRectF(frame.right(), whole.top(), whole.right() - frame.right(), whole.height()), veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A frame around everything says little, so it says it quietly.
        whole_piece = frame.width() >= whole.width() - 6
        colour = QColor(self.theme.border if whole_piece else self.theme.accent)
        painter.setPen(QPen(colour, 1.5))
        painter.drawRoundedRect(frame.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
        if frame.width() > 5 * GRIP:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.text_muted) if whole_piece else colour)
            for x in (frame.left() + 0.5, frame.right() - 3.5):
                painter.drawRoundedRect(QRectF(x, frame.center().y() - UNIT, 3, 2 * UNIT), 1.5, 1.5)


class Hold(Enum):
    """What the pressed button holds."""

    NOTHING = auto()
    FRAME = auto()
    START = auto()
    END = auto()


class Overview(TimeView):
    """The whole piece: drag the frame to move the view, its edges to zoom; a click elsewhere moves it there."""

    def __init__(self, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(timeline, parent)
        self.setAccessibleName(tr("Overview"))
        self.setAccessibleDescription(
            tr("Whole piece; the frame marks the visible part. Left and Right move it, + and - resize it.")
        )
        self.setFixedHeight(OVERVIEW_HEIGHT)
        self.box = TimeBox()
        self.waveform = PlayedWaveform()
        self.box.add(self.waveform)
        self.frame, self.playhead, self.selection_shade = (ViewFrame(), Playhead(with_head=False), SelectionLine())
        self.label = GutterText(tr("Overview"))
        for item in (self.box, self.label, self.frame, self.playhead, self.selection_shade):
            self.scene().addItem(item)
        self._hold = Hold.NOTHING
        self._hold_offset = 0.0
        timeline.duration_changed.connect(self._show_duration)
        timeline.view_range_changed.connect(self._show_frame)
        timeline.position_changed.connect(self._show_position)
        timeline.selection_changed.connect(self._show_selection)
        self.clear()

    def show_preview(self, preview: ClipPreview) -> None:
        """Draw the waveform of the piece."""
        if self.waveform.peaks is not preview.peaks:
            self.waveform.set_peaks(preview.peaks)
        self._arrange()

    def clear(self) -> None:
        """Show nothing."""
        self.waveform.set_peaks(None)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (self.waveform, self.label, self.frame, self.playhead, self.selection_shade):
            part.set_theme(theme)

    def time_at(self, x: float) -> float:
        """Return the time at a pixel, in seconds within the piece."""
        rect = self.box.rect
        seconds = (x - rect.left()) / max(rect.width(), 1.0) * self.timeline.duration
        return float(min(max(seconds, 0.0), self.timeline.duration))

    def x_at(self, seconds: float) -> float:
        """Return the pixel at a time."""
        rect = self.box.rect
        return float(rect.left() + seconds / max(self.timeline.duration, 1e-9) * rect.width())

    def frame_rect(self) -> QRectF:
        """Where the frame is, at least wide enough to take hold of."""
        rect = self.box.rect
        left, right = (self.x_at(edge) for edge in self.timeline.view_range)
        missing = max(8.0 - (right - left), 0.0) / 2
        left, right = left - missing, right + missing
        return QRectF(round(left), rect.top() - 3, max(round(right) - round(left), 1), rect.height() + 6)

    def _arrange(self) -> None:
        if not hasattr(self, "frame"):
            return
        size = self.viewport().size()
        rect = QRectF(GUTTER, 6, max(size.width() - GUTTER - MARGIN, 1), max(size.height() - 12, 1))
        self.box.place(rect)
        self.label.place(QRectF(UNIT, rect.top(), GUTTER - 2 * UNIT, rect.height()))
        self.frame.place(rect.adjusted(-2, -4, 2, 4))
        self.playhead.set_extent(rect.top() - 3, rect.bottom() + 3)
        has_clip = self.timeline.duration > 0
        for part in (self.box, self.label, self.frame, self.playhead):
            part.setVisible(has_clip)
        self._show_duration(self.timeline.duration)

    def _show_duration(self, duration: float) -> None:
        if duration > 0:
            self.box.show_range(0.0, duration)
            self.label.set_word(format_time(duration) if duration >= 10 else format_span(duration))
        self._show_frame(*self.timeline.view_range)
        self._show_position(self.timeline.position)
        self._show_selection(self.timeline.selection)

    def _show_frame(self, *_range: float) -> None:
        self.frame.show_frame(self.frame_rect())

    def _show_position(self, seconds: float) -> None:
        self.waveform.set_position(seconds)
        self.playhead.setPos(round(self.x_at(seconds)), 0)

    def _show_selection(self, selection: tuple[float, float] | None) -> None:
        self.selection_shade.setVisible(selection is not None)
        if selection is not None:
            left, right = self.x_at(selection[0]), self.x_at(selection[1])
            self.selection_shade.place(QRectF(left, self.box.rect.top(), max(right - left, 2.0), 3))

    def hold_at(self, position: QPointF) -> Hold:
        """Return what a press at a pixel takes hold of."""
        frame = self.frame_rect()
        # Of a narrow frame the inside is for moving, and only the outside of its edges resizes.
        inner = min(GRIP, frame.width() / 4)
        if frame.left() - GRIP <= position.x() <= frame.left() + inner:
            return Hold.START
        if frame.right() - inner <= position.x() <= frame.right() + GRIP:
            return Hold.END
        return Hold.FRAME if frame.left() < position.x() < frame.right() else Hold.NOTHING

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.timeline.duration <= 0:
            event.ignore()
            return
        seconds = self.time_at(event.position().x())
        start, end = self.timeline.view_range
        self._hold = self.hold_at(event.position())
        if self._hold is Hold.NOTHING:
            self.timeline.pan(seconds - (start + end) / 2)
            self._hold = Hold.FRAME
            start = self.timeline.view_range[0]
        self._hold_offset = seconds - start

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        seconds = self.time_at(event.position().x())
        start, end = self.timeline.view_range
        if self._hold is Hold.FRAME:
            self.timeline.pan(seconds - self._hold_offset - start)
        elif self._hold is Hold.START:
            self.timeline.show(min(seconds, end - self.timeline.shortest_view), end)
        elif self._hold is Hold.END:
            self.timeline.show(start, max(seconds, start + self.timeline.shortest_view))
        self._show_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hold = Hold.NOTHING
        self._show_cursor(event.position())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.timeline.show_all()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.timeline.zoom(WHEEL_ZOOM ** (event.angleDelta().y() / NOTCH), zoom_centre(self.timeline))
        event.accept()

    def _show_cursor(self, position: QPointF) -> None:
        hold = self._hold if self._hold is not Hold.NOTHING else self.hold_at(position)
        whole = self.timeline.view_range == (0.0, self.timeline.duration)
        shape = Qt.CursorShape.ArrowCursor
        if hold in (Hold.START, Hold.END):
            shape = Qt.CursorShape.SizeHorCursor
        elif hold is Hold.FRAME and not whole:
            shape = Qt.CursorShape.OpenHandCursor if self._hold is Hold.NOTHING else Qt.CursorShape.ClosedHandCursor
        self.viewport().setCursor(shape)


class SelectionLine(Overlay):
    """The selection as a short line along the upper edge."""

    def __init__(self) -> None:
        super().__init__(25)

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.fillRect(self._rect, QColor(self.theme.selection))
