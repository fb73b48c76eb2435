"""Arithmetic on the visible span."""

import doctest
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import YEAR
from timeglass.layout import viewport as module
from timeglass.layout.viewport import LIMIT, MAX_LENGTH, MIN_LENGTH, Viewport
from views import lengths, spans, viewports

NEAR = Fraction(1, 10**6)
"""Share of the width by which rounding may move anything: less than a hundredth of a pixel."""


def left(viewport: Viewport) -> Fraction:
    return viewport.start + Fraction(viewport.fraction)


def place(viewport: Viewport, share: float) -> Fraction:
    """Exact time at a share of the width."""
    return left(viewport) + Fraction(share) * Fraction(viewport.length)


def inside_limits(viewport: Viewport) -> bool:
    return (
        viewport.start >= -LIMIT
        and viewport.end <= LIMIT
        and 0.0 <= viewport.fraction < 1.0
        and MIN_LENGTH <= viewport.length <= MAX_LENGTH
    )


def untouched(viewport: Viewport) -> bool:
    """Tell whether no limit stopped what led to this viewport."""
    return viewport.start > -LIMIT and viewport.end < LIMIT - 2 * viewport.length


def test_examples_in_the_words_of_the_module_hold() -> None:
    assert doctest.testmod(module).failed == 0


@given(viewports())
def test_every_viewport_lies_inside_the_limits(viewport: Viewport) -> None:
    assert inside_limits(viewport)


@given(viewports(), st.floats(-1e3, 1e3), st.floats(1e-3, 1e3), st.floats(0.0, 1.0))
def test_moving_stays_inside_the_limits(viewport: Viewport, pan: float, zoom: float, share: float) -> None:
    assert inside_limits(viewport.panned(pan))
    assert inside_limits(viewport.zoomed(zoom, share))


def test_a_start_a_hair_below_a_whole_second_is_that_second() -> None:
    assert Viewport.of(5, -1e-20, 2.0) == Viewport(5, 0.0, 2.0)


def test_limits_are_walls() -> None:
    assert Viewport.of(-LIMIT - 10, 0.0, 50.0) == Viewport(-LIMIT, 0.0, 50.0)
    assert Viewport.of(LIMIT, 0.0, 50.0) == Viewport(LIMIT - 50, 0.0, 50.0)
    assert Viewport.of(0, 0.0, 0.1).length == MIN_LENGTH
    assert Viewport.of(0, 0.0, 1e30).length == MAX_LENGTH


@given(viewports(), st.floats(0.0, 1.0), st.floats(0.01, 100.0))
def test_zoom_keeps_what_is_under_the_pointer(viewport: Viewport, share: float, factor: float) -> None:
    zoomed = viewport.zoomed(factor, share)
    assume(untouched(zoomed))
    moved = abs(place(zoomed, share) - place(viewport, share))
    assert moved <= NEAR * Fraction(min(viewport.length, zoomed.length))


@given(viewports(), st.floats(0.01, 100.0))
def test_zoom_shows_its_share_of_the_time(viewport: Viewport, factor: float) -> None:
    wanted = min(max(viewport.length / factor, MIN_LENGTH), MAX_LENGTH)
    assert viewport.zoomed(factor).length == wanted


@given(viewports(), st.floats(-3.0, 3.0))
def test_pan_and_back_is_where_it_was(viewport: Viewport, share: float) -> None:
    there = viewport.panned(share)
    assume(untouched(there) and untouched(viewport))
    assert abs(left(there) - left(viewport) - Fraction(share) * Fraction(viewport.length)) <= NEAR * Fraction(
        viewport.length
    )
    back = there.panned(-share)
    assert back.length == viewport.length
    assert abs(left(back) - left(viewport)) <= NEAR * Fraction(viewport.length)


def test_pan_far_from_1970_moves_by_fractions_of_a_second() -> None:
    start = -14 * 10**9 * YEAR
    viewport = Viewport.of(start, 0.0, 1.0)
    for _ in range(8):
        viewport = viewport.panned(0.125)
    assert viewport == Viewport(start + 1, 0.0, 1.0)


@given(viewports(), st.floats(0.0, 1.0))
def test_an_instant_and_its_share_belong_together(viewport: Viewport, share: float) -> None:
    at = viewport.at(share)
    assert viewport.span.start <= at <= viewport.span.end
    second = 1.0 / viewport.length
    assert share - second - 1e-6 <= viewport.share_of(at) <= share + 1e-6


