"""vis-timeline: items and groups in JSON."""

import re
from typing import Any

from timeglass.chrono.edtf_date import DateError
from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.draft import PARSED, Draft, texts, word
from timeglass.formats.foreign.html_text import markdown_of, plain_of
from timeglass.formats.foreign.time_text import epoch_text, foreign_date
from timeglass.formats.json_places import JsonPlaces, JsonTree
from timeglass.formats.problem import Path, UnreadableError, shown
from timeglass.formats.text import decode, scrub

_ITEM = re.compile(rb'\{[^{}]*"(?:content|start)"\s*:[^{}]*"(?:content|start)"\s*:')
_EPOCH = re.compile(r"/Date\((-?\d+)[^)]*\)/")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LOOKS = (("style", "styles of single events"), ("className", "classes of single events"))
_KEYS: dict[str, Path] = {"date": ("start",), "title": ("content",), "category": ("group",)}


def sniff(name: str, head: bytes) -> float:
    """How surely a file holds items of vis-timeline."""
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not plain.startswith((b"[", b"{")) or b'"events"' in plain[:2000]:
        return 0.0
    return 0.8 if _ITEM.search(plain[:20_000]) else 0.0


def read(source: Source) -> Document:
    """Read a list of items, or one wrapped together with its groups."""
    text = decode(source.data, source.problems, long_lines=True)
    tree = JsonTree(text, source.problems, source.part(0.0, PARSED))
    places = JsonPlaces(text, tree.starts)
    source.problems.locate = places
    root = scrub(tree.take_root(), (), source.problems)
    groups: list[Any] = []
    base: Path = ()
    if isinstance(root, dict):
        groups = _list(root.get("groups"))
        base = next(((key,) for key in ("items", "data") if isinstance(root.get(key), list)), ())
        root = root[base[0]] if base else None
    if not isinstance(root, list):
        raise UnreadableError("no timeline: a list of items is expected", 1, 1)
    draft = Draft(source, places, _KEYS)
    labels = {word(group.get("id")): _label(group) for group in groups if isinstance(group, dict)}
    for label in labels.values():
        draft.category(label)
    for row, item in enumerate(draft.each(root)):
        if not isinstance(item, dict):
            draft.problems.error((), f"item {row} is not keys and values")
            continue
        start, end = (_date(item.get(key), draft) for key in ("start", "end"))
        when = draft.when(start, end)
        group = word(item.get("group"))
        content, tip = word(item.get("content")), word(item.get("title"))
        title = plain_of(content) or plain_of(tip) or "Untitled"
        if item.get("type") == "background":
            draft.era({"title": title, "date": when["date"]}, (*base, row))
            continue
        for key, what in _LOOKS:
            if item.get(key):
                draft.leave_out(what)
        more = markdown_of(content) if len(title) > 200 else ""
        draft.add(
            {
                "id": _name(item.get("id")),
                "date": when["date"],
                "title": title if len(title) <= 200 else title[:199].rsplit(" ", 1)[0] + "…",
                **texts(more or markdown_of(tip), when.get("details", "")),
                "category": draft.category(labels.get(group, group)),
            },
            (*base, row),
        )
    return draft.document()


def _name(value: Any) -> str:
    """An id that says something; numbers and the like, which programs give, do not."""
    name = word(value)
    return name if isinstance(value, str) and re.search(r"[^\W\d]{3}", name) and not _UUID.fullmatch(name) else ""


def _label(group: dict[str, Any]) -> str:
    return plain_of(word(group.get("content"))) or plain_of(word(group.get("title"))) or word(group.get("id"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _date(value: Any, draft: Draft) -> str:
    """EDTF of a moment: milliseconds since 1970, or a text."""
    text = word(value)
    if not text:
        return ""
    epoch = _EPOCH.fullmatch(text)
    try:
        if epoch or (not isinstance(value, str)):
            return epoch_text(float(epoch[1] if epoch else text) / 1000, whole_days=True)
        return foreign_date(text)
    except (DateError, ValueError, OverflowError) as error:
        draft.lost(f"{shown(text)!r} is no date: {getattr(error, 'reason', error)}")
        return ""
