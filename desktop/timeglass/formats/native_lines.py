"""The timeline file as JSON Lines, for large data: a line with the head, if any, then one event a line."""

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import msgspec

from timeglass.events.timeline import Timeline
from timeglass.formats.document import Document, Source
from timeglass.formats.entries import VERSION, EventEntry
from timeglass.formats.json_places import marks
from timeglass.formats.native_tree import timeline_tree
from timeglass.formats.problem import Path, Place, Problems, UnreadableError
from timeglass.formats.text import decode, refuse_long_lines, scrub

_PIECE = 1_000_000
"""Bytes that are decoded in one call."""
_SUSPECT = re.compile(rb'\\u(?:00[01789]|20[2]|[dD][89a-fA-F]|[fF]{3})|\xe2\x80[\xaa-\xae]|"[^"]{200000}')
"""What may stand for a character that has no place in a text, or for a text that is too long."""
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
    if not data.lstrip().startswith(b"{"):
        raise UnreadableError("no timeline: each line ought to hold keys and values in braces")
    source.problems.locate = LinePlaces(data)
    decoder = msgspec.json.Decoder(EventEntry, strict=False)
    head, start = _head(data)
    events: list[Any] = []
    for piece in _pieces(data, start):
        try:
            if _SUSPECT.search(piece):
                raise msgspec.DecodeError
            events.extend(decoder.decode_lines(piece))
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            events.extend(_one_by_one(piece, len(events), decoder, source.problems))
        start += len(piece)
        source.tick(start / len(data))
    if head is None:
        return Document({"timeglass": VERSION, "title": source.name.rpartition(".")[0] or source.name}, events, False)
    head.pop("events", None)
    return Document(head, events)


def _head(data: bytes) -> tuple[dict[str, Any] | None, int]:
    """The head, if the first line is one, and where the events start."""
    start = len(data) - len(data.lstrip())
    end = data.find(b"\n", start)
    end = len(data) if end < 0 else end
    if not _HEAD_KEY.match(data, start):
        return None, 0
    try:
        return msgspec.json.decode(data[start:end].decode(errors="replace"), type=dict[str, Any]), end
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableError(f"malformed JSON: {error}", 1, 1) from None


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    """The data in pieces of whole lines."""
    while start < len(data):
        end = data.find(b"\n", start + _PIECE)
        end = len(data) if end < 0 else end + 1
        yield data[start:end]
        start = end


def _one_by_one(
    piece: bytes, row: int, decoder: "msgspec.json.Decoder[EventEntry]", problems: Problems
) -> Iterator[Any]:
    """The events of a piece that does not decode as a whole: entries, raw trees to be mended, or UNSET."""
    for line in piece.splitlines():
        if not line.strip():
            continue
        yield _one(line, ("events", row), decoder, problems)
        row += 1


def _one(line: bytes, path: Path, decoder: "msgspec.json.Decoder[EventEntry]", problems: Problems) -> Any:
    try:
        if not _SUSPECT.search(line):
            return decoder.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        pass
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        text = line.decode(errors="replace")
        problems.error(path, f"byte 0x{line[error.start]:02X} is not UTF-8 and was replaced")
    try:
        return scrub(msgspec.json.decode(text), path, problems)
    except (msgspec.DecodeError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else f"this line is no JSON: {error}"
        problems.error(path, reason)
        return msgspec.UNSET


class LinePlaces:
    """Finds places in JSON Lines: the line of each event is looked up when the first is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._lines: array[int] | None = None
        """Line numbers from 0, and starts, of the lines that hold something, in turn."""

    def __call__(self, path: Path, key: bool) -> Place:
        """Place of a path, or of the line around it."""
        if self._lines is None:
            self._lines = self._find()
        row = path[1] if len(path) > 1 and path[0] == "events" and isinstance(path[1], int) else -1
        first = 1 if _HEAD_KEY.match(self._data.lstrip()) else 0
        index = row + first
        if not 0 <= 2 * index < len(self._lines):
            return Place(1, 1)
        number, start = self._lines[2 * index], self._lines[2 * index + 1]
        end = self._data.find(b"\n", start)
        line = self._data[start : len(self._data) if end < 0 else end].decode(errors="replace")
        base = path[:2] if row >= 0 else ()
        found = marks(line, 0, base)
        while path not in found and len(path) > len(base):
            path, key = path[:-1], False
        return Place(number + 1, found.get(path, (0, 0))[0 if key else 1] + 1)

    def _find(self) -> "array[int]":
        lines = array("q")
        start = 0
        for number, line in enumerate(self._data.split(b"\n")):
            if line.strip():
                lines.extend((number, start))
            start += len(line) + 1
        return lines


def write(timeline: Timeline, rows: Sequence[int], file: BinaryIO) -> Sequence[str]:
    """Write events as JSON Lines; they can hold everything."""
    head, events = timeline_tree(timeline, rows)
    encoder = msgspec.json.Encoder()
    file.write(encoder.encode(head) + b"\n")
    file.writelines(encoder.encode(event) + b"\n" for event in events)
    return ()
