"""The guide in a window of its own, read from the files that the program ships with; no network is needed."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from core.language import tr
from desktop.widgets.basic import SearchField, label, tool_button
from desktop.widgets.icons import themed_icon
from desktop.widgets.theme import UNIT, Theme
from resources import resource_path

GUIDE: Final = resource_path("").parent / "docs" / "guide.md"
LINE_HEIGHT: Final = 125
"""Per cent of the font's own."""

SETTLES: Final = 150
"""Milliseconds without a change of width after which pictures are scaled again."""

DEEPEST: Final = 3
"""Level of the headings that the list of contents still names."""


class GuideWindow(QWidget):
    """Contents at the left, the text at the right, and a field that finds words in it.

    Parameters
    ----------
    theme
        For the icons; colours come from the application.
    path
        File to show, in Markdown.
    """

    def __init__(self, theme: Theme, path: Path = GUIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Groovescope guide"))
        self.contents = QListWidget()
        self.contents.setAccessibleName(tr("Contents"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setSpacing(UNIT // 4)
        self.page = GuidePage()
        self.field = SearchField()
        self.field.setPlaceholderText(tr("Find in the guide"))
        self.field.setAccessibleName(tr("Find in the guide"))
        self.found = label("", "muted")
        self.back = tool_button(tr("Back"), self.page.backward)
        self.forward = tool_button(tr("Forward"), self.page.forward)
        self.back.setIcon(themed_icon("back", theme))
        self.forward.setIcon(themed_icon("forward", theme))
        self._arrange()
        self._connect()
        self.page.setSource(QUrl.fromLocalFile(str(path)), QTextDocument.ResourceType.MarkdownResource)
        self.resize(124 * UNIT, 94 * UNIT)
        self.page.setFocus()

    def find_text(self, *, backward: bool = False) -> None:
        """Go to the next place of the text in the field, from the start again after the last one."""
        text = self.field.text()
        if not text:
            self.found.clear()
            return
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if not self.page.find(text, flags):
            end = QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start
            self.page.moveCursor(end)
            if not self.page.find(text, flags):
                self.found.setText(tr("Not found"))
                return
        self.found.clear()

    def _restart(self) -> None:
        """Look from the start of what is selected, so that typing goes on in the same place."""
        cursor = self.page.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.page.setTextCursor(cursor)
        self.find_text()

    def _list_contents(self) -> None:
        self.contents.clear()
        block: QTextBlock = self.page.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if 1 < level <= DEEPEST:
                item = QListWidgetItem("    " * (level - 2) + block.text())
                item.setData(CONTENT_POSITION, block.position())
                self.contents.addItem(item)
            block = block.next()
        self.contents.setVisible(self.contents.count() > 0)

    def _go_to(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.page.show_position(int(item.data(CONTENT_POSITION)))

    def _connect(self) -> None:
        self.page.sourceChanged.connect(self._list_contents)
        self.page.backwardAvailable.connect(self.back.setEnabled)
        self.page.forwardAvailable.connect(self.forward.setEnabled)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)
        self.contents.currentItemChanged.connect(self._go_to)
        self.contents.itemClicked.connect(self._go_to)
        self.field.textEdited.connect(self._restart)
        self.field.returnPressed.connect(self.find_text)
        QShortcut(QKeySequence.StandardKey.Find, self, self.field.setFocus)
        QShortcut(QKeySequence.StandardKey.FindNext, self, self.find_text)
        QShortcut(QKeySequence.StandardKey.FindPrevious, self, lambda: self.find_text(backward=True))
        QShortcut(QKeySequence.StandardKey.Back, self, self.page.backward)
        QShortcut(QKeySequence("Esc"), self, self.close)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        bar.setSpacing(UNIT)
        for button in (self.back, self.forward):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.found)
        self.field.setFixedWidth(36 * UNIT)
        bar.addWidget(self.field)
        halves = QSplitter()
        halves.addWidget(self.contents)
        halves.addWidget(self.page)
        halves.setStretchFactor(1, 1)
        halves.setSizes([32 * UNIT, 92 * UNIT])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(halves, 1)


CONTENT_POSITION: Final = 0x0100
"""Role of an item of the contents: where its heading is in the document (Qt's first role for users)."""


class GuidePage(QTextBrowser):
    """A page of Markdown whose pictures are as wide as there is room, and whose addresses open in the browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Guide"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.document().setDocumentMargin(3 * UNIT)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.sourceChanged.connect(self._space)
        self._resized = QTimer(self, singleShot=True, interval=SETTLES)
        self._resized.timeout.connect(self._load_again)

    def show_position(self, position: int) -> None:
        """Put the cursor at a place of the document, and bring that to the top."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._scroll_to(position)

    def _scroll_to(self, position: int) -> None:
        document = self.document()
        document.documentLayout().frameBoundingRect(document.rootFrame())  # finishes the layout, which Qt does in steps
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - UNIT if position else 0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture no wider than the page; everything else as it is."""
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        image = QImage.fromData(found) if isinstance(found, QByteArray) else found
        width = self._room()
        if not isinstance(image, QImage) or image.isNull() or image.width() <= width:
            return image
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaledToWidth(min(round(width * ratio), image.width()), smooth)
        image.setDevicePixelRatio(image.width() / width)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._resized.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._load_again()

    def _room(self) -> int:
        return max(self.viewport().width() - 2 * round(self.document().documentMargin()) - UNIT, 10 * UNIT)

    def _load_again(self) -> None:
        """Load the page again where it is, with pictures of the present width and links in the present colours."""
        if self.source().isEmpty():
            return
        top = self.cursorForPosition(QPoint(0, 0)).position() if self.verticalScrollBar().value() else 0
        anchor, position = self.textCursor().anchor(), self.textCursor().position()
        self.reload()
        self._space()
        cursor = QTextCursor(self.document())
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._scroll_to(top)
        if cursor.hasSelection():
            self.ensureCursorVisible()

    def _space(self) -> None:
        """Give lines more height than Markdown does, and headings room above."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # one layout for all changes
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if form.headingLevel() > 1:
                form.setTopMargin(3 * UNIT)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            block = block.next()
        cursor.endEditBlock()

    def _follow(self, address: QUrl) -> None:
        target = self.source().resolved(address)
        if not target.isLocalFile():
            QDesktopServices.openUrl(target)
        elif Path(target.toLocalFile()).suffix == ".md":
            self.setSource(target, QTextDocument.ResourceType.MarkdownResource)
