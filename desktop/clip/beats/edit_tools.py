"""The bar of tools below the picture while one edits beats: tools above, hints and the proposal below."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QWidget,
)

from core.language import tr
from core.rhythm.edits import FASTEST, SLOWEST
from core.rhythm.estimate import TempoCandidate
from core.rhythm.grid import BeatGrid, phase_distance
from desktop.clip.beats.actions import BEAT_SPECS, METRE_HERE_MENU, METRE_MENU, NUDGE_MS
from desktop.clip.picture.time_text import format_time
from desktop.widgets.basic import label, open_menu, push_button
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import themed_icon
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from desktop.clip.beats.desk import BeatDesk

SCALES: Final = (("halve", "×½"), ("double", "×2"), ("two_thirds", "×⅔"), ("three_halves", "×3⁄2"))
MOVES: Final = (
    ("tap", tr("Tap")),
    ("downbeat", tr("This is the one")),
    ("half_later", tr("½ beat")),
    ("nudge_earlier", tr("−{ms} ms", ms=NUDGE_MS)),
    ("nudge_later", tr("+{ms} ms", ms=NUDGE_MS)),
)
"""Keys of actions that are buttons, and what stands on them."""

MORE_MENU: Final = (
    "tempo_here", None, "half_earlier", "nudge_1_earlier", "nudge_1_later", None, "add_beat", "remove_beats", None,
    "no_beats", "lock_beats", "unlock_beats", None, "beat_history", "reset_beats",
)  # fmt: skip

OFF: Final = tr("½ beat off")
"""What stands on a reading that has the tempo of another."""

SAME_TEMPO: Final = 0.02
"""Tempi within this share of each other are one candidate."""

HINT: Final = tr(
    "Drag a beat (Shift: all from here on) · Double-click adds, Del removes · Alt: no snapping · Right click: more"
)
TOO_FAR: Final = tr("Zoom in to move single beats.")


OWN_KEYS: Final = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Keys that the field of the tempo needs itself."""


