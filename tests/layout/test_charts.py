"""Series as charts on the shared time axis."""

import doctest
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_builder, a_series, a_timeline
from timeglass.chrono.instant import instant
from timeglass.events.event import Series
from timeglass.layout import charts as module
from timeglass.layout.charts import Charts, nice_ceiling
from timeglass.layout.scale import Scale
from timeglass.layout.scene import Chart
from timeglass.layout.viewport import Viewport

START, END = instant(1990), instant(2010)
SCALE = Scale(Viewport.of(START, 0.0, float(END - START)), 1000.0)


def placed(*series: Series, height: float = 600.0, which: int = 0) -> Chart:
    chart = Charts(series, "en", "en").place(SCALE, height, which)
    assert chart is not None
    return chart


def test_examples_in_the_words_of_the_module_hold() -> None:
    assert doctest.testmod(module).failed == 0


@given(st.floats(1e-9, 1e12))
def test_a_nice_ceiling_is_nice_and_near(value: float) -> None:
    high = nice_ceiling(value)
    assert value * (1 - 1e-9) <= high <= 2.51 * value
    digit = high / 10.0 ** math.floor(math.log10(high) + 1e-9)
    assert min(abs(digit - step) for step in (1.0, 2.0, 5.0, 10.0)) < 1e-6


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=9))
def test_values_stand_inside_the_chart_and_higher_is_higher(values: list[float]) -> None:
    series = a_series("Polls", *(f"{1990 + place} {value!r}" for place, value in enumerate(values)))
    chart = placed(series)
    (line,) = chart.lines
    assert [point.point for point in line.points] == list(range(len(values)))
    for point, value in zip(line.points, values, strict=True):
        assert chart.y_px < point.y_px < chart.y_px + chart.height_px
        assert point.low_px == point.high_px == point.y_px
        for other, more in zip(line.points, values, strict=True):
            assert point.y_px >= other.y_px if value <= more else point.y_px <= other.y_px
    ys = [y for y, _ in chart.grid]
    assert ys == sorted(ys, reverse=True)
    assert ys[2] - 1e-6 <= min(point.y_px for point in line.points)
    assert max(point.y_px for point in line.points) <= ys[0] + 1e-6


def test_a_chart_stands_at_the_foot() -> None:
    chart = placed(a_series("Polls", "1995 30"))
    assert chart.y_px + chart.height_px == 600.0
    assert [text for _, text in chart.grid] == ["0%", "25%", "50%"]
    assert (chart.number, chart.of) == (1, 1)


def test_a_value_stands_in_the_middle_of_its_time() -> None:
    (line,) = placed(a_series("Polls", "1995 30")).lines
    assert line.points[0].x_px == pytest.approx(SCALE.x(instant(1995, 7, 2, 12)), abs=0.1)


def test_values_come_in_order_of_time_and_open_dates_stay_out() -> None:
    (line,) = placed(a_series("Polls", "1999 10", "1991 20", "2000/.. 5", "../1985 7")).lines
    assert [point.point for point in line.points] == [1, 0]


def test_a_range_reaches_from_low_to_high() -> None:
    (line,) = placed(a_series("Polls", "1995 30 25 60")).lines
    (point,) = line.points
    assert point.high_px < point.y_px < point.low_px


def test_series_of_a_group_or_else_of_a_unit_share_a_chart() -> None:
    series = (
        a_series("One", "1995 30"),
        a_series("Two", "1996 40"),
        a_series("Euros", "1996 4000", unit="€"),
        a_series("Without values"),
        a_series("Three", "1996 90", group="Trust"),
        a_series("Four", "1996 70", group="Trust"),
    )
    charts = Charts(series, "en", "en")
    assert len(charts) == 3
    found = [charts.place(SCALE, 600.0, number) for number in range(4)]
    assert [[line.label for line in chart.lines] for chart in found if chart] == [
        ["One", "Two"], ["Euros"], ["Three", "Four"], ["One", "Two"]
    ]  # fmt: skip
    assert [chart.title for chart in found if chart][1:3] == ["Euros", "Trust"]
    assert found[0] is not None
    assert [line.order for line in found[0].lines] == [0, 1]
    assert found[1] is not None
    assert [text for _, text in found[1].grid] == ["0 €", "2500 €", "5000 €"]
    assert (found[1].number, found[1].of) == (2, 3)


def test_negative_values_have_a_floor_of_their_own() -> None:
    chart = placed(a_series("Balance", "1995 -30", "1996 40", unit=""))
    assert [text for _, text in chart.grid] == ["-50", "0", "50"]


def test_all_nothing_stands_on_the_floor() -> None:
    chart = placed(a_series("Nothing", "1995 0"))
    assert chart.lines[0].points[0].y_px == chart.grid[0][0]


def test_a_low_view_has_no_chart() -> None:
    charts = Charts([a_series("Polls", "1995 30")], "en", "en")
    assert charts.place(SCALE, 200.0, 0) is None
    assert Charts([], "en", "en").place(SCALE, 600.0, 0) is None


def test_a_scene_ends_its_lanes_above_its_chart() -> None:
    builder = a_builder(a_timeline("1995 - Event", series=[a_series("Polls", "1995 30")]))
    scene = builder.build(SCALE.viewport, 1000.0, 500.0)
    assert scene.chart is not None
    assert scene.body_bottom_px == scene.chart.y_px
    without = builder.build(SCALE.viewport, 1000.0, 500.0, chart=None)
    assert without.chart is None
    assert without.body_bottom_px == 500.0
