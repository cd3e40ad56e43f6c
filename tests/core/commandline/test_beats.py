"""`groovescope beats`: the beats of a clip as a file."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.clip import load_clip
from core.commandline import app as cli
from core.export.beat_files import read_beats
from core.library import Catalogue
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import AcceptProposal
from core.rhythm.grid import NO_BEATS
from core.synthesis import synthesise


@pytest.fixture(scope="module")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    clip = synthesise(seconds=10.0, seed=7)
    path = tmp_path_factory.mktemp("clips") / "song.wav"
    soundfile.write(path, clip.y, clip.sr)
    return path


@pytest.mark.parametrize("ending", [".beats", ".txt", ".mid", ".jams", ".svl"])
def test_the_beats_of_a_clip_are_written_in_the_format_of_the_name(
    song: Path, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out, library = tmp_path / f"song{ending}", tmp_path / "none.sqlite"
    assert cli.main(["beats", str(song), "--out", str(out), "--library", str(library)]) == 0
    grid = read_beats(out, 10.0)
    assert len(grid) > 10 and f"{len(grid)} beats" in capsys.readouterr().err
    assert not library.exists()


def test_beats_that_a_person_corrected_are_written_in_place_of_the_tracked_ones(song: Path, tmp_path: Path) -> None:
    out, library = tmp_path / "song.beats", tmp_path / "library.sqlite"
    edit = AcceptProposal((0.5, 1.25, 2.0), (1, 2, 1), 2)
    with Catalogue.open(library) as catalogue:
        history = EditHistory(NO_BEATS, 10.0).added(edit)
        catalogue.grids.store_edits(load_clip(song).content_id, history, 0)
    assert cli.main(["beats", str(song), "--out", str(out), "--library", str(library)]) == 0
    assert np.array_equal(read_beats(out, 10.0).beat_times, edit.beat_times)


@pytest.mark.parametrize(("source", "out", "complaint"), [
    ("song.wav", "song.csv", "song.csv is no file of beats. Its name must end in .beats, .txt, .mid, .jams or .svl."),
    ("none.wav", "song.mid", "none.wav"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_line(
    song: Path, tmp_path: Path, source: str, out: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    library = str(tmp_path / "none.sqlite")
    assert cli.main(["beats", str(song.with_name(source)), "--out", str(tmp_path / out), "--library", library]) == 2
    assert complaint in capsys.readouterr().err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []
