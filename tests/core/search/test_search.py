"""Searches: exactly scikit-learn's table for less time, on any executor, through kills, pauses and cancelling."""

import math
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest
from sklearn.model_selection import GridSearchCV

from core.dataset import Dataset
from core.errors import DatasetError, SearchError
from core.estimators.grids import GRIDS, Grid
from core.progress import Cancelled
from core.search.results import SearchResult
from core.search.search import Board, Control, search
from core.search.store import open_store, read_store
from core.training.protocols import Protocol, folds
from core.workers.pool import WorkerPool
from tests.core.training.searching import BOOSTING, FOREST, MLP, grid_named, hard_dataset
from tests.waiting import PATIENCE, wait_for

ROOT = Path(__file__).resolve().parents[3]
SMALL = FOREST.edited(max_depth=[2, 50], min_samples_split=[2, 5], max_features=[3])


def sklearn_search(dataset: Dataset, grid: Grid, protocol: Protocol, n_folds: int, seed: int) -> GridSearchCV:
    cv = [(fold.train, fold.test) for fold in folds(dataset, protocol, n_folds=n_folds, seed=seed)]
    parameters = {f"classify__{name}": list(values) for name, values in grid.param_grid.items()}
    return GridSearchCV(grid.build(dataset.columns, seed, {}), parameters, cv=cv).fit(dataset.X, dataset.y)


def scores_of(result: SearchResult) -> list[tuple[object, ...]]:
    return [(one.candidate, one.fold, one.score, one.error) for one in result.trials]


def table_of(result: SearchResult) -> list[tuple[object, ...]]:
    return [(one.candidate, one.fold, one.score, one.reuse, one.error) for one in result.trials]


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
@pytest.mark.parametrize(("grid", "protocol"), [(FOREST, "random"), (BOOSTING, "grouped"), (MLP, "random")])
def test_the_table_is_that_of_grid_search_cv(grid: Grid, protocol: Protocol, tmp_path: Path) -> None:
    dataset = hard_dataset()
    result = search(dataset, grid, tmp_path / "run", None, protocol=protocol, n_folds=3, seed=7)
    expected = sklearn_search(dataset, grid, protocol, 3, 7)
    standings = sorted(result.standings, key=lambda one: one.candidate)
    assert [one.mean for one in standings] == expected.cv_results_["mean_test_score"].tolist()
    assert [one.spread for one in standings] == expected.cv_results_["std_test_score"].tolist()
    assert [one.rank for one in standings] == expected.cv_results_["rank_test_score"].tolist()
    assert result.best is not None and result.best.candidate == expected.best_index_
    for fold in range(3):
        scores = [one.score for one in result.trials if one.fold == fold]
        assert scores == expected.cv_results_[f"split{fold}_test_score"].tolist()
    fitted = sum(one.reuse == "fitted" for one in result.trials)
    assert fitted < 0.6 * len(result.trials)


def test_combinations_that_fail_are_rows_and_rank_last(tmp_path: Path) -> None:
    grid = GRIDS["mlp"].edited(hidden_layer_sizes=[(4,), (-1,)], alpha=[0.1], learning_rate=["constant"], max_iter=[9])
    result = search(hard_dataset(), grid, tmp_path / "run", None, n_folds=3)
    good, bad = result.standings
    assert good.rank == 1 and math.isnan(bad.mean) and bad.rank == 2
    assert all(one.error and "hidden_layer_sizes" in one.error for one in result.trials if one.candidate == 1)


@pytest.fixture(scope="module")
def two() -> Iterator[WorkerPool]:
    with WorkerPool(2, threads_per_worker=1) as pool:
        yield pool


