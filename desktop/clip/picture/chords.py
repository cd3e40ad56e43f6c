"""The lane of the chords: a block for each, coloured by its root, named where there is room."""

import colorsys
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from core.harmony.chords import NO_CHORD, Chords
from core.language import tr
from desktop.clip.picture.colormap import mixed, text_on
from desktop.clip.picture.lane import LINE, Lane, LaneHeight
from desktop.clip.picture.time_item import Frame, TimeItem, small_font

KEY, NAME, TITLE = "chords", tr("Chords"), tr("Chords")
HEIGHT = LaneHeight(0.6, 20, 26, floor=LINE)

NO_CHORDS, NOT_ANALYSED = tr("No chords without beats"), tr("Not analysed")

_NARROWEST_NAMED = 14  # pixels
_FAINTEST, _STRONGEST = 0.25, 0.75  # of the colour, by how likely the chord is
_FIFTHS = 7
_NATURALS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def chord_text(label: str) -> str:
    """Return a chord as musicians write it: "B♭m" for "Bb:min", nothing for no chord."""
    if label == NO_CHORD:
        return ""
    root, _, kind = label.partition(":")
    return root.replace("#", "♯").replace("b", "♭") + ("m" if kind == "min" else "")


@lru_cache(maxsize=64)
def chord_colour(label: str) -> str:
    """Return the colour of a chord: roots a fifth apart have neighbouring hues, minor is darker."""
    root, _, kind = label.partition(":")
    pitch_class = _NATURALS[root[0]] + root.count("#") - root.count("b")
    hue = pitch_class * _FIFTHS % 12 / 12
    red, green, blue = colorsys.hls_to_rgb(hue, 0.42 if kind == "min" else 0.58, 0.5)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


class ChordItem(TimeItem):
    """Blocks of chords along the piece; the paler, the less sure."""

    def __init__(self) -> None:
        super().__init__()
        self.chords: Chords | None = None

    def set_chords(self, chords: Chords | None) -> None:
        """Show other chords, or none."""
        self.chords = chords if chords is not None and len(chords) else None
        self.refresh()

    def describe(self, seconds: float, _height: float = 0.0) -> str:
        """Return the chord at a time and how likely it is."""
        if self.chords is None:
            return ""
        place = self.chords.place_at(seconds)
        name = chord_text(self.chords.labels[place])
        return f"{name}  {100 * self.chords.strengths[place]:.0f} %" if name else tr("No chord")

    def draw(self, painter: QPainter, frame: Frame) -> None:
        chords = self.chords
        if chords is None:
            return
        painter.setFont(small_font())
        metrics = QFontMetricsF(painter.font())
        xs = frame.xs(chords.times)
        first = max(0, int(np.searchsorted(xs, 0.0, side="right")) - 1)
        last = min(len(chords), int(np.searchsorted(xs, frame.width)))
        for place in range(first, last):
            label = chords.labels[place]
            if label == NO_CHORD:
                continue
            left, right = frame.snapped(max(xs[place], 0.0)), frame.snapped(min(xs[place + 1], frame.width))
            share = _FAINTEST + (_STRONGEST - _FAINTEST) * float(chords.strengths[place])
            colour = mixed(self.theme.surface, chord_colour(label), share)
            painter.fillRect(QRectF(left, 0, max(right - left - 1, 1), frame.height), QColor(colour))
            if right - left < _NARROWEST_NAMED:
                continue
            name = metrics.elidedText(chord_text(label), Qt.TextElideMode.ElideRight, right - left - 4)
            if name != "…":
                painter.setPen(QColor(text_on(colour)))
                painter.drawText(QRectF(left + 3, 0, right - left, frame.height), Qt.AlignmentFlag.AlignVCenter, name)


class ChordLane(Lane):
    """The lane, which says so where there are no chords."""

    def __init__(self) -> None:
        self.item = ChordItem()
        super().__init__(
            KEY, TITLE, tr("Chords on the beats; the paler, the less sure"), HEIGHT, [self.item], 0.0, 1.0,
            describe=self.item.describe,
        )  # fmt: skip

    def show_chords(self, chords: Chords | None) -> None:
        """Show the chords of a piece; None if they were not searched."""
        self.item.set_chords(chords)
        self.furniture.set_note("" if self.item.chords is not None else NOT_ANALYSED if chords is None else NO_CHORDS)

    def clear(self) -> None:
        """Show nothing."""
        self.item.set_chords(None)
