"""A search that is reopened has its board, and its result where it was finished, without a fit."""

from pathlib import Path

import numpy as np
import pytest

from core.errors import SearchError
from core.progress import Cancelled
from core.search.reopening import reopen_search
from core.search.search import Board, Control, StrategyName, search
from core.training.experiment import Experiment, search_experiment
from tests.core.training.searching import FOREST, hard_dataset

SMALL = FOREST.edited(max_depth=[2, 50], min_samples_split=[2, 5], max_features=[3])


def record(strategy: StrategyName) -> Experiment:
    return search_experiment(hard_dataset(), SMALL, strategy, "random", n_folds=3, seed=20)


@pytest.mark.parametrize("strategy", ["exhaustive", "racing"])
def test_a_finished_search_has_its_result_again(strategy: StrategyName, tmp_path: Path) -> None:
    result = search(hard_dataset(), SMALL, tmp_path, None, strategy=strategy, n_folds=3)
    again = reopen_search(tmp_path, record(strategy))
    assert again.result is not None
    assert again.result.standings == result.standings
    assert again.result.eliminations == result.eliminations
    assert [one.score for one in again.result.trials] == [one.score for one in result.trials]
    assert again.grid.candidates is not None and list(again.grid.candidates()) == list(SMALL.candidates())


def test_a_stopped_search_has_its_board_at_once_and_when_it_goes_on(tmp_path: Path) -> None:
    control, boards = Control(), list[Board]()

    def stop_after_three(board: Board) -> None:
        boards.append(board)
        if len(boards) == 3:
            control.cancel()

    with pytest.raises(Cancelled):
        search(hard_dataset(), SMALL, tmp_path, None, n_folds=3, on_trial=stop_after_three, control=control)
    again = reopen_search(tmp_path, record("exhaustive"))
    assert again.result is None
    assert again.board.leaders == boards[-1].leaders
    assert len(again.board.trials) == sum(len(board.trials) for board in boards)
    resumed: list[Board] = []
    search(hard_dataset(), SMALL, tmp_path, None, n_folds=3, resume=True, on_trial=resumed.append)
    assert resumed[0].leaders == boards[-1].leaders
    assert [one.score for one in resumed[0].trials] == [one.score for one in again.board.trials]
    finished = reopen_search(tmp_path, record("exhaustive")).result
    assert finished is not None
    assert not np.isnan([one.mean for one in finished.standings]).any()


def test_a_folder_without_fits_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SearchError):
        reopen_search(tmp_path, record("racing"))
