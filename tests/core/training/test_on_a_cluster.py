"""Fits on a Dask cluster: the same scores as here, and the data sent to each worker and not with each job."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.estimators.baselines import find_baselines
from core.estimators.grids import GRIDS
from core.search.search import search
from core.training.cross_validation import cross_validate
from core.training.saving import save_classifier
from core.workers.cluster import connect
from tests.core.training.data import made_dataset
from tests.core.workers.test_cluster import Cluster
from tests.waiting import PATIENCE

pytestmark = pytest.mark.in_turn("cluster")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    running = Cluster(tmp_path_factory.mktemp("cluster"))
    yield running
    running.stop()


def test_the_same_scores_here_and_on_a_cluster(cluster: Cluster) -> None:
    dataset = made_dataset()
    baselines = find_baselines(["bayes", "tree", "mlp", "kernel"])
    here = cross_validate(dataset, baselines, ["random", "grouped"], None, n_folds=3)
    with connect(cluster.address, timeout=PATIENCE) as pool:
        there = cross_validate(dataset, baselines, ["random", "grouped"], pool, n_folds=3)
    assert [replace(one, fit_seconds=0.0) for one in there.scores] == [
        replace(one, fit_seconds=0.0) for one in here.scores
    ]


def test_the_same_search_table_and_the_same_model_file_from_a_cluster(cluster: Cluster, tmp_path: Path) -> None:
    dataset = made_dataset()
    grid = GRIDS["forest"].edited(
        n_estimators=[5, 10], max_depth=[3, 10], min_samples_split=[2], min_samples_leaf=[2, 10], max_features=["sqrt"]
    )
    here = search(dataset, grid, tmp_path / "here", None, n_folds=3)
    (logistic,) = find_baselines(["logistic"])
    save_classifier(tmp_path / "here.gsm", dataset, logistic, None, n_folds=3)
    with connect(cluster.address, timeout=PATIENCE) as pool:
        there = search(dataset, grid, tmp_path / "there", pool, n_folds=3)
        save_classifier(tmp_path / "there.gsm", dataset, logistic, pool, n_folds=3)
    assert there.standings == here.standings
    assert [one.score for one in there.trials] == [one.score for one in here.trials]
    assert (tmp_path / "there.gsm").read_bytes() == (tmp_path / "here.gsm").read_bytes()
