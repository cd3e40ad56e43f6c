"""The grid of tracks: which columns it shows, how it is sorted, and what is selected, kept by id when rows change."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from core.language import tr
from desktop.library.cells import STATES
from desktop.library.table_model import NOTHING, Ids, TrackTableModel
from desktop.widgets.plain_table import prepare_table
from desktop.widgets.theme import UNIT

KEYS_SETTLE: Final = 150
"""Milliseconds after the last change of the selection before `selection_settled`, so that a held arrow key runs on."""

MOST_RANGES: Final = 1000
"""A selection that would fall into more pieces than this is let go: Qt needs minutes for a hundred thousand."""

NARROWEST: Final = 5 * UNIT

WIDTHS: Final = {
    "name": 24, "title": 20, "artist": 16, "album": 20, "labels": 13, "genre": 11, "genre_probability": 11, "bpm": 9,
    "key": 10, "metre": 8, "edited": 8, "duration": 8, "format": 20, "state": 9, "reason": 40, "added": 16,
    "folder": 30, "path": 48,
}  # fmt: skip
"""Widths at first, in units of the grid."""

USUAL_WIDTH: Final = 18

MOST_SQUEEZED: Final = 0.15
"""Share of their usual width that flexible columns give away for the last column to be seen."""

ROW_HEADING: Final = 7
"""Width of what stands at the left of the rows, where something does, in units of the grid."""

FLEXIBLE: Final = frozenset({"name", "title", "artist", "album", "labels", "reason", "folder", "path"})
"""Columns that share the room that is left, as long as no column was given a width by hand."""

ROWS: Final = QItemSelectionModel.SelectionFlag.Rows


class TrackGrid(QTableView):
    """Rows of tracks. Sorting is only asked for: a catalogue of 100,000 sorts elsewhere."""

    opened = Signal(object)
    """Id of the track that was double-clicked, or on which Return was pressed."""

    sort_requested = Signal(object)
    """Column and whether downwards, or None for the order of arrival."""

    selection_settled = Signal()
    """The selection has rested for a moment."""

    header_menu_requested = Signal(str, QPoint)
    """Name of the column under the pointer ("" beside them all), and the place on the screen."""

    def __init__(self, model: TrackTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Tracks"))
        self._model = model
        self._is_restoring = False
        self._is_fitting = False
        self._is_fitted = True
        self._sorting: tuple[str, bool] | None = None
        self._settling = QTimer(self, singleShot=True, interval=KEYS_SETTLE)
        self._settling.timeout.connect(self.selection_settled)
        self.setModel(model)
        self._arrange()
        self._connect()
        self.show_columns([column.name for column in model.columns if column.shown])

    # --- tracks ----------------------------------------------------------------------------------------------------

    def set_ids(self, ids: Ids, *, to_top: bool = False) -> None:
        """Show these tracks; what was selected stays so, and what was seen stays in its place unless `to_top`."""
        selected, current = self.selected_ids(), self.current_id()
        top = self.rowAt(0)
        anchor = int(self._model.ids[top]) if top >= 0 else None
        offset = self.rowViewportPosition(top) if top >= 0 else 0
        self._is_restoring = True
        self._model.set_ids(ids)
        n_kept = self._select(selected, current)
        self._is_restoring = False
        if to_top:
            self.scrollToTop()
        elif anchor is not None:
            self._scroll_back(anchor, offset, top)
        if n_kept != len(selected):
            self._settling.start()

    def selected_ids(self) -> Ids:
        """Return the ids of the selected tracks from top to bottom."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.size())]
        parts = sorted((part.top(), part.bottom() + 1) for part in ranges)
        return np.concatenate([self._model.ids[first:end] for first, end in parts]) if parts else NOTHING

    def current_id(self) -> int | None:
        """Return the id of the current row, from which the keys move; None if there is none."""
        row = self.currentIndex().row()
        return int(self._model.ids[row]) if 0 <= row < len(self._model.ids) else None

    def select_ids(self, ids: Ids) -> None:
        """Select these tracks as far as they are there, and bring the first of them into view."""
        rows = self._model.rows_of(ids)
        self._select(ids, int(self._model.ids[rows[0]]) if len(rows) else None)
        if len(rows):
            self.scrollTo(self._model.index(int(rows[0]), self._first_place()))

    def step(self, rows: int) -> None:
        """Move the current row down by `rows`, or up by a negative number."""
        row = min(max(self.currentIndex().row() + rows, 0), len(self._model.ids) - 1)
        if row >= 0:
            index = self._model.index(row, max(self.currentIndex().column(), self._first_place()))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect | ROWS)

    def _select(self, ids: Ids, current: int | None) -> int:
        """Select these tracks as far as they are there; returns how many that are."""
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        parts = runs(self._model.rows_of(ids))
        for first, end in parts:
            selection.select(self._model.index(first, 0), self._model.index(end - 1, last))
        model = self.selectionModel()
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect | ROWS)
        rows = self._model.rows_of(np.array([current])) if current is not None else NOTHING
        if len(rows):
            index = self._model.index(int(rows[0]), self._first_place())
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        return sum(end - first for first, end in parts)

    def _scroll_back(self, anchor: int, offset: int, top: int) -> None:
        rows = self._model.rows_of(np.array([anchor]))
        row = int(rows[0]) if len(rows) else top
        bar = self.verticalScrollBar()
        bar.setValue(row * self.verticalHeader().defaultSectionSize() - offset)

    # --- columns ---------------------------------------------------------------------------------------------------

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these columns where they stand, hide the others."""
        self._is_fitting = True
        for place, column in enumerate(self._model.columns):
            self.setColumnHidden(place, column.name not in names)
        self._is_fitting = False
        self._model.set_shown(self.shown_columns())
        self.fit_columns()

    def fit_columns(self, *, again: bool = False) -> None:
        """Give the columns their usual widths, and the remaining room to those that can use it.

        Widths set by the user stay, unless `again`.
        """
        self._is_fitted = self._is_fitted or again
        if not self._is_fitted:
            return
        shown = self.shown_columns()
        widths = {name: WIDTHS.get(name, USUAL_WIDTH) * UNIT for name in shown}
        if "state" in widths:  # one word, which other languages have longer
            longest = max(map(self.fontMetrics().horizontalAdvance, STATES.values()))
            widths["state"] = max(widths["state"], longest + 2 * UNIT)
        flexible = sum(widths[name] for name in shown if name in FLEXIBLE)
        missing = self.viewport().width() - sum(widths.values())
        room = missing if missing >= -MOST_SQUEEZED * flexible else 0  # a little less for each is no reason to scroll
        self._is_fitting = True
        for name, width in widths.items():
            extra = room * width // flexible if name in FLEXIBLE else 0
            self.setColumnWidth(self._model.place_of(name), width + extra)
        self._is_fitting = False

    def shown_columns(self) -> list[str]:
        """Return the names of the visible columns from left to right."""
        header = self.horizontalHeader()
        places = [header.logicalIndex(seen) for seen in range(header.count())]
        return [self._model.columns[place].name for place in places if not self.isColumnHidden(place)]

    def show_row_headings(self, shown: bool) -> None:
        """Show or hide what the model says at the left of the rows."""
        self.verticalHeader().setVisible(shown)
        self.fit_columns()

    def show_sorting(self, sorting: tuple[str, bool] | None) -> None:
        """Put the arrow where the rows are sorted by."""
        self._sorting = sorting
        self._model.set_sorting(sorting)

    def layout_state(self) -> dict[str, Any]:
        """Order of the columns and widths set by the user, as plain JSON values."""
        shown = self.shown_columns()
        widths = {name: self.columnWidth(self._model.place_of(name)) for name in shown}
        return {"columns": shown, "widths": {} if self._is_fitted else widths}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `layout_state` gave; what makes no sense is left as it is."""
        names, widths = state.get("columns"), state.get("widths")
        known = [name for name in names if self._model.place_of(str(name)) >= 0] if isinstance(names, list) else []
        if known:
            header = self.horizontalHeader()
            for seen, name in enumerate(known):
                header.moveSection(header.visualIndex(self._model.place_of(name)), seen)
            self.show_columns(known)
        for name, width in widths.items() if isinstance(widths, dict) else ():
            if self._model.place_of(name) >= 0 and isinstance(width, int) and NARROWEST <= width <= 2000:
                self._is_fitted = False
                self.setColumnWidth(self._model.place_of(name), width)

    def _first_place(self) -> int:
        shown = self.shown_columns()
        return self._model.place_of(shown[0]) if shown else 0

    # --- events ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        self._model.look(max(first, 0), (last if last >= 0 else len(self._model.ids) - 1) + 1)
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current_id()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.opened.emit(current)
        elif event.key() == Qt.Key.Key_Home and not event.modifiers():
            self.step(-len(self._model.ids))
        elif event.key() == Qt.Key.Key_End and not event.modifiers():
            self.step(len(self._model.ids))
        elif event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # the whole rows are copied, which is the window's part
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if event.button() == Qt.MouseButton.LeftButton and 0 <= row < len(self._model.ids):
            self.opened.emit(int(self._model.ids[row]))

    # --- building --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        prepare_table(self, UNIT)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(NARROWEST)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        # Each time a heading is painted, Qt looks whether all rows of its column and its neighbours are selected.
        header.setSelectionModel(QItemSelectionModel(self._model, header))
        self.setSortingEnabled(True)  # so that a click on a heading does not select its column
        header.setSortIndicatorShown(False)  # it would lie upon the heading's text, where the model puts an arrow
        rows = self.verticalHeader()
        rows.setSectionsClickable(False)
        rows.setFixedWidth(ROW_HEADING * UNIT)
        rows.setSelectionModel(QItemSelectionModel(self._model, rows))  # as above

    def _connect(self) -> None:
        header = self.horizontalHeader()
        header.sectionClicked.connect(self._ask_to_sort)
        header.sectionResized.connect(self._note_width)
        header.customContextMenuRequested.connect(self._ask_for_header_menu)
        self.selectionModel().selectionChanged.connect(self._note_selection)

    def _note_selection(self) -> None:
        if not self._is_restoring:
            self._settling.start()

    def _note_width(self) -> None:
        if not self._is_fitting:
            self._is_fitted = False

    def _ask_to_sort(self, place: int) -> None:
        """Sort upwards on the first click, downwards on the second, by date added on the third."""
        name = self._model.columns[place].name
        former = self._sorting if self._sorting is not None and self._sorting[0] == name else None
        self.sort_requested.emit((name, False) if former is None else None if former[1] else (name, True))

    def _ask_for_header_menu(self, point: QPoint) -> None:
        place = self.horizontalHeader().logicalIndexAt(point)
        name = self._model.columns[place].name if place >= 0 else ""
        self.header_menu_requested.emit(name, self.horizontalHeader().viewport().mapToGlobal(point))


def runs(rows: NDArray[np.intp]) -> list[tuple[int, int]]:
    """First row and end of each run of neighbours among sorted rows; nothing when there are too many runs."""
    if not len(rows):
        return []
    breaks = np.flatnonzero(np.diff(rows) > 1) + 1
    if len(breaks) >= MOST_RANGES:
        return []
    firsts, ends = rows[np.r_[0, breaks]], rows[np.r_[breaks - 1, len(rows) - 1]] + 1
    return list(zip(firsts.tolist(), ends.tolist(), strict=True))
