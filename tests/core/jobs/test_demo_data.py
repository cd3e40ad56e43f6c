"""The demo songs that a worker makes for the training tab."""

from pathlib import Path

import pytest

from core.jobs.data import make_demo
from core.progress import Cancelled
from core.synthesis import demo
from core.workers.process import Emitter


@pytest.fixture(autouse=True)
def short_songs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same songs, a tenth as long."""
    monkeypatch.setattr(demo, "DATASET_SECONDS", 1.0)


def test_the_demo_songs_are_made_only_where_they_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "demo songs"
    emit = Emitter(lambda _: None, lambda: False)
    assert make_demo(emit, folder) == folder
    made = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert len(list(folder.glob("*/*.wav"))) == 40
    assert (folder / "artists.csv").is_file()
    assert make_demo(emit, folder) == folder
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == made


def test_demo_songs_that_were_cancelled_leave_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "demo songs"
    with pytest.raises(Cancelled):
        make_demo(Emitter(lambda _: None, lambda: any(folder.parent.rglob("*.wav"))), folder)
    assert list(folder.parent.iterdir()) == []
