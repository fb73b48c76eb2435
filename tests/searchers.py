"""A searcher for tests: plain words in titles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeglass.events.event import text_in
from timeglass.events.timeline import Timeline


@dataclass(frozen=True)
class PlainResult:
    """What the window asks of a result."""

    rows: NDArray[np.int32]
    error: str = ""
    position: int = -1
    words: tuple[str, ...] = ()
    certain: int = 0


class PlainSearcher:
    """All words must stand in the title; "(" cannot be read; "slow" takes its time."""

    def __init__(self, timeline: Timeline) -> None:
        self._titles = [text_in(event.title, "en").casefold() for event in timeline.events]

    def search(self, query: str, selected: NDArray[np.int32]) -> PlainResult:
        """Rows whose title holds every word."""
        words = tuple(query.replace("(", " ").casefold().split())
        rows = [row for row, title in enumerate(self._titles) if all(word in title for word in words)]
        error = "a parenthesis is not closed" if "(" in query else ""
        return PlainResult(np.array(rows, np.int32), error, query.find("("), words, len(rows))

    def suggest(self, query: str) -> Sequence[str]:
        """Always the same."""
        return ["meeting"]
