"""The lane of sections: blocks in the colour of their label, named where there is room."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from core.structure.sections import NO_SECTIONS, Sections
from desktop.clip.picture.colormap import mixed
from desktop.clip.picture.time_item import Frame, TimeItem, small_font
from desktop.widgets.theme import GENRE_COLOURS

SECTION_HEIGHT = 22
"""Pixels of the lane."""

TINT = 0.34
"""How much of its colour a block has, the rest being the surface: text stays legible upon it."""

NARROWEST_NAMED = 14
"""Pixels a section must hold for its label to be written."""

_PALETTE = tuple(GENRE_COLOURS.values())  # ten colours that colour-blind people can tell apart


class SectionItem(TimeItem):
    """Blocks of sections. The border under the pointer is drawn stronger, and so is the section in hand."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: Sections = NO_SECTIONS
        self.held = -1
        """The border under the pointer, -1 for none."""

    def show_sections(self, sections: Sections) -> None:
        """Show other sections."""
        self.sections = sections
        self.refresh()

    def hold(self, border: int) -> None:
        """Mark a border, -1 for none."""
        if border != self.held:
            self.held = border
            self.refresh()

    def describe(self, seconds: float, _height: float = 0.0) -> str:
        """Return the caption of the section at a time, and what it may be."""
        place = self.sections.index_at(seconds)
        if place is None:
            return ""
        name = self.sections.name_of(self.sections.labels[place])
        return "  ".join(word for word in (self.sections.captions()[place], name) if word)

    def colour_of(self, label: str) -> str:
        """Return the colour of a label: by the order in which the labels of the piece come."""
        return _PALETTE[list(dict.fromkeys(self.sections.labels)).index(label) % len(_PALETTE)]

    def draw(self, painter: QPainter, frame: Frame) -> None:
        sections = self.sections
        if not len(sections):
            return
        painter.setFont(small_font())
        visible = frame.visible(sections.times)
        first, last = visible.start, min(visible.stop - 1, len(sections))
        xs = frame.xs(np.asarray(sections.times))
        colours = {label: self.colour_of(label) for label in set(sections.labels)}
        for place in range(first, last):
            left, right = frame.snapped(xs[place]), frame.snapped(xs[place + 1])
            block = QRectF(left, 0, right - left, frame.height)
            painter.fillRect(block, QColor(mixed(self.theme.surface, colours[sections.labels[place]], TINT)))
            self._draw_name(painter, frame, block, place)
        for border in range(max(first, 1), last):
            width = 3 if border == self.held else 1
            colour = self.theme.accent if border == self.held else self.theme.text_muted
            painter.fillRect(QRectF(frame.snapped(xs[border]) - width // 2, 0, width, frame.height), QColor(colour))

    def _draw_name(self, painter: QPainter, frame: Frame, block: QRectF, place: int) -> None:
        """Write label and name into the visible part of a block."""
        shown = block.intersected(QRectF(0, 0, frame.width, frame.height)).adjusted(4, 0, -3, 0)
        if shown.width() + 7 < NARROWEST_NAMED:
            return
        label = self.sections.labels[place]
        name = self.sections.name_of(label)
        metrics = QFontMetricsF(painter.font())
        whole = f"{label}  {name}" if name else label
        text = whole if metrics.horizontalAdvance(whole) <= shown.width() else label
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, shown.width())
        painter.setPen(QColor(self.theme.text))
        painter.drawText(shown, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
