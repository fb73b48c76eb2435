"""What the hits have in common: the values of each field with how many hits have them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from timeglass.chrono.edtf import parse as parse_edtf
from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST, civil, instant, iso_year
from timeglass.chrono.words import date_in_words
from timeglass.events.event import Status, text_in
from timeglass.events.timeline import Timeline
from timeglass.search.catalogue import Catalogue
from timeglass.search.expression import Relation
from timeglass.search.giving_up import Check, carry_on, checked
from timeglass.search.index import Mask
from timeglass.search.names import status_rows
from timeglass.search.time_terms import related

FACET_FIELDS: Final = ("category", "era", "actor", "place", "tag", "source", "status", "during")
_MOST_BINS: Final = 60


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value as a term of a query takes it, what people call it, and how many of the hits have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field of the query language that hits have. ``total`` counts them, ``values`` may be fewer.

    Categories, eras, statuses and decades come in their own order, all others with the most frequent first. Decades are
    values of ``during``, and so possibly in several; in a long timeline they are centuries or millennia.
    """

    field: str
    values: tuple[FacetValue, ...]
    total: int


class FacetCounter:
    """Counts facets of one timeline; ``language`` is that of the labels."""

    def __init__(self, timeline: Timeline, catalogue: Catalogue, language: str) -> None:
        self._timeline = timeline
        self._catalogue = catalogue
        self._language = language

    def all(self, hits: Mask, most: int, check: Check = carry_on) -> list[Facet]:
        """The facets of hits, at most so many values of each; fields that no hit has are left out.

        ``check`` is called between steps.
        """
        facets = [self.facet(field, hits, most, check) for field in checked(FACET_FIELDS, check, every=1)]
        return [facet for facet in facets if facet.values]

    def facet(self, field: str, hits: Mask, most: int, check: Check = carry_on) -> Facet:
        """One facet of hits, with at most so many values."""
        if field in ("actor", "place", "tag", "source", "lang"):
            return self._most_frequent(field, hits, most, check)
        ordered = {"category": self._categories, "era": self._eras, "status": self._statuses, "during": self._decades}
        found = tuple(value for value in ordered[field](hits) if value.count)
        return Facet(field, found[:most], len(found))

    def _most_frequent(self, field: str, hits: Mask, most: int, check: Check) -> Facet:
        column = self._catalogue.columns[field]
        counts = column.counts(hits)
        total = int(np.count_nonzero(counts))
        order = np.argsort(-counts, kind="stable")[: min(most, total)]
        found = ((column.values[at], int(counts[at])) for at in checked(order.tolist(), check))
        values = [FacetValue(value, self.label(field, value), count) for value, count in found]
        values.sort(key=lambda value: (-value.count, value.label.casefold()))
        return Facet(field, tuple(values), total)

    def label(self, field: str, value: str) -> str:
        """What people call a value of a field."""
        head = self._timeline.head
        if field == "category":
            return text_in(head.categories[value].label, self._language, head.language) or value
        if field == "source" and value in head.sources:
            return head.sources[value].title or value
        return value

    def _categories(self, hits: Mask) -> Iterator[FacetValue]:
        column = self._catalogue.columns["category"]
        counts = dict(zip(column.values, column.counts(hits).tolist(), strict=True))
        for identifier in self._timeline.category_ids:
            yield FacetValue(identifier, self.label("category", identifier), counts.get(identifier, 0))

    def _eras(self, hits: Mask) -> Iterator[FacetValue]:
        head = self._timeline.head
        for era in head.eras:
            truth = related(self._timeline.columns, Relation.DURING, era.date.bounds)
            label = text_in(era.title, self._language, head.language) or era.id
            yield FacetValue(era.id, label, int(np.count_nonzero(truth.hit & hits)))

    def _statuses(self, hits: Mask) -> Iterator[FacetValue]:
        for status in Status:
            count = int(np.count_nonzero(status_rows(self._timeline.columns, status) & hits))
            yield FacetValue(status.value, status.value, count)

    @cached_property
    def _years(self) -> tuple[int, int]:
        """The first and last year in which an event begins or ends; open ends do not count."""
        columns = self._timeline.columns
        bounds = np.concatenate(
            [columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest]
        )
        bounds = bounds[(bounds > OPEN_PAST) & (bounds < OPEN_FUTURE)]
        return (civil(int(bounds.min())).year, civil(int(bounds.max())).year) if len(bounds) else (0, -1)

    def _decades(self, hits: Mask) -> Iterator[FacetValue]:
        """Decades, or centuries or millennia, whichever make few enough, in each of which hits possibly fall."""
        first, last = self._years
        years = next((unit for unit in (10, 100, 1000) if last // unit - first // unit < _MOST_BINS), 0)
        if not years:
            return
        bins = range(first // years * years, last + 1, years)
        edges = np.array([instant(year) for year in bins], np.int64)
        columns = self._timeline.columns
        begin = np.searchsorted(edges, columns.start_earliest[hits], "right") - 1
        end = np.searchsorted(edges, columns.end_latest[hits], "right")
        begins, ends = (np.bincount(np.maximum(at, 0), minlength=len(edges) + 1) for at in (begin, end))
        counts = np.cumsum(begins - ends)
        for year, count in zip(bins, counts.tolist(), strict=False):
            text = years_text(year, years)
            yield FacetValue(text, date_in_words(parse_edtf(text), self._language), count)


def years_text(first: int, years: int) -> str:
    """EDTF of 10, 100 or 1,000 years from a year on that they divide: ``199X``, ``19XX``; before year 0 an interval."""
    if first < 0 or first > 9999:
        return f"{iso_year(first)}/{iso_year(first + years - 1)}"
    zeros = len(str(years)) - 1
    return f"{first:04}"[:-zeros] + "X" * zeros
