"""The timeline file as JSON: the same keys as in YAML."""

import re
from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from timeglass.events.timeline import Timeline
from timeglass.formats.document import Document, Source, Tick, no_tick
from timeglass.formats.json_places import JsonPlaces, JsonTree
from timeglass.formats.native_tree import ticked, timeline_tree
from timeglass.formats.native_yaml import native_document
from timeglass.formats.text import LONGEST_TEXT, decode, scrub

_HALF = LONGEST_TEXT // 2
_VERSION_KEY = re.compile(rb'"timeglass"\s*:')


def sniff(name: str, head: bytes) -> float:
    """How surely a file is a timeline in JSON."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not plain.startswith(b"{"):
        return 0.2 if name.lower().endswith(".json") else 0.0
    if _VERSION_KEY.search(plain):
        return 0.9  # a head line of JSON Lines looks the same
    return 0.3 if name.lower().endswith(".json") else 0.1


def read(source: Source) -> Document:
    """Read a timeline in JSON."""
    text = decode(source.data, source.problems)
    tree = JsonTree(text, source.problems, source.tick)
    source.problems.locate = JsonPlaces(text, tree.starts)
    root = tree.take_root()
    if _is_suspect(text):
        root = scrub(root, (), source.problems)
    source.tick(1.0)
    return native_document(root, source)


def _is_suspect(text: str) -> bool:
    """Tell what asks for a look at each text: an escaped character, or a text that may be too long."""
    return "\\u" in text or any('"' not in text[at : at + _HALF] for at in range(0, len(text) - _HALF, _HALF))


def write(timeline: Timeline, rows: Sequence[int], file: BinaryIO, tick: Tick = no_tick) -> Sequence[str]:
    """Write events as JSON; it can hold everything."""
    head, events = timeline_tree(timeline, rows, lambda done: tick(0.6 * done))
    # Event by event: all at once would hold up the other threads.
    file.write(_indented({**head, "events": []}).removesuffix(b"[]\n}"))
    for place, event in enumerate(ticked(events, tick, 0.6, 1.0)):
        file.write(b",\n    " if place else b"[\n    ")
        file.write(_indented(event).replace(b"\n", b"\n    "))
    file.write(b"\n  ]\n}\n" if events else b"[]\n}\n")
    return ()


def _indented(tree: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(tree), indent=2)
