"""Small pictures and prepared texts that frames share, for one theme and scale factor."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap, QStaticText, QTransform

from timeglass.paint.shapes import Manner, draw_mark
from timeglass.paint.theme import ink

_MOST_TEXTS: Final = 6_000


class Texts:
    """Prepared texts of one font, kept by their wording."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._texts: dict[str, QStaticText] = {}

    def __getitem__(self, wording: str) -> QStaticText:
        found = self._texts.get(wording)
        if found is None:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            found = QStaticText(wording)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            found.prepare(QTransform(), self.font)
            self._texts[wording] = found
        return found


def blank(width_px: float, height_px: float, scale_factor: float) -> QPixmap:
    """An empty picture of a size in logical pixels."""
    pixmap = QPixmap(ceil(width_px * scale_factor), ceil(height_px * scale_factor))
    pixmap.setDevicePixelRatio(scale_factor)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


class Sprites:
    """Marks as pixmaps for screens; drawn as paths where the device is no raster (PDF, SVG)."""

    def __init__(self, ground: str, scale_factor: float, vector: bool) -> None:
        self._ground = ground
        self._factor = scale_factor
        self._vector = vector
        self._pixmaps: dict[tuple[int, Manner, str, float], QPixmap] = {}

    def draw(
        self, painter: QPainter, x: float, y: float, category: int, manner: Manner, color: str, radius: float
    ) -> None:
        """Draw a mark around a point."""
        if self._vector:
            painter.save()
            painter.translate(x, y)
            draw_mark(painter, category, manner, ink(color), ink(self._ground), radius)
            painter.restore()
            return
        key = (category, manner, color, radius)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._make(*key)
        half = found.width() / self._factor / 2.0
        painter.drawPixmap(QPointF(x - half, y - half), found)

    def _make(self, category: int, manner: Manner, color: str, radius: float) -> QPixmap:
        side = 2.0 * (int(radius * 1.6) + 2)
        pixmap = blank(side, side, self._factor)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(side / 2.0, side / 2.0)
        draw_mark(painter, category, manner, ink(color), ink(self._ground), radius)
        painter.end()
        return pixmap
