"""The few signs on buttons, drawn as lines in the text's colour at any scale factor."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap

from timeglass.paint.theme import ink

_SIDE: Final = 16.0


def _lines(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _joined(*paths: QPainterPath) -> QPainterPath:
    joined = QPainterPath()
    for path in paths:
        joined.addPath(path)
    return joined


def _search() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(7.0, 7.0), 4.6, 4.6)
    return _joined(path, _lines((10.4, 10.4), (14.0, 14.0)))


def _dot(x: float, y: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), 1.2, 1.2)
    return path


def _framed(*inside: QPainterPath) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(1.5, 2.5, 13.0, 11.0), 2.0, 2.0)
    return _joined(path, *inside)


_PATHS: Final[dict[str, Callable[[], QPainterPath]]] = {
    "search": _search,
    "menu": lambda: _joined(_lines((2, 4), (14, 4)), _lines((2, 8), (14, 8)), _lines((2, 12), (14, 12))),
    "plus": lambda: _joined(_lines((8, 3), (8, 13)), _lines((3, 8), (13, 8))),
    "minus": lambda: _lines((3, 8), (13, 8)),
    "close": lambda: _joined(_lines((4, 4), (12, 12)), _lines((12, 4), (4, 12))),
    "legend": lambda: _joined(
        _dot(3.5, 4.0),
        _lines((7, 4), (14, 4)),
        _dot(3.5, 8.0),
        _lines((7, 8), (14, 8)),
        _dot(3.5, 12.0),
        _lines((7, 12), (14, 12)),
    ),
    "left": lambda: _lines((10, 3.5), (5.5, 8), (10, 12.5)),
    "right": lambda: _lines((6, 3.5), (10.5, 8), (6, 12.5)),
    "down": lambda: _lines((3.5, 6), (8, 10.5), (12.5, 6)),
    "facets": lambda: _framed(_lines((6, 2.5), (6, 13.5))),
    "details": lambda: _framed(_lines((10, 2.5), (10, 13.5))),
    "list": lambda: _framed(_lines((1.5, 9), (14.5, 9)), _lines((4, 11.3), (12, 11.3))),
    "hide": lambda: _joined(_lines((2.5, 4), (13.5, 4)), _lines((4.5, 8), (11.5, 8)), _lines((6.5, 12), (9.5, 12))),
    "warning": lambda: _joined(
        _lines((8, 2), (14.5, 13.5), (1.5, 13.5), (8, 2)), _lines((8, 6.5), (8, 9.5)), _lines((8, 11.2), (8, 11.8))
    ),
    "info": lambda: _joined(_lines((8, 7), (8, 12)), _lines((8, 4), (8, 4.6))),
}


def icon(name: str, color: str, size: int = 16) -> QIcon:
    """An icon by name; ``size`` in logical pixels."""
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(pixmap(name, color, size, ratio))
    return made


def pixmap(name: str, color: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The same as a pixmap for one device pixel ratio."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / _SIDE, size / _SIDE)
    pen = QPen(ink(color), 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(_PATHS[name]())
    painter.end()
    return made
