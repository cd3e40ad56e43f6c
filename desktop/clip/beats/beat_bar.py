"""The beat bar: beats as ticks, downbeats stronger; while one edits, with handles, bar numbers and proposed beats."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from core.rhythm.constraints import Stretch
from core.rhythm.grid import BeatGrid
from desktop.clip.picture.beats import premultiplied
from desktop.clip.picture.labels import draw_labels
from desktop.clip.picture.ruler import BAR_LABEL_ROOM, CLOSEST_LINES, bar_step, every, pixels_per_bar
from desktop.clip.picture.time_item import Frame, TimeItem, image_of, small_font
from desktop.widgets.style import mixed
from desktop.widgets.theme import Theme

REST_HEIGHT, EDIT_HEIGHT = 18, 44
"""Heights of the bar in pixels: at rest, and while one edits."""

HANDLE_ROOM = 12
"""Pixels between beats from which on they have handles; closer ones cannot be told apart by hand."""

LABEL_ROW = 16
"""Height of the bar numbers above the handles, pixels."""

PALEST = 0.3
"""Opacity of a beat that the tracker is not sure of at all."""

BEAT_RADIUS, DOWNBEAT_RADIUS = 4.0, 6.0
_SPRITE = 20  # pixels; the largest handle with its ring, and some room for being between two pixels


@dataclass(frozen=True, eq=False)
class BeatsShown:
    """What the beat bar shows.

    Attributes
    ----------
    grid : the beats
    confidence : NDArray[np.float32] [shape=(n_beats,)], how sure each of them is, 0 to 1; NaN where unknown
    selected : indices of beats that commands are meant for
    hovered : index of the beat under the pointer, -1 for none
    ghosts : beats that are proposed in place of these; None for no proposal
    silences : stretches that were said to have no beats, seconds
    locked : stretches that no proposal changes, seconds
    is_editing : whether there are handles
    """

    grid: BeatGrid
    confidence: NDArray[np.float32]
    selected: frozenset[int] = frozenset()
    hovered: int = -1
    ghosts: BeatGrid | None = None
    silences: Sequence[Stretch] = ()
    locked: Sequence[Stretch] = ()
    is_editing: bool = False


class BeatBarItem(TimeItem):
    """The picture of the beat bar."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: BeatsShown | None = None

    def show_beats(self, shown: BeatsShown | None) -> None:
        """Show these beats, or none."""
        self.shown = shown
        self.refresh()

    def picture(self, frame: Frame) -> QImage:
        if self.shown is None:
            return super().picture(frame)
        lines = image_of(self._lines(frame, self.shown), frame.pixel_ratio)
        if not self.shown.is_editing:
            return lines
        picture = lines.copy()  # the painter needs memory of its own
        painter = QPainter(picture)
        self._draw_stretches(painter, frame, self.shown.silences, Qt.BrushStyle.BDiagPattern, self.theme.text_muted)
        self._draw_stretches(painter, frame, self.shown.locked, Qt.BrushStyle.Dense6Pattern, self.theme.accent)
        self._draw_numbers(painter, frame, self.shown.grid)
        if self.shown.ghosts is not None:
            self._draw_ghosts(painter, frame, self.shown.ghosts)
        self._draw_handles(painter, frame, self.shown)
        painter.end()
        return picture

    def _lines(self, frame: Frame, shown: BeatsShown) -> NDArray[np.uint32]:
        """Lines of all beats as pixels: their number is bounded by the columns, however many beats there are."""
        ground = premultiplied(self.theme.accent, 0.07) if shown.is_editing else 0
        pixels = np.full((frame.n_rows, frame.n_columns), ground, dtype=np.uint32)
        grid, width = shown.grid, pixels_per_bar(shown.grid, frame) if len(shown.grid) else 0.0
        top = round((LABEL_ROW if shown.is_editing else frame.height * 0.4) * frame.pixel_ratio)
        if width / max(grid.beats_per_bar, 1) >= CLOSEST_LINES / 2:
            visible = frame.visible(grid.beat_times)
            between = visible.start + np.flatnonzero(grid.positions[visible] != 1)
            _draw_lines(pixels[top:], frame, shown, between, _beat_colour(self.theme))
        step = bar_step(width, CLOSEST_LINES) if width > 0 else 1
        first = grid.downbeat_indices[every(step, frame.visible(grid.downbeat_times))]
        _draw_lines(pixels[top // 2 :], frame, shown, first, self.theme.text_muted)
        return pixels

    def _draw_numbers(self, painter: QPainter, frame: Frame, grid: BeatGrid) -> None:
        if not len(grid):
            return
        step = bar_step(pixels_per_bar(grid, frame), BAR_LABEL_ROOM)
        named = every(step, frame.visible(grid.downbeat_times))
        painter.setFont(small_font())
        painter.setPen(QColor(self.theme.text))
        xs = frame.xs(grid.downbeat_times[named])
        numbers = [str(named.start + step * place + 1) for place in range(len(xs))]
        draw_labels(painter, frame, xs, (0, LABEL_ROW), numbers)

    def _draw_handles(self, painter: QPainter, frame: Frame, shown: BeatsShown) -> None:
        grid = shown.grid
        if not has_handles(grid, frame):
            return
        visible = frame.visible(grid.beat_times)
        first, last = visible.start, min(visible.stop, len(grid))
        strengths = np.rint(8 * _strength(shown.confidence[visible])).astype(int)
        lefts = np.round((frame.xs(grid.beat_times[visible]) + 0.5 - _SPRITE / 2) * frame.pixel_ratio)
        top = handle_height(frame.height) - _SPRITE / 2
        sprites: dict[tuple[bool, str, int], QImage] = {}
        for index, left, is_downbeat, strength in zip(
            range(first, last),
            (lefts / frame.pixel_ratio).tolist(),
            (grid.positions[visible] == 1).tolist(),
            strengths.tolist(),
            strict=True,
        ):
            look = "selected" if index in shown.selected else "hovered" if index == shown.hovered else "plain"
            kind = (is_downbeat, look, strength)
            if kind not in sprites:
                sprites[kind] = _handle(self.theme, *kind, frame.pixel_ratio)
            painter.drawImage(QPointF(left, top), sprites[kind])

    def _draw_ghosts(self, painter: QPainter, frame: Frame, ghosts: BeatGrid) -> None:
        """Draw proposed beats as open triangles along the lower edge, below their dashed lines."""
        if not has_handles(ghosts, frame):
            return
        visible = frame.visible(ghosts.beat_times)
        painter.setPen(QPen(QColor(self.theme.success), 1, Qt.PenStyle.DashLine))
        for x, position in zip(frame.xs(ghosts.beat_times[visible]), ghosts.positions[visible], strict=True):
            top = 0 if position == 1 else LABEL_ROW
            painter.drawLine(QPointF(frame.snapped(x) + 0.5, top), QPointF(frame.snapped(x) + 0.5, frame.height))

    def _draw_stretches(
        self, painter: QPainter, frame: Frame, stretches: Sequence[Stretch], pattern: Qt.BrushStyle, colour: str
    ) -> None:
        shade = QColor(colour)
        shade.setAlphaF(0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        brush = painter.brush()
        brush.setStyle(pattern)
        for start, end in stretches:
            left, right = max(frame.x(start), 0.0), min(frame.x(end), float(frame.width))
            if right > left:
                painter.fillRect(QRectF(left, LABEL_ROW, right - left, frame.height - LABEL_ROW), brush)


def has_handles(grid: BeatGrid, frame: Frame) -> bool:
    """Whether beats are far enough apart in a view to be taken hold of."""
    return len(grid) > 0 and pixels_per_bar(grid, frame) / max(grid.beats_per_bar, 1) >= HANDLE_ROOM


def handle_height(height: float) -> float:
    """Return the middle of the handles in a bar of a height, pixels from its top."""
    return (LABEL_ROW + height) / 2


def _draw_lines(
    pixels: NDArray[np.uint32], frame: Frame, shown: BeatsShown, beats: NDArray[np.intp], colour: str
) -> None:
    """Draw lines of some beats over the whole height of these pixels, as strong as the tracker is sure of them."""
    columns = np.floor(frame.xs(shown.grid.beat_times[beats]) * frame.pixel_ratio).astype(np.int64)
    inside = (columns >= 0) & (columns < frame.n_columns)
    pixels[:, columns[inside]] = _shades(colour, _strength(shown.confidence[beats[inside]]))


def _strength(confidence: NDArray[np.float32]) -> NDArray[np.float64]:
    """Opacity of beats; those of which nothing is known, such as those set by hand, are solid."""
    known = np.where(np.isnan(confidence), 1.0, confidence)  # nan_to_num takes 20 times as long
    return np.asarray(PALEST + (1 - PALEST) * known)


@lru_cache(maxsize=16)
def _table(colour: str) -> NDArray[np.uint32]:
    return np.array([premultiplied(colour, level / 16) for level in range(17)], dtype=np.uint32)


def _shades(colour: str, strength: NDArray[np.float64]) -> NDArray[np.uint32]:
    return _table(colour)[np.rint(16 * np.clip(strength, 0, 1)).astype(np.intp)]


def _beat_colour(theme: Theme) -> str:
    return mixed(theme.text_muted, theme.surface, 0.55)


@lru_cache(maxsize=256)
def _handle(theme: Theme, is_downbeat: bool, look: str, strength: int, pixel_ratio: float) -> QImage:
    """Return the picture of a handle; drawn once, since a frame has a hundred of them."""
    sprite = QImage(
        round(_SPRITE * pixel_ratio), round(_SPRITE * pixel_ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    sprite.setDevicePixelRatio(pixel_ratio)
    sprite.fill(0)
    painter = QPainter(sprite)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(1.0 if look != "plain" else strength / 8)
    radius = DOWNBEAT_RADIUS if is_downbeat else BEAT_RADIUS
    ring = theme.text if look != "plain" else theme.surface
    painter.setPen(QPen(QColor(ring), 2.0 if look == "selected" else 1.5))
    painter.setBrush(QColor(theme.playhead if look == "selected" else theme.accent))
    painter.drawEllipse(QPointF(_SPRITE / 2, _SPRITE / 2), radius, radius)
    painter.end()
    return sprite
