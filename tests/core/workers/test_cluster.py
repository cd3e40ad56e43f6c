import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from core.errors import ExecutorLostError, TimeLimitError, VersionMismatchError, WorkerDiedError
from core.jobs.clip import prepare_analysis
from core.library import Catalogue
from core.library.batch import analyse_files
from core.progress import Cancelled
from core.workers.cluster import ClusterPool, connect
from core.workers.limits import Limits
from core.workers.pool import WorkerPool
from core.workers.process import Event, Progress
from tests.core.library.test_batch import write_tone
from tests.core.workers import executor_jobs as jobs
from tests.waiting import PATIENCE, wait_for

pytestmark = pytest.mark.in_turn("cluster")
ROOT = Path(__file__).resolve().parents[3]
TIMEOUT = PATIENCE
ROUNDS = int(os.environ.get("GROOVESCOPE_CLUSTER_ROUNDS", "1"))
"""How often what goes wrong on a cluster is tried; what it does then depends on which message comes first."""

again_and_again = pytest.mark.parametrize("attempt", range(ROUNDS))


class Cluster:
    """A scheduler and workers as processes of their own, started as the guide says."""

    def __init__(self, folder: Path, workers: int = 2, python_path: Path = ROOT) -> None:
        self._folder = folder
        self._environment = os.environ | {
            "PYTHONPATH": str(python_path),
            "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "error",
        }
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
        self.workers = [self.add_worker() for _ in range(workers)]

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        log = (self._folder / f"{words[0]}.log").open("ab")
        return subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]],
            cwd=self._folder, env=self._environment, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip

    def add_worker(self) -> subprocess.Popen[bytes]:
        return self._start("worker", self.address, "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and all it has started."""
    if process.poll() is None:
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        for member in family:
            with suppress(psutil.Error):
                member.send_signal(signal.SIGKILL)
    process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    running = Cluster(tmp_path_factory.mktemp("cluster"))
    yield running
    running.stop()


@pytest.fixture
def pool(cluster: Cluster) -> Iterator[ClusterPool]:
    with connect(cluster.address, timeout=PATIENCE) as connected:
        yield connected


def test_a_job_runs_on_a_worker_and_returns_its_result(pool: ClusterPool) -> None:
    assert pool.submit(jobs.add, 2, b=3).result(TIMEOUT) == 5
    assert pool.submit(jobs.process_id).result(TIMEOUT) != os.getpid()


def test_what_a_job_raises_comes_back(pool: ClusterPool) -> None:
    with pytest.raises(ValueError, match="my own words"):
        pool.submit(jobs.fail, "my own words").result(TIMEOUT)


def test_progress_arrives_while_a_job_runs(pool: ClusterPool) -> None:
    events: list[Event] = []
    pool.submit(jobs.count, 40, 0.05, on_event=events.append).result(TIMEOUT)
    wait_for("the events", lambda: sum(isinstance(event, Progress) for event in events) >= 3)
    fractions = [event.fraction for event in events if isinstance(event, Progress)]
    assert fractions == sorted(fractions)


def test_a_cancelled_job_ends_at_once_and_frees_its_worker(pool: ClusterPool) -> None:
    began: list[Event] = []
    running = [pool.submit(jobs.count, 72_000, 0.05, on_event=began.append) for _ in range(2)]  # an hour
    wait_for("both to begin", lambda: len(began) >= 2)
    for job in running:
        job.cancel()
    for job in running:
        with pytest.raises(Cancelled):
            job.result(TIMEOUT)
    assert pool.submit(jobs.add, 1).result(TIMEOUT) == 1


@again_and_again
def test_a_job_that_hangs_is_given_up_and_its_worker_begins_anew(pool: ClusterPool, attempt: int) -> None:
    hanging = pool.submit(jobs.sleep_deaf, 600.0, limits=Limits(seconds=1.0))
    others = [pool.submit(jobs.add, i) for i in range(6)]
    with pytest.raises(TimeLimitError, match="longer than 1 s"):
        hanging.result(TIMEOUT)
    assert [job.result(TIMEOUT) for job in others] == list(range(6))
    assert [pool.submit(jobs.add, i).result(TIMEOUT) for i in range(4)] == list(range(4))


def test_a_cancelled_job_that_does_not_listen_costs_its_worker_and_the_next_jobs_nothing(pool: ClusterPool) -> None:
    began: list[Event] = []
    deaf = [pool.submit(jobs.sleep_deaf, 600.0, on_event=began.append) for _ in range(2)]
    wait_for("both to begin", lambda: len(began) == 2)
    for job in deaf:
        job.cancel()
    assert [pool.submit(jobs.add, i).result(TIMEOUT) for i in range(4)] == list(range(4))


@again_and_again
def test_a_job_that_kills_every_worker_costs_itself_alone(pool: ClusterPool, attempt: int) -> None:
    deadly = pool.submit(jobs.die)
    others = [pool.submit(jobs.add, i) for i in range(4)]
    with pytest.raises(WorkerDiedError, match="ended unexpectedly"):
        deadly.result(TIMEOUT)
    assert [job.result(TIMEOUT) for job in others] == list(range(4))


def test_a_batch_on_a_cluster_gives_the_same_numbers_to_the_last_bit(pool: ClusterPool, tmp_path: Path) -> None:
    for i in range(5):
        write_tone(tmp_path / f"music/{i}.wav", i)
    (tmp_path / "music/broken.wav").write_text("This is no sound.")
    kept: list[Any] = []
    with WorkerPool(1, initializer=prepare_analysis, threads_per_worker=1) as local:
        for name, executor in (("far", pool), ("near", local)):
            with Catalogue.open(tmp_path / f"{name}.sqlite") as catalogue:
                result = analyse_files(catalogue, [tmp_path / "music"], executor)
                assert (result.analysed, len(result.failed), result.problem) == (5, 1, None)
                order = [catalogue.track_at(str(tmp_path / f"music/{i}.wav")) for i in range(5)]
                kept.append(catalogue.tables([track for track in order if track is not None]))
    far, near = kept
    for table in ("songs", "bars", "beats"):
        assert getattr(far, table).uuids == getattr(near, table).uuids
        assert np.array_equal(getattr(far, table).values, getattr(near, table).values, equal_nan=True)
    assert np.array_equal(far.genre_features, near.genre_features, equal_nan=True)


def test_an_address_without_a_scheduler_is_a_line() -> None:
    with pytest.raises(ExecutorLostError, match=r"no Dask scheduler at tcp://127\.0\.0\.1:1:.*check the address"):
        connect("tcp://127.0.0.1:1", timeout=2)
    with pytest.raises(ExecutorLostError, match="no Dask scheduler"):
        connect("nonsense://there", timeout=2)


def test_without_dask_which_is_an_extra_it_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)  # what an import finds where it is not installed
    with pytest.raises(ExecutorLostError, match=r"needs Dask.*groovescope\[cluster\]"):
        connect("tcp://127.0.0.1:1")


