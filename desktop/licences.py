"""The licences of the program and its parts in a window of their own, from the files that it ships with."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from core.language import tr
from desktop.widgets.basic import SearchField, label
from desktop.widgets.theme import UNIT
from resources import resource_path

FOLDER: Final = resource_path("").parent
NOTICES: Final = "THIRD-PARTY-NOTICES.txt"
LICENCE: Final = "LICENSE"
RULE: Final = "=" * 80
"""Stands above and below the name of each part in the notices; tools/release/notices.py writes it."""

FROM_SOURCES: Final = tr(
    "This is Groovescope from its source code. The packages of its environment carry their licences "
    "in folders of their own there; a program that is built from it lists them all here."
)


class LicencesWindow(QWidget):
    """The parts at the left, the licence of the chosen one at the right, and a field that finds parts and words.

    Parameters
    ----------
    folder
        Where the notices and the program's own licence are.
    """

    def __init__(self, folder: Path = FOLDER, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licences"))
        self._texts = read_licences(folder)
        self.parts = QListWidget()
        self.parts.setAccessibleName(tr("Parts of the program"))
        self.parts.setFrameShape(QFrame.Shape.NoFrame)
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.setSpacing(UNIT // 4)
        self.parts.addItems([title for title, _ in self._texts])
        self.page = QPlainTextEdit()
        self.page.setAccessibleName(tr("Licence"))
        self.page.setReadOnly(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.page.document().setDocumentMargin(2 * UNIT)
        self.field = SearchField()
        self.field.setPlaceholderText(tr("Find in all licences"))
        self.field.setAccessibleName(tr("Find in all licences"))
        self.found = label("", "muted")
        self._arrange()
        self.parts.currentRowChanged.connect(self._show_part)
        self.field.returnPressed.connect(self.find_text)
        self.field.textEdited.connect(lambda _: self.found.clear())
        QShortcut(QKeySequence.StandardKey.Find, self, self.field.setFocus)
        QShortcut(QKeySequence.StandardKey.FindNext, self, self.find_text)
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.parts.setCurrentRow(0)
        self.resize(124 * UNIT, 94 * UNIT)

    def find_text(self) -> None:
        """Go to the next place of the text in the field, in whichever part it is, and from the last to the first."""
        text, row = self.field.text(), self.parts.currentRow()
        if not text or self.page.find(text):
            return
        wanted = text.casefold()
        order = [(row + 1 + step) % len(self._texts) for step in range(len(self._texts))]
        found = next((one for one in order if wanted in "\n".join(self._texts[one]).casefold()), None)
        if found is None:
            self.found.setText(tr("Not found"))
            return
        self.parts.setCurrentRow(found)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self.page.find(text, QTextDocument.FindFlag(0))

    def _show_part(self, row: int) -> None:
        self.page.setPlainText(self._texts[row][1])

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        bar.setSpacing(UNIT)
        bar.addStretch(1)
        bar.addWidget(self.found)
        self.field.setFixedWidth(36 * UNIT)
        bar.addWidget(self.field)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.parts)
        halves.addWidget(self.page)
        halves.setStretchFactor(1, 1)
        halves.setSizes([36 * UNIT, 88 * UNIT])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(halves, 1)


def read_licences(folder: Path = FOLDER) -> list[tuple[str, str]]:
    """Return the names of all parts and their texts: the program itself first, what it is made of after it."""
    own = _read(folder / LICENCE) or "MIT"
    notices = _read(folder / NOTICES)
    if not notices:
        return [(tr("Groovescope"), f"{FROM_SOURCES}\n\n{own}")]
    head, *blocks = notices.split(f"{RULE}\n")
    parts = [(title.strip(), text.strip()) for title, text in zip(blocks[::2], blocks[1::2], strict=False)]
    return [(tr("Groovescope"), f"{head.strip()}\n\n\n{own}"), *parts]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
