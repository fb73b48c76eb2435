"""Words that a search found, marked on labels: at their place, on what is found, and only there."""

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication

from builders import a_timeline
from pictures import picture
from timeglass.layout.build import SceneBuilder
from timeglass.layout.lanes import make_lanes
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport
from timeglass.paint.fonts import LABEL_PX, font, label_fonts
from timeglass.paint.scene_painter import Highlights, ScenePainter
from timeglass.paint.theme import LIGHT
from timeglass.paint.word_marks import Stretches, WordMarks

WIDTH, HEIGHT = 700, 200


@pytest.fixture
def scene(qapp: QApplication) -> Scene:
    timeline = a_timeline("1990 a A great meeting", "1995 b A great war")
    builder = SceneBuilder(timeline, make_lanes(timeline, "category"), label_fonts())
    return builder.build(Viewport.over(timeline.span).fitted(timeline.span, 0.3), float(WIDTH), float(HEIGHT))


def _painted(scene: Scene, stretches: Stretches | None) -> QImage:
    painter = ScenePainter(LIGHT)
    highlights = Highlights(hits=np.array([True, False]), stretches=stretches)
    return picture(lambda to: painter.paint(to, scene, highlights), WIDTH, HEIGHT, "#ffffff", 1.0)


def _columns_that_differ(scene: Scene, stretches: Stretches) -> list[int]:
    before, after = _painted(scene, None), _painted(scene, stretches)
    return [x for x in range(WIDTH) if any(before.pixel(x, y) != after.pixel(x, y) for y in range(HEIGHT))]


def test_a_word_is_marked_where_it_stands_on_what_is_found(scene: Scene) -> None:
    columns = _columns_that_differ(scene, lambda label: [(2, 7)] if "great" in label else [])
    (box,) = (box for box in scene.boxes if box.row == 0)
    advance = QFontMetricsF(font(LABEL_PX, bold=box.bold)).horizontalAdvance
    left = scene.gutter_px + box.label_x_px
    assert columns[0] == pytest.approx(left + advance("A ") - 1, abs=1.5)
    assert columns[-1] == pytest.approx(left + advance("A great") + 1, abs=1.5)
    assert len(columns) == columns[-1] - columns[0] + 1  # in one piece: nothing on the other event


def test_nothing_is_marked_where_no_word_stands(scene: Scene) -> None:
    assert _columns_that_differ(scene, lambda _label: ()) == []


def test_what_is_kept_of_places_has_an_end(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeglass.paint import word_marks

    monkeypatch.setattr(word_marks, "_MOST_KEPT", 2)
    marks = WordMarks(LIGHT)
    for end in range(1, 6):
        picture(lambda to, end=end: marks.draw(to, scene.boxes, lambda _label: [(0, end)]), 50, 50, "#ffffff", 1.0)
    assert len(marks._kept) <= 2
