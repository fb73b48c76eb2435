"""Events that are made when they are looked at: the same ones as if they had been made at once."""

import gc
import json
from pathlib import Path

import msgspec
import pytest

from timeglass.events.event import Event
from timeglass.formats import load_bytes
from timeglass.formats.entries import EventEntry
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Problems
from timeglass.formats.stores import TreeStore
from timeglass.formats.typed import Typist


def lines(count: int) -> bytes:
    """JSON Lines of events that go back in time, every third with an alias, every seventh without an id."""
    parts = []
    for number in range(count):
        event = {"date": f"{9999 - number:04}", "title": f"Event {number}"}
        if number % 7:
            event["id"] = f"e{number}"
        parts.append(json.dumps({**event, "aliases": [f"alias-{number}"]} if number % 3 == 0 else event))
    return "\n".join(parts).encode()


def test_rows_are_found_by_id_and_alias() -> None:
    timeline = load_bytes(lines(5_000), Path("t.jsonl")).timeline
    for row in range(0, 5_000, 37):
        event = timeline.events[row]
        assert timeline.row_by_id[event.id] == row
        for alias in event.aliases:
            assert timeline.row_by_id[alias] == row
    assert timeline.row_by_id["9999-event-0"] == 4_999
    assert "nobody" not in timeline.row_by_id
    assert len(timeline.row_by_id) == len(set(timeline.row_by_id)) == 5_000 + 1_667


def test_events_are_a_sequence() -> None:
    events = load_bytes(lines(20), Path("t.jsonl")).timeline.events
    assert events[-1] == events[19]
    assert events[-1].title == "Event 0"
    assert [event.id for event in events[2:6:2]] == [events[2].id, events[4].id]
    assert list(events) == [events[row] for row in range(20)]
    assert events == list(events)
    assert events != list(events)[:-1]
    assert events != 1
    assert repr(events) == "<20 events>"
    for row in (20, -21):
        with pytest.raises(IndexError):
            events[row]


def test_only_some_events_are_kept_at_hand() -> None:
    events = load_bytes(lines(9_000), Path("t.jsonl")).timeline.events
    first = events[0]
    assert events[0] is first
    for row in range(1, 5_000):
        assert isinstance(events[row], Event)
    assert events[0] is not first
    assert events[0] == first


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_rows_of_a_table_are_found_again(breaks: str) -> None:
    rows = ["date,title,summary"]
    for number in range(5_000):
        summary = f'"two{breaks}lines {number}"' if number % 50 == 0 else f"line {number}"
        rows.append(f"{1000 + number},Event {number},{summary}")
        if number % 70 == 0:
            rows.append("")
    timeline = load_bytes(breaks.join(rows).encode(), Path("t.csv")).timeline
    for number in range(5_000):
        event = timeline.events[number]
        assert event.title == f"Event {number}"
        assert event.summary == (f"two{breaks}lines {number}" if number % 50 == 0 else f"line {number}")


def test_a_table_with_json_in_cells_is_read_alike() -> None:
    plain = "date,title,tags\n" + "1995,A,x; y\n" * 3_000
    odd = plain + '1996,"{""en"": ""B""}","[""x;y""]"\n'
    loaded = load_bytes(odd.encode(), Path("t.csv"))
    assert loaded.problems == ()
    assert loaded.timeline.events[:3_000] == load_bytes(plain.encode(), Path("t.csv")).timeline.events[:]
    assert loaded.timeline.events[3_000].tags == ("x;y",)


@pytest.mark.parametrize("name", ["t.yaml", "t.json", "t.jsonl", "t.csv"])
def test_nothing_of_what_was_read_is_left_to_the_garbage_collector(name: str) -> None:
    """It would have to look through all of it at once, and the window would wait for that."""
    events = [{"date": f"{1000 + row}", "title": f"Event {row}", "actors": ["A", "B"]} for row in range(900)]
    if name == "t.csv":
        data = "date,title\n" + "".join(f"{event['date']},{event['title']}\n" for event in events)
    elif name == "t.jsonl":
        data = '{"timeglass": 1, "title": "T"}\n' + "".join(json.dumps(event) + "\n" for event in events)
    elif name == "t.json":
        data = json.dumps({"timeglass": 1, "title": "T", "events": events})
    else:
        data = "timeglass: 1\ntitle: T\nevents:\n" + "".join(f"- {json.dumps(event)}\n" for event in events)
    load_bytes(data.encode(), Path(name))  # what is made once is made now
    gc.collect()
    gc.disable()
    try:
        loaded = load_bytes(data.encode(), Path(name))
        assert gc.collect() < 100
        assert len(loaded.timeline) == 900
    finally:
        gc.enable()


def test_entries_stay_what_they_are_when_they_are_packed() -> None:
    trees: list[object] = [
        {
            "date": "1990",
            "title": {"en": "E", "uk": "У"},
            "sources": ["s", {"url": "https://x.org"}],
            "tags": ["a", ""],
        },
        {"title": "no date"},
        {"date": "1991", "title": "half \ud800", "figures": [{"label": "L", "value": 2.5}], "status": "disputed"},
    ] * 5
    typist = Typist(Problems("t.yaml"), Suggester())
    store = TreeStore(trees)
    first = [chunk.titles for chunk in store.chunks(typist)]
    assert [chunk.titles for chunk in store.chunks(typist)] == first
    for row, tree in enumerate(trees):
        if row % 3 != 1:
            assert store.entry(row) == msgspec.convert(tree, EventEntry)
            assert store.entry(row) is store.entry(row)
    assert len(store) == 15
