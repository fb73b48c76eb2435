"""Rows sorted for layout: by lane and importance, and by lane and duration, so that bisection finds what is in view."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.columns import Columns
from timeglass.layout.lanes import Lanes

CLASSES: Final = 5
"""Importances 5 … 1 are classes 0 … 4."""
FAR: Final = 2**61
"""Open ends are laid out as if they stood here."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows of one lane and class in order of their anchors. ``anchors`` are instants, ascending."""

    anchors: NDArray[np.int64]
    rows: NDArray[np.int32]


def anchors_of(columns: Columns) -> NDArray[np.int64]:
    """The instant at which each row's mark stands: its earliest start, or its earliest end where there is no start."""
    anchors = columns.start_earliest
    if len(anchors) and anchors[0] == OPEN_PAST:  # rows are sorted: open starts come first
        anchors = np.where(anchors == OPEN_PAST, columns.end_earliest, anchors)
        anchors = np.where((anchors == OPEN_PAST) | (anchors == OPEN_FUTURE), 0, anchors)
    return anchors


def extents_of(columns: Columns) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First second and the second behind the last one of all that each row may cover; open ends at ± FAR."""
    first = np.maximum(columns.start_earliest, -FAR)
    last = np.minimum(columns.end_latest, FAR - 1) + 1
    return first, np.maximum(last, first + 1)


def _segments(
    lanes: int,
    classes: int,
    lane: NDArray[np.int32],
    klass: NDArray[np.int16],
    at: NDArray[np.int64],
    rows: NDArray[np.int32],
) -> list[list[Segment]]:
    key = lane * np.int32(classes) + klass
    key = key.astype(np.int16) if lanes * classes < 2**15 else key
    if not (at[1:] >= at[:-1]).all():
        by_time = np.argsort(at, kind="stable")
        key, at, rows = key[by_time], at[by_time], rows[by_time]
    order = np.argsort(key, kind="stable")  # radix sort on int16; rows stay in order of time
    edges = np.searchsorted(key[order], np.arange(lanes * classes + 1))
    at, rows = at[order], rows[order]
    flat = [Segment(at[a:b], rows[a:b]) for a, b in pairwise(edges)]
    return [flat[place * classes : (place + 1) * classes] for place in range(lanes)]


class LaneIndex:
    """What layout bisects: built once for a timeline, a grouping and a set of rows (all, or those that pass a filter).

    ``by_importance[lane][class]`` and ``by_duration[lane]`` (duration class -> segment) hold 12 bytes a row each.
    """

    def __init__(self, columns: Columns, lanes: Lanes, rows: NDArray[np.int32] | None = None) -> None:
        self.columns = columns
        self.lanes = lanes
        chosen = np.arange(len(columns), dtype=np.int32) if rows is None else rows.astype(np.int32)
        lane = lanes.lane_of_row[chosen]
        if len(lane) and int(lane.min()) < 0:  # rows of hidden lanes
            chosen = chosen[lane >= 0]
            lane = lane[lane >= 0]
        anchors = anchors_of(columns)[chosen]
        count = len(lanes.lanes)
        self.size = len(chosen)
        self.by_importance = _segments(
            count,
            CLASSES,
            lane,
            (CLASSES - np.clip(columns.importance[chosen], 1, 5)).astype(np.int16),
            anchors,
            chosen,
        )
        first, last = extents_of(columns)
        self.first, self.last = first, last
        # frexp gives the power of two above: exact below 2**53, and right to one class beyond.
        exponents = (np.frexp((last - first)[chosen].astype(np.float64))[1] - 1).astype(np.int16)
        segments = _segments(count, 64, lane, exponents, first[chosen], chosen)
        self.by_duration: list[dict[int, Segment]] = [
            {klass: segment for klass, segment in enumerate(of_lane) if len(segment.rows)} for of_lane in segments
        ]
        self.counts = [sum(len(segment.rows) for segment in of_lane) for of_lane in self.by_importance]

    def anchor(self, row: int) -> int:
        """The instant at which a row's mark stands (see :func:`anchors_of`)."""
        first = int(self.columns.start_earliest[row])
        if first == OPEN_PAST:
            first = int(self.columns.end_earliest[row])
            return 0 if first in (OPEN_PAST, OPEN_FUTURE) else first
        return first

    def anchors(self, rows: NDArray[np.int32]) -> NDArray[np.int64]:
        """:meth:`anchor` of many rows at once."""
        first = self.columns.start_earliest[rows]
        if (first == OPEN_PAST).any():
            first = np.where(first == OPEN_PAST, self.columns.end_earliest[rows], first)
            first = np.where((first == OPEN_PAST) | (first == OPEN_FUTURE), 0, first)
        return first

    def rows_between(self, lane: int, start: int, end: int) -> list[int]:
        """Rows of a lane whose anchors lie in ``[start, end)``, most important first, then in order of time."""
        found: list[int] = []
        for segment in self.by_importance[lane]:
            a, b = np.searchsorted(segment.anchors, (start, end))
            found.extend(segment.rows[a:b].tolist())
        return found
