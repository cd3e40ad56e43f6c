"""Messages inside the window: what went wrong or should be known, in words, until somebody closes them."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.icons import icon, themed_icon
from desktop.theme import LIGHT, UNIT, Theme
from desktop.widgets import label, push_button, tool_button

Kind = Literal["error", "warning", "info"]
MOST_NOTICES = 3
DETAILS_LINES = 10


def one_line(text: str) -> str:
    """`text` on one line; what is not printable (a line break in a file name, say) is shown as a sign for it."""
    shown = ("␤" if character in "\r\n" else character for character in text)
    return "".join(character if character.isprintable() else "�" for character in shown)


class Notice(QFrame):
    """One message with its sign, an optional button, optional details to unfold, and a button to close it."""

    closed = Signal()

    def __init__(self, kind: Kind, text: str, details: str = "", action: tuple[str, Callable[[], None]] | None = None):
        super().__init__()
        self.setObjectName("notice")
        self.kind = kind
        self.text = one_line(text)
        self.setProperty("kind", kind)
        self.setAccessibleName(f"{kind.capitalize()}: {self.text}")
        self._sign = QLabel()
        self._label = label(self.text, wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = tool_button("Close this notice", self.closed.emit)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self._sign, 0)
        row.addWidget(self._label, 1)
        if action is not None:
            row.addWidget(push_button(action[0], action[1], role="link"))
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT + 4, 4, 4, 4)
        column.addLayout(row)
        if details:
            self._details = self._details_box(details)
            column.addWidget(self._details)
            row.addWidget(push_button("Details", self._toggle_details, role="link"))
        row.addWidget(self._close)
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        colour = {"error": theme.error, "warning": theme.warning, "info": theme.accent}[self.kind]
        self._sign.setPixmap(icon(self.kind, colour).pixmap(QSize(20, 20), self.devicePixelRatioF()))
        self._close.setIcon(themed_icon("close", theme))

    @staticmethod
    def _details_box(details: str) -> QPlainTextEdit:
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setAccessibleName("Details")
        box.setFixedHeight(DETAILS_LINES * QFontMetrics(box.font()).lineSpacing())
        box.hide()
        return box

    def _toggle_details(self) -> None:
        self._details.setVisible(self._details.isHidden())


class NoticeBar(QWidget):
    """The messages of the window, the newest on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(UNIT, UNIT, UNIT, 0)
        self._column.setSpacing(4)
        self.setAccessibleName("Notices")
        self.hide()

    def notices(self) -> list[Notice]:
        """What is shown, the newest first."""
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        return [notice for item in items if item and isinstance(notice := item.widget(), Notice)]

    def show_error(self, text: str, details: str = "") -> None:
        """Something went wrong."""
        self.add(Notice("error", text, details))

    def show_warning(self, text: str) -> None:
        """Something to keep in mind."""
        self.add(Notice("warning", text))

    def show_info(self, text: str, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Something good to know."""
        self.add(Notice("info", text, action=action))

    def add(self, notice: Notice) -> None:
        """Show a notice on top; the same words do not stand twice, and the oldest go."""
        for other in self.notices():
            if other.text == notice.text:
                self._remove(other)
        for other in self.notices()[MOST_NOTICES - 1 :]:
            self._remove(other)
        notice.set_theme(self._theme)
        notice.closed.connect(self._close_sender)
        self._column.insertWidget(0, notice)
        self.show()

    def clear(self) -> None:
        """Close every notice."""
        for notice in self.notices():
            self._remove(notice)

    def set_theme(self, theme: Theme) -> None:
        """Paint the signs in the theme's colours."""
        self._theme = theme
        for notice in self.notices():
            notice.set_theme(theme)

    @Slot()
    def _close_sender(self) -> None:
        notice = self.sender()
        if isinstance(notice, Notice):
            self._remove(notice)

    def _remove(self, notice: Notice) -> None:
        self._column.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(bool(self.notices()))
