"""Small timelines for tests."""

from timeglass.chrono.edtf import parse
from timeglass.events.event import Category, Event, Figure, Relation, RelationType, Source, SourceRef, Status, View
from timeglass.events.timeline import Head, Timeline, make_timeline


def little(count: int = 12) -> Timeline:
    """``count`` events from 1991 on, two a year, with all that an event may have on the third."""
    head = Head(
        title={"en": "Two towns", "uk": "Два міста"},
        description="How they *met*.",
        license="CC-BY-4.0",
        updated="2026-01-01",
        view=View(range=parse("1990/2000")),
        categories={
            "talk": Category(id="talk", label={"en": "Talks", "uk": "Розмови"}),
            "deed": Category(id="deed", label="Deeds", color="#008800"),
        },
        sources={
            "book": Source(
                id="book",
                title="The book",
                author="A. Author",
                publisher="Press",
                date="1999",
                url="https://example.org/b",
            )
        },
    )
    return make_timeline(head, [_event(number) for number in range(count)])


def _event(number: int) -> Event:
    date = parse(f"{1991 + number // 2}-{'03' if number % 2 == 0 else '09'}-0{1 + number % 9}")
    if number != 2:
        return Event(
            id=f"e{number}", date=date, title=f"Event {number}", categories=("talk" if number % 3 else "deed",),
            actors=("Ann", "Bob")[: number % 3],
        )  # fmt: skip
    return Event(
        id="e2",
        date=date,
        title={"en": "The great meeting", "uk": "Велика зустріч"},
        summary="They met in **Madrid**, see [the page](https://example.org/x), [this](javascript:alert(1)). <b>no</b>",
        details="1. one\n2. two\n\n> said\n\n`code`",
        categories=("talk", "deed"),
        importance=5,
        status=Status.DISPUTED,
        actors=("Ann", "Bob"),
        places=("Madrid",),
        tags=("start",),
        figures=(Figure(label="In favour", value=37, unit="%"), Figure(label="Troops", value=1200)),
        sources=(
            SourceRef(source="book", locator="p. 3"),
            SourceRef(url="https://example.org/only"),
            SourceRef(text="A letter"),
        ),
        related=(Relation(type=RelationType.LEADS_TO, event="e5"), Relation(type=RelationType.SEE_ALSO, event="gone")),
    )
