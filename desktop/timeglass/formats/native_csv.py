"""Events as a table (CSV) whose columns are named as the keys of the timeline file.

A list stands in one cell, its items separated by semicolons; a cell that a semicolon cannot serve holds JSON.
"""

import csv
import io
import re
from collections.abc import Callable
from typing import Any

import msgspec

from timeglass.chrono.edtf import parse_file_date
from timeglass.chrono.edtf_date import DateError
from timeglass.formats.document import Document, Source
from timeglass.formats.entries import VERSION
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Place, Problems, UnreadableError, shown
from timeglass.formats.table_store import Layout, TableStore
from timeglass.formats.text import LONGEST_TEXT, sound_bytes

TEXTS = frozenset({"title", "summary", "details"})
LISTS = frozenset({"aliases", "actors", "places", "tags"})
RECORDS = frozenset({"figures", "sources", "related", "media"})
COLUMNS = (
    "id", "date", "title", "summary", "details", "category", "importance", "status", "actors", "places", "tags",
    "figures", "sources", "related", "media", "aliases",
)  # fmt: skip
_DELIMITERS = ",;\t"
_LINE_END = re.compile(rb"[\r\n]")


def sniff(name: str, head: bytes) -> float:
    """How surely a file is a table with the columns of the timeline file."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    first, *lines = plain[:20_000].decode(errors="replace").splitlines()[:20] or [""]
    for delimiter in _DELIMITERS:
        names = [cell.strip().strip('"') for cell in first.split(delimiter)]
        if "date" in names and "title" in names:
            known = set(names) <= set(COLUMNS)
            ours = known and ("id" in names or _has_edtf(lines, delimiter, names.index("date")))
            return 0.95 if ours else 0.6
    return 0.0


def _has_edtf(lines: list[str], delimiter: str, column: int) -> bool:
    """Tell whether most dates in some lines are EDTF: other tables may have columns of the same names."""
    cells = [line.split(delimiter) for line in lines]
    dates = [date for row in cells if len(row) > column and (date := row[column].strip().strip('"'))]
    return 2 * sum(map(_is_edtf, dates)) >= len(dates)


def _is_edtf(text: str) -> bool:
    try:
        parse_file_date(text)
    except DateError:
        return False
    return True


def _first_line(data: bytes) -> bytes:
    end = _LINE_END.search(data)
    return data[: end.start()] if end else data


def read(source: Source) -> Document:
    """Read a table whose columns are named as the keys of an event."""
    data = sound_bytes(source.data, source.problems)
    first = _first_line(data).decode()
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(LONGEST_TEXT)
    try:
        header = next(csv.reader(io.StringIO(first.lstrip("\ufeff"), newline=""), delimiter=delimiter), [])
    except csv.Error as error:
        raise UnreadableError(f"malformed CSV: {error}", 1, 1) from None
    layout = Layout(_known(header, source.problems), delimiter, _CELL_READERS)
    store = TableStore(data, layout, source.problems)
    source.problems.locate = store.locate
    title = source.name.rpartition(".")[0] or source.name
    return Document({"timeglass": VERSION, "title": title}, closed=False, store=store)


def _known(cells: list[str], problems: Problems) -> list[str]:
    """Names of the columns; "" for those that are passed over after a report."""
    suggester = Suggester()
    names: list[str] = []
    for cell in cells:
        name = cell.strip()
        at = Place(1, len(names) + 1)
        if name not in COLUMNS:
            if name:
                problems.warn((), f"unknown column {shown(name)!r}", suggester.nearest(name, COLUMNS), at=at)
            name = ""
        elif name in names:
            problems.error((), f"the column {name!r} stands here twice; the first one counts", at=at)
            name = ""
        names.append(name)
    if "date" not in names or "title" not in names:
        raise UnreadableError("no timeline: a table needs the columns 'date' and 'title'", 1, 1)
    return names


def _text(cell: str) -> Any:
    """A text, or one per language in JSON; under "" stands a plain text that would else be taken for that."""
    if cell.startswith('{"'):
        value = _json(cell)
        if isinstance(value, dict):
            return value.get("", value)
    return cell


def _list(cell: str) -> Any:
    if cell.startswith("["):
        value = _json(cell)
        if isinstance(value, list):
            return value
    return [item for part in cell.split(";") if (item := part.strip())]


def _category(cell: str) -> Any:
    return _list(cell) if ";" in cell or cell.startswith("[") else cell


def _json(cell: str) -> Any:
    try:
        return msgspec.json.decode(cell)
    except (msgspec.DecodeError, RecursionError):
        return None


_CELL_READERS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys(LISTS | RECORDS, _list),
    "category": _category,
}
