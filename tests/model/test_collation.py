"""Texts in the order of a language."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from timeglass.model import collation
from timeglass.model.collation import order_of, sort_key

ORDERED: Final = {
    "uk": "Апостол гора Ґава ґанок дім Еней Єва єнот жук зима Іван ізба їжа Їжак йод кава щука юрта яблуко Ямка",
    "de": "Apfel Äpfel Arm ofen offen öffnen Öl Strasse Straße Übung Uhr Zahl",
    "fr": "cote coté côte côté Éclair école Ecosse été etude œuvre zèle",
    "sv": "Apfel zoo Ärt ö",
}


def _ordered(texts: list[str], language: str) -> list[str]:
    order = order_of(texts, language)
    assert order is not None
    return [texts[place] for place in order.tolist()]


@pytest.mark.parametrize("language", ORDERED)
def test_words_stand_where_people_look_for_them(language: str) -> None:
    words = ORDERED[language].split()
    assert _ordered(words[::-1], language) == words
    assert sorted(words, key=sort_key(language)) == words


def test_numbers_count_by_their_value() -> None:
    titles = ["2 Brigade", "10 Brigade", "Summit 9", "Summit 10", "Summit 100"]
    assert _ordered(titles[::-1], "en") == titles


def test_letters_are_those_of_the_language_asked_for() -> None:
    words = ["Zebra", "Ödla"]
    assert _ordered(words, "sv") == ["Zebra", "Ödla"]
    assert _ordered(words, "de") == ["Ödla", "Zebra"]


def test_without_a_language_the_order_is_the_window_s() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("sv"))
        assert sorted(["Ödla", "Zebra"], key=sort_key()) == ["Zebra", "Ödla"]
        QLocale.setDefault(QLocale("en"))
        assert sorted(["Ödla", "Zebra"], key=sort_key()) == ["Ödla", "Zebra"]
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("language", ["tlh", "no such thing", "C"])
def test_a_language_that_qt_does_not_know_has_accents_in_their_place_all_the_same(language: str) -> None:
    assert _ordered(["zoo", "éclair", "Eclair", "apple"], language) == ["apple", "Eclair", "éclair", "zoo"]


@given(
    st.lists(st.text(st.sampled_from("ab \0яЇі12-\u00ad\u0301É"), max_size=8), max_size=60),
    st.sampled_from([1, 3, 2_000]),
)
def test_lots_come_together_as_one_sort_orders_them(texts: list[str], lot: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(collation, "_LOT", lot)
        order = order_of(texts, "uk")
    assert order is not None
    key = sort_key("uk")
    assert order.tolist() == sorted(range(len(texts)), key=lambda place: key(texts[place]))


def test_it_tells_how_far_it_is_and_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collation, "_LOT", 4)
    texts = [str(number) for number in range(20)]
    told: list[float] = []
    questions = 0

    def at(question: int) -> bool:
        nonlocal questions
        questions += 1
        return questions == question

    assert order_of(texts, "en", told.append) is not None
    assert told == sorted(told)
    assert told[-1] == 1
    for question in (1, 6, 12):
        questions = 0
        assert order_of(texts, "en", cancelled=lambda question=question: at(question)) is None
