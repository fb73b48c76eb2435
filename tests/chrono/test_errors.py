"""Why a text is refused, and where."""

import time

import pytest

from timeglass.chrono.edtf import parse
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.expression import Calendar
from timeglass.chrono.extent import extent

CASES = [
    ("", "no date: the text is empty", 0),
    ("1997-02-29", "no day 29: 1997-02 has 28 days", 8),
    ("1997-04-31", "no day 31: 1997-04 has 30 days", 8),
    ("1997-04-00", "no day 00 fits 1997-04", 8),
    ("199X-09-31", "no day 31 fits 199X-09", 8),
    ("1997-13", "no month 13: months are 01 to 12, seasons 21 to 41", 5),
    ("1997-2X", "no month 2X: months are 01 to 12, seasons 21 to 41", 5),
    ("1997-22-05", "season 22 has no days", 5),
    ("1997-7-9", "expected a month of two digits, but found '7'", 5),
    ("1997-07-9", "expected a day of two digits, but found '9'", 8),
    ("1997-", "expected a month of two digits, but the text ends", 5),
    ("1997-07-09 ", "spaces cannot stand in a date", 10),
    ("1997-07-09!", "expected the end, but found '!'", 10),
    ("1997!", "expected '-' and a month, or the end, but found '!'", 4),
    ("May 1997", "spaces cannot stand in a date", 3),
    ("+1997", "years have no plus sign", 0),
    ("199x", "an unspecified digit is a capital X", 3),
    ("19", "a year has four digits, with zeros in front or X for unknown ones", 0),
    ("19970709", "a year of more than four digits begins with Y", 0),
    ("1997~?", "two qualifiers in a row: '%' says both", 4),
    ("-0000", "there is no year -0000: 1 BC is 0000", 0),
    ("-0000S2", "there is no year -0000: 1 BC is 0000", 0),
    ("Y1997", "Y is for years of more than four digits", 0),
    ("Y17000?", "Y is followed by a year of five digits or more, such as Y-10000 or Y-138E8", 1),
    ("Y60000000000", "years reach from -50000000000 to 50000000000", 0),
    ("Y17E12", "years reach from -50000000000 to 50000000000", 0),
    ("Y1E00000000000000000000", "years reach from -50000000000 to 50000000000", 0),
    ("Y-6E10", "years reach from -50000000000 to 50000000000", 0),
    ("1950S0", "S is followed by how many digits are significant, from 1 on", 5),
    ("1950S100", "S is followed by how many digits are significant, from 1 on", 5),
    ("1997-07-09T", "expected an hour of two digits, but the text ends", 11),
    ("T12:00", "a time of day follows a full date, such as 1997-07-09T12:00", 0),
    ("1997-07-09T1:00", "expected an hour of two digits, but found '1'", 11),
    ("1997-07-09T12:00:00+0200", "expected the end, but found '0'", 22),
    ("1997-07-09T25:00", "no hour 25: hours are 00 to 23, and 24:00:00 the end of a day", 11),
    ("1997-07-09T24:00:01", "no hour 24: hours are 00 to 23, and 24:00:00 the end of a day", 11),
    ("1997-07-09T24:00:00.5", "no hour 24: hours are 00 to 23, and 24:00:00 the end of a day", 11),
    ("1997-07-09T12:60", "no minute 60: 00 to 59", 14),
    ("1997-07-09T12:00:60", "no second 60: 00 to 59", 17),
    ("1997-07-09T12:00:00+24", "no zone +24: hours are 00 to 23", 19),
    ("1997-07-09T12:00:00+02:60", "no minute of a zone 60: 00 to 59", 23),
    ("1997-22-09T12:00", "season 22 has no days", 5),
    ("1997/1996", "the end lies before the start", 5),
    ("1997/1998/1999", "an interval has two ends, not more", 9),
    ("/", "an interval needs a date on one side of '/', at least", 0),
    ("1997-07-09T12/1998", "an interval is between dates: times of day cannot stand in it", 10),
    ("1997/199", "a year has four digits, with zeros in front or X for unknown ones", 5),
    ("[1997", "'[' is not closed by ']'", 5),
    ("[]", "a date is missing", 1),
    ("[1997,,1998]", "a date is missing", 6),
    ("[..]", "'..' needs a date on one side", 1),
    ("[1997,..1998]", "only the first member of a set can be open towards the past", 6),
    ("[1997..,1998]", "only the last member of a set can be open towards the future", 7),
    ("[1997..1998-05]", "both sides of '..' need the same precision", 7),
    ("[1998..1997]", "the end lies before the start", 7),
    ("{1997,1998-13}", "no month 13: months are 01 to 12, seasons 21 to 41", 11),
]


@pytest.mark.parametrize(("text", "reason", "position"), CASES)
def test_reason_and_place(text: str, reason: str, position: int) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert (caught.value.reason, caught.value.position) == (reason, position)
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    "text", ["[1997..Y17000]", "[Y17000..Y18000]", "1997-07-09T24:00:00", "1997-07-09T24", "Y5E10"]
)
def test_accepted_at_the_edge(text: str) -> None:
    assert parse(text).text == text


def test_midnight_at_the_end_of_a_day_is_the_next_day() -> None:
    midnight = parse("1997-07-10T00:00:00").bounds
    assert parse("1997-07-09T24:00:00").bounds == parse("1997-07-09T24").bounds == midnight


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "[" + "1997," * 800 + "1997]",
        "[" * 5_000,
        "XXX1-02-29",
        "-XXXX-02-3X",
        "Y" + "9" * 5_000,
        "Y1E" + "9" * 4_000,
        "/" * 4_000,
        "?" * 4_000,
        "-" * 90,
        "1 to " * 19,
        "between " * 12,
        "9, " * 33,
    ],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    begun = time.perf_counter()
    try:
        parse(text)
    except DateError as error:
        assert len(error.reason) < 200  # noqa: PT017 -- some of these are dates
    assert time.perf_counter() - begun < 1.0


def test_a_date_without_any_real_day_has_no_extent() -> None:
    with pytest.raises(ValueError, match="no such day"):
        extent(Calendar("2001", "02", "30"))
