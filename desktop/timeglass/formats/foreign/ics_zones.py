"""Time zones of iCalendar files: those that the file defines, and those whose name tells their offset."""

import re
from datetime import timedelta, timezone

from icalendar import Calendar
from icalendar.timezone import tzp

from timeglass.formats.foreign.ics_blocks import Blocks

_MOST = 500
"""Zones of one file that are looked at."""
_RULE = re.compile(r"^RRULE[^:]*:(.*)$", re.IGNORECASE | re.MULTILINE)
_OFFSET = re.compile(r"\(?(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d{2})?\)?(?!\d).*")


def learn_zones(blocks: Blocks) -> None:
    """Have the file's own time zones at hand while its events are read, and those of no other file."""
    tzp.use_default()
    zones = dict.fromkeys(block.text for block in blocks.found if block.kind == "VTIMEZONE")
    for text in list(zones)[:_MOST]:
        # The library would list the changes of a clock that changes each second.
        if any("FREQ=YEARLY" not in rule.upper() for rule in _RULE.findall(text)):
            continue
        try:
            Calendar.from_ical(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{text}END:VCALENDAR\r\n")
        except Exception:  # noqa: S112 - whatever a broken zone does, events fall back to its name
            continue


def named_offset(zone: str) -> timezone | None:
    """The offset that a zone's name tells, such as "(UTC-05:00) Eastern Time"; None where it tells none."""
    match = _OFFSET.fullmatch(zone.strip())
    if match is None:
        return None
    length = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if length >= timedelta(hours=24):
        return None
    return timezone(-length if match[1] == "-" else length)
