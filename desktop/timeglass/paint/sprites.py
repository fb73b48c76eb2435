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

    def ready(self, wording: str) -> QStaticText | None:
        """The prepared text of a wording, or None where it would have to be prepared first."""
        return self._texts.get(wording)

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


class Sprites:
    """Marks as pixmaps for screens; drawn as paths where the device is no raster (PDF, SVG)."""

    def __init__(self, ground: str, scale_factor: float, vector: bool) -> None:
        self._ground = ground
        self._factor = scale_factor
        self._vector = vector
        self._words: dict[tuple[str, str], QPixmap] = {}
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

    def draw_text(self, painter: QPainter, middle_x: float, y: float, texts: Texts, wording: str, color: str) -> None:
        """Draw a short text that comes again and again, centred; its top is at ``y``."""
        if self._vector:
            text = texts[wording]
            painter.setFont(texts.font)
            painter.setPen(ink(color))
            painter.drawStaticText(QPointF(middle_x - text.size().width() / 2.0, y), text)
            return
        key = (wording, color)
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = self._make_text(texts, wording, color)
        # On whole device pixels the words stay as sharp as they were drawn.
        left = round((middle_x - found.width() / self._factor / 2.0) * self._factor) / self._factor
        painter.drawPixmap(QPointF(left, round(y * self._factor) / self._factor), found)

    def _make_text(self, texts: Texts, wording: str, color: str) -> QPixmap:
        text = texts[wording]
        size = text.size()
        pixmap = self._blank(size.width(), size.height())
        painter = QPainter(pixmap)
        painter.setFont(texts.font)
        painter.setPen(ink(color))
        painter.drawStaticText(QPointF(0.0, 0.0), text)
        painter.end()
        return pixmap

    def _blank(self, width: float, height: float) -> QPixmap:
        pixmap = QPixmap(ceil(width * self._factor), ceil(height * self._factor))
        pixmap.setDevicePixelRatio(self._factor)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _make(self, category: int, manner: Manner, color: str, radius: float) -> QPixmap:
        side = 2.0 * (int(radius * 1.6) + 2)
        pixmap = self._blank(side, side)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(side / 2.0, side / 2.0)
        draw_mark(painter, category, manner, ink(color), ink(self._ground), radius)
        painter.end()
        return pixmap
