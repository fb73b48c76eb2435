"""Generated timelines of any size: uniform or clustered in time, with ranges, importances and categories."""

from collections.abc import Sequence
from typing import overload

import numpy as np

from timeglass.chrono.bounds import Bounds
from timeglass.chrono.edtf_date import DateKind, EdtfDate, Precision
from timeglass.chrono.instant import DAY, YEAR, instant
from timeglass.events.columns import Columns, Mark, make_columns
from timeglass.events.event import Category, Event
from timeglass.events.timeline import Head, Timeline

CATEGORIES = 9
_WORDS = (
    *("council", "ministers", "treaty", "summit", "visit", "parliament", "vote", "president", "charter", "election"),
    *("protest", "exercise", "mission", "agreement", "statement", "decree", "law", "poll", "crisis", "talks"),
    *("border", "reform", "troops", "gas", "embassy", "letter", "speech", "commission"),
)


class GeneratedEvents(Sequence[Event]):
    """Records made when asked for, from the columns: ten million need no memory."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns)

    @overload
    def __getitem__(self, row: int) -> Event: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Event]: ...
    def __getitem__(self, row: int | slice) -> Event | Sequence[Event]:
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        columns = self._columns
        bounds = Bounds(
            int(columns.start_earliest[row]),
            int(columns.start_latest[row]),
            int(columns.end_earliest[row]),
            int(columns.end_latest[row]),
        )
        kind = DateKind.INTERVAL if columns.flags[row] & Mark.RANGE else DateKind.DATE
        return Event(
            id=f"e{row}",
            date=EdtfDate(str(row), bounds, Precision.DAY, kind),
            title=title_of(row),
            categories=(f"c{int(columns.category[row])}",),
            importance=int(columns.importance[row]),
        )


def title_of(row: int) -> str:
    """A title of two to six words, the same for the same row."""
    state = (row * 2_654_435_761) & 0xFFFFFFFF
    words = [_WORDS[(state >> (5 * place)) % len(_WORDS)] for place in range(2 + state % 5)]
    return f"{' '.join(words).capitalize()} {row}"


def generated(count: int, clustered: bool, seed: int = 1) -> Timeline:
    """A timeline of events over 100 years: 30 % ranges of a day to a few years, most events of importance 1 to 3."""
    random = np.random.default_rng(seed)
    first, length = instant(1900), 100 * YEAR
    if clustered:
        centres = random.random(40)
        places = centres[random.integers(0, 40, count)] + random.normal(0.0, 0.004, count)
        share = np.where(random.random(count) < 0.1, random.random(count), places) % 1.0
    else:
        share = random.random(count)
    start = first + (share * length).astype(np.int64)
    start -= start % DAY
    is_range = random.random(count) < 0.3
    duration = np.exp(random.uniform(np.log(2 * DAY), np.log(3 * YEAR), count)).astype(np.int64)
    end = start + np.where(is_range, duration - duration % DAY, DAY) - 1
    start_latest = np.where(is_range, start + DAY - 1, end)
    end_earliest = np.where(is_range, end - DAY + 1, start)
    bounds = np.stack([start, start_latest, end_earliest, end], axis=1)
    importance = random.choice(np.arange(1, 6, dtype=np.int8), count, p=[0.3, 0.3, 0.25, 0.1, 0.05])
    category = random.integers(0, CATEGORIES, count).astype(np.int16)
    flags = np.where(is_range, np.int16(Mark.RANGE), np.int16(0)).astype(np.int16)
    columns, _ = make_columns(bounds, importance, category, flags)
    categories = {f"c{n}": Category(id=f"c{n}", label=f"Category {n + 1}") for n in range(CATEGORIES)}
    return Timeline(Head(title=f"{count:,} events", categories=categories), GeneratedEvents(columns), columns)
