"""Charts of series under the lanes, on the shared time axis."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from timeglass.events.event import Series, text_in
from timeglass.events.numbers import Numbers
from timeglass.layout.chart_axis import axis, number_words, with_unit
from timeglass.layout.chart_lines import Heights, is_marked, line_of
from timeglass.layout.chart_names import ROW_PX, Looks, head_of, looks_of, shared_words
from timeglass.layout.scale import Scale
from timeglass.layout.scene import Chart, ChartLine
from timeglass.layout.text_width import TextWidth

_LEAST_VIEW_PX: Final = 260.0
"""A view lower than this has no room for a chart."""
_LOW_VIEW_PX: Final = 820.0
"""In a view lower than this the names of a chart have one row, unless charts are what is asked for."""
_NAME_ROWS: Final = 2
_SHARE: Final = 0.22
"""So much of a view's height charts may take when nobody asks for more; one chart is always there."""
_SHARE_OF_ALL: Final = 0.6
_HEAD_PX: Final = 4.0
_GAP_PX: Final = 8.0
"""Between the names and the highest value: a mark there is not cut."""
_VALUES_PX: Final = 54.0
_FOOT_PX: Final = 7.0


class _Group(NamedTuple):
    """One chart: its title, unit, series (places in the timeline's), the lines of its axis, how series are told."""

    title: str
    unit: str
    members: list[int]
    ticks: tuple[float, ...]
    looks: Looks


class Charts:
    """Charts of a timeline: series of one ``group`` and unit share one; those without a group share it by unit."""

    def __init__(
        self, series: Sequence[Series], numbers: Sequence[Numbers], language: str, fallback: str, text: TextWidth
    ) -> None:
        self._series = series
        self._numbers = numbers
        self._language = language
        self._text = text
        groups: dict[tuple[str, str], list[int]] = {}
        for place, one in enumerate(series):
            if len(numbers[place]):
                groups.setdefault((text_in(one.group, fallback, fallback), one.unit), []).append(place)
        self._groups = [self._group(members, language, fallback) for members in groups.values()]

    def __len__(self) -> int:
        return len(self._groups)

    def _group(self, members: list[int], language: str, fallback: str) -> _Group:
        first = self._series[members[0]]
        titles = [text_in(self._series[member].title, language, fallback) for member in members]
        title = text_in(first.group, language, fallback)
        looks = looks_of(titles)
        if len(members) == 1 and not title:
            title, looks = titles[0], looks._replace(entries=())
        elif len(members) > 1:
            labels, shared = shared_words(titles)
            title, looks = title or shared, looks_of(labels)
        ends = [self._numbers[member].extremes for member in members]
        ticks = axis(min(low for low, _ in ends), max(high for _, high in ends))
        return _Group(title, first.unit, members, ticks, looks)

    def place(self, scale: Scale, height_px: float, which: int, everything: bool = False) -> tuple[Chart, ...]:
        """Charts at the foot of a view, from one of them on (counted from 0 and round again).

        As many as have room in about a fifth of the height, but one at least; with ``everything`` in more than half
        of it. None where the view is too low for any.
        """
        if not self._groups or height_px < _LEAST_VIEW_PX:
            return ()
        rows = 1 if height_px < _LOW_VIEW_PX and not everything else _NAME_ROWS
        heads = [
            head_of(_named(one), one.looks.entries, one.members, self._text, scale.width_px, rows)
            for one in self._groups
        ]
        heights = [_HEAD_PX + head.rows * ROW_PX + _GAP_PX + _VALUES_PX + _FOOT_PX for head in heads]
        begin = which % len(self._groups)
        left = height_px * (_SHARE_OF_ALL if everything else _SHARE)
        if sum(heights) <= left:
            begin = 0  # all have room: nothing to go round
        end = begin + 1
        left -= heights[begin]
        while end < len(heights) and heights[end] <= left:
            left -= heights[end]
            end += 1
        page = ""
        if end - begin < len(heights):
            page = f"{begin + 1}–{end} / {len(heights)}" if end - begin > 1 else f"{end} / {len(heights)}"
        y = height_px - sum(heights[begin:end])
        charts = []
        for number in range(begin, end):
            top = y + heights[number] - _FOOT_PX - _VALUES_PX
            bottom = y + heights[number] - _FOOT_PX
            group = self._groups[number]
            charts.append(
                Chart(
                    y_px=y,
                    height_px=heights[number],
                    top_px=top,
                    bottom_px=bottom,
                    title=group.title,
                    unit=group.unit,
                    number=number + 1,
                    of=len(heights),
                    page=page if number == begin else "",
                    grid=self._grid(group, top, bottom),
                    names=heads[number].at(y + _HEAD_PX),
                    lines=tuple(self._lines(group, scale, Heights(group.ticks, top, bottom))),
                )
            )
            y += heights[number]
        return tuple(charts)

    def _lines(self, group: _Group, scale: Scale, heights: Heights) -> Iterator[ChartLine]:
        looks = group.looks
        for member, color, shape, manner in zip(group.members, looks.colors, looks.shapes, looks.manners, strict=True):
            step = self._series[member].style == "step"
            runs, columns = line_of(self._numbers[member], scale, step, heights)
            yield ChartLine(member, color, shape, manner, step, is_marked(runs, scale), runs, columns)

    def _grid(self, group: _Group, top: float, bottom: float) -> tuple[tuple[float, str], ...]:
        heights = Heights(group.ticks, top, bottom)(np.array(group.ticks)).tolist()
        # The title says the unit; a short sign is repeated at each number, as one reads it there.
        sign = group.unit if len(group.unit) == 1 else ""
        words = [with_unit(number_words(tick, self._language), sign) for tick in group.ticks]
        return tuple(zip(heights, words, strict=True))


def _named(group: _Group) -> str:
    """The title of a chart with its unit."""
    return ", ".join(part for part in (group.title, group.unit) if part)
