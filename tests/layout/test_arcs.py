"""Arcs of relations."""

from builders import FONTS, a_timeline
from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import instant
from timeglass.layout.arcs import STUB_PX, Related, arcs, place_of, stub_at
from timeglass.layout.build import SceneBuilder
from timeglass.layout.lanes import make_lanes
from timeglass.layout.viewport import Viewport

TIMELINE = a_timeline("1990 a Early", "2000-05-01 a Here", "2001-06-01 b There", "2020 b Late", "2021 b Later")
BUILDER = SceneBuilder(TIMELINE, make_lanes(TIMELINE, "category"), FONTS)
SCENE = BUILDER.build(Viewport.over(Span(instant(1999), instant(2003))), 1000.0, 600.0)


def test_an_arc_joins_two_marks_in_view() -> None:
    (arc,) = arcs(SCENE, BUILDER.index, 1, [Related(2, "leads-to", False)])
    assert (arc.x0_px, arc.y0_px) == place_of(SCENE, BUILDER.index, 1)
    assert (arc.x1_px, arc.y1_px) == place_of(SCENE, BUILDER.index, 2)
    assert arc.stub == 0
    assert stub_at([arc], arc.x1_px, arc.y1_px) is None


def test_what_is_out_of_view_gets_a_stub_at_its_edge() -> None:
    found = arcs(SCENE, BUILDER.index, 1, [Related(0, "part-of", True), Related(3, "leads-to", False)])
    assert [(arc.stub, arc.x1_px) for arc in found] == [(-1, 0.0), (1, SCENE.width_px)]
    assert stub_at(found, STUB_PX / 2, found[0].y1_px) is found[0]
    assert stub_at(found, SCENE.width_px - 1.0, found[1].y1_px) is found[1]
    assert stub_at(found, SCENE.width_px / 2, found[1].y1_px) is None


def test_stubs_to_the_same_edge_can_be_told_apart() -> None:
    found = arcs(SCENE, BUILDER.index, 1, [Related(3, "leads-to", False), Related(4, "leads-to", False)])
    assert abs(found[0].y1_px - found[1].y1_px) >= 15.0


def test_nothing_is_drawn_for_an_event_out_of_view() -> None:
    assert arcs(SCENE, BUILDER.index, 0, [Related(1, "leads-to", False)]) == ()
    assert arcs(SCENE, BUILDER.index, -1, [Related(1, "leads-to", False)]) == ()


def test_a_lane_out_of_view_has_no_place() -> None:
    low = BUILDER.build(Viewport.over(Span(instant(1999), instant(2003))), 1000.0, 80.0, scroll_px=0.0)
    assert {strip.lane for strip in low.lanes} == {0}
    assert place_of(low, BUILDER.index, 2) is None
    (arc,) = arcs(low, BUILDER.index, 1, [Related(2, "leads-to", False)])
    assert arc.stub == 1
