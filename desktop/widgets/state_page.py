"""What stands in the place of the table when there is none: empty, opening, nothing found, trouble."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.basic import label, push_button
from desktop.widgets.icons import icon
from desktop.widgets.theme import LIGHT, UNIT, Theme

CARD_WIDTH = 70 * UNIT
TEXT_WIDTH = 60 * UNIT
MARGIN = 5 * UNIT
SIGN_SIZE = QSize(64, 64)
Choice = tuple[str, Callable[[], object]]


class StatePage(QWidget):
    """A sign, a line, an explanation, a few buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign_name, self._is_trouble = "library", False
        self._theme = LIGHT
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = label("", "title")
        self._text = label("", "muted", wrap=True)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._card = QFrame()
        self._arrange()

    @property
    def title(self) -> str:
        """The line in large letters."""
        return self._title.text()

    @property
    def text(self) -> str:
        """The explanation."""
        return self._text.text()

    def show_state(
        self, sign: str, title: str, text: str, *choices: Choice, is_target: bool = False, is_trouble: bool = False
    ) -> None:
        """Say how things are; the first choice is the likely one. `is_target` frames it as a place to drop."""
        self._sign_name, self._is_trouble = sign, is_trouble
        self._title.setText(title)
        self._text.setText(text)
        self._text.setMinimumHeight(max(self._text.heightForWidth(TEXT_WIDTH), 0))  # -1 for no text
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [
            push_button(words, act, "primary" if place == 0 else "link") for place, (words, act) in enumerate(choices)
        ]
        for place, button in enumerate(self.buttons):
            self._row.insertWidget(place + 1, button)
            button.ensurePolished()  # before its width is asked for
        room = self._row.sizeHint().width() + 2 * MARGIN + 2 * UNIT  # a style may add some pixels when it is shown
        self._card.setFixedWidth(max(CARD_WIDTH, room))
        self._title.setMinimumHeight(max(self._title.heightForWidth(self._card.width() - 2 * MARGIN), 0))
        self._card.setObjectName("dropTarget" if is_target else "statePlain")
        self._card.style().polish(self._card)
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint the sign in the theme's colours."""
        self._theme = theme
        colour = theme.error if self._is_trouble else theme.accent
        self._sign.setPixmap(icon(self._sign_name, colour).pixmap(SIGN_SIZE, self.devicePixelRatioF()))

    def _arrange(self) -> None:
        self._card.setFixedWidth(CARD_WIDTH)
        self._sign.setMinimumHeight(SIGN_SIZE.height())
        self._text.setFixedWidth(TEXT_WIDTH)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row.addStretch(1)
        self._row.addStretch(1)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 4 * UNIT)
        column.setSpacing(UNIT)
        for widget in (self._sign, self._title, self._text):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter if widget is self._text else Qt.AlignmentFlag(0))
        column.addSpacing(2 * UNIT)
        column.addLayout(self._row)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
