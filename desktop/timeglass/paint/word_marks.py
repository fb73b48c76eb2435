"""The words that a search found, marked on the labels of events."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from timeglass.layout.scene import Box
from timeglass.paint.fonts import LABEL_PX, font
from timeglass.paint.theme import Theme, ink

Stretches = Callable[[str], Sequence[tuple[int, int]]]
"""Takes a text; gives the stretches of it, from character to character, that are to be marked."""
_MOST_KEPT: Final = 6_000
_STRENGTH: Final = 0.24
_STRENGTH_IN_THE_DARK: Final = 0.18
"""Light words on it must still be read where a bar and the selection lie below."""
_TOP_PX: Final = 2.0


class WordMarks:
    """Draws a breath of colour over words; keeps where they stand in labels."""

    def __init__(self, theme: Theme) -> None:
        self._color = ink(theme.hit, _STRENGTH_IN_THE_DARK if theme.dark else _STRENGTH)
        self._metrics = {bold: QFontMetricsF(font(LABEL_PX, bold=bold)) for bold in (False, True)}
        self._kept: dict[tuple[str, bool, tuple[tuple[int, int], ...]], Sequence[tuple[float, float]]] = {}

    def draw(self, painter: QPainter, boxes: Sequence[Box], stretches: Stretches) -> None:
        """Mark the words on the labels of boxes."""
        marks = []
        for box in boxes:
            found = tuple(stretches(box.label)) if box.label else ()
            if found:
                top, height = box.y_px + _TOP_PX, box.height_px - 2.0 * _TOP_PX
                places = self._places(box.label, box.bold, found)
                marks += [QRectF(box.label_x_px + left, top, width, height) for left, width in places]
        for mark in marks:
            painter.fillRect(mark, self._color)

    def _places(self, label: str, bold: bool, stretches: tuple[tuple[int, int], ...]) -> Sequence[tuple[float, float]]:
        """Left edge and width of stretches of a label."""
        key = label, bold, stretches
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            advance = self._metrics[bold].horizontalAdvance
            edges = [(advance(label[:start]), advance(label[:end])) for start, end in stretches]
            found = self._kept[key] = [(left - 1.0, right - left + 2.0) for left, right in edges]
        return found
