"""What can be written where the cursor stands: fields, their values, and words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

import numpy as np

from timeglass.events.timeline import Timeline
from timeglass.search.expression import Relation, quoted
from timeglass.search.facets import FACET_FIELDS, FacetCounter
from timeglass.search.fields import FIELDS, IMPORTANCES, PROPERTIES, Kind
from timeglass.search.fold import fold, words
from timeglass.search.giving_up import Check, carry_on, checked
from timeglass.search.index import Index, Mask
from timeglass.search.scanner import KEYWORDS, Lexeme, Sort, scan
from timeglass.search.surface import NAMES, surface
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
    count: int = -1
    start: int = 0
    end: int = 0


class Completer:
    """Completes queries of one timeline; ``hits_of`` gives the rows that a query finds. ``check`` as elsewhere."""

    def __init__(
        self,
        timeline: Timeline,
        index: Index,
        counter: FacetCounter,
        terms: Terms,
        hits_of: Callable[[str], Mask],
        check: Check = carry_on,
    ) -> None:
        self._timeline = timeline
        self._index = index
        self._counter = counter
        self._terms = terms
        self._hits_of = hits_of
        self._check = check

    def complete(self, query: str, cursor: int) -> list[Completion]:
        """What may be meant by what stands before the cursor, best first."""
        lexemes = list(scan(query[:cursor]))
        if not lexemes or lexemes[-1].end < cursor or lexemes[-1].sort not in (Sort.WORD, Sort.FIELD):
            return []
        lexeme = lexemes[-1]
        start = lexeme.start
        rest = f"{query[:start]} {query[cursor:]} "
        if lexeme.sort is Sort.WORD:
            offers = self._of_word(lexeme.text, rest)
        else:
            start = _value_start(lexeme, cursor)
            offers = self._of_field(lexeme.text, query[start:cursor].lstrip('=“”„«»"'), rest)
        return [replace(offer, start=start, end=cursor) for offer in offers[:_MOST]]

    def _of_word(self, text: str, rest: str) -> list[Completion]:
        """Fields, values of any field, and words that begin like the text."""
        fields = [Completion(f"{name}:", f"{name}:", name) for name in FIELDS if name.startswith(text.lower())]
        fields = fields[:_MOST_FIELDS]
        hits = self._hits_of(rest)
        values = [offer for field in _NAMED_FIELDS for offer in self._values(field, text, hits)]
        values.sort(key=lambda offer: -offer.count)
        found = self._words(text, "", rest)
        whole = [replace(offer, text=f"{offer.text} ") for offer in values[: _MOST - len(found) - len(fields)] + found]
        return fields + whole

    def _of_field(self, field: str, text: str, rest: str) -> list[Completion]:
        """Values of a field; what is inserted is the value alone, since the field's name stands there already."""
        kind = FIELDS[field].kind if field in FIELDS else Kind.DATE
        hits = self._hits_of(rest)
        if kind is Kind.CERTAINLY:
            relations = [f"{relation.value}:" for relation in Relation if relation.value.startswith(text)]
            return [Completion(relation, relation, field) for relation in relations]
        if kind in (Kind.PROPERTY, Kind.NUMBER):
            values = PROPERTIES[field] if kind is Kind.PROPERTY else [f">={at}" for at in IMPORTANCES]
            offered = [value for value in values if value.startswith(text)]
            return [Completion(value, value, field, self._count(f"{rest}{field}:{value} ")) for value in offered]
        if kind is Kind.ID:
            rows = self._timeline.row_by_id.items()
            ids = (one for one, row in checked(rows, self._check) if one.startswith(text) and hits[row])
            return [Completion(one, one, field, 1) for one in islice(ids, _MOST)]
        if field in ("title", "text"):
            return self._words(text, field, rest)
        if field not in (*FACET_FIELDS, "lang"):
            return []
        return [replace(offer, text=offer.text.partition(":")[2]) for offer in self._values(field, text, hits)]

    def _values(self, field: str, text: str, hits: Mask) -> list[Completion]:
        """Values of a field in whose names a word begins like the text, as whole terms."""
        self._check()
        wanted = f" {fold(text)}"
        values = self._counter.facet(field, hits, len(hits) + 1, self._check).values
        matching = (one for one in values if wanted in f" {fold(one.label)}" or wanted in f" {fold(one.value)}")
        chosen = islice(matching, _MOST)
        return [Completion(self._terms.of(field, one.value), one.label, field, one.count) for one in chosen]

    def _words(self, text: str, field: str, rest: str) -> list[Completion]:
        """The most frequent words that begin like the text; in a field, or anywhere if it is ''."""
        *before, last = words(text) or ("",)
        if before or not last:
            return []
        low, high = self._index.word_range(last, prefix=True)
        frequencies = np.diff(self._index.starts[low : high + 1])
        numbers = low + np.argsort(-frequencies, kind="stable")[:_MOST_WORDS]
        fields = FIELDS[field].texts if field else NAMES
        found = [_written(surface(self._timeline, self._index, number, fields)) for number in numbers]
        name = f"{field}:" if field else ""
        offers = [Completion(word, word, field, self._count(f"{rest}{name}{word} ")) for word in found]
        return [offer for offer in offers if offer.count]

    def _count(self, query: str) -> int:
        return int(np.count_nonzero(self._hits_of(query)))


def _written(word: str) -> str:
    """A word as it must stand in a query: between quotes where it would be taken for a connective."""
    return quoted(word) if word in KEYWORDS else word


def _value_start(lexeme: Lexeme, cursor: int) -> int:
    """Where the value that ends at the cursor begins; behind a colon or comma it is the cursor itself."""
    last = lexeme.items[-1] if lexeme.items else None
    return last.start if last and last.end == cursor else cursor
