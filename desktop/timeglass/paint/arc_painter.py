"""Draw relations: an arc a relation, its pattern tells the type, an arrow head its direction."""

import math
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from timeglass.layout.arcs import STUB_PX, Arc
from timeglass.paint.theme import Theme, ink

_PATTERNS: Final[dict[str, list[float]]] = {
    "leads-to": [],
    "responds-to": [6.0, 3.0],
    "reverses": [6.0, 2.5, 1.0, 2.5],
    "part-of": [1.2, 2.2],
    "see-also": [2.5, 4.0],
}
_HEAD_PX: Final = 7.0


def draw_arcs(painter: QPainter, arcs: Iterable[Arc], theme: Theme) -> None:
    """Draw arcs over the plot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for arc in arcs:
        path = _path(arc)
        pen = QPen(ink(theme.accent, 0.85), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if _PATTERNS.get(arc.kind):
            pen.setDashPattern(_PATTERNS[arc.kind])
        painter.strokePath(path, pen)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(theme.accent))
        # A stub always points out of view; else the arrow stands at the event that is named.
        at_end = bool(arc.stub) or not arc.backward
        _head(painter, path, at_end)
    painter.restore()


def _path(arc: Arc) -> QPainterPath:
    path = QPainterPath(QPointF(arc.x0_px, arc.y0_px))
    if arc.stub:
        start = arc.x1_px - arc.stub * STUB_PX
        path = QPainterPath(QPointF(start, arc.y0_px + (arc.y1_px - arc.y0_px) * 0.6))
        path.quadTo(QPointF(arc.x1_px - arc.stub * STUB_PX * 0.4, arc.y1_px), QPointF(arc.x1_px - arc.stub, arc.y1_px))
        return path
    across = arc.x1_px - arc.x0_px
    lift = min(70.0, 16.0 + 0.22 * abs(across))
    path.cubicTo(
        QPointF(arc.x0_px + 0.25 * across, arc.y0_px - lift),
        QPointF(arc.x1_px - 0.25 * across, arc.y1_px - lift),
        QPointF(arc.x1_px, arc.y1_px - 6.0),
    )
    return path


def _head(painter: QPainter, path: QPainterPath, at_end: bool) -> None:
    """An arrow head on an end of a path, along its direction there."""
    length = max(path.length(), 1.0)
    tip = path.pointAtPercent(1.0 if at_end else 0.0)
    near = path.pointAtPercent(max(0.0, 1.0 - 9.0 / length) if at_end else min(1.0, 9.0 / length))
    angle = math.atan2(tip.y() - near.y(), tip.x() - near.x())
    wings = [
        tip + QPointF(_HEAD_PX * math.cos(angle + turn), _HEAD_PX * math.sin(angle + turn)) for turn in (2.6, -2.6)
    ]
    painter.drawPolygon(QPolygonF([tip, *wings]))
