"""Quantised resolutions."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeglass.layout.level import BAR_PX, CELL_PX, level, level_for
from views import lengths


@given(lengths(1.0, 1e18), st.floats(100.0, 8000.0))
def test_a_level_is_made_for_the_next_coarser_resolution(length: float, width: float) -> None:
    resolution = length / width
    coarsest = level_for(resolution).seconds_per_px
    assert resolution <= coarsest * (1 + 1e-8)
    assert coarsest < resolution * math.sqrt(2.0) * (1 + 1e-8)


@given(st.integers(-40, 130))
def test_a_level_at_its_own_resolution_is_itself(number: int) -> None:
    assert level_for(level(number).seconds_per_px).number == number


@given(st.integers(-40, 130))
def test_a_bar_is_at_least_as_long_as_it_should_be(number: int) -> None:
    one = level(number)
    assert 2.0**one.bar_class >= min(BAR_PX * one.seconds_per_px, 2.0**one.bar_class)
    assert 2.0**one.bar_class >= BAR_PX * one.seconds_per_px * (1 - 1e-9) or one.bar_class == 0
    assert one.cell_seconds == pytest.approx(CELL_PX * one.seconds_per_px, abs=0.5) or one.cell_seconds == 1
