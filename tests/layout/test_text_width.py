"""Widths of labels, and what is left of them where room is short."""

from hypothesis import given
from hypothesis import strategies as st

from timeglass.layout import text_width
from timeglass.layout.text_width import ELLIPSIS, TextWidth

SEVEN = TextWidth(lambda character: 7.0)


@given(st.text(max_size=40))
def test_a_width_is_the_sum_of_advances(text: str) -> None:
    measure = TextWidth(lambda character: float(ord(character) % 10))
    assert measure.width(text) == sum(ord(character) % 10 for character in text)


@given(st.text("ab .,–-й", max_size=40), st.floats(-50.0, 400.0))
def test_what_fits_keeps_within_the_room(text: str, room: float) -> None:
    shown, width = SEVEN.fit(text, room)
    assert width == SEVEN.width(shown)
    if shown != text:
        assert shown == "" or (shown.endswith(ELLIPSIS) and text.startswith(shown[:-1]) and len(shown) >= 4)
        assert width <= max(room, 0.0)
        assert SEVEN.width(text) > room


def test_a_text_with_room_is_whole() -> None:
    assert SEVEN.fit("Madrid", 42.0) == ("Madrid", 42.0)
    assert SEVEN.fit("", -1.0) == ("", 0.0)


def test_nothing_dangles_before_the_ellipsis() -> None:
    assert SEVEN.fit("Paris, Madrid", 49.0) == ("Paris…", 42.0)


def test_less_than_three_letters_say_nothing() -> None:
    assert SEVEN.fit("Madrid", 27.0) == ("", 0.0)
    assert SEVEN.fit("Madrid", 28.0) == ("Mad…", 28.0)


def test_a_character_is_measured_once() -> None:
    asked = []

    def advance(character: str) -> float:
        asked.append(character)
        return 1.0

    measure = TextWidth(advance)
    assert measure.width("abab") == 4.0
    assert measure.width("ba") == 2.0
    assert sorted(asked) == ["a", "b", ELLIPSIS]


def test_a_full_table_starts_anew(monkeypatch: object) -> None:
    measure = TextWidth(lambda character: 2.0)
    most = text_width._MOST
    for number in range(most + 5):
        measure.width(str(number))
    assert measure.width("12") == 4.0
