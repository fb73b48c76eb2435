"""Building the index in steps, so that a window goes on answering and the build can be given up."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.search.fold import words
from timeglass.search.index import BREAK, Index
from timeglass.search.texts import TextField

_ROW_SIGN: Final = "\0"
_ROW: Final = -1
_FIELD_SIGNS: Final = tuple(chr(1 + field) for field in TextField)
_FIELD_BASE: Final = -2
"""The sign of field ``f`` has the number ``-2 - f`` in the stream that is being built."""
_NO_SIGNS: Final = dict.fromkeys(range(1 + len(TextField)), " ")

Texts = Sequence[tuple[TextField, str]]


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
        self._add(_ROW_SIGN, [_ROW])
        for field, sign in enumerate(_FIELD_SIGNS):
            self._add(sign, [_FIELD_BASE - field])

    def __missing__(self, piece: str) -> int:
        return self._add(piece, [self.word_numbers[word] for word in words(piece)])

    def _add(self, piece: str, numbers: Sequence[int]) -> int:
        self._firsts.append(len(self._numbers))
        self._counts.append(len(numbers))
        self._numbers.extend(numbers)
        number = self[piece] = len(self)
        return number

    def stream_of(self, pieces: Sequence[str]) -> NDArray[np.int32]:
        """The numbers of the words and signs in pieces, in order."""
        which = np.fromiter(map(self.__getitem__, pieces), np.int32, len(pieces))
        counts = np.frombuffer(self._counts, np.int32)[which]
        firsts = np.frombuffer(self._firsts, np.int64)[which]
        ends = np.cumsum(counts, dtype=np.int64)
        total = int(ends[-1]) if len(ends) else 0
        return np.frombuffer(self._numbers, np.int32)[np.repeat(firsts - ends + counts, counts) + np.arange(total)]


class IndexBuilder:
    """Takes the texts of events in row order, some at a time, and makes the index of them."""

    def __init__(self) -> None:
        self._pieces = _Pieces()
        self._streams = [np.array([BREAK], np.int32)]
        self._rows = [np.zeros(1, np.int32)]
        self._fields = [np.zeros(1, np.uint8)]
        self._row_count = 0

    def add(self, events: Sequence[Texts]) -> None:
        """Add the next rows: the texts of each, with their fields."""
        signs = len(events) + sum(len(texts) for texts in events)
        numbers = self._numbers_of(events, clean=False)
        if np.count_nonzero(numbers < 0) != signs:
            numbers = self._numbers_of(events, clean=True)
        is_row = numbers == _ROW
        rows = np.cumsum(is_row, dtype=np.int32) + np.int32(self._row_count - 1)
        at_sign = np.where(numbers <= _FIELD_BASE, np.arange(len(numbers)), 0)
        fields = (_FIELD_BASE - numbers[np.maximum.accumulate(at_sign)]).astype(np.uint8)
        kept = ~is_row
        self._streams.append(np.maximum(numbers[kept], BREAK))
        self._rows.append(rows[kept])
        self._fields.append(fields[kept])
        self._row_count += len(events)

    def _numbers_of(self, events: Sequence[Texts], clean: bool) -> NDArray[np.int32]:
        """Numbers of all words, with a sign before each row and each text.

        The signs are control characters, which hardly any text has; where one does, ``clean`` makes blanks of them.
        """
        parts: list[str] = []
        for texts in events:
            parts.append(_ROW_SIGN)
            for field, text in texts:
                parts.append(_FIELD_SIGNS[field])
                parts.append(text.translate(_NO_SIGNS) if clean else text)
        return self._pieces.stream_of(" ".join(parts).split())

    def finish(self) -> Index:
        """Sort what was added into an index. The long steps are numpy's, which let other threads run."""
        numbers = self._pieces.word_numbers
        vocabulary = sort_words(numbers)
        rank = np.full(len(vocabulary) + 1, BREAK, np.int32)
        rank[np.fromiter(map(numbers.__getitem__, vocabulary), np.int32, len(vocabulary))] = np.arange(len(vocabulary))
        stream = rank[np.concatenate([*self._streams, np.array([BREAK], np.int32)])]
        at = np.flatnonzero(stream != BREAK)
        keys = (stream[at].astype(np.int64) << 32) | at
        keys.sort()
        starts = np.searchsorted(keys, np.arange(len(vocabulary) + 1, dtype=np.int64) << 32)
        return Index(
            vocabulary,
            stream,
            np.concatenate([*self._rows, np.zeros(1, np.int32)]),
            np.concatenate([*self._fields, np.zeros(1, np.uint8)]),
            (keys & 0xFFFF_FFFF).astype(np.int32),
            starts,
            self._row_count,
        )


def sort_words(words_found: Iterable[str]) -> list[str]:
    """Sort words in small lots, because Python's sort of a long list would keep all other threads waiting."""
    lots: dict[str, list[str]] = {}
    for word in words_found:
        lots.setdefault(word[:2], []).append(word)
    return [word for beginning in sorted(lots) for word in sorted(lots[beginning])]
