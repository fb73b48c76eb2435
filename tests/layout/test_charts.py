"""Series as charts on the shared time axis: axis, names, stacking, lines."""

import doctest
import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import FONTS, a_builder, a_series, a_timeline
from timeglass.chrono.instant import instant
from timeglass.events.event import Series
from timeglass.events.numbers import numbers_of
from timeglass.layout import chart_axis, chart_names
from timeglass.layout.chart_axis import axis, nice_step, number_words
from timeglass.layout.chart_names import looks_of, shared_words
from timeglass.layout.charts import Charts
from timeglass.layout.scale import Scale
from timeglass.layout.scene import Chart
from timeglass.layout.viewport import Viewport

START, END = instant(1990), instant(2010)
SCALE = Scale(Viewport.of(START, 0.0, float(END - START)), 1000.0)


def charts_of(*series: Series, language: str = "en") -> Charts:
    return Charts(series, [numbers_of(one) for one in series], language, "en", FONTS.plain)


def placed(*series: Series, height: float = 600.0, which: int = 0) -> Chart:
    return charts_of(*series).place(SCALE, height, which)[0]


@pytest.mark.parametrize("module", [chart_axis, chart_names])
def test_examples_in_the_words_of_the_modules_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@given(st.floats(1e-9, 1e12))
def test_a_nice_step_is_nice_and_near(value: float) -> None:
    high = nice_step(value)
    assert value * (1 - 1e-9) <= high <= 2.51 * value
    digit = high / 10.0 ** math.floor(math.log10(high) + 1e-9)
    assert min(abs(digit - step) for step in (1.0, 2.0, 5.0, 10.0)) < 1e-6


@given(st.floats(-1e300, 1e300), st.floats(-1e300, 1e300))
def test_an_axis_encloses_all_values_in_few_equal_steps(one: float, other: float) -> None:
    least, most = sorted((one, other))
    ticks = axis(least, most)
    assert 2 <= len(ticks) <= 6
    slack = 1e-6 * max(ticks[-1] - ticks[0], 1e-290)
    assert ticks[0] - slack <= least
    assert most <= ticks[-1] + slack
    steps = [after - before for before, after in pairwise(ticks)]
    assert min(steps) > 0.0
    assert max(steps) <= min(steps) * 1.01


@pytest.mark.parametrize(
    ("least", "most", "ticks"),
    [
        (0.0, 0.0, (0.0, 1.0)),
        (0.0, 30.0, (0.0, 10.0, 20.0, 30.0)),
        (-30.0, 40.0, (-50.0, 0.0, 50.0)),
        (5.0, 5.0, (0.0, 2.0, 4.0, 6.0)),
        (14.2, 14.9, (14.0, 14.5, 15.0)),
    ],
)
def test_axes(least: float, most: float, ticks: tuple[float, ...]) -> None:
    assert axis(least, most) == ticks


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (0.0, "en", "0"), (-3.0, "en", "-3"), (24.6, "en", "24.6"), (24.6, "uk", "24,6"), (1e-9, "en", "1e-09"),
        (3e12, "en", "3e+12"), (1_250_000.0, "en", "1.25M"), (99_999.5, "en-GB", "99,999.5"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_people_write_them(value: float, language: str, words: str) -> None:
    assert number_words(value, language) == words


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=9))
def test_values_stand_inside_the_chart_and_higher_is_higher(values: list[float]) -> None:
    series = a_series("Polls", *(f"{1990 + place} {value!r}" for place, value in enumerate(values)))
    chart = placed(series)
    (line,) = chart.lines
    points = [point for run in line.runs for point in run]
    assert [point.point for point in points] == list(range(len(values)))
    for point, value in zip(points, values, strict=True):
        assert chart.top_px - 1e-6 <= point.y_px <= chart.bottom_px + 1e-6
        assert point.low_px == point.high_px == point.y_px
        for other, more in zip(points, values, strict=True):
            assert point.y_px >= other.y_px if value <= more else point.y_px <= other.y_px
    assert chart.grid[0][0] == pytest.approx(chart.bottom_px)
    assert chart.grid[-1][0] == pytest.approx(chart.top_px)


