"""Text -> :mod:`~timeglass.chrono.expression`: the grammar of EDTF (ISO 8601-2:2019, levels 0 to 2).

The profile is the one that the Library of Congress publishes as "EDTF specification": extended format only, no
time of day in intervals and sets, no spaces. Times may also have fractions of a second, or stop at the minute or
hour, as ISO 8601-1 allows. Nothing is guessed here; what people write besides is read in
:mod:`~timeglass.chrono.casual`.
"""

import re
from typing import Final

from timeglass.chrono.diagnosis import diagnose, diagnose_moment
from timeglass.chrono.edtf_date import DateError, DateKind
from timeglass.chrono.expression import (
    FIRST_SEASON,
    LAST_SEASON,
    MAX_YEAR,
    SIGN_OF_QUALIFIER,
    Calendar,
    DateSet,
    Endpoint,
    Expression,
    Interval,
    LongYear,
    Moment,
    Simple,
    Stretch,
)
from timeglass.chrono.extent import extent, find_extent, matches
from timeglass.chrono.instant import days_in_month

MAX_LENGTH: Final = 4_096
"""Longer texts are refused unread."""

_CALENDAR: Final = re.compile(
    r"([?~%])?(-?[0-9X]{4})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?)?)?"
)
_LONG_YEAR: Final = re.compile(r"(?:(Y)(-?[1-9][0-9]*)(?:E([0-9]+))?|(-?[0-9]{4}))(?:S([0-9]+))?")
_MOMENT: Final = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?)?"
    r"(?:(Z)|([+-])([0-9]{2})(?::([0-9]{2}))?)?"
)
_BRACKETS: Final = {"[": ("]", DateKind.ONE_OF), "{": ("}", DateKind.ALL_OF)}
_BITS: Final = {sign: bits for bits, sign in enumerate(SIGN_OF_QUALIFIER)} | {None: 0}


def parse_expression(text: str) -> Expression:
    """The expression that a text is; :class:`DateError` tells where and why it is none."""
    if len(text) > MAX_LENGTH:
        raise DateError(f"longer than {MAX_LENGTH} characters", MAX_LENGTH)
    if not text:
        raise DateError("no date: the text is empty")
    if text[0] in _BRACKETS:
        return _set(text)
    if "/" in text:
        return _interval(text)
    if "T" in text:
        return _moment(text)
    return _simple(text, 0)


def _simple(text: str, at: int) -> Simple:
    """A single date; ``at`` is its place in the whole text, for messages."""
    found = _CALENDAR.fullmatch(text)
    if found is None:
        return _long_year(text, at)
    before_year, year, after_year, before_month, month, after_month, before_day, day, after_day = found.groups()
    if year == "-0000":
        raise DateError("there is no year -0000: 1 BC is 0000", at + found.start(2))
    if month:
        _check_month(month, at + found.start(5), with_day=bool(day))
    date = Calendar(year, month or "", day or "")
    if len(found[0]) > len(date.year) + len(date.month) + len(date.day) + bool(month) + bool(day):
        group_day = _BITS[after_day]
        group_month = group_day | _BITS[after_month]
        group_year = group_month | _BITS[after_year]
        date = date._replace(
            qualifiers=(
                group_year | _BITS[before_year],
                group_month | _BITS[before_month] if month else 0,
                group_day | _BITS[before_day] if day else 0,
            )
        )
    if day and find_extent(date) is None:
        raise DateError(_no_such_day(date), at + found.start(8))
    return date


def _check_month(month: str, at: int, *, with_day: bool) -> None:
    if "X" in month:
        fits = any(matches(month, number) for number in range(1, 13))
    else:
        number = int(month)
        fits = 1 <= number <= 12
        if FIRST_SEASON <= number <= LAST_SEASON:
            if with_day:
                raise DateError(f"season {month} has no days", at)
            return
    if not fits:
        raise DateError(f"no month {month}: months are 01 to 12, seasons 21 to 41", at)


def _no_such_day(date: Calendar) -> str:
    if not date.year.lstrip("-").isdigit() or not date.month.isdigit() or not date.day.isdigit() or date.day == "00":
        return f"no day {date.day} fits {date.year}-{date.month}"
    return f"no day {date.day}: {date.year}-{date.month} has {days_in_month(int(date.year), int(date.month))} days"


