"""Events that are made when they are looked at: a million of them cost no more than what they are made from."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, overload

from timeglass.chrono.bounds import Bounds
from timeglass.chrono.edtf_date import EdtfDate, Precision
from timeglass.events.event import Event

NO_DATE: Final = EdtfDate("", Bounds(0, 0, 0, 0), Precision.SECOND)
_KEPT = 4_096
"""Events kept at hand; what is on the screen is asked for again and again."""


class LazyEvents(Sequence[Event]):
    """A sequence of events in row order. ``make`` gives the event of a row, the same one each time.

    ``make_undated`` gives it with :data:`NO_DATE`, which is done sooner.
    """

    __slots__ = ("_count", "_kept", "_make", "_make_undated")

    def __init__(
        self, count: int, make: Callable[[int], Event], make_undated: Callable[[int], Event] | None = None
    ) -> None:
        self._count = count
        self._make = make
        self._make_undated = make_undated or make
        self._kept: dict[int, Event] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, row: int) -> Event: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[Event]: ...

    def __getitem__(self, row: int | slice) -> Event | Sequence[Event]:
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(self._count))]
        event = self._kept.get(row)
        if event is None:
            event = self._made(row)
        return event

    def __iter__(self) -> Iterator[Event]:
        """Go through all events without keeping them."""
        return map(self._make, range(self._count))

    def undated(self, first: int, end: int) -> list[Event]:
        """Events of some rows that there are, without keeping them; their dates are not to be looked at."""
        return list(map(self._make_undated, range(first, end)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{self._count} events>"

    def _made(self, row: int) -> Event:
        if not -self._count <= row < self._count:
            raise IndexError(row)
        event = self._make(row % self._count)
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[row] = event
        return event


def undated(events: Sequence[Event], first: int, end: int) -> Sequence[Event]:
    """Events of some rows that there are, for who reads all but their dates."""
    return events.undated(first, end) if isinstance(events, LazyEvents) else events[first:end]
