"""Bars: a slot of their own for events that are long on the screen.

A bar's slot depends on the data alone, not on viewport or zoom: neither panning nor zooming moves it. It is
found by a greedy in order of duration class, then importance, then time; and it is found locally, so that a view of
ten million events asks only for what it shows:

* Class k holds durations in [2**k, 2**(k+1)) seconds. Its cells are 2**(k+1) seconds wide, so that a bar reaches at
  most into the next cell.
* Even cells of a class depend on longer classes only; odd cells also on their two even neighbours.

What finds no free slot is no bar; it takes part in the labels' cells as a mark with its start.
"""

from typing import Final, NamedTuple

import numpy as np

from timeglass.layout.lane_index import LaneIndex

MAX_SLOTS: Final = 6
"""Bars that may run side by side in a lane."""
_TRIES: Final = 96
"""Candidates of one cell that are tried; more than fit into MAX_SLOTS, as a cell holds at most two a slot."""


class Bar(NamedTuple):
    """A placed bar: first second and the second behind its last."""

    first: int
    last: int
    slot: int
    row: int


class BarSlots:
    """Slots of bars, worked out on demand and kept. One for a :class:`LaneIndex`."""

    def __init__(self, index: LaneIndex) -> None:
        self._index = index
        self._cells: dict[tuple[int, int, int], tuple[Bar, ...]] = {}
        self._slot_of_row: dict[int, int] = {}

    def slot(self, lane: int, row: int) -> int:
        """Slot of a row's bar, or -1 where it found none."""
        klass = self._index.duration_class(row)
        self._cell(lane, klass, int(self._index.first[row]) >> (klass + 1))
        return self._slot_of_row.get(row, -1)

    def overlapping(self, lane: int, least_class: int, start: int, end: int) -> list[Bar]:
        """Bars of at least a duration class that share a second with ``[start, end)``."""
        found: list[Bar] = []
        for klass in self._index.by_duration[lane]:
            if klass < least_class:
                continue
            shift = klass + 1
            for cell in range((start >> shift) - 1, (max(end - 1, start) >> shift) + 1):
                found += [bar for bar in self._cell(lane, klass, cell) if bar.first < end and bar.last > start]
        return found

    def _cell(self, lane: int, klass: int, cell: int) -> tuple[Bar, ...]:
        key = (lane, klass, cell)
        known = self._cells.get(key)
        if known is None:
            known = self._cells[key] = self._solve(lane, klass, cell)
            for bar in known:
                self._slot_of_row[bar.row] = bar.slot
        return known

    def _solve(self, lane: int, klass: int, cell: int) -> tuple[Bar, ...]:
        index = self._index
        segment = index.by_duration[lane].get(klass)
        if segment is None:
            return ()
        width = 1 << (klass + 1)
        start = cell * width
        a, b = np.searchsorted(segment.anchors, (_int64(start), _int64(start + width)))
        if a == b:
            return ()
        rows = segment.rows[a:b]
        if len(rows) > 1:
            rows = rows[np.argsort(-index.columns.importance[rows], kind="stable")[:_TRIES]]
        taken = self.overlapping(lane, klass + 1, start, start + 2 * width)
        if cell % 2:
            taken += self._cell(lane, klass, cell - 1)
            taken += self._cell(lane, klass, cell + 1)
        placed: list[Bar] = []
        for row in rows.tolist():
            first, last = int(index.first[row]), int(index.last[row])
            blocked = {bar.slot for bar in taken if bar.first < last and bar.last > first}
            slot = next((slot for slot in range(MAX_SLOTS) if slot not in blocked), None)
            if slot is not None:
                bar = Bar(first, last, slot, row)
                placed.append(bar)
                taken.append(bar)
        return tuple(placed)


def _int64(value: int) -> int:
    return min(max(value, -(2**63)), 2**63 - 1)
