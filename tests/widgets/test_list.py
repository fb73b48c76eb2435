"""The list: its order, its columns, its keys."""

from collections.abc import Callable
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from builders import a_timeline, an_event
from timeglass.model.collation import sort_key
from timeglass.model.event_model import Column, EventModel
from timeglass.widgets import event_list
from timeglass.widgets.event_list import EventList
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.row_order import QUICK, sorted_rows
from timeglass.widgets.services import Opened
from timelines import little
from widgets.conftest import MakeWindow


@pytest.fixture
def view(window: MainWindow) -> EventList:
    window.actions_by_name["show_list"].trigger()
    return window.list.view


def _titles(view: EventList) -> list[str]:
    return [str(view.proxy.index(place, Column.TITLE).data()) for place in range(view.proxy.rowCount())]


@pytest.mark.parametrize("column", Column)
def test_each_column_has_its_order(qtbot: QtBot, column: Column) -> None:
    timeline = little()
    model = EventModel(timeline)
    rows = sorted_rows(model, timeline, column)
    assert rows is not None
    assert sorted(rows.tolist()) == list(range(len(timeline)))
    if column not in QUICK | {Column.SOURCES}:
        texts = [model.text(timeline.events[row], column) for row in rows.tolist()]
        assert texts == sorted(texts, key=sort_key("en"))
    assert sorted_rows(model, timeline, column, cancelled=lambda: True) is None or column in QUICK


def test_a_click_on_a_heading_sorts(view: EventList) -> None:
    view.horizontalHeader().setSortIndicator(Column.TITLE, Qt.SortOrder.AscendingOrder)
    view.refresh()
    assert _titles(view) == sorted(_titles(view), key=sort_key())
    view.horizontalHeader().setSortIndicator(Column.TITLE, Qt.SortOrder.DescendingOrder)
    view.refresh()
    assert _titles(view) == sorted(_titles(view), key=sort_key(), reverse=True)


def test_a_long_list_is_sorted_while_the_window_goes_on(
    window: MainWindow, view: EventList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_list, "SORTED_AT_ONCE", 3)
    before = _titles(view)
    view.horizontalHeader().setSortIndicator(Column.TITLE, Qt.SortOrder.AscendingOrder)
    view.refresh()
    assert _titles(view) == before
    assert window.list._bar.isVisible()
    qtbot.waitUntil(lambda: _titles(view) == sorted(before, key=sort_key()))
    assert not window.list._bar.isVisible()
    view.horizontalHeader().setSortIndicator(Column.TITLE, Qt.SortOrder.DescendingOrder)
    view.refresh()
    assert _titles(view) == sorted(before, key=sort_key(), reverse=True)  # the other way round takes no time


def test_sorting_can_be_given_up(
    window: MainWindow, view: EventList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*arguments: object) -> None:
        cancelled = arguments[-1]
        assert callable(cancelled)
        while not cancelled():
            pass

    monkeypatch.setattr(event_list, "SORTED_AT_ONCE", 3)
    monkeypatch.setattr(event_list, "sorted_rows", _only_dates_end(endless))
    before = _titles(view)
    view.horizontalHeader().setSortIndicator(Column.TITLE, Qt.SortOrder.AscendingOrder)
    view.refresh()
    window.list._cancel.click()
    assert not window.list._bar.isVisible()
    view.refresh()
    assert _titles(view) == before
    assert view.horizontalHeader().sortIndicatorSection() == Column.DATE


def _only_dates_end(endless: Callable[..., None]) -> Callable[..., object]:
    def sort(*arguments: object) -> object:
        return np.arange(12, dtype=np.int32) if arguments[2] is Column.DATE else endless(*arguments)

    return sort


def test_home_and_end_go_to_the_first_and_last_event(window: MainWindow, view: EventList) -> None:
    view.setFocus()
    window.session.select_only(1)
    view.refresh()
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.selected_rows().tolist() == list(range(1, 12))
    for key, row in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 11), (Qt.Key.Key_Up, 10)):
        QTest.keyClick(view, key)
        assert window.session.current_row == row
        assert window.session.selected_rows().tolist() == [row]


def test_columns_are_chosen_and_remembered(window: MainWindow, make_window: MakeWindow) -> None:
    window.actions_by_name["show_list"].trigger()
    window.list.view.setColumnHidden(Column.TAGS, False)
    window.list.view.setColumnHidden(Column.ACTORS, True)
    window.list.view.horizontalHeader().moveSection(Column.CATEGORY, 0)
    window.keep_state()
    again = make_window()
    again.actions_by_name["show_list"].setChecked(True)
    header = again.list.view.horizontalHeader()
    assert not header.isSectionHidden(Column.TAGS)
    assert header.isSectionHidden(Column.ACTORS)
    assert header.visualIndex(Column.CATEGORY) == 0


def test_where_the_order_is_not_known_a_mark_says_so(make_window: MakeWindow, qtbot: QtBot) -> None:
    timeline = a_timeline("1990 - Year", "1990-05-03 - Day", "1991-01-01 - Next", "199X - Decade")
    window = make_window(Opened(timeline))
    window.actions_by_name["show_list"].setChecked(True)
    view = window.list.view
    qtbot.waitUntil(lambda: view.viewport().height() > 100)
    view.refresh()

    def has_mark(place: int) -> bool:
        """Whether there is ink left of the words of a row."""
        cell = view.visualRect(view.proxy.index(place, Column.DATE))
        image = view.viewport().grab().toImage()
        ground = image.pixel(cell.right() - 3, cell.center().y())
        left = range(cell.left(), cell.left() + 10)
        return any(image.pixel(x, y) != ground for x in left for y in range(cell.top() + 3, cell.bottom() - 3))

    titles = _titles(view)
    assert titles == ["Year", "Decade", "Day", "Next"]
    assert [has_mark(place) for place in range(4)] == [False, True, True, False]
    view.horizontalHeader().setSortIndicator(Column.TITLE, Qt.SortOrder.AscendingOrder)
    view.refresh()
    assert not any(has_mark(place) for place in range(4))


def test_the_menu_of_the_list_copies_and_chooses_columns(window: MainWindow, view: EventList) -> None:
    window.session.select_only(2)
    view.refresh()
    assert not view.isColumnHidden(Column.PLACES)
    _, as_csv, _, columns = view.copy_menu().actions()
    {one.text(): one for one in cast(QMenu, columns.menu()).actions()}["Places"].trigger()
    assert view.isColumnHidden(Column.PLACES)
    as_csv.trigger()
    head, row, _ = QGuiApplication.clipboard().text().split("\n")
    assert head.startswith("Date,Title,Category")
    assert row.startswith('3 March 1992,The great meeting,"Talks, Deeds"')


def test_titles_stand_in_the_order_of_the_language_that_they_are_shown_in(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    titles = ["гора", "Ґанок", "Енергія", "Єдність", "Іспит", "Їжак", "Яблуко"]
    events = [an_event(f"199{place} - {title}") for place, title in enumerate(reversed(titles))]
    window = make_window(Opened(a_timeline(*events, language="uk")))
    window.actions_by_name["show_list"].setChecked(True)
    view = window.list.view
    qtbot.waitUntil(view.isVisible)
    view.horizontalHeader().setSortIndicator(Column.TITLE, Qt.SortOrder.AscendingOrder)
    view.refresh()
    assert _titles(view) == titles
