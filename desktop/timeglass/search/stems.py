"""Word forms: which words of the vocabulary are forms of one word. A switch, since it also joins what does not belong.

Two light stemmers of our own that take off inflections and leave derivations ("member" and "membership" stay two
words): D. Harman ("How effective is suffixing?", JASIS 42/1, 1991) found that more seldom helps. They work on folded
words, in which ``y`` inside a word is ``i`` and Cyrillic is written in Latin letters.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_SHORTEST_STEM: Final = 3

_NO_PLURAL: Final = ("ss", "us", "is")
_UKRAINIAN_ENDINGS: Final = tuple(
    sorted(
        (
            *("a", "e", "i", "o", "u", "ia", "ie", "iu", "ii", "oi", "iei", "oiu", "eiu"),
            *("om", "em", "am", "iam", "ami", "iami", "akh", "iakh", "iv", "iev", "ovi", "evi", "ievi"),
            *("im", "imi", "ikh", "oho", "omu", "iemu", "ioho"),
        ),
        key=len,
        reverse=True,
    )
)


def english_stem(word: str) -> str:
    """A folded English word without the endings of plural, past and participle."""
    stem = word
    if stem.endswith("s") and not stem.endswith(_NO_PLURAL):
        stem = stem[:-1]
    for ending in ("ing", "ed"):
        shorter = stem.removesuffix(ending)
        if shorter != stem and len(shorter) >= _SHORTEST_STEM:
            stem = shorter
            if stem[-1] == stem[-2] and stem[-1] not in "ls":
                stem = stem[:-1]
            break
    shorter = stem.removesuffix("e")
    return shorter if len(shorter) >= _SHORTEST_STEM else word


def ukrainian_stem(word: str) -> str:
    """A folded Ukrainian word without the endings of case, number and gender."""
    for ending in _UKRAINIAN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


class Stems:
    """Finds the forms of words in a vocabulary of folded words."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._vocabulary = vocabulary

    def forms(self, written: str, folded: str) -> Sequence[str]:
        """The words of the vocabulary with the same stem. A word written in Cyrillic is taken as Ukrainian."""
        if _CYRILLIC.search(written):
            return self._ukrainian.get(ukrainian_stem(folded), ())
        return self._english.get(english_stem(folded), ())

    @cached_property
    def _english(self) -> Mapping[str, Sequence[str]]:
        forms: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._vocabulary:
            forms[english_stem(word)].append(word)
        return forms

    @cached_property
    def _ukrainian(self) -> Mapping[str, Sequence[str]]:
        forms: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._vocabulary:
            forms[ukrainian_stem(word)].append(word)
        return forms
