"""Facets: what is counted is what the term of the value finds."""

import pytest

from search.sample import HEAD, sample
from timeglass.chrono.edtf import parse
from timeglass.events.event import Event
from timeglass.events.timeline import Head, Timeline, make_timeline
from timeglass.search import Facet, Searcher, with_term
from timeglass.search.facets import years_text

_SEARCHER = Searcher(sample())


def _facet(facets: list[Facet], field: str) -> dict[str, int]:
    return next(({value.label: value.count for value in facet.values} for facet in facets if facet.field == field), {})


@pytest.mark.parametrize("query", ["", "ukraine ", "during:200X ", "leonid OR war "])
def test_each_count_is_what_a_click_finds(query: str) -> None:
    facets = _SEARCHER.facets(_SEARCHER.search(query).rows)
    assert facets
    for facet in facets:
        assert facet.total == len(facet.values)
        for value in facet.values:
            clicked = with_term(query, _SEARCHER.term(facet.field, value.value))
            assert len(_SEARCHER.search(clicked).rows) == value.count > 0


def test_values_and_their_order() -> None:
    facets = _SEARCHER.facets()
    assert [facet.field for facet in facets] == [
        *("category", "era", "actor", "place", "tag", "source", "status", "during"),
    ]
    assert _facet(facets, "category") == {"Summits": 1, "Law and doctrine": 2, "politics": 2, "war": 1}
    assert list(_facet(facets, "place"))[:1] == ["Ukraine"]
    assert _facet(facets, "source") == {
        "A letter in private hands": 1,
        "https://example.org/charter": 1,
        "The count of votes": 1,
    }
    assert _facet(facets, "status") == {"confirmed": 3, "disputed": 1, "claimed": 1, "planned": 1}
    assert list(_facet(facets, "during").items())[:3] == [("1990s", 2), ("2000s", 3), ("2010s", 1)]


def test_labels_are_in_the_language_asked_for() -> None:
    facets = Searcher(sample(), language="uk").facets()
    assert "Саміти" in _facet(facets, "category")
    assert "Леонід Кучма" in _facet(facets, "era")


def test_many_values_are_cut() -> None:
    actors = next(facet for facet in _SEARCHER.facets(most=2) if facet.field == "actor")
    assert (len(actors.values), actors.total) == (2, 6)


def test_nothing_has_no_facets() -> None:
    assert _SEARCHER.facets([]) == []


def test_spellings_that_fold_to_the_same_are_one_value() -> None:
    events = [Event(id=str(at), date=parse("1997"), title="x", actors=(name, "§")) for at, name in enumerate("äAa")]
    searcher = Searcher(make_timeline(Head(title="x"), events))
    assert _facet(searcher.facets(), "actor") == {"ä": 3}
    assert len(searcher.search("actor:=A ").rows) == 3


def test_a_value_that_others_contain_is_asked_for_as_a_whole() -> None:
    assert _SEARCHER.term("actor", "NATO") == "actor:=NATO"
    assert _SEARCHER.term("actor", "Leonid Kuchma") == 'actor:"Leonid Kuchma"'
    assert _SEARCHER.term("place", "Kiev") == "place:=Kiev"  # Kyiv is its synonym
    assert _SEARCHER.term("place", "Madrid") == "place:Madrid"
    assert _SEARCHER.term("source", "count") == "source:count"
    assert _SEARCHER.term("source", "A letter") == 'source:="A letter"'
    assert _SEARCHER.term("category", "law") == "category:law"


def _over(*dates: str) -> Timeline:
    return make_timeline(HEAD.__class__(title="x"), [Event(id=one, date=parse(one), title="x") for one in dates])


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (("1997", "2003"), {"1990s": 1, "2000s": 1}),
        (("1997/2011", "2003"), {"1990s": 1, "2000s": 2, "2010s": 1}),
        (("-0009", "0001"), None),
        (("1066", "1997"), {"11th century": 1, "20th century": 1}),
        (("../1997", "2003/.."), {"1990s": 1, "2000s": 1}),
        (("Y-138E8", "1997"), {}),
    ],
)
def test_decades_or_longer(dates: tuple[str, ...], labels: dict[str, int] | None) -> None:
    searcher = Searcher(_over(*dates))
    facets = searcher.facets()
    if labels is not None:
        assert _facet(facets, "during") == labels
    for facet in facets:
        for value in facet.values:
            assert len(searcher.search(searcher.term(facet.field, value.value) + " ").rows) == value.count


@pytest.mark.parametrize(
    ("first", "years", "text"),
    [
        (1990, 10, "199X"),
        (0, 10, "000X"),
        (1900, 100, "19XX"),
        (1000, 1000, "1XXX"),
        (-10, 10, "-0010/-0001"),
        (-100, 100, "-0100/-0001"),
        (10_000, 1000, "Y10000/Y10999"),
    ],
)
def test_years_are_written_as_edtf(first: int, years: int, text: str) -> None:
    assert years_text(first, years) == text
    assert parse(text).bounds.start_earliest < parse(text).bounds.end_latest
