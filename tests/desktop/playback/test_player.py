"""The player without a sound device: it says so, keeps everything else going, and leaves nothing behind.

What it sounds like is tested against a real sound server in tests/e2e/test_playback.py.
"""

from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from tests.e2e.playing import run_player

SR = 22050


@pytest.fixture
def piece(tmp_path: Path) -> Path:
    path = tmp_path / "piece.wav"
    sf.write(path, np.zeros((2 * SR, 2), dtype=np.float32), SR)
    return path


@pytest.fixture
def no_device(tmp_path: Path) -> dict[str, str]:
    """ALSA with not a single device in it."""
    configuration = tmp_path / "asound.conf"
    configuration.write_text("pcm.nothing 1\n")  # an empty file would make PortAudio abort
    return {"ALSA_CONFIG_PATH": str(configuration), "PULSE_SERVER": f"unix:{tmp_path / 'nobody'}"}


def test_without_a_device_the_player_is_unavailable_with_one_line(piece: Path, no_device: dict[str, str]) -> None:
    told = run_player(
        """
seen = []
player.on_change = lambda: seen.append(player.state.value)
open_piece()
until(lambda: player.state is State.UNAVAILABLE)
tell(error=player.error)
player.seek(1.25)
player.set_loop((0.5, 1.5)); player.set_clicks([0.5, 1.0]); player.set_clicking(True); player.set_volume(0.3)
tell(position=player.position)
player.play()
until(lambda: player.state is State.UNAVAILABLE and player.error)
tell(error=player.error, position=player.position, seen=seen)
""",
        piece,
        2.0,
        no_device,
    )
    line = "No sound device found; playback is off."
    assert told[0] == {"error": line}
    assert told[1] == {"position": 1.25}
    assert told[2]["error"] == line and told[2]["position"] == 1.25 and "unavailable" in told[2]["seen"]
    assert told[3] == {"threads": ["MainThread"]}


def test_without_portaudio_the_player_is_unavailable_with_one_line(piece: Path) -> None:
    told = run_player(
        """
import ctypes.util
find_library = ctypes.util.find_library
ctypes.util.find_library = lambda name: None if name.startswith("portaudio") else find_library(name)
open_piece()
until(lambda: player.state is State.UNAVAILABLE)
tell(error=player.error)
""",
        piece,
        2.0,
        {},
    )
    assert told[0] == {"error": "PortAudio library not found; playback is off."}


def test_a_file_that_cannot_be_played_is_one_line(tmp_path: Path, no_device: dict[str, str]) -> None:
    (tmp_path / "text.wav").write_text("This is not music.\n" * 50)
    told = run_player("open_piece(); tell(error=player.error)", tmp_path / "text.wav", 2.0, no_device)
    assert told[0]["error"].startswith("text.wav ")
    told = run_player("open_piece(); tell(error=player.error)", tmp_path / "gone.wav", 2.0, no_device)
    assert told[0]["error"] == "gone.wav no longer exists. Open it from its new location."


def test_importing_the_player_imports_no_sound_library(piece: Path) -> None:
    script = "tell(heavy=sorted({'sounddevice', 'soundfile', 'av', 'soxr', 'PySide6'} & set(sys.modules)))"
    assert run_player(script, piece, 2.0, {})[0] == {"heavy": []}


def test_opening_and_closing_many_times_leaves_no_thread(piece: Path, no_device: dict[str, str]) -> None:
    told = run_player(
        """
for number in range(40):
    player.open(path, duration)
    player.play()
    player.seek(number / 40)
    if number % 3 == 0:
        player.close()
        assert player.state is State.STOPPED and player.position == 0.0 and player.path is None
""",
        piece,
        2.0,
        no_device,
    )
    assert told == [{"threads": ["MainThread"]}]


def test_a_player_with_nothing_open_does_nothing() -> None:
    from desktop.playback.player import Player, State

    player = Player()
    player.play()
    player.pause()
    player.seek(3.0)
    assert (player.state, player.position, player.error) == (State.STOPPED, 0.0, None)
    player.close()


def test_marks_of_downbeats_must_fit_the_beats() -> None:
    from desktop.playback.player import Player

    with pytest.raises(ValueError, match="3 beats but 2 marks of downbeats"):
        Player().set_clicks([0.0, 1.0, 2.0], [True, False])
