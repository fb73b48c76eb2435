"""Tables, calendars, bibliographies, slides and web pages, read by programs of others."""

import csv
import io
import json
import re
import shutil
import subprocess
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

import icalendar
import jsonschema
import msgspec
import pytest

from builders import a_timeline, an_event
from export.conftest import SVG, a_job
from export.test_hostile import TEXTS, hostile
from timeglass import formats
from timeglass.events.event import Source, SourceRef, Status
from timeglass.events.timeline import Timeline
from timeglass.export.bib import bibtex, csl_json
from timeglass.export.html import html_bytes
from timeglass.export.ics import calendar
from timeglass.export.registry import export
from timeglass.export.strips import with_strip
from timeglass.export.tables import excel_csv, neutral
from timeglass.export.timelinejs import slides
from timelines import little

DATED = (
    "1997-07-09 talk Day",
    "1997-07 talk Month",
    "1997-07-09/1997-07-11 talk Days",
    "1997-07-09T10:00:00Z talk Moment",
    "1997-07-09? talk Doubt",
    "1997/.. talk Open",
    "../1990 talk Before",
    "-0043-03-15 talk Caesar",
    "Y12000 talk Far",
)


def test_excel_table_has_a_mark_and_no_formulas() -> None:
    data, warnings = excel_csv(a_job(a_timeline(*map(hostile, TEXTS), "-0043-03-15 - Caesar")))
    assert data.startswith(b"\xef\xbb\xbf")
    assert warnings == ()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(TEXTS) + 1
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n")]
    assert rows[0]["date"] == "'-0043-03-15"
    assert "'=1+1 +1 -1 @SUM(A1)" in cells


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_formulas_are_neutralised(start: str) -> None:
    assert neutral(start + "x") == f"'{start}x"
    assert neutral("x" + start) == "x" + start


def entries(timeline: Timeline) -> tuple[dict[str, icalendar.Component], tuple[str, ...]]:
    data, warnings = calendar(a_job(timeline))
    again = icalendar.Calendar.from_ical(data)
    assert not again.errors
    assert max(map(len, data.split(b"\r\n"))) <= 75
    found = {str(entry["SUMMARY"]): entry for entry in again.subcomponents}
    assert len({str(entry["UID"]) for entry in again.subcomponents}) == len(timeline)
    return found, warnings


def test_calendar_is_read_again() -> None:
    found, warnings = entries(a_timeline(*DATED))
    assert found["Day"].decoded("DTSTART") == date(1997, 7, 9)
    assert "DTEND" not in found["Day"]
    assert "DESCRIPTION" not in found["Day"]
    assert found["Month"].decoded("DTSTART") == date(1997, 7, 1)
    assert found["Month"].decoded("DTEND") == date(1997, 8, 1)
    assert found["Days"].decoded("DTEND") == date(1997, 7, 12)
    moment = found["Moment"].decoded("DTSTART")
    assert isinstance(moment, datetime)
    assert moment.isoformat() == "1997-07-09T10:00:00+00:00"
    assert "1997-07-09?" in found["Doubt"]["DESCRIPTION"]
    assert found["Open"].decoded("DTSTART") == date(1997, 1, 1)
    for name in ("Before", "Caesar", "Far"):
        assert found[name].name == "VJOURNAL"
        assert "DTSTART" not in found[name]
    assert "44 BC" in found["Caesar"]["DESCRIPTION"]
    assert warnings == (
        "dates that say what a calendar cannot stand in words in the description: 3",
        "events without a date that a calendar has became journal entries: 3",
    )


def test_calendar_holds_the_rest_in_words() -> None:
    found, _ = entries(little())
    entry = found["The great meeting"]
    assert "They met in Madrid" in entry["DESCRIPTION"]
    assert "In favour: 37\xa0%" in entry["DESCRIPTION"]
    assert "The book, Press" in entry["DESCRIPTION"]
    assert str(entry["LOCATION"]) == "Madrid"
    assert str(entry["STATUS"]) == "TENTATIVE"
    assert str(entry["URL"]) == "https://example.org/b"


@pytest.mark.parametrize("title", ["Talks, deeds; ends", "two\nEND:VCALENDAR", "C:\\new\\table \\, \\;", '"quoted" 🎉'])
def test_a_calendars_title_is_text_that_comes_back(title: str, tmp_path: Path) -> None:
    path = tmp_path / "x.ics"
    timeline = a_timeline("1997-07-09 - Day", title=title)
    path.write_bytes(calendar(a_job(timeline))[0])
    again = icalendar.Calendar.from_ical(path.read_bytes())
    assert len(again.subcomponents) == 1
    assert b"\r\nEND:VCALENDAR\r\n" in path.read_bytes()
    assert path.read_bytes().count(b"\r\nEND:VCALENDAR") == 1
    loaded = formats.load(path)
    assert not [problem for problem in loaded.problems if str(problem.severity) == "error"]
    assert loaded.timeline.head.title == title
    assert len(loaded.timeline) == 1


