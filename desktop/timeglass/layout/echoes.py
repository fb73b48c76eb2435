"""Echoes: where an event with several values is marked in the lanes beyond its first."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.layout.lane_heights import ECHO_PX, LaneBand
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.level import Level
from timeglass.layout.scale import Scale
from timeglass.layout.scene import Echo

_PER_CELL: Final = 12
"""Stretches of a layout cell, each with one echo at most: some 14 to 20 pixels."""


class Echoes:
    """Echoes by lane in order of time; made once for an index."""

    def __init__(self, index: LaneIndex, rows: NDArray[np.int32] | None) -> None:
        """``rows`` are those that are shown, ascending; None for all."""
        lanes, echo_rows = index.lanes.echo_lanes, index.lanes.echo_rows
        if rows is not None:
            shown = np.isin(echo_rows, rows)
            lanes, echo_rows = lanes[shown], echo_rows[shown]
        anchors = index.anchors(echo_rows)
        order = np.lexsort((anchors, lanes))
        self._index = index
        self._rows = echo_rows[order]
        self._anchors = anchors[order]
        self._edges = np.searchsorted(lanes[order], np.arange(len(index.lanes.lanes) + 1)).tolist()

    def lanes(self) -> frozenset[int]:
        """Lanes that have any."""
        return frozenset(lane for lane in range(len(self._edges) - 1) if self._edges[lane] < self._edges[lane + 1])

    def rows_between(self, lane: int, first: int, last: int) -> list[int]:
        """Rows echoed in a lane between two instants, most important first, then in order of time."""
        a, b = self._edges[lane], self._edges[lane + 1]
        low, high = np.searchsorted(self._anchors[a:b], (first, last)).tolist()
        rows = self._rows[a + low : a + high]
        found: list[int] = rows[np.argsort(-self._index.columns.importance[rows], kind="stable")].tolist()
        return found

    def place(
        self, lanes: range, bands: Sequence[LaneBand], top_px: float, scale: Scale, level: Level
    ) -> tuple[Echo, ...]:
        """Echoes in view of some lanes; several that stand too close are one, with the most important row."""
        if not len(self._rows):
            return ()
        step = max(1, level.cell_seconds // _PER_CELL)
        span, x = scale.viewport.span, scale.mapper()
        first = span.start // step * step
        edges = np.arange(first, span.end + step, step, dtype=np.int64)
        importance, category = self._index.columns.importance, self._index.columns.category
        found = []
        for lane, band in zip(lanes, bands, strict=True):
            a, b = self._edges[lane], self._edges[lane + 1]
            if a == b:
                continue
            ranks = a + np.searchsorted(self._anchors[a:b], edges)
            for place in np.flatnonzero(np.diff(ranks)).tolist():
                inside = self._rows[ranks[place] : ranks[place + 1]]
                row = int(inside[np.argmax(importance[inside])])
                at = x(self._index.anchor(row))
                if 0.0 <= at <= scale.width_px:
                    y = band.echo_y + top_px
                    start, end = int(edges[place]), int(edges[place + 1])
                    found.append(Echo(lane, start, end, len(inside), row, at, y, ECHO_PX, int(category[row])))
        return tuple(found)
