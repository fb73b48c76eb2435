"""Did you mean: each suggestion finds something, and says it as the events do."""

import pytest

from search.sample import sample
from timeglass.search import Searcher

_SEARCHER = Searcher(sample())


@pytest.mark.parametrize(
    ("query", "suggestions"),
    [
        ("", []),
        ("nato ", []),
        ("yuschenko ", ["Yushchenko"]),
        ("Kravhcuk", ["Kravchuk"]),
        ("nato dstinctive ", ["nato Distinctive "]),
        ("dstinctive prtnership ", ["Distinctive Partnership "]),
        ('"distinctive partnershp"', ['"Distinctive Partnership"']),
        ("distinctiv-partnershp ", ["Distinctive Partnership "]),
        ("dstinctive -nato ", []),
        ("xyzzyxyzzy ", []),
        ("xyzzyxyzzy-plan ", []),
        ("dstinctive OR madird ", ["Distinctive OR Madrid "]),
        ("category:sumit ", ["category:summit "]),
        ("category:samit ", ["category:summit "]),
        ("category:polítics2 ", ["category:politics "]),
        ("era:kuchna ", ["era:kuchma "]),
        ("status:planed ", ["status:planned "]),
        ("id:1997-chartre ", ["id:1997-charter "]),
        ("actor:yanukovish ", ["actor:Yanukovych "]),
        ("title:nto ", []),
        ("lang:ukk ", []),
        ("tag:partnershp ", ["tag:partnership "]),
        ("actor:xyzzy,zyx ", []),
        ("during:1800 ", []),
    ],
)
def test_suggests(query: str, suggestions: list[str]) -> None:
    assert [text.rstrip() for text in _SEARCHER.suggest(query)] == [text.rstrip() for text in suggestions]
    for text in _SEARCHER.suggest(query):
        assert len(_SEARCHER.search(text).rows) > 0


def test_several_are_offered_nearest_first() -> None:
    assert _SEARCHER.suggest("vote2 ")[:2] == ["votes ", "vote "]
    assert _SEARCHER.did_you_mean("vote2 ") == _SEARCHER.suggest("vote2 ")
