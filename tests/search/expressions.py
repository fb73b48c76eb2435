"""Random expressions for tests, in the shape that the parser gives them."""

from hypothesis import strategies as st

from timeglass.chrono.casual import parse_casual
from timeglass.search.expression import (
    Among,
    And,
    Comparison,
    Dated,
    Expression,
    Importance,
    Not,
    Or,
    Phrase,
    Property,
    Relation,
    Value,
    Word,
)
from timeglass.search.fields import PROPERTIES

WORDS = ("nato", "ukraine", "Kyiv", "Kiev", "wörner", "summit", "summits", "NATO–Ukraine", "п'ять", "oo")
TEXTS = (*WORDS, "nato ukraine", "Kyiv summit", 'the "great" summit', "back\\slash oo", "oo, oo (oo)", "=oo", "oo*")
DATES = ("1997", "1997-07", "199X", "1996/1998", "1997-07-09", "1998?", "../1997", "1998/..", "{1996,1998}")
CATEGORIES = ("summit", "law", "war")
NAMES = ("title", "text", "actor", "place", "tag", "category", "source", "era", "status", "id", "lang")

_words = st.builds(Word, st.sampled_from(WORDS), st.booleans())
_phrases = st.builds(Phrase, st.sampled_from(TEXTS))
_values = st.one_of(
    st.builds(Value, st.sampled_from((*TEXTS, *CATEGORIES)), exact=st.booleans()),
    st.builds(Value, st.sampled_from((*WORDS, *CATEGORIES)), prefix=st.just(True)),
)


def _some(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, min_size=1, max_size=3).map(tuple)


_amongs = st.builds(Among, st.sampled_from(NAMES), _some(_values))
_dated = st.builds(
    Dated, st.sampled_from(Relation), _some(st.sampled_from(DATES).map(parse_casual)), certainly=st.booleans()
)
_importance = st.builds(
    Importance, _some(st.builds(Comparison, st.sampled_from(("=", "<", "<=", ">", ">=")), st.integers(1, 5)))
)
_properties = st.sampled_from(("is", "has")).flatmap(
    lambda name: st.builds(Property, st.just(name), _some(st.sampled_from(PROPERTIES[name])))
)
leaves = st.one_of(_words, _phrases, _amongs, _dated, _importance, _properties)


def _joined(kind: type[And] | type[Or], children: list[Expression]) -> Expression:
    flat = [one for child in children for one in (child.children if isinstance(child, kind) else (child,))]
    return kind(tuple(flat))


def _inner(children: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(children, min_size=2, max_size=4)
    return st.one_of(
        st.builds(Not, children),
        several.map(lambda some: _joined(And, some)),
        several.map(lambda some: _joined(Or, some)),
    )


expressions: st.SearchStrategy[Expression] = st.recursive(leaves, _inner, max_leaves=8)
