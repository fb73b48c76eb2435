"""Where the entries of a file's events are kept: in memory as they are, or as the text that they are read from."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from timeglass.formats.entries import EventEntry
from timeglass.formats.typed import Typist

CHUNK = 2_000
"""Entries that are worked on in one go: each step takes some milliseconds, so that other threads get their turn."""

Chunk = tuple[Sequence[int], Sequence[EventEntry]]
"""Some sound entries, and the row in the file of each."""


class Store(Protocol):
    """Entries of events by their row in the file."""

    def __len__(self) -> int:
        """Number of rows, those without a sound entry included."""

    def chunks(self, typist: Typist) -> Iterator[Chunk]:
        """All sound entries in the order of the file. Faults are reported to the typist, the first time only."""

    def entry(self, row: int) -> EventEntry:
        """The entry of a row that has a sound one."""


class TreeStore:
    """Entries typed from raw trees. Where one could not be saved, None stands."""

    def __init__(self, trees: Sequence[Any]) -> None:
        self._rows: list[Any] = list(trees)
        self._typed = 0
        """Rows up to here are typed."""

    def __len__(self) -> int:
        return len(self._rows)

    def chunks(self, typist: Typist) -> Iterator[Chunk]:
        """All sound entries; raw trees are given up as they are typed."""
        for start in range(0, len(self._rows), CHUNK):
            chunk = self._rows[start : start + CHUNK]
            if start >= self._typed:
                chunk = typist.entries(chunk, EventEntry, ("events",), start)
                self._rows[start : start + CHUNK] = chunk
                self._typed = start + len(chunk)
            rows: Sequence[int] = range(start, start + len(chunk))
            if any(entry is None for entry in chunk):
                rows = [row for row, entry in zip(rows, chunk, strict=True) if entry is not None]
                chunk = [entry for entry in chunk if entry is not None]
            yield rows, chunk

    def entry(self, row: int) -> EventEntry:
        """The entry of a row."""
        return self._rows[row]  # type: ignore[no-any-return]
