"""Draw charts of series: one line a series, a point a value, never a line between different series."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from timeglass.layout.scene import Chart
from timeglass.paint.fonts import TINY_PX, font
from timeglass.paint.shapes import Manner, draw_mark
from timeglass.paint.theme import Theme, ink


def draw_chart(painter: QPainter, chart: Chart, width_px: float, theme: Theme, color: Callable[[int], str]) -> None:
    """Draw a chart over the whole width; ``color`` gives the colour of a series by its place in the chart."""
    ground = QRectF(0.0, chart.y_px, width_px, chart.height_px)
    painter.save()
    painter.setClipRect(ground)
    painter.fillRect(ground, ink(theme.canvas))
    painter.fillRect(QRectF(0.0, chart.y_px, width_px, 1.0), ink(theme.line))
    painter.setFont(font(TINY_PX, tabular=True))
    for y, wording in chart.grid:
        painter.fillRect(QRectF(0.0, round(y), width_px, 1.0), ink(theme.grid))
        painter.setPen(ink(theme.muted))
        painter.drawText(QRectF(0.0, y - 12.0, width_px - 6.0, 12.0), Qt.AlignmentFlag.AlignRight, wording)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in chart.lines:
        ink_of_line = ink(color(line.order))
        painter.setPen(QPen(ink_of_line, 1.4))
        painter.drawPolyline(QPolygonF([QPointF(point.x_px, point.y_px) for point in line.points]))
        for point in line.points:
            if point.low_px != point.high_px:
                painter.drawLine(QPointF(point.x_px, point.low_px), QPointF(point.x_px, point.high_px))
            if -10.0 < point.x_px < width_px + 10.0:
                painter.save()
                painter.translate(point.x_px, point.y_px)
                draw_mark(painter, line.order, Manner.SOLID, ink_of_line, ink(theme.canvas), 3.0)
                painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.restore()
