"""Marks can be told apart without colour."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from pictures import different, picture
from timeglass.events.columns import Mark
from timeglass.layout.scene import Box
from timeglass.layout.slots import MARK_PX
from timeglass.paint.bars import BarInk
from timeglass.paint.shapes import SHAPES, Manner, draw_mark, manner_of, shape_path
from timeglass.paint.theme import DARK, LIGHT, Theme

pytestmark = pytest.mark.usefixtures("qapp")
FACTOR = 2.0


def mark(category: int, manner: Manner, radius: float = MARK_PX) -> QImage:
    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(10.0, 10.0)
        draw_mark(painter, category, manner, QColor("#000000"), QColor("#ffffff"), radius)

    return picture(draw, 20, 20, factor=FACTOR)


def test_every_category_has_a_shape_of_its_own(qapp: QApplication) -> None:
    pictures = [mark(category, Manner.SOLID) for category in range(SHAPES)]
    for (one, first), (other, second) in combinations(enumerate(pictures), 2):
        assert different(first, second) >= 16, (one, other)


def test_every_manner_looks_different_in_every_shape(qapp: QApplication) -> None:
    for category in range(SHAPES):
        pictures = {manner: mark(category, manner) for manner in Manner}
        for one, other in combinations(Manner, 2):
            assert different(pictures[one], pictures[other]) >= 16, (category, one, other)


def test_shapes_are_about_equally_large() -> None:
    for category in range(SHAPES):
        bounds = shape_path(category, 10.0).boundingRect()
        assert 12.0 <= bounds.width() <= 27.0
        assert 12.0 <= bounds.height() <= 27.0
        assert abs(bounds.center().x()) < 2.0
        assert abs(bounds.center().y()) < 2.5


def test_shapes_start_over_and_none_is_a_circle() -> None:
    assert shape_path(SHAPES + 2, 5.0) == shape_path(2, 5.0)
    assert shape_path(-1, 5.0) == shape_path(0, 5.0)


@pytest.mark.parametrize(
    ("flags", "manner"),
    [
        (Mark(0), Manner.SOLID),
        (Mark.RANGE | Mark.OPEN_END, Manner.SOLID),
        (Mark.APPROXIMATE, Manner.HOLLOW),
        (Mark.UNCERTAIN, Manner.HALF),
        (Mark.APPROXIMATE | Mark.UNCERTAIN, Manner.HALF),
        (Mark.DISPUTED | Mark.APPROXIMATE, Manner.DASHED),
        (Mark.CLAIMED, Manner.DOTTED),
        (Mark.PLANNED | Mark.UNCERTAIN, Manner.RING),
    ],
)
def test_flags_choose_the_manner(flags: Mark, manner: Manner) -> None:
    assert manner_of(int(flags)) is manner


def draw_bar(painter: QPainter, box: Box, color: str, theme: Theme) -> None:
    ink = BarInk(painter, theme, 100.0)
    ink.add(box, color)
    ink.finish()


def bar(
    flags: int = 0, core: tuple[float, float] = (10.0, 90.0), cut: bool = False, x: tuple[float, float] = (10.0, 90.0)
) -> QImage:
    box = Box(0, 0, 0, True, x[0], *core, x[1], 5.0, 20.0, "", 0.0, 0.0, False, 0, flags, cut)
    return picture(lambda painter: draw_bar(painter, box, "#0072b2", LIGHT), 100, 30, LIGHT.canvas, FACTOR)


def test_every_kind_of_doubt_draws_another_bar(qapp: QApplication) -> None:
    pictures = {
        "plain": bar(),
        "doubtful ends": bar(core=(30.0, 70.0)),
        "doubtful start": bar(core=(30.0, 90.0)),
        "doubtful end": bar(core=(10.0, 70.0)),
        "nothing certain": bar(core=(90.0, 10.0)),
        "cut": bar(cut=True),
        "open end": bar(int(Mark.OPEN_END)),
        "open start": bar(int(Mark.OPEN_START)),
        "unknown end": bar(int(Mark.UNKNOWN_END), core=(-100.0, -80.0)),
        **{
            str(status.name): bar(int(status))
            for status in (Mark.APPROXIMATE, Mark.UNCERTAIN, Mark.DISPUTED, Mark.CLAIMED, Mark.PLANNED)
        },
    }
    for one, other in combinations(pictures, 2):
        assert different(pictures[one], pictures[other], 12) >= 10, (one, other)


def test_an_unknown_start_fades_within_reach(qapp: QApplication) -> None:
    far = bar(int(Mark.UNKNOWN_START), core=(60.0, 90.0), x=(-1e7, 90.0))
    assert different(far, bar(int(Mark.OPEN_START), core=(-1e7, 90.0), x=(-1e7, 90.0)), 12) >= 10


def test_fading_lies_over_exactly_the_doubtful_span(qapp: QApplication) -> None:
    plain, faded = bar(), bar(core=(10.0, 60.0))
    columns = [
        column for column in range(200) if different(plain.copy(column, 0, 1, 60), faded.copy(column, 0, 1, 60), 6)
    ]
    assert min(columns) >= 60 * FACTOR - 1
    assert max(columns) <= 90 * FACTOR + 1
    assert len(columns) > 20 * FACTOR


def test_a_bar_without_length_is_still_seen(qapp: QApplication) -> None:
    empty = picture(lambda painter: None, 100, 30, LIGHT.canvas, FACTOR)
    assert different(bar(x=(50.0, 50.0), core=(50.0, 50.0)), empty, 12) >= 20


def test_bars_are_drawn_in_the_dark_too(qapp: QApplication) -> None:
    box = Box(0, 0, 0, True, 10.0, 10.0, 90.0, 90.0, 5.0, 20.0, "", 0.0, 0.0, False, 0, 0, False)
    shown = picture(lambda painter: draw_bar(painter, box, "#3c8fc7", DARK), 100, 30, DARK.canvas)
    assert different(shown, picture(lambda painter: None, 100, 30, DARK.canvas), 24) >= 500
