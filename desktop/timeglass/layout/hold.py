"""What keeps the row under the pointer where it is, while a level step moves the lanes."""

from collections.abc import Sequence

from timeglass.layout.hit import box_at, lane_at
from timeglass.layout.lane_heights import LaneBand
from timeglass.layout.scene import Scene


def lane_held(before: Scene, bands: Sequence[LaneBand], y_px: float) -> float | None:
    """How far lanes in their new bands have to be scrolled for the lane at a height to stay there; None for no lane."""
    strip = lane_at(before, y_px)
    if strip is None or strip.lane >= len(bands):
        return None
    band = bands[strip.lane]
    share = (y_px - strip.y_px) / strip.height_px
    return band.y_px + share * band.height_px - (y_px - before.header_px)


def row_held(before: Scene, after: Scene, x_px: float, y_px: float) -> float | None:
    """How far the later scene has to be scrolled so that the event at a point stays there; None if it is in neither."""
    held = box_at(before, x_px, y_px)
    if held is None:
        return None
    there = next((box for box in after.boxes if box.row == held.row), None)
    return None if there is None else after.scroll_px + there.y_px - held.y_px
