"""A table whose rows are at hand: its form is found, and it becomes a timeline."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any

from timeglass.formats.columns_given import ColumnMap
from timeglass.formats.document import Document, Source, Tick, no_tick
from timeglass.formats.entries import VERSION
from timeglass.formats.foreign.column_dates import DateColumn, is_blank
from timeglass.formats.foreign.column_roles import Column, Roles, choose_roles, columns_with
from timeglass.formats.foreign.html_text import text_markdown
from timeglass.formats.foreign.row_dates import RowDates
from timeglass.formats.foreign.rows import Rows, TextRows, columns_of
from timeglass.formats.foreign.rows_store import RowsStore
from timeglass.formats.ids import slug
from timeglass.formats.problem import Place, Problems, UnreadableError, shown

LARGE = 50_000
"""From so many rows on, the form of a table is found from its first ones, and events are called after their rows."""
_SAMPLE = 2_000
_DATE_ROLES = ("start", "end", "year", "end year", "start min", "start max", "end min", "end max")


@dataclass(frozen=True)
class Form:
    """What the columns of a table hold, and how dates are written in those that hold them."""

    roles: Roles
    dates: dict[int, DateColumn]

    blanks: tuple[str, ...] = ()
    """Signs that were found, other than where dates stand, in cells that are else empty."""

    def tell(self, problems: Problems) -> None:
        """Say what had to be decided."""
        for number, column in self.dates.items():
            _tell(column, self.roles, number, problems)
        if self.blanks:
            signs = ", ".join(map(repr, self.blanks))
            problems.warn((), f"cells with nothing but {signs} were taken for empty", at=Place(1, 1))


class OpenTable:
    """A table; ``cells`` are those of each column, in the first rows of a large table. Raises UnreadableError."""

    def __init__(self, rows: Rows) -> None:
        if not len(rows) or not rows.names:
            raise UnreadableError("the table is empty")
        self.rows = rows
        self.is_large = len(rows) > LARGE
        self.cells = columns_of(rows, _SAMPLE if self.is_large else LARGE)
        self._columns: list[Column] = []
        self._decided: dict[int, tuple[bool, str]] = {}

    def form(self, mapping: ColumnMap, tick: Tick = no_tick) -> Form:
        """The form of the table, as far as ``mapping`` does not tell it.

        Raises UsageError for a mapping to columns that do not exist, UnreadableError where no column holds dates.
        """
        if not self._columns:
            self._columns = columns_with(self.rows.names, self.cells)
        roles = choose_roles(self._columns, mapping)
        dates: dict[int, DateColumn] = {}
        for role in _DATE_ROLES:
            for number in roles.several(role):
                if number not in dates:
                    dates[number] = self._date_column(number, roles, tick)
        _agree(dates)
        return Form(roles, dates, self._blanks(dates))

    def _blanks(self, dates: Container[int]) -> tuple[str, ...]:
        found = {cell.strip() for number, cells in enumerate(self.cells) if number not in dates for cell in set(cells)}
        return tuple(sorted(cell for cell in found if cell and is_blank(cell)))

    def document(self, form: Form, source: Source) -> Document:
        """The timeline of the table, read in this form."""
        roles = form.roles
        head: dict[str, Any] = {"timeglass": VERSION, "title": source.name.rpartition(".")[0] or source.name}
        if self.rows.heading:
            head["description"] = text_markdown(self.rows.heading)
        kind = roles.one("category")
        categories = {} if self.is_large or kind < 0 else _keys(self.cells[kind])
        if categories:
            head["categories"] = {key: {"label": " ".join(label.split())} for label, key in categories.items()}
        dates = RowDates(roles, form.dates)
        store = RowsStore(self.rows, roles, dates, source.problems, categories, numbered=self.is_large)
        source.problems.locate = store.locate
        return Document(head, closed=False, store=store)

    def _date_column(self, number: int, roles: Roles, tick: Tick) -> DateColumn:
        """The form of a column of dates."""
        column = DateColumn(self.cells[number])
        if column.is_slashed and roles.day_first is not None:
            column.day_first, column.decided = roles.day_first, "as chosen"
        elif column.is_ambiguous:
            if number not in self._decided:
                column.decide(self._all_cells(number, tick), european=self._has_semicolons)
                self._decided[number] = column.day_first, column.decided
            column.day_first, column.decided = self._decided[number]
        return column

    def _all_cells(self, number: int, tick: Tick) -> Iterable[str]:
        if not self.is_large:
            yield from self.cells[number]
            return
        done = 0
        for batch in self.rows.batches():
            for row in batch:
                yield row[number]
            done += len(batch)
            tick(min(1.0, done / len(self.rows)))

    @property
    def _has_semicolons(self) -> bool:
        return isinstance(self.rows, TextRows) and self.rows.delimiter == ";"


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


def _keys(cells: Iterable[str]) -> dict[str, str]:
    """Keys of categories by their names, in the order in which they appear."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for cell in cells:
        if cell in keys or (is_blank(cell) and cell.strip().lower() != "na"):
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
