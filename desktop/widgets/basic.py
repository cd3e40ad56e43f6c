"""The small parts that the window is made of, with the names that the style sheet and screen readers know."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QCursor, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from core.language import tr
from desktop.widgets.theme import UNIT


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Plain text; `role` is the object name that the style sheet knows."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(role)
    made.setWordWrap(wrap)
    return made


def field_name(text: str, role: str = "") -> QLabel:
    """Return the label of a field in a form, centred on the height of the field."""
    made = label(text, role)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return made


def push_button(text: str, callback: Callable[[], object], role: str = "", tip: str = "") -> QPushButton:
    """Return a button with text. It takes the focus by Tab but not by a click, so that Space still plays."""
    made = QPushButton(text)
    made.setObjectName(role)
    made.setToolTip(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _checked: callback())
    return made


def tool_button(name: str, callback: Callable[[], object]) -> QToolButton:
    """Return a button with an icon only; `name` is its tip and its accessible name."""
    made = QToolButton()
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _checked: callback())
    return made


def open_menu(button: QToolButton, menu: QMenu) -> None:
    """Let a button open a menu. It must not stay lit when that closes: Qt tells it nothing of where the mouse went."""
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)

    def put_out() -> None:
        inside = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, inside)
        button.update()

    menu.aboutToHide.connect(put_out)


def stepped(box: QAbstractSpinBox) -> QWidget:
    """Return a number box with its own buttons to lower and raise it: the style leaves those of Qt no room."""
    box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    box.lineEdit().setTextMargins(UNIT, 0, 0, 0)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(UNIT // 2)
    row.addWidget(box, 1)
    for sign, name, step in (("\N{MINUS SIGN}", tr("Less"), box.stepDown), ("+", tr("More"), box.stepUp)):
        button = push_button(sign, step, "step", name)
        button.setAutoRepeat(True)
        button.setAccessibleName(name)
        button.setFixedWidth(4 * UNIT)
        row.addWidget(button)
    return holder


def scroll_area(content: QWidget, name: str, *, horizontal: bool = False) -> QScrollArea:
    """Return a view of something that may be too high for its place; `name` is for screen readers."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setAccessibleName(name)
    if not horizontal:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def width_for(area: QScrollArea) -> int:
    """Return the width at which a view without a horizontal scroll bar cuts nothing of what is in it."""
    content = area.widget()
    assert content is not None
    return content.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width() + 2


def show_clear_button(field: QLineEdit) -> None:
    """Show the button of a field that empties it, with the name that Qt leaves out."""
    field.setClearButtonEnabled(True)
    for action in field.findChildren(QAction):
        action.setText(tr("Clear"))


class EscapeField(QLineEdit):
    """A field to which Esc means something, before it means what it means to the window."""

    def escape(self) -> None:
        """Esc was pressed, and meant for this field."""

    def wants_escape(self) -> bool:
        """Whether Esc is meant for this field now."""
        return True

    def popup(self) -> QAbstractItemView | None:
        """Return the list of completions while it is open, since Esc closes that first."""
        return None

    def event(self, event: QEvent) -> bool:
        keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not isinstance(event, QKeyEvent) or event.type() not in keys or event.key() != Qt.Key.Key_Escape:
            return super().event(event)
        popup = self.popup()
        if popup is None and not self.wants_escape():
            return super().event(event)
        if event.type() == QEvent.Type.KeyPress:
            if popup is not None:
                popup.hide()
            else:
                self.escape()
        event.accept()
        return True


def open_popup(completer: QCompleter) -> QAbstractItemView | None:
    """Return the list of completions while it is open."""
    popup = completer.popup()
    return popup if popup is not None and popup.isVisible() else None


def name_popup(completer: QCompleter) -> None:
    """Name the list of completions for the style sheet."""
    popup = completer.popup()
    if popup is not None:
        popup.setObjectName("completions")


class SearchField(EscapeField):
    """A field whose text Esc clears; while it is empty, Esc means what it means to the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_clear_button(self)

    def escape(self) -> None:
        self.clear()

    def wants_escape(self) -> bool:
        return bool(self.text())


class ElidedLabel(QLabel):
    """One line with an ellipsis where it does not fit; the whole text is its tip.

    It takes the width it is given, or, when `hugging`, no more than its text needs.
    """

    def __init__(
        self,
        role: str = "",
        parent: QWidget | None = None,
        *,
        hugging: bool = False,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        super().__init__(parent)
        self._mode = elide
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
        self.setText(self.fontMetrics().elidedText(self._full_text, self._mode, self.width()))


def elided(metrics: QFontMetrics, text: str, width: float) -> str:
    """As much of a text as fits into a width, with an ellipsis at its end."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(width))
