"""Charts of series under the lanes, on the shared time axis."""

import math
from collections.abc import Sequence
from typing import Final

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.event import Point, Series, text_in
from timeglass.layout.scale import Scale
from timeglass.layout.scene import Chart, ChartLine, ChartPoint

CHART_PX: Final = 84.0
_LEAST_VIEW_PX: Final = 300.0
"""A view lower than this has no room for a chart."""
_TOP_PX: Final = 12.0
_BOTTOM_PX: Final = 8.0


def nice_ceiling(value: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50 … that is not below a positive value.

    >>> nice_ceiling(37.0)
    50.0
    """
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= value * (1 - 1e-12))


def _middle(point: Point) -> int | None:
    """The instant at which a value stands: the middle of its possible span; None where that is open."""
    bounds = point.date.bounds
    if bounds.start_earliest == OPEN_PAST or bounds.end_latest == OPEN_FUTURE:
        return None
    return (bounds.start_earliest + bounds.end_latest) // 2


class Charts:
    """Charts of a timeline: series of one ``group`` (or else of one unit) share one."""

    def __init__(self, series: Sequence[Series], language: str, fallback: str) -> None:
        self._titles = [text_in(one.title, language, fallback) for one in series]
        groups: dict[str, list[int]] = {}
        for place, one in enumerate(series):
            if one.points:
                groups.setdefault(one.group or one.unit, []).append(place)
        self._groups = groups
        self._series = series
        self._axes: dict[int, tuple[float, float]] = {}
        self._times = [[(_middle(point), at) for at, point in enumerate(one.points)] for one in series]

    def __len__(self) -> int:
        return len(self._groups)

    def place(self, scale: Scale, height_px: float, which: int) -> Chart | None:
        """One of the charts, counted from 0 and round again, at the foot of a view; None where there is none."""
        if not self._groups or height_px < _LEAST_VIEW_PX:
            return None
        number = which % len(self._groups)
        return self._chart(list(self._groups.values())[number], scale, height_px - CHART_PX, number)

    def _extremes(self, members: list[int]) -> tuple[float, float]:
        """Ends of the value axis: 0 or below, and a round number above all values."""
        known = self._axes.get(members[0])
        if known is None:
            values = [
                value
                for member in members
                for point in self._series[member].points
                for value in (point.value, point.low, point.high)
                if value is not None
            ]
            least = min(values)
            low = -nice_ceiling(max(-least, 1e-9)) if least < 0 else 0.0
            known = self._axes[members[0]] = (low, nice_ceiling(max(max(values), 1e-9)))
        return known

    def _chart(self, members: list[int], scale: Scale, top: float, number: int) -> Chart:
        low, high = self._extremes(members)
        floor_px, height = top + CHART_PX - _BOTTOM_PX, CHART_PX - _TOP_PX - _BOTTOM_PX

        def y(value: float) -> float:
            return floor_px - (value - low) / (high - low) * height

        lines = []
        for order, member in enumerate(members):
            points = []
            for at, place in self._times[member]:
                if at is not None:
                    point = self._series[member].points[place]
                    value = point.value
                    low_value = value if point.low is None else point.low
                    high_value = value if point.high is None else point.high
                    points.append(ChartPoint(scale.x(at), y(value), y(low_value), y(high_value), place))
            points.sort(key=lambda placed: placed.x_px)
            lines.append(ChartLine(member, order, self._titles[member], tuple(points)))
        unit = self._series[members[0]].unit
        separator = "" if unit in ("%", "") else " "
        grid = tuple((y(value), f"{value:g}{separator}{unit}") for value in (low, (low + high) / 2, high))
        title = self._titles[members[0]] if len(members) == 1 else self._series[members[0]].group
        return Chart(top, CHART_PX, title, number + 1, len(self._groups), grid, tuple(lines))
