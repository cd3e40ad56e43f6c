"""A number over a grid as a mean and one effect for each value of each parameter: little data says much that way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class MainEffects:
    """Effects shrunk towards none; a value that was never seen has none.

    Attributes
    ----------
    mean : of what was learned from
    effects : by (parameter, value as text)
    """

    mean: float
    effects: Mapping[tuple[str, str], float]

    @classmethod
    def fitted(
        cls,
        rows: Sequence[Mapping[str, Any]],
        values: Sequence[float] | NDArray[np.float64],
        *,
        shrinkage: float = 1.0,
        weights: NDArray[np.float64] | None = None,
    ) -> "MainEffects":
        """Learn from combinations and what was measured there.

        Parameters
        ----------
        rows : parameters by name
        values : NDArray[np.float64] [shape=(n_rows,)]
        shrinkage : the weight of having no effect, in rows
        weights : NDArray[np.float64] [shape=(n_rows,)], of each row
        """
        target = np.asarray(values, dtype=np.float64)
        weight = np.ones(len(target)) if weights is None else weights
        columns: dict[tuple[str, str], int] = {}
        marks = [[columns.setdefault((name, repr(row[name])), len(columns)) for name in sorted(row)] for row in rows]
        design = np.zeros((len(rows), len(columns)))
        for number, marked in enumerate(marks):
            design[number, marked] = 1.0
        mean = float(np.average(target, weights=weight))
        weighted = design * weight[:, None]
        solved = np.linalg.solve(design.T @ weighted + shrinkage * np.eye(len(columns)), weighted.T @ (target - mean))
        return cls(mean, {key: float(solved[number]) for key, number in columns.items()})

    def predict(self, rows: Sequence[Mapping[str, Any]]) -> NDArray[np.float64]:
        """Return the expected scores of combinations [shape=(n_rows,)]."""
        return np.array(
            [self.mean + sum(self.effects.get((name, repr(row[name])), 0.0) for name in sorted(row)) for row in rows]
        )
