"""The one place where time becomes pixels and pixels become time."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.layout.viewport import Viewport

OUT_OF_VIEW_PX: Final = 1e7
"""Positions are clamped to ± this many pixels: what lies farther out need not be told apart."""

_FARTHEST: Final = 2**62
"""Instants are clamped to it, so that no difference leaves 64 bits: nothing that is drawn lies so far out."""


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

    def positions(self, instants: NDArray[np.int64]) -> NDArray[np.float64]:
        """:meth:`x` of many instants at once."""
        near = np.clip(instants, -_FARTHEST, _FARTHEST)
        seconds = (near - self.viewport.start).astype(np.float64) - self.viewport.fraction
        return np.clip(seconds / self.seconds_per_px, -OUT_OF_VIEW_PX, OUT_OF_VIEW_PX)

    def time(self, x_px: float) -> int:
        """Instant (whole second, rounded down) under a pixel position."""
        return self.viewport.start + math.floor(self.viewport.fraction + x_px * self.seconds_per_px)
