"""Intervals between times of day: read from files, refused as EDTF."""

import pytest

from timeglass.chrono.batch import parse_bounds
from timeglass.chrono.edtf import parse, parse_file_date
from timeglass.chrono.edtf_date import DateError, DateKind, Precision
from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST, instant
from timeglass.chrono.words import date_in_words

TEN, TWELVE = instant(2024, 1, 1, 10), instant(2024, 1, 1, 12)

CASES = [
    ("2024-01-01T10:00:00Z/2024-01-01T12:00:00Z", (TEN, TEN, TWELVE, TWELVE), "10:00 – 12:00 UTC, 1 January 2024"),
    ("2024-01-01T10:00/2024-01-01T12:00", (TEN, TEN + 59, TWELVE, TWELVE + 59), "10:00 – 12:00, 1 January 2024"),
    (
        "2024-01-01T12:00:00+02:00/2024-01-01T15:30:05.5+03:30",
        (TEN, TEN, TWELVE + 5, TWELVE + 5),
        "12:00 UTC+2 – 15:30:05.5 UTC+3:30, 1 January 2024",
    ),
    (
        "2023-12-31T20:00:00-14/2024-01-01T12:00:00",
        (TEN, TEN, TWELVE, TWELVE),
        "20:00 UTC−14, 31 December 2023 – 12:00, 1 January 2024",
    ),
    (
        "2024-01-01T10:00:00/2024-01-02",
        (TEN, TEN, instant(2024, 1, 2), instant(2024, 1, 3) - 1),
        "10:00, 1 January 2024 – 2 January 2024",
    ),
    ("2024-01-01T10:00:00/..", (TEN, TEN, OPEN_FUTURE, OPEN_FUTURE), "since 10:00, 1 January 2024"),
    ("../2024-01-01T10:00:00", (OPEN_PAST, OPEN_PAST, TEN, TEN), "until 10:00, 1 January 2024"),
    ("2024-01-01T10:00:00/", (TEN, TEN, TEN, OPEN_FUTURE), "from 10:00, 1 January 2024 to an unknown date"),
    ("/2024-01-01T10:00:00", (OPEN_PAST, TEN, TEN, TEN), "from an unknown date to 10:00, 1 January 2024"),
    ("2024-01-01T10:00:00/2024-01-01T10:00:00", (TEN, TEN, TEN, TEN), "10:00, 1 January 2024"),
]


@pytest.mark.parametrize(("text", "bounds", "words"), CASES)
def test_an_interval_between_times(text: str, bounds: tuple[int, int, int, int], words: str) -> None:
    date = parse_file_date(text)
    assert date.bounds == bounds
    assert date.kind is DateKind.INTERVAL
    assert date.text == text
    assert date_in_words(date) == words
    with pytest.raises(DateError, match="times of day cannot stand in it"):
        parse(text)


def test_qualifiers_and_precision_of_the_ends_count() -> None:
    date = parse_file_date("2024-01~/2024-02-01T10:00")
    assert (date.precision, date.approximate, date.uncertain) == (Precision.MONTH, True, False)
    assert parse_file_date("/2024-02-01T10:00").unknown_start
    assert parse_file_date("2024-02-01T10:00/").unknown_end


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("2024-01-01T10:00/2024-01-01T09:00", "the end lies before the start", 17),
        ("2024-01-01T10:00/2024-01-01T25:00", "no hour 25: hours are 00 to 23, and 24:00:00 the end of a day", 28),
        ("2024-01-01T10:00/2024/2025", "an interval has two ends, not more", 21),
        ("2024-01-01T10:00/[2024,2025]", "an interval is between single dates, not sets", 17),
    ],
)
def test_what_is_no_interval_is_refused_with_its_place(text: str, reason: str, position: int) -> None:
    with pytest.raises(DateError) as caught:
        parse_file_date(text)
    assert (caught.value.reason, caught.value.position) == (reason, position)


def test_other_dates_are_edtf() -> None:
    assert parse_file_date("1995-22") == parse("1995-22")
    with pytest.raises(DateError):
        parse_file_date("T/")
    with pytest.raises(DateError):
        parse_file_date("May 1997")


def test_columns_take_times_only_when_asked() -> None:
    text = CASES[0][0]
    assert tuple(parse_bounds([text], timed=True).bounds[0].tolist()) == CASES[0][1]
    assert 0 in parse_bounds([text]).errors
    assert parse_bounds(["199X", text[:10] + "T/"], timed=True).errors.keys() == {1}


def test_the_words_have_a_language() -> None:
    date = parse_file_date("2024-01-01T10:00/..")
    assert date_in_words(date, "uk") == "від 10:00, 1 січня 2024"
