"""Items and groups of vis-timeline."""

import json
from pathlib import Path
from typing import Any

import pytest

from importers.corpus import count, dates, errors, load_corpus, opened, reach, warnings


@pytest.mark.parametrize(
    ("name", "events", "groups", "first", "last"),
    [
        ("almende--basic", 6, 0, "2014-04-14", "2014-04-27"),
        ("almende--timeline", 2875, 7, "2014-09-08", "2015-02-25"),
    ],
)
def test_the_corpus(name: str, events: int, groups: int, first: str, last: str) -> None:
    loaded = load_corpus(f"vis/{name}.json")
    assert loaded.timeline.format_name == "vis"
    assert (count(loaded), reach(loaded), loaded.problems) == ((events, 0, groups), (first, last), ())


def test_many_items_of_the_same_content_have_ids_of_their_own() -> None:
    events = load_corpus("vis/almende--timeline.json").timeline.events
    assert len({event.id for event in events}) == len(events)
    assert events[0].date.text == "2014-09-08T11:27:04Z"
    assert events[0].id.startswith("2014-09-08")


def items(folder: Path, *found: Any, **more: Any) -> Any:
    """What items are opened as."""
    return opened(folder, "t.json", json.dumps({"items": list(found), **more} if more else list(found)))


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        ("2014-04-20", None, "2014-04-20"),
        ("2014-04-16", "2014-04-19", "2014-04-16/2014-04-19"),
        (1424850541000, None, "2015-02-25T07:49:01Z"),
        (0, None, "1970-01-01"),
        (-1000, None, "1969-12-31T23:59:59Z"),
        ("2014-04-20T10:00:00.000Z", "2014-04-20T12:00:00.000Z", "2014-04-20T10:00:00Z/2014-04-20T12:00:00Z"),
        ("/Date(1198908717056)/", None, "2007-12-29T06:11:57Z"),
    ],
)
def test_dates(tmp_path: Path, start: Any, end: Any, date: str) -> None:
    loaded = items(tmp_path, {"id": 1, "content": "A", "start": start, **({"end": end} if end else {})})
    assert (loaded.problems, dates(loaded)) == ((), [date])


def test_all_that_an_item_says(tmp_path: Path) -> None:
    loaded = items(
        tmp_path,
        {"id": "launch", "content": "<b>A</b> &amp; B", "title": "tip <i>x</i>", "start": "2014", "group": 2},
        {"id": 7, "content": "C", "start": "2015", "style": "color: red", "className": "a"},
        {"content": "band", "start": "2013", "end": "2016", "type": "background"},
        groups=[{"id": 2, "content": "<u>Two</u>"}, {"id": 3, "content": "Three"}],
    )
    assert warnings(loaded) == [
        "a timeline has no room for, and so left out: styles of single events (1), classes of single events (1)"
    ]
    head = loaded.timeline.head
    assert [category.label for category in head.categories.values()] == ["Two", "Three"]
    assert [(era.title, era.date.text) for era in head.eras] == [("band", "2013/2016")]
    first, second = loaded.timeline.events
    assert (first.id, first.title, first.summary, first.categories) == ("launch", "A & B", "tip *x*", ("two",))
    assert (second.id, second.categories) == ("2015-c", ())


def test_broken_items_spoil_no_other(tmp_path: Path) -> None:
    loaded = items(
        tmp_path,
        {"content": "A", "start": "x"},
        {"content": "B", "start": 1e40},
        {"content": "C"},
        5,
        {"content": "D", "start": "2014", "end": "2010"},
        {"content": ["E"], "start": "2015"},
        {"content": "F", "start": {}},
    )
    assert dates(loaded) == ["2014", "2015"]
    assert len(errors(loaded)) == 6
    assert all(problem.line == 1 for problem in loaded.problems)
