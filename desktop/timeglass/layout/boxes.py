"""Boxes and clusters of a frame: an arrangement seen at a scale.

All lanes are worked out together, column by column: what a frame costs hardly grows with what it shows.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeglass.events.columns import Columns, Mark
from timeglass.layout.arrangement import Arrangement, Items
from timeglass.layout.cells import subcell_edges
from timeglass.layout.lane_heights import SLOT_PX, LaneBand
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.level import SUBCELLS, Level
from timeglass.layout.scale import Scale
from timeglass.layout.scene import Box, Cluster
from timeglass.layout.slots import BOLD_FROM, GAP_PX, LEAST_LABEL_PX, MARK_PX, SHORT_BAR_PX, Fonts

_OPEN_START: Final = Mark.OPEN_START.value
_ARROW_PX: Final = 10.0
"""Room that the arrow head of an open start takes from a label."""
_CLUSTER_PX: Final = 12.0

Floats = NDArray[np.float64]


class Placed(NamedTuple):
    """What a frame shows of an arrangement."""

    boxes: tuple[Box, ...]
    clusters: tuple[Cluster, ...]
    aside: tuple[int, ...]
    """Rows with a slot, but just out of view."""


class Frame(NamedTuple):
    """Where the lanes stand in a frame: ``bands`` of the lanes ``lanes``; their content begins at ``top_px``."""

    scale: Scale
    lanes: range
    bands: Sequence[LaneBand]
    categories: Sequence[int]
    """Category of each of these lanes, or -1."""
    top_px: float

    def of_lanes(self, value: Callable[[LaneBand], float]) -> Floats:
        """A value of each lane's band."""
        return np.array([value(band) for band in self.bands], np.float64)


def place(
    arrangement: Arrangement, frame: Frame, level: Level, index: LaneIndex, fonts: Fonts, title: Callable[[int], str]
) -> Placed:
    """Boxes and clusters of an arrangement; ``title`` gives the label of a row."""
    items, scale = arrangement.items, frame.scale
    x0 = scale.positions(items.at)
    folded = arrangement.folded
    collide = np.flatnonzero(x0[1:] - x0[:-1] < arrangement.wish_px)
    if len(collide):
        kept = np.ones(len(x0), np.bool_)
        kept[arrangement.loser[collide]] = False
        folded = _with_dropped(folded, items.row[~kept].tolist(), index, level)
        items, x0 = items.chosen(kept), x0[kept]
    boxes, aside = _boxes(items, x0, frame, index.columns, fonts, title)
    return Placed(boxes, _clusters(folded, frame, index), aside)


def _boxes(
    items: Items, x0: Floats, frame: Frame, columns: Columns, fonts: Fonts, title: Callable[[int], str]
) -> tuple[tuple[Box, ...], tuple[int, ...]]:
    """Boxes of the items that are in view, and the rows of the others."""
    scale, width = frame.scale, frame.scale.width_px
    full_x1 = scale.positions(items.end)
    stop = np.full(len(x0), np.inf)
    followed = np.flatnonzero(items.followed())
    stop[followed] = x0[followed + 1] - np.where(items.is_bar[followed + 1], 0.0, MARK_PX) - GAP_PX
    # What is too crowded to be a bar ends where the next one starts.
    x1 = np.where(items.is_bar, full_x1, np.minimum(full_x1, np.maximum(x0, stop)))
    seen = (x1 >= -MARK_PX) & (x0 <= width + MARK_PX)
    aside = tuple(items.row[~seen].tolist())
    items, x0, x1, stop, cut = items.chosen(seen), x0[seen], x1[seen], stop[seen], (x1 < full_x1)[seen]
    flags = columns.flags[items.row]
    bold = items.importance >= BOLD_FROM
    long = items.is_bar | (x1 - x0 >= SHORT_BAR_PX)
    start = x0 + np.where(long, 7.0, MARK_PX + 4.0)
    arrow = np.where(flags & _OPEN_START, _ARROW_PX, 0.0)
    # The name stays in view while its bar slides under the edge.
    sliding = np.maximum(start, np.minimum(7.0 + arrow, x1 - LEAST_LABEL_PX))
    start = np.where(long & (start < 0.0), sliding, start)
    room = np.where(start >= 0.0, np.minimum(width, stop) - start, 0.0)
    labels, starts, widths = _labels(items, start, room, bold, fonts, title)
    edge = ~items.is_bar & (x0 < width) & (stop >= width) & (np.array(widths) < items.title_px)
    for place in np.flatnonzero(edge).tolist():  # near the right edge the label goes to the left of its mark
        free_from = 0.0
        if place and items.lane[place - 1] == items.lane[place] and items.slot[place - 1] == items.slot[place]:
            before = max(x1[place - 1], starts[place - 1] + widths[place - 1], x0[place - 1] + MARK_PX)
            free_from = float(before) + GAP_PX
        whole = float(items.title_px[place])
        left = float(x0[place]) - (0.0 if long[place] else MARK_PX) - 4.0 - whole
        if left >= free_from:
            labels[place], starts[place], widths[place] = title(int(items.row[place])), left, whole
    lane = items.lane - frame.lanes.start
    first = frame.of_lanes(lambda band: band.slot_y(0)) + frame.top_px
    pitch = frame.of_lanes(lambda band: band.pitch_px)
    y = first[lane] + items.slot * pitch[lane]
    core0, core1 = scale.positions(columns.start_latest[items.row]), scale.positions(columns.end_earliest[items.row])
    category = columns.category[items.row]
    numbers = (items.row, items.lane, items.slot, long, x0, core0, core1, x1, y)
    rest = (bold, category, flags, cut)
    count = len(labels)
    made = map(
        Box,
        *(column.tolist() for column in numbers),
        [SLOT_PX] * count,
        labels,
        starts,
        widths,
        *(column.tolist() for column in rest),
    )
    return tuple(made), aside


