"""TimelineJS as spreadsheets."""

from pathlib import Path

import pytest

from importers.corpus import count, dates, errors, load_corpus, opened, reach
from timeglass.events.event import SourceRef

CORPUS = {
    # file: events, eras, categories, first and last day; of -4000, which is 4000 BC, the astronomical year is -3999
    "NUKnightLab--women_in_computing.csv": (10, 0, 0, "1815-12-10", "1985-12-31"),
    "thecdil--demo-timeline.csv": (4, 0, 0, "1910-01-01", "1947-12-31"),
    "n8henrie--template.csv": (8, 0, 0, "2011-03-04", "2012-12-31"),
    "fedorbeets--timeline_data.csv": (1041, 36, 2, "-3999-01-0", "2016-12-31"),
}
HEAD = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Type,Group\n"
)


@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus(name: str) -> None:
    events, eras, categories, first, last = CORPUS[name]
    loaded = load_corpus(f"timelinejs/{name}")
    assert loaded.timeline.format_name == "timelinejs-sheet"
    assert count(loaded) == (events, eras, categories)
    assert reach(loaded) == (first, last)


def test_what_is_wrong_in_a_large_sheet() -> None:
    loaded = load_corpus("timelinejs/fedorbeets--timeline_data.csv")
    assert [problem.line for problem in loaded.problems] == [250, 464, 469, 539]
    assert errors(loaded)[0] == "from 0133 to 0089: the end lies before the start"
    marathon = next(event for event in loaded.timeline.events if "Marathon" in str(event.title))
    assert marathon.date.text.startswith("-0489")


def test_a_dated_title_is_no_event() -> None:
    loaded = load_corpus("timelinejs/n8henrie--template.csv")
    assert "1905" not in "".join(dates(loaded))
    assert any("January — February" in f"{event.summary}{event.details}" for event in loaded.timeline.events)


@pytest.mark.parametrize(
    ("cells", "date"),
    [
        ("1995,,,,,,,", "1995"),
        ("1995,5,,,,,,", "1995-05"),
        ("1995,May,7,,,,,", "1995-05-07"),
        ("1995,5,7,14:30,,,,", "1995-05-07T14:30:00"),
        ("1995,5,7,2:30 PM,1995,5,7,15:30", "1995-05-07T14:30:00/1995-05-07T15:30:00"),
        ("-44,3,15,,,,,", "-0043-03-15"),
        ("1995,,,,1997,,,", "1995/1997"),
        ("1995,13,,,,,,", "1995"),
        ("-13800000000,,,,,,,", "Y-13800000000"),
    ],
)
def test_dates(tmp_path: Path, cells: str, date: str) -> None:
    assert dates(opened(tmp_path, "t.csv", f"{HEAD}{cells},,H,T,,,,\n")) == [date]


def test_parts_of_a_row(tmp_path: Path) -> None:
    row = '1995,,,,,,,,around then,A <i>b</i>,"x <script>y</script><b>z</b>",https://example.org/p.jpg,Me,,G\n'
    era = "1990,,,,2000,,,,,Nineties,,,,era,\n"
    loaded = opened(tmp_path, "t.tsv", (HEAD + row + era).replace(",", "\t"))
    event = loaded.timeline.events[0]
    assert (event.title, event.summary, event.details) == ("A b", "x **z**", "around then")
    assert event.sources == (SourceRef(url="https://example.org/p.jpg", text="Me"),)
    assert event.categories == ("g",)
    assert [(made.title, made.date.text) for made in loaded.timeline.head.eras] == [("Nineties", "1990/2000")]
