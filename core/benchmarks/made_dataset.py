"""Rows for measuring where there is no table: ten overlapping classes, as many columns as the genre table has."""

import numpy as np

from core.dataset.dataset import Dataset, DatasetSource


def made_dataset(n_rows: int = 1000, n_columns: int = 57, n_classes: int = 10, seed: int = 20) -> Dataset:
    """Classes that a good classifier tells apart for about three rows in four."""
    random = np.random.default_rng(seed)
    y = np.arange(n_rows, dtype=np.int64) % n_classes
    centres = random.normal(0, 0.6, (n_classes, n_columns)) * random.exponential(1, n_columns)
    mixing = random.normal(0, 1, (n_columns, n_columns)) / np.sqrt(n_columns)
    X = centres[y] + random.normal(0, 1, (n_rows, n_columns)) @ (np.eye(n_columns) + mixing)
    return Dataset(
        name="made up",
        X=X,
        y=y,
        classes=tuple(f"class {number}" for number in range(n_classes)),
        columns=tuple(f"column {number}" for number in range(n_columns)),
        places=np.arange(n_rows),
        row_names=tuple(f"row {number + 1}" for number in range(n_rows)),
        locations=(None,) * n_rows,
        source=DatasetSource("made up", "0" * 64),
    )
