"""Events that are made when they are looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import bounded
from timeglass.chrono.bounds import Bounds
from timeglass.events import lazy
from timeglass.events.event import Event
from timeglass.events.lazy import LazyEvents, undated


def one(row: int) -> Event:
    return bounded(row, Bounds(row, row, row, row))


@given(st.integers(0, 30), st.integers(-40, 40), st.integers(-40, 40), st.integers(1, 5))
def test_lazy_events_are_a_sequence_like_any_other(count: int, first: int, last: int, step: int) -> None:
    events, plain = LazyEvents(count, one), [one(row) for row in range(count)]
    assert len(events) == count
    assert list(events) == plain
    assert events == plain
    assert events[first:last:step] == plain[first:last:step]
    if -count <= first < count:
        assert events[first] == plain[first]
    else:
        with pytest.raises(IndexError):
            events[first]


def test_what_was_looked_at_is_kept_until_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lazy, "_KEPT", 2)
    asked = []

    def make(row: int) -> Event:
        asked.append(row)
        return one(row)

    events = LazyEvents(9, make)
    assert events[3] is events[3]
    assert events[4] is events[4]
    assert asked == [3, 4]
    assert events[5] == one(5)
    assert events[3] == one(3)
    assert asked == [3, 4, 5, 3]


def test_who_needs_no_dates_gets_events_without() -> None:
    events = LazyEvents(9, one, lambda row: bounded(row, Bounds(0, 0, 0, 0)))
    assert [event.id for event in undated(events, 2, 5)] == ["e2", "e3", "e4"]
    assert {event.date.bounds for event in undated(events, 2, 5)} == {Bounds(0, 0, 0, 0)}
    assert events[3] == one(3)
    assert list(undated(LazyEvents(3, one), 0, 3)) == list(undated([one(row) for row in range(3)], 0, 3))


def test_lazy_events_differ_from_others() -> None:
    events = LazyEvents(3, one)
    assert events != [one(0), one(1)]
    assert events != [one(0), one(1), one(7)]
    assert events != 3
    assert repr(events) == "<3 events>"
    with pytest.raises(TypeError):
        hash(events)
