"""Recurring events of iCalendar, unfolded as far as is reasonable."""

import re
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from dateutil import rrule  # type: ignore[import-untyped]

from timeglass.formats.foreign.ics_values import When, naive

MOST = 366
"""Occurrences of one event."""
YEARS = 10
"""Years after its start up to which an event without end is unfolded."""

_CYCLE = 400
"""Years after which days of the week and leap years come back the same."""
_LAST_YEAR = 9_999

_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_LIMITS = re.compile(r"(COUNT|UNTIL)=[^;]*;?", re.IGNORECASE)


class RuleError(Exception):
    """A rule that is not followed; ``str(error)`` says why."""


def occurrences(start: When, rule: Any) -> tuple[list[When], bool]:
    """Starts of the occurrences of an event in order, and whether there are more beyond the horizon.

    ``rule`` is a recurrence rule as icalendar reads it. Raises RuleError.
    """
    frequency = str((rule.get("FREQ") or [""])[0]).upper()
    if "RSCALE" in rule:
        raise RuleError(f"it follows the calendar {str(rule['RSCALE'][0])!r}")
    if frequency not in _FREQUENCIES:
        raise RuleError("it recurs within a day, or no known way")
    if any(int(step) < 1 for step in rule.get("INTERVAL", [])):
        raise RuleError("its interval is none")
    first = naive(start)
    until, bounded = _until(rule, start)
    text = _LIMITS.sub("", rule.to_ical().decode()).strip(";")
    count = int(rule["COUNT"][0]) if "COUNT" in rule else None
    if first.year > _LAST_YEAR - _CYCLE:
        raise RuleError("it starts too late to be followed")
    horizon = first + timedelta(days=366 * YEARS)
    # A rule that no date meets is followed to the end of the library's time: to be there soon, it starts late.
    shift = (_LAST_YEAR - _CYCLE - first.year) // _CYCLE * _CYCLE
    last = min(until, horizon) if until is not None and bounded else horizon
    try:
        dates = rrule.rrulestr(text, dtstart=_later(first, shift))
        if count is None:
            dates = dates.replace(until=_later(last, shift))
        most = MOST + 1 if count is None else min(count, MOST) + (count > MOST)
        found = list(islice(dates, most))
    except (ValueError, TypeError, OverflowError, AttributeError) as error:
        raise RuleError(f"its rule cannot be followed ({error})") from None
    if not found:
        raise RuleError("no date meets its rule")
    more = len(found) > MOST or (count is None and (until is None or until > horizon))
    return [_like(start, _later(one, -shift)) for one in found[:MOST]], more


def _later(when: datetime, years: int) -> datetime:
    """The same day and time after a multiple of :data:`_CYCLE` years."""
    return when.replace(year=when.year + years)


def _until(rule: Any, start: When) -> tuple[datetime | None, bool]:
    """The last moment that a rule allows, in the event's own time, if it names one."""
    if "UNTIL" not in rule:
        return None, False
    until = rule["UNTIL"][0]
    if not isinstance(until, date):
        raise RuleError("its end is no date")
    if isinstance(until, datetime):
        zone = start.tzinfo if isinstance(start, datetime) else None
        if until.tzinfo is not None and zone is not None:
            until = until.astimezone(zone)
        return until.replace(tzinfo=None), True
    return datetime(until.year, until.month, until.day, 23, 59, 59), True


def _like(start: When, moment: datetime) -> When:
    """A moment in the zone of the start, or its day where the start is one."""
    if isinstance(start, datetime):
        return moment.replace(tzinfo=start.tzinfo)
    return moment.date()
