"""The tables of the song, its sections, bars and beats: shown, filtered, copied, exported, tied to the playhead."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.export.tables import to_tsv
from core.features.table import FeatureTable
from core.language import tr
from core.messages import texts
from desktop.clip.summary import SongSummary
from desktop.clip.tables.columns import grouped
from desktop.clip.tables.files import TableWriter, suggested_name
from desktop.clip.tables.pages import ChordedPage, GridPage, Page, SectionsPage, SongPage
from desktop.clip.timeline import Timeline
from desktop.widgets.basic import SearchField, open_menu
from desktop.widgets.column_chooser import ColumnChooser
from desktop.widgets.icons import icon, themed_icon
from desktop.widgets.theme import LIGHT, UNIT, Theme
from resources import resource_path

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.analysis import ClipAnalysis, PartialAnalysis, Rhythm
    from core.harmony.chords import Chords

TableName = Literal["song", "sections", "bars", "beats"]
TABLE_NAMES: Final[tuple[TableName, ...]] = get_args(TableName)
NO_CLIP: Final = tr("No clip open.\nDrop an audio file on the window.")
WAITING: Final = tr("Analysing…")
UNFINISHED: Final = tr("Not analysed.\nUse File › Analyse clip again (Ctrl+R).")
NO_REASON: Final = tr("Silence and very short clips have none.")
FILE_KINDS: Final = {".csv": tr("CSV (*.csv)"), ".parquet": tr("Parquet (*.parquet)")}
NARROW: Final = 65 * UNIT
"""Below this width, in pixels, the buttons give their place to the filter; the menu holds all they do."""

NARROWEST: Final = 34 * UNIT


class FeatureTables(QWidget):
    """Song, sections, bars and beats behind four tabs, with one row of controls above and one quiet line below.

    The song has a summary in front of the table of its features, once somebody has told what was found.
    """

    passage_chosen = Signal(float, float)
    """The user selected rows: from the first start to the last end, seconds."""
    exported = Signal(str)
    failed = Signal(str)

    def __init__(self, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setMinimumSize(NARROWEST, 14 * UNIT)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.section_page = SectionsPage()
        self._chorded = ChordedPage("bars"), ChordedPage("beats")
        self.pages: tuple[SongPage, SectionsPage, ChordedPage, ChordedPage] = (
            SongPage(),
            self.section_page,
            *self._chorded,
        )
        self._path: Path | None = None
        self._rhythm: Rhythm | None = None
        self._last_path: Path | None = None
        self._reason = NO_CLIP
        self._timeline = timeline
        self._writer = TableWriter()
        self._writer.exported.connect(self.exported)
        self._writer.failed.connect(self.failed)
        self._make_controls()
        self._make_actions()
        self._arrange()
        self._connect()
        self.set_theme(LIGHT)
        self.clear()

    # --- what is shown ---------------------------------------------------------------------------------------------

    def show_analysis(self, analysis: "ClipAnalysis") -> None:
        """Show the three tables of a piece; what was looked for in another piece, and its sorting, are forgotten."""
        for _ in self.show_in_steps(analysis):
            pass

    def show_in_steps(self, analysis: "ClipAnalysis") -> Iterator[None]:
        """Like `show_analysis`, in steps short enough for a window to stay awake; the table in front first."""
        self.begin(analysis.source.path)
        self.set_chords(analysis.chords)
        self._rhythm = analysis.rhythm
        tables: dict[TableName, FeatureTable] = {
            "song": analysis.tables.songs,
            "bars": analysis.tables.bars,
            "beats": analysis.tables.beats,
        }
        for name in sorted(tables, key=lambda name: name != self.page.name):
            yield from self.show_table_in_steps(name, tables[name])

    def begin(self, path: Path) -> None:
        """Take another piece, of which nothing is known yet."""
        self.set_chords(None)
        self._path, self._reason = path, WAITING
        if self._last_path not in (None, path):
            self.filter_field.clear()
            for place in range(len(self.pages)):
                self.pages[place].sort_by(None)
        self._last_path = path

    def set_chords(self, chords: "Chords | None") -> None:
        """Take the chords of the tables of bars and beats that are shown from now on."""
        for page in self._chorded:
            page.set_chords(chords)

    def show_rhythm(self, rhythm: "Rhythm") -> None:
        """Take what there is to say about beats where there are none."""
        self._rhythm = rhythm

    def show_found(self, found: "PartialAnalysis", *, is_awaited: bool = False) -> None:
        """Take what is known of the piece, for its summary."""
        self.summary.show_found(found, is_awaited=is_awaited)
        self._refresh()

    def show_table_in_steps(
        self, name: "TableName", table: FeatureTable, measured_again: "NDArray[np.intp] | None" = None
    ) -> Iterator[None]:
        """Show one of the tables, with pauses in which a window can take events.

        Parameters
        ----------
        name : "song", "bars" or "beats"
        table : the table; where one of the same piece is shown already, selection and scrolling stay
        measured_again : rows to be marked, because they were measured again after an edit
        """
        page = next(page for page in self.pages if page.name == name)
        if isinstance(page, GridPage):
            yield from page.show_in_steps(table, measured_again)
        else:
            yield from page.show_in_steps(table)
        self._refresh()
        yield

    def show_sections_in_steps(self, table: FeatureTable, song: "NDArray[np.float64]") -> Iterator[None]:
        """Show the table of sections of a song whose row is `song` [shape=(63,)]."""
        yield from self.section_page.show_sections_in_steps(table, song)
        self._refresh()
        yield

    def show_progress(self, fraction: float, text: str) -> None:
        """Say in the tables that are not there yet how far their rows are."""
        if self._path is not None:
            self._reason = f"{text}… {fraction:.0%}".replace("%", "\u202f%")
            self._refresh()

    def show_waiting(self) -> None:
        """Show that the numbers of a clip are on their way."""
        self._show_nothing(WAITING)

    def show_unfinished(self) -> None:
        """Show that the numbers that are not there are not coming."""
        self._reason = UNFINISHED
        self._refresh()

    def clear(self) -> None:
        """Show that there is no clip."""
        self._path = None
        self._show_nothing(NO_CLIP)

    def _show_nothing(self, reason: str) -> None:
        self._rhythm, self._reason = None, reason
        self.summary.clear()
        for page in self.pages:
            page.show_table(None)
        self._refresh()

    def set_position(self, seconds: float) -> None:
        """Select the bar or beat that plays, without emitting `passage_chosen`."""
        if isinstance(self.page, GridPage):
            self.page.view.set_position(seconds)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(_style(theme))
        self._search_action.setIcon(icon("search", theme.text_muted))
        self.columns_button.setIcon(themed_icon("columns", theme))
        self.export_button.setIcon(themed_icon("export", theme))
        self.summary.set_theme(theme)
        for page in self.pages:
            page.set_theme(theme)

    @property
    def page(self) -> Page:
        """The page in front."""
        return self.pages[max(self.tabs.currentIndex(), 0)]

    # --- copy and export -------------------------------------------------------------------------------------------

    def copy_selection(self) -> None:
        """Put the selected rows, with the names of the shown columns, on the clipboard as tab-separated text."""
        text = self.page.selection_as_tsv()
        if text:
            QGuiApplication.clipboard().setText(text)

    def copy_table(self) -> None:
        """Put the whole table in front on the clipboard, every row and column in the order of a file."""
        table = self.page.table
        if table is not None:
            text = to_tsv(table, range(len(table)), ("filename", "uuid", *table.names))
            QGuiApplication.clipboard().setText(text)

    def ask_where_to_export(self, suffix: str = ".csv") -> None:
        """Open the file dialog for the table in front; the window goes on behind it."""
        if self.page.table is None or self._path is None:
            return
        path = self._path
        folder = path.absolute().parent
        if folder == resource_path("").absolute():
            folder = Path.home()  # the demo clip is in the program's own folder, which is no place for tables
        dialog = QFileDialog(self, tr("Export table of {passages}", passages=self.page.noun), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([FILE_KINDS[suffix], *(kind for other, kind in FILE_KINDS.items() if other != suffix)])
        dialog.setDefaultSuffix(suffix)
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_suffix_of(kind)))
        dialog.selectFile(suggested_name(path.stem, self.page.name, suffix))
        table = self.page.table
        dialog.fileSelected.connect(lambda chosen: self.export_to(Path(chosen), table))
        dialog.open()

    def export_to(self, path: Path, table: FeatureTable | None = None) -> None:
        """Write a table (the one in front by default) without stopping the window; `exported` or `failed` follows."""
        table = table or self.page.table
        if table is not None:
            self._writer.write(table, path)

    # --- state -----------------------------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        """Tab, shading, hidden columns and sorting, as plain JSON values."""
        return {
            "tab": self.page.name,
            "heat": self.heat_action.isChecked(),
            "features": self.features_action.isChecked(),
            **{page.name: page.state() for page in self.pages},
        }

    def restore_state(self, state: object) -> None:
        """Take up what `save_state` gave; whatever makes no sense is left as it is."""
        if not isinstance(state, dict):
            return
        for place, page in enumerate(self.pages):
            page.restore(state.get(page.name))
            if state.get("tab") == page.name:
                self.tabs.setCurrentIndex(place)
        for name, action in (("heat", self.heat_action), ("features", self.features_action)):
            if isinstance(state.get(name), bool):
                action.setChecked(state[name])
        self._refresh()

    # --- building --------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("Tables"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for page in self.pages:
            self.tabs.addTab(page.noun.capitalize())
        self.filter_field = SearchField()
        self._search_action = QAction(tr("Filter"), self)
        self.filter_field.addAction(self._search_action, QLineEdit.ActionPosition.LeadingPosition)
        self.filter_field.setMinimumWidth(9 * UNIT)
        self.filter_field.setMaximumWidth(30 * UNIT)
        self.summary = SongSummary()
        self.summary_button = _button(tr("Summary"), tr("Show the summary of the song in place of its features"))
        self.columns_button = _button(tr("Columns"), tr("Choose visible columns"))
        self.export_button = _button(tr("Export"), tr("Save this table as CSV or Parquet"))
        self.menu_button = _button("⋯", tr("Copy, export, columns and shading"))
        self.menu_button.setAccessibleName(tr("Table menu"))
        self.chooser = ColumnChooser(self)
        self.message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.message.setObjectName("muted")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, UNIT)
        self.status = QLabel()
        self.status.setObjectName("status")
        self.status.setMinimumWidth(1)
        self.status.setContentsMargins(UNIT - 2, 2, UNIT, 3)

    def _make_actions(self) -> None:
        self.copy_action = QAction(tr("Copy selected rows"), self)
        self.copy_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.copy_action.triggered.connect(self.copy_selection)
        self.copy_table_action = QAction(tr("Copy whole table"), self)
        self.copy_table_action.triggered.connect(self.copy_table)
        self.columns_action = QAction(tr("Choose columns…"), self)
        self.columns_action.triggered.connect(self._open_chooser)
        self.heat_action = QAction(tr("Shade cells by value"), self, checkable=True, checked=True)
        self.heat_action.toggled.connect(self._set_heat)
        self.features_action = QAction(tr("Features of the song in place of its summary"), self, checkable=True)
        self.features_action.toggled.connect(self._refresh)
        self.difference_action = QAction(tr("Sections less the song"), self, checkable=True)
        self.difference_action.setToolTip(tr("Show how each section differs from the song as a whole"))
        self.difference_action.toggled.connect(self._set_difference)
        self.export_actions = [QAction(tr("Export as {name}…", name=name), self) for name in ("CSV", tr("Parquet"))]
        for action, suffix in zip(self.export_actions, FILE_KINDS, strict=True):
            action.triggered.connect(lambda _=False, suffix=suffix: self.ask_where_to_export(suffix))
        self.menu = QMenu(self)
        self.menu.addActions([self.copy_action, self.copy_table_action])
        self.menu.addSeparator()
        self.menu.addActions(self.export_actions)
        self.menu.addSeparator()
        self.menu.addActions([self.columns_action, self.heat_action, self.features_action, self.difference_action])
        self.export_menu = QMenu(self)
        self.export_menu.addActions(self.export_actions)
        for button, menu in ((self.menu_button, self.menu), (self.export_button, self.export_menu)):
            open_menu(button, menu)

    def _arrange(self) -> None:
        controls = QHBoxLayout()
        controls.setContentsMargins(UNIT // 2, UNIT // 2, UNIT, UNIT // 2)
        controls.setSpacing(UNIT // 2)
        controls.addWidget(self.tabs)
        controls.addStretch(1)
        controls.addWidget(self.summary_button)
        controls.addWidget(self.filter_field, 10)
        for button in (self.columns_button, self.export_button, self.menu_button):
            controls.addWidget(button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.message)
        self.stack.addWidget(self.summary)
        for page in self.pages:
            self.stack.addWidget(page.view)
            page.view.addAction(self.copy_action)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(controls)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.status)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._change_page)
        self.filter_field.textChanged.connect(self._filter)
        self.summary.features_wanted.connect(lambda: self.features_action.setChecked(True))
        self.summary_button.clicked.connect(lambda: self.features_action.setChecked(False))
        self.columns_button.clicked.connect(self._open_chooser)
        self.chooser.chosen.connect(self._choose_columns)
        for page in self.pages:
            page.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            page.view.customContextMenuRequested.connect(self._open_menu)
            page.view.selectionModel().selectionChanged.connect(self._refresh_status)
        for page in self.pages[1:]:
            page.view.passage_chosen.connect(self.passage_chosen)
            page.view.header_menu_requested.connect(self._open_header_menu)

    # --- what happens ----------------------------------------------------------------------------------------------

    def _change_page(self) -> None:
        self._refresh()
        self.set_position(self._timeline.position)

    def _filter(self, text: str) -> None:
        for page in self.pages:
            page.filter(text)
        self._refresh()

    def _set_heat(self, heat: bool) -> None:
        for page in self.pages[1:]:
            page.model.set_heat(heat)

    def _set_difference(self, difference: bool) -> None:
        self.section_page.set_difference(difference)
        self._refresh()

    def _choose_columns(self, names: frozenset[str]) -> None:
        self.page.choose(names)
        self._refresh()

    def _open_chooser(self) -> None:
        page = self.page
        if page.table is None:
            return
        everything = frozenset(column.name for column in page.columns())
        self.chooser.set_columns(grouped(page.columns()), page.chosen(), everything - page.default_hidden())
        visible = self.columns_button.isVisible()
        self.chooser.open_below(self.columns_button if visible else self.menu_button)

    def _open_menu(self, point: QPoint) -> None:
        self.menu.popup(self.page.view.viewport().mapToGlobal(point))

    def _open_header_menu(self, name: str, point: QPoint) -> None:
        page = self.page
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if name:
            caption = next((column.caption for column in page.columns() if column.name == name), name)
            menu.addAction(tr("Hide {column}", column=caption), lambda: self._choose_columns(page.chosen() - {name}))
            menu.addAction(tr("Sort by time"), lambda: page.sort_by(None)).setEnabled(page.sorting() is not None)
            menu.addSeparator()
        menu.addAction(tr("Show all columns"), lambda: self._choose_columns(frozenset(c.name for c in page.columns())))
        menu.addAction(self.columns_action)
        menu.popup(point)

    def _refresh(self) -> None:
        page = self.page
        table, what = page.table, tr("columns") if isinstance(page, GridPage) else tr("features")
        self.filter_field.setPlaceholderText(tr("Filter {what}", what=what))
        self.filter_field.setAccessibleName(tr("Filter {what} by name", what=what))
        self.columns_button.setText(what.capitalize())
        message = self._message(page)
        self.message.setText(message)
        in_summary = self._in_summary
        self.stack.setCurrentWidget(self.summary if in_summary else self.message if message else page.view)
        self._enable(table is not None, table is not None and len(table) > 0)
        has_both = isinstance(page, SongPage) and self.summary.has_song
        self.summary_button.setVisible(has_both and not in_summary)
        self.summary.features_button.setEnabled(table is not None)
        self.filter_field.setVisible(not in_summary)
        self._show_buttons()
        self._refresh_status()

    def _enable(self, has_table: bool, has_rows: bool) -> None:
        for widget in (self.filter_field, self.columns_button):
            widget.setEnabled(has_rows)
        self.columns_action.setEnabled(has_rows)
        self.export_button.setEnabled(has_table)
        for action in (self.copy_table_action, *self.export_actions):
            action.setEnabled(has_table)

    def _refresh_status(self) -> None:
        shown = self.stack.currentWidget() is self.page.view
        self.status.setText(self.page.summary() if shown else "")
        self.status.setVisible(shown)
        if self.status.property("missed") != self.page.missed():
            self.status.setProperty("missed", self.page.missed())
            self.status.style().polish(self.status)
        self.copy_action.setEnabled(shown and self.page.view.selectionModel().hasSelection())

    def _message(self, page: Page) -> str:
        if page.table is None:
            return self._reason
        if not len(page.table):
            notes = () if self._rhythm is None else self._rhythm.notes
            return "\n".join([tr("No {passages} found.", passages=page.noun), *(texts(notes) or [NO_REASON])])
        return f"{page.summary()}." if isinstance(page, SongPage) and not page.model.rowCount() else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.columns_button.setVisible(self.width() >= NARROW and not self._in_summary)
        self.export_button.setVisible(self.width() >= NARROW)

    @property
    def _in_summary(self) -> bool:
        """Whether the summary stands in place of the table in front."""
        is_wanted = self.summary.has_song and not self.features_action.isChecked()
        return isinstance(self.page, SongPage) and is_wanted


def _style(theme: Theme) -> str:
    # Shaded cells are tints of the accent: what is selected must be the accent itself to stand out among them.
    return f"""
    QTableView {{ selection-background-color: {theme.accent}; selection-color: {theme.accent_text}; }}
    QTableView::item {{ padding: 0 {UNIT // 2}px; }}
    QTableView QHeaderView::section {{ border-top: 1px solid {theme.border}; padding: 3px {UNIT - 1}px; }}
    QTableView#frozen {{ border: none; border-right: 1px solid {theme.border}; }}
    QAbstractScrollArea::corner {{ background: {theme.surface}; border: none; }}
    QLineEdit QToolButton {{ padding: 0; min-height: 0; border: none; background: transparent; }}
    QToolButton::menu-indicator {{ image: none; }}
    QLabel#status {{ color: {theme.text_muted}; border-top: 1px solid {theme.border}; }}
    QLabel#status[missed="true"] {{ color: {theme.warning}; }}
    """


def _button(text: str, tool_tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tool_tip)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(text)
    return button


def _suffix_of(kind: str) -> str:
    return next(suffix for suffix, text in FILE_KINDS.items() if text == kind)
