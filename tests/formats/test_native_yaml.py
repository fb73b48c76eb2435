"""Reading the timeline file: what each key becomes."""

from pathlib import Path

import pytest

from timeglass.chrono.edtf import parse
from timeglass.errors import NotATimelineError
from timeglass.events.event import (
    Category,
    Era,
    Event,
    Figure,
    Medium,
    Point,
    Relation,
    RelationType,
    Series,
    Source,
    SourceRef,
    Status,
    Track,
    View,
)
from timeglass.formats import Loaded, load_bytes

FULL = """\
timeglass: 1
title: {en: Two towns, uk: Два міста}
description: How they *met*.
language: en
license: CC-BY-4.0
updated: 2026-11-23
view: {range: 1990/2026, group_by: category}
categories:
  talk: {label: Talks, color: "#0072B2"}
  deed:
tracks:
  mayors: {label: Mayors, style: states}
eras:
  - {id: first, title: First years, date: 1990/1995, track: mayors, aliases: [start], summary: Early, color: "#aabbcc",
     sources: [book]}
sources:
  book: {title: The book, publisher: Press, author: A. Author, date: 1997-07-09, url: https://example.org/b,
         accessed: 2026-01-05, kind: primary}
synonyms: [[Kyiv, Kiev, Київ], [NUC, NATO–Ukraine Commission]]
series:
  - id: support
    title: Support
    unit: "%"
    group: polls
    description: Share in favour
    points:
      - {date: 2001, value: 40.5, low: 38, high: 43, pollster: A, note: Late, source: book}
      - {date: 1997-05-06, value: 37}
events:
  - id: meeting
    aliases: [first-meeting]
    date: 1997-07-09
    title: The meeting
    summary: >
      They met
      in Madrid.
    details: |
      1. one
      2. two
    category: [talk, deed]
    importance: 5
    status: disputed
    actors: [Ann, Bob]
    places: [Madrid]
    tags: [institution]
    figures: [{label: In favour, value: 37, unit: "%"}]
    sources: [{source: book, locator: "p. 3"}, "https://example.org", "A letter", book]
    related: [{type: leads-to, event: later}]
    media: [{file: pictures/x.jpg, caption: A picture, credit: A. Author}]
  - {id: later, date: 1998, title: no}
  - date: -0043-03-15
    title: 1995
"""


def opened(text: str | bytes, name: str = "t.yaml") -> Loaded:
    """The text read as a file that lies nowhere."""
    return load_bytes(text.encode() if isinstance(text, str) else text, Path(name))


