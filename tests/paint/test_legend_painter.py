"""Samples of a legend are drawn as the canvas draws."""

from itertools import combinations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from layout.test_legend import everything, samples
from pictures import different, picture
from timeglass.layout.legend import HEIGHT_PX, WIDTH_PX, Sample
from timeglass.paint.legend_painter import draw_sample, highlights_of
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import DARK, LIGHT, PRINT, Theme


def drawn(sample: Sample, theme: Theme) -> QImage:
    painter = ScenePainter(theme, ["", "#884400"])
    return picture(lambda to: draw_sample(to, sample, painter), round(WIDTH_PX), round(HEIGHT_PX))


@pytest.fixture
def every(qapp: QApplication) -> list[Sample]:
    return samples(everything(), searching=True, relations=("leads-to", "see-also"), changed=True, echoes=True)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_every_sample_shows_something_and_differs_from_the_others(every: list[Sample], theme: Theme) -> None:
    pictures = [(sample, drawn(sample, theme)) for sample in every]
    for sample, image in pictures:
        ground = QImage(image.size(), image.format())
        ground.fill(theme.canvas)
        assert different(image, ground, 10) > 8, sample.kind
    for (one, first), (other, second) in combinations(pictures, 2):
        if {one.kind, other.kind} != {"series"} and {one.kind, other.kind} not in (
            {"no_category", "moment"}, {"series", "series_range"},
        ):  # fmt: skip
            assert different(first, second, 10) > 0 or one.scene == other.scene, (one.kind, other.kind)


def test_a_sample_is_what_the_painter_draws(every: list[Sample]) -> None:
    painter = ScenePainter(LIGHT, ["", "#884400"])
    for sample in every:
        scene = picture(
            lambda to, sample=sample: painter.paint(to, sample.scene, highlights_of(sample)),
            round(WIDTH_PX), round(HEIGHT_PX),
        )  # fmt: skip
        assert different(scene, drawn(sample, LIGHT)) == 0, sample.kind
