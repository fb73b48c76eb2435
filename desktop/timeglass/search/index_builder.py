"""Building the index in steps, so that a window goes on answering and the build can be given up."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.search.fold import fold_word, words
from timeglass.search.index import BREAK, Index

_SIGN: Final = "\0"
"""Stands between two texts while they are taken apart together."""
_EDGES: Final = ".,;:!?()"
_GAP: Final = np.array([BREAK], np.int32)


class _Pieces(dict[str, int]):
    """Numbers of the pieces that stand between blanks; what is in a piece is worked out once, the first time.

    Texts share most of their pieces, so that nearly all of the work on a text is one dictionary look-up a piece.
    """

    def __init__(self) -> None:
        super().__init__()
        self.word_numbers: defaultdict[str, int] = defaultdict()
        self.word_numbers.default_factory = self.word_numbers.__len__
        self._numbers = array("i")
        self._counts = array("i")
        self._firsts = array("q")
        self._add(_SIGN, [BREAK])

    def __missing__(self, piece: str) -> int:
        plain = piece.strip(_EDGES)
        if plain.isascii() and plain.isalnum():
            return self._add(piece, [self.word_numbers[fold_word(plain)]])
        return self._add(piece, [self.word_numbers[word] for word in words(piece)])

    def _add(self, piece: str, numbers: Sequence[int]) -> int:
        self._firsts.append(len(self._numbers))
        self._counts.append(len(numbers))
        self._numbers.extend(numbers)
        number = self[piece] = len(self)
        return number

    def stream_of(self, text: str) -> NDArray[np.int32]:
        """The numbers of the words and signs in a text, in order."""
        pieces = text.split()
        which = np.fromiter(map(self.__getitem__, pieces), np.int32, len(pieces))
        counts = np.frombuffer(self._counts, np.int32)[which]
        firsts = np.frombuffer(self._firsts, np.int64)[which]
        ends = np.cumsum(counts, dtype=np.int64)
        places = np.repeat(firsts - ends + counts, counts)
        return np.frombuffer(self._numbers, np.int32)[places + np.arange(len(places))]


class IndexBuilder:
    """Takes texts, some at a time and in any order, and makes the index of them."""

    def __init__(self) -> None:
        self._pieces = _Pieces()
        self._streams = [_GAP]
        self._rows = [np.zeros(1, np.int32)]
        self._fields = [np.zeros(1, np.uint8)]

    def add(self, first_row: int, field: int, texts_by_row: Sequence[Sequence[str]]) -> None:
        """Add a field's texts of the rows from ``first_row`` on."""
        counts = np.fromiter(map(len, texts_by_row), np.int32, len(texts_by_row))
        row_of_text = np.repeat(np.arange(first_row, first_row + len(counts), dtype=np.int32), counts)
        texts = list(chain.from_iterable(texts_by_row))
        numbers = self._pieces.stream_of(_joined(texts))
        ends = numbers == BREAK
        if np.count_nonzero(ends) != len(texts):  # a text has the sign in it, which none should
            numbers = self._pieces.stream_of(_joined([text.replace(_SIGN, " ") for text in texts]))
            ends = numbers == BREAK
        self._streams.append(numbers)
        self._rows.append(row_of_text[np.cumsum(ends) - ends])
        self._fields.append(np.full(len(numbers), field, np.uint8))

    def finish(self, row_count: int) -> Index:
        """Sort what was added into an index. The long steps are numpy's, which let other threads run."""
        numbers = self._pieces.word_numbers
        vocabulary = sort_words(numbers)
        rank = np.full(len(vocabulary) + 1, BREAK, np.int32)
        rank[np.fromiter(map(numbers.__getitem__, vocabulary), np.int32, len(vocabulary))] = np.arange(len(vocabulary))
        stream = rank[np.concatenate(self._streams)]
        places = np.flatnonzero(stream != BREAK)
        keys = stream[places].astype(np.int64)  # the word above the place: sorting one number is fastest
        keys <<= 32
        keys |= places
        keys.sort()
        starts = np.searchsorted(keys, np.arange(len(vocabulary) + 1, dtype=np.int64) << 32)
        by_word = keys.astype(np.int32)  # the lower half
        rows, fields = np.concatenate(self._rows), np.concatenate(self._fields)
        return Index(vocabulary, stream, rows, fields, by_word, starts, row_count)


def _joined(texts: Sequence[str]) -> str:
    """One text of all, with the sign behind each."""
    return f" {_SIGN} ".join((*texts, ""))


def sort_words(words_found: Iterable[str]) -> list[str]:
    """Sort words in small lots, because Python's sort of a long list would keep all other threads waiting."""
    lots: dict[str, list[str]] = {}
    for word in words_found:
        lots.setdefault(word[:2], []).append(word)
    return [word for beginning in sorted(lots) for word in sorted(lots[beginning])]
