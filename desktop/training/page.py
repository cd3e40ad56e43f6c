"""The training tab: the column of steps, the step in front, and the strip of the one task that runs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.language import tr
from core.model_file.container import SUFFIX as MODEL_SUFFIX
from desktop.late_page import LatePage, ModuleImporter
from desktop.opening import first_folder, folder_of
from desktop.settings import FOLDER, OUTPUT, VOLUME, Settings
from desktop.tasks import Task, TaskRunner
from desktop.threads import ThreadWorkers, call
from desktop.widgets.basic import scroll_area
from desktop.widgets.notices import NoticeBar
from desktop.widgets.status import ProgressStrip, StripWords
from desktop.widgets.theme import LIGHT, Theme

if TYPE_CHECKING:
    from core.training.fitters import Fitters
    from desktop.playback.audition import Audition
    from desktop.training.provenance import ProvenanceLine
    from desktop.training.runs.offer import ResumeOffer
    from desktop.training.session import TrainingSession
    from desktop.training.step import Step
    from desktop.training.step_list import StepList
    from desktop.widgets.state_page import StatePage

HINTS: Final = {
    "data": tr("Remedies can be undone · Alt+1 to Alt+7: steps"),
    "explore": tr("Double-click a row: play · Double-click a column: draw · Click the map: play · Space: pause"),
    "baselines": tr("Select a row: scores explained · Esc: stop (finished fits are kept)"),
    "search": tr("Esc: stop (the search resumes where it was)"),
    "evaluation": tr("Open a cell: its rows · Why?: reasons for and against each class"),
    "runs": tr("Double-click: open · Several rows: compare · Drop a run folder to open it"),
    "models": tr("Return: make default · Drop a model file to add it"),
}
NO_DATA_HINT: Final = tr("Drop a table of features or a folder of classes · Alt+1 to Alt+7: steps")


def is_for_training(paths: Sequence[Path]) -> bool:
    """Return whether files are tables or models, which are of no use elsewhere; a plain text may be anything."""
    from core.dataset.tables import PLAIN_TABLES

    return bool(paths) and all(path.suffix.casefold() in (MODEL_SUFFIX, *PLAIN_TABLES) for path in paths)


LIBRARIES_OF_FITS: Final = (
    "scipy.stats", "sklearn.model_selection", "sklearn.pipeline", "sklearn.preprocessing", "sklearn.ensemble",
    "sklearn.neural_network", "sklearn.svm", "sklearn.metrics", "sklearn.calibration",
    "core.search.search", "core.training.train",
)  # fmt: skip
"""What the first fit needs, imported once the page is built."""


class TrainingPage(LatePage):
    """The steps from data to a model and its runs, and the strip of the task that runs."""

    name = tr("Training")
    needed_modules = (
        "desktop.playback.audition", "desktop.training.session", "desktop.training.steps", "desktop.widgets.state_page",
    )  # fmt: skip
    drop_text = tr("Drop a table of features, a folder of classes, a run folder or a model file")

    sound_started = Signal()
    imported = Signal()
    """What the first fit needs has been imported."""
    model_chosen = Signal(str)
    """Another model says the genres of clips; its file's name in the store, empty for the shipped one."""

    session: "TrainingSession"
    step_list: "StepList"
    audition: "Audition"
    state: "StatePage"
    provenance: "ProvenanceLine"
    offer: "ResumeOffer"

    def __init__(
        self,
        runner: TaskRunner,
        settings: Settings,
        notices: NoticeBar,
        parent: QWidget | None = None,
        fitters: "Fitters | None" = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._settings = settings
        self._notices = notices
        self._fitters = fitters
        self._theme = LIGHT
        self.current = "data"
        self.steps: dict[str, Step] = {}
        self.strip = ProgressStrip(
            StripWords(tr("Progress of the training"), tr("Cancel"), tr("Stop what is running (Esc)"))
        )
        self.strip.hide()
        # One thread, since opening a file on a drive that sleeps takes seconds; not a process, which may be analysing.
        self._openers = TaskRunner(ThreadWorkers(1, "groovescope-opener"), self)
        self._opening: Task | None = None
        self._importer = ModuleImporter(LIBRARIES_OF_FITS, self)
        self._importer.finished.connect(self.imported)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    # --- what the window asks --------------------------------------------------------------------------------------

    def title(self) -> str:
        dataset = self.session.dataset if self.is_built else None
        return "" if dataset is None else dataset.name

    def hint(self) -> str:
        if not self.is_built:
            return ""
        needs_data = self.session.answer is None and self.current not in ("models", "runs")
        return NO_DATA_HINT if needs_data else HINTS[self.current]

    def abilities(self) -> frozenset[str]:
        if not self.is_built:
            return frozenset()
        has_sound = self.audition.track_id is not None
        return frozenset({"training"} | ({"sound"} if has_sound else set()))

    def enter(self) -> None:
        self.when_built(self._take_sound_settings)

    def _take_sound_settings(self) -> None:
        self.audition.set_volume(self._settings.get(VOLUME))
        self.audition.player.set_device(self._settings.get(OUTPUT))

    def take_drop(self, paths: Sequence[Path]) -> None:
        self.when_built(lambda: self._take_drop(paths))

    def _take_drop(self, paths: Sequence[Path]) -> None:
        from core.training.runs import is_run_folder

        if all(path.suffix.casefold() == MODEL_SUFFIX for path in paths):
            self.show_step("models")
        elif len(paths) == 1 and is_run_folder(paths[0]):
            self.show_step("runs")
        if not self.steps[self.current].take_drop(paths):
            self.show_step("data")
            self.steps["data"].take_drop(paths)

    def toggle_play(self) -> None:
        self._opening = None
        if self.audition.is_playing:
            self.audition.pause()
        elif self.audition.track_id is not None:
            self.sound_started.emit()
            self.audition.player.play()

    def skip(self, seconds: float) -> None:
        self.audition.skip(seconds)

    def fall_silent(self) -> None:
        self._opening = None
        if self.is_built:
            self.audition.pause()

    def escape(self) -> None:
        if self.is_built and self.session.is_busy:
            self.session.cancel()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.is_built:
            self.step_list.set_theme(theme)
            self.state.set_theme(theme)
            self.audition.set_theme(theme)
            for step in self.steps.values():
                step.set_theme(theme)

    @property
    def is_importing(self) -> bool:
        """Whether the libraries of the first fit are still being imported."""
        return self._importer.isRunning()

    def remember(self, settings: Settings) -> None:
        self.end_loading()
        self._importer.wait()
        self._openers.shutdown()
        if self.is_built:
            self.audition.close_player()
            self.session.shut_down()

    # --- steps -----------------------------------------------------------------------------------------------------

    def show_step(self, key: str) -> None:
        """Bring a step to the front."""
        self.when_built(lambda: self._bring_to_front(key))

    def _bring_to_front(self, key: str) -> None:
        if key not in self.steps:
            return
        self.current = key
        self.step_list.choose(key)
        self._show_current()
        self.steps[key].enter()
        self.changed.emit()

    def _show_current(self) -> None:
        """Show the step in front, or what it still needs."""
        step = self.steps[self.current]
        title, why, way = step.needs()
        if title:
            choices = [] if way is None else [(way[0], lambda: self.show_step(way[1]))]
            self.state.show_state("details", title, why, *choices)
            self._stack.setCurrentWidget(self.state)
        else:
            self._stack.setCurrentWidget(step)
        self.provenance.show_provenance(None if title else step.provenance(), self.session.dataset)

    def _refresh(self) -> None:
        for key, step in self.steps.items():
            self.step_list.buttons[key].set_status(step.status())
        self._show_current()
        self.changed.emit()

    def hear(self, path: Path, name: str) -> None:
        """Play a song of the data from its beginning, once its length is known; only the last one asked for plays."""
        from core.audio.decoding.length import seconds_of

        task = self._opening = self._openers.run(call, seconds_of, path)
        task.succeeded.connect(lambda seconds: self._play(task, path, name, seconds))
        task.failed.connect(lambda problem: self._tell_unheard(task, name, problem))

    def _play(self, task: Task, path: Path, name: str, seconds: float) -> None:
        if task is not self._opening:
            return
        self._opening = None
        self.sound_started.emit()
        self.audition.show()
        self.audition.play(path, path, name, seconds)
        self.changed.emit()

    def _tell_unheard(self, task: Task, name: str, problem: Exception) -> None:
        if task is self._opening:
            self._opening = None
            self._notices.show_failure(tr("{name} cannot be played", name=name), problem)

    # --- building --------------------------------------------------------------------------------------------------

    def show_parts(self) -> None:
        for part in (self.step_list, self.state, self.audition):
            part.set_theme(self._theme)
        self._parts.show()
        self._bring_to_front(self.current)
        self._refresh()
        self._importer.start()

    def build_parts(self) -> Iterator[None]:
        from desktop.playback.audition import Audition
        from desktop.training.provenance import ProvenanceLine
        from desktop.training.runs.offer import ResumeOffer
        from desktop.training.session import TrainingSession
        from desktop.training.step import Host
        from desktop.training.step_list import StepList
        from desktop.training.steps import STEPS
        from desktop.widgets.state_page import StatePage

        self.session = TrainingSession(self._runner, self._settings, self, self._fitters)
        host = Host(self._notices, self._settings, self._open_dialog, self.hear, self.show_step)
        self.step_list = StepList([(one.key, one.title) for one in STEPS])
        self.state = StatePage()
        self.audition = Audition()
        self.audition.hide()
        self.provenance = ProvenanceLine()
        self.offer = ResumeOffer()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.state)
        self._arrange_parts()
        yield
        # Into the window one by one: Qt styles a widget again, and all in it, each time it gets another parent.
        for one in STEPS:
            step = one(self.session, host)
            yield
            self._stack.addWidget(step)
            step.set_theme(self._theme)
            self.steps[one.key] = step
            yield
        self._connect()

    def _arrange_parts(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.offer)
        beside.addWidget(self.provenance)
        # In a small window, as a large one is at 200 %, what does not fit is scrolled to rather than cut off.
        area = scroll_area(self._stack, tr("Training"), horizontal=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setObjectName("clear")
        beside.addWidget(area, 1)
        beside.addWidget(self.audition)
        self._parts = QWidget()
        row = QHBoxLayout(self._parts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._row.spacing())
        row.addWidget(self.step_list)
        row.addLayout(beside, 1)
        self._parts.hide()  # until all of them are there
        self._row.addWidget(self._parts, 1)

    def _connect(self) -> None:
        session = self.session
        self.step_list.chosen.connect(self.show_step)
        self.audition.toggle_requested.connect(self.toggle_play)
        self.strip.cancel_requested.connect(session.cancel)
        session.progressed.connect(self.strip.set_progress)
        session.busy_changed.connect(self._take_busy)
        session.failed.connect(self._notices.show_error)
        session.told.connect(self._notices.show_info)
        session.model_chosen.connect(self.model_chosen)
        for signal in (session.data_changed, session.examined, session.validated, session.searched):
            signal.connect(self._refresh)
        for step in self.steps.values():
            step.changed.connect(self._refresh)
        self._connect_runs()

    def _connect_runs(self) -> None:
        """Offer to go on with what was interrupted, from the first list of runs on."""
        from desktop.training.runs.step import RunsStep

        runs = self.steps["runs"]
        assert isinstance(runs, RunsStep)
        desk, offer = runs.desk, self.offer

        def show_offer() -> None:
            if desk.listing is not None:
                offer.show_listing(desk.listing, busy=self.session.is_busy)

        desk.listed.connect(show_offer)
        self.session.busy_changed.connect(show_offer)
        offer.accepted.connect(desk.resume)
        offer.declined.connect(desk.leave)
        desk.refresh()

    def _take_busy(self) -> None:
        self.strip.setVisible(self.session.is_busy)
        if not self.session.is_busy:
            self.strip.finish()
        self._refresh()

    def _open_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, title, first_folder(self._settings.get(FOLDER)))
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self._settings.put(FOLDER, str(folder_of(Path(names[0])))))
        return dialog
