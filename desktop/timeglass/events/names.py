"""Finding events by id without keeping a million ids."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray


class RowByName(Mapping[str, int]):
    """Row of each id and alias. Of ids only the hash is kept; the id itself is looked at where hashes agree.

    ``hashes`` are the hashes of the ids in row order, ``id_of`` gives the id of a row, ``aliases`` the row of each
    alias that is no id.
    """

    def __init__(self, hashes: NDArray[np.int64], id_of: Callable[[int], str], aliases: Mapping[str, int]) -> None:
        self._hashes = hashes
        self._id_of = id_of
        self._aliases = aliases

    def __getitem__(self, name: str) -> int:
        """Row of an id, else of an alias."""
        wanted = hash(name)
        for at in range(int(np.searchsorted(self._hashes, wanted, sorter=self._order)), len(self._hashes)):
            row = int(self._order[at])
            if int(self._hashes[row]) != wanted:
                break
            if self._id_of(row) == name:
                return row
        return self._aliases[name]

    def __len__(self) -> int:
        return len(self._hashes) + len(self._aliases)

    def __iter__(self) -> Iterator[str]:
        yield from map(self._id_of, range(len(self._hashes)))
        yield from self._aliases

    @cached_property
    def _order(self) -> NDArray[np.intp]:
        """Rows in the order of their hashes."""
        return np.argsort(self._hashes, kind="stable")
