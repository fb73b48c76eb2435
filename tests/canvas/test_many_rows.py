"""Very many rows are seen at once, and laid out in the background."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from builders import crowd
from canvas.conftest import MakeCanvas
from timeglass.layout.first_look import FirstLook
from timeglass.widgets.canvas import scene_keeper


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scene_keeper, "FROM_ROWS", 100)


def test_the_first_picture_is_right_and_stays(canvas: MakeCanvas, qtbot: QtBot) -> None:
    made = canvas(crowd(500, 4, lanes=3))
    first = made.view.scene()
    picture: QImage = made.view.grab().toImage()
    assert isinstance(made.view.builder().index, FirstLook)
    qtbot.waitUntil(lambda: not isinstance(made.view.builder().index, FirstLook))
    assert made.view.scene() == first
    assert made.view.grab().toImage() == picture
    made.view.close_background()


def test_another_grouping_makes_the_one_before_void(canvas: MakeCanvas, qtbot: QtBot) -> None:
    made = canvas(crowd(500, 4, lanes=3))
    made.view.scene()
    made.navigator.set_grouping("none")
    assert len(made.view.scene().lanes) == 1
    qtbot.waitUntil(lambda: not isinstance(made.view.builder().index, FirstLook))
    assert len(made.view.scene().lanes) == 1
    assert made.view.builder().index.lanes.grouping == "none"
    made.view.close_background()


def test_few_rows_need_no_first_look(canvas: MakeCanvas) -> None:
    made = canvas(crowd(99, 4))
    assert not isinstance(made.view.builder().index, FirstLook)