def test_a_scheduler_without_workers_says_how_to_start_some(tmp_path: Path) -> None:
    alone = Cluster(tmp_path, workers=0)
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with pytest.raises(ExecutorLostError, match="has no workers; start some with: dask worker tcp"):
                    connect(alone.address, timeout=3)
                break
            except AssertionError:  # the scheduler itself was not there yet
                assert time.monotonic() < deadline
    finally:
        alone.stop()


def test_a_worker_without_this_program_or_with_another_version_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other"
    for path in ROOT.glob("core/**/*.py"):
        copy = other / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    init = other / "core/__init__.py"
    init.write_text(re.sub(r'__version__ = ".*"', '__version__ = "0.0.1"', init.read_text()))
    for program, reason in ((other, "A worker runs Groovescope 0.0.1"), (tmp_path / "nowhere", "cannot import core")):
        strange = Cluster(tmp_path, workers=1, python_path=program)
        try:
            with pytest.raises(VersionMismatchError, match=reason):
                connect(strange.address, timeout=PATIENCE)
        finally:
            strange.stop()


def test_a_cluster_that_goes_away_in_the_middle_is_said_soon_and_nothing_is_lost(tmp_path: Path) -> None:
    for i in range(8):
        write_tone(tmp_path / f"music/{i}.wav", i)
    doomed = Cluster(tmp_path, workers=1)
    try:
        with (
            connect(doomed.address, timeout=PATIENCE) as pool,
            Catalogue.open(tmp_path / "library.sqlite") as catalogue,
        ):
            started: list[float] = []

            def stop_after_two(track: int) -> None:
                if len(catalogue.find()) == 2 and not started:
                    started.append(time.monotonic())
                    doomed.stop()

            result = analyse_files(catalogue, [tmp_path / "music"], pool, on_stored=stop_after_two)
            assert time.monotonic() - started[0] < PATIENCE
            assert result.problem is not None and "was lost" in result.problem
            assert "\n" not in result.problem
            assert result.failed == ()
            stored = catalogue.count()
            assert 2 <= stored < 8
            with WorkerPool(1, initializer=prepare_analysis, threads_per_worker=1) as local:
                assert analyse_files(catalogue, [], local).analysed == 8 - stored
    finally:
        doomed.stop()


def test_the_command_line_lets_a_cluster_work_and_writes_the_same_tables(cluster: Cluster, tmp_path: Path) -> None:
    for i in range(3):
        write_tone(tmp_path / f"music/{i}.wav", i)
    (tmp_path / "music/broken.wav").write_text("This is no sound.")
    for name, more in (("near", ["--jobs", "1"]), ("far", ["--cluster", cluster.address])):
        command = [
            sys.executable,
            "-m",
            "desktop",
            "analyze",
            str(tmp_path / "music"),
            "--out",
            str(tmp_path / name),
            *more,
        ]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
        assert done.returncode == 1, done.stderr
        assert "Traceback" not in done.stderr
    for table in ("songs", "bars", "beats", "genre", "failures", "columns"):
        assert (tmp_path / f"near/{table}.csv").read_bytes() == (tmp_path / f"far/{table}.csv").read_bytes()


def test_a_wrong_address_on_the_command_line_is_one_line_and_exit_2(tmp_path: Path) -> None:
    song = write_tone(tmp_path / "a.wav", 1)
    command = [sys.executable, "-m", "desktop", "analyze", str(song), "--out", str(tmp_path / "out")]
    done = subprocess.run(
        [*command, "--cluster", "tcp://127.0.0.1:1"],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("error: There is no Dask scheduler at tcp://127.0.0.1:1")
