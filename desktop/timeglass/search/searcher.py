"""The search of one timeline: the room's face toward the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.casual import parse_casual
from timeglass.events.timeline import Timeline
from timeglass.search.evaluation import Evaluator
from timeglass.search.expression import Expression
from timeglass.search.matcher import Matcher
from timeglass.search.names import Names
from timeglass.search.parser import Parsed, parse
from timeglass.search.problem import Problem
from timeglass.search.store import Store, build_store, never, no_progress
from timeglass.search.synonyms import Synonyms
from timeglass.search.wanted import wanted_words

Rows = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Result:
    """What a query found. ``rows`` ascend, which is time order.

    ``words`` are folded and marked in texts by :func:`~timeglass.search.highlight.highlights`; ``problem`` is the first
    thing in the query that could not be read, while ``rows`` follow from all that could. ``certain`` of the rows match
    whatever the doubtful dates turn out to be, the others possibly.
    """

    rows: Rows
    words: tuple[str, ...]
    certain: int
    expression: Expression
    problems: tuple[Problem, ...] = ()

    @property
    def problem(self) -> Problem | None:
        """The first problem."""
        return self.problems[0] if self.problems else None

    @property
    def error(self) -> str:
        """The first problem's message, or ''."""
        return self.problems[0].message if self.problems else ""

    @property
    def position(self) -> int:
        """Where in the query the first problem is, or 0."""
        return self.problems[0].position if self.problems else 0


class Searcher:
    """Searches a timeline. What it needs is prepared on the first search, or earlier by :meth:`build`."""

    def __init__(self, timeline: Timeline, language: str = "en") -> None:
        self.timeline = timeline
        self._read_date = partial(parse_casual, language=language)
        self._synonyms = Synonyms(timeline.head.synonyms)
        self._ready: tuple[Store, Matcher, Names] | None = None

    @property
    def ready(self) -> bool:
        """Tell whether searching needs no more preparation."""
        return self._ready is not None

    def build(self, progress: Callable[[float], None] = no_progress, cancelled: Callable[[], bool] = never) -> bool:
        """Prepare for searching; False when ``cancelled`` said so meanwhile. May run in another thread.

        ``progress`` is told the share that is done, 0 to 1.
        """
        if self._ready is None:
            store = build_store(self.timeline, progress, cancelled)
            if store is None:
                return False
            self.use(store)
        return True

    def use(self, store: Store) -> None:
        """Take over what was prepared before."""
        matcher = Matcher(store.index, self._synonyms)
        self._ready = store, matcher, Names(self.timeline, store.catalogue, matcher)

    def parse(self, query: str, typing: bool = True) -> Parsed:
        """Read a query. With ``typing``, a word at its very end is taken as the beginning of a word."""
        return parse(query, self._read_date, typing)

    def search(self, query: str, selected: Sequence[int] | Rows = (), typing: bool = True) -> Result:
        """The rows that a query matches; an empty query matches all. ``selected`` are the rows for ``is:selected``."""
        parsed = self.parse(query, typing)
        truth = self._evaluator(selected).truth(parsed.expression)
        rows = np.flatnonzero(truth.hit).astype(np.int32)
        certain = len(rows) if truth.without_doubt else int(np.count_nonzero(truth.sure))
        found_words = tuple(wanted_words(parsed.expression, self._synonyms))
        return Result(rows, found_words, certain, parsed.expression, parsed.problems)

    def suggest(self, query: str) -> list[str]:
        """Queries that were perhaps meant where this one finds nothing, best first."""
        return []

    def _evaluator(self, selected: Sequence[int] | Rows) -> Evaluator:
        self.build()
        store, matcher, names = cast("tuple[Store, Matcher, Names]", self._ready)
        chosen = np.zeros(len(self.timeline), np.bool_)
        chosen[np.asarray(selected, np.intp)] = True
        return Evaluator(self.timeline, store.catalogue, matcher, names, chosen)
