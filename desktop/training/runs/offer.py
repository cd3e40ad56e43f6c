"""The offer to go on with what a crash or a kill interrupted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from core.language import tr
from desktop.training.runs.table import kind_text
from desktop.widgets.basic import label, push_button
from desktop.widgets.theme import UNIT

if TYPE_CHECKING:
    from core.training.runs import Listing, Run


class ResumeOffer(QFrame):
    """One line with two buttons, above the steps; hidden while there is nothing to go on with."""

    accepted = Signal(object)
    """A `Run`."""
    declined = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run: Run | None = None
        self.text = label("", wrap=True)
        self.resume_button = push_button(tr("Resume"), lambda: self.accepted.emit(self.run), "primary")
        self.leave_button = push_button(
            tr("Not now"), lambda: self.declined.emit(self.run), "link", tr("It stays in Runs")
        )
        surface = QFrame()
        surface.setObjectName("panel")
        row = QHBoxLayout(surface)
        row.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        row.setSpacing(UNIT)
        row.addWidget(self.text, 1)
        row.addWidget(self.resume_button)
        row.addWidget(self.leave_button)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, UNIT, UNIT, 0)
        around.addWidget(surface)
        self.hide()

    def show_listing(self, listing: "Listing", *, busy: bool) -> None:
        """Offer the newest run that was interrupted, unless something runs; of those elsewhere the data are unknown."""
        mine = (run for run in listing.runs if run.state == "interrupted" and not run.is_elsewhere)
        self.run = next(mine, None)
        self.setVisible(self.run is not None and not busy)
        if self.run is not None:
            kept = (
                tr("{n_fits:,} finished fits are kept", n_fits=self.run.n_fits)
                if self.run.n_fits
                else tr("no fit was finished")
            )
            data = self.run.experiment.data.name
            self.text.setText(
                tr("Interrupted: {kind}, on {data}; {kept}.", kind=kind_text(self.run), data=data, kept=kept)
            )
            self.setAccessibleName(self.text.text())
