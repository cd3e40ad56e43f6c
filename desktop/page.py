"""What stands behind one tab of the window, as the window sees it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.language import tr
from desktop.settings import Settings
from desktop.widgets.theme import Theme


class Page(QWidget):
    """One tab: what it is called, what can be done in it, and what the window's keys and drops mean to it."""

    changed = Signal()
    """The title, the hint or what can be done has changed."""

    name = ""
    """As the tab has it."""

    drop_text = tr("Drop to open")
    """What is shown while files hang over it."""

    def title(self) -> str:
        """Return the name of what is open here for the title bar; "" if nothing is."""
        return ""

    def hint(self) -> str:
        """One quiet line for the bottom of the window."""
        return ""

    def abilities(self) -> frozenset[str]:
        """Return what can be done here now: the needs of `desktop.actions` that this tab meets."""
        return frozenset()

    def enter(self) -> None:
        """Take note that the tab has come to the front."""

    def take_drop(self, paths: Sequence[Path]) -> None:
        """Files and folders were dropped here."""

    def toggle_play(self) -> None:
        """Play what is chosen here, or pause."""

    def skip(self, seconds: float) -> None:
        """Move on in what plays, or back."""

    def fall_silent(self) -> None:
        """Pause, since another part is about to play."""

    def undo(self) -> None:
        """Undo what was done here last."""

    def redo(self) -> None:
        """Do again what was undone here last."""

    def undo_texts(self) -> tuple[str, str]:
        """Return in words what `undo` and `redo` would change; "" for nothing."""
        return "", ""

    def ask_for_export(self) -> None:
        """Open a dialog for where the tables go."""

    def escape(self) -> None:
        """Esc was pressed: cancel, or take one step back."""

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""

    def remember(self, settings: Settings) -> None:
        """Leave what should be remembered, and end in good order: the window closes."""
