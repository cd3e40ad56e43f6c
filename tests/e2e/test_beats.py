"""Beats corrected with a real mouse and real keys, and a program that is killed right after."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from core.library import default_catalogue_path
from core.library.edit_store import open_edit_store
from core.rhythm.edits import AddBeat, Edit, MoveBeat, MoveGrid, RemoveBeat, ScaleTempo, ShiftHalfBeat
from desktop.widgets.theme import LIGHT
from resources import resource_path
from tests.e2e.display import Display, program
from tests.waiting import wait_for

DEMO = resource_path("demo.flac")
ACCENT = QColor(LIGHT.accent).rgb()


def handles(image: QImage) -> list[QPoint]:
    """The middles of the handles of the beat bar, from left to right: short runs of the accent on one row of pixels."""
    best: list[QPoint] = []
    for y in range(180, 420):
        runs, start = [], -1
        for x in range(90, 1260):
            is_accent = image.pixel(x, y) == ACCENT
            if is_accent and start < 0:
                start = x
            elif not is_accent and start >= 0:
                runs.append((start, x))
                start = -1
        found = [QPoint((left + right) // 2, y) for left, right in runs if 4 <= right - left <= 13]
        best = found if len(found) > len(best) else best
    return best


def stored(library: Path) -> tuple[Edit, ...]:
    """What is stored of the edits of the only clip; nothing while the program is making the library."""
    if not library.exists():
        return ()
    try:
        with closing(sqlite3.connect(library)) as db:
            ids = [row[0] for row in db.execute("SELECT content_id FROM beat_edits")]
    except sqlite3.OperationalError:
        return ()
    if not ids:
        return ()
    store = open_edit_store(library)
    found = store.edits(ids[0])
    store.close()
    return () if found is None else found.history.edits


@pytest.mark.usefixtures("private_home")
def test_beats_are_corrected_with_mouse_and_keys_and_nothing_is_lost_by_a_kill(display: Display) -> None:
    library = default_catalogue_path()

    def wait_for_edit(count: int, kind: type) -> None:
        wait_for(f"edit {count}", lambda: len(stored(library)) == count and isinstance(stored(library)[-1], kind))

    with program(display, DEMO) as process:
        display.focus(display.window("^demo.flac"))
        quiet = display.settled()
        display.key("b")
        display.changed(quiet)
        beats = handles(display.settled())
        assert len(beats) > 40
        taken = beats[20]
        drag(display, taken, 8)
        wait_for_edit(1, MoveBeat)
        display.xdotool("keydown", "shift")
        drag(display, beats[30], -6)
        display.xdotool("keyup", "shift")
        wait_for_edit(2, MoveGrid)
        middle = (beats[10] + beats[11]) / 2
        display.xdotool("mousemove", middle.x(), middle.y(), "click", "--repeat", 2, "--delay", 50, 1)
        wait_for_edit(3, AddBeat)
        display.xdotool("mousemove", beats[5].x(), beats[5].y(), "click", 1)
        display.key("Delete")
        wait_for_edit(4, RemoveBeat)
        display.key("h")
        wait_for_edit(5, ShiftHalfBeat)
        display.key("asterisk")
        wait_for_edit(6, ScaleTempo)
        process.kill()
        process.wait()
    assert len(stored(library)) == 6
    with program(display, DEMO):
        display.focus(display.window("^demo.flac"))
        display.settled()
        display.key("ctrl+z")
        wait_for_edit(5, ShiftHalfBeat)


def drag(display: Display, start: QPoint, by: int) -> None:
    """Drag with the left button, in steps."""
    display.xdotool("mousemove", start.x(), start.y(), "mousedown", 1)
    for step in range(1, 5):
        display.xdotool("mousemove", start.x() + by * step // 4, start.y())
    display.xdotool("mouseup", 1)
