"""Edit distance against its definition."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from timeglass.search.edit_distance import allowed, distances, nearest

_WORD = st.text("abc", max_size=6)


def _defined(one: str, other: str) -> int:
    @cache
    def distance(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        ways = [distance(i - 1, j) + 1, distance(i, j - 1) + 1, distance(i - 1, j - 1) + (one[i - 1] != other[j - 1])]
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            ways.append(distance(i - 2, j - 2) + 1)
        return min(ways)

    return distance(len(one), len(other))


@given(_WORD, st.lists(_WORD, max_size=5))
def test_is_the_restricted_edit_distance(word: str, candidates: list[str]) -> None:
    assert distances(word, candidates).tolist() == [_defined(word, candidate) for candidate in candidates]


def test_longer_words_may_have_more_slips() -> None:
    assert [allowed(word) for word in ("a", "ab", "abcd", "abcde")] == [0, 1, 1, 2]


def test_nearest_come_first() -> None:
    assert nearest("summit", ["summer", "summit", "sumit", "smumit", "x"]) == ["sumit", "smumit", "summer"]
    assert nearest("nato", ["nat", "otan"], most=1) == ["nat"]
    assert nearest("x", ["y", ""]) == []
