"""Raw trees into typed entries: one conversion where all is well, a careful walk where something is not.

A raw tree is what a reader took from a file: dicts, lists, and scalars (all of them str in YAML and tables). msgspec
converts it in one go, but stops at the first fault; then the walk here visits each part, keeps what is good, and
reports each fault with its path.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from timeglass.formats import expected
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Path, Problems, shown

T = TypeVar("T")

_LOST: Any = object()
"""Stands for a value that could not be saved."""
_NULLS: Final = ("~", "null", "Null", "NULL")


class Typist:
    """Converts raw trees of one file and reports to its problems."""

    def __init__(self, problems: Problems, suggester: Suggester) -> None:
        self._problems = problems
        self._suggester = suggester

    def entries(self, raw: Sequence[Any], kind: type[T], path: Path, first: int = 0) -> list[T | None]:
        """Convert raw trees that stand in the list at a path, from row ``first`` on; None stands for what is lost."""
        kinds: Any = list[kind]  # type: ignore[valid-type]
        try:
            return msgspec.convert(raw, kinds, strict=False)  # type: ignore[no-any-return]
        except msgspec.ValidationError:
            return [self.value(item, kind, (*path, first + row)) for row, item in enumerate(raw)]

    def value(self, raw: Any, kind: Any, path: Path) -> Any:
        """Convert one raw tree; None when it, or a part that it cannot do without, is missing or wrong.

        UNSET stands for a tree that was lost, and reported, before.
        """
        value = _LOST if raw is msgspec.UNSET else self._value(raw, kind, path)
        return None if value is _LOST else value

    def _value(self, raw: Any, kind: Any, path: Path, key: bool = False) -> Any:
        try:
            return msgspec.convert(raw, kind, strict=False)
        except msgspec.ValidationError:
            return self._mended(raw, kind, path, key)

    def _mended(self, raw: Any, kind: Any, path: Path, key: bool) -> Any:
        """What can be saved of a tree that does not convert as a whole."""
        for member in expected.members(kind):
            origin = get_origin(member)
            if isinstance(raw, dict) and expected.is_struct(member):
                return self._struct(raw, member, path)
            if isinstance(raw, dict) and origin is dict:
                return self._mapping(raw, member, path)
            if isinstance(raw, list) and origin is tuple:
                items = [self._value(item, get_args(member)[0], (*path, row)) for row, item in enumerate(raw)]
                return tuple(item for item in items if item is not _LOST)
            if isinstance(raw, (bool, int, float)) and member is str:
                return self._value(msgspec.json.encode(raw).decode(), kind, path)
        self._complain(raw, kind, path, key)
        return _LOST

    def _struct(self, raw: dict[Any, Any], kind: type[msgspec.Struct], path: Path) -> Any:
        hints = _hints(kind)
        for key in raw:
            if key == "<<":
                self._problems.error((*path, key), "merge keys ('<<') are not supported; write the keys out", key=True)
            elif key not in hints:
                near = self._suggester.nearest(str(key), hints.keys())
                self._problems.warn((*path, str(key)), f"unknown key {shown(str(key))!r}", near, key=True)
        good: dict[str, Any] = {}
        whole = True
        for field in expected.fields(kind):
            name, value = field.name, raw.get(field.name)
            if _is_nothing(value, hints[name]):
                if field.required and name in raw:
                    self._problems.error((*path, name), f"{name!r} is empty", key=True)
                elif field.required:
                    self._problems.error(path, f"{name!r} is missing")
                elif value == "" and name == "color":
                    self._problems.warn((*path, name), "the colour is empty: '#' needs quotes, or starts a comment")
                whole = whole and not field.required
                continue
            value = self._value(value, hints[name], (*path, name))
            if value is not _LOST:
                good[name] = value
            elif field.required:
                whole = False
        return kind(**good) if whole else _LOST

    def _mapping(self, raw: dict[Any, Any], kind: Any, path: Path) -> Any:
        key_kind, value_kind = get_args(kind)
        good: dict[Any, Any] = {}
        for name, value in raw.items():
            at = (*path, str(name))
            if _is_nothing(value, value_kind) and expected.is_struct(expected.bare(value_kind)):
                value = {}
            typed_name = self._value(name, key_kind, at, key=True)
            typed_value = self._value(value, value_kind, at)
            if typed_name is not _LOST and typed_value is not _LOST:
                good[typed_name] = typed_value
        return good or _LOST

    def _complain(self, raw: Any, kind: Any, path: Path, key: bool) -> None:
        words = expected.in_words(kind)
        if isinstance(raw, (dict, list)):
            given = "a list" if isinstance(raw, list) else "keys and values"
            self._problems.error(path, f"expected {words}, not {given}", key=key)
            return
        text = raw if isinstance(raw, str) else msgspec.json.encode(raw).decode()
        hint = ""
        allowed = expected.choices(kind)
        if allowed:
            hint = self._suggester.nearest(text, allowed)
        elif get_origin(expected.bare(kind)) is tuple and len(text) <= 60:
            hint = f"[{text}]"
        elif expected.bare(kind) is float and _is_number(text.replace(",", ".")):
            hint = text.replace(",", ".")
        self._problems.error(path, f"{shown(text)!r} is not {words}", hint, key=key)


def _is_nothing(value: Any, kind: Any) -> bool:
    """Tell whether nothing is given, in any of YAML's ways (YAML 1.2.2, 10.3.2); a ``~`` that may be a text is one."""
    return value is None or value == "" or (value in _NULLS and not expected.takes_text(kind))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


@cache
def _hints(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Fields of a record and their annotated types."""
    return get_type_hints(kind, include_extras=True)
