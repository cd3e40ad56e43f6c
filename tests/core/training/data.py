"""Small data sets for tests: classes of clouds, each cloud a group."""

import numpy as np
from numpy.typing import NDArray

from core.dataset import Dataset, DatasetSource


def made_dataset(
    *,
    counts: tuple[int, ...] = (30, 30, 30),
    n_columns: int = 6,
    group_size: int = 3,
    distance: float = 1.0,
    group_spread: float = 0.5,
    seed: int = 3,
    split: bool = False,
) -> Dataset:
    """Normally distributed rows: classes apart by `distance`, groups within them by `group_spread`."""
    random = np.random.default_rng(seed)
    rows: list[NDArray[np.float64]] = []
    labels: list[int] = []
    groups: list[int] = []
    for label, count in enumerate(counts):
        centre = random.normal(0, distance, n_columns)
        for number in range(count):
            if number % group_size == 0:
                group = centre + random.normal(0, group_spread, n_columns)
                groups.append(groups[-1] + 1 if groups else 0)
            else:
                groups.append(groups[-1])
            rows.append(group + random.normal(0, 0.3, n_columns))
            labels.append(label)
    n_rows = len(rows)
    parts = np.array(["train", "train", "valid", "test"])[np.arange(n_rows) % 4] if split else None
    return Dataset(
        name="made",
        X=np.array(rows),
        y=np.array(labels, dtype=np.int64),
        classes=tuple(f"class {'abcdefgh'[number]}" for number in range(len(counts))),
        columns=tuple(f"column {number}" for number in range(n_columns)),
        places=np.arange(n_rows),
        row_names=tuple(f"row {number + 1}" for number in range(n_rows)),
        locations=(None,) * n_rows,
        source=DatasetSource("made.csv", "0" * 64),
        groups=np.array(groups, dtype=np.int64),
        group_names=tuple(f"group {number}" for number in range(groups[-1] + 1)),
        split=parts,
    )