def test_hostile_ids_come_back_from_a_calendar(tmp_path: Path) -> None:
    ids = ["x\ny", "a;b,c\\n", "plain"]
    events = [msgspec.structs.replace(an_event(f"199{place} - Event"), id=name) for place, name in enumerate(ids)]
    path = tmp_path / "x.ics"
    path.write_bytes(calendar(a_job(a_timeline(*events)))[0])
    assert [event.id for event in formats.load(path).timeline.events] == ids


def test_hostile_calendar_is_sound() -> None:
    found, _ = entries(a_timeline(*map(hostile, TEXTS)))
    assert len(found) == len(TEXTS)


SOURCES = {
    "a": Source(
        id="a", title="Tom & {Jerry} 100% #1_x ~^\\ $5", author="Ann Bee; NATO", publisher="P & Q", date="1997-07"
    ),
    "b": Source(id="b", title="B", url="https://e.org/{x}%20y", accessed="2020-01-02", date="spring"),
}


def cited() -> Timeline:
    refs = (SourceRef(source="a"), SourceRef(source="b"), SourceRef(source="a"), SourceRef(text="Лист"))
    return a_timeline(an_event("1990 - A", sources=refs), sources=SOURCES)


def test_bibtex_is_balanced_and_escaped() -> None:
    data, _ = bibtex(a_job(cited()))
    text = data.decode()
    assert re.findall(r"@misc\{([^,]+),", text) == ["a", "b", "source-3"]
    assert r"{{Tom \& \{Jerry\} 100\% \#1\_x \textasciitilde{}\textasciicircum{}\textbackslash{} \$5}}" in text
    assert "author = {{Ann Bee} and {NATO}}" in text
    assert "year = {1997}" in text
    assert "date = {1997-07}" in text
    assert "note = {spring}" in text
    assert "url = {https://e.org/%7Bx%7D%20y}" in text
    unescaped = re.sub(r"\\[{}]", "", text)
    assert unescaped.count("{") == unescaped.count("}")


def test_csl_json_says_the_same() -> None:
    data, _ = csl_json(a_job(cited()))
    first, second, third = json.loads(data)
    assert first["author"] == [{"literal": "Ann Bee"}, {"literal": "NATO"}]
    assert first["issued"] == {"date-parts": [[1997, 7]]}
    assert first["type"] == "document"
    assert second["issued"] == {"literal": "spring"}
    assert second["accessed"] == {"date-parts": [[2020, 1, 2]]}
    assert second["type"] == "webpage"
    assert third == {"id": "source-3", "type": "document", "title": "Лист"}


def test_citation_keys_differ() -> None:
    sources = {name: Source(id=name, title=name) for name in ("é!", "e", "Ж", "E")}
    timeline = a_timeline(
        an_event("1990 - A", sources=tuple(SourceRef(source=name) for name in sources)), sources=sources
    )
    keys = [item["id"] for item in json.loads(csl_json(a_job(timeline))[0])]
    assert keys == ["e", "e-2", "source-3", "E-3"]


DATE_SCHEMA = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "hour": {"type": "integer", "minimum": 0, "maximum": 23},
        "minute": {"type": "integer", "minimum": 0, "maximum": 59},
        "second": {"type": "integer", "minimum": 0, "maximum": 59},
    },
}
TEXT_SCHEMA = {"type": "object", "properties": {"headline": {"type": "string"}, "text": {"type": "string"}}}
SLIDE_SCHEMA = {
    "type": "object",
    "required": ["start_date", "text", "unique_id"],
    "additionalProperties": False,
    "properties": {
        "start_date": DATE_SCHEMA,
        "end_date": DATE_SCHEMA,
        "text": TEXT_SCHEMA,
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "unique_id": {"type": "string"},
    },
}
TIMELINEJS_SCHEMA = {
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "object", "required": ["text"], "properties": {"text": TEXT_SCHEMA}},
        "events": {"type": "array", "items": SLIDE_SCHEMA},
        "eras": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "end_date"],
                "properties": {"start_date": DATE_SCHEMA, "end_date": DATE_SCHEMA, "text": TEXT_SCHEMA},
            },
        },
        "scale": {"enum": ["human", "cosmological"]},
    },
}
"""After the documentation of TimelineJS 3's JSON format."""


