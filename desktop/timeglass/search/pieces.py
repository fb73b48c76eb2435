"""Numbers for the words of many texts at once.

What stands between two blanks of a text is a piece. Texts share most of their pieces, so each is taken apart into words
once, the first time it comes; later it is known again by its hash. All pieces of many texts are hashed together, by
numpy: a polynomial in an odd base modulo 2**64, read off differences of one running sum (M. O. Rabin and R. M. Karp,
"Efficient randomized pattern-matching algorithms", IBM J. Res. Dev. 31/2, 1987). Bytes count as random numbers drawn
anew for each table, so that no file can be made whose pieces are confused; that two of a million different pieces
are is a chance of one in thirty million. Such polynomials are weak for long pieces (of 1,024 bytes, by Thue and
Morse), which is why those are kept by their letters.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_BASE: Final = 0x9E3779B97F4A7C15
_SPREAD: Final = np.uint64(0xD1B54A32D192ED03)
"""Makes the high bits of a hash depend on all of it."""
_LONGEST: Final = 64
"""Bytes; longer pieces are kept by their letters."""
AT_ONCE: Final = 1 << 18
"""Bytes of text that are hashed together."""
_BLANKS: Final = (b" ", b"\n", b"\t", b"\r", b"\f", b"\v")

Numbers = NDArray[np.int32]


@lru_cache(maxsize=1)
def _powers() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of the base from 0 on, and their inverses, modulo 2**64."""

    def powers_of(base: int) -> NDArray[np.uint64]:
        factors = np.full(AT_ONCE + 1, base, np.uint64)
        factors[0] = 1
        return np.cumprod(factors, dtype=np.uint64)

    return powers_of(_BASE), powers_of(pow(_BASE, -1, 1 << 64))


class _Growing:
    """An array that more can be put behind."""

    def __init__(self, kind: type) -> None:
        self._room: NDArray[Any] = np.zeros(64, kind)
        self.length = 0

    @property
    def all(self) -> NDArray[Any]:
        """What is there."""
        return self._room[: self.length]

    def add(self, values: NDArray[Any]) -> None:
        """Put values behind."""
        while self.length + len(values) > len(self._room):
            self._room = np.concatenate((self._room, np.zeros_like(self._room)))
        self._room[self.length : self.length + len(values)] = values
        self.length += len(values)


