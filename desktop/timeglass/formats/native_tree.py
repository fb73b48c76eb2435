"""Records back into raw trees of the native format, without what says no more than the default."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from timeglass.events.event import Era, Event, Series, SourceRef
from timeglass.events.timeline import Head, Timeline
from timeglass.formats import links
from timeglass.formats.document import Tick, no_tick
from timeglass.formats.entries import VERSION

Tree = dict[str, Any]
_EACH = 256
"""Events between two ticks."""
T = TypeVar("T")


def ticked(things: Sequence[T], tick: Tick, first: float = 0.0, last: float = 1.0) -> Iterator[T]:
    """Each of some things; tells the share that is done, from ``first`` to ``last``."""
    for place, thing in enumerate(things):
        if place % _EACH == 0:
            tick(first + (last - first) * place / len(things))
        yield thing


def timeline_tree(timeline: Timeline, rows: Sequence[int], tick: Tick = no_tick) -> tuple[Tree, list[Tree]]:
    """Trees of the head and of the events in some rows.

    When they are not all events, the head keeps only the categories and sources that these need, and arrows to events
    that are left out go too, so that what is written is whole in itself.
    """
    events = [timeline.events[row] for row in ticked(rows, tick, 0.0, 0.3)]
    head = timeline.head
    names: frozenset[str] | None = None
    if len(events) < len(timeline):
        names = frozenset(name for event in events for name in (event.id, *event.aliases))
        head = _needed(head, events)
    return head_tree(head), [event_tree(event, head.sources, names) for event in ticked(events, tick, 0.3, 1.0)]


def _needed(head: Head, events: Sequence[Event]) -> Head:
    """The head with only the categories and sources that some events need."""
    categories = {key for event in events for key in event.categories}
    refs = [ref for event in events for ref in event.sources] + [ref for era in head.eras for ref in era.sources]
    sources = {ref.source for ref in refs} | {point.source for series in head.series for point in series.points}
    return Head(
        **{
            **head.__dict__,
            "categories": {key: of for key, of in head.categories.items() if key in categories},
            "sources": {key: of for key, of in head.sources.items() if key in sources},
        }
    )


def head_tree(head: Head) -> Tree:
    """Tree of all but the events."""
    view = {
        "range": head.view.range.text if head.view.range else "",
        "group_by": "" if head.view.group_by == "category" else head.view.group_by,
    }
    tree = {
        "timeglass": VERSION,
        "title": head.title,
        "description": head.description,
        "language": head.language,
        "license": head.license,
        "updated": head.updated,
        "view": _compact(view),
        "categories": {key: _compact({"label": of.label, "color": of.color}) for key, of in head.categories.items()},
        "tracks": {
            key: _compact({"label": of.label, "style": "" if of.style == "periods" else of.style})
            for key, of in head.tracks.items()
        },
        "eras": [_era(era, head) for era in head.eras],
        "sources": {key: _fields(of, skip="id") for key, of in head.sources.items()},
        "synonyms": [list(group) for group in head.synonyms],
        "series": [_series(series) for series in head.series],
    }
    return _compact(tree)


def event_tree(event: Event, sources: Mapping[str, Any], names: frozenset[str] | None = None) -> Tree:
    """Tree of an event. ``names`` are the only ids and aliases that its arrows may point to; None allows all."""
    categories = event.categories
    related = [
        {"type": relation.type.value, "event": relation.event}
        for relation in event.related
        if names is None or relation.event in names
    ]
    return _compact(
        {
            "id": event.id,
            "aliases": list(event.aliases),
            "date": event.date.text,
            "title": event.title,
            "summary": event.summary,
            "details": event.details,
            "category": categories[0] if len(categories) == 1 else list(categories),
            "importance": "" if event.importance == 3 else event.importance,
            "status": "" if event.status.value == "confirmed" else event.status.value,
            "actors": list(event.actors),
            "places": list(event.places),
            "tags": list(event.tags),
            "figures": [_fields(figure) for figure in event.figures],
            "sources": [source_ref_tree(ref, sources) for ref in event.sources],
            "related": related,
            "media": [_fields(medium) for medium in event.media],
        }
    )


def source_ref_tree(ref: SourceRef, sources: Mapping[str, Any]) -> Any:
    """A reference in its shortest form that is read back as the same."""
    if ref == SourceRef(url=ref.url) and ref.url not in sources:
        return ref.url
    text = ref.text
    plain = text.strip() and text not in sources and not links.is_web_address(text) and not links.is_risky(text)
    return text if plain and ref == SourceRef(text=text) else _fields(ref)


def _era(era: Era, head: Head) -> Tree:
    return _compact(
        {
            "id": era.id,
            "aliases": list(era.aliases),
            "title": era.title,
            "date": era.date.text,
            "track": era.track,
            "color": era.color,
            "summary": era.summary,
            "sources": [source_ref_tree(ref, head.sources) for ref in era.sources],
        }
    )


def _series(series: Series) -> Tree:
    return _compact(
        {
            "id": series.id,
            "title": series.title,
            "unit": series.unit,
            "group": series.group,
            "style": "" if series.style == "line" else series.style,
            "description": series.description,
            "points": [{**_fields(point, skip="date"), "date": point.date.text} for point in series.points],
        }
    )


def _fields(record: Any, skip: str = "") -> Tree:
    """The fields of a plain record that say something."""
    return _compact({name: _number(getattr(record, name)) for name in record.__struct_fields__ if name != skip})


def _number(value: Any) -> Any:
    """A number as people write it: without a fraction where there is none."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def _compact(tree: Tree) -> Tree:
    """Without empty values; zero is none."""
    return {key: value for key, value in tree.items() if value is not None and value not in ("", [], {}, ())}
