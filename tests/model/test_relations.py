from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from searchers import PlainResult, PlainSearcher
from timeglass.events.event import RelationType
from timeglass.model import relations
from timeglass.model.relations import Link, Relations
from timeglass.model.session import Session
from timelines import little


class Knowing(PlainSearcher):
    """Knows which events have relations."""

    def search(self, query: str, selected: NDArray[np.int32]) -> PlainResult:
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
