"""Which genres a piece resembles: ranked bars for the whole of it or for the part that plays."""

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt
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

from core.messages import texts
from desktop.clip.genre_bars import GenreBar, GenreBars
from desktop.clip.tables.columns import clock
from desktop.widgets.basic import ElidedLabel, label
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.genre.model import GenrePrediction

NO_CLIP: Final = "No clip open.\nGenres appear here after the analysis."
NO_MODEL: Final = "No genres: no genre model could be loaded."


class GenrePanel(QWidget):
    """Bars, the model that speaks, and what to keep in mind about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Genre")
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
        self.whole_button.setChecked(True)
        several = prediction is not None and len(prediction.windows) > 1
        self.whole_button.setVisible(several)
        self.playhead_button.setVisible(several)
        if prediction is None:
            self._show_message(note or NO_MODEL)
            return
        self.notes_label.setText("\n".join(filter(None, (note, *texts(prediction.notes)))))
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

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.bars.set_theme(theme)
        # Palettes do not reach through the style sheet's scroll areas; without these two they stay grey.
        self.setStyleSheet(
            f"""
            QScrollArea, #genre-bars {{ background: transparent; border: none; }}
            #message {{ color: {theme.text_muted}; }}
            QToolButton {{ color: {theme.text_muted}; padding: 2px 6px; }}
            QToolButton:checked {{ color: {theme.text}; }}
            """
        )

    def _make_parts(self) -> None:
        self.heading = label("Genre", "heading")
        self.heading.setMinimumHeight(3 * UNIT + UNIT // 2)
        self.whole_button, self.playhead_button = _choice("Whole piece"), _choice("At playhead")
        self.whole_button.setToolTip("Mean over the whole piece")
        self.playhead_button.setToolTip("Window around the playhead")
        group = QButtonGroup(self)
        for button in (self.whole_button, self.playhead_button):
            group.addButton(button)
        self.whole_button.setChecked(True)
        self.playhead_button.toggled.connect(self._show_bars)
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
        top.setContentsMargins(UNIT, UNIT // 2, UNIT // 2, UNIT // 2)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.message)
        self.stack.addWidget(self.scroll_area)
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
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.footer)

    def _show_message(self, text: str) -> None:
        self.message.setText(text)
        self.footer.hide()
        self.stack.setCurrentWidget(self.message)

    def _show_bars(self) -> None:
        prediction = self._prediction
        if prediction is None:
            return
        if self.playhead_button.isChecked():
            self._shown_window = nearest_window(prediction, self._seconds)
            start, end = prediction.windows[self._shown_window]
            passage = f"From {_minutes(start)} to {_minutes(end)} · "
            probabilities = prediction.window_probabilities[self._shown_window]
        else:
            passage, probabilities = "", prediction.probabilities
        self.model_label.set_full_text(f"{passage}{_model_words(prediction)}")
        self.bars.show_probabilities(prediction.classes, probabilities.tolist())
        for bar in self.bars.bars:
            # Installed once only, however often it is called; keeps the focused bar in sight.
            bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, GenreBar):
            self.scroll_area.ensureWidgetVisible(watched, 0, 0)
        return super().eventFilter(watched, event)


def _model_words(prediction: "GenrePrediction") -> str:
    """Which model spoke and how often it is right, the honest figure first."""
    new, known = prediction.accuracy_on_new_artists, prediction.accuracy_on_known_artists
    if not (math.isfinite(new) and math.isfinite(known)):
        return f"Model: {prediction.model_name}"
    return f"{prediction.model_name} · {100 * new:.0f} % accuracy on new artists, {100 * known:.0f} % on known"


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
