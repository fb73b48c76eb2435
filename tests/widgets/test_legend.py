"""The legend of a window: opened and closed by key, menu and button; always of what is shown."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from builders import a_series, a_timeline
from timeglass.paint.theme import DARK
from timeglass.widgets.legend import Legend
from timeglass.widgets.main_window import MainWindow


def lines(legend: Legend) -> list[str]:
    return [legend.list.item(row).text() for row in range(legend.list.count())]


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.timeline_view.setFocus()
    QTest.keyClick(window.timeline_view, Qt.Key.Key_L)
    return window


def test_the_key_opens_it_and_escape_closes_it(opened: MainWindow) -> None:
    legend = opened.legend_button.legend
    assert legend.isVisible()
    assert opened.actions_by_name["show_legend"].isChecked()
    assert opened.focusWidget() is legend.list
    assert lines(legend)[:2] == ["CATEGORIES", "Talks"]
    assert "A moment, or a time too short to see" in lines(legend)
    QTest.keyClick(legend.list, Qt.Key.Key_Escape)
    assert not legend.isVisible()
    assert not opened.actions_by_name["show_legend"].isChecked()
    assert opened.focusWidget() is opened.timeline_view


def test_a_button_on_the_canvas_opens_and_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    button = window.legend_button
    qtbot.waitUntil(button.isVisible)
    window.timeline_view.viewport().repaint()
    scene = window.timeline_view.scene()
    assert scene.ruler_y_px <= button.y()
    assert button.geometry().bottom() <= scene.header_px
    assert button.geometry().right() < scene.gutter_px
    assert "L" in button.toolTip()
    for shown in (True, False):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.legend_button.legend.isVisible() is shown
        assert button.isChecked() is shown


def test_without_a_gutter_the_button_stands_on_the_lanes(window: MainWindow) -> None:
    window.session.set_timeline(a_timeline("1990 - One"))
    window.timeline_view.viewport().repaint()
    scene = window.timeline_view.scene()
    assert scene.gutter_px == 0.0
    assert scene.header_px < window.legend_button.y()
    assert window.legend_button.geometry().bottom() < scene.body_bottom_px


def test_it_follows_search_selection_timeline_and_language(opened: MainWindow, qtbot: QtBot) -> None:
    legend = opened.legend_button.legend
    assert not any("search" in line for line in lines(legend))
    opened.session.navigator.set_hits(np.array([1], np.int32))
    qtbot.waitUntil(lambda: any("Found by the search" in line for line in lines(legend)))
    opened.session.set_timeline(a_timeline("1990/1991 x One", series=[a_series("Polls", "1990 1")]))
    qtbot.waitUntil(lambda: "Polls" in lines(legend))
    assert "Lasts from edge to edge" in lines(legend)
    assert not any("search" in line for line in lines(legend))


def test_it_stays_within_the_timeline(opened: MainWindow, qtbot: QtBot) -> None:
    for size in ((640, 400), (1400, 900)):
        opened.resize(*size)
        view = opened.timeline_view
        qtbot.waitUntil(lambda view=view: view.rect().contains(opened.legend_button.legend.geometry()))
        assert opened.legend_button.legend.y() >= 0
        assert opened.legend_button.legend.list.height() > 60


def test_it_is_drawn_in_the_theme(opened: MainWindow) -> None:
    before = opened.legend_button.legend.list.item(1).icon().pixmap(76, 24).toImage()
    opened.legend_button.legend.set_theme(DARK)
    assert opened.legend_button.legend.list.item(1).icon().pixmap(76, 24).toImage() != before


def test_each_line_is_told(opened: MainWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(opened.legend_button.legend.list)
    assert interface.text(QAccessible.Text.Name) == "Marks and what they mean"
    told = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert told[:2] == ["Categories", "Talks"]
    assert told[1:2] == lines(opened.legend_button.legend)[1:2]


def test_relations_of_the_current_event_are_explained(opened: MainWindow, qtbot: QtBot) -> None:
    from timeglass.layout.arcs import Related

    opened.timeline_view.show_relations(lambda row: [Related(2, "reverses", False)])
    opened.session.select_only(4)
    qtbot.waitUntil(lambda: "Relation of the current event: reverses" in lines(opened.legend_button.legend))
    assert "Related to an event out of view; a click goes there" in lines(opened.legend_button.legend)
