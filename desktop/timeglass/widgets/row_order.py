"""The rows of a timeline in the order of a column."""

import numpy as np

from timeglass.events.timeline import Timeline
from timeglass.model.event_model import Column, EventModel
from timeglass.model.selecting import Rows


def sorted_rows(model: EventModel, timeline: Timeline, column: Column) -> Rows:
    """All rows, ascending by a column; equal ones in time order."""
    rows = np.arange(len(timeline), dtype=np.int32)
    if column is Column.DATE:
        return rows
    if column is Column.IMPORTANCE:
        return np.argsort(timeline.columns.importance, kind="stable").astype(np.int32)
    if column is Column.CATEGORY:
        return np.argsort(timeline.columns.category, kind="stable").astype(np.int32)
    if column is Column.SOURCES:
        counts = np.fromiter((len(event.sources) for event in timeline.events), np.int32, len(rows))
        return np.argsort(counts, kind="stable").astype(np.int32)
    keys = [model.text(event, column).casefold() for event in timeline.events]
    return np.fromiter(sorted(range(len(keys)), key=keys.__getitem__), np.int32, len(keys))
