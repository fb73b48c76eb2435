"""Which texts of an event are searched, and under which field each of them goes."""

from collections.abc import Iterator, Mapping
from enum import IntEnum

from timeglass.events.event import Event, SourceRef, Text
from timeglass.events.timeline import Head


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


def languages_of(text: Text) -> tuple[str, ...]:
    """The languages a text is given in; none for a plain one."""
    return () if isinstance(text, str) else tuple(text)


def parts_of(text: Text) -> tuple[str, ...]:
    """The text in each of its languages."""
    return (text,) if isinstance(text, str) else tuple(text.values())


class EventTexts:
    """Gives each event's texts. What categories and sources are called is put together once."""

    def __init__(self, head: Head) -> None:
        self._categories: Mapping[str, tuple[str, ...]] = {
            identifier: (identifier, *parts_of(category.label)) for identifier, category in head.categories.items()
        }
        self._sources: Mapping[str, tuple[str, ...]] = {
            identifier: (identifier, source.title, source.author, source.publisher)
            for identifier, source in head.sources.items()
        }

    def of(self, event: Event) -> list[tuple[TextField, str]]:
        """Each text of an event with its field, title first."""
        return [(field, text) for field, text in self._all_of(event) if text]

    def _all_of(self, event: Event) -> Iterator[tuple[TextField, str]]:
        for field, text in (
            (TextField.TITLE, event.title),
            (TextField.SUMMARY, event.summary),
            (TextField.DETAILS, event.details),
        ):
            if isinstance(text, str):
                yield field, text
            else:
                for part in text.values():
                    yield field, part
        for field, values in (
            (TextField.ACTOR, event.actors),
            (TextField.PLACE, event.places),
            (TextField.TAG, event.tags),
        ):
            for value in values:
                yield field, value
        for identifier in event.categories:
            for part in self.category(identifier):
                yield TextField.CATEGORY, part
        for reference in event.sources:
            for part in self.source(reference):
                yield TextField.SOURCE, part
        for figure in event.figures:
            for part in parts_of(figure.label):
                yield TextField.NOTE, part
        for medium in event.media:
            for part in (*parts_of(medium.caption), medium.credit):
                yield TextField.NOTE, part

    def category(self, identifier: str) -> tuple[str, ...]:
        """A category's id and its labels."""
        return self._categories.get(identifier, (identifier,))

    def source(self, reference: SourceRef) -> tuple[str, ...]:
        """What a reference says: the work it names by id, its locator, its address, its free text."""
        return (
            *self._sources.get(reference.source, (reference.source,)),
            reference.locator,
            reference.url,
            reference.text,
        )
