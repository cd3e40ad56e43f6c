"""The last step: the runs on this computer, to be reopened, resumed, compared, named and deleted."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from core.language import tr
from desktop.training.frames import panel, side_by_side, split
from desktop.training.runs.compared import RunsCompared
from desktop.training.runs.desk import RunDesk
from desktop.training.runs.details import RunDetails
from desktop.training.runs.table import WIDTHS, RunModel
from desktop.training.session import TrainingSession
from desktop.training.step import Host, Step
from desktop.widgets.basic import label, push_button
from desktop.widgets.plain_table import plain_table
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.training.runs import Listing, Run

NOTHING: Final = tr("Every training and search is kept here with its settings, from the first fit.")
READING: Final = tr("Reading the list of runs")
MOST_SAID: Final = 3


class RunsStep(Step):
    """The list on the left; on the right one run, or several side by side."""

    key = "runs"
    title = tr("Runs")

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self.desk = RunDesk(session, self)
        self.model = RunModel()
        self.table = plain_table(self.model, tr("Runs"), WIDTHS)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.skipped = label("", "muted", wrap=True)
        self.open_button = push_button(
            tr("Open a run folder…"), self.ask_for_folder, "link", tr("A run that a command wrote with --out")
        )
        self.forget_button = push_button(tr("Remove from list"), self._forget_missing, "link")
        self._to_choose: Path | None = None
        """The folder of a run that the list is to show selected once it holds it."""
        self.details = RunDetails()
        self.compared = RunsCompared()
        self.state = StatePage()
        self.state.show_state("details", READING, "")
        self.stack = QStackedWidget()
        self.beside = QStackedWidget()
        self._arrange()
        self._connect()

    def status(self) -> str:
        listing = self.desk.listing
        count = 0 if listing is None else len(listing.runs)
        return counted_runs(count) if count else ""

    def enter(self) -> None:
        self.desk.refresh()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.state.set_theme(theme)
        self.details.set_theme(theme)

    def take_drop(self, paths: Sequence[Path]) -> bool:
        from core.training.runs import is_run_folder

        if len(paths) != 1 or not is_run_folder(paths[0]):
            return False
        self.desk.open_folder(paths[0])
        return True

    def ask_for_folder(self) -> None:
        """Open a dialog for the folder of a run."""
        dialog = self.host.open_dialog(tr("Open a run folder"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.desk.open_folder(Path(name)))
        dialog.open()

    @property
    def chosen(self) -> "list[Run]":
        """The selected runs, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.runs[row] for row in rows if row < len(self.model.runs)]

    def choose(self, *places: int) -> None:
        """Select runs by their rows."""
        flags = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        selection.clearSelection()
        for place in places:
            selection.select(self.model.index(place, 0), flags.Select | flags.Rows)

    # --- showing ---------------------------------------------------------------------------------------------------

    def _take_listing(self) -> None:
        listing = self.desk.listing
        assert listing is not None
        former = {run.folder for run in self.chosen}
        if self._to_choose is not None and any(run.folder == self._to_choose for run in listing.runs):
            former, self._to_choose = {self._to_choose}, None
        self.model.show_runs(listing.runs)
        places = [place for place, run in enumerate(listing.runs) if run.folder in former]
        if places or listing.runs:
            self.choose(*(places or [0]))
        said = _in_words(listing)
        self.skipped.setText(said)
        self.skipped.setVisible(bool(said))
        self.forget_button.setVisible(bool(listing.missing))
        choices = [(tr("Open a run folder…"), self.ask_for_folder)]
        choices += [(tr("Remove from list"), self._forget_missing)] if listing.missing else []
        self.state.show_state("details", tr("No runs yet"), f"{NOTHING} {said}".strip(), *choices)
        self.stack.setCurrentIndex(1 if listing.runs else 0)
        self._show_chosen()
        self.changed.emit()

    def _show_chosen(self) -> None:
        runs = self.chosen
        if len(runs) > 1:
            self.compared.show_runs(runs)
            self.beside.setCurrentWidget(self.compared)
        elif runs:
            self.details.show_run(runs[0], busy=self.session.is_busy)
            self.beside.setCurrentWidget(self.details)

    # --- doing -----------------------------------------------------------------------------------------------------

    def _take_added(self, folder: Path) -> None:
        self._to_choose = folder

    def _forget_missing(self) -> None:
        if self.desk.listing is not None:
            self.desk.forget(*self.desk.listing.missing)

    def _delete(self, run: "Run") -> None:
        if run.is_elsewhere:
            if self.desk.forget(run.folder):
                self.host.notices.show_info(
                    tr("{title} is no longer in the list. Its folder stays.", title=run.title),
                    (tr("Undo"), lambda: self.desk.point_to(run)),
                )
            return
        aside = self.desk.delete(run)
        if aside is not None:
            self.host.notices.show_info(
                tr("{title} was deleted.", title=run.title), (tr("Undo"), lambda: self.desk.restore(aside, run))
            )

    def _show_folder(self, run: "Run") -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.folder))):
            self.host.notices.show_info(tr("No application opens folders. It is {folder}.", folder=run.folder))

    # --- building --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.beside.addWidget(self.details)
        self.beside.addWidget(self.compared)
        self.forget_button.hide()
        left = panel(self.table, self.skipped, side_by_side(self.open_button, self.forget_button), stretch=self.table)
        self.skipped.setContentsMargins(UNIT, 0, UNIT, UNIT)
        self.stack.addWidget(panel(self.state))
        halves = split(Qt.Orientation.Horizontal, left, panel(self.beside), (66, 66))
        halves.setStretchFactor(0, 1)  # both have tables
        self.stack.addWidget(halves)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, UNIT, UNIT, 0)
        outer.addWidget(self.stack)

    def _connect(self) -> None:
        self.desk.listed.connect(self._take_listing)
        self.desk.added.connect(self._take_added)
        self.desk.opened.connect(self.host.go_to)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.table.doubleClicked.connect(lambda index: self.desk.open(self.model.runs[index.row()]))
        self.session.busy_changed.connect(self._show_chosen)
        self.details.renamed.connect(self.desk.rename)
        self.details.open_requested.connect(self.desk.open)
        self.details.resume_requested.connect(self.desk.resume)
        self.details.delete_requested.connect(self._delete)
        self.details.folder_requested.connect(self._show_folder)


def _in_words(listing: "Listing") -> str:
    """Return in one line what lies among the runs and cannot be shown."""
    gone = [tr("{folder} is no longer there.", folder=folder) for folder in listing.missing]
    all_said = (*gone, *listing.skipped)
    parts = list(all_said[:MOST_SAID])
    if len(all_said) > MOST_SAID:
        parts.append(tr("{n} more cannot be shown.", n=len(all_said) - MOST_SAID))
    if listing.n_older:
        folders = tr("1 folder") if listing.n_older == 1 else tr("{n} folders", n=listing.n_older)
        parts.append(tr("{folders} of earlier versions, without a record, not shown.", folders=folders))
    return " ".join(parts)


def counted_runs(count: int) -> str:
    """Return a number of runs as text."""
    return tr("1 run") if count == 1 else tr("{count:,} runs", count=count)
