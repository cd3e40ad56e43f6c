"""The second step: look at the data before anything is trained on them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSortFilterProxyModel, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.dataset.dataset import Dataset
from core.exploration.song_map import map_job
from core.exploration.summaries import by_class, summarise_columns
from core.features.columns import UNITS
from desktop.training.charts.class_bars import ClassBars
from desktop.training.charts.export_button import ExportButton
from desktop.training.explore.charts import ColumnCharts
from desktop.training.explore.map import MapView
from desktop.training.explore.tables import LEADING, SORT_ROLE, RowModel, SummaryModel
from desktop.training.frames import panel
from desktop.training.one_task import Activity
from desktop.training.session import TrainingSession
from desktop.training.step import NO_DATA, Host, Step
from desktop.widgets.basic import SearchField, label, name_popup, push_button
from desktop.widgets.plain_table import fit_columns, plain_table
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.exploration.song_map import SongMap

STUDIED: Final = (
    "length", "tempo", "chroma_stft_mean", "spectral_centroid_mean", "spectral_bandwidth_mean", "rolloff_mean",
    "zero_crossing_rate_mean", "rms_mean",
)  # fmt: skip
"""What the study looks at: one click away where the data have them."""


class ExploreStep(Step):
    """Rows, columns, classes, one column by class, and the map."""

    key = "explore"
    title = "Explore"

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self._drawn: Dataset | None = None
        self._is_waiting = False
        self.rows = RowModel()
        self.row_table = plain_table(self.rows, "Data rows", sortable=True)
        self.summaries = SummaryModel()
        self.summary_proxy = QSortFilterProxyModel()
        self.summary_proxy.setSourceModel(self.summaries)
        self.summary_proxy.setSortRole(SORT_ROLE)
        self.summary_proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.summary_table = plain_table(self.summary_proxy, "Data columns", sortable=True)
        self.field = SearchField()
        self.field.setPlaceholderText("Find column")
        self.field.setAccessibleName("Find column")
        self.bars = ClassBars()
        self.bars_export = ExportButton("Rows of each class", self.bars, host.open_dialog, self.bars.as_table)
        self.missing = label("", "muted", wrap=True)
        self.column_box = QComboBox()
        self.column_box.setAccessibleName("Column")
        self.column_box.setEditable(True)
        self.column_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.shortcuts = QWidget()
        QHBoxLayout(self.shortcuts).setContentsMargins(0, 0, 0, 0)
        self.charts = ColumnCharts(host.open_dialog)
        self.map = MapView(host.open_dialog)
        self._arrange()
        self._connect()

    def needs(self) -> tuple[str, str, tuple[str, str] | None]:
        return NO_DATA if self.session.dataset is None else ("", "", None)

    def enter(self) -> None:
        if self.session.dataset is not None and self.session.dataset is not self._drawn:
            self._show()
        QTimer.singleShot(0, self, self._ask_for_map)  # the page has yet to be shown

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (self.bars, self.bars_export, self.charts, self.map):
            part.set_theme(theme)

    def show_column(self, name: str) -> None:
        """Draw a column."""
        dataset = self.session.dataset
        if dataset is None or name not in dataset.columns:
            return
        self.column_box.setCurrentText(name)
        self.charts.show_column(name, UNITS.get(name, ""), by_class(dataset, name))

    # --- showing ---------------------------------------------------------------------------------------------------

    def _take_data(self) -> None:
        """Draw only what is looked at: data change often while the doctor's remedies are tried."""
        if self.isVisible():
            self._show()
            self._ask_for_map()

    def _show(self) -> None:
        dataset = self._drawn = self.session.dataset
        self.rows.show_data(dataset)
        self.map.show_map(dataset, None)
        self._is_waiting = dataset is not None
        if dataset is None:
            return
        self.row_table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.summaries.show_summaries(summarise_columns(dataset))
        self.summary_table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.row_table.horizontalHeader().setResizeContentsPrecision(20)
        fit_columns(self.row_table)
        fit_columns(self.summary_table)
        self.bars.show_counts(dataset.classes, dataset.counts.tolist())
        self.missing.setText(_missing_words(dataset))
        before = self.column_box.currentText()
        self.column_box.blockSignals(True)
        self.column_box.clear()
        self.column_box.addItems(list(dataset.columns))
        self.column_box.blockSignals(False)
        self._fill_shortcuts(dataset)
        first = next((name for name in STUDIED if name in dataset.columns), dataset.columns[0])
        self.show_column(before if before in dataset.columns else first)
        self._filter_columns(self.field.text())

    def _fill_shortcuts(self, dataset: Dataset) -> None:
        row = self.shortcuts.layout()
        assert isinstance(row, QHBoxLayout)
        while (item := row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name in STUDIED:
            if name in dataset.columns:
                words = name.removesuffix("_mean").replace("_", " ")
                row.addWidget(push_button(words, _call(self.show_column, name), "link", name))
        row.addStretch(1)

    def _filter_columns(self, text: str) -> None:
        """Hide the columns of both tables whose names lack the words."""
        dataset = self.session.dataset
        if dataset is None:
            return
        words = text.casefold().split()
        for place, name in enumerate(dataset.columns):
            hidden = not all(word in name.casefold() for word in words)
            self.row_table.setColumnHidden(LEADING + place, hidden)
        self.summary_proxy.setFilterFixedString(text.strip())

    # --- the map ---------------------------------------------------------------------------------------------------

    def _ask_for_map(self) -> None:
        """Have it computed when it is looked at, once nothing else runs."""
        dataset = self.session.dataset
        if not self._is_waiting or dataset is None or self.session.is_busy or not self.map.isVisible():
            return
        self._is_waiting = False

        def take(found: "SongMap") -> None:
            if self.session.dataset is dataset:
                self.map.show_map(dataset, found)

        self.session.run_in_process(Activity.MAPPING, "Drawing the map", take, map_job, dataset)

    def _hear(self, row: int) -> None:
        dataset = self.session.dataset
        location = None if dataset is None else dataset.locations[row]
        if dataset is not None and location is not None:
            self.host.hear(Path(location), dataset.row_names[row])

    # --- building --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        completer = QCompleter(self.column_box.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        name_popup(completer)
        self.column_box.setCompleter(completer)
        self.column_box.setMinimumWidth(30 * UNIT)
        self.row_table.horizontalHeader().setDefaultSectionSize(14 * UNIT)
        self.row_table.horizontalHeader().resizeSection(0, 20 * UNIT)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.row_table, "Rows")
        self.tabs.addTab(self.summary_table, "Columns")
        classes = QWidget()
        inner = QVBoxLayout(classes)
        inner.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        inner.setSpacing(2 * UNIT)
        top = QHBoxLayout()
        top.addWidget(label("Rows of each class", "heading"), 1)
        top.addWidget(self.bars_export)
        inner.addLayout(top)
        inner.addWidget(self.bars)
        inner.addWidget(self.missing)
        inner.addStretch(1)
        self.tabs.addTab(classes, "Classes")
        self.tabs.addTab(self._column_page(), "One column")
        self.tabs.addTab(self.map, "Map")
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 2, UNIT, 2)
        self.field.setFixedWidth(24 * UNIT)
        row.addWidget(self.field)
        self.tabs.setCornerWidget(corner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, UNIT, UNIT, 0)
        outer.addWidget(panel(self.tabs))

    def _column_page(self) -> QWidget:
        page = QWidget()
        top = QHBoxLayout()
        top.addWidget(self.column_box)
        top.addWidget(self.shortcuts, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addLayout(top)
        column.addWidget(self.charts, 1)
        return page

    def _connect(self) -> None:
        self.session.data_changed.connect(self._take_data)
        self.session.busy_changed.connect(self._ask_for_map)
        self.tabs.currentChanged.connect(self._take_tab)
        self.column_box.activated.connect(lambda _: self.show_column(self.column_box.currentText()))
        self.field.textChanged.connect(self._filter_columns)
        self.summary_table.doubleClicked.connect(lambda index: self._open_column(index.row()))
        self.row_table.doubleClicked.connect(lambda index: self._hear(self.rows.row_of(index.row())))
        self.map.heard.connect(self._hear)

    def _take_tab(self, place: int) -> None:
        self.field.setVisible(place < 2)
        QTimer.singleShot(0, self, self._ask_for_map)  # the page has yet to be shown

    def _open_column(self, place: int) -> None:
        name = str(self.summary_proxy.index(place, 0).data())
        self.tabs.setCurrentIndex(3)
        self.show_column(name)


def _call(fn: Any, *args: Any) -> Any:
    return lambda: fn(*args)


def _missing_words(dataset: Dataset) -> str:
    import numpy as np

    missing = (~np.isfinite(dataset.X)).sum(axis=0)
    if not missing.any():
        return f"No missing values in {len(dataset):,} rows and {len(dataset.columns)} columns."
    worst = [int(place) for place in np.argsort(-missing, kind="stable")[:5] if missing[place]]
    named = ", ".join(f"{dataset.columns[place]} ({missing[place]:,})" for place in worst)
    return f"{missing.sum():,} missing values, most in {named}. They are replaced by the column’s median."
