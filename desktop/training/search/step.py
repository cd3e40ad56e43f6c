"""The fourth step: search the study's grids, exhaustively or racing, with the leader board as it grows."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from core.estimators.baselines import Baseline
from core.estimators.grid_text import values_text
from core.estimators.grids import Grid
from core.estimators.own import OwnSettings, Preparation
from core.language import tr
from core.search.plans import OPTIMISTIC
from core.training.protocols import protocol_word
from core.training.run_places import new_run_folder, runs_folder
from desktop.training.charts.table_export import table_export
from desktop.training.families import FAMILIES
from desktop.training.frames import page, panel, side_by_side, split
from desktop.training.provenance import Provenance
from desktop.training.run_links import RunLinks
from desktop.training.search.board import BoardModel, LeftOutModel
from desktop.training.search.grid_form import GridForm, SearchChoice
from desktop.training.session import TrainingSession
from desktop.training.step import NO_DATA, Host, Step
from desktop.widgets.basic import label, push_button
from desktop.widgets.plain_table import fit_columns, plain_table
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.jobs.training import SearchRequest
    from core.search.results import SearchResult, Standing
    from core.search.search import Board, StrategyName

NOTHING: Final = tr("Choose a grid on the left. Finished fits are kept at once: a stopped search resumes where it was.")
MOST_SHOWN: Final = 500
NOT_RACED: Final = tr("No combination dropped so far.")


class SearchStep(Step):
    """Grid on the left, leader board and reasons on the right."""

    key = "search"
    title = tr("Search")

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self._n_fits = 0
        self._seconds = 0.0
        self._shown: SearchRequest | None = None
        self._candidates_of: Grid | None = None
        self._candidates: list[dict[str, object]] = []
        self.form = GridForm()
        self.model = BoardModel()
        self.table = plain_table(self.model, tr("Leader board"))
        self.state = StatePage()
        self.state.show_state("search", tr("Nothing searched yet"), NOTHING)
        self.said = label("", "", wrap=True)
        self.pause_button = push_button(
            tr("Pause"), self._toggle_pause, tip=tr("Start no further fits; running ones finish")
        )
        self.judge_button = push_button(
            tr("Add the best to the baselines"),
            self._judge,
            "primary",
            tr("Cross-validate the selected combination on the same folds"),
        )
        self.left_out = LeftOutModel()
        self.reasons = plain_table(self.left_out, tr("Dropped combinations with reasons"))
        self.nothing_left_out = label(NOT_RACED, "muted", wrap=True)
        self.links = RunLinks(host.notices)
        self._arrange()
        self._connect()

    def needs(self) -> tuple[str, str, tuple[str, str] | None]:
        shown = self.session.dataset is not None or self.session.search_request is not None
        return ("", "", None) if shown else NO_DATA

    def status(self) -> str:
        if self.session.can_pause:
            return tr("paused") if self.session.is_paused else tr("searching")
        best = None if self.session.search_result is None else self.session.search_result.best
        return "" if best is None else tr("best {mean:.3f}", mean=best.mean)

    def provenance(self) -> Provenance | None:
        request, dataset = self.session.search_request, self.session.search_dataset
        if request is None or dataset is None:
            return None
        own = request.grid.base.settings
        prepared, prepared_now = own.preparation if own else Preparation(), self.form.preparation.preparation
        words, chosen = _settings(request, prepared), self.form.choice
        if chosen is None or self.session.can_pause:
            return Provenance(dataset, words)
        now = _settings(chosen, prepared_now)
        if now == words and chosen.grid.param_grid != request.grid.param_grid:
            now += tr(", other values")
        return Provenance(dataset, words, "" if now == words else now)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.form.set_theme(theme)
        self.state.set_theme(theme)
        for button in self.exports:
            button.set_theme(theme)

    # --- searching -------------------------------------------------------------------------------------------------

    def search(self, choice: SearchChoice) -> None:
        """Begin, or go on where an earlier search with the same settings was stopped."""
        from core.jobs.training import SearchRequest
        from core.search.resuming import earlier_search
        from core.search.settings import settings_of

        dataset = self.session.dataset
        if dataset is None or self.session.is_busy:
            return
        n_folds = 1 if choice.protocol == "split" else choice.n_folds
        earlier = earlier_search(
            runs_folder(), settings_of(dataset, choice.grid, choice.protocol, n_folds, choice.seed)
        )
        folder = new_run_folder(f"{dataset.name} {choice.grid.key}") if earlier is None else earlier.folder
        if earlier is not None:
            self.host.notices.show_info(tr("{n_fits:,} fits of an earlier search are reused.", n_fits=earlier.n_fits))
        strategy: StrategyName = "racing" if choice.strategy == "racing" else "exhaustive"
        self.session.search(
            SearchRequest(
                choice.grid,
                strategy,
                choice.protocol,
                choice.n_folds,
                choice.seed,
                folder,
                resume=earlier is not None,
                estimate=choice.estimate,
            )
        )

    def _take_board(self, board: "Board") -> None:
        self._n_fits += sum(trial.reuse != "same" for trial in board.trials)
        self._seconds += sum(trial.fit_seconds for trial in board.trials)
        self.model.show_standings(board.leaders, self._parameters)
        self._fit_columns()
        best = board.leaders[0] if board.leaders else None
        said = tr("{n_fits:,} fits, {seconds:,.1f} s of fitting.", n_fits=self._n_fits, seconds=self._seconds)
        if best is not None:
            so_far = (
                tr(" Best so far: {mean:.4f} on 1 fold.", mean=best.mean)
                if best.n_folds == 1
                else tr(" Best so far: {mean:.4f} on {n_folds} folds.", mean=best.mean, n_folds=best.n_folds)
            )
            said += so_far
        self.said.setText(said)

    def _take_result(self) -> None:
        """Show a search that begins or has ended, or one as its folder has it."""
        session = self.session
        if session.search_request is not None and session.search_request is not self._shown:
            self._shown = session.search_request
            self._n_fits, self._seconds = 0, 0.0
            self.form.show_request(session.search_request)
            self.model.show_standings([], self._parameters)
            self._show_left_out([])
            if session.search_board is not None:
                self._take_board(session.search_board)
        if session.search_result is not None:
            self._show_result(session.search_result)
        self._show()

    def _show_result(self, result: "SearchResult") -> None:
        self.model.show_standings(result.standings[:MOST_SHOWN], self._parameters)
        self._fit_columns()
        failed = sum(trial.error is not None for trial in result.trials)
        best = result.best
        if best is None:
            reason = next((trial.error for trial in result.trials if trial.error), tr("no trial"))
            self.said.setText(tr("No combination could be fitted: {reason}.", reason=reason))
        else:
            self.said.setText(_in_words(result, best, failed))
            self.table.selectRow(0)
        self._show_left_out([(self._grid_candidate(one.candidate), one.reason) for one in result.eliminations])

    def _show_left_out(self, rows: list[tuple[dict[str, object], str]]) -> None:
        self.left_out.show_left_out(rows, self._parameters)
        self.nothing_left_out.setVisible(not rows)
        self.reasons.setVisible(bool(rows))
        fit_columns(self.reasons)

    def _grid_candidate(self, number: int) -> dict[str, object]:
        request = self.session.search_request
        assert request is not None
        if self._candidates_of is not request.grid:
            self._candidates_of, self._candidates = request.grid, list(request.grid.candidates())
        return self._candidates[number]

    @property
    def _parameters(self) -> list[str]:
        request = self.session.search_request
        return [] if request is None else list(request.grid.param_grid)

    # --- the best --------------------------------------------------------------------------------------------------

    def _judge(self) -> None:
        """Cross-validate the chosen combination as the baselines were, and go to Evaluation."""
        request, place = self.session.search_request, self.table.currentIndex().row()
        if self.session.dataset is None:
            self.host.notices.show_warning(tr("The data of this search are not open: open them in Data first."))
            return
        if self.session.search_is_of_other_data:
            self.host.notices.show_warning(tr("This search was made on other data than are open now: search again."))
            return
        if request is None or self.session.is_busy or not 0 <= place < len(self.model.standings):
            return
        candidate = tuned(request.grid.candidate(self.model.standings[place].parameters), request.grid.key)
        run = self.session.validated_run
        if run is not None and run.dataset is self.session.dataset and not run.is_partial:
            self.session.judge(candidate)
        else:
            self._train_alone(candidate)
        self.host.go_to("baselines")

    def _train_alone(self, candidate: Baseline) -> None:
        from core.training.protocols import protocols_for
        from core.training.train import TrainingOptions

        dataset, request = self.session.dataset, self.session.search_request
        assert dataset is not None
        assert request is not None
        options = TrainingOptions((candidate,), protocols_for(dataset), request.n_folds, 1, request.seed)
        self.session.train(options, new_run_folder(dataset.name))

    def _toggle_pause(self) -> None:
        self.session.pause(not self.session.is_paused)

    # --- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        searching = self.session.can_pause
        self.form.show_data(self.session.dataset, busy=self.session.is_busy)
        self.pause_button.setVisible(searching)
        self.pause_button.setText(tr("Resume") if self.session.is_paused else tr("Pause"))
        has_result = self.session.search_result is not None and bool(self.model.standings)
        request = self.session.search_request
        self.links.show_folder(request.folder if has_result and request is not None else None)
        self.judge_button.setVisible(has_result)
        self.judge_button.setEnabled(has_result and not self.session.is_busy)
        self.stack.setCurrentIndex(1 if searching or self.session.search_request is not None else 0)
        if searching and not self.model.standings:
            self.said.setText(tr("First fits running…"))
        elif not searching and self.session.search_result is None and self.session.search_request is not None:
            self.said.setText(
                tr("Stopped. {n_fits:,} fits are kept; the same search resumes from them.", n_fits=self._n_fits)
            )

    def _fit_columns(self) -> None:
        fit_columns(self.table)

    def _arrange(self) -> None:
        tabs = QTabWidget()
        tabs.setAccessibleName(tr("Results of the search"))
        tabs.setDocumentMode(True)
        tabs.addTab(self.table, tr("Leader board"))
        tabs.addTab(page(self.nothing_left_out, self.reasons, stretch=self.reasons), tr("Dropped"))
        self.exports = [
            table_export(tr("Leader board"), self.table, self.host.open_dialog),
            table_export(tr("Dropped combinations"), self.reasons, self.host.open_dialog),
        ]
        for place, button in enumerate(self.exports):
            button.setVisible(place == 0)
        tabs.currentChanged.connect(self._show_export)
        tabs.setCornerWidget(side_by_side(*self.exports))
        content = QWidget()
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.pause_button)
        top.addWidget(self.judge_button)
        column = QVBoxLayout(content)
        column.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addLayout(top)
        column.addWidget(tabs, 1)
        column.addWidget(self.links)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.state)
        self.stack.addWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, UNIT, UNIT, 0)
        outer.addWidget(split(Qt.Orientation.Horizontal, self.form, panel(self.stack), (36, 86)))

    def _show_export(self, place: int) -> None:
        for number, button in enumerate(self.exports):
            button.setVisible(number == place)

    def _connect(self) -> None:
        session = self.session
        self.form.search_requested.connect(self.search)
        self.form.edited.connect(self.changed)
        session.folds_chosen.connect(self.form.folds.setValue)
        session.board_came.connect(self._take_board)
        session.searched.connect(self._take_result)
        session.data_changed.connect(self._show)
        session.busy_changed.connect(self._show)


def _settings(one: "SearchRequest | SearchChoice", prepared: Preparation) -> str:
    """Return in words how a grid is searched."""
    folds = (
        tr("fixed split")
        if one.protocol == "split"
        else tr("{n_folds} {protocol} folds", n_folds=one.n_folds, protocol=protocol_word(one.protocol))
    )
    own = str(OwnSettings(preparation=prepared))
    said = tr(
        "{family} grid, {strategy}, {folds}, seed {seed}",
        family=FAMILIES[one.grid.key],
        strategy=tr("racing") if one.strategy == "racing" else tr("exhaustive"),
        folds=folds,
        seed=one.seed,
    )
    return f"{said}, {own}" if own else said


def tuned(candidate: Baseline, family: str) -> Baseline:
    """Return a combination under a key and a name of its own, apart from the baseline that it refines."""
    return replace(candidate, key=f"{family}-tuned", name=f"{FAMILIES[family]}, tuned")


def _parameters(parameters: dict[str, object]) -> str:
    return ", ".join(f"{name} {values_text([value])}" for name, value in sorted(parameters.items()))


def _in_words(result: "SearchResult", best: "Standing", failed: int) -> str:
    worth = (
        tr("The best score is {optimistic}.", optimistic=tr(OPTIMISTIC))
        if result.estimate is None
        else str(result.estimate)
    )
    said = tr(
        "Best: {mean:.4f} ± {spread:.4f} with {parameters}. {n_trials:,} trials, {fit_seconds:,.1f} s of "
        "fitting. {worth}",
        mean=best.mean,
        spread=best.spread,
        parameters=_parameters(best.parameters),
        n_trials=len(result.trials),
        fit_seconds=result.fit_seconds,
        worth=worth,
    )
    return (
        tr("{said} {failed} of them failed; see trials.csv in the run folder.", said=said, failed=failed)
        if failed
        else said
    )
