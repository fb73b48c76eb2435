"""Some events as lists, one for each attribute that the search looks at: many events are read fastest so."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from timeglass.events.event import Event, Figure, Medium, Relation, SourceRef, Text


@dataclass(frozen=True, slots=True)
class Batch:
    """Attributes of the events from ``first_row`` on, named as in :class:`~timeglass.events.event.Event`."""

    first_row: int
    title: Sequence[Text]
    summary: Sequence[Text]
    details: Sequence[Text]
    actors: Sequence[Sequence[str]]
    places: Sequence[Sequence[str]]
    tags: Sequence[Sequence[str]]
    categories: Sequence[tuple[str, ...]]
    sources: Sequence[Sequence[SourceRef]]
    figures: Sequence[Sequence[Figure]]
    media: Sequence[Sequence[Medium]]
    related: Sequence[Sequence[Relation]]

    def __len__(self) -> int:
        return len(self.title)


_ATTRIBUTES = tuple(name for name in Batch.__dataclass_fields__ if name != "first_row")


def batch_of(events: Sequence[Event], first_row: int) -> Batch:
    """The lists of some events, which stand in the timeline from ``first_row`` on."""
    return Batch(first_row, *(list(map(attrgetter(name), events)) for name in _ATTRIBUTES))
