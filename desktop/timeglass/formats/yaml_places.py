"""Where in a YAML file a path stands: the piece around it is parsed again, now with every mark."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from timeglass.formats.problem import Path, Place
from timeglass.formats.yaml_tree import Mark, YamlTree

_Found = dict[Path, tuple[Place, Place]]
"""Places of the key and of the value of each path."""


class YamlPlaces:
    """Finds places in a file that was read into a :class:`YamlTree`."""

    def __init__(self, tree: YamlTree) -> None:
        self._tree = tree
        self._starts = sorted(mark.index for mark in tree.key_marks.values())
        self._piece: tuple[Path, _Found] = ((), {})
        """The last piece that was parsed, and what was found in it."""

    def __call__(self, path: Path, key: bool) -> Place:
        """Place of a path, or of the nearest thing around it that has one."""
        if not path:
            return Place(1, 1)
        found = self._around(path)
        while path:
            places = found.get(path)
            if places is not None:
                return places[0] if key else places[1]
            path = path[:-1]
            key = False
        return Place(1, 1)

    def _around(self, path: Path) -> _Found:
        """All places in the piece of the file that holds a path: one event, or one top-level key."""
        marks = self._tree.event_marks
        if len(path) > 1 and path[0] == "events" and isinstance(path[1], int) and path[1] < len(marks):
            base, mark = path[:2], marks[path[1]]
            end = marks[path[1] + 1].index if path[1] + 1 < len(marks) else self._end_of(mark.index)
        elif path[0] in self._tree.key_marks:
            base, mark = path[:1], self._tree.key_marks[path[0]]
            end = self._end_of(mark.index)
        else:
            return {}
        if self._piece[0] != base:
            self._piece = (base, _marked(self._tree.text, mark, end, base))
        return self._piece[1]

    def _end_of(self, start: int) -> int:
        """Where the next top-level key starts."""
        following = bisect_right(self._starts, start)
        return self._starts[following] if following < len(self._starts) else len(self._tree.text)


def _marked(text: str, mark: Mark, end: int, base: Path) -> _Found:
    """Parse one piece of a file. Spaces stand in for what is left of it, so that columns and indentation agree."""
    found: _Found = {}
    next_event: Callable[[], Any] = yaml.CBaseLoader(" " * mark.column + text[mark.index : end]).get_event

    def get() -> Any:
        event = next_event()
        if event is None:
            raise yaml.YAMLError("the piece ends early")
        return event

    def place(event: Any) -> Place:
        return Place(mark.line + event.start_mark.line + 1, event.start_mark.column + 1)

    def visit(event: Any, path: Path, key_place: Place | None = None) -> None:
        found.setdefault(path, (key_place or place(event), place(event)))
        if isinstance(event, MappingStartEvent):
            while not isinstance(key := get(), MappingEndEvent):
                if isinstance(key, ScalarEvent):
                    visit(get(), (*path, key.value), place(key))
                else:
                    visit(key, (*path, "?"))
                    visit(get(), (*path, "?"))
        elif isinstance(event, SequenceStartEvent):
            row = 0
            while not isinstance(item := get(), SequenceEndEvent):
                visit(item, (*path, row))
                row += 1

    try:
        get()
        get()
        first = get()
        visit(first, base if len(base) > 1 else ())
    except yaml.YAMLError:
        pass  # the piece was cut out of a flow style: what was found before its end is right
    return found
