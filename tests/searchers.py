"""A searcher for tests: plain words in titles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeglass.events.event import text_in
from timeglass.events.timeline import Timeline
from timeglass.search import Completion, Facet, FacetValue
from timeglass.search.giving_up import Check, carry_on


@dataclass(frozen=True)
class PlainResult:
    """What the window asks of a result."""

    rows: NDArray[np.int32]
    error: str = ""
    position: int = -1
    words: tuple[str, ...] = ()
    certain: int = 0


class PlainSearcher:
    """All words must stand in the title; "(" cannot be read; other forms of a word are those with an "s" more."""

    def __init__(self, timeline: Timeline, language: str = "en") -> None:
        self._titles = [text_in(event.title, "en").casefold() for event in timeline.events]

    def build(self, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> bool:
        """Nothing is to be prepared."""
        return True

    def search(
        self,
        query: str,
        selected: NDArray[np.int32],
        typing: bool = True,
        stemming: bool = False,
        check: Check = carry_on,
    ) -> PlainResult:
        """Rows whose title holds every word."""
        words = tuple(query.replace("(", " ").casefold().split())
        words = tuple(word.removesuffix("s") for word in words) if stemming else words
        rows = [row for row, title in enumerate(self._titles) if all(word in title for word in words)]
        error = "a parenthesis is not closed" if "(" in query else ""
        return PlainResult(np.array(rows, np.int32), error, query.find("("), words, len(rows))

    def suggest(self, query: str, selected: NDArray[np.int32], check: Check = carry_on) -> Sequence[str]:
        """Always the same."""
        return ["meeting"]

    def facets(self, rows: NDArray[np.int32] | None, check: Check = carry_on) -> Sequence[Facet]:
        """One facet, of titles."""
        chosen = range(len(self._titles)) if rows is None else rows.tolist()
        values = tuple(FacetValue(self._titles[row], self._titles[row], 1) for row in chosen)
        return [Facet("title", values, len(values))]

    def term(self, field: str, value: str) -> str:
        """Plain."""
        return f"{field}:{value}"

    def complete(
        self, query: str, cursor: int, selected: NDArray[np.int32], stemming: bool = False, check: Check = carry_on
    ) -> Sequence[Completion]:
        """Titles that begin so."""
        return [
            Completion(title, title, "", 1, 0, cursor) for title in self._titles if title.startswith(query) and query
        ]
