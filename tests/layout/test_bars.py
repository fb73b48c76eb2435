"""Bars with a slot of their own along their whole length."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_builder, a_timeline, bounded, crowd
from timeglass.chrono.bounds import Bounds
from timeglass.chrono.instant import DAY, OPEN_FUTURE, OPEN_PAST, YEAR
from timeglass.events.timeline import Timeline
from timeglass.layout.bars import MAX_SLOTS, Bar, BarSlots
from timeglass.layout.lane_index import FAR, LaneIndex
from timeglass.layout.lanes import make_lanes
from timeglass.layout.viewport import Viewport

LEAST = 20
"""The least duration class that is asked for: twelve days. A view asks for what is long on the screen only."""


def slots_of(timeline: Timeline) -> BarSlots:
    return BarSlots(LaneIndex(timeline.columns, make_lanes(timeline, "none")))


def all_bars(timeline: Timeline, least: int = LEAST) -> list[Bar]:
    span = timeline.span
    return slots_of(timeline).overlapping(0, least, span.start - YEAR, span.end + YEAR)


def overlap(one: Bar, other: Bar) -> bool:
    return one.first < other.last and other.first < one.last


@st.composite
def crowds(draw: st.DrawFn) -> Timeline:
    years, ranges = draw(st.sampled_from([1.0, 30.0])), draw(st.sampled_from([0.3, 1.0]))
    return crowd(draw(st.integers(1, 200)), draw(st.integers(0, 999)), years, lanes=1, ranges=ranges)


@settings(deadline=None)
@given(crowds())
def test_bars_of_a_slot_never_overlap(timeline: Timeline) -> None:
    bars = all_bars(timeline)
    assert len({bar.row for bar in bars}) == len(bars)
    for place, one in enumerate(bars):
        assert 0 <= one.slot < MAX_SLOTS
        assert not any(one.slot == other.slot and overlap(one, other) for other in bars[place + 1 :])


@settings(deadline=None)
@given(crowds(), st.integers(0, 30 * YEAR), st.integers(1, 3 * YEAR))
def test_a_part_shows_the_bars_of_the_whole(timeline: Timeline, start: int, length: int) -> None:
    """Whichever part of time is asked for first, a bar has the same slot."""
    whole = [bar for bar in all_bars(timeline) if bar.first < start + length and bar.last > start]
    part = slots_of(timeline).overlapping(0, LEAST, start, start + length)
    known = timeline.span.start - YEAR, timeline.span.end + YEAR
    assert sorted(whole) == sorted(bar for bar in part if bar.first < known[1] and bar.last > known[0])


@settings(deadline=None)
@given(crowds(), st.integers(LEAST, 30))
def test_longer_bars_do_not_ask_for_shorter_ones(timeline: Timeline, klass: int) -> None:
    longer = [bar for bar in all_bars(timeline) if bar.last - bar.first >= 1 << klass]
    assert sorted(all_bars(timeline, klass)) == sorted(longer)


def test_what_finds_no_slot_is_no_bar() -> None:
    same = [bounded(place, Bounds(0, 0, YEAR, YEAR), importance=1 + place % 5) for place in range(12)]
    bars = all_bars(a_timeline(*same))
    assert sorted(bar.slot for bar in bars) == list(range(MAX_SLOTS))
    worth = sorted((same[bar.row].importance for bar in bars), reverse=True)
    assert worth == sorted((event.importance for event in same), reverse=True)[:MAX_SLOTS]


def test_of_many_the_most_important_are_tried() -> None:
    crowded = [bounded(place, Bounds(0, 0, YEAR, YEAR), importance=1 if place < 90 else 4) for place in range(100)]
    assert {bar.row for bar in all_bars(a_timeline(*crowded))} <= set(range(90, 100))


def test_open_ends_reach_as_far_as_anything() -> None:
    timeline = a_timeline(
        bounded(0, Bounds(OPEN_PAST, OPEN_PAST, 0, 0)),
        bounded(1, Bounds(DAY, DAY, OPEN_FUTURE, OPEN_FUTURE)),
        bounded(2, Bounds(OPEN_PAST, OPEN_PAST, OPEN_FUTURE, OPEN_FUTURE)),
    )
    bars = {(bar.first, bar.last): bar.slot for bar in slots_of(timeline).overlapping(0, LEAST, 0, YEAR)}
    assert set(bars) == {(-FAR, 1), (DAY, FAR), (-FAR, FAR)}
    scene = a_builder(timeline).build(Viewport.of(0, 0.0, float(YEAR)), 1000.0, 400.0)
    assert {box.row for box in scene.boxes} | {one.row for one in scene.clusters} >= {0, 1, 2}
