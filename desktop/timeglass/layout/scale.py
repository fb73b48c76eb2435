"""The one place where time becomes pixels and pixels become time."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from timeglass.layout.viewport import Viewport

OUT_OF_VIEW_PX = 1e7
"""Positions are clamped to ± this many pixels: what lies farther out need not be told apart."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Linear map of a viewport onto ``width_px`` logical pixels.

    The origin is subtracted in integers before anything becomes a float, so that positions in view are
    exact to a hundredth of a pixel at any distance from 1970.
    """

    viewport: Viewport
    width_px: float

    @property
    def seconds_per_px(self) -> float:
        """Seconds that one pixel stands for."""
        return self.viewport.length / self.width_px

    def x(self, at: int) -> float:
        """Pixel position of an instant, 0 at the left edge."""
        return self.mapper()(at)

    def mapper(self) -> Callable[[int], float]:
        """:meth:`x` as a plain function, for loops over many instants."""
        start, fraction, per_px, limit = (
            self.viewport.start,
            self.viewport.fraction,
            self.seconds_per_px,
            OUT_OF_VIEW_PX,
        )

        def x(at: int) -> float:
            position = ((at - start) - fraction) / per_px
            return position if -limit < position < limit else (limit if position > 0.0 else -limit)

        return x

    def time(self, x_px: float) -> int:
        """Instant (whole second, rounded down) under a pixel position."""
        return self.viewport.start + math.floor(self.viewport.fraction + x_px * self.seconds_per_px)
