"""Tables of other programs: encoding and delimiter are found, not asked for."""

import csv
import io
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from timeglass.formats.document import Source
from timeglass.formats.problem import Locate, Place, Problems, UnreadableError
from timeglass.formats.table_places import TablePlaces
from timeglass.formats.text import LONGEST_TEXT, refuse_binary, sound_bytes

DELIMITERS = ",;\t|"
_SAMPLE = 50
"""Lines that the delimiter is found from."""


@dataclass(frozen=True)
class Sheet:
    """A table: the names over its columns, and the rows below."""

    names: list[str]
    rows: list[list[str]]
    """Each as long as the names."""
    lines: "array[int]"
    """Line from 0 on which each row starts."""
    data: bytes
    """Its text as UTF-8."""
    delimiter: str

    def locate(self, keys: Sequence[str]) -> Locate:
        """Finds places; ``keys`` are the keys of an event that the columns stand for."""
        return TablePlaces(self.data, self.lines, keys, self.delimiter)

    def place(self, row: int) -> Place:
        """Where a row starts."""
        return Place(self.lines[row] + 1, 1)


def utf8_of(data: bytes, problems: Problems) -> bytes:
    """The text of a table as UTF-8; a byte order mark is usual there, and so are the code pages of Windows."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return sound_bytes(data, problems)
    try:
        if not data.isascii():
            data.decode()
    except UnicodeDecodeError:
        refuse_binary(data)
        codec = code_page(data)
        problems.warn((), f"the file is not in UTF-8; it was read as {codec.replace('cp', 'Windows-')}", at=Place(1, 1))
        data = data.decode(codec, "replace").encode()
    return sound_bytes(data, problems)


def code_page(data: bytes) -> str:
    """The Windows code page that a text most likely is in: Cyrillic if letters beyond ASCII mostly come in rows."""
    runs = re.findall(rb"[\x80-\xff]+", data[:200_000])
    together = sum(len(run) for run in runs if len(run) > 1)
    return "cp1251" if together > 0.6 * sum(map(len, runs)) else "cp1252"


def delimiter_of(head: str) -> str:
    """The delimiter by which most lines fall into equally many cells; more cells are better than fewer."""
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter) if row][
                :_SAMPLE
            ]
        except csv.Error:
            continue
        if widths and widths[0] > 1:
            score = widths.count(widths[0]) / len(widths) + min(widths[0], 10) / 100
            if score > best_score:
                best, best_score = delimiter, score
    return best


def head_names(head: bytes) -> list[str]:
    """The names over the columns, from the first bytes of a file; none if it is no table."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
    else:
        text = head.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")
    text = text.replace("\0", "")
    lines = text.split("\n")
    sample = "\n".join(lines[:_SAMPLE] if len(lines) > _SAMPLE else lines)
    try:
        return [
            name.strip()
            for name in next(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter_of(sample)), [])
        ]
    except csv.Error:
        return []


def read_sheet(source: Source) -> Sheet:
    """All of a table. Raises UnreadableError where it is none."""
    data = utf8_of(source.data, source.problems)
    csv.field_size_limit(LONGEST_TEXT)
    delimiter = delimiter_of(data[:20_000].decode(errors="ignore"))
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")
    reader = csv.reader(text, delimiter=delimiter)
    rows: list[list[str]] = []
    lines = array("q")
    try:
        names = [name.strip() for name in next(reader, [])]
        line = reader.line_num
        for cells in reader:
            if any(cells):
                rows.append((cells + [""] * len(names))[: len(names)])
                lines.append(line)
            line = reader.line_num
    except csv.Error as error:
        raise UnreadableError(f"malformed table: {error}", reader.line_num, 1) from None
    return Sheet(names, rows, lines, data, delimiter)
