"""Pictures of the timeline: SVG with text as text, and PNG at any width."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from timeglass.errors import UsageError
from timeglass.events.event import text_in
from timeglass.events.timeline import Timeline
from timeglass.export.strip import scene_svg, strip_scene
from timeglass.layout.viewport import Viewport
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import LIGHT, Theme

WIDTH_PX: Final = 1600
LARGEST_PX: Final = 16_384


def picture_svg(
    timeline: Timeline,
    rows: NDArray[np.integer],
    viewport: Viewport | None = None,
    width_px: int = WIDTH_PX,
    theme: Theme = LIGHT,
    language: str = "en",
) -> bytes:
    """These events over a span (None: what they cover) as SVG, as high as they need."""
    scene = strip_scene(timeline, rows, float(width_px), viewport, language=language)
    return scene_svg(scene, timeline, theme, text_in(timeline.head.title, language, timeline.head.language))


def picture_png(
    timeline: Timeline,
    rows: NDArray[np.integer],
    viewport: Viewport | None = None,
    width_px: int = WIDTH_PX,
    scale_factor: float = 2.0,
    theme: Theme = LIGHT,
    language: str = "en",
) -> bytes:
    """The same as PNG: ``width_px`` logical pixels wide, ``scale_factor`` real ones for each.

    UsageError beyond 16,384 pixels a side.
    """
    scene = strip_scene(timeline, rows, float(width_px), viewport, language=language)
    width = round(width_px * scale_factor)
    height = round(scene.height_px * scale_factor)
    if max(width, height) > LARGEST_PX:
        raise UsageError(f"a picture of {width} × {height} pixels is too large; at most {LARGEST_PX} a side")
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale_factor)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    colors = [category.color for category in timeline.head.categories.values()]
    ScenePainter(theme, colors, scale_factor).paint(painter, scene)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
