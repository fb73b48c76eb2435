"""Sorted values without doubles."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T", np.int16, np.int32, np.int64, np.intp)


def distinct(values: NDArray[T]) -> NDArray[T]:
    """What ``numpy.unique`` gives, which at its first call imports all of ``numpy.ma``: a tenth of the start."""
    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered
