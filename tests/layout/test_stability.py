"""Panning moves nothing up or down, and the same view is always the same scene."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builders import a_builder, a_timeline, bounded
from timeglass.chrono.bounds import Bounds
from timeglass.layout.build import SceneBuilder
from timeglass.layout.scene import Scene
from timeglass.layout.slots import MARK_PX, Fonts
from timeglass.layout.text_width import TextWidth
from timeglass.layout.viewport import Viewport
from views import Look, looks

pans = st.floats(-0.9, 0.9)
Folded = tuple[int, int, int, int, int]


def interior(look: Look, one: Scene, other: Scene) -> tuple[int, int]:
    """The stretch of time that lies well inside both scenes."""
    margin = int(10.0 * one.scale.seconds_per_px)
    spans = one.scale.viewport.span, other.scale.viewport.span
    return max(span.start for span in spans) + margin, min(span.end for span in spans) - margin


def folded(scene: Scene, start: int, end: int) -> set[Folded]:
    """Clusters that lie whole in a stretch."""
    return {
        (one.lane, one.first, one.last, one.count, one.row)
        for one in scene.clusters
        if start <= one.first and one.last <= end
    }


def marked(look: Look, scene: Scene, start: int, end: int) -> set[tuple[int, int, float, bool]]:
    """Boxes whose anchors lie in a stretch, with slot, height and weight."""
    index = look.builder.index
    return {(box.row, box.slot, box.y_px, box.bold) for box in scene.boxes if start <= index.anchor(box.row) < end}


@settings(deadline=None, max_examples=200)
@given(looks(scrolled=True), pans)
def test_panning_moves_nothing_up_or_down(look: Look, share: float) -> None:
    here = look.scene()
    there = look.scene(look.viewport.panned(share))
    assert here.level == there.level
    places = {box.row: (box.lane, box.slot, box.y_px) for box in here.boxes}
    for box in there.boxes:
        assert places.get(box.row, (box.lane, box.slot, box.y_px)) == (box.lane, box.slot, box.y_px)
    assert [(one.lane, one.y_px, one.height_px) for one in here.lanes] == [
        (one.lane, one.y_px, one.height_px) for one in there.lanes
    ]


@settings(deadline=None, max_examples=200)
@given(looks(), pans)
def test_panning_neither_folds_nor_opens_anything(look: Look, share: float) -> None:
    here, there = look.scene(), look.scene(look.viewport.panned(share))
    start, end = interior(look, here, there)
    assume(start < end)
    assert folded(here, start, end) == folded(there, start, end)
    assert marked(look, here, start, end) == marked(look, there, start, end)


def test_panning_does_not_bring_back_what_had_to_make_room() -> None:
    """An important event out of view keeps a lesser one folded, however far its claim reaches."""
    px, gap = 1024, 183
    for shift in range(0, 168 * 3, 2):
        start = shift * px
        events = [bounded(0, Bounds(*[start] * 4), "", 5), bounded(1, Bounds(*[start + gap * px] * 4), "", 1)]
        builder = a_builder(a_timeline(*events))
        rows = set()
        for left in (100, -gap + 20, -gap + 13, -gap + 8):
            scene = builder.build(Viewport.of(start - left * px, 0.0, 1000.0 * px), 1000.0, 500.0)
            rows.add(1 in {box.row for box in scene.boxes})
        assert len(rows) == 1, shift


@settings(deadline=None)
@given(looks(scrolled=True), st.lists(st.tuples(pans, st.floats(0.1, 10.0)), max_size=6))
def test_the_same_view_is_the_same_scene(look: Look, way: list[tuple[float, float]]) -> None:
    """However one came there: a builder keeps what it worked out, and that must not show."""
    first = look.scene()
    viewport = look.viewport
    for pan, zoom in way:
        viewport = viewport.panned(pan).zoomed(zoom)
        look.scene(viewport)
    assert look.scene() == first
    fresh = SceneBuilder(
        look.timeline, look.builder.index.lanes, Fonts(TextWidth(lambda c: 7.0), TextWidth(lambda c: 7.5))
    )
    assert look._replace(builder=fresh).scene() == first


@settings(deadline=None)
@given(looks(), st.floats(1.0, 1.4))
def test_zooming_within_a_level_keeps_slots(look: Look, factor: float) -> None:
    here, there = look.scene(), look.scene(look.viewport.zoomed(factor))
    assume(here.level == there.level)
    places = {box.row: (box.slot, box.y_px) for box in here.boxes}
    assert all(places.get(box.row, (box.slot, box.y_px)) == (box.slot, box.y_px) for box in there.boxes)


@settings(deadline=None)
@given(looks())
def test_a_mark_that_touches_the_edge_is_still_drawn(look: Look) -> None:
    """A box leaves only when all of its mark has left."""
    scene = look.scene()
    drawn = {box.row for box in scene.boxes}
    step = MARK_PX / 2.0 / scene.width_px
    for share, edge in ((-step, 0.0), (step, scene.width_px)):
        for box in look.scene(look.viewport.panned(share)).boxes:
            x = scene.scale.x(look.builder.index.anchor(box.row))
            assert box.row in drawn or abs(x - edge) >= MARK_PX or box.is_bar
