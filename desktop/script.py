"""What the hidden options of the window do: open, wait, write, quit. For this project's tests and tools."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from core.errors import reason_for
from core.jobs import clip as clip_jobs
from desktop.main_window import MainWindow
from desktop.tasks import TaskRunner


class Script(QObject):
    """Waits for the analysis of the clip given on the command line, writes its tables if asked to, and quits."""

    def __init__(self, window: MainWindow, runner: TaskRunner, tables: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._tables = tables
        self.exit_code: int | None = None
        window.controller.analysis_ready.connect(self._take_analysis)
        window.controller.failed.connect(self._fail)
        window.controller.cancelled.connect(lambda: self._fail("Analysis cancelled."))

    def _take_analysis(self, analysis: object) -> None:
        if self._tables is None:
            self._quit(0)
            return
        task = self._runner.run(clip_jobs.write_tables, analysis, self._tables)
        task.succeeded.connect(lambda _: self._quit(0))
        task.failed.connect(lambda error: self._fail(f"The tables could not be written: {reason_for(error)}"))

    def _fail(self, text: str) -> None:
        sys.stderr.write(f"error: {text}\n")
        self._quit(1)

    def _quit(self, code: int) -> None:
        if self.exit_code is None:
            self.exit_code = code
        self._window.close()
        QCoreApplication.exit(self.exit_code)
