"""Words for charts: the values under the pointer, what a series is, what a chart shows to those who cannot see it."""

from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from timeglass.chrono.bounds import Span
from timeglass.chrono.words import date_in_words
from timeglass.events.event import Point, Series, text_in
from timeglass.events.timeline import Timeline
from timeglass.layout.chart_axis import number_words, with_unit
from timeglass.layout.chart_hit import ChartFocus, Reading
from timeglass.layout.scene import Chart
from timeglass.widgets.canvas.rich import escape
from timeglass.widgets.counted import values_counted

_MOST_SPOKEN: Final = 12
"""Values of a series that are told one by one; of more only the first, the last and the extremes."""

translate = QCoreApplication.translate


def _value(value: float, series: Series, language: str) -> str:
    return with_unit(number_words(value, language), series.unit)


def point_value(point: Point, series: Series, language: str) -> str:
    """A value with its unit and, where one is known, its range: "54% (51 to 57)"."""
    if point.value is None:
        return ""
    words = _value(point.value, series, language)
    if point.low is None and point.high is None:
        return words
    ends = (point.value if end is None else end for end in (point.low, point.high))
    low, high = (number_words(end, language) for end in ends)
    return translate("Charts", "{value} ({low} to {high})").format(value=words, low=low, high=high)


def _title(timeline: Timeline, series: Series, language: str) -> str:
    return text_in(series.title, language, timeline.head.language)


def chart_words(timeline: Timeline, focus: ChartFocus, language: str) -> str:
    """Rich text about what the pointer means in a chart; "" for nothing."""
    if focus.readings:
        first, *others = focus.readings
        lines = _reading_lines(timeline, first, language)
        lines += [_reading_lines(timeline, other, language)[0] for other in others]
        return "<p>" + "<br>".join(lines) + "</p>"
    if len(focus.series) == 1:
        return series_words(timeline, timeline.head.series[focus.series[0]], language)
    titles = (escape(_title(timeline, timeline.head.series[one], language)) for one in focus.series)
    return f"<p style='white-space:pre'>{'<br>'.join(titles)}</p>" if focus.series else ""


def series_words(timeline: Timeline, series: Series, language: str) -> str:
    """Rich text about a series: its whole title, and what it is."""
    about = text_in(series.description, language, timeline.head.language)
    title = f"<b>{escape(_title(timeline, series, language))}</b>"
    return f"<p>{title}<br>{escape(about)}</p>" if about else f"<p>{title}</p>"


def _reading_lines(timeline: Timeline, reading: Reading, language: str) -> list[str]:
    """Value and series; then the date and who measured it."""
    series = timeline.head.series[reading.series]
    title = escape(_title(timeline, series, language))
    if reading.point < 0:
        return _folded_lines(timeline, reading, language)
    point = series.points[reading.point]
    lines = [f"<b>{escape(point_value(point, series, language))}</b> {title}"]
    lines.append(escape(" · ".join(part for part in (date_in_words(point.date, language), point.pollster) if part)))
    note = text_in(point.note, language, timeline.head.language)
    return [*lines, f"<i>{escape(note)}</i>"] if note else lines


def _folded_lines(timeline: Timeline, reading: Reading, language: str) -> list[str]:
    """The extremes of values that stand too close to be told apart, and how many they are."""
    series, numbers = timeline.head.series[reading.series], timeline.numbers[reading.series]
    part = slice(reading.first, reading.last)
    low, high = (_value(float(end), series, language) for end in (numbers.value[part].min(), numbers.value[part].max()))
    value = low if low == high else translate("Charts", "{low} to {high}").format(low=low, high=high)
    first, last = (
        date_in_words(series.points[int(numbers.point[place])].date, language)
        for place in (reading.first, reading.last - 1)
    )
    when = first if first == last else f"{first} – {last}"
    count = values_counted(reading.last - reading.first)
    title = escape(_title(timeline, series, language))
    return [f"<b>{escape(value)}</b> {title}", escape(f"{when} · {count}")]


def chart_name(chart: Chart) -> str:
    """Spoken name of a chart: "Chart 1 of 3: Joining NATO, %"."""
    what = ", ".join(part for part in (chart.title, chart.unit) if part)
    words = translate("Charts", "Chart {number} of {of}: {what}")
    return words.format(number=chart.number, of=chart.of, what=what)


def chart_description(timeline: Timeline, chart: Chart, view: Span, language: str) -> str:
    """What a chart shows, in words: each series with its values in view."""
    said = [_spoken(timeline, line.series, view, language) for line in chart.lines]
    return "; ".join(words for words in said if words) or translate("Charts", "No values in view")


def _spoken(timeline: Timeline, place: int, view: Span, language: str) -> str:
    """A series with its values in view, or, where they are many, how many and their extremes; "" without any."""
    series, numbers = timeline.head.series[place], timeline.numbers[place]
    first, last = np.searchsorted(numbers.at, (view.start, view.end))
    if first == last:
        return ""
    title = _title(timeline, series, language)
    if last - first > _MOST_SPOKEN:
        words = translate("Charts", "{title}: {values}, {low} to {high}")
        part = numbers.value[first:last]
        low, high = (_value(float(end), series, language) for end in (part.min(), part.max()))
        return words.format(title=title, values=values_counted(int(last - first)), low=low, high=high)
    points = [series.points[place] for place in numbers.point[first:last].tolist()]
    values = (f"{point_value(point, series, language)} ({date_in_words(point.date, language)})" for point in points)
    return f"{title}: {', '.join(values)}"
