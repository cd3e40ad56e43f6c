import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import wait
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile as sf

from core.audio.clip import content_id_of, load_clip
from core.errors import CatalogueError
from core.jobs.clip import prepare_analysis
from core.library import Catalogue
from core.library.batch import BatchControl, BatchOptions, BatchProgress, analyse_files
from core.library.lock import batch_lock
from core.progress import Cancelled
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import AcceptProposal
from core.workers.pool import Limits, WorkerPool
from tests.pace import Pace
from tests.waiting import PATIENCE, wait_for

SR = 22050


def write_tone(path: Path, seed: int, seconds: float = 2.5) -> Path:
    t = np.arange(round(seconds * SR)) / SR
    beat = np.exp(-8 * (t % 0.5))
    y = 0.4 * beat * np.sin(2 * np.pi * (200 + 20 * seed) * t) + 0.01 * np.random.default_rng(seed).normal(size=len(t))
    path.parent.mkdir(parents=True, exist_ok=True)
    sf.write(path, y, SR)
    return path


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(2, initializer=prepare_analysis, threads_per_worker=1) as running:
        yield running


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library.sqlite") as opened:
        yield opened


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    for i in range(6):
        write_tone(folder / ("deep/er" if i % 2 else ".") / f"tone {i}.{'WAV' if i == 3 else 'wav'}", i)
    return folder


def test_folders_of_any_depth_are_analysed_and_the_rest_is_named(
    catalogue: Catalogue, music: Path, pool: WorkerPool
) -> None:
    (music / "deep/broken.wav").write_text("This is no sound.")
    stored: list[int] = []
    told: list[BatchProgress] = []
    result = analyse_files(catalogue, [music], pool, report=told.append, on_stored=stored.append)
    assert (result.analysed, result.skipped, result.was_cancelled, result.problem) == (6, 0, False, None)
    assert [Path(failure.location).name for failure in result.failed] == ["broken.wav"]
    assert len(catalogue.find("is:analysed")) == 6
    assert sorted(stored) == catalogue.find().tolist()
    assert told[-1].fraction == 1.0
    assert catalogue.waiting() == []
    assert catalogue.problems() == []


def test_the_numbers_are_those_of_an_analysis_by_itself(catalogue: Catalogue, music: Path, pool: WorkerPool) -> None:
    from threadpoolctl import threadpool_limits

    from core.analysis import analyse_clip

    analyse_files(catalogue, [music], pool)
    with threadpool_limits(1):
        alone = analyse_clip(music / "tone 0.wav")
    (track,) = catalogue.find('name:"tone 0"').tolist()
    tables = catalogue.tables([track])
    for kept, made in (
        (tables.songs, alone.tables.songs),
        (tables.bars, alone.tables.bars),
        (tables.beats, alone.tables.beats),
    ):
        assert kept.uuids == made.uuids
        assert np.array_equal(kept.values, made.values, equal_nan=True)
    assert np.array_equal(tables.genre_features[0], alone.tables.genre_features[0], equal_nan=True)


def test_a_second_run_computes_nothing(catalogue: Catalogue, music: Path, pool: WorkerPool) -> None:
    analyse_files(catalogue, [music], pool)
    again = analyse_files(catalogue, [music], pool)
    assert (again.analysed, again.skipped) == (0, 6)


def test_moved_renamed_and_copied_files_are_recognised_without_a_look_inside(
    catalogue: Catalogue, music: Path, pool: WorkerPool
) -> None:
    analyse_files(catalogue, [music], pool)
    before = {
        name: track
        for track, (name,) in zip(catalogue.find(), catalogue.values(catalogue.find(), ["name"]), strict=True)
    }
    (music / "tone 0.wav").rename(music / "deep/renamed.wav")
    shutil.copy(music / "tone 2.wav", music / "copy.wav")
    result = analyse_files(catalogue, [music], pool)
    assert (result.analysed, result.skipped) == (0, 7)
    assert catalogue.count() == 6
    assert catalogue.track_at(str(music / "deep/renamed.wav")) == before["tone 0.wav"]
    assert catalogue.track_at(str(music / "copy.wav")) == before["tone 2.wav"]
    assert catalogue.values([before["tone 0.wav"]], ["name"]) == [("renamed.wav",)]


def test_a_batch_follows_edited_beats_wherever_it_finds_their_audio(
    catalogue: Catalogue, tmp_path: Path, pool: WorkerPool
) -> None:
    first = write_tone(tmp_path / "music/a.wav", 1, seconds=4.0)
    analyse_files(catalogue, [first], pool)
    content_id = content_id_of(load_clip(first).y)
    tracked = catalogue.grids.find(content_id)
    assert tracked is not None
    history = EditHistory(tracked, 4.0).added(AcceptProposal((0.5, 1.25, 2.0, 2.75), (1, 2, 3, 1), 3))
    catalogue.grids.store_edits(content_id, history, 0)

    def is_followed(track: int) -> bool:
        return catalogue.tables([track]).beats.column("start").tolist() == pytest.approx(
            [0.5, 1.25, 2.0, 2.75], abs=1e-4
        )

    (track,) = catalogue.find().tolist()
    assert not is_followed(track)
    result = analyse_files(catalogue, [first], pool)
    assert (result.analysed, result.skipped) == (1, 0) and is_followed(track)
    assert catalogue.values([track], ["bpm", "metre"]) == [(80.0, 3)]
    assert analyse_files(catalogue, [first], pool).skipped == 1

    catalogue.remove([track])  # so that only the audio of the next file tells, which brings the track back
    elsewhere = tmp_path / "elsewhere/b.wav"
    elsewhere.parent.mkdir()
    first.rename(elsewhere)
    result = analyse_files(catalogue, [elsewhere], pool)
    assert catalogue.find().tolist() == [track]
    assert (result.analysed, result.skipped) == (0, 1) and is_followed(track)  # what was measured is back as well


