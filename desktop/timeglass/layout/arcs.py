"""Arcs from the current event to those it is related to: in view as curves, out of view as stubs at the edge."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec

from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.scene import Scene

STUB_PX: Final = 46.0
"""Length of a stub inside the edge that it points to."""
_REACH_PX: Final = 10.0


class Related(NamedTuple):
    """A related event; ``backward`` where the other event names this one."""

    row: int
    kind: str
    backward: bool


class Arc(msgspec.Struct, frozen=True, gc=False):
    """An arc from the current event to a related one; ``stub`` -1 and 1 end at the left and right edge, 0 in view."""

    row: int
    """The related event."""
    kind: str
    backward: bool
    x0_px: float
    y0_px: float
    x1_px: float
    y1_px: float
    stub: int


def place_of(scene: Scene, index: LaneIndex, row: int) -> tuple[float, float] | None:
    """Where a row's mark stands in a scene, or the cluster that folds it; None where its lane is out of view."""
    for box in scene.boxes:
        if box.row == row:
            return max(box.x0_px, 0.0), box.y_px + box.height_px / 2.0
    x, lane = scene.scale.x(index.anchor(row)), int(index.lanes.lane_of_row[row])
    for strip in scene.lanes:
        if strip.lane == lane:
            return x, strip.y_px + strip.height_px - 7.0
    return None


def arcs(scene: Scene, index: LaneIndex, row: int, related: Iterable[Related]) -> tuple[Arc, ...]:
    """Arcs of a row in a scene; none where the row itself is out of view."""
    here = place_of(scene, index, row) if row >= 0 else None
    if here is None or not 0.0 <= here[0] <= scene.width_px:
        return ()
    found = []
    for other in related:
        there = place_of(scene, index, other.row)
        x = scene.scale.x(index.anchor(other.row)) if there is None else there[0]
        y = here[1] if there is None else there[1]
        stub = -1 if x < 0.0 else 1 if x > scene.width_px or there is None else 0
        if stub:
            x, y = (0.0 if stub < 0 else scene.width_px), here[1]
        found.append(Arc(other.row, other.kind, other.backward, *here, x, y, stub))
    return tuple(_fanned(found))


def _fanned(found: list[Arc]) -> Iterable[Arc]:
    """Stubs to the same edge spread upward and downward, so that each can be hit."""
    seen = {-1: 0, 1: 0}
    for arc in found:
        if not arc.stub:
            yield arc
            continue
        number = seen[arc.stub]
        seen[arc.stub] = number + 1
        step = (number + 1) // 2 * (1 if number % 2 else -1)
        yield msgspec.structs.replace(arc, y1_px=arc.y1_px + 18.0 * step)


def stub_at(found: Iterable[Arc], x_px: float, y_px: float) -> Arc | None:
    """The stub under a point of the plot, or None."""
    for arc in found:
        if arc.stub and abs(y_px - arc.y1_px) <= _REACH_PX and abs(x_px - arc.x1_px) <= STUB_PX:
            return arc
    return None
