"""The parser: what is printed is read back, any text can be read, and what cannot be read is told in its place."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.expressions import expressions
from timeglass.search.expression import (
    Among,
    And,
    Comparison,
    Everything,
    Expression,
    Importance,
    Not,
    Or,
    Phrase,
    Property,
    Value,
    Word,
    to_text,
)
from timeglass.search.parser import parse

_A, _B, _C = Word("a"), Word("b"), Word("c")


@given(expressions)
def test_what_is_printed_is_read_back(expression: Expression) -> None:
    parsed = parse(to_text(expression))
    assert parsed.expression == expression
    assert not parsed.problems


@given(st.text(max_size=60) | st.text('ab -()":,=*<>\\|“»ORNT[]{}119', max_size=40))
@example("certainly:")
@example("certainly:title:a")
@example("title:")
@example("a OR OR b")
@example('"a\\')
@example("(" * 500)
@example("-" * 500 + "a")
def test_any_text_can_be_read(query: str) -> None:
    parsed = parse(query)
    again = parse(to_text(parsed.expression))
    assert again.expression == parsed.expression
    assert not again.problems
    for problem in parsed.problems:
        assert 0 <= problem.position <= problem.end <= len(query)
        assert problem.message


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("", Everything()),
        ("()", Everything()),
        ("- — &", Everything()),
        ("a b ", And((_A, _B))),
        ("a AND b ", And((_A, _B))),
        ("a (b c) ", And((_A, _B, _C))),
        ("a b OR c ", Or((And((_A, _B)), _C))),
        ("a (b OR c) ", And((_A, Or((_B, _C))))),
        ("a OR (b OR c) ", Or((_A, _B, _C))),
        ("((a)) ", _A),
        ("-a b ", And((Not(_A), _B))),
        ("NOT a ", Not(_A)),
        ("--a ", Not(Not(_A))),
        ("a", Word("a", prefix=True)),
        ("a* b ", And((Word("a", prefix=True), _B))),
        ("(a OR b)", Or((_A, Word("b", prefix=True)))),
        ("or ", Word("or")),
        ("Minsk: a ", And((Word("Minsk:"), _A))),
        ("12:30 ", Word("12:30")),
        ("Minsk:", Word("Minsk:", prefix=True)),
        ("Minsk:* ", Word("Minsk:", prefix=True)),
        ("https://a.b/c ", Word("https://a.b/c")),
        ("a-b ", Word("a-b")),
        ('"a b', Phrase("a b")),
        ("“a b” ", Phrase("a b")),
        ("«a b» ", Phrase("a b")),
        ('"a \\"b\\"" ', Phrase('a "b"')),
        ('"…" a ', _A),
        ("title:a,b* ", Among("title", (Value("a"), Value("b", prefix=True)))),
        ('TITLE:"a b",=c ', Among("title", (Value("a b"), Value("c", exact=True)))),
        ("title:a", Among("title", (Value("a", prefix=True),))),
        ("title:=a", Among("title", (Value("a", exact=True),))),
        ("title:a, ", Among("title", (Value("a"),))),
        ('title:"a"', Among("title", (Value("a"),))),
        ("importance:>=4,<2,3 ", Importance((Comparison(">=", 4), Comparison("<", 2), Comparison("=", 3)))),
        ("importance:=4 ", Importance((Comparison("=", 4),))),
        ("is:OPEN,range ", Property("is", ("open", "range"))),
    ],
)
def test_reads(query: str, expression: Expression) -> None:
    assert parse(query).expression == expression


@pytest.mark.parametrize(
    ("query", "position", "part_of_message", "rest"),
    [
        ("a foo:b ", 2, "no field “foo”", _A),
        ("a categroy:b ", 2, "did you mean “category”", _A),
        ('a foo:"b c" ', 2, "no field “foo”", _A),
        ("a title:= ", 2, "“title:” wants a value", _A),
        ("a title: ", 2, "“title:” wants a value", _A),
        ("a (b ", 2, "closing bracket is missing", And((_A, _B))),
        ("a ) b ", 2, "closes nothing", And((_A, _B))),
        ("a OR ", 2, "OR stands between", _A),
        ("OR a ", 0, "OR stands between", _A),
        ("a OR OR b ", 2, "OR stands between", Or((_A, _B))),
        ("a NOT ", 2, "nothing to leave out", _A),
        ("a -(b", 3, "closing bracket is missing", And((_A, Not(Word("b", prefix=True))))),
        ("a NOT OR b ", 2, "nothing to leave out", Or((_A, _B))),
        ("a -foo:b ", 3, "no field", _A),
        ('a "b ', 2, "closing quotation mark", And((_A, Phrase("b ")))),
        ('a title:"b ', 2, "closing quotation mark", And((_A, Among("title", (Value("b "),))))),
        ("a title:§ ", 8, "no letter or digit", _A),
        ("a importance:9 ", 13, "1 to 5", _A),
        ("a importance:x,4 ", 13, "1 to 5", And((_A, Importance((Comparison("=", 4),))))),
        ("a is:opne ", 5, "did you mean “open”", _A),
        ("a has:x,media ", 6, "“has:” does not know “x”", And((_A, Property("has", ("media",))))),
        ("a during:1997-13 ", 9, "", _A),
        ("a certainly: ", 2, "stands before", _A),
        ("a certainly:title:b ", 2, "stands before", And((_A, Among("title", (Value("b"),))))),
        ("a " + "(" * 100, 62, "inside one another", _A),
        ("a " + "-" * 100 + "b", 62, "inside one another", _A),
    ],
)
def test_tells_what_cannot_be_read(query: str, position: int, part_of_message: str, rest: Expression) -> None:
    parsed = parse(query)
    assert parsed.problems[0].position >= position - (part_of_message == "")
    if part_of_message:
        assert parsed.problems[0].position == position
    assert part_of_message in parsed.problems[0].message
    assert parsed.expression == rest


def test_dates_that_can_be_read_stay() -> None:
    parsed = parse("during:1997,nonsense,1999 ")
    assert to_text(parsed.expression) == "during:1997,1999 "
    assert parsed.problems[0].position >= len("during:1997,")


def test_a_date_is_as_certain_as_asked() -> None:
    assert to_text(parse("certainly:during:1997 ").expression) == "certainly:during:1997 "
    assert parse("certainly:during:1997 ").expression != parse("during:1997 ").expression


def test_parts_know_where_they_stand() -> None:
    query = 'nato  -(a OR b) title:"c d" "e'
    parts = parse(query).parts
    assert [query[part.start : part.end] for part in parts] == ["nato", "-(a OR b)", 'title:"c d"', '"e']
    assert parse("").parts == ()
    assert [part.end for part in parse("a OR b").parts] == [6]
