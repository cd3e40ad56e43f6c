"""Python's garbage, collected in the window's thread alone.

The collector runs in whatever thread happens to allocate. One that reads a catalogue or writes a report would then
destroy widgets and scenes that are in cycles of references, which Qt allows in the window's thread only.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS: Final = 500

GROWTH: Final = 1.25
"""How much more old objects there must be than after the last full round: without this rule, which is Python's own, a
window with a large piece would stand still for a full round every few seconds."""


class GarbageCollector(QObject):
    """Takes the place of the automatic collector until `stop`: the same rounds by the same thresholds, by a timer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._n_old = 0

    def collect(self) -> None:
        """One round, if one is due: a full one only once there are enough more objects to go through."""
        n_old = len(gc.get_objects(generation=2)) if gc.get_count()[2] > gc.get_threshold()[2] else 0
        self._n_old = min(self._n_old, n_old) if n_old else self._n_old  # `gc.freeze` takes objects out
        is_full = n_old > GROWTH * self._n_old
        collect_due(with_full=is_full)
        if is_full:
            self._n_old = len(gc.get_objects(generation=2))

    def stop(self) -> None:
        """Leave it to Python again, if it was before."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()


def collect_due(*, with_full: bool = True) -> None:
    """One round through the oldest generation that is due, with all younger ones; a full round only `with_full`."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0) if with_full else (1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
