"""Spans and the four bounds of a date that keeps its doubt."""

from typing import NamedTuple

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST


class Span(NamedTuple):
    """A half-open stretch of time ``[start, end)`` in instants."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Seconds from start to end."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a second."""
        return self.start < other.end and other.start < self.end


class Bounds(NamedTuple):
    """Earliest and latest possible start, earliest and latest possible end, each a second that it may be.

    All four are inclusive: for ``1997`` they are the first second of 1997, its last, its first and its last:
    something that happened, start to end, at some time in 1997. For ``1993/1996`` the start lies in 1993 and the end in
    1996, and from the last second of 1993 to the first of 1996 it certainly went on.
    ``OPEN_PAST`` and ``OPEN_FUTURE`` stand for bounds that do not exist or are not known.
    """

    start_earliest: int
    start_latest: int
    end_earliest: int
    end_latest: int

    @property
    def span(self) -> Span:
        """All that is possible, half-open."""
        end = self.end_latest
        return Span(self.start_earliest, end if end == OPEN_FUTURE else end + 1)

    @property
    def open_start(self) -> bool:
        """Tell whether there is no earliest start."""
        return self.start_earliest == OPEN_PAST

    @property
    def open_end(self) -> bool:
        """Tell whether there is no latest end."""
        return self.end_latest == OPEN_FUTURE
