"""A program of its own: a window from which files can be dragged. Arguments: a journal, x, y, then the files.

The journal gets a line when the window is there, when a drag begins, and when a target takes it or ceases to.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Drags its files as soon as it is pressed and moved."""

    def __init__(self, journal: Path, files: list[str]) -> None:
        super().__init__("drag me")
        self._journal, self._files = journal, files
        self.setWindowTitle("drag source")
        self.setFixedSize(QSize(120, 120))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(name) for name in self._files])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.actionChanged.connect(lambda action: self.note("no" if action == Qt.DropAction.IgnoreAction else "taken"))
        self.note("begun")
        drag.exec(Qt.DropAction.CopyAction)

    def note(self, line: str) -> None:
        """Append a line to the journal."""
        with self._journal.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    source = Source(Path(sys.argv[1]), sys.argv[4:])
    source.move(int(sys.argv[2]), int(sys.argv[3]))
    source.show()
    QTest.qWaitForWindowExposed(source)
    source.note("shown")
    sys.exit(app.exec())
