"""Which columns of a table a person chose for the parts of an event."""

from collections.abc import Callable, Mapping, Sequence

ColumnMap = Mapping[str, Sequence[str]]
"""Names of columns, one or several, for parts of an event, such as ``{"start": ["Date"]}``; a part without a name has
none.

Under ``order`` stands ``day-first`` or ``month-first``: how dates such as 1/2/2020 are read.
"""
Recall = Callable[[Sequence[str]], ColumnMap]
"""The columns that were chosen for a table with these names over its columns; empty where none were."""

TABLE_FORMATS = frozenset({"table", "timelinejs-sheet", "aeon-table"})
"""Names of the formats whose columns can be chosen."""
SKIP = "skip"
"""The part of columns that are left out; all others that hold no part of an event are kept in its details."""
ORDER = "order"
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"


def names_in(value: Sequence[str]) -> list[str]:
    """The names that stand in a :data:`ColumnMap` for one part."""
    return [name.strip() for name in ([value] if isinstance(value, str) else value) if name.strip()]


def recall_nothing(names: Sequence[str]) -> ColumnMap:
    """Knows of no table."""
    return {}
