"""Building the catalogue of values in steps."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.events.event import SourceRef, Text
from timeglass.search.batch import Batch
from timeglass.search.catalogue import Catalogue, Holds, ValueColumn
from timeglass.search.fold import fold
from timeglass.search.texts import all_plain, languages_of

COLUMN_NAMES: Final = ("category", "actor", "place", "tag", "source", "lang")


def source_value(reference: SourceRef) -> str:
    """What a reference counts as: the id of a source of the file, else its address or its text."""
    return reference.source or reference.url or reference.text


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
        if not any(values_by_row):
            return
        counts = np.fromiter(map(len, values_by_row), np.int64, len(values_by_row))
        rows = np.repeat(np.arange(first_row, first_row + len(values_by_row), dtype=np.int64), counts)
        values = np.fromiter(map(self._numbers.__getitem__, chain.from_iterable(values_by_row)), np.int64, counts.sum())
        named = values >= 0
        entries = rows[named] << 32 | values[named]
        self._entries.append(np.unique(entries) if counts.max() > 1 else entries)

    def finish(self, row_count: int) -> ValueColumn:
        """The column of what was added."""
        entries = np.concatenate(self._entries)
        rows, values = (entries >> 32).astype(np.int32), (entries & 0xFFFF_FFFF).astype(np.int32)
        return ValueColumn(tuple(self._numbers.spellings), tuple(self._numbers.folded), rows, values, row_count)


class CatalogueBuilder:
    """Takes batches in row order. ``language`` is the file's, in which plain texts are."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._columns = {name: _ColumnBuilder() for name in COLUMN_NAMES}
        self._holds: list[NDArray[np.int16]] = [np.zeros(0, np.int16)]

    def add(self, batch: Batch) -> None:
        """Add the next rows."""
        values: Mapping[str, Sequence[Sequence[str]]] = {
            "category": batch.categories,
            "actor": batch.actors,
            "place": batch.places,
            "tag": batch.tags,
            "source": [[source_value(one) for one in sources] for sources in batch.sources],
            "lang": self._languages(batch),
        }
        for name, column in self._columns.items():
            column.add(batch.first_row, values[name])
        self._holds.append(_holdings(batch))

    def _languages(self, batch: Batch) -> Sequence[Sequence[str]]:
        """Languages of each event's texts; a plain text is in the file's language."""
        texts = batch.title, batch.summary, batch.details
        if all(map(all_plain, texts)):
            return [(self._language,)] * len(batch)
        return list(map(self._languages_of, *texts))

    def _languages_of(self, *texts: Text) -> Sequence[str]:
        return [language for text in texts if text for language in languages_of(text) or (self._language,)]

    def finish(self, row_count: int) -> Catalogue:
        """Put together what was added."""
        columns = {name: column.finish(row_count) for name, column in self._columns.items()}
        return Catalogue(columns, np.concatenate(self._holds))


def _holdings(batch: Batch) -> NDArray[np.int16]:
    """The :class:`Holds` bits of events."""
    holds = np.zeros(len(batch), np.int16)
    held: Mapping[Holds, Sequence[object]] = {
        Holds.SOURCES: batch.sources,
        Holds.MEDIA: batch.media,
        Holds.FIGURES: batch.figures,
        Holds.RELATED: batch.related,
        Holds.SUMMARY: batch.summary,
        Holds.DETAILS: batch.details,
        Holds.ACTORS: batch.actors,
        Holds.PLACES: batch.places,
        Holds.TAGS: batch.tags,
    }
    for bit, values in held.items():
        if all(values):
            holds |= np.int16(bit)
        elif any(values):
            holds |= np.fromiter(map(bool, values), np.bool_, len(batch)) * np.int16(bit)
    return holds
