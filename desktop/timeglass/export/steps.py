"""The steps of an export: between two of them it tells how far it is, and hears whether it is still wanted."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from timeglass.export.job import Cancelled, ExportCancelledError, Progress

_EACH: Final = 64
"""So many small things make a step."""
T = TypeVar("T")


class Steps:
    """A stretch of an export, from the share ``first`` to the share ``last`` of the whole."""

    def __init__(
        self,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        first: float = 0.0,
        last: float = 1.0,
        words: str = "Gathering the events",
    ) -> None:
        """``words`` say what is done meanwhile; they are one of the window's stages."""
        self._progress = progress
        self.cancelled = cancelled
        self._first, self._last = first, last
        self._words = words

    def check(self) -> None:
        """Raise ExportCancelledError where the export is wanted no more."""
        if self.cancelled is not None and self.cancelled():
            raise ExportCancelledError

    def tell(self, share: float) -> None:
        """Tell what share of this stretch is done, 0 to 1. Raises ExportCancelledError."""
        self.check()
        if self._progress is not None:
            self._progress(self._first + (self._last - self._first) * min(share, 1.0), self._words)

    def part(self, first: float, last: float, words: str = "") -> "Steps":
        """A stretch of this one, between two of its shares."""
        length = self._last - self._first
        start, end = self._first + length * first, self._first + length * last
        return Steps(self._progress, self.cancelled, start, end, words or self._words)

    def over(self, things: Sequence[T]) -> Iterator[T]:
        """Each of some things, told as they are taken. Raises ExportCancelledError."""
        count = len(things)
        for place, thing in enumerate(things):
            if place % _EACH == 0:
                self.tell(place / count)
            yield thing


UNWATCHED: Final = Steps()
"""Of what nobody waits for."""
