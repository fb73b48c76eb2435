"""The visible span as one frozen value, and arithmetic on it.

The start is an integer instant and a fraction of a second apart, so that a window one second wide pans smoothly
13.8 billion years from the origin (a double alone would step by minutes there).
"""

import math
from dataclasses import dataclass
from typing import Final

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import YEAR

MIN_LENGTH: Final = 1.0
"""Seconds across the narrowest viewport."""
MAX_LENGTH: Final = 60e9 * YEAR
"""Seconds across the widest viewport."""
LIMIT: Final = int(60e9) * YEAR
"""No viewport starts before ``-LIMIT`` or ends behind ``LIMIT``."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """The visible span: ``length`` seconds from ``start + fraction``; make one with :meth:`of`."""

    start: int
    fraction: float
    length: float

    @classmethod
    def of(cls, start: int, offset: float, length: float) -> "Viewport":
        """Viewport from ``start + offset`` seconds, clamped to what can be shown.

        >>> Viewport.of(10, -0.25, 5.0)
        Viewport(start=9, fraction=0.75, length=5.0)
        """
        length = min(max(length, MIN_LENGTH), MAX_LENGTH)
        whole = math.floor(offset)
        start, fraction = start + whole, offset - whole
        if fraction >= 1.0:  # offset was a hair below a whole number
            start, fraction = start + 1, 0.0
        if start < -LIMIT:
            return cls(-LIMIT, 0.0, length)
        if start + math.ceil(fraction + length) > LIMIT:
            return cls(LIMIT - math.ceil(length), 0.0, length)
        return cls(start, fraction, length)

    @classmethod
    def over(cls, span: Span) -> "Viewport":
        """Viewport that shows exactly a span (at least one second of it)."""
        return cls.of(span.start, 0.0, float(span.length))

    @property
    def end(self) -> int:
        """First whole second at or behind the visible end."""
        return self.start + math.ceil(self.fraction + self.length)

    @property
    def span(self) -> Span:
        """The whole seconds in view."""
        return Span(self.start, self.end)

    def at(self, share: float) -> int:
        """Instant (whole second, rounded down) at a share of the width: 0 is the left edge, 1 the right.

        >>> Viewport.of(0, 0.0, 10.0).at(0.5)
        5
        """
        return self.start + math.floor(self.fraction + share * self.length)

    def share_of(self, at: int) -> float:
        """Share of the width at which an instant stands; below 0 or above 1 when out of view."""
        return ((at - self.start) - self.fraction) / self.length

    def panned(self, share: float) -> "Viewport":
        """Move by a share of the own width; positive goes to later times.

        >>> Viewport.of(0, 0.0, 10.0).panned(0.5)
        Viewport(start=5, fraction=0.0, length=10.0)
        """
        return Viewport.of(self.start, self.fraction + share * self.length, self.length)

    def zoomed(self, factor: float, share: float = 0.5) -> "Viewport":
        """Show ``1 / factor`` of the time, while what stands at ``share`` of the width stays there.

        >>> Viewport.of(0, 0.0, 8.0).zoomed(2.0, 0.5)
        Viewport(start=2, fraction=0.0, length=4.0)
        """
        length = min(max(self.length / factor, MIN_LENGTH), MAX_LENGTH)
        return Viewport.of(self.start, self.fraction + share * (self.length - length), length)

    def fitted(self, span: Span, margin: float = 0.04) -> "Viewport":
        """Show a span with a margin on both sides, given as a share of the width."""
        length = max(float(span.length), MIN_LENGTH) / (1.0 - 2.0 * margin)
        return Viewport.of(span.start, -margin * length, length)

    def revealing(self, span: Span, margin: float = 0.08) -> "Viewport":
        """Pan as little as needed to bring a span into view, its start at least; the width stays."""
        pad = margin * self.length
        first = (span.start - self.start) - self.fraction
        last = (span.end - self.start) - self.fraction
        # Moves are counted from the span, not from here: what is far away then comes to stand exactly, too.
        if last > self.length - pad and span.length <= self.length - 2 * pad:
            return Viewport.of(span.end, pad - self.length, self.length)
        if first < pad or first > self.length - pad:
            return Viewport.of(span.start, -pad, self.length)
        return self

    def between(self, other: "Viewport", share: float) -> "Viewport":
        """A step on the way to another viewport: 0 is self, 1 is the other; widths change geometrically."""
        if share >= 1.0:
            return other
        length = self.length * (other.length / self.length) ** share
        span = other.length - self.length
        # On the straight path between the two spans, position follows width; a plain pan has no change in width.
        weight = (length - self.length) / span if abs(span) > 1e-9 * self.length else share
        gap = (other.start - self.start) + (other.fraction - self.fraction)
        return Viewport.of(self.start, self.fraction + weight * gap, length)
