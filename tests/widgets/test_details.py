import numpy as np
import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from builders import a_timeline, an_event
from timeglass.events.event import Relation, RelationType
from timeglass.events.view_state import PaneSizes
from timeglass.search import Searcher
from timeglass.widgets.detail_writer import EVENT_LINK
from timeglass.widgets.leaving import LeavingDialog
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.markdown import is_safe_link
from timeglass.widgets.services import Opened
from widgets.conftest import MakeWindow


def _show(window: MainWindow, *rows: int) -> str:
    window.session.select_rows(np.array(rows, np.int32))
    window.details.refresh()
    return window.details.page.toPlainText()


def _links(window: MainWindow) -> dict[str, str]:
    found: dict[str, str] = {}
    block = window.details.page.document().begin()
    while block.isValid():
        for part in block.textFormats():
            form: QTextCharFormat = part.format
            if form.isAnchor():
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + part.start)
                cursor.setPosition(block.position() + part.start + part.length, QTextCursor.MoveMode.KeepAnchor)
                found[cursor.selectedText().strip("\u00a0 ").replace("\u00a0", " ")] = form.anchorHref()
        block = block.next()
    return found


def test_a_page_says_all_that_an_event_has(window: MainWindow) -> None:
    text = _show(window, 2).replace("\u00a0", " ")
    for words in (
        "3 March 1992", "1992-03-03", "The great meeting", "Talks", "Deeds", "Disputed", "They met in Madrid", "37%",
        "In favour", "1,200", "Ann", "Madrid", "start", "leads to", "Event 5", "The book",
        "A. Author · Press · 1999 · p. 3", "https://example.org/only", "A letter", "1. one", "said", "code",
    ):  # fmt: skip
        assert words in text, words


def test_text_from_a_file_is_never_markup(window: MainWindow) -> None:
    text = _show(window, 2)
    assert "<b>no</b>" in text
    links = _links(window)
    assert "https://example.org/x" in links.values()
    assert not any(href.startswith("javascript") for href in links.values())
    assert is_safe_link("mailto:a@example.org")
    assert not is_safe_link("file:///etc/passwd")
    assert not is_safe_link("http://[")


def test_links_lead_to_events_terms_and_out(window: MainWindow, qtbot: QtBot) -> None:
    _show(window, 2)
    links = _links(window)
    window.details.page.link_requested.emit(links["Event 5"])
    assert window.session.current_row == 5
    with qtbot.waitSignal(window.details.term_requested) as told:
        window.details.page.link_requested.emit(links["Ann"])
    assert told.args == ["actor", "Ann"]
    with qtbot.waitSignal(window.details.address_requested) as told:
        window.details.page.link_requested.emit("https://example.org/x")
    assert told.args == ["https://example.org/x"]
    assert isinstance(window.dialogs.current, LeavingDialog)
    assert window.dialogs.current.informativeText() == "https://example.org/x"
    window.dialogs.current.reject()


def test_relations_are_seen_from_both_ends(window: MainWindow) -> None:
    text = _show(window, 5)
    assert "follows from" in text
    assert "The great meeting" in text


def test_several_events_stand_one_under_another(window: MainWindow) -> None:
    text = _show(window, 1, 2, 3)
    assert text.startswith("3 events, 1991 – 1992, 3 sources")
    assert text.index("Event 1") < text.index("The great meeting") < text.index("Event 3")


def test_nothing_selected_tells_about_the_timeline(window: MainWindow) -> None:
    text = _show(window)
    assert "Two towns" in text
    assert "How they met." in text
    assert "12 events · 1 source" in text
    assert "CC-BY-4.0" in text


def test_the_foot_leads_to_the_neighbours(window: MainWindow) -> None:
    _show(window, 2)
    assert (window.details.earlier.text(), window.details.later.text()) == ("2 Sep 1991", "4 Sep 1992")
    window.details.later.click()
    assert window.session.current_row == 3
    window.details.earlier.click()
    assert window.session.current_row == 2
    _show(window, 0)
    assert not window.details.earlier.isVisible()


