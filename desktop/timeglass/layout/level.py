"""Levels of detail: the quantised resolutions at which lanes and rows are laid out.

Between two level steps nothing moves up or down: layout is made for the coarsest resolution of a level, where
things stand closest, and stays valid at every finer one.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

CELL_PX: Final = 168.0
"""Width of a layout cell at the coarsest resolution of a level: about one short label."""
SUBCELLS: Final = 7
"""Stretches into which a cell is divided for folding what has no place of its own."""
BAR_PX: Final = 56.0
"""From this length on an event is a bar with a slot of its own along its whole length."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of detail: ``number`` grows by one each time a pixel stands for √2 times the time."""

    number: int

    @property
    def seconds_per_px(self) -> float:
        """The coarsest resolution of the level."""
        return float(2.0 ** (self.number / 2.0))

    @property
    def cell_seconds(self) -> int:
        """Length of a layout cell in whole seconds."""
        return max(1, round(CELL_PX * self.seconds_per_px))

    @property
    def bar_class(self) -> int:
        """Least duration class (floor of log2 of the seconds) that is drawn as a bar."""
        return max(0, math.ceil(math.log2(BAR_PX * self.seconds_per_px)))


@lru_cache(maxsize=256)
def level(number: int) -> Level:
    """The level with a number."""
    return Level(number)


def level_for(seconds_per_px: float) -> Level:
    """The level whose coarsest resolution is just not finer than the given one."""
    return level(math.ceil(2.0 * math.log2(seconds_per_px) - 1e-9))
