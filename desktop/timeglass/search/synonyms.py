"""Words and phrases that count as one: the file's own lists."""

from collections.abc import Sequence

from timeglass.search.fold import words

Folded = tuple[str, ...]


class Synonyms:
    """Finds the other spellings of a word or phrase. Lists that share an entry are one list."""

    def __init__(self, lists: Sequence[Sequence[str]]) -> None:
        self._group_of: dict[Folded, list[Folded]] = {}
        for entries in lists:
            group: list[Folded] = []
            for folded in filter(None, map(words, entries)):
                other = self._group_of.get(folded, [folded])
                if folded not in group:
                    group.extend(other)
            for folded in group:
                self._group_of[folded] = group
        self.longest = max(map(len, self._group_of), default=0)
        """Words in the longest entry."""

    def others(self, phrase: Sequence[str]) -> list[Folded]:
        """The other entries of the list that a folded phrase is in."""
        phrase = tuple(phrase)
        return [entry for entry in self._group_of.get(phrase, ()) if entry != phrase]
