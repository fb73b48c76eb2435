"""What an expression says of each row when dates keep their doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from timeglass.search.index import Mask


@dataclass(frozen=True, slots=True)
class Truth:
    """Three masks: the rows that are shown (``hit``), that certainly match (``sure``), and that may match (``maybe``).

    ``sure`` implies ``hit`` implies ``maybe``. For a term without doubt all three are the same array. A term with
    doubt shows what may match; leaving it out (``-during:1997``) takes away just what it shows, so that a query and
    its opposite share nothing.
    """

    hit: Mask
    sure: Mask
    maybe: Mask

    @classmethod
    def plain(cls, rows: Mask) -> "Truth":
        """Of a term that knows no doubt."""
        return cls(rows, rows, rows)

    @classmethod
    def doubtful(cls, possible: Mask, certain: Mask) -> "Truth":
        """Of a term that shows what is possible."""
        return cls(possible, certain, possible)

    @property
    def without_doubt(self) -> bool:
        """Tell whether the three are the same."""
        return self.hit is self.sure and self.hit is self.maybe


def negate(truth: Truth) -> Truth:
    """All that the term does not show; certain is only what it cannot be."""
    hit = ~truth.hit
    return Truth.plain(hit) if truth.without_doubt else Truth(hit, ~truth.maybe, ~truth.sure)


def all_of(truths: Sequence[Truth]) -> Truth:
    """Conjunction of one or more."""
    return reduce(lambda one, other: _combined(np.logical_and, one, other), truths)


def any_of(truths: Sequence[Truth]) -> Truth:
    """Disjunction of one or more."""
    return reduce(lambda one, other: _combined(np.logical_or, one, other), truths)


def _combined(operator: np.ufunc, one: Truth, other: Truth) -> Truth:
    hit: Mask = operator(one.hit, other.hit)
    if one.without_doubt and other.without_doubt:
        return Truth.plain(hit)
    return Truth(hit, operator(one.sure, other.sure), operator(one.maybe, other.maybe))
