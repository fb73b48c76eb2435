"""Rows sorted for layout: by lane and importance, and by lane and duration, so that bisection finds what is in view."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.columns import Columns
from timeglass.layout.distinct import distinct
from timeglass.layout.lanes import Lanes

CLASSES: Final = 5
"""Importances 5 … 1 are classes 0 … 4."""
FAR: Final = 2**61
"""Open ends are laid out as if they stood here."""
DURATIONS: Final = 64
"""Powers of two that a duration in seconds may have."""
_CHUNK: Final = 2**15
_TRIED: Final = 64
"""Cells of a lane and class, at most twice as many, in which events are counted for its demand."""


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


def chosen_of(lanes: Lanes, rows: NDArray[np.int32] | None) -> tuple[NDArray[np.int32], NDArray[np.int32] | None]:
    """Lane of each row that is shown, and these rows; None where they are all."""
    lane = lanes.lane_of_row if rows is None else lanes.lane_of_row[rows]
    if len(lane) and int(lane.min()) < 0:  # rows of hidden lanes
        seen = lane >= 0
        rows = np.flatnonzero(seen).astype(np.int32) if rows is None else rows[seen].astype(np.int32)
        lane = lane[seen]
    return lane, rows


def firsts_of(columns: Columns, rows: NDArray[np.int32] | slice) -> NDArray[np.int64]:
    """First second of all that each of these rows may cover; an open start is at ``-FAR``."""
    return np.maximum(columns.start_earliest[rows], -FAR)


def lasts_of(columns: Columns, rows: NDArray[np.int32] | slice) -> NDArray[np.int64]:
    """The second behind the last one that each of these rows may cover; an open end is at ``FAR``."""
    behind: NDArray[np.int64] = np.minimum(columns.end_latest[rows], FAR - 1) + 1
    return np.maximum(behind, firsts_of(columns, rows) + 1)


def durations_of(columns: Columns, rows: NDArray[np.int32] | None = None) -> NDArray[np.int16]:
    """Duration class of each row (all rows without ``rows``): floor of log2 of the seconds that it may cover."""
    count = len(columns) if rows is None else len(rows)
    classes = np.empty(count, np.int16)
    for start in range(0, count, _CHUNK):  # what fits into the processor's cache is several times faster
        part: NDArray[np.int32] | slice = slice(start, start + _CHUNK)
        part = part if rows is None else rows[part]
        seconds = lasts_of(columns, part) - firsts_of(columns, part)
        # frexp gives the power of two above: exact below 2**53, and right to one class beyond.
        classes[start : start + _CHUNK] = np.frexp(seconds.astype(np.float64))[1] - 1
    return classes


def segments_of(
    lanes: int, classes: int, key: NDArray[np.int32], at: NDArray[np.int64], rows: NDArray[np.int32] | None
) -> list[list[Segment]]:
    """Rows by lane and class, in order of ``at``. ``key`` is lane * classes + class; without ``rows`` all."""
    short = key.astype(np.int16) if lanes * classes < 2**15 else key
    if not (at[1:] >= at[:-1]).all():
        by_time = np.argsort(at, kind="stable").astype(np.int32)
        short, at, rows = short[by_time], at[by_time], by_time if rows is None else rows[by_time]
    order = np.argsort(short, kind="stable").astype(np.int32)  # radix sort on int16; rows stay in order of time
    edges = np.searchsorted(short[order], np.arange(lanes * classes + 1))
    at, rows = at[order], order if rows is None else rows[order]
    flat = [Segment(at[a:b], rows[a:b]) for a, b in pairwise(edges)]
    return [flat[place * classes : (place + 1) * classes] for place in range(lanes)]


def by_duration_of(
    columns: Columns, lanes: int, lane: NDArray[np.int32], rows: NDArray[np.int32] | None
) -> list[dict[int, Segment]]:
    """Rows of each lane by duration class, in order of their first seconds."""
    key = lane * np.int32(DURATIONS) + durations_of(columns, rows)
    firsts = firsts_of(columns, slice(None) if rows is None else rows)
    return [
        {klass: segment for klass, segment in enumerate(of_lane) if len(segment.rows)}
        for of_lane in segments_of(lanes, DURATIONS, key, firsts, rows)
    ]


class LaneIndex:
    """What layout bisects: built once for a timeline, a grouping and a set of rows (all, or those that pass a filter).

    ``by_importance[lane][class]`` and ``by_duration[lane]`` (duration class -> segment) hold 12 bytes a row each.
    """

    def __init__(self, columns: Columns, lanes: Lanes, rows: NDArray[np.int32] | None = None) -> None:
        self._begin(columns, lanes)
        lane, rows = chosen_of(lanes, rows)
        importance = columns.importance if rows is None else columns.importance[rows]
        anchors = anchors_of(columns)
        key = lane * np.int32(CLASSES) + (CLASSES - np.clip(importance, 1, 5))
        count = len(lanes.lanes)
        self.by_importance = segments_of(count, CLASSES, key, anchors if rows is None else anchors[rows], rows)
        self.by_duration = by_duration_of(columns, count, lane, rows)
        self.counts = [sum(len(segment.rows) for segment in of_lane) for of_lane in self.by_importance]

    def _begin(self, columns: Columns, lanes: Lanes) -> None:
        self.columns = columns
        self.lanes = lanes

    @property
    def size(self) -> int:
        """Number of rows in all lanes."""
        return sum(self.counts)

    def firsts(self, rows: NDArray[np.int32]) -> NDArray[np.int64]:
        """First second of all that each of these rows may cover; an open start is at ``-FAR``."""
        return firsts_of(self.columns, rows)

    def lasts(self, rows: NDArray[np.int32]) -> NDArray[np.int64]:
        """The second behind the last one that each of these rows may cover; an open end is at ``FAR``."""
        return lasts_of(self.columns, rows)

    def classes(self, lane: int, edges: NDArray[np.int64]) -> list[Segment]:
        """A lane's rows by importance, those with anchors within the edges at least."""
        return self.by_importance[lane]

    def totals(self, lane: int, edges: NDArray[np.int64]) -> NDArray[np.int64]:
        """Number of a lane's anchors between neighbouring edges."""
        counts = [np.diff(np.searchsorted(segment.anchors, edges)) for segment in self.by_importance[lane]]
        found: NDArray[np.int64] = np.sum(counts, axis=0)
        return found

    def fullest(self, lane: int, seconds: int) -> int:
        """Most anchors of a lane in a cell of a length.

        Cells are tried where events stand, at evenly spaced ranks: dense places are met even where not all are tried.
        """
        columns = [segment.anchors for segment in self.by_importance[lane] if len(segment.anchors)]
        if not columns:
            return 0
        cells = distinct(np.concatenate([anchors[:: len(anchors) // _TRIED + 1] for anchors in columns]) // seconds)
        starts = cells * seconds
        counts = sum(
            np.searchsorted(anchors, starts + seconds) - np.searchsorted(anchors, starts) for anchors in columns
        )
        return int(np.max(counts))

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
