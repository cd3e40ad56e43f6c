"""The strip at the bottom: what runs, how far it is, how long still; and what is open when nothing runs."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from core.language import tr
from core.pace import time_left_text
from desktop.widgets.basic import label, push_button
from desktop.widgets.theme import UNIT

STEPS = 1000


@dataclass(frozen=True)
class StripWords:
    """Texts of a strip: its accessible name, its button, and the tip of that."""

    name: str
    cancel: str
    cancel_tip: str


class ProgressStrip(QWidget):
    """One line for the one task that runs. It keeps its height when idle, so that nothing jumps."""

    cancel_requested = Signal()

    def __init__(self, words: StripWords | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._idle_text = ""
        self._gives_way = False
        self._text = label(role="muted")
        self._bar = QProgressBar()
        self._bar.setMaximum(STEPS)
        self._bar.setTextVisible(False)
        words = words or StripWords(
            tr("Progress of the analysis"), tr("Cancel analysis"), tr("Stop the analysis (Esc)")
        )
        self._bar.setAccessibleName(words.name)
        self._bar.setFixedWidth(30 * UNIT)
        self._left = label(role="muted")
        self._cancel = push_button(words.cancel, self.cancel_requested.emit, tip=words.cancel_tip)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, 0, UNIT, 0)
        row.setSpacing(2 * UNIT)
        row.addWidget(self._text)
        row.addWidget(self._bar)
        row.addWidget(self._left)
        row.addStretch(1)
        row.addWidget(self._cancel)
        self.setFixedHeight(4 * UNIT)
        self.finish()

    @property
    def text(self) -> str:
        """What the strip says."""
        return self._text.text()

    @property
    def is_running(self) -> bool:
        """Whether it shows a task."""
        return not self._bar.isHidden()

    def set_progress(self, fraction: float, text: str, seconds_left: float) -> None:
        """Show how far the task is."""
        self._text.setText(text)
        self._bar.setValue(round(fraction * STEPS))
        self._left.setText(time_left_text(seconds_left))
        self._show_task(True)

    def finish(self) -> None:
        """No task runs any more."""
        self._show_task(False)
        self._text.setText(self._idle_text)

    def set_idle_text(self, text: str) -> None:
        """Set the text to show when nothing runs."""
        self._idle_text = text
        if not self.is_running:
            self._text.setText(text)

    def give_way(self, to_other: bool) -> None:
        """While another strip is there, this one need not stand below it with nothing to show."""
        self._gives_way = to_other
        self.setVisible(self.is_running or not to_other)

    def _show_task(self, running: bool) -> None:
        for widget in (self._bar, self._left, self._cancel):
            widget.setVisible(running)
        if self._gives_way:
            self.setVisible(running)
