"""Arrangements: all that a level shows in a run of cells, as columns in the order of lanes, slots and time.

What depends on neither viewport nor resolution is worked out here, once for many frames.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeglass.layout.cells import Cell, CellLayout
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.slots import TIGHT_PX, WISHED_MORE_PX, WISHED_PX

_KEPT: Final = 6


class Items(NamedTuple):
    """What stands in slots, in the order of lane, slot and time: a bar from its first second, a mark at its anchor."""

    lane: NDArray[np.int64]
    slot: NDArray[np.int64]
    at: NDArray[np.int64]
    end: NDArray[np.int64]
    """The second behind the last one that the event may cover."""
    row: NDArray[np.int64]
    is_bar: NDArray[np.bool_]
    importance: NDArray[np.int64]
    title_px: NDArray[np.float64]
    """Width of the whole title."""

    def chosen(self, kept: NDArray[np.bool_] | NDArray[np.int64]) -> "Items":
        """Some of them, in this order."""
        return Items(
            self.lane[kept],
            self.slot[kept],
            self.at[kept],
            self.end[kept],
            self.row[kept],
            self.is_bar[kept],
            self.importance[kept],
            self.title_px[kept],
        )

    def followed(self) -> NDArray[np.bool_]:
        """For each but the last one: whether the next one stands in the same slot."""
        found: NDArray[np.bool_] = (self.lane[1:] == self.lane[:-1]) & (self.slot[1:] == self.slot[:-1])
        return found


class Arrangement(NamedTuple):
    """What a level shows in a run of cells of some lanes."""

    items: Items
    wish_px: NDArray[np.float64]
    """For each item but the last: nearer than this the next one collides with it."""
    loser: NDArray[np.int64]
    """For each item but the last: place of the one that is folded if the two collide."""
    folded: NDArray[np.int64]
    """Lane, first, last, count and row (see :class:`~timeglass.layout.cells.Cell`), by lane and time; shape (n, 5)."""


class Arrangements:
    """Arrangements of one level's cells; the last few are kept."""

    def __init__(self, index: LaneIndex, layout: CellLayout, title_px: Callable[[int], float]) -> None:
        """``title_px`` gives the width of a row's whole title in its own weight."""
        self.layout = layout
        self._index = index
        self._title_px = title_px
        self._made: OrderedDict[tuple[range, int, int], Arrangement] = OrderedDict()

    def ready(self, lane: int, first: int, last: int) -> bool:
        """Tell whether these cells of a lane are solved already."""
        return self.layout.solved(lane, first, last)

    def prepare(self, lane: int, first: int, last: int) -> Iterator[None]:
        """Solve cells of a lane, and measure the titles in them, step by step: between two steps one may stop."""
        if self.layout.find_bars(lane, first, last):
            yield
        cells = self.layout.cells(lane, first, last)
        yield
        for cell in cells:
            for row in (*(one.row for one in cell.placed), *(bar.row for bar in cell.bars)):
                self._title_px(row)

    def of(self, lanes: range, first: int, last: int) -> Arrangement:
        """The arrangement of some neighbouring lanes and of the cells ``first`` to ``last``, both included."""
        key = (lanes, first, last)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._arrange([(lane, self.layout.cells(lane, first, last)) for lane in lanes])
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return found

    def _arrange(self, cells: Sequence[tuple[int, Sequence[Cell]]]) -> Arrangement:
        marks = [
            (lane, one.slot, one.at, one.row, one.importance)
            for lane, of_lane in cells
            for cell in of_lane
            for one in cell.placed
        ]
        bars = dict.fromkeys(
            (lane, bar.slot, bar.first, bar.row) for lane, of_lane in cells for cell in of_lane for bar in cell.bars
        )
        items = self._items(marks, list(bars))
        folded = [cell.folded for _, of_lane in cells for cell in of_lane]
        counts = [sum(len(cell.folded) for cell in of_lane) for _, of_lane in cells]
        lanes = np.repeat(np.array([lane for lane, _ in cells], np.int64), counts)
        lines = np.concatenate(folded) if folded else np.empty((0, 4), np.int64)
        plain = items.followed() & ~items.is_bar[1:] & ~items.is_bar[:-1]  # cells keep marks away from bars
        ahead = items.importance[:-1] - items.importance[1:]
        wish = np.where(ahead > 0, WISHED_PX + (ahead - 1) * WISHED_MORE_PX, TIGHT_PX)
        place = np.arange(len(ahead))
        return Arrangement(
            items,
            np.where(plain, wish, -np.inf),
            np.where(ahead < 0, place, place + 1),
            np.column_stack((lanes, lines)),
        )

    def _items(self, marks: list[tuple[int, int, int, int, int]], bars: list[tuple[int, int, int, int]]) -> Items:
        index, importance = self._index, self._index.columns.importance
        mark = np.array(marks, np.int64).reshape(-1, 5)
        bar = np.array(bars, np.int64).reshape(-1, 4)
        lane, slot, at, row = (np.concatenate((bar[:, column], mark[:, column])) for column in range(4))
        weight = np.concatenate((importance[bar[:, 3]].astype(np.int64), mark[:, 4]))
        is_bar = np.arange(len(row)) < len(bar)
        width = np.array([self._title_px(one) for one in row.tolist()], np.float64)
        order = np.lexsort((row, at, slot, lane))
        return Items(lane, slot, at, index.lasts(row.astype(np.int32)), row, is_bar, weight, width).chosen(order)
