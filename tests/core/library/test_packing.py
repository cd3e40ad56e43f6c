import hypothesis.extra.numpy as hnp
import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given
from numpy.typing import NDArray

from core.library.packing import pack, unpack


@given(hnp.arrays(np.float64, hnp.array_shapes(min_dims=1, max_dims=2, min_side=0)))
def test_numbers_come_back_to_the_last_bit(array: NDArray[np.float64]) -> None:
    again = unpack(pack(array))
    assert again.dtype == array.dtype and again.shape == array.shape
    assert again.tobytes() == array.tobytes()


@given(st.binary(max_size=60))
def test_damaged_bytes_are_refused_by_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        unpack(data)
