"""Marks: one shape a category, one manner a kind of doubt, so that nothing is told by colour alone."""

import math
from enum import Enum
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from timeglass.events.columns import Mark

SHAPES: Final = 9
"""Number of different shapes; categories beyond start over."""


class Manner(Enum):
    """How a mark is drawn."""

    SOLID = "solid"
    HOLLOW = "hollow"
    """Approximate."""
    HALF = "half"
    """Uncertain."""
    DASHED = "dashed"
    """Disputed."""
    DOTTED = "dotted"
    """Claimed."""
    RING = "ring"
    """Planned: hollow with a point inside."""


_MANNERS: Final = (
    (Mark.DISPUTED.value, Manner.DASHED),
    (Mark.CLAIMED.value, Manner.DOTTED),
    (Mark.PLANNED.value, Manner.RING),
    (Mark.UNCERTAIN.value, Manner.HALF),
    (Mark.APPROXIMATE.value, Manner.HOLLOW),
)


@lru_cache(maxsize=1024)
def manner_of(flags: int) -> Manner:
    """The manner that an event's flags ask for; status goes before the date's qualifiers."""
    return next((manner for mark, manner in _MANNERS if flags & mark), Manner.SOLID)


def _polygon(corners: int, radius: float, turn: float) -> QPainterPath:
    path = QPainterPath()
    for corner in range(corners):
        angle = math.radians(turn + 360.0 * corner / corners)
        point = QPointF(radius * math.cos(angle), radius * math.sin(angle))
        if corner:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    return path


@lru_cache(maxsize=256)
def shape_path(category: int, radius: float) -> QPainterPath:
    """Outline of a category's shape around the origin; all shapes look about equally large. Do not change it."""
    path = QPainterPath()
    match category % SHAPES if category >= 0 else 0:
        case 0:
            path.addEllipse(QPointF(0.0, 0.0), radius, radius)
        case 1:
            path = _polygon(4, radius * 1.25, 0.0)  # diamond
        case 2:
            side = radius * 0.9
            path.addRoundedRect(QRectF(-side, -side, 2 * side, 2 * side), 1.0, 1.0)
        case 3:
            path = _polygon(3, radius * 1.28, -90.0)  # triangle up
            path.translate(0.0, radius * 0.2)
        case 4:
            path = _polygon(6, radius * 1.1, 0.0)
        case 5:
            path = _polygon(3, radius * 1.28, 90.0)  # triangle down
            path.translate(0.0, -radius * 0.2)
        case 6:
            path = _polygon(5, radius * 1.15, -90.0)
        case 7:
            path.addRoundedRect(QRectF(-radius * 1.15, -radius * 0.65, 2.3 * radius, 1.3 * radius), 2.0, 2.0)
        case _:
            inner = _polygon(10, radius, -90.0)  # star
            star = QPainterPath()
            for place in range(10):
                element = inner.elementAt(place)
                size = 1.3 if place % 2 == 0 else 0.62
                point = QPointF(element.x * size, element.y * size)
                if place:
                    star.lineTo(point)
                else:
                    star.moveTo(point)
            star.closeSubpath()
            path = star
    return path


def draw_mark(painter: QPainter, category: int, manner: Manner, color: QColor, ground: QColor, radius: float) -> None:
    """Draw a mark around the painter's origin. Needs antialiasing to be on."""
    path = shape_path(category, radius)
    if manner is Manner.SOLID:
        painter.fillPath(path, color)
        return
    pen = QPen(color, max(1.2, radius * 0.32))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if manner is Manner.DASHED:
        pen.setDashPattern([2.0, 1.3])
    elif manner is Manner.DOTTED:
        pen.setDashPattern([0.9, 1.1])
    painter.fillPath(path, ground)
    if manner is Manner.HALF:
        # No clip: Qt's SVG engine does not take one back that stands inside another.
        left = QPainterPath()
        left.addRect(QRectF(-2 * radius, -2 * radius, 2 * radius, 4 * radius))
        painter.fillPath(path.intersected(left), color)
    painter.strokePath(path, pen)
    if manner is Manner.RING:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(QPointF(0.0, 0.0), radius * 0.36, radius * 0.36)
