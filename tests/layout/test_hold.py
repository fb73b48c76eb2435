"""What stays under a point, in scenes alone."""

from builders import a_builder, crowd
from timeglass.layout.hold import lane_held, row_held
from timeglass.layout.level import level
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport


def two() -> tuple[Scene, Scene]:
    timeline = crowd(200, 2, lanes=3)
    builder = a_builder(timeline)
    here = Viewport.over(timeline.span)
    return builder.build(here, 900.0, 400.0), builder.build(here, 900.0, 300.0)


def test_a_point_beside_the_lanes_holds_nothing() -> None:
    before, after = two()
    builder = a_builder(crowd(200, 2, lanes=3))
    bands = builder.bands(level(after.level), 300.0)
    assert lane_held(before, bands, -1.0) is None
    assert lane_held(before, bands[:1], before.lanes[2].y_px + 2.0) is None
    assert row_held(before, after, -500.0, 1.0) is None


def test_the_lane_and_the_row_at_a_point_are_held() -> None:
    before, after = two()
    strip = before.lanes[1]
    bands = a_builder(crowd(200, 2, lanes=3)).bands(level(after.level), 300.0)
    middle = strip.y_px + strip.height_px / 2.0
    wanted = lane_held(before, bands, middle)
    assert wanted is not None
    assert abs(bands[1].y_px + bands[1].height_px / 2.0 - wanted + before.header_px - middle) < 1e-6
    kept = {box.row for box in after.boxes}
    box = next(one for one in before.boxes if one.row in kept and not one.is_bar)
    there = next(one for one in after.boxes if one.row == box.row)
    assert row_held(before, after, box.x0_px, box.y_px + 5.0) == after.scroll_px + there.y_px - box.y_px
    gone = [one for one in before.boxes if one.row not in kept and 0.0 < one.x0_px < 800.0]
    for one in gone:
        assert row_held(before, after, one.x0_px, one.y_px + 5.0) is None
