"""Timelines from few words, and measures that need no font."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.bounds import Bounds
from timeglass.chrono.edtf import parse
from timeglass.chrono.edtf_date import DateKind, EdtfDate, Precision
from timeglass.chrono.instant import DAY, OPEN_FUTURE, OPEN_PAST
from timeglass.events.event import Category, Era, Event, Point, Series, Track
from timeglass.events.timeline import Head, Timeline, make_timeline
from timeglass.layout.build import SceneBuilder
from timeglass.layout.lanes import make_lanes
from timeglass.layout.slots import Fonts
from timeglass.layout.text_width import TextWidth

FONTS: Final = Fonts(TextWidth(lambda character: 7.0), TextWidth(lambda character: 7.5))
"""Every character has the same width."""


def an_event(words: str, **more: Any) -> Event:
    """An event from ``"DATE [CATEGORY][!IMPORTANCE] TITLE"``, such as ``"1997-07-09 talk!5 Commission founded"``.

    CATEGORY and IMPORTANCE may be left out, but then a ``-`` stands for both. The id is the title.
    """
    date, kind, title = words.split(maxsplit=2)
    category, _, importance = kind.strip("-").partition("!")
    return Event(
        id=title,
        date=parse(date),
        title=title,
        categories=(category,) if category else (),
        importance=int(importance or 3),
        **more,
    )


def an_era(words: str, **more: Any) -> Era:
    """An era from ``"DATE TRACK TITLE"``; ``-`` is no track. The id is the title."""
    date, track, title = words.split(maxsplit=2)
    return Era(id=title, date=parse(date), track=track.strip("-"), title=title, **more)


def a_series(words: str, *points: str, group: str = "", unit: str = "%", style: str = "line") -> Series:
    """A series with a title and points from ``"DATE"`` (a gap), ``"DATE VALUE"`` or ``"DATE VALUE LOW HIGH"``."""
    made = []
    for point in points:
        date, *numbers = point.split()
        value, low, high = (*map(float, numbers), None, None, None)[:3]
        made.append(Point(date=parse(date), value=value, low=low, high=high))
    return Series(id=words, title=words, unit=unit, group=group, style=style, points=tuple(made))


def a_timeline(
    *events: str | Event, eras: Sequence[str | Era] = (), tracks: Sequence[Track] = (), **head: Any
) -> Timeline:
    """A timeline of events and eras given in words or as records; ``head`` are further fields of the head."""
    return make_timeline(
        Head(
            eras=[an_era(era) if isinstance(era, str) else era for era in eras],
            tracks={track.id: track for track in tracks},
            **head,
        ),
        [an_event(event) if isinstance(event, str) else event for event in events],
    )


def bounded(number: int, bounds: Bounds, category: str = "", importance: int = 3, title: str = "") -> Event:
    """An event of some bounds, whatever date might have led to them."""
    kind = DateKind.INTERVAL if bounds.end_earliest > bounds.start_latest else DateKind.DATE
    return Event(
        id=f"e{number}",
        date=EdtfDate(text=str(number), bounds=bounds, precision=Precision.SECOND, kind=kind),
        title=title or f"Event {number}",
        categories=(category,) if category else (),
        importance=importance,
    )


def crowd(count: int, seed: int = 0, years: float = 30.0, lanes: int = 3, ranges: float = 0.3) -> Timeline:
    """``count`` events at random, half of them in a few dense places; some are ranges, a few have open ends."""
    random = np.random.default_rng(seed)
    length = int(years * 365.25 * DAY)
    starts = random.integers(0, length, count)
    centres = random.integers(0, length, 4)
    dense = random.random(count) < 0.5
    starts[dense] = (centres[random.integers(0, 4, count)] + random.exponential(length / 300, count).astype(np.int64))[
        dense
    ]
    lengths = _lengths(random, count, length, ranges)
    doubts = np.where(random.random(count) < 0.2, random.integers(0, 400 * DAY, count), 0)
    importance = random.choice([1, 2, 3, 3, 3, 4, 5], count)
    lane = random.integers(0, max(lanes, 1), count)
    ends = random.random(count)
    events = []
    for place in range(count):
        start, core_end = int(starts[place]), int(starts[place] + lengths[place])
        bounds = Bounds(start, start + int(doubts[place]), core_end, core_end + int(doubts[place]))
        if ends[place] < 0.02:
            bounds = bounds._replace(start_earliest=OPEN_PAST, start_latest=OPEN_PAST)
        elif ends[place] > 0.98:
            bounds = bounds._replace(end_earliest=OPEN_FUTURE, end_latest=OPEN_FUTURE)
        words = "a title of some words and more".split()[: 1 + place % 7]  # noqa: SIM905
        title = f"{place} {' '.join(words)}"
        events.append(bounded(place, bounds, f"c{lane[place]}" if lanes else "", int(importance[place]), title))
    return make_timeline(
        Head(categories={f"c{k}": Category(id=f"c{k}", label=f"Lane {k}") for k in range(lanes)}), events
    )


def _lengths(random: np.random.Generator, count: int, length: int, ranges: float) -> NDArray[np.int64]:
    """Durations from a day to half of all, on a logarithmic scale; most events are days."""
    spread = np.exp(random.uniform(np.log(DAY), np.log(max(length // 2, 2 * DAY)), count)).astype(np.int64)
    return np.where(random.random(count) < ranges, spread, DAY - 1)


def a_builder(timeline: Timeline, grouping: str = "category", **more: Any) -> SceneBuilder:
    """A builder of scenes without fonts."""
    return SceneBuilder(timeline, make_lanes(timeline, grouping), FONTS, **more)
