"""Which column of a table holds which part of an event, by the columns' names and by what stands in them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from timeglass.errors import UsageError
from timeglass.formats.columns_given import DAY_FIRST, MONTH_FIRST, ORDER, SKIP, ColumnMap, names_in
from timeglass.formats.foreign.column_dates import DateColumn, is_nothing
from timeglass.formats.foreign.column_names import ROLES, known_layout, scores_of, stem_of
from timeglass.formats.links import is_web_address
from timeglass.formats.problem import UnreadableError, shown

_INTEGER = re.compile(r"[+-]?\d+(?:\.0+)?")
_NUMBER = re.compile(r"[+-]?[\d,.]*\d%?")
_ERA = re.compile(r"b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?|до н\.? ?е\.?|н\.? ?е\.?", re.IGNORECASE)
_RANGES = ("start min", "start max", "end min", "end max")
PARTS = (*ROLES, *_RANGES, SKIP)
"""All parts that a column can be chosen for."""
_FIELDS = ("month", "day", "time", "end year", "end month", "end day", "end time")
_ALIASES = {"description": "text", "summary": "text", "details": "text", "date": "start", "begin": "start",
            "finish": "end", "group": "category", "tag": "tags", "actors": "actor", "places": "place",
            "sources": "source", "url": "link", "name": "title", "headline": "title"}  # fmt: skip
MOST_CATEGORIES = 500
_DATED = 0.5
"""Share of a column's cells that must be dates."""
_FEW_DATED = 0.1


