"""Copying from the timeline, the list and the detail pane."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeglass.widgets import copying
from timeglass.widgets.copying import FORMS, TOLD
from timeglass.widgets.main_window import MainWindow


def _clipboard() -> str:
    return QGuiApplication.clipboard().text()


def _press_copy(widget: QWidget) -> str:
    QGuiApplication.clipboard().setText("before")
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return _clipboard()


@pytest.mark.parametrize(("action", "form"), FORMS.items())
def test_what_is_selected_is_copied_in_each_form(window: MainWindow, action: str, form: str) -> None:
    assert not window.actions_by_name[action].isEnabled()
    window.session.select_rows(np.array([1, 2], np.int32))
    window.actions_by_name[action].trigger()
    assert _clipboard() == f"{form} en [1, 2]"
    assert "2 events" in window.notices.texts()[TOLD]


def test_without_sources_nothing_is_cited(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("before")
    window.session.select_only(0)
    window.actions_by_name["copy_note"].trigger()
    assert _clipboard() == "before"
    assert "no sources" in window.notices.texts()[TOLD]


def test_the_key_copies_what_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["show_list"].trigger()
    window.session.select_only(2)
    qtbot.waitUntil(lambda: "great meeting" in window.details.page.toPlainText())
    assert _press_copy(window.timeline_view) == "text en [2]"
    assert _press_copy(window.details.page) == "text en [2]"
    window.details.page.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    assert "3 March 1992" in _press_copy(window.details.page)
    assert "great meeting\tTalks" in _press_copy(window.list.view)
    window.top_bar.search.edit.setText("query")
    window.top_bar.search.edit.selectAll()
    assert _press_copy(window.top_bar.search.edit) == "query"


def test_the_pane_offers_to_copy(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.details.copies.isVisible()
    window.session.select_only(2)
    qtbot.waitUntil(window.details.copies.isVisible)
    menu = window.details.copies.menu()
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Copy as text", "Copy the sources as"]
    sources = window.actions_by_name.submenus["copy"]
    assert [action.text() for action in sources.actions()][-2:] == ["CSL-JSON", "BibTeX"]
    assert window.details.page.copies is menu


def test_many_events_are_copied_in_the_background(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "AT_ONCE", 1)
    window.session.select_rows(np.array([1, 2], np.int32))
    window.actions_by_name["copy_text"].trigger()
    assert window.notices.texts()[TOLD] == "Copying 2 events…"
    qtbot.waitUntil(lambda: _clipboard() == "text en [1, 2]")
