"""From placed bars and marks of a lane to boxes with labels that touch nothing."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from timeglass.events.columns import Columns, Mark
from timeglass.layout.bars import Bar
from timeglass.layout.cells import Placed
from timeglass.layout.lane_heights import SLOT_PX, LaneBand
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.scale import Scale
from timeglass.layout.scene import Box
from timeglass.layout.text_width import TextWidth

MARK_PX: Final = 5.5
"""Half the width of a mark."""
GAP_PX: Final = 9.0
"""Clear space between a label and what follows it."""
_TIGHT_PX: Final = 2 * MARK_PX + 3.0
"""Marks closer than this cannot be drawn apart."""
_WISHED_PX: Final = 64.0
"""Room from mark to mark that an event's label may claim from one of the next lower importance."""
_WISHED_MORE_PX: Final = 40.0
"""As much more for each further step of importance between the two."""
_LEAST_LABEL_PX: Final = 26.0
_OPEN_START: Final = Mark.OPEN_START.value
BOLD_FROM: Final = 5
"""Importance from which on labels are bold."""
_SHORT_BAR_PX: Final = 7.0
"""A mark whose possible span is at least this long is drawn as a short bar."""


class Fonts(NamedTuple):
    """Text measures of plain and bold labels."""

    plain: TextWidth
    bold: TextWidth


class Item(NamedTuple):
    """What stands in a slot; ordered by slot, then from left to right."""

    slot: int
    x_px: float
    row: int
    is_bar: bool
    importance: int
    x1_px: float


def items_of(
    bars: Iterable[Bar], placed: Iterable[Placed], x: Callable[[int], float], index: LaneIndex, limit: int
) -> tuple[list[Item], list[int]]:
    """Everything in a lane's slots in order, and the rows that are folded because they collide with what matters more.

    Only neighbours in a slot are compared, so that panning changes nothing.
    """
    importance, last = index.columns.importance, index.last
    items = [
        Item(bar.slot, x(bar.first), bar.row, True, int(importance[bar.row]), x(bar.last))
        for bar in bars
        if bar.slot < limit
    ]
    items += [Item(one.slot, x(one.at), one.row, False, one.importance, x(int(last[one.row]))) for one in placed]
    items.sort()
    dropped: set[int] = set()
    for before, after in pairwise(items):
        if before.slot != after.slot or before.is_bar or after.is_bar:  # cells keep marks away from bars
            continue
        gap = after.x_px - before.x_px
        ahead = before.importance - after.importance
        if gap < (_WISHED_PX + (ahead - 1) * _WISHED_MORE_PX if ahead > 0 else _TIGHT_PX):
            dropped.add(before.row if after.importance > before.importance else after.row)
    if dropped:
        items = [item for item in items if item.row not in dropped]
    return items, sorted(dropped)


class BoxMaker:
    """Turns a lane's items into boxes: decides room, side and text of each label."""

    def __init__(self, columns: Columns, scale: Scale, fonts: Fonts, title: Callable[[int], str]) -> None:
        self._columns = columns
        self._x = scale.mapper()
        self._width = scale.width_px
        self._fonts = fonts
        self._title = title
        self.aside: list[int] = []
        """Rows met that have a slot, but just out of view."""

    def boxes(self, items: list[Item], lane: int, band: LaneBand, top_px: float) -> list[Box]:
        """Boxes of the items that are in view; ``top_px`` is where content coordinate 0 stands."""
        width = self._width
        made: list[Box] = []
        free_from, slot = 0.0, -1  # right end of what is drawn so far in this slot
        for place, item in enumerate(items):
            if item.slot != slot:
                slot, free_from = item.slot, 0.0
            follower = items[place + 1] if place + 1 < len(items) else None
            stop = inf
            if follower is not None and follower.slot == slot:
                stop = follower.x_px - (0.0 if follower.is_bar else MARK_PX) - GAP_PX
            limit = min(width, stop)
            x1 = item.x1_px
            if x1 > stop and not item.is_bar:  # what is too crowded to be a bar ends where the next one starts
                x1 = max(item.x_px, stop)
            if x1 < -MARK_PX or item.x_px > width + MARK_PX:
                self.aside.append(item.row)
                continue
            box = self._box(item, x1, lane, band.slot_y(slot) + top_px, limit, free_from)
            made.append(box)
            free_from = max(x1, box.label_x_px + box.label_width_px, item.x_px + MARK_PX) + GAP_PX
        return made

    def _box(self, item: Item, x1: float, lane: int, y: float, limit: float, free_from: float) -> Box:
        row, x, columns = item.row, self._x, self._columns
        bold = item.importance >= BOLD_FROM
        fonts = self._fonts.bold if bold else self._fonts.plain
        title = self._title(row)
        long = item.is_bar or x1 - item.x_px >= _SHORT_BAR_PX
        start = item.x_px + (7.0 if long else MARK_PX + 4.0)
        full = fonts.width(title)
        if long and start < 0.0:  # the name stays in view while its bar slides under the edge
            arrow = 10.0 if int(columns.flags[row]) & _OPEN_START else 0.0
            start = max(start, min(7.0 + arrow, x1 - _LEAST_LABEL_PX))
        label, label_width = "", 0.0
        if start >= 0.0 and limit - start >= _LEAST_LABEL_PX:
            label, label_width = fonts.fit(title, limit - start)
        if label_width < full and not item.is_bar and item.x_px < limit == self._width:
            left = item.x_px - (0.0 if long else MARK_PX) - 4.0 - full
            if left >= free_from:  # near the right edge the label goes to the left of its mark
                label, label_width, start = title, full, left
        if not label:
            label_width, start = 0.0, 0.0
        cut = x1 < item.x1_px
        core0, core1 = x(int(columns.start_latest[row])), x(int(columns.end_earliest[row]))
        return Box(
            row,
            lane,
            item.slot,
            long,
            item.x_px,
            core0,
            core1,
            x1,
            y,
            SLOT_PX,
            label,
            start,
            label_width,
            bold,
            int(columns.category[row]),
            int(columns.flags[row]),
            cut,
        )
