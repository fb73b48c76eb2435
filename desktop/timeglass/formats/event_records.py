"""Event entries into event records: dated, named, referring."""

from collections.abc import Callable, Sequence

from timeglass.events.event import Event, Relation
from timeglass.formats.dates import Dates
from timeglass.formats.entries import EventEntry
from timeglass.formats.ids import Ids
from timeglass.formats.problem import Problems, shown
from timeglass.formats.references import References

_STEP = 2_000


def event_records(
    entries: Sequence[EventEntry | None],
    dates: Dates,
    references: References,
    problems: Problems,
    tick: Callable[[int], None],
) -> tuple[list[Event], list[int]]:
    """Records of all events with a sound date, and the row in the file of each.

    The first event with an id keeps it; a later one gets a number behind it and is reported.
    """
    ids = _claimed(entries, problems)
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    share = shared.setdefault
    events: list[Event] = []
    rows: list[int] = []
    for row, entry in enumerate(entries):
        if not row % _STEP:
            tick(row)
        if entry is None:
            continue
        date = dates.known.get(entry.date) or dates.parse(entry.date, ("events", row, "date"))
        if date is None:
            continue
        identifier = entry.id
        if not identifier:
            identifier = ids.derive(entry.date, entry.title, row)
        elif ids.claim(identifier, row) is not None:
            identifier = ids.unique(identifier, row)
        category = entry.category
        categories = category if isinstance(category, tuple) else (category,) if category else ()
        at = ("events", row)
        events.append(
            Event(
                id=identifier,
                date=date,
                title=entry.title,
                summary=entry.summary,
                details=entry.details,
                categories=share(categories, categories),
                importance=entry.importance,
                status=entry.status,
                actors=share(entry.actors, entry.actors),
                places=share(entry.places, entry.places),
                tags=share(entry.tags, entry.tags),
                figures=references.figures(entry.figures, (*at, "figures")) if entry.figures else (),
                sources=references.sources(entry.sources, (*at, "sources")) if entry.sources else (),
                related=tuple(Relation(type=r.type, event=r.event) for r in entry.related) if entry.related else (),
                media=references.pictures(entry.media, (*at, "media")) if entry.media else (),
                aliases=entry.aliases,
            )
        )
        rows.append(row)
    return events, rows


def _claimed(entries: Sequence[EventEntry | None], problems: Problems) -> Ids:
    """All ids and aliases that stand in the file; those that stand there twice are reported."""
    ids = Ids()
    for row, entry in enumerate(entries):
        if entry is not None and entry.id:
            owner = ids.claim(entry.id, row)
            if owner is not None:
                message = f"the id {shown(entry.id)!r} is already that of events[{owner}]"
                problems.error(("events", row, "id"), message)
    for row, entry in enumerate(entries):
        if entry is not None and entry.aliases:
            for number, alias in enumerate(entry.aliases):
                owner = ids.claim(alias, row)
                if owner is not None:
                    message = f"the alias {shown(alias)!r} is already a name of events[{owner}]"
                    problems.error(("events", row, "aliases", number), message)
    return ids
