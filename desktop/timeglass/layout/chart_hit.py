"""What stands under the pointer in a chart: the values of that time, or a series' name."""

from typing import Final

import msgspec

from timeglass.layout.scene import Chart, ChartLine, ChartName, Scene

_REACH_PX: Final = 24.0
"""How far to a side a value may be from the pointer."""
_NEAR_PX: Final = 14.0
"""How far from the pointer the value may be that is meant before all others."""
_NAME_PX: Final = 16.0


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What a series says at a time: its point (of the timeline's series), and where it stands.

    Of values that cannot be drawn apart, ``first … last`` are the places in the series' columns, half-open, and
    ``point`` is -1.
    """

    series: int
    color: int
    x_px: float
    y_px: float
    point: int
    first: int = 0
    last: int = 0


class ChartFocus(msgspec.Struct, frozen=True, gc=False):
    """What the pointer means in a chart: values, the nearest first, and series; empty for none in particular."""

    number: int
    series: tuple[int, ...]
    readings: tuple[Reading, ...]


def chart_at(scene: Scene, y_px: float) -> Chart | None:
    """The chart at a height, or None."""
    return next((one for one in scene.charts if one.y_px <= y_px < one.y_px + one.height_px), None)


def name_at(chart: Chart, x_px: float, y_px: float) -> ChartName | None:
    """The name under a point of the plot, or None."""
    for name in chart.names:
        if name.x_px - 2.0 <= x_px < name.x_px + name.width_px + 4.0 and name.y_px <= y_px < name.y_px + _NAME_PX:
            return name
    return None


def chart_focus(scene: Scene, x_px: float, y_px: float) -> ChartFocus | None:
    """What the pointer means at a point of the plot; None outside charts."""
    chart = chart_at(scene, y_px)
    if chart is None:
        return None
    name = name_at(chart, x_px, y_px)
    if name is not None or y_px < chart.top_px - 2.0:
        return ChartFocus(chart.number, name.series if name is not None else (), ())
    found = [reading for line in chart.lines if (reading := _reading(line, x_px, y_px)) is not None]
    if not found:
        return ChartFocus(chart.number, (), ())
    nearest = min(found, key=lambda one: _distance(one, x_px, y_px))
    # The others are told of the same time, not of the pointer's.
    same = [one for one in found if abs(one.x_px - nearest.x_px) <= 2.0 and one is not nearest]
    readings = (nearest, *sorted(same, key=lambda one: one.y_px))
    meant = (nearest.series,) if _distance(nearest, x_px, y_px) <= _NEAR_PX else ()
    return ChartFocus(chart.number, meant, readings)


def _distance(reading: Reading, x_px: float, y_px: float) -> float:
    return abs(reading.x_px - x_px) + abs(reading.y_px - y_px)


def _reading(line: ChartLine, x_px: float, y_px: float) -> Reading | None:
    """The line's value nearest in time to the pointer, within reach; None where there is none."""
    points = [point for run in line.runs for point in run]
    if points:
        point = min(points, key=lambda one: (abs(one.x_px - x_px), abs(one.y_px - y_px)))
        if abs(point.x_px - x_px) <= _REACH_PX:
            return Reading(line.series, line.color, point.x_px, point.y_px, point.point)
    if line.columns:
        column = min(line.columns, key=lambda one: abs((one.x0_px + one.x1_px) / 2.0 - x_px))
        middle = (column.x0_px + column.x1_px) / 2.0
        if abs(middle - x_px) <= _REACH_PX:
            y = min(max(y_px, column.top_px), column.bottom_px)
            return Reading(line.series, line.color, middle, y, -1, column.first, column.last)
    return None
