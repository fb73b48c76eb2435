"""Tables of other programs: columns are mapped by their names and by what stands in them."""

import csv
import io
from collections.abc import Iterable
from itertools import islice

from timeglass.formats.document import Document, Source
from timeglass.formats.entries import VERSION
from timeglass.formats.foreign.column_dates import DateColumn, is_nothing
from timeglass.formats.foreign.column_names import scores_of
from timeglass.formats.foreign.column_roles import Roles, choose_roles
from timeglass.formats.foreign.records import is_records, record_rows
from timeglass.formats.foreign.row_dates import RowDates
from timeglass.formats.foreign.rows import Rows, TextRows, columns_of
from timeglass.formats.foreign.rows_store import RowsStore
from timeglass.formats.foreign.sheet import delimiter_of, utf8_of
from timeglass.formats.ids import slug
from timeglass.formats.problem import Place, Problems, UnreadableError, shown
from timeglass.formats.text import LONGEST_TEXT

LARGE = 50_000
"""From so many rows on, the form of a table is found from its first ones, and events are called after their rows."""
_SAMPLE = 2_000
_HEAD_LINES = 60
_DATE_ROLES = ("start", "end", "year", "end year", "start min", "start max", "end min", "end max")


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
    rows = open_rows(source)
    return document_of(rows, source)


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
    if not len(rows) or not rows.names:
        raise UnreadableError("the table is empty")
    large = len(rows) > LARGE
    cells = columns_of(rows, _SAMPLE if large else LARGE)
    if large:
        source.tick(0.1)
    roles = choose_roles(rows.names, cells, source.mapping)
    problems = source.problems
    dates = _date_columns(rows, roles, cells, source, large)
    title = source.name.rpartition(".")[0] or source.name
    head = {"timeglass": VERSION, "title": title}
    categories = {} if large or roles.one("category") < 0 else _keys(cells[roles.one("category")])
    if categories:
        head["categories"] = {key: {"label": " ".join(label.split())} for label, key in categories.items()}
    store = RowsStore(rows, roles, RowDates(roles, dates), problems, categories, numbered=large)
    problems.locate = store.locate
    source.tick(1.0)
    return Document(head, closed=False, store=store)


def _text_rows(source: Source) -> TextRows:
    data = utf8_of(source.data, source.problems)
    csv.field_size_limit(LONGEST_TEXT)
    sample = data[:20_000].decode(errors="ignore")
    given = _given_delimiter(sample)
    first = 1 if given else 0
    if given:
        sample = sample.partition("\n")[2]
    delimiter = given or delimiter_of(sample)
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    names: list[str] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                names = cells
                break
            first += 1
    except csv.Error as error:
        raise UnreadableError(f"malformed table: {error}", 1, 1) from None
    if len(names) < 2 and not source.mapping:
        raise UnreadableError("no table: its rows do not fall into cells")
    if any(_is_day(cell) for cell in names) and not any(scores_of(cell) for cell in names):
        source.problems.warn((), "there are no names over the columns", at=Place(first + 1, 1))
        return TextRows(data, delimiter, [f"Column {number}" for number in range(1, len(names) + 1)], first)
    header = first + max(1, reader.line_num - first)
    return TextRows(data, delimiter, _unique([name.strip() for name in names]), header)


def _given_delimiter(sample: str) -> str:
    """What a first line "sep=;" says, as Excel writes it."""
    first = sample.partition("\n")[0].strip().strip('"').lower()
    return first[4] if first.startswith("sep=") and len(first) == 5 else ""


def _unique(names: list[str]) -> list[str]:
    """Names for all columns, each once."""
    made: list[str] = []
    for number, name in enumerate(names, 1):
        base = name or f"Column {number}"
        while base in made:
            base = f"{base} ({number})"
        made.append(base)
    return made


def _is_day(cell: str) -> bool:
    """Tell whether a cell is a date that is more than a number."""
    column = DateColumn([cell], dated=False)
    return not is_nothing(cell) and column.share([cell]) > 0


def _keys(cells: Iterable[str]) -> dict[str, str]:
    """Keys of categories by their names, in the order in which they appear."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for cell in cells:
        if cell in keys or (is_nothing(cell) and cell.strip().lower() not in ("na", "none", "unknown")):
            continue
        base = slug(cell) or "category"
        key, number = base, 1
        while key in taken:
            number += 1
            key = f"{base}-{number}"
        same = next((known for known in keys if " ".join(known.split()) == " ".join(cell.split())), None)
        keys[cell] = keys[same] if same is not None else key
        taken.add(keys[cell])
    return keys


def _date_columns(
    rows: Rows, roles: Roles, cells: list[list[str]], source: Source, large: bool
) -> dict[int, DateColumn]:
    """The forms of the columns of dates; what had to be decided is told."""
    columns: dict[int, DateColumn] = {}
    semicolons = isinstance(rows, TextRows) and rows.delimiter == ";"
    for role in _DATE_ROLES:
        for number in roles.several(role):
            if number in columns:
                continue
            column = DateColumn(cells[number])
            if column.is_ambiguous:
                all_cells: Iterable[str] = cells[number]
                if large:
                    all_cells = (row[number] for batch in rows.batches() for row in batch)
                column.decide(all_cells, european=semicolons)
            columns[number] = column
    _agree(columns)
    for number, column in columns.items():
        _tell(column, roles, number, source.problems)
    return columns


def _agree(columns: dict[int, DateColumn]) -> None:
    """Let columns that leave open whether the day comes first follow one that tells."""
    sure = [column for column in columns.values() if column.is_slashed and not column.is_ambiguous]
    for column in columns.values():
        if sure and column.is_ambiguous:
            column.day_first, column.decided = sure[0].day_first, "as in another column"


def _tell(column: DateColumn, roles: Roles, number: int, problems: Problems) -> None:
    name = shown(repr(roles.names[number].strip()))
    at = Place(1, 1)
    if column.is_slashed:
        order = "day, month, year" if column.day_first else "month, day, year"
        problems.warn((), f"dates in {name} were read as {order}: {column.decided}", at=at)
    if column.two_digits and roles.one("year") < 0:
        problems.warn((), f"years in {name} have two digits: 69 to 99 were read as 1969 to 1999, others as 20..", at=at)
    if column.is_epoch:
        problems.warn((), f"numbers in {name} were read as time since 1970 (UTC)", at=at)
