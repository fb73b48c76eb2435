"""Tables of other programs: encoding and delimiter are found, not asked for."""

import csv
import io
import re
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeglass.formats.document import Source
from timeglass.formats.foreign.column_names import scores_of
from timeglass.formats.problem import Locate, Place, Problems, UnreadableError
from timeglass.formats.table_places import TablePlaces
from timeglass.formats.text import LONGEST_TEXT, refuse_binary, sound_bytes

DELIMITERS = ",;\t|"
_SAMPLE = 50
"""Lines that the delimiter is found from."""
_SURE = 80
"""So surely a name must be that of a column of dates where it stands below other rows."""


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
        # The first row may be a heading: what most rows have counts.
        width, most = Counter(widths).most_common(1)[0] if widths else (0, 0)
        if width > 1:
            score = most / len(widths) + min(width, 10) / 100
            if score > best_score:
                best, best_score = delimiter, score
    return best


def header_row(rows: Sequence[Sequence[str]]) -> int:
    """Which row holds the names of the columns: the first, unless that is a heading above a row that does."""
    fullest = 0
    for number, row in enumerate(rows[:_SAMPLE]):
        filled = sum(bool(cell.strip()) for cell in row)
        if (number == 0 or filled > max(1, fullest)) and _names_dates(row):
            return number
        fullest = max(fullest, filled)
        if fullest > 1:
            break
    return 0


def _names_dates(row: Sequence[str]) -> bool:
    return any(scores.get("start", 0) >= _SURE or "year" in scores for scores in map(scores_of, row))


def heading_of(rows: Sequence[Sequence[str]]) -> str:
    """What stands above the names of the columns, a paragraph each row."""
    return "\n\n".join(" ".join(cell.strip() for cell in row if cell.strip()) for row in rows)


def unique_names(names: Sequence[str]) -> list[str]:
    """Names for all columns, each once."""
    made: list[str] = []
    for number, name in enumerate(names, 1):
        base = name.strip() or f"Column {number}"
        while base in made:
            base = f"{base} ({number})"
        made.append(base)
    return made


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
