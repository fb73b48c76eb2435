"""What can be written where the cursor stands: fields, their values, and words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np

from timeglass.events.timeline import Timeline
from timeglass.search.expression import Relation
from timeglass.search.facets import FACET_FIELDS, FacetCounter
from timeglass.search.fields import FIELDS, IMPORTANCES, PROPERTIES, Kind
from timeglass.search.fold import fold, words
from timeglass.search.index import Index, Mask
from timeglass.search.scanner import Lexeme, Sort, scan
from timeglass.search.surface import surface
from timeglass.search.terms import Terms

_MOST: Final = 12
_MOST_WORDS: Final = 5
_MOST_FIELDS: Final = 4
_NAMED_FIELDS: Final = ("actor", "place", "tag", "category", "era", "source")
"""Fields whose values are offered for a word; the others' are offered behind the colon only."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A text to put in place of ``query[start:end]``.

    ``count`` rows match it and all else in the query; -1 stands for not counted. ``field`` is empty for plain words.
    """

    text: str
    label: str
    field: str
    count: int
    start: int
    end: int


class Completer:
    """Completes queries of one timeline; ``hits_of`` gives the rows that a query finds."""

    def __init__(
        self, timeline: Timeline, index: Index, counter: FacetCounter, terms: Terms, hits_of: Callable[[str], Mask]
    ) -> None:
        self._timeline = timeline
        self._index = index
        self._counter = counter
        self._terms = terms
        self._hits_of = hits_of

    def complete(self, query: str, cursor: int) -> list[Completion]:
        """What may be meant by what stands before the cursor, best first."""
        lexemes = list(scan(query[:cursor]))
        if not lexemes or lexemes[-1].end < cursor or lexemes[-1].sort not in (Sort.WORD, Sort.FIELD):
            return []
        lexeme = lexemes[-1]
        start = lexeme.start
        rest = f"{query[:start]} {query[cursor:]} "
        if lexeme.sort is Sort.WORD:
            found = self._of_word(lexeme.text, rest)
        else:
            start = _value_start(lexeme, cursor)
            found = self._of_field(lexeme.text, query[start:cursor].lstrip('=“”„«»"'), rest)
        return [Completion(*one, start, cursor) for one in found[:_MOST]]

    def _of_word(self, text: str, rest: str) -> list[tuple[str, str, str, int]]:
        fields = [(f"{name}:", f"{name}:", name, -1) for name in FIELDS if name.startswith(text.lower())]
        hits = self._hits_of(rest)
        values: list[tuple[str, str, str, int]] = []
        for field in _NAMED_FIELDS:
            values.extend(self._values(field, text, hits))
        values.sort(key=lambda one: -one[3])
        common = [(f"{word} ", word, "", count) for word, count in self._words(text, (), hits)]
        kept = values[: _MOST - len(common) - min(len(fields), _MOST_FIELDS)]
        return fields[:_MOST_FIELDS] + kept + common

    def _of_field(self, field: str, text: str, rest: str) -> list[tuple[str, str, str, int]]:
        """Values of a field; what is inserted is the value alone, since the field's name stands there already."""
        kind = FIELDS[field].kind if field in FIELDS else Kind.DATE
        if kind is Kind.CERTAINLY:
            return [(f"{one.value}:", f"{one.value}:", field, -1) for one in Relation if one.value.startswith(text)]
        if kind in (Kind.PROPERTY, Kind.NUMBER):
            values = PROPERTIES[field] if kind is Kind.PROPERTY else [f">={at}" for at in IMPORTANCES]
            offered = [value for value in values if value.startswith(text)]
            return [(value, value, field, self._count(f"{rest}{field}:{value} ")) for value in offered]
        hits = self._hits_of(rest)
        if field in ("title", "text"):
            return [(word, word, field, count) for word, count in self._words(text, FIELDS[field].texts, hits)]
        if field == "id":
            rows = self._timeline.row_by_id.items()
            ids = (one for one, row in rows if one.startswith(text) and hits[row])
            return [(one, one, field, 1) for one in islice(ids, _MOST)]
        found = self._values(field, text, hits) if field in (*FACET_FIELDS, "lang") else []
        return [(term.partition(":")[2], label, field, count) for term, label, _, count in found]

    def _values(self, field: str, text: str, hits: Mask) -> list[tuple[str, str, str, int]]:
        """Values of a field in whose names a word begins like the text, as whole terms."""
        wanted = f" {fold(text)}"
        facet = self._counter.facet(field, hits, len(hits) + 1)
        matching = (one for one in facet.values if wanted in f" {fold(one.label)}" or wanted in f" {fold(one.value)}")
        return [(self._terms.of(field, one.value), one.label, field, one.count) for one in islice(matching, _MOST)]

    def _words(self, text: str, fields: Sequence[int], hits: Mask) -> list[tuple[str, int]]:
        """The most frequent words that begin like the text, with the number of rows that have them."""
        *before, last = words(text) or ("",)
        if before or not last:
            return []
        low, high = self._index.word_range(last, prefix=True)
        frequencies = np.diff(self._index.starts[low : high + 1])
        numbers = low + np.argsort(-frequencies, kind="stable")[:_MOST_WORDS]
        counts = [int(np.count_nonzero(self._index.find_any([number], fields) & hits)) for number in numbers]
        named = (
            (surface(self._timeline, self._index, number), count) for number, count in zip(numbers, counts, strict=True)
        )
        return [(word, count) for word, count in named if count]

    def _count(self, query: str) -> int:
        return int(np.count_nonzero(self._hits_of(query)))


def _value_start(lexeme: Lexeme, cursor: int) -> int:
    """Where the value that ends at the cursor begins; behind a colon or comma it is the cursor itself."""
    last = lexeme.items[-1] if lexeme.items else None
    return last.start if last and last.end == cursor else cursor
