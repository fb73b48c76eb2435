"""Every operator against the plain scan, on random events and random expressions."""

from hypothesis import given, settings
from hypothesis import strategies as st

from search.expressions import CATEGORIES, DATES, TEXTS, WORDS, expressions
from search.oracle import Scan
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
from timeglass.events.timeline import Head, make_timeline
from timeglass.search import Searcher
from timeglass.search.expression import to_text

_TEXT = st.lists(st.sampled_from((*TEXTS, "—", "Summits’")), max_size=4).map(" ".join)
_PEOPLE_TEXT = _TEXT | st.dictionaries(st.sampled_from(("en", "uk", "de")), _TEXT, max_size=2)
_NAMES = st.lists(st.sampled_from((*WORDS, "Kyiv summit", "Great summit")), max_size=3).map(tuple)
_DATES = (*DATES, "1996-05~/1998", "1997?", "1990", "/1997", "[1996,1998]", "-0043", "1997-07-09/..")
_SOURCES = st.sampled_from(
    (
        SourceRef(source="nato"),
        SourceRef(source="gone", locator="p. 3"),
        SourceRef(url="https://example.org/summit"),
        SourceRef(text="A summit of letters"),
    )
)


def _perhaps(value: object) -> st.SearchStrategy[tuple[object, ...]]:
    return st.sampled_from(((), (value,)))


def _events(number: int) -> st.SearchStrategy[Event]:
    return st.builds(
        Event,
        id=st.just(f"Summit-{number}"),
        aliases=st.sampled_from(((), (f"law-{number}", f"wörner{number}"))),
        date=st.sampled_from(_DATES).map(parse),
        title=_PEOPLE_TEXT,
        summary=_PEOPLE_TEXT,
        details=_PEOPLE_TEXT,
        categories=st.lists(st.sampled_from((*CATEGORIES, "Kyiv summit")), max_size=2, unique=True).map(tuple),
        importance=st.integers(1, 5),
        status=st.sampled_from(Status),
        actors=_NAMES,
        places=_NAMES,
        tags=_NAMES,
        figures=_perhaps(Figure(label="§", value=1)),
        sources=st.lists(_SOURCES, max_size=2).map(tuple),
        related=_perhaps(Relation(type=RelationType.SEE_ALSO, event="x")),
        media=_perhaps(Medium(file="x")),
    )


_HEAD = Head(
    title="Random",
    language="en",
    categories={
        "summit": Category(id="summit", label={"en": "Great summit", "uk": "Саміт"}),
        "never": Category(id="never", label="oo"),
    },
    eras=(
        Era(id="nato", title="The Kyiv summit", date=parse("1997/1998-03")),
        Era(id="kyiv", title={"en": "oo", "uk": "nato ukraine"}, date=parse("../1996?")),
    ),
    sources={"nato": Source(id="nato", title="On the summit", author="Wörner", publisher="Kyiv")},
)
_TIMELINES = st.integers(0, 5).flatmap(lambda count: st.tuples(*map(_events, range(count))))


@settings(max_examples=400)
@given(_TIMELINES, expressions)
def test_finds_what_a_scan_finds(events: tuple[Event, ...], expression: object) -> None:
    timeline = make_timeline(_HEAD, events)
    result = Searcher(timeline).search(to_text(expression))  # type: ignore[arg-type]
    assert result.expression == expression
    scan = Scan(timeline.head, events)
    expected = [row for row, event in enumerate(timeline.events) if scan.hit(expression, event)]  # type: ignore[arg-type]
    assert result.rows.tolist() == expected
    sure = [row for row in expected if scan.sure(expression, timeline.events[row])]  # type: ignore[arg-type]
    assert result.certain == len(sure)
