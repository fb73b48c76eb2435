"""The plain scan: what an expression says of one event, worked out from its record alone, the slow and obvious way."""

from collections.abc import Iterator, Sequence

from timeglass.chrono.bounds import Bounds
from timeglass.events.event import Event, Text
from timeglass.events.timeline import Head
from timeglass.search.expression import (
    Among,
    And,
    Comparison,
    Dated,
    Everything,
    Expression,
    Importance,
    Not,
    Or,
    Phrase,
    Property,
    Relation,
    Value,
    Word,
)
from timeglass.search.fold import fold, words


def parts(text: Text) -> list[str]:
    """The text in all languages."""
    return [text] if isinstance(text, str) else list(text.values())


def texts(event: Event, head: Head) -> Iterator[tuple[str, str]]:
    """All searched texts of an event with the field that they belong to."""
    for name, text in (("title", event.title), ("summary", event.summary), ("details", event.details)):
        for part in parts(text):
            yield name, part
    for name, values in (("actor", event.actors), ("place", event.places), ("tag", event.tags)):
        for value in values:
            yield name, value
    for identifier in event.categories:
        yield "category", identifier
        if identifier in head.categories:
            for part in parts(head.categories[identifier].label):
                yield "category", part
    for reference in event.sources:
        yield from (("source", part) for part in (reference.source, reference.locator, reference.url, reference.text))
        if reference.source in head.sources:
            work = head.sources[reference.source]
            yield from (("source", part) for part in (work.title, work.author, work.publisher))


def stands(phrase: Sequence[str], text: str, prefix: bool) -> bool:
    """Tell whether folded words stand in a text one behind the other."""
    found = words(text)
    for at in range(len(found) - len(phrase) + 1):
        part = found[at : at + len(phrase)]
        if part == tuple(phrase) or (prefix and part[:-1] == phrase[:-1] and part[-1].startswith(phrase[-1])):
            return True
    return False


def relates(relation: Relation, date: Bounds, event: Bounds) -> bool:
    """Tell whether the event's time possibly lies so to the date."""
    first, last = date.start_earliest, date.end_latest
    match relation:
        case Relation.BEFORE:
            return event.end_earliest < first
        case Relation.AFTER:
            return event.start_latest > last
        case Relation.DURING:
            return event.start_earliest <= last and event.end_latest >= first
        case Relation.ON:
            begin, end = max(event.start_earliest, first), min(event.end_latest, last)
            return begin <= event.start_latest and end >= event.end_earliest and begin <= end


def surely(relation: Relation, date: Bounds, event: Event) -> bool:
    """Tell whether it certainly does: it can lie in no other way, and nothing in the date is doubted."""
    if event.date.uncertain or event.date.approximate:
        return False
    first, last = date.start_earliest, date.end_latest
    bounds = event.date.bounds
    match relation:
        case Relation.BEFORE:
            return bounds.end_latest < first
        case Relation.AFTER:
            return bounds.start_earliest > last
        case Relation.DURING:
            return bounds.start_latest <= last and bounds.end_earliest >= first
        case Relation.ON:
            return bounds.start_earliest >= first and bounds.end_latest <= last


