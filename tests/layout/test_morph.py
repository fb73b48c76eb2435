"""Scenes on the way from one level to the next."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from timeglass.layout.morph import Standing, morphed
from views import Look, looks


@settings(deadline=None)
@given(looks(), st.floats(0.3, 3.0))
def test_a_morph_begins_where_things_stood_and_ends_at_the_scene(look: Look, zoom: float) -> None:
    before, after = look.scene(), look.scene(look.viewport.zoomed(zoom))
    standing = Standing.of(before)
    assert morphed(after, standing, 1.0) is after
    first = morphed(after, standing, 0.0)
    heights = {box.row: box.y_px for box in before.boxes}
    for one, final in zip(first.boxes, after.boxes, strict=True):
        assert abs(one.y_px - heights.get(one.row, final.y_px)) < 1e-9
        assert msgspec.structs.replace(one, y_px=final.y_px) == final
    lanes = {strip.lane: strip for strip in before.lanes}
    for strip, end in zip(first.lanes, after.lanes, strict=True):
        start = lanes.get(strip.lane, end)
        assert abs(strip.y_px - start.y_px) < 1e-9
        assert abs(strip.height_px - start.height_px) < 1e-9


@settings(deadline=None)
@given(looks(), st.floats(0.3, 3.0), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_a_morph_goes_one_way(look: Look, zoom: float, one: float, other: float) -> None:
    before, after = look.scene(), look.scene(look.viewport.zoomed(zoom))
    standing = Standing.of(before)
    early, late = (morphed(after, standing, share) for share in sorted((one, other)))
    for first, second, final in zip(early.boxes, late.boxes, after.boxes, strict=True):
        assert abs(second.y_px - final.y_px) <= abs(first.y_px - final.y_px) + 1e-9
    assert early.clusters == after.clusters
