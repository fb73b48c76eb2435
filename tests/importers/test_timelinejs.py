"""TimelineJS in JSON, of its versions 3 and 2."""

import json
from pathlib import Path
from typing import Any

import pytest

from importers.corpus import count, dates, errors, load_corpus, opened, reach
from timeglass.errors import NotATimelineError
from timeglass.formats import Loaded

CORPUS = {
    # file: events, eras, categories, first and last day
    "women_in_computing": (10, 0, 0, "1815-12-10", "1985-12-31"),
    "cosmo": (7, 0, 0, "Y-13800000", "-3499-12-3"),  # the reach is cut after ten characters
    "eras": (20, 3, 0, "0602-01-01", "0698-12-31"),
    "timeline3": (18, 0, 0, "1963-08-09", "2012-02-11"),
    "republican--timeline3": (13, 0, 0, "2012-01-03", "2012-03-06"),
    "timeline2": (22, 0, 0, "1600-01-01", "2012-12-31"),
    "example": (28, 0, 0, "1932-02-27", "2011-03-23"),
    "test_utc_firefox": (14, 0, 0, "1869-09-10", "2012-09-10"),
    "model": (1, 1, 1, "2011-12-10", "2011-12-11"),
}


@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus(name: str) -> None:
    events, eras, categories, first, last = CORPUS[name]
    loaded = load_corpus(f"timelinejs/NUKnightLab--{name}.json")
    assert loaded.timeline.format_name == "timelinejs"
    assert count(loaded) == (events, eras, categories)
    assert reach(loaded) == (first, last)
    wrong = ["'196002152034' is no date: a year, month and day separated by commas are expected"]
    assert errors(loaded) == (wrong if name == "example" else [])


def test_a_malformed_end_has_a_place_and_its_event_stays() -> None:
    loaded = load_corpus("timelinejs/NUKnightLab--example.json")
    assert [(problem.line, problem.column > 1) for problem in loaded.problems] == [(198, True)]


def test_an_empty_file_says_so() -> None:
    with pytest.raises(NotATimelineError, match="the file is empty"):
        load_corpus("timelinejs/NUKnightLab--republican--timeline2.json")


def test_sheet_and_json_of_one_timeline_are_the_same_events() -> None:
    sheet = load_corpus("timelinejs/NUKnightLab--women_in_computing.csv")
    tree = load_corpus("timelinejs/NUKnightLab--women_in_computing.json")
    assert dates(sheet) == dates(tree)
    assert [event.title for event in sheet.timeline.events] == [event.title for event in tree.timeline.events]


def slides(folder: Path, *events: dict[str, Any], **more: Any) -> Loaded:
    """What slides are opened as."""
    return opened(folder, "t.json", json.dumps({"events": list(events), **more}))


def slide(start: dict[str, Any], end: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """A slide."""
    return {"start_date": start, **({"end_date": end} if end else {}), "text": {"headline": "H"}, **more}


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        ({"year": "1995"}, None, "1995"),
        ({"year": 1995, "month": 5}, None, "1995-05"),
        ({"year": 1995, "month": "5", "day": "6"}, None, "1995-05-06"),
        ({"year": 1995, "month": 5, "day": 6, "hour": 7}, None, "1995-05-06T07:00:00"),
        ({"year": "1995", "month": "", "day": ""}, {"year": "1997"}, "1995/1997"),
        ({"year": -490}, {"year": -1}, "-0489/0000"),
        ({"year": -13800000000}, None, "Y-13800000000"),
        (
            {"year": 1995, "month": 5, "day": 6, "hour": 7},
            {"year": 1995, "month": 5, "day": 6, "hour": 9, "minute": 30},
            "1995-05-06T07:00:00/1995-05-06T09:30:00",
        ),
    ],
)
def test_dates(tmp_path: Path, start: dict[str, Any], end: dict[str, Any] | None, date: str) -> None:
    loaded = slides(tmp_path, slide(start, end))
    assert (loaded.problems, dates(loaded)) == ((), [date])


def test_all_that_a_slide_says(tmp_path: Path) -> None:
    loaded = slides(
        tmp_path,
        slide(
            {"year": 1995},
            unique_id="mine",
            group="Art &amp; Craft",
            display_date="The <i>middle</i> of the nineties",
            text={"headline": "A <b>bold</b><br>start", "text": "<p>See <a href='https://a.org'>a</a>.</p>"},
            media={"url": "https://example.org/a.jpg", "caption": "<i>C</i>", "credit": "D"},
        ),
        slide({"year": 1996}, display_date="1996", text={"headline": "", "text": "Only *text*"}),
        title={"text": {"headline": "T<br/>U", "text": "<p>About</p>"}},
        eras=[{"start_date": {"year": 1990}, "end_date": {"year": 2000}, "text": {"headline": "Era"}}],
    )
    assert loaded.problems == ()
    head = loaded.timeline.head
    assert (head.title, head.description) == ("T U", "About")
    assert [(era.title, era.date.text) for era in head.eras] == [("Era", "1990/2000")]
    first, second = loaded.timeline.events
    assert (first.id, first.title, first.summary) == ("mine", "A bold start", "See [a](https://a.org).")
    assert first.details == "The middle of the nineties"
    assert [head.categories[key].label for key in first.categories] == ["Art & Craft"]
    assert (first.sources[0].url, first.sources[0].text) == ("https://example.org/a.jpg", "*C* — D")
    assert (second.title, second.details) == ("Only *text*", "")


def test_broken_slides_spoil_no_other(tmp_path: Path) -> None:
    loaded = slides(
        tmp_path, slide({"year": "x"}), slide({"year": 1995, "month": 13}), slide({"year": 1996}, {"year": 1990}),
        {"text": {"headline": "no date"}}, slide({"year": 1997}), slide({"year": [1]}), "no slide",  # type: ignore[arg-type]
    )  # fmt: skip
    assert dates(loaded) == ["1995", "1996", "1997"]
    assert set(errors(loaded)) >= {
        "'x' is no date: numbers are expected",
        "'1995-13' is no date: there is no month 13",
        "from 1996 to 1990: the end lies before the start",
        "slide 7 is not keys and values",
    }


@pytest.mark.parametrize("written", ["2011,12,10", "12/10/2011", "2011,12,10,14,30", "2011", "-490"])
def test_dates_of_version_2(tmp_path: Path, written: str) -> None:
    tree = {"timeline": {"headline": "T", "date": [{"startDate": written, "headline": "H", "tag": "G"}]}}
    loaded = opened(tmp_path, "t.json", json.dumps(tree))
    expected = {"2011,12,10,14,30": "2011-12-10T14:30:00", "2011": "2011", "-490": "-0489"}
    assert (loaded.problems, dates(loaded)) == ((), [expected.get(written, "2011-12-10")])


@pytest.mark.parametrize(
    "tree",
    [
        {"events": [{"start_date": 3, "text": {"headline": []}}]},
        {"timeline": {"date": [{"startDate": {}}]}},
        {"timeline": {"date": {"startDate": "1"}, "headline": 7}},
        {"events": [[]], "title": [{"text": {"headline": 1}}]},
    ],
)
def test_other_shapes_are_problems(tmp_path: Path, tree: Any) -> None:
    loaded = opened(tmp_path, "t.json", json.dumps({**tree, "x": '"text": {"headline": "startDate": 1'}))
    assert len(loaded.timeline) == 0
    assert loaded.problems
