"""The fourth step: search the study's grids, exhaustively or racing, with the leader board as it grows."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from core.estimators.baselines import Baseline
from core.estimators.grid_text import values_text
from core.estimators.grids import Grid
from core.estimators.own import OwnSettings, Preparation
from core.search.plans import OPTIMISTIC
from core.training.run_places import new_run_folder, runs_folder
from desktop.training.charts.table_export import table_export
from desktop.training.frames import page, panel, side_by_side, split
from desktop.training.provenance import Provenance
from desktop.training.run_links import RunLinks
from desktop.training.search.board import BoardModel, LeftOutModel
from desktop.training.search.grid_form import TITLES, GridForm, SearchChoice
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

NOTHING: Final = "Choose a grid on the left. Finished fits are kept at once: a stopped search resumes where it was."
MOST_SHOWN: Final = 500
NOT_RACED: Final = "No combination dropped so far."


class SearchStep(Step):
    """Grid on the left, leader board and reasons on the right."""

    key = "search"
    title = "Search"

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self._n_fits = 0
        self._seconds = 0.0
        self._shown: SearchRequest | None = None
        self._candidates_of: Grid | None = None
        self._candidates: list[dict[str, object]] = []
        self.form = GridForm()
        self.model = BoardModel()
        self.table = plain_table(self.model, "Leader board")
        self.state = StatePage()
        self.state.show_state("search", "Nothing searched yet", NOTHING)
        self.said = label("", "", wrap=True)
        self.pause_button = push_button("Pause", self._toggle_pause, tip="Start no further fits; running ones finish")
        self.judge_button = push_button(
            "Add the best to the baselines",
            self._judge,
            "primary",
            "Cross-validate the selected combination on the same folds",
        )
        self.left_out = LeftOutModel()
        self.reasons = plain_table(self.left_out, "Dropped combinations with reasons")
        self.nothing_left_out = label(NOT_RACED, "muted", wrap=True)
        self.links = RunLinks(host.notices)
        self._arrange()
        self._connect()

    def needs(self) -> tuple[str, str, tuple[str, str] | None]:
        shown = self.session.dataset is not None or self.session.search_request is not None
        return ("", "", None) if shown else NO_DATA

    def status(self) -> str:
        if self.session.can_pause:
            return "paused" if self.session.is_paused else "searching"
        best = None if self.session.search_result is None else self.session.search_result.best
        return "" if best is None else f"best {best.mean:.3f}"

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
            now += ", other values"
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
            self.host.notices.show_info(f"{earlier.n_fits:,} fits of an earlier search are reused.")
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
        said = f"{self._n_fits:,} fits, {self._seconds:,.1f} s of fitting."
        if best is not None:
            said += f" Best so far: {best.mean:.4f} on {best.n_folds} fold{'s' if best.n_folds > 1 else ''}."
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
            reason = next((trial.error for trial in result.trials if trial.error), "no trial")
            self.said.setText(f"No combination could be fitted: {reason}.")
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
            self.host.notices.show_warning("The data of this search are not open: open them in Data first.")
            return
        if self.session.search_is_of_other_data:
            self.host.notices.show_warning("This search was made on other data than are open now: search again.")
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
        self.pause_button.setText("Resume" if self.session.is_paused else "Pause")
        has_result = self.session.search_result is not None and bool(self.model.standings)
        request = self.session.search_request
        self.links.show_folder(request.folder if has_result and request is not None else None)
        self.judge_button.setVisible(has_result)
        self.judge_button.setEnabled(has_result and not self.session.is_busy)
        self.stack.setCurrentIndex(1 if searching or self.session.search_request is not None else 0)
        if searching and not self.model.standings:
            self.said.setText("First fits running…")
        elif not searching and self.session.search_result is None and self.session.search_request is not None:
            self.said.setText(f"Stopped. {self._n_fits:,} fits are kept; the same search resumes from them.")

    def _fit_columns(self) -> None:
        fit_columns(self.table)

    def _arrange(self) -> None:
        tabs = QTabWidget()
        tabs.setAccessibleName("Results of the search")
        tabs.setDocumentMode(True)
        tabs.addTab(self.table, "Leader board")
        tabs.addTab(page(self.nothing_left_out, self.reasons, stretch=self.reasons), "Dropped")
        self.exports = [
            table_export("Leader board", self.table, self.host.open_dialog),
            table_export("Dropped combinations", self.reasons, self.host.open_dialog),
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
    folds = "fixed split" if one.protocol == "split" else f"{one.n_folds} {one.protocol} folds"
    own = str(OwnSettings(preparation=prepared))
    return f"{TITLES[one.grid.key]} grid, {one.strategy}, {folds}, seed {one.seed}{', ' if own else ''}{own}"


def tuned(candidate: Baseline, family: str) -> Baseline:
    """Return a combination under a key and a name of its own, apart from the baseline that it refines."""
    return replace(candidate, key=f"{family}-tuned", name=f"{TITLES[family]}, tuned")


def _parameters(parameters: dict[str, object]) -> str:
    return ", ".join(f"{name} {values_text([value])}" for name, value in sorted(parameters.items()))


def _in_words(result: "SearchResult", best: "Standing", failed: int) -> str:
    worth = f"The best score is {OPTIMISTIC}." if result.estimate is None else str(result.estimate)
    said = (
        f"Best: {best.mean:.4f} ± {best.spread:.4f} with {_parameters(best.parameters)}. "
        f"{len(result.trials):,} trials, {result.fit_seconds:,.1f} s of fitting. {worth}"
    )
    return f"{said} {failed} of them failed; see trials.csv in the run folder." if failed else said
