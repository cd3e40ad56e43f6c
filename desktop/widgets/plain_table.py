"""Appearance, scrolling, sorting and selection that all tables share."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionHeader, QTableView, QWidget

from desktop.widgets.theme import UNIT

LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LOOKED_AT: Final = 60
"""Rows that decide how wide a column is; looking at a thousand of them would hold the window."""

MOST_FITTED: Final = 200
"""Columns that are made as wide as what they show; to do so with twenty thousand would take most of a minute."""

ARROWS: Final = {Qt.SortOrder.AscendingOrder: "▴", Qt.SortOrder.DescendingOrder: "▾"}


class SortHeader(QHeaderView):
    """Headings with the arrow beside their text; the style would paint it over the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setResizeContentsPrecision(LOOKED_AT)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        super().initStyleOptionForIndex(option, section)
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_
        if not self.isSortIndicatorShown() or section != self.sortIndicatorSection():
            return
        arrow = ARROWS[self.sortIndicatorOrder()]
        first, _, rest = option.text.partition("\n")
        is_right = option.textAlignment & Qt.AlignmentFlag.AlignRight
        first = f"{arrow} {first}" if is_right else f"{first} {arrow}"
        option.text = f"{first}\n{rest}" if rest else first

    def sectionSizeFromContents(self, section: int) -> QSize:
        size = super().sectionSizeFromContents(section)
        return size + QSize(self.fontMetrics().horizontalAdvance("▾ "), 0) if self.isSortIndicatorShown() else size


def prepare_table(table: QTableView, air: int, *, several: bool = True) -> None:
    """Set up what all tables share: whole rows, one or several, no grid, `air` pixels higher than their text."""
    modes = QAbstractItemView.SelectionMode
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + air)
    table.horizontalHeader().setHighlightSections(False)


def plain_table(
    model: QAbstractItemModel,
    name: str,
    widths: Sequence[int] = (),
    *,
    sortable: bool = False,
    table: QTableView | None = None,
) -> QTableView:
    """Return a table to select one row from; `table` is set up instead of a new one if given.

    `widths` are in units, 0 takes what is left; without them the columns are as wide as `fit_columns` makes them.
    """
    table = table or QTableView()
    table.setHorizontalHeader(SortHeader(table))
    prepare_table(table, UNIT + UNIT // 2, several=False)
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSortingEnabled(sortable)
    table.setAlternatingRowColors(True)
    table.setStyleSheet("QTableView::item { padding: 0 5px; }")  # with the style's own three, as the headings have
    for place, width in enumerate(widths):
        if width:
            # A heading of another language may need more.
            table.setColumnWidth(place, max(width * UNIT, table.horizontalHeader().sectionSizeHint(place)))
        else:
            table.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
    return table


def fit_columns(table: QTableView) -> None:
    """Make every column as wide as what it shows now; the user may drag it wider.

    Of very many columns only the first: each that is resized moves all behind it.
    """
    if table.horizontalHeader().count() <= MOST_FITTED:
        table.horizontalHeader().resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        return
    for column in range(MOST_FITTED):
        table.resizeColumnToContents(column)
