"""Words that differ from a word by few letters."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.search.giving_up import Check, carry_on, checked

_LOT: Final = 16_384
"""Candidates in one pass: their columns stay near the processor."""


def distances(word: str, candidates: Sequence[str], check: Check = carry_on) -> NDArray[np.int16]:
    """Restricted edit distance of a word to each candidate: letters put in, left out, changed or swapped with the next.

    Computed for all candidates at once, one cell of the table at a time (G. Navarro, "A guided tour to
    approximate string matching", ACM Computing Surveys 33/1, 2001, section 2; with swaps it is known as optimal
    string alignment). ``check`` is called before each lot of candidates.
    """
    lots = checked(range(0, len(candidates), _LOT), check, every=1)
    found = [_distances(word, candidates[first : first + _LOT]) for first in lots]
    return np.concatenate(found) if found else np.zeros(0, np.int16)


def _distances(word: str, candidates: Sequence[str]) -> NDArray[np.int16]:
    length = max(map(len, candidates), default=0)
    width = max(length, 1)
    signs = np.array(candidates, f"<U{width}").view(np.uint32).reshape(len(candidates), width).T
    previous = np.zeros((0, len(candidates)), np.int16)
    row = np.repeat(np.arange(length + 1, dtype=np.int16)[:, None], len(candidates), 1)
    for at, letter in enumerate(word):
        two_before, previous = previous, row
        row = np.empty_like(previous)
        row[0] = at + 1
        for column in range(1, length + 1):
            cost = (signs[column - 1] != ord(letter)).astype(np.int16)
            best = np.minimum(np.minimum(previous[column], row[column - 1]) + 1, previous[column - 1] + cost)
            if at and column > 1:
                swapped = (signs[column - 2] == ord(letter)) & (signs[column - 1] == ord(word[at - 1]))
                best = np.where(swapped, np.minimum(best, two_before[column - 2] + 1), best)
            row[column] = best
    lengths = np.fromiter(map(len, candidates), np.intp, len(candidates))
    return row[lengths, np.arange(len(candidates))]


def allowed(word: str) -> int:
    """How many slips a word of this length may have: one up to four letters, two above, none in a single letter."""
    return min(len(word) - 1, 1 if len(word) <= 4 else 2)


def nearest(word: str, candidates: Sequence[str], most: int = 3, check: Check = carry_on) -> list[str]:
    """The candidates that differ least from a word, nearest first, other than the word itself."""
    slips = allowed(word)
    near = [candidate for candidate in checked(candidates, check) if abs(len(candidate) - len(word)) <= slips]
    found = distances(word, near, check)
    order = np.argsort(found, kind="stable")
    return [near[at] for at in order if 0 < found[at] <= slips][:most]
