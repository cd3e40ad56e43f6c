"""The first step: training data, the meaning of its columns, and the doctor's findings."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget, QVBoxLayout, QWidget

from core.dataset.finding import Finding
from core.dataset.splitting import USUAL, split_remedy
from core.dataset.tables import TABLES
from core.doctor.folds import NO_GROUPS, folds_for
from core.jobs.data import DataAnswer, DataRequest, make_demo, request_from_json, request_to_json
from core.language import tr
from core.training.protocols import SEED
from desktop.settings import LIBRARY, RECENT_DATA
from desktop.training.data.doctor_panel import DoctorPanel
from desktop.training.data.feature_choice import remember_recipe, remembered_recipe
from desktop.training.data.form import DataForm, recent_text
from desktop.training.frames import panel, split
from desktop.training.one_task import Activity
from desktop.training.session import TrainingSession
from desktop.training.step import Host, Step
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import UNIT, Theme

MOST_RECENT: Final = 8
DEMO: Final = tr("demo songs")
RECENT: Final = tr("Recent…")
INVITATION: Final = tr(
    "A table of features with a label in each row (CSV, Parquet), or a folder with a subfolder for "
    "each class. The doctor then looks for copies, columns that reveal the source and other faults."
)


class DataStep(Step):
    """Without data: an invitation. With data: the form and the doctor's findings side by side."""

    key = "data"
    title = tr("Data")

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self.state = StatePage()
        self.form = DataForm(host.open_dialog)
        self.doctor = DoctorPanel(host.open_dialog)
        self.trouble = StatePage()
        self._beside = QStackedWidget()
        self._beside.addWidget(self.doctor)
        self._beside.addWidget(panel(self.trouble))
        self.splitter = split(Qt.Orientation.Horizontal, self.form, self._beside, (42, 78))
        self.form.setMinimumWidth(32 * UNIT)
        self.doctor.setMinimumWidth(36 * UNIT)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.state)
        self.stack.addWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, UNIT, 0)
        column.addWidget(self.stack)
        self._connect()
        self._show_data()

    def status(self) -> str:
        dataset = self.session.dataset
        if dataset is None:
            return self.session.busy_with if self.session.activity is Activity.READING else ""
        findings = self.session.findings
        warnings = 0 if findings is None else sum(one.severity != "note" for one in findings)
        rows = tr("{n_rows:,} rows", n_rows=len(dataset))
        if not warnings:
            return rows
        said = tr("1 warning") if warnings == 1 else tr("{n} warnings", n=warnings)
        return f"{rows}, {said}"

    def take_drop(self, paths: Sequence[Path]) -> bool:
        if len(paths) != 1:
            self.host.notices.show_warning(tr("Drop one table or one folder with a subfolder for each class."))
            return True
        self.open(paths[0])
        return True

    def open(self, path: Path) -> None:
        """Read a table or a folder."""
        if path.is_dir():
            self._read(DataRequest("folder", path, recipe=remembered_recipe(self.host.settings)))
        else:
            self._read(DataRequest("table", path))

    def open_library(self) -> None:
        """Learn from the labels that were given to tracks of the library."""
        from core.library import default_catalogue_path

        chosen = self.host.settings.get(LIBRARY)
        path = Path(chosen) if chosen else default_catalogue_path()
        if path.exists():
            self._read(DataRequest("library", path, recipe=remembered_recipe(self.host.settings)))
        else:
            self.host.notices.show_warning(tr("The library is empty. Add music and label tracks first."))

    def open_demo(self) -> None:
        """Make the demo songs, if that was not done, and open them."""
        if self._is_busy():
            return
        folder = user_cache_path("groovescope", appauthor=False) / DEMO
        self.session.run_in_process(Activity.READING, tr("Reading the demo songs"), self.open, make_demo, folder)

    def _read(self, request: DataRequest) -> None:
        if not self._is_busy():
            self.session.read(request)
            self._show_data()

    def _is_busy(self) -> bool:
        """Return whether another task runs; if so, a notice says which."""
        if self.session.is_busy:
            self.host.notices.show_warning(tr("“{task}” is running. Cancel it first.", task=self.session.busy_with))
        return self.session.is_busy

    @property
    def recent(self) -> list[DataRequest]:
        """Data that were open before, the newest first; whether they are still there shows when they are read."""
        found = (request_from_json(one) for one in self.host.settings.get(RECENT_DATA))
        return [one for one in found if one is not None]

    def _remember(self) -> None:
        """Put the data that are open first in the list of recent ones."""
        answer = self.session.answer
        if answer is None or answer.dataset is None:
            return
        if answer.request.kind != "table":
            remember_recipe(self.host.settings, answer.request.recipe)
        others = [one for one in self.recent if (one.kind, one.path) != (answer.request.kind, answer.request.path)]
        kept = [answer.request, *others][:MOST_RECENT]
        self.host.settings.put(RECENT_DATA, tuple(request_to_json(one) for one in kept))
        self.form.show_recent([one for one in kept if one.path != answer.request.path])

    def show_recent_menu(self) -> None:
        """Open the list of recent data below its button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for request in self.recent:
            menu.addAction(recent_text(request), partial(self._read, request))
        button = next((one for one in self.state.buttons if one.text() == RECENT), self.state)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def ask_for_table(self) -> None:
        """Open a dialog for a table."""
        dialog = self.host.open_dialog(tr("Open table"), QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in TABLES)
        dialog.setNameFilters([tr("Tables ({patterns})", patterns=patterns), tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def ask_for_folder(self) -> None:
        """Open a dialog for a folder of classes."""
        dialog = self.host.open_dialog(tr("Open folder of classes"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (self.state, self.form, self.doctor, self.trouble):
            part.set_theme(theme)

    def hear(self, row: int) -> None:
        """Play a song of the data."""
        dataset = self.session.dataset
        if dataset is None:
            return
        location, name = dataset.locations[row], dataset.row_names[row]
        if location is None:
            self.host.notices.show_info(tr("No audio for {name}: the data is a table of numbers.", name=name))
        else:
            self.host.hear(Path(location), name)

    def _make_split(self) -> None:
        if self.session.dataset is not None:
            self.session.apply(split_remedy(self.session.dataset, USUAL, SEED))

    def _connect(self) -> None:
        session, form, doctor = self.session, self.form, self.doctor
        session.data_changed.connect(self._show_data)
        session.data_changed.connect(self._remember)
        form.recent_chosen.connect(self._read)
        session.examined.connect(self._show_findings)
        session.busy_changed.connect(self._take_busy)
        form.request_changed.connect(self._read)
        form.columns_chosen.connect(session.choose_columns)
        form.split_requested.connect(self._make_split)
        form.split_dropped.connect(session.undo)
        form.open_table_requested.connect(self.ask_for_table)
        form.open_folder_requested.connect(self.ask_for_folder)
        form.open_library_requested.connect(self.open_library)
        form.close_requested.connect(session.close_data)
        form.groups_table_requested.connect(
            lambda: form.ask_for_groups_table(
                self.host.open_dialog(tr("Open table of groups"), QFileDialog.FileMode.ExistingFile)
            )
        )
        doctor.remedy_chosen.connect(session.apply)
        doctor.undo_requested.connect(session.undo)
        doctor.examine_requested.connect(session.examine)
        doctor.skip_requested.connect(session.cancel)
        doctor.row_heard.connect(self.hear)

    def _show_data(self) -> None:
        answer = self.session.answer
        if answer is not None:
            self.form.show_data(answer, self.session.dataset)
            self._show_trouble(answer)
            self.stack.setCurrentWidget(self.splitter)
            return
        if self.session.activity is Activity.READING:
            self.state.show_state("open", self.session.busy_with, tr("Progress is shown below."))
        else:
            self.state.show_state(
                "open", tr("Drop a table or a folder"), INVITATION, (tr("Open table"), self.ask_for_table),
                (tr("Open folder"), self.ask_for_folder), (tr("From the library"), self.open_library),
                (tr("Demo songs"), self.open_demo), *([(RECENT, self.show_recent_menu)] if self.recent else []),
                is_target=True,
            )  # fmt: skip
        self.stack.setCurrentWidget(self.state)

    def _show_trouble(self, answer: DataAnswer) -> None:
        """In the doctor's place, why the data cannot be used as they are."""
        self._beside.setCurrentIndex(1 if answer.problem else 0)
        if not answer.problem:
            return
        without = replace(answer.request, left_out=(*answer.request.left_out, *answer.obstacles))
        named = (
            answer.obstacles[0]
            if len(answer.obstacles) == 1
            else tr("{n_columns} columns", n_columns=len(answer.obstacles))
        )
        ways = [(tr("Leave out {named}", named=named), lambda: self._read(without))] if answer.obstacles else []
        several = (
            tr(" Columns affected: {obstacles}.", obstacles=", ".join(answer.obstacles))
            if len(answer.obstacles) > 1
            else ""
        )
        said = f"{answer.problem}{several}"
        self.trouble.show_state("error", tr("Data cannot be used yet"), said, *ways, is_trouble=True)

    def _show_findings(self) -> None:
        session = self.session
        self.doctor.show_findings(
            session.dataset, session.findings, are_old=session.findings_are_old, busy=session.is_busy,
            examining=session.activity is Activity.EXAMINING, ways=self._ways,
        )  # fmt: skip

    def _ways(self, finding: Finding) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be done about a finding that is no change of the data."""
        answer = self.session.answer
        if finding.key == NO_GROUPS and answer is not None and answer.tables_of_groups:
            path = answer.tables_of_groups[0]
            return [(tr("Use {name}", name=path.name), partial(self.form.use_groups_table, path))]
        n_folds = folds_for(finding)
        return (
            []
            if n_folds is None
            else [(tr("Use {n_folds} folds", n_folds=n_folds), partial(self.session.use_folds, n_folds))]
        )

    def _take_busy(self) -> None:
        busy = self.session.is_busy
        self.form.set_busy(busy)
        self.doctor.set_busy(busy, examining=self.session.activity is Activity.EXAMINING)
        if self.session.answer is None:
            self._show_data()
        elif self.session.findings is None or self.session.activity is Activity.EXAMINING:
            self._show_findings()
