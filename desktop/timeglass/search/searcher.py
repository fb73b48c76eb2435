"""The search of one timeline: the room's face toward the others."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.casual import parse_casual
from timeglass.events.timeline import Timeline
from timeglass.search.completion import Completer, Completion
from timeglass.search.evaluation import Evaluator
from timeglass.search.expression import Expression
from timeglass.search.facets import Facet, FacetCounter
from timeglass.search.giving_up import Check, carry_on
from timeglass.search.index import Mask
from timeglass.search.matcher import Matcher
from timeglass.search.names import Names
from timeglass.search.parser import Parsed, parse
from timeglass.search.problem import Problem
from timeglass.search.stems import Stems
from timeglass.search.store import Store, build_store, never, no_progress
from timeglass.search.store_file import load_store, save_store
from timeglass.search.suggestions import did_you_mean
from timeglass.search.synonyms import Synonyms
from timeglass.search.terms import Terms
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
        """Where in the query the first problem is, or -1."""
        return self.problems[0].position if self.problems else -1


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What is made of the store for one timeline."""

    store: Store
    names: Names
    names_by_form: Names
    counter: FacetCounter
    terms: Terms


class Searcher:
    """Searches a timeline. What it needs is prepared on the first search, or earlier by :meth:`build`.

    ``language`` decides how a date like 4/12/1985 is meant and in which language labels are given.
    """

    def __init__(self, timeline: Timeline, language: str = "en") -> None:
        self.timeline = timeline
        self._language = language
        self._read_date = partial(parse_casual, language=language)
        self._synonyms = Synonyms(timeline.head.synonyms)
        self._prepared: _Prepared | None = None
        self.when_built: Callable[[], None] = lambda: None
        """Called, in the thread that built, when the preparation is done and was not taken from a file."""
        self.while_building: Callable[[], AbstractContextManager[object]] = nullcontext
        """Entered around the preparation, in the thread that builds."""

    @property
    def ready(self) -> bool:
        """Tell whether searching needs no more preparation."""
        return self._prepared is not None

    def build(self, progress: Callable[[float], None] = no_progress, cancelled: Callable[[], bool] = never) -> bool:
        """Prepare for searching; False when ``cancelled`` said so meanwhile. May run in another thread.

        ``progress`` is told the share that is done, 0 to 1.
        """
        if self._prepared is None:
            with self.while_building():
                store = build_store(self.timeline, progress, cancelled)
            if store is None:
                return False
            self._prepare(store)
            self.when_built()
        return True

    def save(self, path: Path) -> None:
        """Keep what is prepared in a file, for :meth:`load`. Raises OSError where it cannot be written."""
        save_store(self._ready().store, self.timeline.digest, path)

    def load(self, path: Path) -> bool:
        """Take what is prepared from a file; False where there is none that belongs to this timeline."""
        store = load_store(self.timeline.digest, path)
        if store is None or store.index.row_count != len(self.timeline):
            return False
        self._prepare(store)
        return True

    def parse(self, query: str, typing: bool = True) -> Parsed:
        """Read a query. With ``typing``, a word at its very end is taken as the beginning of a word."""
        return parse(query, self._read_date, typing)

    def search(
        self,
        query: str,
        selected: Sequence[int] | Rows = (),
        typing: bool = True,
        stemming: bool = False,
        check: Check = carry_on,
    ) -> Result:
        """The rows that a query matches; an empty query matches all.

        ``selected`` are the rows for ``is:selected``. With ``typing``, a word at the very end is the beginning of a
        word; with ``stemming``, other forms of a word count too ("summits" for "summit"). ``check`` is called between
        steps, here and in the other methods: what it raises ends the search.
        """
        parsed = self.parse(query, typing)
        evaluator = self._evaluator(selected, stemming, check)
        truth = evaluator.truth(parsed.expression)
        rows = np.flatnonzero(truth.hit).astype(np.int32)
        certain = len(rows) if truth.without_doubt else int(np.count_nonzero(truth.sure))
        found_words = tuple(dict.fromkeys(wanted_words(parsed.expression, evaluator.matcher)))
        return Result(rows, found_words, certain, parsed.expression, parsed.problems)

    def suggest(self, query: str, selected: Sequence[int] | Rows = (), check: Check = carry_on) -> list[str]:
        """Queries that were perhaps meant where this one finds nothing, best first; each of them finds something."""
        evaluator = self._evaluator(selected, check=check)
        index = self._ready().store.index
        expression = self.parse(query, typing=True).expression
        meant = did_you_mean(
            query, expression, self.timeline, index, lambda node: bool(evaluator.truth(node).hit.any()), check
        )
        return [text for text in meant if evaluator.truth(self.parse(text).expression).hit.any()]

    did_you_mean = suggest

    def complete(
        self,
        query: str,
        cursor: int,
        selected: Sequence[int] | Rows = (),
        stemming: bool = False,
        check: Check = carry_on,
    ) -> list[Completion]:
        """What may be meant by what stands before the cursor, with counts under the rest of the query."""
        prepared = self._ready()
        evaluator = self._evaluator(selected, stemming, check)
        completer = Completer(
            self.timeline,
            prepared.store.index,
            prepared.counter,
            prepared.terms,
            lambda text: evaluator.truth(self.parse(text, typing=False).expression).hit,
            check,
        )
        return completer.complete(query, cursor)

    def facets(self, rows: Sequence[int] | Rows | None = None, most: int = 200, check: Check = carry_on) -> list[Facet]:
        """What the rows (None: all) have in common, at most so many values a field."""
        hits = np.ones(len(self.timeline), np.bool_) if rows is None else self._mask(rows)
        return self._ready().counter.all(hits, most, check)

    def term(self, field: str, value: str) -> str:
        """The term that finds just the events with a facet's value: what a click on it puts into the query."""
        return self._ready().terms.of(field, value)

    def _ready(self) -> _Prepared:
        self.build()
        return cast("_Prepared", self._prepared)

    def _prepare(self, store: Store) -> None:
        matcher = Matcher(store.index, self._synonyms)
        by_form = replace(matcher, stems=Stems(store.index.vocabulary))
        self._prepared = _Prepared(
            store,
            Names(self.timeline, store.catalogue, matcher),
            Names(self.timeline, store.catalogue, by_form),
            FacetCounter(self.timeline, store.catalogue, self._language),
            Terms(self.timeline.head, store.catalogue, self._synonyms),
        )

    def _evaluator(self, selected: Sequence[int] | Rows, stemming: bool = False, check: Check = carry_on) -> Evaluator:
        prepared = self._ready()
        names = prepared.names_by_form if stemming else prepared.names
        catalogue = prepared.store.catalogue
        return Evaluator(self.timeline, catalogue, names.matcher, names, self._mask(selected), check)

    def _mask(self, rows: Sequence[int] | Rows) -> Mask:
        mask = np.zeros(len(self.timeline), np.bool_)
        mask[np.asarray(rows, np.intp)] = True
        return mask
