"""Results of SPARQL queries, as of Wikidata."""

import json
from pathlib import Path
from typing import Any

import pytest

from importers.corpus import count, dates, load_corpus, opened, reach, warnings
from timeglass.errors import NotATimelineError
from timeglass.formats import Loaded

DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"
JULIAN = "http://www.wikidata.org/entity/Q1985786"


@pytest.mark.parametrize(
    ("name", "events", "first", "last"),
    [
        ("everypolitician--results.json", 2, "2017-09-08", "2017-09-08"),
        ("everypolitician--legislative-index-terms.srj", 2, "2015-06-15", "2015-12-03"),
    ],
)
def test_the_corpus(name: str, events: int, first: str, last: str) -> None:
    loaded = load_corpus(f"wikidata/{name}")
    assert loaded.timeline.format_name == "wikidata"
    assert (count(loaded), reach(loaded)) == ((events, 0, 0), (first, last))


def test_rows_without_a_date_are_told_and_languages_kept() -> None:
    loaded = load_corpus("wikidata/everypolitician--results.json")
    assert warnings(loaded) == ["rows without a date were passed over: 4 of 6"]
    title = loaded.timeline.events[0].title
    assert isinstance(title, dict)
    assert {"zh", "zh-tw"} <= set(title)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("everypolitician--executive-index.srj", "none of the query's variables holds a date"),
        ("RDFLib--jsonres01.srj", "none of the query's variables holds a date"),
        ("RDFLib--jsonres03.srj", "no rows"),
    ],
)
def test_answers_without_dates_are_refused_with_a_reason(name: str, reason: str) -> None:
    with pytest.raises(NotATimelineError, match=reason):
        load_corpus(f"wikidata/{name}")


def answer(folder: Path, *rows: dict[str, Any]) -> Loaded:
    """What an answer with these rows is opened as; a plain text is a value of its own."""
    bindings = [
        {name: value if isinstance(value, dict) else {"value": value} for name, value in row.items()} for row in rows
    ]
    names = list(dict.fromkeys(name for row in rows for name in row))
    return opened(folder, "t.json", json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}))


def at(value: str) -> dict[str, str]:
    """A moment as the query service gives it."""
    return {"type": "literal", "datatype": DATE_TIME, "value": value}


@pytest.mark.parametrize(
    ("precision", "value", "date"),
    [
        (14, "1997-07-09T10:15:00Z", "1997-07-09T10:15:00Z"),
        (11, "1997-07-09T00:00:00Z", "1997-07-09"),
        (10, "1997-07-01T00:00:00Z", "1997-07"),
        (9, "1997-01-01T00:00:00Z", "1997"),
        (8, "1990-01-01T00:00:00Z", "199X"),
        (7, "1900-01-01T00:00:00Z", "18XX"),
        (7, "1801-01-01T00:00:00Z", "18XX"),
        (6, "2000-01-01T00:00:00Z", "1XXX"),
        (9, "-0043-01-01T00:00:00Z", "-0043"),
        (9, "-13798000000-01-01T00:00:00Z", "Y-13798000000"),
    ],
)
def test_precision_is_respected(tmp_path: Path, precision: int, value: str, date: str) -> None:
    loaded = answer(tmp_path, {"itemLabel": "A", "time": at(value), "timePrecision": str(precision)})
    assert (loaded.problems, dates(loaded)) == ((), [date])


def test_julian_dates_are_told(tmp_path: Path) -> None:
    row = {"itemLabel": "A", "timePrecision": "11", "timeCalendar": JULIAN}
    service = answer(tmp_path, {**row, "time": at("1616-05-03T00:00:00Z")})
    assert dates(service) == ["1616-05-03"]
    assert warnings(service) == [
        "dates of the Julian calendar are given in the Gregorian one, as the query service does"
    ]
    record = answer(tmp_path, {**row, "time": "+1616-04-23T00:00:00Z"})
    assert dates(record) == ["1616-05-03"]
    assert warnings(record) == ["dates of the Julian calendar were converted"]


def test_starts_and_ends(tmp_path: Path) -> None:
    one, two = at("1990-05-01T00:00:00Z"), at("1994-06-02T00:00:00Z")
    loaded = answer(
        tmp_path,
        {
            "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"},
            "itemLabel": "A",
            "start": one,
            "end": two,
        },
        {"itemLabel": "B", "start": two},
        {"itemLabel": "C", "end": one},
    )
    assert sorted(dates(loaded)) == ["../1990-05-01", "1990-05-01/1994-06-02", "1994-06-02"]
    by_title = {event.title: event for event in loaded.timeline.events}
    assert [source.url for source in by_title["A"].sources] == ["http://www.wikidata.org/entity/Q1"]


def test_only_new_years_days_are_years(tmp_path: Path) -> None:
    loaded = answer(
        tmp_path, *({"xLabel": year, "time": at(f"{year}-01-01T00:00:00Z")} for year in ("1990", "1991", "1995"))
    )
    assert dates(loaded) == ["1990", "1991", "1995"]
    assert warnings(loaded) == ["every value of 'time' is a 1 January: they were read as years"]


def test_broken_rows_spoil_no_other(tmp_path: Path) -> None:
    rows = [
        {"itemLabel": "A", "time": at("1990-05-01T00:00:00Z")},
        {"itemLabel": "B", "time": at("1990-02-31T00:00:00Z")},
        {"itemLabel": "C", "time": at("_:b0")},
        {"itemLabel": {"value": [1]}, "time": at("1991-05-01T00:00:00Z")},
    ]
    loaded = answer(tmp_path, *rows)
    assert dates(loaded) == ["1990-05-01", "1991-05-01"]
    assert any(problem.severity == "error" for problem in loaded.problems)
