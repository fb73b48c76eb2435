"""Level steps spread over frames."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_builder, crowd
from timeglass.layout.ahead import LevelAhead
from timeglass.layout.build import SceneBuilder
from timeglass.layout.level import level_for
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport

WIDTH, HEIGHT = 1200.0, 700.0
FARTHEST = 2


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
    builder._ahead = LevelAhead(builder, Clock(step))
    return builder


def a_frame(builder: SceneBuilder, view: Viewport, goal: Viewport | None = None) -> Scene:
    """A frame of a view in motion."""
    return builder.build(view, WIDTH, HEIGHT, budget_ms=5.0, goal=goal)


def whole(builder: SceneBuilder) -> Viewport:
    return Viewport.over(builder.timeline.span)


def test_zooming_in_shows_the_level_before_until_the_next_is_solved() -> None:
    builder = a_slow_builder(0.002)  # a lane or two a frame
    far = a_frame(builder, whole(builder))
    assert not far.coarse
    near = whole(builder).zoomed(1.5)
    seen = [a_frame(builder, near) for _ in range(9)]
    assert seen[0].coarse
    assert seen[0].level == far.level
    assert not seen[-1].coarse
    assert seen[-1] == builder.build(near, WIDTH, HEIGHT)


def test_zooming_out_is_never_drawn_by_a_level_that_is_too_fine() -> None:
    builder = a_slow_builder(1.0)
    view = whole(builder).zoomed(4.0)
    a_frame(builder, view)
    out = view.zoomed(0.6)
    far = a_frame(builder, out)
    wanted = level_for(far.scale.seconds_per_px).number
    assert wanted <= far.level <= wanted + FARTHEST
    while far.coarse:  # the next look takes a second: one lane a frame
        far = a_frame(builder, out)
    assert far == builder.build(out, WIDTH, HEIGHT)


def test_a_long_leap_is_not_drawn_by_a_level_far_off() -> None:
    builder = a_slow_builder(1.0)
    view = whole(builder)
    a_frame(builder, view)
    near = a_frame(builder, view.zoomed(16.0))
    assert near.level <= level_for(near.scale.seconds_per_px).number + FARTHEST


def test_the_level_of_the_goal_is_solved_on_the_way() -> None:
    builder = a_builder(crowd(400, lanes=4))
    view = whole(builder)
    goal = view.zoomed(1.8)
    builder.build(view, WIDTH, HEIGHT)
    for zoom in (1.05, 1.1, 1.15, 1.2):
        builder.build(view.zoomed(zoom), WIDTH, HEIGHT, budget_ms=1000.0, goal=goal)
    level = level_for(builder.build(goal, WIDTH, HEIGHT, budget_ms=0.0, goal=goal).scale.seconds_per_px)
    assert builder.build(goal, WIDTH, HEIGHT, budget_ms=0.0, goal=goal).level == level.number


def test_a_zoom_that_goes_on_solves_the_level_that_it_will_want() -> None:
    builder = a_builder(crowd(400, lanes=4))
    view = whole(builder)
    for zoom in (1.0, 1.1, 1.21, 1.33):
        builder.build(view.zoomed(zoom), WIDTH, HEIGHT, budget_ms=1000.0)
    wanted = level_for(builder.build(view.zoomed(1.33), WIDTH, HEIGHT).scale.seconds_per_px)
    ready = {key[0] for key in builder._arrangements}
    assert min(ready) < wanted.number


def test_turning_back_aims_anew() -> None:
    builder = a_slow_builder(0.002)
    view = whole(builder).zoomed(3.0)
    a_frame(builder, view)
    for zoom in (1.1, 1.2, 1.3):
        a_frame(builder, view.zoomed(zoom))
    for zoom in (1.2, 1.1, 1.0, 0.9):
        back = a_frame(builder, view.zoomed(zoom))
        wanted = level_for(back.scale.seconds_per_px).number
        assert wanted <= back.level <= wanted + FARTHEST
    for _ in range(12):
        back = a_frame(builder, view.zoomed(0.9))
    assert not back.coarse


def test_without_lanes_in_view_nothing_is_waited_for() -> None:
    builder = a_slow_builder(1.0)
    view = whole(builder)
    for zoom in (1.0, 1.5):
        builder.build(view.zoomed(zoom), WIDTH, 40.0, scroll_px=1e6, budget_ms=5.0)
    assert not builder.build(view.zoomed(1.5), WIDTH, 40.0, scroll_px=1e6, budget_ms=5.0).coarse


@settings(deadline=None, max_examples=30)
@given(
    st.floats(0.0005, 1.0),
    st.lists(st.tuples(st.floats(-0.5, 0.5), st.floats(0.3, 3.0)), min_size=1, max_size=8),
    st.booleans(),
)
def test_however_one_moves_the_level_is_near_and_comes_to_rest(
    step: float, way: list[tuple[float, float]], known: bool
) -> None:
    builder = a_slow_builder(step)
    view = whole(builder)
    goal = view
    for pan, zoom in way:
        goal = goal.panned(pan).zoomed(zoom)
    for pan, zoom in way:
        view = view.panned(pan).zoomed(zoom)
        scene = a_frame(builder, view, goal if known else None)
        wanted = level_for(scene.scale.seconds_per_px).number
        assert wanted <= scene.level <= wanted + FARTHEST
        assert scene.coarse == (scene.level != wanted)
    for _ in range(20):
        scene = a_frame(builder, view, goal if known else None)
    assert scene == builder.build(view, WIDTH, HEIGHT)


def test_solving_in_steps_is_all_that_a_scene_at_rest_asks_for() -> None:
    crowded = crowd(400, lanes=4)
    stepwise, plain = a_builder(crowded), a_builder(crowded)
    view = whole(plain)
    shares = list(stepwise.solve(view, WIDTH, HEIGHT))
    assert shares == sorted(shares)
    assert len(shares) >= 4
    assert shares[-1] < 1.0
    solved = dict(next(iter(stepwise._arrangements.values())).layout._cells)
    assert stepwise.build(view, WIDTH, HEIGHT, chart=None) == plain.build(view, WIDTH, HEIGHT, chart=None)
    assert next(iter(stepwise._arrangements.values())).layout._cells == solved
