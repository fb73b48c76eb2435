"""Lanes under the hand: collapse by a click on the name, hide and move by the menu."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from canvas.hand import Canvas
from timeglass.widgets.canvas.lane_menu import lane_menu


def choose(canvas: Canvas, lane: int, words: str) -> None:
    """Take an entry of a lane's menu."""
    menu = lane_menu(canvas.view._keeper, lane, canvas.view)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.deleteLater()


def names(canvas: Canvas) -> list[str]:
    """Names of the lanes from top to bottom."""
    return [strip.label for strip in canvas.scene.lanes]


def test_a_click_on_a_name_collapses_and_opens(towns: Canvas) -> None:
    strip = towns.scene.lanes[0]
    tall = strip.height_px
    towns.hand.click(20.0, strip.y_px + 8.0)
    assert towns.scene.lanes[0].collapsed
    assert towns.scene.lanes[0].height_px < tall
    towns.hand.click(20.0, towns.scene.lanes[0].y_px + 8.0)
    assert towns.scene.lanes[0].height_px == tall


def test_lanes_hide_and_come_back(towns: Canvas) -> None:
    before = names(towns)
    choose(towns, 0, "Hide the lane")
    assert names(towns) == before[1:]
    assert towns.scene.hidden_lanes == 1
    towns.hand.click(20.0, towns.scene.header_px - 12.0)
    assert names(towns) == before


def test_lanes_move(towns: Canvas) -> None:
    before = names(towns)
    choose(towns, 0, "Move down")
    assert names(towns) == [before[1], before[0], *before[2:]]
    choose(towns, 1, "Move up")
    assert names(towns) == before


def test_all_but_one_hide(towns: Canvas) -> None:
    before = names(towns)
    choose(towns, 1, "Hide all others")
    assert names(towns) == [before[1]]
    choose(towns, 0, "Show all lanes")
    assert names(towns) == before


def test_the_last_lane_cannot_be_hidden(towns: Canvas) -> None:
    choose(towns, 1, "Hide all others")
    menu: QMenu = lane_menu(towns.view._keeper, 0, towns.view)
    assert not next(action for action in menu.actions() if action.text() == "Hide the lane").isEnabled()
    menu.deleteLater()


def test_shift_and_f10_open_the_menu_too(towns: Canvas) -> None:
    towns.hand.click(*towns.point(3))
    towns.key(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == towns.scene.lanes[towns.box(3).lane].label
    menu.close()
