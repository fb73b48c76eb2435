"""Events of iCalendar components."""

from datetime import datetime, timedelta

from icalendar import Component, Event, Journal, vRecur

from timeglass.formats.carried import carried
from timeglass.formats.document import Document, Source
from timeglass.formats.foreign import ics_own as own
from timeglass.formats.foreign.draft import PARSED, Draft, Tree, texts
from timeglass.formats.foreign.html_text import plain_of, text_markdown
from timeglass.formats.foreign.ics_blocks import Block, Blocks
from timeglass.formats.foreign.ics_cancelled import Cancellations, Read, cancelled, is_cancelled, newest
from timeglass.formats.foreign.ics_recurrence import YEARS, RuleError, occurrences
from timeglass.formats.foreign.ics_values import (
    When,
    categories,
    dates,
    edtf,
    naive,
    part_of,
    people,
    stamp,
    when,
    word,
    zone_of,
)
from timeglass.formats.foreign.ics_zones import learn_zones, named_offset
from timeglass.formats.links import is_web_address
from timeglass.formats.problem import shown

MOST_OCCURRENCES = 20_000
"""Of all recurring events of a file together; further ones show their first time only."""
_LONGEST_TITLE = 80
"""Characters of a description that stand in for a missing title."""
_LONGEST = timedelta(days=400_000)
_LEFT_OUT = {"VTODO": "to-dos", "VJOURNAL": "journal entries", "VFREEBUSY": "free or busy times"}
_IMPORTANCE = {1: 5, 2: 5, 3: 4, 4: 4, 6: 2, 7: 2, 8: 2, 9: 1}
"""By PRIORITY, where 1 is the highest, 5 is usual and 0 says nothing."""
_TELLING = frozenset({"DTEND", "EXDATE", "RDATE", "RECURRENCE-ID"})
"""Properties whose faults change the event; those of a start, a duration and a rule are told by what comes of them."""


def read_blocks(source: Source, blocks: Blocks) -> Document:
    """The events of all calendars in a file."""
    learn_zones(blocks)
    draft = Draft(source)
    if blocks.names:
        draft.title(next(iter(blocks.names.values())), text_markdown(next(iter(blocks.texts.values()), "")))
    if len(blocks.heads) == 1 and len(blocks.names) < 2:
        draft.take_back(*carried(next(iter(blocks.heads.values())), next(iter(blocks.names.values()), "")))
    reader = _Reader(draft, blocks)
    left_out: dict[str, int] = {}
    read = source.part(0.0, PARSED)
    for number, block in enumerate(blocks.found):
        if block.kind == "VEVENT" or (block.kind == "VJOURNAL" and own.DATE in block.text):
            reader.read(block)
        elif block.kind in _LEFT_OUT:
            left_out[block.kind] = left_out.get(block.kind, 0) + 1
        if not number % 200:
            read(number / len(blocks.found))
    if left_out:
        listed = ", ".join(f"{_LEFT_OUT[kind]} ({count})" for kind, count in left_out.items())
        draft.problems.warn((), f"what is no event was left out: {listed}")
    for place in blocks.stray:
        draft.problems.error((), "this line is no property; it was passed over", at=place)
    if blocks.unclosed is not None:
        draft.problems.error((), "a component begins here and does not end", at=blocks.unclosed)
    return reader.finish()


