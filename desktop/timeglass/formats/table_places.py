"""Where in a table a cell stands."""

import re
from array import array
from collections.abc import Sequence

from timeglass.formats.problem import Path, Place

_BREAK = re.compile(r"\r\n|\r|\n")


class TablePlaces:
    """Finds places in a text of delimited cells, whose lines are looked up when the first is asked for.

    ``lines`` are the lines, from 1, on which the rows start; ``names`` the keys that the columns stand for.
    """

    def __init__(self, text: str, lines: "array[int]", names: Sequence[str], delimiter: str) -> None:
        self._text = text
        self._lines = lines
        self._names = names
        self._delimiter = delimiter
        self._starts: list[int] = []

    def __call__(self, path: Path, key: bool) -> Place:
        """Place of the cell that a path leads to, or of its row."""
        if len(path) < 2 or not isinstance(path[1], int) or path[1] >= len(self._lines):
            return Place(1, 1)
        line = self._lines[path[1]]
        column = self._names.index(str(path[2])) if len(path) > 2 and path[2] in self._names else 0
        return self._cell(line, column)

    def _cell(self, line: int, column: int) -> Place:
        if not self._starts:
            self._starts = [0, *(match.end() for match in _BREAK.finditer(self._text))]
        start = at = self._starts[line - 1]
        quoted = False
        while column and at < len(self._text):
            character = self._text[at]
            at += 1
            if character == '"':
                quoted = not quoted
            elif character == "\n" and quoted:
                line, start = line + 1, at
            elif character == self._delimiter and not quoted:
                column -= 1
        return Place(line, at - start + 1)
