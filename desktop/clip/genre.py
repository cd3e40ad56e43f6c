"""Which genres a piece resembles: ranked bars for the whole of it or for the part that plays."""

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.language import tr
from core.messages import texts
from desktop.clip.genre_bars import GenreBar, GenreBars
from desktop.clip.genre_reasons import GenreReasonsView
from desktop.clip.tables.columns import clock
from desktop.widgets.basic import ElidedLabel, label
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.genre.model import GenrePrediction

NO_CLIP: Final = tr("No clip open.\nGenres appear here after the analysis.")
NONE: Final = tr("None of these")
WHAT_NONE_MEANS: Final = tr(
    "It sounds unlike all the music that the model learned from. The bars only say which genre is least far off."
)
NO_MODEL: Final = tr("No genres: no genre model could be loaded.")


class GenrePanel(QWidget):
    """Bars, the model that speaks, and what to keep in mind about it; on request the reasons in place of the bars.

    Where the piece is unlike all that the model knows, that stands above the bars, in large letters.
    """

    why_wanted = Signal(object)
    """Reasons are to be shown: of the window around a time (seconds), or of the whole piece if None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Genre"))
        self.setMinimumWidth(26 * UNIT)
        self._prediction: GenrePrediction | None = None
        self._seconds = 0.0
        self._shown_window: int | None = None
        self._make_parts()
        self._arrange()
        self.set_theme(LIGHT)
        self.clear()

    def show_prediction(self, prediction: "GenrePrediction | None", note: str = "") -> None:
        """Show a prediction; if None, show `note`, which says why there is none."""
        self._prediction = prediction
        self.why_button.setVisible(prediction is not None)
        self.why_button.setChecked(False)
        self.whole_button.setChecked(True)
        several = prediction is not None and len(prediction.windows) > 1
        self.whole_button.setVisible(several)
        self.playhead_button.setVisible(several)
        if prediction is None:
            self._show_message(note or NO_MODEL)
            return
        # That it is none of them is said above the bars.
        notes = texts(one for one in prediction.notes if getattr(one, "code", "") != "genre.none_of_these")
        self.notes_label.setText("\n".join(filter(None, (note, *notes))))
        self.notes_label.setVisible(bool(self.notes_label.text()))
        self.footer.show()
        self.stack.setCurrentWidget(self.scroll_area)
        self._shown_window = None
        self._show_bars()
        self.scroll_area.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show that there is no clip."""
        self.show_prediction(None, NO_CLIP)

    def set_position(self, seconds: float) -> None:
        """Follow the playhead if “At playhead” is chosen."""
        self._seconds = seconds
        if self._prediction is not None and self.playhead_button.isChecked():
            window = nearest_window(self._prediction, seconds)
            if window != self._shown_window:
                self._show_bars()
                self._ask_why()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.bars.set_theme(theme)
        self.reasons.set_theme(theme)
        # Palettes do not reach through the style sheet's scroll areas; without these two they stay grey.
        self.setStyleSheet(
            f"""
            QScrollArea, #genre-bars {{ background: transparent; border: none; }}
            #none {{ color: {theme.text}; }}
            #message {{ color: {theme.text_muted}; }}
            QToolButton {{ color: {theme.text_muted}; padding: 2px 6px; }}
            QToolButton:checked {{ color: {theme.text}; }}
            """
        )

    def _make_parts(self) -> None:
        self.heading = label(tr("Genre"), "heading")
        self.heading.setMinimumHeight(3 * UNIT + UNIT // 2)
        self.whole_button, self.playhead_button = _choice(tr("Whole piece")), _choice(tr("At playhead"))
        self.whole_button.setToolTip(tr("Mean over the whole piece"))
        self.playhead_button.setToolTip(tr("Window around the playhead"))
        group = QButtonGroup(self)
        for button in (self.whole_button, self.playhead_button):
            group.addButton(button)
        self.whole_button.setChecked(True)
        self.playhead_button.toggled.connect(self._show_bars)
        self.playhead_button.toggled.connect(self._ask_why)
        self.why_button = _choice(tr("Why?"))
        self.why_button.setToolTip(tr("What speaks for the first genres and against them, and what sounds alike"))
        self.why_button.setAccessibleName(tr("Why this genre"))
        self.why_button.toggled.connect(self._turn)
        self.reasons = GenreReasonsView()
        self.none_label, self.none_meaning = label(NONE, "none"), label(WHAT_NONE_MEANS, "muted", wrap=True)
        self.none_label.setFont(_larger(self.font()))
        self.none_meaning.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bars = GenreBars()
        self.bars.setObjectName("genre-bars")
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidget(self.bars)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.message = label("", "message", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.model_label = ElidedLabel("muted", elide=Qt.TextElideMode.ElideRight)
        self.notes_label = label("", "muted", wrap=True)
        self.notes_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.whole_button)
        top.addWidget(self.playhead_button)
        top.addWidget(self.why_button)
        top.setContentsMargins(UNIT, UNIT // 2, UNIT // 2, UNIT // 2)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.message)
        self.stack.addWidget(self.scroll_area)
        self.stack.addWidget(self.reasons)
        self.none = QWidget()
        self.none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        statement = QVBoxLayout(self.none)
        statement.setContentsMargins(UNIT, 0, UNIT, UNIT // 2)
        statement.setSpacing(0)
        statement.addWidget(self.none_label)
        statement.addWidget(self.none_meaning)
        self.footer = QWidget()
        self.footer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        below = QVBoxLayout(self.footer)
        below.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        below.setSpacing(0)
        below.addWidget(self.model_label)
        below.addWidget(self.notes_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.none)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.footer)

    def _show_message(self, text: str) -> None:
        self.message.setText(text)
        self.none.hide()
        self.footer.hide()
        self.stack.setCurrentWidget(self.message)

    def _show_bars(self) -> None:
        prediction = self._prediction
        if prediction is None:
            return
        if self.playhead_button.isChecked():
            self._shown_window = nearest_window(prediction, self._seconds)
            start, end = prediction.windows[self._shown_window]
            passage = tr("From {start} to {end} · ", start=_minutes(start), end=_minutes(end))
            probabilities = prediction.window_probabilities[self._shown_window]
        else:
            passage, probabilities = "", prediction.probabilities
        self.none.setVisible(self._is_outside(prediction))
        self.model_label.set_full_text(f"{passage}{_model_words(prediction)}")
        self.bars.show_probabilities(prediction.classes, probabilities.tolist())
        for bar in self.bars.bars:
            # Installed once only, however often it is called; keeps the focused bar in sight.
            bar.installEventFilter(self)

    def _is_outside(self, prediction: "GenrePrediction") -> bool:
        """Whether what is shown is none of the genres: the piece, or the window at the playhead."""
        if self.playhead_button.isChecked() and len(prediction.window_novelty) and self._shown_window is not None:
            return bool(prediction.window_novelty[self._shown_window] > 1)
        return prediction.is_outside

    def _turn(self, shows_reasons: bool) -> None:
        """Show the reasons, or the bars again."""
        if self._prediction is None:
            return
        self.stack.setCurrentWidget(self.reasons if shows_reasons else self.scroll_area)
        self._ask_why()

    def _ask_why(self) -> None:
        if self.why_button.isChecked() and self._prediction is not None:
            self.reasons.show_message(tr("Measuring reasons…"))
            self.why_wanted.emit(self._seconds if self.playhead_button.isChecked() else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, GenreBar):
            self.scroll_area.ensureWidgetVisible(watched, 0, 0)
        return super().eventFilter(watched, event)


def _larger(font: QFont) -> QFont:
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 1.6)
    larger.setWeight(QFont.Weight.DemiBold)
    return larger


def _model_words(prediction: "GenrePrediction") -> str:
    """Which model spoke and how often it is right, the honest figure first."""
    new, known = prediction.accuracy_on_new_artists, prediction.accuracy_on_known_artists
    if not (math.isfinite(new) and math.isfinite(known)):
        return tr("Model: {model_name}", model_name=prediction.model_name)
    return tr(
        "{model_name} · {new:.0f} % accuracy on new artists, {known:.0f} % on known",
        model_name=prediction.model_name,
        new=100 * new,
        known=100 * known,
    )


def nearest_window(prediction: "GenrePrediction", seconds: float) -> int:
    """Return the window whose middle is nearest to a time; windows overlap, so several may contain it."""
    return int(np.argmin(np.abs(prediction.windows.mean(axis=1) - seconds)))


def _choice(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _minutes(seconds: float) -> str:
    return clock(float(round(seconds))).removesuffix(".00")
