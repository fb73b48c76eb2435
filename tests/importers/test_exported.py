"""What this program exports to other programs, it opens again as the same events."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.corpus import dates, load_corpus
from timeglass import assets
from timeglass.chrono.edtf import parse_file_date
from timeglass.events.event import Category, Era, Event, Relation, RelationType, Status, text_in
from timeglass.events.timeline import Head, Timeline, make_timeline
from timeglass.export.ics import calendar
from timeglass.export.job import ExportJob
from timeglass.export.timelinejs import slides
from timeglass.formats import load, load_bytes
from timelines import little

WRITERS = {"ics": calendar, "timelinejs": slides}
DATES = [
    "1995", "1997-05", "1997-07-09", "-0043-03-15", "0000", "-0999", "1995-22", "199X", "1994~", "2004-04?",
    "1993/1996", "1994/1995-03", "2023/..", "../1991", "[1993..1996]", "Y-138E8", "Y20000", "1997-07-09T10:15:00Z",
    "1997-07-09T10:15", "1997-07-09T10:15:00+03:00/1997-07-10T02:00:00Z", "/1985", "1985/", "{1990,1992}",
    "1997-07-09/1997-07-11", "9998-12-31",
]  # fmt: skip


def a_job(timeline: Timeline) -> ExportJob:
    """A job of all events."""
    return ExportJob(
        timeline=timeline, rows=np.arange(len(timeline)), exported=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    )


def there_and_back(timeline: Timeline, name: str, *, bare: bool = False) -> Timeline:
    """What comes back of a timeline that is exported; ``bare`` without what it carries along."""
    data, _ = WRITERS[name](a_job(timeline))
    if bare:
        data = re.sub(rb"X-TIMEGLASS-(?:EVENT|HEAD)[:;].*\r\n(?: .*\r\n)*|<!--timeglass .*?-->", b"", data)
        assert b"TIMEGLASS-EVENT" not in data
        assert b"<!--timeglass" not in data
    loaded = load_bytes(data, Path("t.txt"))
    assert loaded.timeline.format_name == name
    assert [problem for problem in loaded.problems if problem.severity == "error"] == []
    return loaded.timeline


def said(timeline: Timeline) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """What must come back of each event: its id, date, title and categories."""
    language, categories = timeline.head.language, timeline.head.categories
    return sorted(
        (
            event.id,
            event.date.text,
            " ".join(text_in(event.title, language).split()),
            tuple(text_in(categories[key].label, language) or key for key in event.categories),
        )
        for event in timeline.events
    )


def of_dates(*texts: str) -> Timeline:
    """A timeline of an event for each date."""
    events = [
        Event(id=f"e{row}", date=parse_file_date(text), title=f"On {text}", categories=("a",) if row % 2 else ())
        for row, text in enumerate(texts)
    ]
    return make_timeline(Head(title="T", categories={"a": Category(id="a", label="A & B")}), events)


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("name", WRITERS)
def test_every_date_comes_back(name: str, date: str) -> None:
    timeline = of_dates(date)
    for bare in (False, True):
        assert said(there_and_back(timeline, name, bare=bare)) == said(timeline)


@pytest.mark.parametrize("name", WRITERS)
def test_the_builtin_timeline_comes_back_whole(name: str) -> None:
    timeline = load(assets.builtin_timeline()).timeline
    back = there_and_back(timeline, name)
    assert list(back.events) == list(timeline.events)
    assert back.head == timeline.head


@pytest.mark.parametrize("name", WRITERS)
def test_what_others_show_of_it_comes_back(name: str) -> None:
    timeline = load(assets.builtin_timeline()).timeline
    back = there_and_back(timeline, name, bare=True)
    ours, theirs = said(timeline), said(back)
    assert [event[:3] for event in theirs] == [event[:3] for event in ours]
    if name == "ics":
        assert theirs == ours
        by_id = {event.id: event.status for event in timeline.events}
        assert {event.id: event.status for event in back.events} == by_id
    else:  # one group a slide
        assert [event[3] for event in theirs] == [event[3][:1] for event in ours]


@pytest.mark.parametrize("bare", [False, True])
def test_eras_come_back(bare: bool) -> None:
    timeline = of_dates("1995", "1999")
    eras = [
        Era(id=str(row), title=f"Era <{row}>", date=parse_file_date(text))
        for row, text in enumerate(("1990/1994", "1991-02-03/1994~", "-0100/0050"))
    ]
    back = there_and_back(replace(timeline, head=replace(timeline.head, eras=eras)), "timelinejs", bare=bare)
    assert {(era.title, era.date.text) for era in back.head.eras} == {(era.title, era.date.text) for era in eras}


def test_an_exported_event_that_was_moved_is_where_it_was_moved_to() -> None:
    data, _ = calendar(a_job(of_dates("1994~", "1997-07-09T10:15")))
    moved = data.replace(b"DTSTART;VALUE=DATE:19940101", b"DTSTART;VALUE=DATE:19930101")
    assert dates(load_bytes(moved, Path("t.ics")))[0] == "1993-01-01/1994-12-31"
    slide, _ = slides(a_job(of_dates("1994~")))
    assert dates(load_bytes(slide.replace(b'"year": 1994', b'"year": 1893'), Path("t.json"))) == ["1893"]


@pytest.mark.parametrize(
    ("name", "file"), [("ics", "ics/PyconUK--schedule.ics"), ("timelinejs", "simile/simile-widgets--jfk.xml")]
)
def test_real_files_come_back(name: str, file: str) -> None:
    timeline = load_corpus(file).timeline
    assert said(there_and_back(timeline, name, bare=True)) == said(timeline)
    assert list(there_and_back(timeline, name).events) == list(timeline.events)


def full() -> Timeline:
    """Three events with all that an event may have on the first."""
    first, second, third = little(3).events[2], little(3).events[0], little(3).events[1]
    relations = (Relation(type=RelationType.LEADS_TO, event="e0"), Relation(type=RelationType.SEE_ALSO, event="e1"))
    return make_timeline(little().head, [msgspec.structs.replace(first, related=relations), second, third])


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("ics", b"SUMMARY:The great meeting", b"SUMMARY:The small meeting"),
     ("timelinejs", b'"headline": "The great meeting"', b'"headline": "The small meeting"')],
)  # fmt: skip
def test_what_was_altered_elsewhere_counts_and_the_rest_comes_back(name: str, old: bytes, new: bytes) -> None:
    data, _ = WRITERS[name](a_job(full()))
    assert old in data
    timeline = load_bytes(data.replace(old, new), Path("t.txt")).timeline
    event = timeline.events[timeline.row_by_id["e2"]]
    assert event.title == "The small meeting"
    assert (event.actors, event.tags, event.importance) == (("Ann", "Bob"), ("start",), 5)
    assert [relation.event for relation in event.related] == ["e0", "e1"]
    assert "They met in" in str(event.summary)


@pytest.mark.parametrize("name", WRITERS)
def test_an_event_that_was_deleted_elsewhere_leaves_no_arrows(name: str) -> None:
    data, _ = WRITERS[name](a_job(full()))
    if name == "ics":
        blocks = data.split(b"BEGIN:VEVENT")
        data = b"BEGIN:VEVENT".join(block for block in blocks if b"X-TIMEGLASS-ID:e0" not in block)
    else:
        tree = json.loads(data)
        tree["events"] = [slide for slide in tree["events"] if slide["unique_id"] != "e0"]
        data = json.dumps(tree).encode()
    loaded = load_bytes(data, Path("t.txt"))
    assert [problem for problem in loaded.problems if problem.severity == "error"] == []
    timeline = loaded.timeline
    assert sorted(event.id for event in timeline.events) == ["e1", "e2"]
    assert [relation.event for relation in timeline.events[timeline.row_by_id["e2"]].related] == ["e1"]


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_left_out_is_not_carried_along(name: str) -> None:
    job = replace(a_job(full()), with_details=False, with_sources=False)
    data, _ = WRITERS[name](job)
    plain = b"".join(data.split(b"\r\n "))
    for words in (b"The book", b"example.org/only", b"1. one", b"A letter"):
        assert words not in plain
    assert len(load_bytes(data, Path("t.txt")).timeline) == 3


@pytest.mark.parametrize(
    "carried",
    ['{"seen": 5}', "{", "[]", '{"tags": 5, "seen": "x"}', '{"a": ' + "[" * 3_000, '{"related": [5, {"event": []}]}',
     '{"categories": [1], "eras": {}, "sources": "x", "title": {"en": 5}}',
     '{"categories": {"a": 5, "b": {"label": []}}}',
     '{"aliases": [[], {}], "id": {}}'],
)  # fmt: skip
def test_carried_things_that_mean_harm_spoil_no_file(carried: str) -> None:
    text = carried.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    lines = (
        "BEGIN:VCALENDAR", "NAME:T", f"X-TIMEGLASS-HEAD:{text}", "BEGIN:VEVENT", "UID:1", "DTSTART:20240101",
        "SUMMARY:E", f"X-TIMEGLASS-EVENT:{text}", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    loaded = load_bytes("\r\n".join(lines).encode(), Path("t.ics"))
    assert [event.title for event in loaded.timeline.events] == ["E"]
    said = {"headline": "E", "text": f"x<!--timeglass {carried}-->"}
    slides_ = {"title": {"text": said}, "events": [{"start_date": {"year": 2024}, "text": said}]}
    loaded = load_bytes(json.dumps(slides_).encode(), Path("t.json"))
    assert [event.title for event in loaded.timeline.events] == ["E"]


TITLES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Cn", "Co", "Z")), min_size=1)


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(titles=st.lists(TITLES, min_size=1, max_size=3), date=st.sampled_from(DATES), status=st.sampled_from(Status))
def test_any_title_comes_back(name: str, titles: list[str], date: str, status: Status) -> None:
    events = [
        Event(id=f"e{row}", date=parse_file_date(date), title=title, summary=title, status=status)
        for row, title in enumerate(titles)
    ]
    timeline = make_timeline(Head(title="T"), events)
    assert said(there_and_back(timeline, name, bare=True)) == said(timeline)
    assert list(there_and_back(timeline, name).events) == list(timeline.events)
