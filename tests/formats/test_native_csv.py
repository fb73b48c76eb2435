"""Reading tables whose columns are named as the keys of an event."""

from pathlib import Path

import pytest

from timeglass.errors import NotATimelineError
from timeglass.events.event import Relation, RelationType, SourceRef
from timeglass.formats import Loaded, load_bytes


def opened(text: str, name: str = "t.csv") -> Loaded:
    """The text read as a file that lies nowhere."""
    return load_bytes(text.encode(), Path(name), "csv")


def test_cells_hold_texts_lists_and_json() -> None:
    loaded = opened(
        "id,date,title,tags,category,importance,sources,related,summary\n"
        'a,1995,"One, two",x; y,talk,4,https://example.org; A letter,"[{""type"": ""leads-to"", ""event"": ""b""}]",\n'
        'b,1996,"{""en"": ""B"", ""uk"": ""Б""}","[""x;y""]","talk; deed",,"[{""source"": ""s""}]",,"Two\nlines"\n'
    )
    assert loaded.problems == ()
    one, two = loaded.timeline.events
    assert (one.id, one.title, one.tags, one.categories, one.importance) == ("a", "One, two", ("x", "y"), ("talk",), 4)
    assert one.sources == (SourceRef(url="https://example.org"), SourceRef(text="A letter"))
    assert one.related == (Relation(type=RelationType.LEADS_TO, event="b"),)
    assert (two.title, two.tags, two.categories) == ({"en": "B", "uk": "Б"}, ("x;y",), ("talk", "deed"))
    assert (two.sources, two.summary) == ((SourceRef(source="s"),), "Two\nlines")
    assert loaded.timeline.head.title == "t"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [["title", "date"], ["A", "1995"], ["B", "1996"]]
    loaded = opened("\r\n".join(delimiter.join(row) for row in rows))
    assert loaded.problems == ()
    assert len(loaded.timeline) == 2


def test_faults_have_lines_and_columns() -> None:
    loaded = opened(
        'date,title,tilte,title,status,\n1995,"a\nb",,,disputed,x\n\n199,B,,,,\n1996,"C\n\nD",,,maybe,\n1997,E,,,,,,\n'
    )
    assert [str(problem) for problem in loaded.problems if "is no date" not in problem.message] == [
        "t.csv:1:3: warning: unknown column 'tilte'; did you mean 'title'?",
        "t.csv:1:4: error: the column 'title' stands here twice; the first one counts",
        "t.csv:8:6: error: 'maybe' is not one of confirmed, disputed, claimed, planned",
        "t.csv:9:1: error: more cells than columns: 8 and 6",
    ]
    assert [(problem.line, problem.column) for problem in loaded.problems if "is no date" in problem.message] == [
        (5, 1)
    ]
    assert [event.title for event in loaded.timeline.events] == ["a\nb", "C\n\nD", "E"]


def test_cells_that_only_look_like_json_are_texts() -> None:
    loaded = opened('date,title,tags\n1995,"{""x",[a\n')
    assert loaded.problems == ()
    assert loaded.timeline.events[0].title == '{"x'
    assert loaded.timeline.events[0].tags == ("[a",)


@pytest.mark.parametrize("text", ["when,what\n1995,A\n", "date\n1995\n"])
def test_a_table_without_date_or_title_is_refused(text: str) -> None:
    with pytest.raises(NotATimelineError, match="a table needs the columns 'date' and 'title'"):
        opened(text)


def test_progress_is_told() -> None:
    told: list[float] = []
    data = b"date,title\n" + b"1995,A\n" * 40_000
    load_bytes(data, Path("t.csv"), tick=told.append)
    assert told == sorted(told)
    assert len(told) > 5


def test_parts_and_several_categories_in_a_plain_table() -> None:
    loaded = opened("date,title,category,related,sources\n1995,A,talk; deed,x,https://example.org\n1996,B,talk,,\n")
    assert [str(problem) for problem in loaded.problems] == [
        "t.csv:2:19: error: 'x' is not keys and values with 'type' and 'event'"
    ]
    one, two = loaded.timeline.events
    assert (one.categories, one.sources, one.related) == (
        ("talk", "deed"),
        (SourceRef(url="https://example.org"),),
        (),
    )
    assert two.categories == ("talk",)
    assert list(loaded.timeline.head.categories) == ["talk", "deed"]


def test_a_row_that_lacks_its_date_is_passed_over() -> None:
    loaded = opened("date,title,sources\n,A,\n1995,B,https://example.org\n1996,,\n")
    assert [event.title for event in loaded.timeline.events] == ["B"]
    assert [problem.line for problem in loaded.problems] == [2, 4]


@pytest.mark.parametrize("row", ["1995,A", "date,title"])
def test_a_cell_beyond_all_measure_is_refused_with_its_line(row: str) -> None:
    lines = ["date,title", "1994,Before", row + "x" * 300_000]
    if row == "date,title":
        lines = [lines[2] + ",date,title"]
    with pytest.raises(NotATimelineError, match=rf"^t\.csv:{len(lines)}:1: malformed CSV: field larger than"):
        opened("\n".join(lines))


def test_cells_are_found_behind_others_with_line_ends() -> None:
    loaded = opened('title,summary,status,date\nA,"one\r\ntwo\r\nthree",maybe,1995\n')
    assert [(problem.line, problem.column, problem.path) for problem in loaded.problems] == [(4, 8, "events[0].status")]
