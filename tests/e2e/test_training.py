"""What one hears while all cores train."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from tests.e2e.playing import run_player
from tests.e2e.sound_server import SR, SoundServer, missing_tools, sound_server

pytestmark = [
    pytest.mark.xdist_group("sound"),
    pytest.mark.skipif(bool(missing_tools()), reason=f"needs {' and '.join(missing_tools())}"),
]

SECONDS = 12
SEARCHING = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from desktop.app import make_application
from desktop.benchmark import wait as turn
from desktop.training_benchmark import searching

app = make_application()
open_piece()
with searching(app, "exhaustive") as session:
    player.play()
    while player.position < 10.0 and not player.error:
        turn(20)
    tell(still_searching=session.is_busy, fits=session.search_board is not None, error=player.error)
    player.pause()
    turn(300)
"""


@pytest.fixture
def server() -> Iterator[SoundServer]:
    with tempfile.TemporaryDirectory(prefix="gs") as folder, sound_server(Path(folder)) as running:
        yield running


def test_a_piece_plays_without_a_gap_while_all_cores_search(server: SoundServer, tmp_path: Path) -> None:
    noise = np.random.default_rng(9).uniform(-0.5, 0.5, (SECONDS * SR, 2)).astype(np.float32)
    path = tmp_path / "noise.wav"
    sf.write(path, noise, SR, subtype="FLOAT")
    with server.recording() as recording:
        told = run_player(SEARCHING, path, SECONDS, server.environment)
    assert told[0] == {"still_searching": True, "fits": True, "error": None}
    heard = recording.samples()
    start = int(np.argmax(np.convolve(heard[:, 0] != 0.0, np.ones(100), "valid") > 90))
    first = int(np.flatnonzero((np.abs(noise[:4000] - heard[start + 2000]) < 1e-6).all(axis=1))[0])
    whole = slice(start + 2000, start + 2000 + 9 * SR)
    expected = noise[first : first + 9 * SR]
    wrong = np.flatnonzero(np.abs(heard[whole] - expected).max(axis=1) > 1e-6)
    assert len(wrong) == 0, f"{len(wrong)} frames differ, the first after {wrong[0] / SR:.2f} s"
