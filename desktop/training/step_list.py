"""The column of steps: which there are, how far each is, and which is in front."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from core.language import tr
from desktop.widgets.basic import ElidedLabel, label
from desktop.widgets.style import mixed
from desktop.widgets.theme import LIGHT, UNIT, Theme

WIDTH = 26 * UNIT


class StepButton(QToolButton):
    """A number, a title, and a few words on how far the step is."""

    def __init__(self, number: int, key: str, title: str) -> None:
        super().__init__()
        self.key, self._title = key, title
        self.setObjectName("step-button")
        self.setCheckable(True)
        self.setFixedHeight(7 * UNIT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._number = label(str(number), "step-number")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setFixedSize(3 * UNIT, 3 * UNIT)
        self._name = label(title, "step-title")
        self._status = ElidedLabel("muted", elide=Qt.TextElideMode.ElideRight)
        for part in (self._number, self._name, self._status):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._arrange()

    def set_status(self, text: str) -> None:
        """Say how far the step is; nothing leaves the title alone."""
        self._status.set_full_text(text)
        self._status.setVisible(bool(text))
        self.setAccessibleName(f"{self._title}: {text}" if text else self._title)
        self.setToolTip(text)

    def _arrange(self) -> None:
        from PySide6.QtWidgets import QHBoxLayout

        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._status)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT + UNIT // 2, 0, UNIT, 0)
        row.setSpacing(UNIT + UNIT // 2)
        row.addWidget(self._number)
        row.addLayout(words, 1)


class StepList(QWidget):
    """Buttons one under the other; the arrow keys walk through them."""

    chosen = Signal(str)

    def __init__(self, steps: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Steps"))
        self.setFixedWidth(WIDTH)
        self.buttons = {key: StepButton(number, key, title) for number, (key, title) in enumerate(steps, start=1)}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        for key, button in self.buttons.items():
            group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        column.addStretch(1)
        self.set_theme(LIGHT)

    def choose(self, key: str) -> None:
        """Mark a step as the one in front."""
        self.buttons[key].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = list(self.buttons.values())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        focused = next((place for place, button in enumerate(order) if button.hasFocus()), None)
        if focused is None or Qt.Key(event.key()) not in steps:
            super().keyPressEvent(event)
            return
        other = order[(focused + steps[Qt.Key(event.key())]) % len(order)]
        other.setFocus()
        other.click()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        chosen = mixed(theme.accent, theme.surface, 0.16)
        hover = mixed(theme.text, theme.window, 0.06)
        self.setStyleSheet(
            f"""
            #steps {{ background: {theme.window}; }}
            #step-button {{ background: transparent; border: 1px solid transparent; border-radius: 8px; }}
            #step-button:hover {{ background: {hover}; }}
            #step-button:checked {{ background: {chosen}; }}
            #step-button:focus {{ border-color: {theme.accent}; }}
            #step-title {{ font-weight: 600; }}
            #step-number {{ background: {theme.surface_raised}; color: {theme.text_muted}; border-radius: 12px;
                border: 1px solid {theme.border}; }}
            """
        )
