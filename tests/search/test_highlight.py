"""Which stretches of a text are marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.sample import sample
from timeglass.search import Searcher, highlights

_SEARCHER = Searcher(sample())


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("", "nato", []),
        ("nato ", "NATO and nato’s Natolin", ["NATO", "nato"]),
        ("nato", "NATO and Natolin", ["NATO", "Natolin"]),
        ("worner ", "Manfred Wörner", ["Wörner"]),
        ("kiev ", "In Kyiv, Київ and Kiev.", ["Kyiv", "Київ", "Kiev"]),
        ("nuc ", "The NATO–Ukraine Commission’s", ["NATO–Ukraine Commission"]),
        ("nato ukraine commission ", "The NUC", ["NUC"]),
        ('"action plan"', "An action plan is a plan", ["action plan"]),
        ("action plan ", "An action plan is a plan", ["action plan", "plan"]),
        ("-nato plan ", "A NATO plan", ["plan"]),
        ("nato OR plan ", "A NATO plan", ["NATO plan"]),
        ("title:nato category:plan ", "A NATO plan", ["NATO"]),
        ("actor:=nato,§ ", "A NATO plan", ["NATO"]),
        ("during:1997 ", "1997", []),
        ("(nato plan) ", "NATO (plan)", ["NATO", "plan"]),
    ],
)
def test_marks(query: str, text: str, marked: list[str]) -> None:
    found = highlights(text, _SEARCHER.search(query).words)
    assert [text[start:end] for start, end in found] == marked


def test_marks_word_forms() -> None:
    words = _SEARCHER.search("summit ", stemming=True).words
    assert highlights("Summits", words) == [(0, 7)]


@given(st.text("ab -’ö", max_size=20), st.lists(st.sampled_from(["a", "b*", "a b", "ab a*"]), max_size=3))
def test_stretches_ascend_and_do_not_touch(text: str, words: list[str]) -> None:
    stretches = highlights(text, words)
    edges = [edge for stretch in stretches for edge in stretch]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)
