"""Marks in further lanes: seen, told of, and clicked."""

import msgspec
from PySide6.QtCore import QPoint

from builders import a_timeline, an_event
from canvas.conftest import MakeCanvas
from canvas.hand import Canvas
from timeglass.layout.scene import Echo


def made(canvas: MakeCanvas) -> tuple[Canvas, Echo]:
    both = msgspec.structs.replace(an_event("1995 - Both"), actors=("NATO", "Ukraine"))
    one = msgspec.structs.replace(an_event("1991 - One"), actors=("NATO",))
    other = msgspec.structs.replace(an_event("1999 - Other"), actors=("Ukraine",))
    shown = canvas(a_timeline(both, one, other), (900, 400))
    shown.navigator.set_grouping("actor")
    (echo,) = shown.view.scene().echoes
    return shown, echo


def test_an_echo_selects_its_event_and_says_what_it_is(canvas: MakeCanvas) -> None:
    shown, echo = made(canvas)
    x, y = echo.x_px + shown.view.scene().gutter_px, echo.y_px + 5.0
    assert shown.view.row_at(x, y) == echo.row
    words = shown.view.words_at(QPoint(round(x), round(y)))
    assert "Also in this lane" in words
    assert "Both" in words
    before = shown.view.grab().toImage()
    shown.hand.click(x, y)
    assert shown.view.currentIndex().row() == echo.row
    assert shown.view.grab().toImage() != before


def test_the_legend_explains_echoes_where_there_are_any(canvas: MakeCanvas) -> None:
    from timeglass.paint.theme import LIGHT
    from timeglass.widgets.legend import Legend

    shown, _ = made(canvas)
    legend = Legend(shown.view, LIGHT)
    assert "echo" in {sample.kind for sample in legend.samples()}
    shown.navigator.set_grouping("none")
    assert "echo" not in {sample.kind for sample in legend.samples()}
