"""What a timeline says beyond another program's format: carried along there as JSON, and taken back from there.

Other programs show a part of it, which a person may alter there. So each piece comes with the digest of what is shown:
where that is no longer the same, what is shown counts, and only the rest is taken back.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any, Final

import msgspec

Tree = dict[str, Any]

_COMMENT: Final = re.compile(r"<!--timeglass (\{.*?\})-->", re.DOTALL)
_SEEN: Final = "seen"
_UNSEEN: Final = ("aliases", "importance", "actors", "tags", "figures", "related", "media")
"""Parts of an event that other programs show nowhere, or only among its texts."""


def packed(tree: Mapping[str, Any], shown: str) -> str:
    """A tree to be carried along, as a text on one line; ``shown`` is what is shown of it."""
    return msgspec.json.encode({**tree, _SEEN: _digest(shown)}).decode()


def packed_comment(tree: Mapping[str, Any], shown: str) -> str:
    """The same as a comment of HTML."""
    text = packed(tree, shown).replace("--", r"-\u002d")  # two hyphens stand in strings only, and end a comment
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return f"<!--timeglass {text}-->"


def carried(text: str, shown: str) -> tuple[Tree, bool]:
    """What was carried along, and whether what is shown is still the same; ({}, False) for nothing."""
    try:
        tree = msgspec.json.decode(text or "{}", type=Tree)
    except (msgspec.DecodeError, RecursionError):
        return {}, False
    return {key: part for key, part in tree.items() if key != _SEEN}, tree.get(_SEEN) == _digest(shown)


def without_comment(html: str) -> tuple[str, str]:
    """HTML without what it carries along in a comment, and that; "" for none."""
    found = _COMMENT.search(html)
    return (html, "") if found is None else (html[: found.start()] + html[found.end() :], found[1])


def taken_back(read: Tree, tree: Tree, same: bool) -> Tree:
    """An event as it was read, with what was carried along."""
    if same:
        # Tags and the like that the reader added tell what happened there.
        tags = [*_list(tree.get("tags")), *_list(read.get("tags"))]
        kept: Tree = {key: read[key] for key in ("id", "date", "category") if key in read}
        ours, theirs = _list(tree.get("category")), _list(read.get("category"))
        if ours and ours[: len(theirs)] == theirs:  # some programs know but one
            kept["category"] = ours
        return {**{key: part for key, part in tree.items() if key not in kept}, **kept, "tags": _once(tags)}
    known: Tree = {key: tree[key] for key in _UNSEEN if key in tree and not read.get(key)}
    return {**read, **known}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _once(values: list[Any]) -> list[Any]:
    return [value for place, value in enumerate(values) if value not in values[:place]]


def _digest(shown: str) -> str:
    """A digest that white space does not alter: programs fold and trim lines."""
    return hashlib.sha256("".join(shown.split()).encode("utf-8", "replace")).hexdigest()[:16]
