"""Level steps spread over several frames.

While the view is in motion a frame may show a level that is coarser than the one it would show at rest, by at most two
steps: things only stand farther apart than they need to. The next level is solved lane by lane, in a share of each
frame, before it is needed: the goal's where a glide has one, else the one that the zoom will have come to by then.
"""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol

from timeglass.chrono.bounds import Span
from timeglass.layout.arrangement import Arrangements
from timeglass.layout.lane_heights import LaneBand
from timeglass.layout.lane_index import FAR
from timeglass.layout.level import Level, level

_FARTHEST: Final = 2
"""Levels that the one shown may be coarser than the one wanted: beyond that its crowds look wrong."""
_FRAMES: Final = 7
"""Frames that solving a level takes, about."""

InView = Callable[[Sequence[LaneBand]], range]
"""Tells which lanes of a level's bands are in view."""


class Levels(Protocol):
    """What a builder keeps of its levels."""

    def bands(self, level: Level, body_px: float) -> list[LaneBand]: ...
    def arrangements(self, level: Level, bands: Sequence[LaneBand]) -> Arrangements: ...


class Aim(NamedTuple):
    """A level, and the span that is to be shown with it."""

    number: int
    span: Span


def cells_in_view(level: Level, span: Span) -> tuple[int, int]:
    """First and last cell that a view of a span asks for: as far as a label may claim room from a lesser event."""
    start, end = max(span.start, -FAR), min(span.end, FAR)
    return start // level.cell_seconds - 2, end // level.cell_seconds + 1


def solve_in_steps(levels: Levels, wanted: Level, span: Span, body_px: float) -> Iterator[float]:
    """Solve all that a level shows of a span; yields the share that is done: between two steps one may stop."""
    bands = levels.bands(wanted, body_px)
    arrangements = levels.arrangements(wanted, bands)
    first, last = cells_in_view(wanted, span)
    for lane in range(len(bands)):
        for _ in arrangements.prepare(lane, first, last):
            yield lane / len(bands)


class LevelAhead:
    """Chooses the level of each frame; one for a builder. ``clock`` tells seconds."""

    def __init__(self, levels: Levels, clock: Callable[[], float] = time.perf_counter) -> None:
        self._levels = levels
        self._clock = clock
        self._shown: int | None = None
        self._aim: Aim | None = None
        self._length = 0

    def choose(
        self, wanted: Level, span: Span, goal: Aim | None, body_px: float, lanes: InView, budget_ms: float
    ) -> Level:
        """The level to show now, of a view in motion: the wanted one or one a little coarser.

        ``goal`` is where the motion will end, if that is known.
        """
        deadline = self._clock() + budget_ms / 1000.0
        # To coarser levels, in this frame; a span's length in whole seconds varies a little while one pans.
        steps = round(2.0 * math.log2(span.length / self._length), 2) if self._length else 0.0
        self._length = span.length
        shown, aim = self._shown, self._aim
        if shown is None:
            return self._show(wanted.number)
        if goal is not None:
            aim = goal
        elif aim is None or aim.number == shown or not steps or (aim.number - wanted.number) * steps < 0.0:
            aim = self._ahead_of(wanted.number, shown, span, steps)
        self._aim = aim
        if not wanted.number <= shown <= wanted.number + _FARTHEST:  # the zoom was faster
            fits = wanted.number <= aim.number <= wanted.number + _FARTHEST
            number = aim.number if fits else wanted.number
            self._prepare(Aim(number, span), body_px, lanes, math.inf)
            return self._show(number)
        if aim.number != shown and self._prepare(aim, body_px, lanes, deadline):
            fits = wanted.number <= aim.number <= wanted.number + _FARTHEST
            if fits and self._prepare(Aim(aim.number, span), body_px, lanes, math.inf):
                return self._show(aim.number)
        return level(shown)

    def _show(self, number: int) -> Level:
        self._shown, self._aim = number, None
        return level(number)

    def show(self, shown: Level) -> None:
        """A level was shown without being chosen here."""
        self._show(shown.number)

    def _ahead_of(self, wanted: int, shown: int, span: Span, steps: float) -> Aim:
        """The level that a zoom will want in some frames if it goes on by so many steps a frame."""
        number = wanted + math.ceil(steps * _FRAMES)
        if steps <= 0.0:
            return Aim(max(number, shown - _FARTHEST), span)
        number = min(number, wanted + _FARTHEST)
        margin = math.ceil(span.length * (2.0 ** ((number - wanted) / 2.0) - 1.0) / 2.0)
        return Aim(number, Span(span.start - margin, span.end + margin))

    def _prepare(self, aim: Aim, body_px: float, lanes: InView, deadline: float) -> bool:
        """Solve what a level would show of a span, until the deadline; tell whether all of it is solved."""
        wanted = level(aim.number)
        bands = self._levels.bands(wanted, body_px)
        arrangements = self._levels.arrangements(wanted, bands)
        first, last = cells_in_view(wanted, aim.span)
        begun = False
        for lane in lanes(bands):
            if arrangements.ready(lane, first, last):
                continue
            if begun and self._clock() >= deadline:  # one step at least: every frame comes closer
                return False
            for _ in arrangements.prepare(lane, first, last):
                if self._clock() >= deadline:
                    return False
            begun = True
        return True
