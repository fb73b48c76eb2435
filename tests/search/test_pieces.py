"""Numbers for words, by the hashes of what stands between blanks: the same as word by word."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeglass.search import pieces
from timeglass.search.fold import words
from timeglass.search.index_builder import words_of
from timeglass.search.pieces import Pieces

_TEXTS = st.text(st.sampled_from("abcyЇї'’- \n\t\u00a0.,(09漢\0é\ud800"), max_size=60)


def _table() -> Pieces:
    return Pieces(words_of, {"\0": (-1,)})


def _words(table: Pieces, text: str) -> list[str]:
    """The words of a text by way of their numbers."""
    found = table.stream(text.encode("utf-8", "surrogatepass"))
    named = {number: word for word, number in table.numbers.items()} | {-1: "\0"}
    return [named[number] for number in found.tolist()]


def _one_by_one(text: str) -> list[str]:
    pieces_of_text = text.encode("utf-8", "surrogatepass").split()
    decoded = [piece.decode("utf-8", "surrogatepass") for piece in pieces_of_text]
    return [word for piece in decoded for word in (["\0"] if piece == "\0" else words(piece))]


@settings(deadline=None)
@given(st.lists(_TEXTS, max_size=8))
def test_the_words_are_those_of_each_piece(texts: list[str]) -> None:
    table = _table()
    for text in texts:
        assert _words(table, text) == _one_by_one(text)


@given(st.lists(_TEXTS, max_size=8))
def test_pieces_that_meet_in_one_slot_are_told_apart(texts: list[str]) -> None:
    before, pieces._SPREAD = pieces._SPREAD, np.uint64(0)  # type: ignore[misc]
    try:
        table = _table()
        for text in texts:
            assert _words(table, text) == _one_by_one(text)
    finally:
        pieces._SPREAD = before  # type: ignore[misc]


def test_many_pieces_are_known_again() -> None:
    table = _table()
    text = " ".join(f"w{number} x-{number}" for number in range(20_000))
    expected = _one_by_one(text)
    assert _words(table, text) == expected
    count = len(table.numbers)
    assert _words(table, text) == expected
    assert len(table.numbers) == count


@pytest.mark.parametrize("blank", [" ", "\n", "\f"])
def test_texts_longer_than_what_is_hashed_together(blank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "AT_ONCE", 100)
    long = "абв" * 70
    for text in (
        blank.join(["word", "wörd-ẃord"] * 40),
        blank.join(["a", long, "b", long]),
        long + blank,
        long,
        blank * 300,
    ):
        assert _words(_table(), text) == _one_by_one(text)


def test_long_pieces_are_kept_by_their_letters() -> None:
    """Two texts after Thue and Morse, which every such hash takes for the same."""
    letters = "a"
    while len(letters) < 2_048:
        letters += letters.translate(str.maketrans("ab", "ba"))
    other = letters.translate(str.maketrans("ab", "ba"))
    table = _table()
    assert _words(table, f"{letters} {other} {letters}") == [letters, other, letters]
    assert len(table.numbers) == 2
