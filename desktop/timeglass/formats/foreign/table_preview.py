"""What becomes of a table with some choice of columns: tried on its first rows."""

from dataclasses import dataclass, field
from pathlib import Path

from timeglass.events.timeline import Timeline
from timeglass.formats.assemble import assemble
from timeglass.formats.columns_given import DAY_FIRST, MONTH_FIRST, ColumnMap
from timeglass.formats.document import Source
from timeglass.formats.foreign.column_names import known_layout
from timeglass.formats.foreign.open_table import Form, OpenTable
from timeglass.formats.foreign.rows import ListRows
from timeglass.formats.foreign.table import header_of, open_rows
from timeglass.formats.problem import Problem, Problems
from timeglass.formats.reading import read_bytes

TRIED = 200
"""Rows that the events of a preview are made from."""


@dataclass(frozen=True)
class Preview:
    """The first events of a table, and what was wrong in its first rows."""

    timeline: Timeline
    problems: tuple[Problem, ...]
    form: Form
    tried: int
    """So many rows were looked at."""
    parts: tuple[str, ...] = field(init=False)
    """The part of an event that each column holds; "" for one that is kept in the details."""

    def __post_init__(self) -> None:
        """Name the parts."""
        roles = self.form.roles
        part_of = {number: part for part, numbers in roles.columns.items() for number in numbers}
        part_of.update(dict.fromkeys(roles.counting, "skip"))
        object.__setattr__(self, "parts", tuple(part_of.get(number, "") for number in range(len(roles.names))))

    @property
    def order(self) -> str:
        """Whether the day or the month comes first, where there are dates with slashes."""
        slashed = [column for column in self.form.dates.values() if column.is_slashed]
        return "" if not slashed else DAY_FIRST if slashed[0].day_first else MONTH_FIRST

    @property
    def reason(self) -> str:
        """Why so."""
        return next((column.decided for column in self.form.dates.values() if column.is_slashed), "")


class TrialTable:
    """A table whose columns are to be chosen. Raises UnreadableError, and FileAccessError."""

    def __init__(self, path: Path) -> None:
        self._source = Source(path.name, read_bytes(path), Problems(str(path)))
        self._table = OpenTable(open_rows(self._source))
        self.names = list(self._table.rows.names)
        self.header = header_of(self._table.rows, path.name)
        """What the table is known by."""
        self.is_layout = bool(known_layout(self.names))
        """It is one that a program writes in a layout of its own."""

    def __len__(self) -> int:
        return len(self._table.rows)

    def cells(self, number: int) -> list[str]:
        """The cells of a column in the first rows."""
        return self._table.cells[number]

    def preview(self, mapping: ColumnMap) -> Preview:
        """What becomes of the first rows. Raises UsageError, and UnreadableError where no column holds dates."""
        form = self._table.form(mapping)
        problems = Problems(self._source.problems.file)
        first = [list(cells) for cells in zip(*(column[:TRIED] for column in self._table.cells), strict=True)]
        trial = OpenTable(ListRows(self.names, first, self._table.rows.place))
        timeline = assemble(trial.document(form, Source(self._source.name, b"", problems)), problems)
        return Preview(timeline, problems.listed(), form, len(first))
