"""The strings of eight published EDTF test suites, each with the bounds that the standard gives it.

Where the suites disagree, ISO 8601-2:2019 and the profile of the Library of Congress decide; ``DECIDED`` says how.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from timeglass.chrono.edtf import parse, to_edtf
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.edtf_parser import parse_expression
from timeglass.chrono.instant import HOUR, MINUTE, OPEN_FUTURE, OPEN_PAST, civil, instant, iso_year
from timeglass.chrono.words import date_in_words

_FILE = Path(__file__).parent / "edtf" / "cases.yaml"

DECIDED = {
    "2016-05-02T12:00:00-00:00": "ISO 8601-1 gives the shift from UTC as ±hh:mm; zero is no exception",
    "2016-05-02T12:00:00-14": "a shift may be in hours alone, and the standard sets no limit below a day",
    "0000-02/0000": "a year ends after its February, so the interval can be",
    "2018-01?/2018-23": "a season is a date, and dates are the ends of intervals",
    "2018/2018-23": "a season is a date, and dates are the ends of intervals",
    "2001-21?": "level 1 qualifies any date, seasons included",
    "2003-23%": "level 1 qualifies any date, seasons included",
    "2003-23?": "level 1 qualifies any date, seasons included",
    "2019-07-XX%": "a qualifier stands behind a complete expression, unspecified digits or not",
    "2019-07-XX~": "a qualifier stands behind a complete expression, unspecified digits or not",
    "2019-XX%": "a qualifier stands behind a complete expression, unspecified digits or not",
    "2019-XX?": "a qualifier stands behind a complete expression, unspecified digits or not",
    "2019-XX~": "a qualifier stands behind a complete expression, unspecified digits or not",
    "201X?": "a qualifier stands behind a complete expression, unspecified digits or not",
    "20XX~": "a qualifier stands behind a complete expression, unspecified digits or not",
    "[1760..]": "'..' after a date of any precision means that date or later",
    "[2016]": "a set may have one member",
    "  1985-04-12  ": "no space is part of any expression",
    "-04": "a year has four digits",
    "/": "an interval needs at least one end that is told",
    "19": "the century of ISO 8601-1 is no part of the profile: it writes 19XX",
    "193": "the decade of ISO 8601-1 is no part of the profile: it writes 193X",
    "2016-05-02T16:54:59+1200": "basic and extended format do not mix",
    "2016-05-02T16:54:59-1159": "basic and extended format do not mix",
    "Y1700": "Y is for more than four digits",
    "[1667, 1668, 1670..1672]": "no space is part of any expression",
    "[1667, 1760-12]": "no space is part of any expression",
    "[1667,1668, 1670..1672]": "no space is part of any expression",
    "{1667,1668, 1670..1672}": "no space is part of any expression",
    "{1960, 1961-12}": "no space is part of any expression",
}


@cache
def _cases() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))["cases"]
    return loaded


def _of(*, valid: bool) -> list[Any]:
    return [pytest.param(case, id=repr(case["edtf"])) for case in _cases() if case["valid"] is valid]


def _day(at: int) -> str:
    fields = civil(at)
    year = iso_year(fields.year).removeprefix("Y")
    return f"{year}-{fields.month:02}-{fields.day:02}"


def _second(text: str) -> int:
    """Independent reading of the table's date-times."""
    found = re.fullmatch(r"(-?\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-]\d\d)(?::(\d\d))?)?", text)
    assert found
    *fields, shift, minutes = found.groups()
    east = int(shift or 0) * HOUR + int(f"{(shift or '+')[0]}{minutes or 0}") * MINUTE
    return instant(*map(int, fields)) - east


@pytest.mark.parametrize("case", _of(valid=True))
def test_valid_strings_have_the_bounds_of_the_standard(case: dict[str, Any]) -> None:
    date = parse(case["edtf"])
    earliest, latest = date.bounds.start_earliest, date.bounds.end_latest
    if case["kind"] == "date and time":
        assert (earliest, latest) == (_second(case["lower"]), _second(case["upper"]))
        return
    lower = "unknown" if date.unknown_start else "-inf" if earliest == OPEN_PAST else _day(earliest)
    upper = "unknown" if date.unknown_end else "inf" if latest == OPEN_FUTURE else _day(latest)
    assert (lower, upper) == (case["lower"], case["upper"])


@pytest.mark.parametrize("case", _of(valid=True))
def test_valid_strings_are_printed_with_the_same_meaning_and_have_words(case: dict[str, Any]) -> None:
    date = parse(case["edtf"])
    printed = to_edtf(date)
    assert parse_expression(printed) == parse_expression(case["edtf"])
    assert parse(printed).bounds == date.bounds
    for language in ("en", "uk"):
        words = date_in_words(date, language)
        assert words
        assert not re.search(r"[0-9-]X|X[0-9-]|XXXX", words)  # no digit is left open; a century may be the XX


@pytest.mark.parametrize("case", _of(valid=False))
def test_invalid_strings_are_refused_with_a_reason_and_a_place(case: dict[str, Any]) -> None:
    with pytest.raises(DateError) as caught:
        parse(case["edtf"])
    error = caught.value
    assert error.reason
    assert "\n" not in error.reason
    assert 0 <= error.position <= len(case["edtf"])
    if error.suggestion:
        parse(error.suggestion)


def test_every_dispute_is_decided() -> None:
    disputed = {case["edtf"] for case in _cases() if case.get("disputed")}
    assert disputed == set(DECIDED)
