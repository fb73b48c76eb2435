"""Terms that find just the rows with a value: what a click on the value writes into the query."""

from collections.abc import Mapping
from typing import Final

from timeglass.events.timeline import Head
from timeglass.search.catalogue import Catalogue
from timeglass.search.edit_query import term
from timeglass.search.fold import fold, words
from timeglass.search.synonyms import Synonyms

_BY_WORDS: Final = ("actor", "place")


class Terms:
    """Writes the terms for values of one timeline."""

    def __init__(self, head: Head, catalogue: Catalogue, synonyms: Synonyms) -> None:
        self._sources = frozenset(head.sources)
        self._synonyms = synonyms
        self._folded: Mapping[str, str] = {
            field: "\n".join(f" {value} " for value in catalogue.columns[field].folded) for field in _BY_WORDS
        }

    def of(self, field: str, value: str) -> str:
        """``field:value``, or ``field:=value`` where the words of the value stand in others too."""
        if field in _BY_WORDS:
            shared = self._folded[field].count(f" {fold(value)} ") > 1
            return term(field, value, shared or bool(self._synonyms.others(words(value))))
        return term(field, value, field == "source" and value not in self._sources)
