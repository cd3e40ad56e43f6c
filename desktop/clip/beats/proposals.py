"""Beats that are proposed: the rest of the grid, decoded again around what a person corrected."""

from PySide6.QtCore import QObject, QTimer, Signal

from core.language import tr
from core.rhythm.edits import AcceptProposal, ChooseCandidate, ImportBeats, Nudge
from core.rhythm.estimate import BeatEstimate
from core.rhythm.grid import BeatGrid
from desktop.clip.beats.editor import BeatEditor, n_different
from desktop.clip.beats.notice import BeatNotice

PROPOSE_MS = 300
"""A proposal is asked for once nothing was done for so long: a nudge seldom comes alone."""

SETTLING = AcceptProposal, ChooseCandidate, ImportBeats, Nudge
"""Edits that say where all beats are. What is decoded after a nudge would take most beats back to where they were."""


class Proposals(QObject):
    """Asks for a proposal after corrections and shows it, to be accepted or dropped.

    Attributes
    ----------
    current : the beats that are proposed; None for no proposal
    """

    changed = Signal()
    """There is another proposal, or none."""
    wanted = Signal(object, object)
    """Activations and constraints to decode a proposal from; `take` takes it."""

    def __init__(self, editor: BeatEditor, notice: BeatNotice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor, self._notice = editor, notice
        self.current: BeatGrid | None = None
        self._timer = QTimer(self, interval=PROPOSE_MS, singleShot=True)
        self._timer.timeout.connect(self._ask)

    @property
    def is_due(self) -> bool:
        """Whether a proposal is going to be asked for."""
        return self._timer.isActive()

    def begin_anew(self) -> None:
        """Drop what was proposed and ask again soon: the beats are others."""
        self.drop()
        self._timer.start()

    def take(self, estimate: BeatEstimate) -> None:
        """Propose what was decoded again around the corrections, if the beats are still being edited."""
        if self._editor.is_editing and not self.is_due:
            self.show(estimate.grid)

    def show(self, grid: BeatGrid) -> None:
        """Show other beats that fit what was corrected, where they are others."""
        n_changed = n_different(self._editor.grid, grid)
        self.current = grid if n_changed else None
        self._editor.show_ghosts(self.current)
        what = tr("1 beat changes") if n_changed == 1 else tr("{n_changed:,} beats change", n_changed=n_changed)
        self._notice.show_text(tr("Proposal: {what}", what=what) if n_changed else "", is_proposal=True)
        self.changed.emit()

    def accept(self) -> None:
        """Take the proposal, if there is one."""
        if self.current is not None:
            self._editor.perform(AcceptProposal.of(self.current))

    def drop(self) -> None:
        """Show no proposal."""
        self.forget()
        self._editor.show_ghosts(None)
        self._notice.show_text("")

    def forget(self) -> None:
        """Have no proposal: the clip is another one."""
        self.current = None

    def _ask(self) -> None:
        """Have the rest decoded around what was corrected last, unless that said where all beats are."""
        history, activations = self._editor.history, self._editor.estimate.activations
        settled = not history.is_edited or isinstance(history.edits[-1], SETTLING)
        if self._editor.is_editing and activations is not None and not settled:
            self.wanted.emit(activations, self._editor.constraints())
