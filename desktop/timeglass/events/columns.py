"""Parallel, sorted, read-only columns: what layout, search and painting read instead of objects."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntFlag

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.edtf_date import DateKind
from timeglass.events.event import Event, Status

Int64s = NDArray[np.int64]


class Mark(IntFlag):
    """What the flags column says of an event."""

    RANGE = 1
    """Written as an interval: it has a start and an end of its own."""
    APPROXIMATE = 2
    UNCERTAIN = 4
    OPEN_START = 8
    OPEN_END = 16
    DISPUTED = 32
    CLAIMED = 64
    PLANNED = 128
    UNKNOWN_START = 256
    UNKNOWN_END = 512
    SEVERAL = 1024
    """Belongs to further categories besides its first."""
    RELATED = 2048
    """Has arrows to other events."""


_STATUS_MARK = {
    Status.CONFIRMED: Mark(0),
    Status.DISPUTED: Mark.DISPUTED,
    Status.CLAIMED: Mark.CLAIMED,
    Status.PLANNED: Mark.PLANNED,
}


@dataclass(frozen=True, slots=True)
class Columns:
    """One row an event, in order of ``start_earliest``, then of ``end_latest``, then as in the file.

    All arrays have the same length and cannot be written. Instants are seconds (int64), inclusive.
    """

    start_earliest: Int64s
    start_latest: Int64s
    end_earliest: Int64s
    end_latest: Int64s
    importance: NDArray[np.int8]
    """1 to 5."""
    category: NDArray[np.int16]
    """Index into the timeline's categories; -1 for none."""
    flags: NDArray[np.int16]
    """:class:`Mark` bits."""

    def __len__(self) -> int:
        return len(self.start_earliest)


def flags_of(event: Event) -> Mark:
    """The :class:`Mark` bits of an event."""
    date = event.date
    flags = _STATUS_MARK[event.status]
    for holds, mark in (
        (date.kind in (DateKind.INTERVAL, DateKind.ALL_OF), Mark.RANGE),
        (date.approximate, Mark.APPROXIMATE),
        (date.uncertain, Mark.UNCERTAIN),
        (date.bounds.open_start, Mark.OPEN_START),
        (date.bounds.open_end, Mark.OPEN_END),
        (date.unknown_start, Mark.UNKNOWN_START),
        (date.unknown_end, Mark.UNKNOWN_END),
        (len(event.categories) > 1, Mark.SEVERAL),
        (bool(event.related), Mark.RELATED),
    ):
        if holds:
            flags |= mark
    return flags


def make_columns(
    bounds: Int64s, importance: NDArray[np.int8], category: NDArray[np.int16], flags: NDArray[np.int16]
) -> tuple[Columns, NDArray[np.intp]]:
    """Sort rows into columns.

    ``bounds`` has shape (n, 4): the four bounds of each event as in :class:`~timeglass.chrono.bounds.Bounds`.
    Returned with the columns is the permutation: the input's row for each of the columns' rows.
    """
    order = np.lexsort((bounds[:, 3], bounds[:, 0]))
    taken = [np.ascontiguousarray(column[order]) for column in (*bounds.T, importance, category, flags)]
    for column in taken:
        column.flags.writeable = False
    return Columns(*taken), order


def columns_of(events: Sequence[Event], category_ids: Sequence[str]) -> tuple[Columns, NDArray[np.intp]]:
    """Columns of event records, and the permutation (see :func:`make_columns`)."""
    index = {identifier: position for position, identifier in enumerate(category_ids)}
    bounds = np.array([event.date.bounds for event in events], np.int64).reshape(len(events), 4)
    importance = np.array([event.importance for event in events], np.int8)
    category = np.array([index.get(event.categories[0], -1) if event.categories else -1 for event in events], np.int16)
    flags = np.array([flags_of(event) for event in events], np.int16)
    return make_columns(bounds, importance, category, flags)
