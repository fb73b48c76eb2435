"""Searches and views that are kept under names."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeglass import settings
from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import instant
from timeglass.events.view_state import NamedView, PaneSizes, ViewState
from timeglass.layout.viewport import Viewport
from timeglass.settings import Settings
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.name_dialog import NameDialog
from timeglass.widgets.saving import TOLD
from timeglass.widgets.shelf import NamedSearch, searches, views
from timeglass.widgets.shelf_dialog import ShelfDialog


def _keep(window: MainWindow, action: str, name: str) -> None:
    window.actions_by_name[action].trigger()
    dialog = window.dialogs.current
    assert isinstance(dialog, NameDialog)
    dialog.edit.setText(name)
    dialog.keep.click()
    assert window.dialogs.current is None


def _shelf(window: MainWindow) -> ShelfDialog:
    window.actions_by_name["shelf"].trigger()
    dialog = window.dialogs.current
    assert isinstance(dialog, ShelfDialog)
    return dialog


def test_a_search_is_kept_and_shown_again(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.actions_by_name["keep_search"].isEnabled()
    window.search_box.ask("event 1")
    window.session.set_word_forms(True)
    _keep(window, "keep_search", " Ones ")
    assert "Ones" in window.notices.texts()[TOLD]
    window.search_box.clear()
    window.session.set_word_forms(False)
    menu = window.actions_by_name.submenus["searches"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Ones"]
    menu.actions()[0].trigger()
    assert window.top_bar.search.text() == "event 1"
    assert window.session.word_forms
    qtbot.waitUntil(lambda: window.session.outcome is not None and window.session.outcome.query == "event 1")


def test_a_name_that_is_there_is_taken_only_knowingly(window: MainWindow) -> None:
    window.search_box.ask("event 1")
    _keep(window, "keep_search", "Mine")
    window.search_box.ask("event 2")
    window.actions_by_name["keep_search"].trigger()
    dialog = window.dialogs.current
    assert isinstance(dialog, NameDialog)
    assert dialog.keep.text() == "Keep"
    dialog.edit.setText("mine")
    assert dialog.keep.text() == "Replace"
    assert "replaced" in dialog.hint.text()
    dialog.edit.setText("  ")
    assert not dialog.keep.isEnabled()
    dialog.edit.setText("mine")
    dialog.keep.click()
    assert [(one.name, one.query) for one in window.saving.searches.all()] == [("mine", "event 2")]


def test_a_kept_search_is_offered_under_the_empty_field(window: MainWindow) -> None:
    window.saving.searches.keep(NamedSearch(name="Ones", query="event 1", word_forms=True))
    edit = window.top_bar.search.edit
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert window.completing.popup.list.item(0).text() == "Ones"
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "event 1"
    assert window.session.word_forms


def test_a_view_is_one_state(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.select_rows(np.array([1, 4], np.int32))
    session.navigator.set_grouping("actor")
    session.navigator.set_hide_others(True)
    session.navigator.set_viewport(Viewport.over(Span(instant(1992), instant(1993, 6))))
    window.actions_by_name["show_list"].trigger()
    window.actions_by_name["show_facets"].trigger()
    window.search_box.ask("event 1")
    window.panes.resize(PaneSizes(details=430, list=180))
    kept = window.saving.state()
    _keep(window, "keep_view", "Beginnings")

    session.clear_selection()
    session.navigator.set_grouping("category")
    session.navigator.set_hide_others(False)
    window.actions_by_name["fit_all"].trigger()
    window.actions_by_name["show_list"].trigger()
    window.actions_by_name["show_facets"].trigger()
    window.panes.resize(PaneSizes(facets=300, details=300))
    window.search_box.ask("great")
    qtbot.waitUntil(lambda: session.navigator.viewport == session.navigator.home_viewport())
    menu = window.actions_by_name.submenus["views"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Beginnings"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.saving.state() == kept)
    assert window.top_bar.search.text() == "event 1"
    assert window.list.isVisible()
    assert not window.facets.isVisible()
    assert kept.panes == ("details", "overview", "list")
    assert kept.pane_sizes == PaneSizes(details=430, list=180)
    assert (window.details.width(), window.list.height()) == (430, 180)
    session.navigator.back()
    assert session.navigator.viewport == session.navigator.home_viewport()


def test_views_stay_with_their_file(window: MainWindow) -> None:
    window.saving.views.keep(NamedView(name="Elsewhere", file="other.yaml"))
    menu = window.actions_by_name.submenus["views"]
    menu.aboutToShow.emit()
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [("None yet", False)]


def test_what_is_kept_is_renamed_and_deleted(window: MainWindow, qtbot: QtBot) -> None:
    shelf = window.saving.searches
    shelf.keep(NamedSearch(name="One", query="1"))
    shelf.keep(NamedSearch(name="Two", query="2"))
    dialog = _shelf(window)
    assert isinstance(dialog.chosen, NamedSearch)
    assert dialog.chosen.name == "One"
    dialog.tree.selectedItems()[0].setText(0, "Three")
    qtbot.waitUntil(lambda: [one.name for one in shelf.all()] == ["Three", "Two"])
    qtbot.waitUntil(lambda: dialog.chosen is not None and dialog.chosen.name == "Three")
    dialog.tree.selectedItems()[0].setText(0, "two")  # another's name
    qtbot.waitUntil(lambda: bool(dialog.tree.findItems("Three", Qt.MatchFlag.MatchRecursive, 0)))
    assert [(one.name, one.query) for one in shelf.all()] == [("Three", "1"), ("Two", "2")]
    QTest.keyClick(dialog.tree, Qt.Key.Key_Delete)
    assert [one.name for one in shelf.all()] == ["Two"]
    dialog.delete.click()
    assert shelf.all() == []
    assert not dialog.go.isEnabled()


def test_the_shelf_shows_what_is_chosen(window: MainWindow) -> None:
    window.saving.searches.keep(NamedSearch(name="One", query="event 1"))
    _shelf(window).go.click()
    assert window.top_bar.search.text() == "event 1"
    assert window.dialogs.current is None


def test_a_view_is_copied_as_a_command(window: MainWindow) -> None:
    window.session.navigator.set_grouping("place")
    window.search_box.ask('"it\'s" $HOME')
    _keep(window, "keep_view", "It")
    dialog = _shelf(window)
    assert dialog.command.isEnabled()
    dialog.command.click()
    import json
    import shlex

    words = shlex.split(QGuiApplication.clipboard().text())
    assert words[0] == "timeglass"
    assert words[-2] == "--view"
    state = json.loads(words[-1])
    assert state["query"] == '"it\'s" $HOME'
    assert state["lanes"] == "place"
    assert "name" not in state


def test_the_shelf_outlives_what_cannot_be_read(store: Settings) -> None:
    shelf = searches(store)
    shelf.keep(NamedSearch(name="One", query="1"))
    from timeglass import settings

    store.put(settings.NAMED_SEARCHES, "[{]")
    assert shelf.all() == []
    shelf.keep(NamedSearch(name="Two", query="2"))
    assert [one.name for one in shelf.all()] == ["Two"]
    assert not shelf.rename("One", "Three")
    assert not shelf.rename("Two", " ")
    assert shelf.rename("two", "TWO")


def test_views_are_found_whatever_their_files(store: Settings) -> None:
    shelf = views(store)
    for file in ("a.yaml", "b.yaml"):
        shelf.keep(NamedView(name="Same", file=file, query=file))
    assert [view.query for view in shelf.found_anywhere("same")] == ["a.yaml", "b.yaml"]
    shelf.remove("Same", "a.yaml")
    assert [view.file for view in shelf.found_anywhere("Same")] == ["b.yaml"]


def test_what_a_view_names_but_the_file_has_not_is_passed_over(window: MainWindow) -> None:
    before = window.session.navigator.viewport
    window.saving.show_view(ViewState(ids=("gone", "e3"), range="never", lanes="moon", language="xx", panes=("moon",)))
    assert window.session.selected_rows().tolist() == [3]
    assert window.session.navigator.viewport == before
    assert window.session.navigator.grouping == "category"
    assert window.session.navigator.language == "en"


def test_names_stand_in_the_order_of_the_window_s_language(window: MainWindow) -> None:
    for name in ("Zoo", "éclair", "Apple", "View 10", "View 9"):
        window.saving.searches.keep(NamedSearch(name=name, query="a"))
    assert [one.name for one in window.saving.searches.all()] == ["Apple", "éclair", "View 9", "View 10", "Zoo"]


def test_a_view_that_was_kept_without_sizes_leaves_the_panes_as_they_are(window: MainWindow, store: Settings) -> None:
    store.put(settings.NAMED_VIEWS, '[{"name": "Old", "panes": ["facets", "details"]}]')
    (view,) = window.saving.views.all()
    window.saving.show_view(ViewState(pane_sizes=PaneSizes(facets=290, details=400)))
    window.saving.show_view(view)
    assert window.panes.sizes == PaneSizes(facets=290, details=400)


def test_sizes_of_a_larger_screen_leave_room_for_the_timeline(window: MainWindow) -> None:
    huge = PaneSizes(facets=3_000, details=100_000, list=9_000)
    window.saving.show_view(ViewState(panes=("facets", "details", "list"), pane_sizes=huge))
    assert window.timeline_view.width() >= 280
    assert window.stage.height() > 50
    assert min(window.facets.width(), window.details.width()) >= 168
