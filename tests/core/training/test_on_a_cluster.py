"""Fits on a Dask cluster: the same scores as here, and the data sent to each worker and not with each job."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from core.cluster import connect
from core.estimators.baselines import find_baselines
from core.training.cross_validation import cross_validate
from tests.core.test_cluster import Cluster
from tests.core.training.data import made_dataset

pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    running = Cluster(tmp_path_factory.mktemp("cluster"))
    yield running
    running.stop()


def test_the_same_scores_here_and_on_a_cluster(cluster: Cluster) -> None:
    dataset = made_dataset()
    baselines = find_baselines(["bayes", "tree", "mlp", "kernel"])
    here = cross_validate(dataset, baselines, ["random", "grouped"], None, n_folds=3)
    with connect(cluster.address, timeout=60) as pool:
        there = cross_validate(dataset, baselines, ["random", "grouped"], pool, n_folds=3)
    assert [replace(one, fit_seconds=0.0) for one in there.scores] == [
        replace(one, fit_seconds=0.0) for one in here.scores
    ]