def _long_year(text: str, at: int) -> LongYear:
    found = _LONG_YEAR.fullmatch(text)
    if found is None:
        raise diagnose(text, at)
    prefixed, significand, exponent, short, significant = found.groups()
    digits = (significand or short).lstrip("-")
    zeros = int(exponent[-3:]) if exponent else 0
    if len(digits) + zeros > len(str(MAX_YEAR)) or (exponent and len(exponent) > 3):
        raise DateError(f"years reach from -{MAX_YEAR} to {MAX_YEAR}", at)
    if prefixed and not exponent and len(digits) < 5:
        raise DateError("Y is for years of more than four digits", at)
    if significant and (len(significant) > 2 or int(significant) == 0):
        raise DateError("S is followed by how many digits are significant, from 1 on", at + found.start(5))
    if short == "-0000":
        raise DateError("there is no year -0000: 1 BC is 0000", at)
    year = LongYear(int(significand or short), zeros, int(significant or 0), bool(prefixed))
    if abs(year.year) > MAX_YEAR:
        raise DateError(f"years reach from -{MAX_YEAR} to {MAX_YEAR}", at)
    return year


def _moment(text: str) -> Moment:
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise diagnose_moment(text)
    year, month, day, hour, minute, second, fraction, utc, sign, zone_hour, zone_minute = found.groups()
    _simple(text[: found.end(3)], 0)  # refuses days that do not exist
    end_of_day = hour == "24" and {minute, second} <= {"00", None} and not (fraction or "").strip("0")
    if int(hour) > 23 and not end_of_day:
        raise DateError(f"no hour {hour}: hours are 00 to 23, and 24:00:00 the end of a day", found.start(4))
    for part, group, name in ((minute, 5, "minute"), (second, 6, "second"), (zone_minute, 11, "minute of a zone")):
        if part and int(part) > 59:
            raise DateError(f"no {name} {part}: 00 to 59", found.start(group))
    zone = 0 if utc else None
    if sign:
        if int(zone_hour) > 23:
            raise DateError(f"no zone {sign}{zone_hour}: hours are 00 to 23", found.start(9))
        zone = (int(zone_hour) * 60 + int(zone_minute or 0)) * (-1 if sign == "-" else 1)
    return Moment(
        int(year),
        int(month),
        int(day),
        int(hour),
        int(minute) if minute else -1,
        int(second) if second else -1,
        fraction or "",
        zone,
    )


def _interval(text: str) -> Interval:
    first, _, second = text.partition("/")
    place = len(first) + 1
    if "/" in second:
        raise DateError("an interval has two ends, not more", place + second.index("/"))
    if "T" in text:
        raise DateError("an interval is between dates: times of day cannot stand in it", text.index("T"))
    if not first and not second:
        raise DateError("an interval needs a date on one side of '/', at least")
    start, end = _endpoint(first, 0), _endpoint(second, place)
    if not isinstance(start, Endpoint) and not isinstance(end, Endpoint):
        _check_order(start, end, place)
    return Interval(start, end)


def _endpoint(text: str, at: int) -> Simple | Endpoint:
    if text in ("", ".."):
        return Endpoint(text)
    return _simple(text, at)


def _check_order(start: Simple, end: Simple, at: int) -> None:
    if extent(end)[1] < extent(start)[0]:
        raise DateError("the end lies before the start", at)


def _set(text: str) -> DateSet:
    closing, kind = _BRACKETS[text[0]]
    if text[-1] != closing:
        raise DateError(f"'{text[0]}' is not closed by '{closing}'", len(text))
    members: list[Simple | Stretch] = []
    at = 1
    pieces = text[1:-1].split(",")
    for index, piece in enumerate(pieces):
        members.append(_member(piece, at, first=index == 0, last=index == len(pieces) - 1))
        at += len(piece) + 1
    return DateSet(kind, tuple(members))


def _member(piece: str, at: int, *, first: bool, last: bool) -> Simple | Stretch:
    before, dots, after = piece.partition("..")
    if not dots:
        return _simple(piece, at)
    behind = at + len(before) + 2
    start = _simple(before, at) if before else None
    end = _simple(after, behind) if after else None
    if start is None and end is None:
        raise DateError("'..' needs a date on one side", at)
    if start is None and not first:
        raise DateError("only the first member of a set can be open towards the past", at)
    if end is None and not last:
        raise DateError("only the last member of a set can be open towards the future", behind)
    if start is not None and end is not None:
        if _shape(start) != _shape(end):
            raise DateError("both sides of '..' need the same precision", behind)
        _check_order(start, end, behind)
    return Stretch(start, end)


def _shape(date: Simple) -> tuple[bool, bool, bool]:
    """What two dates need to share to be the ends of consecutive dates: whether they have a month, season, day."""
    if isinstance(date, LongYear):
        return (False, False, False)
    return (bool(date.month), bool(date.season), bool(date.day))
