"""Sorted columns."""

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_timeline, an_event, bounded, crowd
from timeglass.chrono.bounds import Bounds
from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.columns import Columns, Mark, columns_of, flags_of, make_columns
from timeglass.events.event import Event, Relation, RelationType, Status

FOUR = st.lists(st.integers(-(10**6), 10**6), min_size=4, max_size=4).map(sorted)


@st.composite
def some_bounds(draw: st.DrawFn) -> Bounds:
    """Bounds that a date can have, open ends among them."""
    start, start_latest, end, end_latest = draw(FOUR)
    if draw(st.booleans()):  # something that happened at some time in a stretch
        start_latest, end = end_latest, start
    if draw(st.integers(0, 9)) == 0:
        start = start_latest = OPEN_PAST
    if draw(st.integers(0, 9)) == 0:
        end = end_latest = OPEN_FUTURE
    return Bounds(start, start_latest, end, end_latest)


def events() -> st.SearchStrategy[list[Event]]:
    one = st.tuples(some_bounds(), st.sampled_from(["", "a", "b", "c"]), st.integers(1, 5))
    return st.lists(one, max_size=30).map(lambda many: [bounded(place, *values) for place, values in enumerate(many)])


@given(events())
def test_rows_are_sorted_and_come_from_the_records(records: list[Event]) -> None:
    columns, order = columns_of(records, ("a", "b"))
    assert len(columns) == len(records)
    assert sorted(order.tolist()) == list(range(len(records)))
    keys = list(zip(columns.start_earliest.tolist(), columns.end_latest.tolist(), order.tolist(), strict=True))
    assert keys == sorted(keys)  # the last part: equal rows stay as in the file
    for row, place in enumerate(order.tolist()):
        event = records[place]
        bounds = Bounds(*(int(column[row]) for column in four(columns)))
        assert bounds == event.date.bounds
        assert columns.importance[row] == event.importance
        assert columns.category[row] == {"a": 0, "b": 1}.get("".join(event.categories), -1)
        assert columns.flags[row] == flags_of(event)


def four(columns: Columns) -> list[np.ndarray]:
    return [columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest]


@given(events())
def test_columns_can_be_read_only_and_have_their_types(records: list[Event]) -> None:
    columns, _ = columns_of(records, ("a",))
    small = {"importance": np.int8, "category": np.int16, "flags": np.int16}
    for name in Columns.__slots__:
        column = getattr(columns, name)
        assert column.dtype == small.get(name, np.int64)
        assert column.flags.c_contiguous
        with pytest.raises(ValueError, match="read-only"):
            column[:] = 0


def test_nothing_makes_empty_columns() -> None:
    columns, order = columns_of([], ())
    assert len(columns) == len(order) == 0
    assert columns.start_earliest.dtype == np.int64


def test_columns_cannot_be_exchanged() -> None:
    columns, _ = columns_of([], ())
    with pytest.raises(AttributeError):
        columns.flags = columns.category  # type: ignore[misc]


@pytest.mark.parametrize(
    ("words", "status", "marks"),
    [
        ("1997", Status.CONFIRMED, Mark(0)),
        ("1997~", Status.CONFIRMED, Mark.APPROXIMATE),
        ("1997?", Status.CONFIRMED, Mark.UNCERTAIN),
        ("1997%", Status.CONFIRMED, Mark.APPROXIMATE | Mark.UNCERTAIN),
        ("1997/1999", Status.CONFIRMED, Mark.RANGE),
        ("1997/..", Status.CONFIRMED, Mark.RANGE | Mark.OPEN_END),
        ("../1997", Status.CONFIRMED, Mark.RANGE | Mark.OPEN_START),
        ("1997/", Status.CONFIRMED, Mark.RANGE | Mark.OPEN_END | Mark.UNKNOWN_END),
        ("/1997", Status.CONFIRMED, Mark.RANGE | Mark.OPEN_START | Mark.UNKNOWN_START),
        ("[1997..1999]", Status.CONFIRMED, Mark(0)),
        ("{1997,1999}", Status.CONFIRMED, Mark.RANGE),
        ("1997", Status.DISPUTED, Mark.DISPUTED),
        ("1997", Status.CLAIMED, Mark.CLAIMED),
        ("1997~", Status.PLANNED, Mark.PLANNED | Mark.APPROXIMATE),
    ],
)
def test_flags_say_what_a_date_and_status_say(words: str, status: Status, marks: Mark) -> None:
    assert flags_of(an_event(f"{words} - Title", status=status)) == marks
    assert a_timeline(an_event(f"{words} - Title", status=status)).columns.flags.tolist() == [marks]


def test_flags_tell_of_several_categories_and_of_arrows() -> None:
    arrow = Relation(type=RelationType.SEE_ALSO, event="x")
    assert flags_of(msgspec.structs.replace(an_event("1997 - T"), categories=("a", "b"))) == Mark.SEVERAL
    assert flags_of(an_event("1997 - T", related=(arrow,))) == Mark.RELATED


def test_every_mark_is_a_bit_of_its_own_and_fits() -> None:
    bits = [mark.value for mark in Mark]
    assert len({bit.bit_length() for bit in bits}) == len(bits)
    assert sum(bits) < 2**15


@settings(deadline=None)
@given(st.integers(0, 200), st.integers(0, 99))
def test_bare_arrays_and_records_make_the_same_columns(count: int, seed: int) -> None:
    timeline = crowd(count, seed)
    columns = timeline.columns
    shuffled = np.random.default_rng(seed).permutation(count)
    bounds = np.stack(four(columns), axis=1)[shuffled]
    again, order = make_columns(
        bounds, columns.importance[shuffled], columns.category[shuffled], columns.flags[shuffled]
    )
    assert again.start_earliest.tolist() == columns.start_earliest.tolist()
    assert again.end_latest.tolist() == columns.end_latest.tolist()
    assert bounds[order, 1].tolist() == again.start_latest.tolist()
