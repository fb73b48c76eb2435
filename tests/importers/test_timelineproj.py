"""The Timeline Project: files of all its versions."""

from pathlib import Path

import pytest

from importers.corpus import count, dates, errors, load_corpus, opened, reach, warnings
from timeglass.cli import main
from timeglass.errors import NotATimelineError
from timeglass.events.event import RelationType, SourceRef
from timeglass.formats import Loaded

CORPUS = {
    # file: events, eras, categories, first and last moment
    "shutaozhenzhen--versions": (59, 0, 3, "2009-04-11T12:28:00", "2020-10-18T05:36:57"),
    "shutaozhenzhen--release--versions": (42, 0, 3, "2009-04-11T12:28:00", "2015-10-31T06:38:00"),
    "shutaozhenzhen--example": (1, 0, 1, "2012-07-04T13:20:00", "2012-07-04T13:20:00"),
    "shutaozhenzhen--demo": (3, 0, 2, "2009-07-10T14:30:00", "2009-07-27"),
    "shutaozhenzhen--error": (2, 0, 1, "2009-01-15T08:51:00", "2009-03-07T19:00:00"),
    "shutaozhenzhen--IconTest": (6, 0, 3, "2009-10-28T20:12:00", "2009-11-22T12:22:57"),
    "peter88213--normal": (8, 0, 1, "-0473-03-15T08:47:24", "2016-12-26T14:11:16"),
    "peter88213--modified2": (11, 0, 1, "-0473-03-15T08:47:24", "2021-08-13T15:54:00"),
}


@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus(name: str) -> None:
    events, eras, categories, first, last = CORPUS[name]
    loaded = load_corpus(f"thetimelineproj/{name}.timeline")
    assert loaded.timeline.format_name == "timelineproj"
    assert count(loaded) == (events, eras, categories)
    assert reach(loaded) == (first[:10], last[:10])
    ends = [end for date in dates(loaded) for end in date.split("/")]
    assert first in ends
    assert last in ends


def test_a_file_broken_on_purpose_gives_its_good_part() -> None:
    loaded = load_corpus("thetimelineproj/shutaozhenzhen--error.timeline")
    assert [(problem.line, problem.severity) for problem in loaded.problems] == [
        (4, "warning"), (6, "error"), (12, "error"),
    ]  # fmt: skip


def test_pictures_are_left_out_and_told() -> None:
    loaded = load_corpus("thetimelineproj/shutaozhenzhen--IconTest.timeline")
    assert warnings(loaded) == ["pictures inside the file were left out: 2"]
    first = next(event for event in loaded.timeline.events if event.title == "Event 1")
    assert str(first.summary).startswith("Event 1\n\nThis is a little long text")


def test_texts_that_look_like_markup_stay() -> None:
    loaded = load_corpus("thetimelineproj/peter88213--normal.timeline")
    third = next(event for event in loaded.timeline.events if "dritte Szene" in str(event.title))
    assert third.summary == r"Das ist die \<dritte> Szene."


def test_yaml_of_another_program_is_refused() -> None:
    with pytest.raises(NotATimelineError, match="no timeline"):
        load_corpus("thetimelineproj/philipbl--example.timeline")


def xml(folder: Path, events: str, head: str = "", eras: str = "") -> Loaded:
    """What a file with some events is opened as."""
    inside = f"<version>2.0</version>{head}<events>{events}</events><eras>{eras}</eras>"
    return opened(folder, "t.timeline", f"<?xml version='1.0'?><timeline>{inside}</timeline>")


def event(start: str = "2020-01-01 00:00:00", end: str = "", more: str = "", text: str = "It") -> str:
    """An event in XML."""
    return f"<event><start>{start}</start><end>{end or start}</end><text>{text}</text>{more}</event>"


