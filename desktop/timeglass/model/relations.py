"""Relations between events, both ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from timeglass.events.event import Event, RelationType
from timeglass.events.timeline import Timeline


@dataclass(frozen=True)
class Link:
    """A relation as seen from one of its ends: ``backward`` when the other event names it."""

    type: RelationType
    row: int
    backward: bool = False


@dataclass(frozen=True)
class Relations:
    """Looks relations of a timeline up; relations to events that do not exist are left out."""

    timeline: Timeline

    def of(self, row: int) -> list[Link]:
        """Links of a row: its own in the file's order, then those that name it, in time order."""
        event = self.timeline.events[row]
        own = self._own(event)
        known = {link.row for link in own}
        return own + [link for link in self._backward.get(row, ()) if link.row not in known]

    def _own(self, event: Event) -> list[Link]:
        rows = self.timeline.row_by_id
        return [Link(related.type, rows[related.event]) for related in event.related if related.event in rows]

    @cached_property
    def _backward(self) -> Mapping[int, list[Link]]:
        found: dict[int, list[Link]] = {}
        for row, event in enumerate(self.timeline.events):
            if event.related:
                for link in self._own(event):
                    found.setdefault(link.row, []).append(Link(link.type, row, backward=True))
        return found
