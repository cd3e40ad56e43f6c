"""Hearing tracks one after another without opening them: a player for the selected row, in one line."""

from collections.abc import Hashable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from core.language import tr
from desktop.playback.player import Player, State
from desktop.widgets.basic import ElidedLabel, label, tool_button
from desktop.widgets.icons import icon
from desktop.widgets.lengths import clock
from desktop.widgets.style import mixed
from desktop.widgets.theme import LIGHT, UNIT, Theme

POLL_MS: Final = 50
STEPS: Final = 1000
NOTHING_PLAYS: Final = tr("Space: play selected track")


class Audition(QWidget):
    """Play, what plays, where in it. The track is whatever was last given to `play`."""

    toggle_requested = Signal()
    """The button was pressed: play what is selected, or pause."""

    playing_changed = Signal(object)
    """Id of the track that is heard, or None."""

    _player_changed = Signal()

    def __init__(self, player: Player | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.player = player or Player()
        self._theme = LIGHT
        self.track_id: Hashable | None = None
        self._told: Hashable | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.button = tool_button(tr("Play selected track (Space)"), self.toggle_requested.emit)
        self._name = ElidedLabel(elide=Qt.TextElideMode.ElideMiddle)
        self._place = label("", "muted")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)
        self.slider.sliderMoved.connect(self._seek_to_step)
        self.slider.actionTriggered.connect(self._seek_by_action)
        # The player calls from its own thread; a queued signal brings it to this one.
        self._player_changed.connect(self._refresh, Qt.ConnectionType.QueuedConnection)
        self.player.on_change = self._player_changed.emit
        self._arrange()
        self.set_theme(LIGHT)
        self._refresh()

    @property
    def is_playing(self) -> bool:
        """Whether it plays."""
        return self.player.state is State.PLAYING

    def play(self, track_id: Hashable, path: Path, name: str, duration: float) -> None:
        """Play a track from its beginning, or go on with it when it is the one that was paused.

        Parameters
        ----------
        track_id : identity of the track where it was chosen: its number in the library, or its path
        path : the audio file
        name : how the track is called
        duration : its length, seconds
        """
        if track_id != self.track_id or self.player.path != path:
            self.track_id = track_id
            self._name.set_full_text(name)
            self.player.open(path, duration)
        self.player.play()
        self._refresh()

    def go_on(self) -> None:
        """Go on with the track that was paused, whether it is still in sight or not."""
        if self.track_id is not None:
            self.player.play()
            self._refresh()

    def pause(self) -> None:
        """Stop playing and keep the place."""
        self.player.pause()
        self._refresh()

    def skip(self, seconds: float) -> None:
        """Move on, or back."""
        if self.track_id is not None:
            self.player.seek(self.player.position + seconds)
            self._show_place()

    def set_volume(self, volume: float) -> None:
        """Set the volume as the clip's slider has it, in [0, 1]."""
        self.player.set_volume(volume**2)

    def close_player(self) -> None:
        """Stop, and close file and device."""
        self._timer.stop()
        self.player.close()
        self.track_id = None
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.button.setStyleSheet(
            f"QToolButton {{ background: {theme.accent}; border: 2px solid {theme.accent}; border-radius: 14px;"
            f"padding: 0; min-width: 24px; max-width: 24px; min-height: 24px; max-height: 24px; }}"
            f"QToolButton:hover {{ background: {mixed(theme.accent, theme.text, 0.86)}; }}"
            f"QToolButton:focus {{ border-color: {theme.text}; }}"
            f"QToolButton:disabled {{ background: {theme.border}; border-color: {theme.border}; }}"
        )
        self._show_button()

    def set_available(self, available: bool) -> None:
        """Enable the button as a selected track can be played."""
        self.button.setEnabled(available or self.track_id is not None)

    @Slot()
    def _refresh(self) -> None:
        playing = self.is_playing
        if playing:
            self._timer.start()
        else:
            self._timer.stop()
        self.slider.setEnabled(self.track_id is not None and self.player.state is not State.UNAVAILABLE)
        if self.track_id is None:
            self._name.set_full_text(NOTHING_PLAYS)
        if self.player.error:
            self._place.setText(self.player.error)
        else:
            self._show_place()
        self._show_button()
        heard = self.track_id if playing else None
        if heard != self._told:
            self._told = heard
            self.playing_changed.emit(heard)

    @Slot()
    def _poll(self) -> None:
        self._show_place()

    def _show_place(self) -> None:
        duration = self.player.duration
        if self.track_id is None or duration <= 0:
            self._place.setText("")
            self.slider.setValue(0)
            return
        position = self.player.position
        self._place.setText(f"{clock(position)} / {clock(duration)}")
        if not self.slider.isSliderDown():
            self.slider.setValue(round(STEPS * position / duration))

    def _show_button(self) -> None:
        name = "pause" if self.is_playing else "play"
        self.button.setIcon(icon(name, self._theme.accent_text, self._theme.surface))
        tip = tr("Pause (Space)") if self.is_playing else tr("Play selected track (Space)")
        self.button.setToolTip(tip)
        self.button.setAccessibleName(tip.removesuffix(" (Space)"))

    @Slot(int)
    def _seek_to_step(self, step: int) -> None:
        self.player.seek(self.player.duration * step / STEPS)
        self._show_place()

    @Slot(int)
    def _seek_by_action(self, action: int) -> None:
        if action != QSlider.SliderAction.SliderMove.value:
            self._seek_to_step(self.slider.sliderPosition())

    def _arrange(self) -> None:
        self.button.setFixedSize(28, 28)
        self.button.setIconSize(QSize(16, 16))
        self.slider.setRange(0, STEPS)
        self.slider.setPageStep(STEPS // 20)
        self.slider.setSingleStep(STEPS // 100)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.setAccessibleName(tr("Position in track"))
        self.slider.setToolTip(tr("Position in track (Shift+Left, Shift+Right)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT, UNIT // 2, 2 * UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        row.addWidget(self.button)
        row.addWidget(self._name, 2)
        row.addWidget(self.slider, 3)
        row.addWidget(self._place)
