"""An event entry into an event record."""

from timeglass.chrono.edtf import parse_file_date
from timeglass.chrono.edtf_date import EdtfDate
from timeglass.events.event import Event, Relation
from timeglass.formats.entries import EventEntry
from timeglass.formats.references import References


def event_record(entry: EventEntry, identifier: str, references: References, date: EdtfDate | None = None) -> Event:
    """The record of an entry whose date is sound; with another ``date`` in place of its own, if given."""
    category = entry.category
    return Event(
        id=identifier,
        date=parse_file_date(entry.date) if date is None else date,
        title=entry.title,
        summary=entry.summary,
        details=entry.details,
        categories=category if isinstance(category, tuple) else (category,) if category else (),
        importance=entry.importance,
        status=entry.status,
        actors=entry.actors,
        places=entry.places,
        tags=entry.tags,
        figures=references.figures(entry.figures, ()) if entry.figures else (),
        sources=references.sources(entry.sources, ()) if entry.sources else (),
        related=tuple(Relation(type=arrow.type, event=arrow.event) for arrow in entry.related),
        media=references.pictures(entry.media, ()) if entry.media else (),
        aliases=entry.aliases,
    )
