"""Lanes as a person arranged them."""

from builders import FONTS, a_timeline
from timeglass.layout.build import SceneBuilder
from timeglass.layout.lane_order import LaneOrder, arrange, collapsed_places
from timeglass.layout.lanes import make_lanes
from timeglass.layout.viewport import Viewport

TIMELINE = a_timeline("1990 a One", "1991 b Two", "1992 c Three", "1993 b Four")
LANES = make_lanes(TIMELINE, "category")


def keys(order: LaneOrder) -> list[str]:
    """Keys of the lanes that are shown, from top to bottom."""
    return [lane.key for lane in arrange(LANES, order).lanes]


def test_nothing_is_changed_unasked() -> None:
    assert keys(LaneOrder()) == ["a", "b", "c"]
    assert arrange(LANES, LaneOrder()).lane_of_row.tolist() == LANES.lane_of_row.tolist()


def test_lanes_move_and_stop_at_the_ends() -> None:
    order = LaneOrder().with_moved("c", -1, LANES)
    assert keys(order) == ["a", "c", "b"]
    assert keys(order.with_moved("c", -5, LANES)) == ["c", "a", "b"]
    assert keys(order.with_moved("a", -1, LANES)) == ["a", "c", "b"]
    assert keys(order.with_moved("a", 2, LANES)) == ["c", "b", "a"]


def test_moving_passes_over_hidden_lanes() -> None:
    order = LaneOrder().with_hidden("b").with_moved("a", 1, LANES)
    assert keys(order) == ["c", "a"]
    assert keys(order.with_all_shown()) == ["b", "c", "a"]


def test_events_of_hidden_lanes_are_laid_out_nowhere() -> None:
    order = LaneOrder().with_hidden("b")
    lanes = arrange(LANES, order)
    assert lanes.lane_of_row.tolist() == [0, -1, 1, -1]
    builder = SceneBuilder(TIMELINE, lanes, FONTS, hidden_lanes=1)
    scene = builder.build(Viewport.over(TIMELINE.span), 900.0, 500.0)
    assert {box.row for box in scene.boxes} | {one.row for one in scene.clusters} == {0, 2}
    assert scene.hidden_lanes == 1
    assert keys(LaneOrder().with_only("b", LANES)) == ["b"]


def test_a_collapsed_lane_shows_clusters_only() -> None:
    order = LaneOrder().with_toggled("b")
    lanes = arrange(LANES, order)
    builder = SceneBuilder(TIMELINE, lanes, FONTS, collapsed=collapsed_places(lanes, order))
    scene = builder.build(Viewport.over(TIMELINE.span), 900.0, 500.0)
    assert {box.row for box in scene.boxes} == {0, 2}
    assert sum(cluster.count for cluster in scene.clusters) == 2
    assert [strip.collapsed for strip in scene.lanes] == [False, True, False]
    assert collapsed_places(lanes, order.with_toggled("b")) == frozenset()
