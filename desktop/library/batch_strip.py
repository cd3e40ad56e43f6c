"""One line at the bottom while a batch is there: what, how far, how fast, how long still, pause, cancel."""

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from core.language import tr
from core.pace import time_left_text
from desktop.widgets.basic import ElidedLabel, label, push_button
from desktop.widgets.status import STEPS
from desktop.widgets.theme import UNIT

if TYPE_CHECKING:
    from core.library.batch import BatchProgress

STARTING: Final = tr("Searching for audio files…")


class BatchStrip(QWidget):
    """Hidden until a batch starts, or files are found that an earlier one has left."""

    shown = Signal(bool)
    """It has appeared or gone."""
    pause_requested = Signal()
    resume_requested = Signal()
    cancel_requested = Signal()
    failures_requested = Signal()
    go_on_requested = Signal()
    forget_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._is_paused = False
        self._text = ElidedLabel()
        self._text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setMaximum(STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Batch progress"))
        self._bar.setMinimumWidth(12 * UNIT)
        self._bar.setMaximumWidth(30 * UNIT)
        self._pace = label(role="muted")
        self._current = ElidedLabel("muted")
        self._failures = push_button("", self.failures_requested.emit, "link", tr("Show failed files with reasons"))
        self._pause = push_button(tr("Pause"), self._toggle_pause, tip=tr("Start no further files"))
        self._cancel = push_button(
            tr("Cancel batch"),
            self.cancel_requested.emit,
            tip=tr("Stop; finished files are kept, the rest can be resumed"),
        )
        self._forget = push_button(tr("Discard"), self.forget_requested.emit, tip=tr("Do not analyse these files"))
        self._go_on = push_button(tr("Resume"), self.go_on_requested.emit, tip=tr("Analyse the queued files"))
        self._arrange()
        self.hide()

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self.shown.emit(visible)

    @property
    def text(self) -> str:
        """What the strip says first."""
        return self._text.full_text

    def show_start(self) -> None:
        """Show that a batch has begun to look for files."""
        self._show_running(True)
        self._text.set_full_text(STARTING)
        self._bar.setMaximum(0)
        self._pace.setText("")
        self._current.set_full_text("")
        self._failures.hide()
        self._show_pause(False)

    def show_progress(self, progress: "BatchProgress", n_orders: int = 0) -> None:
        """How it goes; `n_orders` more will follow."""
        self._show_running(True)
        settled = progress.done + progress.failed + progress.skipped
        more = tr(", {n_batches} more in the queue", n_batches=n_orders) if n_orders else ""
        text = (
            tr("Paused at {settled:,} of {total:,}", settled=settled, total=progress.total)
            if progress.is_paused
            else tr("Analysing {settled:,} of {total:,}", settled=settled, total=progress.total)
        )
        self._text.set_full_text(text + more)
        self._bar.setMaximum(STEPS)
        self._bar.setValue(round(progress.fraction * STEPS))
        self._pace.setText(pace_text(progress))
        self._current.set_full_text(progress.current[0] if progress.current else "")
        self._failures.setText(tr("{failed:,} failed", failed=progress.failed))
        self._failures.setVisible(progress.failed > 0)
        self._show_pause(progress.is_paused)

    def show_waiting(self, count: int) -> None:
        """Offer to go on with files that a batch has left."""
        self._show_running(False)
        self._text.set_full_text(
            tr("1 file in the queue") if count == 1 else tr("{count:,} files in the queue", count=count)
        )
        self._pace.setText("")
        self._current.set_full_text("")

    def _show_running(self, running: bool) -> None:
        for widget in (self._bar, self._pause, self._cancel):
            widget.setVisible(running)
        for widget in (self._forget, self._go_on):
            widget.setVisible(not running)
        if not running:
            self._failures.hide()
        self.show()

    def _show_pause(self, paused: bool) -> None:
        self._is_paused = paused
        self._pause.setText(tr("Resume") if paused else tr("Pause"))

    def _toggle_pause(self) -> None:
        if self._is_paused:
            self.resume_requested.emit()
        else:
            self.pause_requested.emit()
        self._show_pause(not self._is_paused)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, 0, UNIT, 0)
        row.setSpacing(2 * UNIT)
        row.addWidget(self._text)
        row.addWidget(self._bar)
        row.addWidget(self._pace)
        row.addWidget(self._current, 1)
        row.addWidget(self._failures)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        for button in (self._forget, self._go_on, self._pause, self._cancel):
            buttons.addWidget(button)
        row.addLayout(buttons)
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(5 * UNIT)


def pace_text(progress: "BatchProgress") -> str:
    """How fast it goes and how long still."""
    rate = progress.files_per_second
    if math.isnan(rate) or rate <= 0 or progress.is_paused:
        return ""
    speed = tr("{rate:.1f} files/s", rate=rate) if rate >= 0.95 else tr("{rate:.0f} files/min", rate=60 * rate)
    left = time_left_text(progress.seconds_left)
    return f"{speed} · {left}" if left else speed
