"""How many events begin in each pixel column: for the overview."""

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import OPEN_PAST
from timeglass.events.columns import Columns
from timeglass.layout.scale import Scale


def column_edges(scale: Scale, columns: int) -> NDArray[np.int64]:
    """Edges of equally wide pixel columns over a scale's width, as instants: ``columns + 1`` of them."""
    shares = np.linspace(0.0, scale.viewport.length, columns + 1) + scale.viewport.fraction
    return np.int64(scale.viewport.start) + np.floor(shares).astype(np.int64)


def starts_per_column(columns: Columns, scale: Scale, count: int) -> NDArray[np.int64]:
    """Number of events that begin in each of ``count`` pixel columns: by bisection, whatever the number of events."""
    return np.diff(np.searchsorted(columns.start_earliest, column_edges(scale, count)))


def rows_per_column(columns: Columns, rows: NDArray[np.int32], scale: Scale, count: int) -> NDArray[np.int64]:
    """The same for some rows (ascending)."""
    starts = columns.start_earliest[rows]
    return np.diff(np.searchsorted(starts[starts > OPEN_PAST], column_edges(scale, count)))
