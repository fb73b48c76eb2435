"""Where the entries of a file's events are kept: in memory as they are, or as the text that they are read from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

from timeglass.chrono.batch import DateColumns
from timeglass.events.event import Status, Text
from timeglass.formats.entries import EventEntry
from timeglass.formats.typed import Typist

CHUNK = 4_000
"""Entries that are worked on in one go: each step takes some ten milliseconds, so that other threads get their turn."""

_ID, _DATE, _TITLE, _CATEGORY = map(attrgetter, ("id", "date", "title", "category"))
_IMPORTANCE, _STATUS = map(attrgetter, ("importance", "status"))
_PARTS = attrgetter("sources", "figures", "related", "media", "aliases")
_NO_PARTS: tuple[tuple[()], ...] = ((), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Chunk:
    """What the columns need of some sound entries, one item each."""

    rows: Sequence[int]
    """Rows in the file, ascending."""
    ids: Sequence[str]
    dates: Sequence[str]
    titles: Sequence[Text]
    categories: Sequence[str | tuple[str, ...]]
    importances: Sequence[int]
    statuses: Sequence[Status]
    parted: Sequence[tuple[int, EventEntry]] = ()
    """Those entries, with their rows, that have sources, figures, arrows, pictures or aliases."""
    parsed: DateColumns | None = None
    """The dates as columns, where the reader knows them better than their texts would tell."""


def chunk_of(rows: Sequence[int], entries: Sequence[EventEntry]) -> Chunk:
    """The chunk of some entries."""
    parts = [parts != _NO_PARTS for parts in map(_PARTS, entries)]
    parted = [(rows[at], entries[at]) for at, has in enumerate(parts) if has] if True in parts else ()
    return Chunk(
        rows,
        list(map(_ID, entries)),
        list(map(_DATE, entries)),
        list(map(_TITLE, entries)),
        list(map(_CATEGORY, entries)),
        list(map(_IMPORTANCE, entries)),
        list(map(_STATUS, entries)),
        parted,
    )


class Store(Protocol):
    """Entries of events by their row in the file."""

    def __len__(self) -> int:
        """Number of rows, those without a sound entry included; before the first pass, an estimate."""

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
            yield sound_chunk(start, chunk)

    def entry(self, row: int) -> EventEntry:
        """The entry of a row."""
        return self._rows[row]  # type: ignore[no-any-return]


def sound_chunk(first: int, entries: Sequence[EventEntry | None]) -> Chunk:
    """The chunk of those entries, from row ``first`` on, that are not None."""
    rows: Sequence[int] = range(first, first + len(entries))
    sound = [entry for entry in entries if entry is not None]
    if len(sound) < len(entries):
        rows = [row for row, entry in zip(rows, entries, strict=True) if entry is not None]
    return chunk_of(rows, sound)