def test_a_chart_stands_at_the_foot_and_says_title_and_unit() -> None:
    chart = placed(a_series("Polls", "1995 30"))
    assert chart.y_px + chart.height_px == 600.0
    assert [text for _, text in chart.grid] == ["0%", "10%", "20%", "30%"]
    assert (chart.number, chart.of, chart.page) == (1, 1, "")
    assert [(name.label, name.title) for name in chart.names] == [("Polls, %", True)]
    assert [text for _, text in placed(a_series("Men", "1995 3000", unit="men")).grid] == [
        "0",
        "1,000",
        "2,000",
        "3,000",
    ]


def test_a_value_stands_in_the_middle_of_its_time_or_at_the_beginning_of_a_step() -> None:
    (line,) = placed(a_series("Polls", "1995 30")).lines
    assert line.runs[0][0].x_px == pytest.approx(SCALE.x(instant(1995, 7, 2, 12)), abs=0.1)
    assert not line.step
    (line,) = placed(a_series("Rate", "1995 30", style="step")).lines
    assert line.runs[0][0].x_px == pytest.approx(SCALE.x(instant(1995)), abs=0.1)
    assert line.step


def test_values_come_in_order_of_time_and_open_dates_stay_out() -> None:
    (line,) = placed(a_series("Polls", "1999 10", "1991 20", "2000/.. 5", "../1985 7")).lines
    assert [point.point for run in line.runs for point in run] == [1, 0]


def test_only_what_is_in_view_and_the_next_values_beyond_are_placed() -> None:
    series = a_series("Polls", *(f"{year} {year - 1979}" for year in range(1980, 2021)))
    (line,) = placed(series).lines
    (run,) = line.runs
    assert [point.point for point in run] == list(range(9, 31))
    assert run[0].x_px < 0.0
    assert run[-1].x_px > 1000.0


def test_a_range_reaches_from_low_to_high() -> None:
    (line,) = placed(a_series("Polls", "1995 30 25 60")).lines
    ((point,),) = line.runs
    assert point.high_px < point.y_px < point.low_px


def test_a_point_without_a_value_is_a_gap() -> None:
    (line,) = placed(a_series("Polls", "1991 1", "1992 2", "1993", "1994", "1995 3", "1996")).lines
    assert [[point.point for point in run] for run in line.runs] == [[0, 1], [4]]
    assert not charts_of(a_series("Nothing", "1991", "1992")).place(SCALE, 600.0, 0)
    (line,) = placed(a_series("Polls", "1990", "1991 1", "1992 2")).lines
    assert [[point.point for point in run] for run in line.runs] == [[1, 2]]


def test_values_much_farther_apart_than_usual_have_a_gap_between_them() -> None:
    months = [f"199{year}-0{month} 5" for year in (1, 3) for month in range(1, 6)]
    (line,) = placed(a_series("Monthly", *months)).lines
    assert [len(run) for run in line.runs] == [5, 5]
    # Of a few values nobody can say what is usual; and of many at one time neither.
    (line,) = placed(a_series("Some", *months[:4], "1999 5")).lines
    assert [len(run) for run in line.runs] == [5]
    (line,) = placed(a_series("Double", *["1991 1"] * 9, "1999 5")).lines
    assert [len(run) for run in line.runs] == [10]


def test_series_of_a_group_and_unit_or_else_of_a_unit_share_a_chart() -> None:
    series = (
        a_series("One", "1995 30"),
        a_series("Two", "1996 40"),
        a_series("Euros", "1996 4000", unit="€"),
        a_series("Without values"),
        a_series("Three", "1996 90", group="Trust"),
        a_series("Four", "1996 70", group="Trust"),
        a_series("Answers", "1996 1200", group="Trust", unit="people"),
    )
    charts = charts_of(*series)
    assert len(charts) == 4
    found = charts.place(SCALE, 4000.0, 0)
    assert [[line.series for line in chart.lines] for chart in found] == [[0, 1], [2], [4, 5], [6]]
    assert [chart.title for chart in found] == ["", "Euros", "Trust", "Trust"]
    assert [[name.label for name in chart.names] for chart in found] == [
        ["%", "One", "Two"], ["Euros, €"], ["Trust, %", "Three", "Four"], ["Trust, people", "Answers"]
    ]  # fmt: skip


