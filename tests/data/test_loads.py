"""The reader of the program takes the built-in timeline without a word."""

from timeglass.formats import load

from .conftest import TIMELINE, Entry, names_of


def test_loads_without_problem_or_warning() -> None:
    assert [str(problem) for problem in load(TIMELINE).problems] == []


def test_nothing_is_lost(timeline: Entry) -> None:
    loaded = load(TIMELINE).timeline
    head = loaded.head
    assert len(loaded.events) == len(timeline["events"])
    assert len(head.eras) == len(timeline["eras"])
    assert len(head.series) == len(timeline["series"])
    assert len(head.sources) == len(timeline["sources"])
    assert set(loaded.row_by_id) >= {name for event in timeline["events"] for name in names_of(event)}
