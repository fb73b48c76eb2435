"""Lanes of very many events are made while the window goes on, and can be given up."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders import a_timeline, an_event
from timeglass.events.timeline import Timeline
from timeglass.layout.lanes import Lanes, make_lanes, no_tick
from timeglass.widgets.canvas import lane_maker
from timeglass.widgets.grouping import TOLD
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Opened
from timeglass.widgets.wishes import settle
from widgets.conftest import MakeWindow


class Gate:
    """Holds up the making of lanes, as very many events would."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.given_up = threading.Event()
        self.made: list[str] = []

    def make(
        self, timeline: Timeline, grouping: str, language: str = "en", tick: Callable[[float], None] = no_tick
    ) -> Lanes:
        if threading.current_thread() is not threading.main_thread():
            try:
                while not self.opened.wait(0.001):
                    tick(0.5)
            except BaseException:
                self.given_up.set()
                raise
        self.made.append(grouping)
        return make_lanes(timeline, grouping, language, tick)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate()
    monkeypatch.setattr(lane_maker, "READ_AT_ONCE", 5)
    monkeypatch.setattr(lane_maker, "make_lanes", made.make)
    return made


@pytest.fixture
def many(gate: Gate, make_window: MakeWindow) -> MainWindow:
    """A window on more events than may be read at once, with three actors and two places."""
    events = (an_event(f"{1990 + n} - e{n}", actors=(f"Actor {n % 3}",), places=(f"Place {n % 2}",)) for n in range(20))
    return make_window(Opened(a_timeline(*events)))


def _lanes(window: MainWindow) -> list[str]:
    return [lane.label for lane in window.timeline_view.scene().lanes]


def test_lanes_stay_until_others_are_made(many: MainWindow, gate: Gate, qtbot: QtBot) -> None:
    before, scene = _lanes(many), many.timeline_view.scene()
    many.actions_by_name["group_actor"].trigger()
    assert _lanes(many) == before
    assert many.timeline_view.scene() is scene
    qtbot.waitUntil(lambda: TOLD in many.notices.texts())
    gate.opened.set()
    qtbot.waitUntil(lambda: _lanes(many) == ["Actor 0", "Actor 1", "Actor 2"])
    assert TOLD not in many.notices.texts()
    many.actions_by_name["group_category"].trigger()
    assert _lanes(many) == before
    many.actions_by_name["group_actor"].trigger()
    assert _lanes(many) == ["Actor 0", "Actor 1", "Actor 2"]  # they are remembered
    assert gate.made.count("actor") == 1


def test_making_lanes_can_be_given_up(many: MainWindow, gate: Gate, qtbot: QtBot) -> None:
    before = _lanes(many)
    many.actions_by_name["group_actor"].trigger()
    qtbot.waitUntil(lambda: TOLD in many.notices.texts())
    (cancel,) = [button for button in many.notices.findChildren(QPushButton) if button.text() == "Cancel"]
    cancel.click()
    assert many.actions_by_name["group_category"].isChecked()
    assert TOLD not in many.notices.texts()
    assert gate.given_up.wait(5)
    assert _lanes(many) == before


def test_another_grouping_makes_the_one_before_void(many: MainWindow, gate: Gate, qtbot: QtBot) -> None:
    many.actions_by_name["group_actor"].trigger()
    many.actions_by_name["group_place"].trigger()
    gate.opened.set()
    qtbot.waitUntil(lambda: _lanes(many) == ["Place 0", "Place 1"])
    qtbot.wait(20)
    assert _lanes(many) == ["Place 0", "Place 1"]
    many.actions_by_name["group_actor"].trigger()
    many.actions_by_name["group_none"].trigger()
    qtbot.wait(20)
    assert len(_lanes(many)) == 1


def test_another_timeline_makes_its_own_lanes(many: MainWindow, gate: Gate, qtbot: QtBot) -> None:
    many.actions_by_name["group_actor"].trigger()
    other = a_timeline(*(an_event(f"{1990 + n} - x{n}", actors=("Solo",)) for n in range(9)))
    many.session.set_timeline(other)
    many.session.navigator.set_grouping("actor")
    assert len(_lanes(many)) == 1  # until they are made, one holds all
    gate.opened.set()
    qtbot.waitUntil(lambda: _lanes(many) == ["Solo"])


def test_a_picture_waits_for_the_lanes(many: MainWindow, gate: Gate) -> None:
    gate.opened.set()
    many.session.navigator.set_grouping("actor")
    settle(many)
    assert _lanes(many) == ["Actor 0", "Actor 1", "Actor 2"]


def test_lanes_that_are_moved_meanwhile_are_those_that_are_shown(many: MainWindow, gate: Gate, qtbot: QtBot) -> None:
    keeper = many.timeline_view._keeper
    many.actions_by_name["group_place"].trigger()
    gate.opened.set()
    qtbot.waitUntil(lambda: _lanes(many) == ["Place 0", "Place 1"])
    gate.opened.clear()
    many.actions_by_name["group_actor"].trigger()
    keeper.set_lane_order(keeper.lane_order.with_hidden("Place 0"))
    assert _lanes(many) == ["Place 1"]
    gate.opened.set()
    qtbot.waitUntil(lambda: len(_lanes(many)) == 3)