@pytest.mark.parametrize("strategy", ["exhaustive", "racing"])
def test_two_processes_find_what_this_one_finds(strategy: str, two: WorkerPool, tmp_path: Path) -> None:
    chosen = "racing" if strategy == "racing" else "exhaustive"
    here = search(hard_dataset(), SMALL, tmp_path / "here", None, strategy=chosen, n_folds=3)
    there = search(hard_dataset(), SMALL, tmp_path / "there", two, strategy=chosen, n_folds=3)
    assert table_of(there) == table_of(here)
    assert there.standings == here.standings
    assert there.eliminations == here.eliminations


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
@pytest.mark.parametrize(("family", "strategy", "n_kills"), [("forest", "exhaustive", 2), ("boosting", "racing", 1)])
def test_killed_at_random_moments_it_ends_in_the_same_table_and_repeats_nothing(
    family: str, strategy: str, n_kills: int, tmp_path: Path
) -> None:
    run, seed = tmp_path / "run", random.randrange(1000)
    moments = random.Random(seed)
    command = [sys.executable, "-m", "tests.core.training.searching", str(run), family, strategy]
    before: dict[object, float] = {}
    for _ in range(n_kills):
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) as process:
            done = len(before)
            wait_for("another fit", lambda: process.poll() is not None or n_fits(run) > done)  # noqa: B023
            time.sleep(moments.uniform(0, 0.2))
            was_done = process.poll() == 0  # a quick machine may come to the end before it is killed
            process.send_signal(signal.SIGKILL)
        after = {(fit.place, fit.fold): fit.seconds for fit in read_store(run)[1]}
        assert before.items() <= after.items(), f"seed {seed}"
        assert len(after) > len(before) or was_done
        before = after
    subprocess.run(command, cwd=ROOT, check=True, timeout=PATIENCE)
    after = {(fit.place, fit.fold): fit.seconds for fit in read_store(run)[1]}
    assert before.items() <= after.items()
    # A fit that did not touch its limit answers for another, whichever of the two came first: the scores are the same.
    chosen = "racing" if strategy == "racing" else "exhaustive"
    resumed = search(hard_dataset(), grid_named(family), run, None, strategy=chosen, n_folds=3, resume=True)
    calm = search(hard_dataset(), grid_named(family), tmp_path / "calm", None, strategy=chosen, n_folds=3)
    assert resumed.new_seconds == 0
    assert scores_of(resumed) == scores_of(calm)
    assert resumed.standings == calm.standings
    assert resumed.eliminations == calm.eliminations


def n_fits(run: Path) -> int:
    try:
        return len(read_store(run)[1])
    except SearchError:
        return 0


def test_a_finished_run_fits_nothing_more(tmp_path: Path) -> None:
    first = search(hard_dataset(), SMALL, tmp_path, None, n_folds=3)
    again = search(hard_dataset(), SMALL, tmp_path, None, n_folds=3, resume=True)
    assert again.new_seconds == 0 < first.new_seconds
    assert again.trials == first.trials and again.standings == first.standings


def test_racing_may_be_followed_by_the_rest(tmp_path: Path) -> None:
    raced = search(hard_dataset(), SMALL, tmp_path / "run", None, strategy="racing", n_folds=3)
    rest = search(hard_dataset(), SMALL, tmp_path / "run", None, n_folds=3, resume=True)
    calm = search(hard_dataset(), SMALL, tmp_path / "calm", None, n_folds=3)
    assert [one.score for one in rest.trials] == [one.score for one in calm.trials]
    assert raced.best is not None


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"seed": 8}, "seed"),
        ({"protocol": "grouped"}, "protocol"),
        ({"n_folds": 4}, "folds"),
        ({"grid": SMALL.edited(max_depth=[3])}, "grid"),
        ({"dataset": hard_dataset().with_columns(["column 1", "column 2", "column 3"])}, "data"),
    ],
)
def test_other_settings_or_data_are_refused_by_name(change: dict[str, object], named: str, tmp_path: Path) -> None:
    settings: dict[str, object] = {"dataset": hard_dataset(), "grid": SMALL, "n_folds": 3}
    quick = SMALL.edited(n_estimators=[2], max_depth=[2], min_samples_split=[2], min_samples_leaf=[2])
    settings["grid"] = quick
    run = settings | {"folder": tmp_path, "executor": None}
    search(**run)  # type: ignore[arg-type]
    with pytest.raises(SearchError, match=rf"other settings \({named}\)"):
        search(**(run | change), resume=True)  # type: ignore[arg-type]
    with pytest.raises(SearchError, match="already contains a search"):
        search(**run)  # type: ignore[arg-type]


