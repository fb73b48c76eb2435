"""Possibly and certainly, against all starts and ends that an event may have."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeglass.chrono.bounds import Bounds
from timeglass.events.columns import Columns, Mark, make_columns
from timeglass.search.expression import Relation
from timeglass.search.time_terms import related

_HOURS = 8
_BOUNDS = (
    st.tuples(*[st.integers(0, _HOURS)] * 4)
    .map(lambda four: Bounds(*four))
    .filter(lambda bounds: bounds[0] == min(bounds) and bounds[3] == max(bounds))
)


def _columns(bounds: Bounds, flags: int = 0) -> Columns:
    column = np.zeros(1, np.int16)
    return make_columns(np.array([bounds], np.int64), column.astype(np.int8), column, column + np.int16(flags))[0]


def _lies(relation: Relation, start: int, end: int, first: int, last: int) -> bool:
    match relation:
        case Relation.BEFORE:
            return end < first
        case Relation.AFTER:
            return start > last
        case Relation.DURING:
            return any(first <= hour <= last for hour in range(start, end + 1))
        case Relation.ON:
            return first <= start and end <= last


@given(_BOUNDS, _BOUNDS, st.sampled_from(Relation))
def test_possibly_is_some_way_and_certainly_every_way(event: Bounds, date: Bounds, relation: Relation) -> None:
    first, last = date.start_earliest, date.end_latest
    ways = [
        _lies(relation, start, end, first, last)
        for start in range(event.start_earliest, event.start_latest + 1)
        for end in range(event.end_earliest, event.end_latest + 1)
        if start <= end
    ]
    truth = related(_columns(event), relation, date)
    assert truth.hit.tolist() == truth.maybe.tolist() == [any(ways)]
    assert truth.sure.tolist() == [all(ways)]


@given(_BOUNDS, _BOUNDS)
def test_an_event_certainly_lies_in_one_way_at_most(event: Bounds, date: Bounds) -> None:
    relations = (Relation.BEFORE, Relation.DURING, Relation.AFTER)
    truths = [related(_columns(event), relation, date) for relation in relations]
    assert sum(int(truth.sure.sum()) for truth in truths) <= 1
    assert any(truth.hit.any() for truth in truths)


def test_a_doubted_date_is_never_certain() -> None:
    bounds = Bounds(1, 2, 1, 2)
    for mark in (Mark.UNCERTAIN, Mark.APPROXIMATE):
        truth = related(_columns(bounds, mark), Relation.DURING, Bounds(0, 9, 0, 9))
        assert truth.hit.all()
        assert not truth.sure.any()
