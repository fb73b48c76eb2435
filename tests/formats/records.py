"""Made-up timelines for property tests: any record that the format can hold."""

from hypothesis import strategies as st

from timeglass.chrono.edtf import parse
from timeglass.events.event import (
    Category,
    Era,
    Event,
    Figure,
    Point,
    Relation,
    RelationType,
    Series,
    Source,
    SourceRef,
    Status,
    Track,
    View,
)
from timeglass.events.timeline import Head, Timeline, make_timeline
from timeglass.formats.links import is_risky, is_web_address

CHARACTERS = st.characters(
    codec="utf-8",
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\x7f\ufffe\uffff",
    exclude_categories=("Cc", "Cs"),
)
LINE = st.text(CHARACTERS, min_size=1, max_size=20)
FREE = st.text(CHARACTERS | st.sampled_from("\n\t\"'#:{}[],&*!|>%@`-? \\"), max_size=60)
AWKWARD = st.sampled_from(
    ["no", "~", "null", "1995", "- a", "a: b", "# c", " lead", "trail ", "{", "[x]", "'", '"', "---", "!x", "%", "@",
     "=", "a\n\n  b\n", "\n", "\u2028", "\u0085", "\ufeff", "🙂", "Київ", "<<", "0x1F", "1_000", "12:30:45",
     '{"en": 1}', ";"]
)  # fmt: skip
WORDS = FREE | AWKWARD
SOME = WORDS.filter(bool)
LANGUAGES = st.sampled_from(["en", "uk", "zh-Hans", "pt-BR", "no"])
TEXT = WORDS | st.dictionaries(LANGUAGES, WORDS, min_size=1, max_size=3)
TITLE = SOME | st.dictionaries(LANGUAGES, WORDS, min_size=1, max_size=3)
DATE = st.sampled_from(
    ["1995", "1997-07-09", "-0043-03-15", "1995-22", "199X", "1994~", "2004-04?", "1993/1996", "2023/..", "../1991",
     "[1993..1996]", "Y-138E8", "1997-07-09T10:15:00Z", "/1985", "{1990,1992}"]
).map(parse)  # fmt: skip
NUMBER = st.floats(allow_nan=False, allow_infinity=False, width=64) | st.integers(-(2**60), 2**60).map(float)
COLOR = st.just("") | st.sampled_from(["#0072B2", "#ffffff"])
ADDRESS = st.just("") | st.sampled_from(["https://example.org", "http://example.org/a;b?c=d#e"])
KEYS = st.sampled_from(["a", "b", "1995", "no", "Київ", "a b", "x: y"])


@st.composite
def references(draw: st.DrawFn) -> SourceRef:
    """A reference of any kind that is left as it is when it is read."""
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return SourceRef(source="a", locator=draw(WORDS))
    if kind == 1:
        return SourceRef(url=draw(ADDRESS.filter(bool)), text=draw(WORDS))
    text = draw(SOME)
    return SourceRef(text=text, locator=draw(WORDS) if kind == 3 or is_web_address(text) or is_risky(text) else "")


@st.composite
def events(draw: st.DrawFn, number: int) -> Event:
    """An event; its id is its number."""
    return Event(
        id=f"e{number}",
        date=draw(DATE),
        title=draw(TITLE),
        summary=draw(TEXT),
        details=draw(TEXT),
        categories=tuple(draw(st.lists(KEYS, max_size=2, unique=True))),
        importance=draw(st.integers(1, 5)),
        status=draw(st.sampled_from(Status)),
        actors=tuple(draw(st.lists(WORDS, max_size=2))),
        places=tuple(draw(st.lists(WORDS, max_size=2))),
        tags=tuple(draw(st.lists(WORDS, max_size=2))),
        figures=tuple(draw(st.lists(st.builds(Figure, label=TITLE, value=NUMBER, unit=WORDS), max_size=2))),
        sources=tuple(draw(st.lists(references(), max_size=3))),
        related=tuple(
            draw(st.lists(st.builds(Relation, type=st.just(RelationType.SEE_ALSO), event=st.just("f")), max_size=1))
        ),
        aliases=tuple(draw(st.lists(st.just(f"alias {number}"), max_size=1))),
    )


POINT = st.builds(
    Point, date=DATE, value=st.none() | NUMBER, low=st.none() | NUMBER, high=st.none() | NUMBER,
    source=st.sampled_from(["", "a"]), note=TEXT, pollster=WORDS,
)  # fmt: skip


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A whole timeline. Its categories are declared, as they are when it is read from a file."""
    head = Head(
        title=draw(TITLE),
        description=draw(TEXT),
        language=draw(LANGUAGES),
        license=draw(WORDS),
        updated=draw(st.sampled_from(["", "2026-11-23"])),
        view=View(range=draw(st.none() | DATE)),
        categories={
            key: Category(id=key, label=draw(TEXT), color=draw(COLOR))
            for key in ["a", "b", "1995", "no", "Київ", "a b", "x: y"]
        },
        tracks={"t": Track(id="t", label=draw(TEXT), style=draw(st.sampled_from(["periods", "states"])))},
        eras=tuple(
            Era(
                id=f"era {number}", title=draw(TITLE), date=draw(DATE), track=draw(st.sampled_from(["", "t"])),
                summary=draw(TEXT), color=draw(COLOR), sources=tuple(draw(st.lists(references(), max_size=2))),
            )
            for number in range(draw(st.integers(0, 2)))
        ),
        sources={
            "a": Source(
                id="a", title=draw(SOME), author=draw(WORDS), publisher=draw(WORDS), date="1999", url=draw(ADDRESS),
                accessed="2026-01-05", kind=draw(WORDS),
            )
        },
        synonyms=tuple(tuple(group) for group in draw(st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=2))),
        series=tuple(
            Series(
                id=f"series {number}", title=draw(TITLE), unit=draw(WORDS), description=draw(TEXT), group=draw(WORDS),
                style=draw(st.sampled_from(["line", "step"])),
                points=tuple(sorted(draw(st.lists(POINT, max_size=3)), key=lambda point: point.date.bounds)),
            )
            for number in range(draw(st.integers(0, 2)))
        ),
    )  # fmt: skip
    count = draw(st.integers(1, 4))
    return make_timeline(head, [*(draw(events(number)) for number in range(count)), final()])


def final() -> Event:
    """An event that others refer to."""
    return Event(id="f", date=parse("2000"), title="F")
