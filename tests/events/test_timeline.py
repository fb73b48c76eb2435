"""Timelines and their records."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_timeline, an_event, bounded, crowd
from timeglass.chrono.bounds import Bounds, Span
from timeglass.chrono.edtf import parse
from timeglass.chrono.instant import DAY, OPEN_FUTURE, OPEN_PAST, YEAR, instant
from timeglass.events.event import Category, Event, text_in
from timeglass.events.timeline import Head, make_timeline


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(0, 999))
def test_events_stand_in_row_order(count: int, seed: int) -> None:
    timeline = crowd(count, seed)
    assert len(timeline) == count == len(timeline.events)
    for row, event in enumerate(timeline.events):
        assert int(timeline.columns.start_earliest[row]) == event.date.bounds.start_earliest
        assert timeline.row_by_id[event.id] == row


def test_ids_and_aliases_lead_to_rows() -> None:
    timeline = a_timeline(
        an_event("1999 - late", aliases=("later", "early")), an_event("1990 - early", aliases=("first", "earlier"))
    )
    assert dict(timeline.row_by_id) == {"early": 0, "first": 0, "earlier": 0, "late": 1, "later": 1}


def test_an_id_goes_before_another_event_s_alias() -> None:
    timeline = a_timeline(an_event("1990 - one", aliases=("two",)), "1999 - two")
    assert timeline.row_by_id["two"] == 1


def test_categories_that_only_events_know_come_behind() -> None:
    timeline = a_timeline(
        an_event("1990 new One"), an_event("1991 known Two"), categories={"known": Category(id="known", label="Known")}
    )
    assert timeline.category_ids == ("known", "new")
    assert timeline.head.categories["new"] == Category(id="new", label="new")
    assert timeline.columns.category.tolist() == [1, 0]


def test_further_categories_of_an_event_are_known_too() -> None:
    event = an_event("1990 one A")
    both = Event(id="x", date=event.date, title="x", categories=("one", "two"))
    assert make_timeline(Head(), [both]).category_ids == ("one", "two")


def test_a_head_is_not_changed_by_the_timeline_made_with_it() -> None:
    head = Head(categories={"a": Category(id="a")})
    make_timeline(head, [an_event("1990 b One")])
    assert list(head.categories) == ["a"]


def year(first: int, last: int) -> Span:
    return Span(instant(first), instant(last + 1))


@pytest.mark.parametrize(
    ("words", "span"),
    [
        (("1990 - a",), year(1990, 1990)),
        (("1990 - a", "1995/1999 - b"), year(1990, 1999)),
        (("1990/.. - a",), year(1990, 1990)),
        (("../1990 - a", "1980 - b"), year(1980, 1990)),
        (("2001-01-01T10:00:00Z - a",), Span(instant(2001, 1, 1, 10), instant(2001, 1, 2, 10))),
        ((), year(2000, 2000)),
    ],
)
def test_a_span_reaches_from_the_first_bound_to_the_last(words: tuple[str, ...], span: Span) -> None:
    if not words:
        span = Span(span.start, span.start + YEAR)
    assert a_timeline(*words).span == span


def test_a_span_of_open_starts_only_begins_with_the_first_end() -> None:
    assert a_timeline("../1990 - a", "../1980 - b").span.end == instant(1991)
    only = a_timeline("../1990 - a").span
    assert only.start <= instant(1991) <= only.end


def test_nothing_but_open_ends_gives_the_year_2000() -> None:
    everything = bounded(0, Bounds(OPEN_PAST, OPEN_PAST, OPEN_FUTURE, OPEN_FUTURE))
    assert make_timeline(Head(), [everything]).span == Span(instant(2000), instant(2000) + YEAR)


def test_eras_belong_to_the_span() -> None:
    assert a_timeline("1990 - a", eras=["1980/2010 - Era", "1970/.. - Open", "../2020 - Past"]).span == year(1970, 2020)
    assert a_timeline(eras=["1980/2010 - Era"]).span == year(1980, 2010)


@settings(deadline=None)
@given(st.integers(1, 40), st.integers(0, 999))
def test_every_known_bound_lies_in_the_span(count: int, seed: int) -> None:
    timeline = crowd(count, seed)
    columns, span = timeline.columns, timeline.span
    assert span.length >= DAY
    starts = columns.start_earliest[columns.start_earliest > OPEN_PAST]
    ends = columns.end_latest[columns.end_latest < OPEN_FUTURE]
    assert (starts >= span.start).all()
    assert (ends < span.end).all()
    assert np.concatenate([starts, ends]).size


@pytest.mark.parametrize(
    ("text", "language", "fallback", "shown"),
    [
        ("Plain", "uk", "en", "Plain"),
        ({"en": "Talk", "uk": "Розмова"}, "uk", "en", "Розмова"),
        ({"en": "Talk", "uk": "Розмова"}, "de", "en", "Talk"),
        ({"uk": "Розмова", "pl": "Rozmowa"}, "de", "en", "Розмова"),
        ({"en": "Talk", "uk": ""}, "uk", "en", "Talk"),
        ({}, "uk", "en", ""),
    ],
)
def test_a_text_falls_back(text: str | dict[str, str], language: str, fallback: str, shown: str) -> None:
    assert text_in(text, language, fallback) == shown


def test_a_timeline_says_where_it_came_from(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "x.yaml"
    timeline = make_timeline(Head(title="T"), [an_event("1990 - a")], path, "abc", "yaml")
    assert (timeline.path, timeline.digest, timeline.format_name) == (path, "abc", "yaml")
    assert timeline.head.title == "T"
    assert timeline.events[0].date == parse("1990")
