"""Draw the column of names left of the plot: tracks, lanes with their counts, charts."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from timeglass.layout.scene import Chart, Scene
from timeglass.paint.fonts import SMALL_PX, font
from timeglass.paint.theme import Theme, ink

_LEFT_PX = 12.0


class GutterPainter:
    """Paints the gutter in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._name = font(SMALL_PX, bold=True)
        self._count = font(SMALL_PX, tabular=True)
        self._metrics = QFontMetricsF(self._name)

    def paint(self, painter: QPainter, scene: Scene, text_color: Callable[[int], str]) -> None:
        """Draw the gutter of a scene, if it has one; ``text_color`` gives the colour of a category's name."""
        if scene.gutter_px <= 0.0:
            return
        theme = self._theme
        width = scene.gutter_px - _LEFT_PX - 6.0
        painter.save()
        painter.setFont(self._count)
        painter.setPen(ink(theme.muted))
        for track in scene.tracks:
            label = QFontMetricsF(self._count).elidedText(track.label, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QPointF(_LEFT_PX, track.y_px + 15.0), label)
        body = scene.body_bottom_px - scene.header_px
        painter.setClipRect(QRectF(0.0, scene.header_px, scene.gutter_px, body))
        for place, strip in enumerate(scene.lanes):
            if place or scene.scroll_px:
                painter.fillRect(QRectF(0.0, round(strip.y_px), scene.gutter_px, 1.0), ink(theme.line))
            painter.setFont(self._name)
            painter.setPen(ink(text_color(strip.category)))
            # The name stays in view while its lane is scrolled under the header.
            top = max(strip.y_px, scene.header_px) + 6.0
            area = QRectF(_LEFT_PX, top, width, max(strip.height_px - 8.0, 14.0))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            used = painter.boundingRect(area, int(flags), strip.label)
            painter.drawText(area, int(flags), strip.label)
            if strip.height_px - used.height() > 24.0:
                painter.setFont(self._count)
                painter.setPen(ink(theme.muted))
                painter.drawText(QPointF(_LEFT_PX, top + used.height() + 12.0), str(strip.count))
        painter.restore()
        if scene.chart is not None:
            self._chart(painter, scene.chart, scene.gutter_px)

    def _chart(self, painter: QPainter, chart: Chart, gutter_px: float) -> None:
        """The chart's title; where there are several, which one it is (a click shows the next)."""
        theme = self._theme
        painter.fillRect(QRectF(0.0, chart.y_px, gutter_px, 1.0), ink(theme.line))
        painter.setFont(self._name)
        painter.setPen(ink(theme.muted))
        area = QRectF(_LEFT_PX, chart.y_px + 8.0, gutter_px - _LEFT_PX - 6.0, chart.height_px - 28.0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), chart.title)
        if chart.of > 1:
            painter.setFont(self._count)
            at = QPointF(_LEFT_PX, chart.y_px + chart.height_px - 10.0)
            painter.drawText(at, f"{chart.number} / {chart.of}  ›")
