"""Small grids, and searches of them to be started and killed."""

import sys
from pathlib import Path

from core.dataset import Dataset
from core.estimators.grids import GRIDS, Grid
from core.search.search import search
from tests.core.training.data import made_dataset

FOREST = GRIDS["forest"].edited(
    n_estimators=[3, 10],
    max_depth=[2, 50, None],
    min_samples_split=[2, 5],
    min_samples_leaf=[2],
    max_features=[3, "sqrt"],
)
BOOSTING = GRIDS["boosting"].edited(
    learning_rate=[0.1],
    n_estimators=[3, 10],
    subsample=[0.5],
    min_samples_split=[2, 30],
    min_samples_leaf=[10],
    max_depth=[2, 10, 50],
    max_features=[3, "sqrt"],
)
MLP = GRIDS["mlp"].edited(hidden_layer_sizes=[(6,), (4, 4)], alpha=[0.001, 1.0], max_iter=[10, 20, 25])


def hard_dataset() -> Dataset:
    """Rows that no combination classifies without fault."""
    return made_dataset(counts=(30, 30, 30), distance=0.5, n_columns=9)


def grid_named(name: str) -> Grid:
    return {"forest": FOREST, "boosting": BOOSTING, "mlp": MLP}[name]


if __name__ == "__main__":
    run, family, chosen = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    strategy = "racing" if chosen == "racing" else "exhaustive"
    search(hard_dataset(), grid_named(family), run, None, strategy=strategy, n_folds=3, resume=True)