def test_charts_are_stacked_where_there_is_height_and_else_told_in_pages() -> None:
    charts = charts_of(*(a_series(f"S{number}", "1995 30", group=f"G{number}") for number in range(4)))

    def shown(height: float, which: int, everything: bool = False) -> tuple[list[int], str]:
        found = charts.place(SCALE, height, which, everything)
        bottoms = [chart.y_px + chart.height_px for chart in found]
        assert bottoms[-1] == height
        assert bottoms[:-1] == [chart.y_px for chart in found[1:]]
        return [chart.number for chart in found], found[0].page

    assert shown(400.0, 0) == ([1], "1 / 4")
    assert shown(400.0, 3) == ([4], "4 / 4")
    assert shown(400.0, 5) == ([2], "2 / 4")
    assert shown(900.0, 0) == ([1, 2], "1–2 / 4")
    assert shown(900.0, 3) == ([4], "4 / 4")
    assert shown(2000.0, 2) == ([1, 2, 3, 4], "")
    assert shown(400.0, 0, everything=True) == ([1, 2], "1–2 / 4")
    assert shown(900.0, 2, everything=True) == ([1, 2, 3, 4], "")


def test_a_low_view_has_no_chart() -> None:
    assert charts_of(a_series("Polls", "1995 30")).place(SCALE, 200.0, 0) == ()
    assert charts_of().place(SCALE, 600.0, 0) == ()


def test_a_scene_ends_its_lanes_above_its_charts() -> None:
    builder = a_builder(a_timeline("1995 - Event", series=[a_series("Polls", "1995 30")]))
    scene = builder.build(SCALE.viewport, 1000.0, 500.0)
    assert scene.body_bottom_px == scene.charts[0].y_px
    without = builder.build(SCALE.viewport, 1000.0, 500.0, chart=None)
    assert without.charts == ()
    assert without.body_bottom_px == 500.0


@pytest.mark.parametrize("style", ["line", "step"])
def test_far_from_its_values_a_line_still_runs_where_it_belongs(style: str) -> None:
    """A few minutes in the midst of ten years: both neighbours are millions of pixels away."""
    series = a_series("Polls", "1990-01-01 0", "2000-01-01 100", style=style)
    whole = charts_of(series).place(Scale(Viewport.of(instant(1990), 0.0, 3e8), 1000.0), 600.0, 0)[0]
    for share in (0.1, 0.5, 0.9):
        first, last = instant(1990, 1, 1, 12), instant(2000, 1, 1, 12)
        at = first + int(share * (last - first))
        chart = charts_of(series).place(Scale(Viewport.of(at, -5.0, 10.0), 1000.0), 600.0, 0)[0]
        ((left, right),) = chart.lines[0].runs
        assert -1000.0 < left.x_px < 0.0 < 1000.0 < right.x_px < 2000.0
        middle = (
            left.y_px if style == "step" else left.y_px + (right.y_px - left.y_px) * 500.0 / (right.x_px - left.x_px)
        )
        bottom, top = chart.bottom_px, chart.top_px
        wanted = bottom if style == "step" else bottom + share * (top - bottom)
        assert middle == pytest.approx(wanted, abs=0.1)
    assert whole.lines[0].runs[0][0].x_px >= 0.0


# Names


@given(st.lists(st.lists(st.sampled_from(["price", "of", "gold", "in", "a"]), min_size=1).map(" ".join), min_size=2))
def test_shared_words_can_be_put_back(titles: list[str]) -> None:
    labels, shared = shared_words(titles)
    assert all(labels)
    assert {f"{shared} {label}" for label in labels} == set(titles) or {
        f"{label} {shared}".strip() for label in labels
    } == set(titles)


