"""The second step: look at the data before anything is trained on them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.dataset.dataset import Dataset
from core.exploration.correlation import correlation_job
from core.exploration.ranking import ranking_job
from core.exploration.song_map import map_job
from core.exploration.summaries import ColumnSummary, by_class, summaries_job, summarise_columns
from core.features.columns import UNITS
from core.jobs.data import write_rows
from core.language import local_number, tr
from desktop.training.charts.class_bars import ClassBars
from desktop.training.charts.export_button import ExportButton
from desktop.training.charts.table_export import table_export
from desktop.training.explore.charts import ColumnCharts
from desktop.training.explore.correlation import CorrelationView
from desktop.training.explore.map import MapView
from desktop.training.explore.ranking import RankingView
from desktop.training.explore.six import SixColumns
from desktop.training.explore.tables import LEADING, SORT_ROLE, FilterProxy, RowModel, SummaryModel
from desktop.training.explore.two import TwoColumns
from desktop.training.frames import panel
from desktop.training.one_task import Activity
from desktop.training.session import TrainingSession
from desktop.training.step import NO_DATA, Host, Step
from desktop.widgets.basic import SearchField, label, name_popup, push_button
from desktop.widgets.plain_table import fit_columns, plain_table
from desktop.widgets.theme import UNIT, Theme

STUDIED: Final = (
    "length", "tempo", "chroma_stft_mean", "spectral_centroid_mean", "spectral_bandwidth_mean", "rolloff_mean",
    "zero_crossing_rate_mean", "rms_mean",
)  # fmt: skip
"""What the study looks at: one click away where the data have them."""

SUMMARISED_AT_ONCE: Final = 200_000
"""Numbers whose summary takes no time that one would notice; of more a worker makes it."""

MOST_AT_ONCE: Final = 500
"""The same in columns."""


class ExploreStep(Step):
    """Rows, columns, classes, one column by class, and the map."""

    key = "explore"
    title = tr("Explore")

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self._drawn: Dataset | None = None
        self._waiting: set[QWidget] = set()
        """Views whose content a worker has yet to compute for these data."""
        self.rows = RowModel()
        self.row_table = plain_table(self.rows, tr("Data rows"), sortable=True)
        self.summaries = SummaryModel()
        self.summary_proxy = FilterProxy()
        self.summary_proxy.setSourceModel(self.summaries)
        self.summary_proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.summary_table = plain_table(self.summary_proxy, tr("Data columns"), sortable=True)
        self.field = SearchField()
        self.field.setPlaceholderText(tr("Find column"))
        self.field.setAccessibleName(tr("Find column"))
        self.exports = [
            table_export(tr("Rows"), self.row_table, host.open_dialog),
            table_export(tr("Columns"), self.summary_table, host.open_dialog, SORT_ROLE),
        ]
        self.exports[0].write_rows = self._write_rows
        self.bars = ClassBars()
        self.bars_export = ExportButton(tr("Rows of each class"), self.bars, host.open_dialog, self.bars.as_table)
        self.missing = label("", "muted", wrap=True)
        self.column_box = QComboBox()
        self.column_box.setAccessibleName(tr("Column"))
        self.column_box.setEditable(True)
        self.column_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.shortcuts = QWidget()
        QHBoxLayout(self.shortcuts).setContentsMargins(0, 0, 0, 0)
        self.charts = ColumnCharts(host.open_dialog)
        self.map = MapView(host.open_dialog)
        self.six = SixColumns(host.open_dialog)
        self.two = TwoColumns(host.open_dialog)
        self.correlation = CorrelationView(host.open_dialog)
        self.ranking = RankingView(host.open_dialog)
        self._arrange()
        self._connect()

    def needs(self) -> tuple[str, str, tuple[str, str] | None]:
        return NO_DATA if self.session.dataset is None else ("", "", None)

    def enter(self) -> None:
        if self.session.dataset is not None and self.session.dataset is not self._drawn:
            self._show()
        QTimer.singleShot(0, self, self._ask_for_view)  # the page has yet to be shown

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (
            self.bars, self.bars_export, self.charts, self.map, self.six, self.two, self.correlation, self.ranking
        ):  # fmt: skip
            part.set_theme(theme)
        for button in self.exports:
            button.set_theme(theme)

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
            self._ask_for_view()

    def _show(self) -> None:
        dataset = self._drawn = self.session.dataset
        self.rows.show_data(dataset)
        self.map.show_map(dataset, None)
        self.correlation.show_correlations(None)
        self.ranking.show_ranking(None)
        self.six.show_data(dataset)
        self.two.show_data(dataset)
        self._waiting = set() if dataset is None else {self.map, self.correlation, self.ranking}
        if dataset is None:
            return
        self.row_table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        for table in (self.row_table, self.summary_table):
            table.horizontalHeader().setResizeContentsPrecision(20)
        fit_columns(self.row_table)
        self.bars.show_counts(dataset.classes, dataset.counts.tolist())
        if dataset.X.size <= SUMMARISED_AT_ONCE and len(dataset.columns) <= MOST_AT_ONCE:
            self._show_summaries(summarise_columns(dataset))
        else:
            self.summaries.show_rows([])
            self.missing.setText(tr("Summarising the columns, once nothing else runs…"))
            self._waiting |= {self.summary_table, self.missing}
        before = self.column_box.currentText()
        self.column_box.blockSignals(True)
        self.column_box.clear()
        self.column_box.addItems(list(dataset.columns))
        self.column_box.blockSignals(False)
        self._fill_shortcuts(dataset)
        first = next((name for name in STUDIED if name in dataset.columns), dataset.columns[0])
        self.show_column(before if before in dataset.columns else first)
        self._filter_columns(self.field.text())

    def _show_summaries(self, summaries: list[ColumnSummary]) -> None:
        self._waiting -= {self.summary_table, self.missing}
        self.summaries.show_rows(summaries)
        self.summary_table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        fit_columns(self.summary_table)
        self.missing.setText(_missing_words(summaries, len(self.rows.order)))

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
            if self.row_table.isColumnHidden(LEADING + place) != hidden:
                self.row_table.setColumnHidden(LEADING + place, hidden)
        self.summary_proxy.setFilterFixedString(text.strip())

    # --- what a worker computes ------------------------------------------------------------------------------------

    def _ask_for_view(self) -> None:
        """Have what is looked at computed, once nothing else runs; what takes no time is drawn at once."""
        self.six.draw_if_seen()
        self.two.draw_if_seen()
        dataset = self.session.dataset
        seen = next((one for one in self._waiting if one.isVisible()), None)
        if seen is None or dataset is None or self.session.is_busy:
            return
        self._waiting.discard(seen)
        summaries = (tr("Summarising the columns"), summaries_job, self._show_summaries)
        views: dict[QWidget, tuple[str, Callable[..., Any], Callable[[Any], None]]] = {
            self.summary_table: summaries,
            self.missing: summaries,
            self.map: (tr("Drawing the map"), map_job, lambda found: self.map.show_map(dataset, found)),
            self.correlation: (tr("Correlating the columns"), correlation_job, self.correlation.show_correlations),
            self.ranking: (tr("Ranking the columns"), ranking_job, self.ranking.show_ranking),
        }
        title, job, show = views[seen]

        def take(found: Any) -> None:
            if self.session.dataset is dataset:
                show(found)

        task = self.session.run_in_process(Activity.MAPPING, title, take, job, dataset)
        task.cancelled.connect(lambda: self._ask_again(dataset, seen))

    def _ask_again(self, dataset: Dataset, view: QWidget) -> None:
        """Have a view that was cancelled computed when it is next looked at."""
        if self.session.dataset is dataset:
            self._waiting.add(view)

    def _write_rows(self, path: Path) -> None:
        """Have all rows written by a worker: a million of them take minutes."""
        dataset = self.session.dataset
        if dataset is None:
            return
        notices = self.host.notices
        task = self.session.run_aside(write_rows, dataset, self.rows.order, path)
        task.succeeded.connect(
            lambda _: notices.show_info(tr("{n_rows:,} rows written to {name}.", n_rows=len(dataset), name=path.name))
        )
        task.failed.connect(
            lambda problem: notices.show_failure(tr("{name} cannot be written", name=path.name), problem)
        )

    def _open_pair(self, first: str, second: str) -> None:
        self.tabs.setCurrentWidget(self.two)
        self.two.show_pair(first, second)

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
        self.tabs.setAccessibleName(tr("Views of the data"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.row_table, tr("Rows"))
        self.tabs.addTab(self.summary_table, tr("Columns"))
        classes = QWidget()
        inner = QVBoxLayout(classes)
        inner.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        inner.setSpacing(2 * UNIT)
        top = QHBoxLayout()
        top.addWidget(label(tr("Rows of each class"), "heading"), 1)
        top.addWidget(self.bars_export)
        inner.addLayout(top)
        inner.addWidget(self.bars)
        inner.addWidget(self.missing)
        inner.addStretch(1)
        self.tabs.addTab(classes, tr("Classes"))
        self.tabs.addTab(self._column_page(), tr("One column"))
        self.tabs.addTab(self.map, tr("Map"))
        self.tabs.addTab(self.six, tr("Six columns"))
        self.tabs.addTab(self.two, tr("Two columns"))
        self.tabs.addTab(self.correlation, tr("Correlation"))
        self.tabs.addTab(self.ranking, tr("Ranking"))
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 2, UNIT, 2)
        self.field.setFixedWidth(24 * UNIT)
        row.addWidget(self.field)
        for place, button in enumerate(self.exports):
            button.setVisible(place == 0)
            row.addWidget(button)
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
        self.session.busy_changed.connect(self._ask_for_view)
        self.tabs.currentChanged.connect(self._take_tab)
        self.column_box.activated.connect(lambda _: self.show_column(self.column_box.currentText()))
        self.field.textChanged.connect(self._filter_columns)
        self.summary_table.doubleClicked.connect(lambda index: self._open_column(index.row()))
        self.row_table.doubleClicked.connect(lambda index: self._hear(self.rows.row_of(index.row())))
        self.map.heard.connect(self._hear)
        self.two.view.heard.connect(self._hear)
        self.correlation.matrix.opened.connect(self._open_pair)
        self.ranking.opened.connect(self._draw_alone)

    def _take_tab(self, place: int) -> None:
        self.field.setVisible(place < 2)
        for number, button in enumerate(self.exports):
            button.setVisible(number == place)
        QTimer.singleShot(0, self, self._ask_for_view)  # the page has yet to be shown

    def _open_column(self, place: int) -> None:
        self._draw_alone(str(self.summary_proxy.index(place, 0).data()))

    def _draw_alone(self, name: str) -> None:
        self.tabs.setCurrentIndex(3)
        self.show_column(name)


def _call(fn: Any, *args: Any) -> Any:
    return lambda: fn(*args)


def _missing_words(summaries: list[ColumnSummary], n_rows: int) -> str:
    missing = sum(one.missing for one in summaries)
    if not missing:
        return tr(
            "No missing values in {n_rows:,} rows and {n_columns} columns.", n_rows=n_rows, n_columns=len(summaries)
        )
    worst = [one for one in sorted(summaries, key=lambda one: -one.missing)[:5] if one.missing]
    named = ", ".join(f"{one.name} ({local_number(one.missing, ',')})" for one in worst)
    return tr(
        "{missing:,} missing values, most in {named}. They are replaced by the column’s median.",
        missing=missing,
        named=named,
    )
