"""Rows of a table: left in the text of their file, or taken from it one by one."""

import csv
import io
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice
from operator import itemgetter
from typing import Any, Protocol

import numpy as np

from timeglass.formats.problem import Place, UnreadableError
from timeglass.formats.stores import CHUNK
from timeglass.formats.table_places import TablePlaces
from timeglass.formats.text import LONGEST_TEXT

_COUNTED = 4_000_000
"""Bytes from which the number of lines is found, or estimated."""


class Rows(Protocol):
    """The rows of a table, each with as many cells as there are names."""

    names: Sequence[str]
    heading: str
    """What stands above the names."""

    def __len__(self) -> int:
        """Number of rows; before the first pass, an estimate."""

    def batches(self) -> Iterator[list[list[str]]]:
        """All rows, some at a time."""

    def row(self, number: int) -> list[str]:
        """The cells of a row."""

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands; its row, where the column is -1."""


class TextRows:
    """Rows in a text of delimited cells, from line ``header`` + 1 on."""

    def __init__(self, data: bytes, delimiter: str, names: Sequence[str], header: int, heading: str = "") -> None:
        self.names = names
        self.heading = heading
        self._data = data
        self.delimiter = delimiter
        self._header = header
        self._lines = array("q")
        keys = [str(number) for number in range(len(names))]
        self._places = TablePlaces(data, self._lines, keys, delimiter)
        self._checked = False
        # Counting all of a large file would take long, and an estimate will do.
        part = data[:_COUNTED]
        lines = part.count(b"\n") or part.count(b"\r")
        self._count = max(1, lines * len(data) // max(1, len(part)) - header)

    def __len__(self) -> int:
        return len(self._lines) if self._checked else self._count

    def batches(self) -> Iterator[list[list[str]]]:
        """All rows but empty ones. Raises UnreadableError where the table is malformed."""
        csv.field_size_limit(LONGEST_TEXT)
        text = io.TextIOWrapper(io.BytesIO(self._data), encoding="utf-8", newline="")
        for _ in range(self._header):
            text.readline()
        reader = csv.reader(text, delimiter=self.delimiter)
        width = len(self.names)
        line = 0
        if not self._checked:
            del self._lines[:]  # an earlier pass was left halfway
        try:
            while batch := list(islice(reader, CHUNK)):
                widths = set(map(len, batch))
                if not self._checked:
                    self._count_lines(batch, line, reader.line_num, 0 in widths)
                line = reader.line_num
                if widths != {width}:
                    batch = [(cells + [""] * width)[:width] for cells in batch if cells]
                yield batch
        except csv.Error as error:
            raise UnreadableError(f"malformed table: {error}", self._header + reader.line_num, 1) from None
        self._checked = True

    def _count_lines(self, batch: list[list[str]], first: int, after: int, has_empty: bool) -> None:
        """Note on which lines the rows of a batch start."""
        lines: Any = np.arange(first, after)
        if len(lines) > len(batch):
            heights = [1 + sum(map(_breaks, cells)) for cells in batch]
            lines = np.array(list(accumulate(heights[:-1], initial=first)), np.int64)
        if has_empty:
            lines = lines[[bool(cells) for cells in batch]]
        self._lines.frombytes((np.asarray(lines, np.int64) + self._header).tobytes())

    def row(self, number: int) -> list[str]:
        """The cells of a row."""
        text = io.StringIO(self._places.row_text(number), newline="")
        cells = next(csv.reader(text, delimiter=self.delimiter), [])
        return (cells + [""] * len(self.names))[: len(self.names)]

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands."""
        if row >= len(self._lines):
            return Place(self._header or 1, 1)
        return self._places(("events", row, str(max(0, column))), False)


class ListRows:
    """Rows that were taken from a file that is no plain text of cells; ``place`` tells where they stood."""

    def __init__(
        self, names: Sequence[str], rows: Sequence[list[str]], place: Callable[[int, int], Place], heading: str = ""
    ) -> None:
        self.names = names
        self.heading = heading
        self._rows = rows
        self._place = place

    def __len__(self) -> int:
        return len(self._rows)

    def batches(self) -> Iterator[list[list[str]]]:
        """All rows."""
        for start in range(0, len(self._rows), CHUNK):
            yield list(self._rows[start : start + CHUNK])

    def row(self, number: int) -> list[str]:
        """The cells of a row."""
        return self._rows[number]

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands."""
        return self._place(row, column)


def column_of(rows: Sequence[Sequence[str]], number: int) -> list[str]:
    """The cells of one column."""
    return list(map(itemgetter(number), rows))


def columns_of(rows: Rows, most: int) -> list[list[str]]:
    """The cells of each column in the first rows."""
    taken: list[list[str]] = []
    for batch in rows.batches():
        taken += batch
        if len(taken) >= most:
            break
    return [list(cells) for cells in zip(*taken[:most], strict=True)] if taken else [[] for _ in rows.names]


def _breaks(cell: str) -> int:
    """Number of line ends in a cell."""
    if "\r" in cell:
        return len(cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1
    return cell.count("\n")
