"""Reading JSON with its marks, and finding where in it a path stands."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NoReturn

from timeglass.formats.document import Tick, no_tick
from timeglass.formats.problem import Path, Place, Problems, UnreadableError, shown
from timeglass.formats.text import place_at

_SPACE = re.compile(r"[ \t\n\r]*")
_TOKEN = re.compile(r'[ \t\n\r]*("(?:[^"\\]++|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]+)')
_DEEPEST = 50


class JsonTree:
    """The raw tree of a JSON document; the marks of its top-level values and events are kept."""

    def __init__(self, text: str, problems: Problems, tick: Tick = no_tick) -> None:
        self.text = text
        self.starts: dict[Path, int] = {}
        """Where each top-level value and each event starts."""
        self._problems = problems
        self._tick = tick
        self._twice: list[str] = []
        self._scan = json.JSONDecoder(
            object_pairs_hook=self._object, parse_constant=_refuse_constant, strict=False
        ).raw_decode
        try:
            self._root = self._top()
        except json.JSONDecodeError as error:
            raise UnreadableError(f"malformed JSON: {error.msg.lower()}", *place_at(text, error.pos)) from None
        except RecursionError:
            raise UnreadableError("nested too deeply") from None
        except ValueError as error:  # a number of thousands of digits, or NaN
            raise UnreadableError(f"malformed JSON: {shown(str(error), 100)}") from None
        finally:
            del self._scan  # it knows this tree: a circle

    def take_root(self) -> Any:
        """The tree itself, once: whoever takes it can let it go piece by piece."""
        root, self._root = self._root, None
        return root

    def _top(self) -> Any:
        """The whole document. An object is read key by key, and its events one by one."""
        at = self._skip(0)
        if not self.text.startswith("{", at):
            value, at = self._value(at, ())
            self._end(at)
            return value
        root: dict[str, Any] = {}
        for key, start in self._members(at):
            if key == "events" and self.text.startswith("[", start):
                value, end = self._items(start)
            else:
                value, end = self._value(start, (key,))
            if key in root:
                self._problems.error((key,), f"the key {shown(key)!r} stands here twice; the first one counts")
            else:
                root[key] = value
            self._at = end
        self._end(self._at)
        return root

    def _members(self, at: int) -> Iterator[tuple[str, int]]:
        """Keys of the object at a place, and where their values start; the caller moves ``_at`` behind each."""
        at = self._skip(at + 1)
        if self.text.startswith("}", at):
            self._at = at + 1
            return
        while True:
            if not self.text.startswith('"', at):
                raise json.JSONDecodeError("expecting a key in double quotes", self.text, at)
            key, at = self._scan(self.text, at)
            at = self._skip(at)
            if not self.text.startswith(":", at):
                raise json.JSONDecodeError("expecting ':'", self.text, at)
            yield key, self._skip(at + 1)
            at = self._skip(self._at)
            if self.text.startswith("}", at):
                self._at = at + 1
                return
            at = self._comma(at)

    def _items(self, at: int) -> tuple[list[Any], int]:
        items: list[Any] = []
        at = self._skip(at + 1)
        if self.text.startswith("]", at):
            return items, at + 1
        while True:
            value, at = self._value(at, ("events", len(items)))
            items.append(value)
            if not len(items) % 500:
                self._tick(at / len(self.text))
            at = self._skip(at)
            if self.text.startswith("]", at):
                return items, at + 1
            at = self._comma(at)

    def _value(self, at: int, path: Path) -> tuple[Any, int]:
        self.starts[path] = at
        value, end = self._scan(self.text, at)
        for key in self._twice:
            self._problems.error(path, f"the key {shown(key)!r} stands here twice; the first one counts")
        self._twice.clear()
        return value, end

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) < len(pairs):
            result = {}
            for key, value in pairs:
                if key in result:
                    self._twice.append(key)
                else:
                    result[key] = value
        return result

    def _comma(self, at: int) -> int:
        if not self.text.startswith(",", at):
            raise json.JSONDecodeError("expecting ','", self.text, at)
        return self._skip(at + 1)

    def _skip(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        return space.end() if space else at

    def _end(self, at: int) -> None:
        at = self._skip(at)
        if at < len(self.text):
            raise json.JSONDecodeError("extra data", self.text, at)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


class JsonPlaces:
    """Finds places in a JSON text; ``starts`` are paths of known start."""

    def __init__(self, text: str, starts: dict[Path, int]) -> None:
        self._text = text
        self._starts = starts
        self._line_ends = [match.start() for match in re.finditer("\n", text)]
        self._piece: tuple[Path | None, dict[Path, tuple[int, int]]] = (None, {})

    def __call__(self, path: Path, key: bool) -> Place:
        """Place of a path, or of the nearest thing around it that has one."""
        base = next((path[:length] for length in (2, 1, 0) if path[:length] in self._starts), None)
        if base is None:
            return Place(1, 1)
        if self._piece[0] != base:
            self._piece = (base, marks(self._text, self._starts[base], base))
        while path not in self._piece[1] and len(path) > len(base):
            path, key = path[:-1], False
        at = self._piece[1].get(path, (self._starts[base],) * 2)[0 if key else 1]
        line = bisect_right(self._line_ends, at - 1)
        return Place(line + 1, at - (self._line_ends[line - 1] if line else -1))


def marks(text: str, start: int, base: Path) -> dict[Path, tuple[int, int]]:
    """Where the keys and values of the JSON value at a place stand, as far as it is well formed."""
    found: dict[Path, tuple[int, int]] = {}
    at = start

    def token() -> tuple[str, int]:
        nonlocal at
        match = _TOKEN.match(text, at)
        if match is None:
            raise ValueError
        at = match.end()
        return match[1], match.start(1)

    def visit(word: str, mark: int, path: Path, key_mark: int) -> None:
        found.setdefault(path, (key_mark, mark))
        if len(path) > _DEEPEST:
            raise ValueError
        if word == "{":
            word, mark = token()
            while word != "}":
                if word == ",":
                    word, mark = token()
                name, name_mark = str(json.loads(word)), mark
                token()
                visit(*token(), (*path, name), name_mark)
                word, mark = token()
        elif word == "[":
            row = 0
            word, mark = token()
            while word != "]":
                if word == ",":
                    word, mark = token()
                visit(word, mark, (*path, row), mark)
                row += 1
                word, mark = token()

    try:
        word, mark = token()
        visit(word, mark, base, mark)
    except ValueError:
        pass
    return found
