"""Relations between events, both ways."""

from dataclasses import dataclass
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from timeglass.events.event import Event, RelationType
from timeglass.events.timeline import Timeline

AT_ONCE_S: Final = 0.008
"""So long events are looked through before anything is answered, and in one go afterwards."""
_BETWEEN_LOOKS: Final = 256
"""The clock is looked at once for so many events."""


@dataclass(frozen=True)
class Link:
    """A relation as seen from one of its ends: ``backward`` when the other event names it."""

    type: RelationType
    row: int
    backward: bool = False


class Relations(QObject):
    """Looks relations of a timeline up; relations to events that do not exist are left out.

    Who names an event is gathered while the window is idle; ``gathered`` tells when that is done.
    """

    gathered = Signal()

    def __init__(self, timeline: Timeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timeline = timeline
        self._backward: dict[int, list[Link]] = {}
        self._next = 0
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._gather)

    def of(self, row: int) -> list[Link]:
        """Links of a row: its own in the file's order, then those that name it, in time order."""
        if self._next == 0:
            self._gather()
            if self._next < len(self.timeline):
                self._idle.start()
        own = self._own(self.timeline.events[row])
        known = {link.row for link in own}
        return own + [link for link in self._backward.get(row, ()) if link.row not in known]

    def stop(self) -> None:
        """Gather no more."""
        self._idle.stop()

    def _own(self, event: Event) -> list[Link]:
        if not event.related:
            return []
        rows = self.timeline.row_by_id
        return [Link(related.type, rows[related.event]) for related in event.related if related.event in rows]

    def _gather(self) -> None:
        events, until = self.timeline.events, perf_counter() + AT_ONCE_S
        while self._next < len(self.timeline) and perf_counter() < until:
            first, self._next = self._next, min(self._next + _BETWEEN_LOOKS, len(self.timeline))
            for row in range(first, self._next):
                for link in self._own(events[row]):
                    self._backward.setdefault(link.row, []).append(Link(link.type, row, backward=True))
        if self._next >= len(self.timeline):
            was_awaited = self._idle.isActive()
            self._idle.stop()
            if was_awaited:
                self.gathered.emit()
