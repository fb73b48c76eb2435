"""Sheets of Excel workbooks (``.xlsx``) as rows of a table."""

import io
import warnings
from datetime import date, datetime, time, timedelta
from typing import Any

from timeglass.formats.document import Source
from timeglass.formats.foreign.archive import open_archive
from timeglass.formats.foreign.column_names import scores_of
from timeglass.formats.foreign.records import OPENED
from timeglass.formats.foreign.rows import ListRows
from timeglass.formats.foreign.sheet import header_row, heading_of, unique_names
from timeglass.formats.problem import Place, UnreadableError, shown
from timeglass.formats.text import scrub

MOST_CELLS = 20_000_000
MOST_COLUMNS = 300


def workbook_rows(source: Source) -> ListRows:
    """The rows of the first sheet that has dates; what other sheets there are is told."""
    open_archive(source.data)  # refuses what is made to do harm
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that do not matter here
            book = load_workbook(io.BytesIO(source.data), read_only=True, data_only=True, keep_links=False)
            sheets = [(sheet.title, _cells(sheet, source)) for sheet in book.worksheets]
    except UnreadableError:
        raise
    except Exception as error:  # a broken workbook makes the library fail in many ways
        raise UnreadableError(f"the workbook is broken: {shown(str(error))}") from None
    filled = [(title, cells) for title, cells in sheets if len(cells) > 1]
    if not filled:
        raise UnreadableError("the workbook has no sheet with rows")
    chosen = next((pair for pair in filled if _has_dates(pair[1])), filled[0])
    others = [title for title, _ in filled if title != chosen[0]]
    if others:
        names = ", ".join(shown(title, 30) for title in others[:5])
        source.problems.warn((), f"only the sheet {shown(chosen[0])!r} was read; others: {names}", at=Place(1, 1))
    return _rows(chosen[1], source)


def _cells(sheet: Any, source: Source) -> list[tuple[int, list[str]]]:
    """Rows that have a cell, with their numbers from 1."""
    found: list[tuple[int, list[str]]] = []
    count = 0
    expected = max(1, sheet.max_row or 100_000)
    sheet.reset_dimensions()  # what a file says of its size need not be true
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        count += len(values)
        if count > MOST_CELLS:
            raise UnreadableError(f"the sheet {shown(sheet.title)!r} has more than {MOST_CELLS:,} cells")
        if number % 1_000 == 0:
            source.tick(OPENED * min(1.0, number / expected))
        cells = [cell_text(value) for value in values[:MOST_COLUMNS]]
        if any(cells):
            found.append((number, cells))
    return found


def _has_dates(cells: list[tuple[int, list[str]]]) -> bool:
    rows = [row for _, row in cells]
    return any({"start", "year"} & scores_of(name).keys() for name in rows[header_row(rows)])


def _rows(cells: list[tuple[int, list[str]]], source: Source) -> ListRows:
    at = header_row([row for _, row in cells])
    names, rest = cells[at][1], cells[at + 1 :]
    width = max((len(names) - i for i, name in enumerate(reversed(names)) if name), default=0)
    rows = [scrub((row + [""] * width)[:width], (), source.problems) for _, row in rest]
    numbers = [number for number, _ in rest]

    def place(row: int, column: int) -> Place:
        return Place(numbers[row] if row < len(numbers) else 1, max(0, column) + 1)

    return ListRows(unique_names(names[:width]), rows, place, heading_of([row for _, row in cells[:at]]))


def cell_text(value: Any) -> str:
    """A cell as text; days and moments as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.replace(microsecond=0).isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return f"{value.total_seconds():g} seconds"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return str(value).strip()
