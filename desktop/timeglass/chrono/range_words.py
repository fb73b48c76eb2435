"""Runs of days, months and years in words, with nothing said twice; the visible span in words."""

from typing import NamedTuple

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import DAY, HOUR, MINUTE, PRESENT_YEAR, YEAR, civil
from timeglass.chrono.names import Names, names_in
from timeglass.chrono.year_words import bare_year, count_in_words, year_in_words, years_in_words

_NEW_YEAR = (1, 1, 0, 0, 0)
"""Month, day and time at which a year begins; without its month, at which a month does."""


class Fields(NamedTuple):
    """A year, month (0: none) and day (0: none) that are known."""

    year: int
    month: int = 0
    day: int = 0


def fields_in_words(date: Fields, names: Names, *, of: bool = False) -> str:
    """A date: "9 July 1997", "July 1997", "1997"; ``of`` gives the form behind a preposition."""
    year = year_in_words(date.year, names)
    if not date.month:
        return year
    if not date.day:
        return f"{(names.months_of if of else names.months)[date.month - 1]} {year}"
    return f"{date.day} {names.months_of[date.month - 1]} {year}"


def range_in_words(first: Fields, last: Fields, names: Names) -> str:
    """From one date to another: "9 – 12 July 1997", "May – July 1997", "50 – 41 BC"."""
    if first == last:
        return fields_in_words(first, names)
    if not first.month and not last.month:
        return years_in_words(first.year, last.year, names)
    end = fields_in_words(last, names)
    if first.year == last.year and bool(first.day) == bool(last.day) and first.month and last.month:
        if not first.day:
            return f"{names.months[first.month - 1]} – {end}"
        if first.month == last.month:
            return f"{first.day} – {end}"
        return f"{first.day} {names.months_of[first.month - 1]} – {end}"
    return f"{fields_in_words(first, names)} – {end}"


def between_in_words(first: Fields, last: Fields, names: Names) -> str:
    """Some time between two dates of the same precision: "between 8 and 28 February 2015"."""
    start = fields_in_words(first, names, of=True)
    if not first.month and first.year < last.year <= 0:
        start = bare_year(first.year, names)
    if first.year == last.year and first.month and first != last:
        if not first.day:
            start = names.months_of[first.month - 1]
        elif first.month == last.month:
            start = str(first.day)
        else:
            start = f"{first.day} {names.months_of[first.month - 1]}"
    return names.between.format(start, fields_in_words(last, names, of=True))


def span_in_words(span: Span, language: str = "en") -> str:
    """A visible span in words, as finely as its length asks for: "1990 – 2026", "12:00 – 12:30, 9 July 1997".

    Whole years and whole months are named as such.
    """
    names = names_in(language)
    length = max(span.length, 1)
    farthest = max(abs(span.start), abs(span.end))
    if length > 100_000 * YEAR or (length > 10_000 * YEAR and farthest > 1_000_000 * YEAR):
        return _deep_span(span, names)
    first, last, after = civil(span.start), civil(span.start + length - 1), civil(span.start + length)
    if length > 2 * YEAR or first[1:] == after[1:] == _NEW_YEAR:
        return years_in_words(first.year, last.year, names)
    if length > 62 * DAY or first[2:] == after[2:] == _NEW_YEAR[1:]:
        return range_in_words(Fields(*first[:2]), Fields(*last[:2]), names)
    if length > 2 * DAY:
        return range_in_words(Fields(*first[:3]), Fields(*last[:3]), names)
    return _hours(span.start, span.start + length, names)


def _hours(start: int, end: int, names: Names) -> str:
    first, last = civil(start), civil(end)
    with_seconds = end - start <= 10 * MINUTE
    first_time, last_time = _clock(start, with_seconds=with_seconds), _clock(end, with_seconds=with_seconds)
    first_day, last_day = (fields_in_words(Fields(*day[:3]), names) for day in (first, last))
    if end % DAY == 0 and end - start <= DAY:
        last_time, last_day = ("24:00:00" if with_seconds else "24:00"), first_day
        if start % DAY == 0:
            return first_day
    if first_day == last_day:
        return f"{first_time} – {last_time}, {first_day}"
    return f"{first_time}, {first_day} – {last_time}, {last_day}"


def _clock(at: int, *, with_seconds: bool) -> str:
    hours, rest = divmod(at % DAY, HOUR)
    minutes, seconds = divmod(rest, MINUTE)
    return f"{hours:02}:{minutes:02}:{seconds:02}" if with_seconds else f"{hours:02}:{minutes:02}"


def _deep_span(span: Span, names: Names) -> str:
    """A span of so many years that single ones do not count: rounded to a hundredth of its length."""
    unit = 10 ** max(len(str(span.length // YEAR)) - 3, 0)
    ends = []
    for at in span:
        years = round((at // YEAR + 1970 - PRESENT_YEAR) / unit) * unit
        if years == 0:
            ends.append(names.today)
        else:
            ends.append((names.ago if years < 0 else names.ahead).format(count_in_words(abs(years), names)))
    return ends[0] if ends[0] == ends[1] else " – ".join(ends)
