"""Bars: a slot of their own for events that are long on the screen.

A bar's slot depends on the data alone, not on viewport or zoom: neither panning nor zooming moves it. It is
found by a greedy in order of duration class, then importance, then time; and it is found locally, so that a view of
ten million events asks only for what it shows:

* Class k holds durations in [2**k, 2**(k+1)) seconds. Its cells are 2**(k+1) seconds wide, so that a bar reaches at
  most into the next cell.
* Even cells of a class depend on longer classes only; odd cells also on their two even neighbours.

What finds no free slot is no bar; it takes part in the labels' cells as a mark with its start.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeglass.layout.distinct import distinct
from timeglass.layout.lane_index import LaneIndex, Segment

MAX_SLOTS: Final = 3
"""Bars that may run side by side in a lane."""
_TRIES: Final = 24
"""Candidates of one cell that are tried; four times what fits into MAX_SLOTS, as a cell holds at most two a slot."""


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

    def __len__(self) -> int:
        """How much is worked out so far."""
        return len(self._cells)

    def overlapping(self, lane: int, least_class: int, start: int, end: int) -> list[Bar]:
        """Bars of at least a duration class that share a second with ``[start, end)``."""
        found: list[Bar] = []
        for klass, segment in self._index.by_duration[lane].items():
            if klass < least_class:
                continue
            shift = klass + 1
            first = max((start >> shift) - 1, int(segment.anchors[0]) >> shift)
            last = min(max(end - 1, start) >> shift, int(segment.anchors[-1]) >> shift)
            for cell in _cells_with_rows(segment, shift, first, last):
                found += [bar for bar in self._cell(lane, klass, cell) if bar.first < end and bar.last > start]
        return found

    def _cell(self, lane: int, klass: int, cell: int) -> tuple[Bar, ...]:
        key = (lane, klass, cell)
        known = self._cells.get(key)
        if known is None:
            known = self._cells[key] = self._solve(lane, klass, cell)
        return known

    def _solve(self, lane: int, klass: int, cell: int) -> tuple[Bar, ...]:
        index = self._index
        segment = index.by_duration[lane][klass]
        width = 1 << (klass + 1)
        start = cell * width
        a, b = np.searchsorted(segment.anchors, (_int64(start), _int64(start + width)))
        if a == b:
            return ()
        taken = self.overlapping(lane, klass + 1, start, start + 2 * width)
        whole = {bar.slot for bar in taken if bar.first <= start and bar.last >= start + 2 * width}
        if len(whole) == MAX_SLOTS:  # longer bars fill all that a bar of this cell could reach
            return ()
        if cell % 2:
            taken += self._cell(lane, klass, cell - 1)
            taken += self._cell(lane, klass, cell + 1)
        in_slot: list[list[tuple[int, int]]] = [[] for _ in range(MAX_SLOTS)]
        for bar in taken:
            in_slot[bar.slot].append((bar.first, bar.last))
        rows = segment.rows[a:b]
        if len(rows) > 1:
            rows = _most_important(rows, index.columns.importance[rows])
        placed: list[Bar] = []
        firsts, lasts = index.firsts(rows).tolist(), index.lasts(rows).tolist()
        for row, first, last in zip(rows.tolist(), firsts, lasts, strict=True):
            for slot, bars in enumerate(in_slot):
                if slot not in whole and not any(one < last and other > first for one, other in bars):
                    placed.append(Bar(first, last, slot, row))
                    bars.append((first, last))
                    break
        return tuple(placed)


def _cells_with_rows(segment: Segment, shift: int, first: int, last: int) -> Iterable[int]:
    """Cells from first to last; of a long stretch with few rows only those where one begins."""
    if last - first <= len(segment.rows):
        return range(first, last + 1)
    cells = distinct(segment.anchors >> shift)
    inside: list[int] = cells[(cells >= first) & (cells <= last)].tolist()
    return inside


def _most_important(rows: NDArray[np.int32], importance: NDArray[np.int8]) -> NDArray[np.int32]:
    """The first _TRIES rows in order of importance, then as they come."""
    found: list[NDArray[np.int32]] = []
    left = _TRIES
    for wanted in range(5, 0, -1):
        some = rows[np.flatnonzero(importance == wanted)[:left]]
        found.append(some)
        left -= len(some)
        if not left:
            break
    return np.concatenate(found)


def _int64(value: int) -> int:
    return min(max(value, -(2**63)), 2**63 - 1)
