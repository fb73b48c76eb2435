"""A timeline in the making: what an importer has understood of a foreign file, as raw trees of the native format."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from timeglass.chrono.edtf import parse_file_date
from timeglass.chrono.edtf_date import DateError
from timeglass.formats.document import Document, Source
from timeglass.formats.entries import VERSION
from timeglass.formats.ids import slug
from timeglass.formats.problem import Locate, Path, Place, Problems, nowhere, shown

Tree = dict[str, Any]

_LONGEST_SUMMARY = 500
"""Characters; a longer text of a foreign event becomes its details."""


PARSED = 0.5
"""The share of the work that is done when a file is parsed, and its events are not yet made."""
_STEP = 200
_Item = TypeVar("_Item")


class Draft:
    """Collects the parts of a timeline, each with its origin: a place, or the path that ``locate`` finds it by.

    ``keys`` tells for a key of an event under which path below the event's origin it stands in the foreign file.
    """

    def __init__(self, source: Source, locate: Locate = nowhere, keys: Mapping[str, Path] | None = None) -> None:
        self.problems: Problems = source.problems
        self.head: Tree = {"timeglass": VERSION, "title": source.name.rpartition(".")[0] or source.name}
        self.events: list[Any] = []
        self._origins: list[Path | Place] = []
        self._era_origins: list[Path | Place] = []
        self._locate = locate
        self._keys = keys or {}
        self._categories: dict[str, str] = {}
        self._lost = False
        self._left_out: dict[str, int] = {}
        self.carries = False
        """The file was exported from here, and carries along what its format cannot say."""
        self._tick = source.part(PARSED, 1.0)
        source.problems.locate = self._place

    def each(self, items: Sequence[_Item]) -> Iterator[_Item]:
        """The items one by one; how far they are is told, and who listens may give it up."""
        for number, item in enumerate(items):
            if number % _STEP == 0:
                self._tick(number / len(items))
            yield item

    @property
    def next_event(self) -> Path:
        """Path of the event that is added next, for problems with it."""
        return ("events", len(self.events))

    def title(self, title: str, description: str = "") -> None:
        """Name the timeline, if there is a name."""
        if title.strip():
            self.head["title"] = title.strip()
        if description.strip():
            self.head["description"] = description.strip()

    def add(self, tree: Tree, origin: Path | Place) -> None:
        """Add an event; empty values are left out. One that lost its date is passed over: that was reported."""
        whole = bool(tree.get("date")) or not self._lost
        self.events.append(compact(tree) if whole else msgspec.UNSET)
        self._origins.append(origin)
        self._lost = False

    def when(self, start: str, end: str = "") -> Tree:
        """Date of the event or era that is added next, from EDTF or ISO date-times; an end that is no end is reported.

        An interval may have times of day, as in calendars.
        """
        if not start or not end or start == end:
            return {"date": start or end}
        try:
            parse_file_date(f"{start}/{end}")
        except DateError as error:
            self.problems.error((*self.next_event, "date"), f"from {shown(start)} to {shown(end)}: {error.reason}")
            return {"date": start}
        return {"date": f"{start}/{end}"}

    def lost(self, message: str) -> None:
        """Report a date, of the event that is added next, that cannot be read."""
        self.problems.error((*self.next_event, "date"), message)
        self._lost = True

    def leave_out(self, what: str) -> None:
        """Count something that a timeline has no room for; how much of it there was is told at the end."""
        self._left_out[what] = self._left_out.get(what, 0) + 1

    def era(self, tree: Tree, origin: Path | Place) -> None:
        """Add an era."""
        if tree.get("date") or not self._lost:
            self.head.setdefault("eras", []).append(compact(tree))
            self._era_origins.append(origin)
        self._lost = False

    def take_back(self, head: Tree, same: bool) -> None:
        """Take over what a file that was exported from here carries along of its timeline.

        ``same`` tells that its title, text and eras are still as they were.
        """
        shown = () if same else ("title", "description", "eras")
        self.head.update((key, part) for key, part in head.items() if key not in ("timeglass", "events", *shown))
        self.carries = True
        categories = head.get("categories")
        for key, category in categories.items() if isinstance(categories, dict) else ():
            label = category.get("label", key) if isinstance(category, dict) else key
            for words in label.values() if isinstance(label, dict) else (label,):
                self._categories.setdefault(" ".join(str(words).split()), key)

    def category(self, label: str, color: str = "") -> str:
        """The key of a category of this label, made when it is first asked for."""
        label = " ".join(label.split())
        if not label:
            return ""
        key = self._categories.get(label)
        if key is None:
            taken = self.head.setdefault("categories", {})
            base = slug(label) or "category"
            key, number = base, 1
            while key in taken:
                number += 1
                key = f"{base}-{number}"
            self._categories[label] = key
            taken[key] = compact({"label": label, "color": color})
        return key

    def document(self) -> Document:
        """The document of all that was added."""
        if not self.events:
            self.problems.warn(("events",), "there are no events")
        if self._left_out:
            listed = ", ".join(f"{what} ({count:,})" for what, count in self._left_out.items())
            self.problems.warn((), f"a timeline has no room for, and so left out: {listed}")
        if self.carries:
            self._drop_loose_ends()
        return Document(self.head, self.events)

    def _drop_loose_ends(self) -> None:
        """Forget arrows to events that were deleted in the other program."""
        events = [event for event in self.events if isinstance(event, dict)]
        names = {str(event.get("id")) for event in events}
        for event in events:
            aliases = event.get("aliases")
            names.update(map(str, aliases if isinstance(aliases, list) else ()))
        for event in events:
            if isinstance(related := event.get("related"), list):
                event["related"] = [one for one in related if isinstance(one, dict) and str(one.get("event")) in names]

    def _place(self, path: Path, key: bool) -> Place:
        for name, origins in (("events", self._origins), ("eras", self._era_origins)):
            if len(path) > 1 and path[0] == name and isinstance(path[1], int) and path[1] < len(origins):
                origin = origins[path[1]]
                if isinstance(origin, Place):
                    return origin
                below = self._keys.get(str(path[2]), path[2:]) if len(path) > 2 else ()
                return self._locate(origin + below, key)
        return Place(1, 1)


def compact(tree: Tree) -> Tree:
    """A tree without empty values."""
    return {key: value for key, value in tree.items() if value is not None and value not in ("", [], {})}


def texts(text: str, *notes: str) -> Tree:
    """A foreign text as summary if it is short, else as details; notes go behind it, or into the details."""
    text = text.strip()
    more = "\n\n".join(note for note in notes if note and note not in text)
    if len(text) <= _LONGEST_SUMMARY:
        return {"summary": text, "details": more}
    return {"details": f"{text}\n\n{more}".strip()}


def word(value: Any) -> str:
    """A scalar of a foreign file as text: numbers without a fraction that says nothing; "" for all that is none."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, (int, float)) else ""
