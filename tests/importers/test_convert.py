"""Files of other programs become timeline files that one would like to go on with."""

from pathlib import Path

import pytest

from importers.corpus import corpus_file, load_corpus
from timeglass.formats import load, write

FILES = [
    "ics/u01jmg3--ICal.ics",
    "ics/PyconUK--schedule.ics",
    "simile/simile-widgets--christianity.xml",
    "simile/simile-widgets--dinosaurs.xml",
    "simile/thbst16--jfk-timeline.json",
    "vis/almende--basic.json",
    "wikidata/everypolitician--legislative-index-terms.srj",
    "timelinejs/NUKnightLab--eras.json",
    "timelinejs/NUKnightLab--cosmo.json",
]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("ending", ["yaml", "json", "jsonl"])
def test_what_is_written_opens_to_the_same_timeline(tmp_path: Path, name: str, ending: str) -> None:
    timeline = load_corpus(name).timeline
    target = tmp_path / f"t.{ending}"
    assert write(timeline, None, target) == ()
    again = load(target)
    assert [problem for problem in again.problems if problem.severity == "error"] == []
    assert list(again.timeline.events) == list(timeline.events)
    assert list(again.timeline.head.eras) == list(timeline.head.eras)
    assert dict(again.timeline.head.categories) == dict(timeline.head.categories)


def test_the_file_names_its_origin_and_has_short_ids(tmp_path: Path) -> None:
    timeline = load(corpus_file("ics/collective--issue_104_broken_calendar.ics")).timeline
    write(timeline, None, tmp_path / "t.yaml")
    text = (tmp_path / "t.yaml").read_text(encoding="utf-8")
    assert text == (
        "# Converted from collective--issue_104_broken_calendar.ics, Calendar (iCalendar)\n"
        "timeglass: 1\n"
        "title: collective--issue_104_broken_calendar\n"
        "language: en\n"
        "\n"
        "events:\n"
        "- id: 2014-04-01-broken-eevnt\n"
        "  date: 2014-04-01T00:00:00Z/2014-04-01T01:00:00Z\n"
        "  title: Broken Eevnt\n"
    )
    write(load(tmp_path / "t.yaml").timeline, None, tmp_path / "u.yaml")
    assert not (tmp_path / "u.yaml").read_text(encoding="utf-8").startswith("#")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("wrong", ["t.csv", "t.yaml", "t.ics", "t.json", "t"])
def test_a_wrong_ending_does_no_harm(tmp_path: Path, name: str, wrong: str) -> None:
    (tmp_path / wrong).write_bytes(corpus_file(name).read_bytes())
    assert load(tmp_path / wrong).timeline.format_name == load_corpus(name).timeline.format_name
