"""Entries of events that stay in the file's text, one row of a table each."""

import csv
import io
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import Any

import numpy as np

from timeglass.events.event import Status
from timeglass.formats.entries import EventEntry
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Path, Place, Problems, UnreadableError
from timeglass.formats.stores import Chunk, sound_chunk
from timeglass.formats.table_places import TablePlaces
from timeglass.formats.typed import Typist

_BATCH = 1_000
"""Rows that are worked on in one go: so many stay in the processor's cache, four times as many take a tenth longer."""
_IMPORTANCE = {"": 3, **{str(number): number for number in range(1, 6)}}
PARTS = ("sources", "figures", "related", "media", "aliases")
"""Columns whose cells need more than a look."""
_JSON_CELLS = (b'"[', b",[", b";[", b"\t[", b"\n[", b'{"')
"""What stands in a table where a cell may hold JSON."""
_STATUS = {"": Status.CONFIRMED, **{status.value: status for status in Status}}


@dataclass(frozen=True, slots=True)
class Layout:
    """How the cells of a table become the keys of an event."""

    names: Sequence[str]
    """The key that each column stands for; "" for columns that are passed over."""
    delimiter: str
    readers: Mapping[str, Callable[[str], Any]]
    """What makes a value of a cell, where that is more than its text."""

    def tree(self, cells: Sequence[str]) -> dict[str, Any]:
        """The raw tree of a row."""
        tree: dict[str, Any] = {}
        for name, cell in zip(self.names, cells, strict=False):
            if cell and name:
                reader = self.readers.get(name)
                tree[name] = cell if reader is None else reader(cell)
        return tree


class TableStore:
    """Entries in a table whose first row is its header.

    Rows are not turned into entries until they are looked at: what the columns need of them is checked by columns,
    as long as there is nothing unusual in a stretch of the table.
    """

    def __init__(self, data: bytes, layout: Layout, problems: Problems) -> None:
        self._data = data
        self._layout = layout
        self._problems = problems
        self._lines = array("q")
        self._places = TablePlaces(data, self._lines, layout.names, layout.delimiter)
        self._silent = Typist(Problems(""), Suggester(0))
        self._checked = False
        self._plain = not (b"[" in data or b"{" in data) or not any(piece in data for piece in _JSON_CELLS)

    def __len__(self) -> int:
        return len(self._lines) if self._checked else len(self._data) // 100 + 1

    def locate(self, path: Path, key: bool) -> Place:
        """Place of the cell that a path leads to, or of its row."""
        return self._places(path, key)

    def entry(self, row: int) -> EventEntry:
        """The entry of a row."""
        text = io.StringIO(self._places.row_text(row), newline="")
        cells = next(csv.reader(text, delimiter=self._layout.delimiter))
        entry: EventEntry = self._silent.value(self._layout.tree(cells), EventEntry, ())
        return entry

    def chunks(self, typist: Typist) -> Iterator[Chunk]:
        """All sound entries, row by row; empty rows are none."""
        text = io.TextIOWrapper(io.BytesIO(self._data), encoding="utf-8", newline="")
        rows = csv.reader(text, delimiter=self._layout.delimiter)
        typist = self._silent if self._checked else typist
        first = 0
        try:
            next(rows)
            line = rows.line_num
            while batch := list(islice(rows, _BATCH)):
                lines: Any = np.arange(line, rows.line_num)
                if len(lines) > len(batch):
                    heights = [1 + sum(map(_breaks, cells)) for cells in batch]
                    lines = list(accumulate(heights[:-1], initial=line))
                if [] in batch:
                    lines = [line for line, cells in zip(lines, batch, strict=True) if cells]
                    batch = [cells for cells in batch if cells]
                line = rows.line_num
                if not self._checked:
                    self._lines.frombytes(np.asarray(lines, np.int64).tobytes())
                yield self._chunk(first, batch, typist)
                first += len(batch)
        except csv.Error as error:
            raise UnreadableError(f"malformed CSV: {error}", rows.line_num, 1) from None
        self._checked = True

    def _chunk(self, first: int, batch: list[list[str]], typist: Typist) -> Chunk:
        """The chunk of some rows, by columns if that can be."""
        width = len(self._layout.names)
        if set(map(len, batch)) != {width}:
            for number, cells in enumerate(batch):
                if len(cells) > width and not self._checked:
                    message = f"more cells than columns: {len(cells)} and {width}"
                    self._problems.error(("events", first + number), message)
                batch[number] = (cells + [""] * width)[:width]
        chunk = self._by_columns(first, batch, typist) if self._plain else None
        if chunk is not None:
            return chunk
        trees = [self._layout.tree(cells) for cells in batch]
        return sound_chunk(first, typist.entries(trees, EventEntry, ("events",), first))

    def _by_columns(self, first: int, batch: list[list[str]], typist: Typist) -> Chunk | None:
        """The chunk of rows in which nothing needs to be reported but dates and parts; None where something may."""
        columns = dict(zip(self._layout.names, zip(*batch, strict=True), strict=True)) if batch else {}
        blank = ("",) * len(batch)
        dates, titles = columns.get("date", blank), columns.get("title", blank)
        importances: list[Any] = [3] * len(batch)
        if "importance" in columns:
            importances = list(map(_IMPORTANCE.get, columns["importance"]))
        statuses: list[Any] = [Status.CONFIRMED] * len(batch)
        if "status" in columns:
            statuses = list(map(_STATUS.get, columns["status"]))
        if "" in dates or "" in titles or None in importances or None in statuses:
            return None
        categories: Sequence[Any] = columns.get("category", blank)
        if any(";" in cell for cell in set(categories)):
            categories = [tuple(_several(cell)) if ";" in cell else cell for cell in categories]
        rows = range(first, first + len(batch))
        parted: list[tuple[int, EventEntry]] = []
        parts = [columns[name] for name in PARTS if name in columns]
        for row, cells, *found in zip(rows, batch, *parts, strict=True) if parts else ():
            if any(found):
                entry = typist.value(self._layout.tree(cells), EventEntry, ("events", row))
                if entry is None:
                    return None
                parted.append((row, entry))
        ids = columns.get("id", blank)
        return Chunk(rows, ids, dates, titles, categories, importances, statuses, parted)


def _several(cell: str) -> list[str]:
    return [item for part in cell.split(";") if (item := part.strip())]


def _breaks(cell: str) -> int:
    """Number of line ends in a cell."""
    if "\r" in cell:
        return len(cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1
    return cell.count("\n")
