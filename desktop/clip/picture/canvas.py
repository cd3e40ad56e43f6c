"""The picture of a clip over time: overview, ruler and lanes, all on the timeline of the window."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from core.analysis import ClipAnalysis, ClipPreview, GenreFindings, Picture
from core.language import tr
from core.rhythm.grid import BeatGrid
from desktop.clip.picture.lane import GUTTER, Lane
from desktop.clip.picture.lane_layout import LaneLayout
from desktop.clip.picture.lane_view import LaneView
from desktop.clip.picture.overview import Overview
from desktop.clip.picture.spectrum_look import AXES, SpectrumLook
from desktop.clip.timeline import Timeline
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from desktop.clip.picture.look_popup import LookPopup

LANE_NAMES = {
    "waveform": tr("Waveform"),
    "mel": tr("Spectrogram"),
    "chroma": tr("Chroma"),
    "genre": tr("Genre along the piece"),
}


class ClipCanvas(QWidget):
    """Overview, ruler, waveform, mel spectrogram, chroma and genre of one clip.

    `show_preview` sets the timeline's duration and draws the waveform; the others complete the picture, part by part
    or at once, without moving the view. Every lane can be hidden, moved and sized: `lane_actions` are made for a menu,
    `open_look` offers everything. Lanes that are added with `shown=False` are hidden until a person shows them.
    """

    look_changed = Signal()
    """The spectrogram is drawn otherwise; `look` says how."""

    def __init__(self, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline = timeline
        self.theme = LIGHT
        self.setAccessibleName(tr("Clip"))
        self.setMinimumSize(40 * UNIT, 20 * UNIT)
        self.overview = Overview(timeline)
        self.lane_view = LaneView(timeline)
        self._line = QFrame()
        self._line.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.overview)
        layout.addWidget(self._line)
        layout.addWidget(self.lane_view, 1)
        self.lane_names = dict(LANE_NAMES)
        self.lane_actions = [self._lane_action(key, name) for key, name in LANE_NAMES.items()]
        self.look_action = QAction(tr("&Arrange lanes, spectrogram…"), self)
        self.look_action.setShortcut("Shift+L")
        self.look_action.triggered.connect(self.open_look)
        self._hidden_by_default: frozenset[str] = frozenset()
        self._popup: LookPopup | None = None
        self.lane_view.arranged.connect(self._show_arranged)
        self.lane_view.look_button.clicked.connect(self.open_look)
        self.set_theme(LIGHT)

    def add_lane(self, lane: Lane, name: str, below: str, *, shown: bool = True) -> None:
        """Take one more lane, below the one of the key `below`, and an action that hides it."""
        self.lane_view.add_lane(lane, below)
        self.lane_names[lane.key] = name
        place = [other.key for other in self.lane_view.lanes].index(lane.key)
        self.lane_actions.insert(place, self._lane_action(lane.key, name))
        if not shown:
            self._hidden_by_default |= {lane.key}
            self.lane_view.set_lane_visible(lane.key, False)

    @property
    def lane_layout(self) -> LaneLayout:
        """How the lanes are arranged; may be set."""
        return self.lane_view.layout_of_lanes

    @lane_layout.setter
    def lane_layout(self, layout: LaneLayout) -> None:
        self.lane_view.arrange_lanes(layout)

    def arrange_by_default(self) -> None:
        """Order, size and hide the lanes as a new window does."""
        self.lane_view.arrange_lanes(LaneLayout(hidden=self._hidden_by_default))

    @property
    def look(self) -> SpectrumLook:
        """How the spectrogram is drawn."""
        return self.lane_view.mel.look

    def set_look(self, look: SpectrumLook) -> None:
        """Draw the spectrogram otherwise."""
        if look != self.look:
            self.lane_view.show_look(look, tr("{axis}, kHz", axis=AXES[look.axis]))
            self.look_changed.emit()

    def open_look(self) -> None:
        """Open the popup in which the lanes are arranged, beside the titles of the lanes."""
        from desktop.clip.picture.look_popup import LookPopup

        if self._popup is None:
            self._popup = LookPopup(self)
        self._popup.open_at(self.lane_view.mapToGlobal(QPoint(GUTTER, 0)))

    @property
    def hidden_lanes(self) -> tuple[str, ...]:
        """Keys of the lanes that are hidden; may be set, unknown keys are passed over."""
        return tuple(lane.key for lane in self.lane_view.lanes if not lane.visible)

    @hidden_lanes.setter
    def hidden_lanes(self, keys: Iterable[str]) -> None:
        known = {lane.key for lane in self.lane_view.lanes}
        self.lane_layout = replace(self.lane_layout, hidden=frozenset(keys) & known)

    def show_preview(self, preview: ClipPreview) -> None:
        """Draw the waveform of a clip that is being analysed; all of it becomes visible."""
        self.timeline.duration = preview.source.duration
        self.overview.show_preview(preview)
        self.lane_view.show_preview(preview)

    def show_unfinished(self) -> None:
        """Say in what is still empty that nothing is coming."""
        self.lane_view.show_unfinished()

    def show_picture_in_steps(self, picture: Picture) -> Iterator[None]:
        """Draw spectrogram and chroma, with pauses in which a window can take events."""
        yield from self.lane_view.show_picture_in_steps(picture)

    def show_rhythm(self, grid: BeatGrid) -> None:
        """Draw beats and bars."""
        self.lane_view.show_rhythm(grid)

    def show_genres(self, genre: GenreFindings) -> None:
        """Draw the genre along the piece."""
        self.lane_view.show_genres(genre)

    def show_analysis(self, analysis: ClipAnalysis) -> None:
        """Draw everything that is known about a clip."""
        self.timeline.duration = analysis.source.duration
        self.overview.show_preview(analysis.preview)
        self.lane_view.show_analysis(analysis)

    def clear(self) -> None:
        """Show that there is no clip."""
        self.timeline.duration = 0.0
        self.overview.clear()
        self.lane_view.clear()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.overview.set_theme(theme)
        self.lane_view.set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.border}; border: none;")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addActions([*self.lane_actions, self.look_action])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _lane_action(self, key: str, name: str) -> QAction:
        action = QAction(name, self)
        action.setCheckable(True)
        action.setChecked(True)
        action.setData(key)
        action.toggled.connect(lambda shown: self.lane_view.set_lane_visible(key, shown))
        return action

    def _show_arranged(self) -> None:
        shown = {lane.key: lane.visible for lane in self.lane_view.lanes}
        for action in self.lane_actions:
            with QSignalBlocker(action):
                action.setChecked(shown.get(action.data(), True))
