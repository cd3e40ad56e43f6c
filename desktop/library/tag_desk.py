"""Writing of tags: the preview, one task at a time, and how it went."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from core.jobs import tags as tag_jobs
from core.language import tr
from desktop.library.failures import counted_files
from desktop.tasks import Task, TaskRunner
from desktop.widgets.notices import Notice, NoticeBar

if TYPE_CHECKING:
    from core.library.tagging import TagChange, TagOutcome
    from desktop.library.controller import LibraryController
    from desktop.library.tag_panel import TagPanel
    from desktop.library.view import LibraryView

BUSY = tr("Tags are being written. Wait until that has finished.")


class TagDesk(QObject):
    """Plans, writes and restores tags of the selected tracks. What arrives of an earlier question is dropped."""

    def __init__(
        self,
        view: "LibraryView",
        controller: "LibraryController",
        runner: TaskRunner,
        notices: NoticeBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._controller = controller
        self._runner = runner
        self._notices = notices
        self._task: Task | None = None
        self._is_writing = False
        self._ids: list[int] = []
        panel = self.panel
        panel.write_requested.connect(self.write)
        panel.undo_requested.connect(self.restore)
        panel.closed.connect(self.close)
        controller.opened.connect(self.close)

    @property
    def is_busy(self) -> bool:
        """Whether tags are being read, written or restored."""
        return self._task is not None

    @property
    def panel(self) -> "TagPanel":
        """The preview."""
        return self._view.tags

    def preview(self, ids: Sequence[int]) -> None:
        """Show what would change in the files of tracks."""
        if self._is_writing:
            self._notices.show_info(BUSY)
            return
        if self._controller.catalogue is None or not len(ids):
            return
        self._stop()
        self._ids = list(map(int, ids))
        self._run(tr("Reading tags"), tag_jobs.plan_tags, self._show_plan, self._ids)

    def write(self, changes: "Sequence[TagChange]") -> None:
        """Write what the preview shows."""
        self._is_writing = True
        self._run(tr("Writing tags"), tag_jobs.write_tags, self._tell_written, list(changes))

    def restore(self) -> None:
        """Take back what was written last."""
        if self._is_writing:
            self._notices.show_info(BUSY)
            return
        if self._controller.catalogue is None:
            return
        self._stop()
        self._is_writing = True
        self._run(tr("Restoring tags"), tag_jobs.undo_tags, self._tell_restored)

    def close(self) -> None:
        """Hide the preview; what is being written is finished with the file that it is at."""
        self._stop()
        self.panel.hide()

    def _run(self, text: str, job: Callable[..., Any], then: Callable[[Any], None], *arguments: Any) -> None:
        path = self._path
        task = self._task = self._runner.run(job, path, *arguments)
        self.panel.show_busy(f"{text}…")
        task.progressed.connect(lambda _fraction, said, _left: self._say(task, said))
        task.succeeded.connect(lambda answer: self._end(task, lambda: then(answer)))
        task.failed.connect(lambda error: self._end(task, lambda: self._tell_failure(error)))
        task.cancelled.connect(lambda: self._end(task, self._tell_cancelled))

    @property
    def _path(self) -> Path:
        catalogue = self._controller.catalogue
        assert catalogue is not None
        return catalogue.path

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            if not self._is_writing:
                self._task = None

    def _say(self, task: Task, text: str) -> None:
        if task is self._task and text:
            self.panel.show_busy(text)

    def _end(self, task: Task, then: Callable[[], None]) -> None:
        if task is self._task:
            self._task = None
            self._is_writing = False
            then()

    def _show_plan(self, answer: "tuple[list[TagChange], int]") -> None:
        self.panel.show_plan(*answer)

    def _tell_written(self, outcome: "TagOutcome") -> None:
        if outcome.n_done:
            text = tr("Tags of {files} written.", files=counted_files(outcome.n_done))
            self._notices.add(Notice("info", text, action=(tr("Undo"), self.restore)))
        failed = tr("{files} could not be written.", files=counted_files(len(outcome.problems)))
        self._tell_problems(outcome, failed)

    def _tell_restored(self, outcome: "TagOutcome") -> None:
        if outcome.n_done:
            self._notices.show_info(tr("Tags of {files} restored.", files=counted_files(outcome.n_done)))
        failed = tr("{files} could not be restored.", files=counted_files(len(outcome.problems)))
        self._tell_problems(outcome, failed)

    def _tell_problems(self, outcome: "TagOutcome", what: str) -> None:
        """Say what went wrong; else the preview has done its work."""
        if outcome.problems:
            text = f"{what} {outcome.problems[0]}"
            self._notices.add(Notice("warning", text, "\n".join(outcome.problems)))
            self.preview(self._ids)
        else:
            self.panel.hide()

    def _tell_failure(self, error: Exception) -> None:
        self.panel.hide()
        self._notices.show_failure(tr("The tags could not be read or written"), error)

    def _tell_cancelled(self) -> None:
        self.panel.hide()
        self._notices.show_info(tr("Stopped. Files that were written can be restored with Library › Restore tags."))
