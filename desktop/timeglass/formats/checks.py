"""What can only be checked once all events are known: arrows between them, and causes after their effects."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.event import RelationType
from timeglass.formats.entries import EventEntry
from timeglass.formats.naming import Names
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Problems, shown
from timeglass.formats.stores import Store

_CAUSE_FIRST: Mapping[RelationType, tuple[bool, str]] = {
    RelationType.LEADS_TO: (True, "leads to"),
    RelationType.RESPONDS_TO: (False, "responds to"),
    RelationType.REVERSES: (False, "reverses"),
}
"""Whether the event that has the arrow must come first, and the arrow in words."""


class Arrows:
    """Checks the arrows between the events of one file.

    ``rows`` are the rows in the file of the sound events, ascending, and ``bounds`` their bounds, shape (n, 4).
    """

    def __init__(
        self,
        store: Store,
        names: Names,
        rows: NDArray[np.int64],
        bounds: NDArray[np.int64],
        problems: Problems,
        suggester: Suggester,
    ) -> None:
        self._store = store
        self._names = names
        self._rows = rows
        self._bounds = bounds
        self._problems = problems
        self._suggester = suggester

    def check(self, row: int) -> None:
        """Report arrows of an event to nothing or to itself, and causes dated after their effects."""
        entry = self._store.entry(row)
        for number, arrow in enumerate(entry.related):
            path = ("events", row, "related", number)
            other = self._names.owners.get(arrow.event)
            if other is None:
                near = self._suggester.nearest(arrow.event, self._names.owners)
                self._problems.error((*path, "event"), f"unknown event {shown(arrow.event)!r}", near)
            elif other == row:
                self._problems.error((*path, "event"), "the event refers to itself")
            elif arrow.type in _CAUSE_FIRST and self._is_dated(row) and self._is_dated(other):
                event_first, words = _CAUSE_FIRST[arrow.type]
                cause, effect = (row, other) if event_first else (other, row)
                if self._starts_after(cause, effect):
                    said = f"{self._said(row, entry)} {words} {self._said(other, self._store.entry(other))}"
                    self._problems.error(path, f"{said}, but the cause is dated after its effect")

    def _is_dated(self, row: int) -> bool:
        """Tell whether the date of an event makes sense."""
        at = int(np.searchsorted(self._rows, row))
        return at < len(self._rows) and int(self._rows[at]) == row

    def _starts_after(self, cause: int, effect: int) -> bool:
        """Tell whether a cause certainly starts after its effect has started."""
        at_cause, at_effect = np.searchsorted(self._rows, (cause, effect))
        latest = int(self._bounds[at_effect, 1])
        return OPEN_PAST < latest < int(self._bounds[at_cause, 0]) < OPEN_FUTURE

    def _said(self, row: int, entry: EventEntry) -> str:
        return f"{shown(self._names.given.get(row, entry.id))!r} ({shown(entry.date)})"
