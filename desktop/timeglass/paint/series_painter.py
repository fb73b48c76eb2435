"""Draw charts of series: names, grid, bands of ranges, a line a series, marks at values; never a line over a gap."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from timeglass.layout.chart_hit import ChartFocus, Reading
from timeglass.layout.chart_names import NAME_MARK_PX
from timeglass.layout.scene import Chart, ChartLine, ChartName, ChartPoint, Scene
from timeglass.paint.fonts import SMALL_PX, font
from timeglass.paint.shapes import Manner
from timeglass.paint.sprites import Sprites
from timeglass.paint.theme import Theme, ink, series_color
from timeglass.paint.word_atlas import Words, words

_LINE_PX: Final = 1.8
_HALF_PX: Final = 0.45
"""So far from the middle of a line stand the two hairlines that make it."""
_MARK_PX: Final = 3.4
_HALO_PX: Final = 1.4
_REACH_PX: Final = 10.0
"""So far beyond the edge a mark may still be seen."""
_BAND: Final = 0.18
"""Opacity of a band of ranges."""
_AWAY: Final = 0.22
"""Opacity of the other series while one is meant."""
_MANNERS: Final = (Manner.SOLID, Manner.HOLLOW, Manner.HALF, Manner.RING)
_PATTERNS: Final = ((), (3.4, 1.8), (0.6, 2.0), (5.0, 1.8, 0.6, 1.8))
"""Strokes and gaps of lines by their manner, in widths of the line."""
_LEAST_PX: Final = 1.6
"""Least height of a column of folded values: that of a line."""


class SeriesPainter:
    """Paints the charts of scenes in one theme at one scale factor; ``vector`` is for devices that are no raster."""

    def __init__(self, theme: Theme, sprites: Sprites, scale_factor: float = 1.0, vector: bool = False) -> None:
        self._theme = theme
        self._sprites = sprites
        plain, bold = font(SMALL_PX, tabular=True), font(SMALL_PX, bold=True)
        self._words = words(plain, theme.text, scale_factor, vector)
        self._titles = words(bold, theme.text, scale_factor, vector)
        self._quiet = words(plain, theme.muted, scale_factor, vector)
        self._quiet_titles = words(bold, theme.muted, scale_factor, vector)
        self._pages = words(plain, theme.accent, scale_factor, vector)
        self._line_height = QFontMetricsF(plain).height()
        self._fine = scale_factor == 1.0 and not vector

    def paint(self, painter: QPainter, scene: Scene, focus: ChartFocus | None = None) -> None:
        """Draw all charts of a scene; the painter's origin is the plot's left edge."""
        for chart in scene.charts:
            painter.save()
            self._chart(painter, chart, scene, focus if focus is not None and focus.number == chart.number else None)
            painter.restore()

    def _chart(self, painter: QPainter, chart: Chart, scene: Scene, focus: ChartFocus | None) -> None:
        theme, width = self._theme, scene.width_px
        painter.setClipRect(QRectF(-scene.gutter_px, chart.y_px, scene.gutter_px + width, chart.height_px))
        painter.fillRect(QRectF(0.0, chart.y_px, width, chart.height_px), ink(theme.canvas))
        painter.fillRect(QRectF(-scene.gutter_px, chart.y_px, scene.gutter_px + width, 1.0), ink(theme.line))
        self._axis(painter, chart, scene)
        painter.setClipRect(QRectF(0.0, chart.y_px, width, chart.height_px))
        self._grid(painter, chart, scene)
        meant = () if focus is None else focus.series
        self._names(painter, chart.names, meant)
        painter.setClipRect(QRectF(0.0, chart.top_px - 8.0, width, chart.y_px + chart.height_px - chart.top_px + 8.0))
        for line in sorted(chart.lines, key=lambda one: one.series in meant):  # what that is meant lies on top
            painter.setOpacity(_AWAY if meant and line.series not in meant else 1.0)
            self._line(painter, line, width)
        painter.setOpacity(1.0)
        if focus is not None and focus.readings:
            self._readings(painter, focus.readings, chart, width)

    def _axis(self, painter: QPainter, chart: Chart, scene: Scene) -> None:
        """Numbers of the value axis, left of the plot; and which charts are in view."""
        width, edge = self._quiet.width, 2.0 - scene.gutter_px
        self._quiet.show(
            painter,
            [(max(-6.0 - width(text), edge), y - self._line_height / 2.0, text) for y, text in chart.grid],
        )
        if chart.page:
            self._pages.show(painter, [(12.0 - scene.gutter_px, chart.y_px + 6.0, f"{chart.page}  ›")])

    def _grid(self, painter: QPainter, chart: Chart, scene: Scene) -> None:
        """Lines of the ruler's ticks and of the value axis."""
        theme = self._theme
        x, height = scene.scale.mapper(), chart.bottom_px - chart.top_px
        rules = [QRectF(round(x(tick.at)), chart.top_px, 1.0, height) for tick in scene.ticks.ticks]
        rules += [QRectF(0.0, round(y), scene.width_px, 1.0) for y, _ in chart.grid[1:]]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(theme.grid))
        painter.drawRects(rules)
        painter.fillRect(QRectF(0.0, round(chart.grid[0][0]), scene.width_px, 1.0), ink(theme.line))

    def _names(self, painter: QPainter, names: Iterable[ChartName], meant: tuple[int, ...]) -> None:
        """What colours, strokes and marks stand for; muted where another series is meant."""
        kinds: dict[Words, list[tuple[float, float, str]]] = {}
        for name in names:
            x = name.x_px
            if name.color >= 0 or name.shape >= 0:
                self._key(painter, name)
                x += NAME_MARK_PX
            away = bool(meant) and not set(meant) & set(name.series)
            kind = (
                (self._quiet_titles if away else self._titles) if name.title else (self._quiet if away else self._words)
            )
            kinds.setdefault(kind, []).append((x, name.y_px, name.label))
        for kind, placed in kinds.items():
            kind.show(painter, placed)

    def _key(self, painter: QPainter, name: ChartName) -> None:
        color = series_color(self._theme, name.color) if name.color >= 0 else self._theme.muted
        if name.shape >= 0:
            self._sprites.draw(painter, name.x_px + 5.0, name.y_px + 7.0, name.shape, Manner.SOLID, color, 3.8)
        else:
            self._stroke(painter, name.x_px, name.y_px + 7.0, name.color, color)

    def _stroke(self, painter: QPainter, x: float, y: float, manner: int, color: str) -> None:
        """A piece of line with its mark, for all series that share a colour."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_pen(color, manner))
        painter.drawLine(QPointF(x + 0.5, y), QPointF(x + 11.0, y))
        painter.restore()

    def _line(self, painter: QPainter, line: ChartLine, width: float) -> None:
        color = series_color(self._theme, line.color)
        pen = _pen(color, line.manner)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        runs = [run for run in line.runs if run[-1].x_px > -_REACH_PX and run[0].x_px < width + _REACH_PX]
        for run in runs:
            self._band(painter, run, line.step, color)
        for run in runs:
            if len(run) > 1:
                self._follow(painter, list(_path(run, line.step)), color, line.manner)
        self._marks(painter, [run for run in runs if line.marked or len(run) == 1], line, color, width)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if line.columns:
            self._columns(painter, line, color, pen)

    def _follow(self, painter: QPainter, points: list[QPointF], color: str, manner: int) -> None:
        """A line through points. Two hairlines beside one another look like one of twice the width, and are drawn at a
        tenth of its cost (12 against 200 µs)."""
        if not self._fine:
            painter.setPen(_pen(color, manner))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
            return
        painter.setPen(_hairline(color, manner))
        pairs = []
        for start, end in pairwise(points):
            across, down = end.x() - start.x(), end.y() - start.y()
            reach = _HALF_PX / (hypot(across, down) or 1.0)
            aside = QPointF(-down * reach, across * reach)
            pairs += [QLineF(start + aside, end + aside), QLineF(start - aside, end - aside)]
        painter.drawLines(pairs)

    def _marks(
        self, painter: QPainter, runs: list[tuple[ChartPoint, ...]], line: ChartLine, color: str, width: float
    ) -> None:
        """Marks with a rim of the ground, so that they stand out from lines that cross there."""
        seen = [point for run in runs for point in run if -_REACH_PX < point.x_px < width + _REACH_PX]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(self._theme.canvas))
        for point in seen:
            painter.drawEllipse(QPointF(point.x_px, point.y_px), _MARK_PX + _HALO_PX, _MARK_PX + _HALO_PX)
        manner = _MANNERS[line.manner % len(_MANNERS)]
        for point in seen:
            self._sprites.draw(painter, point.x_px, point.y_px, line.shape, manner, color, _MARK_PX)

    def _band(self, painter: QPainter, run: tuple[ChartPoint, ...], step: bool, color: str) -> None:
        """The ranges of neighbours as one band; that of a value alone as a stroke."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(color, _BAND))
        for part in _ranged(run):
            if len(part) == 1:
                (point,) = part
                painter.drawRect(QRectF(point.x_px - 6.0, point.high_px, 12.0, point.low_px - point.high_px))
                continue
            upper = list(_path(part, step, lambda point: point.high_px))
            lower = list(_path(part, step, lambda point: point.low_px))
            painter.drawPolygon(QPolygonF(upper + lower[::-1]))

    def _columns(self, painter: QPainter, line: ChartLine, color: str, pen: QPen) -> None:
        """Folded values: a stroke over all heights met in a column, joined to the column before."""
        strokes: list[QRectF] = []
        bands: list[QRectF] = []
        links: list[QPointF] = []
        before = None
        for column in line.columns:
            x0, x1 = round(column.x0_px), max(round(column.x1_px), round(column.x0_px) + 1)
            top, bottom = column.top_px, column.bottom_px
            if before is not None and column.joined:
                if column.x0_px - before.x1_px > 0.5:
                    corner = QPointF(column.x0_px, before.leave_px) if line.step else None
                    links += [QPointF(before.x1_px, before.leave_px), corner] if corner is not None else []
                    links += [corner or QPointF(before.x1_px, before.leave_px), QPointF(column.x0_px, column.enter_px)]
                else:  # neighbours meet
                    top, bottom = min(top, before.bottom_px), max(bottom, before.top_px)
            strokes.append(QRectF(x0, top - _LEAST_PX / 2.0, x1 - x0, bottom - top + _LEAST_PX))
            if column.high_px < column.top_px or column.low_px > column.bottom_px:
                bands.append(QRectF(x0, column.high_px, x1 - x0, column.low_px - column.high_px))
            before = column
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(color, _BAND))
        painter.drawRects(bands)
        painter.setBrush(ink(color))
        painter.drawRects(strokes)
        if links:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            painter.drawLines(links)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _readings(self, painter: QPainter, readings: tuple[Reading, ...], chart: Chart, width: float) -> None:
        """A line at the time that is read, and a ring around each value."""
        theme = self._theme
        x = readings[0].x_px
        painter.fillRect(QRectF(round(x), chart.top_px, 1.0, chart.bottom_px - chart.top_px), ink(theme.muted))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for reading in readings:
            painter.setPen(QPen(ink(theme.text), 1.4))
            painter.setBrush(ink(series_color(theme, reading.color)))
            painter.drawEllipse(QPointF(reading.x_px, reading.y_px), 4.4, 4.4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


@lru_cache(maxsize=256)
def _hairline(color: str, manner: int) -> QPen:
    pen = QPen(ink(color), 1.0)
    pattern = [length * _LINE_PX for length in _PATTERNS[manner % len(_PATTERNS)]]
    if pattern:
        pen.setDashPattern(pattern)
    return pen


@lru_cache(maxsize=256)
def _pen(color: str, manner: int) -> QPen:
    pen = QPen(ink(color), _LINE_PX)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pattern = _PATTERNS[manner % len(_PATTERNS)]
    if pattern:
        pen.setDashPattern(pattern)
    return pen


def _height(point: ChartPoint) -> float:
    return point.y_px


def _path(
    run: tuple[ChartPoint, ...], step: bool, height: Callable[[ChartPoint], float] = _height
) -> Iterator[QPointF]:
    """Corners of a run's line; with ``step`` each height is held until the next point."""
    for place, point in enumerate(run):
        if step and place:
            yield QPointF(point.x_px, height(run[place - 1]))
        yield QPointF(point.x_px, height(point))


def _ranged(run: tuple[ChartPoint, ...]) -> Iterator[tuple[ChartPoint, ...]]:
    """Stretches of neighbours that have a range."""
    part: list[ChartPoint] = []
    for point in run:
        if point.low_px != point.high_px:
            part.append(point)
        elif part:
            yield tuple(part)
            part = []
    if part:
        yield tuple(part)
