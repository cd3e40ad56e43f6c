"""The grid of bars or beats: leading columns that stay, rows that follow the playhead and choose a passage."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from core.features.table import FeatureTable
from desktop.clip.tables.columns import LEADING
from desktop.clip.tables.model import FeatureTableModel
from desktop.widgets.plain_table import SortHeader, prepare_table
from desktop.widgets.theme import UNIT

HANDS_OFF: Final = 1.0
"""For so many seconds after the user has clicked or pressed a key here, the playhead does not move the selection."""

SCROLL_HANDS_OFF: Final = 4.0
"""For so many seconds after the user has scrolled, the playing row is not brought back into view."""

KEYS_SETTLE: Final = 120
"""Milliseconds after the last key before its row is played, so that a held arrow key does not stutter."""

MOST_FROZEN: Final = 0.4
"""Leading columns stay in place while together they are narrower than this part of the grid."""

SORT_ARROW: Final = 12
"""Room for it beside a heading, pixels."""

FITTED_AT_ONCE: Final = 12
"""Columns; to fit all of them takes longer than a playhead should stand still."""

NAVIGATION: Final = frozenset(
    [
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    ]
)

SELECT_ROW: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class FeatureGrid(QTableView):
    """A table of passages. The user selects rows (`passage_chosen`), or the playhead does (`set_position`, silent)."""

    passage_chosen = Signal(float, float)
    """Start and end, in seconds, of what the user selected."""

    header_menu_requested = Signal(str, QPoint)
    """Name of the column under the pointer ("" beside them all), and the place on the screen."""

    def __init__(self, model: FeatureTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._playing_row: int | None = None
        self._touched_at = self._scrolled_at = float("-inf")
        self._pressed = False
        self._settling = False
        self._set_widths: dict[str, int] = {}  # by hand
        self._frozen = QTableView(self)
        self._frozen.setObjectName("frozen")
        self._key_timer = QTimer(self, singleShot=True, interval=KEYS_SETTLE)
        self._key_timer.timeout.connect(self._emit_passage)
        for view in (self, self._frozen):
            _arrange(view, model)
            view.viewport().installEventFilter(self)
        self._tie_views()
        model.modelReset.connect(self._forget)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    # --- columns ---------------------------------------------------------------------------------------------------

    def show_columns(self, names: frozenset[str]) -> None:
        """Show these columns and the leading ones, hide the others."""
        self._settling = True
        for i, column in enumerate(self._model.columns()):
            self.setColumnHidden(i, column.name not in names)
        self._settling = False
        self._place_frozen()

    def shown_columns(self) -> list[str]:
        """Return the names of the columns to scroll to, from left to right."""
        return [column.name for i, column in enumerate(self._model.columns()) if not self.isColumnHidden(i)]

    def fit_columns(self) -> None:
        """Make each column as wide as its heading and longest numbers need, or as the user set it."""
        for _ in self.fit_columns_in_steps():
            pass

    def fit_columns_in_steps(self) -> Iterator[None]:
        """Like `fit_columns`, with pauses in which a window can take events."""
        for first in range(0, self._model.columnCount(), FITTED_AT_ONCE):
            self._settling = True
            for i in range(first, min(first + FITTED_AT_ONCE, self._model.columnCount())):
                self.setColumnWidth(i, self._fitting_width(i))
            self._settling = False
            yield
        self._place_frozen()

    def _fitting_width(self, column: int) -> int:
        name = self._model.columns()[column].name
        if name in self._set_widths:
            return self._set_widths[name]
        metrics = self.fontMetrics()
        title = self._model.headerData(column, Qt.Orientation.Horizontal).split("\n")
        numbers = [self._model.index(row, column).data() for row in _sample(self._model.rowCount())]
        titles = max(metrics.horizontalAdvance(line) for line in title) + SORT_ARROW
        return max([titles, *(metrics.horizontalAdvance(number) for number in numbers)]) + 2 * UNIT

    # --- sorting ---------------------------------------------------------------------------------------------------

    def sorting(self) -> tuple[str, bool] | None:
        """Return the column that the rows are sorted by and whether downwards; None in the order of time."""
        header = self.horizontalHeader()
        section, columns = header.sortIndicatorSection(), self._model.columns()
        if not 0 <= section < len(columns):
            return None
        return columns[section].name, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def sort_by(self, sorting: tuple[str, bool] | None) -> None:
        """Sort by a column, or by time; an unknown name means time."""
        name, descending = sorting or ("", False)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(self._model.index_of(name), order)

    # --- the passage -----------------------------------------------------------------------------------------------

    def selected_rows(self) -> list[int]:
        """Return the selected rows as shown, from top to bottom."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(i) for i in range(selection.size())]
        return sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})

    def passage(self) -> tuple[float, float] | None:
        """Start and end of the selected rows, seconds; of rows apart those around the one touched last."""
        rows = self._together(self._model.table_rows(self.selected_rows()))
        starts, ends = _passages(self._model.table)
        if not len(rows) or not len(starts):
            return None
        start, end = np.min(starts[rows]), np.max(ends[rows])
        return (float(start), float(end)) if np.isfinite(start) and np.isfinite(end) else None

    def _together(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those of some rows of the table that follow each other in time without a gap, around the current one."""
        if len(rows) < 2:
            return rows
        rows = np.sort(rows)
        current = self._model.table_rows([self.currentIndex().row()]) if self.currentIndex().isValid() else rows[:1]
        runs = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
        return next((run for run in runs if current[0] in run), runs[0])

    @contextmanager
    def staying_where_it_is(self) -> Iterator[None]:
        """Keep selection and scrolling while the rows are replaced; what was selected is found again by its start."""
        starts, _ = _passages(self._model.table)
        selected = starts[self._model.table_rows(self.selected_rows())] if len(starts) else starts
        places = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        n_rows = self._model.rowCount()
        yield
        if self._model.rowCount() != n_rows:
            self._select_starts(selected)
        self.updateGeometries()
        self.verticalScrollBar().setValue(places[0])
        self.horizontalScrollBar().setValue(places[1])

    def _select_starts(self, selected: NDArray[np.float64]) -> None:
        starts, _ = _passages(self._model.table)
        selection = QItemSelection()
        for row in np.flatnonzero(np.isin(starts, selected)).tolist():
            index = self._model.index(self._model.shown_row(row), 0)
            selection.select(index, index)
        self.selectionModel().select(selection, SELECT_ROW)

    def set_position(self, seconds: float) -> None:
        """Select the row that plays, and keep it in view, unless the user is busy here or selected around it."""
        row = self._row_at(seconds)
        now = time.monotonic()
        if row is None or row == self._playing_row or self._pressed or now - self._touched_at < HANDS_OFF:
            return
        self._playing_row = row
        passage = self.passage()
        if len(self.selected_rows()) > 1 and passage and passage[0] <= seconds < passage[1]:
            return
        self._select_silently(self._model.shown_row(row))
        if now - self._scrolled_at >= SCROLL_HANDS_OFF:
            self._bring_into_view(self._model.shown_row(row))

    def _row_at(self, seconds: float) -> int | None:
        starts, ends = _passages(self._model.table)
        row = int(np.searchsorted(starts, seconds, side="right")) - 1
        return row if 0 <= row < len(ends) and seconds < ends[row] else None

    def _select_silently(self, row: int) -> None:
        column = max(self.currentIndex().column(), 0)
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(self._model.index(row, column), SELECT_ROW)
        self.setAutoScroll(True)

    def _bring_into_view(self, row: int) -> None:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        if top < 0 or top + height > self.viewport().height():
            # A third of the way down: what has been heard stays in sight, what comes next more so.
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def _emit_passage(self) -> None:
        passage = self.passage()
        if passage is not None:
            self.passage_chosen.emit(*passage)

    def _forget(self) -> None:
        self._playing_row = None
        self._key_timer.stop()

    # --- events ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Arrow keys seek in the rest of the window; here they must go through the rows.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in NAVIGATION:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed, self._touched_at = True, time.monotonic()
        elif event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._pressed, self._touched_at = False, time.monotonic()
            if event.button() == Qt.MouseButton.LeftButton:
                # The view itself has yet to see this release.
                QTimer.singleShot(0, self, self._emit_passage)
        elif event.type() == QEvent.Type.Wheel:
            self._scrolled_at = time.monotonic()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.selected_rows()
        super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._touched_at = time.monotonic()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self.selected_rows() != before:
            self._touched_at = time.monotonic()
            self._key_timer.start()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        hidden = self._frozen.width() - self.columnViewportPosition(index.column())
        if index.column() >= self._n_frozen() and hidden > 0 and self._frozen.isVisible():
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)
        return index

    # --- the columns that stay -------------------------------------------------------------------------------------

    def _tie_views(self) -> None:
        own, frozen = self.horizontalHeader(), self._frozen.horizontalHeader()
        self._frozen.setSelectionModel(self.selectionModel())
        self._frozen.setFocusProxy(self)
        self._frozen.setAutoScroll(False)
        self._frozen.setFrameShape(QFrame.Shape.NoFrame)
        self._frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._frozen.verticalScrollBar().setValue)
        self._frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().actionTriggered.connect(self._note_scrolling)
        own.sectionResized.connect(lambda i, _, width: self._copy_width(self._frozen, i, width))
        frozen.sectionResized.connect(lambda i, _, width: self._copy_width(self, i, width))
        own.sortIndicatorChanged.connect(_follower(frozen))
        frozen.sortIndicatorChanged.connect(self.sortByColumn)
        for header in (own, frozen):
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            header.customContextMenuRequested.connect(partial(self._ask_for_header_menu, header))
        self._frozen.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _ask_for_header_menu(self, header: QHeaderView, point: QPoint) -> None:
        column = header.logicalIndexAt(point)
        name = self._model.columns()[column].name if column >= 0 else ""
        self.header_menu_requested.emit(name, header.viewport().mapToGlobal(point))

    def _note_scrolling(self) -> None:
        self._scrolled_at = time.monotonic()

    def _copy_width(self, view: QTableView, column: int, width: int) -> None:
        if self._settling:
            return
        if width > 0 and column < len(self._model.columns()):
            self._set_widths[self._model.columns()[column].name] = width
        if width > 0 and view.columnWidth(column) != width and not view.isColumnHidden(column):
            view.setColumnWidth(column, width)
        if column < len(LEADING):  # what others do moves none of the columns that stay
            self._place_frozen()

    def _n_frozen(self) -> int:
        """How many of the leading columns fit without taking the place of the others."""
        room, count = self.width() * MOST_FROZEN, 0
        for i, column in enumerate(self._model.columns()):
            room -= self.columnWidth(i)
            if column.name not in LEADING or room < 0:
                break
            count = i + 1
        return count

    def _place_frozen(self) -> None:
        if self._settling:
            return
        # Showing a column again brings back its former width, which must not spread to the other view.
        self._settling = True
        count = self._n_frozen()
        for i in range(self._model.columnCount()):
            self._frozen.setColumnHidden(i, i >= count or self.isColumnHidden(i))
            if i < count:
                self._frozen.setColumnWidth(i, self.columnWidth(i))
        width = sum(self.columnWidth(i) for i in range(count))
        height = self.viewport().height() + self.horizontalHeader().height()
        self._frozen.horizontalHeader().setFixedHeight(max(self.horizontalHeader().height(), 1))
        self._frozen.setGeometry(self.frameWidth(), self.frameWidth(), width, height)
        self._frozen.setVisible(width > 0)
        self._settling = False

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_frozen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_frozen()


def _arrange(view: QTableView, model: FeatureTableModel) -> None:
    view.setHorizontalHeader(SortHeader(view))
    view.setModel(model)
    prepare_table(view, 8)
    header = view.horizontalHeader()
    header.setSortIndicatorShown(True)
    header.setSortIndicatorClearable(True)
    header.setMinimumSectionSize(36)


def _follower(header: QHeaderView) -> Callable[[int, Qt.SortOrder], None]:
    def follow(section: int, order: Qt.SortOrder) -> None:
        header.blockSignals(True)
        header.setSortIndicator(section, order)
        header.blockSignals(False)
        header.viewport().update()

    return follow


def _passages(table: FeatureTable | None) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    if table is None or "start" not in table.names or "end" not in table.names:
        return np.empty(0), np.empty(0)
    return table.column("start"), table.column("end")


def _sample(n_rows: int) -> list[int]:
    """Return some 30 rows spread over the table: enough to know how wide its numbers get."""
    return sorted({*range(0, n_rows, max(n_rows // 30, 1)), *range(max(n_rows - 1, 0), n_rows)})
