"""What iCalendar files cancel: events by later messages (RFC 5546, 3.2.5), and by later revisions of themselves.

What was cancelled is shown, and said to be cancelled: it was planned, but a reader must not take it for what happened.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from icalendar import Component

from timeglass.formats.foreign.draft import Tree
from timeglass.formats.foreign.ics_blocks import Block
from timeglass.formats.foreign.ics_values import part_of, stamp, when, word

Read = tuple[Block, Component]
TAG: Final = "cancelled"
_DIGITS: Final = 12
"""A number of so many is none of a revision."""


class Revision(NamedTuple):
    """How new what a component says is (RFC 5546, 2.1.5): the later of two wins."""

    sequence: int
    made: str


class _OfEvent:
    """The cancellations of one event: of a time ("" stands for all of them), or of a time and all later ones."""

    def __init__(self, block: Block) -> None:
        self.alone: list[Read] = []
        self.block = block
        self.is_met = False
        self._times: dict[str, Revision] = {}
        self._onwards: dict[str, Revision] = {}

    def add(self, block: Block, component: Component) -> None:
        self.alone.append((block, component))
        moment, revision = when(component, "RECURRENCE-ID"), revision_of(component)
        given = part_of(component.get("RECURRENCE-ID"), "params", {})
        time = stamp(moment) if moment is not None else ""
        kept = self._onwards if str(given.get("RANGE", "")).upper() == "THISANDFUTURE" else self._times
        kept[time] = max(kept.get(time, revision), revision)

    @cached_property
    def _latest(self) -> tuple[list[str], list[Revision]]:
        """The times from which on others are cancelled, and the newest revision up to each."""
        times = sorted(self._onwards)
        return times, list(accumulate((self._onwards[time] for time in times), max))

    def meets(self, event: Revision, time: str) -> bool:
        found = [self._times[at] for at in ("", time) if at in self._times]
        times, revisions = self._latest
        before = bisect_right(times, time)
        if before:
            found.append(revisions[before - 1])
        met = any(_outdates(revision, event) for revision in found)
        self.is_met = self.is_met or met
        return met


def _outdates(cancellation: Revision, event: Revision) -> bool:
    if cancellation.sequence != event.sequence:
        return cancellation.sequence > event.sequence
    return not (cancellation.made and event.made) or cancellation.made >= event.made


class Cancellations:
    """The cancellations of a file, by the UIDs of their events."""

    def __init__(self) -> None:
        self._by_uid: dict[str, _OfEvent] = {}

    def add(self, block: Block, component: Component) -> None:
        """Take in a component of a calendar whose method is CANCEL."""
        self._by_uid.setdefault(word(component, "UID"), _OfEvent(block)).add(block, component)

    def without_events(self, events: Sequence[Read]) -> list[Read]:
        """Take out, and return, those whose events are not in the file."""
        known = {word(component, "UID") for _, component in events} - {""}
        alone = [uid for uid in self._by_uid if uid not in known]
        return [one for uid in alone for one in self._by_uid.pop(uid).alone]

    def meet(self, event: Component, time: str) -> bool:
        """Tell whether a time of an event is cancelled."""
        of_event = self._by_uid.get(word(event, "UID"))
        return of_event is not None and of_event.meets(revision_of(event), time)

    def unmet(self) -> list[Block]:
        """Where the cancellations of events begin that met nothing."""
        return [of_event.block for of_event in self._by_uid.values() if not of_event.is_met]


_NEVER: Final = Revision(0, "")


def revision_of(component: Component) -> Revision:
    """How new a component is."""
    sequence, made = word(component, "SEQUENCE"), when(component, "DTSTAMP")
    return Revision(
        int(sequence) if sequence.isdecimal() and len(sequence) < _DIGITS else 0,
        stamp(made) if made is not None else "",
    )


def is_cancelled(event: Component) -> bool:
    """Tell whether an event says so itself."""
    return word(event, "STATUS").upper() == "CANCELLED"


def newest(events: Sequence[Read]) -> list[Read]:
    """The events; of those that were cancelled, or are again after that, only the last revision in each calendar.

    Only what begins at the same moment counts as the same: some programs give one UID to all events.
    """
    last = {_identity(*one): revision_of(one[1]) for one in events if is_cancelled(one[1])}
    if not last:
        return list(events)
    for one in events:
        key = _identity(*one)
        if key in last:
            last[key] = max(last[key], revision_of(one[1]))
    return [one for one in events if revision_of(one[1]) >= last.get(_identity(*one), _NEVER)]


def _identity(block: Block, event: Component) -> tuple[int, str, str, str]:
    moments = (when(event, name) for name in ("RECURRENCE-ID", "DTSTART"))
    moved, start = (stamp(moment) if moment is not None else "" for moment in moments)
    return block.calendar, word(event, "UID"), moved, start


def cancelled(tree: Tree) -> Tree:
    """An event as it is shown when it was cancelled."""
    if TAG in tree["tags"]:
        return tree
    return {**tree, "title": f"Cancelled: {tree['title']}", "tags": [TAG, *tree["tags"]]}
