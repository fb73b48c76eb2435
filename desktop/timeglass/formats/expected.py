"""What the schema expects, in words; and small questions about its types."""

from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
import msgspec.structs


def bare(kind: Any) -> Any:
    """A type without its annotations."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def members(kind: Any) -> tuple[Any, ...]:
    """The bare members of a union; of any other type, itself."""
    plain = bare(kind)
    if get_origin(plain) in (Union, UnionType):
        return tuple(found for member in get_args(plain) for found in members(member))
    return (plain,)


def annotated_members(kind: Any) -> tuple[Any, ...]:
    """The members of a union with their annotations; of any other type, itself."""
    plain = bare(kind)
    return get_args(plain) if get_origin(plain) in (Union, UnionType) else (kind,)


@cache
def fields(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields of a record; finding them is slow, so each record is looked at once."""
    return msgspec.structs.fields(kind)


def is_struct(kind: Any) -> bool:
    """Tell whether a bare type is a record."""
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


@cache
def takes_text(kind: Any) -> bool:
    """Tell whether any text may stand there."""
    return str in members(kind)


def choices(kind: Any) -> tuple[str, ...]:
    """The only values that a type admits; none when it is not such a type."""
    plain = bare(kind)
    if get_origin(plain) is Literal:
        return tuple(str(value) for value in get_args(plain))
    if isinstance(plain, type) and issubclass(plain, Enum):
        return tuple(str(member.value) for member in plain)
    return ()


def in_words(kind: Any) -> str:
    """What a type admits, as the end of the sentence "… is not"."""
    metas = [part for part in get_args(kind)[1:] if isinstance(part, msgspec.Meta)] if kind is not bare(kind) else []
    for meta in metas:
        if meta.extra and "expected" in meta.extra:
            return str(meta.extra["expected"])
    allowed = choices(kind)
    if allowed:
        return f"one of {', '.join(allowed)}"
    plain = bare(kind)
    if plain is int:
        limits = [(meta.ge, meta.le) for meta in metas if meta.ge is not None]
        if limits:
            low, high = limits[0]
            return f"{low}" if low == high else f"a whole number from {low} to {high}"
        return "a whole number"
    parts = annotated_members(kind)
    if len(parts) > 1:
        return " or ".join(dict.fromkeys(in_words(part) for part in parts if part is not type(None)))
    if plain is float:
        return "a number"
    if get_origin(plain) is tuple:
        return "a list"
    if get_origin(plain) is dict:
        return "one text per language" if get_args(plain)[1] is str else "keys and values"
    if is_struct(plain):
        required = [field.name for field in fields(plain) if field.required]
        return (
            f"keys and values with {' and '.join(repr(name) for name in required)}" if required else "keys and values"
        )
    return "a text"
