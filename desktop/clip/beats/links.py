"""What follows from an edit of beats outside the beat bar: tables, proposals, and what is stored."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.clip.beats.keeping import BeatKeeper
from desktop.clip.controller import ClipController
from desktop.widgets.notices import NoticeBar

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis
    from core.rhythm.edit_history import EditHistory
    from desktop.clip.view import ClipView


class BeatLinks(QObject):
    """Lets the tables follow corrected beats, has proposals decoded, and has edits and their tables stored."""

    def __init__(self, view: "ClipView", controller: ClipController, keeper: BeatKeeper, notices: NoticeBar) -> None:
        super().__init__(view)
        self._editor, self._following, self._keeper = view.beats.editor, controller.following, keeper
        beats, following = view.beats, controller.following
        beats.said.connect(notices.show_info)
        beats.corrected.connect(self._follow)
        beats.proposals.wanted.connect(following.propose)
        following.proposal_ready.connect(beats.proposals.take)
        following.proposal_failed.connect(notices.show_warning)
        view.timeline.view_range_changed.connect(following.set_in_view)
        beats.opened.connect(keeper.load)
        beats.opened.connect(keeper.load_key)
        keeper.key_loaded.connect(controller.use_key)
        beats.edited.connect(self._keep)
        keeper.loaded.connect(beats.take_stored)
        keeper.overtaken.connect(partial(beats.take_stored, overtaken=True))
        keeper.failed.connect(notices.show_error)

    def keep_tables(self, analysis: "ClipAnalysis") -> None:
        """Store tables that have followed the beats; those of beats that are others by now are not worth it."""
        history = self._editor.history
        if analysis.rhythm.grid is history.grid:
            self._keeper.keep_tables(analysis.source.content_id, history, analysis.tables)

    def _keep(self, content_id: str, history: "EditHistory") -> None:
        self._keeper.keep(content_id, history, self._editor.estimate.activations)

    def _follow(self, history: "EditHistory") -> None:
        self._following.stop_proposing()  # what is being decoded is of the beats before
        self._following.follow(history.grid)