def test_a_colour_says_what_and_a_mark_who() -> None:
    looks = looks_of(["A: for", "A: against", "B: for", "B: against", "C: for", "C: against"])
    assert looks.colors == (0, 1, 0, 1, 0, 1)
    assert looks.shapes == (0, 0, 1, 1, 2, 2)
    assert looks.manners == looks.colors  # told without colour, too
    assert [(one.label, one.color, one.shape, one.places) for one in looks.entries] == [
        ("for", 0, -1, (0, 2, 4)), ("against", 1, -1, (1, 3, 5)),
        ("A", -1, 0, (0, 1)), ("B", -1, 1, (2, 3)), ("C", -1, 2, (4, 5)),
    ]  # fmt: skip
    for labels in (["A: for", "B: against"], ["A: for", "B"], ["A"]):
        looks = looks_of(labels)
        assert looks.colors == looks.shapes == tuple(range(len(labels)))
        assert set(looks.manners) == {0}
        assert [one.label for one in looks.entries] == labels


def test_names_stand_beside_one_another_within_the_plot_and_the_rest_is_counted() -> None:
    series = [a_series(f"Number {'x' * (place % 5)} {place}", "1995 30", group="G") for place in range(40)]
    for height, rows in ((400.0, 1), (900.0, 2)):
        chart = charts_of(*series).place(SCALE, height, 0)[0]
        assert len({name.y_px for name in chart.names}) == rows
        for one, other in pairwise(chart.names):
            assert other.y_px > one.y_px or one.x_px + one.width_px + 10.0 <= other.x_px
        assert all(name.x_px >= 0.0 and name.x_px + name.width_px <= 1000.0 for name in chart.names)
        *shown, rest = chart.names
        assert rest.label == f"+{len(rest.series)}"
        assert [member for name in shown[1:] for member in name.series] + list(rest.series) == list(range(40))


def test_a_chart_without_title_and_unit_begins_with_its_series() -> None:
    chart = placed(a_series("One", "1995 1", unit=""), a_series("Two", "1996 2", unit=""))
    first = chart.names[0]
    assert (first.label, first.x_px, first.title) == ("One", 8.0, False)
    assert [text for _, text in chart.grid] == ["0", "1", "2"]


def test_long_names_are_shortened() -> None:
    narrow = Scale(SCALE.viewport, 90.0)
    series = [a_series("A very long name that goes on and on for ever", "1995 3"), a_series("Two", "1996 4")]
    for chart in (charts_of(*series).place(narrow, 900.0, 0)[0], charts_of(series[0]).place(narrow, 900.0, 0)[0]):
        assert "…" in "".join(name.label for name in chart.names)
        assert all(name.x_px + name.width_px <= 90.0 or name.label.startswith("+") for name in chart.names)


# Folding


def many(count: int, seed: int = 0, span: float = 20.0) -> tuple[Series, Charts]:
    """A series of so many values at random times, some with ranges."""
    random = np.random.default_rng(seed)
    times = np.sort(random.integers(0, int(span * 365.25 * 24), count))
    hours = [np.datetime64("1990-01-01T00") + np.timedelta64(int(hour), "h") for hour in times]
    values = random.normal(50.0, 10.0, count)
    words = [
        f"{hour!s}:00Z {value:.3f}" + (f" {value - 2:.3f} {value + 3:.3f}" if place % 3 else "")
        for place, (hour, value) in enumerate(zip(hours, values, strict=True))
    ]
    series = a_series("Many", *words)
    return series, charts_of(series)


