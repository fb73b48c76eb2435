"""Lanes: which events stand in which vertical band."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import OPEN_PAST
from timeglass.events.event import Event, text_in
from timeglass.events.timeline import Timeline
from timeglass.layout.distinct import distinct

GROUPINGS: Final = ("category", "era", "actor", "place", "tag", "none")


@dataclass(frozen=True, slots=True)
class Lane:
    """One band: ``key`` is the value that groups ("" for none); ``category`` its colour's index or -1."""

    key: str
    label: str
    category: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """Bands in order, and the band of each row (int32, one an event)."""

    grouping: str
    lanes: tuple[Lane, ...]
    lane_of_row: NDArray[np.int32]


def _by_first_value(timeline: Timeline, grouping: str, firsts: Iterable[str]) -> Lanes:
    """Lanes by a text value an event, most frequent first, what has none last."""
    values = list(firsts)
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    counts.pop("", None)
    ordered = sorted(counts, key=lambda value: (-counts[value], value))
    index = {value: place for place, value in enumerate(ordered)}
    lanes = [Lane(value, value, -1) for value in ordered]
    if len(index) == 0 or "" in values:
        lanes.append(Lane("", "", -1))
    last = len(lanes) - 1
    rows = np.fromiter((index.get(value, last) for value in values), np.int32, len(values))
    return Lanes(grouping, tuple(lanes), rows)


def _first(values: Sequence[str]) -> str:
    return values[0] if values else ""


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
    new_place = np.full(len(lanes) or 1, -1, np.int32)
    new_place[used] = np.arange(len(used), dtype=np.int32)
    kept = tuple(lanes[place] for place in used)
    return Lanes("category", kept or (Lane("", "", -1),), new_place[rows] if len(rows) else rows)


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
    """Put every event into the lane of its first value of a grouping (one of :data:`GROUPINGS`)."""
    if grouping == "category":
        return _by_category(timeline, language)
    if grouping == "era":
        return _by_era(timeline, language)
    if grouping == "none":
        return Lanes("none", (Lane("", "", -1),), np.zeros(len(timeline), np.int32))

    def first_of(event: Event) -> str:
        values = {"actor": event.actors, "place": event.places, "tag": event.tags}[grouping]
        return _first(values)

    return _by_first_value(timeline, grouping, map(first_of, timeline.events))
