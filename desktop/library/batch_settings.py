"""Popup with the settings of batches: processes, limits, cluster."""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.language import tr
from desktop.library.batch_controller import BatchSettings, default_workers
from desktop.widgets.basic import field_name, label, stepped
from desktop.widgets.theme import UNIT, Theme

MOST_WORKERS: Final = 256
NO_LIMIT: Final = tr("no limit")
NOTE: Final = tr("Runs at low priority. Applies to the next batch.")


class BatchSettingsPopup(QFrame):
    """Each change takes effect at once. Escape closes it."""

    changed = Signal(object)
    """The new `BatchSettings`."""

    def __init__(self, settings: BatchSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAccessibleName(tr("Batch settings"))
        self.settings = settings
        self.workers = QSpinBox(minimum=1, maximum=MOST_WORKERS)
        self.seconds = QSpinBox(minimum=0, maximum=24 * 60, suffix=" min")
        self.seconds.setSpecialValueText(NO_LIMIT)
        self.gigabytes = QDoubleSpinBox(minimum=0.0, maximum=1024.0, decimals=1, suffix=" GB")
        self.gigabytes.setSpecialValueText(NO_LIMIT)
        self.gigabytes.setSingleStep(0.5)
        self.cluster = QLineEdit(placeholderText=tr("none: this computer"))
        self.pictures = QCheckBox(tr("Keep pictures"))
        self._arrange()
        self.show_settings(settings)
        self.pictures.toggled.connect(self._take)
        self.workers.valueChanged.connect(self._take)
        self.seconds.valueChanged.connect(self._take)
        self.gigabytes.valueChanged.connect(self._take)
        self.cluster.editingFinished.connect(self._take)

    def show_settings(self, settings: BatchSettings) -> None:
        """Show these, without saying so."""
        self.settings = settings
        boxes = (self.workers, self.seconds, self.gigabytes, self.pictures)
        for box in boxes:
            box.blockSignals(True)
        self.workers.setValue(settings.workers)
        self.seconds.setValue(round(settings.seconds / 60))
        self.gigabytes.setValue(settings.gigabytes)
        self.pictures.setChecked(settings.pictures)
        for box in boxes:
            box.blockSignals(False)
        self.cluster.setText(settings.cluster)

    def open_below(self, widget: QWidget) -> None:
        """Show it by a button, inside the screen."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + UNIT // 2))
        room = widget.screen().availableGeometry()
        place.setX(max(min(place.x(), room.right() - self.width()), room.left()))
        place.setY(max(min(place.y(), room.bottom() - self.height()), room.top()))
        self.move(place)
        self.show()
        self.workers.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"QFrame#popover {{ background: {theme.surface_raised}; border: 1px solid {theme.border}; }}"
        )

    def _take(self) -> None:
        taken = replace(
            self.settings,
            workers=self.workers.value(),
            seconds=60 * self.seconds.value(),
            gigabytes=self.gigabytes.value(),
            cluster=self.cluster.text().strip(),
            pictures=self.pictures.isChecked(),
        )
        if taken != self.settings:
            self.settings = taken
            self.changed.emit(taken)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * UNIT)
        form.setVerticalSpacing(UNIT)
        for text, widget in (
            (tr("Files at a time"), stepped(self.workers)),
            (tr("Time limit per file"), stepped(self.seconds)),
            (tr("Memory limit per file"), stepped(self.gigabytes)),
            (tr("Dask cluster"), self.cluster),
        ):
            form.addRow(field_name(text), widget)
        form.addRow(self.pictures)
        self.pictures.setToolTip(
            tr("Show a track the moment it is opened. Takes about 0.13 MB per track, 13 GB for 100,000 tracks.")
        )
        self.workers.setToolTip(tr("Processes on this computer. Default: number of cores minus one."))
        self.seconds.setToolTip(tr("Stop a file that takes longer and list it as failed"))
        self.gigabytes.setToolTip(tr("End a process that needs more and list its file as failed"))
        self.cluster.setToolTip(tr("Address of a Dask scheduler, such as tcp://10.0.0.5:8786"))
        for widget, name in (
            (self.workers, tr("Files at a time")),
            (self.seconds, tr("Time limit per file")),
            (self.gigabytes, tr("Memory limit per file")),
            (self.cluster, tr("Address of Dask scheduler")),
        ):
            widget.setAccessibleName(name)
        self.cluster.setMinimumWidth(24 * UNIT)
        note = label(NOTE, "muted", wrap=True)
        note.setFixedWidth(42 * UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(label(tr("Batch settings"), "heading"))
        column.addLayout(form)
        column.addWidget(note)


def read_settings(record: dict[str, Any]) -> BatchSettings:
    """Return remembered settings; defaults stand in for values that are missing or out of range."""
    usual = BatchSettings(default_workers())

    def number(name: str, low: float, high: float, otherwise: float) -> float:
        value = record.get(name)
        return value if isinstance(value, int | float) and low <= value <= high else otherwise

    cluster = record.get("cluster")
    return BatchSettings(
        workers=int(number("workers", 1, MOST_WORKERS, usual.workers)),
        seconds=int(number("seconds", 0, 24 * 3600, usual.seconds)),
        gigabytes=float(number("gigabytes", 0.0, 1024.0, usual.gigabytes)),
        cluster=cluster if isinstance(cluster, str) else "",
        pictures=record.get("pictures") is not False,
    )


def written(settings: BatchSettings) -> dict[str, Any]:
    """As plain JSON values; the number of workers only where the user chose one."""
    record: dict[str, Any] = {"seconds": settings.seconds, "gigabytes": settings.gigabytes, "cluster": settings.cluster}
    record["pictures"] = settings.pictures
    return record | ({"workers": settings.workers} if settings.workers != default_workers() else {})
