"""Draw what stands above the lanes: rows of eras and the ruler in two rows."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from timeglass.layout.scene import EraBand, Scene
from timeglass.paint.fonts import SMALL_PX, font
from timeglass.paint.sprites import Texts
from timeglass.paint.theme import Theme, ink

_CONTEXT_Y: Final = 4.0
_TICKS_Y: Final = 23.0
_ROW_PX: Final = 16.0


class HeaderPainter:
    """Paints eras and ruler in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._names = Texts(font(12))
        self._context = Texts(font(SMALL_PX + 1, bold=True, tabular=True))
        self._ticks = Texts(font(SMALL_PX, tabular=True))

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Draw the header of a scene over its top."""
        painter.save()
        painter.setClipRect(QRectF(0.0, 0.0, scene.width_px, scene.header_px))
        painter.fillRect(QRectF(0.0, 0.0, scene.width_px, scene.header_px), ink(self._theme.canvas))
        self._eras(painter, scene)
        self._ruler(painter, scene)
        painter.restore()

    def _eras(self, painter: QPainter, scene: Scene) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for band in scene.eras:
            painter.setBrush(ink(self._ground_of(band)))
            left, right = max(band.x0_px, -8.0), min(band.x1_px, scene.width_px + 8.0)
            painter.drawRoundedRect(QRectF(left, band.y_px, max(right - left - 1.5, 1.0), band.height_px), 3.0, 3.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._names.font)
        for band in scene.eras:
            if band.label:
                painter.setPen(ink(theme.text if band.states else theme.muted))
                painter.drawStaticText(QPointF(band.label_x_px, band.y_px + 3.5), self._names[band.label])

    def _ground_of(self, band: EraBand) -> str:
        """States alternate between two grounds, so that a change of course is seen; periods share one."""
        theme = self._theme
        return (theme.era_strong if band.order % 2 else theme.era) if band.states else theme.era

    def _ruler(self, painter: QPainter, scene: Scene) -> None:
        theme, scale, top = self._theme, scene.scale, scene.ruler_y_px
        line, muted = ink(theme.line), ink(theme.muted)
        painter.fillRect(QRectF(0.0, top, scene.width_px, 1.0), line)
        painter.fillRect(QRectF(0.0, scene.header_px - 1.0, scene.width_px, 1.0), line)
        painter.setFont(self._context.font)
        painter.setPen(ink(theme.text))
        context = scene.ticks.context
        for place, stretch in enumerate(context):
            x = scale.x(stretch.start)
            text = self._context[stretch.label]
            width = text.size().width()
            at = max(x + 6.0, 8.0)
            if place + 1 < len(context):  # the name gives way to the next one
                at = min(at, scale.x(context[place + 1].start) - width - 10.0)
            if x > 0.0:
                painter.fillRect(QRectF(round(x), top, 1.0, scene.header_px - top), line)
            if at >= 0.0:
                painter.drawStaticText(QPointF(at, top + _CONTEXT_Y), text)
        painter.setFont(self._ticks.font)
        painter.setPen(muted)
        for tick in scene.ticks.ticks:
            x = scale.x(tick.at)
            painter.fillRect(QRectF(round(x), scene.header_px - 6.0, 1.0, 5.0), line)
            if tick.label and x > -5.0:
                painter.drawStaticText(QPointF(x + 5.0, top + _TICKS_Y), self._ticks[tick.label])
