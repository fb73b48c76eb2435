"""The searcher's face: words, phrases, folding, synonyms, and what cannot be read."""

import pytest

from timeglass.chrono.edtf import parse
from timeglass.events.event import Category, Event
from timeglass.events.timeline import Head, make_timeline
from timeglass.search import Searcher, highlights
from timelines import little

_EVENTS = [
    Event(
        id="nuc",
        date=parse("1997-07-09"),
        title="NATO–Ukraine Commission founded",
        actors=("NATO", "Ukraine"),
        places=("Madrid",),
        categories=("cooperation",),
    ),
    Event(
        id="vote",
        date=parse("2004"),
        title={"en": "Yushchenko elected", "uk": "Обрано Ющенка"},
        summary="Ukraine's day, said Manfred Wörner",
        places=("Kyiv",),
        categories=("summit",),
        importance=5,
    ),
    Event(id="talks", date=parse("2014/2016"), title="Kiev talks, World War II", categories=("cooperation", "summit")),
]
_HEAD = Head(
    title="Three",
    synonyms=[["Kyiv", "Kiev", "Київ"], ["NUC", "NATO–Ukraine Commission"]],
    categories={"cooperation": Category(id="cooperation", label="Working together")},
)
_SEARCHER = Searcher(make_timeline(_HEAD, _EVENTS))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["nuc", "vote", "talks"]),
        ("nato", ["nuc"]),
        ("Worner", ["vote"]),
        ("WÖRNER ukraine", ["vote"]),
        ("Київ", ["vote", "talks"]),
        ("NUC", ["nuc"]),
        ('"nato-ukraine"', ["nuc"]),
        ('"ukraine nato"', []),
        ("-nato", ["vote", "talks"]),
        ("madrid OR talks", ["nuc", "talks"]),
        ("yush", ["vote"]),
        ("yush elected", []),
        ("yush* elected", ["vote"]),
        ("ющенка", ["vote"]),
        ('"war i"', []),
        ("during:1997", ["nuc"]),
        ("during:2015", ["talks"]),
        ("certainly:before:2004-06", ["nuc"]),
        ('category:"working together"', ["nuc", "talks"]),
        ("category:summit importance:>=4", ["vote"]),
        ("is:range", ["talks"]),
        ("lang:uk", ["vote"]),
        ("id:vote", ["vote"]),
    ],
)
def test_finds(query: str, ids: list[str]) -> None:
    result = _SEARCHER.search(query)
    assert [_SEARCHER.timeline.events[row].id for row in result.rows] == ids
    assert not result.error


def test_counts_what_is_certain() -> None:
    result = _SEARCHER.search("before:2004-06")
    assert (len(result.rows), result.certain) == (2, 1)


def test_tells_what_cannot_be_read_and_does_the_rest() -> None:
    result = _SEARCHER.search("foo:bar nato")
    assert list(result.rows) == [0]
    assert result.position == 0
    assert "foo" in result.error


def test_highlights_what_was_found() -> None:
    text = "In Київ the NATO–Ukraine Commission’s seat"
    words = _SEARCHER.search("Kiev NUC").words
    assert [text[start:end] for start, end in highlights(text, words)] == ["Київ", "NATO–Ukraine Commission"]


def test_building_can_be_given_up() -> None:
    searcher = Searcher(little())
    assert not searcher.build(cancelled=lambda: True)
    assert not searcher.ready
    shares: list[float] = []
    assert searcher.build(shares.append)
    assert shares[-1] == 1.0
    assert searcher.ready
