"""Entries of events made from the rows of a table when they are looked at."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from numpy.typing import NDArray

from timeglass.chrono.batch import DateColumns, parse_bounds
from timeglass.events.event import Status
from timeglass.formats.entries import EventEntry, SourceRefEntry
from timeglass.formats.foreign.column_dates import BLANK, is_blank, is_nothing
from timeglass.formats.foreign.column_roles import Roles
from timeglass.formats.foreign.html_text import plain_of, text_markdown
from timeglass.formats.foreign.markdown_text import escape_markdown
from timeglass.formats.foreign.row_dates import Dated, RowDates
from timeglass.formats.foreign.rows import Rows, column_of
from timeglass.formats.links import is_risky, is_web_address
from timeglass.formats.problem import Path, Place, Problems
from timeglass.formats.stores import CHUNK, Chunk
from timeglass.formats.text import LONGEST_TEXT
from timeglass.formats.typed import Typist

_LONGEST_TITLE = 160
_LONGEST_SUMMARY = 500
_USUAL = [3] * CHUNK
_NO_TEXTS = [""] * CHUNK
_CONFIRMED = [Status.CONFIRMED] * CHUNK
_EMPTY_VALUES = BLANK | {"[]", "{}"}


class RowsStore:
    """The rows of a table as entries.

    ``categories`` are the keys of the categories by their names; a name that is not among them is its own key.
    With ``numbered``, events are called after their rows, since deriving an id for each would take long.
    """

    def __init__(
        self,
        rows: Rows,
        roles: Roles,
        dates: RowDates,
        problems: Problems,
        categories: Mapping[str, str],
        *,
        numbered: bool,
    ) -> None:
        self._rows = rows
        self._roles = roles
        self._dates = dates
        self._problems = problems
        self._keys = _Keys(categories)
        self._numbered = numbered
        self._titles = roles.several("title")
        self._id, self._category = roles.one("id"), roles.one("category")
        self._importance = roles.one("importance")
        self._rest = roles.rest()
        self._source_columns = (*roles.several("source"), *roles.several("link"))
        self._reported = False

    def __len__(self) -> int:
        return len(self._rows)

    def locate(self, path: Path, key: bool) -> Place:
        """Place of the cell that a path leads to, or of its row."""
        if len(path) < 2 or path[0] != "events" or not isinstance(path[1], int):
            return Place(1, 1)
        role = {"date": "start", "summary": "text", "category": "category"}.get(str(path[2])) if len(path) > 2 else None
        return self._rows.place(path[1], self._roles.one(role) if role else -1)

    def chunks(self, typist: Typist) -> Iterator[Chunk]:
        """All rows that have a date; those that have none are reported, the first time."""
        first = 0
        for batch in self._rows.batches():
            if batch:
                yield self._chunk(first, batch)
                first += len(batch)
        self._reported = True

    def _chunk(self, first: int, batch: list[list[str]]) -> Chunk:
        rows: Sequence[int] = range(first, first + len(batch))
        columns = self._dates.columns(batch) if self._numbered else None
        dates: Sequence[str]
        if columns is None:
            parsed = None
            dates = [self._date(row, cells) if date is None else date
                     for row, cells, date in zip(rows, batch, self._dates.many(batch), strict=True)]  # fmt: skip
            kept = None if "" not in dates else [number for number, date in enumerate(dates) if date]
        else:
            parsed, kept = self._looked_at(first, batch, *columns)
            dates = _Dates(self._dates, batch)
        if kept is not None:
            rows, dates = [first + number for number in kept], [dates[number] for number in kept]
            batch = [batch[number] for number in kept]
        count = len(batch)
        categories: Sequence[str] = _NO_TEXTS[:count]
        if self._category >= 0:
            categories = list(map(self._keys.__getitem__, column_of(batch, self._category)))
        importances = _USUAL[:count]
        if self._importance >= 0:
            importances = [_importance(cell) for cell in column_of(batch, self._importance)]
        # Titles are asked for where ids are made of them.
        titles = _NO_TEXTS[:count] if self._numbered else [self._title(cells) for cells in batch]
        if self._numbered and self._id < 0:
            ids = [f"row-{row + 1}" for row in rows]
        else:
            ids = [self._identifier(row, cells) for row, cells in zip(rows, batch, strict=True)]
        return Chunk(rows, ids, dates, titles, categories, importances, _CONFIRMED[:count], parsed=parsed)

    def _looked_at(
        self, first: int, batch: list[list[str]], columns: DateColumns, rest: list[int]
    ) -> tuple[DateColumns, list[int] | None]:
        """The columns with those rows that needed a closer look, and which rows are left; None: all are."""
        if not rest:
            return columns, None
        texts = [self._date(first + number, batch[number]) for number in rest]
        dated = [number for number, text in zip(rest, texts, strict=True) if text]
        parsed = parse_bounds([text for text in texts if text], timed=True)
        for all_of, some in zip(_arrays(columns), _arrays(parsed), strict=True):
            all_of[dated] = some
        lost = set(rest) - set(dated)
        for at, error in parsed.errors.items():
            self._problems.error(("events", first + dated[at], "date"), error.reason, error.suggestion)
            lost.add(dated[at])
        if not lost:
            return columns, None
        kept = [number for number in range(len(batch)) if number not in lost]
        bounds, precision, kind, marks = (array[kept] for array in _arrays(columns))
        return DateColumns(bounds, precision, kind, marks), kept

    def _date(self, row: int, cells: Sequence[str]) -> str:
        dated = self._dates.one(cells)
        if dated.fault and not self._reported:
            self._problems.error(("events", row, "date"), dated.fault, dated.suggestion)
        return dated.text

    def _identifier(self, row: int, cells: Sequence[str]) -> str:
        if self._id >= 0:
            return " ".join(cells[self._id].split())
        return f"row-{row + 1}" if self._numbered else ""

    def _title(self, cells: Sequence[str]) -> str:
        for number in self._titles:
            if not is_nothing(cells[number]):
                words = plain_of(cells[number])
                return words if len(words) <= _LONGEST_TITLE else f"{words[:_LONGEST_TITLE].rpartition(' ')[0]}…"
        others = [cells[number] for number in self._rest if not is_nothing(cells[number])]
        speaking = [cell for cell in others if " " in cell.strip()] or others
        written = [cells[number].strip() for number in self._titles if cells[number].strip()]
        return plain_of((speaking or written or ["Untitled"])[0])[:_LONGEST_TITLE] or "Untitled"

    def entry(self, row: int) -> EventEntry:
        """The entry of a row that has a date."""
        cells = [cell[:LONGEST_TEXT] for cell in self._rows.row(row)]
        dated = self._dates.one(cells)
        summary, details = self._texts(cells, dated)
        category = cells[self._category] if self._category >= 0 else ""
        return EventEntry(
            id=self._identifier(row, cells),
            date=dated.text,
            title=self._title(cells),
            summary=summary,
            details=details,
            category=self._keys[category],
            importance=_importance(cells[self._importance]) if self._importance >= 0 else 3,
            actors=self._list("actor", cells),
            places=self._list("place", cells, split=";|"),
            tags=self._list("tags", cells),
            sources=self._sources(cells),
        )

    def _texts(self, cells: Sequence[str], dated: Dated) -> tuple[str, str]:
        """Summary and details: the texts, then what stands in columns without a part of their own."""
        texts = [text_markdown(cells[number]) for number in self._roles.several("text") if not is_blank(cells[number])]
        texts += [text_markdown(cells[number]) for number in self._titles if len(cells[number]) > _LONGEST_TITLE]
        title = next((cells[number] for number in self._titles if not is_nothing(cells[number])), "")
        summary = texts.pop(0) if texts and len(texts[0]) <= _LONGEST_SUMMARY else ""
        blocks = [*([dated.note] if dated.note else []), *texts]
        # What says of a source that there is none, or that nobody knows it, is none.
        no_sources = (number for number in self._source_columns if is_nothing(cells[number]))
        rest = [(self._roles.names[number].strip(), cells[number].strip()) for number in
                (*self._titles, *self._rest, *no_sources)]  # fmt: skip
        items = [f"- {escape_markdown(name)}: {_one_line(value)}" for name, value in rest
                 if value.lower() not in _EMPTY_VALUES and value != title.strip()]  # fmt: skip
        if items:
            blocks.append("\n".join(items))
        return summary, "\n\n".join(blocks)[:LONGEST_TEXT]

    def _list(self, role: str, cells: Sequence[str], split: str = ";|,") -> tuple[str, ...]:
        items: list[str] = []
        for number in self._roles.several(role):
            cell = cells[number].strip()
            if cell.lower() in _EMPTY_VALUES:
                continue
            mark = next((mark for mark in split if mark in cell), "\n")
            items += [" ".join(item.split()) for item in cell.strip("[]").split(mark)]
        return tuple(dict.fromkeys(item.strip("'\"") for item in items if item.strip("'\" ")))

    def _sources(self, cells: Sequence[str]) -> tuple[str | SourceRefEntry, ...]:
        found: list[str | SourceRefEntry] = []
        for number in self._source_columns:
            cell = cells[number].strip()
            if is_nothing(cell):
                continue
            if is_web_address(cell) or not is_risky(cell):
                found.append(cell)
            else:
                found.append(SourceRefEntry(text=f"({cell})"))
        return tuple(found)


def _importance(cell: str) -> int:
    return int(cell) if cell.strip() in ("1", "2", "3", "4", "5") else 3


class _Dates(Sequence[str]):
    """The dates of rows as EDTF, made when they are asked for."""

    def __init__(self, dates: RowDates, rows: Sequence[Sequence[str]]) -> None:
        self._dates = dates
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, row: Any) -> Any:
        return self._dates.one(self._rows[row]).text


def _arrays(columns: DateColumns) -> tuple[NDArray[Any], ...]:
    return columns.bounds, columns.precision, columns.kind, columns.marks


class _Keys(dict[str, str]):
    """Keys of categories by their names as they stand in cells; the words of the cell, where there is no other."""

    def __missing__(self, cell: str) -> str:
        words = " ".join(cell.split())
        self[cell] = key = "" if words.lower() in BLANK - {"na"} else self.get(words, words)
        return key


def _one_line(value: str) -> str:
    """A value as Markdown on one line; addresses stay as they are."""
    words = " ".join(value.split())
    return words if is_web_address(words) else escape_markdown(words)