def test_copies_within_one_batch_are_computed_once(catalogue: Catalogue, tmp_path: Path, pool: WorkerPool) -> None:
    original = write_tone(tmp_path / "music/a.wav", 1)
    for i in range(5):
        shutil.copy(original, original.with_name(f"copy {i}.wav"))
    result = analyse_files(catalogue, [tmp_path / "music"], pool)
    assert (result.analysed, result.skipped) == (1, 5)
    assert catalogue.count() == 1


def test_a_changed_file_is_computed_anew(catalogue: Catalogue, music: Path, pool: WorkerPool) -> None:
    analyse_files(catalogue, [music], pool)
    write_tone(music / "tone 0.wav", 17)
    assert analyse_files(catalogue, [music], pool).analysed == 1


def test_a_failed_file_is_passed_until_it_changes_or_is_asked_for(
    catalogue: Catalogue, tmp_path: Path, pool: WorkerPool
) -> None:
    path = tmp_path / "music/broken.wav"
    path.parent.mkdir()
    path.write_text("This is no sound.")
    assert len(analyse_files(catalogue, [path], pool).failed) == 1
    assert analyse_files(catalogue, [path], pool).skipped == 1
    again = analyse_files(catalogue, [path], pool, options=BatchOptions(retry_failed=True))
    assert len(again.failed) == 1
    assert catalogue.failures()[0].attempts == 2
    write_tone(path, 1)
    assert analyse_files(catalogue, [path], pool).analysed == 1
    assert catalogue.failures() == []


def test_a_path_that_vanishes_is_a_failure_with_a_reason(
    catalogue: Catalogue, tmp_path: Path, pool: WorkerPool
) -> None:
    result = analyse_files(catalogue, [tmp_path / "gone.wav"], pool)
    assert "cannot be found" in result.failed[0].reason


def test_a_file_that_changes_while_it_is_read_is_not_believed(
    catalogue: Catalogue, tmp_path: Path, pool: WorkerPool
) -> None:
    path = write_tone(tmp_path / "growing.wav", 1, seconds=20)
    stop = threading.Event()

    def touch() -> None:
        while not stop.wait(0.01):
            path.touch()

    toucher = threading.Thread(target=touch)
    toucher.start()
    try:
        result = analyse_files(catalogue, [path], pool)
    finally:
        stop.set()
        toucher.join()
    assert "changed while it was read" in result.failed[0].reason
    assert analyse_files(catalogue, [path], pool, options=BatchOptions(retry_failed=True)).analysed == 1


def test_a_file_beyond_its_limits_costs_itself_alone(catalogue: Catalogue, music: Path, pool: WorkerPool) -> None:
    write_tone(music / "long.wav", 9, seconds=1200)
    # thirty times what a short one takes, so that a worker that starts on a busy machine is not cut off, and a quarter
    # of what the long one does
    seconds = round(Pace().limit(8.0), 1)
    result = analyse_files(catalogue, [music], pool, options=BatchOptions(limits=Limits(seconds=seconds)))
    assert result.analysed == 6
    assert "long.wav" in result.failed[0].reason and f"longer than {seconds:g} s" in result.failed[0].reason


def test_a_paused_batch_gives_out_nothing_and_then_goes_on(catalogue: Catalogue, music: Path, pool: WorkerPool) -> None:
    control = BatchControl()
    control.pause()
    told: list[BatchProgress] = []
    result: list[Any] = []

    def work() -> None:
        result.append(analyse_files(catalogue, [music], pool, control=control, report=told.append))

    worker = threading.Thread(target=work)
    worker.start()
    wait_for("several reports of the pause", lambda: sum(one.is_paused for one in told) >= 3)
    assert catalogue.count() == 0
    assert told[-1].is_paused and told[-1].current == ()
    control.resume()
    worker.join(PATIENCE)
    assert result[0].analysed == 6


def test_a_cancelled_batch_keeps_what_is_finished_and_goes_on_later(
    catalogue: Catalogue, music: Path, pool: WorkerPool
) -> None:
    control = BatchControl()
    result = analyse_files(catalogue, [music], pool, control=control, on_stored=lambda track: control.cancel())
    assert result.was_cancelled
    assert 1 <= catalogue.count() < 6
    rest = analyse_files(catalogue, [], pool)
    assert result.analysed + rest.analysed == catalogue.count() == 6


