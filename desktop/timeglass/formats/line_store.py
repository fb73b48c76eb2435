"""Entries of events that stay in the file's text, one line of JSON each."""

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np

from timeglass.formats.entries import EventEntry
from timeglass.formats.json_places import marks
from timeglass.formats.problem import Path, Place, Problems
from timeglass.formats.stores import Chunk, sound_chunk
from timeglass.formats.text import LONGEST_TEXT, scrub
from timeglass.formats.typed import Typist

_PIECE = 1_000_000
"""Bytes that are decoded in one call."""
_ESCAPE = re.compile(rb"\\u(?:00[01789]|20[2]|[dD][89a-fA-F]|[fF]{3})")
_OVERRIDE = re.compile(rb"\xe2\x80[\xaa-\xae]")
_FAULTS = (msgspec.MsgspecError, RecursionError, UnicodeDecodeError)


class LineStore:
    """Entries in JSON Lines from byte ``start`` of a file on. Those that had to be mended are kept as they became."""

    def __init__(self, data: bytes, start: int, problems: Problems) -> None:
        self._data = data
        self._start = start
        self._problems = problems
        self._decoder = msgspec.json.Decoder(EventEntry, strict=False)
        self._starts = array("q")
        """Where the line of each row starts."""
        self._mended: dict[int, EventEntry | None] = {}
        self._checked = False
        self._counted = (0, 0)
        """A byte, and the number of line ends before it."""
        self._estimate = len(data) // 200 + 1

    def __len__(self) -> int:
        return len(self._starts) if self._checked else self._estimate

    def entry(self, row: int) -> EventEntry:
        """The entry of a row."""
        mended = self._mended.get(row)
        return self._decoder.decode(self._line(row)) if mended is None else mended

    def chunks(self, typist: Typist) -> Iterator[Chunk]:
        """All sound entries, decoded anew."""
        first, start = 0, self._start
        while start < len(self._data):
            end = self._data.find(b"\n", start + _PIECE) + 1 or len(self._data)
            entries = self._piece(first, start, end, typist)
            yield sound_chunk(first, entries)
            first, start = first + len(entries), end
        self._checked = True

    def _piece(self, first: int, start: int, end: int, typist: Typist) -> Sequence[EventEntry | None]:
        """The entries of the lines between two bytes, of which the first is that of row ``first``."""
        piece = self._data[start:end]
        ends = np.flatnonzero(np.frombuffer(piece, np.uint8) == ord("\n"))
        starts = np.concatenate(([start], ends + (start + 1)))
        try:
            if is_suspect(piece):
                raise msgspec.DecodeError
            entries: list[EventEntry | None] = [*self._decoder.decode_lines(piece)]
            if len(entries) < len(starts) - piece.endswith(b"\n"):
                raise msgspec.DecodeError  # there are blank lines
        except _FAULTS:
            return self._lines(first, piece, starts.tolist(), typist)
        if not self._checked:
            self._starts.frombytes(starts[: len(entries)].tobytes())
        return entries

    def _lines(self, first: int, piece: bytes, starts: Sequence[int], typist: Typist) -> list[EventEntry | None]:
        """Entries of a piece that does not decode as a whole, line by line."""
        entries: list[EventEntry | None] = []
        for line, start in zip(piece.split(b"\n"), starts, strict=True):
            if not line.strip():
                continue
            row = first + len(entries)
            if not self._checked:
                self._starts.append(start)
            if row in self._mended:
                entries.append(self._mended[row])
                continue
            try:
                if is_suspect(line):
                    raise msgspec.DecodeError
                entries.append(self._decoder.decode(line))
            except _FAULTS:
                raw = self._raw(line, ("events", row))
                entries.append(typist.value(raw, EventEntry, ("events", row)))
                self._mended[row] = entries[-1]
        return entries

    def _raw(self, line: bytes, path: Path) -> Any:
        """The raw tree of a line; UNSET, after a report, where it is no JSON."""
        try:
            text = line.decode()
        except UnicodeDecodeError as error:
            text = line.decode(errors="replace")
            self._problems.error(path, f"byte 0x{line[error.start]:02X} is not UTF-8 and was replaced")
        try:
            return scrub(msgspec.json.decode(text), path, self._problems)
        except (msgspec.DecodeError, RecursionError) as error:
            reason = "nested too deeply" if isinstance(error, RecursionError) else f"this line is no JSON: {error}"
            self._problems.error(path, reason)
            return msgspec.UNSET

    def _line(self, row: int) -> bytes:
        start = self._starts[row]
        end = self._data.find(b"\n", start)
        return self._data[start : len(self._data) if end < 0 else end]

    def locate(self, path: Path, key: bool) -> Place:
        """Place of a path, or of the line around it; what is not in an event is looked for in the first line."""
        if len(path) > 1 and path[0] == "events" and isinstance(path[1], int):
            start, base = self._starts[path[1]], path[:2]
        else:
            start, base = len(self._data) - len(self._data.lstrip()), ()
        at, ends = self._counted if self._counted[0] <= start else (0, 0)
        ends += self._data.count(b"\n", at, start)
        self._counted = (start, ends)
        end = self._data.find(b"\n", start)
        line = self._data[start : len(self._data) if end < 0 else end].decode(errors="replace")
        found = marks(line, 0, base)
        while path not in found and len(path) > len(base):
            path, key = path[:-1], False
        return Place(ends + 1, found.get(path, (0, 0))[0 if key else 1] + 1)


def is_suspect(piece: bytes) -> bool:
    """Tell whether a piece may hold a character that has no place in a text, or a text that is too long."""
    if b"\\u" in piece and _ESCAPE.search(piece):
        return True
    if b"\xe2\x80" in piece and _OVERRIDE.search(piece):
        return True
    start = 0
    while len(piece) - start > LONGEST_TEXT:
        end = piece.rfind(b"\n", start, start + LONGEST_TEXT)
        if end < 0:
            return True
        start = end + 1
    return False
