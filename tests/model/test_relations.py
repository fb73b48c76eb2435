from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from builders import a_timeline, an_event
from searchers import PlainResult, PlainSearcher
from timeglass.events.event import Relation, RelationType
from timeglass.events.timeline import Timeline
from timeglass.model import relations
from timeglass.model.relations import Link, Relations
from timeglass.model.session import Session
from timeglass.search.giving_up import Check
from timelines import little


class Knowing(PlainSearcher):
    """Knows which events have relations."""

    def search(self, query: str, selected: NDArray[np.int32], *, check: Check) -> PlainResult:
        return PlainResult(np.array([2], np.int32))


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = Session(little(), Knowing)
    yield made
    made.close()


def test_both_ends_of_a_relation_know_it(session: Session) -> None:
    found = Relations(session.timeline, session.search)
    assert found.of(2) == [Link(RelationType.LEADS_TO, 5)]
    assert found.of(5) == [Link(RelationType.LEADS_TO, 2, backward=True)]
    assert found.of(1) == []


def test_of_many_events_the_search_tells_which_have_any(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relations, "LOOKED_THROUGH", 3)
    found = Relations(session.timeline, session.search)
    with qtbot.waitSignal(found.gathered):
        assert found.of(5) == []
    assert found.of(5) == [Link(RelationType.LEADS_TO, 2, backward=True)]


def _linked(*arrows: str) -> Timeline:
    """Events that lead to one another, from ``"a>b"``."""
    names = sorted({name for arrow in arrows for name in arrow.split(">")})
    related: dict[str, list[Relation]] = {name: [] for name in names}
    for arrow in arrows:
        start, end = arrow.split(">")
        related[start].append(Relation(type=RelationType.LEADS_TO, event=end))
    return a_timeline(*(an_event(f"{1990 + n} - {name}", related=tuple(related[name])) for n, name in enumerate(names)))


def _tree(timeline: Timeline, session: Session, row: int = 0) -> list[str]:
    """The tree in words: the level in blanks, ``<`` where the other event names this one, and how many more."""
    branches = Relations(timeline, session.search).tree(row)
    return [
        " " * one.level + "<" * one.link.backward + timeline.events[one.link.row].id + f"+{one.more}" * bool(one.more)
        for one in branches
    ]


def test_the_tree_follows_relations_three_levels_deep(session: Session) -> None:
    timeline = _linked("a>b", "b>c", "c>d", "d>e", "f>a", "g>c")
    assert _tree(timeline, session) == ["b", " c", "  d+1", "  <g", "<f"]
    assert _tree(timeline, session, 4) == ["<d", " <c", "  <b+1", "  <g"]


def test_an_event_stands_in_the_tree_once_and_as_near_as_can_be(session: Session) -> None:
    assert _tree(_linked("a>b", "b>c", "a>c", "c>a", "c>b"), session) == ["b", "c"]
    assert _tree(_linked("b>c"), session, 0) == ["c"]
    twice = a_timeline(
        an_event(
            "1990 - a",
            related=(
                Relation(type=RelationType.LEADS_TO, event="b"),
                Relation(type=RelationType.SEE_ALSO, event="b"),
            ),
        ),
        an_event("1991 - b", related=(Relation(type=RelationType.LEADS_TO, event="c"),)),
        "1992 - c",
    )
    assert _tree(twice, session) == ["b", " c", "b"]


def test_what_has_no_room_in_the_tree_is_counted(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relations, "TREE_MOST", 2)
    timeline = _linked("a>b", "a>c", "b>d", "b>e", "b>f", "c>g")
    assert _tree(timeline, session) == ["b+1", " d", " e", "c+1"]
