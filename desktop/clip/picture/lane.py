"""One lane: a view box on the common time axis, its items, its gutter and its background."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from desktop.clip.picture.hand import Hand
from desktop.clip.picture.time_item import TimeBox, TimeItem, small_font
from desktop.widgets.theme import LIGHT, UNIT, Theme

GUTTER = 9 * UNIT
"""Width left of every time axis, for titles and labels; one width, so that all axes meet to the pixel."""

LINE = 12
"""Height that a line of small text needs, pixels."""

MARGIN = UNIT
"""Width right of every time axis."""

Ticks = Sequence[tuple[float, str]]


def no_ticks(_room: float) -> Ticks:
    """Return no labels, for a lane without an axis of its own."""
    return ()


def no_words(_seconds: float, _height: float) -> str:
    """Return no text, for a lane that has nothing to read out but the time."""
    return ""


@dataclass(frozen=True)
class LaneHeight:
    """Share of the height that a lane gets, relative to the others, and its bounds in pixels.

    Where not even the least heights fit it keeps `floor` pixels, for a line of text say, as long as those of all lanes
    leave something to the others.
    """

    weight: float
    least: int
    most: int = 100_000
    floor: int = 0


@dataclass(eq=False)
class Lane:
    """What the view knows of a lane.

    Attributes
    ----------
    key, title, description : its name in settings, in the gutter, in words
    height : its share of the view
    items : drawn in this order
    bottom, top : what its lower and upper edge stand for
    ticks : heights and labels in the gutter, for as many lines of text as the lane is high
    describe : what is at a time (s) and height, for the readout
    hand : what takes the mouse on this lane; None for the seeking and panning that all lanes share
    """

    key: str
    title: str
    description: str
    height: LaneHeight
    items: Sequence[TimeItem]
    bottom: float
    top: float
    ticks: Callable[[float], Ticks] = no_ticks
    describe: Callable[[float, float], str] = no_words
    visible: bool = True
    hand: Hand | None = None
    box: TimeBox = field(init=False)
    furniture: "LaneFurniture" = field(init=False)

    def __post_init__(self) -> None:
        self.box = TimeBox()
        for item in self.items:
            self.box.add(item)
        self.furniture = LaneFurniture(self)

    @property
    def rect(self) -> QRectF:
        """Where the lane's time axis is in the view."""
        return self.box.rect

    def place(self, rect: QRectF) -> None:
        self.box.place(rect)
        self.furniture.place(rect)

    def set_shown(self, shown: bool) -> None:
        self.box.setVisible(shown)
        self.furniture.setVisible(shown)

    def set_theme(self, theme: Theme) -> None:
        for item in self.items:
            item.set_theme(theme)
        self.furniture.set_theme(theme)

    def height_at(self, y: float) -> float:
        """Return the value on the lane's own axis at a place in the view."""
        rect = self.rect
        return self.bottom + (rect.bottom() - y) / max(rect.height(), 1.0) * (self.top - self.bottom)


