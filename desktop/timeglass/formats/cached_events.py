"""Events as they stand in a compiled timeline, and how they are found by name."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.bounds import Bounds
from timeglass.chrono.edtf_date import KINDS, EdtfDate, Precision
from timeglass.events.columns import Columns, Mark
from timeglass.events.event import Event
from timeglass.events.lazy import NO_DATE
from timeglass.events.timeline import Timeline
from timeglass.formats.cache_file import CacheFile, DamagedError

_FIELDS: Final = tuple(field for field in msgspec.structs.fields(Event) if field.name != "date")
_NAMES: Final = tuple(field.name for field in _FIELDS)
_Row: Any = msgspec.defstruct(
    "_Row",
    [("date", str), *((field.name, field.type) for field in _FIELDS if field.required)]
    + [(field.name, field.type, field.default) for field in _FIELDS if not field.required],
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    gc=False,
    rename={name: chr(ord("a") + place) for place, name in enumerate(("date", *_NAMES))},
)
"""An event as it is kept: what its date means is in the columns. Keys are letters, since each is kept each time."""


class Gatherer:
    """Gives the texts of all events of a timeline, and keeps by the way what the arrays need."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._precision = np.zeros(len(timeline), np.int8)
        self._kind = np.zeros(len(timeline), np.int8)
        self._hashes = array("Q")
        self._rows = array("i")

    def texts(self, go_on: Callable[[], None]) -> Iterator[bytes]:
        """All events in row order; ``go_on`` is asked before each and may raise."""
        encode = msgspec.msgpack.Encoder().encode
        by_name = self._timeline.row_by_id
        for row, event in enumerate(self._timeline.events):
            go_on()
            self._precision[row] = event.date.precision
            self._kind[row] = KINDS.index(event.date.kind)
            names = [event.id, *(alias for alias in event.aliases if by_name.get(alias) == row)]
            self._hashes.extend(map(hash_of, names))
            self._rows.extend([row] * len(names))
            yield encode(_Row(date=event.date.text, **{name: getattr(event, name) for name in _NAMES}))

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The columns, what dates are besides their bounds, and the names, sorted by their hashes."""
        columns = self._timeline.columns
        hashes, rows = np.asarray(self._hashes, np.uint64), np.asarray(self._rows, np.int32)
        order = np.argsort(hashes, kind="stable")
        return {
            **{name: getattr(columns, name) for name in COLUMN_NAMES},
            "precision": self._precision,
            "kind": self._kind,
            "name_hashes": hashes[order],
            "name_rows": rows[order],
        }


COLUMN_NAMES: Final = tuple(Columns.__dataclass_fields__)


class CachedEvents:
    """Makes events from a file. ``rescue`` gives the event of a row where the file turns out to be damaged."""

    def __init__(self, file: CacheFile, columns: Columns, rescue: Callable[[int, EdtfDate], Event]) -> None:
        self._file = file
        self._columns = columns
        self._precision, self._kind = file.array("precision"), file.array("kind")
        self._rescue = rescue
        self._decode: Callable[[bytes], Any] = msgspec.msgpack.Decoder(_Row).decode
        file.open_texts()

    def __call__(self, row: int, date: EdtfDate | None = None) -> Event:
        """The event of a row; with another ``date`` in place of its own, if given."""
        try:
            kept = self._decode(self._file.text(row))
        except (DamagedError, msgspec.MsgspecError, UnicodeDecodeError):
            return self._rescue(row, self._date(row, ""))
        if date is None:
            date = self._date(row, kept.date)
        return Event(date=date, **{name: getattr(kept, name) for name in _NAMES})

    def undated(self, row: int) -> Event:
        """The event of a row, with a date that says nothing."""
        return self(row, NO_DATE)

    def _date(self, row: int, text: str) -> EdtfDate:
        columns, flags = self._columns, int(self._columns.flags[row])
        return EdtfDate(
            text,
            Bounds(
                int(columns.start_earliest[row]),
                int(columns.start_latest[row]),
                int(columns.end_earliest[row]),
                int(columns.end_latest[row]),
            ),
            Precision(int(self._precision[row])),
            KINDS[int(self._kind[row])],
            uncertain=bool(flags & Mark.UNCERTAIN),
            approximate=bool(flags & Mark.APPROXIMATE),
            unknown_start=bool(flags & Mark.UNKNOWN_START),
            unknown_end=bool(flags & Mark.UNKNOWN_END),
        )


class CachedNames(Mapping[str, int]):
    """Row of each id and alias, by sorted hashes that are read when a name is first asked for."""

    def __init__(self, file: CacheFile, events: Sequence[Event]) -> None:
        self._file = file
        self._events = events
        self._arrays: tuple[NDArray[np.uint64], NDArray[np.int32]] | None = None

    def _read(self) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
        if self._arrays is None:
            try:
                self._arrays = self._file.array("name_hashes"), self._file.array("name_rows")
            except DamagedError:
                rows = np.arange(len(self._events), dtype=np.int32)
                hashes = np.array([hash_of(event.id) for event in self._events], np.uint64)
                order = np.argsort(hashes, kind="stable")
                self._arrays = hashes[order], rows[order]
        return self._arrays

    def __getitem__(self, name: str) -> int:
        hashes, rows = self._read()
        wanted = np.uint64(hash_of(name))
        first, last = np.searchsorted(hashes, wanted), np.searchsorted(hashes, wanted, side="right")
        found = [int(row) for row in rows[first:last]]
        for row in found:
            if self._events[row].id == name:
                return row
        for row in found:
            if name in self._events[row].aliases:
                return row
        raise KeyError(name)

    def __len__(self) -> int:
        return len(self._read()[0])

    def __iter__(self) -> Iterator[str]:
        for row, event in enumerate(self._events):
            yield event.id
            yield from (alias for alias in event.aliases if self.get(alias) == row)


def hash_of(name: str) -> int:
    """A hash that is the same in every run of the program, unlike Python's own."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
