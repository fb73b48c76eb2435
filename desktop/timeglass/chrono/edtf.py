"""Extended Date/Time Format: parse, and print again."""

import re
from typing import Final

from timeglass.chrono.bounds import Bounds
from timeglass.chrono.edtf_date import DateError, EdtfDate, Precision
from timeglass.chrono.edtf_parser import parse_expression
from timeglass.chrono.edtf_printer import print_expression
from timeglass.chrono.evaluation import evaluate
from timeglass.chrono.instant import DAY, day_number, days_in_month
from timeglass.chrono.timed import is_timed_interval, read_date

_PLAIN: Final = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")


def parse(text: str) -> EdtfDate:
    """The date that a text in EDTF (ISO 8601-2:2019, levels 0 to 2) or an ISO date-time stands for.

    :class:`DateError` tells why and where a text is refused, and what its writer may have meant.
    """
    try:
        return parse_as_written(text)
    except DateError as error:
        raise DateError(error.reason, error.position, _suggestion(text)) from None


def parse_as_written(text: str) -> EdtfDate:
    """Like :func:`parse`, for where a refused text stands as it is: what was meant takes long to find out."""
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        date = _plain_date(text, *plain.groups())
        if date is not None:
            return date
    return evaluate(parse_expression(text), text)


def parse_file_date(text: str) -> EdtfDate:
    """Like :func:`parse`, for what stands in files: intervals may have times of day there, as in calendars."""
    if not is_timed_interval(text):
        return parse(text)
    try:
        return read_date(text)
    except DateError as error:
        raise DateError(error.reason, error.position, _suggestion(text)) from None


def _plain_date(text: str, year_text: str, month_text: str | None, day_text: str | None) -> EdtfDate | None:
    """The short way for what most dates are: a year, month or day in four, two and two digits."""
    year = int(year_text)
    if month_text is None:
        low, high = day_number(year, 1, 1) * DAY, day_number(year + 1, 1, 1) * DAY - 1
        return EdtfDate(text, Bounds(low, high, low, high), Precision.YEAR)
    month = int(month_text)
    if day_text is None:
        low = day_number(year, month, 1) * DAY
        high = low + days_in_month(year, month) * DAY - 1
        return EdtfDate(text, Bounds(low, high, low, high), Precision.MONTH)
    day = int(day_text)
    if day > 28 and day > days_in_month(year, month):
        return None
    low = day_number(year, month, day) * DAY
    high = low + DAY - 1
    return EdtfDate(text, Bounds(low, high, low, high), Precision.DAY)


def to_edtf(date: EdtfDate) -> str:
    """Canonical EDTF of a date: parsed again, it means the same."""
    return print_expression(parse_expression(date.text))


def _suggestion(text: str) -> str:
    """What a refused text may mean; its grammar is imported when the first one is met."""
    from timeglass.chrono.casual import suggest

    return suggest(text)
