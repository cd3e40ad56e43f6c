"""Why a piece has its genre: what speaks for and against the first two genres, and what sounds most like it."""

import math
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.language import local_number, tr
from desktop.widgets.basic import label, push_button
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.explanation.clip_reasons import ClipReasons, GenreReasons, Ground
    from core.jobs.clip_reasons import Explained, NearTrack

LARGE: Final = 1.3
"""Of the letters of a genre's name, relative to those of the window."""

_MINUS = "\N{MINUS SIGN}"
_PLACES: Final = {"usual": tr("usual for"), "above": tr("above the usual of"), "below": tr("below the usual of")}


class GenreReasonsView(QScrollArea):
    """Two genres with their reasons, one below the other, then the nearest tracks as links."""

    track_wanted = Signal(Path)
    """The user wants to hear this track."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Why this genre"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = LIGHT
        self._content = QWidget()
        self.show_message("")

    def show_message(self, text: str) -> None:
        """Show a line in place of the reasons: that they are being measured, or why there are none."""
        column = self._begin()
        column.addWidget(_line(text, "muted"))
        column.addStretch(1)

    def show_explained(self, explained: "Explained") -> None:
        """Show reasons and neighbours."""
        column = self._begin()
        column.addWidget(_line(_legend(explained.reasons), "muted"))
        for genre in explained.reasons.genres:
            self._add_genre(column, genre)
        if explained.nearest:
            column.addSpacing(UNIT)
            column.addWidget(self._large(_line(tr("Most alike in your library"))))
            for track in explained.nearest:
                column.addWidget(self._link(track), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(f"#reasons {{ background: transparent; }} #share {{ color: {theme.text}; }}")

    def text(self) -> str:
        """Return everything that is shown, a line each."""
        return "\n".join(one.text() for one in self._content.findChildren(QLabel))

    def _begin(self) -> QVBoxLayout:
        self._content = QWidget()
        self._content.setObjectName("reasons")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT)
        column.setSpacing(UNIT // 4)
        self.setWidget(self._content)
        return column

    def _add_genre(self, column: QVBoxLayout, genre: "GenreReasons") -> None:
        column.addWidget(self._large(_line(f"{genre.genre} {100 * genre.probability:.0f} %")))
        if not genre.speaking and not genre.against:
            column.addWidget(_line(tr("Nothing moves it by as much as 1 %."), "muted"))
        for ground in (*genre.speaking, *genre.against):
            column.addWidget(_line(ground.headline, "share"))
            column.addWidget(_line(detail(ground, genre.genre), "muted"))
        column.addSpacing(UNIT)

    def _link(self, track: "NearTrack") -> QWidget:
        genre = f" · {track.genre}" if track.genre else ""
        made = push_button(
            f"{_shortened(track.name)}{genre}", lambda: self.track_wanted.emit(track.path), "link",
            tr(
                "Open and play\n{path}\nDistance {distance:.0f} % of the usual between tracks",
                path=track.path, distance=100 * track.distance,
            ),
        )  # fmt: skip
        made.setAccessibleName(tr("Open and play {name}", name=track.name))
        return made

    def _large(self, shown: QLabel) -> QLabel:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * LARGE)
        font.setWeight(QFont.Weight.DemiBold)
        shown.setFont(font)
        return shown


def detail(ground: "Ground", genre: str) -> str:
    """Return the feature that shows it, beside what is usual: "noisiness 0.15, usual for disco (0.092 to 0.17)"."""
    unit = f" {ground.unit}" if ground.unit else ""
    value = f"{ground.words} {_number(ground.value)}{unit}"
    if not math.isfinite(ground.low):
        return value
    return tr(
        "{value}, {place} {genre} ({low} to {high})",
        value=value,
        place=_PLACES[ground.place],
        genre=genre,
        low=_number(ground.low),
        high=_number(ground.high),
    )


def _legend(reasons: "ClipReasons") -> str:
    signs = tr("+ speaks for the genre, {minus} against it, in per cent of probability", minus=_MINUS)
    return tr("{signs}. From {start:.0f} to {end:.0f} s.", signs=signs, start=reasons.start, end=reasons.end)


def _number(value: float) -> str:
    """Three digits that mean something."""
    size = abs(value)
    text = (
        local_number(value, ",.0f")
        if size >= 100
        else local_number(value, ".3g")
        if size >= 1e-3 or not value
        else local_number(value, ".1e")
    )
    return text.replace("-", _MINUS)


def _shortened(name: str, most: int = 40) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _line(text: str, role: str = "") -> QLabel:
    made = label(text, role, wrap=True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made
