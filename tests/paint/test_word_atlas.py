"""Words drawn once and copied are the same as words that are set, and the oldest give way."""

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from pictures import different, picture
from timeglass.paint import word_atlas
from timeglass.paint.fonts import font
from timeglass.paint.word_atlas import SetWords, Word, WordAtlas, Words, words

pytestmark = pytest.mark.usefixtures("qapp")
SOME: Sequence[Word] = [(4.0, 2.0, "Madrid"), (80.0, 2.0, "Київ"), (4.0, 22.0, "a much longer title of an event")]


def shown(by: Words, some: Sequence[Word] = SOME, factor: float = 1.0) -> QImage:
    return picture(lambda painter: by.show(painter, some), 260, 44, factor=factor)


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0, 3.0])
def test_copied_words_look_like_set_ones(factor: float) -> None:
    atlas = WordAtlas(font(), "#000000", factor)
    first = shown(atlas, factor=factor)
    assert first == shown(atlas, factor=factor)
    blank = picture(lambda painter: None, 260, 44, factor=factor)
    ink = different(first, blank, 128)
    assert ink > 300 * factor
    # The two differ by how edges are smoothed, not by where the strokes are.
    assert different(first, shown(SetWords(font(), "#000000"), factor=factor), 160) < ink / 12


def test_a_word_keeps_its_width_and_is_prepared_once() -> None:
    atlas = WordAtlas(font(), "#000000", 1.0)
    before = atlas.width("Madrid")
    assert atlas.lacking(["Madrid", "Oslo", "Madrid"]) == ["Madrid", "Oslo"]
    atlas.add(["Madrid"])
    assert atlas.lacking(["Madrid", "Oslo"]) == ["Oslo"]
    assert atlas.width("Madrid") == before


def test_what_was_not_prepared_is_set() -> None:
    one, other = WordAtlas(font(), "#000000", 1.0), WordAtlas(font(), "#000000", 1.0)
    unprepared = picture(lambda painter: one.draw(painter, SOME), 260, 44)
    assert different(unprepared, shown(other), 160) < 100


def test_the_oldest_page_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_atlas, "_MOST_BYTES", 0)
    monkeypatch.setattr(word_atlas, "_LEAST_PAGES", 2)
    atlas = WordAtlas(font(), "#000000", 1.0, (64, 24))
    many = ["one one", "two two", "six six", "ten ten"]
    atlas.add(many)
    assert atlas.lacking(many) == ["one one", "two two"]
    again = [(2.0, 2.0, "ten ten")]
    assert different(shown(atlas, again), shown(WordAtlas(font(), "#000000", 1.0), again)) == 0
    wide = "too wide for a page by far"
    atlas.add([wide])
    assert atlas.lacking([wide]) == [wide]
    assert different(shown(atlas, [(0.0, 0.0, wide)]), picture(lambda painter: None, 260, 44)) > 100


def test_devices_that_are_no_raster_get_text(qapp: QApplication) -> None:
    assert isinstance(words(font(), "#000000", 1.0, vector=True), SetWords)
    set_words = words(font(), "#000000", 1.0, vector=True)
    set_words.add(["nothing to do"])
    assert set_words.lacking(["Madrid"]) == []
    assert set_words.width("Madrid") > 30.0