class Scan:
    """Evaluates expressions event by event. There are no synonyms here."""

    def __init__(self, head: Head, events: Sequence[Event]) -> None:
        self._head = head
        self._events = events

    def hit(self, node: Expression, event: Event) -> bool:
        """Tell whether an event is shown."""
        match node:
            case Everything():
                return True
            case Not(child):
                return not self.hit(child, event)
            case And(children):
                return all(self.hit(child, event) for child in children)
            case Or(children):
                return any(self.hit(child, event) for child in children)
            case Word(text, prefix):
                return any(stands(words(text), one, prefix) for _, one in texts(event, self._head))
            case Phrase(text):
                return any(stands(words(text), one, False) for _, one in texts(event, self._head))
            case Dated(relation, dates, certainly):
                if certainly:
                    return any(surely(relation, date.bounds, event) for date in dates)
                return any(relates(relation, date.bounds, event.date.bounds) for date in dates)
            case Importance(comparisons):
                return any(compared(comparison, event.importance) for comparison in comparisons)
            case Property(name, kinds):
                return any(has(event, kind) if name == "has" else is_so(event, kind) for kind in kinds)
            case Among(name, values):
                return any(self._among(name, value, event) for value in values)

    def sure(self, node: Expression, event: Event, positive: bool = True) -> bool:
        """Tell whether an event certainly matches; with ``positive`` False, whether it possibly does."""
        match node:
            case Not(child):
                return not self.sure(child, event, not positive)
            case And(children):
                return all(self.sure(child, event, positive) for child in children)
            case Or(children):
                return any(self.sure(child, event, positive) for child in children)
            case Dated(relation, dates, False) if positive:
                return any(surely(relation, date.bounds, event) for date in dates)
            case Among("era", values) if positive:
                return any(surely(Relation.DURING, bounds, event) for value in values for bounds in self._eras(value))
            case _:
                return self.hit(node, event)

    def _eras(self, value: Value) -> list[Bounds]:
        named = [(era, [era.id, *parts(era.title)]) for era in self._head.eras]
        exactly = [era.date.bounds for era, names in named if fold(value.text) in map(fold, names)]
        if exactly or value.exact:
            return exactly
        return [e.date.bounds for e, names in named if any(stands(words(value.text), n, value.prefix) for n in names)]

    def _among(self, name: str, value: Value, event: Event) -> bool:
        match name:
            case "era":
                return any(relates(Relation.DURING, bounds, event.date.bounds) for bounds in self._eras(value))
            case "status":
                return called(event.status.value, value)
            case "id":
                known = [one for other in self._events for one in (other.id, *other.aliases)]
                own = [event.id, *event.aliases]
                if value.text in known or not value.prefix:
                    return any(one.casefold() == value.text.casefold() for one in own)
                return any(one.casefold().startswith(value.text.casefold()) for one in own)
            case "lang":
                return any(called(language, value) for language in self._languages(event))
        fields = ("title", "summary", "details") if name == "text" else (name,)
        own_texts = [text for field, text in texts(event, self._head) if field in fields]
        if value.exact or fold(value.text) in self._known(name):
            return any(fold(text) == fold(value.text) for text in own_texts)
        return any(stands(words(value.text), text, value.prefix) for text in own_texts)

    def _languages(self, event: Event) -> set[str]:
        given = [text for text in (event.title, event.summary, event.details) if text]
        return {one for text in given for one in ([self._head.language] if isinstance(text, str) else text)}

    def _known(self, name: str) -> set[str]:
        match name:
            case "category":
                return {fold(one) for c in self._head.categories.values() for one in (c.id, *parts(c.label))} - {""}
            case "source":
                return set(map(fold, self._head.sources))
            case "tag":
                return {fold(tag) for event in self._events for tag in event.tags}
            case _:
                return set()


def called(name: str, value: Value) -> bool:
    """Tell whether a name is the value, or begins like it while it is typed."""
    return name.startswith(value.text.casefold()) if value.prefix else name == value.text.casefold()


def compared(comparison: Comparison, importance: int) -> bool:
    """Tell whether an importance meets a comparison."""
    number = comparison.number
    return {
        "=": importance == number,
        "<": importance < number,
        "<=": importance <= number,
        ">": importance > number,
        ">=": importance >= number,
    }[comparison.operator]


def has(event: Event, kind: str) -> bool:
    """Tell whether an event has something in an attribute."""
    return bool(getattr(event, kind))


def is_so(event: Event, kind: str) -> bool:
    """Tell whether an event is of a kind; none is selected."""
    bounds = event.date.bounds
    return {
        "range": event.date.kind.value in ("interval", "all-of"),
        "instant": event.date.kind.value not in ("interval", "all-of"),
        "uncertain": event.date.uncertain,
        "approximate": event.date.approximate,
        "open": bounds.open_start or bounds.open_end,
        "sourced": bool(event.sources),
        "selected": False,
    }[kind]
