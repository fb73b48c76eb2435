"""A search of which nobody wants the answer any more ends between two of its steps."""

from collections.abc import Callable
from typing import Final

import pytest

from builders import a_timeline, an_event
from search.sample import sample
from timeglass.search import Searcher
from timeglass.search.giving_up import Check, checked

_SEARCHER: Final = Searcher(sample())
_MANY: Final = Searcher(a_timeline(*(an_event(f"1990 - e{place}") for place in range(5_000))))
CALLS: Final[dict[str, tuple[int, Callable[[Check], object]]]] = {
    "many words": (20, lambda check: _SEARCHER.search(" OR ".join("abcdefghij"), check=check)),
    "a word's spellings": (4, lambda check: _SEARCHER.search("kyiv ", check=check)),
    "an entry of the synonyms": (5, lambda check: _SEARCHER.search("NATO Ukraine Commission ", check=check)),
    "an id": (5, lambda check: _MANY.search("id:nowhere", check=check)),
    "suggestions for a word": (10, lambda check: _SEARCHER.suggest("yuschenko ", check=check)),
    "suggestions for an id": (10, lambda check: _MANY.suggest("id:e1x ", check=check)),
    "completions of a word": (10, lambda check: _SEARCHER.complete("n", 1, check=check)),
    "completions of an id": (3, lambda check: _MANY.complete("id:zz", 5, check=check)),
    "facets": (8, lambda check: _SEARCHER.facets(check=check)),
}


class _EnoughError(Exception):
    pass


def _after(steps: int) -> tuple[list[None], Check]:
    """What it was asked, and a check that gives up at the question after so many."""
    asked: list[None] = []

    def check() -> None:
        if len(asked) == steps:
            raise _EnoughError
        asked.append(None)

    return asked, check


@pytest.mark.parametrize("name", CALLS)
def test_every_kind_of_search_can_be_given_up_at_each_of_its_steps(name: str) -> None:
    least, call = CALLS[name]
    asked, check = _after(-1)
    answer = call(check)
    assert len(asked) >= least
    for steps in range(len(asked)):
        with pytest.raises(_EnoughError):
            call(_after(steps)[1])
    again = call(lambda: None)
    assert repr(again) == repr(answer)


def test_items_come_with_checks_between() -> None:
    asked, check = _after(-1)
    assert list(checked("abcde", check, every=2)) == list("abcde")
    assert len(asked) == 4
