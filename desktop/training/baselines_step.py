"""The third step: train baselines, and see random and grouped scores side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSortFilterProxyModel, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.training.cross_validation import FoldScore
from core.training.learning_curves import LearningPoint
from core.training.protocols import PROTOCOLS, Protocol
from core.training.run_folder import REPORT
from core.training.summary import METRICS, gap_in_words, summarise
from desktop.state_page import StatePage
from desktop.theme import UNIT, Theme
from desktop.training.baseline_choice import BaselineChoice, Choice
from desktop.training.score_charts import CurveGrid, ScoreBars
from desktop.training.score_model import METRIC_TITLES, SORT_ROLE, TITLES, Row, ScoreModel
from desktop.training.session import TrainingSession, new_run_folder
from desktop.training.step import NO_DATA, Host, Step
from desktop.widgets import label, push_button

NOTHING: Final = "Choose what to train on the left: the study's ten are ticked. Scores appear here fold by fold."
ABOUT_CURVES: Final = (
    "Blue: accuracy on held-out rows. Orange, dashed: on the rows it learned from. Where blue still climbs, more songs "
    "would help; where orange stays far above, it learns by heart."
)
NO_CURVES: Final = "Tick “Learning curves, too” before you train to see how much more songs would help."


class BaselinesStep(Step):
    """Choice on the left, scores, bars and curves on the right."""

    key = "baselines"
    title = "Baselines"

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self._live: list[FoldScore] = []
        self._expected: dict[str, int] = {}
        self.choice = BaselineChoice()
        self.model = ScoreModel()
        self.proxy = QSortFilterProxyModel()
        self.table = QTableView()
        self._sorted_by = -1
        self._make_table()
        self.state = StatePage()
        self.state.show_state("details", "Nothing trained yet", NOTHING)
        self.stack = QStackedWidget()
        self.said = label("", "muted", wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bars = ScoreBars(host.open_dialog)
        self.curves = CurveGrid(host.open_dialog)
        self.about_curves = label(NO_CURVES, "muted", wrap=True)
        self.metric_buttons = _choices({key: METRIC_TITLES[key] for key in METRICS})
        self.bar_buttons = _choices({"protocols": "Random beside grouped", "metrics": "All four metrics"})
        self.protocol_buttons = _choices({key: TITLES[key] for key in PROTOCOLS})
        self.metric_buttons[METRICS[0]].setChecked(True)
        self.bar_buttons["protocols"].setChecked(True)
        self.report_button = push_button("Open the report", self._open_report, "link")
        self.folder_button = push_button("Show the run’s folder", self._open_folder, "link")
        self._arrange()
        self._connect()
        self._show()

    # --- what the tab asks -----------------------------------------------------------------------------------------

    def needs(self) -> tuple[str, str, tuple[str, str] | None]:
        return ("", "", None) if self.session.dataset is not None or self.session.validated_run else NO_DATA

    def status(self) -> str:
        run = self.session.validated_run
        if self.session.busy_with.startswith(("Training", "Judging")):
            return self.session.busy_with
        if run is None:
            return ""
        best = max((row.spread(self._believed, "accuracy") for row in self._rows()), key=_mean, default=None)
        return "" if best is None else f"best {best.mean:.2f} {TITLES[self._believed].lower()}"

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.model.set_theme(theme)
        for part in (self.state, self.choice, self.bars, self.curves):
            part.set_theme(theme)

    # --- training --------------------------------------------------------------------------------------------------

    def train(self, choice: Choice) -> None:
        """Begin a run."""
        from core.training.train import TrainingOptions, protocols_for

        dataset = self.session.dataset
        if dataset is None or self.session.is_busy:
            return
        protocols = protocols_for(dataset)
        options = TrainingOptions(
            choice.baselines, protocols, choice.n_folds, choice.repeats, choice.seed, choice.curves
        )
        fits = 1 if protocols == ("split",) else choice.n_folds * choice.repeats
        self._live = []
        self._expected = {one.key: fits * len(protocols) for one in choice.baselines}
        self._show()
        self.session.train(options, new_run_folder(dataset.name))

    def _take_score(self, score: FoldScore) -> None:
        self._live.append(score)
        self._show()

    def _take_validated(self) -> None:
        self._live = []
        self._expected = {}
        self.protocol_buttons[self._believed].setChecked(True)
        self._show()

    # --- showing ---------------------------------------------------------------------------------------------------

    def _rows(self) -> list[Row]:
        """Of the run that goes on, or of the last one."""
        run, names = self.session.validated_run, self.session.candidates
        if self._expected and not self.session.busy_with.startswith("Judging"):
            summaries, expected = summarise(self._live), self._expected
        elif run is not None:
            summaries = list(run.summaries)
            expected = {one.estimator: 0 for one in summaries}
        else:
            return []
        return [
            Row(
                key, names[key].name if key in names else key,
                {one.protocol: one for one in summaries if one.estimator == key}, number,
            )
            for key, number in expected.items()
        ]  # fmt: skip

    @property
    def _protocols(self) -> list[Protocol]:
        present = {protocol for row in self._rows() for protocol in row.summaries}
        return [one for one in PROTOCOLS if one in present]

    @property
    def _believed(self) -> Protocol:
        """The protocol whose scores count, among those that were run."""
        present = self._protocols
        return next((one for one in ("grouped", "split", "random") if one in present), "random")

    def _show(self) -> None:
        rows = self._rows()
        self.model.show_rows(rows)
        believed = self.model.column_of(f"{self._believed} mean")
        if rows and self._sorted_by != believed:
            self._sorted_by = believed
            self.table.sortByColumn(believed, Qt.SortOrder.DescendingOrder)
        self._fit_columns()
        run = self.session.validated_run
        for link in (self.report_button, self.folder_button):
            link.setVisible(run is not None and not self._expected)
        self.stack.setCurrentIndex(1 if rows else 0)
        self._show_charts()
        self._say()

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        last = self.model.columnCount() - 1
        for column in range(last):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)

    def _show_charts(self) -> None:
        rows = sorted(self._rows(), key=lambda row: _mean(row.spread(self._believed, "accuracy")), reverse=True)
        self._show_protocol_buttons()
        protocol = _chosen(self.protocol_buttons)
        shown: Protocol = next((one for one in self._protocols if one == protocol), self._believed)
        if _chosen(self.bar_buttons) == "metrics":
            self.bars.show_metrics(rows, shown)
        else:
            self.bars.show_protocols(rows, self._protocols, self.model.metric)
        run = self.session.validated_run
        points: Sequence[LearningPoint] = run.curves if run is not None and not self._expected else ()
        names = [(row.key, row.name) for row in rows if any(one.estimator == row.key for one in points)]
        self.curves.show_curves(points, names, shown)
        self.curves.setVisible(bool(names))
        self.about_curves.setText(ABOUT_CURVES if names else NO_CURVES)

    def _show_protocol_buttons(self) -> None:
        """Where one protocol is shown at a time, and there are several; the one that counts is chosen at first."""
        present = self._protocols
        if not any(self.protocol_buttons[one].isChecked() for one in present):
            self.protocol_buttons[self._believed].setChecked(True)
        matters = self.tabs.currentIndex() == 2 or (
            self.tabs.currentIndex() == 1 and _chosen(self.bar_buttons) == "metrics"
        )
        for key, button in self.protocol_buttons.items():
            button.setVisible(matters and key in present and len(present) > 1)

    def _say(self) -> None:
        """What the selected row means; of the best one when none is selected."""
        rows = self._rows()
        index = self.table.currentIndex()
        chosen = self.proxy.mapToSource(index).row() if index.isValid() else -1
        if not rows or not any(row.summaries for row in rows):
            self.said.setText("The first fits are under way.")
            return
        best = max(rows, key=lambda row: _mean(row.spread(self._believed, "accuracy")))
        row = rows[chosen] if 0 <= chosen < len(rows) else best
        run = self.session.validated_run
        dataset = run.dataset if run is not None and not self._expected else self.session.dataset
        group = dataset.source.groups if dataset is not None else None
        if {"random", "grouped"} <= set(row.summaries):
            self.said.setText(gap_in_words(row.name, row.summaries["random"], row.summaries["grouped"], group))
            return
        spread = row.spread(self._believed, "accuracy")
        chance = 0.0 if dataset is None else dataset.chance
        self.said.setText(
            f"{row.name} could not be fitted: {row.error}" if spread is None
            else f"{row.name} is right for {100 * spread.mean:.0f} of 100 rows; guessing the largest class gives "
            f"{100 * chance:.0f}."
        )  # fmt: skip

    def _show_metric(self) -> None:
        self.model.show_metric(_chosen(self.metric_buttons))
        self._fit_columns()
        self._show_charts()

    def _open_report(self) -> None:
        self._open(lambda folder: folder / REPORT)

    def _open_folder(self) -> None:
        self._open(lambda folder: folder)

    def _open(self, what: "object") -> None:
        run = self.session.validated_run
        if run is None or not callable(what):
            return
        path: Path = what(run.folder)
        if not path.exists():
            self.host.notices.show_error(f"{path.name} is not there any more.")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.host.notices.show_info(f"No program of this computer shows it; it lies in {path}.")

    # --- building --------------------------------------------------------------------------------------------------

    def _make_table(self) -> None:
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(SORT_ROLE)
        self.table.setModel(self.proxy)
        self.table.setSortingEnabled(True)
        self.table.setAccessibleName("Scores")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(30)
        self.table.setTabKeyNavigation(False)

    def _arrange(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(_page(_row(*self.metric_buttons.values()), self.table, self.said), "Scores")
        self.tabs.addTab(_page(_row(*self.bar_buttons.values()), self.bars), "Bars")
        self.tabs.addTab(_page(self.about_curves, self.curves), "Learning curves")
        right = QWidget()
        right.setObjectName("panel")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(right)
        column.setContentsMargins(1, 1, 1, UNIT // 2)
        column.setSpacing(0)
        self.stack.addWidget(self.state)
        self.stack.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        below = QHBoxLayout()
        below.setContentsMargins(UNIT, 0, UNIT, 0)
        below.addWidget(self.report_button)
        below.addWidget(self.folder_button)
        below.addStretch(1)
        for button in self.protocol_buttons.values():
            below.addWidget(button)
        column.addLayout(below)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(UNIT)
        splitter.setChildrenCollapsible(False)
        self.choice.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        splitter.addWidget(self.choice)
        splitter.addWidget(right)
        splitter.setSizes([31 * UNIT, 91 * UNIT])
        splitter.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, UNIT, UNIT, 0)
        outer.addWidget(splitter)

    def _connect(self) -> None:
        session = self.session
        self.choice.train_requested.connect(self.train)
        session.score_came.connect(self._take_score)
        session.validated.connect(self._take_validated)
        session.data_changed.connect(self._take_data)
        session.busy_changed.connect(self._take_busy)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._say())
        self.tabs.currentChanged.connect(lambda _: self._show_protocol_buttons())
        for button in self.metric_buttons.values():
            button.clicked.connect(self._show_metric)
        for button in (*self.bar_buttons.values(), *self.protocol_buttons.values()):
            button.clicked.connect(self._show_charts)

    def _take_data(self) -> None:
        self.choice.show_data(self.session.dataset, busy=self.session.is_busy)

    def _take_busy(self) -> None:
        self.choice.show_data(self.session.dataset, busy=self.session.is_busy)
        if not self.session.is_busy and self._expected:  # it was cancelled, or it failed
            self._expected = {}
            self._show()


def _mean(spread: object) -> float:
    return -1.0 if spread is None else float(getattr(spread, "mean", -1.0))


def _choices(titles: dict[str, str]) -> dict[str, QToolButton]:
    """Buttons of which one is pressed."""
    group: QButtonGroup | None = None
    buttons: dict[str, QToolButton] = {}
    for key, title in titles.items():
        button = QToolButton()
        button.setText(title)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        group = group or QButtonGroup(button)
        group.addButton(button)
        buttons[key] = button
    return buttons


def _chosen(buttons: dict[str, QToolButton]) -> str:
    return next((key for key, button in buttons.items() if button.isChecked()), "")


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


def _page(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
    column.setSpacing(UNIT)
    for widget in widgets:
        column.addWidget(widget)
    return holder
