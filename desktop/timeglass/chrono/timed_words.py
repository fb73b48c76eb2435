"""Intervals with times of day in words."""

from typing import cast

from timeglass.chrono.date_words import expression_in_words
from timeglass.chrono.expression import Endpoint, Expression, Moment
from timeglass.chrono.names import Names
from timeglass.chrono.range_words import Fields, fields_in_words
from timeglass.chrono.timed import TimedInterval


def timed_in_words(interval: TimedInterval, names: Names) -> str:
    """From one time to another: "10:00 – 12:30 UTC, 1 January 2024", or with the day of each end."""
    start, end = interval
    if isinstance(start, Endpoint):
        template = names.until if start is Endpoint.OPEN else names.from_unknown
        return template.format(_side(end, names))
    if isinstance(end, Endpoint):
        template = names.since if end is Endpoint.OPEN else names.to_unknown
        return template.format(_side(start, names))
    if start == end:
        return _side(start, names)
    if isinstance(start, Moment) and isinstance(end, Moment) and start[:3] == end[:3]:
        first = _clock(start, names) + ("" if start.zone == end.zone else _zone(start))
        return f"{first} – {_clock(end, names)}{_zone(end)}, {_day(end, names)}"
    return f"{_side(start, names)} – {_side(end, names)}"


def _side(side: Expression | Endpoint, names: Names) -> str:
    if isinstance(side, Moment):
        return f"{_clock(side, names)}{_zone(side)}, {_day(side, names)}"
    return expression_in_words(cast(Expression, side), names)  # one side at least is a date


def _clock(moment: Moment, names: Names) -> str:
    """The time of day, without seconds where they are none."""
    time = f"{moment.hour:02}:{max(moment.minute, 0):02}"
    if moment.second > 0 or moment.fraction:
        time += f":{moment.second:02}" + (names.decimal + moment.fraction if moment.fraction else "")
    return time


def _zone(moment: Moment) -> str:
    if moment.zone is None:
        return ""
    hours, minutes = divmod(abs(moment.zone), 60)
    sign = "−" if moment.zone < 0 else "+"
    return " UTC" + (f"{sign}{hours}" + (f":{minutes:02}" if minutes else "") if moment.zone else "")


def _day(moment: Moment, names: Names) -> str:
    return fields_in_words(Fields(moment.year, moment.month, moment.day), names)
