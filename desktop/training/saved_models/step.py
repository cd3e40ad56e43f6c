"""The last step: save a classifier as a model, and keep, compare, share and use models."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.errors import ModelError, reason_for
from core.genre.store import models_folder, remove_model, restore_model
from core.jobs.models import add_job, compare_models, list_job, save_to_store, share_job
from core.language import tr
from core.model_file.container import SUFFIX
from desktop.settings import MODEL
from desktop.training.charts.table_export import table_export
from desktop.training.one_task import Activity
from desktop.training.saved_models.comparison import ComparisonPanel
from desktop.training.saved_models.details import ModelDetails
from desktop.training.saved_models.passport_text import agreement, both_scores
from desktop.training.saved_models.saver import ModelSaver
from desktop.training.saved_models.table import WIDTHS, ModelTableModel
from desktop.training.session import TrainingSession
from desktop.training.step import Host, Step
from desktop.widgets.basic import label, push_button
from desktop.widgets.notices import Notice
from desktop.widgets.plain_table import plain_table
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.estimators.baselines import Baseline
    from core.genre.store import StoredModel
    from core.jobs.models import ModelComparison

ROOMY: Final = 100 * UNIT
SPARE: Final = (1, 2, 5)
"""Columns of the list that a narrow window leaves to the passport."""

FILTERS: Final = [tr("Genre models (*{suffix})", suffix=SUFFIX), tr("All files (*)")]


class ModelsStep(Step):
    """Above: the form that saves, and the list. Below: the chosen model. A comparison takes the place of all three."""

    key = "models"
    title = tr("Models")

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self.saver = ModelSaver(session)
        self.model = ModelTableModel(self)
        self.table = plain_table(self.model, tr("Models"), WIDTHS)
        self.details = ModelDetails(host.open_dialog)
        self.table_export = table_export(tr("Models"), self.table, host.open_dialog)
        self.comparison = ComparisonPanel(host.open_dialog)
        self.add_button = push_button(
            tr("Add model file…"), self.ask_for_file, "link", tr("Add a {suffix} file; or drop it here", suffix=SUFFIX)
        )
        self._listing = 0
        self._wanted = ""
        self._arrange()
        self._connect()

    # --- what the tab asks -----------------------------------------------------------------------------------------

    def status(self) -> str:
        own = sum(not one.is_shipped for one in self.model.models)
        if self.session.activity is Activity.SAVING:
            return self.session.busy_with
        return "" if not own else tr("1 model") if own == 1 else tr("{own} models", own=own)

    def enter(self) -> None:
        self.refresh()
        self.saver.refresh()

    def take_drop(self, paths: Sequence[Path]) -> bool:
        if not all(path.suffix.casefold() == SUFFIX for path in paths):
            return False
        for path in paths:
            self.add(path)
        return True

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.model.set_theme(theme)
        self.details.set_theme(theme)
        self.comparison.set_theme(theme)
        self.table_export.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in SPARE:
            self.table.setColumnHidden(column, self.width() < ROOMY)

    # --- the list --------------------------------------------------------------------------------------------------

    def refresh(self, select: str = "") -> None:
        """List the models again, in a worker; then select the file named `select`, or the former selection."""
        self._listing += 1
        number = self._listing
        self._wanted = select or self._wanted
        task = self.session.run_aside(list_job, models_folder())
        task.succeeded.connect(lambda models: self._take_models(number, models))
        task.failed.connect(lambda problem: self.host.notices.show_failure(tr("The models cannot be listed"), problem))

    @property
    def chosen(self) -> "StoredModel | None":
        """What is selected."""
        index = self.table.currentIndex()
        return self.model.models[index.row()] if index.isValid() else None

    def _take_models(self, number: int, models: "tuple[StoredModel, ...]") -> None:
        if number != self._listing:
            return
        former = self.chosen
        wanted = self._wanted or ("" if former is None else former.path.name)
        self._wanted = ""
        self._show(models)
        rows = [row for row, one in enumerate(models) if one.path.name == wanted and not one.is_shipped]
        default = [row for row, one in enumerate(models) if self.model.is_default(one)]
        kept = former is not None and former.is_shipped and not rows
        self.table.selectRow(0 if kept else (rows or default or [0])[0])
        self.changed.emit()

    def _show(self, models: "Sequence[StoredModel]") -> None:
        self.model.show_models(models, self.host.settings.get(MODEL))
        self._show_chosen()

    def _show_chosen(self) -> None:
        model = self.chosen
        others = tuple(one for one in self.model.models if one is not model and one.passport is not None)
        self.details.show_model(model, others, is_default=model is not None and self.model.is_default(model))

    # --- saving, adding, removing, sharing -------------------------------------------------------------------------

    def save(self, baseline: "Baseline", name: str) -> None:
        """Save a classifier as a model called `name`."""
        dataset = self.session.dataset
        if dataset is None or self.session.is_busy:
            return
        run = self.session.validated_run
        options = None if run is None or run.dataset is not dataset else run.options
        self.session.run_with_workers(
            Activity.SAVING,
            tr("Saving {name}", name=name),
            self._take_saved,
            save_to_store,
            dataset,
            baseline,
            self.session.findings,
            name,
            options,
            models_folder(),
        )

    def _take_saved(self, saved: "StoredModel") -> None:
        if saved.passport is None:
            self.host.notices.show_error(saved.problem)
            return
        self.refresh(saved.path.name)
        text = tr(
            "{name} saved: {both_scores}. Checked: {agreement}.",
            name=saved.name,
            both_scores=both_scores(saved.passport),
            agreement=agreement(saved.passport),
        )
        self._say_with_default(text, saved)

    def ask_for_file(self) -> None:
        """Open a dialog for a model file to add."""
        dialog = self.host.open_dialog(tr("Add model file"), QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(FILTERS)
        dialog.fileSelected.connect(lambda name: self.add(Path(name)))
        dialog.open()

    def add(self, path: Path) -> None:
        """Take a model file into the store."""
        task = self.session.run_aside(add_job, path, models_folder())
        task.succeeded.connect(self._take_added)
        task.failed.connect(lambda problem: self.host.notices.show_failure(tr("Not added"), problem))

    def _take_added(self, added: "StoredModel") -> None:
        self.refresh(added.path.name)
        self._say_with_default(tr("{name} added.", name=added.name), added)

    def remove(self, model: "StoredModel") -> None:
        """Take a model out of the store; a notice offers to undo it."""
        try:
            aside = remove_model(model.path)
        except ModelError as problem:
            self.host.notices.show_error(str(problem))
            return
        was_default = self.model.is_default(model)
        if was_default:
            self._use("")
        self.refresh()
        more = tr(" The shipped model is the default again.") if was_default else ""
        text = tr("{name} removed.{more}", name=model.name, more=more)
        self._offer(text, tr("Undo"), lambda: self._bring_back(aside, model.path, was_default))

    def _bring_back(self, aside: Path, path: Path, was_default: bool) -> None:
        try:
            back = restore_model(aside, path)
        except ModelError as problem:
            self.host.notices.show_error(str(problem))
            return
        if was_default:
            self._use(back.name)
        self.refresh(back.name)

    def ask_where_to_share(self, model: "StoredModel") -> None:
        """Open a dialog for where a copy of a model goes."""
        dialog = self.host.open_dialog(tr("Share model"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setNameFilters(FILTERS[:1])
        dialog.selectFile(model.path.name)
        dialog.fileSelected.connect(lambda name: self.share(model, Path(name)))
        dialog.open()

    def share(self, model: "StoredModel", target: Path) -> None:
        """Copy a model to a file that can be given away."""
        task = self.session.run_aside(share_job, model.path, target)
        task.succeeded.connect(
            lambda _: self.host.notices.show_info(
                tr("Copy of {title} saved as {target}.", title=model.title, target=target)
            )
        )
        task.failed.connect(lambda problem: self.host.notices.show_error(reason_for(problem)))

    def _say_with_default(self, text: str, model: "StoredModel") -> None:
        if model.unfit:
            self.host.notices.show_info(text)
        else:
            self._offer(text, tr("Make default"), lambda: self.make_default(model))

    def _offer(self, text: str, words: str, act: Callable[[], None]) -> None:
        """Say something, with a button that can be pressed once."""

        def act_once() -> None:
            notice.closed.emit()
            act()

        notice = Notice("info", text, action=(words, act_once))
        self.host.notices.add(notice)

    # --- the default -----------------------------------------------------------------------------------------------

    def make_default(self, model: "StoredModel") -> None:
        """Make a model the default for clips and the library."""
        if model.problem or model.unfit:
            self.host.notices.show_error(model.problem or model.unfit)
            return
        self._use("" if model.is_shipped else model.path.name)
        self._show_defaults()
        self.host.notices.show_info(tr("{title} is now the default model.", title=model.title))

    def _use(self, name: str) -> None:
        self.host.settings.put(MODEL, name)
        self.session.model_chosen.emit(name)

    def _show_defaults(self) -> None:
        row = self.table.currentIndex().row()
        self._show(self.model.models)
        self.table.selectRow(row)

    # --- comparing -------------------------------------------------------------------------------------------------

    def compare(self, old: "StoredModel", new: "StoredModel") -> None:
        """Ask two models about the rows of the data."""
        dataset, answer = self.session.dataset, self.session.answer
        if dataset is None or answer is None or answer.dataset is None:
            self.host.notices.show_info(
                tr("Open data first: both models are compared on its rows."),
                (tr("Go to Data"), lambda: self.host.go_to("data")),
            )
            return
        if self.session.is_busy:
            self.host.notices.show_warning(tr("“{task}” is running. Cancel it first.", task=self.session.busy_with))
            return
        self.session.run_in_process(
            Activity.COMPARING,
            tr("Comparing two models"),
            self._take_comparison,
            compare_models,
            dataset,
            answer.dataset,
            old,
            new,
        )

    def _take_comparison(self, comparison: "ModelComparison") -> None:
        self.stack.setCurrentWidget(self.comparison)
        self.comparison.show_comparison(comparison)

    def show_list(self) -> None:
        """Leave the comparison."""
        self.stack.setCurrentIndex(0)
        self.table.setFocus()

    def hear(self, row: int) -> None:
        """Play a song of the comparison."""
        assert self.comparison.comparison is not None
        dataset = self.comparison.comparison.dataset
        location, name = dataset.locations[row], dataset.row_names[row]
        if location is None:
            self.host.notices.show_info(tr("No audio for {name}: the data is a table of numbers.", name=name))
        else:
            self.host.hear(Path(location), name)

    # --- building --------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        session, details = self.session, self.details
        for signal in (session.data_changed, session.validated, session.searched):
            signal.connect(self.saver.refresh)
        session.examined.connect(self.saver.refresh)
        session.busy_changed.connect(self.saver.refresh)
        session.data_changed.connect(lambda: self.stack.setCurrentIndex(0))
        self.saver.save_requested.connect(self.save)
        self.saver.data_requested.connect(lambda: self.host.go_to("data"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        chosen = QShortcut(QKeySequence(Qt.Key.Key_Return), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        chosen.activated.connect(self._make_chosen_default)  # not a double click: that is how one opens things
        details.default_requested.connect(self.make_default)
        details.compare_requested.connect(self.compare)
        details.share_requested.connect(self.ask_where_to_share)
        details.remove_requested.connect(self.remove)
        self.comparison.closed.connect(self.show_list)
        self.comparison.row_heard.connect(self.hear)

    def _make_chosen_default(self) -> None:
        model = self.chosen
        if model is not None and not self.model.is_default(model):
            self.make_default(model)

    def _arrange(self) -> None:
        listing = QFrame()
        listing.setObjectName("panel")
        head = QHBoxLayout()
        head.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, 0)
        head.addWidget(label(tr("Models"), "heading"))
        head.addStretch(1)
        head.addWidget(self.table_export)
        head.addWidget(self.add_button)
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(UNIT)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(listing)
        splitter.addWidget(self.details)
        splitter.setSizes([25 * UNIT, 45 * UNIT])
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 2)
        listing.setMinimumHeight(15 * UNIT)
        self.details.setMinimumHeight(22 * UNIT)
        plain = QWidget()
        column = QVBoxLayout(plain)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.saver)
        column.addWidget(splitter, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(plain)
        self.stack.addWidget(self.comparison)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, UNIT, UNIT, 0)
        whole.addWidget(self.stack)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
