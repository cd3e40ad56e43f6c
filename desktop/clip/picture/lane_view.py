"""The lanes under the ruler: waveform, mel spectrogram, chroma and genre on one time axis."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from core.analysis import ClipAnalysis, ClipPreview, GenreFindings, Picture
from core.audio.clip import WaveformPeaks
from core.language import tr
from core.rhythm.grid import BeatGrid
from desktop.clip.picture.arranging import Arranger
from desktop.clip.picture.beats import BeatItem
from desktop.clip.picture.genre_course import GenreCourseItem
from desktop.clip.picture.gestures import Drag, Gestures
from desktop.clip.picture.hand import Hand, Touch
from desktop.clip.picture.kept import KeptItem, Renewal
from desktop.clip.picture.lane import GUTTER, LINE, MARGIN, Lane, LaneHeight, shared_heights
from desktop.clip.picture.lane_layout import LaneLayout
from desktop.clip.picture.lanes import ChromaItem, MelItem
from desktop.clip.picture.overlay import HoverLine, Playhead, Readout, SelectionShade
from desktop.clip.picture.ruler import RULER_HEIGHT, RulerItem
from desktop.clip.picture.spectrum_look import SpectrumLook
from desktop.clip.picture.time_text import bar_and_beat, format_span, format_time
from desktop.clip.picture.time_view import TimeView
from desktop.clip.picture.waveform import WaveformItem
from desktop.clip.timeline import Timeline
from desktop.widgets.basic import tool_button
from desktop.widgets.icons import themed_icon
from desktop.widgets.theme import LIGHT, UNIT, Theme

ANALYSING = tr("Analysing…")
NOT_ANALYSED = tr("Not analysed")
GENRE_BAND, GENRE_COURSE = LaneHeight(0.7, 24, 36, floor=LINE), LaneHeight(1.1, 24, 72, floor=LINE)
"""Heights of the genre lane: one band, or a strip with the shares of all genres under it."""

NO_GENRE = tr("No genre prediction for this clip")


class LaneView(TimeView):
    """The picture over time. It draws from the timeline, and changes it when the mouse or a key says so."""

    arranged = Signal()
    """Lanes were shown, hidden, moved or sized; `layout_of_lanes` says how they stand."""

    def __init__(self, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(timeline, parent)
        self.setAccessibleName(tr("Picture over time"))
        self.setAccessibleDescription(
            tr(
                "Waveform, mel spectrogram, chroma and genre along the piece. Left and right move the view, plus "
                "and minus zoom, Home and End go to its ends."
            )
        )
        self.beat_grid: BeatGrid | None = None
        self.gestures = Gestures(timeline, self.time_at, self.x_at)
        self._holder: Hand | None = None
        self._hovered: Hand | None = None
        self._pointed: Touch | None = None
        self.renewal = Renewal(self)
        self.layout_of_lanes = LaneLayout()
        self._default_order: list[str] = []
        self._arranger = Arranger(self)
        self._make_lanes()
        self._make_overlays()
        self._make_look_button()
        timeline.view_range_changed.connect(self._show_range)
        timeline.view_range_changed.connect(self._hide_hover)
        timeline.position_changed.connect(self._show_position)
        timeline.selection_changed.connect(self._show_selection)
        self.clear()

    def _make_lanes(self) -> None:
        self.ruler, self.waveform, self.mel = RulerItem(), WaveformItem(), MelItem()
        self.chroma, self.genres = ChromaItem(), GenreCourseItem()
        self.beat_items = (BeatItem(), BeatItem(0.35, with_beats=False), BeatItem(0.35, with_beats=False))
        self.ruler_lane = Lane(
            "ruler",
            tr("Time\nBar"),
            tr("Minutes and seconds; bars"),
            LaneHeight(0, RULER_HEIGHT),
            [self.ruler],
            0.0,
            1.0,
        )
        self.lanes: tuple[Lane, ...] = (
            Lane(
                "waveform", tr("Waveform"), tr("Loudest and mean amplitude"), LaneHeight(3, 56, floor=24),
                [self.waveform, self.beat_items[0]], -1.0, 1.0, self.waveform.ticks,
            ),
            Lane(
                "mel", tr("Mel, kHz"), tr("Spectrogram; its axis, range and gain: Shift+L"), LaneHeight(3.6, 48),
                [self.mel, self.beat_items[1]], 0.0, 128.0, self.mel.ticks, self.mel.describe,
            ),
            Lane(
                "chroma", tr("Chroma"), tr("Strength of the twelve pitch classes"), LaneHeight(2.4, 44, 240),
                [self.chroma, self.beat_items[2]], 0.0, 12.0, self.chroma.ticks, self.chroma.describe,
            ),
            Lane(
                "genre", tr("Genre"), tr("Genre along the piece, window by window"), GENRE_BAND,
                [self.genres], 0.0, 1.0, describe=self.genres.describe,
            ),
        )  # fmt: skip
        self._waveform_lane, *_, self._genre_lane = self.lanes
        self._default_order = [lane.key for lane in self.lanes]
        for lane in (self.ruler_lane, *self.lanes):
            self._take_up(lane)

    def add_lane(self, lane: Lane, below: str) -> None:
        """Take one more lane, below the one of the key `below`."""
        self._default_order.insert(self._default_order.index(below) + 1, lane.key)
        self.lanes = (*self.lanes, lane)
        self._take_up(lane)
        lane.set_theme(self.theme)
        self._show_layout()

    def _take_up(self, lane: Lane) -> None:
        for item in lane.items:
            if isinstance(item, KeptItem):
                item.renewal = self.renewal
        self.scene().addItem(lane.furniture)
        self.scene().addItem(lane.box)

    def _make_overlays(self) -> None:
        self.playhead, self.selection_shade = Playhead(), SelectionShade()
        self.hover_line, self.readout = HoverLine(), Readout()
        self.overlays = (self.selection_shade, self.hover_line, self.playhead, self.readout, self._arranger.line)
        for overlay in self.overlays:
            self.scene().addItem(overlay)
            overlay.setVisible(False)

    def _make_look_button(self) -> None:
        self.look_button = tool_button(tr("Arrange lanes, spectrogram (Shift+L)"), lambda: None)
        self.look_button.setParent(self.viewport())
        self.look_button.setGeometry(GUTTER - 3 * UNIT - 2, (RULER_HEIGHT - 3 * UNIT) // 2, 3 * UNIT, 3 * UNIT)
        self.look_button.setIconSize(QSize(2 * UNIT, 2 * UNIT))

    def show_preview(self, preview: ClipPreview) -> None:
        """Draw the waveform; the other lanes say that they are being analysed."""
        self.show_peaks(preview.peaks)
        self.mel.set_image(None)
        self.chroma.set_image(None)
        self.genres.set_prediction(None, preview.source.duration)
        self.show_beats(None, preview.source.duration)
        for lane in self._analysed_lanes:
            lane.furniture.set_note(ANALYSING, is_awaited=True)
        self._show_everything()

    def show_peaks(self, peaks: WaveformPeaks | None) -> None:
        """Draw the waveform, and its axis, which follows from the loudest sample."""
        self.waveform.set_peaks(peaks)
        self._waveform_lane.furniture.update()

    def show_unfinished(self) -> None:
        """Say in the lanes that are still empty that nothing is coming."""
        for lane in self._analysed_lanes:
            if lane.furniture.is_awaited:
                lane.furniture.set_note(NOT_ANALYSED)

    @property
    def _analysed_lanes(self) -> tuple[Lane, ...]:
        """Those whose picture comes with the analysis."""
        return tuple(lane for lane in self.lanes if lane is not self._waveform_lane)

    def show_picture(self, picture: Picture) -> None:
        """Draw spectrogram and chroma."""
        for _ in self.show_picture_in_steps(picture):
            pass

    def show_picture_in_steps(self, picture: Picture) -> Iterator[None]:
        """Like `show_picture`, with pauses in which a window can take events."""
        if self.waveform.peaks is None:
            self.show_peaks(picture.peaks)
        yield from self.mel.show_in_steps(picture)
        self._lane("mel").furniture.set_note("")
        yield
        yield from self.chroma.show_in_steps(picture)
        self._lane("chroma").furniture.set_note("")
        self._show_everything()

    def show_rhythm(self, grid: BeatGrid) -> None:
        """Draw beats and bars; those that are drawn already, as of the stage before, are left as they are."""
        if self.beat_grid is not None and self.beat_grid.has_beats_of(grid):
            return
        self.show_beats(grid, self.timeline.duration)
        for lane in self.lanes:
            if lane.key == "beats":
                lane.furniture.set_note("")
        self._show_everything()

    def show_analysis(self, analysis: ClipAnalysis) -> None:
        """Draw all lanes."""
        preview = analysis.preview
        if self.waveform.peaks is not preview.peaks:
            self.show_peaks(preview.peaks)
        self.show_picture(analysis.picture)
        self.show_beats(analysis.rhythm.grid, preview.source.duration)
        for lane in self.lanes:
            lane.furniture.set_note("")
        self.show_genres(analysis.genre)

    def show_genres(self, genre: GenreFindings) -> None:
        """Draw what a model says along the piece."""
        self.genres.set_prediction(genre.prediction, self.timeline.duration)
        several = genre.prediction is not None and len(genre.prediction.windows) > 1
        self._genre_lane.height = GENRE_COURSE if several else GENRE_BAND
        self._genre_lane.furniture.set_note("" if genre.prediction is not None else NO_GENRE)
        self._show_everything()

    def clear(self) -> None:
        """Show nothing."""
        self.show_peaks(None)
        self.mel.set_image(None)
        self.chroma.set_image(None)
        self.genres.set_prediction(None, 0.0)
        self.show_beats(None, 0.0)
        self._has_clip = False
        self.arrange()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for lane in (self.ruler_lane, *self.lanes):
            lane.set_theme(theme)
        for overlay in self.overlays:
            overlay.set_theme(theme)
        self.beat_items[1].set_theme(LIGHT)  # upon the spectrogram, whose silence is pale in every theme
        self.look_button.setIcon(themed_icon("lanes", theme))

    def set_lane_visible(self, key: str, visible: bool) -> None:
        """Show or hide the lane of that key; the others share its place. KeyError for an unknown one."""
        lane = self._lane(key)
        if lane.visible != visible:
            self.arrange_lanes(self.layout_of_lanes.shown(key, visible))

    def move_lane(self, key: str, before: str | None) -> None:
        """Put a lane before another, or after all of them."""
        if key != before:
            self.arrange_lanes(self.layout_of_lanes.moved(key, before, self._default_order))

    def arrange_lanes(self, layout: LaneLayout) -> None:
        """Show, order and size the lanes; keys of a layout that are of no lane stay in it without effect."""
        if layout != self.layout_of_lanes:
            self.layout_of_lanes = layout
            self._show_layout()
            self.arranged.emit()

    def resize_lane(self, key: str, pixels: float) -> None:
        """Make a lane higher or, if negative, lower; the others share what is left."""
        heights = {lane.key: lane.rect.height() for lane in self.shown_lanes}
        if key in heights:
            self.arrange_lanes(self.layout_of_lanes.sized({**heights, key: heights[key] + pixels}))

    @property
    def shown_lanes(self) -> tuple[Lane, ...]:
        """The lanes that are visible, from above."""
        return tuple(lane for lane in self.lanes if lane.visible and self._has_clip)

    def _show_layout(self) -> None:
        layout, by_key = self.layout_of_lanes, {lane.key: lane for lane in self.lanes}
        self.lanes = tuple(by_key[key] for key in layout.ordered(self._default_order))
        for lane in self.lanes:
            lane.visible = lane.key not in layout.hidden
        self.arrange()

    def show_look(self, look: SpectrumLook, title: str) -> None:
        """Draw the spectrogram otherwise, under a title that says which axis it has."""
        self.mel.set_look(look)
        lane = self._lane("mel")
        lane.title = title
        lane.furniture.update()

    def _lane(self, key: str) -> Lane:
        return {lane.key: lane for lane in self.lanes}[key]

    @property
    def axis(self) -> QRectF:
        """The rectangle of the time axis, from the ruler's top to the lowest lane's bottom."""
        shown = [lane.rect for lane in self.lanes if lane.visible] or [self.ruler_lane.rect]
        return self.ruler_lane.rect.united(shown[-1])

    def time_at(self, x: float) -> float:
        """Return the time at a pixel of the view, in seconds within the piece."""
        start, end = self.timeline.view_range
        rect = self.ruler_lane.rect
        seconds = start + (x - rect.left()) / max(rect.width(), 1.0) * (end - start)
        return min(max(seconds, 0.0), self.timeline.duration)

    def x_at(self, seconds: float) -> float:
        """Return the pixel of the view at a time; it may be outside."""
        start, end = self.timeline.view_range
        rect = self.ruler_lane.rect
        return rect.left() + (seconds - start) / max(end - start, 1e-9) * rect.width()

    def lane_at(self, y: float) -> Lane | None:
        """Return the lane at a height of the view."""
        return next((lane for lane in self.lanes if lane.visible and lane.rect.top() <= y < lane.rect.bottom()), None)

    def _show_everything(self) -> None:
        self._has_clip = self.timeline.duration > 0
        self.arrange()
        self._show_range(*self.timeline.view_range)

    def show_beats(self, beat_grid: BeatGrid | None, duration: float) -> None:
        """Draw these beats in all lanes."""
        self.beat_grid = beat_grid if beat_grid is not None and len(beat_grid) else None
        self.gestures.beat_grid = self.beat_grid
        self.ruler.set_beat_grid(self.beat_grid)
        for item in self.beat_items:
            item.set_beat_grid(self.beat_grid)
        if self.hover_line.isVisible() and self._pointed is not None and self._holder is None:
            self._show_hover(self._pointed)  # the beat under the pointer may be another one, or none

    def arrange(self) -> None:
        """Give every visible lane its place: whole pixels, one gap between them."""
        if not hasattr(self, "lanes"):
            return
        size = self.viewport().size()
        width = max(size.width() - GUTTER - MARGIN, 1)
        shown = self.shown_lanes
        for lane in (self.ruler_lane, *self.lanes):
            lane.set_shown(lane in shown or (lane is self.ruler_lane and self._has_clip))
        self.ruler_lane.place(QRectF(GUTTER, 0, width, RULER_HEIGHT))
        free = size.height() - RULER_HEIGHT - UNIT * len(shown)
        y = RULER_HEIGHT + UNIT // 2
        wishes = [self.layout_of_lanes.wish(lane.key, lane.height) for lane in shown]
        for lane, height in zip(shown, shared_heights(free, wishes), strict=True):
            lane.place(QRectF(GUTTER, y, width, max(height, 1)))
            y += height + UNIT
        self.look_button.setVisible(self._has_clip)
        for overlay in self.overlays:
            overlay.setVisible(False)
        self.playhead.setVisible(self._has_clip)
        self.playhead.set_extent(self.axis.top(), self.axis.bottom())
        self._show_position(self.timeline.position)
        self._show_selection(self.timeline.selection)

    def _show_range(self, start: float, end: float) -> None:
        if end <= start:
            return
        for lane in (self.ruler_lane, *self.lanes):
            lane.box.show_range(start, end)
        self._show_position(self.timeline.position)
        self._show_selection(self.timeline.selection)

    def _show_position(self, seconds: float) -> None:
        if not self._has_clip:
            return
        axis = self.axis
        ratio = self.devicePixelRatioF()
        x = round(self.x_at(seconds) * ratio) / ratio
        self.playhead.setVisible(axis.left() - 1 <= x <= axis.right() + 1)
        self.playhead.setPos(x, 0)

    def _show_selection(self, selection: tuple[float, float] | None) -> None:
        axis = self.axis
        if selection is None or not self._has_clip:
            self.selection_shade.setVisible(False)
            return
        left, right = (min(max(self.x_at(edge), axis.left()), axis.right()) for edge in selection)
        self.selection_shade.setVisible(right > left)
        self.selection_shade.place(QRectF(left, axis.top(), right - left, axis.height()))

    def _show_hover(self, touch: Touch) -> None:
        self._pointed = touch
        position = QPointF(touch.x, touch.y)
        axis, lane = self.axis, self.lane_at(touch.y)
        if lane is None and self._on_ruler(position):
            lane = next((lane for lane in self.lanes if lane.visible), None)
        inside = axis.left() <= position.x() < axis.right() and self._has_clip
        self.hover_line.setVisible(inside)
        self.hover_line.place(QRectF(int(position.x()), axis.top(), 1, axis.height()))
        if not inside or lane is None:
            self.readout.setVisible(False)
            return
        hand = self._holder or lane.hand
        words = hand.readout(touch) if hand is not None else ""
        self.readout.show_at(lane.rect, position.x(), words or self.readout_at(lane, position))

    def _hide_hover(self) -> None:
        """Hide the readout of a place that the pointer has left; the next move of the mouse shows it again."""
        if self._hovered is not None:
            self._hovered.leave()
            self._hovered = None
        self.hover_line.setVisible(False)
        self.readout.setVisible(False)

    def readout_at(self, lane: Lane, position: QPointF) -> str:
        """Time, bar and beat, and what the lane shows at a place of the view."""
        seconds = self.time_at(position.x())
        start, end = self.timeline.view_range
        words = [format_time(seconds, 2 if end - start > 2 else 3)]
        if self.beat_grid is not None:
            words.append(bar_and_beat(self.beat_grid, seconds))
        if self.gestures.drag is Drag.SELECT and self.timeline.selection is not None:
            first, last = self.timeline.selection
            words.append(format_span(last - first))
        else:
            words.append(lane.describe(seconds, lane.height_at(position.y())))
        return "   ".join(word for word in words if word)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self.arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if event.button() != Qt.MouseButton.LeftButton or not self._has_clip:
            event.ignore()
            return
        touch = touch_of(event)
        hand = self._hand_at(touch)
        if self._arranger.press(touch):
            self._hide_hover()
        elif position.x() < GUTTER - 2:
            event.ignore()
        elif hand is not None and hand.press(touch):
            self._holder = hand
        else:
            self.gestures.press(position, touch.shift, self._on_ruler(position))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._has_clip:
            return
        touch = touch_of(event)
        if self._arranger.is_holding:
            self._arranger.move(touch)
            self._show_cursor(touch)
            return
        if self._holder is not None:
            self._holder.move(touch)
        else:
            self.gestures.move(event.position(), touch.alt)
            self._hover(touch)
        self._show_hover(touch)
        self._show_cursor(touch)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        touch, holder = touch_of(event), self._holder
        self._holder = None
        if self._arranger.is_holding:
            self._arranger.release(touch)
        elif holder is not None:
            holder.release(touch)
            self._show_hover(touch)  # no longer how far something is dragged
        else:
            self.gestures.release(event.position())
        self._show_cursor(touch)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._has_clip:
            return
        touch = touch_of(event)
        if self._arranger.double_click(touch) or event.position().x() < GUTTER:
            return
        hand = self._hand_at(touch)
        if hand is None or not hand.double_click(touch):
            self.gestures.double_click(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        touch = Touch(event.pos().x(), event.pos().y(), event.modifiers())
        hand = self._hand_at(touch)
        menu = hand.menu(touch) if hand is not None else None
        if menu is None:
            event.ignore()
            return
        menu.setParent(self, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        event.accept()

    def _hand_at(self, touch: Touch) -> Hand | None:
        lane = self.lane_at(touch.y)
        return lane.hand if lane is not None and self._has_clip and touch.x >= GUTTER - 2 else None

    def _hover(self, touch: Touch) -> None:
        """Tell the hand under the pointer where it is, and the last one that it is elsewhere."""
        hand = self._hand_at(touch) if self.gestures.drag is Drag.NOTHING else None
        if self._hovered is not None and self._hovered is not hand:
            self._hovered.leave()
        self._hovered = hand
        if hand is not None:
            hand.move(touch)

    def wheelEvent(self, event: QWheelEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        delta = event.angleDelta()
        self.gestures.wheel(event.position().x(), delta.x(), delta.y(), shift)
        event.accept()

    def viewportEvent(self, event: Any) -> bool:
        if event.type() == QEvent.Type.NativeGesture:
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.timeline.zoom(1 + event.value(), self.time_at(event.position().x()))
                return True
        elif event.type() == QEvent.Type.ToolTip:
            return self._show_tool_tip(event)
        elif event.type() == QEvent.Type.Leave:
            self._hide_hover()
        return bool(super().viewportEvent(event))

    def _show_tool_tip(self, event: QHelpEvent) -> bool:
        lane = self.lane_at(event.pos().y())
        if lane is not None and event.pos().x() < GUTTER:
            hint = tr("Drag this title to move the lane, the gap below it to size it.")
            QToolTip.showText(event.globalPos(), f"{lane.description}.\n{hint}", self)
        else:
            QToolTip.hideText()
        return True

    def _on_ruler(self, position: QPointF) -> bool:
        return self.ruler_lane.rect.contains(position)

    def _show_cursor(self, touch: Touch) -> None:
        position = QPointF(touch.x, touch.y)
        arranging = self._arranger.cursor(touch) if self._holder is None and self.gestures.is_free else None
        if arranging is not None:
            self.viewport().setCursor(arranging)
            return
        hand = self._holder or self._hand_at(touch)
        shape = hand.cursor(touch) if hand is not None and self.gestures.drag is Drag.NOTHING else None
        if shape is None:
            on_lane = self.lane_at(touch.y) is not None and touch.x >= GUTTER
            shape = self.gestures.cursor(position, touch.shift, self._on_ruler(position), on_lane)
        self.viewport().setCursor(shape)


def touch_of(event: QMouseEvent) -> Touch:
    """Return where the pointer is, and the keys that are held."""
    return Touch(event.position().x(), event.position().y(), event.modifiers())
