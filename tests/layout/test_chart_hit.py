"""What the pointer means in a chart."""

from builders import a_builder, a_series, a_timeline
from timeglass.chrono.instant import instant
from timeglass.events.event import Series
from timeglass.layout.chart_hit import ChartFocus, chart_at, chart_focus, name_at
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport

POLLS = [a_series("Polls", "1994 30", "1996 50"), a_series("More", "1994 40")]


def shown(*series: Series, chart: int | None = 0) -> Scene:
    builder = a_builder(a_timeline("1995 - Something", series=list(series)))
    start, end = instant(1985), instant(2005)
    return builder.build(Viewport.of(start, 0.0, float(end - start)), 1000.0, 500.0, chart=chart)


def test_the_value_nearest_to_the_pointer_comes_first_then_others_of_the_same_time() -> None:
    scene = shown(*POLLS)
    first, second = (line.runs[0][0] for line in scene.charts[0].lines)
    focus = chart_focus(scene, first.x_px + 3.0, first.y_px - 2.0)
    assert focus is not None
    assert (focus.number, focus.series) == (1, (0,))
    assert [(one.series, one.point, one.y_px) for one in focus.readings] == [(0, 0, first.y_px), (1, 0, second.y_px)]
    focus = chart_focus(scene, first.x_px - 20.0, second.y_px)
    assert focus is not None
    assert focus.series == ()
    assert [one.series for one in focus.readings] == [1, 0]
    late = scene.charts[0].lines[0].runs[0][1]
    focus = chart_focus(scene, late.x_px, late.y_px + 3.0)
    assert focus is not None
    assert [(one.series, one.point) for one in focus.readings] == [(0, 1)]


def test_far_from_all_values_nothing_is_meant() -> None:
    scene = shown(*POLLS)
    chart = scene.charts[0]
    assert chart_focus(scene, 100.0, chart.bottom_px - 5.0) == ChartFocus(1, (), ())
    assert chart_focus(scene, 100.0, scene.header_px + 5.0) is None
    assert chart_at(scene, chart.y_px) is chart
    assert chart_focus(shown(*POLLS, chart=None), 100.0, 490.0) is None


def test_a_name_means_its_series() -> None:
    scene = shown(*POLLS)
    chart = scene.charts[0]
    assert [name.series for name in chart.names] == [(0, 1), (0,), (1,)]
    for name in chart.names:
        assert name_at(chart, name.x_px + 4.0, name.y_px + 4.0) is name
        assert chart_focus(scene, name.x_px + 4.0, name.y_px + 4.0) == ChartFocus(1, name.series, ())
    assert chart_focus(scene, 990.0, chart.y_px + 5.0) == ChartFocus(1, (), ())


def test_a_folded_column_is_read_as_a_whole() -> None:
    days = [
        f"199{year}-{month:02}-{day:02} {day}" for year in range(9) for month in range(1, 13) for day in (1, 9, 15, 22)
    ]
    scene = shown(a_series("Daily", *days))
    (line,) = scene.charts[0].lines
    column = line.columns[50]
    middle = (column.x0_px + column.x1_px) / 2.0
    focus = chart_focus(scene, middle, column.top_px - 4.0)
    assert focus is not None
    (reading,) = focus.readings
    assert (reading.first, reading.last, reading.point) == (column.first, column.last, -1)
    assert reading.y_px == column.top_px
    focus = chart_focus(scene, 990.0, column.top_px)
    assert focus == ChartFocus(1, (), ())
