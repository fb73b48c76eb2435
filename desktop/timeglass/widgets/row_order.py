"""The rows of a timeline in the order of a column."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from timeglass.events.timeline import Timeline
from timeglass.model.event_model import Column, EventModel
from timeglass.model.selecting import Rows

QUICK: Final = frozenset({Column.DATE, Column.IMPORTANCE, Column.CATEGORY})
"""Columns whose order stands in arrays; for others all events have to be read."""
_STEP: Final = 5_000
"""Events between two questions whether the order is still wanted."""
_PREFIX: Final = 16
"""Characters that numpy compares, which lets other threads run; only equal beginnings are left for Python."""


def never() -> bool:
    """No wish to stop."""
    return False


def no_progress(_share: float) -> None:
    """Nobody to tell."""


def sorted_rows(
    model: EventModel,
    timeline: Timeline,
    column: Column,
    progress: Callable[[float], None] = no_progress,
    cancelled: Callable[[], bool] = never,
) -> Rows | None:
    """All rows, ascending by a column; equal ones in time order. None where ``cancelled`` said so meanwhile."""
    rows = np.arange(len(timeline), dtype=np.int32)
    if column is Column.DATE:
        return rows
    if column is Column.IMPORTANCE:
        return np.argsort(timeline.columns.importance, kind="stable").astype(np.int32)
    if column is Column.CATEGORY:
        return np.argsort(timeline.columns.category, kind="stable").astype(np.int32)
    counts: list[int] = []
    keys: list[str] = []
    for first in range(0, len(rows), _STEP):
        if cancelled():
            return None
        events = timeline.events[first : first + _STEP]
        if column is Column.SOURCES:
            counts += [len(event.sources) for event in events]
        else:
            keys += [model.text(event, column).casefold() for event in events]
        progress(0.9 * first / len(rows))
    return np.argsort(np.array(counts, np.int32), kind="stable").astype(np.int32) if counts else order_of(keys)


def order_of(keys: Sequence[str]) -> Rows:
    """Places of texts in their order; equal ones stay as they are."""
    if not keys:
        return np.empty(0, np.int32)
    beginnings = np.array([key[:_PREFIX] for key in keys])
    order = np.argsort(beginnings, kind="stable").astype(np.int32)
    ordered = beginnings[order]
    # numpy takes no notice of NUL characters at the end: they are equal beginnings, too.
    edges = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1], [True])))
    for first, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if end - first > 1:
            order[first:end] = sorted(order[first:end].tolist(), key=keys.__getitem__)
    return order
