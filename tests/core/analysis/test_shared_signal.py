"""A signal shared through a file: the same samples, and nothing left behind."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.analysis import shared_signal
from core.analysis.shared_signal import SignalFolder, open_signal, share_signal


@pytest.fixture
def y() -> np.ndarray:
    return np.random.default_rng(0).normal(size=30_001).astype(np.float32)


def test_a_shared_signal_has_the_same_samples_and_cannot_be_written(tmp_path: Path, y: np.ndarray) -> None:
    mapped = share_signal(y, tmp_path / "signal.f32")
    assert mapped is not None
    assert mapped.tobytes() == y.tobytes() == open_signal(tmp_path / "signal.f32").tobytes()
    with pytest.raises(ValueError, match="read-only"):
        mapped[0] = 1


def test_without_room_on_the_disk_nothing_is_shared(
    tmp_path: Path, y: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=y.nbytes)
    monkeypatch.setattr(shared_signal.shutil, "disk_usage", lambda path: full)
    assert share_signal(y, tmp_path / "signal.f32") is None
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_gone_is_no_error(tmp_path: Path, y: np.ndarray) -> None:
    assert share_signal(y, tmp_path / "gone" / "signal.f32") is None


def test_a_closed_folder_leaves_nothing_and_gives_out_no_path(tmp_path: Path, y: np.ndarray) -> None:
    signals = SignalFolder(tmp_path)
    first, second = signals.new_path(), signals.new_path()
    assert first != second
    share_signal(y, first)
    share_signal(y, second)
    signals.remove(first)
    assert not first.exists() and second.exists()
    signals.close()
    assert not list(tmp_path.iterdir())
    with pytest.raises(OSError, match="closed"):
        signals.new_path()


def test_what_a_killed_program_left_is_removed_and_what_a_running_one_has_is_kept(
    tmp_path: Path, y: np.ndarray
) -> None:
    running = SignalFolder(tmp_path)
    share_signal(y, running.new_path())
    killed = (
        "import os, signal, sys; from pathlib import Path; from core.analysis.shared_signal import SignalFolder\n"
        "path = SignalFolder(Path(sys.argv[1])).new_path(); path.write_bytes(bytes(100)); print(path, flush=True)\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))"
    )
    done = subprocess.run([sys.executable, "-c", killed, str(tmp_path)], capture_output=True, text=True, check=False)
    left = Path(done.stdout.strip())
    assert left.exists()
    another = SignalFolder(tmp_path)
    share_signal(y, another.new_path())
    assert not left.exists() and not left.parent.exists()
    assert len(list(tmp_path.iterdir())) == 2
    running.close()
    another.close()
    assert not list(tmp_path.iterdir())
