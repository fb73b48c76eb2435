"""What the window needs to know of tables, whose columns a person may choose."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from timeglass.events.timeline import Timeline

ColumnMap = Mapping[str, Sequence[str]]
"""Names of columns for parts of an event: ``{"start": ["Date"]}``; ``order`` is ``day-first`` or ``month-first``."""


@dataclass(frozen=True)
class TableColumn:
    """A column of a table: its name, and some of what stands in it."""

    name: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TablePreview:
    """What becomes of the first rows of a table."""

    parts: tuple[str, ...] = ()
    """What each column holds: a part of an event, "" what is kept in the details, ``skip`` what is left out."""
    timeline: Timeline | None = None
    order: str = ""
    """``day-first`` or ``month-first``, where there are dates such as 1/2/2020."""
    reason: str = ""
    """Why so."""
    tried: int = 0
    """So many rows were looked at."""
    faults: tuple[tuple[int, str], ...] = ()
    """Line and words of the first faults in them."""
    refusal: str = ""
    """Why there is no timeline at all."""


class Table(Protocol):
    """A file that is a table, open for its columns to be chosen."""

    @property
    def columns(self) -> Sequence[TableColumn]: ...
    @property
    def chosen(self) -> ColumnMap:
        """What was chosen before; empty where nothing was."""

    @property
    def is_new(self) -> bool:
        """Tell whether a person should look at its columns."""

    def __len__(self) -> int:
        """Number of rows, perhaps estimated."""

    def preview(self, columns: ColumnMap) -> TablePreview:
        """What becomes of it with some columns; without, as they are found."""

    def keep(self, columns: ColumnMap) -> None:
        """Remember columns for all tables like it."""


@dataclass(frozen=True)
class Tables:
    """Tables of other programs. ``open`` runs in a worker thread and raises TimeglassError."""

    is_table: Callable[[Path], bool]
    open: Callable[[Path], Table]
