"""The order of names where there are no tables of languages."""

from typing import Final

from timeglass.events.reading_order import reading_key

LATIN: Final = ["Apfel", "Äpfel", "apple", "école", "Zoo"]
CYRILLIC: Final = ["гора", "Ґава", "дім", "Еней", "Єва", "жук", "Іван", "Їжак", "йод", "кава", "уж", "ўран", "фара"]


def test_letters_and_accents_stand_where_people_look_for_them() -> None:
    assert sorted(CYRILLIC[::-2] + LATIN + CYRILLIC[-2::-2], key=reading_key) == LATIN + CYRILLIC


def test_names_of_the_same_letters_have_an_order_too() -> None:
    assert reading_key("Eva") != reading_key("eva")
