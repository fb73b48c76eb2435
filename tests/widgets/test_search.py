import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from searchers import PlainSearcher
from timeglass.settings import QUERY_HISTORY, Settings
from timeglass.widgets.facet_row import FacetRow
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.search_box import FAULT, HIDDEN, NOTHING
from timeglass.widgets.services import Services
from widgets.conftest import MakeWindow


def _type(window: MainWindow, text: str, qtbot: QtBot) -> None:
    QTest.keyClicks(window.top_bar.search.edit, text)
    qtbot.waitUntil(lambda: window.session.outcome is not None and window.session.outcome.query == text)


def test_typing_searches_and_counts(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["find"].trigger()
    assert window.top_bar.search.edit.hasFocus()
    _type(window, "event 1", qtbot)
    assert window.top_bar.search.count.text() == "3 of 12"
    assert window.session.navigator.hits is not None
    assert window.top_bar.export.text() == "Export 3 found…"


def test_enter_and_shift_enter_walk_the_hits(window: MainWindow, qtbot: QtBot) -> None:
    _type(window, "event 1", qtbot)
    edit = window.top_bar.search.edit
    walked = []
    for modifiers in (Qt.KeyboardModifier.NoModifier,) * 2 + (Qt.KeyboardModifier.ShiftModifier,):
        QTest.keyClick(edit, Qt.Key.Key_Return, modifiers)
        walked.append(window.session.current_row)
    assert walked == [1, 10, 1]


def test_f3_walks_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    _type(window, "event 1", qtbot)
    window.timeline_view.setFocus()
    QTest.keyClick(window.timeline_view, Qt.Key.Key_F3)
    assert window.session.current_row == 1


def test_escape_clears_and_then_leaves(window: MainWindow, qtbot: QtBot) -> None:
    _type(window, "event", qtbot)
    edit = window.top_bar.search.edit
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == ""
    assert window.session.navigator.hits is None
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert window.timeline_view.hasFocus()


def test_hiding_the_rest_is_told_and_can_be_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    _type(window, "event 1", qtbot)
    window.actions_by_name["hide_others"].trigger()
    assert window.session.navigator.hide_others
    assert window.notices.texts()[HIDDEN].startswith("3 of 12 events shown")
    window.search_box.clear()
    assert HIDDEN not in window.notices.texts()


def test_no_hits_offer_what_was_perhaps_meant(window: MainWindow, qtbot: QtBot) -> None:
    _type(window, "nowhere", qtbot)
    assert NOTHING not in window.notices.texts()  # not while one may still be typing
    qtbot.waitUntil(lambda: window.notices.texts().get(NOTHING) == "Nothing found. Did you mean “meeting”?")
    window.search_box.ask("meeting")
    qtbot.waitUntil(lambda: window.top_bar.search.count.text() == "1 of 12")
    assert NOTHING not in window.notices.texts()


def test_what_cannot_be_read_is_underlined(window: MainWindow, qtbot: QtBot) -> None:
    _type(window, "event (", qtbot)
    assert window.top_bar.search.edit.fault == 6
    qtbot.waitUntil(lambda: "parenthesis" in window.notices.texts().get(FAULT, ""))
    window.grab()


def test_typing_into_the_search_is_not_taken_for_keys(window: MainWindow, qtbot: QtBot) -> None:
    before = window.session.navigator.viewport
    window.top_bar.search.edit.setFocus()
    QTest.keyClicks(window.top_bar.search.edit, "f0+-?")
    assert window.top_bar.search.edit.text() == "f0+-?"
    assert window.session.navigator.viewport == before
    assert window.dialogs.current is None


def test_a_facet_adds_to_the_text_and_takes_it_out_again(window: MainWindow) -> None:
    window.facets.term_requested.emit("category", "talk", False)
    assert window.top_bar.search.text().strip() == "category:talk"
    window.facets.term_requested.emit("category", "talk", True)
    assert window.top_bar.search.text().strip() == "-category:talk"
    window.facets.term_requested.emit("category", "talk", True)
    assert window.top_bar.search.text().strip() == ""


def test_completions_are_offered_and_taken(window: MainWindow, qtbot: QtBot) -> None:
    edit = window.top_bar.search.edit
    edit.setFocus()
    QTest.keyClicks(edit, "the gr")
    popup = window.completing.popup
    qtbot.waitUntil(popup.isVisible)
    assert popup.list.item(0).text() == "the great meeting"
    popup.grab()
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "the great meeting "
    assert not popup.isVisible()


def test_escape_hides_completions_first(window: MainWindow, qtbot: QtBot) -> None:
    edit = window.top_bar.search.edit
    edit.setFocus()
    QTest.keyClicks(edit, "ev")
    qtbot.waitUntil(window.completing.popup.isVisible)
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "ev"
    assert not window.completing.popup.isVisible()


def test_what_was_searched_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    edit = window.top_bar.search.edit
    edit.setFocus()
    QTest.keyClicks(edit, "great")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    window.search_box.clear()
    QTest.keyClick(edit, Qt.Key.Key_Down)
    popup = window.completing.popup
    assert popup.list.item(0).text() == "great"
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "great"


def test_facets_follow_the_search(window: MainWindow, qtbot: QtBot) -> None:
    window.search_box.ask("great")
    qtbot.waitUntil(lambda: any(f.field == "title" and f.total == 1 for f in window.session.facets))
    (titles,) = [facet for facet in window.session.facets if facet.field == "title"]
    assert [value.label for value in titles.values] == ["the great meeting"]
    qtbot.waitUntil(lambda: bool(window.facets.findChildren(FacetRow)))


def test_keys_of_the_window_work_from_the_search(window: MainWindow) -> None:
    window.top_bar.search.edit.setFocus()
    QTest.keyClick(window.top_bar.search.edit, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.dialogs.current is not None
    window.dialogs.current.reject()


def test_the_words_found_are_marked_on_labels(window: MainWindow, qtbot: QtBot) -> None:
    emphasis = window.timeline_view.emphasis
    _type(window, "great", qtbot)
    qtbot.waitUntil(lambda: tuple(emphasis.words) == ("great",))
    scene = window.timeline_view.scene()
    shown = emphasis.of(scene, None, -1, -1, focus=False)
    assert shown.stretches is not None
    assert list(shown.stretches("The great meeting")) == [(4, 9)]
    assert shown.stretches("The great meeting") is shown.stretches("The great meeting")
    window.search_box.clear()
    assert emphasis.of(scene, None, -1, -1, focus=False).stretches is None


def test_what_takes_a_while_is_told(make_window: MakeWindow, services: Services, qtbot: QtBot) -> None:
    gate = threading.Event()

    class Slow(PlainSearcher):
        def build(self, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> bool:
            for share in (0.1, 0.42):
                progress(share)
            gate.wait(5)
            return not cancelled()

    window = make_window(services=replace(services, make_searcher=Slow))
    count = window.top_bar.search.count
    QTest.keyClicks(window.top_bar.search.edit, "great")
    qtbot.waitUntil(lambda: count.text() == "Preparing: 42 %")
    assert count.isVisible()
    assert not window.top_bar.search.next.isEnabled()
    window.search_box.clear()
    assert count.text() == ""
    QTest.keyClicks(window.top_bar.search.edit, "great")
    assert count.text() == "Preparing: 42 %"
    gate.set()
    qtbot.waitUntil(lambda: count.text() == "1 of 12")


def test_how_many_match_only_possibly_stands_beside_the_count(window: MainWindow) -> None:
    field = window.top_bar.search
    field.show_count(16, 235, searching=True, doubtful=6)
    assert field.count.text() == "16 of 235, 6 possibly"
    field.show_count(16, 235, searching=True)
    assert field.count.text() == "16 of 235"


def test_the_history_holds_what_was_searched(window: MainWindow, store: Settings, qtbot: QtBot) -> None:
    edit = window.top_bar.search.edit
    edit.setFocus()
    _type(window, "event 1", qtbot)
    window.timeline_view.setFocus()
    assert store.get(QUERY_HISTORY) == ("event 1",)
    window.search_box.ask("nowhere")
    qtbot.waitUntil(lambda: window.session.outcome is not None and window.session.outcome.query == "nowhere")
    edit.setFocus()
    window.timeline_view.setFocus()
    assert store.get(QUERY_HISTORY) == ("event 1",)  # nobody wants what finds nothing again
    edit.setFocus()
    edit.setText("great")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert store.get(QUERY_HISTORY) == ("great", "event 1")
    edit.clear()
    QTest.keyClick(edit, Qt.Key.Key_Down)
    shown = window.completing.popup.list
    assert [shown.item(place).text() for place in range(shown.count())] == ["great", "event 1"]


def test_a_suggestion_that_is_taken_leaves_the_hand_in_the_search(window: MainWindow, qtbot: QtBot) -> None:
    _type(window, "nowhere", qtbot)
    qtbot.waitUntil(lambda: NOTHING in window.notices.texts())
    window.timeline_view.setFocus()
    next(button for button in window.notices.findChildren(QPushButton) if button.text() == "meeting").click()
    assert window.top_bar.search.text() == "meeting"
    assert window.top_bar.search.edit.hasFocus()