def test_timelinejs_keeps_its_schema(builtin: Timeline) -> None:
    for timeline in (builtin, a_timeline(*DATED, eras=["1990/1994 - Ann", "1995/.. - Bob"])):
        data, _ = slides(a_job(timeline))
        tree = json.loads(data)
        jsonschema.validate(tree, TIMELINEJS_SCHEMA)
        assert tree["scale"] == "human"
        assert len(tree["events"]) == len(timeline)


def test_timelinejs_says_what_it_cannot_hold() -> None:
    data, warnings = slides(a_job(a_timeline("Y-138E8 - Bang", "../.. - Always")))
    assert json.loads(data)["scale"] == "cosmological"
    assert warnings == ("events without a date that TimelineJS can hold were left out: 1",)


def test_timelinejs_escapes_html() -> None:
    data, _ = slides(a_job(a_timeline(*map(hostile, TEXTS))))
    assert b"<script" not in data
    assert b"<b>" not in data


class Page(HTMLParser):
    """Collects what a page refers to and whether its elements close."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src"):
                self.references.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def page_of(timeline: Timeline, **more: object) -> Page:
    data, _ = html_bytes(a_job(timeline, **more))
    page = Page()
    page.feed(data.decode())
    page.close()
    return page


def test_page_stands_alone(builtin: Timeline) -> None:
    page = page_of(builtin, strip_svg=SVG)
    assert not page.tags & {"script", "link", "iframe", "object", "embed"}
    assert len(page.ids) == len(set(page.ids))
    inner = {reference[1:] for reference in page.references if reference.startswith("#")}
    assert inner <= set(page.ids)
    assert len(inner) > 200
    assert "Strip label" in page.text
    for event in builtin.events:
        assert str(event.title if isinstance(event.title, str) else event.title["en"]) in page.text


def test_page_shows_markup_as_text() -> None:
    page = page_of(a_timeline(*map(hostile, TEXTS), title=TEXTS[1]))
    assert not page.tags & {"script", "b"}
    assert "<script>alert(1)</script>" in page.text
    assert not [reference for reference in page.references if reference.startswith("javascript")]


def test_page_says_all_of_an_event() -> None:
    page = page_of(little())
    for told in (
        "The great meeting",
        "Disputed",
        "Madrid",
        "37\xa0%",
        "1,200",
        "(p. 3)",
        "A letter",
        "leads to",
        "said",
    ):
        assert told in page.text
    assert {"ol", "blockquote", "code", "strong", "table"} <= page.tags


def test_page_opens_in_a_browser_without_a_network(builtin: Timeline, tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("chromium is not installed")
    path = tmp_path / "page.html"
    export(a_job(builtin, strip_svg=SVG), path)
    done = subprocess.run(
        [
            browser,
            *("--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * 127.0.0.1:9"),
            *(f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", path.as_uri()),
        ],
        capture_output=True,
        check=True,
        timeout=60,
    )
    shown = done.stdout.decode()
    assert shown.count("<article") == len(builtin)
    assert "Strip label" in shown


@pytest.mark.parametrize("ending", ["yaml", "json", "jsonl"])
def test_data_opens_to_the_same_events(ending: str, builtin: Timeline, tmp_path: Path) -> None:
    rows = list(range(0, len(builtin), 3))
    path = tmp_path / f"part.{ending}"
    export(a_job(builtin, rows), path)
    again = formats.load(path)
    assert [event.id for event in again.timeline.events] == [builtin.events[row].id for row in rows]
    assert [event.date for event in again.timeline.events] == [builtin.events[row].date for row in rows]
    assert not [problem for problem in again.problems if problem.severity.value == "error"]


def test_what_a_table_cannot_hold_is_told(builtin: Timeline, tmp_path: Path) -> None:
    report = export(a_job(builtin), tmp_path / "x.csv")
    assert "not in the file: eras" in report.warnings


def test_planned_events_are_tentative() -> None:
    found, _ = entries(a_timeline(an_event("2030-01-01 - Plan", status=Status.PLANNED)))
    assert str(found["Plan"]["STATUS"]) == "TENTATIVE"
    assert "Planned" in found["Plan"]["DESCRIPTION"]


@pytest.mark.usefixtures("qapp")
def test_no_two_parts_of_a_page_have_the_same_name(builtin: Timeline) -> None:
    job = with_strip(a_job(builtin))
    assert len(job.bands) > 1
    page = html_bytes(job)[0].decode()
    names = re.findall(r'\bid="([^"]+)"', page)
    assert len(names) == len(set(names))
    used = set(re.findall(r"url\(#([^)]+)\)", page))
    assert used
    assert used <= set(names)
