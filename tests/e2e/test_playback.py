"""What the player plays, recorded from a real sound server and compared with the file, sample by sample."""

import multiprocessing
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import soundfile as sf

from desktop.playback.click_track import ClickTrack
from desktop.playback.deck import SEAM_SECONDS
from desktop.playback.renderer import FADE_SECONDS, VOLUME_SECONDS
from tests.e2e.playing import run_player
from tests.e2e.sound_server import SR, SoundServer, missing_tools, sound_server
from tests.waiting import PATIENCE

pytestmark = [
    pytest.mark.in_turn("sound"),
    pytest.mark.skipif(bool(missing_tools()), reason=f"needs {' and '.join(missing_tools())}"),
]

Samples = npt.NDArray[np.float32]
FADE = round(FADE_SECONDS * SR) + 2
SEAM = round(SEAM_SECONDS * SR)
SECONDS = 14


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    with tempfile.TemporaryDirectory(prefix="gs") as folder, sound_server(Path(folder)) as running:
        yield running


@pytest.fixture(scope="module")
def noise() -> Samples:
    """A piece in which every place is unlike every other."""
    return np.random.default_rng(7).uniform(-0.5, 0.5, (SECONDS * SR, 2)).astype(np.float32)


@pytest.fixture(scope="module")
def piece(noise: Samples, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("piece") / "noise.wav"
    sf.write(path, noise, SR, subtype="FLOAT")
    return path


@dataclass
class Heard:
    """A recording and what the script told meanwhile."""

    samples: Samples
    told: list[dict[str, Any]]
    began_at: float

    def find(self, passage: Samples, after: int = 0) -> int:
        """The frame of the recording at which `passage` begins, by cross-correlation."""
        heard = self.samples[after:, 0].astype(np.float64)
        n = 1 << int(np.ceil(np.log2(len(heard) + len(passage))))
        spectrum = np.fft.rfft(heard, n) * np.conj(np.fft.rfft(passage[:, 0].astype(np.float64), n))
        return after + int(np.argmax(np.fft.irfft(spectrum, n)[: len(heard)]))

    def sounding(self) -> npt.NDArray[np.int64]:
        """The frames that are not silent."""
        return np.flatnonzero(self.samples.any(axis=1))


def play(server: SoundServer, script: str, path: Path, duration: float = SECONDS) -> Heard:
    with server.recording() as recording:
        told = run_player(script, path, duration, server.environment)
    assert told[-1] == {"threads": ["MainThread"]}
    return Heard(recording.samples(), told[:-1], recording.began_at)


def assert_heard(heard: Heard, expected: Samples, start: int) -> None:
    """`expected`, but for a fade at each end, is what was recorded from frame `start` on."""
    got = heard.samples[start : start + len(expected)]
    assert len(got) == len(expected)
    wrong = np.flatnonzero(np.abs(got - expected)[FADE:-FADE].max(axis=1) > 1e-6)
    assert len(wrong) == 0, f"{len(wrong)} frames differ, the first at {wrong[0] + FADE} of {len(expected)}"


def gone_over(passage: Samples, before: Samples) -> Samples:
    """A passage whose end gives way to what comes before its beginning."""
    rising = (np.sin(np.linspace(0, np.pi / 2, SEAM + 2)[1:-1]) ** 2)[:, None]
    whole = passage.copy()
    whole[-SEAM:] = whole[-SEAM:] * rising[::-1] + before[-SEAM:] * rising
    return whole


def test_what_is_heard_is_the_file_to_the_sample_and_a_pause_keeps_the_place(
    server: SoundServer, piece: Path, noise: Samples
) -> None:
    heard = play(
        server,
        """
open_piece()
player.play()
until(lambda: player.position > 0.8)
player.pause()
wait(0.4)
tell(paused=player.position)
asked = time.monotonic()
player.play()
wait(0.05)
place = player.position
tell(resumed=(place, time.monotonic() - asked))
until(lambda: player.position > 1.5)
player.pause()
wait(0.4)
tell(paused=player.position)
""",
        piece,
    )
    paused, resumed, paused_again = (next(iter(fact.values())) for fact in heard.told)
    first = heard.find(noise[2000:8000]) - 2000
    end = round(paused * SR)
    assert_heard(heard, noise[:end], first)
    assert abs(heard.sounding()[heard.sounding() < first + end + SR // 50][-1] - (first + end)) < 0.03 * SR
    assert paused - 0.001 <= resumed[0] < paused + resumed[1] + 0.01
    # The second part goes on with the very sample after the last one before the pause.
    second = heard.find(noise[end + 2000 : end + 8000], first + end) - 2000
    assert second > first + end + 0.2 * SR
    assert_heard(heard, noise[end : round(paused_again * SR)], second)
    assert np.abs(heard.samples[first + end + 8 : second - 8]).max() == 0.0


def test_position_is_what_is_heard_now(server: SoundServer, piece: Path, noise: Samples) -> None:
    heard = play(
        server,
        """
open_piece()
player.play()
pairs = []
for _ in range(150):
    wait(0.01)
    pairs.append((time.perf_counter(), player.position))
player.seek(6.0)
tell(at_once=player.position)
for _ in range(100):
    wait(0.01)
    pairs.append((time.perf_counter(), player.position))
tell(pairs=pairs)
""",
        piece,
    )
    assert heard.told[0] == {"at_once": 6.0}
    pairs = np.array(heard.told[1]["pairs"])
    first = heard.find(noise[2000:8000]) - 2000
    jumped = heard.find(noise[6 * SR + 2000 : 6 * SR + 8000]) - 2000
    for part, frame, place in ((pairs[20:150], first, 0.0), (pairs[180:], jumped, 6.0)):
        truth = part[:, 0] - heard.began_at - frame / SR + place
        error = part[:, 1] - truth
        print(f"position is off by {1000 * error.min():.1f} to {1000 * error.max():.1f} ms")
        assert np.abs(error).max() < 0.03, f"{1000 * error.min():.1f} to {1000 * error.max():.1f} ms"
        assert np.diff(part[:, 1]).min() >= 0.0


def test_a_seek_while_playing_lands_on_the_sample_after_a_short_fade(
    server: SoundServer, piece: Path, noise: Samples
) -> None:
    heard = play(
        server,
        """
open_piece()
player.seek(3.0)
player.play()
until(lambda: player.position > 3.3)
player.seek(9.25)
until(lambda: player.position > 9.6)
""",
        piece,
    )
    before = heard.find(noise[3 * SR + 2000 : 3 * SR + 8000]) - 2000
    after = heard.find(noise[int(9.25 * SR) + 2000 : int(9.25 * SR) + 8000]) - 2000
    assert_heard(heard, noise[3 * SR :][: after - before - 8], before)
    assert_heard(heard, noise[int(9.25 * SR) :][: SR // 4], after)


def test_a_loop_is_gapless_and_exact(server: SoundServer, piece: Path, noise: Samples) -> None:
    heard = play(
        server,
        """
open_piece()
player.set_loop((1.0, 1.31))
player.play()
positions = []
for _ in range(150):
    wait(0.01)
    positions.append(player.position)
player.pause()
wait(0.4)
tell(lowest=min(positions), highest=max(positions), paused=player.position)
""",
        piece,
    )
    facts = heard.told[0]
    assert facts["lowest"] >= 1.0 and facts["highest"] <= 1.31
    passage = noise[SR : round(1.31 * SR)]
    first = heard.find(passage[:8000])
    first -= round((first - heard.sounding()[0]) / len(passage)) * len(passage)
    n_frames = heard.sounding()[-1] + 1 - first
    assert n_frames > 4 * len(passage)
    repeated = np.tile(gone_over(passage, noise[:SR]), (n_frames // len(passage) + 1, 1))
    assert_heard(heard, repeated[:n_frames], first)
    place = 1.0 + (n_frames % len(passage)) / SR
    assert abs(place - facts["paused"]) < 0.001


def test_a_loop_set_and_left_while_playing_has_no_seam(server: SoundServer, piece: Path, noise: Samples) -> None:
    heard = play(
        server,
        """
open_piece()
player.seek(2.0)
player.play()
until(lambda: player.position > 2.2)
player.set_loop((2.1, 2.8))
until(lambda: player.position > 2.6)
until(lambda: player.position < 2.5)
player.set_loop(None)
until(lambda: player.position > 3.2)
""",
        piece,
    )
    first = heard.find(noise[2 * SR + 2000 : 2 * SR + 8000]) - 2000
    start, end = round(2.1 * SR), round(2.8 * SR)
    expected = np.concatenate([noise[2 * SR : end], noise[start : round(3.1 * SR)]])
    seam = end - 2 * SR
    assert_heard(heard, expected[: seam - SEAM], first)
    # The loop was set with time to spare, so its seam is the one of every loop.
    going_over = heard.samples[first + seam - SEAM : first + seam]
    assert np.abs(going_over - gone_over(noise[start:end], noise[:start])[-SEAM:]).max() < 1e-6
    assert np.abs(heard.samples[first + seam : first + len(expected)] - expected[seam:]).max() < 1e-6


def test_clicks_sound_at_the_beats_and_the_music_goes_on(server: SoundServer, piece: Path, noise: Samples) -> None:
    heard = play(
        server,
        """
open_piece()
player.set_clicks([0.3, 1.3, 1.55, 1.8, 2.8, 3.05], [True, False, False, True, False, False])
player.play()
until(lambda: player.position > 0.45)
player.set_clicking(True)
until(lambda: player.position > 1.95)
player.set_clicking(False)
until(lambda: player.position > 3.4)
""",
        piece,
    )
    # the clicking was set most of a second before a click, as this process may have to wait for a core
    first = heard.find(noise[2000:8000]) - 2000
    clicked = noise.copy()
    ClickTrack([1.3, 1.55, 1.8], [False, False, True], SR).mix_into(clicked, 0)
    assert_heard(heard, clicked[: round(3.3 * SR)], first)


def test_a_change_of_volume_glides_without_a_click(server: SoundServer, tmp_path: Path) -> None:
    path = tmp_path / "level.wav"
    sf.write(path, np.full((3 * SR, 2), 0.8, dtype=np.float32), SR, subtype="FLOAT")
    heard = play(
        server,
        """
open_piece()
player.play()
until(lambda: player.position > 0.3)
player.set_volume(0.25)
until(lambda: player.position > 0.8)
player.set_volume(0.0)
until(lambda: player.position > 1.2)
""",
        path,
        3.0,
    )
    level = heard.samples[heard.sounding()[0] :, 0]
    assert np.abs(level[round(0.2 * SR) : round(0.25 * SR)] - 0.8).max() < 1e-6
    assert np.abs(level[round(0.7 * SR) : round(0.75 * SR)] - 0.2).max() < 1e-6
    assert np.abs(level[round(1.15 * SR) : round(1.18 * SR)]).max() < 1e-6
    steps = np.abs(np.diff(level[FADE : round(1.1 * SR)]))
    assert 0 < steps.max() < 0.8 / (VOLUME_SECONDS * SR) * 1.05


def test_at_the_end_it_stops_and_play_begins_anew(server: SoundServer, noise: Samples, tmp_path: Path) -> None:
    path = tmp_path / "short.wav"
    sf.write(path, noise[: round(0.6 * SR)], SR, subtype="FLOAT")
    heard = play(
        server,
        """
open_piece()
player.play()
until(lambda: player.state is State.STOPPED)
tell(position=player.position, error=player.error)
until(lambda: not player._deck.is_open)
wait(0.2)
player.play()
until(lambda: player.state is State.STOPPED and player.position > 0.5)
""",
        path,
        0.6,
    )
    assert heard.told[0] == {"position": 0.6, "error": None}
    sounding = heard.sounding()
    starts = sounding[np.flatnonzero(np.diff(sounding, prepend=-SR) > SR // 6)]
    assert len(starts) == 2
    for start in starts:
        # The file's own end is not faded.
        whole = heard.samples[start - 1 :][: round(0.6 * SR) + 100]
        at = heard.find(noise[2000:8000], start) - 2000 - (start - 1)
        assert np.abs(whole[at + FADE : at + round(0.6 * SR)] - noise[FADE : round(0.6 * SR)]).max() < 1e-6


def test_an_mp3_is_heard_as_it_is_decoded_from_its_start(server: SoundServer, noise: Samples, tmp_path: Path) -> None:
    path = tmp_path / "noise.mp3"
    sf.write(path, noise[: 6 * SR], SR, format="MP3")
    decoded = np.clip(sf.read(path, dtype="float32", always_2d=True)[0], -1, 1)
    heard = play(
        server,
        """
open_piece()
player.seek(4.0)
player.play()
until(lambda: player.position > 4.5)
""",
        path,
        6.0,
    )
    start = heard.find(decoded[4 * SR + 2000 : 4 * SR + 8000]) - 2000
    assert_heard(heard, decoded[4 * SR : round(4.45 * SR)], start)


def test_mono_at_another_rate_is_heard_on_both_sides(server: SoundServer, tmp_path: Path) -> None:
    path = tmp_path / "mono.wav"
    seconds = np.arange(2 * 48000) / 48000
    sf.write(path, (0.5 * np.sin(2 * np.pi * 1000 * seconds)).astype(np.float32), 48000, subtype="FLOAT")
    heard = play(
        server,
        """
open_piece()
player.play()
until(lambda: player.position > 1.0)
tell(sr=player._deck.sr)
""",
        path,
        2.0,
    )
    assert heard.told[0] == {"sr": 48000}
    tone = heard.samples[heard.sounding()[0] + FADE :][: SR // 2]
    assert np.array_equal(tone[:, 0], tone[:, 1])
    assert np.argmax(np.abs(np.fft.rfft(tone[:, 0]))) == 500


def test_a_file_cut_short_while_playing_ends_with_a_line(server: SoundServer, noise: Samples, tmp_path: Path) -> None:
    path = tmp_path / "cut.wav"
    sf.write(path, noise, SR, subtype="FLOAT")
    heard = play(
        server,
        """
import os
open_piece()
player.play()
until(lambda: player.position > 0.3)
os.truncate(path, 44100 * 8)
until(lambda: player.state is State.STOPPED)
tell(error=player.error, position=player.position)
""",
        path,
    )
    assert heard.told[0]["error"] == "cut.wav ended early: it was changed, or taken away, while it was playing."
    assert 0.3 < heard.told[0]["position"] < 2.0


def test_a_device_that_appears_later_is_found_by_play(piece: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="gs") as folder:
        with sound_server(Path(folder)) as gone:
            environment = gone.environment
        script = f"""
open_piece()
until(lambda: player.state is State.UNAVAILABLE)
tell(error=player.error)
Path({str(gone.folder)!r}, "ready").touch()
until(lambda: Path({str(gone.socket)!r}).exists())
player.play()
until(lambda: player.position > 0.3)
tell(state=player.state.value, error=player.error)
"""
        with ThreadPoolExecutor(1) as pool:
            playing = pool.submit(run_player, script, piece, SECONDS, environment)
            while not (gone.folder / "ready").exists() and not playing.done():
                time.sleep(0.01)
            with sound_server(Path(folder)):
                told = playing.result(timeout=PATIENCE)
    assert told[0] == {"error": "No sound device found; playback is off."}
    assert told[1] == {"state": "playing", "error": None}


def test_a_server_that_dies_while_playing_is_a_line_and_no_hang(piece: Path) -> None:
    script = """
import os, signal
open_piece()
player.play()
until(lambda: player.position > 0.3)
os.kill(int(os.environ["SERVER"]), signal.SIGKILL)
until(lambda: player.state is not State.PLAYING)
tell(error=player.error, state=player.state.value)
"""
    with tempfile.TemporaryDirectory(prefix="gs") as folder, sound_server(Path(folder)) as server:
        environment = server.environment | {"SERVER": str(server.process.pid)}
        told = run_player(script, piece, SECONDS, environment)
    assert told[0]["state"] in ("paused", "unavailable")
    assert "sound device" in told[0]["error"].lower()


def test_a_chosen_device_plays_and_one_that_is_gone_is_a_line_and_the_default(
    server: SoundServer, piece: Path, noise: Samples
) -> None:
    heard = play(
        server,
        """
found = []
player.on_devices = found.append
open_piece()
player.look_for_devices()
until(lambda: found)
name = next(name for name in found[0] if name.startswith("second,"))
player.set_device(name)
player.play()
until(lambda: player.position > 0.5)
tell(error=player.error)
player.pause()
player.set_device("Headphones, ALSA")
player.seek(3.0)
player.play()
until(lambda: player.position > 3.6)
tell(error=player.error, state=player.state.value)
""",
        piece,
    )
    gone = "“Headphones” is not there; playing through the system's default device."
    assert heard.told == [{"error": None}, {"error": gone, "state": "playing"}]
    first = heard.find(noise[3 * SR + 2000 : 3 * SR + 8000]) - 2000
    assert_heard(heard, noise[3 * SR : round(3.5 * SR)], first)
    assert heard.sounding()[0] >= first - SR // 10, "the second sink is not recorded"


def test_the_playhead_in_the_window_follows_and_stops(server: SoundServer, piece: Path) -> None:
    heard = play(
        server,
        """
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.clip.timeline import Timeline
from desktop.clip.transport import Transport
app = QApplication([])
timeline = Timeline()
timeline.duration = duration
transport = Transport(player, timeline)
open_piece()
QTest.qWait(0)
moved = []
timeline.position_changed.connect(moved.append)
transport.toggle_playback()
until(lambda: QTest.qWait(5) or (timeline.position > 0.5 and len(moved) > 12))
tell(moved=len(moved), rising=all(b > a for a, b in zip(moved, moved[1:])), name=transport.play_button.accessibleName())
transport.toggle_playback()
until(lambda: QTest.qWait(5) or not transport._timer.isActive())
tell(apart=abs(timeline.position - player.position), polling=transport._timer.isActive(),
     name=transport.play_button.accessibleName())
""",
        piece,
    )
    playing, paused = heard.told
    assert playing["rising"] and playing["name"] == "Pause"
    assert paused == {"apart": 0.0, "polling": False, "name": "Play"}


def test_an_end_stops_there_and_play_goes_on_after_it(server: SoundServer, piece: Path, noise: Samples) -> None:
    heard = play(
        server,
        """
open_piece()
player.seek(2.0)
player.set_end(2.5)
player.play()
until(lambda: player.state is State.PAUSED)
tell(position=player.position)
""",
        piece,
    )
    assert heard.told[0]["position"] == pytest.approx(2.5, abs=1e-4)
    first = heard.find(noise[2 * SR + 2000 : 2 * SR + 8000]) - 2000
    assert_heard(heard, noise[2 * SR : round(2.5 * SR) - SEAM], first)
    assert heard.sounding()[-1] < first + SR // 2


def test_clicks_and_position_follow_a_change_of_speed(server: SoundServer, tmp_path: Path) -> None:
    path = tmp_path / "silence.wav"
    sf.write(path, np.zeros((8 * SR, 2), dtype=np.float32), SR)
    heard = play(
        server,
        """
open_piece()
player.set_clicks(np.arange(0.5, 8.0, 0.5))
player.set_clicking(True)
player.play()
until(lambda: player.position > 0.7)
player.set_speed(0.5)
until(lambda: player.position > 2.2)
player.set_speed(1.5)
pairs = []
while player.position < 6.0:
    wait(0.01)
    pairs.append((time.perf_counter(), player.position))
tell(pairs=pairs)
""",
        path,
        8.0,
    )
    pairs = np.array(heard.told[0]["pairs"])
    sounding = heard.sounding()
    clicks = sounding[np.flatnonzero(np.diff(sounding, prepend=-SR) > SR // 10)] / SR + heard.began_at
    at_clicks = np.interp(clicks, *pairs.T, left=np.nan, right=np.nan)
    at_clicks = at_clicks[np.isfinite(at_clicks)]
    assert len(at_clicks) >= 6
    beats = np.round(at_clicks * 2) / 2
    assert np.abs(at_clicks - beats).max() < 0.045  # 30 ms as they are heard, at one and a half times the speed
    assert np.median(np.diff(clicks)[-4:]) == pytest.approx(0.5 / 1.5, abs=0.02)  # a busy machine loses some frames


def _spin() -> None:
    while True:
        sum(range(10_000))


def test_ten_seconds_without_a_drop_out_while_both_cores_are_busy(
    server: SoundServer, piece: Path, noise: Samples
) -> None:
    busy = [multiprocessing.get_context("spawn").Process(target=_spin, daemon=True) for _ in range(2)]
    for process in busy:
        process.start()
    try:
        heard = play(
            server,
            """
open_piece()
player.play()
until(lambda: player.position > 10.0)
player.pause()
wait(0.4)
tell(underruns=player._deck.renderer.underruns, paused=player.position)
""",
            piece,
        )
    finally:
        for process in busy:
            process.kill()
            process.join()
    first = heard.find(noise[2000:8000]) - 2000
    assert_heard(heard, noise[: round(heard.told[0]["paused"] * SR)], first)
    assert heard.told[0]["underruns"] == 0
