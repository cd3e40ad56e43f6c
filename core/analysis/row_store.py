"""Rows of numbers by the passage they were measured of: measured once, the same bits whenever they are asked for."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.features.columns import SONG_COLUMNS

Bounds = tuple[int, int]
"""First sample and end of a passage, at 22,050 Hz."""


class RowStore:
    """The 63 numbers of passages of one piece.

    What two measurements of a passage give differs in the last bits, with the passages that went through the
    transforms beside it. Therefore a row is never replaced: an undone edit finds the very numbers of before.
    """

    def __init__(self) -> None:
        self._rows: dict[Bounds, NDArray[np.float64]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, passages: Iterable[Bounds], rows: NDArray[np.float64]) -> None:
        """Keep rows [shape=(n, 63)] of passages; those that are known already stay as they are."""
        for passage, row in zip(passages, rows, strict=True):
            self._rows.setdefault(passage, row)

    def missing(self, passages: Iterable[Bounds]) -> list[Bounds]:
        """Return those of some passages that are not measured, in their order."""
        return [passage for passage in passages if passage not in self._rows]

    def rows(self, passages: Sequence[Bounds]) -> NDArray[np.float64]:
        """Return the rows of passages [shape=(n, 63)]; KeyError when one is missing."""
        if not passages:
            return np.empty((0, len(SONG_COLUMNS)))
        return np.stack([self._rows[passage] for passage in passages])

    def copy(self) -> "RowStore":
        """Return a store of the same rows, to which others can be added."""
        other = RowStore()
        other._rows = dict(self._rows)
        return other
