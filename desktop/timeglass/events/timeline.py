"""A loaded timeline: its head, its records in row order, and its columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import DAY, OPEN_FUTURE, OPEN_PAST, YEAR, instant
from timeglass.events.columns import Columns, columns_of
from timeglass.events.event import Category, Era, Event, Series, Source, Text, Track, View
from timeglass.events.numbers import Numbers, numbers_of


@dataclass(frozen=True, kw_only=True)
class Head:
    """All that a file says besides its events."""

    title: Text = ""
    description: Text = ""
    language: str = "en"
    license: str = ""
    updated: str = ""
    view: View = field(default_factory=View)
    categories: Mapping[str, Category] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    eras: Sequence[Era] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    synonyms: Sequence[Sequence[str]] = ()
    series: Sequence[Series] = ()


@dataclass(frozen=True)
class Timeline:
    """Events in row order: ``events[row]`` belongs to row ``row`` of ``columns``. See :func:`make_timeline`.

    ``path`` is the file it came from, or None; ``digest`` the SHA-256 of its bytes in hex, or "".
    """

    head: Head
    events: Sequence[Event]
    columns: Columns
    path: Path | None = None
    digest: str = ""
    format_name: str = ""
    names: Mapping[str, int] | None = None
    """Row of each id and alias, where whoever made the timeline knows it without looking at every event."""

    def __len__(self) -> int:
        return len(self.columns)

    @cached_property
    def row_by_id(self) -> Mapping[str, int]:
        """Row of each id and alias."""
        if self.names is not None:
            return self.names
        rows = {alias: row for row, event in enumerate(self.events) for alias in event.aliases}
        rows.update((event.id, row) for row, event in enumerate(self.events))
        return rows

    @cached_property
    def category_ids(self) -> tuple[str, ...]:
        """Category ids in lane order; the ``category`` column indexes them."""
        return tuple(self.head.categories)

    @cached_property
    def numbers(self) -> tuple[Numbers, ...]:
        """The columns of each of the head's series."""
        return tuple(numbers_of(series) for series in self.head.series)

    @cached_property
    def span(self) -> Span:
        """From the earliest to the latest bound that is not open, at least one day long.

        Open ends do not count; a timeline without any bound gets the year 2000.
        """
        columns = self.columns
        low: list[int] = []
        high: list[int] = []
        for column in (columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest):
            known = column[(column > OPEN_PAST) & (column < OPEN_FUTURE)]
            if len(known):
                low.append(int(known.min()))
                high.append(int(known.max()))
        for era in self.head.eras:
            known_bounds = [at for at in era.date.bounds if OPEN_PAST < at < OPEN_FUTURE]
            low += known_bounds
            high += known_bounds
        if not high:
            start = instant(2000)
            return Span(start, start + YEAR)
        return Span(min(low), max(max(high) + 1, min(low) + DAY))


def make_timeline(
    head: Head, events: Sequence[Event], path: Path | None = None, digest: str = "", format_name: str = ""
) -> Timeline:
    """Sort event records into a timeline.

    Categories that events use but the head lacks are added behind the head's, so that every event has a lane.
    """
    categories = dict(head.categories)
    for event in events:
        for identifier in event.categories:
            if identifier not in categories:
                categories[identifier] = Category(id=identifier, label=identifier)
    columns, order = columns_of(events, tuple(categories))
    head = Head(**{**head.__dict__, "categories": categories})
    return Timeline(head, [events[row] for row in order], columns, path, digest, format_name)
