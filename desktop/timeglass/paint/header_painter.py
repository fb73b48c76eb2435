"""Draw what stands above the lanes: rows of eras and the ruler in two rows."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from timeglass.layout.scene import EraBand, Scene
from timeglass.paint.fonts import SMALL_PX, font
from timeglass.paint.theme import Theme, ink
from timeglass.paint.word_atlas import SMALL_PAGE_PX, Word, words

_CONTEXT_Y: Final = 4.0
_TICKS_Y: Final = 23.0
_ROW_PX: Final = 16.0


class HeaderPainter:
    """Paints eras and ruler in one theme."""

    def __init__(self, theme: Theme, scale_factor: float, vector: bool) -> None:
        self._theme = theme
        self._states = words(font(12), theme.text, scale_factor, vector, SMALL_PAGE_PX)
        self._periods = words(font(12), theme.muted, scale_factor, vector, SMALL_PAGE_PX)
        self._context = words(
            font(SMALL_PX + 1, bold=True, tabular=True), theme.text, scale_factor, vector, SMALL_PAGE_PX
        )
        self._ticks = words(font(SMALL_PX, tabular=True), theme.muted, scale_factor, vector, SMALL_PAGE_PX)

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Draw the header of a scene over its top."""
        painter.save()
        painter.setClipRect(QRectF(0.0, 0.0, scene.width_px, scene.header_px))
        painter.fillRect(QRectF(0.0, 0.0, scene.width_px, scene.header_px), ink(self._theme.canvas))
        self._eras(painter, scene)
        self._ruler(painter, scene)
        painter.restore()

    def _eras(self, painter: QPainter, scene: Scene) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for band in scene.eras:
            painter.setBrush(ink(self._ground_of(band)))
            left, right = max(band.x0_px, -8.0), min(band.x1_px, scene.width_px + 8.0)
            painter.drawRoundedRect(QRectF(left, band.y_px, max(right - left - 1.5, 1.0), band.height_px), 3.0, 3.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for texts, states in ((self._states, True), (self._periods, False)):
            named = [band for band in scene.eras if band.label and band.states is states]
            texts.show(painter, [(band.label_x_px, band.y_px + 3.5, band.label) for band in named])

    def _ground_of(self, band: EraBand) -> str:
        """States alternate between two grounds, so that a change of course is seen; periods share one."""
        theme = self._theme
        return (theme.era_strong if band.order % 2 else theme.era) if band.states else theme.era

    def _ruler(self, painter: QPainter, scene: Scene) -> None:
        theme, scale, top = self._theme, scene.scale, scene.ruler_y_px
        line, x_of = ink(theme.line), scale.mapper()
        painter.fillRect(QRectF(0.0, top, scene.width_px, 1.0), line)
        painter.fillRect(QRectF(0.0, scene.header_px - 1.0, scene.width_px, 1.0), line)
        context = scene.ticks.context
        names: list[Word] = []
        for place, stretch in enumerate(context):
            x = x_of(stretch.start)
            at = max(x + 6.0, 8.0)
            if place + 1 < len(context):  # the name gives way to the next one
                at = min(at, x_of(context[place + 1].start) - self._context.width(stretch.label) - 10.0)
            if x > 0.0:
                painter.fillRect(QRectF(round(x), top, 1.0, scene.header_px - top), line)
            if at >= 0.0:
                names.append((at, top + _CONTEXT_Y, stretch.label))
        self._context.show(painter, names)
        names = []
        for tick in scene.ticks.ticks:
            x = x_of(tick.at)
            painter.fillRect(QRectF(round(x), scene.header_px - 6.0, 1.0, 5.0), line)
            if tick.label and x > -5.0:
                names.append((x + 5.0, top + _TICKS_Y, tick.label))
        self._ticks.show(painter, names)
