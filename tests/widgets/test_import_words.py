"""What importers say of other programs' files is told in the language of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from importers.corpus import corpus_file
from importers.test_manifest import ENTRIES
from timeglass.errors import TimeglassError
from timeglass.formats import load
from timeglass.widgets.file_words import file_fault, refusal
from timeglass.widgets.translation import install
from widgets.test_room_words import literals

CALLS = (("warn", 1), ("error", 1), ("UnreadableError", 0), ("lost", 0))
IN_CORPUS = [path.relative_to(path.parents[1]).as_posix() for path in Path(__file__).parents[1].glob("corpus/*/*.*")]
INNER = {"7", "7: 7", "dates of the Julian calendar 7", "dates in 7 were read as 7: 7"}
"""What is put together from words that other tests hold against the corpus."""


@pytest.fixture
def ukrainian(qapp: QApplication) -> Iterator[None]:
    install(qapp, "uk")
    yield
    install(qapp, "en")


@pytest.mark.usefixtures("ukrainian")
@pytest.mark.parametrize(("call", "place"), CALLS)
def test_every_sentence_is_known(call: str, place: int) -> None:
    said = set(literals("formats/foreign", call, place)) - INNER
    assert said
    assert {text for text in said if file_fault(text) == text} == set()


@pytest.mark.usefixtures("ukrainian")
@pytest.mark.parametrize("name", sorted({*IN_CORPUS, *ENTRIES}))
def test_what_is_said_of_the_corpus_is_known(name: str) -> None:
    path = corpus_file(name)
    try:
        said = [problem.message for problem in load(path).problems]
    except TimeglassError as error:
        told, known = str(error), refusal(str(error), str(path))
    else:
        told, known = "", " "
        assert {text for text in said if file_fault(text) == text} == set()
    assert told != known


@pytest.mark.usefixtures("ukrainian")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dates in 'a' were read as day, month, year: both ways would fit", "підійшло б і так, і так"),
        ("from 2020 to 2019: the end lies before the start", "від 2020 до 2019: кінець передує початку"),
        ("'x' is no end: the end lies before the start", "'x' – це не кінець"),
        ("what is no event was left out: to-dos (1), journal entries (2)", "завдання (1), записи журналу (2)"),
        ("'x' recurs, but no date meets its rule: only its first time is shown", "жодна дата не відповідає правилу"),
        ("'x' is no date: there is no month 13", "місяця 13 немає"),
    ],
)
def test_what_is_put_in_is_told_too(text: str, words: str) -> None:
    assert words in file_fault(text)


def test_english_stays_as_it_is(qapp: QApplication) -> None:
    for text in ("from 1 to 2: x", "what is no event was left out: to-dos (1)", "something else"):
        assert file_fault(text) == text
