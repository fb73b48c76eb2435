"""Strategies for property tests of layout: instants, viewports, timelines, and views of a timeline."""

import math
from typing import NamedTuple

from hypothesis import strategies as st

from builders import a_builder, crowd
from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import DAY, YEAR
from timeglass.events.timeline import Timeline
from timeglass.layout.build import SceneBuilder
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import LIMIT, MAX_LENGTH, MIN_LENGTH, Viewport

AGES = 14 * 10**9 * YEAR
"""Longer than anything has been."""


def instants() -> st.SearchStrategy[int]:
    """Instants near now, in history, and in deep time."""
    return st.one_of(
        st.integers(-(10**6), 10**6), st.integers(-3000 * YEAR, 3000 * YEAR), st.integers(-AGES, AGES), st.just(0)
    )


def lengths(least: float = MIN_LENGTH, most: float = MAX_LENGTH) -> st.SearchStrategy[float]:
    """Seconds, equally often of every order of magnitude."""
    return st.floats(math.log(least), math.log(most)).map(lambda power: min(max(math.exp(power), least), most))


@st.composite
def viewports(draw: st.DrawFn) -> Viewport:
    """Any viewport that can be, those at the limits included."""
    start = draw(st.one_of(instants(), st.integers(-LIMIT, LIMIT)))
    fraction = draw(st.floats(0.0, 1.0, exclude_max=True))
    return Viewport.of(start, fraction, draw(lengths()))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Spans of at least a second."""
    start = draw(instants())
    return Span(start, start + int(draw(lengths(1.0, 1e16))))


class Look(NamedTuple):
    """A timeline's builder and one look at it."""

    builder: SceneBuilder
    viewport: Viewport
    width_px: float
    height_px: float
    scroll_px: float

    def scene(self, viewport: Viewport | None = None) -> Scene:
        """The scene of the look, or of another viewport in the same window."""
        return self.builder.build(viewport or self.viewport, self.width_px, self.height_px, self.scroll_px)

    @property
    def timeline(self) -> Timeline:
        return self.builder.timeline


@st.composite
def looks(draw: st.DrawFn, most: int = 400, scrolled: bool = False) -> Look:
    """Looks at crowds of events, far and close."""
    timeline = crowd(
        draw(st.integers(1, most)),
        seed=draw(st.integers(0, 10_000)),
        years=draw(st.sampled_from([0.1, 3.0, 30.0, 3000.0])),
        lanes=draw(st.integers(0, 4)),
        ranges=draw(st.sampled_from([0.0, 0.3, 1.0])),
    )
    row = draw(st.integers(0, len(timeline) - 1))
    span = timeline.span
    length = draw(lengths(float(min(DAY, span.length)), 3.0 * span.length))
    builder = a_builder(timeline)
    centre = builder.index.anchor(row) if draw(st.booleans()) else draw(st.integers(span.start, span.end))
    share = draw(st.floats(0.0, 1.0))
    return Look(
        builder,
        Viewport.of(centre, -share * length, length),
        float(draw(st.sampled_from([320, 1000, 1920]))),
        float(draw(st.sampled_from([200, 500, 1080]))),
        draw(st.floats(0.0, 300.0)) if scrolled else 0.0,
    )
