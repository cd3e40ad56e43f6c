"""The benchmark of searches compares what it says it compares."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from core.benchmarks import search as benchmark
from core.errors import SearchError
from core.search.search import search
from tests.core.training.searching import FOREST, MLP, hard_dataset


@pytest.mark.parametrize(("family", "grid"), [("forest", FOREST), ("mlp", MLP)])
def test_scores_are_compared_and_races_are_replayed(
    family: Any, grid: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sample: Mapping[str, Any] = grid.param_grid
    monkeypatch.setitem(benchmark.SAMPLES, family, dict(sample))
    (line,) = benchmark.against_sklearn(hard_dataset(), family, full=False)
    assert line.endswith("every mean and rank identical")
    search(hard_dataset(), grid, tmp_path, None, n_folds=3)
    about, raced = benchmark.races(hard_dataset(), tmp_path, 2)
    assert about.startswith(f"{family}: {len(grid):,} combinations, 3 folds")
    assert "racing, 2 seeds" in raced
    with pytest.raises(SearchError, match="other data"):
        list(benchmark.races(hard_dataset().with_columns(["column 1"]), tmp_path, 2))