@pytest.mark.parametrize("zoom", [1.0, 3.7])
def test_folded_columns_hold_exactly_the_extremes_of_their_values(zoom: float) -> None:
    series, charts = many(4_000)
    numbers = numbers_of(series)
    scale = Scale(SCALE.viewport.zoomed(zoom), 600.0)
    chart = charts.place(scale, 600.0, 0)[0]
    (line,) = chart.lines
    assert line.runs == ()
    assert 200 < len(line.columns) <= 602
    (low, *_, high), (bottom, *_, top) = zip(*chart.grid, strict=True), [y for y, _ in chart.grid]
    ticks = axis(*numbers.extremes)
    per = (chart.bottom_px - chart.top_px) / (ticks[-1] - ticks[0])

    def y(value: float) -> float:
        return chart.bottom_px - (value - ticks[0]) * per

    for before, after in pairwise(line.columns):
        assert before.last == after.first
        assert before.x1_px <= after.x0_px + 1e-6
    for column in line.columns:
        part = slice(column.first, column.last)
        assert column.top_px == pytest.approx(y(numbers.value[part].max()))
        assert column.bottom_px == pytest.approx(y(numbers.value[part].min()))
        assert column.enter_px == pytest.approx(y(numbers.value[column.first]))
        assert column.leave_px == pytest.approx(y(numbers.value[column.last - 1]))
        assert column.low_px == pytest.approx(y(np.fmin(numbers.value[part], numbers.low[part]).min()))
        assert column.high_px == pytest.approx(y(np.fmax(numbers.value[part], numbers.high[part]).max()))
        for at in numbers.at[part]:
            assert column.x0_px - 1e-6 <= scale.x(int(at)) < column.x1_px + 1e-6
    inside = (numbers.at >= scale.viewport.start) & (numbers.at < scale.viewport.end)
    first, last = np.flatnonzero(inside)[[0, -1]]
    assert line.columns[0].first in (first - 1, first, 0)
    assert line.columns[-1].last >= last + 1
    assert (low, bottom, high, top) == (low, chart.grid[0][0], high, chart.grid[-1][0])


def test_panning_changes_no_folded_column() -> None:
    _, charts = many(5_000)
    seen: dict[int, tuple[int, float, float]] = {}
    for step in range(20):
        scale = Scale(SCALE.viewport.panned(step * 0.0137), 700.0)
        for column in charts.place(scale, 600.0, 0)[0].lines[0].columns[1:-1]:
            found = (column.last, column.top_px, column.bottom_px)
            assert seen.setdefault(column.first, found) == found


def test_a_gap_is_no_joint_of_columns() -> None:
    days = [f"199{year}-{month:02}-{day:02} 5" for year in (1, 3) for month in range(1, 13) for day in range(1, 29)]
    (line,) = charts_of(a_series("Daily", *days)).place(Scale(SCALE.viewport, 900.0), 600.0, 0)[0].lines
    assert line.columns
    assert [column.joined for column in line.columns].count(False) == 1


def test_a_million_values_make_no_more_columns_than_pixels() -> None:
    count = 1_000_000
    series = a_series("Many", "1990 0", "2009 1")
    numbers = numbers_of(series)
    random = np.random.default_rng(1)
    wide = type(numbers)(
        np.sort(random.integers(START, END, count)),
        random.random(count),
        np.full(count, np.nan),
        np.full(count, np.nan),
        np.arange(count),
        np.zeros(count, np.bool_),
    )
    charts = Charts([series], [wide], "en", "en", FONTS.plain)
    for zoom in (0.5, 1.0, 10.0, 100.0):
        (line,) = charts.place(Scale(SCALE.viewport.zoomed(zoom), 1000.0), 600.0, 0)[0].lines
        assert len(line.columns) <= 1003
        assert sum(column.last - column.first for column in line.columns) <= count
    near = charts.place(Scale(SCALE.viewport.zoomed(1e6), 1000.0), 600.0, 0)[0].lines[0]
    assert not near.columns
    assert len(near.runs[0]) >= 2


def test_values_of_one_second_fold_into_one_column() -> None:
    series = a_series("Second", *[f"1991-01-01T00:00:00Z {value}" for value in range(2_000)])
    scale = Scale(Viewport.of(instant(1991), 0.0, 1.0), 1000.0)
    (line,) = charts_of(series).place(scale, 600.0, 0)[0].lines
    assert [(column.first, column.last) for column in line.columns] == [(0, 2_000)]
