"""`groovescope annotations`: what is known of songs as files for other programs."""

from pathlib import Path

import jams
import pytest
import soundfile

from core.commandline import app as cli
from core.export.beat_files import read_beats
from core.synthesis import synthesise

pytestmark = pytest.mark.filterwarnings("ignore:Passing a schema:DeprecationWarning")  # within jams


@pytest.fixture(scope="module")
def songs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clips")
    for number, name in enumerate(("song.wav", "song.flac")):
        clip = synthesise(seconds=6.0, seed=number)
        soundfile.write(folder / name, clip.y, clip.sr)
    (folder / "broken.mp3").write_bytes(b"no sound")
    return folder


def test_each_song_has_a_file_of_its_own_and_what_failed_is_named(
    songs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, library = tmp_path / "out", str(tmp_path / "none.sqlite")
    assert cli.main(["annotations", str(songs), "--out", str(out), "--library", library]) == 1
    assert sorted(path.name for path in out.iterdir()) == ["song 2.jams", "song.jams"]
    for path in out.iterdir():
        jam = jams.load(str(path))
        assert all(jam.search(namespace=name) for name in ("^beat$", "^chord$", "segment_open"))
        assert len(read_beats(path, 6.0)) > 5
    said = capsys.readouterr().err
    assert "broken.mp3" in said and "2 files of 2 of 3 songs" in said


def test_nothing_to_work_on_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["annotations", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "holds no music" in capsys.readouterr().err and not (tmp_path / "out").exists()
