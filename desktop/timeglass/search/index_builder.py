"""Building the index in steps, so that a window goes on answering and the build can be given up."""

import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.search.batch import Spread
from timeglass.search.fold import fold_word, words
from timeglass.search.index import BREAK, Index
from timeglass.search.pieces import Pieces

_SIGN: Final = "\0"
"""Stands behind each text while many are taken apart together."""
_EDGES: Final = ".,;:!?()"
_LOW, _HIGH = (0, 1) if sys.byteorder == "little" else (1, 0)


def words_of(piece: str) -> Sequence[str]:
    """The folded words between two blanks; quicker than :func:`words` where there is one of plain letters."""
    plain = piece.strip(_EDGES)
    return (fold_word(plain),) if plain.isascii() and plain.isalnum() else words(piece)


class _Names(dict[str, bytes]):
    """Whole texts that come again and again, such as actors and places, as the bytes of their words' numbers.

    Each has a break behind it. So joining what was found makes the array.
    """

    def __init__(self, pieces: Pieces) -> None:
        super().__init__()
        self._pieces = pieces

    def __missing__(self, name: str) -> bytes:
        found = [number for piece in name.split() for number in self._pieces.numbers_of(piece)]
        self[name] = numbers = array("i", [*found, BREAK]).tobytes()
        return numbers


class IndexBuilder:
    """Takes texts, some at a time and in any order, and makes the index of them."""

    def __init__(self) -> None:
        self._pieces = Pieces(words_of, {_SIGN: (BREAK,)})
        self._names = _Names(self._pieces)
        self._streams = [np.array([BREAK], np.int32)]
        self._rows = [np.zeros(1, np.int32)]
        self._fields = [np.zeros(1, np.uint8)]

    def add(self, field: int, texts: Spread, names: bool = False) -> None:
        """Add texts of a field; ``names`` are texts that come again and again."""
        stream = self._of_names(texts.values) if names else self._of_texts(texts.values)
        ends = stream == BREAK
        which = np.cumsum(ends, dtype=np.int32)
        which -= ends
        self._streams.append(stream)
        self._rows.append(texts.rows[which])
        self._fields.append(np.full(len(stream), field, np.uint8))

    def _of_names(self, names: Sequence[str]) -> NDArray[np.int32]:
        return np.frombuffer(b"".join(map(self._names.__getitem__, names)), np.int32)

    def _of_texts(self, texts: Sequence[str]) -> NDArray[np.int32]:
        """The numbers of the words in texts, with a break behind each text."""
        stream = self._pieces.stream(f" {_SIGN} ".join((*texts, "")).encode("utf-8", "surrogatepass"))
        if np.count_nonzero(stream == BREAK) == len(texts):
            return stream
        return self._of_texts([text.replace(_SIGN, " ") for text in texts])  # a text has the sign in it

    def finish(self, row_count: int) -> Index:
        """Sort what was added into an index. The long steps are numpy's, which let other threads run."""
        numbers = self._pieces.numbers
        vocabulary = sort_words(numbers)
        rank = np.full(len(vocabulary) + 1, BREAK, np.int32)
        rank[np.fromiter(map(numbers.__getitem__, vocabulary), np.int32, len(vocabulary))] = np.arange(len(vocabulary))
        stream = np.concatenate([rank[part] for part in self._streams])
        breaks = sum(map(len, self._rows)) - np.count_nonzero(stream != BREAK)
        # Sorting one number is fastest: the word above its place. Breaks, being negative, come first.
        keys = np.empty(len(stream), np.int64)
        halves = keys.view(np.int32).reshape(-1, 2)
        halves[:, _HIGH] = stream
        halves[:, _LOW] = np.arange(len(stream), dtype=np.int32)
        keys.sort()
        starts = np.searchsorted(keys[breaks:], np.arange(len(vocabulary) + 1, dtype=np.int64) << 32)
        rows, fields = np.concatenate(self._rows), np.concatenate(self._fields)
        return Index(vocabulary, stream, rows, fields, halves[breaks:, _LOW].copy(), starts, row_count)


def sort_words(words_found: Iterable[str]) -> list[str]:
    """Sort words in small lots, because Python's sort of a long list would keep all other threads waiting."""
    lots: dict[str, list[str]] = {}
    for word in words_found:
        lots.setdefault(word[:2], []).append(word)
    return [word for beginning in sorted(lots) for word in sorted(lots[beginning])]
