"""One step of the training tab: what it is called, what it still needs, and what it shares with the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.language import tr
from desktop.settings import Settings
from desktop.training.provenance import Provenance
from desktop.training.session import TrainingSession
from desktop.widgets.notices import NoticeBar
from desktop.widgets.theme import LIGHT, Theme


@dataclass(frozen=True)
class Host:
    """What the tab offers its steps."""

    notices: NoticeBar
    settings: Settings
    open_dialog: Callable[[str, QFileDialog.FileMode], QFileDialog]
    hear: Callable[[Path, str], None]
    """Play an audio file; the second is what to call it."""
    go_to: Callable[[str], None]
    """Show another step, by its key."""


class Step(QWidget):
    """The content of one step, to the right of the list of steps."""

    changed = Signal()
    """`needs` or `status` says something else."""

    key = ""
    title = ""

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.host = host
        self.theme = LIGHT

    def needs(self) -> tuple[str, str, tuple[str, str] | None]:
        """Return what is missing before this step can be used.

        Returns
        -------
        title, why : str
            Empty when the step can be used.
        way : (str, str) or None
            Text of the button that leads to what is missing, and the key of its step.
        """
        return "", "", None

    def status(self) -> str:
        """Return a short text for under the title in the list of steps."""
        return ""

    def provenance(self) -> Provenance | None:
        """Return what the results in this step were made with; None where there are none."""
        return None

    def enter(self) -> None:
        """Take note that the step has come to the front."""

    def take_drop(self, paths: Sequence[Path]) -> bool:
        """Files were dropped on it; whether it knows what to do with them."""
        return False

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.theme = theme


NO_DATA = (
    tr("No data yet"),
    tr("Open a table of features with labels, or a folder with a subfolder for each class."),
    (tr("Go to Data"), "data"),
)
NOT_TRAINED = (
    tr("Nothing trained yet"),
    tr("Train baselines first; their predictions on held-out rows are shown here."),
    (tr("Go to Baselines"), "baselines"),
)
