"""What Timeglass itself writes into calendars, so that what comes back is what went out."""

from datetime import date, datetime

from icalendar import Component

from timeglass.chrono.edtf import parse_file_date
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.instant import DAY, OPEN_FUTURE, OPEN_PAST, day_number
from timeglass.formats.carried import Tree, carried, taken_back
from timeglass.formats.foreign.ics_blocks import plain
from timeglass.formats.foreign.ics_values import When, in_utc, word

DATE, ID, STATUS = "X-TIMEGLASS-DATE", "X-TIMEGLASS-ID", "X-TIMEGLASS-STATUS"
EVENT, HEAD = "X-TIMEGLASS-EVENT", "X-TIMEGLASS-HEAD"
_SHOWN = ("SUMMARY", "DESCRIPTION", "LOCATION", "STATUS")

_STATUSES = frozenset({"confirmed", "disputed", "claimed", "planned"})


def own_date(component: Component, start: When | None, end: When | None) -> str:
    """The date as it was exported; "" where there is none, or where the event was moved since."""
    text = word(component, DATE)
    try:
        bounds = parse_file_date(text).bounds
    except DateError:
        return ""
    if start is None:
        return text
    first = bounds.start_earliest if bounds.start_earliest > OPEN_PAST else bounds.start_latest
    last = bounds.end_latest if bounds.end_latest < OPEN_FUTURE else None
    same = _day(start) == first // DAY
    if last is not None and end is not None:
        same = same and abs(_day(end) - last // DAY) <= 1
    return text if same else ""


def own_id(component: Component) -> str:
    """The id as it was exported, or "": the library leaves texts of names that it does not know as they stand."""
    return plain(word(component, ID))


def own_event(component: Component, tree: Tree) -> Tree:
    """An event as it was read, with what it carries along from here."""
    kept, same = carried(word(component, EVENT), "".join(word(component, name) for name in _SHOWN))
    return taken_back(tree, kept, same) if kept else tree


def own_status(component: Component) -> str:
    """The status as it was exported, or ""."""
    status = word(component, STATUS).lower()
    return status if status in _STATUSES else ""


def _day(when: date | datetime) -> int:
    if isinstance(when, datetime) and when.tzinfo is not None:
        when = in_utc(when)
    return day_number(when.year, when.month, when.day)
