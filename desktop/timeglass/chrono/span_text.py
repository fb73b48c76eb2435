"""Spans as text: written as the file format writes intervals, read from anything a person types for a date."""

from typing import Final

from timeglass.chrono.bounds import Span
from timeglass.chrono.edtf_date import EdtfDate
from timeglass.chrono.instant import DAY, civil, iso_year
from timeglass.chrono.timed import is_timed_interval, read_date

_FOUR_DIGITS: Final = 9_999
_LONG: Final = 1_000 * DAY


def span_text(span: Span) -> str:
    """A span as an interval: exact to the second, or, of more than a thousand days, the whole days around it.

    Beyond years of four digits, which the format gives no months, it is the whole years around it.
    """
    start, end = span
    if span.length > _LONG:
        start, end = start // DAY * DAY, -(-end // DAY) * DAY
    first, last = start, end - 1
    years = civil(first).year, civil(last).year
    if max(map(abs, years)) > _FOUR_DIGITS:
        return "/".join(map(iso_year, years))
    return f"{_moment(first, 0)}/{_moment(last, DAY - 1)}"


def _moment(at: int, of_day: int) -> str:
    """A day where an instant is that second of it, else a date with the time of day."""
    fields = civil(at)
    date = f"{iso_year(fields.year)}-{fields.month:02}-{fields.day:02}"
    return date if at % DAY == of_day else f"{date}T{fields.hour:02}:{fields.minute:02}:{fields.second:02}Z"


def read_range(text: str, language: str = "en") -> EdtfDate:
    """The date or interval that a text stands for: what :func:`span_text` writes, or what people write.

    Raises :class:`DateError`.
    """
    text = text.strip()
    if is_timed_interval(text):
        return read_date(text)
    from timeglass.chrono.casual import parse_casual  # not before people write: the start of the program needs none

    return parse_casual(text, language)
