"""Instants against Python's own calendar, and far beyond it."""

import calendar
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from timeglass.chrono.bounds import Bounds, Span
from timeglass.chrono.expression import MAX_YEAR
from timeglass.chrono.instant import (
    DAY,
    OPEN_FUTURE,
    OPEN_PAST,
    civil,
    days_in_month,
    instant,
    is_leap_year,
    iso_text,
    iso_year,
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@given(st.datetimes().map(lambda at: at.replace(microsecond=0, tzinfo=UTC)))
def test_agrees_with_python_where_python_reaches(at: datetime) -> None:
    seconds = (at - _EPOCH) // timedelta(seconds=1)
    assert instant(*at.timetuple()[:6]) == seconds
    assert civil(seconds) == at.timetuple()[:6]


@given(st.integers(-MAX_YEAR * 32_000_000, MAX_YEAR * 32_000_000))
def test_fields_and_instants_are_inverse(at: int) -> None:
    fields = civil(at)
    assert instant(*fields) == at
    assert 1 <= fields.month <= 12
    assert 1 <= fields.day <= days_in_month(fields.year, fields.month)


@given(st.integers(1, 9999))
def test_leap_years(year: int) -> None:
    assert is_leap_year(year) == calendar.isleap(year)
    assert is_leap_year(0)
    assert is_leap_year(-4)
    assert not is_leap_year(-100)


def test_texts() -> None:
    assert [iso_year(year) for year in (-43, 0, 1997, -12345, 12345)] == ["-0043", "0000", "1997", "Y-12345", "Y12345"]
    assert iso_text(instant(1997, 7, 9)) == iso_text(instant(1997, 7, 9) + DAY - 1) == "1997-07-09"
    assert iso_text(instant(1997, 7, 9, 12, 30)) == "1997-07-09T12:30:00Z"
    assert iso_text(OPEN_PAST) == iso_text(OPEN_FUTURE) == ".."


def test_spans_and_bounds() -> None:
    assert Span(0, 10).length == 10
    assert Span(0, 10).overlaps(Span(9, 12))
    assert not Span(0, 10).overlaps(Span(10, 12))
    assert Bounds(0, 5, 3, 9).span == Span(0, 10)
    assert Bounds(OPEN_PAST, 5, 3, OPEN_FUTURE).span == Span(OPEN_PAST, OPEN_FUTURE)
    assert Bounds(OPEN_PAST, 5, 3, OPEN_FUTURE).open_start
    assert Bounds(OPEN_PAST, 5, 3, OPEN_FUTURE).open_end
    assert not Bounds(0, 5, 3, 9).open_start
    assert not Bounds(0, 5, 3, 9).open_end
