"""Spans as text, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeglass.chrono.bounds import Span
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.instant import DAY, YEAR, instant
from timeglass.chrono.span_text import read_range, span_text


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(instant(1997, 7, 9), instant(1997, 7, 10)), "1997-07-09/1997-07-09"),
        (Span(instant(1990), instant(2000)), "1990-01-01/1999-12-31"),
        (Span(instant(1990) + 5, instant(2000) + 5), "1990-01-01/2000-01-01"),
        (Span(5, 8), "1970-01-01T00:00:05Z/1970-01-01T00:00:07Z"),
        (Span(DAY - 1, DAY + 1), "1970-01-01T23:59:59Z/1970-01-02T00:00:00Z"),
        (Span(instant(-43, 3, 15), instant(1)), "-0043-03-15/0000-12-31"),
        (Span(instant(-12_000, 5), instant(10_000, 2)), "Y-12000/Y10000"),
    ],
)
def test_spans_are_written_as_the_file_format_writes_them(span: Span, text: str) -> None:
    assert span_text(span) == text


@given(st.integers(-9000 * YEAR, 5000 * YEAR), st.integers(1, 3000 * YEAR))
def test_what_is_written_comes_back(start: int, length: int) -> None:
    again = read_range(span_text(Span(start, start + length))).bounds.span
    assert abs(again.start - start) <= length / 1000
    assert abs(again.end - start - length) <= length / 1000
    if length <= 1_000 * DAY:
        assert again == (start, start + length)


@given(st.integers(-(10**9) * YEAR, 10**9 * YEAR), st.integers(1, 10**9 * YEAR))
def test_deep_time_is_held_by_what_comes_back(start: int, length: int) -> None:
    again = read_range(span_text(Span(start, start + length))).bounds.span
    assert again.start <= start
    assert again.end >= start + length


def test_what_people_write_is_read() -> None:
    assert read_range(" May 1997 ").bounds.span == (instant(1997, 5), instant(1997, 6))
    with pytest.raises(DateError):
        read_range("never")
