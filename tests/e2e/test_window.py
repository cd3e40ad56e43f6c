"""The program as a person meets it: a process on a real display, files from another program, keys, clicks."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from resources import resource_path
from tests.e2e.close_button import press_close_button
from tests.e2e.display import REPOSITORY, Display, program
from tests.e2e.dragging import drag_source
from tests.waiting import PATIENCE, wait_for

DEMO = resource_path("demo.flac")
TABLES = {"songs.csv", "bars.csv", "beats.csv", "genre.csv"}


def colours(image: QImage) -> int:
    """How many different colours a picture has, looked at in a grid."""
    return len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)})


def test_a_file_dropped_from_another_program_is_analysed(display: Display, tmp_path: Path) -> None:
    with program(display, "--quit-after-analysis", "--write-tables", tmp_path / "out") as process:
        display.window("^Groovescope$")
        with drag_source(display, DEMO) as source:
            source.drop(640, 420)
            output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (0, "", "")
    assert {path.name for path in (tmp_path / "out").iterdir()} == TABLES


def test_while_files_hang_over_the_window_it_says_what_a_drop_does(display: Display) -> None:
    spot = (60, 600)  # plain background of the empty window
    with program(display):
        display.window("^Groovescope$")
        with drag_source(display, DEMO) as source:
            before = display.settled()
            source.carry(600, 460)
            wait_for("what a drop does", lambda: display.picture().pixel(*spot) != before.pixel(*spot))
            display.key("Escape")
            display.xdotool("mouseup", 1)
            wait_for("the plain window", lambda: display.picture().pixel(*spot) == before.pixel(*spot))


def test_a_text_file_dropped_on_an_open_clip_changes_nothing_but_a_notice(display: Display, tmp_path: Path) -> None:
    bad = tmp_path / "list.wav"
    bad.write_text("milk, bread", encoding="utf-8")
    with program(display, DEMO) as process:
        display.window("^demo.flac")
        quiet = display.settled()
        with drag_source(display, bad) as source:
            source.drop(640, 420)
            display.changed(quiet, QRect(0, 600, 1280, 150))  # above the lower edge, where notices stand
        assert display.window("^demo.flac")
        assert process.poll() is None


def test_keys_open_close_and_quit(display: Display) -> None:
    with program(display) as process:
        window = display.window("^Groovescope$")
        display.focus(window)
        display.key("Tab", "Tab", "space")  # to the second button of the empty window: the demo clip
        display.window("^demo.flac")
        display.focus(window)
        display.key("ctrl+w")
        wait_for("the clip to be closed", lambda: display.title(window) == "Groovescope")
        display.key("ctrl+q")
        output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (0, "", "")


def test_a_click_on_the_picture_moves_the_playhead(display: Display) -> None:
    with program(display, DEMO):
        window = display.window("^demo.flac")
        display.focus(window)
        before = display.settled()
        display.click(700, 260)
        display.xdotool("mousemove", 1270, 790)
        display.changed(before, QRect(690, 260, 21, 1))
    assert colours(before) > 200


def test_the_window_is_drawn_light_and_dark_and_remembers(display: Display) -> None:
    for keys in (("alt+v", "t", "d"), ()):
        with program(display) as process:
            window = display.window("^Groovescope$")
            display.focus(window)
            image = display.settled()
            for key in keys:
                display.key(key)
                image = display.changed(image)
            assert colours(image) > 5
            wait_for("a dark window", lambda: display.picture().pixelColor(60, 700).lightness() < 60)
            display.key("ctrl+q")
            process.communicate(timeout=PATIENCE)


@pytest.mark.parametrize("arguments", [(), ("demo.flac",)])
def test_without_a_display_one_line_says_what_to_do(
    windowed_environment: dict[str, str], arguments: tuple[str]
) -> None:
    environment = {name: value for name, value in windowed_environment.items() if name != "DISPLAY"}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1


def test_a_bad_file_on_the_command_line_ends_an_unattended_run_with_one_line(display: Display, tmp_path: Path) -> None:
    empty = tmp_path / "empty.wav"
    empty.write_bytes(b"")
    with program(display, empty, "--quit-after-analysis") as process:
        _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert errors.startswith("error: ")
    assert errors.count("\n") == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_polite_signal_closes_the_window_in_good_order(display: Display, number: signal.Signals) -> None:
    with program(display) as process:
        display.window("^Groovescope$")
        process.send_signal(number)
        output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (0, "", "")


def test_the_close_button_of_the_frame_ends_the_program_in_good_order(display: Display) -> None:
    with program(display, DEMO) as process:
        window = display.window("^demo.flac")
        press_close_button(display.environment["DISPLAY"], int(window))
        output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (0, "", "")


def test_no_process_stays_behind_when_the_window_is_killed(display: Display) -> None:
    with program(display, DEMO) as process:
        display.window("^demo.flac")
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        pids = [int(text) for path in children.parent.parent.glob("*/children") for text in path.read_text().split()]
        assert pids
        process.kill()
        wait_for("the workers to end", lambda: not any(_runs(pid) for pid in pids))


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_second_start_hands_its_files_to_the_window_that_is_there(display: Display, tmp_path: Path) -> None:
    song = tmp_path / "a song ü.flac"
    shutil.copy(DEMO, song)
    with program(display) as first:
        display.window("^Groovescope$")
        with program(display, song.as_uri()) as second:
            output, errors = second.communicate(timeout=PATIENCE)
        assert (second.returncode, output, errors) == (0, "", "")
        display.window("^a song ü.flac")
        with program(display, "--new-window", DEMO) as beside:
            display.window("^demo.flac")
            assert beside.poll() is None
            beside.send_signal(signal.SIGTERM)
            beside.communicate(timeout=PATIENCE)
        first.send_signal(signal.SIGTERM)
        assert first.communicate(timeout=PATIENCE) == ("", "")
    with program(display) as again:  # the socket of the first is gone with it
        display.window("^Groovescope$|^a song")
        again.send_signal(signal.SIGHUP)
        assert again.communicate(timeout=PATIENCE) == ("", "")
    assert again.returncode == 0
