"""YAML text to raw trees: a plain builder over libyaml's events.

Every scalar stays the text that it is. Nothing is constructed, whatever a tag asks for. Only the marks of the top-level
keys and of the events are kept; where else something stands is found by parsing that piece again.
"""

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from timeglass.formats.document import Tick
from timeglass.formats.problem import Path, Place, Problems, UnreadableError, shown
from timeglass.formats.text import DEEPEST, LONGEST_TEXT, cut_message
from timeglass.formats.yaml_advice import placed_errors

MOST_ALIASED = 100_000
"""Values that aliases may stand for, all together: a bomb of aliases goes off here."""

_PIECE = 2**16
"""Bytes."""

_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp")
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text: its character, line and column, counted from 0."""

    index: int
    line: int
    column: int


class Marks:
    """Many marks. libyaml's own would be an object each, which the garbage collector visits again and again."""

    def __init__(self) -> None:
        self._numbers = array("q")

    def __len__(self) -> int:
        return len(self._numbers) // 3

    def __getitem__(self, row: int) -> Mark:
        return Mark(*self._numbers[3 * row : 3 * row + 3])

    def append(self, mark: Any) -> None:
        """Keep one of libyaml's marks."""
        self._numbers.extend((mark.index, mark.line, mark.column))


class _Pieces:
    """Hands a file to libyaml piece by piece: as a whole it would be copied in one long call."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def share(self) -> float:
        """How much was handed over, 0 to 1."""
        return min(1.0, self._at / len(self._data))

    def read(self, _size: int = -1, /) -> bytes:
        """The next piece; libyaml takes from it what it needs."""
        start, self._at = self._at, self._at + _PIECE
        return self._data[start : self._at]


class YamlTree:
    """The raw tree of a document in sound UTF-8, with the marks by which a place in it is found again."""

    def __init__(self, data: bytes, problems: Problems, tick: Tick) -> None:
        self._data = data
        self._root: Any = None
        self.key_marks: dict[str, Any] = {}
        """Marks of the top-level keys."""
        self.event_marks = Marks()
        """Marks of the items of the top-level list ``events``."""
        self._path: Path = ()
        """The top-level key or the event that is being read."""
        self._problems = problems
        self._tick = tick
        # libyaml's parser; nothing of the loader around it is used.
        self._pieces = _Pieces(data)
        self._get: Callable[[], Any] = yaml.CBaseLoader(self._pieces).get_event
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._open: set[str] = set()
        self._sizes: dict[int, int] = {}
        self._aliased = 0
        with placed_errors(data):
            self._read()

    @cached_property
    def text(self) -> str:
        """The file as text. Only a place needs it: to make one of a large file takes long."""
        return self._data.decode()

    def take_root(self) -> Any:
        """The tree itself, once: whoever takes it can let it go piece by piece."""
        root, self._root = self._root, None
        return root

    def _read(self) -> None:
        event = self._get()
        while not isinstance(event, (NodeEvent, StreamEndEvent)):
            event = self._get()
        if isinstance(event, MappingStartEvent) and event.anchor is None:
            self._root = self._top()
        elif isinstance(event, StreamEndEvent):
            raise UnreadableError("the file holds nothing but comments")
        else:
            what = {ScalarEvent: "plain text", SequenceStartEvent: "a list"}.get(event.__class__, "no plain keys")
            raise UnreadableError(f"no timeline: it holds {what}, where keys such as 'timeglass: 1' are expected", 1, 1)
        while not isinstance(event, StreamEndEvent):
            event = self._get()
            if isinstance(event, DocumentStartEvent):
                message = "a second YAML document starts here; only the first is read"
                self._problems.warn(self._path, message, at=_place(event.start_mark))
                break

    def _top(self) -> dict[str, Any]:
        """The root mapping; its list of events is read item by item, with their marks."""
        root: dict[str, Any] = {}
        while True:
            self._path = ()
            event = self._get()
            if event.__class__ is MappingEndEvent:
                return root
            if event.__class__ is ScalarEvent:
                self._path = (event.value,)
            key = self._key(event, root, 1)
            value = self._get()
            if key == "events" and value.__class__ is SequenceStartEvent and value.anchor is None:
                root[key] = self._events()
            elif key is None:
                self._node(value, 1)
            else:
                root[key] = self._node(value, 1)
            if key is not None:
                self.key_marks[key] = event.start_mark

    def _events(self) -> list[Any]:
        events: list[Any] = []
        while True:
            event = self._get()
            if event.__class__ is SequenceEndEvent:
                return events
            mark = event.start_mark
            self.event_marks.append(mark)
            self._path = ("events", len(events))
            events.append(self._node(event, 2))
            if not len(events) % 500:
                self._tick(self._pieces.share)

    def _node(self, event: Any, depth: int) -> Any:
        kind = event.__class__
        if kind is AliasEvent:
            return self._alias(event)
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            message = f"the tag {shown(event.tag)!r} has no meaning here and is ignored"
            self._problems.error(self._path, message, at=_place(event.start_mark))
        if depth > DEEPEST:
            raise UnreadableError(f"nested more than {DEEPEST} levels deep", *_place(event.start_mark))
        anchor = event.anchor
        if anchor is not None:
            self._open.add(anchor)
        if kind is ScalarEvent:
            value = event.value
            if len(value) > LONGEST_TEXT:
                value = self._cut(event)
        elif kind is MappingStartEvent:
            value = self._mapping(depth + 1)
        else:
            value = self._sequence(depth + 1)
        if anchor is not None:
            self._open.discard(anchor)
            self._anchors[anchor] = (value, self._size(value))
        return value

    def _mapping(self, depth: int) -> dict[str, Any]:
        get = self._get
        mapping: dict[str, Any] = {}
        while True:
            event = get()
            if event.__class__ is MappingEndEvent:
                return mapping
            if event.__class__ is ScalarEvent and event.anchor is None and event.value not in mapping:
                key: str | None = event.value
            else:
                key = self._key(event, mapping, depth)
            event = get()
            if event.__class__ is ScalarEvent and event.anchor is None and event.tag is None:
                value = event.value
                if len(value) > LONGEST_TEXT:
                    value = self._cut(event)
            else:
                value = self._node(event, depth)
            if key is not None:
                mapping[key] = value

    def _sequence(self, depth: int) -> list[Any]:
        get = self._get
        items: list[Any] = []
        while True:
            event = get()
            if event.__class__ is SequenceEndEvent:
                return items
            items.append(self._node(event, depth))

    def _key(self, event: Any, mapping: dict[str, Any], depth: int) -> str | None:
        """The key that an event stands for; None, after a report, when its value is to be passed over."""
        key = self._node(event, depth)
        message = ""
        if not isinstance(key, str):
            message = "a key must be a text"
        elif key in mapping:
            message = f"the key {shown(key)!r} stands here twice; the first one counts"
        if message:
            self._problems.error(self._path, message, at=_place(event.start_mark))
            return None
        return key  # type: ignore[no-any-return]

    def _alias(self, event: Any) -> Any:
        name = event.anchor
        if name in self._open:
            raise UnreadableError(f"the alias '*{shown(name)}' contains itself", *_place(event.start_mark))
        if name not in self._anchors:
            self._problems.error(self._path, f"there is no anchor '&{shown(name)}'", at=_place(event.start_mark))
            return None
        value, size = self._anchors[name]
        self._aliased += size
        if self._aliased > MOST_ALIASED:
            raise UnreadableError(f"aliases stand for more than {MOST_ALIASED:,} values", *_place(event.start_mark))
        return value

    def _size(self, value: Any) -> int:
        """Number of values in a tree, those behind aliases included; each anchored part is counted once."""
        known = self._sizes.get(id(value))
        if known is not None:
            return known
        if isinstance(value, dict):
            size = 1 + sum(1 + self._size(part) for part in value.values())
        elif isinstance(value, list):
            size = 1 + sum(self._size(part) for part in value)
        else:
            return 1
        self._sizes[id(value)] = size
        return size

    def _cut(self, event: Any) -> str:
        self._problems.error(self._path, cut_message(len(event.value)), at=_place(event.start_mark))
        return str(event.value[:LONGEST_TEXT])


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)