class _Reader:
    """Makes events of a file's components."""

    def __init__(self, draft: Draft, blocks: Blocks) -> None:
        self._draft = draft
        self._problems = draft.problems
        self._names = blocks.names if len(set(blocks.names.values())) > 1 else {}
        self._moved: dict[tuple[int, str], list[str]] = {}
        """Occurrences of each event that have an event of their own, or none at all."""
        self._series: dict[tuple[int, str], str] = {}
        """Titles of the events that recur."""
        self._unknown_zones: set[str] = set()
        self._waiting: list[Read] = []
        self._cancelling = blocks.cancelling
        self._cancellations = Cancellations()
        self._unfolded_count = 0

    def read(self, block: Block) -> None:
        """Read one component; it is added once all are known."""
        kind = Event if block.kind == "VEVENT" else Journal
        try:
            component = kind.from_ical(block.text)
        except Exception as error:  # the library raises what it likes on broken input
            self._problems.error((), f"an event cannot be read: {shown(str(error))}", at=block.place)
            return
        if not isinstance(component, kind):
            self._problems.error((), "an event cannot be read", at=block.place)
            return
        for name in dict.fromkeys(str(name) for name, _ in component.errors):
            if name in _TELLING:
                self._problems.error((), f"{shown(name)} cannot be read and was left out", at=block.at(name))
        if block.calendar in self._cancelling:
            self._cancellations.add(block, component)
            return
        self._waiting.append((block, component))
        moved = when(component, "RECURRENCE-ID")
        series = (block.calendar, word(component, "UID"))
        if moved is not None:
            self._moved.setdefault(series, []).append(stamp(moved))
        elif "RRULE" in component or "RDATE" in component:
            self._series[series] = " ".join(word(component, "SUMMARY").split())

    def finish(self) -> Document:
        """Add all events that were read."""
        alone = self._cancellations.without_events(self._waiting)
        for block, component in self._draft.each(newest(self._waiting)):
            self._add(block, component)
        for block, component in alone:
            self._add_cancellation(block, component)
        for block in self._cancellations.unmet():
            message = "a cancellation meets no time of its event in this file; it was passed over"
            self._problems.warn((), message, at=block.place)
        return self._draft.document()

    def _add_cancellation(self, block: Block, event: Component) -> None:
        """Show what is cancelled, as far as a cancellation whose event is not in the file says it."""
        start = when(event, "DTSTART") or when(event, "RECURRENCE-ID")
        if start is None:
            message = "a cancellation names an event that is not in this file; it was passed over"
            self._problems.warn((), message, at=block.place)
            return
        length = self._length(block, event, start)
        self._draft.add({**cancelled(self._tree(block, event, "")), **self._dated(start, length)}, block.place)

    def _add(self, block: Block, event: Component) -> None:
        start = when(event, "DTSTART")
        exported = own.own_date(event, start, when(event, "DTEND"))
        tree = own.own_event(event, self._tree(block, event, exported))
        if is_cancelled(event):
            tree = cancelled(tree)
        if exported:
            tree = cancelled(tree) if self._cancellations.meet(event, "") else tree
            self._draft.add({**tree, "date": exported}, block.place)
            return
        if start is None:
            given = word(event, "DTSTART")
            said = f"an event's start {shown(given)!r} is no date" if given else "an event has no start"
            self._problems.error((), said, at=block.at("DTSTART"))
            return
        self._check_zone(event, start, block)
        length = self._length(block, event, start)
        starts: list[When] = [start]
        if "RECURRENCE-ID" not in event:
            if "RRULE" in event:
                starts = self._unfolded(block, event, start)
            known = set(map(stamp, starts))
            starts += [one for one in dates(event, "RDATE") if stamp(one) not in known]
        gone = {stamp(one) for one in dates(event, "EXDATE")}
        if "RECURRENCE-ID" not in event:
            gone.update(self._moved.get((block.calendar, word(event, "UID")), ()))
        moved = when(event, "RECURRENCE-ID")
        for one in starts:
            if stamp(one) not in gone:
                met = self._cancellations.meet(event, stamp(moved if moved is not None else one))
                self._draft.add({**(cancelled(tree) if met else tree), **self._dated(one, length)}, block.place)

    def _dated(self, start: When, length: timedelta | None) -> Tree:
        end = _end(start, length)
        first, last = edtf(start), edtf(end)
        if isinstance(start, datetime) and isinstance(end, datetime) and start.utcoffset() != end.utcoffset():
            return self._draft.when(first, last)  # when clocks are put back, the end may come before the start
        return {"date": f"{first}/{last}" if last != first else first}

    def _check_zone(self, event: Component, start: When, block: Block) -> None:
        """Report, once each, zones that nobody knows: their times count as they stand."""
        zone = zone_of(part_of(event["DTSTART"], "params", {}))
        if not zone or not isinstance(start, datetime) or zone in self._unknown_zones:
            return
        offset = named_offset(zone) if start.tzinfo is not None else None
        if start.tzinfo is None or (offset is not None and start.tzinfo == offset):
            self._unknown_zones.add(zone)
            taken = f"read as {start.tzinfo}" if offset is not None else "taken as they stand"
            message = f"the time zone {shown(zone)!r} is not known: its times are {taken}"
            self._problems.warn((), message, at=block.at("DTSTART"))

    def _length(self, block: Block, event: Component, start: When) -> timedelta | None:
        """How long the event lasts; None where it is a moment, or a day."""
        whole_day = not isinstance(start, datetime)
        length = None
        end = when(event, "DTEND")
        if end is not None and isinstance(end, datetime) == isinstance(start, datetime):
            try:
                length = end - start
            except TypeError:  # one of them has a zone and the other has none
                length = naive(end) - naive(start)
            if length < timedelta(0):
                message = "the event ends before it starts; its end was left out"
                self._problems.error((), message, at=block.at("DTEND"))
                return None
        elif "DURATION" in event:
            length = part_of(event["DURATION"], "dt", None)
            if not isinstance(length, timedelta) or not timedelta(0) <= length < _LONGEST:
                message = "the event's duration is none; it was left out"
                self._problems.error((), message, at=block.at("DURATION"))
                return None
        if length is not None and whole_day:
            length -= timedelta(days=1)  # the end is the day after the last
        return length if length is not None and length > timedelta(0) else None

    def _unfolded(self, block: Block, event: Component, start: When) -> list[When]:
        rule = event["RRULE"]
        if isinstance(rule, list):
            rule = rule[0]
        name = shown(word(event, "SUMMARY")) or "an event"
        try:
            if not isinstance(rule, vRecur):
                raise RuleError("its rule is malformed")
            if self._unfolded_count > MOST_OCCURRENCES:
                raise RuleError("the file has too many recurring events")
            starts, more = occurrences(start, rule)
        except RuleError as error:
            self._unfolded_count += 1_000  # looking for what never comes takes time too
            message = f"{name!r} recurs, but {error}: only its first time is shown"
            self._problems.warn((), message, at=block.at("RRULE"))
            return [start]
        self._unfolded_count += len(starts)
        if more:
            message = f"{name!r} goes on recurring; shown are its times within {YEARS} years: {len(starts)}"
            self._problems.warn((), message, at=block.at("RRULE"))
        return starts

    def _tree(self, block: Block, event: Component, exported: str) -> Tree:
        """All of an event but its date; ``exported`` is that date where it was exported from here."""
        title = plain_of(word(event, "SUMMARY"))
        description = word(event, "DESCRIPTION")
        if exported:
            first, _, rest = description.partition("\n\n")
            description = rest if first.endswith(f"({exported})") else description
        if not title:
            title = plain_of(description)[:_LONGEST_TITLE] or "Untitled"
        labels = categories(event) or [self._names.get(block.calendar, "")]
        addresses = [word(event, "URL")]
        tags: list[str] = []
        series = self._series.get((block.calendar, word(event, "UID")))
        if series is not None:
            tags += ["recurring", f"series: {series or title}"]
        priority = word(event, "PRIORITY")
        return {
            "id": own.own_id(event),
            "title": title,
            **texts(text_markdown(description), text_markdown(word(event, "COMMENT"))),
            "category": [key for key in dict.fromkeys(map(self._draft.category, labels)) if key],
            "importance": _IMPORTANCE.get(int(priority), 0) or None if priority.isdigit() else None,
            "status": own.own_status(event) or ("planned" if word(event, "STATUS").upper() == "TENTATIVE" else ""),
            "tags": tags,
            "places": [place] if (place := " ".join(word(event, "LOCATION").split())) else [],
            "actors": people(event),
            "sources": [address for address in addresses if is_web_address(address)],
        }


def _end(start: When, length: timedelta | None) -> When:
    try:
        return start + length if length is not None else start
    except OverflowError:
        return start
