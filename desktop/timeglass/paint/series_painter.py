"""Draw charts of series: one line a series, a point a value, never a line between different series."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from timeglass.layout.scene import Chart
from timeglass.paint.shapes import Manner
from timeglass.paint.sprites import Sprites, Texts
from timeglass.paint.theme import Theme, ink


def draw_chart(
    painter: QPainter,
    chart: Chart,
    width_px: float,
    theme: Theme,
    color: Callable[[int], str],
    sprites: Sprites,
    tiny: Texts,
) -> None:
    """Draw a chart over the whole width; ``color`` gives the colour of a series by its place in the chart."""
    ground = QRectF(0.0, chart.y_px, width_px, chart.height_px)
    painter.save()
    painter.setClipRect(ground)
    painter.fillRect(ground, ink(theme.canvas))
    painter.fillRect(QRectF(0.0, chart.y_px, width_px, 1.0), ink(theme.line))
    painter.setFont(tiny.font)
    for y, wording in chart.grid:
        painter.fillRect(QRectF(0.0, round(y), width_px, 1.0), ink(theme.grid))
        text = tiny[wording]
        painter.setPen(ink(theme.muted))
        painter.drawStaticText(QPointF(width_px - 6.0 - text.size().width(), y - 12.0), text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in chart.lines:
        ink_of_line = ink(color(line.order))
        painter.setPen(QPen(ink_of_line, 1.4))
        painter.drawPolyline(QPolygonF([QPointF(point.x_px, point.y_px) for point in line.points]))
        for point in line.points:
            if point.low_px != point.high_px:
                painter.drawLine(QPointF(point.x_px, point.low_px), QPointF(point.x_px, point.high_px))
            if -10.0 < point.x_px < width_px + 10.0:
                sprites.draw(painter, point.x_px, point.y_px, line.order, Manner.SOLID, color(line.order), 3.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.restore()