def _labels(
    items: Items, start: Floats, room: Floats, bold: NDArray[np.bool_], fonts: Fonts, title: Callable[[int], str]
) -> tuple[list[str], list[float], list[float]]:
    """Wording, left edge and width of each item's label; "" and 0 where there is no room for one."""
    labels, starts, widths = [], start.tolist(), items.title_px.tolist()
    able = (room >= LEAST_LABEL_PX).tolist()
    whole = (items.title_px <= room).tolist()
    for place, row in enumerate(items.row.tolist()):
        if able[place]:
            wording = title(row)
            if not whole[place]:
                text_width = fonts.bold if bold[place] else fonts.plain
                wording, widths[place] = text_width.fit(wording, float(room[place]))
            if wording:
                labels.append(wording)
                continue
        labels.append("")
        starts[place] = widths[place] = 0.0
    return labels, starts, widths


def _clusters(folded: NDArray[np.int64], frame: Frame, index: LaneIndex) -> tuple[Cluster, ...]:
    """Clusters in view; a lone event stands at its own place."""
    scale = frame.scale
    lane, first, last, count, row = folded.T
    lone = row >= 0
    anchors = index.anchors(np.where(lone, row, 0).astype(np.int32)) if len(index.columns) else first
    x0 = scale.positions(np.where(lone, anchors, first))
    x1 = scale.positions(np.where(lone, anchors, last))
    seen = np.flatnonzero((x1 >= 0.0) & (x0 <= scale.width_px))
    lane, row, lone = lane[seen], row[seen], lone[seen]
    height = frame.of_lanes(lambda band: band.cluster_y) + frame.top_px
    of_lane = np.array(frame.categories, np.int64)
    inside = lane - frame.lanes.start
    categories = index.columns.category
    category = np.where(lone, categories[np.where(lone, row, 0)], of_lane[inside]) if len(seen) else lane
    columns = (lane, first[seen], last[seen], count[seen], row, x0[seen], x1[seen], height[inside])
    return tuple(map(Cluster, *(column.tolist() for column in columns), [_CLUSTER_PX] * len(seen), category.tolist()))


def _with_dropped(folded: NDArray[np.int64], dropped: list[int], index: LaneIndex, level: Level) -> NDArray[np.int64]:
    """Add rows that lost their slot to their subcells' clusters."""
    folded, width = folded.copy(), level.cell_seconds
    more: dict[tuple[int, int], list[int]] = {}
    for row in dropped:
        lane, at = int(index.lanes.lane_of_row[row]), index.anchor(row)
        edges = subcell_edges(level, at // width, 1)
        step = max(step for step in range(SUBCELLS) if edges[step] <= at)
        known = np.flatnonzero((folded[:, 0] == lane) & (folded[:, 1] == edges[step]))
        if len(known):
            folded[known[0], 3] += 1
            folded[known[0], 4] = -1
        elif (lane, edges[step]) in more:
            more[lane, edges[step]][3:] = [more[lane, edges[step]][3] + 1, -1]
        else:
            more[lane, edges[step]] = [lane, edges[step], edges[step + 1], 1, row]
    return np.concatenate((folded, np.array(list(more.values()), np.int64))) if more else folded
