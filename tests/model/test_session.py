import threading
import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from searchers import PlainResult, PlainSearcher
from timeglass.events.timeline import Timeline
from timeglass.model.searching import default_searcher
from timeglass.model.session import Session
from timeglass.search.giving_up import Check, carry_on
from timeglass.search.index import Index, Mask
from timelines import little


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = Session(little(), PlainSearcher)
    yield made
    made.close()


def test_a_query_marks_hits(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.outcome_changed):
        session.set_query("great")
    assert session.navigator.hits is not None
    assert session.navigator.hits.tolist() == [2]
    session.set_query("")
    assert session.navigator.hits is None
    assert session.outcome is None


def test_other_forms_of_the_words_are_a_switch(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.outcome_changed):
        session.set_query("meetings")
    assert session.navigator.hits is not None
    assert session.navigator.hits.tolist() == []
    with qtbot.waitSignals([session.word_forms_changed, session.outcome_changed]):
        session.set_word_forms(True)
    assert session.navigator.hits.tolist() == [2]
    with qtbot.assertNotEmitted(session.word_forms_changed):
        session.set_word_forms(True)
    with qtbot.waitSignal(session.outcome_changed):
        session.set_word_forms(False)
    assert session.navigator.hits.tolist() == []


def test_only_the_newest_query_is_answered(qtbot: QtBot) -> None:
    gate = threading.Event()

    class Gated(PlainSearcher):
        def search(
            self,
            query: str,
            selected: NDArray[np.int32],
            typing: bool = True,
            stemming: bool = False,
            check: Check = carry_on,
        ) -> PlainResult:
            gate.wait(5)
            return super().search(query, selected, typing, stemming, check)

    session = Session(little(), Gated)
    answered = []
    session.outcome_changed.connect(lambda: answered.append(session.outcome.query if session.outcome else ""))
    session.set_query("event")
    session.set_query("great")
    gate.set()
    qtbot.waitUntil(lambda: answered == ["great"])
    qtbot.wait(30)
    assert answered == ["great"]
    session.close()


def test_a_query_that_runs_ends_when_a_newer_one_comes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for: list[str] = []
    first, gate = threading.Event(), threading.Event()
    find = Index.find

    def slow(index: Index, phrase: Sequence[str], prefix: bool = False, fields: Sequence[int] = ()) -> Mask:
        looked_for.append(phrase[0])
        first.set()
        gate.wait(5)
        return find(index, phrase, prefix, fields)

    monkeypatch.setattr(Index, "find", slow)
    session = Session(little(), default_searcher)
    session.set_query(" OR ".join(f"slow{number}" for number in range(100)))
    assert first.wait(5)
    with qtbot.waitSignal(session.outcome_changed):
        session.set_query("great")
        gate.set()
    assert looked_for[:2] == ["slow0", "great"]
    assert session.outcome is not None
    assert session.outcome.query == "great"
    session.close()


def test_closing_ends_a_query_that_runs(qtbot: QtBot) -> None:
    ended = threading.Event()
    running = threading.Event()

    class Endless(PlainSearcher):
        def search(
            self,
            query: str,
            selected: NDArray[np.int32],
            typing: bool = True,
            stemming: bool = False,
            check: Check = carry_on,
        ) -> PlainResult:
            running.set()
            try:
                while not ended.wait(0.001):
                    check()
            finally:
                ended.set()
            raise AssertionError

    session = Session(little(), Endless)
    session.set_query("event")
    assert running.wait(5)
    session.close()
    assert ended.is_set()


def test_a_fault_in_the_search_is_told(qtbot: QtBot) -> None:
    class Broken(PlainSearcher):
        def __init__(self, timeline: Timeline, language: str) -> None:
            raise RuntimeError("no index")

    session = Session(little(), Broken)
    with qtbot.waitSignal(session.search.failed) as told:
        session.set_query("great")
    assert told.args == ["RuntimeError: no index"]
    session.close()


def test_hits_are_walked_in_time_order_and_around(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.outcome_changed):
        session.set_query("event 1")  # 1, 10 and 11
    walked = []
    for _ in range(4):
        session.step_hit(1)
        walked.append(session.current_row)
    session.step_hit(-1)
    walked.append(session.current_row)
    assert walked == [1, 10, 11, 1, 11]


def test_selection_by_ranges(session: Session) -> None:
    rows = np.array([0, 1, 2, 5, 7, 8], np.int32)
    session.select_rows(rows)
    assert session.selected_rows().tolist() == rows.tolist()
    assert session.selected_count() == 6
    assert session.current_row == 0
    assert len(session.selection.selection()) == 3
    session.select_rows(rows[3:])
    assert session.current_row == 5
    session.clear_selection()
    assert session.selected_count() == 0
    assert session.current_row == -1


def test_going_to_an_event_shows_and_selects_it(session: Session) -> None:
    session.fit_rows(np.array([11], np.int32))
    assert session.navigator.viewport.share_of(session.timeline.columns.start_earliest[0]) < 0
    session.go_to(0)
    assert 0 <= session.navigator.viewport.share_of(session.timeline.columns.start_earliest[0]) <= 1
    assert session.selected_rows().tolist() == [0]
    session.navigator.back()
    assert session.navigator.viewport.share_of(session.timeline.columns.start_earliest[0]) < 0


def test_steps_stay_within_what_is_shown(session: Session, qtbot: QtBot) -> None:
    session.select_only(2)
    session.step(1)
    assert session.current_row == 3
    with qtbot.waitSignal(session.outcome_changed):
        session.set_query("event 1")
    session.navigator.set_hide_others(True)
    session.step(1)
    assert session.current_row == 10
    session.step(1)
    session.step(1)
    assert session.current_row == 11
    assert session.neighbour(1) == -1


def test_all_shown_are_the_hits_or_everything(session: Session, qtbot: QtBot) -> None:
    session.select_shown()
    assert session.selected_count() == 12
    with qtbot.waitSignal(session.outcome_changed):
        session.set_query("event 1")
    session.select_shown()
    assert session.selected_rows().tolist() == [1, 10, 11]


@pytest.mark.parametrize("leave", ["close", "another"])
def test_preparing_is_given_up_when_nobody_wants_it(qtbot: QtBot, leave: str) -> None:
    begun, gave_up = threading.Event(), threading.Event()

    class Slow(PlainSearcher):
        def build(self, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> bool:
            if begun.is_set():
                return True
            begun.set()
            for _ in range(500):
                if cancelled():
                    gave_up.set()
                    return False
                time.sleep(0.01)
            return True

    session = Session(little(), Slow)
    session.set_query("great")
    assert begun.wait(5)
    if leave == "close":
        session.close()
        assert gave_up.is_set()
        return
    session.set_timeline(little(6))
    with qtbot.waitSignal(session.outcome_changed):
        session.set_query("great")
    assert gave_up.is_set()
    assert session.navigator.hits is not None
    session.close()


def test_a_blank_behind_the_last_word_is_kept(session: Session, qtbot: QtBot) -> None:
    for typed, asked in (("  great ", "great "), (" great", "great"), ("   ", "")):
        session.set_query(typed)
        assert session.query == asked
