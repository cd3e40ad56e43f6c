"""Finding tracks: which of them a filter lets through, and in what order.

Each condition that the index of one column answers is a statement of its own, and the answers are combined as masks.
In one statement together with others, SQLite would fetch every row that the index names from another page, which takes
longer than to read the whole table.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import FilterError
from core.library.columns import COLUMNS_BY_NAME, LibraryColumn, Sort
from core.library.connection import Connections
from core.library.filters import Condition, parse_filter
from core.library.near_duplicates import NearDuplicates, NearDuplicateTest
from core.library.song_features import SongFeatures

Mask = NDArray[np.bool_]


class TrackFinder:
    """Finds the tracks of a catalogue.

    Parameters
    ----------
    connections : to the catalogue
    change_counter : returns a number that differs after every change of the catalogue
    in_memory : returns the numbers of a kind, such as `SongFeatures`, read again after every change
    """

    def __init__(
        self, connections: Connections, change_counter: Callable[[], int], in_memory: Callable[[type], Any]
    ) -> None:
        self._connections = connections
        self._change_counter = change_counter
        self._in_memory = in_memory
        self._last_order: tuple[int, str, NDArray[np.int64]] | None = None

    def find(self, text: str, sort: Sort | None) -> NDArray[np.int64]:
        """Return the ids of the tracks that a filter lets through, in order [shape=(n,)].

        Raises
        ------
        FilterError : when the filter text, or the column to sort by, is not understood
        """
        conditions = parse_filter(text)
        column = None if sort is None else COLUMNS_BY_NAME.get(sort.column)
        if sort is not None and column is None:
            raise FilterError("library.no_sort_column", column=sort.column)
        tests = [condition.test for condition in conditions if condition.test is not None]
        of_tracks = [condition for condition in conditions if condition.test is None]
        if sort and column and not column.is_feature:
            ids = self._all_in(_order(column, descending=sort.descending))
            ids = _kept(ids, self._mask(of_tracks)) if of_tracks else ids
        else:
            ids = self.passing(of_tracks)
        for test in tests:
            if isinstance(test, NearDuplicateTest):
                near: NearDuplicates = self._in_memory(NearDuplicates)
                ids = near.passing(ids, test)
                ids = ids if sort or test.negated else near.together(ids)
            else:
                ids = self._features().passing(ids, test)
        if sort and column and column.is_feature:
            ids = self._features().ordered(ids, column.name, descending=sort.descending)
        return ids

    def passing(self, conditions: Sequence[Condition]) -> NDArray[np.int64]:
        """Return the ids of the tracks that pass conditions without a test in memory, rising [shape=(n,)]."""
        if conditions:
            return np.flatnonzero(self._mask(conditions))
        return np.sort(self._ids("1", ()))

    def _mask(self, conditions: Sequence[Condition]) -> Mask:
        """Return whether each id passes [shape=(n,)]; ids beyond the end do not."""
        scanned = [condition for condition in conditions if not condition.is_indexed]
        masks: list[Mask] = []
        if scanned:  # together, since the first of them that fails spares the others
            where = " AND ".join(f"({condition.where})" for condition in scanned)
            masks.append(_mask_of(self._ids(where, _parameters(scanned))))
        required = (condition for condition in conditions if condition.is_indexed and not condition.is_negated)
        masks += [_mask_of(self._ids(condition.sql, condition.parameters)) for condition in required]
        mask = _all_of(masks) if masks else _mask_of(self._ids("1", ()))
        for condition in conditions:
            if condition.is_indexed and condition.is_negated:
                excluded = self._ids(condition.sql, condition.parameters)
                mask[excluded[excluded < len(mask)]] = False
        return mask

    def _all_in(self, order: str) -> NDArray[np.int64]:
        """Return all ids in one order, remembered until something changes: one types a filter letter by letter."""
        counter = self._change_counter()
        known = self._last_order
        if known is None or known[:2] != (counter, order):
            with self._connections.reading() as db:
                rows = db.execute(f"SELECT t.id FROM tracks t ORDER BY {order}")
                ids = np.fromiter((row[0] for row in rows), dtype=np.int64)
            known = self._last_order = counter, order, ids
        return known[2]

    def _ids(self, where: str, parameters: Sequence[str | float]) -> NDArray[np.int64]:
        """Return the ids of the tracks for which an expression is true, in no order."""
        with self._connections.reading() as db:
            # As one text: to step through a hundred thousand rows in Python takes twice as long.
            sql = f"SELECT group_concat(t.id, ' ') FROM tracks t WHERE {where}"
            text: str | None = db.execute(sql, parameters).fetchone()[0]
        return np.fromstring(text or "", dtype=np.int64, sep=" ")

    def _features(self) -> SongFeatures:
        features: SongFeatures = self._in_memory(SongFeatures)
        return features


def _parameters(conditions: Iterable[Condition]) -> list[str | float]:
    return [parameter for condition in conditions for parameter in condition.parameters]


def _mask_of(ids: NDArray[np.int64]) -> Mask:
    mask = np.zeros(1 + int(ids.max(initial=0)), dtype=np.bool_)
    mask[ids] = True
    return mask


def _all_of(masks: Sequence[Mask]) -> Mask:
    """Combine masks of different lengths: whether all are true."""
    combined = masks[0]
    for mask in masks[1:]:
        length = min(len(combined), len(mask))
        combined = combined[:length] & mask[:length]
    return combined


def _kept(ids: NDArray[np.int64], mask: Mask) -> NDArray[np.int64]:
    """Return those of `ids` that a mask lets through, in their order."""
    known = ids[ids < len(mask)]
    return known[mask[known]]


def _order(column: LibraryColumn, *, descending: bool) -> str:
    """Return the order by one column, as the index of that column has it."""
    collation = " COLLATE NOCASE" if column.is_text and not column.rank else ""
    return f"{column.rank or column.sql}{collation} {'DESC' if descending else 'ASC'} NULLS LAST"
