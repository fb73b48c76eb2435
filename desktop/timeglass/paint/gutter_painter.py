"""Draw the column of names left of the plot: tracks, lanes with their counts."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLocale, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap, QStaticText, QTextOption, QTransform

from timeglass.layout.scene import LaneStrip, Scene
from timeglass.paint.fonts import SMALL_PX, font
from timeglass.paint.sprites import blank
from timeglass.paint.theme import Theme, ink

_LEFT_PX: Final = 12.0
_SHORTENED_FROM_PX: Final = 40.0
_LINE_PX: Final = 14.0


class Gutter(QObject):
    """Words with numbers. (Qt's tools see that a text has several forms only where ``tr`` of an object is called.)"""

    def hidden(self, count: int) -> str:
        """ "1 lane hidden", "3 lanes hidden"."""
        return self.tr("%Ln lane(s) hidden", "", count)


class _Names:
    """Names in one font: wrapped where there is height for it, else shortened to a line."""

    def __init__(self, of: QFont, scale_factor: float, vector: bool) -> None:
        self.font = of
        self._metrics = QFontMetricsF(of)
        self._factor = scale_factor
        self._vector = vector
        self._texts: dict[tuple[str, int, bool], QStaticText] = {}
        self._pictures: dict[tuple[str, int, bool, str], QPixmap] = {}

    def draw(
        self, painter: QPainter, x: float, y: float, label: str, width_px: float, color: str, wrap: bool = False
    ) -> float:
        """Draw a name no wider than a width; returns its height."""
        text = self._text(label, width_px, wrap)
        if self._vector:
            painter.setFont(self.font)
            painter.setPen(ink(color))
            painter.drawStaticText(QPointF(x, y), text)
        else:
            picture = self._picture((label, int(width_px), wrap, color), text)
            painter.drawPixmap(QPointF(x - 1.0, round(y * self._factor) / self._factor), picture)
        return text.size().height()

    def _text(self, label: str, width_px: float, wrap: bool) -> QStaticText:
        key = (label, int(width_px), wrap)
        found = self._texts.get(key)
        if found is None:
            # A word that is wider than a line is shortened: broken in two it is hard to read. But not to three letters.
            broken = wrap and width_px < _SHORTENED_FROM_PX
            parts = label.split(" ") if wrap else [label]
            found = QStaticText(label if broken else " ".join(self._shortened(part, width_px) for part in parts))
            found.setTextFormat(Qt.TextFormat.PlainText)
            if wrap:
                option = QTextOption(Qt.AlignmentFlag.AlignLeft)
                mode = QTextOption.WrapMode
                option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if broken else mode.WordWrap)
                found.setTextOption(option)
                found.setTextWidth(width_px)
            found.prepare(QTransform(), self.font)
            self._texts[key] = found
        return found

    def _shortened(self, words: str, width_px: float) -> str:
        return self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, width_px)

    def _picture(self, key: tuple[str, int, bool, str], text: QStaticText) -> QPixmap:
        found = self._pictures.get(key)
        if found is None:
            size = text.size()
            found = self._pictures[key] = blank(size.width() + 2.0, size.height(), self._factor)
            painter = QPainter(found)
            painter.setFont(self.font)
            painter.setPen(ink(key[3]))
            painter.drawStaticText(QPointF(1.0, 0.0), text)
            painter.end()
        return found


class GutterPainter:
    """Paints the gutter in one theme."""

    def __init__(self, theme: Theme, scale_factor: float, vector: bool) -> None:
        self._theme = theme
        self._names = _Names(font(SMALL_PX, bold=True), scale_factor, vector)
        self._quiet = _Names(font(SMALL_PX, tabular=True), scale_factor, vector)

    def paint(self, painter: QPainter, scene: Scene, text_color: Callable[[int], str]) -> None:
        """Draw the gutter of a scene, if it has one; ``text_color`` gives the colour of a category's name."""
        if scene.gutter_px <= 0.0:
            return
        theme, width = self._theme, scene.gutter_px - _LEFT_PX - 6.0
        painter.save()
        for track in scene.tracks:
            self._quiet.draw(painter, _LEFT_PX, track.y_px + 3.5, track.label, width, theme.muted)
        if scene.hidden_lanes:
            words = Gutter().hidden(scene.hidden_lanes)
            self._quiet.draw(painter, _LEFT_PX, scene.header_px - 19.0, words, width, theme.accent)
        body = scene.body_bottom_px - scene.header_px
        painter.setClipRect(QRectF(0.0, scene.header_px, scene.gutter_px, body))
        for place, strip in enumerate(scene.lanes):
            if place or scene.scroll_px:
                painter.fillRect(QRectF(0.0, round(strip.y_px), scene.gutter_px, 1.0), ink(theme.line))
            self._lane(painter, strip, max(strip.y_px, scene.header_px), width, text_color(strip.category))
        painter.restore()

    def _lane(self, painter: QPainter, strip: LaneStrip, top_px: float, width_px: float, color: str) -> None:
        """A lane's name and, below it, its count; the name stays in view while its lane slides under the header."""
        label = f"{strip.label}  ▸" if strip.collapsed else strip.label
        wrap = strip.height_px >= 2 * _LINE_PX + 6.0
        below = 4.0 + self._names.draw(painter, _LEFT_PX, top_px + 4.0, label, width_px, color, wrap)
        if strip.height_px - below >= _LINE_PX:
            self._quiet.draw(
                painter, _LEFT_PX, top_px + below, QLocale().toString(strip.count), width_px, self._theme.muted
            )
