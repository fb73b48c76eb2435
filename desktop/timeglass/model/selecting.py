"""Rows to item selections and back, by ranges: never one index an event."""

from collections.abc import Iterable
from typing import Final, Protocol, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex

from timeglass.events.timeline import Timeline

Rows = NDArray[np.int32]
MOST_FOUND_AGAIN: Final = 20_000
"""So many events are looked for by their ids; more would hold the window up."""


class _Corners(Protocol):
    """A model that makes an index without asking whether there is one."""

    def index_at(self, row: int, column: int) -> QModelIndex: ...


def selection_of(model: QAbstractItemModel, rows: Rows) -> QItemSelection:
    """Selection of whole rows; ``rows`` ascending and without doubles. Neighbours become one range."""
    selection = QItemSelection()
    if not len(rows):
        return selection
    last_column = model.columnCount() - 1
    breaks = np.flatnonzero(np.diff(rows) != 1) + 1
    firsts = rows[np.concatenate(([0], breaks))]
    lasts = rows[np.concatenate((breaks - 1, [len(rows) - 1]))]
    index = cast(_Corners, model).index_at if hasattr(model, "index_at") else model.index
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        selection.append(QItemSelectionRange(index(first, 0), index(last, last_column)))
    return selection


def rows_of(selection_model: QItemSelectionModel) -> Rows:
    """Selected rows, ascending (ranges of a selection do not overlap)."""
    pieces = [
        np.arange(part.top(), part.bottom() + 1, dtype=np.int32) for part in _ranges(selection_model) if part.isValid()
    ]
    return np.sort(np.concatenate(pieces)) if pieces else np.empty(0, np.int32)


def same_events(before: Timeline, after: Timeline, rows: Rows) -> Rows:
    """Rows in a later state of a file of the events that had these rows in an earlier one."""
    rows_after = after.row_by_id
    found = {rows_after.get(before.events[row].id, -1) for row in rows[:MOST_FOUND_AGAIN].tolist()}
    return np.array(sorted(found - {-1}), np.int32)


def range_count(rows: Rows) -> int:
    """In how many ranges these ascending rows come."""
    return int(np.count_nonzero(np.diff(rows) != 1)) + 1 if len(rows) else 0


def _ranges(selection_model: QItemSelectionModel) -> Iterable[QItemSelectionRange]:
    return cast(Iterable[QItemSelectionRange], selection_model.selection())  # a list, though not declared as one
