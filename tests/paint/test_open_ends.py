"""Where the arrow heads of open ends stand, at every scale factor."""

import re

import pytest
from PySide6.QtCore import QBuffer, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from builders import a_builder, a_timeline
from pictures import picture
from timeglass.layout.scene import Box
from timeglass.layout.viewport import Viewport
from timeglass.paint.bars import BarInk
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import LIGHT

WIDTH, HEIGHT = 700, 160


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_an_open_end_points_out_at_the_edge_and_nowhere_else(qapp: object, factor: float) -> None:
    timeline = a_timeline("1990/.. a Open", "2000 b Other")
    scene = a_builder(timeline).build(Viewport.over(timeline.span), float(WIDTH), float(HEIGHT))
    (box,) = (box for box in scene.boxes if box.row == 0)
    painter = ScenePainter(LIGHT, scale_factor=factor)
    drawn: QImage = picture(lambda to: painter.paint(to, scene), WIDTH, HEIGHT, "#ffffff", factor)
    middle = round((box.y_px + box.height_px / 2.0) * factor)
    full = painter.color(box.category)

    def solid(x_px: float) -> bool:
        return drawn.pixelColor(round((scene.gutter_px + x_px) * factor), middle).name() == full

    assert solid(scene.width_px - 5.0)
    clear_of_label = box.label_x_px + box.label_width_px + 10.0
    inside = range(round(clear_of_label), round(scene.width_px) - 12)
    assert len(inside) > 200
    assert not any(solid(x) for x in inside)


def test_fills_end_soon_out_of_view(qapp: object) -> None:
    """Readers of SVG refuse what lies millions of pixels away."""
    box = Box(0, 0, 0, True, -1e7, -1e7, 1e7, 1e7, 5.0, 20.0, "", 0.0, 0.0, False, 0, 0, False)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setViewBox(QRectF(QPointF(), QSizeF(200.0, 30.0)))
    painter = QPainter(generator)
    ink = BarInk(painter, LIGHT, 200.0)
    ink.add(box, "#0072b2")
    ink.finish()
    painter.end()
    numbers = [abs(float(number)) for number in re.findall(rb"-?\d+\.?\d*", buffer.data().data().split(b"<g", 1)[1])]
    assert max(numbers) < 10_000.0
