"""The index against a plain scan."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeglass.search.batch import spread
from timeglass.search.fold import words
from timeglass.search.index import Index
from timeglass.search.index_builder import IndexBuilder, sort_words

_PIECES = ["a", "ab", "b", "ba", "c.", "B-a", "\0", "\x01", "—", "c's"]
_TEXT = st.lists(st.sampled_from(_PIECES), max_size=6).map(" ".join)
_ROWS = st.lists(st.lists(st.lists(_TEXT, max_size=2), min_size=2, max_size=2), max_size=6)
_PHRASE = st.lists(st.sampled_from(["a", "ab", "b", "c", "zz"]), min_size=1, max_size=3)


def _built(rows: list[list[list[str]]], step: int, names: bool = False) -> Index:
    builder = IndexBuilder()
    for first in range(0, len(rows), step):
        for field in range(2):
            builder.add(field, spread([row[field] for row in rows[first : first + step]], first), names=names)
    return builder.finish(len(rows))


def _stands(phrase: list[str], prefix: bool, text: str, whole: bool = False) -> bool:
    found = words(text)
    for at in range(len(found) - len(phrase) + 1):
        part = list(found[at : at + len(phrase)])
        if part == phrase or (prefix and part[:-1] == phrase[:-1] and part[-1].startswith(phrase[-1])):
            return not whole or len(found) == len(phrase)
    return False


@given(_ROWS, _PHRASE, st.booleans(), st.sampled_from([(), (0,), (1,), (0, 1)]), st.integers(1, 3), st.booleans())
def test_finds_what_a_scan_finds(
    rows: list[list[list[str]]], phrase: list[str], prefix: bool, fields: tuple[int, ...], step: int, names: bool
) -> None:
    index = _built(rows, step, names)
    looked_in = [[text for field in fields or (0, 1) for text in row[field]] for row in rows]
    expected = [any(_stands(phrase, prefix, text) for text in texts) for texts in looked_in]
    assert index.find(phrase, prefix, fields).tolist() == expected
    whole = [any(_stands(phrase, False, text, whole=True) for text in texts) for texts in looked_in]
    assert index.find_whole(phrase, fields).tolist() == whole


def test_the_vocabulary_is_sorted_and_counted() -> None:
    index = _built([[["b a ba"], ["a"]]], 1)
    assert list(index.vocabulary) == ["a", "b", "ba"]
    assert index.frequency(*index.word_range("a")) == 2
    assert index.word_range("b", prefix=True) == (1, 3)
    assert index.word_range("zz") == (3, 3)


def test_nothing_is_found_nowhere() -> None:
    index = _built([[["a"], ["b"]]], 1)
    assert not index.find(()).any()
    assert not index.find_whole(()).any()
    assert not index.find_any([]).any()
    assert index.find_any([0, 1]).tolist() == [True]


@given(st.lists(st.text("abcä", max_size=4)))
def test_words_are_sorted_as_python_sorts(found: list[str]) -> None:
    assert sort_words(found) == sorted(found)


def test_an_empty_index_can_be_asked() -> None:
    index = IndexBuilder().finish(0)
    assert index.find(["a"], prefix=True).tolist() == []
    assert index.stream.dtype == np.int32
