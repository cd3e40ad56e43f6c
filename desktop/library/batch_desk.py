"""Ordering and reporting of batches: the strip at the bottom, the settings, notices."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.language import tr
from desktop.library.batch_controller import BatchController, Order
from desktop.library.batch_settings import BatchSettingsPopup, read_settings, written
from desktop.library.batch_strip import BatchStrip
from desktop.settings import BATCH, Settings
from desktop.widgets.notices import Notice, NoticeBar

if TYPE_CHECKING:
    from core.library.batch import BatchProgress, BatchResult
    from desktop.library.controller import LibraryController


class BatchDesk(QObject):
    """Takes orders, also those that come before the catalogue is open."""

    failures_requested = Signal()
    """Show what failed."""

    def __init__(
        self,
        controller: "LibraryController",
        strip: BatchStrip,
        notices: NoticeBar,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._strip = strip
        self._notices = notices
        self._settings = settings
        self._early: list[Order] = []
        self.batch = BatchController(self)
        self.popup = BatchSettingsPopup(read_settings(settings.get(BATCH)), parent)
        self._connect()

    def add(self, locations: "Sequence[Path | str]", *, retry_failed: bool = False) -> None:
        """Analyse files, folders and addresses after what is analysed now; none: what an earlier batch has left."""
        order = Order(list(locations), retry_failed)
        if self._controller.catalogue is None:
            self._early.append(order)
        elif not self._controller.is_editable:
            self._notices.show_error(self._controller.cannot_write())
        else:
            self.batch.start(self._controller.catalogue, order, self.popup.settings)

    def retry(self, locations: Sequence[str]) -> None:
        """Analyse files once more although they have failed, or were measured before."""
        if locations:
            self.add(locations, retry_failed=True)

    def open_settings(self, beside: QWidget) -> None:
        """Show how much of the computer a batch may use."""
        self.popup.open_below(beside)

    def _take_opened(self) -> None:
        early, self._early = self._early, []
        for order in early:
            self.add(order.locations, retry_failed=order.retry_failed)

    def _take_waiting(self, count: int) -> None:
        if self.batch.is_running:
            return
        if count and self._controller.is_editable:
            self._strip.show_waiting(count)
        else:
            self._strip.hide()

    def _take_start(self) -> None:
        self._strip.show_start()
        self._controller.refresh()

    def _take_progress(self, progress: "BatchProgress") -> None:
        self._strip.show_progress(progress, self.batch.n_orders)

    def _take_end(self, result: "BatchResult") -> None:
        self._strip.hide()
        self._controller.refresh()
        text = in_words(result)
        if result.problem:
            self._notices.show_error(text)
        elif result.failed:
            self._notices.add(Notice("warning", text, action=(tr("Show failed files"), self.failures_requested.emit)))
        else:
            self._notices.show_info(text)

    def _take_failure(self, text: str) -> None:
        self._strip.hide()
        self._notices.show_error(text)
        self._controller.refresh()

    def _remember(self, settings: Any) -> None:
        self._settings.put(BATCH, written(settings))

    def _connect(self) -> None:
        batch, strip, controller = self.batch, self._strip, self._controller
        controller.opened.connect(self._take_opened)
        controller.troubled.connect(lambda *_: self._early.clear())
        controller.waiting_changed.connect(self._take_waiting)
        batch.started.connect(self._take_start)
        batch.progressed.connect(self._take_progress)
        batch.ended.connect(self._take_end)
        batch.failed.connect(self._take_failure)
        strip.pause_requested.connect(batch.pause)
        strip.resume_requested.connect(batch.resume)
        strip.cancel_requested.connect(batch.cancel)
        strip.failures_requested.connect(self.failures_requested)
        strip.go_on_requested.connect(lambda: self.add([]))
        strip.forget_requested.connect(controller.forget_waiting)
        self.popup.changed.connect(self._remember)


def in_words(result: "BatchResult") -> str:
    """Return the outcome of a batch as one line for a notice."""
    parts = [tr("{analysed:,} analysed", analysed=result.analysed)] if result.analysed or not result.skipped else []
    if result.skipped:
        parts.append(tr("{skipped:,} already known", skipped=result.skipped))
    if result.failed:
        parts.append(tr("{n_failed:,} failed", n_failed=len(result.failed)))
    sums = ", ".join(parts)
    if result.problem:
        return tr(
            "Batch stopped: {reason} ({sums}; the rest stays in the queue).",
            reason=result.problem.rstrip("."),
            sums=sums,
        )
    if result.was_cancelled:
        return tr("Batch cancelled: {sums}; the rest stays in the queue.", sums=sums)
    if not (result.analysed or result.skipped or result.failed):
        return tr("No audio files found.")
    return tr("Batch finished: {sums}.", sums=sums)
