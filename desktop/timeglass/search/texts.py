"""Which texts of an event are searched, and under which field each of them goes."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import chain
from typing import Final, cast

import numpy as np

from timeglass.events.event import Figure, Medium, SourceRef, Text
from timeglass.events.timeline import Head
from timeglass.search.batch import Batch, Spread, one_each, spread
from timeglass.search.fold import fold


class TextField(IntEnum):
    """The fields whose words are in the index."""

    TITLE = 0
    SUMMARY = 1
    DETAILS = 2
    ACTOR = 3
    PLACE = 4
    TAG = 5
    CATEGORY = 6
    SOURCE = 7
    NOTE = 8
    """Labels of figures, captions and credits of media."""


NAME_FIELDS: Final = frozenset({TextField.ACTOR, TextField.PLACE, TextField.TAG, TextField.CATEGORY, TextField.SOURCE})
"""Fields whose texts come again and again."""


def languages_of(text: Text) -> tuple[str, ...]:
    """The languages a text is given in; none for a plain one."""
    return () if isinstance(text, str) else tuple(text)


def parts_of(text: Text) -> tuple[str, ...]:
    """The text in each of its languages."""
    return (text,) if isinstance(text, str) else tuple(text.values())


def all_plain(texts: Sequence[Text]) -> bool:
    """Tell whether no text is given by language."""
    return set(map(type, texts)) <= {str}


class EventTexts:
    """Gives the texts of a batch of events. What categories and sources are called is put together once."""

    def __init__(self, head: Head) -> None:
        # A made timeline has a category for each id that its events use.
        self._categories: Mapping[str, tuple[str, ...]] = {
            identifier: _distinct((identifier, *parts_of(category.label)))
            for identifier, category in head.categories.items()
        }
        self._sources: Mapping[str, tuple[str, ...]] = {
            identifier: (identifier, source.title, source.author, source.publisher)
            for identifier, source in head.sources.items()
        }

    def of(self, batch: Batch) -> Iterator[tuple[TextField, Spread]]:
        """Each field with its texts; fields that none of the events has are left out."""
        first_row = batch.first_row
        for field, texts in (
            (TextField.TITLE, batch.title),
            (TextField.SUMMARY, batch.summary),
            (TextField.DETAILS, batch.details),
        ):
            if any(texts):
                yield field, _parts_of_all(texts, first_row)
        for field, names in (
            (TextField.ACTOR, batch.actors),
            (TextField.PLACE, batch.places),
            (TextField.TAG, batch.tags),
        ):
            if names.values:
                yield field, names
        if batch.categories.values:
            called = [self._categories[identifier] for identifier in batch.categories.values]
            counts = np.fromiter(map(len, called), np.intp, len(called))
            yield TextField.CATEGORY, Spread(list(chain.from_iterable(called)), batch.categories.rows.repeat(counts))
        if any(batch.sources):
            works = [[text for one in sources for text in self._source(one)] for sources in batch.sources]
            yield TextField.SOURCE, spread(works, first_row)
        if any(batch.figures) or any(batch.media):
            yield TextField.NOTE, spread(list(map(_notes, batch.figures, batch.media)), first_row)

    def _source(self, reference: SourceRef) -> tuple[str, ...]:
        """What a reference says: the work it names by id, its locator, its address, its free text."""
        work = self._sources.get(reference.source, (reference.source,))
        return (*work, reference.locator, reference.url, reference.text)


def _parts_of_all(texts: Sequence[Text], first_row: int) -> Spread:
    """The parts of many texts; quicker where all are plain, as in most large files."""
    if all_plain(texts):
        return one_each(cast("Sequence[str]", texts), first_row)
    return spread(list(map(parts_of, texts)), first_row)


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """The names that are different words to the search."""
    return tuple({fold(name): name for name in reversed(names)}.values())


def _notes(figures: Sequence[Figure], media: Sequence[Medium]) -> list[str]:
    labels = [part for figure in figures for part in parts_of(figure.label)]
    captions = [part for medium in media for part in (*parts_of(medium.caption), medium.credit)]
    return labels + captions
