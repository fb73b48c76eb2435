"""Relations between events, both ways."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from timeglass.events.event import Event, RelationType
from timeglass.events.timeline import Timeline
from timeglass.model.searching import Collected, SearchRunner

LOOKED_THROUGH: Final = 5_000
"""So few events are looked through at once; of more, the search knows which have relations at all."""
TREE_LEVELS: Final = 3
TREE_MOST: Final = 8
"""So many events behind those that are related themselves are listed; the nearest come first."""
HAVE_RELATIONS: Final = "has:related"


@dataclass(frozen=True)
class Link:
    """A relation as seen from one of its ends: ``backward`` when the other event names it."""

    type: RelationType
    row: int
    backward: bool = False


@dataclass(frozen=True)
class Branch:
    """A line of the tree of related events: a link as seen from the line above of the level before.

    Level 0 is related to the event itself. ``more`` further events are related to this one that the tree has not.
    """

    link: Link
    level: int
    more: int = 0


class Relations(QObject):
    """Looks relations of a timeline up; relations to events that do not exist are left out."""

    gathered = Signal()
    """Who names whom became known later than it was first asked for."""

    def __init__(self, timeline: Timeline, search: SearchRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._search = search
        self._backward: dict[int, list[Link]] = {}
        self._asked = False

    def of(self, row: int) -> list[Link]:
        """Links of a row: its own in the file's order, then those that name it, in time order."""
        if not self._asked:
            self._asked = True
            if len(self._timeline) <= LOOKED_THROUGH:
                self._gather(range(len(self._timeline)))
            else:
                self._search.collected.connect(self._on_collected)
                self._search.collect(HAVE_RELATIONS)
        own = self._own(self._timeline.events[row])
        known = {link.row for link in own}
        return own + [link for link in self._backward.get(row, ()) if link.row not in known]

    def tree(self, row: int) -> list[Branch]:
        """Related events, and those related to them, from the top; each once, as near to the event as it can be.

        All that are related to the event itself are there.
        """
        below: dict[int, list[Link]] = {row: self.of(row)}
        seen = {row, *(link.row for link in below[row])}
        level = [link.row for link in below[row]]
        room = TREE_MOST
        for _ in range(1, TREE_LEVELS):
            nearest, level = level, []
            for parent in dict.fromkeys(nearest):  # an event may be related in two ways
                found = [link for link in self.of(parent) if link.row not in seen][:room] if room else []
                below[parent] = found
                room -= len(found)
                seen.update(link.row for link in found)
                level += [link.row for link in found]
        branches: list[Branch] = []
        grown: set[int] = set()

        def grow(parent: int, depth: int) -> None:
            for link in below.get(parent, ()):
                more = len({other.row for other in self.of(link.row)} - seen)
                branches.append(Branch(link, depth, more))
                if link.row not in grown:
                    grown.add(link.row)
                    grow(link.row, depth + 1)

        grow(row, 0)
        return branches

    def _own(self, event: Event) -> list[Link]:
        if not event.related:
            return []
        rows = self._timeline.row_by_id
        return [Link(related.type, rows[related.event]) for related in event.related if related.event in rows]

    def _gather(self, rows: Iterable[int]) -> None:
        for row in rows:
            for link in self._own(self._timeline.events[row]):
                self._backward.setdefault(link.row, []).append(Link(link.type, row, backward=True))

    def _on_collected(self, collected: Collected) -> None:
        if collected.query == HAVE_RELATIONS:
            self._search.collected.disconnect(self._on_collected)
            self._gather(collected.rows.tolist())
            if self._backward:
                self.gathered.emit()
