"""The corpus as its manifest counts it, file by file, where it lies beside the checkout.

What other tests say of single files holds in any clone; this one tells where our reading differs from plain counting.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from importers.corpus import count, load_corpus
from timeglass.chrono.instant import iso_text
from timeglass.commands.check import extremes
from timeglass.errors import NotATimelineError

_MANIFEST = Path(__file__).parents[3] / "shared" / "corpus" / "MANIFEST.yaml"

NO_TIMELINE = {
    "thetimelineproj/philipbl--example.timeline": "the key 'timeglass'",
    "timelinejs/NUKnightLab--republican--timeline2.json": "the file is empty",
    "timelinejs/NUKnightLab--parser_test.csv": "no column has dates",
    "wikidata/everypolitician--executive-index.srj": "none of the query's variables holds a date",
    "wikidata/RDFLib--jsonres01.srj": "none of the query's variables holds a date",
    "wikidata/RDFLib--jsonres03.srj": "no rows",
}
"""Files without a single dated thing, and why they are refused."""
DIFFERENT: dict[str, dict[str, tuple[object, str]]] = {
    "thetimelineproj/shutaozhenzhen--error.timeline": {"events": (2, "one of three lines is malformed on purpose")},
    "timelinejs/NUKnightLab--cosmo.json": {
        "earliest": ("Y-13800000000-01-01", "written as it stands in the file"),
        "latest": ("-3499-12-31", "3500 BC, as TimelineJS means it"),
    },
    "timelinejs/NUKnightLab--example.json": {"latest": ("2011-03-23", "196002152034 is no date")},
    "timelinejs/fedorbeets--timeline_data.csv": {"earliest": ("-3999-01-01", "4000 BC, as TimelineJS means it")},
    "ics/collective--big_bad_calendar.ics": {"events": (0, "none has a start"), "earliest": ("", "none has a start")},
    "ics/collective--created_calendar_with_unicode_fields.ics": {"events": (2, "one has no start")},
    "ics/niccokunzmann--issue_97_simple_journal.ics": {"earliest": ("", "it holds a journal entry only")},
    "ics/niccokunzmann--fablab_cottbus.ics": {"events": (148, "one is a series of 121")},
    "ics/niccokunzmann--recurring_events_moved.ics": {"events": (7, "two are series")},
    "ics/u01jmg3--ICal.ics": {"events": (721, "fourteen are series")},
    "ics/libical--large.ics": {"events": (21305, "303 are series; 390 have no start")},
    "markwhen/gmourier--timeline.mw": {"latest": ("2021-07-13", "what lasts until now has no end")},
    "markwhen/mark-when--test.mw": {"latest": (None, "it is the day on which the test runs")},
    "csv/plotly--GanttChart.csv": {"latest": ("2016-12-05", "the last task lasts for ten days")},
    "csv/google--incorrect.csv": {
        "events": (1, "the column DT is found by its content"),
        "earliest": ("2020-09-18T21:58:07Z", "the column DT is found by its content"),
        "latest": ("2020-09-18T21:58:07Z", "the column DT is found by its content"),
    },
    "csv/log2timeline--gcp_logging.jsonl": {
        "events": (11, "the key timestamp is found by its content"),
        "earliest": ("2021-10-19T02:04:00Z", "the key timestamp is found by its content"),
        "latest": ("2024-12-03T17:58:44Z", "the key timestamp is found by its content"),
    },
    "simile/simile-widgets--dinosaurs.xml": {
        "earliest": ("Y-228000000-01-01", "228 million years ago"),
        "latest": ("Y-65000000-12-31", "65 million years ago"),
    },
    "simile/simile-widgets--data.json": {"latest": ("2001-10-31", "an event of 2001-10 lasts until the month ends")},
}
"""What is read where it is not what was counted, and why."""


def _entries() -> list[dict[str, Any]]:
    if not _MANIFEST.is_file():
        return []
    found: list[dict[str, Any]] = yaml.safe_load(_MANIFEST.read_text(encoding="utf-8"))["files"]
    return found


ENTRIES = {entry["file"]: entry["expected"] for entry in _entries()}


def test_the_manifest_is_at_hand() -> None:
    if not ENTRIES:
        pytest.skip("the corpus does not lie beside the checkout")
    assert len(ENTRIES) == 85
    assert not (NO_TIMELINE.keys() | DIFFERENT.keys()) - ENTRIES.keys()


@pytest.mark.parametrize("name", ENTRIES)
def test_as_counted(name: str) -> None:
    if name in NO_TIMELINE:
        with pytest.raises(NotATimelineError, match=NO_TIMELINE[name]):
            load_corpus(name)
        return
    loaded = load_corpus(name)
    known = extremes(loaded.timeline)
    earliest, latest = map(iso_text, known) if known else ("", "")
    events, eras, categories = count(loaded)
    read: dict[str, Any] = {
        "events": events, "eras": eras, "categories": categories, "earliest": earliest, "latest": latest,
    }  # fmt: skip
    different = DIFFERENT.get(name, {})
    for key, found in read.items():
        counted = ENTRIES[name].get(key)
        if key in different:
            assert different[key][0] in (None, found), key
            assert not _agrees(counted, found), f"{key} is no longer different"
        elif key in ENTRIES[name]:
            assert _agrees(counted, found), key


def _agrees(counted: object, found: object) -> bool:
    """The same number, or the same day."""
    if isinstance(counted, int) and isinstance(found, int):
        return counted == found
    return str(found).startswith(str(counted)[:10])