@pytest.mark.parametrize(
    ("made", "date"),
    [
        (event("2020-1-2 3:4:5"), "2020-01-02T03:04:05"),
        (event("2020-01-02 00:00:00", "2020-01-05 00:00:00"), "2020-01-02/2020-01-05"),
        (event("2020-01-02 10:00:00", "2020-01-02 11:00:00"), "2020-01-02T10:00:00/2020-01-02T11:00:00"),
        (event("-43-03-15 00:00:00"), "-0043-03-15"),
        (event("0-03-15 00:00:00"), "0000-03-15"),
        (event("2020-01-02 00:00:00", "2020-01-05 00:00:00", "<fuzzy>True</fuzzy>"), "2020-01-02~/2020-01-05~"),
        (event("2020-01-02 00:00:00", "2020-01-05 00:00:00", "<fuzzy_end>True</fuzzy_end>"), "2020-01-02/2020-01-05~"),
        (event("2020-01-02 08:00:00", more="<fuzzy>True</fuzzy>"), "2020-01-02~"),
        (event("2020-01-02 00:00:00", "2020-01-05 00:00:00", "<ends_today>True</ends_today>"), "2020-01-02/.."),
    ],
)
def test_periods(tmp_path: Path, made: str, date: str) -> None:
    assert dates(xml(tmp_path, made)) == [date]


def test_parts_of_an_event(tmp_path: Path) -> None:
    head = (
        "<categories><category><name>All</name><color>1,2,3</color></category>"
        "<category><name>Some</name><color>999,0,0</color><parent>All</parent></category></categories>"
    )
    times = "<start>2019-01-01 00:00:00</start><end>2021-01-01 00:00:00</end>"
    era = f"<era><name>Age</name>{times}<color>10,20,30</color></era>"
    more = (
        "<category>Some</category><hyperlink>https://example.org/a;javascript:x</hyperlink><progress>40</progress>"
        "<labels>red blue</labels><milestone>True</milestone><icon>AAAA</icon>"
    )
    loaded = xml(tmp_path, event(more=more, text="[1]Whole") + event(text="(1)Part"), head, era)
    part, whole = sorted(loaded.timeline.events, key=lambda event: str(event.title))
    assert whole.sources == (SourceRef(url="https://example.org/a"),)
    assert whole.tags == ("red", "blue", "All", "milestone")
    assert [(figure.label, figure.value) for figure in whole.figures] == [("Progress", 40.0)]
    assert [(arrow.type, arrow.event) for arrow in part.related] == [(RelationType.PART_OF, whole.id)]
    assert loaded.timeline.head.categories["all"].color == "#010203"
    assert [(made.title, made.date.text, made.color) for made in loaded.timeline.head.eras] == [
        ("Age", "2019-01-01/2021-01-01", "#0a141e")
    ]
    assert "pictures inside the file were left out: 1" in warnings(loaded)


def test_time_in_numbers(tmp_path: Path) -> None:
    loaded = xml(tmp_path, event("-12000", "5") + event("7.4"), "<timetype>numtime</timetype>")
    assert dates(loaded) == ["Y-12000/0005", "0007"]
    assert warnings(loaded) == ["the time of this file is plain numbers: they were read as years"]


def test_bad_dates_have_their_place(tmp_path: Path) -> None:
    loaded = xml(tmp_path, "\n" + event("2020-13-01 00:00:00") + "\n" + event("soon") + "\n" + event())
    assert len(loaded.timeline) == 1
    assert next(problem.line for problem in loaded.problems if problem.severity == "error") == 2
    assert len(errors(loaded)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><timeline><version>1</version><events>&a;</events></timeline>",
        "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><timeline><version>1</version></timeline>",
        "<timeline><version>1</version><events>" + "<event>" * 100_000,
        "<timeline><version>1</version><events",
    ],
)
def test_hostile_files_are_refused_or_cut(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.timeline"
    path.write_text(text, encoding="utf-8")
    assert main(["check", str(path)]) in (1, 3)
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    assert 0 < len((told.out + told.err).splitlines()) < 5