@dataclass
class Column:
    """What is known of a column: its name, and its cells in a sample."""

    number: int
    name: str
    cells: list[str]
    scores: dict[str, int] = field(init=False)
    dates: DateColumn = field(init=False)
    share: float = field(init=False)

    def __post_init__(self) -> None:
        """Look at the name and the cells."""
        self.scores = scores_of(self.name)
        self.cells = [cell.strip() for cell in self.cells if not is_nothing(cell)]
        dated = bool({"start", "end", "year", "end year", *_RANGES} & self.scores.keys())
        self.dates = DateColumn(self.cells, dated=dated)
        self.share = self.dates.share(self.cells[:: len(self.cells) // 200 + 1])

    @property
    def is_integer(self) -> bool:
        """All cells are whole numbers."""
        return bool(self.cells) and all(_INTEGER.fullmatch(cell) for cell in self.cells)

    @property
    def is_number(self) -> bool:
        """All cells are numbers."""
        return bool(self.cells) and all(_NUMBER.fullmatch(cell) for cell in self.cells)

    @property
    def is_epoch(self) -> bool:
        """The cells count from 1970."""
        return self.dates.is_epoch

    @property
    def distinct(self) -> int:
        """How many different cells there are."""
        return len(set(self.cells))

    @property
    def is_count(self) -> bool:
        """The cells number the rows from 0 or 1 on."""
        if not self.is_integer or len(self.cells[0]) > 1:
            return False
        first = int(float(self.cells[0]))
        return (
            first in (0, 1)
            and len(self.cells) > 2
            and all(float(cell) == first + row for row, cell in enumerate(self.cells))
        )


@dataclass(frozen=True)
class Roles:
    """Numbers of the columns for each part of an event, the most important first."""

    columns: Mapping[str, tuple[int, ...]]
    names: Sequence[str]
    counting: tuple[int, ...] = ()
    """Columns that only number the rows."""
    day_first: bool | None = None
    """Whether the day comes first in dates with slashes, where a person said so."""

    def one(self, role: str) -> int:
        """The column of a part, or -1."""
        return next(iter(self.columns.get(role, ())), -1)

    def several(self, role: str) -> tuple[int, ...]:
        """All columns of a part."""
        return self.columns.get(role, ())

    def rest(self) -> tuple[int, ...]:
        """Columns that hold no part of an event."""
        used = {number for numbers in self.columns.values() for number in numbers} | set(self.counting)
        return tuple(number for number in range(len(self.names)) if number not in used)


def columns_with(names: Sequence[str], cells: Sequence[Sequence[str]]) -> list[Column]:
    """The columns of these names, of which ``cells`` are samples."""
    return [Column(number, name, list(cells[number])) for number, name in enumerate(names)]


def choose_roles(columns: Sequence[Column], given: ColumnMap) -> Roles:
    """The roles of columns; ``given`` names columns for parts of an event.

    Raises UsageError for a column that does not exist, UnreadableError where no column holds dates.
    """
    names = [column.name for column in columns]
    chooser = _Chooser(list(columns))
    chooser.give(given)
    chosen = {name.lower() for value in given.values() for name in names_in(value)}
    for part, name in known_layout(names).items():
        if part not in given and name.lower() not in chosen:
            chooser.give({part: name})
    chooser.choose()
    used = {number for numbers in chooser.roles.values() for number in numbers}
    counting = tuple(column.number for column in columns if column.number not in used and column.is_count)
    return Roles(chooser.roles, names, counting, _day_first(given))


def _day_first(given: ColumnMap) -> bool | None:
    said = next(iter(names_in(given.get(ORDER, ()))), "")
    if said not in ("", DAY_FIRST, MONTH_FIRST):
        raise UsageError(f"dates are in the order {DAY_FIRST!r} or {MONTH_FIRST!r}, not {said!r}")
    return said == DAY_FIRST if said else None


class _Chooser:
    def __init__(self, columns: list[Column]) -> None:
        self.columns = columns
        self.roles: dict[str, tuple[int, ...]] = {}
        self._used: set[int] = set()
        self._closed: set[str] = set()
        """Parts that were given, if only as none."""

    def give(self, given: ColumnMap) -> None:
        """Take over what a person or a known layout says."""
        by_name = {column.name.strip().lower(): column.number for column in reversed(self.columns)}
        for role, value in given.items():
            role = _ALIASES.get(role.strip().lower(), role.strip().lower())
            if role == ORDER:
                continue
            if role not in PARTS:
                raise UsageError(f"a column cannot be mapped to {role!r} (known: {', '.join(PARTS)})")
            self._closed.add(role)
            for name in names_in(value):
                number = by_name.get(name.lower(), -1)
                if number < 0 and name.isdigit() and 1 <= int(name) <= len(self.columns):
                    number = int(name) - 1
                if number < 0:
                    known = ", ".join(column.name for column in self.columns[:30])
                    raise UsageError(f"there is no column {name!r} (columns: {shown(known, 300)})")
                self._take(role, number)

    def choose(self) -> None:
        """Find all that was not given."""
        self._dates()
        for role in ("era", "id"):
            self._by_name(role, self._is_era if role == "era" else self._is_id)
        self._titles()
        self._category()
        self._by_name("link", lambda column: any(is_web_address(cell) for cell in column.cells[:50]))
        self._by_name("importance", lambda column: set(column.cells) <= set("12345"))
        for role in ("tags", "place", "actor", "source"):
            self._by_name(role, lambda column: not column.is_number)
        if "text" not in self._closed:
            for column in self._ranked("text"):
                self._take("text", column.number)

    def _take(self, role: str, number: int) -> None:
        self.roles[role] = (*self.roles.get(role, ()), number)
        self._used.add(number)

    def _ranked(self, role: str) -> list[Column]:
        """Unused columns whose names speak of a part, the surest first."""
        found = [column for column in self.columns if role in column.scores and column.number not in self._used]
        return sorted(found, key=lambda column: -column.scores[role])

    def _by_name(self, role: str, fits: Callable[[Column], bool]) -> None:
        if role not in self._closed:
            for column in self._ranked(role):
                if column.cells and fits(column):
                    self._take(role, column.number)
                    return

    def _dates(self) -> None:
        if not self.roles.keys() & {"start", "year", "start min"}:
            for role in _RANGES:
                self._by_name(role, lambda column: column.share > _DATED)
            if not self.roles.keys() & {"start min", "start max"}:
                for role in _RANGES:
                    self._used -= set(self.roles.pop(role, ()))
                self._starts()
        self._time_fields()
        if not self.roles.keys() & {"start", "year", "start min", "start max"}:
            names = ", ".join(column.name for column in self.columns)
            raise UnreadableError(
                f"a table in which no column has dates (columns: {shown(names, 200)}); name one with --map start=COLUMN"
            )
        if not self.roles.keys() & {"end", "end year", "end min", "end max", "duration"}:
            self._ends()

    def _starts(self) -> None:
        """The column of dates, or of years, or both where the years of the dates have two digits."""
        year = next((column for column in self._ranked("year") if column.share > _DATED), None)
        parts = [column for role in ("month", "day") for column in self._ranked(role) if _is_part(column)]
        best, most = None, 0.0
        for column in self.columns if "start" not in self._closed else ():
            if column.number in self._used or column in parts or column is year:
                continue
            # A column that is named so may have many cells that are none.
            if column.share <= (_DATED if column.scores.get("start", 0) < 80 else _FEW_DATED):
                continue
            score = float(column.scores.get("start", 0))
            if not score:
                score = 20.0 if column.share >= 0.8 and "end" not in column.scores and not column.is_integer else 0.0
            if column.is_integer and not column.is_epoch:
                score -= 30
            if score * column.share > most:
                best, most = column, score * column.share
        fields = year is not None and any(column.scores.get("month") for column in parts)
        if best is not None and not (fields and (most <= 20 or (best.is_integer and not best.is_epoch))):
            self._take("start", best.number)
            if year is not None and best.dates.two_digits and "year" not in self._closed:
                self._take("year", year.number)
        elif year is not None and "year" not in self._closed:
            self._take("year", year.number)

    def _time_fields(self) -> None:
        if "year" in self.roles and "start" not in self.roles:
            for role in ("month", "day"):
                self._by_name(role, _is_part)
        if self.roles.keys() & {"start", "year"}:
            self._by_name("time", lambda column: sum(":" in cell for cell in column.cells) > 0.8 * len(column.cells))
        if "year" in self.roles:
            for role in _FIELDS[3:]:
                self._by_name(role, lambda column: bool(column.cells))

    def _ends(self) -> None:
        if "end" not in self._closed:
            start = self.roles.get("start") or self.roles.get("year") or (-1,)
            first = self.columns[start[0]]
            stem = stem_of(first.name)
            ranked = [column for column in self._ranked("end") if column.share > _DATED or not column.cells]
            ranked.sort(key=lambda column: (stem_of(column.name) != stem, -column.scores["end"]))
            for column in ranked:
                if column.scores["end"] >= 40 or first.scores.get("start", 0) < 40:
                    self._take("end", column.number)
                    return
        self._by_name("duration", lambda column: any(character.isdigit() for character in "".join(column.cells[:50])))

    def _titles(self) -> None:
        if "title" in self._closed:
            return
        longest = max((len(column.cells) for column in self.columns), default=0)
        ranked = [column for column in self._ranked("title") if column.cells and not column.is_number]
        ranked = [column for column in ranked if column.scores["title"] >= 50 and not _is_web(column)]
        ranked.sort(key=lambda column: (-column.scores["title"], -column.distinct))
        chosen = ranked[:1]
        if chosen and len(chosen[0].cells) < 0.98 * longest:
            more = [column for column in ranked[1:] if "text" not in column.scores][:1]
            chosen += more or self._by_content(longest, chosen)
        if not chosen:
            chosen = self._by_content(longest, [])
        for column in chosen:
            self._take("title", column.number)

    def _by_content(self, longest: int, without: list[Column]) -> list[Column]:
        """The column that looks most like titles: short texts, most of them different."""
        best, most = None, 0.3
        for column in self.columns:
            if column.number in self._used or column in without or not column.cells or column.is_number:
                continue
            if _is_web(column) or column.share > _DATED:
                continue
            length = sum(map(len, column.cells)) / len(column.cells)
            words = sum(" " in cell for cell in column.cells) / len(column.cells)
            score = column.distinct / len(column.cells) * len(column.cells) / longest + 0.5 * words
            if score > most and 2 <= length <= 150:
                best, most = column, score
        return [best] if best is not None else []

    def _category(self) -> None:
        if "category" in self._closed:
            return
        start = self.roles.get("start", (-1,))[0]
        stem = stem_of(self.columns[start].name) if start >= 0 else ""
        named = [column for column in self.columns if stem and column.name.strip().lower() == stem]
        for column in [*named, *self._ranked("category")]:
            few = column.distinct <= max(10, 0.5 * len(column.cells)) and column.distinct <= MOST_CATEGORIES
            if column.number not in self._used and column.cells and few and not column.is_number:
                self._take("category", column.number)
                return

    def _is_era(self, column: Column) -> bool:
        return all(_ERA.fullmatch(cell) for cell in column.cells)

    def _is_id(self, column: Column) -> bool:
        longest = max((len(other.cells) for other in self.columns), default=0)
        return column.distinct == len(column.cells) == longest and not column.is_number


def _is_part(column: Column) -> bool:
    """The cells are months or days: small numbers, or names of months."""
    fits = (cell.isalpha() or (_INTEGER.fullmatch(cell) and 0 <= float(cell) <= 31) for cell in column.cells)
    return bool(column.cells) and all(fits)


def _is_web(column: Column) -> bool:
    return sum(is_web_address(cell) for cell in column.cells[:50]) > 0.5 * len(column.cells[:50])