@given(spans())
def test_over_shows_exactly_a_span(span: Span) -> None:
    viewport = Viewport.over(span)
    assert viewport.start == span.start
    assert viewport.span.length == pytest.approx(span.length, abs=2, rel=1e-12)


@given(viewports(), spans(), st.floats(0.0, 0.4))
def test_fitted_puts_margins_on_both_sides(viewport: Viewport, span: Span, margin: float) -> None:
    fitted = viewport.fitted(span, margin)
    assume(untouched(fitted))
    assert fitted.share_of(span.start) == pytest.approx(margin, abs=1e-6)
    assert fitted.share_of(span.end) == pytest.approx(1.0 - margin, abs=1e-6)


def test_fitted_gives_an_empty_span_a_second() -> None:
    assert Viewport.of(0, 0.0, 50.0).fitted(Span(7, 7), 0.0) == Viewport(7, 0.0, 1.0)


@given(viewports(), spans())
def test_revealing_shows_the_span_and_keeps_the_width(viewport: Viewport, span: Span) -> None:
    shown = viewport.revealing(span)
    assume(untouched(shown))
    assert shown.length == viewport.length
    assert 0.08 - 1e-6 <= shown.share_of(span.start) <= 0.92 + 1e-6
    if span.length <= 0.84 * viewport.length:
        assert shown.share_of(span.end) <= 0.92 + 1e-6


@given(viewports(), st.floats(0.09, 0.9), lengths(1e-9, 0.5))
def test_revealing_what_is_in_view_moves_nothing(viewport: Viewport, share: float, part: float) -> None:
    start = viewport.at(share)
    span = Span(start, start + int(part * viewport.length))
    assume(0.08 <= viewport.share_of(span.start) <= 0.92 and viewport.share_of(span.end) <= 0.92)
    assert viewport.revealing(span) is viewport


@given(viewports(), spans())
def test_revealing_twice_is_revealing_once(viewport: Viewport, span: Span) -> None:
    once = viewport.revealing(span)
    assume(untouched(once))
    again = once.revealing(span)
    assert abs(left(again) - left(once)) <= NEAR * Fraction(viewport.length)


@pytest.mark.parametrize(
    ("first", "last", "start"),
    [
        (50, 60, 0),  # in view: nothing moves
        (95, 99, 7),  # behind the right edge's margin: its end comes to the margin
        (-50, -40, -58),  # before: its start comes to the margin
        (50, 500, 0),  # longer than the window, its start in view: nothing moves
        (-50, 500, -58),  # longer than the window and began before
        (200, 900, 192),  # longer than the window, and behind
    ],
)
def test_revealing_moves_as_little_as_needed(first: int, last: int, start: int) -> None:
    assert Viewport.of(0, 0.0, 100.0).revealing(Span(first, last)).start == start


@given(viewports(), viewports())
def test_between_begins_and_ends_where_it_should(here: Viewport, there: Viewport) -> None:
    assert here.between(there, 1.0) == there
    assert here.between(there, 1.5) == there
    assert here.between(there, 0.0) == here


@given(viewports(), viewports(), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_between_goes_one_way(here: Viewport, there: Viewport, first: float, second: float) -> None:
    early, late = (here.between(there, share) for share in sorted((first, second)))
    slack = NEAR * Fraction(max(here.length, there.length))
    for edge in (0.0, 1.0):
        way = place(there, edge) - place(here, edge)
        steps = [place(early, edge) - place(here, edge), place(late, edge) - place(early, edge)]
        for step in steps:
            assert abs(step) <= abs(way) + slack
            assert abs(step) <= slack or (step > 0) == (way > 0)
    assert min(here.length, there.length) * (1 - 1e-9) <= early.length <= max(here.length, there.length) * (1 + 1e-9)


def test_between_equal_widths_is_a_plain_pan() -> None:
    here, there = Viewport.of(0, 0.0, 10.0), Viewport.of(100, 0.0, 10.0)
    assert here.between(there, 0.25) == Viewport(25, 0.0, 10.0)


def test_between_zooms_by_equal_factors_in_equal_steps() -> None:
    here, there = Viewport.of(0, 0.0, 1600.0), Viewport.of(0, 0.0, 100.0)
    assert here.between(there, 0.5).length == pytest.approx(400.0)
