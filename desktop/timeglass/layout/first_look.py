"""A first look at very many rows, while what layout bisects is still being made.

It tells the same of what is asked of it: every count is exact, and the most important events of a cell are the same,
since they are looked for where each cell begins. Only what is rare among the very many may be missing: an event that
stands alone among the folded, and bars where too many events are long.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import OPEN_PAST
from timeglass.events.columns import Columns
from timeglass.layout.distinct import distinct
from timeglass.layout.lane_index import (
    CLASSES,
    LaneIndex,
    Segment,
    by_duration_of,
    chosen_of,
    durations_of,
    segments_of,
)
from timeglass.layout.lanes import Lanes
from timeglass.layout.level import SUBCELLS, Level

FROM_ROWS: Final = 200_000
"""With fewer rows the whole index is made about as fast."""
_WINDOW: Final = 6_000
"""Rows looked at where a cell begins."""
_MOST_LONG: Final = 50_000
_FULLEST_CELLS: Final = 64


class FirstLook(LaneIndex):
    """Answers for a view at a level; slower the more rows there are in view. ``rows`` ascending, or None for all."""

    def __init__(self, columns: Columns, lanes: Lanes, rows: NDArray[np.int32] | None, level: Level) -> None:
        self._begin(columns, lanes)
        lane, chosen = chosen_of(lanes, rows)
        starts = columns.start_earliest if chosen is None else columns.start_earliest[chosen]
        # Rows without a start come first in the columns, and stand at their ends in the lanes.
        begin = int(np.searchsorted(starts, OPEN_PAST, "right"))
        self._open_rows = np.arange(begin, dtype=np.int32) if chosen is None else chosen[:begin]
        self._open_anchors = self.anchors(self._open_rows)
        self._rows = chosen
        self._lane = lane
        self._starts = starts[begin:]
        self._begin_at = begin
        counts = np.bincount(lane, minlength=len(lanes.lanes)) if len(lane) else np.zeros(len(lanes.lanes), np.intp)
        self.counts = counts.tolist()
        self.by_importance = [[]] * len(lanes.lanes)
        self.by_duration = self._long(level)
        self._totals: dict[tuple[int, int, int], NDArray[np.int64]] = {}
        self._segments: dict[tuple[int, int, int], list[list[Segment]]] = {}

    def _long(self, level: Level) -> list[dict[int, Segment]]:
        """The rows that are bars at a level or at a farther one, if they are not too many."""
        long = np.flatnonzero(durations_of(self.columns, self._rows) >= level.bar_class)
        if len(long) > _MOST_LONG:
            return [{} for _ in self.lanes.lanes]
        rows = long.astype(np.int32) if self._rows is None else self._rows[long]
        return by_duration_of(self.columns, len(self.lanes.lanes), self._lane[long], rows)

    def classes(self, lane: int, edges: NDArray[np.int64]) -> list[Segment]:
        """A lane's rows by importance: those where cells begin."""
        key = _key(edges)
        found = self._segments.get(key)
        if found is None:
            begins = self._begin_at + np.searchsorted(self._starts, edges[:-1:SUBCELLS])
            ends = self._begin_at + np.searchsorted(self._starts, edges[SUBCELLS::SUBCELLS])
            windows = [np.arange(a, min(b, a + _WINDOW)) for a, b in zip(begins.tolist(), ends.tolist(), strict=True)]
            inside = np.concatenate([self._open_between(int(edges[0]), int(edges[-1])), *windows])
            rows = inside.astype(np.int32) if self._rows is None else self._rows[inside]
            weight = (CLASSES - np.clip(self.columns.importance[rows], 1, 5)).astype(np.int32)
            keys = self._lane[inside] * np.int32(CLASSES) + weight
            anchors = self.anchors(rows)
            found = self._segments[key] = segments_of(len(self.lanes.lanes), CLASSES, keys, anchors, rows)
        return found[lane]

    def _open_between(self, start: int, end: int) -> NDArray[np.intp]:
        """Places of the rows without a start whose anchors lie in ``[start, end)``."""
        return np.flatnonzero((self._open_anchors >= start) & (self._open_anchors < end))

    def totals(self, lane: int, edges: NDArray[np.int64]) -> NDArray[np.int64]:
        """Number of a lane's anchors between neighbouring edges."""
        found: NDArray[np.int64] = self._all_totals(edges)[lane]
        return found

    def _all_totals(self, edges: NDArray[np.int64]) -> NDArray[np.int64]:
        """The same of all lanes: shape (lanes, edges - 1)."""
        key = _key(edges)
        found = self._totals.get(key)
        if found is None:
            ranks = (self._begin_at + np.searchsorted(self._starts, edges)).tolist()
            lanes = len(self.lanes.lanes)
            found = np.empty((lanes, len(edges) - 1), np.int64)
            for place in range(len(edges) - 1):
                found[:, place] = np.bincount(self._lane[ranks[place] : ranks[place + 1]], minlength=lanes)
            places = np.searchsorted(edges, self._open_anchors, "right") - 1
            seen = np.flatnonzero((places >= 0) & (places < len(edges) - 1))
            np.add.at(found, (self._lane[seen], places[seen]), 1)
            self._totals[key] = found
        return found

    def fullest(self, lane: int, seconds: int) -> int:
        """Most anchors of a lane in a cell of a length, of cells at evenly spaced ranks."""
        anchors = (self._starts, self._open_anchors)
        tried = np.concatenate([some[:: len(some) // _FULLEST_CELLS + 1] for some in anchors]) // seconds
        most = 0
        for cell in distinct(tried).tolist():
            edges = np.array([cell * seconds, (cell + 1) * seconds], np.int64)
            most = max(most, int(self._all_totals(edges)[lane, 0]))
        return most

    def rows_between(self, lane: int, start: int, end: int) -> list[int]:
        """Rows of a lane whose anchors lie in ``[start, end)``, most important first, then in order of time."""
        a, b = (self._begin_at + np.searchsorted(self._starts, (start, end))).tolist()
        opened = self._open_between(start, end)
        inside = np.concatenate((opened[self._lane[opened] == lane], a + np.flatnonzero(self._lane[a:b] == lane)))
        rows = inside if self._rows is None else self._rows[inside]
        rows = rows[np.argsort(self.anchors(rows), kind="stable")]
        found: list[int] = rows[np.argsort(-self.columns.importance[rows], kind="stable")].tolist()
        return found


def _key(edges: NDArray[np.int64]) -> tuple[int, int, int]:
    return int(edges[0]), int(edges[-1]), len(edges)
