"""Every importer tells how far it is, often enough that it can be given up soon."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from timeglass.errors import NotATimelineError
from timeglass.formats import load, text

COUNT = 2_000


def _xml(event: str, before: str, after: str) -> str:
    return before + "".join(event.replace("#", str(number)) for number in range(COUNT)) + after


def _lines(head: str, line: str) -> str:
    return head + "".join(line.replace("#", str(number)) for number in range(COUNT))


def _json(wrap: Callable[[list[object]], object], item: str) -> str:
    return json.dumps(wrap([json.loads(item.replace("#", str(number))) for number in range(COUNT)]), indent=0)


FILES = {
    "timelineproj": _xml(
        "<event><start>2020-01-02 10:00:00</start><end>2020-01-03 10:00:00</end><text>E#</text></event>\n",
        "<timeline><version>2.4.0</version><events>", "</events></timeline>",
    ),
    "simile": _xml("<event start='2020-01-02' title='E#'>x</event>\n", "<data>", "</data>"),
    "simile-json": _json(lambda all_: {"dateTimeFormat": "iso8601", "events": all_},
                         '{"start": "2020-01-02", "title": "E#"}'),
    "timelinejs": _json(lambda all_: {"events": all_},
                        '{"start_date": {"year": "2020"}, "text": {"headline": "E#", "text": "x"}}'),
    "vis": _json(lambda all_: all_, '{"id": #, "content": "E#", "start": "2020-01-02"}'),
    "wikidata": _json(
        lambda all_: {"head": {"vars": ["e", "d"]}, "results": {"bindings": all_}},
        '{"e": {"type": "literal", "value": "E#"}, "d": {"type": "literal", "value": "2020-01-02T00:00:00Z", '
        '"datatype": "http://www.w3.org/2001/XMLSchema#dateTime"}}'.replace("XMLSchema#", "XMLSchema\\u0023"),
    ),
    "ics": _lines("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nUID:#\nDTSTART:20200102\nSUMMARY:E#\nEND:VEVENT\n"),
    "markwhen": _lines("title: T\n\n", "2020-01-02: E#\n"),
    "timelinejs-sheet": _lines("Year,Month,Day,Headline,Text\n", "2020,1,2,E#,x\n"),
    "aeon-table": _lines("EventID,Title,Start Date\n", "#,E#,2020-01-02\n"),
    "table": _lines("Date,Name\n", "2020-01-02,E#\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_progress_is_told_and_work_can_be_given_up(tmp_path: Path, name: str) -> None:
    path = tmp_path / "file"
    path.write_text(FILES[name], encoding="utf-8")
    told: list[float] = []
    loaded = load(path, tick=told.append)
    assert loaded.timeline.format_name == name
    assert len(loaded.timeline) == COUNT
    assert told == sorted(told)
    assert told[-1] == 1.0
    if name != "table":  # its rows are read as its events are made
        assert len([share for share in told if 0.0 < share < 0.6]) > 8

    class GivenUpError(Exception):
        pass

    for most in (0.0, 0.2, 0.4, 0.55, 0.7):
        seen: list[float] = []

        def give_up(done: float, most: float = most, seen: list[float] = seen) -> None:
            seen.append(done)
            if done >= most:
                raise GivenUpError

        with pytest.raises(GivenUpError):
            load(path, tick=give_up)
        assert len(seen) <= len(told)


def test_lines_of_json_tell_how_far_they_are(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(_lines("", '{"datetime": "2020-01-02", "message": "E#"}\n') * 2, encoding="utf-8")
    told: list[float] = []
    assert len(load(path, tick=told.append).timeline) == 2 * COUNT
    assert told == sorted(told)
    assert len([share for share in told if 0.0 < share < 0.6]) > 4


@pytest.mark.parametrize("name", ["simile-json", "timelinejs", "vis", "wikidata"])
def test_json_may_be_one_long_line(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "LONGEST_LINE", 10_000)
    path = tmp_path / "file"
    path.write_text(json.dumps(json.loads(FILES[name])), encoding="utf-8")
    assert len(load(path).timeline) == COUNT
    path.write_text(f"title: T\n\n2020-01-02: {'x' * 20_000}\n2020-01-03: E\n", encoding="utf-8")
    with pytest.raises(NotATimelineError, match="a line is longer"):
        load(path)
