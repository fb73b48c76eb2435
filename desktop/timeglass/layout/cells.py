"""Cells: where marks with labels stand, and how many events fold into clusters.

Time is cut into cells of one label's width at the level's coarsest resolution. Each cell of a lane gives its slots to
its most important events and folds the rest into its subcells. Bars keep to the upper slots, which labels may use
where no bar runs. A cell looks at itself, the bars through it and at most the two cells beside it: what it shows
depends on neither the viewport's edges nor on the way one came there.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeglass.layout.bars import Bar, BarSlots
from timeglass.layout.lane_index import LaneIndex, Segment
from timeglass.layout.level import SUBCELLS, Level


class Placed(NamedTuple):
    """An event with a slot in a cell: ``at`` is its anchor."""

    at: int
    row: int
    slot: int
    importance: int


class Cell(NamedTuple):
    """What a cell of a lane shows.

    ``folded`` holds a line for each subcell with events that have no slot: its edges (half-open), how many there
    are, and the row where it is just one, else -1. Shape (subcells, 4).
    """

    placed: tuple[Placed, ...]
    bars: tuple[Bar, ...]
    folded: NDArray[np.int64]


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

    def find_bars(self, lane: int, first: int, last: int) -> bool:
        """Find the bars through cells of a lane, half of the work of solving them; tell whether there was any to do."""
        known = len(self._bars)
        if self.slots[lane][0]:
            start, end = first * self.level.cell_seconds, (last + 1) * self.level.cell_seconds
            self._bars.overlapping(lane, self.level.bar_class, start, end)
        return len(self._bars) > known

    def _solve(self, lane: int, first: int, last: int) -> None:
        """Solve a run of cells at once: one bisection a class for all of them.

        Even cells look at themselves only, odd ones also at their two even neighbours: so the run ends with even ones.
        """
        level, index = self.level, self._index
        first, last = first - first % 2, last + last % 2
        count = last - first + 1
        edges = subcell_edges(level, first, count)
        sought = np.array(edges, np.int64)
        segments = index.classes(lane, sought)
        ranks = [np.searchsorted(segment.anchors, sought).tolist() for segment in segments]
        totals = index.totals(lane, sought).tolist()
        bar_slots, label_slots = self.slots[lane]
        bars: list[Bar] = []
        reach = level.cell_seconds // 3  # a label wants room to its right before a bar begins
        clear = level.cell_seconds // 12  # and a mark half its width and a little more behind one
        if bar_slots:
            found = self._bars.overlapping(lane, level.bar_class, edges[0] - clear, edges[-1] + reach)
            bars = [bar for bar in found if bar.slot < bar_slots]
        solved: dict[int, tuple[tuple[Placed, ...], tuple[Bar, ...]]] = {}
        drawn: set[int] = set()
        for place in (*range(0, count, 2), *range(1, count, 2)):
            first_edge, last_edge = place * SUBCELLS, (place + 1) * SUBCELLS
            start, end = edges[first_edge], edges[last_edge]
            near = [bar for bar in bars if bar.first < end + reach and bar.last > start - clear]
            through = tuple(bar for bar in near if bar.first < end and bar.last > start)
            if not any(totals[first_edge:last_edge]):
                solved[place] = (), through
                continue
            taken = {bar.slot for bar in near}
            free = [slot for slot in range(bar_slots + label_slots) if slot not in taken]
            begun = {bar.row for bar in near if start <= index.anchor(bar.row) < end}
            ranges = [(rank[first_edge], rank[last_edge]) for rank in ranks]
            chosen = _choose(segments, ranges, begun, len(free))
            if place % 2:
                placed = _between(solved[place - 1][0], solved[place + 1][0], chosen, free, level.cell_seconds)
            else:
                placed = _in_turn((first + place) // 2, chosen, free)
            drawn |= begun
            drawn.update(one.row for one in placed)
            solved[place] = placed, through
        folded = self._fold(segments, sought, totals, ranks, drawn)
        starts = np.searchsorted(folded[:, 0], sought[::SUBCELLS])
        for place, (placed, through) in solved.items():
            self._cells[lane, first + place] = Cell(placed, through, folded[starts[place] : starts[place + 1]])

    def _fold(
        self,
        segments: list[Segment],
        edges: NDArray[np.int64],
        totals: list[int],
        ranks: list[list[int]],
        drawn: set[int],
    ) -> NDArray[np.int64]:
        """What has no slot, subcell by subcell; ``ranks`` are the edges' places in each class's rows."""
        rows = np.fromiter(drawn, np.int32, len(drawn))
        inside = np.searchsorted(edges, self._index.anchors(rows), "right") - 1
        rests = np.array(totals) - np.bincount(inside, minlength=len(totals))
        kept = np.flatnonzero(rests)
        folded = np.empty((len(kept), 4), np.int64)
        folded[:, 0], folded[:, 1], folded[:, 2], folded[:, 3] = edges[kept], edges[kept + 1], rests[kept], -1
        for line in np.flatnonzero(rests[kept] == 1).tolist():
            place = int(kept[line])
            folded[line, 3] = _lone(segments, [(rank[place], rank[place + 1]) for rank in ranks], drawn)
        return folded


def _choose(
    segments: list[Segment], ranges: list[tuple[int, int]], bars: set[int], room: int
) -> list[tuple[int, int, int]]:
    """The most important events of a cell that are no bars, as (anchor, row, importance) in order of time."""
    chosen: list[tuple[int, int, int]] = []
    for klass, (a, b) in enumerate(ranges):
        if len(chosen) >= room:
            break
        if a == b:
            continue
        segment = segments[klass]
        limit = min(b, a + room - len(chosen) + len(bars))
        pairs = zip(segment.anchors[a:limit].tolist(), segment.rows[a:limit].tolist(), strict=True)
        fresh = [(at, row, 5 - klass) for at, row in pairs if row not in bars]
        chosen += fresh[: room - len(chosen)]
    chosen.sort()
    return chosen


def _lone(segments: list[Segment], ranges: list[tuple[int, int]], drawn: set[int]) -> int:
    """The one row of these ranges that is not drawn; -1 where it is not known yet."""
    rows = (row for (a, b), segment in zip(ranges, segments, strict=True) for row in segment.rows[a:b].tolist())
    return next((int(row) for row in rows if row not in drawn), -1)


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
