"""The built program, started as a stranger would: elsewhere, with an empty PATH and a new home."""

import contextlib
import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.waiting import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / "groovescope" / ("groovescope.exe" if os.name == "nt" else "groovescope")
DEMO = ROOT / "resources" / "demo.flac"
TABLES = ("songs.csv", "bars.csv", "beats.csv", "genre.csv")

pytestmark = pytest.mark.frozen


@pytest.fixture(params=["demo.flac", "a clip of the study"])
def clip(request: pytest.FixtureRequest) -> Path:
    if request.param == "demo.flac":
        return DEMO
    folder: Path = request.getfixturevalue("shared_data")
    return next(path for path in sorted((folder / "clips").iterdir()) if path.suffix == ".wav")


@pytest.fixture
def bare(windowed_environment: dict[str, str]) -> dict[str, str]:
    """Nothing but a display, a new home and a language: no PATH, no Python of ours."""
    kept = {name: value for name, value in windowed_environment.items() if name.startswith(("XDG_", "SYSTEMROOT"))}
    return kept | {"PATH": "", "HOME": windowed_environment["HOME"], "DISPLAY": windowed_environment["DISPLAY"]}


def run_program(*arguments: object, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Start the built program in `folder`; what it said and how it ended."""
    assert PROGRAM.exists(), "there is no built program; python3 run.py build makes it"
    command = [str(PROGRAM), *map(str, arguments)]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )


def run_unfrozen(*arguments: object, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The same from the sources, in the same environment: its OPENBLAS_CORETYPE, say, changes the last digits."""
    command = [sys.executable, "-m", "desktop", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=True
    )


def read_cells(path: Path) -> list[list[str | float]]:
    """The rows of a table, numbers as numbers."""

    def cell(text: str) -> str | float:
        try:
            return float(text)
        except ValueError:
            return text

    with path.open(encoding="utf-8", newline="") as file:
        return [[cell(text) for text in row] for row in csv.reader(file)]


def assert_same_tables(folder: Path, expected: Path) -> None:
    for name in TABLES:
        cells, expected_cells = read_cells(folder / name), read_cells(expected / name)
        assert len(cells) == len(expected_cells) > 1, name
        for row, expected_row in zip(cells, expected_cells, strict=True):
            texts = [cell for cell in row if isinstance(cell, str)]
            assert texts == [cell for cell in expected_row if isinstance(cell, str)]
            numbers = [cell for cell in row if isinstance(cell, float)]
            expected_numbers = [cell for cell in expected_row if isinstance(cell, float)]
            assert numbers == pytest.approx(expected_numbers, rel=1e-9, abs=1e-12, nan_ok=True), name


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
def test_workers_are_forked_from_a_process_of_one_thread(tmp_path: Path, bare: dict[str, str]) -> None:
    album = tmp_path / "album"
    album.mkdir()
    for number in range(6):
        shutil.copyfile(DEMO, album / f"{number}.flac")
    command = [str(PROGRAM), "analyze", str(album), "--out", str(tmp_path / "out"), "--jobs", "1"]
    with subprocess.Popen(
        command, env=bare, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        program, threads = psutil.Process(process.pid), set()
        while process.poll() is None and not threads:
            with contextlib.suppress(psutil.NoSuchProcess):  # those that have ended since they were listed
                workers = [one for one in program.children(recursive=True) if one.ppid() != process.pid]
                threads = {one.parent().num_threads() for one in workers}
        _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors
    assert threads == {1}


def test_the_window_measures_what_the_sources_measure(tmp_path: Path, clip: Path, bare: dict[str, str]) -> None:
    options = (clip, "--quit-after-analysis", "--write-tables")
    done = run_program(*options, tmp_path / "frozen", folder=tmp_path, environment=bare)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    run_unfrozen(*options, tmp_path / "unfrozen", environment=bare)
    assert_same_tables(tmp_path / "frozen", tmp_path / "unfrozen")


def test_the_window_says_in_one_line_what_it_cannot_open(tmp_path: Path, bare: dict[str, str]) -> None:
    (tmp_path / "words.wav").write_text("no sound in here")
    done = run_program("words.wav", "--quit-after-analysis", folder=tmp_path, environment=bare)
    assert done.returncode == 1
    assert done.stderr.startswith("error:")
    assert done.stderr.count("\n") == 1


def test_the_command_line_writes_the_same_tables_and_parquet_and_pictures(
    tmp_path: Path, clip: Path, bare: dict[str, str]
) -> None:
    done = run_program("analyze", clip, "--out", "frozen", folder=tmp_path, environment=bare)
    assert done.returncode == 0, done.stderr
    run_unfrozen("analyze", clip, "--out", tmp_path / "unfrozen", environment=bare)
    assert_same_tables(tmp_path / "frozen", tmp_path / "unfrozen")
    options = ("--out", "more", "--format", "parquet", "--images")
    done = run_program("analyze", clip, *options, folder=tmp_path, environment=bare)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "more" / "songs.parquet").stat().st_size > 0
    assert list((tmp_path / "more").rglob("*.png"))


def test_genres_on_the_terminal_are_those_of_the_sources(tmp_path: Path, clip: Path, bare: dict[str, str]) -> None:
    done = run_program("predict", clip, "--json", folder=tmp_path, environment=bare)
    assert done.returncode == 0, done.stderr
    prediction = json.loads(done.stdout)
    expected = json.loads(run_unfrozen("predict", clip, "--json", environment=bare).stdout)
    assert prediction["genres"] == pytest.approx(expected["genres"], abs=1e-9)
    assert sum(prediction["genres"].values()) == pytest.approx(1.0, abs=1e-5)


def test_a_compressed_clip_is_decoded_by_the_libraries_inside(tmp_path: Path, bare: dict[str, str]) -> None:
    import av

    with av.open(str(DEMO)) as source, av.open(str(tmp_path / "demo.m4a"), "w") as target:
        stream = target.add_stream("aac", rate=source.streams.audio[0].rate)
        for frame in source.decode(audio=0):
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    done = run_program("analyze", "demo.m4a", "--out", "tables", folder=tmp_path, environment=bare)
    assert done.returncode == 0, done.stderr
    assert len(read_cells(tmp_path / "tables" / "songs.csv")) == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_the_window_says_so_in_one_line(tmp_path: Path, bare: dict[str, str]) -> None:
    without = {name: value for name, value in bare.items() if name != "DISPLAY"}
    done = run_program(folder=tmp_path, environment=without)
    assert done.returncode == 2
    assert done.stderr.startswith("error: There is no display")
    assert done.stderr.count("\n") == 1


def test_a_cluster_needs_dask_which_is_not_inside(tmp_path: Path, bare: dict[str, str]) -> None:
    done = run_program(
        "analyze", DEMO, "--out", "tables", "--cluster", "tcp://127.0.0.1:1", folder=tmp_path, environment=bare
    )
    assert done.returncode == 2
    assert done.stderr.startswith("error: Work on a cluster needs Dask")
    assert done.stderr.count("\n") == 1
