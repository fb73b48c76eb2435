"""Draw the overview: the whole time as a density strip with the visible window in it, and hits marked."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from timeglass.paint.theme import Theme, ink

BIN_PX = 3.0
"""Width of a density column."""


def draw_overview(
    painter: QPainter,
    area: QRectF,
    density: NDArray[np.int64],
    hits: NDArray[np.int64] | None,
    window: tuple[float, float],
    theme: Theme,
) -> None:
    """Draw density columns over an area; ``window`` is the left and right edge of what is visible, in its pixels.

    Heights grow with the square root of the count, so that lone events stay visible beside crowds.
    """
    painter.fillRect(area, ink(theme.canvas))
    left, right = window
    shown = QRectF(area.left() + left, area.top() + 1.0, max(right - left, 4.0), area.height() - 2.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(theme.selection))
    painter.drawRoundedRect(shown, 5.0, 5.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    tallest = area.height() - 18.0
    most = max(int(density.max(initial=0)), 1)
    heights = np.maximum(np.sqrt(density / most) * tallest, 2.0)
    floor = area.bottom() - 9.0
    bars = [
        QRectF(area.left() + place * BIN_PX, floor - heights[place], BIN_PX - 1.0, heights[place])
        for place in np.flatnonzero(density).tolist()
    ]
    painter.setBrush(ink(theme.muted, 0.75))
    painter.drawRects(bars)
    if hits is not None:
        painter.setBrush(ink(theme.hit))
        painter.drawRects(
            [
                QRectF(area.left() + place * BIN_PX, floor + 2.0, BIN_PX - 1.0, 4.0)
                for place in np.flatnonzero(hits).tolist()
            ]
        )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(ink(theme.accent))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shown.adjusted(0.5, 0.5, -0.5, -0.5), 5.0, 5.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
