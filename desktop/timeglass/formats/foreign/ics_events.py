"""The components of iCalendar files into events."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Component, Event, vRecur
from icalendar.error import InvalidCalendar

from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.draft import Draft, Tree, texts
from timeglass.formats.foreign.html_text import markdown_of
from timeglass.formats.foreign.ics_blocks import Block, Blocks
from timeglass.formats.foreign.ics_recurrence import YEARS, RuleError, When, occurrences
from timeglass.formats.links import is_web_address
from timeglass.formats.problem import shown

_LEFT_OUT = {"VTODO": "to-dos", "VJOURNAL": "journal entries", "VFREEBUSY": "free or busy times"}


def read_blocks(source: Source, blocks: Blocks) -> Document:
    """The events of all calendars in a file."""
    _learn_zones(blocks)
    draft = Draft(source)
    if blocks.names:
        draft.title(next(iter(blocks.names.values())))
    reader = _Reader(draft, blocks)
    events = [block for block in blocks.found if block.kind == "VEVENT"]
    for number, block in enumerate(events):
        reader.read(block)
        if not number % 200:
            source.tick(number / len(events))
    for kind, words in _LEFT_OUT.items():
        count = sum(block.kind == kind for block in blocks.found)
        if count:
            draft.problems.warn((), f"{count} {words} are no events and were left out")
    if blocks.unclosed is not None:
        draft.problems.error((), "a component begins here and does not end", at=blocks.unclosed)
    return reader.finish()


def _learn_zones(blocks: Blocks) -> None:
    """Have the file's own time zones at hand while its events are read."""
    zones = {block.text: block for block in blocks.found if block.kind == "VTIMEZONE"}
    for text in zones:
        try:
            Calendar.from_ical(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{text}END:VCALENDAR\r\n")
        except Exception:  # noqa: S112 - whatever a broken zone does, events fall back to its name
            continue


class _Reader:
    """Makes events of a file's components."""

    def __init__(self, draft: Draft, blocks: Blocks) -> None:
        self._draft = draft
        self._names = blocks.names if len(blocks.names) > 1 else {}
        self._moved: dict[tuple[int, str], list[str]] = {}
        """Occurrences of each event that have an event of their own, or none at all."""
        self._unknown_zones: set[str] = set()
        self._waiting: list[tuple[Block, Component]] = []

    def read(self, block: Block) -> None:
        """Read one event; it is added once all are known."""
        try:
            event = Event.from_ical(block.text)
        except Exception as error:  # the library raises what it likes on broken input
            self._draft.problems.error((), f"an event cannot be read: {shown(str(error))}", at=block.place)
            return
        if not isinstance(event, Event):
            self._draft.problems.error((), "an event cannot be read", at=block.place)
            return
        self._waiting.append((block, event))
        moved = _when(event, "RECURRENCE-ID")
        if moved is not None:
            self._moved.setdefault((block.calendar, _word(event, "UID")), []).append(_stamp(moved))

    def finish(self) -> Document:
        """Add all events that were read."""
        for block, event in self._waiting:
            self._add(block, event)
        return self._draft.document()

    def _add(self, block: Block, event: Component) -> None:
        problems = self._draft.problems
        start = _when(event, "DTSTART")
        if start is None:
            given = _word(event, "DTSTART")
            said = f"an event's start {shown(given)!r} is no date" if given else "an event has no start"
            problems.error((), said, at=block.place)
            return
        self._check_zone(event, start)
        length = self._length(block, event, start)
        starts: list[When] = [start]
        uid = _word(event, "UID")
        if "RRULE" in event and "RECURRENCE-ID" not in event:
            starts = self._unfolded(block, event, start)
        starts += [when for when in _dates(event, "RDATE") if when not in starts]
        gone = {_stamp(when) for when in _dates(event, "EXDATE")}
        if "RECURRENCE-ID" not in event:
            gone.update(self._moved.get((block.calendar, uid), ()))
        tree = self._tree(block, event)
        for when in starts:
            if _stamp(when) in gone:
                continue
            dated = self._draft.when(_text(when), _text(self._end(when, length)))
            more: Tree = {}
            if len(starts) > 1:
                more = {"tags": [*tree["tags"], "recurring"]}
            self._draft.add({**tree, **more, **_merged(tree, dated)}, block.place)

    def _check_zone(self, event: Component, start: When) -> None:
        """Report, once each, zones that nobody knows: their times count as they stand."""
        zone = str(_part(event["DTSTART"], "params", {}).get("TZID", ""))
        if zone and isinstance(start, datetime) and start.tzinfo is None and zone not in self._unknown_zones:
            self._unknown_zones.add(zone)
            message = f"the time zone {shown(zone)!r} is not known: its times are taken as they stand"
            self._draft.problems.warn((), message)

    def _length(self, block: Block, event: Component, start: When) -> timedelta | None:
        """How long the event lasts; None where it is a moment, or a day."""
        whole_day = not isinstance(start, datetime)
        length = None
        end = _when(event, "DTEND")
        if end is not None and isinstance(end, datetime) == isinstance(start, datetime):
            try:
                length = end - start
            except TypeError:  # one of them has a zone and the other has none
                length = _plain(end) - _plain(start)
            if length < timedelta(0):
                self._draft.problems.error((), "the event ends before it starts; its end was left out", at=block.place)
                return None
        elif "DURATION" in event:
            length = _dt(event["DURATION"])
            if not isinstance(length, timedelta) or not timedelta(0) <= length < timedelta(days=400_000):
                self._draft.problems.error((), "the event's duration is none; it was left out", at=block.place)
                return None
        if length is not None and whole_day:
            length -= timedelta(days=1)  # the end is the day after the last
        return length if length is not None and length > timedelta(0) else None

    def _end(self, start: When, length: timedelta | None) -> When:
        try:
            return start + length if length is not None else start
        except OverflowError:
            return start

    def _unfolded(self, block: Block, event: Component, start: When) -> list[When]:
        rule = event["RRULE"]
        if isinstance(rule, list):
            rule = rule[0]
        name = shown(_word(event, "SUMMARY")) or "an event"
        try:
            if not isinstance(rule, vRecur):
                raise RuleError("its rule is malformed")
            starts, more = occurrences(start, rule)
        except RuleError as error:
            message = f"{name!r} recurs, but {error}: only its first time is shown"
            self._draft.problems.warn((), message, at=block.place)
            return [start]
        if more:
            message = f"{name!r} goes on recurring; {len(starts)} times within {YEARS} years are shown"
            self._draft.problems.warn((), message, at=block.place)
        return starts or [start]

    def _tree(self, block: Block, event: Component) -> Tree:
        """All of an event but its date."""
        status = _word(event, "STATUS").upper()
        title = " ".join(_word(event, "SUMMARY").split())
        description = _word(event, "DESCRIPTION")
        labels = [*_categories(event)] or [self._names.get(block.calendar, "")]
        address = _word(event, "URL")
        return {
            "title": title or " ".join(description.split())[:80] or "Untitled",
            **texts(markdown_of(description)),
            "category": [key for key in dict.fromkeys(map(self._draft.category, labels)) if key],
            "status": "planned" if status == "TENTATIVE" else "",
            "tags": ["cancelled"] if status == "CANCELLED" else [],
            "places": [place] if (place := " ".join(_word(event, "LOCATION").split())) else [],
            "actors": _people(event),
            "sources": [address] if is_web_address(address) else [],
        }


def _merged(tree: Tree, dated: Tree) -> Tree:
    """The date, and what could not be said by it, behind the event's details."""
    details = "\n\n".join(part for part in (tree.get("details", ""), dated.get("details", "")) if part)
    return {"date": dated["date"], "details": details}


def _when(event: Component, key: str) -> When | None:
    """A date or moment of an event; None where there is none that can be read."""
    value = event.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    when = _dt(value)
    if isinstance(when, datetime) and _part(value, "params", {}).get("VALUE") == "DATE":
        return when.date()
    return when if isinstance(when, date) else None


def _dt(value: Any) -> Any:
    """What a property says; None where it is broken."""
    return _part(value, "dt", None)


def _part(value: Any, name: str, default: Any) -> Any:
    """A part of a property; the default where the property is broken."""
    try:
        return getattr(value, name, default)
    except InvalidCalendar:
        return default


def _dates(event: Component, key: str) -> list[When]:
    """All dates under a key that may stand there several times."""
    value = event.get(key, [])
    found = []
    for part in value if isinstance(value, list) else [value]:
        for one in _part(part, "dts", []):
            when = _dt(one)
            if isinstance(when, date):
                found.append(when)
    return found


def _plain(when: When) -> datetime:
    return when.replace(tzinfo=None) if isinstance(when, datetime) else datetime(when.year, when.month, when.day)


def _stamp(when: When) -> str:
    """What two dates of one occurrence have in common, whatever their zones."""
    if isinstance(when, datetime) and when.tzinfo is not None:
        return when.astimezone(UTC).isoformat()
    return when.isoformat()


def _text(when: When) -> str:
    """EDTF of a day or moment."""
    if not isinstance(when, datetime):
        return when.isoformat()
    text = when.replace(microsecond=0, tzinfo=None).isoformat()
    offset = when.utcoffset()
    if offset is None:
        return text
    minutes = round(offset.total_seconds() / 60)
    return (
        f"{text}{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else f"{text}Z"
    )


def _word(event: Component, key: str) -> str:
    value = event.get(key, "")
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value).strip()


def _categories(event: Component) -> list[str]:
    value = event.get("CATEGORIES", [])
    found: list[str] = []
    for part in value if isinstance(value, list) else [value]:
        found.extend(str(label).strip() for label in _part(part, "cats", [part]))
    return [label for label in found if label]


def _people(event: Component) -> list[str]:
    """Names of the organizer and those who attend; addresses without a name are left out."""
    found: list[str] = []
    for key in ("ORGANIZER", "ATTENDEE"):
        value: Any = event.get(key, [])
        for part in value if isinstance(value, list) else [value]:
            name = str(_part(part, "params", {}).get("CN", "")).strip()
            if name and "@" not in name:
                found.append(name)
    return list(dict.fromkeys(found))[:50]
