"""Where in a table a cell stands."""

import re
from array import array
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeglass.formats.problem import Path, Place

_BREAK = re.compile(rb"\r\n|\r|\n")
_PIECE = 2**22


def line_starts(data: bytes) -> NDArray[np.int64]:
    """Where each line of a UTF-8 text starts; a carriage return alone ends a line, too."""
    if data.count(b"\r") > data.count(b"\r\n"):
        ends = [np.fromiter((match.end() for match in _BREAK.finditer(data)), np.int64)]
    else:
        ends = [
            np.flatnonzero(np.frombuffer(data, np.uint8, min(_PIECE, len(data) - at), at) == ord("\n")) + (at + 1)
            for at in range(0, len(data), _PIECE)
        ]
    return np.concatenate([np.zeros(1, np.int64), *ends])


class TablePlaces:
    """Finds places in a UTF-8 text of delimited cells, whose lines are looked up when the first is asked for.

    ``lines`` are the lines, from 0, on which the rows start; ``names`` the keys that the columns stand for.
    """

    def __init__(self, data: bytes, lines: "array[int]", names: Sequence[str], delimiter: str) -> None:
        self._data = data
        self._lines = lines
        self._names = names
        self._delimiter = delimiter

    def __call__(self, path: Path, key: bool) -> Place:
        """Place of the cell that a path leads to, or of its row."""
        if len(path) < 2 or not isinstance(path[1], int) or path[1] >= len(self._lines):
            return Place(1, 1)
        column = self._names.index(str(path[2])) if len(path) > 2 and path[2] in self._names else 0
        return self._cell(path[1], column)

    def row_text(self, row: int) -> str:
        """The text of a row, its line end included."""
        begin = int(self._starts[self._lines[row]])
        end = int(self._starts[self._lines[row + 1]]) if row + 1 < len(self._lines) else len(self._data)
        return self._data[begin:end].decode()

    @cached_property
    def _starts(self) -> NDArray[np.int64]:
        return line_starts(self._data)

    def _cell(self, row: int, column: int) -> Place:
        text, line = self.row_text(row), self._lines[row]
        at = start = 0
        quoted = False
        while column and at < len(text):
            character = text[at]
            at += 1
            if character == '"':
                quoted = not quoted
            elif character == "\n":
                line, start = line + 1, at
            elif character == self._delimiter and not quoted:
                column -= 1
        return Place(line + 1, at - start + 1)
