"""What properties of iCalendar components say, whatever state they are in."""

from datetime import UTC, date, datetime
from typing import Any

from icalendar import Component
from icalendar.error import InvalidCalendar

from timeglass.formats.foreign.ics_zones import named_offset

When = date | datetime
"""A day, or a moment with or without a zone."""


def part_of(value: Any, name: str, default: Any) -> Any:
    """A part of a property; the default where the property is broken."""
    try:
        return getattr(value, name, default)
    except InvalidCalendar:
        return default


def word(component: Component, key: str) -> str:
    """The text of a property, or of the first of several; "" where there is none."""
    value = component.get(key, "")
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value).strip()


def when(component: Component, key: str) -> When | None:
    """A day or moment of a component; None where there is none that can be read."""
    value = component.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    return _day_or_moment(value, part_of(value, "params", {}))


def dates(component: Component, key: str) -> list[When]:
    """All dates under a key that may stand there several times."""
    value = component.get(key, [])
    found = []
    for part in value if isinstance(value, list) else [value]:
        for one in part_of(part, "dts", []):
            date_ = _day_or_moment(one, part_of(part, "params", {}))
            if date_ is not None:
                found.append(date_)
    return found


def _day_or_moment(value: Any, params: Any) -> When | None:
    found = part_of(value, "dt", None)
    if isinstance(found, tuple):  # a period: its start
        found = found[0]
    if isinstance(found, datetime):
        if params.get("VALUE") == "DATE":
            return found.date()
        zone = zone_of(params)
        if found.tzinfo is None and zone:
            return found.replace(tzinfo=named_offset(zone))
    return found if isinstance(found, date) else None


def zone_of(params: Any) -> str:
    """The name of the zone that a property's parameters ask for, or ""."""
    return str(params.get("TZID", ""))


def naive(moment: When) -> datetime:
    """A moment by the clock on the wall: a meeting at nine stays at nine when the clocks change."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime(moment.year, moment.month, moment.day)


def stamp(moment: When) -> str:
    """What two dates of one occurrence have in common, whatever their zones."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return in_utc(moment).isoformat()
    return moment.isoformat()


def in_utc(moment: datetime) -> datetime:
    """A moment with a zone in UTC; as it stands where that leaves the calendar."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def edtf(moment: When) -> str:
    """The day or moment as a timeline file writes it."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    offset = moment.utcoffset()
    if offset is not None and offset.total_seconds() % 60:  # local mean time of long ago
        moment, offset = in_utc(moment), None
        return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
    text = moment.replace(microsecond=0, tzinfo=None).isoformat()
    if offset is None:
        return text
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{text}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else f"{text}Z"


def categories(component: Component) -> list[str]:
    """The labels of a component's categories."""
    value = component.get("CATEGORIES", [])
    found: list[str] = []
    for part in value if isinstance(value, list) else [value]:
        found.extend(str(label).strip() for label in part_of(part, "cats", [part]))
    return [label for label in found if label]


def people(component: Component) -> list[str]:
    """Names of the organizer and those who attend; addresses without a name are left out."""
    found: list[str] = []
    for key in ("ORGANIZER", "ATTENDEE"):
        value: Any = component.get(key, [])
        for part in value if isinstance(value, list) else [value]:
            name = str(part_of(part, "params", {}).get("CN", "")).strip()
            if name and "@" not in name:
                found.append(name)
    return list(dict.fromkeys(found))[:50]
