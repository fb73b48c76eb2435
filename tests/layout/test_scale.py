"""Time to pixels and back."""

from hypothesis import given
from hypothesis import strategies as st

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST, YEAR
from timeglass.layout.scale import OUT_OF_VIEW_PX, Scale
from timeglass.layout.viewport import Viewport
from views import instants, viewports

widths = st.floats(1.0, 8000.0)


@given(viewports(), widths, st.floats(0.0, 1.0))
def test_an_instant_comes_back_within_a_pixel(viewport: Viewport, width: float, share: float) -> None:
    scale = Scale(viewport, width)
    at = viewport.at(share)
    assert abs(scale.time(scale.x(at)) - at) <= max(1.0, scale.seconds_per_px)


@given(viewports(), widths, st.floats(0.0, 1.0))
def test_a_pixel_comes_back_within_a_pixel_or_a_second(viewport: Viewport, width: float, share: float) -> None:
    scale = Scale(viewport, width)
    x = share * width
    second_px = 1.0 / scale.seconds_per_px
    assert abs(scale.x(scale.time(x)) - x) <= max(1.0, second_px + 0.01)


@given(viewports(), widths, instants(), st.integers(0, 10**15))
def test_later_is_never_farther_left(viewport: Viewport, width: float, at: int, later: int) -> None:
    scale = Scale(viewport, width)
    assert scale.x(at) <= scale.x(at + later)


@given(viewports(), widths, st.floats(-100.0, 8000.0), st.floats(0.0, 8000.0))
def test_farther_right_is_never_earlier(viewport: Viewport, width: float, x: float, farther: float) -> None:
    scale = Scale(viewport, width)
    assert scale.time(x) <= scale.time(x + farther)


@given(viewports(), widths)
def test_the_edges_of_the_view_are_the_edges_of_the_width(viewport: Viewport, width: float) -> None:
    scale = Scale(viewport, width)
    second_px = 1.0 / scale.seconds_per_px
    assert -second_px - 0.01 <= scale.x(viewport.span.start) <= 0.01
    assert width - 0.01 <= scale.x(viewport.span.end) <= width + 2 * second_px + 0.01


def test_seconds_are_told_apart_in_deep_time() -> None:
    start = -14 * 10**9 * YEAR
    scale = Scale(Viewport.of(start, 0.0, 10.0), 1000.0)
    assert [scale.x(start + second) for second in range(3)] == [0.0, 100.0, 200.0]


@given(viewports(), widths, st.lists(instants(), min_size=1))
def test_a_mapper_is_the_same_function(viewport: Viewport, width: float, many: list[int]) -> None:
    scale = Scale(viewport, width)
    x = scale.mapper()
    assert [x(at) for at in many] == [scale.x(at) for at in many]


def test_what_is_far_out_is_clamped() -> None:
    scale = Scale(Viewport.of(0, 0.0, 1.0), 1000.0)
    assert scale.x(OPEN_FUTURE) == OUT_OF_VIEW_PX
    assert scale.x(OPEN_PAST) == -OUT_OF_VIEW_PX
