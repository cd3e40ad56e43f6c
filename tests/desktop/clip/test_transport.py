"""The row under the picture: it shows what the player does, and the player does what it says."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSlider
from pytestqt.qtbot import QtBot

from core.analysis import ClipAnalysis
from core.harmony.chords import Chords
from core.rhythm.grid import BeatGrid
from core.structure.sections import Sections
from desktop.clip.timeline import Timeline
from desktop.clip.transport import Transport
from desktop.playback.player import Player, State
from desktop.widgets.style import style_sheet
from desktop.widgets.theme import DARK, LIGHT
from tests.desktop.synthetic import synthetic_analysis, synthetic_preview

SECONDS = 30.0


@pytest.fixture
def piece(tmp_path: Path) -> Path:
    path = tmp_path / "piece.wav"
    sf.write(path, np.zeros((int(SECONDS) * 8000, 1), dtype=np.float32), 8000)
    return path


@pytest.fixture
def player() -> Iterator[Player]:
    player = Player()
    yield player
    player.close()


@pytest.fixture
def transport(player: Player, qtbot: QtBot) -> Iterator[Transport]:
    transport = Transport(player, Timeline())
    qtbot.addWidget(transport)
    yield transport
    player.forget_listener()


class Commands:
    """What the transport asked the player for, beside what the player does with it."""

    def __init__(self, player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[tuple[str, object]] = []
        for name in ("seek", "set_loop", "set_end", "set_volume", "set_clicking", "set_clicks"):
            monkeypatch.setattr(player, name, self._listening(name, getattr(player, name)))

    def _listening(self, name, method):
        def call(*arguments):
            self.said.append((name, arguments[0]))
            method(*arguments)

        return call

    def last(self, name: str) -> object:
        return next(argument for said, argument in reversed(self.said) if said == name)


@pytest.fixture
def commands(player: Player, monkeypatch: pytest.MonkeyPatch) -> Commands:
    return Commands(player, monkeypatch)


def open_piece(transport: Transport, path: Path) -> ClipAnalysis:
    analysis = synthetic_analysis(SECONDS)
    transport._timeline.duration = SECONDS
    transport._player.open(path, SECONDS)
    transport.show_analysis(analysis)
    return analysis


def test_it_reads_out_time_tempo_metre_and_key(transport: Transport, piece: Path) -> None:
    analysis = open_piece(transport, piece)
    transport._timeline.position = 12.34
    assert (transport.time_label.text(), transport.duration_label.text()) == ("0:12.3", "/ 0:30.0")
    assert f"{transport.tempo.value.text()} {transport.tempo.unit.text()}" == f"{analysis.rhythm.grid.tempo:.1f} BPM"
    assert transport.metre.value.text() == f"{analysis.rhythm.grid.beats_per_bar}/4"
    assert analysis.harmony.key is not None and transport.key.value.text() == analysis.harmony.key.name
    assert analysis.harmony.key.second_name in transport.key.toolTip()


def test_what_is_not_there_is_a_dash_with_the_reason(transport: Transport, piece: Path) -> None:
    nothing = BeatGrid(np.empty(0), np.empty(0, dtype=np.int64), float("nan"), 4)
    transport._timeline.duration = SECONDS
    transport._player.open(piece, SECONDS)
    analysis = synthetic_analysis(SECONDS)
    rhythm, harmony = replace(analysis.rhythm, grid=nothing), replace(analysis.harmony, key=None)
    transport.show_analysis(replace(analysis, rhythm=rhythm, harmony=harmony))
    reasons = {
        transport.tempo: "No beats, so no tempo",
        transport.metre: "No beats, so no bars",
        transport.key: "No clear key",
    }
    for readout, reason in reasons.items():
        assert readout.value.text() == "—" and reason in readout.toolTip()
    assert not transport.click_button.isEnabled()
    assert transport.click_button.toolTip() == "No beats found"


def test_without_a_steady_tempo_or_bars_the_readouts_say_so(transport: Transport) -> None:
    analysis = synthetic_analysis(SECONDS)
    estimate = replace(analysis.rhythm.estimate, is_steady=False, has_bars=False)
    unsure = replace(analysis.rhythm, estimate=estimate)
    transport.show_analysis(replace(analysis, rhythm=unsure))
    assert transport.tempo.unit.text() == "No steady tempo" and transport.metre.unit.text() == "No bars"
    assert "120.0 BPM on average" in transport.tempo.toolTip()
    corrected = replace(unsure, grid=replace(unsure.grid, beat_times=unsure.grid.beat_times + 0.01))
    transport.show_analysis(replace(analysis, rhythm=corrected))
    assert transport.tempo.value.text() == "120.0" and transport.metre.value.text() == "4/4"


def test_the_time_s_place_does_not_move_while_it_counts(transport: Transport, piece: Path) -> None:
    transport._timeline.duration = 4000.0
    widths = set()
    for position in (0.0, 7.1, 59.9, 611.1, 3599.9, 3999.9):
        transport._timeline.position = position
        widths.add(transport.time_label.sizeHint().expandedTo(transport.time_label.minimumSize()).width())
    assert len(widths) == 1


def test_looping_repeats_the_selection_or_the_whole_piece(
    transport: Transport, piece: Path, commands: Commands, qtbot: QtBot
) -> None:
    open_piece(transport, piece)
    transport.toggle_loop()
    assert commands.last("set_loop") == (0.0, SECONDS)
    transport._timeline.selection = (4.0, 6.0)
    qtbot.waitUntil(lambda: commands.last("set_loop") == (4.0, 6.0))
    assert transport._timeline.position == 4.0
    transport.set_looping(False)
    assert commands.last("set_loop") is None


def test_a_selection_without_looping_changes_nothing(
    transport: Transport, piece: Path, commands: Commands, qtbot: QtBot
) -> None:
    open_piece(transport, piece)
    transport._timeline.selection = (4.0, 6.0)
    qtbot.waitUntil(lambda: not transport._loop_delay.isActive())
    assert "set_loop" not in [name for name, _ in commands.said]


def test_clicks_are_heard_only_on_request(transport: Transport, piece: Path, commands: Commands, qtbot: QtBot) -> None:
    analysis = open_piece(transport, piece)
    assert np.array_equal(commands.last("set_clicks"), analysis.rhythm.grid.beat_times)
    assert "set_clicking" not in [name for name, _ in commands.said]
    with qtbot.waitSignal(transport.clicking_changed):
        transport.toggle_clicks()
    assert commands.last("set_clicking") is True and transport.click_button.isChecked()
    transport.set_click(False)
    assert commands.last("set_clicking") is False


def test_volume_is_quadratic_and_mute_gives_it_back(transport: Transport, commands: Commands) -> None:
    transport.volume = 0.5
    assert commands.last("set_volume") == pytest.approx(0.25)
    transport.set_muted(True)
    assert commands.last("set_volume") == 0.0
    assert transport.mute_button.accessibleName() == "Sound on"
    transport.set_muted(False)
    assert commands.last("set_volume") == pytest.approx(0.25)
    assert transport.volume == 0.5


def test_steps_stay_inside_the_piece(transport: Transport, piece: Path, commands: Commands) -> None:
    open_piece(transport, piece)
    transport.step(-5.0)
    assert commands.last("seek") == 0.0
    transport._timeline.position = 28.0
    transport.step(5.0)
    assert commands.last("seek") == SECONDS and transport._timeline.position == SECONDS
    transport.to_start()
    assert transport._timeline.position == 0.0


def test_to_the_start_of_what_is_looped(transport: Transport, piece: Path) -> None:
    open_piece(transport, piece)
    transport._timeline.selection = (4.0, 6.0)
    transport.set_looping(True)
    transport._timeline.position = 5.0
    transport.to_start()
    assert transport._timeline.position == 4.0


def test_following_can_be_left(transport: Transport, qtbot: QtBot) -> None:
    assert transport.follow_button.isChecked()
    transport.follow_button.setEnabled(True)
    qtbot.mouseClick(transport.follow_button, Qt.MouseButton.LeftButton)
    assert transport._timeline.follow is False


def test_without_a_device_only_play_is_left_which_looks_again(
    transport: Transport, piece: Path, player: Player, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from desktop.playback import player as player_module
    from desktop.playback.output import OutputError

    def nothing(*arguments):
        raise OutputError("playback.no_device")

    # Whatever machine this runs on; the real thing is tested in tests/desktop/test_player.py.
    monkeypatch.setattr(player_module, "playable_rate", nothing)
    monkeypatch.setattr(player_module, "look_again", lambda: None)
    open_piece(transport, piece)
    qtbot.waitUntil(lambda: player.state is State.UNAVAILABLE and not transport.volume_slider.isEnabled())
    assert transport.trouble.full_text == "No sound device found"
    no_device = str(OutputError("playback.no_device"))
    assert transport.trouble.toolTip() == no_device
    assert transport.play_button.isEnabled()
    assert no_device in transport.play_button.toolTip() and "again" in transport.play_button.toolTip()
    for control in (transport.loop_button, transport.click_button, transport.to_start_button, transport.mute_button):
        assert not control.isEnabled()
    transport.toggle_playback()
    qtbot.waitUntil(lambda: player.state is State.UNAVAILABLE and transport.play_button.accessibleName() == "Play")


def test_nothing_can_be_pressed_while_nothing_is_open(transport: Transport) -> None:
    enabled = [
        control
        for kind in (QAbstractButton, QSlider)
        for control in transport.findChildren(kind)
        if control.isEnabled()
    ]
    assert enabled == []


def test_clearing_forgets_the_piece(transport: Transport, piece: Path, player: Player) -> None:
    open_piece(transport, piece)
    player.close()
    transport.clear()
    assert transport.tempo.value.text() == "" and not transport.play_button.isEnabled()


def test_a_preview_says_that_the_analysis_is_to_come(transport: Transport, piece: Path, player: Player) -> None:
    player.open(piece, SECONDS)
    transport.show_preview(synthetic_preview(SECONDS))
    assert transport.tempo.value.text() == "—" and "not analysed yet" in transport.tempo.toolTip()
    assert transport.play_button.isEnabled() and not transport.click_button.isEnabled()


def test_every_control_has_a_name_and_can_be_reached_by_tab(transport: Transport) -> None:
    controls = [*transport.findChildren(QAbstractButton), *transport.findChildren(QSlider)]
    assert len(controls) == 11
    for control in controls:
        assert control.accessibleName() and control.toolTip()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_it_fits_into_nine_hundred_pixels(transport: Transport, piece: Path, theme, qtbot: QtBot) -> None:
    transport.setStyleSheet(style_sheet(theme))
    transport.set_theme(theme)
    open_piece(transport, piece)
    transport.resize(900, transport.sizeHint().height())
    transport.show()
    assert transport.minimumSizeHint().width() <= 900
    parts = [transport.time_label, transport.tempo, transport.key, transport.loop_button, transport.volume_slider]
    edges = [(part.x(), part.x() + part.width()) for part in parts]
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(edges))
    assert edges[-1][1] <= 900


def test_a_selection_is_played_to_its_end_from_its_beginning(
    transport: Transport, piece: Path, player: Player, commands: Commands
) -> None:
    open_piece(transport, piece)
    transport._timeline.selection = (4.0, 6.0)
    transport.play_selection()
    assert commands.last("seek") == 4.0 and commands.last("set_end") == 6.0
    player.pause()
    player.seek(5.0)
    transport.play_selection()
    assert commands.last("seek") == 5.0, "inside the selection it goes on where it was"
    player.pause()
    player.seek(6.0)
    transport.play_selection()
    assert commands.last("seek") == 4.0
    transport.play_on()
    assert commands.last("set_end") is None


def test_a_selection_that_changes_while_it_plays_takes_the_end_with_it(
    transport: Transport, piece: Path, commands: Commands, qtbot: QtBot
) -> None:
    open_piece(transport, piece)
    transport._timeline.selection = (4.0, 6.0)
    transport.play_selection()
    transport._timeline.selection = (4.0, 8.0)
    qtbot.waitUntil(lambda: commands.last("set_end") == 8.0)
    transport._timeline.selection = None
    qtbot.waitUntil(lambda: commands.last("set_end") is None)


def test_without_a_selection_the_piece_is_played(transport: Transport, piece: Path, commands: Commands) -> None:
    open_piece(transport, piece)
    transport.play_selection()
    assert commands.last("set_end") is None and "seek" not in [name for name, _ in commands.said]


def test_the_speed_is_said_and_goes_to_the_player(transport: Transport, piece: Path, player: Player) -> None:
    open_piece(transport, piece)
    button = transport.speed_button
    assert button.text() == "100 %"
    button.step(-3)
    assert (button.text(), player.speed) == ("85 %", 0.85)
    button.set_speed(0.2)
    assert player.speed == 0.5
    button.step(-1)
    assert player.speed == 0.5
    button.slider.setValue(123)
    assert player.speed == 1.25, "steps of five per cent"
    button.set_speed(1.0)
    assert player.speed == 1.0


def test_section_and_chord_at_the_playhead_are_shown(transport: Transport, piece: Path) -> None:
    open_piece(transport, piece)
    times = np.array([0.0, 10.0, 20.0, 30.0])
    transport.now.show_sections(Sections(times, ("A", "B", "A"), names=(("B", "chorus?"),)))
    transport.now.show_chords(Chords(times, ("Bb:min", "N", "C"), np.full(3, 0.8)))
    shown = []
    for seconds in (5.0, 15.0, 25.0):
        transport._timeline.position = seconds
        shown.append(transport.now.full_text)
    assert shown == ["A 1  ·  B♭m", "B chorus?", "A 2  ·  C"]
    transport.clear()
    assert transport.now.full_text == ""
