"""The filter field with its error message and the number of tracks found."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.language import tr
from desktop.widgets.basic import ElidedLabel, SearchField, label, name_popup, open_popup, push_button, tool_button
from desktop.widgets.icons import icon
from desktop.widgets.theme import LIGHT, UNIT, Theme

TYPING_SETTLES: Final = 120
"""Milliseconds after the last key before the filter is asked for."""

SHORTEST_COMPLETED: Final = 2

EXAMPLES: Final = (
    ("night train", tr("both words in name, title, artist, album, label or folder")),
    ('"night train"', tr("the exact phrase")),
    ("bpm:120-130", tr("tempo, also at half or double speed")),
    ("key:Am", tr("key; also key:8A, its place on the Camelot wheel")),
    ("key:~Am", tr("the key and those that mix well with it")),
    ("lufs:-14..-8", tr("loudness from −14 to −8 LUFS")),
    ("genre:jazz", tr("most probable genre")),
    ("label:set", tr("label")),
    ("section:chorus", tr("tracks with a section of that name or letter")),
    ("duration:>3:30", tr("longer than 3 min 30 s")),
    ("spectral_centroid_mean:>2500", tr("any column by name, shown or hidden")),
    ("is:edited", tr("beats edited in the clip tab")),
    ("is:outside", tr("none of the genres that the model knows")),
    ("is:near-duplicate", tr("one recording in different files; is:duplicate: the same audio")),
    ("is:failed", tr("also: waiting, missing, outdated, analysed, labelled, unlabelled")),
    ("-label:set", tr("“-” excludes")),
)


class FilterField(SearchField):
    """Esc clears it, Down or Return goes on to the table; it completes the last word."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Filter tracks"))
        self.setPlaceholderText(tr("Filter: words, bpm:120-130, key:Am, label:…"))
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        name_popup(self._completer)
        self.textEdited.connect(self._offer)
        self.textChanged.connect(lambda text: None if text else self._close_popup())

    def set_words(self, words: list[str]) -> None:
        """Set the completions."""
        self._words.setStringList(words)

    def popup(self) -> QAbstractItemView | None:
        return open_popup(self._completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup, is_return = self.popup(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if popup is not None and (is_return or event.key() == Qt.Key.Key_Tab) and popup.currentIndex().isValid():
            event.ignore()  # the popup takes it
        elif is_return or event.key() == Qt.Key.Key_Down:
            self._close_popup()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close_popup()

    def _close_popup(self) -> None:
        popup = self.popup()
        if popup is not None:
            popup.hide()

    def _offer(self) -> None:
        word = self.text()[: self.cursorPosition()].rpartition(" ")[2].lstrip("-")
        self._completer.setCompletionPrefix(word)
        n_offers = self._completer.completionCount()
        is_whole = n_offers == 1 and self._completer.currentCompletion().lower() == word.lower()
        if len(word) < SHORTEST_COMPLETED or not n_offers or is_whole:
            self._close_popup()
        else:
            self._completer.complete()

    def _complete(self, completion: str) -> None:
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        head, _, word = before.rpartition(" ")
        minus = "-" if word.startswith("-") else ""
        text = f"{head} {minus}{completion}" if head else f"{minus}{completion}"
        self.setText(text + after)
        self.setCursorPosition(len(text))


class FilterBar(QWidget):
    """Field, help and count in a row; below it, only when there is one, what is wrong."""

    changed = Signal(str)
    """The text, when typing has rested."""
    left = Signal()
    """The hand goes on to the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FilterField()
        self._search_action = QAction(tr("Filter"), self)
        self.field.addAction(self._search_action, QLineEdit.ActionPosition.LeadingPosition)
        self.field.setMinimumWidth(24 * UNIT)
        self.field.setMaximumWidth(64 * UNIT)
        self.help_button = tool_button(tr("Filter examples"), self.open_help)
        self.count = label(role="muted")
        self.error = ElidedLabel("filterError", elide=Qt.TextElideMode.ElideRight)
        self.error.hide()
        self._help = FilterHelp(self)
        self._help.chosen.connect(self._try_example)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_SETTLES)
        self._typing.timeout.connect(lambda: self.changed.emit(self.field.text()))
        self.field.textChanged.connect(self._note_typing)
        self.field.left.connect(self.left)
        self._arrange()
        self.set_theme(LIGHT)

    def set_text(self, text: str) -> None:
        """Put a filter into the field; `changed` follows at once."""
        self.field.setText(text)
        self._typing.stop()
        self.changed.emit(text)

    def set_error(self, text: str) -> None:
        """Say what is wrong with the filter; "" when nothing is."""
        self.error.set_full_text(text)
        self.error.setVisible(bool(text))
        self.field.setProperty("wrong", bool(text))
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(text)

    def set_count(self, n_found: int, total: int, n_selected: int) -> None:
        """Say how many tracks there are, are found, are selected."""
        text = (
            tr("{n_found:,} of {tracks}", n_found=n_found, tracks=counted(total))
            if n_found != total
            else counted(total)
        )
        self.count.setText(
            tr("{text} · {n_selected:,} selected", text=text, n_selected=n_selected) if n_selected > 1 else text
        )

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._search_action.setIcon(icon("search", theme.text_muted))
        self.help_button.setIcon(icon("help", theme.text_muted))
        self._help.set_theme(theme)

    def open_help(self) -> None:
        """Show examples below the field."""
        self._help.open_below(self.field)

    def _note_typing(self, text: str) -> None:
        if not text:
            self._typing.stop()
            self.changed.emit("")
        else:
            self._typing.start()

    def _try_example(self, example: str) -> None:
        self.field.setFocus()
        self.set_text(example)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(UNIT // 2)
        row.addWidget(self.field, 1)
        row.addWidget(self.help_button)
        row.addSpacing(UNIT)
        row.addWidget(self.count)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(row)
        column.addWidget(self.error)


class FilterHelp(QFrame):
    """Examples of filters, each of which can be tried by a click. Escape closes it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAccessibleName(tr("Filter examples"))
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(0)
        grid.addWidget(label(tr("Filter examples"), "heading"), 0, 0, 1, 2)
        grid.setRowMinimumHeight(1, UNIT)
        for row, (example, meaning) in enumerate(EXAMPLES, 2):
            button = push_button(example, partial(self._choose, example), "link")
            button.setAccessibleName(tr("Try {example}: {meaning}", example=example, meaning=meaning))
            grid.addWidget(button, row, 0)
            grid.addWidget(label(meaning, "muted"), row, 1)
        grid.setRowMinimumHeight(len(EXAMPLES) + 2, UNIT)
        grid.addWidget(
            label(tr("All conditions must match. Case and accents are ignored."), "muted"),
            len(EXAMPLES) + 3, 0, 1, 2,
        )  # fmt: skip

    def open_below(self, widget: QWidget) -> None:
        """Show it under a widget, inside the screen."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + UNIT // 2))
        room = widget.screen().availableGeometry()
        place.setX(max(min(place.x(), room.right() - self.width()), room.left()))
        place.setY(max(min(place.y(), room.bottom() - self.height()), room.top()))
        self.move(place)
        self.show()
        self.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"QFrame#popover {{ background: {theme.surface_raised}; border: 1px solid {theme.border}; }}"
        )

    def _choose(self, example: str) -> None:
        self.close()
        self.chosen.emit(example)


def counted(number: int) -> str:
    """Return a number of tracks as text."""
    return tr("1 track") if number == 1 else tr("{number:,} tracks", number=number)
