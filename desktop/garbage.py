"""Python's garbage, collected in the window's thread alone.

The collector runs in whatever thread happens to allocate. One that reads a catalogue or writes a report would then
destroy widgets and scenes that are in cycles of references, which Qt allows in the window's thread only.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS: Final = 500


class GarbageCollector(QObject):
    """Takes the place of the automatic collector until `stop`: the same rounds by the same thresholds, by a timer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, if it was before."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()


def collect_due() -> None:
    """One round through the oldest generation that is due, with all younger ones."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
