"""The third step: train baselines, and see random and grouped scores side by side."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from core.evaluation.comparison import comparison_in_words
from core.language import tr
from core.training.cross_validation import FoldScore
from core.training.learning_curves import LearningPoint
from core.training.protocols import PROTOCOLS, Protocol, protocol_word, protocols_for
from core.training.run_places import new_run_folder
from core.training.summary import METRICS, gap_in_words, summarise
from desktop.training.baselines.choice import BaselineChoice, Choice
from desktop.training.baselines.score_charts import CurveGrid, ScoreBars
from desktop.training.charts.table_export import table_export
from desktop.training.frames import choices, page, panel, pressed, side_by_side, split
from desktop.training.one_task import Activity
from desktop.training.provenance import Provenance
from desktop.training.run_links import RunLinks
from desktop.training.score_model import METRIC_TITLES, SORT_ROLE, TITLES, Row, ScoreModel
from desktop.training.session import TrainingSession, settings_in_words
from desktop.training.step import NO_DATA, Host, Step
from desktop.widgets.basic import label
from desktop.widgets.plain_table import plain_table
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.training.train import TrainingOptions

NOTHING: Final = tr("Select baselines on the left and train them. Scores appear here fold by fold.")
ABOUT_CURVES: Final = tr(
    "Blue: accuracy on held-out rows. Orange, dashed: accuracy on training rows. Blue still rising: "
    "more rows would help. Orange far above blue: overfitting."
)
NO_CURVES: Final = tr("Select “Learning curves” before training to see whether more rows would help.")


class BaselinesStep(Step):
    """Choice on the left, scores, bars and curves on the right."""

    key = "baselines"
    title = tr("Baselines")

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self._live: list[FoldScore] = []
        self._expected: dict[str, int] = {}
        self.choice = BaselineChoice()
        self.model = ScoreModel()
        self.proxy = QSortFilterProxyModel()
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(SORT_ROLE)
        self.table = plain_table(self.proxy, tr("Scores"), sortable=True)
        self.table_export = table_export(tr("Scores"), self.table, host.open_dialog, table=self.model.as_table)
        self._sorted_by = -1
        self.state = StatePage()
        self.state.show_state("details", tr("Nothing trained yet"), NOTHING)
        self.stack = QStackedWidget()
        self.said = label("", "muted", wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bars = ScoreBars(host.open_dialog)
        self.curves = CurveGrid(host.open_dialog)
        self.about_curves = label(ABOUT_CURVES, "muted", wrap=True)
        self.no_curves = StatePage()
        self.no_curves.show_state("details", tr("No learning curves yet"), NO_CURVES)
        self.metric_buttons = choices({key: METRIC_TITLES[key] for key in METRICS})
        self.bar_buttons = choices({"protocols": tr("Random and grouped"), "metrics": tr("All four metrics")})
        self.protocol_buttons = choices({key: TITLES[key] for key in PROTOCOLS})
        self.metric_buttons[METRICS[0]].setChecked(True)
        self.bar_buttons["protocols"].setChecked(True)
        self.links = RunLinks(host.notices, *self.protocol_buttons.values())
        self._arrange()
        self._connect()
        self._show()

    # --- what the tab asks -----------------------------------------------------------------------------------------

    def needs(self) -> tuple[str, str, tuple[str, str] | None]:
        return ("", "", None) if self.session.dataset is not None or self.session.validated_run else NO_DATA

    def status(self) -> str:
        run = self.session.validated_run
        if self.session.activity in (Activity.TRAINING, Activity.JUDGING):
            return self.session.busy_with
        if run is None:
            return ""
        best = max((row.spread(self._believed, "accuracy") for row in self._rows()), key=_mean, default=None)
        return (
            ""
            if best is None
            else tr("best {mean:.2f} {protocol}", mean=best.mean, protocol=protocol_word(self._believed))
        )

    def provenance(self) -> Provenance | None:
        made_with, run = self.session.run_provenance, self.session.validated_run
        if self._expected or made_with is None or run is None:
            return None
        chosen, options = self.choice.settings, run.options
        is_split = run.dataset.split is not None
        others = not is_split and chosen != (options.n_folds, options.repeats, options.seed)
        own = self.choice.own_differences(options.baselines)
        words = [settings_in_words(*chosen, split=False)] * others + [own] * bool(own)
        return replace(made_with, chosen=" · ".join(words))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.model.set_theme(theme)
        for part in (self.state, self.no_curves, self.choice, self.bars, self.curves, self.table_export):
            part.set_theme(theme)

    # --- training --------------------------------------------------------------------------------------------------

    def train(self, choice: Choice) -> None:
        """Begin a run."""
        from core.training.train import TrainingOptions

        dataset = self.session.dataset
        if dataset is None or self.session.is_busy:
            return
        protocols = protocols_for(dataset)
        options = TrainingOptions(
            choice.baselines, protocols, choice.n_folds, choice.repeats, choice.seed, choice.curves
        )
        self.session.train(options, new_run_folder(dataset.name))

    def _take_beginning(self, options: "TrainingOptions") -> None:
        """Show the settings of a run that begins or goes on, and a row for each of its estimators."""
        self.choice.show_options(options)
        self._live = []
        self._expected = self._fits_of(options)
        self._show()

    def _fits_of(self, options: "TrainingOptions") -> dict[str, int]:
        """Return how many fits each estimator of a run has, by key."""
        dataset = self.session.dataset
        protocols = options.protocols or (() if dataset is None else protocols_for(dataset))
        count = sum(1 if one == "split" else options.n_folds * options.repeats for one in protocols)
        return {one.key: count for one in options.baselines}

    def _take_score(self, score: FoldScore) -> None:
        if not self._live and self.session.activity is Activity.JUDGING:
            self.tabs.setCurrentIndex(0)  # where the row of the one that is judged will stand
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
        if self._expected and self.session.activity is not Activity.JUDGING:
            summaries, expected = summarise(self._live), self._expected
        elif run is not None:
            summaries = list(run.summaries)
            expected = self._fits_of(run.options) if run.is_partial else {one.estimator: 0 for one in summaries}
        else:
            return []
        return [
            Row(
                key, names[key].title if key in names else key,
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
        self.links.show_folder(run.folder if run is not None and not self._expected else None)
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
        protocol = pressed(self.protocol_buttons)
        shown: Protocol = next((one for one in self._protocols if one == protocol), self._believed)
        if pressed(self.bar_buttons) == "metrics":
            self.bars.show_metrics(rows, shown)
        else:
            self.bars.show_protocols(rows, self._protocols, self.model.metric)
        run = self.session.validated_run
        points: Sequence[LearningPoint] = run.curves if run is not None and not self._expected else ()
        names = [(row.key, row.name) for row in rows if any(one.estimator == row.key for one in points)]
        self.curves.show_curves(points, names, shown)
        self.about_curves.setText(ABOUT_CURVES)
        self.curve_stack.setCurrentIndex(1 if names else 0)

    def _show_protocol_buttons(self) -> None:
        """Where one protocol is shown at a time, and there are several; the one that counts is chosen at first."""
        present = self._protocols
        if not any(self.protocol_buttons[one].isChecked() for one in present):
            self.protocol_buttons[self._believed].setChecked(True)
        matters = self.tabs.currentIndex() == 2 or (
            self.tabs.currentIndex() == 1 and pressed(self.bar_buttons) == "metrics"
        )
        for key, button in self.protocol_buttons.items():
            button.setVisible(matters and key in present and len(present) > 1)

    def _say(self) -> None:
        """Explain the scores of the selected row, or of the best one if none is selected."""
        rows = self._rows()
        index = self.table.currentIndex()
        chosen = self.proxy.mapToSource(index).row() if index.isValid() else -1
        if not rows or not any(row.summaries for row in rows):
            self.said.setText(tr("First fits running…"))
            return
        best = max(rows, key=lambda row: _mean(row.spread(self._believed, "accuracy")))
        row = rows[chosen] if 0 <= chosen < len(rows) else best
        run = self.session.validated_run
        dataset = run.dataset if run is not None and not self._expected else self.session.dataset
        group = dataset.source.groups if dataset is not None else None
        compared = "" if self._expected else self._comparison(row if row is not best else None, best)
        if {"random", "grouped"} <= set(row.summaries):
            gap = gap_in_words(row.name, row.summaries["random"], row.summaries["grouped"], group)
            self.said.setText(f"{gap} {compared}".rstrip())
            return
        spread = row.spread(self._believed, "accuracy")
        chance = 0.0 if dataset is None else dataset.chance
        self.said.setText(
            tr("{name} could not be fitted: {error}", name=row.name, error=row.error) if spread is None
            else tr(
                "{name}: accuracy {mean:.0f} %; always predicting the largest class: {chance:.0f} %. {compared}",
                name=row.name, mean=100 * spread.mean, chance=100 * chance, compared=compared,
            ).rstrip()
        )  # fmt: skip

    def _comparison(self, row: Row | None, best: Row) -> str:
        """Return whether an estimator differs from the best one; without one, whether the best does from the next."""
        run, rows = self.session.validated_run, self._rows()
        if run is None or len(rows) < 2:
            return ""
        ranked = sorted(rows, key=lambda one: _mean(one.spread(self._believed, "accuracy")), reverse=True)
        other = row or next(one for one in ranked if one is not best)
        for one in run.comparisons:
            if one.protocol == self._believed and {one.first, one.second} == {best.key, other.key}:
                turned = one if one.first == best.key else one.turned()
                return comparison_in_words(turned, best.name, other.name)
        return ""

    def _show_metric(self) -> None:
        self.model.show_metric(pressed(self.metric_buttons))
        self._fit_columns()
        self._show_charts()

    # --- building --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Results of the training"))
        self.tabs.setDocumentMode(True)
        metrics = side_by_side(*self.metric_buttons.values(), self.table_export)
        self.tabs.addTab(page(metrics, self.table, self.said, stretch=self.table), tr("Scores"))
        self.tabs.addTab(page(side_by_side(*self.bar_buttons.values()), self.bars, stretch=self.bars), tr("Bars"))
        self.curve_stack = QStackedWidget()
        self.curve_stack.addWidget(self.no_curves)
        self.curve_stack.addWidget(page(self.about_curves, self.curves, stretch=self.curves))
        self.tabs.addTab(self.curve_stack, tr("Learning curves"))
        self.stack.addWidget(self.state)
        self.stack.addWidget(self.tabs)
        right = panel(self.stack, self.links, stretch=self.stack)
        self.choice.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, UNIT, UNIT, 0)
        outer.addWidget(split(Qt.Orientation.Horizontal, self.choice, right, (34, 88)))

    def _connect(self) -> None:
        session = self.session
        self.choice.train_requested.connect(self.train)
        session.training_began.connect(self._take_beginning)
        session.run_shown.connect(self.choice.show_options)
        self.choice.settings_changed.connect(self.changed)
        session.folds_chosen.connect(self.choice.folds.setValue)
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