class TempoField(QDoubleSpinBox):
    """A tempo to type: Return takes it, Esc drops it."""

    typed = Signal(float)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(SLOWEST, FASTEST)
        self.setDecimals(1)
        self.setSuffix(" BPM")
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus | Qt.FocusPolicy.TabFocus)
        self.setKeyboardTracking(False)
        self.setFixedWidth(11 * UNIT)
        self.lineEdit().setTextMargins(UNIT - 2, 0, 0, 0)
        self.setToolTip(tr("Type a tempo, then Return (P)"))
        self.setAccessibleName(tr("Tempo"))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in OWN_KEYS:
            event.accept()  # before the window takes it for leaving the mode
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.interpretText()
            self.typed.emit(self.value())
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CandidateButton(QToolButton):
    """One reading of the tempo: heard and seen while the pointer is over it, taken by a press."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, candidate: TempoCandidate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.candidate = candidate
        sure = "" if math.isnan(candidate.probability) else f"  {100 * candidate.probability:.0f} %"
        tempo = tr("{tempo:.0f} BPM", tempo=candidate.tempo)
        whole = tr("{tempo}, ½ beat off", tempo=tempo) if candidate.is_shifted else tempo
        # The tempo is that of another button, and with it the tools would not fit into one row of a small window.
        self.setText(f"{OFF if candidate.is_shifted else tempo}{sure}")
        tip = tr("Press to take these beats; hover to see them, and to hear them while the clip plays")
        # The summary has another number: that tempo, beats and their places are all right.
        meaning = tr("\n{sure}: among these readings of the tempo", sure=sure.strip()) if sure else ""
        self.setToolTip((f"{whole}. {tip}" if candidate.is_shifted else tip) + meaning)
        self.setAccessibleName(tr("Tempo {whole}{sure}", whole=whole, sure=sure))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit(self.candidate)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()


class EditTools(QFrame):
    """Everything that can be done to beats, as buttons."""

    def __init__(self, desk: BeatDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editTools")
        self.setAccessibleName(tr("Tools for beats"))
        self._desk = desk
        self._theme = LIGHT
        self.buttons: dict[str, QToolButton] = {}
        self.candidates: list[CandidateButton] = []
        self._candidate_group = QButtonGroup(self)
        self.tempo = TempoField()
        self.tempo.typed.connect(desk.take_tempo)
        self.tempo.left.connect(desk.leave_tempo)
        self._arrange()

    # --- what is shown ---------------------------------------------------------------------------------------------

    def show_candidates(self, candidates: Sequence[TempoCandidate]) -> None:
        """Offer these readings of the tempo; one alone is no choice."""
        for button in self.candidates:
            self._candidate_group.removeButton(button)
            self._candidate_row.removeWidget(button)
            button.deleteLater()
        self.candidates = [CandidateButton(candidate) for candidate in candidates] if len(candidates) > 1 else []
        for button in self.candidates:
            self._candidate_group.addButton(button)
            self._candidate_row.addWidget(button)
            button.clicked.connect(lambda _=False, chosen=button.candidate: self._desk.choose(chosen))
            button.entered.connect(self._desk.hear)
            button.left.connect(self._desk.hear_no_more)
        self._candidates.setVisible(bool(self.candidates))

    def show_grid(self, grid: BeatGrid) -> None:
        """Show tempo and metre of the beats."""
        has_tempo = math.isfinite(grid.tempo)
        if not self.tempo.hasFocus():
            self.tempo.setValue(grid.tempo if has_tempo else 120.0)
        self._candidate_group.setExclusive(False)
        for button in self.candidates:
            button.setChecked(has_tempo and self._is_like(grid, button.candidate))
        self.metre_button.setText(
            tr("{beats_per_bar} beats", beats_per_bar=grid.beats_per_bar) if len(grid) else tr("Metre")
        )

    def _is_like(self, grid: BeatGrid, candidate: TempoCandidate) -> bool:
        """Whether a reading has the tempo of a grid, and is the nearer one of two that are half a beat apart."""
        alike = [one.candidate for one in self.candidates if abs(one.candidate.tempo / grid.tempo - 1) < SAME_TEMPO]
        return candidate in alike and candidate is min(alike, key=lambda one: phase_distance(grid, one.grid))

    def show_abilities(self, abilities: frozenset[str]) -> None:
        """Enable what can be done now."""
        for key, button in self.buttons.items():
            needs = BEAT_SPECS[key].needs
            button.setEnabled(needs == "nothing" or needs in abilities)

    def ask_for_tempo(self, start: float | None = None) -> None:
        """Move the focus to the field of the tempo: of all, or from a time on."""
        self.tempo.setPrefix("" if start is None else tr("from {time}: ", time=format_time(start, 2)))
        self.tempo.setFixedWidth((11 if start is None else 22) * UNIT)
        self.tempo.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tempo.selectAll()

    def leave_tempo(self) -> None:
        """Go back to the tempo of all."""
        self.tempo.setPrefix("")
        self.tempo.setFixedWidth(11 * UNIT)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for key in ("undo", "redo"):
            self.buttons[key].setIcon(themed_icon(key, theme))

    # --- building --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        tools = QWidget()
        row = FlowLayout(tools)
        row.setSpacing(UNIT // 4)
        title = label(tr("Editing beats"), "editTitle")
        title.setMinimumHeight(26)
        self._candidates = QWidget()
        self._candidate_row = QHBoxLayout(self._candidates)
        self._candidate_row.setContentsMargins(0, 0, 0, 0)
        self._candidate_row.setSpacing(UNIT // 2)
        self.metre_button = self._menu_button(tr("Metre"), self._metre_menu(), tr("Beats in a bar"))
        self.more_button = self._menu_button(tr("More"), menu_of(MORE_MENU, self._desk, self), tr("More tools"))
        for part in (
            title, self._candidates, *(self._button(*pair) for pair in SCALES), self.tempo,
            *(self._button(*pair) for pair in MOVES), self.metre_button, self.more_button,
            self._button("undo", ""), self._button("redo", ""),
        ):  # fmt: skip
            row.addWidget(part)
        self.done_button = push_button(tr("Done"), self._desk.leave, tip=tr("Stop editing beats (Esc, B)"))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        whole.setSpacing(UNIT)
        whole.addWidget(tools, 1)
        whole.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignTop)

    def _button(self, key: str, text: str) -> QToolButton:
        spec = BEAT_SPECS[key]
        button = QToolButton()
        button.setText(text)
        name = spec.text.replace("&", "")
        keys = keys_of(key)
        button.setToolTip(f"{name} ({keys})" if keys else name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False: spec.callback(self._desk))
        self.buttons[key] = button
        return button

    def _menu_button(self, text: str, menu: QMenu, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        open_menu(button, menu)
        return button

    def _metre_menu(self) -> QMenu:
        menu = menu_of(METRE_MENU, self._desk, self)
        here = menu_of(METRE_HERE_MENU, self._desk, menu)
        here.setTitle(tr("From here on"))
        menu.addSeparator()
        menu.addMenu(here)
        return menu


def menu_of(keys: Sequence[str | None], desk: BeatDesk, parent: QWidget) -> QMenu:
    """Return a menu of some actions; each time it opens, those that make no sense are greyed."""
    menu = QMenu(parent)
    made: list[tuple[QAction, str]] = []
    for key in keys:
        if key is None:
            menu.addSeparator()
            continue
        action = menu.addAction(BEAT_SPECS[key].text)
        # The keys are shown only: those of the menu bar's actions do the work, and two owners would get in each
        # other's way.
        action.setText(f"{BEAT_SPECS[key].text}\t{keys_of(key)}")
        action.triggered.connect(_run(key, desk))
        made.append((action, BEAT_SPECS[key].needs))

    def refresh() -> None:
        abilities = desk.abilities()
        for action, needs in made:
            action.setEnabled(needs in abilities)

    menu.aboutToShow.connect(refresh)
    return menu


def _run(key: str, desk: BeatDesk) -> Callable[[], object]:
    return lambda: BEAT_SPECS[key].callback(desk)


def keys_of(key: str) -> str:
    """Return the keys of an action as they are written on this system."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(text).toString(native) for text in BEAT_SPECS[key].shortcuts)
