"""The row under the picture: play, where it is, tempo, metre and key, section and chord, loop, speed, volume."""

import math
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from core.analysis import ClipAnalysis, ClipPreview, Rhythm
from core.features.table import FeatureTable
from core.harmony.key import KeyEstimate
from core.language import tr
from core.rhythm.grid import NO_BEATS, BeatGrid
from core.structure.sections import NO_SECTIONS
from desktop.clip.now_playing import NowPlaying
from desktop.clip.picture.time_text import format_time
from desktop.clip.readout import Readout, show_key, show_metre, show_tempo
from desktop.clip.speed import SpeedButton
from desktop.clip.timeline import Timeline
from desktop.playback.player import Player, State
from desktop.widgets.basic import ElidedLabel, label, tool_button
from desktop.widgets.icons import icon, themed_icon
from desktop.widgets.style import mixed
from desktop.widgets.theme import LIGHT, UNIT, Theme

POLL_MS = 16
_AFTERGLOW_MS = 500
"""How long the playhead is still followed after a pause: what the device holds is heard, and fades out."""
_LOOP_DELAY_MS = 150
"""A selection that is being drawn changes all the time; the player is told once it rests."""
_AT_THE_END: Final = 0.005
"""So near to the end of the selection, in seconds, it has been heard."""
BRIEFLY: Final[Mapping[str, str]] = {
    "playback.no_device": tr("No sound device found"),
    "playback.no_library": tr("PortAudio library not found"),
    "playback.lost_device": tr("Sound device lost"),
    "playback.device_gone": tr("Playing through default device"),
}
"""What stands in the row in place of a longer line, by its code; the whole is the tip."""


