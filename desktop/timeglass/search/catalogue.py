"""Which event has which value: actors, places, tags, categories, sources and languages as numpy arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntFlag

import numpy as np
from numpy.typing import NDArray

from timeglass.search.index import Mask


class Holds(IntFlag):
    """What an event has at all."""

    SOURCES = 1
    MEDIA = 2
    FIGURES = 4
    RELATED = 8
    SUMMARY = 16
    DETAILS = 32
    ACTORS = 64
    PLACES = 128
    TAGS = 256


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """The values of one field: entry ``e`` says that row ``row_at[e]`` has the value ``values[value_at[e]]``.

    A row has a value at most once. Values that fold to the same are one, written as it was met first; those that fold
    to nothing are left out.
    """

    values: Sequence[str]
    folded: Sequence[str]
    row_at: NDArray[np.int32]
    value_at: NDArray[np.int32]
    row_count: int

    def rows_with(self, number: int) -> Mask:
        """Rows that have the value with this number."""
        found = np.zeros(self.row_count, np.bool_)
        found[self.row_at[self.value_at == number]] = True
        return found

    def counts(self, rows: Mask) -> NDArray[np.int64]:
        """How many of the rows have each value."""
        return np.bincount(self.value_at[rows[self.row_at]], minlength=len(self.values))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The value columns by field, and what each row holds (:class:`Holds` bits)."""

    columns: Mapping[str, ValueColumn]
    holds: NDArray[np.int16]
