"""Dates with unspecified digits in words."""

from typing import Final

from timeglass.chrono.expression import Calendar
from timeglass.chrono.extent import extent
from timeglass.chrono.instant import civil
from timeglass.chrono.names import Names
from timeglass.chrono.range_words import Fields, between_in_words, fields_in_words
from timeglass.chrono.year_words import ordinal, year_in_words

_FIRST_QUARTER: Final = 33
"""From here on, a season's name needs a year behind it: "second half of a year"."""


def unspecified_in_words(date: Calendar, names: Names, *, of: bool = False) -> str:
    """A date some of whose digits are X: "1990s", "20th century", "some day in April 1985".

    What has no usual name is given by its first and last day: "between October and December 2016".
    """
    if date.year.isdigit() or date.year.lstrip("-").isdigit():
        return _in_known_year(date, names)
    period = _period(date.year, names, of=of)
    if period is None:
        return _between(date, names)
    if not date.month or (date.month == "XX" and date.day in ("", "XX")):
        return period
    if "X" in date.month or ("X" in date.day and date.day != "XX"):
        return _between(date, names)
    return _inside(date, names)


def _in_known_year(date: Calendar, names: Names) -> str:
    year = int(date.year)
    if date.month == "XX" and date.day in ("", "XX"):
        template = names.some_day if date.day else names.some_month
        return template.format(year_in_words(year, names))
    if "X" not in date.month and date.day == "XX":
        return names.some_day.format(fields_in_words(Fields(year, int(date.month)), names))
    return _between(date, names)


def _inside(date: Calendar, names: Names) -> str:
    """A known month or day of a year that is not known: "25 December in the 1560s"."""
    if date.season:
        of_a_year = date.season >= _FIRST_QUARTER
        if of_a_year and date.year == "XXXX":
            return names.seasons[date.season - 21].format(names.unknown_year_of)
        said = names.seasons[date.season - 21].format(names.a_year if of_a_year else "").strip()
    else:
        month = int(date.month)
        said = names.months[month - 1] if date.day in ("", "XX") else f"{int(date.day)} {names.months_of[month - 1]}"
    if date.year == "XXXX":
        return names.in_unknown_year.format(said)
    period = _period(date.year, names, of=True)
    return names.in_period.format(said, period)


def _period(year: str, names: Names, *, of: bool) -> str | None:
    """Name of the decade, century or millennium that ``199X``, ``19XX``, ``1XXX`` mean, or None."""
    if year == "XXXX":
        return names.unknown_year
    before = year.startswith("-")
    digits = year.lstrip("-")
    known = digits.rstrip("X")
    if "X" in known:
        return None
    if len(known) == 3:
        # The 40s BC are the years 49 to 40 BC, which are -48 to -39: no pattern of digits.
        if before or int(known) < 10:
            return None
        return (names.decade_of if of else names.decade).format(int(known) * 10)
    if before and not known.strip("0"):
        return None
    hundreds = len(known) == 2
    template = names.century if hundreds else names.millennium
    if before:
        template = names.century_before if hundreds else names.millennium_before
    said = template.format(ordinal(int(known) + 1, names))
    return f"the {said}" if of and names.decade_of.startswith("the ") else said


def _between(date: Calendar, names: Names) -> str:
    parts = 1 + bool(date.month) + bool(date.day)
    first, last = (Fields(*civil(at)[:parts]) for at in extent(date))
    return between_in_words(first, last, names)
