"""The rows of a timeline in the order of a column."""

from collections.abc import Callable
from typing import Final

import numpy as np

from timeglass.events.timeline import Timeline
from timeglass.model.collation import never, no_progress, order_of
from timeglass.model.event_model import Column, EventModel
from timeglass.model.selecting import Rows

QUICK: Final = frozenset({Column.DATE, Column.IMPORTANCE, Column.CATEGORY})
"""Columns whose order stands in arrays; for others all events have to be read."""
_STEP: Final = 5_000
"""Events between two questions whether the order is still wanted."""


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
    texts: list[str] = []
    for first in range(0, len(rows), _STEP):
        if cancelled():
            return None
        events = timeline.events[first : first + _STEP]
        if column is Column.SOURCES:
            counts += [len(event.sources) for event in events]
        else:
            texts += [model.text(event, column) for event in events]
        progress(0.5 * first / len(rows))
    if column is Column.SOURCES:
        return np.argsort(np.array(counts, np.int32), kind="stable").astype(np.int32)
    return order_of(texts, model.language, lambda share: progress(0.5 + 0.5 * share), cancelled)
