"""Asks a worker why the open clip has its genre, and drops the answers to former questions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from core.jobs import clip_reasons
from desktop.clip.controller import ClipController, describe
from desktop.clip.genre import GenrePanel
from desktop.tasks import Task, TaskRunner


class WhyDesk(QObject):
    """Between the genre panel, which asks, and the worker, which answers."""

    def __init__(
        self, runner: TaskRunner, controller: ClipController, panel: GenrePanel, library: Callable[[], Path]
    ) -> None:
        super().__init__(panel)
        self._runner = runner
        self._controller = controller
        self._panel = panel
        self._library = library
        self._task: Task | None = None
        panel.why_wanted.connect(self.ask)

    def ask(self, at: float | None) -> None:
        """Find reasons for the whole piece, or for the window around a time in seconds."""
        self.stop()
        found = self._controller.found
        if found is None or found.genre is None:
            return
        source = found.preview.source
        task = self._task = self._runner.run(
            clip_reasons.explain, found.genre.windows, source.duration, self._controller.model, at, self._library(),
            source.content_id,
        )  # fmt: skip
        task.succeeded.connect(lambda explained: self._take(task, explained))
        task.failed.connect(lambda error: self._take_failure(task, error))

    def stop(self) -> None:
        """Forget what was asked."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _take(self, task: Task, explained: Any) -> None:
        if task is self._task:
            self._task = None
            self._panel.reasons.show_explained(explained)

    def _take_failure(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self._panel.reasons.show_message(describe(error, self._controller.path))
