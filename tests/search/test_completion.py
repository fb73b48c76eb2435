"""Completion: what is offered where the cursor stands."""

import pytest

from search.sample import sample
from timeglass.search import Searcher
from timeglass.search.facets import FACET_FIELDS

_SEARCHER = Searcher(sample())


def _offered(query: str, cursor: int | None = None) -> list[tuple[str, int]]:
    found = _SEARCHER.complete(query, len(query) if cursor is None else cursor)
    return [(one.text, one.count) for one in found]


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("", []),
        ("nato ", []),
        ('"nato', []),
        ("nato (", []),
        ("cat", [("category:", -1)]),
        ("madr", [("place:Madrid ", 1), ("Madrid ", 1)]),
        ("charter ", []),
        ("category:", [("summit", 1), ("law", 2), ("politics", 2), ("war", 1)]),
        ("category:doc", [("law", 2)]),
        ("category:law,su", [("summit", 1)]),
        ("madrid category:", [("summit", 1), ("law", 1)]),
        ("actor:=na", [("=NATO", 1), ('"NATO Secretary General"', 1)]),
        ('actor:"leonid k', [('"Leonid Kravchuk"', 1), ('"Leonid Kuchma"', 1)]),
        ("-place:m", [("Madrid", 1)]),
        ("era:kuc", [("kuchma", 4)]),
        ("status:p", [("planned", 1)]),
        ("lang:", [("en", 6), ("uk", 2)]),
        ("is:o", [("open", 1)]),
        ("has:m", [("media", 1)]),
        ("madrid importance:>", [(">=1", 1), (">=2", 1), (">=3", 1), (">=4", 1), (">=5", 0)]),
        ("id:199", [("1991-vote", 1), ("1997-charter", 1)]),
        ("title:char", [("Charter", 1)]),
        ("title:on-a", []),
        ("during:", [("199X", 2), ("200X", 3), ("201X", 1)]),
        ("after:", []),
        ("certainly:", [("after:", -1), ("before:", -1), ("during:", -1), ("on:", -1)]),
        ("certainly:d", [("during:", -1)]),
        ("nonsense:x", []),
    ],
)
def test_offers(query: str, offered: list[tuple[str, int]]) -> None:
    assert _offered(query)[: max(len(offered), 1)] == offered


def test_the_rest_of_the_query_counts() -> None:
    query = "pla law "
    found = _SEARCHER.complete(query, 3)
    assert {(one.text, one.start, one.end) for one in found} >= {("place:", 0, 3), ("Plan ", 0, 3)}
    assert _offered("category: madrid ", 9) == [("summit", 1), ("law", 1)]


def test_what_is_inserted_finds_what_was_counted() -> None:
    for query in ("le", "n", "k", "u", "o", *(f"{name}:" for name in FACET_FIELDS), "title:v", "text:o"):
        for one in _SEARCHER.complete(query, len(query)):
            if one.count >= 0:
                text = query[: one.start] + one.text + query[one.end :]
                assert len(_SEARCHER.search(f"{text.rstrip()} ").rows) == one.count, text


def test_selected_rows_count() -> None:
    found = _SEARCHER.complete("is:sel", 6, selected=[0, 1])
    assert [(one.text, one.count) for one in found] == [("selected", 2)]
