"""`groovescope sheet`: a page for each song, and what failed is named."""

from pathlib import Path

import pytest
import soundfile

import desktop.sheet.command  # noqa: F401  adds itself to the command line
from core.commandline import app as cli
from core.synthesis import synthesise


@pytest.fixture(scope="module")
def songs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clips")
    for number, name in enumerate(("song.wav", "song.flac")):
        clip = synthesise(seconds=6.0, seed=number)
        soundfile.write(folder / name, clip.y, clip.sr)
    (folder / "broken.mp3").write_bytes(b"no sound")
    return folder


def test_each_song_has_its_sheets_and_what_failed_is_named(
    qapp: object, songs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, library = tmp_path / "out", str(tmp_path / "none.sqlite")
    assert cli.main(["sheet", str(songs), "--out", str(out), "--library", library, "--together"]) == 1
    assert sorted(path.name for path in out.iterdir()) == ["sheets.pdf", "song 2.png", "song.png"]
    said = capsys.readouterr().err
    assert "broken.mp3" in said and "2 song sheets of 3" in said


def test_nothing_to_work_on_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sheet", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "holds no music" in capsys.readouterr().err and not (tmp_path / "out").exists()
