"""The four pages of the tables: which columns each shows, what it copies, how it says what it holds."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from core.analysis.chording import with_chords
from core.analysis.tabling import less_song
from core.export.tables import to_tsv
from core.features.table import Column, FeatureTable
from core.harmony.chords import Chords
from core.language import filled, tr
from desktop.clip.tables.columns import LEADING, SHOWN_AT_FIRST, clock, matches
from desktop.clip.tables.grid import FeatureGrid
from desktop.clip.tables.model import FeatureTableModel
from desktop.clip.tables.song_model import SongModel
from desktop.widgets.plain_table import SortHeader
from desktop.widgets.theme import Theme

NOUNS: Final = {"song": tr("song"), "sections": tr("sections"), "bars": tr("bars"), "beats": tr("beats")}
ONES: Final = {"sections": tr("section"), "bars": tr("bar"), "beats": tr("beat")}
"""What the passages of a page are called, many and one."""


class Page:
    """One table with the columns a person has hidden and the text they filter by."""

    def __init__(self, name: str, model: SongModel | FeatureTableModel, view: QTableView) -> None:
        self.name = name
        self.noun: str = NOUNS[name]
        self._model = model
        self._view = view
        self.hidden: frozenset[str] | None = None
        """Hidden by the user; None before any choice."""
        self._filter = ""

    @property
    def model(self) -> SongModel | FeatureTableModel:
        """The rows."""
        return self._model

    @property
    def view(self) -> QTableView:
        """Where they are shown."""
        return self._view

    @property
    def table(self) -> FeatureTable | None:
        """The table in its own orientation."""
        return self.model.table

    def columns(self) -> list[Column]:
        """Every column there is, shown or not."""
        return self.model.columns()

    def show_table(self, table: FeatureTable | None) -> None:
        """Show another table."""
        for _ in self.show_in_steps(table):
            pass

    def show_in_steps(self, table: FeatureTable | None) -> Iterator[None]:
        """Like `show_table`, with pauses in which a window can take events."""
        self.model.set_table(table)
        yield
        self.apply()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self.model.set_theme(theme)

    def default_hidden(self) -> frozenset[str]:
        """Return the names of columns that are hidden at first."""
        return frozenset()

    def chosen(self) -> frozenset[str]:
        """Return the names to show while the filter is empty."""
        hidden = self.default_hidden() if self.hidden is None else self.hidden
        return frozenset(column.name for column in self.columns()) - hidden

    def choose(self, names: frozenset[str]) -> None:
        """Show these, hide the others."""
        hidden = frozenset(column.name for column in self.columns()) - names
        self.hidden = None if hidden == self.default_hidden() else hidden
        self.apply()

    def filter(self, text: str) -> None:
        """Show what matches the text, hidden or not; what was chosen when it is empty."""
        self._filter = text.strip()
        self.apply()

    def found(self) -> frozenset[str]:
        """Return the names that the filter shows now."""
        if not self._filter:
            return self.chosen()
        return frozenset(column.name for column in self.columns() if matches(column, self._filter))

    def apply(self) -> None:
        """Make the view show what is to be seen."""
        raise NotImplementedError

    def selection_as_tsv(self) -> str:
        """Return the selection as shown, under a line of names; "" without one."""
        raise NotImplementedError

    def summary(self) -> str:
        """Return how many rows and columns the page has and how many of them are shown."""
        raise NotImplementedError

    def sorting(self) -> tuple[str, bool] | None:
        """By what the rows are sorted and whether downwards."""
        raise NotImplementedError

    def sort_by(self, sorting: tuple[str, bool] | None) -> None:
        """Sort the rows; None puts them back in their own order."""
        raise NotImplementedError

    def missed(self) -> bool:
        """Whether a filter is set that nothing matches."""
        return bool(self._filter) and bool(self.columns()) and not self.found()

    def _nothing_found(self, text: str) -> str:
        return filled(text, {"filter": self._filter})

    def state(self) -> dict[str, Any]:
        """Return the state to remember, as plain JSON values."""
        sorting = self.sorting()
        return {
            "hidden": None if self.hidden is None else sorted(self.hidden),
            "sort": None if sorting is None else list(sorting),
        }

    def restore(self, state: object) -> None:
        """Take up a state; whatever in it makes no sense is left out."""
        if not isinstance(state, dict):
            return
        hidden, sorting = state.get("hidden"), state.get("sort")
        if isinstance(hidden, list):
            self.hidden = frozenset(name for name in hidden if isinstance(name, str))
        match sorting:
            case [str(name), bool(descending)]:
                self.sort_by((name, descending))
        self.apply()


class SongPage(Page):
    """The song's numbers, a row a feature."""

    _model: SongModel

    @property
    def model(self) -> SongModel:
        return self._model

    def __init__(self) -> None:
        super().__init__("song", SongModel(), QTableView())
        self.view.setHorizontalHeader(SortHeader(self.view))
        self.view.setModel(self.model)
        self.view.setObjectName("song")
        self.view.setAccessibleName(tr("Song features"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.view.fontMetrics().height() + 8)
        header = self.view.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.view.setSortingEnabled(True)

    def show_in_steps(self, table: FeatureTable | None) -> Iterator[None]:
        yield from super().show_in_steps(table)
        for field in range(len(SongModel.HEADINGS) - 1):  # the last one takes what is left
            self.view.resizeColumnToContents(field)

    def apply(self) -> None:
        self.model.set_visible(self.found())

    def selection_as_tsv(self) -> str:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return to_tsv(self.table, [0], self.model.names_at(rows), with_units=True) if self.table and rows else ""

    def summary(self) -> str:
        shown, total = self.model.rowCount(), len(self.columns())
        if self.missed():
            return self._nothing_found(tr("No feature matches “{filter}”"))
        return (
            tr("{total} features", total=total)
            if shown == total
            else tr("{shown} of {total} features", shown=shown, total=total)
        )

    def sorting(self) -> tuple[str, bool] | None:
        header = self.view.horizontalHeader()
        section = header.sortIndicatorSection()
        if not 0 <= section < len(SongModel.HEADINGS):
            return None
        return SongModel.HEADINGS[section], header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def sort_by(self, sorting: tuple[str, bool] | None) -> None:
        name, descending = sorting or ("", False)
        section = SongModel.HEADINGS.index(name) if name in SongModel.HEADINGS else -1
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.view.sortByColumn(section, order)


class GridPage(Page):
    """Sections, bars or beats, a row each."""

    _model: FeatureTableModel
    _view: FeatureGrid

    @property
    def model(self) -> FeatureTableModel:
        return self._model

    @property
    def view(self) -> FeatureGrid:
        return self._view

    def __init__(self, name: str) -> None:
        model = FeatureTableModel()
        super().__init__(name, model, FeatureGrid(model))
        self._sorting: tuple[str, bool] | None = None
        self.view.setObjectName("grid")
        self.view.setAccessibleName(tr("Features of the {passages}", passages=NOUNS[name]))

    def show_in_steps(
        self, table: FeatureTable | None, measured_again: NDArray[np.intp] | None = None
    ) -> Iterator[None]:
        if table is not None and self.model.is_of_the_same_song(table):
            with self.view.staying_where_it_is():
                self.model.replace_table(table, measured_again)
            return
        sorting = self.sorting()
        yield from super().show_in_steps(table)
        self.model.mark(measured_again)
        yield from self.view.fit_columns_in_steps()
        self.sort_by(sorting)

    def default_hidden(self) -> frozenset[str]:
        return frozenset(column.name for column in self.columns()) - SHOWN_AT_FIRST

    def apply(self) -> None:
        leading = LEADING if self._filter else ()
        self.view.show_columns(self.found() | frozenset(leading))

    def selection_as_tsv(self) -> str:
        if self.table is None:
            return ""
        rows = self.model.table_rows(self.view.selected_rows())
        return to_tsv(self.table, rows.tolist(), self.view.shown_columns(), with_units=True) if len(rows) else ""

    def summary(self) -> str:
        total = sum(column.name not in LEADING for column in self.columns())
        shown = sum(name not in LEADING for name in self.view.shown_columns())
        if self.missed():
            return self._nothing_found(tr("No column matches “{filter}”"))
        rows = self._counted(self.model.rowCount())
        columns = (
            tr("{total} columns", total=total)
            if shown == total
            else tr("{shown} of {total} columns", shown=shown, total=total)
        )
        return f"{rows} · {columns}{self._selected()}"

    def sorting(self) -> tuple[str, bool] | None:
        return self.view.sorting() if self.columns() else self._sorting

    def sort_by(self, sorting: tuple[str, bool] | None) -> None:
        # Without a table there is no column to sort by yet: remembered until there is one.
        self._sorting = sorting
        if self.columns():
            self.view.sort_by(sorting)

    def _selected(self) -> str:
        count, passage = len(self.view.selected_rows()), self.view.passage()
        if count < 2 or passage is None:
            return ""
        return tr(
            " · {what} selected, {start} to {end}",
            what=self._counted(count),
            start=clock(passage[0]),
            end=clock(passage[1]),
        )

    def _counted(self, count: int) -> str:
        return f"{count} {ONES[self.name] if count == 1 else self.noun}"


class ChordedPage(GridPage):
    """Bars or beats with the chord of each, once chords are known."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._chords: Chords | None = None

    def set_chords(self, chords: Chords | None) -> None:
        """Take the chords of the next table that is shown."""
        self._chords = chords

    def show_in_steps(
        self, table: FeatureTable | None, measured_again: NDArray[np.intp] | None = None
    ) -> Iterator[None]:
        with_them = None if table is None else with_chords(table, self._chords)
        yield from super().show_in_steps(with_them, measured_again)


class SectionsPage(GridPage):
    """Sections, a row each, as they are or less the song as a whole."""

    def __init__(self) -> None:
        super().__init__("sections")
        self._whole: FeatureTable | None = None
        self._song: NDArray[np.float64] = np.empty(0)
        self.is_difference = False

    def show_sections_in_steps(self, table: FeatureTable, song: NDArray[np.float64]) -> Iterator[None]:
        """Show the table of sections of a song whose row is `song` [shape=(63,)], with pauses for a window."""
        self._whole, self._song = table, song
        yield from self.show_in_steps(self._chosen())

    def show_in_steps(
        self, table: FeatureTable | None, measured_again: NDArray[np.intp] | None = None
    ) -> Iterator[None]:
        if table is None:
            self._whole = None
        yield from super().show_in_steps(table, measured_again)

    def set_difference(self, difference: bool) -> None:
        """Show the numbers less those of the song, or as they are."""
        self.is_difference = difference
        if self._whole is not None:
            whole = self._whole
            self.show_table(self._chosen())
            self._whole = whole

    def summary(self) -> str:
        return (
            tr("{summary} · less the song", summary=super().summary())
            if self.is_difference and self.table
            else super().summary()
        )

    def _chosen(self) -> FeatureTable | None:
        if self._whole is None or not self.is_difference:
            return self._whole
        return less_song(self._whole, self._song)
