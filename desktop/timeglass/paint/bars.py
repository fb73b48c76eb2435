"""Draw bars so that their doubt shows: a solid core, ends that fade over the doubtful span, arrows where open."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QGradient, QLinearGradient, QPainter, QPen, QPolygonF

from timeglass.events.columns import Mark
from timeglass.layout.scene import Box
from timeglass.paint.shapes import Manner, manner_of
from timeglass.paint.theme import Theme, ink

_INSET_PX: Final = 3.0
_UNKNOWN_START: Final = Mark.UNKNOWN_START.value
_UNKNOWN_END: Final = Mark.UNKNOWN_END.value
_OPEN: Final = (Mark.OPEN_END | Mark.OPEN_START).value
_LEAST_FADE_PX: Final = 2.0
"""Doubt narrower than this cannot be seen, and is drawn as a sharp end."""
_BEYOND_PX: Final = 64.0
"""So far a fill goes on out of view: readers of SVG refuse what lies millions of pixels away."""
_UNKNOWN_FADE_PX: Final = 140.0
"""An end that exists but is unknown fades over this length."""


@lru_cache(maxsize=512)
def _fade(color: str, alpha: float, shape: str) -> QBrush:
    """A brush that fades "in", "out" or both ways ("lens") over the rectangle that it fills."""
    gradient = QLinearGradient(0.0, 0.0, 1.0, 0.0)
    gradient.setCoordinateMode(QGradient.CoordinateMode.ObjectMode)
    full, none = ink(color, alpha), ink(color, 0.0)
    stops = {
        "in": ((0.0, none), (1.0, full)),
        "out": ((0.0, full), (1.0, none)),
        "lens": ((0.0, none), (0.5, full), (1.0, none)),
    }
    for at, stop in stops[shape]:
        gradient.setColorAt(at, stop)
    return QBrush(gradient)


class BarInk:
    """Draws bars; what is filled with one colour is gathered and filled at once."""

    def __init__(self, painter: QPainter, theme: Theme, plot_px: float) -> None:
        """``plot_px`` is the width of the plot."""
        self._painter = painter
        self._alpha = 0.42 if theme.dark else 0.32
        self._plot_px = plot_px
        self._rects: dict[tuple[str, float], list[QRectF]] = {}
        self._marked: list[tuple[Box, str, float, float]] = []

    def add(self, box: Box, color: str) -> None:
        """Draw a box's extent in its slot; some of it waits for :meth:`finish`."""
        alpha, fill = self._alpha, self._painter.fillRect
        top, height = box.y_px + _INSET_PX, box.height_px - 2 * _INSET_PX
        x0, x1 = box.x0_px, max(box.x1_px, box.x0_px + 1.0)
        core0, core1 = max(box.core0_px, x0), min(box.core1_px, x1)
        flags = box.flags
        if flags & _UNKNOWN_END:
            x1 = min(x1, core1 + _UNKNOWN_FADE_PX)
        if flags & _UNKNOWN_START:
            x0 = max(x0, core0 - _UNKNOWN_FADE_PX)
        if core1 - core0 < 0.0:  # nothing is certain: it happened at some time in here
            fill(QRectF(x0, top, x1 - x0, height), _fade(color, round(alpha * 1.15, 2), "lens"))
            self._gather(color, 0.55, QRectF(x0, top + height - 1.0, x1 - x0, 1.0))
        else:
            sharp_start, sharp_end = core0 - x0 < _LEAST_FADE_PX, x1 - core1 < _LEAST_FADE_PX
            left, right = (x0 if sharp_start else core0), (x1 if sharp_end else core1)
            if not sharp_start:
                fill(QRectF(x0, top, core0 - x0, height), _fade(color, alpha, "in"))
            self._gather(color, alpha, QRectF(left, top, max(right - left, 1.0), height))
            if not sharp_end:
                fill(QRectF(core1, top, x1 - core1, height), _fade(color, alpha, "out"))
            if sharp_start:
                self._gather(color, 1.0, QRectF(x0, top, 2.0, height))
        if box.cut or flags & _OPEN or manner_of(flags) is not Manner.SOLID:
            self._marked.append((box, color, x0, x1))

    def _gather(self, color: str, alpha: float, rect: QRectF) -> None:
        left, right = max(rect.left(), -_BEYOND_PX), min(rect.right(), self._plot_px + _BEYOND_PX)
        if left >= right:
            return
        rect = QRectF(left, rect.top(), right - left, rect.height())
        self._rects.setdefault((color, alpha), []).append(rect)

    def finish(self) -> None:
        """Draw what is still waiting: fills, then what stands on them."""
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        for (color, alpha), rects in self._rects.items():
            painter.setBrush(ink(color, alpha))
            painter.drawRects(rects)
        for box, color, x0, x1 in self._marked:
            top, height = box.y_px + _INSET_PX, box.height_px - 2 * _INSET_PX
            if box.cut:
                _break(painter, x1, top, height, color)
            elif box.flags & _OPEN:
                _arrows(painter, box, color, self._plot_px)
            manner = manner_of(box.flags)
            if manner is not Manner.SOLID:
                _outline(painter, QRectF(x0, top, x1 - x0, height), manner, color)


def _outline(painter: QPainter, rect: QRectF, manner: Manner, color: str) -> None:
    """Rule above and below a bar: its pattern tells the kind of doubt."""
    patterns = {
        Manner.DASHED: [5.0, 3.0],
        Manner.DOTTED: [1.5, 2.5],
        Manner.HALF: [9.0, 3.0, 1.5, 3.0],
        Manner.RING: [12.0, 4.0],
        Manner.HOLLOW: [],
    }
    pen = QPen(ink(color), 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if patterns[manner]:
        pen.setDashPattern(patterns[manner])
    painter.setPen(pen)
    left, right = max(rect.left(), -40.0), min(rect.right(), 20_000.0)
    for y in (rect.top() + 0.5, rect.bottom() - 0.5):
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def _break(painter: QPainter, x: float, top: float, height: float, color: str) -> None:
    """Two slanted strokes, as on a shortened axis: there is more behind this than could be drawn."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink(color), 1.2))
    for offset in (-5.0, -1.5):
        painter.drawLine(QPointF(x + offset, top + height), QPointF(x + offset + 3.0, top))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _arrows(painter: QPainter, box: Box, color: str, plot_px: float) -> None:
    """Arrow heads where a bar runs on beyond what is shown."""
    middle = box.y_px + box.height_px / 2.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(color))
    if box.flags & Mark.OPEN_END.value and box.x1_px > 0.0:
        x = min(box.x1_px, plot_px) - 2.0
        painter.drawPolygon(QPolygonF([QPointF(x - 6, middle - 4.5), QPointF(x, middle), QPointF(x - 6, middle + 4.5)]))
    if box.flags & Mark.OPEN_START.value and box.x0_px < 40.0:
        x = max(box.x0_px, 0.0) + 2.0
        painter.drawPolygon(QPolygonF([QPointF(x + 6, middle - 4.5), QPointF(x, middle), QPointF(x + 6, middle + 4.5)]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
