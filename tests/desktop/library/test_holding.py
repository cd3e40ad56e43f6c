import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.library.holding import held_in_place


def ids(*numbers: int) -> NDArray[np.int64]:
    return np.array(numbers, dtype=np.int64)


@pytest.mark.parametrize(
    ("found", "held", "seen"),
    [
        ((1, 3, 4, 5, 2), {2}, (1, 2, 3, 4, 5)),  # the order would move it
        ((1, 3, 4, 5), {2}, (1, 2, 3, 4, 5)),  # the filter would let it go
        ((9, 4, 3, 1, 5, 2), {2}, (9, 4, 3, 1, 2, 5)),  # others have moved: it stays below its neighbour
        ((3, 4, 5), {1, 2}, (1, 2, 3, 4, 5)),
        ((5, 6, 2, 1), {1}, (1, 5, 6, 2)),  # the first row stays the first
        ((5, 4, 3), set(), (5, 4, 3)),
        ((5, 4, 3), {77}, (5, 4, 3)),  # not among the rows
        ((), {3}, (3,)),
    ],
)
def test_an_edited_row_stays_where_it_is(found: tuple[int, ...], held: set[int], seen: tuple[int, ...]) -> None:
    assert held_in_place(ids(*found), ids(1, 2, 3, 4, 5), held).tolist() == list(seen)
