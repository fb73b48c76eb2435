"""What a level shows is kept for some views, and is the same when it is worked out again."""

from builders import a_builder, crowd
from timeglass.layout.arrangement import Arrangement
from timeglass.layout.lane_heights import stack
from timeglass.layout.level import level_for


def same(one: Arrangement, other: Arrangement) -> bool:
    parts = zip((*one.items, *one[1:]), (*other.items, *other[1:]), strict=True)
    return all((first == second).all() for first, second in parts)


def test_the_last_few_are_kept() -> None:
    builder = a_builder(crowd(400, lanes=3))
    span = builder.timeline.span
    level = level_for(span.length / 4000.0)
    bands = stack([4, 4, 4], [1, 1, 1], 400.0, frozenset())
    arrangements = builder.arrangements(level, bands)
    cell = span.start // level.cell_seconds
    first = arrangements.of(range(3), cell, cell + 5)
    assert arrangements.of(range(3), cell, cell + 5) is first
    for step in range(1, 8):
        arrangements.of(range(3), cell + step, cell + step + 5)
    again = arrangements.of(range(3), cell, cell + 5)
    assert again is not first
    assert same(again, first)
    assert len(first.items.row)
    assert len(set(first.items.row.tolist())) == len(first.items.row)


def test_titles_are_measured_while_a_level_is_prepared() -> None:
    builder = a_builder(crowd(100))
    level = level_for(builder.timeline.span.length / 1000.0)
    arrangements = builder.arrangements(level, stack([4], [1], 300.0, frozenset()))
    cell = builder.timeline.span.start // level.cell_seconds
    assert not arrangements.ready(0, cell, cell + 3)
    steps = list(arrangements.prepare(0, cell, cell + 3))
    assert len(steps) == 2
    assert arrangements.ready(0, cell, cell + 3)
    assert builder._title_px


def test_without_room_for_bars_none_are_looked_for() -> None:
    builder = a_builder(crowd(100, ranges=0.0))
    level = level_for(builder.timeline.span.length / 1000.0)
    arrangements = builder.arrangements(level, stack([4], [0], 300.0, frozenset()))
    cell = builder.timeline.span.start // level.cell_seconds
    assert len(list(arrangements.prepare(0, cell, cell + 3))) == 1