def test_two_searches_into_one_folder_are_kept_apart(tmp_path: Path) -> None:
    with open_store(tmp_path, {}, resume=False):
        command = [sys.executable, "-m", "tests.core.training.searching", str(tmp_path), "forest", "exhaustive"]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert "Another window or run is searching into" in ended.stderr


def test_a_damaged_run_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "trials.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(SearchError, match="cannot be used"):
        search(hard_dataset(), SMALL, tmp_path, None, resume=True)


def test_impossible_folds_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="has no groups"):
        search(replace(hard_dataset(), groups=None), SMALL, tmp_path / "run", None, protocol="grouped")
    assert not (tmp_path / "run").exists()


def test_cancelling_ends_a_long_fit_and_keeps_what_was_finished(tmp_path: Path) -> None:
    # A small network takes a tenth of the processor time by which a worker is taken for busy, a large one many times
    # as much: what is busy is in a large one, and cannot end by itself before it is killed.
    grid = GRIDS["mlp"].edited(hidden_layer_sizes=[(3,), (3000, 3000)], alpha=[0.0], max_iter=[20])
    dataset = hard_dataset()
    control, seen = Control(), threading.Event()
    fitting: list[psutil.Process] = []

    def cancel() -> None:
        seen.wait(PATIENCE)
        workers = [psutil.Process(pid) for pid in pool.pids()]
        before = {one: sum(one.cpu_times()[:2]) for one in workers}
        busy = lambda: [one for one in workers if sum(one.cpu_times()[:2]) > before[one] + 0.5]  # noqa: E731
        wait_for("a worker in a long fit", busy)
        fitting.extend(busy())
        control.cancel()

    def on_trial(board: Board) -> None:
        seen.set()

    with WorkerPool(2, threads_per_worker=1) as pool:
        thread = threading.Thread(target=cancel)
        thread.start()
        with pytest.raises(Cancelled):
            search(dataset, grid, tmp_path, pool, n_folds=3, control=control, on_trial=on_trial)
        thread.join()
        assert fitting and not any(one.is_running() for one in fitting)  # killed, as a fit does not listen
    assert read_store(tmp_path)[1]


def test_a_pause_gives_out_nothing_and_loses_nothing(tmp_path: Path) -> None:
    control, texts = Control(), []
    told: list[int] = []

    def on_trial(board: Board) -> None:
        told.append(len(board.trials))
        if len(told) == 3:
            control.pause()

    def report(fraction: float, text: str) -> None:
        texts.append((fraction, text, len(told)))
        if sum(text.startswith("paused") for _, text, _ in texts) >= 5:
            control.go_on()

    result = search(hard_dataset(), SMALL, tmp_path, None, n_folds=3, control=control, on_trial=on_trial, report=report)
    paused = [done for _, text, done in texts if text.startswith("paused")]
    assert paused and set(paused) == {3}
    assert len(result.standings) == len(SMALL)
    shares = [fraction for fraction, _, _ in texts]
    assert shares == sorted(shares) and shares[-1] == 1.0


def test_the_board_grows_towards_the_final_ranking(tmp_path: Path) -> None:
    boards: list[Board] = []
    result = search(hard_dataset(), SMALL, tmp_path, None, n_folds=3, on_trial=boards.append)
    best = boards[-1].leaders[0]
    assert best.mean == result.standings[0].mean
    assert best.n_folds == 3 and len(boards[0].leaders) >= 1
    np.testing.assert_array_less(-1e-12, -np.diff([one.mean for one in boards[-1].leaders]))
