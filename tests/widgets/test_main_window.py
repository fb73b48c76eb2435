from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeglass import settings
from timeglass.model.selecting import rows_of
from timeglass.settings import Settings
from timeglass.widgets.actions import MENUS, SPECS
from timeglass.widgets.hints import give_first_hint
from timeglass.widgets.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]


def test_says_what_it_shows(window: MainWindow) -> None:
    assert window.windowTitle() == "Two towns – Timeglass"
    assert window.top_bar.title.text() == "Two towns"
    assert window.top_bar.subtitle.text() == "12 events · 1991 – 1996"
    assert window.top_bar.range.text()
    assert window.top_bar.range.text() in window.top_bar.zoom_in.accessibleName()


def test_one_selection_for_all(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["show_list"].trigger()
    window.session.select_rows(np.array([2, 3], np.int32))
    qtbot.waitUntil(lambda: "2 events" in window.details.page.toPlainText())
    assert window.top_bar.export.text() == "Export 2 selected…"
    qtbot.waitUntil(lambda: rows_of(window.list.view.selectionModel()).tolist() == [2, 3])
    window.list.view.selectRow(5)
    assert window.session.selected_rows().tolist() == [5]
    assert window.timeline_view.selectionModel() is window.session.selection


@pytest.mark.parametrize(
    ("key", "changes"),
    [(Qt.Key.Key_Plus, "closer"), (Qt.Key.Key_Minus, "wider"), (Qt.Key.Key_F, "closer")],
)
def test_keys_zoom(window: MainWindow, qtbot: QtBot, key: Qt.Key, changes: str) -> None:
    window.session.select_only(4)
    window.timeline_view.setFocus()
    before = window.session.navigator.viewport.length
    QTest.keyClick(window.timeline_view, key)

    def zoomed() -> bool:
        length = window.session.navigator.viewport.length
        return length < before if changes == "closer" else length > before

    qtbot.waitUntil(zoomed)


def test_escape_in_the_timeline_clears_the_search(window: MainWindow, qtbot: QtBot) -> None:
    window.search_box.ask("fair")
    qtbot.waitUntil(lambda: window.session.query == "fair")
    window.timeline_view.setFocus()
    QTest.keyClick(window.timeline_view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.session.query == "")
    QTest.keyClick(window.timeline_view, Qt.Key.Key_Escape)
    assert window.session.query == ""


def test_back_and_forward(window: MainWindow, qtbot: QtBot) -> None:
    navigator = window.session.navigator
    home = navigator.viewport
    window.session.fit_rows(np.array([4], np.int32))
    qtbot.waitUntil(lambda: navigator.viewport.length < home.length / 2)
    qtbot.wait(400)
    QTest.keyClick(window.timeline_view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: navigator.viewport == home)
    assert window.actions_by_name["forward"].isEnabled()


def test_select_all_and_nothing(window: MainWindow) -> None:
    window.timeline_view.setFocus()
    QTest.keyClick(window.timeline_view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert window.session.selected_count() == 12
    window.actions_by_name["select_none"].trigger()
    assert window.session.selected_count() == 0


def test_every_action_is_in_a_menu_and_has_a_tooltip(window: MainWindow) -> None:
    named = {name for _, names in MENUS for name in names}
    for spec in SPECS:
        assert spec.name in named or f"@{spec.choice or spec.menu}" in named, spec.name
        tip = window.actions_by_name[spec.name].toolTip()
        assert tip
        assert ("(" in tip) == bool(spec.keys or spec.view_keys), spec.name


def test_no_key_stands_twice() -> None:
    keys = [key for spec in SPECS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_panes_give_way_in_a_narrow_window_and_come_back(make_window: MakeWindow) -> None:
    window = make_window(size=(1280, 800))
    assert window.facets.isVisible()
    window.resize(640, 400)
    assert not window.facets.isVisible()
    assert window.timeline_view.width() >= 280
    window.actions_by_name["show_facets"].trigger()
    assert window.facets.isVisible()
    window.resize(1280, 800)
    assert window.facets.isVisible()
    assert window.details.isVisible()


def test_comes_back_as_it_was_left(make_window: MakeWindow, store: Settings) -> None:
    window = make_window()
    window.actions_by_name["show_list"].trigger()
    window.actions_by_name["show_facets"].trigger()
    window.panes.across.setSizes([200, 700, 380])
    window.resize(1100, 700)
    window.close()
    again = make_window(size=(1100, 700))
    assert again.list.isVisible()
    assert not again.facets.isVisible()
    assert store.get(settings.SHOW_LIST) is True


def test_themes_follow_while_running(window: MainWindow) -> None:
    window.actions_by_name["scheme_dark"].trigger()
    assert window.appearance.theme.dark
    window.grab()
    window.actions_by_name["scheme_light"].trigger()
    assert not window.appearance.theme.dark


def test_f10_opens_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window.timeline_view, Qt.Key.Key_F10)
    qtbot.waitUntil(window.menu.isVisible)
    window.menu.close()


def test_full_screen(window: MainWindow) -> None:
    window.actions_by_name["full_screen"].trigger()
    assert window.isFullScreen()
    window.actions_by_name["full_screen"].trigger()
    assert not window.isFullScreen()


def test_languages_of_the_texts_are_offered(window: MainWindow) -> None:
    menu = window.actions_by_name.submenus["language"]
    menu.aboutToShow.emit()
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    menu.actions()[1].trigger()
    assert window.session.navigator.language == "uk"
    assert window.top_bar.title.text() == "Два міста"


def test_the_first_hint_is_given_once(window: MainWindow, store: Settings) -> None:
    give_first_hint(window.notices, store)
    assert "Drag to move" in window.notices.texts()["hint"]
    window.notices.clear("hint")
    give_first_hint(window.notices, store)
    assert "hint" not in window.notices.texts()


def test_the_view_is_copied_as_a_picture(window: MainWindow) -> None:
    window.actions_by_name["copy_view"].trigger()
    picture = QGuiApplication.clipboard().image()
    viewport = window.timeline_view.viewport()
    assert picture.size() == viewport.size() * viewport.devicePixelRatioF()
    spots = ((x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5))
    assert len({picture.pixel(*spot) for spot in spots}) > 3
    assert window.notices.texts()["copied-view"].startswith("The view is on the clipboard: ")
