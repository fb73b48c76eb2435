"""Words and phrases of a query against the index, with the spellings that count as the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeglass.search.expression import Expression, Word
from timeglass.search.fold import words
from timeglass.search.giving_up import Check, carry_on, checked
from timeglass.search.index import Index, Mask, any_mask
from timeglass.search.stems import Stems
from timeglass.search.synonyms import Folded, Synonyms


@dataclass(frozen=True, slots=True)
class Matcher:
    """Finds the rows in which words stand; with ``stems``, other forms of a word too."""

    index: Index
    synonyms: Synonyms
    stems: Stems | None = None

    def rows(self, text: str, prefix: bool = False, fields: Sequence[int] = (), check: Check = carry_on) -> Mask:
        """Rows with the words of a text one behind the other, or with a synonym of them.

        ``prefix`` makes the last word a beginning. ``fields`` are the texts to look in, none for all.
        ``check`` is called before each spelling.
        """
        spellings = self.spellings(text, prefix)
        one_by_one = checked(spellings, check, every=1)
        found = (self.index.find(spelling, is_prefix, fields) for spelling, is_prefix in one_by_one)
        return any_mask(found, self.index.row_count)

    def exact_rows(self, text: str) -> Mask:
        """Rows with just these words one behind the other, without synonyms and forms."""
        return self.index.find(words(text))

    def whole_rows(self, text: str, fields: Sequence[int]) -> Mask:
        """Rows with a text that is, folded, the whole of this one."""
        return self.index.find_whole(words(text), fields)

    def spellings(self, text: str, prefix: bool) -> Iterator[tuple[Folded, bool]]:
        """The folded words of a text, of its synonyms and forms, and whether the last word is a beginning."""
        folded = words(text)
        yield folded, prefix
        for other in self.synonyms.others(folded):
            yield other, False
        if self.stems is not None and len(folded) == 1:
            for form in self.stems.forms(text, folded[0]):
                yield (form,), False

    def runs(self, children: Sequence[Expression]) -> Iterator[tuple[range, list[Folded]]]:
        """Words side by side that are together an entry of the synonyms: which they are, and the other entries.

        So ``NATO Ukraine Commission`` finds its abbreviation without being put between quotes.
        """
        for first in range(len(children)):
            folded: Folded = ()
            for last in range(first, len(children)):
                child = children[last]
                if not isinstance(child, Word) or len(folded) > self.synonyms.longest:
                    break
                folded += words(child.text)
                others = self.synonyms.others(folded) if last > first else []
                if others:
                    yield range(first, last + 1), others
