"""Notices inside the window: errors, warnings, information.

They float above the lower edge, clear of what is typed and named at the upper one, and move nothing. Errors and
warnings stay until they are closed; information goes by itself.
"""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.errors import reason_for
from core.language import tr
from desktop.widgets.basic import label, push_button, tool_button
from desktop.widgets.icons import icon, themed_icon
from desktop.widgets.theme import LIGHT, UNIT, Theme

Kind = Literal["error", "warning", "info"]
KINDS = {"error": tr("Error"), "warning": tr("Warning"), "info": tr("Info")}
MOST_NOTICES = 3
DETAILS_LINES = 10
WIDEST = 96 * UNIT
ROOM_BELOW = 6 * UNIT
"""Left free below the notices: there a page has its player or its sums."""

INFO_MS = 10_000
"""After so long a notice of the kind "info" goes, unless the pointer or the keyboard is on it."""


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
        self.setAccessibleName(f"{KINDS[kind]}: {self.text}")
        self._sign = QLabel()
        self._label = label(self.text, wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.close_button = tool_button(tr("Close notice"), self.closed.emit)
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
            row.addWidget(push_button(tr("Details"), self._toggle_details, role="link"))
        row.addWidget(self.close_button)
        self._patience = QTimer(self, interval=INFO_MS)
        self._patience.timeout.connect(self._go_unless_read)
        if kind == "info":
            self._patience.start()
        self.set_theme(LIGHT)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on one of its buttons."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def event(self, event: QEvent) -> bool:
        # Esc means something else to the rest of the window; on a notice it closes the notice.
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and event.type() != QEvent.Type.KeyRelease:
            if event.type() == QEvent.Type.KeyPress:
                self.closed.emit()
            event.accept()
            return True
        return super().event(event)

    def _go_unless_read(self) -> None:
        if not self.has_focus and not self.underMouse():
            self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        colour = {"error": theme.error, "warning": theme.warning, "info": theme.accent}[self.kind]
        self._sign.setPixmap(icon(self.kind, colour).pixmap(QSize(20, 20), self.devicePixelRatioF()))
        self.close_button.setIcon(themed_icon("close", theme))

    @staticmethod
    def _details_box(details: str) -> QPlainTextEdit:
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setAccessibleName(tr("Details"))
        box.setFixedHeight(DETAILS_LINES * QFontMetrics(box.font()).lineSpacing())
        box.hide()
        return box

    def _toggle_details(self) -> None:
        self._details.setVisible(self._details.isHidden())


class NoticeBar(QWidget):
    """The messages of the window, the newest on top, over the lower part of `over`, in its middle."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._theme = LIGHT
        self._focus_before: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.setAccessibleName(tr("Notices"))
        self.hide()
        over.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._note_focus)

    def notices(self) -> list[Notice]:
        """Return what is shown, the newest first."""
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        return [notice for item in items if item and isinstance(notice := item.widget(), Notice)]

    def show_error(self, text: str, details: str = "") -> None:
        """Something went wrong."""
        self.add(Notice("error", text, details))

    def show_failure(self, what: str, problem: BaseException) -> None:
        """Tell what could not be done, and why, whether that was foreseen or not."""
        self.show_error(f"{what}: {reason_for(problem)}")

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
        notice.show()  # now: a layout takes no account of what will be shown later
        self.show()
        self._place()
        QAccessible.updateAccessibility(QAccessibleEvent(notice, QAccessible.Event.Alert))

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
        had_focus = notice.has_focus
        self._column.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(bool(self.notices()))
        self._place()
        if had_focus and not self.take_focus() and self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> bool:
        """Bring the keyboard to the newest notice; False when there is none."""
        notices = self.notices()
        if notices:
            notices[0].close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(notices)

    @Slot(QWidget, QWidget)
    def _note_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and new is not None and self.isAncestorOf(new) and not self.isAncestorOf(old):
            self._focus_before = old

    # --- its place -------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # details unfold, a font grows
            self._fit()  # not again: to invalidate a layout asks for the next of these events, without end
        return super().event(event)

    def _place(self) -> None:
        """Measure the notices again and resize the bar."""
        for notice in self.notices():
            notice.ensurePolished()  # before, its buttons are as low as without the style sheet
        self._column.invalidate()
        self._fit()

    def _fit(self) -> None:
        width = min(self._over.width() - 2 * UNIT, WIDEST)
        height = (
            self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()
        )
        top = max(self._over.height() - ROOM_BELOW - height, 0)
        self.setGeometry((self._over.width() - width) // 2, top, width, height)
        self.raise_()
