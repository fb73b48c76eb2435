"""The file hangs together: ids, references, links, controlled lists."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

import pytest

from timeglass.chrono.edtf import parse

from .conftest import Entry, categories_of, names_of

CATEGORIES = [
    "summit", "diplomacy", "cooperation", "law-and-doctrine", "domestic-politics", "military", "russia-reaction",
    "public-opinion", "crisis",
]  # fmt: skip
STATUSES = {"confirmed", "disputed", "claimed", "planned"}
RELATIONS = {"leads-to", "responds-to", "reverses", "part-of", "see-also"}
KINDS = {"primary", "official", "press", "scholarly", "secondary"}


def test_header(timeline: Entry) -> None:
    assert timeline["timeglass"] == "1"
    assert timeline["language"] == "en"
    assert timeline["license"] == "CC-BY-4.0"
    assert parse(timeline["updated"]).text == timeline["updated"]
    assert timeline["view"] == {"range": "1990/2026", "group_by": "category"}


def test_categories_and_their_order(timeline: Entry, events: list[Entry]) -> None:
    assert list(timeline["categories"]) == CATEGORIES
    assert {name for event in events for name in categories_of(event)} == set(CATEGORIES)


def test_ids_are_unique_and_well_formed(timeline: Entry) -> None:
    names = [name for entry in timeline["events"] + timeline["eras"] for name in names_of(entry)]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert [name for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_fixed_words(events: list[Entry]) -> None:
    assert {event.get("status", "confirmed") for event in events} <= STATUSES
    assert {event.get("importance", "3") for event in events} == set("12345")
    assert {relation["type"] for event in events for relation in event.get("related", [])} == RELATIONS


def test_events_stand_in_date_order_within_their_chapter(events: list[Entry]) -> None:
    """Chapters cover years; inside the file no event stands more than one chapter away from its time."""
    starts = [parse(event["date"]).bounds.start_earliest or 0 for event in events]
    six_years = 6 * 366 * 86_400
    latest = starts[0]
    for start, event in zip(starts, events, strict=True):
        assert start >= latest - six_years, event["id"]
        latest = max(latest, start)


def _dates(timeline: Entry) -> Iterator[tuple[str, str]]:
    for entry in timeline["events"] + timeline["eras"]:
        yield entry["id"], entry["date"]
    for name, source in timeline["sources"].items():
        if "date" in source:
            yield name, source["date"]
    for series in timeline["series"]:
        for point in series["points"]:
            yield series["id"], point["date"]


def test_every_date_is_edtf(timeline: Entry) -> None:
    for name, date in _dates(timeline):
        assert parse(date).text == date, name


def test_references_resolve(timeline: Entry, events: list[Entry], by_id: dict[str, Entry]) -> None:
    event_names = {name for event in events for name in names_of(event)}
    for event in events:
        for relation in event.get("related", []):
            assert relation["event"] in event_names, (event["id"], relation)
            assert by_id[relation["event"]] is not event, (event["id"], "relates to itself")
    for era in timeline["eras"]:
        assert era["track"] in timeline["tracks"], era["id"]
    assert set(timeline["tracks"]) == {era["track"] for era in timeline["eras"]}


def test_no_relation_is_given_twice(events: list[Entry]) -> None:
    for event in events:
        targets = [relation["event"] for relation in event.get("related", [])]
        assert len(set(targets)) == len(targets), event["id"]


def test_causes_come_before_effects(events: list[Entry], by_id: dict[str, Entry]) -> None:
    for event in events:
        for relation in event.get("related", []):
            pair = (event["date"], by_id[relation["event"]]["date"])
            match relation["type"]:
                case "leads-to":
                    cause, effect = pair
                case "responds-to" | "reverses":
                    effect, cause = pair
                case _:
                    continue
            first, last = parse(cause).bounds.start_earliest, parse(effect).bounds.end_latest
            assert first is None or last is None or first <= last, (event["id"], relation)


def _used_sources(timeline: Entry) -> Iterator[tuple[str, str]]:
    for entry in timeline["events"] + timeline["eras"]:
        for source in entry["sources"]:
            yield entry["id"], source["source"]
    for series in timeline["series"]:
        for point in series["points"]:
            yield series["id"], point["source"]


def test_everything_has_a_source(timeline: Entry) -> None:
    for entry in timeline["events"] + timeline["eras"]:
        assert entry.get("sources"), f"{entry['id']} has no source"


def test_sources_are_defined_and_used(timeline: Entry) -> None:
    used = list(_used_sources(timeline))
    assert [pair for pair in used if pair[1] not in timeline["sources"]] == []
    assert set(timeline["sources"]) - {source for _, source in used} == set()


def test_sources_are_complete_and_single(timeline: Entry) -> None:
    links: set[str] = set()
    for name, source in timeline["sources"].items():
        assert source["title"], name
        assert source["publisher"], name
        assert source["kind"] in KINDS, name
        assert "accessed" not in source, f"{name} claims an access date, and none is known"
        link = urlsplit(source["url"])
        assert link.scheme in {"http", "https"}, name
        assert link.hostname, name
        assert "." in link.hostname, name
        assert source["url"] not in links, f"{name} is listed twice"
        links.add(source["url"])


def test_kinds_of_sources_all_occur(timeline: Entry) -> None:
    assert {source["kind"] for source in timeline["sources"].values()} == KINDS


@pytest.mark.parametrize("track", ["presidents", "war", "declared-course"])
def test_bands_of_a_track_follow_one_another(timeline: Entry, track: str) -> None:
    dates = [parse(era["date"]).bounds for era in timeline["eras"] if era["track"] == track]
    assert len(dates) > 1
    for before, after in pairwise(dates):
        assert before.start_earliest is not None
        assert after.start_earliest is not None
        assert before.end_earliest is not None
        assert before.start_earliest < after.start_earliest
        assert before.end_earliest <= after.start_earliest + 86_400


def test_declared_course_has_its_steps(timeline: Entry) -> None:
    starts = [era["date"].split("/")[0] for era in timeline["eras"] if era["track"] == "declared-course"]
    assert starts == [
        "1990-07-16", "1997-07-09", "2002-05-23", "2004-07-15", "2005-04-26?", "2010-07-01", "2014-12-23", "2017-06-08",
        "2019-02-07", "2022-09-30",
    ]  # fmt: skip
    assert timeline["tracks"]["declared-course"]["style"] == "states"


def test_a_series_never_mixes_pollsters(timeline: Entry) -> None:
    for series in timeline["series"]:
        pollsters = {point["pollster"] for point in series["points"]}
        assert len(pollsters) == 1, series["id"]
        assert [float(point["value"]) for point in series["points"]], series["id"]


def test_shares_are_shares(timeline: Entry) -> None:
    values = [point["value"] for series in timeline["series"] if series["unit"] == "%" for point in series["points"]]
    figures = [figure for event in timeline["events"] for figure in event.get("figures", [])]
    values += [figure["value"] for figure in figures if figure["unit"] == "%"]
    assert values
    assert all(0 <= float(value) <= 100 for value in values)


def test_importance_is_rare_at_the_top(events: list[Entry]) -> None:
    counts = Counter(event.get("importance", "3") for event in events)
    assert 10 <= counts["5"] <= 14
    assert 28 <= counts["4"] <= 42
    assert counts["3"] >= counts["4"]
