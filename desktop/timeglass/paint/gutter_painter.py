"""Draw the column of names left of the plot: tracks, lanes with their counts."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTextOption, QTransform

from timeglass.layout.scene import LaneStrip, Scene
from timeglass.paint.fonts import SMALL_PX, font
from timeglass.paint.theme import Theme, ink

_LEFT_PX: Final = 12.0
_LINE_PX: Final = 14.0


class Gutter(QObject):
    """Words with numbers. (Qt's tools see that a text has several forms only where ``tr`` of an object is called.)"""

    def hidden(self, count: int) -> str:
        """ "1 lane hidden", "3 lanes hidden"."""
        return self.tr("%Ln lane(s) hidden", "", count)


class _Names:
    """Prepared names in one font: wrapped where there is height for it, else shortened to a line."""

    def __init__(self, of: QFont) -> None:
        self.font = of
        self._metrics = QFontMetricsF(of)
        self._made: dict[tuple[str, int, bool], QStaticText] = {}

    def get(self, label: str, width_px: float, wrap: bool = False) -> QStaticText:
        """A name no wider than a width."""
        key = (label, int(width_px), wrap)
        found = self._made.get(key)
        if found is None:
            wording = label if wrap else self._metrics.elidedText(label, Qt.TextElideMode.ElideRight, width_px)
            found = QStaticText(wording)
            found.setTextFormat(Qt.TextFormat.PlainText)
            if wrap:
                option = QTextOption(Qt.AlignmentFlag.AlignLeft)
                option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
                found.setTextOption(option)
                found.setTextWidth(width_px)
            found.prepare(QTransform(), self.font)
            self._made[key] = found
        return found


class GutterPainter:
    """Paints the gutter in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._names = _Names(font(SMALL_PX, bold=True))
        self._quiet = _Names(font(SMALL_PX, tabular=True))

    def paint(self, painter: QPainter, scene: Scene, text_color: Callable[[int], str]) -> None:
        """Draw the gutter of a scene, if it has one; ``text_color`` gives the colour of a category's name."""
        if scene.gutter_px <= 0.0:
            return
        width = scene.gutter_px - _LEFT_PX - 6.0
        painter.save()
        painter.setFont(self._quiet.font)
        painter.setPen(ink(self._theme.muted))
        for track in scene.tracks:
            painter.drawStaticText(QPointF(_LEFT_PX, track.y_px + 3.5), self._quiet.get(track.label, width))
        if scene.hidden_lanes:
            painter.setPen(ink(self._theme.accent))
            words = Gutter().hidden(scene.hidden_lanes)
            painter.drawStaticText(QPointF(_LEFT_PX, scene.header_px - 19.0), self._quiet.get(words, width))
        body = scene.body_bottom_px - scene.header_px
        painter.setClipRect(QRectF(0.0, scene.header_px, scene.gutter_px, body))
        for place, strip in enumerate(scene.lanes):
            if place or scene.scroll_px:
                painter.fillRect(QRectF(0.0, round(strip.y_px), scene.gutter_px, 1.0), ink(self._theme.line))
            self._lane(painter, strip, max(strip.y_px, scene.header_px), width, text_color(strip.category))
        painter.restore()

    def _lane(self, painter: QPainter, strip: LaneStrip, top_px: float, width_px: float, color: str) -> None:
        """A lane's name and, below it, its count; the name stays in view while its lane slides under the header."""
        label = f"{strip.label}  ▸" if strip.collapsed else strip.label
        name = self._names.get(label, width_px, wrap=strip.height_px >= 2 * _LINE_PX + 6.0)
        painter.setFont(self._names.font)
        painter.setPen(ink(color))
        painter.drawStaticText(QPointF(_LEFT_PX, top_px + 4.0), name)
        below = 4.0 + name.size().height()
        if strip.height_px - below >= _LINE_PX:
            painter.setFont(self._quiet.font)
            painter.setPen(ink(self._theme.muted))
            painter.drawStaticText(QPointF(_LEFT_PX, top_px + below), self._quiet.get(str(strip.count), width_px))
