"""Building the index in steps, so that a window goes on answering and the build can be given up."""

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.search.batch import Spread
from timeglass.search.fold import fold_word, words
from timeglass.search.index import BREAK, Index

_SIGN: Final = "\0"
"""Stands behind each text while many are taken apart together."""
_EDGES: Final = ".,;:!?()"
_BREAK_BYTES: Final = array("i", [BREAK]).tobytes()
_LOW, _HIGH = (0, 1) if sys.byteorder == "little" else (1, 0)


class _Pieces(dict[str, bytes]):
    """The words in each piece between blanks, as the bytes of their numbers; worked out once, the first time.

    Texts share most of their pieces, so that nearly all of the work on a text is one dictionary look-up a piece,
    and joining what was found makes the array.
    """

    def __init__(self) -> None:
        super().__init__({_SIGN: _BREAK_BYTES})
        self.numbers: defaultdict[str, int] = defaultdict()
        self.numbers.default_factory = self.numbers.__len__

    def __missing__(self, piece: str) -> bytes:
        plain = piece.strip(_EDGES)
        found = (fold_word(plain),) if plain.isascii() and plain.isalnum() else words(piece)
        self[piece] = numbers = array("i", [self.numbers[word] for word in found]).tobytes()
        return numbers


class _Names(dict[str, bytes]):
    """The same for whole texts that come again and again, such as actors and places, each with a break behind it."""

    def __init__(self, pieces: _Pieces) -> None:
        super().__init__()
        self._pieces = pieces

    def __missing__(self, name: str) -> bytes:
        self[name] = numbers = b"".join(map(self._pieces.__getitem__, name.replace(_SIGN, " ").split())) + _BREAK_BYTES
        return numbers


class IndexBuilder:
    """Takes texts, some at a time and in any order, and makes the index of them."""

    def __init__(self) -> None:
        self._pieces = _Pieces()
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
        pieces = f" {_SIGN} ".join((*texts, "")).split()
        stream = np.frombuffer(b"".join(map(self._pieces.__getitem__, pieces)), np.int32)
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
