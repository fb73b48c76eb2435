"""Markwhen files: their ranges, groups, tags and header."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from importers.corpus import count, dates, errors, load_corpus, opened, reach, warnings
from timeglass.errors import NotATimelineError
from timeglass.events.event import SourceRef
from timeglass.formats.foreign.markwhen_dates import Range, RangeReader

TODAY = datetime(2026, 3, 4, tzinfo=UTC).date()


def test_old_header_with_groups() -> None:
    loaded = load_corpus("markwhen/gmourier--timeline.mw")
    timeline = loaded.timeline
    assert timeline.format_name == "markwhen"
    assert timeline.head.title == "Search Engine History"
    assert count(loaded) == (48, 0, 9)
    assert reach(loaded)[0] == "1927-01-01"
    assert sum(event.date.text.endswith("/..") for event in timeline.events) == 27
    labels = [category.label for category in timeline.head.categories.values()]
    assert labels == [
        "Early Research", "Unix", "ARPANET", '"Internet"', "FTP Search Engines", "Gopher Search Engines",
        "WWW Search Engines", "Search Directories", "On-site Search Engines",
    ]  # fmt: skip
    assert timeline.head.categories["unix"].color == "#ffe438"
    outside = [event.title for event in timeline.events if not event.categories]
    assert outside == ["CYCLADES"]
    assert timeline.events[0].places == ("International Congress of Photography in Dresden",)
    assert warnings(loaded) == ["colours of tags without a group are not kept: #ARPANET"]


def test_fenced_header_and_groups_in_groups() -> None:
    loaded = load_corpus("markwhen/houhuawei23--timeline.mw")
    assert count(loaded) == (50, 0, 9)
    assert reach(loaded) == ("2023-12-08", "2024-09-10")
    assert sum("/" in date for date in dates(loaded)) == 9
    nested = next(event for event in loaded.timeline.events if event.title == "初始化仓库")
    assert nested.categories == ("寒假", "开发", "compiler-design-contest")
    assert nested.tags == ("red",)
    assert not errors(loaded)


def test_now() -> None:
    loaded = load_corpus("markwhen/mark-when--test.mw")
    today = datetime.now(UTC).date().isoformat()
    assert today in dates(loaded)
    assert dates(loaded)[:2] == ["2023", "2024"]
    assert len(loaded.timeline) == (4 if today > "2026" else 5)
    assert loaded.timeline.head.title == "this is my timeline"
    assert [category.color for category in loaded.timeline.head.categories.values()] == ["#aabbcc"]


def test_header_alone() -> None:
    loaded = load_corpus("markwhen/mark-when--small.mw")
    assert count(loaded) == (0, 0, 0)
    assert loaded.timeline.head.title == "Hello world"
    assert warnings(loaded) == ["there are no events"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", "2024", ""),
        ("5/6/2012", "2012-05-06", ""),
        ("12/2012", "2012-12", ""),
        ("16 April 1971", "1971-04-16", ""),
        ("10 September 1990-1999", "1990-09-10", "1999"),
        ("1969-January 1983", "1969", "1983-01"),
        ("1 june 2009-now", "2009-06-01", ".."),
        ("2024-01-01/3 weeks", "2024-01-01", "2024-01-21"),
        ("2024-01-01 / 2 months", "2024-01-01", "2024-02-29"),
        ("2024-01-01 10:30 - 12:00", "2024-01-01T10:30", "2024-01-01T12:00"),
        ("Jan 5 2024 8am - 10:30am", "2024-01-05T08:00", "2024-01-05T10:30"),
        ("2024-01-01T08:00/90 minutes", "2024-01-01T08:00", "2024-01-01T09:30:00"),
        ("now - 10 days", "2026-02-22", ""),
        ("44 BC", "-0043", ""),
        ("2024-01-31/1 month", "2024-01-31", "2024-02-28"),
        ("2024-03-01/5 weekdays", "2024-03-01", "2024-03-07"),
    ],
)
def test_ranges(text: str, start: str, end: str) -> None:
    made = RangeReader(TODAY).read(text)
    assert made is not None
    assert (made.start, made.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["", "Task", "In May 1974", "Fun fact", "8am", "https", "x" * 100, "- 2024", "now - x"]
)
def test_no_ranges(text: str) -> None:
    assert RangeReader(TODAY).read(text) is None


def test_day_first_if_the_header_says_so() -> None:
    made = RangeReader(TODAY, day_first=True).read("5/6/2012")
    assert made == Range("2012-06-05")


def test_relative_dates(tmp_path: Path) -> None:
    loaded = opened(
        tmp_path,
        "plan.mw",
        "title: Plan\n2024-01-01/2024-01-10: Begin !first\n5 days: Next\nafter !first 2 days / 1 week: Late\n"
        "before !first 3 days: Early\nafter !nobody 3 days: is text of the event before\n",
    )
    found = {event.title: event.date.text for event in loaded.timeline.events}
    assert found == {
        "Begin": "2024-01-01/2024-01-10",
        "Next": "2024-01-11/2024-01-15",
        "Late": "2024-01-13/2024-01-19",
        "Early": "2023-12-29",
    }
    assert loaded.timeline.events[loaded.timeline.row_by_id["first"]].title == "Begin"


def test_repetitions_are_bounded(tmp_path: Path) -> None:
    text = "2024-01-01 every week for 3 times: Meeting\n2024-01-05 every year: Birthday\n2024-02-01: End\n"
    loaded = opened(tmp_path, "x.mw", text)
    assert sum(event.title == "Meeting" for event in loaded.timeline.events) == 3
    assert sum(event.title == "Birthday" for event in loaded.timeline.events) == 100
    assert warnings(loaded) == ["events that are repeated for ever, and shown only as often as at first: 1"]


def test_links_tags_pictures_and_headings(tmp_path: Path) -> None:
    text = (
        "#work: steelblue\n#bad: nocolour\n\n# Career #work\n## First job\n"
        "2001: [x] [Firm](https://example.org/a) #work\n![logo](https://example.org/x.png) in [Kyiv](location)\n"
        "# Home\n// a comment\n2002: House\n"
    )
    loaded = opened(tmp_path, "x.mw", text)
    first, second = loaded.timeline.events
    assert (first.title, first.tags, first.places) == ("Firm", ("work", "done"), ("Kyiv",))
    assert first.categories == ("first-job", "career")
    assert first.sources == (SourceRef(url="https://example.org/a"),)
    assert first.summary == "logo in"
    assert second.categories == ("home",)
    assert loaded.timeline.head.categories["career"].color == "#4682b4"
    assert warnings(loaded) == ["pictures on the web were left out: 1", "'nocolour' is no colour that is known"]


def test_coloured_tags_are_lanes_where_there_are_no_groups(tmp_path: Path) -> None:
    loaded = opened(tmp_path, "x.txt", "title: T\n#a: red\n2001: One #a\n2002: Two\n2003: Three #b\n")
    assert loaded.timeline.format_name == "markwhen"
    assert [event.categories for event in loaded.timeline.events] == [("a",), (), ()]
    assert loaded.timeline.head.categories["a"].color == "#ff0000"


def test_prose_is_no_timeline(tmp_path: Path) -> None:
    with pytest.raises(NotATimelineError):
        opened(tmp_path, "x.txt", "Dear all,\nwe meet at noon: bring tea.\nYours\n")


def test_long_lines_of_colons_are_read_quickly(tmp_path: Path) -> None:
    loaded = opened(tmp_path, "x.mw", "2001: One\n" + "a:" * 100_000 + "\n" + "2001 - " * 30_000 + ": x\n")
    assert len(loaded.timeline) == 1
