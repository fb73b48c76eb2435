"""An event with several values stands in its first lane, and is marked in the others."""

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_builder, a_timeline, an_event
from timeglass.events.event import Category, Event
from timeglass.events.timeline import Timeline
from timeglass.layout.hit import echo_at
from timeglass.layout.lane_order import LaneOrder, arrange
from timeglass.layout.lanes import make_lanes
from timeglass.layout.viewport import Viewport

WIDTH, HEIGHT = 900.0, 600.0


def several(words: str, categories: tuple[str, ...], actors: tuple[str, ...]) -> Event:
    return msgspec.structs.replace(an_event(words), categories=categories, actors=actors)


def meeting() -> Timeline:
    return a_timeline(
        several("1991 a One", ("a", "b"), ("NATO", "Ukraine")),
        an_event("1993 a Two", actors=("Ukraine",)),
        several("1995 b Three", ("b", "a"), ("NATO", "Ukraine", "NATO", "Russia")),
        an_event("1997 - Four"),
        categories={key: Category(id=key, label=key.upper()) for key in ("a", "b", "c")},
    )


def echoed(timeline: Timeline, grouping: str) -> dict[str, list[int]]:
    """Rows echoed by lane."""
    lanes = make_lanes(timeline, grouping)
    found: dict[str, list[int]] = {}
    for lane, row in zip(lanes.echo_lanes.tolist(), lanes.echo_rows.tolist(), strict=True):
        found.setdefault(lanes.lanes[lane].key, []).append(row)
    return found


def test_further_values_are_echoes() -> None:
    timeline = meeting()
    assert echoed(timeline, "actor") == {"Ukraine": [0, 2], "Russia": [2]}
    assert echoed(timeline, "category") == {"b": [0], "a": [2]}
    assert echoed(timeline, "none") == {}
    keys = [lane.key for lane in make_lanes(timeline, "actor").lanes]
    assert keys == ["NATO", "Ukraine", "Russia", ""]  # a lane of echoes alone, too


@pytest.mark.parametrize("grouping", ["actor", "category"])
def test_echoes_stand_at_the_foot_of_their_lanes(grouping: str) -> None:
    timeline = meeting()
    builder = a_builder(timeline, grouping)
    scene = builder.build(Viewport.over(timeline.span), WIDTH, HEIGHT)
    assert {(scene.lanes[one.lane].label, one.row) for one in scene.echoes} == {
        (make_lanes(timeline, grouping).lanes[lane].label, row)
        for lane, row in zip(
            builder.index.lanes.echo_lanes.tolist(), builder.index.lanes.echo_rows.tolist(), strict=True
        )
    }
    for echo in scene.echoes:
        strip = next(strip for strip in scene.lanes if strip.lane == echo.lane)
        assert strip.y_px < echo.y_px
        assert echo.y_px + echo.height_px <= strip.y_px + strip.height_px
        below = [box.y_px + box.height_px for box in scene.boxes if box.lane == echo.lane]
        below += [one.y_px + one.height_px for one in scene.clusters if one.lane == echo.lane]
        assert all(bottom <= echo.y_px + 0.01 for bottom in below)
        assert echo_at(scene, echo.x_px + 3.0, echo.y_px + 5.0) == echo
        assert echo_at(scene, echo.x_px + 40.0, echo.y_px + 5.0) != echo
    assert echo_at(scene, 1.0, -5.0) is None


def test_hidden_lanes_and_filtered_rows_have_none() -> None:
    timeline = meeting()
    lanes = arrange(make_lanes(timeline, "actor"), LaneOrder(hidden=frozenset({"Ukraine"})))
    assert lanes.echo_rows.tolist() == [2]
    assert lanes.lanes[int(lanes.echo_lanes[0])].key == "Russia"
    rows = np.array([0, 1], np.int32)
    scene = a_builder(timeline, "actor", rows=rows).build(Viewport.over(timeline.span), WIDTH, HEIGHT)
    assert {echo.row for echo in scene.echoes} == {0}


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 9_000), st.integers(1, 5)), min_size=1, max_size=60), st.floats(-0.4, 0.4))
def test_close_ones_are_one_and_panning_moves_none(days: list[tuple[int, int]], pan: float) -> None:
    timeline = a_timeline(
        *(
            an_event(f"{1980 + day // 365}-{day % 12 + 1:02}-{day % 28 + 1:02} -!{weight} {day}", actors=("A", "B"))
            for day, weight in days
        )
    )
    builder = a_builder(timeline, "actor")
    here = Viewport.over(timeline.span).zoomed(0.7)
    scene = builder.build(here, WIDTH, HEIGHT)
    assert sum(echo.count for echo in scene.echoes) == len(timeline)
    assert len(scene.echoes) <= WIDTH / 12.0
    for echo in scene.echoes:
        rows = builder.echoes.rows_between(echo.lane, echo.first, echo.last)
        assert len(rows) == echo.count
        assert rows[0] == echo.row
        weights = timeline.columns.importance[rows]
        assert (weights[:-1] >= weights[1:]).all()
    there = builder.build(here.panned(pan), WIDTH, HEIGHT)
    kept = {(echo.row, echo.count): echo.y_px for echo in scene.echoes}
    assert all(kept.get((echo.row, echo.count)) == echo.y_px for echo in there.echoes)


def test_an_echo_out_of_view_is_not_drawn() -> None:
    timeline = meeting()
    builder = a_builder(timeline, "actor")
    at = int(timeline.columns.start_earliest[2])
    for start in (at - 10, at + 10):
        scene = builder.build(Viewport.of(start, 0.0, 1e7), WIDTH, HEIGHT)
        assert {echo.row for echo in scene.echoes} == ({2} if start < at else set())
