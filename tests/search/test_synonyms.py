"""Lists of words that count as one."""

from timeglass.search.synonyms import Synonyms


def test_each_entry_has_the_others() -> None:
    synonyms = Synonyms([["Kyiv", "Kiev", "Київ"], ["NUC", "NATO–Ukraine Commission"]])
    assert synonyms.others(("kiv",)) == [("kiev",)]
    assert synonyms.others(["nuc"]) == [("nato", "ukraine", "commission")]
    assert synonyms.others(("nato", "ukraine", "commission")) == [("nuc",)]
    assert synonyms.others(("nato",)) == []
    assert synonyms.longest == 3


def test_lists_that_share_an_entry_are_one() -> None:
    synonyms = Synonyms([["a", "b"], ["c", "d"], ["b", "c"]])
    assert set(synonyms.others(("a",))) == {("b",), ("c",), ("d",)}
    assert set(synonyms.others(("d",))) == {("a",), ("b",), ("c",)}


def test_entries_without_words_are_passed_over() -> None:
    synonyms = Synonyms([["!", ""], []])
    assert synonyms.others(()) == []
    assert synonyms.longest == 0
