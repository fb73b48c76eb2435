"""Word forms that meet, and words that stay apart."""

import pytest

from timeglass.search.fold import fold_word
from timeglass.search.stems import Stems, english_stem, ukrainian_stem


@pytest.mark.parametrize(
    "forms",
    [
        ("summit", "summits"),
        ("party", "parties"),
        ("study", "studied", "studies"),
        ("found", "founded", "founding"),
        ("cooperate", "cooperates", "cooperated", "cooperating"),
        ("stop", "stopped", "stopping"),
        ("pass", "passed", "passing"),
        ("missile", "missiles"),
    ],
)
def test_english_forms_meet(forms: tuple[str, ...]) -> None:
    assert len({english_stem(fold_word(form)) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("member", "membership"), ("congress", "congre"), ("red", "r"), ("king", "k"), ("status", "statu"), ("as", "a")],
)
def test_other_english_words_stay_apart(one: str, other: str) -> None:
    assert english_stem(one) != english_stem(other)


@pytest.mark.parametrize(
    "forms",
    [
        ("Україна", "України", "Україні", "Україну", "Україною"),
        ("Ющенко", "Ющенка", "Ющенку", "Ющенком", "Ющенкові"),
        ("членство", "членства", "членством"),
        ("Верховна", "Верховної", "Верховну"),
        ("саміт", "саміту", "саміти", "самітів", "самітах"),
    ],
)
def test_ukrainian_forms_meet(forms: tuple[str, ...]) -> None:
    assert len({ukrainian_stem(fold_word(form)) for form in forms}) == 1


def test_short_words_keep_their_endings() -> None:
    assert ukrainian_stem("tse") == "tse"


def test_forms_are_those_of_the_vocabulary() -> None:
    stems = Stems(["samit", "samitu", "summit", "summits", "war"])
    assert list(stems.forms("summits", "summits")) == ["summit", "summits"]
    assert list(stems.forms("саміти", "samiti")) == ["samit", "samitu"]
    assert list(stems.forms("peace", "peace")) == []
    assert list(stems.forms("мир", "mir")) == []
