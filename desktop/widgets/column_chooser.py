"""The popup in which one ticks the columns to show: a search field over groups."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.features.table import Column
from core.language import tr
from desktop.widgets.basic import show_clear_button
from desktop.widgets.column_text import described, matches
from desktop.widgets.theme import UNIT

NAME = Qt.ItemDataRole.UserRole
FOLDED = ("MFCC",)
"""Groups of so many columns that they are unfolded only when one looks for something."""

NO_TITLES: Mapping[str, str] = {}

Groups = Sequence[tuple[str, Sequence[Column]]]
"""Columns under their headings."""


class ColumnChooser(QFrame):
    """Ticks for every column, under their groups; each tick takes effect at once. Escape closes it."""

    chosen = Signal(object)
    """The names now ticked, a frozenset of str."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("column-chooser")
        self.setAccessibleName(tr("Choose columns"))
        self._groups: Groups = ()
        self._titles: Mapping[str, str] = {}
        self._defaults: frozenset[str] = frozenset()
        self._shown: frozenset[str] | None = None
        """What is to be ticked once the tree is filled, which takes a while with thousands of columns."""
        self.search = QLineEdit(placeholderText=tr("Find column"))
        show_clear_button(self.search)
        self.search.setAccessibleName(tr("Find column"))
        self.tree = QTreeWidget(columnCount=2)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(tr("Columns"))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.header().setStretchLastSection(False)
        self.tree.setUniformRowHeights(True)
        self.all_button = QPushButton(tr("Select all"))
        self.defaults_button = QPushButton(tr("Reset"))
        # A tick on a group changes all its members; the tables hear of it once.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(lambda: self.chosen.emit(self.shown()))
        self._arrange()
        self.search.textChanged.connect(self._filter)
        self.tree.itemChanged.connect(self._start_settling)
        self.all_button.clicked.connect(self._tick_all)
        self.defaults_button.clicked.connect(lambda: self._tick(self._defaults))

    def set_columns(
        self, groups: Groups, shown: frozenset[str], defaults: frozenset[str], titles: Mapping[str, str] = NO_TITLES
    ) -> None:
        """Offer these columns, of which `shown` are ticked; `defaults` is what the button goes back to.

        A column that is headed otherwise than by its name has that in `titles`.
        """
        self._groups, self._defaults, self._titles, self._shown = groups, defaults, titles, shown
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        """Make the tree of what was offered last, unless it is made."""
        if self._shown is None:
            return
        shown, self._shown = self._shown, None
        self.tree.blockSignals(True)
        self.tree.clear()
        for group, members in self._groups:
            parent = QTreeWidgetItem(self.tree, [group])
            parent.setFlags(parent.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            parent.addChildren([self._item(column, column.name in shown) for column in members])
            parent.setExpanded(group not in FOLDED)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.blockSignals(False)
        if self.search.text():
            self._filter(self.search.text())

    def shown(self) -> frozenset[str]:
        """Return the names of the ticked columns."""
        if self._shown is not None:
            return self._shown
        ticked = (item for item in self._items() if item.checkState(0) == Qt.CheckState.Checked)
        return frozenset(item.data(0, NAME) for item in ticked)

    def open_below(self, widget: QWidget) -> None:
        """Show the popup under a button, inside the screen, ready to type."""
        self._fill()
        self.adjustSize()
        place = QRect(widget.mapToGlobal(QPoint(0, widget.height() + 2)), self.sizeHint())
        place.moveRight(widget.mapToGlobal(QPoint(widget.width(), 0)).x())
        room = widget.screen().availableGeometry()
        if place.bottom() > room.bottom():
            place.moveBottom(widget.mapToGlobal(QPoint(0, -2)).y())
        place.moveLeft(min(max(place.left(), room.left()), max(room.right() - place.width(), room.left())))
        place.moveTop(max(place.top(), room.top()))
        self.setGeometry(place)
        self.search.clear()
        self.show()
        self.search.setFocus()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.all_button)
        buttons.addWidget(self.defaults_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(self.search)
        layout.addWidget(self.tree)
        layout.addLayout(buttons)
        self.tree.setMinimumSize(36 * UNIT, 40 * UNIT)
        self.setTabOrder(self.search, self.tree)

    def _item(self, column: Column, shown: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem(
            [self._titles.get(column.name, column.caption), "" if column.unit == column.caption else column.unit]
        )
        item.setCheckState(0, Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
        item.setData(0, NAME, column.name)
        item.setToolTip(0, described(column))
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        return [item for heading in self._headings() for item in _children(heading)]

    def _headings(self) -> list[QTreeWidgetItem]:
        return _children(self.tree.invisibleRootItem())

    def _filter(self, text: str) -> None:
        found = {
            column.name
            for group, members in self._groups
            for column in members
            if not text or matches(column, f"{group} {self._titles.get(column.name, '')}", text)
        }
        for item in self._items():
            hidden = item.data(0, NAME) not in found
            if item.isHidden() != hidden:
                item.setHidden(hidden)
        for heading in self._headings():
            heading.setHidden(all(item.isHidden() for item in _children(heading)))
            heading.setExpanded(bool(text) or heading.text(0) not in FOLDED)

    def _tick(self, names: Iterable[str]) -> None:
        ticked = frozenset(names)
        self.tree.blockSignals(True)
        for item in self._items():
            on = item.data(0, NAME) in ticked
            item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.tree.blockSignals(False)
        self.tree.viewport().update()
        self._settled.start()

    def _start_settling(self) -> None:
        # The item that changed is of no interest; as an argument of `start` it would be an interval.
        self._settled.start()

    def _tick_all(self) -> None:
        self._tick(column.name for _, members in self._groups for column in members)


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(i) for i in range(item.childCount()))
    return [child for child in children if child is not None]
