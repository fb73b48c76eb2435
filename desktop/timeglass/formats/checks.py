"""What can only be checked once all events are known: references between them, and causes after their effects."""

from collections.abc import Sequence

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.event import Event, RelationType
from timeglass.events.timeline import Head
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Problems, shown

_CAUSE_FIRST = {
    RelationType.LEADS_TO: (True, "leads to"),
    RelationType.RESPONDS_TO: (False, "responds to"),
    RelationType.REVERSES: (False, "reverses"),
}
"""Whether the event that has the relation must come first, and the relation in words."""


def check_events(
    events: Sequence[Event], rows: Sequence[int], head: Head, problems: Problems, suggester: Suggester
) -> None:
    """Report unknown categories and events, events that refer to themselves, and causes dated after their effects.

    ``rows`` are the places of the events in the file's list. A file without any categories may name them freely.
    """
    categories = head.categories
    if categories:
        for event, row in zip(events, rows, strict=True):
            for number, category in enumerate(event.categories):
                if category not in categories:
                    near = suggester.nearest(category, categories)
                    path = ("events", row, "category")
                    at = path if len(event.categories) == 1 else (*path, number)
                    problems.error(at, f"unknown category {shown(category)!r}", near)
    by_name: dict[str, Event] | None = None
    for event, row in zip(events, rows, strict=True):
        if event.related:
            if by_name is None:
                by_name = names_of(events)
            _check_relations(event, row, by_name, problems, suggester)


def names_of(events: Sequence[Event]) -> dict[str, Event]:
    """Events by id and by alias; an id goes before an alias of the same name."""
    by_name = {alias: event for event in events for alias in event.aliases}
    by_name.update((event.id, event) for event in events)
    return by_name


def _check_relations(
    event: Event, row: int, by_name: dict[str, Event], problems: Problems, suggester: Suggester
) -> None:
    for number, relation in enumerate(event.related):
        path = ("events", row, "related", number)
        other = by_name.get(relation.event)
        if other is None:
            near = suggester.nearest(relation.event, by_name)
            problems.error((*path, "event"), f"unknown event {shown(relation.event)!r}", near)
        elif other is event:
            problems.error((*path, "event"), "the event refers to itself")
        elif relation.type in _CAUSE_FIRST:
            event_first, words = _CAUSE_FIRST[relation.type]
            cause, effect = (event, other) if event_first else (other, event)
            if starts_after(cause, effect):
                said = f"{shown(event.id)!r} ({event.date.text}) {words} {shown(other.id)!r} ({other.date.text})"
                problems.error(path, f"{said}, but the cause is dated after its effect")


def starts_after(cause: Event, effect: Event) -> bool:
    """Tell whether a cause certainly starts after its effect has started."""
    latest = effect.date.bounds.start_latest
    return OPEN_PAST < latest < cause.date.bounds.start_earliest < OPEN_FUTURE
