"""Help › Check for updates: asks once, when it is chosen, and tells the answer as a notice."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from core import __version__
from core.jobs.updates import Release, newest_release
from core.language import tr
from desktop.tasks import Task, TaskRunner
from desktop.widgets.notices import NoticeBar
from resources import resource_path

ADDRESS_FILE = "updates.txt"
"""Among the resources of a released program: the address of the file that names the newest version."""


def updates_address(path: Path | None = None) -> str:
    """Return the address to ask; empty where this program was not released, and there is nothing to ask."""
    try:
        address = (path or resource_path(ADDRESS_FILE)).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return address if urlsplit(address).scheme in ("http", "https") else ""


class UpdateCheck(QObject):
    """One question at a time, in a worker: an address that does not answer holds up nothing."""

    def __init__(
        self, runner: TaskRunner, notices: NoticeBar, address: str, *, open_page: Callable[[QUrl], object] | None = None
    ) -> None:
        super().__init__(notices)
        self._runner = runner
        self._notices = notices
        self._open_page = open_page or QDesktopServices.openUrl
        self.address = address
        self._task: Task | None = None

    def ask(self) -> None:
        """Ask for the newest version, unless a check is running or no address is known."""
        if self._task is not None or not self.address:
            return
        task = self._task = self._runner.run(newest_release, self.address)
        task.succeeded.connect(self._tell)
        task.failed.connect(self._tell_failure)
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._end)

    def _tell(self, release: Release) -> None:
        if not release.is_newer:
            self._notices.show_info(tr("This is the newest version, {version}.", version=__version__))
            return

        def open_page() -> None:
            self._open_page(QUrl(release.page))

        text = tr("Groovescope {version} is available. This is {own}.", version=release.version, own=__version__)
        self._notices.show_info(text, (tr("Open page"), open_page))

    def _tell_failure(self, error: Exception) -> None:
        self._notices.show_failure(tr("No check for updates"), error)

    def _end(self) -> None:
        self._task = None
