"""Intervals between times of day, an extension for timeline files: ``2024-01-01T10:00/2024-01-01T12:00``.

EDTF has none (a time of day stands alone there), but calendars are made of them. Either end may also be a day or
any other single date, open, or unknown.
"""

from typing import NamedTuple

from timeglass.chrono.bounds import Bounds
from timeglass.chrono.edtf_date import DateError, DateKind, EdtfDate, Precision
from timeglass.chrono.edtf_parser import parse_expression
from timeglass.chrono.evaluation import evaluate
from timeglass.chrono.expression import Endpoint, Expression
from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST


class TimedInterval(NamedTuple):
    """From one date or moment to another, both included."""

    start: "Expression | Endpoint"
    end: "Expression | Endpoint"


def is_timed_interval(text: str) -> bool:
    """Tell whether a text can only be an interval with a time of day."""
    return "T" in text and "/" in text


def parse_timed(text: str) -> TimedInterval:
    """The interval that a text is. :class:`DateError` tells where and why it is none."""
    first, _, second = text.partition("/")
    behind = len(first) + 1
    if "/" in second:
        raise DateError("an interval has two ends, not more", behind + second.index("/"))
    return TimedInterval(_endpoint(first, 0), _endpoint(second, behind))


def _endpoint(text: str, at: int) -> Expression | Endpoint:
    if text in ("", ".."):
        return Endpoint(text)
    if text.startswith(("[", "{")):
        raise DateError("an interval is between single dates, not sets", at)
    try:
        return parse_expression(text)
    except DateError as error:
        raise DateError(error.reason, at + error.position) from None


def evaluate_timed(interval: TimedInterval, text: str) -> EdtfDate:
    """The date that an interval, written as ``text``, stands for; bounds as for any interval."""
    start, end = (None if isinstance(side, Endpoint) else evaluate(side, "") for side in interval)
    start_low, start_high = (OPEN_PAST, OPEN_PAST) if start is None else start.bounds[:2]
    end_low, end_high = (OPEN_FUTURE, OPEN_FUTURE) if end is None else end.bounds[2:]
    if end_high < start_low:
        raise DateError("the end lies before the start", text.index("/") + 1)
    if interval.start is Endpoint.UNKNOWN:
        start_high = end_high
    if interval.end is Endpoint.UNKNOWN:
        end_low = start_low
    sides = [side for side in (start, end) if side is not None]
    return EdtfDate(
        text=text,
        bounds=Bounds(start_low, min(start_high, end_high), max(end_low, start_low), end_high),
        precision=max((side.precision for side in sides), default=Precision.COARSER),
        kind=DateKind.INTERVAL,
        uncertain=any(side.uncertain for side in sides),
        approximate=any(side.approximate for side in sides),
        unknown_start=interval.start is Endpoint.UNKNOWN,
        unknown_end=interval.end is Endpoint.UNKNOWN,
    )


def read_date(text: str) -> EdtfDate:
    """The date that a text in a timeline file stands for: EDTF or an interval with times; without suggestions."""
    if is_timed_interval(text):
        return evaluate_timed(parse_timed(text), text)
    return evaluate(parse_expression(text), text)
