"""Where the arrow heads of open ends stand, at every scale factor."""

import pytest
from PySide6.QtGui import QImage

from builders import a_builder, a_timeline
from pictures import picture
from timeglass.layout.viewport import Viewport
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
