"""Dates, spans and durations in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.expressions import known_days
from timeglass.chrono.bounds import Bounds, Span
from timeglass.chrono.edtf import parse
from timeglass.chrono.edtf_date import DateKind, EdtfDate, Precision
from timeglass.chrono.instant import DAY, HOUR, MINUTE, YEAR, instant
from timeglass.chrono.names import ENGLISH, UKRAINIAN, names_in
from timeglass.chrono.words import date_in_words, duration_in_words, span_in_words
from timeglass.chrono.year_words import geological_age, year_in_words, years_in_words

DATES = [
    ("1997", "1997", "1997"),
    ("1997-07", "July 1997", "липень 1997"),
    ("1997-07-09", "9 July 1997", "9 липня 1997"),
    ("1997-07-09T12:30", "12:30, 9 July 1997", "12:30, 9 липня 1997"),
    ("1997-07-09T12", "12:00, 9 July 1997", "12:00, 9 липня 1997"),
    ("1997-07-09T12:30:05.25Z", "12:30:05.25 UTC, 9 July 1997", "12:30:05,25 UTC, 9 липня 1997"),
    ("1997-07-09T12:30-05:30", "12:30 UTC−5:30, 9 July 1997", "12:30 UTC−5:30, 9 липня 1997"),
    ("1997-07-09T12:30+02", "12:30 UTC+2, 9 July 1997", "12:30 UTC+2, 9 липня 1997"),
    ("0079", "AD 79", "79 н. е."),
    ("0000", "1 BC", "1 до н. е."),
    ("-0043", "44 BC", "44 до н. е."),
    ("-0043-03-15", "15 March 44 BC", "15 березня 44 до н. е."),
    ("Y17000", "AD 17,000", "17\N{NO-BREAK SPACE}000 н. е."),
    ("Y-138E8", "13.8 billion years ago", "13,8 млрд років тому"),
    ("Y-65E6", "65 million years ago", "65 млн років тому"),
    ("Y17E8", "in 1.7 billion years", "через 1,7 млрд років"),
    ("Y-1234567890", "1,234,567,891 BC", None),
    ("Y-123456789E1", "1,234,567,891 BC", None),
    ("1950S2", "about 1950 (between 1900 and 1999)", None),
    ("1995-22", "summer 1995", "літо 1995"),
    ("1995-33", "first quarter of 1995", "перший квартал 1995"),
    ("1994~", "about 1994", "близько 1994"),
    ("1994-05~", "about May 1994", "близько травня 1994"),
    ("1994-22~", "about summer 1994", "близько літа 1994"),
    ("2004-04?", "possibly April 2004", "можливо, квітень 2004"),
    ("1994%", "possibly about 1994", "можливо, близько 1994"),
    ("199X~", "about the 1990s", "близько 1990-х"),
    ("2004?-06-~11", "11 June 2004 (year uncertain, day approximate)", None),
    ("2004-%06", "June 2004 (month uncertain and approximate)", "червень 2004 (місяць непевний і приблизний)"),
    ("199X", "1990s", "1990-ті"),
    ("000X", "between 1 BC and AD 9", None),
    ("-004X", "between 50 and 41 BC", None),
    ("19XX", "20th century", "XX століття"),
    ("00XX", "1st century", "I століття"),
    ("10XX", "11th century", "XI століття"),
    ("99XX", "100th century", "C століття"),
    ("01XX", "2nd century", None),
    ("-01XX", "2nd century BC", "II століття до н. е."),
    ("-00XX", "between 100 and 2 BC", None),
    ("1XXX", "2nd millennium", "II тисячоліття"),
    ("-2XXX", "3rd millennium BC", "III тисячоліття до н. е."),
    ("-0XXX", "between 1000 and 2 BC", None),
    ("-XXXX", "between 10,000 and 2 BC", None),
    ("20X3", "between 2003 and 2093", None),
    ("XXXX", "an unknown year", "невідомий рік"),
    ("XXXX-12-25", "25 December of an unknown year", "25 грудня невідомого року"),
    ("XXXX-41", "second half of an unknown year", "друга половина невідомого року"),
    ("199X-XX-XX", "1990s", None),
    ("1985-04-XX", "some day in April 1985", None),
    ("1985-XX", "some month in 1985", None),
    ("1985-XX-XX", "some day in 1985", None),
    ("1985-XX-09", "between 9 January and 9 December 1985", None),
    ("2016-1X", "between October and December 2016", "не раніше жовтня і не пізніше грудня 2016"),
    ("2015-02-X8", "between 8 and 28 February 2015", None),
    ("199X-1X", "between October 1990 and December 1999", None),
    ("199X-10-1X", "between 10 October 1990 and 19 October 1999", None),
    ("156X-12-25", "25 December in the 1560s", "25 грудня 1560-х"),
    ("156X-12-XX", "December in the 1560s", None),
    ("156X-22", "summer in the 1560s", None),
    ("19XX-41", "second half of a year in the 20th century", "друга половина якогось року XX століття"),
    ("1993/1996", "1993 – 1996", None),
    ("1993/1993", "1993", None),
    ("-0049/-0040", "50 – 41 BC", "50 – 41 до н. е."),
    ("-0049/0020", "50 BC – AD 20", None),
    ("0020/0150", "AD 20 – 150", None),
    ("9990/Y10010", "9990 – AD 10,010", None),
    ("1997-05/1997-07", "May – July 1997", "травень – липень 1997"),
    ("1997-05/1998-07", "May 1997 – July 1998", None),
    ("1997-07-09/1997-07-12", "9 – 12 July 1997", None),
    ("1997-05-09/1997-07-12", "9 May – 12 July 1997", None),
    ("1997-05-09/1998-07-12", "9 May 1997 – 12 July 1998", None),
    ("1997-05/1997-07-12", "May 1997 – 12 July 1997", None),
    ("1994~/2004-06?", "about 1994 – possibly June 2004", None),
    ("1995-22/1995-22", "summer 1995", None),
    ("2023/..", "since 2023", "від 2023"),
    ("2023-05/..", "since May 2023", "від травня 2023"),
    ("../1991", "until 1991", "до 1991"),
    ("1985/", "from 1985 to an unknown date", None),
    ("/1985", "from an unknown date to 1985", None),
    ("../..", "at all times", "завжди"),
    ("/..", "from an unknown date on", None),
    ("../", "until an unknown date", None),
    ("[1993..1996]", "between 1993 and 1996", "не раніше 1993 і не пізніше 1996"),
    ("[1993~..1996]", "between about 1993 and 1996", None),
    ("[1997-05-01..1997-06-02]", "between 1 May and 2 June 1997", None),
    ("[1667,1668]", "1667 or 1668", "1667 або 1668"),
    ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672", None),
    ("[..1760-12]", "December 1760 or earlier", None),
    ("[1760-12..]", "December 1760 or later", None),
    ("{1667,1668}", "1667 and 1668", "1667 і 1668"),
    ("{1667..1670,1672}", "1667 – 1670 and 1672", None),
    ("{..1984}", "all up to 1984", None),
    ("{1984..}", "all from 1984 on", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "english", "ukrainian"), DATES)
def test_dates(text: str, english: str, ukrainian: str | None) -> None:
    assert date_in_words(parse(text)) == english
    if ukrainian is not None:
        assert date_in_words(parse(text), "uk-UA") == ukrainian


def test_a_date_made_elsewhere_speaks_as_written() -> None:
    assert date_in_words(EdtfDate("once upon a time", Bounds(0, 1, 0, 1), Precision.COARSER)) == "once upon a time"


def _span(*ends: tuple[int, ...]) -> Span:
    return Span(*(instant(*end) for end in ends))


SPANS = [
    (((1990,), (2027,)), "1990 – 2026"),
    (((-99,), (101,)), "100 BC – 100"),
    (((1997,), (1998,)), "1997"),
    (((1997, 1, 2), (1998,)), "January – December 1997"),
    (((1997, 5), (1997, 6)), "May 1997"),
    (((1997, 5), (1997, 8)), "May – July 1997"),
    (((1997, 7, 9), (1997, 7, 13)), "9 – 12 July 1997"),
    (((1997, 7, 9), (1997, 7, 10)), "9 July 1997"),
    (((1997, 7, 9, 12), (1997, 7, 9, 12, 30)), "12:00 – 12:30, 9 July 1997"),
    (((1997, 7, 9, 12), (1997, 7, 10)), "12:00 – 24:00, 9 July 1997"),
    (((1997, 7, 9, 23, 59, 50), (1997, 7, 10)), "23:59:50 – 24:00:00, 9 July 1997"),
    (((1997, 7, 9, 23), (1997, 7, 10, 1)), "23:00, 9 July 1997 – 01:00, 10 July 1997"),
    (((1997, 7, 9, 12), (1997, 7, 9, 12, 0, 7)), "12:00:00 – 12:00:07, 9 July 1997"),
    (((-13_800_000_000,), (2026,)), "13.8 billion years ago – today"),
    (((-66_000_000,), (-64_000_000,)), "66 million years ago – 64 million years ago"),
    (((-200_000,), (300_000,)), "202,000 years ago – in 298,000 years"),
    (((-66_000_000,), (-65_999_900,)), "66,000,001 – 65,999,902 BC"),
]


@pytest.mark.parametrize(("ends", "words"), SPANS)
def test_spans(ends: tuple[tuple[int, ...], ...], words: str) -> None:
    assert span_in_words(_span(*ends)) == words


def test_spans_in_ukrainian() -> None:
    assert span_in_words(_span((1997, 5), (1997, 8)), "uk") == "травень – липень 1997"


def test_an_empty_span_is_its_second() -> None:
    assert span_in_words(Span(0, 0)) == "00:00:00 – 00:00:01, 1 January 1970"


@given(known_days(), st.integers(1, 60 * 10**9 * YEAR // 2))
def test_any_span_has_words(start: tuple[int, int, int], length: int) -> None:
    at = instant(*start)
    for language in ("en", "uk"):
        assert span_in_words(Span(at - length, at + length), language)


DURATIONS = [
    (0, "0 seconds", "0 секунд"),
    (1, "1 second", "1 секунда"),
    (61, "1 minute 1 second", "1 хвилина 1 секунда"),
    (90 * MINUTE, "1 hour 30 minutes", "1 година 30 хвилин"),
    (-90 * MINUTE, "1 hour 30 minutes", "1 година 30 хвилин"),
    (2 * DAY, "2 days", "2 дні"),
    (2 * DAY + 3 * HOUR, "2 days 3 hours", "2 дні 3 години"),
    (31 * DAY, "31 days", "31 день"),
    (11 * DAY, "11 days", "11 днів"),
    (92 * DAY, "3 months", "3 місяці"),
    (365 * DAY, "1 year", "1 рік"),
    (8 * YEAR + 61 * DAY, "8 years 2 months", "8 років 2 місяці"),
    (36 * YEAR, "36 years", "36 років"),
    (12_000 * YEAR, "12,000 years", "12\N{NO-BREAK SPACE}000 років"),
    (65 * 10**6 * YEAR, "65 million years", "65 млн років"),
    (13_800 * 10**6 * YEAR, "13.8 billion years", "13,8 млрд років"),
]


@pytest.mark.parametrize(("seconds", "english", "ukrainian"), DURATIONS)
def test_durations(seconds: int, english: str, ukrainian: str) -> None:
    assert duration_in_words(seconds) == english
    assert duration_in_words(seconds, "uk") == ukrainian


def test_years_and_ages() -> None:
    assert [year_in_words(year, ENGLISH) for year in (-43, 0, 1, 99, 100, 9999, 10_000, -9999)] == [
        "44 BC", "1 BC", "AD 1", "AD 99", "100", "9999", "AD 10,000", "10,000 BC",
    ]  # fmt: skip
    assert [geological_age(age, ENGLISH) for age in (0, 500, 300_000, 65_500_000, 13_800_000_000, -10**6)] == [
        "0", "500", "300 ka", "65.5 Ma", "13.8 Ga", "+1 Ma",
    ]  # fmt: skip
    assert years_in_words(5, 5, ENGLISH) == "AD 5"
    assert names_in("de") is ENGLISH
    assert names_in("UK") is UKRAINIAN


def test_short_words_have_short_names_of_months() -> None:
    assert date_in_words(parse("1997-07-09"), short=True) == "9 Jul 1997"
    assert date_in_words(parse("1997-07-09"), "uk", short=True) == "9 лип 1997"
    assert date_in_words(parse("1997-07~"), short=True) == "about Jul 1997"
    timed = EdtfDate(
        text="1997-07-09T10:30/2004-12-30T22:15",
        bounds=Bounds(0, 0, 0, 0),
        precision=Precision.SECOND,
        kind=DateKind.INTERVAL,
    )
    assert date_in_words(timed, short=True) == "10:30, 9 Jul 1997 – 22:15, 30 Dec 2004"
