from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from builders import a_timeline, an_event
from timeglass.model.searching import default_searcher
from timeglass.model.session import Session
from timeglass.paint.theme import LIGHT
from timeglass.widgets.facet_row import FacetHeading, FacetRow
from timeglass.widgets.facets_panel import FacetsPanel
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Services
from timelines import little

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def services(services: Services) -> Services:
    """With the program's own search."""
    return replace(services, make_searcher=default_searcher)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = Session(little(), default_searcher)
    yield made
    made.close()


def _row(window: MainWindow, field: str, value: str) -> FacetRow:
    (row,) = [row for row in window.facets.widget().findChildren(FacetRow) if row.key == (field, value)]
    return row


def _facets_of(window: MainWindow, query: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.session.outcome is not None and window.session.outcome.query.strip() == query)
    qtbot.wait(60)


def test_the_first_picture_counts_as_the_search_does(session: Session, qtbot: QtBot) -> None:
    first = [facet for facet in session.facets if facet.field in ("category", "era", "actor")]
    with qtbot.waitSignal(session.facets_changed):
        session.prepare_search()
    assert [facet for facet in session.facets if facet.field in ("category", "era", "actor")] == first


def test_values_that_are_as_frequent_stand_in_the_order_of_letters(qtbot: QtBot) -> None:
    actors = ["гурт", "Ґалаґан", "Єва", "Іван", "Їжакевич", "Яна"]
    events = [an_event(f"199{place} - {actor}", actors=(actor,)) for place, actor in enumerate(reversed(actors))]
    session = Session(a_timeline(*events, language="uk"), default_searcher)

    def shown() -> list[str]:
        return [value.value for facet in session.facets if facet.field == "actor" for value in facet.values]

    assert shown() == actors
    with qtbot.waitSignal(session.facets_changed):
        session.prepare_search()
    assert shown() == actors
    session.close()


def test_a_click_asks_for_a_value_and_shows_that(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(facet.field == "status" for facet in window.session.facets))
    qtbot.wait(30)
    QTest.mouseClick(_row(window, "category", "deed"), Qt.MouseButton.LeftButton)
    assert window.top_bar.search.text().strip() == "category:deed"
    _facets_of(window, "category:deed", qtbot)
    assert "asked for" in _row(window, "category", "deed").accessibleName()
    QTest.mouseClick(_row(window, "category", "deed"), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    _facets_of(window, "-category:deed", qtbot)
    assert "excluded" in _row(window, "category", "deed").accessibleName()
    window.facets.grab()


def test_facets_fold_and_that_is_kept(window: MainWindow) -> None:
    heading = window.facets.widget().findChildren(FacetHeading)[0]
    assert window.facets.widget().findChildren(FacetRow)[0].key[0] == "category"
    heading.click()
    assert window.facets.widget().findChildren(FacetRow)[0].key[0] != "category"
    assert "category" in window.facets.folded


def test_up_and_down_go_from_line_to_line(window: MainWindow) -> None:
    window.activateWindow()
    heading = window.facets.widget().findChildren(FacetHeading)[0]
    heading.setFocus()
    QTest.keyClick(heading, Qt.Key.Key_Down)
    assert _row(window, "category", "talk").hasFocus()
    QTest.keyClick(_row(window, "category", "talk"), Qt.Key.Key_Space)
    assert window.top_bar.search.text().strip() == "category:talk"


def test_long_facets_unroll(session: Session, qtbot: QtBot) -> None:
    panel = FacetsPanel(session, LIGHT, ("category", "actor"))
    assert panel.widget().findChildren(FacetRow)[0].key == ("place", "Madrid")
    panel.deleteLater()
