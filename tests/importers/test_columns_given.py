"""Columns that a person chose: one or several for a part, left out, remembered by the names over them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from importers.corpus import dates, opened, warnings
from timeglass.cli import main
from timeglass.errors import NotATimelineError, UsageError
from timeglass.formats import load
from timeglass.formats.columns_given import Recall

TABLE = "When,What,More,Also,Secret\n1/2/2020,Foo,First,Second,hidden\n3/4/2020,Bar,,,\n"


def knows(names: Sequence[str], mapping: Mapping[str, Sequence[str]]) -> Recall:
    """Remembers the columns of one table."""
    return lambda asked: mapping if list(asked) == list(names) else {}


def test_several_columns_and_one_left_out(tmp_path: Path) -> None:
    mapping = {"start": ["When"], "title": ["What"], "tags": ["More", "Also"], "skip": ["Secret"]}
    event = opened(tmp_path, "t.csv", TABLE, mapping).timeline.events[0]
    assert (event.title, event.tags, event.details) == ("Foo", ("First", "Second"), "")


def test_on_the_command_line_a_part_is_named_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    target = tmp_path / "t.yaml"
    asks = "start=When,title=What,tags=More,tags=Also,skip=Secret,order=day-first"
    assert main(["convert", str(path), str(target), "--map", asks]) == 0
    event = load(target).timeline.events[0]
    assert (event.date.text, event.tags, event.details) == ("2020-02-01", ("First", "Second"), "")
    assert main(["check", str(path), "--map", "start=When,order=backwards"]) == 2
    assert "day-first" in capsys.readouterr().err


@pytest.mark.parametrize(("order", "first"), [("day-first", "2020-02-01"), ("month-first", "2020-01-02")])
def test_the_order_of_day_and_month_can_be_told(tmp_path: Path, order: str, first: str) -> None:
    loaded = opened(tmp_path, "t.csv", TABLE, {"start": ["When"], "order": [order]})
    assert dates(loaded)[0] == first
    assert warnings(loaded)[0].endswith(": as chosen")
    with pytest.raises(UsageError, match="day-first"):
        opened(tmp_path, "t.csv", TABLE, {"order": ["upside down"]})


def test_what_was_given_is_not_guessed(tmp_path: Path) -> None:
    none = {"title": "", "category": "", "tags": "", "text": "", "end": "", "place": "", "actor": ""}
    event = opened(tmp_path, "t.csv", TABLE, {"start": "When", **none}).timeline.events[0]
    assert event.details.count("\n- ") + 1 == 4
    with pytest.raises(NotATimelineError, match="no column has dates"):
        opened(tmp_path, "t.csv", TABLE, {"start": "", "year": ""})


def test_a_layout_gives_way_to_what_was_chosen(tmp_path: Path) -> None:
    text = "message,timestamp,datetime,timestamp_desc\nFoo,1600000000000000,2020-09-13T12:26:40+00:00,Written\n"
    event = opened(tmp_path, "t.csv", text, {"text": ["message"], "title": ["timestamp_desc"]}).timeline.events[0]
    assert (event.title, event.summary, event.tags) == ("Written", "Foo", ())


def test_a_table_is_remembered_by_its_names(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    names = ["When", "What", "More", "Also", "Secret"]
    mapping = {"start": ["When"], "title": ["More"], "order": ["day-first"]}
    event = load(path, recall=knows(names, mapping)).timeline.events[0]
    assert (event.title, event.date.text) == ("First", "2020-02-01")
    assert load(path, recall=knows(["Other"], mapping)).timeline.events[0].title == "Foo"
    useless = {"start": ["No such column"]}
    assert load(path, recall=knows(names, useless)).timeline.events[0].title == "Foo"


def test_a_table_without_names_is_remembered_by_that_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("2020-01-01,Foo,Bar baz\n2020-01-02,Foo,Bar baz\n", encoding="utf-8")
    recall = knows(["Column 1", "Column 2", "Column 3", "t.csv"], {"title": ["Column 3"]})
    assert load(path, recall=recall).timeline.events[0].title == "Bar baz"


@pytest.mark.parametrize(
    "text",
    [
        "Year,Month,Day,Headline,Text,Group\n2020,1,2,Foo,Bar,G\n",
        "EventID,Title,Start Date,Group,Tags\n1,Foo,2020-01-02,G,x\n",
    ],
)
def test_what_looks_like_a_programs_table_gives_way_too(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    names = text.partition("\n")[0].split(",")
    assert load(path).timeline.format_name != "table"
    assert load(path).timeline.events[0].title == "Foo"
    event = load(path, recall=knows(names, {"title": ["Group"]})).timeline.events[0]
    assert (event.title, event.date.text) == ("G", "2020-01-02")
    assert load(path, recall=knows(["x"], {"title": ["Group"]})).timeline.events[0].title == "Foo"
