"""Clicks change the text of a query, and the text alone says what is chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.expressions import expressions
from timeglass.search.edit_query import (
    excludes_term,
    excluding,
    has_term,
    term,
    toggled,
    with_term,
    without_part,
    without_term,
)
from timeglass.search.expression import And, Expression, Not, to_text
from timeglass.search.parser import parse


@pytest.mark.parametrize(
    ("field", "value", "exact", "text"),
    [
        ("category", "summit", False, "category:summit"),
        ("actor", "Leonid Kuchma", False, 'actor:"Leonid Kuchma"'),
        ("actor", "NATO", True, "actor:=NATO"),
        ("actor", 'The "Bear", Ltd', True, 'actor:="The \\"Bear\\", Ltd"'),
        ("tag", "=x", False, 'tag:"=x"'),
        ("tag", "x*", False, 'tag:"x*"'),
        ("during", "199X", False, "during:199X"),
    ],
)
def test_terms_are_quoted_where_they_must_be(field: str, value: str, exact: bool, text: str) -> None:
    assert term(field, value, exact) == text


@pytest.mark.parametrize(
    ("query", "wanted", "expected"),
    [
        ("", "tag:a", "tag:a "),
        ("summi", "tag:a", "tag:a summi"),
        ("tag:a summi", "tag:a", "tag:a summi"),
        ("x OR y", "tag:a", "tag:a (x OR y)"),
        ("-tag:a x", "tag:a", "tag:a x"),
        ("(x", "tag:a", "tag:a (x"),
        ("x) y OR z", "tag:a", "tag:a x (y OR z*) "),
        ("tag:b", "tag:a", "tag:a tag:b"),
        ("tag:a,b x", "tag:a", "tag:a,b x"),
    ],
)
def test_a_term_is_put_first(query: str, wanted: str, expected: str) -> None:
    assert parse(with_term(query, wanted)).expression == parse(expected).expression
    if "(" not in query and ")" not in query:
        assert with_term(query, wanted) == expected


@pytest.mark.parametrize(
    ("query", "unwanted", "expected"),
    [
        ("tag:a", "tag:a", ""),
        ("x tag:a y", "tag:a", "x y"),
        ("x -tag:a y", "tag:a", "x y"),
        ("x tag:a,b y", "tag:a", "x tag:b y"),
        ("x tag:a,b,c y", "tag:b", "x tag:a,c y"),
        ("x (tag:a) y", "tag:a", "x y"),
        ("x tag:ab y", "tag:a", "x tag:ab y"),
        ("x OR tag:a", "tag:a", "x OR tag:a"),
        ("tag:a x tag:a", "tag:a", "x"),
        ("during:199X x", "during:199X", "x"),
    ],
)
def test_a_term_is_taken_away(query: str, unwanted: str, expected: str) -> None:
    assert without_term(query, unwanted).strip() == expected


def test_excluding() -> None:
    assert excluding("x", "tag:a") == "-tag:a x"
    assert excluding("tag:a x", "tag:a") == "-tag:a x"
    assert excluding("-tag:a x", "tag:a") == "-tag:a x"
    assert excludes_term("x -tag:a y", "tag:a")
    assert not excludes_term("x tag:a y", "tag:a")


def test_clicking_twice_undoes() -> None:
    assert toggled("x", "tag:a") == "tag:a x"
    assert toggled("tag:a x", "tag:a") == "x"
    assert toggled("x", "tag:a", exclude=True) == "-tag:a x"
    assert toggled("-tag:a x", "tag:a", exclude=True) == "x"
    assert toggled("-tag:a x", "tag:a") == "tag:a x"
    assert toggled("tag:a x", "tag:a", exclude=True) == "-tag:a x"


def test_a_chip_is_closed() -> None:
    query = 'nato -(a OR b) title:"c d" y'
    middle = parse(query).parts[1]
    assert without_part(query, middle) == 'nato title:"c d" y'


@given(expressions, st.sampled_from(("tag:a", 'actor:="Leonid Kuchma"', "during:1997", "importance:>=4")))
def test_the_query_with_a_term_is_both(expression: Expression, wanted: str) -> None:
    query = to_text(expression)
    node = parse(f"{wanted} ").expression
    added = parse(with_term(query, wanted)).expression
    assert has_term(with_term(query, wanted), wanted)
    if Not(node) not in parse(query).parts and not has_term(query, wanted):
        kept = expression.children if isinstance(expression, And) else (expression,)
        assert added == And((node, *kept))
        assert parse(without_term(with_term(query, wanted), wanted)).expression == expression
