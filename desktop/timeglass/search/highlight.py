"""Where in a text the words of a query stand."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from timeglass.search.fold import Token, tokens

_SHORT: Final = 160
"""Characters; the words of so short a text are kept."""


def highlights(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Stretches ``text[start:end]`` to mark, from left to right, none touching another.

    ``words`` are those of a :class:`~timeglass.search.searcher.Result`: folded words or phrases, a ``*`` behind the
    beginning of a word. Of a word that is found by its beginning all letters are marked.
    """
    if not words:
        return []
    found = _short_text(text) if len(text) <= _SHORT else tuple(tokens(text))
    marked = [False] * len(found)
    for word in words:
        prefix = word.endswith("*")
        phrase = word.removesuffix("*").split()
        for at in range(len(found) - len(phrase) + 1):
            if _stands(found[at : at + len(phrase)], phrase, prefix):
                marked[at : at + len(phrase)] = [True] * len(phrase)
    return _stretches(text, found, marked)


@lru_cache(maxsize=8_192)
def _short_text(text: str) -> Sequence[Token]:
    """The words of a title or label, which each keystroke marks anew."""
    return tuple(tokens(text))


def _stands(found: Sequence[Token], phrase: Sequence[str], prefix: bool) -> bool:
    *before, last = phrase
    if any(token.folded != word for token, word in zip(found, before, strict=False)):
        return False
    return found[-1].folded.startswith(last) if prefix else found[-1].folded == last


def _stretches(text: str, found: Sequence[Token], marked: Sequence[bool]) -> list[tuple[int, int]]:
    """Stretches of the marked words; neighbours with nothing but blanks or dashes between them are one."""
    stretches: list[tuple[int, int]] = []
    for token, is_marked in zip(found, marked, strict=True):
        if not is_marked:
            continue
        if stretches and not text[stretches[-1][1] : token.start].strip(" -–—\u00a0\u2010\u2011"):
            stretches[-1] = stretches[-1][0], token.end
        else:
            stretches.append((token.start, token.end))
    return stretches