class Pieces:
    """Knows pieces; ``words_of`` takes one apart. ``known`` are pieces that mean given numbers."""

    def __init__(self, words_of: Callable[[str], Sequence[str]], known: dict[str, Sequence[int]]) -> None:
        self._words_of = words_of
        self.numbers: defaultdict[str, int] = defaultdict()
        """The number of each word, in the order in which they came."""
        self.numbers.default_factory = self.numbers.__len__
        # As numpy.random would, which takes 10 ms to import and is not in the packaged program.
        self._of_byte = np.maximum(np.frombuffer(os.urandom(256 * 8), np.uint64), np.uint64(1))
        self._blank = np.zeros(256, np.bool_)
        self._blank[[blank[0] for blank in _BLANKS]] = True
        self._hashes = _Growing(np.uint64)
        self._firsts, self._counts, self._words = _Growing(np.int32), _Growing(np.int32), _Growing(np.int32)
        self._slots = np.full(1 << 12, -1, np.int32)
        self._long: dict[bytes, int] = {}
        for piece, numbers in known.items():
            letters = np.frombuffer(piece.encode(), np.uint8)
            self._learn(self._hashed(letters, np.array([0]), np.array([len(letters)])), [numbers])

    def numbers_of(self, piece: str) -> list[int]:
        """The numbers of a piece's words."""
        return [self.numbers[word] for word in self._words_of(piece)]

    def stream(self, data: bytes) -> Numbers:
        """The numbers of the words in a text in UTF-8, one behind the other."""
        parts = []
        while len(data) > AT_ONCE:
            cut = max(data.rfind(blank, 0, AT_ONCE) for blank in _BLANKS)
            if cut < 0:  # no end of the first piece: it is longer than what is hashed together
                cut = min((at for blank in _BLANKS if (at := data.find(blank)) >= 0), default=len(data))
                parts.append(np.array(self.numbers_of(data[:cut].decode("utf-8", "surrogatepass")), np.int32))
            else:
                parts.append(self._stream(data[:cut]))
            data = data[cut + 1 :]
        parts.append(self._stream(data))
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def _stream(self, data: bytes) -> Numbers:
        letters = np.frombuffer(data, np.uint8)
        blank = np.ones(len(letters) + 2, np.bool_)
        blank[1:-1] = self._blank[letters]
        edges = np.flatnonzero(blank[1:] != blank[:-1])
        starts, ends = edges[::2], edges[1::2]
        found = self._find(data, starts, ends, self._hashed(letters, starts, ends))
        firsts, counts = self._firsts.all[found], self._counts.all[found]
        if not (counts == 1).all():
            behind = np.cumsum(counts, dtype=np.int64)
            firsts = np.arange(behind[-1]) + np.repeat(firsts - (behind - counts), counts)
        stream: Numbers = self._words.all[firsts]
        return stream

    def _hashed(
        self, letters: NDArray[np.uint8], starts: NDArray[np.intp], ends: NDArray[np.intp]
    ) -> NDArray[np.uint64]:
        powers, inverses = _powers()
        sums = np.zeros(len(letters) + 1, np.uint64)
        terms = self._of_byte[letters]
        terms *= powers[: len(letters)]
        np.cumsum(terms, out=sums[1:])
        hashes: NDArray[np.uint64] = (sums[ends] - sums[starts]) * inverses[starts]
        return hashes

    def _find(
        self, data: bytes, starts: NDArray[np.intp], ends: NDArray[np.intp], hashes: NDArray[np.uint64]
    ) -> NDArray[np.int32]:
        """The place of each piece among those known; new ones become known."""

        def numbers_at(at: int) -> list[int]:
            return self.numbers_of(data[starts[at] : ends[at]].decode("utf-8", "surrogatepass"))

        found = self._looked_up(hashes)
        long = np.flatnonzero(ends - starts > _LONGEST)
        found[long] = 0
        missing = np.flatnonzero(found < 0)
        if len(missing):
            new, first = np.unique(hashes[missing], return_index=True)
            self._learn(new, [numbers_at(at) for at in missing[first].tolist()])
            found[missing] = self._looked_up(hashes[missing])
        for at in long.tolist():
            piece = data[starts[at] : ends[at]]
            if piece not in self._long:
                self._long[piece] = self._hashes.length
                self._learn(hashes[at : at + 1], [numbers_at(at)])
            found[at] = self._long[piece]
        return found

    def _home(self, hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
        """The slot in which each hash is looked for first."""
        home: NDArray[np.int64] = ((hashes * _SPREAD) >> np.uint64(32)).astype(np.int64) & (len(self._slots) - 1)
        return home

    def _looked_up(self, hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
        """Places of hashes by open addressing; -1 where one is not known."""
        known = self._hashes.all
        slots = self._home(hashes)
        found: NDArray[np.int32] = self._slots[slots]
        # What is in the way has another hash; an empty slot has place -1, and ends the search.
        rest = np.flatnonzero((known[found] != hashes) & (found >= 0))
        while len(rest):
            slots[rest] = (slots[rest] + 1) % len(self._slots)
            here = found[rest] = self._slots[slots[rest]]
            rest = rest[(known[here] != hashes[rest]) & (here >= 0)]
        return found

    def _learn(self, hashes: NDArray[np.uint64], numbers: Sequence[Sequence[int]]) -> None:
        """Keep pieces under their hashes, behind those that are known."""
        counts = list(map(len, numbers))
        first = self._hashes.length
        self._firsts.add(self._words.length + np.cumsum([0, *counts[:-1]]))
        self._counts.add(np.array(counts))
        self._words.add(np.array([number for some in numbers for number in some], np.int32))
        self._hashes.add(hashes)
        if 2 * self._hashes.length > len(self._slots):
            self._slots = np.full(4 << self._hashes.length.bit_length(), -1, np.int32)
            first = 0
        self._put(first)

    def _put(self, first: int) -> None:
        """Put the hashes from a place on into slots: the next free one behind their home."""
        slots = self._home(self._hashes.all[first:])
        rest = np.arange(len(slots))
        while len(rest):
            wanted = slots[rest]
            wins = np.zeros(len(rest), np.bool_)
            wins[np.unique(wanted, return_index=True)[1]] = True  # one for each slot
            wins &= self._slots[wanted] < 0
            self._slots[wanted[wins]] = first + rest[wins]
            rest = rest[~wins]
            slots[rest] = (slots[rest] + 1) % len(self._slots)
