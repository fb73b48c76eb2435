"""Which event stands in which lane."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_builder, a_timeline, an_event, crowd
from timeglass.chrono.instant import instant
from timeglass.events.event import Category
from timeglass.layout.lanes import GROUPINGS, Lanes, make_lanes
from timeglass.layout.viewport import Viewport


def labels(lanes: Lanes) -> list[str]:
    return [lane.label for lane in lanes.lanes]


@settings(deadline=None)
@given(st.sampled_from(GROUPINGS), st.integers(0, 30), st.integers(0, 3), st.integers(0, 99))
def test_every_event_has_a_lane_and_every_lane_of_categories_an_event(
    grouping: str, count: int, categories: int, seed: int
) -> None:
    lanes = make_lanes(crowd(count, seed, lanes=categories), grouping)
    assert lanes.grouping == grouping
    assert lanes.lane_of_row.dtype == np.int32
    assert len(lanes.lane_of_row) == count
    assert lanes.lanes
    assert all(0 <= lane < len(lanes.lanes) for lane in lanes.lane_of_row.tolist())
    if grouping == "category" and count:
        assert set(lanes.lane_of_row.tolist()) == set(range(len(lanes.lanes)))


def test_categories_come_in_the_order_of_the_head() -> None:
    head = {key: Category(id=key, label={"en": key.upper(), "uk": f"{key}!"}) for key in ("b", "unused", "a")}
    timeline = a_timeline("1995 a One", "1996 b Two", "1997 new Three", "1998 - Four", categories=head)
    lanes = make_lanes(timeline, "category", "uk")
    assert labels(lanes) == ["b!", "a!", "new", ""]
    assert [lane.category for lane in lanes.lanes] == [0, 2, 3, -1]
    assert lanes.lane_of_row.tolist() == [1, 0, 2, 3]


def test_a_category_without_a_label_shows_its_id() -> None:
    timeline = a_timeline("1995 a One", categories={"a": Category(id="a")})
    assert labels(make_lanes(timeline, "category")) == ["a"]


@pytest.mark.parametrize(("grouping", "field"), [("actor", "actors"), ("place", "places"), ("tag", "tags")])
def test_the_first_value_counts_and_the_most_frequent_comes_first(grouping: str, field: str) -> None:
    values = [("Rare", "Often"), ("Often",), (), ("Often", "Rare"), ("Also",)]
    events = [an_event(f"{1990 + place} - E{place}", **{field: value}) for place, value in enumerate(values)]
    lanes = make_lanes(a_timeline(*events), grouping)
    assert labels(lanes) == ["Often", "Also", "Rare", ""]
    assert lanes.lane_of_row.tolist() == [2, 0, 3, 0, 1]


def test_without_values_there_is_one_nameless_lane() -> None:
    assert labels(make_lanes(a_timeline("1990 - One"), "actor")) == [""]
    assert labels(make_lanes(a_timeline(), "actor")) == [""]
    assert labels(make_lanes(a_timeline(), "category")) == [""]
    assert labels(make_lanes(a_timeline(), "era")) == [""]


def test_where_all_have_a_value_there_is_no_nameless_lane() -> None:
    assert labels(make_lanes(a_timeline(an_event("1990 - One", actors=("Ann",))), "actor")) == ["Ann"]


def test_eras_of_the_first_track_are_lanes() -> None:
    eras = ["2000/2010 a Later", "1990/2000 a Sooner", "1990/2010 b Other"]
    timeline = a_timeline("1985 - Before", "1995 - In", "2005 - Late", "2050 - After", "../1980 - Open", eras=eras)
    lanes = make_lanes(timeline, "era")
    assert labels(lanes) == ["", "Sooner", "Later"]
    by_title = {event.id: lanes.lane_of_row[row] for row, event in enumerate(timeline.events)}
    assert by_title == {"Open": 0, "Before": 0, "In": 1, "Late": 2, "After": 2}


def test_eras_that_begin_before_everything_leave_no_nameless_lane() -> None:
    assert labels(make_lanes(a_timeline("1995 - In", eras=["1990/2000 a Era"]), "era")) == ["Era"]


def test_one_lane_for_all() -> None:
    lanes = make_lanes(crowd(20), "none")
    assert labels(lanes) == [""]
    assert lanes.lane_of_row.tolist() == [0] * 20


def test_a_gutter_is_there_where_there_is_something_to_name() -> None:
    nameless, named = a_timeline("1995 - One"), a_timeline("1995 talk One")
    assert a_builder(nameless).gutter_px(1000.0) == 0.0
    assert a_builder(named).gutter_px(1000.0) == 124.0
    assert a_builder(named).gutter_px(600.0) == 96.0
    assert a_builder(named).gutter_px(400.0) == 84.0
    assert a_builder(named).gutter_px(200.0) == 50.0


def test_collapsed_lanes_show_clusters_only_and_lose_nothing() -> None:
    timeline = crowd(80, lanes=2)
    builder = a_builder(timeline, collapsed=frozenset({0}))
    scene = builder.build(Viewport.over(timeline.span).zoomed(0.5), 1000.0, 600.0)
    assert {box.lane for box in scene.boxes} == {1}
    assert sum(cluster.count for cluster in scene.clusters if cluster.lane == 0) == builder.index.counts[0]
    low, high = scene.lanes
    assert low.height_px < high.height_px


def test_a_filter_leaves_only_its_rows() -> None:
    timeline = crowd(60, lanes=2, ranges=0.0)
    rows = np.arange(0, 60, 3, dtype=np.int32)
    builder = a_builder(timeline, rows=rows)
    scene = builder.build(Viewport.over(timeline.span).zoomed(0.5), 1000.0, 600.0)
    assert builder.index.size == 20
    assert sum(builder.index.counts) == 20
    assert {box.row for box in scene.boxes} <= set(rows.tolist())
    marks = sum(1 for box in scene.boxes)
    assert marks + sum(cluster.count for cluster in scene.clusters) == 20
    assert sum(strip.count for strip in scene.lanes) == 20


def test_an_empty_timeline_has_a_scene() -> None:
    scene = a_builder(a_timeline()).build(Viewport.of(instant(2000), 0.0, 1e9), 800.0, 300.0)
    assert scene.boxes == ()
    assert scene.clusters == ()
    assert len(scene.lanes) == 1
    assert scene.ticks.ticks


def test_today_stands_where_it_is_in_view() -> None:
    builder = a_builder(a_timeline("1995 - One"))
    viewport = Viewport.of(1000, 0.0, 1000.0)
    assert builder.build(viewport, 500.0, 300.0).today_x_px is None
    assert builder.build(viewport, 500.0, 300.0, now=1500).today_x_px == 250.0
    assert builder.build(viewport, 500.0, 300.0, now=2500).today_x_px is None


def test_titles_follow_the_language_and_end() -> None:
    timeline = a_timeline(an_event("1995 - x", ).__class__(
        id="x", date=an_event("1995 - x").date, title={"en": "Word " * 100, "uk": "Слово"}
    ))  # fmt: skip
    assert a_builder(timeline, language="uk").title(0) == "Слово"
    assert len(a_builder(timeline, language="de").title(0)) == 240


def test_lanes_with_as_many_events_stand_in_the_order_of_letters() -> None:
    names = ("Zürich", "Éire", "eastern", "Яна", "Ігор", "Ганна")
    events = [an_event(f"1990 - {name}", actors=(name,)) for name in names]
    assert labels(make_lanes(a_timeline(*events), "actor")) == ["eastern", "Éire", "Zürich", "Ганна", "Ігор", "Яна"]
