"""Lanes: which events stand in which vertical band."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import OPEN_PAST
from timeglass.events.columns import Mark
from timeglass.events.event import text_in
from timeglass.events.reading_order import reading_key
from timeglass.events.timeline import Timeline
from timeglass.layout.distinct import distinct

GROUPINGS: Final = ("category", "era", "actor", "place", "tag", "none")


_NONE: Final = np.zeros(0, np.int32)


@dataclass(frozen=True, slots=True)
class Lane:
    """One band: ``key`` is the value that groups ("" for none); ``category`` its colour's index or -1."""

    key: str
    label: str
    category: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """Bands in order, and the band of each row (int32, one an event).

    An event with further values is also marked in their lanes: ``echo_rows`` holds its row for each of
    ``echo_lanes`` (int32).
    """

    grouping: str
    lanes: tuple[Lane, ...]
    lane_of_row: NDArray[np.int32]
    echo_lanes: NDArray[np.int32] = field(default_factory=lambda: _NONE)
    echo_rows: NDArray[np.int32] = field(default_factory=lambda: _NONE)


def _echoes(further: Iterable[tuple[int, Sequence[str]]], places: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """Lanes and rows of what has further values, each lane once a row."""
    lanes, rows = [], []
    for row, values in further:
        for value in dict.fromkeys(values):
            lanes.append(places[value])
            rows.append(row)
    return lanes, rows


def _by_first_value(grouping: str, all_values: Iterable[Sequence[str]]) -> Lanes:
    """Lanes by the first text value of each event, most frequent first, what has none last."""
    values: list[str] = []
    further: list[tuple[int, Sequence[str]]] = []
    for row, several in enumerate(all_values):
        values.append(several[0] if several else "")
        if len(several) > 1:
            further.append((row, [value for value in several[1:] if value != several[0]]))
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    counts.pop("", None)
    for _, more in further:
        for value in more:
            counts.setdefault(value, 0)
    ordered = sorted(counts, key=lambda value: (-counts[value], reading_key(value)))
    index = {value: place for place, value in enumerate(ordered)}
    lanes = [Lane(value, value, -1) for value in ordered]
    if len(index) == 0 or "" in values:
        lanes.append(Lane("", "", -1))
    last = len(lanes) - 1
    rows = np.fromiter((index.get(value, last) for value in values), np.int32, len(values))
    echo_lanes, echo_rows = _echoes(further, index)
    return Lanes(grouping, tuple(lanes), rows, np.array(echo_lanes, np.int32), np.array(echo_rows, np.int32))


def _by_category(timeline: Timeline, language: str) -> Lanes:
    head = timeline.head
    lanes = [
        Lane(identifier, text_in(category.label or identifier, language, head.language), place)
        for place, (identifier, category) in enumerate(head.categories.items())
    ]
    rows = timeline.columns.category.astype(np.int32)
    used = distinct(rows)
    if len(used) and used[0] < 0:
        lanes.append(Lane("", "", -1))
        rows = np.where(rows < 0, len(lanes) - 1, rows).astype(np.int32)
        used = distinct(rows)
    # A category without events has no lane.
    several = np.flatnonzero(timeline.columns.flags & Mark.SEVERAL.value).tolist()
    places = {identifier: place for place, identifier in enumerate(head.categories)}
    further = [(row, [key for key in timeline.events[row].categories[1:] if key in places]) for row in several]
    echo_lanes, echo_rows = _echoes(further, places)
    used = distinct(np.concatenate((used, np.array(echo_lanes, np.int32))))
    new_place = np.full(len(lanes) or 1, -1, np.int32)
    new_place[used] = np.arange(len(used), dtype=np.int32)
    kept = tuple(lanes[place] for place in used)
    own = new_place[rows] if len(rows) else rows
    further_lanes = new_place[np.array(echo_lanes, np.intp)] if echo_lanes else _NONE
    return Lanes("category", kept or (Lane("", "", -1),), own, further_lanes, np.array(echo_rows, np.int32))


def _by_era(timeline: Timeline, language: str) -> Lanes:
    """Lanes of the first track's eras; an event belongs to the last era that began before it."""
    eras = timeline.head.eras
    track = eras[0].track if eras else ""
    chosen = sorted((era for era in eras if era.track == track), key=lambda era: era.date.bounds)
    starts = np.array([era.date.bounds.start_earliest for era in chosen], np.int64)
    anchors = np.where(
        timeline.columns.start_earliest > OPEN_PAST, timeline.columns.start_earliest, timeline.columns.end_latest
    )
    found = np.searchsorted(starts, anchors, "right") - 1
    lanes = [Lane(era.id, text_in(era.title, language, timeline.head.language), -1) for era in chosen]
    if not lanes or (found < 0).any():
        lanes.insert(0, Lane("", "", -1))
        found = found + 1
    return Lanes("era", tuple(lanes), found.astype(np.int32))


def make_lanes(timeline: Timeline, grouping: str, language: str = "en") -> Lanes:
    """Put every event into the lane of its first value of a grouping (one of :data:`GROUPINGS`), with its echoes."""
    if grouping == "category":
        return _by_category(timeline, language)
    if grouping == "era":
        return _by_era(timeline, language)
    if grouping == "none":
        return Lanes("none", (Lane("", "", -1),), np.zeros(len(timeline), np.int32))

    values_of = attrgetter({"actor": "actors", "place": "places", "tag": "tags"}[grouping])
    return _by_first_value(grouping, map(values_of, timeline.events))
