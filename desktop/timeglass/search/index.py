"""The inverted index: every word of every event, as numpy arrays.

The words stand in one stream, event after event, field after field, with a break between any two texts. For each word
of the sorted vocabulary the index lists its places in the stream, so a prefix is one slice of that list, and a phrase
is a word whose neighbours in the stream are the right ones (Zobel and Moffat, "Inverted files for text search engines",
ACM Computing Surveys 38/2, 2006, sections 3 and 4).

SQLite's FTS5 takes as long to build, but the way of its hits into Python is long: of 1,000,000 events with 18 words
each, a phrase with 290,000 hits takes 100 ms and the prefix of one letter 2 s. ``dev.py bench search`` measures both.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

BREAK: Final = -1
"""Stands in the stream between two texts, and twice at its end; no word has this number."""
_LAST_SIGN: Final = "\U0010ffff"

_BREAKS: Final = (BREAK, BREAK + 1)

Mask = NDArray[np.bool_]
"""One boolean per row of the columns."""
Places = NDArray[np.int32]


def any_mask(masks: Iterable[Mask], row_count: int) -> Mask:
    """Rows that are in any of the masks."""
    found = np.zeros(row_count, np.bool_)
    for mask in masks:
        found |= mask
    return found


def any_bit(flags: NDArray[np.int16], bits: int) -> Mask:
    """Rows in whose flags any of the bits is set."""
    found: Mask = (flags & np.int16(bits)) != 0
    return found


@dataclass(frozen=True, slots=True)
class Index:
    """Words of a timeline's events. Word numbers index ``vocabulary``; places index the three streams."""

    vocabulary: Sequence[str]
    """Folded words, sorted."""
    stream: NDArray[np.int32]
    """The word number at each place, or :data:`BREAK` behind each text and before the first."""
    row_at: NDArray[np.int32]
    """The event's row at each place."""
    field_at: NDArray[np.uint8]
    """The field's number at each place."""
    places: Places
    """Places by word: those of word ``w`` are ``places[starts[w]:starts[w + 1]]``, ascending."""
    starts: NDArray[np.int64]
    row_count: int

    def word_range(self, folded: str, prefix: bool = False) -> tuple[int, int]:
        """Numbers ``[low, high)`` of the words that equal a folded word or begin with it."""
        low = bisect_left(self.vocabulary, folded)
        if prefix:
            return low, bisect_left(self.vocabulary, folded + _LAST_SIGN, low)
        return low, low + (low < len(self.vocabulary) and self.vocabulary[low] == folded)

    def frequency(self, low: int, high: int) -> int:
        """Number of places at which the words ``[low, high)`` stand; of breaks, more than of any word."""
        if low < 0:
            return len(self.stream)
        return int(self.starts[high] - self.starts[low])

    def find(self, phrase: Sequence[str], prefix: bool = False, fields: Sequence[int] = ()) -> Mask:
        """Rows in which folded words stand one behind the other; ``prefix`` makes the last one a beginning.

        ``fields`` are the numbers of the fields to look in; none means all. An empty phrase is found nowhere.
        """
        last = len(phrase) - 1
        ranges = [self.word_range(word, prefix and at == last) for at, word in enumerate(phrase)]
        return self.rows_of(self._meetings(ranges), fields)

    def find_whole(self, phrase: Sequence[str], fields: Sequence[int] = ()) -> Mask:
        """Rows that have a text of just these folded words."""
        ranges = [self.word_range(word) for word in phrase]
        return self.rows_of(self._meetings([_BREAKS, *ranges, _BREAKS] if ranges else []), fields)

    def find_any(self, numbers: Sequence[int], fields: Sequence[int] = ()) -> Mask:
        """Rows in which any of the words with these numbers stands."""
        lists = [self.places[self.starts[number] : self.starts[number + 1]] for number in numbers]
        return self.rows_of(np.concatenate(lists) if lists else self.places[:0], fields)

    def rows_of(self, places: Places, fields: Sequence[int] = ()) -> Mask:
        """Rows to which places belong, those in other than the given fields left out."""
        if fields:
            wanted = np.zeros(256, np.bool_)
            wanted[list(fields)] = True
            places = places[wanted[self.field_at[places]]]
        found = np.zeros(self.row_count, np.bool_)
        found[self.row_at[places]] = True
        return found

    def _meetings(self, ranges: Sequence[tuple[int, int]]) -> Places:
        """Places within runs in which a word of the first range is followed by one of the second, and so on."""
        if not ranges:
            return self.places[:0]
        rarest = min(range(len(ranges)), key=lambda at: self.frequency(*ranges[at]))
        low, high = ranges[rarest]
        places = self.places[self.starts[low] : self.starts[high]]
        for at, (low, high) in enumerate(ranges):
            if at != rarest:
                # A break ends each text and the stream, so that a neighbour beyond either end is no word.
                neighbour = self.stream.take(places + (at - rarest), mode="clip")
                places = places[(neighbour >= low) & (neighbour < high)]
        return places
