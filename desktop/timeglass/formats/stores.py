"""Where the entries of a file's events are kept: in memory as they are, or as the text that they are read from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

import msgspec

from timeglass.chrono.batch import DateColumns
from timeglass.events.event import Status, Text
from timeglass.formats.entries import EventEntry
from timeglass.formats.typed import Typist

CHUNK = 4_000
"""Entries that are worked on in one go: each step takes some ten milliseconds, so that other threads get their turn."""
_GROUP = 2
"""Entries that are packed together: more of them are let go faster, and looked at slower, since time mixes them."""

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
    """Entries typed from raw trees, packed once they are: as objects they would take twice the memory, and the garbage
    collector and whoever lets go of a timeline would hold up every other thread while they visit them one by one.
    """

    def __init__(self, trees: Sequence[Any]) -> None:
        self._trees: list[Any] = list(trees)
        self._count = len(self._trees)
        self._packed: list[bytes | list[EventEntry | None]] = []
        """Groups of entries, as far as they are typed; as they are where they cannot be packed."""
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(list[EventEntry | None]).decode
        self._latest: tuple[int, list[EventEntry | None]] = (-1, [])
        """The group that was looked at last, and its number."""

    def __len__(self) -> int:
        return self._count

    def chunks(self, typist: Typist) -> Iterator[Chunk]:
        """All sound entries; raw trees are given up as they are typed."""
        for start in range(0, self._count, CHUNK):
            if start // _GROUP < len(self._packed):
                groups = range(start // _GROUP, min(start + CHUNK, self._count + _GROUP - 1) // _GROUP)
                entries = [entry for number in groups for entry in self._unpacked(number)]
            else:
                entries = typist.entries(self._trees[start : start + CHUNK], EventEntry, ("events",), start)
                self._trees[start : start + CHUNK] = [None] * len(entries)
                self._packed += [self._pack(entries[at : at + _GROUP]) for at in range(0, len(entries), _GROUP)]
            yield sound_chunk(start, entries)
        self._trees = []

    def entry(self, row: int) -> EventEntry:
        """The entry of a row."""
        number = row // _GROUP
        latest, group = self._latest
        if latest != number:
            group = self._unpacked(number)
            self._latest = number, group
        return group[row % _GROUP]  # type: ignore[return-value]

    def _pack(self, group: list[EventEntry | None]) -> bytes | list[EventEntry | None]:
        try:
            return self._encode(group)
        except UnicodeEncodeError:  # half a character that some reader let pass
            return group

    def _unpacked(self, number: int) -> list[EventEntry | None]:
        packed = self._packed[number]
        return self._decode(packed) if isinstance(packed, bytes) else packed


def sound_chunk(first: int, entries: Sequence[EventEntry | None]) -> Chunk:
    """The chunk of those entries, from row ``first`` on, that are not None."""
    rows: Sequence[int] = range(first, first + len(entries))
    sound = [entry for entry in entries if entry is not None]
    if len(sound) < len(entries):
        rows = [row for row, entry in zip(rows, entries, strict=True) if entry is not None]
    return chunk_of(rows, sound)
