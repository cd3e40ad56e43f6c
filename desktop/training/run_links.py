"""What a run has left on disk, one click away: its report and its folder."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.language import tr
from core.training.run_folder import REPORT
from desktop.widgets.basic import push_button
from desktop.widgets.notices import NoticeBar
from desktop.widgets.theme import UNIT


class RunLinks(QWidget):
    """Two links, shown while there is a finished run; further widgets can stand on their right."""

    def __init__(self, notices: NoticeBar, *others: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._folder: Path | None = None
        self.report_button = push_button(tr("Open report"), lambda: self._open(REPORT), "link")
        self.folder_button = push_button(tr("Show run folder"), lambda: self._open(""), "link")
        line = QHBoxLayout(self)
        line.setContentsMargins(UNIT, 0, UNIT, UNIT // 2)
        line.addWidget(self.report_button)
        line.addWidget(self.folder_button)
        line.addStretch(1)
        for other in others:
            line.addWidget(other)
        self.show_folder(None)

    def show_folder(self, folder: Path | None) -> None:
        """Lead to the folder of a run, and to its report once it has one; None hides both links."""
        self._folder = folder
        self.folder_button.setVisible(folder is not None)
        self.report_button.setVisible(folder is not None and (folder / REPORT).exists())

    def _open(self, name: str) -> None:
        if self._folder is None:
            return
        path = self._folder / name
        if not path.exists():
            self._notices.show_error(tr("{name} no longer exists.", name=path.name))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._notices.show_info(tr("No application opens this file type. It is saved in {path}.", path=path))
