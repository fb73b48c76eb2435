"""Words and phrases of a query against the index, with the spellings that count as the same."""

from collections.abc import Iterator, Sequence

from timeglass.search.fold import words
from timeglass.search.index import Index, Mask, any_mask
from timeglass.search.synonyms import Folded, Synonyms


class Matcher:
    """Finds the rows in which words stand."""

    def __init__(self, index: Index, synonyms: Synonyms) -> None:
        self._index = index
        self._synonyms = synonyms

    def rows(self, text: str, prefix: bool = False, fields: Sequence[int] = ()) -> Mask:
        """Rows with the words of a text one behind the other, or with a synonym of them.

        ``prefix`` makes the last word a beginning. ``fields`` are the texts to look in, none for all.
        """
        spellings = self.spellings(text, prefix)
        found = (self._index.find(spelling, is_prefix, fields) for spelling, is_prefix in spellings)
        return any_mask(found, self._index.row_count)

    def exact_rows(self, text: str) -> Mask:
        """Rows with just these words one behind the other, without synonyms."""
        return self._index.find(words(text))

    def whole_rows(self, text: str, fields: Sequence[int]) -> Mask:
        """Rows with a text that is, folded, the whole of this one."""
        return self._index.find_whole(words(text), fields)

    def spellings(self, text: str, prefix: bool) -> Iterator[tuple[Folded, bool]]:
        """The folded words of a text and of its synonyms, and whether the last word is a beginning."""
        folded = words(text)
        yield folded, prefix
        for other in self._synonyms.others(folded):
            yield other, False
