"""A first look at many rows says the same as the whole index, as far as it says anything."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import a_builder, a_timeline, crowd
from timeglass.events.timeline import Timeline
from timeglass.layout import first_look
from timeglass.layout.build import SceneBuilder
from timeglass.layout.first_look import FirstLook
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.lane_order import LaneOrder, arrange
from timeglass.layout.lanes import Lanes, make_lanes
from timeglass.layout.level import level, level_for
from timeglass.layout.scene import Scene
from timeglass.layout.slots import Fonts
from timeglass.layout.text_width import TextWidth
from timeglass.layout.viewport import Viewport

WIDTH, HEIGHT = 1000.0, 600.0


def both(timeline: Timeline, lanes: Lanes, viewport: Viewport, rows: np.ndarray | None = None) -> tuple[Scene, Scene]:
    """Scenes of a view by a first look and by the whole index."""
    fonts = Fonts(TextWidth(lambda c: 7.0), TextWidth(lambda c: 7.5))
    look = FirstLook(timeline.columns, lanes, rows, level_for(viewport.length / WIDTH))
    by_look = SceneBuilder(timeline, lanes, fonts, rows=rows, index=look)
    return by_look.build(viewport, WIDTH, HEIGHT), SceneBuilder(timeline, lanes, fonts, rows=rows).build(
        viewport, WIDTH, HEIGHT
    )


@settings(deadline=None, max_examples=60)
@example(2, 17, 1.0, 0.0, 0)  # one without a start stands where no other does
@given(st.integers(1, 300), st.integers(0, 99), st.floats(0.6, 40.0), st.floats(0.0, 1.0), st.integers(0, 2))
def test_the_picture_is_the_same(count: int, seed: int, zoom: float, share: float, some: int) -> None:
    timeline = crowd(count, seed, lanes=3)
    rows = np.arange(0, count, some, dtype=np.int32) if some else None
    viewport = Viewport.over(timeline.span).zoomed(zoom, share)
    lanes = make_lanes(timeline, "category")
    look, whole = both(timeline, lanes, viewport, rows)
    assert look == whole


def test_hidden_lanes_are_left_out() -> None:
    timeline = crowd(120, 3, lanes=3)
    lanes = make_lanes(timeline, "category")
    order = LaneOrder(hidden=frozenset({lanes.lanes[0].key}))
    look, whole = both(timeline, arrange(lanes, order), Viewport.over(timeline.span))
    assert look == whole
    assert len(look.lanes) == 2


@pytest.mark.parametrize("window", [1, 4])
def test_counts_are_exact_however_little_is_looked_at(window: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_look, "_WINDOW", window)
    timeline = crowd(2_000, 5, lanes=2)
    look, _ = both(timeline, make_lanes(timeline, "category"), Viewport.over(timeline.span).zoomed(0.8))
    assert sum(cluster.count for cluster in look.clusters) + len(look.boxes) == len(timeline)
    assert len({box.row for box in look.boxes}) == len(look.boxes)


def test_of_too_many_long_events_none_is_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    timeline = crowd(200, 6, lanes=2, ranges=1.0)
    lanes = make_lanes(timeline, "category")
    assert any(FirstLook(timeline.columns, lanes, None, level(0)).by_duration)
    monkeypatch.setattr(first_look, "_MOST_LONG", 3)
    assert not any(FirstLook(timeline.columns, lanes, None, level(0)).by_duration)


def test_what_a_cluster_holds_is_known() -> None:
    timeline = crowd(300, 8, lanes=2)
    rows = np.arange(0, 300, 2, dtype=np.int32)
    lanes = make_lanes(timeline, "category")
    span = timeline.span
    for chosen in (None, rows):
        whole, look = LaneIndex(timeline.columns, lanes, chosen), FirstLook(timeline.columns, lanes, chosen, level(20))
        assert whole.counts == look.counts
        assert whole.size == look.size
        for lane in (0, 1):
            a, b = span.start + span.length // 3, span.start + span.length // 2
            assert look.rows_between(lane, a, b) == whole.rows_between(lane, a, b)


def test_nothing_and_open_starts_are_seen_without_harm() -> None:
    empty = a_timeline()
    assert FirstLook(empty.columns, make_lanes(empty, "none"), None, level(20)).fullest(0, 1000) == 0
    timeline = a_timeline("../1990 - Until", "1991 - One", "1992 - Two")
    look, whole = both(timeline, make_lanes(timeline, "none"), Viewport.over(timeline.span))
    assert {box.row for box in look.boxes} <= {box.row for box in whole.boxes}
    assert a_builder(timeline).index.size == 3