def test_cancelling_ends_the_search_for_files_and_leaves_nothing_half_noted(
    catalogue: Catalogue, music: Path, pool: WorkerPool
) -> None:
    control = BatchControl()
    control.cancel()
    result = analyse_files(catalogue, [music], pool, control=control)
    assert (result.was_cancelled, result.analysed, catalogue.waiting()) == (True, 0, [])


def test_two_batches_on_one_catalogue_are_kept_apart(catalogue: Catalogue, music: Path, pool: WorkerPool) -> None:
    with batch_lock(catalogue.path), pytest.raises(CatalogueError, match="Another window or run"):
        analyse_files(catalogue, [music], pool)
    assert catalogue.waiting() == []


class _DyingExecutor:
    """An executor that loses its workers after some jobs."""

    max_workers = 1

    def __init__(self, pool: WorkerPool, lives: int) -> None:
        self._pool, self._lives = pool, lives

    def submit(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        from core.errors import ExecutorLostError
        from tests.core.workers.executor_jobs import fail_with

        self._lives -= 1
        if self._lives < 0:
            return self._pool.submit(fail_with, ExecutorLostError("The cluster went away."))
        return self._pool.submit(fn, *args, **kwargs)

    def warm_up(self, workers: int | None = None) -> None:
        pass

    def shutdown(self) -> None:
        pass


def test_a_batch_whose_workers_are_gone_says_so_and_keeps_the_rest_waiting(
    catalogue: Catalogue, music: Path, pool: WorkerPool
) -> None:
    result = analyse_files(catalogue, [music], _DyingExecutor(pool, 3))
    assert result.problem == "The cluster went away."
    assert result.failed == ()
    assert catalogue.count() == result.analysed <= 3
    assert analyse_files(catalogue, [], pool).analysed == 6 - result.analysed


class _DyingTogetherExecutor(_DyingExecutor):
    """Its workers are all lost at a time when other results of theirs wait to be collected."""

    max_workers = 6

    def submit(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        job = super().submit(fn, *args, **kwargs)
        wait([job.future])
        return job


def test_results_that_came_with_the_loss_of_the_workers_are_kept(
    catalogue: Catalogue, music: Path, pool: WorkerPool
) -> None:
    finished: list[str] = []
    executor = _DyingTogetherExecutor(pool, 3)
    result = analyse_files(catalogue, [music], executor, on_finished=lambda location, _: finished.append(location))
    assert result.problem == "The cluster went away."
    assert result.analysed == catalogue.count() == len(finished) == 3
    assert len(catalogue.waiting()) == 3 and not set(finished) & set(catalogue.waiting())


class _FaultyExecutor(_DyingExecutor):
    """An executor whose jobs meet an unforeseen error."""

    def submit(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        from tests.core.workers.executor_jobs import fail_with

        return self._pool.submit(fail_with, ZeroDivisionError("by zero"))


def test_what_was_not_foreseen_is_told_in_a_line_and_logged_with_the_workers_traceback(
    catalogue: Catalogue, music: Path, pool: WorkerPool, caplog: pytest.LogCaptureFixture
) -> None:
    result = analyse_files(catalogue, [music / "tone 0.wav"], _FaultyExecutor(pool, 0))
    (failure,) = result.failed
    assert failure.reason.startswith("tone 0.wav could not be analysed: Internal error. Try again;")
    assert "by zero" not in failure.reason and "ZeroDivisionError" not in failure.reason
    assert "ZeroDivisionError: by zero" in caplog.text and "in fail_with" in caplog.text


def test_a_name_that_is_no_text_is_analysed_and_found_again(
    catalogue: Catalogue, tmp_path: Path, pool: WorkerPool
) -> None:
    path = write_tone(tmp_path / "plain.wav", 1)
    strange = tmp_path / "music" / b"caf\xe9\n\xff.wav".decode("utf-8", "surrogateescape")
    strange.parent.mkdir()
    path.rename(strange)
    assert analyse_files(catalogue, [strange.parent], pool).analysed == 1
    assert analyse_files(catalogue, [strange], pool).skipped == 1
    assert "\n" not in catalogue.values([1], ["name"])[0][0]


def test_files_at_an_address_are_fetched_and_analysed_as_files(
    catalogue: Catalogue, music: Path, pool: WorkerPool
) -> None:
    addresses = [f"file://{music}"]
    result = analyse_files(catalogue, addresses, pool)
    assert result.analysed == 6
    assert analyse_files(catalogue, addresses, pool).skipped == 6
    alone = Catalogue.open(catalogue.path.with_name("other.sqlite"))
    analyse_files(alone, [music], pool)
    names = [row[0] for row in alone.values(alone.find(), ["name"])]
    for name in names:
        tables = [c.tables(c.find(f'name:"{name}"').tolist()) for c in (catalogue, alone)]
        assert np.array_equal(tables[0].bars.values, tables[1].bars.values, equal_nan=True)
    alone.close()


def test_cancelling_raises_through_nothing_that_catches_exceptions() -> None:
    assert not issubclass(Cancelled, Exception)
