"""Folding: which spellings are one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeglass.search.fold import Token, fold, fold_word, tokens, words

_LETTERS = "abciklmovxyzABYIжзгийіїєюяьщ'éößłø1"


@pytest.mark.parametrize(
    "spellings",
    [
        ("Wörner", "worner", "WORNER", "Wo\u0308rner"),
        ("Zelenskyy", "Zelensky", "Zelenskyi", "Zelenskii", "Зеленський"),
        ("Yanukovych", "Yanukovich", "Янукович", "ЯНУКОВИЧ"),
        ("Yatsenyuk", "Yatseniuk", "Яценюк"),
        ("Kyiv", "Київ", "KYIV"),
        ("п'ять", "п’ять", "пʼять", "пять"),
        ("Згурський", "Zghurskyi"),
        ("Ukraine's", "Ukraine’s", "Ukraine"),
        ("O'Brien", "OBrien", "o’brien"),
        ("NATO–Ukraine", "NATO-Ukraine", "NATO — Ukraine", "nato/ukraine"),
        ("Straße", "strasse", "STRASSE"),
        ("co\u00adoperation", "cooperation"),
        ("Łódź", "lodz"),
        ("Horbachov", "Horbachov’s"),
        ("Ёлка", "elka"),
        ("Їжак", "Yizhak"),
        ("[NATO](https://example.org/kyiv)", "NATO"),
    ],
)
def test_are_the_same(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Minsk I", "Minsk II"), ("Kyiv", "Kiev"), ("year", "iear"), ("VII", "VI")])
def test_are_not_the_same(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ()),
        ("— & ’ ь", ()),
        ("World War II", ("world", "war", "ii")),
        ("1,000 F-16s", ("1", "000", "f", "16s")),
        ("北京 news", ("北", "京", "news")),
        ("snake_case", ("snake", "case")),
        ("½", ("12",)),
    ],
)
def test_words_of_a_text(text: str, folded: tuple[str, ...]) -> None:
    assert words(text) == folded


def test_tokens_know_their_places() -> None:
    text = "See [Ukraine’s law](https://e.org/x) of Київ."
    assert [text[token.start : token.end] for token in tokens(text)] == ["See", "Ukraine", "law", "of", "Київ"]
    assert next(tokens("Ö!")) == Token("o", 0, 1)


@given(st.text(_LETTERS, max_size=12), st.integers(0, 12))
def test_a_beginning_folds_to_a_beginning(word: str, length: int) -> None:
    assert fold_word(word).startswith(fold_word(word[:length]))


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(max_size=10), max_size=6))
def test_words_never_reach_across_blanks(pieces: list[str]) -> None:
    apart = tuple(word for piece in pieces for word in words(piece))
    assert words(" ".join(pieces)) == apart
