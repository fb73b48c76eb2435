"""Level steps spread over frames."""

from builders import a_builder, crowd
from timeglass.layout.ahead import LevelAhead
from timeglass.layout.build import SceneBuilder
from timeglass.layout.level import level_for
from timeglass.layout.viewport import Viewport

WIDTH, HEIGHT = 1200.0, 700.0


class Clock:
    """Time that goes on by a step at each look at it."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def a_slow_builder(step: float) -> SceneBuilder:
    """A builder whose every look at the clock takes so many seconds."""
    builder = a_builder(crowd(400, lanes=4))
    builder._ahead = LevelAhead(builder, builder._bars, Clock(step))
    return builder


def test_zooming_in_shows_the_level_before_until_the_next_is_solved() -> None:
    builder = a_slow_builder(0.002)  # a lane or two a frame
    view = Viewport.over(builder.timeline.span)
    far = builder.build(view, WIDTH, HEIGHT, budget_ms=5.0)
    assert not far.coarse
    near = view.zoomed(1.5)
    seen = [builder.build(near, WIDTH, HEIGHT, budget_ms=5.0) for _ in range(6)]
    assert seen[0].coarse
    assert seen[0].level == far.level
    assert not seen[-1].coarse
    assert seen[-1] == builder.build(near, WIDTH, HEIGHT)


def test_zooming_out_shows_the_wanted_level_at_once() -> None:
    builder = a_slow_builder(1.0)
    view = Viewport.over(builder.timeline.span).zoomed(4.0)
    builder.build(view, WIDTH, HEIGHT, budget_ms=5.0)
    far = builder.build(view.zoomed(0.6), WIDTH, HEIGHT, budget_ms=5.0)
    assert not far.coarse
    assert far == builder.build(view.zoomed(0.6), WIDTH, HEIGHT)


def test_a_long_leap_is_not_drawn_by_a_level_far_off() -> None:
    builder = a_slow_builder(1.0)
    view = Viewport.over(builder.timeline.span)
    builder.build(view, WIDTH, HEIGHT, budget_ms=5.0)
    assert not builder.build(view.zoomed(16.0), WIDTH, HEIGHT, budget_ms=5.0).coarse


def test_what_is_left_of_a_budget_solves_the_next_level() -> None:
    builder = a_builder(crowd(400, lanes=4))
    view = Viewport.over(builder.timeline.span)
    for zoom in (1.0, 1.01, 1.02):
        builder.build(view.zoomed(zoom), WIDTH, HEIGHT, budget_ms=1000.0)
    wanted = level_for(builder.build(view.zoomed(1.03), WIDTH, HEIGHT).scale.seconds_per_px)
    ready = {key[0] for key in builder._layouts}
    assert {wanted.number, wanted.number - 1} <= ready


def test_without_lanes_in_view_nothing_is_waited_for() -> None:
    builder = a_slow_builder(1.0)
    view = Viewport.over(builder.timeline.span)
    builder.build(view, WIDTH, 40.0, scroll_px=1e6, budget_ms=5.0)
    assert not builder.build(view.zoomed(1.5), WIDTH, 40.0, scroll_px=1e6, budget_ms=5.0).coarse
