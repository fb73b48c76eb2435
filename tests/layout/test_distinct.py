import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeglass.layout.distinct import distinct


@given(st.lists(st.integers(-3, 3)))
def test_is_what_numpy_calls_unique(values: list[int]) -> None:
    found = distinct(np.array(values, np.int32))
    assert found.tolist() == sorted(set(values))
    assert found.dtype == np.int32
