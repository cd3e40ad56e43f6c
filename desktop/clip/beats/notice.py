"""A small panel over the lower right corner of the picture: what is going on with the beats, and a proposal to answer.

It lies over the picture and takes no room of it: what is dragged must not move away when a proposal comes.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from core.language import tr
from desktop.widgets.basic import label, push_button
from desktop.widgets.theme import UNIT

PASSING_MS = 8000
"""How long a line stays; a proposal stays until it is answered."""


class BeatNotice(QFrame):
    """One line, with two buttons where it is a proposal.

    Parameters
    ----------
    over : what it lies on
    accept, refuse : called by the buttons
    """

    def __init__(self, over: QWidget, accept: Callable[[], object], refuse: Callable[[], object]) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("beatNotice")
        self.text = label()
        self.accept_button = push_button(tr("Accept (Return)"), accept, tip=tr("Take the proposed beats"))
        self.refuse_button = push_button(tr("Refuse (Esc)"), refuse, tip=tr("Keep the beats as they are"))
        self._passing = QTimer(self, interval=PASSING_MS, singleShot=True)
        self._passing.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        for part in (self.text, self.accept_button, self.refuse_button):
            row.addWidget(part)
        over.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, *, is_proposal: bool = False) -> None:
        """Show a line, or hide when there is none."""
        self.text.setText(text)
        self.setAccessibleName(text)
        for button in (self.accept_button, self.refuse_button):
            button.setVisible(is_proposal)
        self.setVisible(bool(text))
        if is_proposal:
            self._passing.stop()
        else:
            self._passing.start()
        self._take_place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._take_place()
        return super().eventFilter(watched, event)

    def _take_place(self) -> None:
        if self.isHidden():
            return
        self.resize(self.sizeHint().boundedTo(self._over.size()))
        self.move(self._over.width() - self.width() - 2 * UNIT, self._over.height() - self.height() - UNIT)
        self.raise_()
