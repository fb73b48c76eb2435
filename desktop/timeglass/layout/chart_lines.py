"""Lines of charts: the values in view, or, where they are too many to be drawn apart, their extremes a column."""

import math
from itertools import pairwise
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


class Heights:
    """Turns values into heights: the ends of an axis stand at the bottom and the top."""

    def __init__(self, ticks: tuple[float, ...], top: float, bottom: float) -> None:
        self._low, self._bottom = ticks[0], bottom
        self._px = (bottom - top) / (ticks[-1] - ticks[0])

    def of(self, value: float) -> float:
        """The height of a value."""
        return self._bottom - (value - self._low) * self._px

    def __call__(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        return self._bottom - (values - self._low) * self._px


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
    # A few hundred values at most: plain loops cost less here than array after array.
    part, x, y = slice(first, last), scale.mapper(), heights.of
    times = numbers.at[part].tolist()
    rows = zip(
        times, numbers.value[part].tolist(), numbers.low[part].tolist(), numbers.high[part].tolist(),
        numbers.point[part].tolist(), strict=True,
    )  # fmt: skip
    points = []
    for at, value, low, high, point in rows:
        middle = y(value)
        ends = (middle, middle) if low != low else (y(low), y(high))
        points.append(ChartPoint(x(at), middle, *ends, point))
    points = _brought_near(points, times, scale, step)
    gaps = np.flatnonzero(numbers.gap[part]).tolist()
    cuts = [0, *(gap for gap in gaps if gap), len(points)]
    return tuple(tuple(points[begin:end]) for begin, end in pairwise(cuts) if end > begin)


def _brought_near(points: list[ChartPoint], times: list[int], scale: Scale, step: bool) -> list[ChartPoint]:
    """The points, but a line from or to far away begins or ends just out of view, at the height it has there.

    Positions are clamped far out of view: a line to such a place would not have its true slope.
    """
    if len(points) < 2:
        return points
    near = list(points)
    if points[0].x_px < -_EDGE_PX:
        near[0] = _between(points[0], points[1], times[0], times[1], scale, -_EDGE_PX, step)
    if points[-1].x_px > scale.width_px + _EDGE_PX:
        edge = scale.width_px + _EDGE_PX
        near[-1] = _between(points[-1], points[-2], times[-1], times[-2], scale, edge, step)
    return near


def _between(
    far: ChartPoint, near: ChartPoint, far_at: int, near_at: int, scale: Scale, x_px: float, step: bool
) -> ChartPoint:
    """Where the line between two points, of which the second is nearer to the view, passes a position."""
    share = 0.0 if step else (scale.time(x_px) - far_at) / (near_at - far_at)
    y, low, high = (
        here + share * (there - here)
        for here, there in ((far.y_px, near.y_px), (far.low_px, near.low_px), (far.high_px, near.high_px))
    )
    return ChartPoint(x_px, y, low, high, far.point)


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
