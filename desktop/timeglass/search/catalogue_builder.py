"""Building the catalogue of values in steps."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.events.event import SourceRef, Text
from timeglass.search.batch import Batch, Spread, one_each, spread
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

    def add(self, found: Spread) -> None:
        """Add the values of some rows; entries are kept as one number, the row above the value."""
        if not found.values:
            return
        values = np.fromiter(map(self._numbers.__getitem__, found.values), np.int64, len(found.values))
        named = values >= 0
        entries = found.rows[named].astype(np.int64) << 32 | values[named]
        # A row may name a value twice, or in two spellings.
        self._entries.append(np.unique(entries) if (np.diff(found.rows) == 0).any() else entries)

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
        sources = [[source_value(one) for one in sources] for sources in batch.sources] if any(batch.sources) else ()
        found = {
            "category": batch.categories,
            "actor": batch.actors,
            "place": batch.places,
            "tag": batch.tags,
            "source": spread(sources, batch.first_row),
            "lang": self._languages(batch),
        }
        for name, column in self._columns.items():
            column.add(found[name])
        self._holds.append(_holdings(batch))

    def _languages(self, batch: Batch) -> Spread:
        """Languages of each event's texts; a plain text is in the file's language."""
        texts = batch.title, batch.summary, batch.details
        if all(map(all_plain, texts)):
            return one_each([self._language] * len(batch), batch.first_row)
        return spread(list(map(self._languages_of, *texts)), batch.first_row)

    def _languages_of(self, *texts: Text) -> Sequence[str]:
        return [language for text in texts if text for language in languages_of(text) or (self._language,)]

    def finish(self, row_count: int) -> Catalogue:
        """Put together what was added."""
        columns = {name: column.finish(row_count) for name, column in self._columns.items()}
        return Catalogue(columns, np.concatenate(self._holds))


def _holdings(batch: Batch) -> NDArray[np.int16]:
    """The :class:`Holds` bits of events."""
    holds = np.zeros(len(batch), np.int16)
    lists: Mapping[Holds, Sequence[object]] = {
        Holds.SOURCES: batch.sources,
        Holds.MEDIA: batch.media,
        Holds.FIGURES: batch.figures,
        Holds.RELATED: batch.related,
        Holds.SUMMARY: batch.summary,
        Holds.DETAILS: batch.details,
    }
    for bit, values in lists.items():
        if all(values):
            holds |= np.int16(bit)
        elif any(values):
            holds |= np.fromiter(map(bool, values), np.bool_, len(batch)) * np.int16(bit)
    for bit, names in ((Holds.ACTORS, batch.actors), (Holds.PLACES, batch.places), (Holds.TAGS, batch.tags)):
        holds[names.rows - batch.first_row] |= np.int16(bit)
    return holds
