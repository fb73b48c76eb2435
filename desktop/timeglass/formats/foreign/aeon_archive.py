"""Files of Aeon Timeline 2 (``.aeonzip``)."""

from collections.abc import Mapping
from typing import Any

from timeglass.chrono.instant import civil, instant
from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.aeon_parts import Belongings, parent_ids, part_of, tell_colours, told_texts
from timeglass.formats.foreign.archive import open_archive, read_member
from timeglass.formats.foreign.calendar_text import date_text
from timeglass.formats.foreign.draft import PARSED, Draft, Tree, word
from timeglass.formats.foreign.html_text import plain_of
from timeglass.formats.foreign.named_colors import hex_color
from timeglass.formats.json_places import JsonTree
from timeglass.formats.links import is_web_address
from timeglass.formats.problem import Place, UnreadableError, shown
from timeglass.formats.text import decode, scrub

_MEMBER = "timeline.json"
_BEGIN = instant(1)
"""Aeon counts seconds from the first of January of the year 1."""
_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3_600, "days": 86_400, "weeks": 604_800}
_MONTHS = {"months": 1, "years": 12}
_PARTS = {"year": 1, "month": 2, "day": 3, "hour": 4, "minute": 5, "second": 6}


def sniff(name: str, head: bytes) -> float:
    """How surely a file is an ``.aeonzip``."""
    if not head.startswith(b"PK\x03\x04"):
        return 0.0
    if _MEMBER.encode() in head[:4096]:
        return 0.97
    return 0.5 if name.lower().endswith(".aeonzip") else 0.0


def read(source: Source) -> Document:
    """Read an ``.aeonzip``."""
    data = read_member(open_archive(source.data), _MEMBER)
    text = decode(data, source.problems, long_lines=True)
    tree = JsonTree(text, source.problems, source.part(0.0, PARSED))
    source.problems.locate = lambda path, key: Place()
    root = scrub(tree.take_root(), (), source.problems)
    if not isinstance(root, dict) or not isinstance(root.get("events"), list):
        raise UnreadableError(f"no timeline: {_MEMBER} has no list of events")
    return _Archive(Draft(source), root).document()


class _Archive:
    """Reads the tree inside an archive."""

    def __init__(self, draft: Draft, root: Tree) -> None:
        self._draft = draft
        self._events = [event for event in root["events"] if isinstance(event, dict)]
        template = root.get("template") if isinstance(root.get("template"), dict) else {}
        kinds = {word(kind.get("guid")): word(kind.get("name")) for kind in _trees(template, "types")}
        self._properties = {word(part.get("guid")): word(part.get("name")) for part in _trees(template, "properties")}
        self._things = {
            word(thing.get("guid")): (kinds.get(word(thing.get("entityType")), ""), word(thing.get("name")))
            for thing in _trees(root, "entities")
        }
        self._colors = {
            word(thing.get("name")): hex_color(word(thing.get("swatchColor"))) for thing in _trees(root, "entities")
        }
        parents = {word(event.get("parent")) for event in self._events} - {""}
        titles = ((word(event.get("guid")), word(event.get("title"))) for event in self._events)
        self._ids = parent_ids((key, title) for key, title in titles if key in parents)

    def document(self) -> Document:
        """The timeline of the archive."""
        for event in self._draft.each(self._events):
            self._event(event)
        tell_colours(self._draft, sum(bool(event.get("color")) for event in self._events))
        pictures = sum(
            len(event["attachments"]) for event in self._events if isinstance(event.get("attachments"), list)
        )
        if pictures:
            self._draft.problems.warn((), f"attachments were left out: {pictures}")
        return self._draft.document()

    def _event(self, event: Tree) -> None:
        belongs = Belongings()
        for relation in _trees(event, "relationships"):
            kind, label = self._things.get(word(relation.get("entity")), ("", ""))
            belongs.add(kind, [label] if label else [])
        tags = event.get("tags")
        belongs.add("tag", [word(tag) for tag in tags] if isinstance(tags, list) else [])
        said = [word(value.get("value")) for value in _trees(event, "values")
                if _is_text(self._properties.get(word(value.get("property")), ""))]  # fmt: skip
        links = event.get("links") if isinstance(event.get("links"), list) else []
        addresses = [word(link.get("url")) if isinstance(link, dict) else word(link) for link in links or []]
        when = self._when(event)
        self._draft.add(
            {
                "id": self._ids.get(word(event.get("guid")), ""),
                "date": when["date"],
                "title": plain_of(word(event.get("title"))) or "Untitled",
                **told_texts([*said, word(event.get("notes"))], []),
                **belongs.tree(self._draft, self._colors),
                "sources": [address for address in addresses if is_web_address(address)],
                "related": part_of(self._ids.get(word(event.get("parent")), "")),
            },
            Place(),
        )

    def _when(self, event: Tree) -> Tree:
        """The date of an event from its position and span, as precise as the position says."""
        values = _trees(event, "rangeValues")
        position = values[0].get("position") if values else None
        stamp = position.get("timestamp") if isinstance(position, dict) else None
        if not isinstance(stamp, (int, float)) or isinstance(stamp, bool) or abs(stamp) > 2e18:
            self._draft.lost(f"{shown(word(event.get('title')))!r} has no date")
            return {"date": ""}
        precision = word(position.get("precision")) if isinstance(position, dict) else ""
        begin = int(stamp) + _BEGIN
        span = values[0].get("span")
        end = _later(begin, span if isinstance(span, dict) else {})
        start_text = _text(begin, precision)
        if end <= begin or _text(end, precision) == start_text:
            return {"date": start_text}
        # The end is where the event is over already; of days, the last one still counts.
        return self._draft.when(start_text, _text(end - 1 if "T" not in start_text else end, precision))


def _is_text(name: str) -> bool:
    return any(part in name.lower() for part in ("description", "summary", "notes"))


def _trees(tree: Any, key: str) -> list[Tree]:
    """The objects in a list below a key."""
    found = tree.get(key) if isinstance(tree, dict) else None
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _text(at: int, precision: str) -> str:
    fields = civil(at)
    parts = fields[: _PARTS.get(precision, 6)]
    return date_text(*parts) if len(parts) <= 3 else date_text(*fields)


def _later(at: int, span: Mapping[str, Any]) -> int:
    """A moment later by a span of several units."""
    amounts = {unit: value for unit, value in span.items() if isinstance(value, (int, float)) and abs(value) < 1e9}
    months = int(sum(amounts.get(unit, 0) * size for unit, size in _MONTHS.items()))
    if months:
        fields = civil(at)
        year, month = divmod(fields.year * 12 + fields.month - 1 + months, 12)
        at = instant(year, month + 1, 1) + (at - instant(fields.year, fields.month, 1))
    return at + int(sum(amounts.get(unit, 0) * size for unit, size in _SECONDS.items()))
