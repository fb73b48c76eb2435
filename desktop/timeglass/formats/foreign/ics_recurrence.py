"""Recurring events of iCalendar, unfolded as far as is reasonable."""

import re
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from dateutil import rrule  # type: ignore[import-untyped]

from timeglass.chrono.instant import days_in_month

MOST = 100
"""Occurrences of one event."""
YEARS = 10
"""Years after its start up to which an event without end is unfolded."""

_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_LIMITS = re.compile(r"(COUNT|UNTIL)=[^;]*;?", re.IGNORECASE)

When = date | datetime


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
    if _never(rule, frequency):
        raise RuleError("no date meets its rule")
    naive = _naive(start)
    until, bounded = _until(rule, start)
    text = _LIMITS.sub("", rule.to_ical().decode()).strip(";")
    count = int(rule["COUNT"][0]) if "COUNT" in rule else None
    horizon = naive + timedelta(days=366 * YEARS)
    last = min(until, horizon) if until is not None and bounded else horizon
    try:
        dates = rrule.rrulestr(text, dtstart=naive)
        if count is None:
            dates = dates.replace(until=last)
        most = MOST + 1 if count is None else min(count, MOST) + (count > MOST)
        found = list(islice(dates, most))
    except (ValueError, TypeError, OverflowError, AttributeError) as error:
        raise RuleError(f"its rule cannot be followed ({error})") from None
    more = len(found) > MOST or (count is None and (until is None or until > horizon))
    return [_like(start, one) for one in found[:MOST]], more


def _never(rule: Any, frequency: str) -> bool:
    """Tell whether a rule asks for days that do not exist, which would be looked for until the end of time."""
    months, days = _numbers(rule, "BYMONTH"), _numbers(rule, "BYMONTHDAY")
    if months and days and not any(abs(day) <= days_in_month(2000, month) for month in months for day in days):
        return True
    return frequency in ("DAILY", "WEEKLY") and "BYSETPOS" in rule


def _numbers(rule: Any, key: str) -> list[int]:
    return [int(value) for value in rule.get(key, []) if str(value).lstrip("+-").isdigit()]


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


def _naive(when: When) -> datetime:
    """A moment by the clock on the wall: a meeting at nine stays at nine when the clocks change."""
    if isinstance(when, datetime):
        return when.replace(tzinfo=None)
    return datetime(when.year, when.month, when.day)


def _like(start: When, naive: datetime) -> When:
    if isinstance(start, datetime):
        return naive.replace(tzinfo=start.tzinfo)
    return naive.date()
