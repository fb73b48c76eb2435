"""What this program exports to other programs, it opens again as the same events."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.corpus import dates, load_corpus
from timeglass import assets
from timeglass.chrono.edtf import parse_file_date
from timeglass.events.event import Category, Era, Event, Status, text_in
from timeglass.events.timeline import Head, Timeline, make_timeline
from timeglass.export.ics import calendar
from timeglass.export.job import ExportJob
from timeglass.export.timelinejs import slides
from timeglass.formats import load, load_bytes

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


def there_and_back(timeline: Timeline, name: str) -> Timeline:
    """What comes back of a timeline that is exported."""
    data, _ = WRITERS[name](a_job(timeline))
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
    assert said(there_and_back(timeline, name)) == said(timeline)


@pytest.mark.parametrize("name", WRITERS)
def test_the_builtin_timeline_comes_back(name: str) -> None:
    timeline = load(assets.builtin_timeline()).timeline
    back = there_and_back(timeline, name)
    ours, theirs = said(timeline), said(back)
    assert [event[:3] for event in theirs] == [event[:3] for event in ours]
    if name == "ics":
        assert theirs == ours
        by_id = {event.id: event.status for event in timeline.events}
        assert {event.id: event.status for event in back.events} == by_id
    else:  # one group a slide
        assert [event[3] for event in theirs] == [event[3][:1] for event in ours]


def test_eras_come_back() -> None:
    timeline = of_dates("1995", "1999")
    eras = [
        Era(id=str(row), title=f"Era <{row}>", date=parse_file_date(text))
        for row, text in enumerate(("1990/1994", "1991-02-03/1994~", "-0100/0050"))
    ]
    back = there_and_back(replace(timeline, head=replace(timeline.head, eras=eras)), "timelinejs")
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
    assert said(there_and_back(timeline, name)) == said(timeline)


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
    assert said(there_and_back(timeline, name)) == said(timeline)