LONG_DATES = ("1997-07-09/2004-12-30", "1997-07-10/2005-12~", "[1999-12-01..2000-02-28]")


@pytest.mark.parametrize("width", [232, 300, 392, 640])
@pytest.mark.parametrize("row", [0, 1, 2])
def test_dates_at_the_foot_end_in_an_ellipsis_rather_than_at_an_edge(
    make_window: MakeWindow, qtbot: QtBot, width: int, row: int
) -> None:
    window = make_window(Opened(a_timeline(*(f"{date} - {place}" for place, date in enumerate(LONG_DATES)))))
    window.panes.resize(PaneSizes(details=width))
    _show(window, row)
    pane = window.details
    qtbot.waitUntil(lambda: pane.width() == width and pane.copies.isVisible())
    qtbot.wait(10)
    left = 0
    for button in (pane.earlier, pane.copies, pane.later):
        if not button.isVisible():
            continue
        assert button.width() >= button.sizeHint().width()
        assert button.x() >= left
        left = button.x() + button.width()
    assert left <= pane.width()


def test_a_foot_with_room_shows_dates_whole(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1_600, 800)
    window.panes.resize(PaneSizes(details=640))
    _show(window, 2)
    dates = [window.session.model.date_words(window.session.timeline.events[row]) for row in (1, 3)]
    qtbot.waitUntil(lambda: [window.details.earlier.text(), window.details.later.text()] == dates)


def test_long_names_break_between_their_words(make_window: MakeWindow) -> None:
    name = "Permanent Mission of Ukraine to the North Atlantic Treaty Organization"
    window = make_window(Opened(a_timeline(an_event("1997 - A", actors=(name, "North Atlantic Council")))))
    _show(window, 0)
    assert f"{name} · North\u00a0Atlantic\u00a0Council" in window.details.page.document().toRawText()


def test_searched_words_are_marked(window: MainWindow, qtbot: QtBot) -> None:
    window.search_box.ask("great")
    qtbot.waitUntil(lambda: window.session.outcome is not None)
    _show(window, 2)
    assert [mark.cursor.selectedText() for mark in window.details.page.extraSelections()] == ["great"]


def test_other_language(window: MainWindow) -> None:
    window.session.navigator.set_language("uk")
    assert "Велика зустріч" in _show(window, 2)


def test_related_events_are_a_tree_of_links(make_window: MakeWindow, qtbot: QtBot) -> None:
    def leading(to: str) -> tuple[Relation, ...]:
        return (Relation(type=RelationType.LEADS_TO, event=to),)

    timeline = a_timeline(
        an_event("1990 - First", related=leading("Second")),
        an_event("1991 - Second", related=leading("Third")),
        an_event("1992 - Third", related=leading("Fourth")),
        an_event("1993 - Fourth", related=leading("Fifth")),
        "1994 - Fifth",
    )
    window = make_window(Opened(timeline))
    window.session.select_only(0)
    qtbot.waitUntil(lambda: "Fourth" in window.details.page.toPlainText())
    text = window.details.page.toPlainText().replace("\u00a0", " ")
    assert "↳ leads to  Third" in text
    assert "↳ leads to  Fourth  1993  and 1 more" in text
    assert "Fifth" not in text
    window.details.page.link_requested.emit(f"{EVENT_LINK}3")
    assert window.session.current_row == 3


@pytest.mark.parametrize("date", ["1992-03-03", "1993/1996", "[1993..1996]", "1994~", "199X/200X", "2023/.."])
def test_the_date_searches_what_was_at_that_time(make_window: MakeWindow, qtbot: QtBot, date: str) -> None:
    window = make_window(Opened(a_timeline(f"{date} - Now", "1800 - Once")))
    _show(window, window.session.timeline.row_by_id["Now"])
    href = next(href for href in _links(window).values() if href.startswith("term:during:"))
    window.details.page.link_requested.emit(href)
    query = window.top_bar.search.text()
    assert query.startswith("during:")
    found = Searcher(window.session.timeline).search(query)
    assert found.error == ""
    assert [window.session.timeline.events[row].id for row in found.rows.tolist()] == ["Now"]
