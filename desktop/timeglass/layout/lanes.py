"""Lanes: which events stand in which vertical band."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import OPEN_PAST
from timeglass.events.columns import Mark
from timeglass.events.event import text_in
from timeglass.events.lazy import undated
from timeglass.events.reading_order import reading_key
from timeglass.events.timeline import Timeline
from timeglass.layout.distinct import distinct

GROUPINGS: Final = ("category", "era", "actor", "place", "tag", "none")


_STEP: Final = 2_000
"""Events between two words of how far they are."""
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
    """Lanes by the first text value of each event, most frequent first, what has none last.

    Values are numbered as they come: a million lists of them would all be let go at once, with every thread waiting.
    """
    numbers: dict[str, int] = {}
    firsts, echo_rows, echoes = array("i"), array("i"), array("i")
    for row, several in enumerate(all_values):
        firsts.append(numbers.setdefault(several[0], len(numbers)) if several else -1)
        if len(several) > 1:
            for value in dict.fromkeys(several):
                if value != several[0]:
                    echoes.append(numbers.setdefault(value, len(numbers)))
                    echo_rows.append(row)
    values, counts = list(numbers), np.bincount(np.array(firsts, np.intp) + 1, minlength=len(numbers) + 1).tolist()
    order = sorted(range(len(values)), key=lambda number: (-counts[number + 1], reading_key(values[number])))
    lanes = [Lane(values[number], values[number], -1) for number in order]
    if not lanes or counts[0]:
        lanes.append(Lane("", "", -1))
    lane_of = np.full(len(values) + 1, len(lanes) - 1, np.int32)  # the last is that of -1
    lane_of[order] = np.arange(len(order), dtype=np.int32)
    echo_lanes = lane_of[np.array(echoes, np.intp)]
    return Lanes(grouping, tuple(lanes), lane_of[np.array(firsts, np.intp)], echo_lanes, np.array(echo_rows, np.int32))


def _by_category(timeline: Timeline, language: str, tick: Callable[[float], None]) -> Lanes:
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
    further = [
        (row, [key for key in timeline.events[row].categories[1:] if key in places])
        for first in _ticking(range(0, len(several), _STEP), tick)
        for row in several[first : first + _STEP]
    ]
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


def no_tick(_share: float) -> None:
    """Nobody to tell."""


def make_lanes(
    timeline: Timeline, grouping: str, language: str = "en", tick: Callable[[float], None] = no_tick
) -> Lanes:
    """Put every event into the lane of its first value of a grouping (one of :data:`GROUPINGS`), with its echoes.

    ``tick`` is told the share that is done, and may raise to give it up.
    """
    if grouping == "category":
        return _by_category(timeline, language, tick)
    if grouping == "era":
        return _by_era(timeline, language)
    if grouping == "none":
        return Lanes("none", (Lane("", "", -1),), np.zeros(len(timeline), np.int32))

    values_of = attrgetter({"actor": "actors", "place": "places", "tag": "tags"}[grouping])
    count = len(timeline)
    steps = _ticking(range(0, count, _STEP), tick)
    lots = (undated(timeline.events, first, min(first + _STEP, count)) for first in steps)
    return _by_first_value(grouping, map(values_of, chain.from_iterable(lots)))


def _ticking(steps: Sequence[int], tick: Callable[[float], None]) -> Iterator[int]:
    """The steps, and word of how far they are."""
    for number, step in enumerate(steps):
        tick(number / len(steps))
        yield step
