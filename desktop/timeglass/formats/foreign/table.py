"""Tables of other programs: columns are mapped by their names and by what stands in them."""

import csv
import io
from dataclasses import replace
from itertools import islice

from timeglass.errors import UsageError
from timeglass.formats.columns_given import recall_nothing
from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.column_dates import DateColumn, is_nothing
from timeglass.formats.foreign.column_names import scores_of
from timeglass.formats.foreign.open_table import OpenTable
from timeglass.formats.foreign.records import OPENED, is_records, record_rows
from timeglass.formats.foreign.rows import Rows, TextRows
from timeglass.formats.foreign.sheet import delimiter_of, header_row, heading_of, unique_names, utf8_of
from timeglass.formats.problem import Place, Problems, UnreadableError
from timeglass.formats.text import LONGEST_TEXT

_HEAD_LINES = 60


def sniff(name: str, head: bytes) -> float:
    """How surely a file is a table with dates."""
    if is_workbook(head):
        return 0.9
    if is_records(head):
        return 0.6
    if b"\0" in head[:2000] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return 0.0
    usual = name.lower().endswith((".csv", ".tsv", ".tab"))
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[", b"<") and not usual:
        return 0.0
    text = head.decode("utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig", "replace")
    lines = text.splitlines()[: _HEAD_LINES + 1]
    sample = "\n".join(lines[:-1] if len(lines) > _HEAD_LINES else lines)
    try:
        delimiter = _given_delimiter(sample) or delimiter_of(sample)
        rows = [row for row in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), 40) if row]
    except csv.Error:
        return 0.0
    rows = rows[header_row(rows) if rows else 0 :]
    if len(rows) < 2 or len(rows[0]) < 2:
        return 0.15 if usual else 0.0
    even = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
    named = any({"start", "year", "start min"} & scores_of(cell).keys() for cell in rows[0])
    if even < 0.8 or not (named or any(_is_day(cell) for cell in rows[1])):
        return 0.15 if usual else 0.0
    return 0.7 if usual else 0.45


def is_workbook(head: bytes) -> bool:
    """Tell whether a file is a workbook of Excel (xlsx)."""
    return head.startswith(b"PK\x03\x04") and (b"xl/" in head or b"[Content_Types].xml" in head)


def read(source: Source) -> Document:
    """Read a table, JSON objects in lines or in a list, or a workbook."""
    return document_of(open_rows(source), source)


def open_rows(source: Source) -> Rows:
    """The rows of a file of any of these kinds. Raises UnreadableError where it is none."""
    if is_workbook(source.data[:65_536]):
        from timeglass.formats.foreign.xlsx import workbook_rows

        return workbook_rows(source)
    if is_records(source.data[:65_536]):
        return record_rows(source)
    return _text_rows(source)


def document_of(rows: Rows, source: Source) -> Document:
    """The timeline of a table."""
    table = OpenTable(rows)
    tick = source.part(0.1 if isinstance(rows, TextRows) else OPENED, 1.0)
    tick(0.0)
    mapping = source.mapping or source.recall(header_of(rows, source.name))
    try:
        form = table.form(mapping, tick)
    except UsageError:
        if source.mapping:
            raise
        form = table.form({}, tick)  # what was remembered is of no use
    form.tell(source.problems)
    source.tick(1.0)
    return table.document(form, source)


def recalled(source: Source) -> Document | None:
    """The timeline of a table whose columns were chosen by a person, though it looks like that of a program."""
    if source.recall is recall_nothing:
        return None
    rows = open_rows(replace(source, problems=Problems(source.problems.file)))
    return document_of(open_rows(source), source) if source.recall(header_of(rows, source.name)) else None


def header_of(rows: Rows, name: str) -> list[str]:
    """What a table is known by: the names over its columns; where it has none, that and the name of its file."""
    names = list(rows.names)
    nameless = [f"Column {number}" for number in range(1, len(names) + 1)]
    return [*names, name] if names == nameless else names


def _text_rows(source: Source) -> TextRows:
    data = utf8_of(source.data, source.problems)
    csv.field_size_limit(LONGEST_TEXT)
    sample = data[:20_000].decode(errors="ignore")
    given = _given_delimiter(sample)
    before = 1 if given else 0
    if given:
        sample = sample.partition("\n")[2]
    delimiter = given or delimiter_of(sample)
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    lines: list[tuple[int, int]] = []
    """Of each of these rows, the lines before it and with it."""
    try:
        start = before
        for cells in islice(reader, _HEAD_LINES):
            if any(cell.strip() for cell in cells):
                rows.append(cells)
                lines.append((start, before + reader.line_num))
            start = before + reader.line_num
    except csv.Error as error:
        if not rows:
            raise UnreadableError(f"malformed table: {error}", 1, 1) from None
    at = header_row(rows) if rows else 0
    names = rows[at] if rows else []
    if len(names) < 2 and not source.mapping:
        raise UnreadableError("no table: its rows do not fall into cells")
    if any(_is_day(cell) for cell in names) and not any(scores_of(cell) for cell in names):
        source.problems.warn((), "there are no names over the columns", at=Place(lines[at][0] + 1, 1))
        return TextRows(data, delimiter, [f"Column {number}" for number in range(1, len(names) + 1)], lines[at][0])
    return TextRows(data, delimiter, unique_names(names), lines[at][1], heading_of(rows[:at]))


def _given_delimiter(sample: str) -> str:
    """What a first line "sep=;" says, as Excel writes it."""
    first = sample.partition("\n")[0].strip().strip('"').lower()
    return first[4] if first.startswith("sep=") and len(first) == 5 else ""


def _is_day(cell: str) -> bool:
    """Tell whether a cell is a date that is more than a number."""
    column = DateColumn([cell], dated=False)
    return not is_nothing(cell) and column.share([cell]) > 0
