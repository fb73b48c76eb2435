"""Tables: what queries find in the sample."""

import pytest

from search.sample import sample
from timeglass.search import Searcher

_SEARCHER = Searcher(sample())
_VOTE, _CHARTER, _PLAN, _PROTESTS, _TALKS, _WAR = "vote", "charter", "plan", "protests", "talks", "war"
_ALL = [_VOTE, _CHARTER, _TALKS, _PLAN, _PROTESTS, _WAR]


def found(query: str, **how: object) -> list[str]:
    """The last words of the ids that a query finds, in time order."""
    rows = _SEARCHER.search(query, **how).rows  # type: ignore[arg-type]
    return [_SEARCHER.timeline.events[row].id.rpartition("-")[2] for row in rows]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        # words
        ("", _ALL),
        ("   ", _ALL),
        ("ukraine ", [_VOTE, _CHARTER, _WAR]),
        ("ukraine commission", [_CHARTER]),
        ("ukr", [_VOTE, _CHARTER, _WAR]),
        ("ukr ", []),
        ("ukr* votes", [_VOTE]),
        ("(vot)", [_VOTE]),
        ("україна ", [_VOTE]),
        ("worner", [_CHARTER]),
        ("teller", [_VOTE]),
        ("table", [_VOTE, _CHARTER]),
        ("photographer", [_CHARTER]),
        ("favour", [_VOTE]),
        ("secret ", []),
        ("letter private", [_CHARTER]),
        ("— vote", [_VOTE]),
        # phrases
        ('"distinctive partnership"', [_CHARTER]),
        ('"partnership distinctive"', []),
        ("“action plan”", [_PLAN]),
        ('"action pl"', []),
        ('"leonid kravchuk nato"', []),
        ("action-plan", [_PLAN]),
        # synonyms
        ("kiev ", [_VOTE, _PROTESTS]),
        ('"kiev"', [_PROTESTS]),
        ('"old town"', []),
        ("old-town ", [_VOTE, _PROTESTS]),
        ("nuc ", [_CHARTER, _PLAN]),
        ("nato ukraine commission ", [_CHARTER, _PLAN]),
        ("adopts nato ukraine commission ", [_PLAN]),
        ("nato ukraine commission adopts ", [_PLAN]),
        ("place:kiev ", [_VOTE, _PROTESTS]),
        # connectives
        ("-ukraine ", [_TALKS, _PLAN, _PROTESTS]),
        ("NOT ukraine ", [_TALKS, _PLAN, _PROTESTS]),
        ("kiev OR madrid ", [_VOTE, _CHARTER, _PROTESTS]),
        ("kiev | madrid ", [_VOTE, _CHARTER, _PROTESTS]),
        ("law nato OR protests ", [_CHARTER, _PLAN, _PROTESTS]),
        ("law AND (nato OR protests) ", [_CHARTER, _PLAN]),
        ("-(kiev OR madrid) ", [_TALKS, _PLAN, _WAR]),
        ("--war ", [_WAR]),
        # fields of words
        ("title:nuc ", [_PLAN]),
        ("title:commission ", []),
        ("text:commission ", [_CHARTER]),
        ("title:=war ", [_WAR]),
        ("title:=summits ", []),
        ("Title:War,votes ", [_VOTE, _WAR]),
        ("actor:nato ", [_CHARTER, _PLAN]),
        ("actor:=nato ", [_CHARTER]),
        ('actor:"secretary general"', [_PLAN]),
        ("actor:leonid", [_VOTE, _CHARTER]),
        ("actor:viktor -actor:yanukovich ", []),
        ("place:ukraine ", [_VOTE, _WAR]),
        # fields of names
        ("category:law ", [_CHARTER, _PLAN]),
        ("category:law,war ", [_CHARTER, _PLAN, _WAR]),
        ('category:"law and doctrine"', [_CHARTER, _PLAN]),
        ("category:doctrine ", [_CHARTER, _PLAN]),
        ("category:doc", [_CHARTER, _PLAN]),
        ("category:саміти ", [_CHARTER]),
        ("category:unused ", []),
        ("category:=doctrine ", []),
        ("tag:founding ", [_CHARTER]),
        ('tag:"founding act"', [_CHARTER]),
        ("tag:partnership ", [_CHARTER]),
        ("source:count ", [_VOTE]),
        ("source:teller ", [_VOTE]),
        ("source:example.org ", [_CHARTER]),
        ("source:=https://example.org/charter ", [_CHARTER]),
        ("era:kuchma ", [_CHARTER, _TALKS, _PLAN, _PROTESTS]),
        ("era:leonid ", [_CHARTER, _TALKS, _PLAN, _PROTESTS]),
        ("era:leo", [_CHARTER, _TALKS, _PLAN, _PROTESTS]),
        ("era:=leonid ", []),
        ("era:nobody ", []),
        ("status:disputed ", [_PROTESTS]),
        ("status:planned,claimed ", [_TALKS, _PLAN]),
        ("status:confirmed ", [_VOTE, _CHARTER, _WAR]),
        ("status:conf", [_VOTE, _CHARTER, _WAR]),
        ("status:conf ", []),
        ("id:1997-charter", [_CHARTER]),
        ("id:1997-CHARTER ", [_CHARTER]),
        ("id:independence-vote ", [_VOTE]),
        ("id:199", [_VOTE, _CHARTER]),
        ("id:=1997 ", []),
        ("id:nothing", []),
        ("lang:uk ", [_VOTE, _WAR]),
        ("lang:en ", _ALL),
        ("lang:de ", []),
        # dates
        ("after:2004 ", [_TALKS, _WAR]),
        ("before:1997-07-09 ", [_VOTE]),
        ("during:1997 ", [_CHARTER]),
        ("during:2004-12 ", [_TALKS, _PROTESTS]),
        ("during:2020 ", [_WAR]),
        ("on:1997-07-09 ", [_CHARTER]),
        ("on:2004-12 ", [_TALKS]),
        ("during:1991,1997 ", [_VOTE, _CHARTER]),
        ("during:1991/1997 ", [_VOTE, _CHARTER]),
        ('during:"July 1997"', [_CHARTER]),
        ("certainly:during:1997 ", [_CHARTER]),
        ("certainly:during:200X ", [_PROTESTS]),
        ("after:1997 before:2010 ", [_TALKS, _PLAN, _PROTESTS]),
        ("-during:2000/2010 ", [_VOTE, _CHARTER, _WAR]),
        # importance, is, has
        ("importance:5 ", [_VOTE, _WAR]),
        ("importance:=5 ", [_VOTE, _WAR]),
        ("importance:>=4 ", [_VOTE, _CHARTER, _WAR]),
        ("importance:>4 ", [_VOTE, _WAR]),
        ("importance:<2 ", [_TALKS]),
        ("importance:<=2,5 ", [_VOTE, _TALKS, _PROTESTS, _WAR]),
        ("is:range ", [_PROTESTS, _WAR]),
        ("is:instant ", [_VOTE, _CHARTER, _TALKS, _PLAN]),
        ("is:uncertain ", [_PLAN]),
        ("is:approximate ", [_TALKS]),
        ("is:uncertain,approximate ", [_TALKS, _PLAN]),
        ("is:open ", [_WAR]),
        ("is:sourced ", [_VOTE, _CHARTER]),
        ("IS:Sourced ", [_VOTE, _CHARTER]),
        ("is:selected ", []),
        ("has:media ", [_CHARTER]),
        ("has:figures ", [_VOTE]),
        ("has:related ", [_CHARTER]),
        ("has:summary ", [_VOTE, _CHARTER]),
        ("has:details ", [_CHARTER]),
        ("has:tags,actors ", [_VOTE, _CHARTER, _PLAN, _PROTESTS]),
        ("-has:places ", [_TALKS]),
    ],
)
def test_finds(query: str, ids: list[str]) -> None:
    assert found(query) == ids
    assert not _SEARCHER.search(query).error


