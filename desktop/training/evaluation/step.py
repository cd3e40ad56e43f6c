"""The fifth step: estimators compared by class and by row, and the reasons for their predictions."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QTabWidget, QToolButton, QVBoxLayout, QWidget

from core.estimators.baselines import Baseline
from core.jobs.evaluation import curves_job
from core.jobs.explanation import column_importance_job, importance_job, reasons_job, tree_job
from core.language import tr
from core.training.protocols import PROTOCOLS, Protocol
from desktop.training.evaluation.calibration import CalibrationView
from desktop.training.evaluation.classes import ClassView
from desktop.training.evaluation.confusion_page import ConfusionPage
from desktop.training.evaluation.curves import CurvesView
from desktop.training.evaluation.importance import ImportanceView
from desktop.training.evaluation.reasons import ReasonsView
from desktop.training.evaluation.tree_page import TreeChoice, TreePage
from desktop.training.frames import panel
from desktop.training.one_task import Activity
from desktop.training.provenance import Provenance
from desktop.training.score_model import TITLES
from desktop.training.session import TrainingSession, Validated
from desktop.training.step import NOT_TRAINED, Host, Step
from desktop.training.turns import Turns
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.evaluation.curves import ClassCurves
    from core.evaluation.held_out import HeldOut
    from core.explanation.importance import Importance
    from core.jobs.evaluation import curves_job
    from core.training.cross_validation import CrossValidation
from core.jobs.explanation import ShownTree, SongReasons

COMPARED: Final = 3
NONE: Final = tr("– none –")


class EvaluationStep(Step):
    """Choices above, seven ways to look below."""

    key = "evaluation"
    title = tr("Evaluation")

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self._weighed: dict[tuple[str, str, bool], list[Importance]] = {}
        """By estimator, protocol, and whether its columns were weighed one by one."""
        self._joined: dict[tuple[str, str], HeldOut] = {}
        """By estimator and protocol, the folds together: of a million rows that is not done for every look."""
        self._turns = Turns(self)
        self._joined_of: CrossValidation | None = None
        self.protocol_buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        for protocol in PROTOCOLS:
            button = QToolButton()
            button.setText(
                tr("{protocol} folds", protocol=TITLES[protocol]) if protocol != "split" else tr("Fixed split")
            )
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button)
            self.protocol_buttons[protocol] = button
        self.boxes = [QComboBox() for _ in range(COMPARED)]
        for place, box in enumerate(self.boxes):
            box.setAccessibleName((tr("First estimator"), tr("Second estimator"), tr("Third estimator"))[place])
            box.setMinimumWidth(22 * UNIT)
        self.classes = ClassView(host.open_dialog)
        self.confusion = ConfusionPage(COMPARED, host.open_dialog)
        self.calibration = CalibrationView(host.open_dialog)
        self.curves = CurvesView(host.open_dialog)
        self._curves_of: tuple[Validated, Protocol, tuple[str, ...]] | None = None
        self.importance = ImportanceView(host.open_dialog)
        self.tree = TreePage(host.open_dialog)
        self.reasons = ReasonsView(host.open_dialog)
        self._arrange()
        self._connect()

    def needs(self) -> tuple[str, str, tuple[str, str] | None]:
        return NOT_TRAINED if self.session.validated_run is None else ("", "", None)

    def status(self) -> str:
        names = [box.currentText() for box in self.boxes if box.currentData()]
        return ", ".join(names) if self.session.validated_run is not None else ""

    def provenance(self) -> Provenance | None:
        return self.session.run_provenance

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (
            self.classes, self.confusion, self.curves, self.calibration, self.importance, self.tree, self.reasons
        ):  # fmt: skip
            part.set_theme(theme)

    # --- what is compared ------------------------------------------------------------------------------------------

    @property
    def protocol(self) -> Protocol:
        """The protocol that is looked at."""
        return next((one for one in PROTOCOLS if self.protocol_buttons[one].isChecked()), "random")

    @property
    def compared(self) -> list[Baseline]:
        """The estimators that are looked at, each once."""
        keys = dict.fromkeys(box.currentData() for box in self.boxes)
        return [self.session.candidates[key] for key in keys if key]

    def _held_out(self) -> "list[tuple[Baseline, HeldOut]]":
        run = self.session.validated_run
        if run is None:
            return []
        if self._joined_of is not run.validation:
            self._joined_of, self._joined = run.validation, {}
        found = []
        for one in self.compared:
            place = (one.key, self.protocol)
            try:
                self._joined[place] = self._joined.get(place) or run.validation.held_out(*place)
            except KeyError:  # none of its fits succeeded
                continue
            found.append((one, self._joined[place]))
        return found

    def _take_run(self) -> None:
        """Another run, or one more estimator in it."""
        run = self.session.validated_run
        if run is None:
            return
        present = {one.protocol for one in run.summaries}
        for protocol, button in self.protocol_buttons.items():
            button.setVisible(protocol in present)
        if not any(self.protocol_buttons[one].isChecked() for one in present):
            first = next(one for one in ("grouped", "split", "random") if one in present)
            self.protocol_buttons[first].setChecked(True)
        self._weighed = {}
        self._fill_boxes(run)
        self._show()

    def _fill_boxes(self, run: Validated) -> None:
        ranked = sorted(
            (one for one in run.summaries if one.protocol == self.protocol and one.accuracy is not None),
            key=lambda one: -(one.accuracy.mean if one.accuracy is not None else 0.0),
        )
        keys = [one.estimator for one in ranked]
        for place, box in enumerate(self.boxes):
            box.blockSignals(True)
            box.clear()
            if place:
                box.addItem(NONE, "")
            for key in keys:
                box.addItem(self.session.candidates[key].title, key)
            wanted = box.findData(keys[place]) if place < len(keys) else 0
            box.setCurrentIndex(max(wanted, 0))
            box.blockSignals(False)
        self.tree.show_estimators([self.session.candidates[key] for key in keys], run.dataset.classes)

    # --- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        run, held_out = self.session.validated_run, self._held_out()
        if run is None:
            return
        named = [(one.title, found) for one, found in held_out]
        self._turns.begin(
            [
                lambda: self.classes.show_scores([(name, found.by_class()) for name, found in named]),
                lambda: self.calibration.show_held_out(named),
                self._ask_for_curves,
                lambda: self.confusion.show_held_out(run.dataset, held_out),
                lambda: self.reasons.show_held_out(run.dataset, held_out),
                self._show_importance,
                self._refresh,
                self.changed.emit,
            ],
            len(run.dataset),
        )

    @property
    def _to_weigh(self) -> list[Baseline]:
        """One estimator by kinds of features, two side by side by columns."""
        return self.compared[: 2 if self.importance.by_columns else 1]

    def _show_importance(self) -> None:
        by_columns = self.importance.by_columns
        found = [(one.title, self._weighed.get((one.key, self.protocol, by_columns))) for one in self._to_weigh]
        known = [(name, weighed) for name, weighed in found if weighed is not None]
        self.importance.show_importances(known if found and len(known) == len(found) else None)

    def _ask_for_curves(self) -> None:
        """Have the curves computed aside when they are looked at: of a million rows they take seconds."""
        if not self.curves.isVisible():
            return
        run = self.session.validated_run
        if run is None:
            return
        asked = (run, self.protocol, tuple(one.key for one in self.compared))
        if asked == self._curves_of:
            return
        self._curves_of = asked
        held_out = self._held_out()
        self.curves.show_waiting()

        def take(found: "list[tuple[ClassCurves, ...]]") -> None:
            if self._curves_of is asked:
                self.curves.show_curves([(one.title, curves) for (one, _), curves in zip(held_out, found, strict=True)])

        task = self.session.run_aside(curves_job, [found for _, found in held_out])
        task.succeeded.connect(take)
        task.failed.connect(lambda problem: self.host.notices.show_failure(tr("The curves cannot be drawn"), problem))

    def _hear(self, row: int) -> None:
        run = self.session.validated_run
        location = None if run is None else run.dataset.locations[row]
        if run is not None and location is not None:
            self.host.hear(Path(location), run.dataset.row_names[row])

    def _explain(self, row: int, estimator: str) -> None:
        """Go to the reasons of an estimator for a song."""
        self.reasons.choose_estimator(estimator)
        self.reasons.choose(row)
        self.tabs.setCurrentWidget(self.reasons)
        self._ask_for_reasons(row)

    def _refresh(self) -> None:
        busy = self.session.is_busy
        self.importance.button.setEnabled(not busy and bool(self.compared))
        self.reasons.set_busy(busy)
        self.tree.set_busy(busy)
        row, run = self.reasons.row, self.session.validated_run
        self.tree.show_song(None if row is None or run is None else run.dataset.row_names[row])

    # --- tasks -----------------------------------------------------------------------------------------------------

    def _has_numbers(self, run: Validated) -> bool:
        """Return whether anything can be fitted on the data of a run; if not, a notice says why."""
        if not run.has_numbers:
            self.host.notices.show_warning(tr("This needs the data of the run, which are not open. Open them in Data."))
        return run.has_numbers

    def _ask_for_importance(self) -> None:
        run = self.session.validated_run
        if run is None or not self.compared or self.session.is_busy or not self._has_numbers(run):
            return
        asked, protocol, by_columns = self._to_weigh, self.protocol, self.importance.by_columns

        def take(found: "list[list[Importance]]") -> None:
            if self.session.validated_run is run:
                for one, weighed in zip(asked, found, strict=True):
                    self._weighed[one.key, protocol, by_columns] = weighed
                self._show_importance()

        self.session.run_with_workers(
            Activity.EXPLAINING,
            tr("Measuring importance for {name}", name=", ".join(one.title for one in asked)),
            take,
            column_importance_job if by_columns else importance_job,
            run.dataset,
            asked,
            protocol,
            run.options.n_folds,
            run.options.seed,
        )

    def _ask_for_reasons(self, row: int) -> None:
        run, asked = self.session.validated_run, self.session.candidates.get(self.reasons.estimator)
        if run is None or asked is None or self.session.is_busy or not self._has_numbers(run):
            return

        def take(found: "SongReasons") -> None:
            if self.session.validated_run is run and self.reasons.estimator == asked.key:
                self.reasons.show_reasons(found)

        self.session.run_in_process(
            Activity.EXPLAINING,
            tr("Explaining {row_names}", row_names=run.dataset.row_names[row]),
            take,
            reasons_job,
            run.dataset,
            asked,
            run.options.seed,
            row,
        )

    def _ask_for_tree(self, choice: TreeChoice) -> None:
        run = self.session.validated_run
        if run is None or self.session.is_busy or not self._has_numbers(run):
            return

        def take(found: "ShownTree") -> None:
            if self.session.validated_run is run:
                self.tree.show_tree(found)

        self.session.run_in_process(
            Activity.EXPLAINING,
            tr("Fitting the trees"),
            take,
            tree_job,
            run.dataset,
            self.session.candidates[choice.estimator],
            run.options.seed,
            choice.number,
            choice.for_class,
            self.reasons.row,
        )

    # --- building --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(2 * UNIT, UNIT, UNIT, 0)
        top.setSpacing(UNIT)
        for button in self.protocol_buttons.values():
            top.addWidget(button)
        top.addSpacing(2 * UNIT)
        for box in self.boxes:
            top.addWidget(box, 1)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Evaluation"))
        self.tabs.setDocumentMode(True)
        for view, title in (
            (self.classes, tr("Classes")),
            (self.confusion, tr("Confusion")),
            (self.curves, tr("Curves")),
            (self.calibration, tr("Calibration")),
            (self.importance, tr("Importance")),
            (self.tree, tr("Tree")),
            (self.reasons, tr("One row")),
        ):
            self.tabs.addTab(view, title)
        choices = QWidget()
        choices.setLayout(top)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, UNIT, UNIT, 0)
        outer.addWidget(panel(choices, self.tabs))

    def _connect(self) -> None:
        session = self.session
        session.validated.connect(self._take_run)
        session.busy_changed.connect(self._refresh)
        for button in self.protocol_buttons.values():
            button.clicked.connect(lambda _=False: self._show())
        for box in self.boxes:
            box.currentIndexChanged.connect(lambda _: self._show())
        self.confusion.heard.connect(self._hear)
        self.confusion.explained.connect(self._explain)
        self.curves.wanted.connect(self._ask_for_curves)
        self.importance.changed.connect(self._show_importance)
        self.importance.requested.connect(self._ask_for_importance)
        self.reasons.requested.connect(self._ask_for_reasons)
        self.reasons.heard.connect(self._hear)
        self.reasons.field.textChanged.connect(lambda _: self._refresh())
        self.tree.requested.connect(self._ask_for_tree)
