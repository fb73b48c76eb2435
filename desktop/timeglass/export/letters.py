"""A line of text as drawn letters: a path, and pictures of those that a font has as pictures only, such as emoji.

Qt's own ``QPainterPath.addText`` leaves a gap for such letters, and spoils their font: from then on its advances are
wrong on the screen as well. So glyphs are taken one by one, and no path is asked of a font of pictures.
"""

from base64 import b64encode
from functools import lru_cache
from math import ceil, floor
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QImage, QPainter, QPainterPath, QRawFont, QTextLayout

_SCALE: Final = 8.0
"""Pixels of a picture for one of the drawing: about those that fonts of pictures hold."""
_PICTURES: Final = ("CBLC", "COLR", "SVG ", "sbix")
"""Tables of fonts whose glyphs have colours (OpenType 1.9, "Tables related to color fonts")."""
_ENDLESS_PX: Final = 1e7


class LetterPicture(NamedTuple):
    """A letter as PNG, and where it stands: from the text's left edge, and from its base line down."""

    x: float
    y: float
    width: float
    height: float
    data: bytes

    @property
    def address(self) -> str:
        """The picture as an address that holds it."""
        return f"data:image/png;base64,{b64encode(self.data).decode()}"


class Letters(NamedTuple):
    """A line of text, drawn; the path starts at the origin, on the base line."""

    path: QPainterPath
    pictures: tuple[LetterPicture, ...]


@lru_cache(maxsize=64)
def _is_of_pictures(family: str) -> bool:
    """Tell whether a font's glyphs have colours."""
    font = QRawFont.fromFont(QFont(family))
    return any(not font.fontTable(table).isEmpty() for table in _PICTURES)


def _picture(run: QGlyphRun, baseline: float) -> LetterPicture:
    """A run of one glyph as a picture."""
    around = run.boundingRect()
    left, top = floor(around.left() * _SCALE) - 1, floor(around.top() * _SCALE) - 1
    width, height = ceil(around.right() * _SCALE) + 1 - left, ceil(around.bottom() * _SCALE) + 1 - top
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(-left, -top)
    painter.scale(_SCALE, _SCALE)
    painter.drawGlyphRun(QPointF(), run)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub does not know the format as text
    place = QRectF(left / _SCALE, top / _SCALE - baseline, width / _SCALE, height / _SCALE)
    return LetterPicture(place.x(), place.y(), place.width(), place.height(), bytes(buffer.data().data()))


def drawn_letters(text: str, face: QFont) -> Letters:
    """A line of text in a font, and in those of the system for what that one lacks."""
    layout = QTextLayout(text, face)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS_PX)
    layout.endLayout()
    path, pictures = QPainterPath(), []
    path.setFillRule(Qt.FillRule.WindingFill)
    for run in layout.glyphRuns():
        font = run.rawFont()
        of_pictures = _is_of_pictures(font.familyName())
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            if of_pictures:
                alone = QGlyphRun(run)
                alone.setGlyphIndexes([glyph])
                alone.setPositions([place])
                alone.setBoundingRect(QRectF())  # to be worked out anew
                if not alone.boundingRect().isEmpty():
                    pictures.append(_picture(alone, line.ascent()))
            else:
                path.addPath(font.pathForGlyph(glyph).translated(place.x(), place.y() - line.ascent()))
    return Letters(path, tuple(pictures))
