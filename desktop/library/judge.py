"""Keeps the genres of the library those of the model in use: after another is chosen, and after a batch."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from core.genre.store import model_path
from core.jobs import library as library_jobs
from core.language import tr
from desktop.settings import MODEL, Settings
from desktop.tasks import Task, TaskRunner
from desktop.widgets.notices import NoticeBar
from desktop.widgets.status import ProgressStrip

if TYPE_CHECKING:
    from core.library import Catalogue
    from core.library.judging import Judged
    from core.messages import Note
    from desktop.library.batch_controller import BatchController
    from desktop.library.controller import LibraryController

WHILE_BATCH_MS: Final = 30_000
"""How often a batch's new tracks are judged while it goes on."""


class GenreJudge(QObject):
    """Classifies tracks again whose genre is another model's, some seconds at a time in a worker process."""

    def __init__(
        self,
        controller: "LibraryController",
        batch: "BatchController",
        runner: TaskRunner,
        notices: NoticeBar,
        strip: ProgressStrip,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller, self._runner, self._settings = controller, runner, settings
        self._notices, self._strip = notices, strip
        self._task: Task | None = None
        self._asks_again = self._is_announced = False
        self._total = self._left = 0
        self._timer = QTimer(self, interval=WHILE_BATCH_MS)
        self._timer.timeout.connect(self.ask)
        batch.started.connect(self._timer.start)
        for ended in (batch.ended, batch.failed):
            ended.connect(self._timer.stop)
            ended.connect(self.ask)
        controller.opened.connect(self.ask)
        strip.cancel_requested.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        """Whether a model is being asked."""
        return self._task is not None

    def use_model(self) -> None:
        """Another model was chosen: the library follows, and a notice says which tracks cannot."""
        self._is_announced = True
        if self._task is not None:
            self._task.cancel()
        self.ask()

    def ask(self) -> None:
        """Classify all tracks whose genre is another model's, if there are any."""
        if self._task is not None:
            self._asks_again = True
            return
        self._total = self._left = 0
        self._ask_next(is_first=True)

    def cancel(self) -> None:
        """Leave the rest until there is another reason to ask."""
        self._asks_again = False
        if self._task is not None:
            self._task.cancel()

    def shut_down(self) -> None:
        """Ask no more; nothing arrives after this."""
        task, self._task, self._asks_again = self._task, None, False
        self._timer.stop()
        if task is not None:
            task.cancel()

    def _ask_next(self, *, is_first: bool) -> None:
        catalogue = self._controller.catalogue
        if catalogue is None or not self._controller.is_editable:
            return
        name = self._settings.get(MODEL)
        task = self._task = self._runner.run(
            library_jobs.judge_library, catalogue.path, model_path(name) if name else None
        )
        if not is_first:  # a library that is judged within some seconds needs no strip that comes and goes
            task.progressed.connect(self._show_progress)
        task.succeeded.connect(lambda answer: self._take(*answer) if task is self._task else None)
        task.failed.connect(lambda error: self._take_failure(error, catalogue) if task is self._task else None)
        task.cancelled.connect(lambda: self._end() if task is self._task else None)

    def _take(self, judged: "Judged", _note: "Note | None") -> None:
        self._task = None
        self._total = max(self._total, judged.n_judged + judged.n_left)
        self._left = judged.n_left
        if judged.n_judged:
            self._controller.refresh()
        if judged.n_left and judged.n_judged:
            self._ask_next(is_first=False)
            return
        if self._is_announced and not self._asks_again and judged.n_deaf:
            self._notices.show_warning(in_words(judged))
        self._end()

    def _take_failure(self, error: Exception, asked: "Catalogue") -> None:
        if asked is self._controller.catalogue:  # else another was opened meanwhile, which waits to be judged itself
            self._asks_again = False
            self._notices.show_failure(tr("Library genres not updated"), error)
        self._end()

    def _show_progress(self, fraction: float, text: str, seconds_left: float) -> None:
        if self._task is None:
            return
        self._strip.show()
        left = self._left * (1 - fraction)  # a slice counts what was left when it began
        self._strip.set_progress(1 - left / max(self._total, 1), text, seconds_left)

    def _end(self) -> None:
        self._task = None
        self._strip.finish()
        self._strip.hide()
        again, self._asks_again = self._asks_again, False
        if again:
            self.ask()
        else:
            self._is_announced = False


def in_words(judged: "Judged") -> str:
    """Which tracks another model cannot hear, for a person."""
    n = judged.n_deaf
    if n == 1:
        return tr(
            "1 track was analysed by an earlier version and keeps its genre. Analyse it again to classify it with "
            "“{title}”.",
            title=judged.title,
        )
    return tr(
        "{n:,} tracks were analysed by an earlier version and keep their genre. Analyse them again to classify them "
        "with “{title}”.",
        n=n,
        title=judged.title,
    )
