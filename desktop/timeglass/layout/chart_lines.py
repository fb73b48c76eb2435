"""Lines of charts: the values in view, or, where they are too many to be drawn apart, their extremes a column."""

import math
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.events.numbers import Numbers
from timeglass.layout.scale import Scale
from timeglass.layout.scene import ChartColumn, ChartPoint

_PX_A_POINT: Final = 3.0
"""Values that stand closer than this on average are folded into columns."""
_PX_A_MARK: Final = 10.0
"""Values that stand closer than this on average have no marks."""

_EDGE_PX: Final = 200.0
"""So far out of view a line begins that comes from farther away."""

_Heights = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]
Heights = Callable[[NDArray[np.float64]], NDArray[np.float64]]


Runs = tuple[tuple[ChartPoint, ...], ...]
Columns = tuple[ChartColumn, ...]


def line_of(numbers: Numbers, scale: Scale, step: bool, heights: Heights) -> tuple[Runs, Columns]:
    """A series in view: runs of its values between gaps, or the columns that stand in for them where they are many.

    ``heights`` turns values into pixels. A column is one or two pixels wide and begins at a multiple of a power of two
    seconds, so that panning changes none. It costs a bisection a column and one pass over the values in view.
    """
    view = scale.viewport.span
    first = max(int(np.searchsorted(numbers.at, view.start, "left")) - 1, 0)
    last = min(int(np.searchsorted(numbers.at, view.end, "right")) + 1, len(numbers))
    if (last - first) * _PX_A_POINT > scale.width_px:
        return (), _columns(numbers, first, last, scale, heights)
    return _runs(numbers, first, last, scale, step, heights), ()


def is_marked(runs: Runs, scale: Scale) -> bool:
    """Tell whether values stand far enough apart for marks."""
    return sum(map(len, runs)) * _PX_A_MARK <= scale.width_px


def _runs(numbers: Numbers, first: int, last: int, scale: Scale, step: bool, heights: Heights) -> Runs:
    part = slice(first, last)
    xs = scale.positions(numbers.at[part])
    ys = heights(numbers.value[part])
    lows = np.where(np.isnan(numbers.low[part]), ys, heights(numbers.low[part]))
    highs = np.where(np.isnan(numbers.high[part]), ys, heights(numbers.high[part]))
    runs: list[list[ChartPoint]] = []
    _bring_near(numbers, first, last, scale, step, xs, (ys, lows, highs))
    rows = zip(
        xs.tolist(), ys.tolist(), lows.tolist(), highs.tolist(), numbers.point[part].tolist(),
        numbers.gap[part].tolist(), strict=True,
    )  # fmt: skip
    for x, y, low, high, point, gap in rows:
        if gap or not runs:
            runs.append([])
        runs[-1].append(ChartPoint(x, y, low, high, point))
    return tuple(map(tuple, runs))


def _bring_near(
    numbers: Numbers, first: int, last: int, scale: Scale, step: bool, xs: NDArray[np.float64], columns: _Heights
) -> None:
    """Let a line that comes from or goes to far away begin or end just out of view, at the height it has there.

    Positions are clamped far out of view: a line to such a place would not have its true slope.
    """
    at, edge = numbers.at, _EDGE_PX
    ends = [column.copy() for column in columns]
    for place, other, edge_px in ((first, first + 1, -edge), (last - 1, last - 2, scale.width_px + edge)):
        if not first <= other < last or (xs[place - first] - edge_px) * (1 if place > other else -1) <= 0.0:
            continue
        share = (scale.time(edge_px) - int(at[place])) / (int(at[other]) - int(at[place]))  # one is in view, one is not
        xs[place - first] = edge_px
        for column, known in zip(columns, ends, strict=True):
            here, there = known[place - first], known[other - first]
            column[place - first] = here if step else here + share * (there - here)


def _columns(numbers: Numbers, first: int, last: int, scale: Scale, heights: Heights) -> Columns:
    """Extremes of the values of each stretch that has any."""
    length = 1 << max(0, math.ceil(math.log2(scale.seconds_per_px)))
    view = scale.viewport.span
    inner = np.arange(view.start // length, view.end // length + 1, dtype=np.int64)
    beyond = numbers.at[[first, last - 1]] // length  # the neighbours out of view, to which the line leads
    starts = np.union1d(inner, beyond) * length
    cuts = np.append(np.searchsorted(numbers.at[first:last], starts, "left"), last - first) + first
    filled = np.flatnonzero(cuts[1:] > cuts[:-1])
    begins, ends = cuts[:-1][filled], cuts[1:][filled]
    part, inside = slice(first, last), begins - first
    value, low, high = numbers.value[part], numbers.low[part], numbers.high[part]
    most = heights(np.maximum.reduceat(value, inside))
    least = heights(np.minimum.reduceat(value, inside))
    lowest = heights(np.minimum.reduceat(np.fmin(value, low), inside))
    highest = heights(np.maximum.reduceat(np.fmax(value, high), inside))
    enter, leave = heights(numbers.value[begins]), heights(numbers.value[ends - 1])
    x = scale.mapper()
    rows = zip(
        starts[filled].tolist(), most.tolist(), least.tolist(), enter.tolist(), leave.tolist(), lowest.tolist(),
        highest.tolist(), begins.tolist(), ends.tolist(), (~numbers.gap[begins]).tolist(), strict=True,
    )  # fmt: skip
    made = []
    for start, top, bottom, enters, leaves, lows, tops, begin, end, joined in rows:
        made.append(
            ChartColumn(x(start), x(start + length), top, bottom, enters, leaves, lows, tops, begin, end, joined)
        )
    return tuple(made)
