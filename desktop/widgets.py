"""The small parts that the window is made of, with the names that the style sheet and screen readers know."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Plain text; `role` is the object name that the style sheet knows."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(role)
    made.setWordWrap(wrap)
    return made


def push_button(text: str, callback: Callable[[], object], role: str = "", tip: str = "") -> QPushButton:
    """A button with words. It takes the focus by Tab but not by a click: the space bar goes on playing."""
    made = QPushButton(text)
    made.setObjectName(role)
    made.setToolTip(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _checked: callback())
    return made


def tool_button(name: str, callback: Callable[[], object]) -> QToolButton:
    """A button with an icon only; `name` is its tip and its accessible name."""
    made = QToolButton()
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _checked: callback())
    return made


class ElidedLabel(QLabel):
    """One line with an ellipsis where it does not fit; the whole text is its tip.

    It takes the width it is given, or, when `hugging`, no more than its text needs.
    """

    def __init__(self, role: str = "", parent: QWidget | None = None, *, hugging: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        width = QSizePolicy.Policy.Maximum if hugging else QSizePolicy.Policy.Ignored
        self.setSizePolicy(width, QSizePolicy.Policy.Preferred)
        self._full_text = ""

    @property
    def full_text(self) -> str:
        """The text before it was shortened."""
        return self._full_text

    def set_full_text(self, text: str) -> None:
        """Show as much of `text` as fits."""
        self._full_text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._full_text) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._full_text, Qt.TextElideMode.ElideMiddle, self.width()))