class Transport(QWidget):
    """Controls a player and shows its state; the position of the timeline follows what is heard.

    Seeking on the timeline's request is the view's part, which also moves the playhead when nothing plays.
    """

    looping_changed = Signal(bool)
    editing_requested = Signal(bool)
    """The button for editing beats was switched on or off."""
    clicking_changed = Signal(bool)
    volume_changed = Signal(float)
    _player_changed = Signal()

    def __init__(self, player: Player, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player, self._timeline = player, timeline
        self._theme = LIGHT
        self._rhythm: Rhythm | None = None
        self._has_beats = False
        self._grid = NO_BEATS
        self._onset_tempo = math.nan
        self.to_start_button = tool_button(tr("Go to start"), self.to_start)
        self.play_button = tool_button(tr("Play"), self.toggle_playback)
        self.loop_button = self._toggle(tr("Loop selection or whole piece"), self.set_looping)
        self.click_button = self._toggle(tr("Metronome click"), self.set_click)
        self.follow_button = self._toggle(tr("Keep playhead in view"), self.set_follow)
        self.mute_button = self._toggle(tr("Mute"), self.set_muted)
        self.edit_button = self._toggle(tr("Edit beats (B)"), self.editing_requested.emit)
        self.speed_button = SpeedButton()
        self.volume_slider = QSlider(Qt.Orientation.Horizontal)
        self.time_label, self.duration_label = label(), label(role="muted")
        self.tempo, self.metre, self.key = Readout(tr("Tempo")), Readout(tr("Metre")), Readout(tr("Key"))
        self.now = NowPlaying()
        self.trouble = ElidedLabel("muted")
        self._ends_with_selection = False
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._afterglow = QTimer(self, interval=_AFTERGLOW_MS, singleShot=True)
        self._loop_delay = QTimer(self, interval=_LOOP_DELAY_MS, singleShot=True)
        self._arrange()
        self._connect()
        self.set_theme(LIGHT)
        self.clear()

    @property
    def volume(self) -> float:
        """Position of the volume slider, in [0, 1]; the gain is its square."""
        return self.volume_slider.value() / 100

    @volume.setter
    def volume(self, volume: float) -> None:
        self.volume_slider.setValue(round(100 * volume))

    def show_preview(self, preview: ClipPreview) -> None:
        """Show a piece that is not analysed yet."""
        self._forget_analysis(tr("not analysed yet"))
        self._show_time()
        self._refresh()

    def show_unfinished(self) -> None:
        """Say that what is not known of a piece is not coming."""
        if self._rhythm is None:
            self._forget_analysis(tr("not analysed"))
            self._refresh()

    def show_analysis(self, analysis: ClipAnalysis) -> None:
        """Show everything that is known."""
        self.show_song(analysis.tables.songs)
        self.show_key(analysis.harmony.key, analysis.harmony.edited)
        self.show_rhythm(analysis.rhythm)

    def show_rhythm(self, rhythm: Rhythm) -> None:
        """Show tempo and metre of these beats, and click on them."""
        self._rhythm = rhythm
        grid = self._grid = rhythm.grid
        show_tempo(self.tempo, rhythm, self._onset_tempo)
        show_metre(self.metre, rhythm)
        self._has_beats = len(grid) > 0
        self.edit_button.setEnabled(True)
        self._player.set_clicks(grid.beat_times, grid.positions == 1)
        self._refresh()

    def show_key(self, key: KeyEstimate | None, edited: str | None = None) -> None:
        """Show the key; `edited` is that of a person."""
        show_key(self.key, key, edited)

    def show_song(self, songs: FeatureTable) -> None:
        """Take the tempo of the song table, with which that of the beats is compared."""
        self._onset_tempo = float(songs.column("tempo")[0])
        if self._rhythm is not None:
            show_tempo(self.tempo, self._rhythm, self._onset_tempo)

    def hear_beats(self, grid: BeatGrid | None) -> None:
        """Click on other beats for a while, where the clip plays; None goes back to its own."""
        heard = self._grid if grid is None else grid
        self._player.set_clicks(heard.beat_times, heard.positions == 1)
        tries = grid is not None and self._player.state is State.PLAYING
        self._player.set_clicking(tries or self.click_button.isChecked())

    def clear(self) -> None:
        """Show no piece."""
        self._timer.stop()
        self.now.show_sections(NO_SECTIONS)
        self.now.show_chords(None)
        self._forget_analysis("")
        self._show_time()
        self._refresh()

    def _forget_analysis(self, reason: str) -> None:
        self._rhythm, self._has_beats, self._grid = None, False, NO_BEATS
        self._ends_with_selection = False
        self._onset_tempo = math.nan
        self.edit_button.setEnabled(False)
        for readout in (self.tempo, self.metre, self.key):
            readout.show_nothing(f"{readout.name}: {reason}" if reason else "")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.play_button.setStyleSheet(
            f"QToolButton {{ background: {theme.accent}; border: 2px solid {theme.accent}; border-radius: 18px;"
            f"padding: 0; min-width: 32px; max-width: 32px; min-height: 32px; max-height: 32px; }}"
            f"QToolButton:hover {{ background: {mixed(theme.accent, theme.text, 0.86)}; }}"
            f"QToolButton:focus {{ border-color: {theme.text}; }}"
            f"QToolButton:disabled {{ background: {theme.border}; border-color: {theme.border}; }}"
        )
        self.to_start_button.setIcon(themed_icon("to-start", theme))
        self.loop_button.setIcon(themed_icon("loop", theme))
        self.click_button.setIcon(themed_icon("click", theme))
        self.follow_button.setIcon(themed_icon("follow", theme))
        self.edit_button.setIcon(themed_icon("beats", theme))
        self.speed_button.set_theme(theme)
        for readout in (self.tempo, self.metre, self.key):
            readout.set_theme(theme)
        self._show_play_icon()
        self._show_volume_icon()

    # --- what keys, menus and buttons do -----------------------------------------------------------------------------

    def toggle_playback(self) -> None:
        """Play the selection, or without one the piece; or pause. Without a device, look for one again."""
        if self._player.state is State.PLAYING:
            self._player.pause()
            self._refresh()
        else:
            self.play_selection()

    def play_selection(self) -> None:
        """Play to the end of the selection: from the playhead where that is inside of it, else from its beginning."""
        selection = self._timeline.selection
        if selection is not None and not selection[0] <= self._player.position < selection[1] - _AT_THE_END:
            self._seek(selection[0])
        self._end_with_selection(selection is not None)
        self._player.play()
        self._refresh()

    def play_on(self) -> None:
        """Play from the playhead on, past the end of the selection."""
        self._end_with_selection(False)
        self._player.play()
        self._refresh()

    def _end_with_selection(self, ends: bool) -> None:
        """Pause at the end of the selection while it is played, unless it repeats."""
        selection = self._timeline.selection
        self._ends_with_selection = ends and selection is not None
        self._player.set_end(selection[1] if self._ends_with_selection and selection is not None else None)

    def to_start(self) -> None:
        """Go to the beginning, or to that of the passage that is being looped."""
        selection = self._timeline.selection if self.loop_button.isChecked() else None
        self._seek(selection[0] if selection is not None else 0.0)

    def step(self, seconds: float) -> None:
        """Go on, or back, by some seconds."""
        self._seek(self._timeline.position + seconds)

    def _seek(self, seconds: float) -> None:
        seconds = min(max(seconds, 0.0), self._timeline.duration)
        self._player.seek(seconds)
        self._timeline.position = seconds

    @Slot(bool)
    def set_looping(self, looping: bool) -> None:
        """Repeat the selection, or the whole piece where nothing is selected; or play on."""
        self.loop_button.setChecked(looping)
        self._apply_loop()
        self.looping_changed.emit(looping)

    def toggle_loop(self) -> None:
        """Loop, or stop doing so."""
        self.set_looping(not self.loop_button.isChecked())

    @Slot(bool)
    def set_click(self, clicking: bool) -> None:
        """Switch the metronome click on or off."""
        self.click_button.setChecked(clicking)
        self._player.set_clicking(clicking)
        self.clicking_changed.emit(clicking)

    def toggle_clicks(self) -> None:
        """Toggle the metronome click."""
        self.set_click(not self.click_button.isChecked())

    def toggle_mute(self) -> None:
        """Mute or unmute."""
        self.set_muted(not self.mute_button.isChecked())

    def toggle_follow(self) -> None:
        """Toggle whether the view follows the playhead."""
        self.set_follow(not self.follow_button.isChecked())

    @Slot(bool)
    def set_follow(self, follow: bool) -> None:
        """Toggle whether the view follows the playhead."""
        self.follow_button.setChecked(follow)
        self._timeline.follow = follow

    @Slot(bool)
    def set_muted(self, muted: bool) -> None:
        """Be silent, or as loud as the slider says."""
        self.mute_button.setChecked(muted)
        self._apply_volume()

    # --- what the player does ----------------------------------------------------------------------------------------

    @Slot()
    def _poll(self) -> None:
        self._timeline.position = self._player.position
        if self._player.state is not State.PLAYING and not self._afterglow.isActive():
            self._timer.stop()

    @Slot()
    def _refresh(self) -> None:
        """Show the player's state: called whenever it may have changed."""
        player = self._player
        playing = player.state is State.PLAYING
        if playing:
            self._timer.start()
        elif self._timer.isActive() and not self._afterglow.isActive():
            self._afterglow.start()
        has_piece = player.path is not None
        usable = has_piece and player.state is not State.UNAVAILABLE
        trouble = player.error or ""
        self.play_button.setEnabled(has_piece)
        for control in (
            self.to_start_button, self.loop_button, self.speed_button, self.mute_button, self.volume_slider,
        ):  # fmt: skip
            control.setEnabled(usable)
        self.follow_button.setEnabled(has_piece)
        self.click_button.setEnabled(usable and self._has_beats)
        self.click_button.setToolTip(
            tr("Metronome click") if self._has_beats or not has_piece else tr("No beats found")
        )
        self.trouble.set_full_text(trouble if player.trouble is None else BRIEFLY.get(player.trouble.code, trouble))
        self.trouble.setToolTip(trouble)
        self.trouble.setVisible(bool(trouble))
        self.now.setVisible(not trouble)
        self._name_play_button(
            tr("Pause") if playing else tr("Play"), trouble if player.state is State.UNAVAILABLE else ""
        )
        self._show_play_icon()

    def _name_play_button(self, name: str, trouble: str) -> None:
        self.play_button.setAccessibleName(name)
        self.play_button.setAccessibleDescription(trouble)
        self.play_button.setToolTip(
            tr("{trouble} Press to try again.", trouble=trouble) if trouble else tr("{name} (Space)", name=name)
        )

    def _show_play_icon(self) -> None:
        name = "pause" if self._player.state is State.PLAYING else "play"
        self.play_button.setIcon(icon(name, self._theme.accent_text, self._theme.surface))

    @Slot()
    def _show_time(self) -> None:
        self.time_label.setText(format_time(self._timeline.position, 1))
        self.duration_label.setText(f"/ {format_time(self._timeline.duration, 1)}")

    @Slot()
    def _fit_time(self) -> None:
        """Keep room for the longest time, so that nothing beside it moves while it counts."""
        widest = "".join("0" if char.isdigit() else char for char in format_time(self._timeline.duration, 1))
        self.time_label.setMinimumWidth(self.time_label.fontMetrics().horizontalAdvance(widest) + 2)
        self._show_time()

    @Slot()
    def _apply_loop(self) -> None:
        timeline = self._timeline
        whole = (0.0, timeline.duration)
        self._player.set_loop((timeline.selection or whole) if self.loop_button.isChecked() else None)
        if self._ends_with_selection:
            self._end_with_selection(True)
        if self._player.state is not State.PLAYING:
            timeline.position = self._player.position

    @Slot()
    def _await_loop(self) -> None:
        if self.loop_button.isChecked() or self._ends_with_selection:
            self._loop_delay.start()

    @Slot()
    def _apply_volume(self) -> None:
        muted = self.mute_button.isChecked()
        self._player.set_volume(0.0 if muted else self.volume**2)
        self._show_volume_icon()
        self.mute_button.setAccessibleName(tr("Sound on") if muted else tr("Mute"))
        self.mute_button.setToolTip(tr("Sound on") if muted else tr("Mute"))
        self.volume_changed.emit(self.volume)

    def _show_volume_icon(self) -> None:
        silent = self.mute_button.isChecked() or self.volume_slider.value() == 0
        self.mute_button.setIcon(themed_icon("muted" if silent else "volume", self._theme))

    # --- building ----------------------------------------------------------------------------------------------------

    def _toggle(self, name: str, callback: Callable[[bool], None]) -> QToolButton:
        button = tool_button(name, lambda: callback(button.isChecked()))
        button.setCheckable(True)
        return button

    def _arrange(self) -> None:
        for button in (
            self.to_start_button, self.loop_button, self.click_button, self.follow_button, self.mute_button,
            self.edit_button,
        ):  # fmt: skip
            button.setFixedSize(4 * UNIT, 4 * UNIT)
            button.setIconSize(QSize(20, 20))
        self.play_button.setFixedSize(36, 36)
        self.play_button.setIconSize(QSize(20, 20))
        self.follow_button.setChecked(self._timeline.follow)
        self._arrange_volume()
        self._arrange_time()
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        row.setSpacing(UNIT // 2)
        parts: list[QWidget | int] = [self.to_start_button, self.play_button, 2 * UNIT]
        parts += [self.time_label, self.duration_label, 3 * UNIT]
        parts += [self.tempo, 2 * UNIT, self.metre, 2 * UNIT, self.key, 2 * UNIT, self.edit_button, UNIT]
        parts += [self.now, self.trouble, self.speed_button, self.loop_button, self.click_button, self.follow_button]
        parts += [2 * UNIT]
        parts += [self.mute_button, self.volume_slider]
        for part in parts:
            if isinstance(part, int):
                row.addSpacing(part)
            else:
                row.addWidget(part, 1 if part in (self.now, self.trouble) else 0)

    def _arrange_volume(self) -> None:
        slider = self.volume_slider
        slider.setRange(0, 100)
        slider.setValue(100)
        slider.setSingleStep(5)
        slider.setPageStep(10)
        slider.setFixedWidth(12 * UNIT)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        slider.setToolTip(tr("Volume"))
        slider.setAccessibleName(tr("Volume"))

    def _arrange_time(self) -> None:
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        self.duration_label.setFont(font)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setWeight(QFont.Weight.DemiBold)
        self.time_label.setFont(font)
        self.time_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.time_label.setAccessibleName(tr("Position"))
        self.duration_label.setAccessibleName(tr("Duration"))
        self._fit_time()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._poll)
        self._loop_delay.timeout.connect(self._apply_loop)
        self._timeline.position_changed.connect(self._show_time)
        self._timeline.position_changed.connect(self.now.show_at)
        self.speed_button.speed_changed.connect(self._player.set_speed)
        self._timeline.duration_changed.connect(self._fit_time)
        self._timeline.duration_changed.connect(self._await_loop)
        self._timeline.selection_changed.connect(self._await_loop)
        self.volume_slider.valueChanged.connect(self._apply_volume)
        # The player calls from its own thread; a queued signal brings it to this one.
        self._player_changed.connect(self._refresh, Qt.ConnectionType.QueuedConnection)
        player = self._player
        player.on_change = self._player_changed.emit
        self.destroyed.connect(player.forget_listener)
