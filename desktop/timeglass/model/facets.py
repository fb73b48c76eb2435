"""Facets: the values of each field with how many of the shown events have them."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.events.event import Event, text_in
from timeglass.events.timeline import Timeline

COUNTED_AT_MOST: Final = 50_000
"""Beyond so many events only what the columns tell is counted."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value, what people call it, how many shown events have it; ``category`` is its place in lane order or -1."""

    value: str
    label: str
    count: int
    category: int = -1


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field of the query language."""

    field: str
    values: tuple[FacetValue, ...]


def count_facets(timeline: Timeline, rows: NDArray[np.int32] | None, language: str) -> list[Facet]:
    """Facets of the given rows, or of all; fields that nothing has are left out."""
    facets = [_categories(timeline, rows, language), _eras(timeline, rows, language)]
    wanted = range(len(timeline)) if rows is None else rows.tolist()
    if len(wanted) <= COUNTED_AT_MOST:
        events = [timeline.events[row] for row in wanted]
        sources = timeline.head.sources
        facets += [
            _counted("actor", events, lambda event: event.actors),
            _counted("place", events, lambda event: event.places),
            _counted("tag", events, lambda event: event.tags),
            _counted(
                "source",
                events,
                lambda event: {reference.source for reference in event.sources if reference.source},
                lambda value: sources[value].title if value in sources else value,
            ),
            _counted("status", events, lambda event: (event.status.value,)),
        ]
    return [facet for facet in facets if facet.values]


def _counted(
    field: str, events: list[Event], values: Callable[[Event], Iterable[str]], label: Callable[[str], str] = str
) -> Facet:
    counts = Counter(value for event in events for value in values(event))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold()))
    return Facet(field, tuple(FacetValue(value, label(value), count) for value, count in ordered))


def _categories(timeline: Timeline, rows: NDArray[np.int32] | None, language: str) -> Facet:
    column = timeline.columns.category if rows is None else timeline.columns.category[rows]
    counts = np.bincount(column[column >= 0], minlength=len(timeline.category_ids))
    head = timeline.head
    values = [
        FacetValue(key, text_in(head.categories[key].label, language, head.language) or key, int(counts[place]), place)
        for place, key in enumerate(timeline.category_ids)
    ]
    return Facet("category", tuple(values))


def _eras(timeline: Timeline, rows: NDArray[np.int32] | None, language: str) -> Facet:
    columns, head = timeline.columns, timeline.head
    starts, ends = columns.start_earliest, columns.end_latest
    if rows is not None:
        starts, ends = starts[rows], ends[rows]
    values = []
    for era in head.eras:
        bounds = era.date.bounds
        count = int(np.count_nonzero((starts <= bounds.end_latest) & (ends >= bounds.start_earliest)))
        values.append(FacetValue(era.id, text_in(era.title, language, head.language), count))
    return Facet("era", tuple(values))
