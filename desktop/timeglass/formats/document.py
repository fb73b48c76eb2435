"""What a reader takes from a file before it is typed, and what it is given to read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from timeglass.formats.columns_given import ColumnMap, Recall, recall_nothing
from timeglass.formats.problem import Problems
from timeglass.formats.stores import Store

Tick = Callable[[float], None]
"""Told how much of the work is done, 0 to 1. May raise to give the work up."""


def no_tick(done: float) -> None:
    """Listens to nobody's progress."""


@dataclass(frozen=True)
class Source:
    """A file to be read: its name without folders, its bytes, and where problems and progress go.

    ``mapping`` names columns of a table for parts of an event, where a person chose them for this file; ``recall``
    knows what was chosen for tables with the same names over their columns.
    """

    name: str
    data: bytes
    problems: Problems
    tick: Tick = no_tick
    mapping: ColumnMap = field(default_factory=dict)
    recall: Recall = recall_nothing

    def part(self, begin: float, end: float) -> Tick:
        """Takes the progress of a part of the work, which lies between two shares of the whole."""
        return lambda done: self.tick(begin + (end - begin) * done)


@dataclass
class Document:
    """Raw trees with the keys of the native format, whatever format they were read from.

    ``head`` holds all but ``events``; a reader of large files hands over a store instead of these. ``closed`` tells
    whether the file holds all that its references may point to:
    a table has no room for sources and categories, so there unknown ones are no fault.
    """

    head: dict[str, Any]
    events: list[Any] = field(default_factory=list)
    closed: bool = True
    store: Store | None = None