class LaneFurniture(QGraphicsItem):
    """Title and labels in the gutter, the line above the lane, and a muted text where there is no picture yet."""

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self.lane = lane
        self.theme = LIGHT
        self.note = ""
        self.is_awaited = False
        self._rect = QRectF()
        self._bounds = QRectF()
        self._lane_rect: QRectF | None = None
        self.line = QGraphicsRectItem(self)
        self.line.setPen(Qt.PenStyle.NoPen)
        self.set_theme(LIGHT)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(-1)

    def place(self, rect: QRectF) -> None:
        """Take a place beside a lane's; nothing is painted again when it is the same."""
        if rect == self._lane_rect:
            return
        self._lane_rect = QRectF(rect)
        self._rect = QRectF(0, rect.top() - UNIT / 2, rect.right() + MARGIN, rect.height() + UNIT)
        self.line.setRect(QRectF(0, self._rect.top(), self._rect.width(), 1))
        self._take_bounds()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.line.setBrush(QColor(theme.border))
        self.update()

    def set_note(self, note: str, *, is_awaited: bool = False) -> None:
        self.note, self.is_awaited = note, is_awaited
        self._take_bounds()

    def _take_bounds(self) -> None:
        self.prepareGeometryChange()
        # No wider than what it draws: what is kept of it is laid over the window with every frame.
        narrow = QRectF(0, self._rect.top() + 1, GUTTER, self._rect.height() - 1)
        self._bounds = self._rect if self.note else narrow
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, *_: Any) -> None:
        lane = self.lane.rect
        painter.setFont(small_font(0.8))
        line = QFontMetricsF(painter.font()).height()
        painter.setPen(QColor(self.theme.text_muted))
        self._draw_title(painter, lane, line)
        if self.note:
            painter.setFont(small_font(0.9))
            painter.drawText(lane, Qt.AlignmentFlag.AlignCenter, self.note)
        else:
            self._draw_ticks(painter, lane, line)

    def _draw_title(self, painter: QPainter, lane: QRectF, line: float) -> None:
        """Draw the title in the upper left corner; each of its lines belongs to a row of the lane."""
        titles = self.lane.title.split("\n")
        height = lane.height() / len(titles) if len(titles) > 1 else line
        for row, title in enumerate(titles):
            rect = QRectF(UNIT, lane.top() + row * height, GUTTER - UNIT, height)
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _draw_ticks(self, painter: QPainter, lane: QRectF, line: float) -> None:
        """Labels from below upwards, leaving out those that would touch another or the title."""
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        free_below = lane.bottom() + 0.35 * line
        for height, label in self.lane.ticks(lane.height() / line):
            fraction = (height - self.lane.bottom) / (self.lane.top - self.lane.bottom)
            y = lane.bottom() - fraction * lane.height()
            if y + 0.5 * line * 0.9 > free_below or y - 0.5 * line < lane.top() + line:
                continue
            painter.drawText(QRectF(0, y - line / 2, GUTTER - UNIT, line), right, label)
            free_below = y - 0.5 * line * 0.9


def shared_heights(available: int, wishes: Sequence[LaneHeight]) -> list[int]:
    """Heights of lanes that fill `available` pixels.

    In proportion to their weights within their bounds; where not even the least heights fit, in proportion to
    those, so that a small window shows a little of everything. Lanes of one height, such as the handles of beats, keep
    it as long as they take less than half of the whole; floors count as long as a quarter of what is left remains.
    """
    available = max(available, 0)
    if not wishes:
        return []
    least = sum(wish.least for wish in wishes)
    if available <= least:
        fixed = sum(wish.least for wish in wishes if wish.least == wish.most)
        kept = fixed if fixed < available / 2 else 0
        keeps = [wish.least if kept and wish.least == wish.most else min(wish.floor, wish.least) for wish in wishes]
        if sum(keeps) - kept > 0.75 * (available - kept):
            keeps = [wish.least if kept and wish.least == wish.most else 0 for wish in wishes]
        squeezed = (available - sum(keeps)) / max(least - sum(keeps), 1)
        return _rounded(
            [keep + squeezed * (wish.least - keep) for keep, wish in zip(keeps, wishes, strict=True)], available
        )
    heights = [0.0] * len(wishes)
    open_lanes = set(range(len(wishes)))
    # Lanes whose share lies outside their bounds take the bound, and the others share what is left. Those that miss
    # their bounds by more in sum, below or above, go first, as in the flexible boxes of style sheets.
    while open_lanes:
        left = available - sum(heights[i] for i in range(len(wishes)) if i not in open_lanes)
        per_weight = left / sum(wishes[i].weight for i in open_lanes)
        shares = {i: per_weight * wishes[i].weight for i in open_lanes}
        bounded = {i: min(max(shares[i], wishes[i].least), wishes[i].most) for i in open_lanes}
        excess = sum(bounded[i] - shares[i] for i in open_lanes)
        settled = {i for i in open_lanes if (bounded[i] - shares[i]) * excess > 0} or set(open_lanes)
        for i in settled:
            heights[i] = bounded[i]
        open_lanes -= settled
    return _rounded(heights, min(available, round(sum(heights))))


def _rounded(heights: Sequence[float], total: int) -> list[int]:
    edges = [0.0]
    for height in heights:
        edges.append(edges[-1] + height)
    whole = [min(round(edge), total) for edge in edges]
    return [second - first for first, second in pairwise(whole)]
