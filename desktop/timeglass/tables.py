"""Tables of other programs in the window: which columns a person chose for them, and what becomes of them."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from timeglass import assets, settings
from timeglass.errors import TimeglassError
from timeglass.formats.columns_given import TABLE_FORMATS, ColumnMap
from timeglass.settings import Settings
from timeglass.widgets.table_services import TableColumn, TablePreview, Tables

KEPT: Final = 200
"""Tables that are remembered."""
_EXAMPLES: Final = 3
_FAULTS: Final = 3


class _Chosen(msgspec.Struct, frozen=True):
    """The columns that were chosen for a table with these names; none where it was left as it was found."""

    names: tuple[str, ...]
    columns: dict[str, tuple[str, ...]] = {}


class ChosenColumns:
    """The columns that were chosen for tables, by the names over them; kept in the settings.

    They are held in memory as well, since files are read in threads of their own.
    """

    def __init__(self, store: Settings) -> None:
        self._store = store
        self._known = {one.names: one for one in self._read()}

    def recall(self, names: Sequence[str]) -> ColumnMap:
        """The columns that were chosen for a table with these names; empty where none were."""
        chosen = self._known.get(tuple(names))
        return chosen.columns if chosen is not None else {}

    def knows(self, names: Sequence[str]) -> bool:
        """Tell whether a person has seen such a table's columns."""
        return tuple(names) in self._known

    def keep(self, names: Sequence[str], columns: ColumnMap) -> None:
        """Remember columns, the latest first."""
        one = _Chosen(tuple(names), {part: tuple(chosen) for part, chosen in columns.items()})
        others = [other for other in self._read() if other.names != one.names]
        kept = [one, *others][:KEPT]
        self._known = {other.names: other for other in kept}
        self._store.put(settings.TABLE_COLUMNS, msgspec.json.encode(kept).decode())
        self._store.save()

    @property
    def token(self) -> str:
        """Another one whenever a table may be read in another way; "" where no columns were chosen."""
        chosen = sorted((one.names, sorted(one.columns.items())) for one in self._known.values() if one.columns)
        return hashlib.sha256(repr(chosen).encode()).hexdigest()[:16] if chosen else ""

    def _read(self) -> list[_Chosen]:
        try:
            return msgspec.json.decode(self._store.get(settings.TABLE_COLUMNS), type=list[_Chosen])
        except msgspec.MsgspecError:
            return []


def tables_of(chosen: ChosenColumns) -> Tables:
    """What the window may ask about tables."""
    return Tables(is_table, lambda path: WindowTable(path, chosen))


def is_table(path: Path) -> bool:
    """Tell whether a file looks like a table whose columns can be chosen."""
    if path == assets.builtin_timeline():  # which no reader need be imported for
        return False
    from timeglass.formats.registry import format_of

    found = format_of(path)
    return found is not None and found.name in TABLE_FORMATS


class WindowTable:
    """A table as the window asks for it. Raises TimeglassError where it cannot be read as one."""

    def __init__(self, path: Path, chosen: ChosenColumns) -> None:
        from timeglass.formats.foreign.table_preview import TrialTable  # not before a table is looked at

        self._table = TrialTable(path)
        self._chosen = chosen
        self.columns = tuple(TableColumn(name, self._examples(number)) for number, name in enumerate(self._table.names))
        self.chosen = chosen.recall(self._table.header)

    def __len__(self) -> int:
        return len(self._table)

    @property
    def is_new(self) -> bool:
        """Nobody has looked at the columns of such a table yet, and they are no program's own layout."""
        return not self._table.is_layout and not self._chosen.knows(self._table.header)

    def keep(self, columns: ColumnMap) -> None:
        """Remember columns for all tables with the same names over them."""
        self._chosen.keep(self._table.header, columns)

    def preview(self, columns: ColumnMap) -> TablePreview:
        """What becomes of the table."""
        try:
            found = self._table.preview(columns)
        except TimeglassError as error:
            return TablePreview(refusal=str(error))
        errors = [problem for problem in found.problems if problem.severity == "error"]
        return TablePreview(
            parts=found.parts,
            timeline=found.timeline,
            order=found.order,
            reason=found.reason,
            tried=found.tried,
            faults=tuple((problem.line, problem.message) for problem in errors[:_FAULTS]),
        )

    def _examples(self, number: int) -> tuple[str, ...]:
        """The first cells that differ."""
        cells = (" ".join(cell.split()) for cell in self._table.cells(number))
        return tuple(list(dict.fromkeys(cell for cell in cells if cell))[:_EXAMPLES])
