"""The timeline file as JSON Lines, for large data: a line with the head, if any, then one event a line."""

import re
from collections.abc import Sequence
from typing import Any, BinaryIO

import msgspec

from timeglass.events.timeline import Timeline
from timeglass.formats.document import Document, Source, Tick, no_tick
from timeglass.formats.entries import VERSION
from timeglass.formats.line_store import LineStore
from timeglass.formats.native_tree import ticked, timeline_tree
from timeglass.formats.problem import UnreadableError
from timeglass.formats.text import decode, refuse_long_lines, scrub

_HEAD_KEY = re.compile(rb'\{\s*"timeglass"\s*:')
_EVENT_KEY = re.compile(rb'\{.*"(?:date|title)"\s*:.*\}')


def sniff(name: str, head: bytes) -> float:
    """How surely a file is a timeline in JSON Lines."""
    lines = head.lstrip(b"\xef\xbb\xbf\r\n\t ").split(b"\n", 2)
    first = lines[0].strip()
    usual = name.lower().endswith((".jsonl", ".ndjson"))
    if _HEAD_KEY.match(first) and first.endswith(b"}"):
        return 1.0 if usual or (len(lines) > 1 and lines[1].lstrip().startswith(b"{")) else 0.5
    if first.startswith(b"{") and first.endswith(b"}") and _EVENT_KEY.match(first):
        return 0.8 if b'"date"' in first and b'"title"' in first else 0.4
    return 0.2 if usual else 0.0


def read(source: Source) -> Document:
    """Read a timeline in JSON Lines; lines that are no JSON are reported and passed over."""
    data = source.data
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4096]:
        data = decode(data, source.problems).encode()
    refuse_long_lines(data)
    begin = len(data) - len(data.lstrip())
    if not data.startswith(b"{", begin):
        raise UnreadableError("no timeline: each line ought to hold keys and values in braces")
    end = data.find(b"\n", begin)
    line = data[begin : len(data) if end < 0 else end]
    head = _head(line, source) if _HEAD_KEY.match(line) else None
    store = LineStore(data, begin if head is None else begin + len(line), source.problems)
    source.problems.locate = store.locate
    if head is None:
        title = source.name.rpartition(".")[0] or source.name
        return Document({"timeglass": VERSION, "title": title}, closed=False, store=store)
    return Document(head, store=store)


def _head(line: bytes, source: Source) -> dict[str, Any]:
    """The tree of the first line, without what is not of the head."""
    try:
        tree = msgspec.json.decode(line.decode(errors="replace"), type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableError(f"malformed JSON: {error}", 1, 1) from None
    tree.pop("events", None)
    return scrub(tree, (), source.problems)  # type: ignore[no-any-return]


def write(timeline: Timeline, rows: Sequence[int], file: BinaryIO, tick: Tick = no_tick) -> Sequence[str]:
    """Write events as JSON Lines; they can hold everything."""
    head, events = timeline_tree(timeline, rows, lambda done: tick(0.6 * done))
    encoder = msgspec.json.Encoder()
    file.write(encoder.encode(head) + b"\n")
    file.writelines(encoder.encode(event) + b"\n" for event in ticked(events, tick, 0.6, 1.0))
    return ()
