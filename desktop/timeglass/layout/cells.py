"""Cells: where marks with labels stand, and how many events fold into clusters.

Time is cut into cells of one label's width at the level's coarsest resolution. Each cell of a lane gives its slots to
its most important events and folds the rest into its subcells. Bars keep to the upper slots, which labels may use
where no bar runs. A cell looks at itself, the bars through it and at most the two cells beside it: what it shows
depends on neither the viewport's edges nor on the way one came there.
"""

from bisect import bisect_right
from typing import NamedTuple

import numpy as np

from timeglass.layout.bars import Bar, BarSlots
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.level import SUBCELLS, Level


class Placed(NamedTuple):
    """An event with a slot in a cell: ``at`` is its anchor."""

    at: int
    row: int
    slot: int
    importance: int


class Folded(NamedTuple):
    """Events of one subcell without a slot: ``first`` and ``last`` are the subcell's edges, half-open.

    ``row`` is the event where it is just one, else -1.
    """

    first: int
    last: int
    events: int
    row: int


class Cell(NamedTuple):
    """What a cell of a lane shows."""

    placed: tuple[Placed, ...]
    folded: tuple[Folded, ...]


def subcell_edges(level: Level, first_cell: int, cells: int) -> list[int]:
    """Edges of all subcells of consecutive cells: ``cells * SUBCELLS + 1`` instants, ascending."""
    width = level.cell_seconds
    start = first_cell * width
    return [start + width * step // SUBCELLS for step in range(cells * SUBCELLS + 1)]


class CellLayout:
    """Solved cells of one level, worked out on demand in runs and kept."""

    def __init__(self, index: LaneIndex, bars: BarSlots, level: Level, slots: tuple[tuple[int, int], ...]) -> None:
        """``slots`` holds, for each lane, how many slots there are for bars and, below them, for labels."""
        self._index = index
        self._bars = bars
        self.level = level
        self.slots = slots
        self._cells: dict[tuple[int, int], Cell] = {}

    def cells(self, lane: int, first: int, last: int) -> list[Cell]:
        """The cells of a lane numbered ``first`` to ``last``, both included."""
        known = self._cells
        missing = [number for number in range(first, last + 1) if (lane, number) not in known]
        if missing:
            self._solve(lane, missing[0], missing[-1])
        return [known[lane, number] for number in range(first, last + 1)]

    def solved(self, lane: int, first: int, last: int) -> bool:
        """Tell whether these cells of a lane are known already."""
        return all((lane, number) in self._cells for number in range(first, last + 1))

    def _solve(self, lane: int, first: int, last: int) -> None:
        """Solve a run of cells at once: one bisection a class for all of them.

        Even cells look at themselves only, odd ones also at their two even neighbours: so the run ends with even ones.
        """
        level, index = self.level, self._index
        first, last = first - first % 2, last + last % 2
        count = last - first + 1
        edges = subcell_edges(level, first, count)
        sought = np.array(edges, np.int64)
        cuts = [np.searchsorted(segment.anchors, sought) for segment in index.by_importance[lane]]
        totals = np.sum([np.diff(cut) for cut in cuts], axis=0).tolist()
        ranks = [cut.tolist() for cut in cuts]
        bar_slots, label_slots = self.slots[lane]
        bars: list[Bar] = []
        reach = level.cell_seconds // 3  # a label wants room to its right before a bar begins
        clear = level.cell_seconds // 12  # and a mark half its width and a little more behind one
        if bar_slots:
            found = self._bars.overlapping(lane, level.bar_class, edges[0] - clear, edges[-1] + reach)
            bars = [bar for bar in found if bar.slot < bar_slots]
        for place in (*range(0, count, 2), *range(1, count, 2)):
            inside = slice(place * SUBCELLS, (place + 1) * SUBCELLS)
            if not any(totals[inside]):
                self._cells[lane, first + place] = _EMPTY
                continue
            mine = edges[place * SUBCELLS : (place + 1) * SUBCELLS + 1]
            near = [bar for bar in bars if bar.first < mine[-1] + reach and bar.last > mine[0] - clear]
            taken = {bar.slot for bar in near}
            free = [slot for slot in range(bar_slots + label_slots) if slot not in taken]
            begun = {bar.row for bar in near if mine[0] <= index.anchor(bar.row) < mine[-1]}
            first_edge, last_edge = place * SUBCELLS, (place + 1) * SUBCELLS
            ranges = [(rank[first_edge], rank[last_edge]) for rank in ranks]
            chosen = self._choose(lane, ranges, begun, len(free))
            if place % 2:
                around = (self._cells[lane, first + place - 1].placed, self._cells[lane, first + place + 1].placed)
                placed = _between(*around, chosen, free, level.cell_seconds)
            else:
                placed = _in_turn((first + place) // 2, chosen, free)
            drawn = begun | {one.row for one in placed}
            folded = self._fold(lane, mine, totals[inside], [rank[first_edge : last_edge + 1] for rank in ranks], drawn)
            self._cells[lane, first + place] = Cell(placed, folded)

    def _choose(
        self, lane: int, ranges: list[tuple[int, int]], bars: set[int], room: int
    ) -> list[tuple[int, int, int]]:
        """The most important events of a cell that are no bars, as (anchor, row, importance) in order of time."""
        chosen: list[tuple[int, int, int]] = []
        for klass, (a, b) in enumerate(ranges):
            if len(chosen) >= room:
                break
            if a == b:
                continue
            segment = self._index.by_importance[lane][klass]
            limit = min(b, a + room - len(chosen) + len(bars))
            pairs = zip(segment.anchors[a:limit].tolist(), segment.rows[a:limit].tolist(), strict=True)
            fresh = [(at, row, 5 - klass) for at, row in pairs if row not in bars]
            chosen += fresh[: room - len(chosen)]
        chosen.sort()
        return chosen

    def _fold(
        self, lane: int, edges: list[int], totals: list[int], ranks: list[list[int]], drawn: set[int]
    ) -> tuple[Folded, ...]:
        """Count what has no slot, subcell by subcell; ``ranks`` are the edges' places in each class's rows."""
        index = self._index
        rests = totals.copy()
        for row in drawn:
            rests[bisect_right(edges, index.anchor(row)) - 1] -= 1
        folded = []
        for place, rest in enumerate(rests):
            if not rest:
                continue
            low, high = edges[place], edges[place + 1]
            if rest == 1:
                ranges = [(rank[place], rank[place + 1]) for rank in ranks]
                folded.append(Folded(low, high, 1, self._lone(lane, ranges, drawn)))
            else:
                folded.append(Folded(low, high, rest, -1))
        return tuple(folded)

    def _lone(self, lane: int, ranges: list[tuple[int, int]], drawn: set[int]) -> int:
        """The one row of these ranges that is not drawn."""
        segments = self._index.by_importance[lane]
        rows = (row for (a, b), segment in zip(ranges, segments, strict=True) for row in segment.rows[a:b].tolist())
        return next(int(row) for row in rows if row not in drawn)


def _in_turn(number: int, chosen: list[tuple[int, int, int]], free: list[int]) -> tuple[Placed, ...]:
    """Slots of an even cell, in order of time: another one first in each cell, so that sparse labels get more room."""
    return tuple(
        Placed(at, row, free[(place + number) % len(free)], importance)
        for place, (at, row, importance) in enumerate(chosen)
    )


def _between(
    before: tuple[Placed, ...],
    after: tuple[Placed, ...],
    chosen: list[tuple[int, int, int]],
    free: list[int],
    label_seconds: int,
) -> tuple[Placed, ...]:
    """Slots of an odd cell: the most important event first takes the slot with the most room between its neighbours.

    ``before`` and ``after`` stand in the even cells on both sides; room beyond ``label_seconds`` counts no more.
    """
    last_before = {one.slot: one.at for one in before}
    first_after = {one.slot: one.at for one in reversed(after)}
    left = list(free)
    placed = []
    for at, row, importance in sorted(chosen, key=lambda one: (-one[2], one[0])):

        def room(slot: int, at: int = at) -> int:
            behind = min(at - last_before.get(slot, at - label_seconds), label_seconds)
            ahead = min(first_after.get(slot, at + label_seconds) - at, label_seconds)
            return min(behind, ahead) * 2 + behind + ahead

        slot = max(left, key=room)
        left.remove(slot)
        placed.append(Placed(at, row, slot, importance))
    placed.sort()
    return tuple(placed)


_EMPTY = Cell((), ())
