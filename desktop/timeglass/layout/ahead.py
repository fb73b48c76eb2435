"""A level step spread over several frames.

While one zooms in, the level before stays right, if coarser: things only move apart. So the next level is solved lane
by lane within a frame's budget, and shown once it is whole. While one zooms out, the coarser level is solved before it
is needed, in what the frames before it leave of their budgets.
"""

import time
from collections.abc import Callable, Sequence
from typing import Final, Protocol

from timeglass.chrono.bounds import Span
from timeglass.layout.bars import BarSlots
from timeglass.layout.cells import CellLayout
from timeglass.layout.lane_heights import LaneBand
from timeglass.layout.lane_index import FAR
from timeglass.layout.level import Level, level

_FARTHEST: Final = 2
"""Levels that the one shown may lag behind while zooming in: beyond that its crowds look wrong."""


class Levels(Protocol):
    """What a builder keeps of its levels."""

    def bands(self, level: Level, body_px: float) -> list[LaneBand]: ...
    def layout(self, level: Level, bands: list[LaneBand]) -> CellLayout: ...


def cells_in_view(level: Level, span: Span) -> tuple[int, int]:
    """First and last cell that a view of a span asks for: as far as a label may claim room from a lesser event."""
    start, end = max(span.start, -FAR), min(span.end, FAR)
    return start // level.cell_seconds - 2, end // level.cell_seconds + 1


class LevelAhead:
    """Chooses the level of each frame; one for a builder. ``clock`` tells seconds."""

    def __init__(self, levels: Levels, bars: BarSlots, clock: Callable[[], float] = time.perf_counter) -> None:
        self._levels = levels
        self._bars = bars
        self._clock = clock
        self._shown: int | None = None
        self._length = 0

    def choose(
        self, wanted: Level, span: Span, body_px: float, lanes: Callable[[Sequence[LaneBand]], range], budget_ms: float
    ) -> Level:
        """The level to show now: the wanted one, or a coarser one while that is not solved yet.

        ``lanes`` tells which lanes of a level's bands are in view.
        """
        deadline = self._clock() + budget_ms / 1000.0
        shown, closer = self._shown, span.length < self._length
        self._length = span.length
        if shown is None or not wanted.number < shown <= wanted.number + _FARTHEST:
            self._shown = wanted.number
            if shown == wanted.number:
                next_one = level(wanted.number + (-1 if closer else 1))
                margin = 0 if closer else span.length // 10
                self._prepare(next_one, Span(span.start - margin, span.end + margin), body_px, lanes, deadline)
            return wanted
        if self._prepare(wanted, span, body_px, lanes, deadline):
            self._shown = wanted.number
            return wanted
        return level(shown)

    def show(self, shown: Level) -> None:
        """A level was shown without being chosen here."""
        self._shown = shown.number

    def _prepare(
        self,
        wanted: Level,
        span: Span,
        body_px: float,
        lanes: Callable[[Sequence[LaneBand]], range],
        deadline: float,
    ) -> bool:
        """Solve what a level would show of a span until the deadline; tell whether all of it is solved."""
        bands = self._levels.bands(wanted, body_px)
        layout = self._levels.layout(wanted, bands)
        first, last = cells_in_view(wanted, span)
        for lane in lanes(bands):
            if layout.solved(lane, first, last):
                continue
            if self._clock() >= deadline:
                return False
            layout.cells(lane, first, last)
            if bands[lane].bar_slots:
                self._bars.overlapping(lane, wanted.bar_class, span.start, span.end)
        return True
