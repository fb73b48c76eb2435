"""Which event has which value: actors, places, tags, categories, sources and languages as numpy arrays."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntFlag
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.events.event import Event, SourceRef
from timeglass.events.timeline import Timeline
from timeglass.search.fold import fold
from timeglass.search.index import Mask
from timeglass.search.texts import languages_of


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


def source_value(reference: SourceRef) -> str:
    """What a reference counts as: the id of a source of the file, else its address or its text."""
    return reference.source or reference.url or reference.text


_VALUES_OF: Final[Mapping[str, Callable[[Event], Sequence[str]]]] = {
    "category": lambda event: event.categories,
    "actor": lambda event: event.actors,
    "place": lambda event: event.places,
    "tag": lambda event: event.tags,
    "source": lambda event: [source_value(reference) for reference in event.sources],
}


def _holds_of(event: Event) -> int:
    return (
        Holds.SOURCES.value * bool(event.sources)
        + Holds.MEDIA.value * bool(event.media)
        + Holds.FIGURES.value * bool(event.figures)
        + Holds.RELATED.value * bool(event.related)
        + Holds.SUMMARY.value * bool(event.summary)
        + Holds.DETAILS.value * bool(event.details)
        + Holds.ACTORS.value * bool(event.actors)
        + Holds.PLACES.value * bool(event.places)
        + Holds.TAGS.value * bool(event.tags)
    )


class _Numbers(dict[str, int]):
    """Number of each value as written; -1 for those that fold to nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.folded: dict[str, int] = {}
        self.spellings: list[str] = []

    def __missing__(self, value: str) -> int:
        folded = fold(value)
        number = self.folded.setdefault(folded, len(self.folded)) if folded else -1
        if number == len(self.spellings):
            self.spellings.append(value)
        self[value] = number
        return number


class _ColumnBuilder:
    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._entries: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]

    def add(self, first_row: int, values_by_row: Sequence[Sequence[str]]) -> None:
        """Add the values of some rows; entries are kept as one number, the row above the value."""
        counts = np.fromiter(map(len, values_by_row), np.int64, len(values_by_row))
        rows = np.repeat(np.arange(first_row, first_row + len(values_by_row), dtype=np.int64), counts)
        numbers = self._numbers
        values = np.array([numbers[value] for values in values_by_row for value in values], np.int64)
        named = values >= 0
        self._entries.append(np.unique(rows[named] << 32 | values[named]))

    def finish(self, row_count: int) -> ValueColumn:
        """The column of what was added."""
        entries = np.concatenate(self._entries)
        rows, values = (entries >> 32).astype(np.int32), (entries & 0xFFFF_FFFF).astype(np.int32)
        return ValueColumn(tuple(self._numbers.spellings), tuple(self._numbers.folded), rows, values, row_count)


class CatalogueBuilder:
    """Takes events in row order, some at a time."""

    def __init__(self, timeline: Timeline) -> None:
        self._language = timeline.head.language
        self._columns = {name: _ColumnBuilder() for name in (*_VALUES_OF, "lang")}
        self._holds: list[NDArray[np.int16]] = [np.zeros(0, np.int16)]
        self._row_count = 0

    def add(self, events: Sequence[Event]) -> None:
        """Add the next rows."""
        for name, values_of in _VALUES_OF.items():
            self._columns[name].add(self._row_count, [values_of(event) for event in events])
        self._columns["lang"].add(self._row_count, [self._languages_of(event) for event in events])
        self._holds.append(np.fromiter(map(_holds_of, events), np.int16, len(events)))
        self._row_count += len(events)

    def _languages_of(self, event: Event) -> Sequence[str]:
        """Languages of an event's texts; a plain text is in the file's language."""
        if isinstance(event.title, str) and isinstance(event.summary, str) and isinstance(event.details, str):
            return (self._language,)
        texts = [text for text in (event.title, event.summary, event.details) if text]
        return [language for text in texts for language in languages_of(text) or (self._language,)]

    def finish(self) -> Catalogue:
        """Put together what was added."""
        columns = {name: column.finish(self._row_count) for name, column in self._columns.items()}
        return Catalogue(columns, np.concatenate(self._holds))
