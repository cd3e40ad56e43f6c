"""The library on screen: filter, table, details, failed files, and the player of the selected track."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.language import tr
from core.library import LIBRARY_COLUMNS
from desktop.library.cells import grouped
from desktop.library.controller import SAME_TEMPO, Found, LibraryController
from desktop.library.details import DetailsPanel
from desktop.library.failures import FailuresPanel
from desktop.library.filter_bar import FilterBar, counted
from desktop.library.grid import TrackGrid
from desktop.library.likeness import distance_text, reasons_text
from desktop.library.summary import MOST_TRACKS, Summary, summarise
from desktop.library.table_model import NOTHING, Ids, TrackTableModel
from desktop.library.tag_panel import TagPanel
from desktop.playback.audition import Audition
from desktop.widgets.basic import ElidedLabel, push_button
from desktop.widgets.column_chooser import ColumnChooser
from desktop.widgets.icons import themed_icon
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.library import Catalogue, FileFailure

DEFAULTS: Final = frozenset(column.name for column in LIBRARY_COLUMNS if column.shown)
GENRES: Final = ("blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock")
STATES: Final = (
    "is:failed",
    "is:missing",
    "is:outdated",
    "is:analysed",
    "is:labelled",
    "is:unlabelled",
    "is:edited",
    "is:duplicate",
    "is:near-duplicate",
    "is:outside",
)
NARROW: Final = 100 * UNIT
"""Below this width the buttons show their icons alone."""


class LibraryView(QWidget):
    """Shows what the controller finds and emits what the user asks for."""

    opened = Signal(object)
    """Id of the track to open in the clip tab."""
    selection_changed = Signal()
    play_requested = Signal(object)
    """Id of the track to hear."""
    toggle_requested = Signal()
    menu_requested = Signal(QPoint)
    details_shown = Signal(bool)
    failures_shown = Signal(bool)

    def __init__(self, controller: LibraryController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Library"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.controller = controller
        self.found: Found | None = None
        self._theme = LIGHT
        self._summary_number = 0
        self._wants_details = True
        self._reasons: dict[str, str] = {}
        self._coming: Ids = NOTHING
        self.model = TrackTableModel(LIBRARY_COLUMNS, self)
        self.grid = TrackGrid(self.model)
        self.filter_bar = FilterBar()
        self.details = DetailsPanel()
        self.failures = FailuresPanel()
        self.tags = TagPanel()
        self.audition = Audition()
        self.state = StatePage()
        self.nothing = StatePage()
        self._rows = QStackedWidget()
        self.chooser = ColumnChooser(self)
        self.add_button = _menu_button(tr("Add"), tr("Add files or folders to the library"))
        self.columns_button = _menu_button(tr("Columns"), tr("Choose visible columns"))
        self.export_button = _menu_button(tr("Export"), tr("Save tracks as CSV or Parquet (Ctrl+E)"))
        self.details_button = _menu_button(tr("Details"), tr("Show labels and details of the selection (Ctrl+I)"))
        self._similar_name = ElidedLabel(hugging=True)
        self._similar = QWidget()
        self.compatible_keys = QCheckBox(tr("Compatible keys"))
        self.compatible_keys.setToolTip(tr("Only keys that mix well: the same, its relative, a fifth up or down"))
        self.same_tempo = QCheckBox(tr("Tempo ±{tolerance:.0f} %", tolerance=100 * SAME_TEMPO))
        self.same_tempo.setToolTip(tr("Only this tempo, half or double"))
        self.stack = QStackedWidget()
        self._arrange()
        self._connect()
        self.show_failures(False)
        self.set_theme(LIGHT)

    # --- what is selected ------------------------------------------------------------------------------------------

    def selected_ids(self) -> Ids:
        """Return the ids of the selected tracks from top to bottom."""
        return self.grid.selected_ids() if self.has_table else NOTHING

    @property
    def has_table(self) -> bool:
        """Whether tracks are shown, and not a state."""
        return self.stack.currentWidget() is self._panel

    # --- what is shown ---------------------------------------------------------------------------------------------

    def show_state(self, *args: Any, **options: Any) -> None:
        """Show how things are in place of all, see `StatePage.show_state`; what is of no use then is hidden."""
        self.state.show_state(*args, **options)
        self.stack.setCurrentWidget(self.state)
        self.filter_bar.hide()
        self._enable(False)

    def show_nothing(self, *args: Any) -> None:
        """Say in place of the rows why there are none; see `StatePage.show_state`."""
        self.nothing.show_state(*args)
        self._rows.setCurrentWidget(self.nothing)

    def clear(self) -> None:
        """Forget the tracks of another catalogue."""
        self.found = None
        self.model.clear()
        self.audition.close_player()

    def show_found(self, found: Found) -> None:
        """Show tracks; selection and place stay where the question is the same."""
        former, self.found = self.found, found
        self._follow_waiting(found)
        if not np.array_equal(found.ids, self.model.ids):
            self.grid.set_ids(found.ids, to_top=former is None or former.query != found.query)
        if former is None or former.counter != found.counter:
            self.model.forget_values()
        self._select_coming()
        self.grid.show_sorting(found.query.sorting if not found.query.similar_to else None)
        self._show_similar(found)
        self._rows.setCurrentWidget(self.grid)
        self.stack.setCurrentWidget(self._panel)
        self.filter_bar.show()
        self._enable(True)
        self._show_count()
        self._ask_for_summary()

    def _follow_waiting(self, found: Found) -> None:
        """Keep the selection with files that waited and are tracks now."""
        catalogue, selected = self.controller.catalogue, self.selected_ids()
        done = selected[(selected < 0) & ~np.isin(selected, found.ids)]
        places = [str(self.model.value(int(row), "path")) for row in done]
        if catalogue is not None and places:
            self.controller.ask(self._select_done, tracks_at, catalogue, places)

    def _select_done(self, tracks: list[int]) -> None:
        if not len(self.selected_ids()):
            self.select_when_shown(tracks)
            self._select_coming()

    def _select_coming(self) -> None:
        if len(self._coming) and np.isin(self._coming, self.model.ids).all():
            self.grid.select_ids(self._coming)
            self._coming = NOTHING

    @property
    def wants_details(self) -> bool:
        """Whether the details panel is shown as soon as there is a table."""
        return self._wants_details

    def show_failures_list(self, failures: "list[FileFailure]") -> None:
        """Files that could not be analysed."""
        had_some, self._reasons = bool(self._reasons), {failure.location: failure.reason for failure in failures}
        self.failures.set_failures(failures)
        if had_some and not failures:
            self.show_failures(False)

    def show_labels(self, labels: dict[str, int]) -> None:
        """Set the labels that fields complete."""
        self.details.labels.set_known(list(labels))
        columns = [f"{column.name}:" for column in LIBRARY_COLUMNS]
        quoted = [f'label:"{name}"' if " " in name else f"label:{name}" for name in labels]
        self.filter_bar.field.set_words([*quoted, *STATES, *(f"genre:{genre}" for genre in GENRES), *columns])

    def show_details(self, shown: bool) -> None:
        """Show or hide the details panel."""
        self._wants_details = shown
        self.details_button.setChecked(shown)
        self.details_shown.emit(shown)
        self._enable(self.has_table)
        self._ask_for_summary()

    def show_failures(self, shown: bool) -> None:
        """Show or hide the list of what failed."""
        self.failures.setVisible(shown)
        self.failures_shown.emit(shown)

    def set_editable(self, editable: bool) -> None:
        """Whether the catalogue can be written."""
        self.details.set_editable(editable)
        self.failures.set_editable(editable)
        self.add_button.setEnabled(editable)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(_style(theme))
        for button, name in (
            (self.add_button, "add"),
            (self.columns_button, "columns"),
            (self.export_button, "export"),
            (self.details_button, "details"),
        ):
            button.setIcon(themed_icon(name, theme))
        self._back.setIcon(themed_icon("back", theme))
        parts = (self.model, self.filter_bar, self.failures, self.tags, self.audition, self.state, self.nothing)
        for part in parts:
            part.set_theme(theme)

    # --- state -----------------------------------------------------------------------------------------------------

    def layout_state(self) -> dict[str, Any]:
        """Columns, order, panels, as plain JSON values."""
        sorting = self.controller.query.sorting
        return {
            **self.grid.layout_state(),
            "sorting": list(sorting) if sorting is not None else None,
            "details": self._wants_details,
            "splitter": self._across.sizes(),
        }

    def restore(self, state: dict[str, Any]) -> tuple[str, bool] | None:
        """Take up what `layout_state` gave; returns how to sort."""
        self.grid.restore(state)
        self.show_details(state.get("details") is not False)
        sizes = state.get("splitter")
        if isinstance(sizes, list) and len(sizes) == 2 and all(isinstance(size, int) and size > 0 for size in sizes):
            self._across.setSizes(sizes)
        match state.get("sorting"):
            case [str(name), bool(descending)] if self.model.place_of(name) >= 0:
                return name, descending
        return None

    # --- what happens ----------------------------------------------------------------------------------------------

    def choose_columns(self, names: frozenset[str]) -> None:
        """Show these columns."""
        if names:
            self.grid.show_columns([column.name for column in LIBRARY_COLUMNS if column.name in names])

    def _restore_columns(self) -> None:
        self.choose_columns(DEFAULTS)
        self.grid.fit_columns(again=True)

    def open_chooser(self) -> None:
        """Open the column chooser."""
        titles = {column.name: tr(column.title) for column in LIBRARY_COLUMNS}
        self.chooser.set_columns(grouped(LIBRARY_COLUMNS), frozenset(self.grid.shown_columns()), DEFAULTS, titles)
        self.chooser.open_below(self.columns_button)

    def select_after(self, ids: Ids) -> None:
        """Select the row below some that are about to be removed."""
        rows = self.model.rows_of(ids)
        if len(rows):
            below = self.model.ids[int(rows.max()) + 1 :][:1]
            self.grid.select_ids(below if len(below) else self.model.ids[max(int(rows.min()) - 1, 0) :][:1])

    def select_when_shown(self, tracks: Sequence[int]) -> None:
        """Select tracks in the next answer that has them: they are coming back."""
        self._coming = np.array(tracks, dtype=np.int64)

    def go_to_table(self) -> None:
        """Move the focus to the table."""
        if not self.has_table:
            return
        self.grid.setFocus()
        if not len(self.grid.selected_ids()):
            self.grid.step(0)

    def _enable(self, has_table: bool) -> None:
        self.details.setVisible(has_table and self._wants_details)
        for button in (self.export_button, self.columns_button, self.details_button):
            button.setVisible(has_table)
        self.selection_changed.emit()

    def _take_selection(self) -> None:
        ids = self.selected_ids()
        self._show_count()
        self._ask_for_summary()
        self.audition.set_available(len(ids) > 0)
        if self.audition.is_playing and len(ids) == 1 and int(ids[0]) != self.audition.track_id:
            self.play_requested.emit(int(ids[0]))
        self.selection_changed.emit()

    def _show_count(self) -> None:
        if self.found is not None:
            self.filter_bar.set_count(len(self.found.ids), self.found.total, len(self.selected_ids()))

    def _ask_for_summary(self) -> None:
        self._summary_number += 1
        number = self._summary_number
        ids, catalogue = self.selected_ids(), self.controller.catalogue
        if catalogue is None or not len(ids) or self.details.isHidden():
            self.details.show_summary(None)
            return
        seen = ids[:MOST_TRACKS].tolist()
        self.controller.ask(lambda summary: self._take_summary(number, summary), summarise, catalogue, seen, len(ids))

    def _take_summary(self, number: int, summary: Summary) -> None:
        if number == self._summary_number:
            reason = self._reasons.get(str(summary.values["path"]), "") if summary.n_tracks == 1 else ""
            self.details.set_editable(self.controller.is_editable and bool((self.selected_ids() > 0).any()))
            self.details.show_summary(summary, reason, self._likeness(summary))

    def _likeness(self, summary: Summary) -> str:
        """Return why the one selected track is among the similar ones."""
        ids = self.selected_ids()
        one = self.found.reasons.get(int(ids[0])) if self.found is not None and len(ids) == 1 else None
        return (
            ""
            if one is None or summary.n_tracks != 1
            else tr("Distance {distance}\n{reasons}", distance=distance_text(one), reasons=reasons_text(one))
        )

    def _show_similar(self, found: Found) -> None:
        seeds = found.query.similar_to
        self._similar.setVisible(bool(seeds))
        self.model.set_likeness(
            {track: distance_text(one) for track, one in found.reasons.items()},
            {track: reasons_text(one) for track, one in found.reasons.items()},
        )
        self.grid.show_row_headings(bool(found.reasons))
        if seeds:
            name = self.model.value(seeds[0], "name") or tr("the track")
            whom = f"“{name}”" if len(seeds) == 1 else counted(len(seeds))
            self._similar_name.set_full_text(
                tr("Similar to {whom}. Left: distance; half of all tracks are beyond 100 %", whom=whom)
            )
            for limit, limited in (
                (self.compatible_keys, found.query.compatible_keys), (self.same_tempo, found.query.same_tempo)
            ):  # fmt: skip
                limit.setChecked(limited)

    def _limit_similar(self) -> None:
        self.controller.limit_similar(
            compatible_keys=self.compatible_keys.isChecked(), same_tempo=self.same_tempo.isChecked()
        )

    def _open_header_menu(self, name: str, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if name:
            shown = frozenset(self.grid.shown_columns())
            title = self.model.columns[self.model.place_of(name)].title
            menu.addAction(tr("Hide {title}", title=title), lambda: self.choose_columns(shown - {name})).setEnabled(
                len(shown) > 1
            )
            menu.addAction(tr("Sort by {title}", title=title), lambda: self.controller.set_sorting((name, False)))
            menu.addAction(tr("Sort by date added"), lambda: self.controller.set_sorting(None))
            menu.addSeparator()
        menu.addAction(tr("Choose columns…"), self.open_chooser)
        menu.addAction(tr("Reset columns"), self._restore_columns)
        menu.popup(point)

    # --- building --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._back = push_button(
            tr("Back"), self.controller.leave_similar, "link", tr("Back to the filtered list (Esc)")
        )
        similar = QHBoxLayout(self._similar)
        similar.setContentsMargins(UNIT, 0, UNIT, 0)
        similar.setSpacing(UNIT)
        similar.addWidget(self._back)
        similar.addWidget(self._similar_name, 1)
        similar.addStretch(0)
        for limit in (self.compatible_keys, self.same_tempo):
            limit.clicked.connect(self._limit_similar)
            similar.addWidget(limit)
        self._similar.hide()
        self.details_button.setCheckable(True)
        controls = QHBoxLayout()
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(UNIT // 2)
        controls.addWidget(self.filter_bar, 1)
        controls.addStretch(0)
        for button in (self.add_button, self.columns_button, self.export_button, self.details_button):
            controls.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._panel = QFrame()
        self._panel.setObjectName("panel")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self._similar)
        self._rows.addWidget(self.grid)
        self._rows.addWidget(self.nothing)
        inside.addWidget(self._rows, 1)
        inside.addWidget(self.audition)
        self.stack.addWidget(self._panel)
        self.stack.addWidget(self.state)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._down = QSplitter(Qt.Orientation.Vertical)
        for splitter, parts in (
            (self._across, (self.stack, self.details)),
            (self._down, (self._across, self.failures, self.tags)),
        ):
            splitter.setHandleWidth(UNIT)
            splitter.setChildrenCollapsible(False)
            for part in parts:
                splitter.addWidget(part)
            splitter.setStretchFactor(0, 1)
            splitter.setStretchFactor(1, 0)
        self._across.setSizes([1000, 34 * UNIT])
        self._down.setSizes([600, 24 * UNIT, 32 * UNIT])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(UNIT, UNIT, UNIT, 0)
        whole.setSpacing(UNIT)
        whole.addLayout(controls)
        whole.addWidget(self._down, 1)

    def _connect(self) -> None:
        controller, grid = self.controller, self.grid
        controller.opened.connect(self.clear)
        self.model.values_wanted.connect(controller.fetch_values)
        controller.values_ready.connect(self.model.take_values)
        controller.values_failed.connect(self.model.stop_waiting)
        controller.filter_failed.connect(self.filter_bar.set_error)
        controller.labels_changed.connect(self.show_labels)
        controller.failures_changed.connect(self.show_failures_list)
        self.filter_bar.changed.connect(controller.set_filter)
        self.filter_bar.left.connect(self.go_to_table)
        self.details.left.connect(self.go_to_table)
        grid.sort_requested.connect(controller.set_sorting)
        grid.opened.connect(self.opened)
        grid.selection_settled.connect(self._take_selection)
        grid.header_menu_requested.connect(self._open_header_menu)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(lambda at: self.menu_requested.emit(grid.viewport().mapToGlobal(at)))
        self.chooser.chosen.connect(self.choose_columns)
        self.columns_button.clicked.connect(self.open_chooser)
        self.details_button.clicked.connect(self.show_details)
        self.failures.closed.connect(lambda: self.show_failures(False))
        self.audition.toggle_requested.connect(self.toggle_requested)
        self.audition.playing_changed.connect(self.model.set_playing)


def tracks_at(catalogue: "Catalogue", places: Sequence[str]) -> list[int]:
    """Return the tracks of the files at some places, without those that are none."""
    return [track for track in map(catalogue.track_at, places) if track is not None]


def _menu_button(text: str, tool_tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tool_tip)
    button.setAccessibleName(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def _style(theme: Theme) -> str:
    return f"""
    QTableView {{ selection-background-color: {theme.accent}; selection-color: {theme.accent_text}; }}
    QTableView::item {{ padding: 0 {UNIT // 2}px; }}
    QTableView QHeaderView::section {{ border-top: 1px solid {theme.border}; padding: 3px {UNIT - 1}px; }}
    QAbstractScrollArea::corner {{ background: {theme.surface}; border: none; }}
    QLineEdit QToolButton {{ padding: 0; min-height: 0; border: none; background: transparent; }}
    QLineEdit[wrong="true"] {{ border-color: {theme.error}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QLabel#filterError, QLabel#reason {{ color: {theme.error}; }}
    QWidget#clear {{ background: transparent; }}
    Audition {{ border-top: 1px solid {theme.border}; }}
    QPushButton#chip {{ padding: 2px 8px; min-height: 16px; border-radius: 11px; }}
    """
