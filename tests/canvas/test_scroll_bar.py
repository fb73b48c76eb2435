"""Lanes out of view have a scroll bar, and nothing else has."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from canvas.hand import Canvas
from timeglass.layout.scale import Scale


def beyond(canvas: Canvas) -> float:
    scene = canvas.scene
    return scene.content_px - (scene.body_bottom_px - scene.header_px)


def test_lanes_that_overflow_have_a_bar_at_once(overflowing: Canvas, qtbot: QtBot) -> None:
    bar = overflowing.view.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    assert bar.maximum() == round(beyond(overflowing))
    assert bar.pageStep() == round(overflowing.scene.body_bottom_px - overflowing.scene.header_px)


def test_lanes_that_fit_have_none(towns: Canvas, qtbot: QtBot) -> None:
    towns.picture()
    qtbot.wait(20)
    assert not towns.view.verticalScrollBar().isVisible()


def test_the_bar_follows_the_lanes_and_the_lanes_the_bar(overflowing: Canvas) -> None:
    bar = overflowing.view.verticalScrollBar()
    overflowing.picture()
    overflowing.view.scroll_lanes(40.0)
    overflowing.picture()
    assert bar.value() == 40
    bar.setValue(75)
    assert overflowing.scene.scroll_px == 75.0
    bar.setValue(bar.maximum())
    assert overflowing.scene.scroll_px == pytest.approx(beyond(overflowing), abs=0.5)
    before = overflowing.navigator.viewport
    overflowing.picture()
    assert overflowing.scene.scroll_px == pytest.approx(beyond(overflowing), abs=0.5)
    assert overflowing.navigator.viewport == before


def test_a_bar_that_is_no_longer_needed_goes(overflowing: Canvas, qtbot: QtBot) -> None:
    bar = overflowing.view.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    overflowing.view.scroll_lanes(1e6)
    overflowing.navigator.set_grouping("none")
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert overflowing.scene.scroll_px == 0.0
    overflowing.navigator.set_grouping("category")
    qtbot.waitUntil(bar.isVisible)


def test_a_taller_window_shows_more_and_scrolls_less(overflowing: Canvas, qtbot: QtBot) -> None:
    bar = overflowing.view.verticalScrollBar()
    overflowing.view.scroll_lanes(1e6)
    before = overflowing.scene.scroll_px
    overflowing.view.resize(1000, 420)
    assert 0.0 < overflowing.scene.scroll_px < before
    overflowing.view.resize(1000, 1400)
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert overflowing.scene.scroll_px == 0.0


def test_the_bar_does_not_come_and_go_without_end(towns: Canvas, qtbot: QtBot) -> None:
    """The bar narrows the plot; where just that makes the lanes fit, it stays as long as nobody moves."""
    bar, lane_bar = towns.view.verticalScrollBar(), towns.view._bar
    towns.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    qtbot.waitUntil(bar.isVisible)
    fitting = towns.scene
    high = msgspec.structs.replace(fitting, content_px=fitting.height_px + 100.0)
    lane_bar.show(high)
    assert bar.maximum() > 1
    lane_bar.show(fitting)
    assert bar.maximum() == 1
    elsewhere = Scale(fitting.scale.viewport.panned(0.1), fitting.width_px)
    lane_bar.show(msgspec.structs.replace(fitting, scale=elsewhere))
    assert bar.maximum() == 0
