"""SIMILE Timeline, XML and JSON."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from importers.corpus import count, dates, errors, load_corpus, opened, reach, warnings
from timeglass.errors import NotATimelineError

CORPUS = {
    # file: events, first and last day
    "simile-widgets--example1.xml": (3, "2006-05-28", "2006-08-02"),
    "simile-widgets--jfk.xml": (130, "1961-05-20", "1979-01-01"),
    "simile-widgets--christianity.xml": (560, "0001-01-01", "2006-12-31"),
    "simile-widgets--dinosaurs.xml": (224, "Y-22800000", "Y-65000000"),  # the reach is cut after ten characters
    "simile-widgets--data.json": (100, "2001-05-03", "2001-10-31"),
    "simile-widgets--canada-1990-2000.xml": (48, "1990-01-29", "1999-10-07"),
    "thbst16--jfk-timeline.json": (21, "1917-05-29", "1963-11-22"),
}


@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus(name: str) -> None:
    events, first, last = CORPUS[name]
    loaded = load_corpus(f"simile/{name}")
    assert loaded.timeline.format_name.startswith("simile")
    assert count(loaded)[:2] == (events, 0)
    assert reach(loaded) == (first, last)
    assert errors(loaded) == []


def test_the_example_of_the_documentation() -> None:
    loaded = load_corpus("simile/simile-widgets--example1.xml")
    assert dates(loaded) == [
        "2006-05-28T09:00:00Z/2006-06-15T09:00:00Z",
        "[2006-06-16..2006-06-26]",  # an end without a duration: some time in between
        "2006-08-02",
    ]
    first, _, last = loaded.timeline.events
    link = "[Timeline](http://simile.mit.edu/timeline/)"
    assert first.summary == f"A few days to write some documentation for {link}."
    assert [source.url for source in last.sources] == ["http://travel.yahoo.com/"]


def test_numbers_that_count_down_are_million_years_ago() -> None:
    loaded = load_corpus("simile/simile-widgets--dinosaurs.xml")
    assert "the dates are numbers that count down: they were read as million years ago" in warnings(loaded)
    by_title = {event.title: event.date.text for event in loaded.timeline.events}
    assert by_title["Acrocanthosaurus"] == "Y-115E6/Y-105E6"


def test_what_has_no_room_is_told() -> None:
    loaded = load_corpus("simile/thbst16--jfk-timeline.json")
    assert warnings(loaded) == ["a timeline has no room for, and so left out: colours of single events (21)"]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("1990", "1990"),
        ("1 AD", "0001"),
        ("44 BC", "-0043"),
        ("-0043", "-0043"),
        ("Jan 01 0897", "0897-01-01"),
        ("May 28 2006 09:00:00 GMT", "2006-05-28T09:00:00Z"),
        ("Mon Jan 29 1990 00:00:00 GMT", "1990-01-29"),
        ("Sat May 20 1961 10:30:00 GMT-0600", "1961-05-20T10:30:00-06:00"),
        ("1994-11-05T13:15:30Z", "1994-11-05T13:15:30Z"),
        ("107?", "0107?"),
        ("199?", "199X"),
    ],
)
def test_dates(tmp_path: Path, written: str, date: str) -> None:
    for name, text in (
        ("t.xml", f'<data><event start="{written}" title="A"/></data>'),
        ("t.json", json.dumps({"events": [{"title": "A", "start": written}]})),
    ):
        loaded = opened(tmp_path, name, text)
        assert (loaded.problems, dates(loaded)) == ((), [date])


def test_a_duration_from_time_to_time(tmp_path: Path) -> None:
    event = (
        'start="May 28 2006 09:00:00 GMT" end="May 28 2006 11:30:00 GMT" isDuration="true" title="A &amp;lt;b&amp;gt;"'
    )
    loaded = opened(
        tmp_path, "t.xml", f"<data><event {event}>&lt;b&gt;x&lt;/b&gt;&lt;script&gt;y&lt;/script&gt;</event></data>"
    )
    assert dates(loaded) == ["2006-05-28T09:00:00Z/2006-05-28T11:30:00Z"]
    assert (loaded.timeline.events[0].title, loaded.timeline.events[0].summary) == ("A <b>", "**x**")


def test_broken_events_have_places_and_spoil_no_other(tmp_path: Path) -> None:
    text = '<data>\n<event start="soon" title="A"/>\n<event start="1990" end="1980" isDuration="true" title="B"/>\n'
    loaded = opened(tmp_path, "t.xml", text + '<event title="C"/>\n<event start="1995" title="D"/></data>')
    assert dates(loaded) == ["1990", "1995"]
    assert [problem.line for problem in loaded.problems] == [2, 3, 4]


def test_a_file_that_is_cut_off_gives_its_good_part(tmp_path: Path) -> None:
    text = '<data>\n<event start="1990" title="A"/>\n<event start="1995" title="B">half of a te'
    loaded = opened(tmp_path, "t.xml", text)
    assert dates(loaded) == ["1990"]
    assert errors(loaded) == ["malformed XML: no element found; what follows is lost"]
    assert loaded.problems[0].line == 3


BOMB = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    "head",
    [
        f'<!DOCTYPE data [<!ENTITY a0 "x">{BOMB}]>',
        '<!DOCTYPE data [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE data [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]>',
    ],
)
def test_entities_are_refused(tmp_path: Path, head: str) -> None:
    started = time.perf_counter()
    with pytest.raises(NotATimelineError, match="entities"):
        opened(tmp_path, "t.xml", f'{head}<data><event start="1990" title="&a9;"/></data>')
    assert time.perf_counter() - started < 5


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotATimelineError, match="levels deep"):
        opened(tmp_path, "t.xml", "<data><event start='1'>" + "<b>" * 100_000)


@pytest.mark.parametrize("tree", [{"events": [3, {"start": ["1990"], "title": {}}], "dateTimeFormat": 7}])
def test_other_shapes_are_problems(tmp_path: Path, tree: Any) -> None:
    loaded = opened(tmp_path, "t.json", json.dumps(tree))
    assert len(loaded.timeline) == 0
    assert loaded.problems
