"""Some events taken apart, attribute by attribute: many events are read fastest so."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeglass.events.event import Event, Figure, Medium, Relation, SourceRef, Text


@dataclass(frozen=True, slots=True)
class Spread:
    """Values of several rows in one list, and for each value its row (int32, ascending)."""

    values: Sequence[str]
    rows: NDArray[np.int32]


def spread(values_by_row: Sequence[Sequence[str]], first_row: int) -> Spread:
    """The values of the rows from ``first_row`` on, one row behind the other."""
    rows = np.arange(first_row, first_row + len(values_by_row), dtype=np.int32)
    if not any(values_by_row):
        return Spread((), rows[:0])
    counts = np.fromiter(map(len, values_by_row), np.int32, len(values_by_row))
    return Spread(list(chain.from_iterable(values_by_row)), np.repeat(rows, counts))


def one_each(values: Sequence[str], first_row: int) -> Spread:
    """One value for each of the rows from ``first_row`` on."""
    return Spread(values, np.arange(first_row, first_row + len(values), dtype=np.int32))


@dataclass(frozen=True, slots=True)
class Batch:
    """Attributes of the events from ``first_row`` on, named as in :class:`~timeglass.events.event.Event`."""

    first_row: int
    title: Sequence[Text]
    summary: Sequence[Text]
    details: Sequence[Text]
    actors: Spread
    places: Spread
    tags: Spread
    categories: Spread
    sources: Sequence[Sequence[SourceRef]]
    figures: Sequence[Sequence[Figure]]
    media: Sequence[Sequence[Medium]]
    related: Sequence[Sequence[Relation]]

    def __len__(self) -> int:
        return len(self.title)


def batch_of(events: Sequence[Event], first_row: int) -> Batch:
    """Some events, which stand in the timeline from ``first_row`` on."""

    def column(name: str) -> list[Any]:
        return list(map(attrgetter(name), events))

    return Batch(
        first_row,
        title=column("title"),
        summary=column("summary"),
        details=column("details"),
        actors=spread(column("actors"), first_row),
        places=spread(column("places"), first_row),
        tags=spread(column("tags"), first_row),
        categories=spread(column("categories"), first_row),
        sources=column("sources"),
        figures=column("figures"),
        media=column("media"),
        related=column("related"),
    )
