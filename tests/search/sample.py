"""A small timeline in which every field of the query language has something to find."""

from timeglass.chrono.edtf import parse
from timeglass.events.event import (
    Category,
    Era,
    Event,
    Figure,
    Medium,
    Relation,
    RelationType,
    Source,
    SourceRef,
    Status,
)
from timeglass.events.timeline import Head, Timeline, make_timeline

EVENTS = (
    Event(
        id="1991-vote",
        date=parse("1991-12-01"),
        title={"en": "Ukraine votes for independence", "uk": "Україна голосує за незалежність"},
        summary="Over **ninety** per cent, says [the count](https://example.org/secret).",
        categories=("politics",),
        importance=5,
        places=("Kyiv", "Ukraine"),
        actors=("Leonid Kravchuk",),
        tags=("vote",),
        sources=(SourceRef(source="count", locator="Table 3"),),
        figures=(Figure(label="In favour", value=92, unit="%"),),
        aliases=("independence-vote",),
    ),
    Event(
        id="1997-charter",
        date=parse("1997-07-09"),
        title="Charter on a Distinctive Partnership signed",
        summary="It founds the NATO–Ukraine Commission.",
        details="Manfred Wörner did not live to see it.",
        categories=("summit", "law"),
        importance=4,
        places=("Madrid",),
        actors=("NATO", "Leonid Kuchma"),
        tags=("partnership", "founding act"),
        sources=(SourceRef(url="https://example.org/charter"), SourceRef(text="A letter in private hands")),
        media=(Medium(file="a.jpg", caption="The table", credit="Photographer"),),
        related=(Relation(type=RelationType.LEADS_TO, event="2002-plan"),),
    ),
    Event(
        id="2002-plan",
        date=parse("2002-11?"),
        title="NUC adopts the Action Plan",
        categories=("law",),
        importance=3,
        status=Status.PLANNED,
        places=("Prague",),
        actors=("NATO Secretary General",),
    ),
    Event(
        id="2004-protests",
        date=parse("2004-11/2005-01"),
        title="Protests in Kiev",
        categories=("politics",),
        importance=2,
        status=Status.DISPUTED,
        places=("Kiev",),
        actors=("Viktor Yushchenko", "Viktor Yanukovych"),
    ),
    Event(
        id="talks",
        date=parse("200X~"),
        title="Summits and talks",
        status=Status.CLAIMED,
        importance=1,
    ),
    Event(
        id="war",
        date=parse("2014/.."),
        title={"uk": "Війна", "en": "War"},
        categories=("war",),
        importance=5,
        places=("Ukraine",),
    ),
)

HEAD = Head(
    title="A sample",
    categories={
        "summit": Category(id="summit", label={"en": "Summits", "uk": "Саміти"}),
        "law": Category(id="law", label="Law and doctrine"),
        "unused": Category(id="unused", label="Never met"),
    },
    eras=(
        Era(id="kuchma", title={"en": "Leonid Kuchma", "uk": "Леонід Кучма"}, date=parse("1994-07-19/2005-01-23")),
        Era(id="kravchuk", title="Leonid Kravchuk", date=parse("1991-12-05/1994-07-19")),
    ),
    sources={"count": Source(id="count", title="The count of votes", author="A. Teller", publisher="Press")},
    synonyms=[["Kyiv", "Kiev"], ["NUC", "NATO–Ukraine Commission"], ["Kiev", "Old Town"], ["!", "?"]],
)


def sample() -> Timeline:
    """The timeline; its rows are in the order of ``EVENTS``, but for ``talks``, which begins before all of 2002."""
    return make_timeline(HEAD, EVENTS)
