"""Events and their sources as text for the clipboard."""

import json
from typing import Any

import pytest

from builders import a_timeline, an_event
from export.conftest import a_job
from timeglass.events.event import Source, SourceRef
from timeglass.export.cite import FORMS, author_date, notes, plain
from timelines import little


def _cited(*sources: SourceRef | Source, language: str = "en", **more: Any) -> Any:
    """A job of one event with these sources."""
    works = {source.id: source for source in sources if isinstance(source, Source)}
    refs = tuple(SourceRef(source=one.id) if isinstance(one, Source) else one for one in sources)
    return a_job(a_timeline(an_event("1990 - A", sources=refs), sources=works), language=language, **more)


def _book(identifier: str = "b", **more: Any) -> Source:
    return Source(**{"id": identifier, "title": "The book", "author": "A. Author", "date": "1999", **more})


def test_all_that_the_pane_shows_is_in_the_plain_text() -> None:
    text = plain(a_job(little(), [2]))
    for part in (
        "3 March 1992 (1992-03-03)\nThe great meeting\nTalks · Deeds · Disputed",
        "They met in Madrid, see the page",
        "• one\n• two",
        "In favour: 37\N{NO-BREAK SPACE}%",
        "Actors: Ann · Bob",
        "Places: Madrid",
        "Tags: start",
        "Sources:\n1. A. Author, “The book,” Press, 1999, p. 3, https://example.org/b\n2. https://example.org/only",
        "3. A letter",
    ):
        assert part in text
    assert "**" not in text
    assert plain(a_job(little(), [0, 1])).count("———") == 1
    assert plain(a_job(little(), [2], language="uk")).startswith("3 березня 1992 (1992-03-03)\nВелика зустріч\n")


@pytest.mark.parametrize(
    ("source", "note", "reference"),
    [
        (
            _book(publisher="Press", date="1999-05-03", url="https://e.org/b", accessed="2020-01-02"),
            "A. Author, “The book,” Press, 3 May 1999, accessed 2 January 2020, https://e.org/b.",
            "A. Author. 1999. “The book.” Press. 3 May 1999. Accessed 2 January 2020. https://e.org/b.",
        ),
        (_book(author="A; B"), "A and B, “The book,” 1999.", "A and B. 1999. “The book.”"),
        (_book(author="A; B; C"), "A, B, and C, “The book,” 1999.", "A, B, and C. 1999. “The book.”"),
        (_book(author="", publisher="Press"), "Press, “The book,” 1999.", "Press. 1999. “The book.”"),
        (_book(author="", title="Why?", date=""), "“Why?”", "“Why?” n.d."),
        (_book(author="", title="Why?"), "“Why?” 1999.", "“Why?” 1999."),
        (_book(date=""), "A. Author, “The book.”", "A. Author. n.d. “The book.”"),
        (_book(date="-0043"), "A. Author, “The book,” 44 BC.", "A. Author. 44 BC. “The book.”"),
        (_book(date="spring?"), "A. Author, “The book,” spring?.", "A. Author. spring? “The book.”"),
    ],
)  # fmt: skip
def test_works_are_cited_in_two_styles(source: Source, note: str, reference: str) -> None:
    assert notes(_cited(source)) == note
    assert author_date(_cited(source)).split("\n\n")[1] == reference


def test_a_note_holds_all_sources_of_an_event_and_each_event_has_its_own() -> None:
    assert notes(a_job(little(), [0, 2])) == (
        "A. Author, “The book,” Press, 1999, p. 3, https://example.org/b; https://example.org/only; A letter."
    )
    twice = a_timeline(*(an_event(f"199{n} - {n}", sources=(SourceRef(text=f"Letter {n}."),)) for n in (1, 2)))
    assert notes(a_job(twice)) == "Letter 1.\nLetter 2."


def test_works_of_one_author_and_year_get_letters() -> None:
    job = _cited(_book("a", title="One"), _book("b", title="Two"), _book("c", title="Three", date="2000"))
    assert author_date(job).split("\n\n") == [
        "(A. Author 1999a; A. Author 1999b; A. Author 2000)",
        "A. Author. 1999a. “One.”",
        "A. Author. 1999b. “Two.”",
        "A. Author. 2000. “Three.”",
    ]
    undated = _cited(_book("a", title="One", date=""), _book("b", title="Two", date=""))
    assert author_date(undated).startswith("(A. Author n.d.-a; A. Author n.d.-b)")
    many = author_date(_cited(*(_book(f"b{n}", title=f"T{n:02}") for n in range(28))))
    assert "A. Author 1999z; A. Author 1999aa; A. Author 1999ab)" in many


def test_many_authors_are_one_and_others_in_the_text() -> None:
    assert author_date(_cited(_book(author="A; B; C; D"))).startswith("(A et al. 1999)\n\nA, B, C, and D. 1999.")


def test_free_texts_and_addresses_stand_for_themselves() -> None:
    job = _cited(SourceRef(text="A letter.", locator="p. 3"), SourceRef(url="https://e.org/x"), SourceRef())
    assert notes(job) == "A letter, p. 3; https://e.org/x."
    assert author_date(job) == "(A letter, p. 3; https://e.org/x)\n\nA letter.\n\nhttps://e.org/x."


def test_ukrainian_has_its_own_signs_and_words() -> None:
    job = _cited(_book(author="А; Б; В", accessed="2020-01-02", date=""), language="uk")
    assert notes(job) == "А, Б і В, «The book», дата звернення: 2 січня 2020."
    assert author_date(job).split("\n\n")[1] == "А, Б і В. б. д. «The book». Дата звернення: 2 січня 2020."


@pytest.mark.parametrize("form", FORMS)
def test_events_without_sources_have_nothing_to_cite(form: str) -> None:
    copied = FORMS[form](a_job(little(), [0]))
    assert ("Event 0" in copied) if form == "text" else copied.strip() in ("", "[]")


def test_the_bibliographies_are_those_of_the_export() -> None:
    job = a_job(little(), [2])
    assert next(item["title"] for item in json.loads(FORMS["csl-json"](job))) == "The book"
    assert FORMS["bibtex"](job).startswith("@misc{book,")