def test_the_selected_are_handed_in() -> None:
    assert found("is:selected -war", selected=[0, 5]) == [_VOTE]


def test_without_typing_the_last_word_is_whole() -> None:
    assert found("ukr", typing=False) == []
    assert found("ukraine", typing=False) == [_VOTE, _CHARTER, _WAR]


def test_word_forms_are_a_switch() -> None:
    assert found("summit ") == [_CHARTER]
    assert found("summit ", stemming=True) == [_CHARTER, _TALKS]
    assert found("title:summit ", stemming=True) == [_TALKS]
    assert found("Україною ", stemming=True) == [_VOTE, _CHARTER, _WAR]
    assert found("Війни ", stemming=True) == [_WAR]


@pytest.mark.parametrize(
    ("query", "hits", "certain"),
    [
        ("", 6, 6),
        ("ukraine ", 3, 3),
        ("during:200X ", 3, 1),
        ("-during:200X ", 3, 3),
        ("-(-during:200X) ", 3, 1),
        ("after:2001 ", 4, 2),
        ("during:200X ukraine ", 0, 0),
        ("during:200X OR ukraine ", 6, 4),
        ("certainly:during:200X ", 1, 1),
        ("-certainly:during:200X ", 5, 5),
        ("-(-ukraine during:2003) ", 5, 5),
    ],
)
def test_counts_how_many_are_certain(query: str, hits: int, certain: int) -> None:
    result = _SEARCHER.search(query)
    assert (len(result.rows), result.certain) == (hits, certain)


def test_rows_ascend_and_are_small() -> None:
    result = _SEARCHER.search("ukraine OR kiev")
    assert result.rows.dtype.name == "int32"
    assert sorted(result.rows) == list(result.rows)


def test_an_empty_timeline_has_nothing_to_find() -> None:
    from timeglass.events.timeline import Head, make_timeline

    searcher = Searcher(make_timeline(Head(title="Empty"), []))
    assert len(searcher.search("nato during:1997 -a OR b").rows) == 0
    assert searcher.suggest("nato") == []
    assert searcher.facets() == []
