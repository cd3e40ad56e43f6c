"""The library as a person meets it: a folder dropped from another program, a filter typed, a track opened."""

from pathlib import Path

import soundfile as sf

from core.errors import CatalogueError
from core.library import Catalogue
from resources import resource_path
from tests.e2e.display import Display, program
from tests.e2e.dragging import drag_source
from tests.e2e.test_window import colours
from tests.waiting import PATIENCE, wait_for


def music(folder: Path) -> Path:
    """A folder, and one within it, with ten seconds of music each."""
    y, sr = sf.read(resource_path("demo.flac"))
    (folder / "more").mkdir(parents=True)
    sf.write(folder / "a first one.wav", y[: 10 * sr], sr)
    sf.write(folder / "more" / "the second.wav", y[10 * sr : 20 * sr], sr)
    return folder


def analysed(path: Path) -> int:
    """How many tracks of a catalogue are analysed; 0 while there is none, or while the program makes it."""
    if not path.exists():
        return 0
    try:
        with Catalogue.open(path, read_only=True) as catalogue:
            return len(catalogue.find("is:analysed"))
    except CatalogueError:
        return 0


def test_a_dropped_folder_is_analysed_filtered_and_a_track_of_it_opened(display: Display, tmp_path: Path) -> None:
    folder = music(tmp_path / "music")
    library = Path(display.environment["HOME"]) / ".local/share/groovescope/library.sqlite"
    with program(display) as process:
        window = display.window("^Groovescope$")
        display.focus(window)
        display.key("ctrl+2")
        with drag_source(display, folder) as source:
            source.drop(640, 420)
            wait_for("both files to be analysed", lambda: analysed(library) == 2)
        display.focus(window)
        display.key("ctrl+f")
        display.xdotool("type", "--delay", 60, "second is:analysed")
        display.key("Return", "Down", "Return")
        assert display.window("^the second.wav")
        wait_for("the clip to be drawn", lambda: colours(display.picture()) > 20)
        display.key("ctrl+q")
        output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (0, "", "")
