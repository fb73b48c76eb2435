"""Series as columns: times, values and ranges side by side, and where nothing is known."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.event import Series

GAP_FACTOR: Final = 5.0
"""Values farther apart than so many times the usual distance have a gap between them."""
GAP_FROM: Final = 8
"""With fewer values than this nobody can say what their usual distance is."""
_MOST: Final = 1e300
"""Values are drawn as if they were no farther from zero: sums and differences stay finite."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Parallel columns in order of time, a value each. Read-only."""

    at: NDArray[np.int64]
    """Instants: the middle of a value's possible span; of a step series where it begins."""
    value: NDArray[np.float64]
    low: NDArray[np.float64]
    """Lower ends of the ranges; not a number where none is known."""
    high: NDArray[np.float64]
    point: NDArray[np.int64]
    """Which of the series' points it is."""
    gap: NDArray[np.bool_]
    """Whether nothing is known between the value before and this one."""

    def __len__(self) -> int:
        return len(self.at)

    @property
    def extremes(self) -> tuple[float, float]:
        """Least and greatest of all values and ranges; there must be some."""
        return float(np.fmin(self.value, self.low).min()), float(np.fmax(self.value, self.high).max())


def numbers_of(series: Series) -> Numbers:
    """The columns of a series.

    Nothing is known between two values where the file has a point without a value between them, or where they are more
    than :data:`GAP_FACTOR` times as far apart as two neighbours usually are (the median of all distances). Points
    whose date is open to a side are left out: they have no place.
    """
    at: list[int] = []
    rows: list[tuple[float, float, float]] = []
    places: list[int] = []
    gaps: list[bool] = []
    step, broken = series.style == "step", False
    nothing = float("nan")
    for place in sorted(range(len(series.points)), key=lambda one: series.points[one].date.bounds):
        point = series.points[place]
        bounds = point.date.bounds
        if bounds.start_earliest == OPEN_PAST or bounds.end_latest == OPEN_FUTURE:
            continue
        if point.value is None:
            broken = True
            continue
        at.append(bounds.start_earliest if step else (bounds.start_earliest + bounds.end_latest) // 2)
        low = point.low if point.low is not None else (point.value if point.high is not None else nothing)
        high = point.high if point.high is not None else (point.value if point.low is not None else nothing)
        rows.append((point.value, low, high))
        places.append(place)
        gaps.append(broken and bool(gaps))
        broken = False
    times = np.array(at, np.int64)
    order = np.argsort(times, kind="stable")  # by their middles two dates may stand the other way round
    columns = np.clip(np.array(rows, np.float64).reshape(-1, 3)[order], -_MOST, _MOST)
    times, gap = times[order], np.array(gaps, np.bool_)[order]
    if len(times) >= GAP_FROM:
        apart = np.diff(times)
        usual = float(np.median(apart))
        if usual > 0.0:
            gap[1:] |= apart > GAP_FACTOR * usual
    value, low_ends, high_ends = (np.ascontiguousarray(columns[:, column]) for column in range(3))
    made = Numbers(times, value, low_ends, high_ends, np.array(places, np.int64)[order], gap)
    for column in (made.at, made.value, made.low, made.high, made.point, made.gap):
        column.setflags(write=False)
    return made