def test_every_key_arrives(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/x.jpg").touch()
    loaded = opened(FULL, str(tmp_path / "t.yaml"))
    assert loaded.problems == ()
    head = loaded.timeline.head
    assert head.title == {"en": "Two towns", "uk": "Два міста"}
    assert (head.description, head.language, head.license, head.updated) == (
        "How they *met*.",
        "en",
        "CC-BY-4.0",
        "2026-11-23",
    )
    assert head.view == View(range=parse("1990/2026"))
    assert head.categories == {
        "talk": Category(id="talk", label="Talks", color="#0072B2"),
        "deed": Category(id="deed"),
    }
    assert head.tracks == {"mayors": Track(id="mayors", label="Mayors", style="states")}
    assert head.eras == (
        Era(
            id="first",
            title="First years",
            date=parse("1990/1995"),
            track="mayors",
            aliases=("start",),
            summary="Early",
            color="#aabbcc",
            sources=(SourceRef(source="book"),),
        ),
    )
    assert head.sources == {
        "book": Source(
            id="book",
            title="The book",
            publisher="Press",
            author="A. Author",
            date="1997-07-09",
            url="https://example.org/b",
            accessed="2026-01-05",
            kind="primary",
        )
    }
    assert head.synonyms == (("Kyiv", "Kiev", "Київ"), ("NUC", "NATO–Ukraine Commission"))
    assert head.series == (
        Series(
            id="support",
            title="Support",
            unit="%",
            group="polls",
            description="Share in favour",
            points=(
                Point(date=parse("1997-05-06"), value=37),
                Point(date=parse("2001"), value=40.5, low=38, high=43, pollster="A", note="Late", source="book"),
            ),
        ),
    )
    assert loaded.timeline.events[1] == Event(
        id="meeting",
        aliases=("first-meeting",),
        date=parse("1997-07-09"),
        title="The meeting",
        summary="They met in Madrid.\n",
        details="1. one\n2. two\n",
        categories=("talk", "deed"),
        importance=5,
        status=Status.DISPUTED,
        actors=("Ann", "Bob"),
        places=("Madrid",),
        tags=("institution",),
        figures=(Figure(label="In favour", value=37, unit="%"),),
        sources=(
            SourceRef(source="book", locator="p. 3"),
            SourceRef(url="https://example.org"),
            SourceRef(text="A letter"),
            SourceRef(source="book"),
        ),
        related=(Relation(type=RelationType.LEADS_TO, event="later"),),
        media=(Medium(file="pictures/x.jpg", caption="A picture", credit="A. Author"),),
    )


def test_scalars_mean_what_they_say() -> None:
    timeline = opened(FULL).timeline
    assert [event.title for event in timeline.events] == ["1995", "The meeting", "no"]
    assert timeline.events[0].date.text == "-0043-03-15"


def test_an_event_without_id_gets_one_from_date_and_title() -> None:
    assert opened(FULL).timeline.events[0].id == "0043-03-15-1995"


def test_the_timeline_knows_its_file() -> None:
    timeline = opened("timeglass: 1\ntitle: T\nevents: [{date: 1995, title: A}]\n").timeline
    assert timeline.path == Path("t.yaml")
    assert timeline.format_name == "yaml"
    assert len(timeline.digest) == 64


@pytest.mark.parametrize(
    "text",
    [
        "timeglass: 1\ntitle: T\nevents: [{date: 1995, title: A}]\n",
        "%YAML 1.1\n---\ntimeglass: 1\ntitle: T\nevents:\n- {date: 1995, title: A}\n...\n",
        "# first a comment\n\ntimeglass: 1\r\ntitle: T\r\nevents:\r\n  - date: 1995\r\n    title: A\r\n",
        '{"timeglass": 1, "title": "T", "events": [{"date": 1995, "title": "A"}]}',
        "timeglass: 1\ntitle: &t T\nevents: [&e {date: 1995, title: A}]\n",
        "timeglass: !!int 1\ntitle: !!str T\nevents: !!seq [{date: 1995, title: A}]\n",
    ],
)
def test_all_spellings_of_the_smallest_file_are_read(text: str) -> None:
    loaded = opened(text)
    assert loaded.problems == ()
    assert [(event.date.text, event.title) for event in loaded.timeline.events] == [("1995", "A")]


def test_aliases_stand_for_their_values() -> None:
    text = (
        "timeglass: 1\ntitle: T\nevents:\n- {date: &d 1995, title: A, tags: &t [x]}\n- {date: *d, title: B, tags: *t}\n"
    )
    loaded = opened(text)
    assert loaded.problems == ()
    assert loaded.timeline.events[1].tags == ("x",)


def test_progress_is_told_and_may_stop_the_work() -> None:
    class StopError(Exception):
        pass

    def stop(done: float) -> None:
        if done > 0.3:
            raise StopError

    text = "timeglass: 1\ntitle: T\nevents:\n" + "- {date: 1995, title: A}\n" * 2_000
    told: list[float] = []
    load_bytes(text.encode(), Path("t.yaml"), tick=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 4
    with pytest.raises(StopError):
        load_bytes(text.encode(), Path("t.yaml"), tick=stop)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "t.yaml: the file is empty"),
        (" \n\t\n", "t.yaml: the file is empty"),
        ("# nothing\n", "t.yaml: the file holds nothing but comments"),
        ("hello", "t.yaml:1:1: no timeline: it holds plain text, where keys such as 'timeglass: 1' are expected"),
        ("- a\n- b\n", "t.yaml:1:1: no timeline: it holds a list, where keys such as 'timeglass: 1' are expected"),
        (
            "title: T\nevents: []\n",
            "t.yaml: no timeline: the key 'timeglass', with the format's version, is missing",
        ),
        (
            "timeglas: 1\nevents: []\n",
            "t.yaml: no timeline: the key 'timeglass', with the format's version, is missing ('timeglas' stands there)",
        ),
        ("timeglass: 1\ntitle: a: b\n", "t.yaml:2:9: malformed YAML: a text with ': ' in it needs quotes"),
        (
            "timeglass: 1\ncategories:\n\ta: {}\n",
            "t.yaml:3:1: malformed YAML: a tab stands in the indentation; YAML is indented with spaces",
        ),
        (
            "timeglass: 1\ntitle: [a\nevents: []\n",
            "t.yaml:2:8: malformed YAML: a list that starts with '[' is not closed",
        ),
        (
            "timeglass: 1\ncategories: {a: {color: #00ff00}}\n",
            (
                "t.yaml:2:25: malformed YAML: a '{' or '[' is not closed, or a value is missing, "
                "or a '#' there lacks quotes and starts a comment"
            ),
        ),
        ("timeglass: 1\ntitle: 'a\n", "t.yaml:3:1: malformed YAML: the file ends inside a quoted text"),
        ("timeglass: 1\ntitle: !x!y z\n", "t.yaml:2:8: malformed YAML: '!' at the start of a text needs quotes"),
        ("a: &a\n  b: *a\ntimeglass: 1\n", "t.yaml:2:6: the alias '*a' contains itself"),
        ("\x89PNG\r\n\x1a\n", "t.yaml: this is a PNG picture, not a timeline"),
    ],
)
def test_what_is_no_timeline_is_refused_in_one_line(text: str, line: str) -> None:
    with pytest.raises(NotATimelineError) as caught:
        opened(text.encode("latin-1") if text.startswith("\x89") else text)
    assert str(caught.value) == line


def test_a_series_may_have_gaps_and_go_in_steps() -> None:
    loaded = opened(
        "timeglass: 1\ntitle: T\nevents: [{date: 1990, title: E}]\nseries:\n"
        "  - {title: S, style: step, group: {en: G, uk: Г}, points: [{date: 1991, value: 1}, {date: 1992},"
        " {date: 1993, value: null}, {date: 1994, value: 2}]}\n"
    )
    assert loaded.problems == ()
    (series,) = loaded.timeline.head.series
    assert (series.style, series.group) == ("step", {"en": "G", "uk": "Г"})
    assert [point.value for point in series.points] == [1.0, None, None, 2.0]
