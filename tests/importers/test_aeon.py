"""Aeon Timeline: exported tables and archives."""

import json
from pathlib import Path
from typing import Any

import pytest

from importers.corpus import count, dates, errors, load_corpus, opened, reach, warnings
from importers.test_workbooks import zipped
from timeglass.errors import NotATimelineError
from timeglass.events.event import RelationType, SourceRef


def test_table_of_version_3() -> None:
    loaded = load_corpus("aeon/peter88213--normal.csv")
    assert loaded.timeline.format_name == "aeon-table"
    assert count(loaded) == (94, 0, 16)
    assert reach(loaded) == ("1933-02-06", "1933-02-07")
    assert dates(loaded)[0] == "1933-02-06T21:15:00"
    assert max(dates(loaded))[-19:] == "1933-02-07T19:40:00"
    assert not errors(loaded)
    event = next(event for event in loaded.timeline.events if event.title.startswith("The Conductor answers"))
    assert event.actors == ("The Conductor", "Mrs Hubbard")
    assert event.tags == ("Alibi", "Clue")


def test_table_of_version_2() -> None:
    loaded = load_corpus("aeon/peter88213--demo.csv")
    assert count(loaded) == (2, 0, 0)
    assert dates(loaded) == ["2021-11-25T00:00:00", "2021-11-26T16:00:00"]
    scene = loaded.timeline.events[1]
    assert (scene.actors, scene.places, scene.tags) == (("Buster", "Morton", "Stan"), ("S.S. Navigator",), ("Journey",))
    assert scene.details == "Better let them catch a fish."


def test_archive() -> None:
    loaded = load_corpus("aeon/peter88213--normal.aeonzip")
    assert loaded.timeline.format_name == "aeon"
    assert count(loaded) == (94, 0, 16)
    assert dates(loaded)[0] == "1933-02-06T21:15:00"
    starts = [date.partition("/")[0] for date in dates(loaded)]
    assert max(starts) == "1933-02-07T19:40:00"
    assert not errors(loaded)
    assert warnings(loaded) == ["colours of single events are not kept: 94"]
    sleeping = next(event for event in loaded.timeline.events if event.title == "Antonio Foscarelli sleeps")
    assert sleeping.actors == ("Antonio Foscarelli", "The Valet")
    assert sleeping.tags == ("No Alibi",)
    parts = [event for event in loaded.timeline.events if event.related]
    assert len(parts) == 11
    assert parts[0].related[0].type is RelationType.PART_OF


def test_rows_of_a_table(tmp_path: Path) -> None:
    head = "Type,Display ID,Label,Summary,Grouped Under,Ongoing,Start Date,Latest Start Date,End Date,Links,Place,Arc\n"
    loaded = opened(
        tmp_path,
        "t.csv",
        head
        + "Event,EV1,War,,,False,2020-01-01 00:00:00,2020-02-01 00:00:00,2020-03-01 00:00:00,https://example.org,P1,\n"
        "Event,EV2,Battle,Fought.,EV1,True,2020-02-01 00:00:00,,,,P1,A1\n"
        "Event,EV3,Lost,,,False,,,,,,\n"
        "Event,EV4,Odd,,,False,soon,,,,,\n"
        "Place,P1,Kyiv,,,,,,,,,\nArc,A1,Main,,,,,,,,,\n",
    )
    war, battle = loaded.timeline.events
    assert (war.date.text, war.places, war.id) == ("2020-01-01/2020-03-01", ("Kyiv",), "war")
    assert war.sources == (SourceRef(url="https://example.org"),)
    assert war.details == "Latest start date: 2020-02-01 00:00:00."
    assert (battle.date.text, battle.categories) == ("2020-02-01/..", ("main",))
    assert [arrow.event for arrow in battle.related] == ["war"]
    assert [problem.line for problem in loaded.problems] == [4, 5]


def event(stamp: Any, precision: str = "second", **more: Any) -> dict[str, Any]:
    """An event as it stands in an archive."""
    span = more.pop("span", {})
    position = {"precision": precision, "timestamp": stamp}
    return {"title": "It", "guid": "g", "rangeValues": [{"position": position, "span": span}], **more}


@pytest.mark.parametrize(
    ("made", "date"),
    [
        (event(0), "0001-01-01T00:00:00"),
        (event(-1, "year"), "0000"),
        (event(0, "month"), "0001-01"),
        (event(0, "day", span={"days": 3}), "0001-01-01/0001-01-03"),
        (event(0, "year", span={"years": 2}), "0001/0002"),
        (event(86_400 * 30, "day", span={"months": 1}), "0001-01-31/0001-03-02"),
        (event(0, "hour", span={"hours": 2}), "0001-01-01T00:00:00/0001-01-01T02:00:00"),
    ],
)
def test_positions(tmp_path: Path, made: dict[str, Any], date: str) -> None:
    data = zipped({"timeline.json": json.dumps({"events": [made]}).encode()})
    assert dates(opened(tmp_path, "t.zip", data)) == [date]


def test_odd_trees(tmp_path: Path) -> None:
    odd = [event(None), event("x"), event(True), event(1e300), {"title": "No position"}, 5]
    good = event(
        0, links=["https://example.org", 5, {"url": "javascript:x"}], attachments=[1], tags=5, relationships=[7]
    )
    data = zipped({"timeline.json": json.dumps({"events": [*odd, good], "template": 5, "entities": 5}).encode()})
    loaded = opened(tmp_path, "t.aeonzip", data)
    assert len(loaded.timeline) == 1
    assert loaded.timeline.events[0].sources == (SourceRef(url="https://example.org"),)
    assert len(errors(loaded)) == 5
    assert warnings(loaded) == ["attachments were left out: 1"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"events": 5}', "[" * 100_000])
def test_archives_without_a_timeline(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotATimelineError) as refused:
        opened(tmp_path, "t.aeonzip", zipped({"timeline.json": text.encode()}))
    assert "\n" not in str(refused.value)


def test_other_archives_and_bombs_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotATimelineError, match=r"no timeline\.json in the archive"):
        opened(tmp_path, "t.aeonzip", zipped({"a": b"b"}))
    with pytest.raises(NotATimelineError, match="300 times"):
        opened(tmp_path, "t.aeonzip", zipped({"timeline.json": b" " * 40_000_000}))
    with pytest.raises(NotATimelineError, match="would leave it"):
        opened(tmp_path, "t.aeonzip", zipped({"timeline.json": b"{}", "../x": b""}))
    with pytest.raises(NotATimelineError, match="broken"):
        opened(tmp_path, "t.aeonzip", b"PK\x03\x04timeline.json")


def test_a_spoilt_name_of_a_column(tmp_path: Path) -> None:
    text = 'EventID,"Title\0",Start Date,Duration\n2,Scene 1,2021-11-26 16:00:00,0 seconds\n'
    loaded = opened(tmp_path, "t.csv", text)
    assert loaded.timeline.format_name == "aeon-table"
    assert [event.title for event in loaded.timeline.events] == ["Untitled"]
