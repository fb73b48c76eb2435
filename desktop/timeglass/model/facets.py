"""Facets: the values of each field with how many of the shown events have them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from timeglass.events.event import Event, text_in
from timeglass.events.timeline import Timeline
from timeglass.model.collation import sort_key

_BY_COUNT: Final = ("actor", "place", "tag", "source", "lang")
"""Fields whose values have no order of their own: the most frequent come first."""
COUNTED_AT_ONCE: Final = 2_000
"""So few events are counted before the search is ready, so that the first picture of a window is complete."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value, what people call it, how many shown events have it; ``category`` is its place in lane order or -1."""

    value: str
    label: str
    count: int
    category: int = -1


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field of the query language; ``total`` counts them, ``values`` may be fewer."""

    field: str
    values: tuple[FacetValue, ...]
    total: int


class FacetLike(Protocol):
    """A facet as the search gives it (``timeglass.search.Facet``)."""

    @property
    def field(self) -> str: ...
    @property
    def values(self) -> Sequence["FacetValueLike"]: ...
    @property
    def total(self) -> int: ...


class FacetValueLike(Protocol):
    """A value as the search gives it."""

    @property
    def value(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def count(self) -> int: ...


def from_search(facets: Sequence[FacetLike], timeline: Timeline, language: str) -> list[Facet]:
    """Facets of a search as the panel shows them: all categories stay, in lane order, even those without hits.

    Of values that are equally frequent the order is the language's.
    """
    key = sort_key(language)
    found = {value.value: value.count for facet in facets if facet.field == "category" for value in facet.values}
    shown = [_categories(timeline, language, [found.get(key, 0) for key in timeline.category_ids])]
    for facet in facets:
        if facet.field != "category":
            values = [FacetValue(value.value, value.label, value.count) for value in facet.values]
            if facet.field in _BY_COUNT:
                values.sort(key=lambda value: (-value.count, key(value.label)))
            shown.append(Facet(facet.field, tuple(values), facet.total))
    return [facet for facet in shown if facet.values]


def first_facets(timeline: Timeline, language: str) -> list[Facet]:
    """Facets of a whole small timeline, counted plainly; nothing of a large one."""
    if len(timeline) > COUNTED_AT_ONCE:
        return []
    events = [timeline.events[row] for row in range(len(timeline))]  # they may be made anew when iterated over
    counts = Counter(key for event in events for key in set(event.categories))
    facets = [
        _categories(timeline, language, [counts[key] for key in timeline.category_ids]),
        _eras(timeline, language),
        _counted("actor", events, language, lambda event: event.actors),
        _counted("place", events, language, lambda event: event.places),
        _counted("tag", events, language, lambda event: event.tags),
    ]
    return [facet for facet in facets if facet.values]


def _counted(field: str, events: Sequence[Event], language: str, values: Callable[[Event], Iterable[str]]) -> Facet:
    key = sort_key(language)
    counts = Counter(value for event in events for value in set(values(event)))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], key(item[0])))
    return Facet(field, tuple(FacetValue(value, value, count) for value, count in ordered), len(ordered))


def _categories(timeline: Timeline, language: str, counts: Sequence[int]) -> Facet:
    head = timeline.head
    values = tuple(
        FacetValue(key, text_in(head.categories[key].label, language, head.language) or key, counts[place], place)
        for place, key in enumerate(timeline.category_ids)
    )
    return Facet("category", values, len(values))


def _eras(timeline: Timeline, language: str) -> Facet:
    columns, head = timeline.columns, timeline.head
    values = []
    for era in head.eras:
        bounds = era.date.bounds
        within = (columns.start_earliest <= bounds.end_latest) & (columns.end_latest >= bounds.start_earliest)
        if count := int(np.count_nonzero(within)):
            values.append(FacetValue(era.id, text_in(era.title, language, head.language) or era.id, count))
    return Facet("era", tuple(values), len(values))
