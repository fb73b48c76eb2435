"""How lanes share the height."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_builder, crowd
from timeglass.layout.lane_heights import CLUSTER_PX, LEAST_SLOTS, MAX_SLOTS, PAD_PX, SLOT_PX, demand, stack
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.lanes import make_lanes
from timeglass.layout.level import level
from timeglass.layout.viewport import Viewport

wishes = st.lists(st.tuples(st.integers(0, MAX_SLOTS), st.integers(0, 3)), max_size=20)


@given(wishes, st.floats(0.0, 3000.0), st.sets(st.integers(0, 19)))
def test_lanes_follow_one_another_and_hold_their_slots(
    wanted: list[tuple[int, int]], height: float, collapsed: set[int]
) -> None:
    demands, bars = [one for one, _ in wanted], [two for _, two in wanted]
    bands = stack(demands, bars, height, frozenset(collapsed))
    assert len(bands) == len(wanted)
    assert all(below.y_px == pytest.approx(above.y_px + above.height_px) for above, below in pairwise(bands))
    for lane, band in enumerate(bands):
        slots = band.bar_slots + band.label_slots
        assert 0 <= band.bar_slots <= bars[lane]
        assert slots <= max(1, demands[lane] + bars[lane])
        assert (slots == 0) == (lane in collapsed)
        if slots > 1:
            assert band.label_slots >= 1
        if slots:
            assert band.slot_y(slots - 1) + SLOT_PX <= band.cluster_y
        assert band.cluster_y + CLUSTER_PX <= band.y_px + band.height_px
        assert band.pitch_px >= SLOT_PX
    content = sum(band.height_px for band in bands)
    if content > height + 1e-6:  # it scrolls only when nobody can give way any more
        assert all(band.bar_slots + band.label_slots <= LEAST_SLOTS for band in bands)
        assert content == pytest.approx(sum(
            CLUSTER_PX + 2 * PAD_PX + SLOT_PX * (band.bar_slots + band.label_slots) for band in bands
        ))  # fmt: skip


def test_the_largest_gives_way_first() -> None:
    bands = stack([9, 3], [0, 0], 200.0, frozenset())
    assert [band.label_slots for band in bands] == [4, 3]


def test_what_is_left_over_opens_the_lanes_up() -> None:
    narrow, wide = (stack([2], [0], height, frozenset())[0] for height in (61.0, 300.0))
    assert narrow.height_px == 61.0
    assert 61.0 < wide.height_px < 300.0
    assert wide.pitch_px > narrow.pitch_px


@settings(deadline=None)
@given(st.integers(0, 400), st.integers(0, 99), st.integers(10, 60))
def test_a_lane_asks_for_no_more_than_its_fullest_cell(count: int, seed: int, number: int) -> None:
    timeline = crowd(count, seed, lanes=2)
    index = LaneIndex(timeline.columns, make_lanes(timeline, "category"))
    one = level(number)
    for lane in range(len(index.lanes.lanes)):
        cells: dict[int, int] = {}
        for row in range(count):
            if index.lanes.lane_of_row[row] == lane:
                cell = index.anchor(row) // one.cell_seconds
                cells[cell] = cells.get(cell, 0) + 1
        fullest = max(cells.values(), default=0)
        assert demand(index, lane, one) <= min(MAX_SLOTS, fullest)
        assert demand(index, lane, one) >= min(1, fullest)
        if index.counts[lane] <= 64:
            assert demand(index, lane, one) == min(MAX_SLOTS, fullest)


def test_a_crowd_asks_for_all_it_may_have() -> None:
    timeline = crowd(2_000, 1, lanes=1)
    index = LaneIndex(timeline.columns, make_lanes(timeline, "category"))
    assert demand(index, 0, level(36)) == MAX_SLOTS


def test_a_long_way_is_forgotten_without_harm() -> None:
    """A builder keeps a few levels only; what comes back is worked out again, and is the same."""
    timeline = crowd(60, 2)
    builder = a_builder(timeline)
    whole = Viewport.over(timeline.span)
    first = builder.build(whole, 800.0, 400.0)
    for step in range(1, 70):
        builder.build(whole.zoomed(2.0 ** (step / 4.0)), 800.0, 400.0 + step)
    assert builder.build(whole, 800.0, 400.0) == first


def test_lanes_stand_closer_where_that_is_enough() -> None:
    whole = sum(band.height_px for band in stack([2] * 5, [0] * 5, 305.0, frozenset()))
    assert whole == 305.0
    for height in (304.0, 290.0, 285.0):
        bands = stack([2] * 5, [0] * 5, height, frozenset())
        assert abs(sum(band.height_px for band in bands) - height) < 1e-6
        assert all(band.slot_y(1) + 20.0 <= band.cluster_y for band in bands)
    scrolled = stack([2] * 5, [0] * 5, 284.0, frozenset())
    assert sum(band.height_px for band in scrolled) == 305.0
