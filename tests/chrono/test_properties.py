"""What holds for every date, whatever it looks like."""

from hypothesis import example, given
from hypothesis import strategies as st

from chrono.expressions import expressions
from timeglass.chrono.casual import parse_casual, suggest
from timeglass.chrono.edtf import parse, to_edtf
from timeglass.chrono.edtf_date import DateError, DateKind, EdtfDate
from timeglass.chrono.edtf_parser import parse_expression
from timeglass.chrono.edtf_printer import print_expression
from timeglass.chrono.evaluation import evaluate
from timeglass.chrono.expression import Expression
from timeglass.chrono.words import date_in_words

_ALPHABET = "0123456789X-/.[]{},?~%YESTZ:+ "


@given(expressions())
def test_printing_and_parsing_give_the_same_expression(expression: Expression) -> None:
    text = print_expression(expression)
    assert parse_expression(text) == expression
    date = parse(text)
    assert to_edtf(date) == text
    assert date == evaluate(expression, text)


@given(expressions())
def test_bounds_are_in_order(expression: Expression) -> None:
    date = evaluate(expression, "")
    bounds = date.bounds
    assert bounds.start_earliest <= bounds.start_latest
    assert bounds.end_earliest <= bounds.end_latest
    assert bounds.start_earliest <= bounds.end_earliest
    assert bounds.start_latest <= bounds.end_latest
    if date.kind in (DateKind.DATE, DateKind.ONE_OF):
        assert bounds[:2] == bounds[2:]


@given(expressions(), st.sampled_from(("en", "uk")))
def test_every_date_has_words(expression: Expression, language: str) -> None:
    words = date_in_words(parse(print_expression(expression)), language)
    assert words.strip() == words
    assert words
    assert "{" not in words


def _tried(text: str) -> tuple[EdtfDate | None, DateError | None]:
    try:
        return parse(text), None
    except DateError as error:
        return None, error


@given(st.text(_ALPHABET, max_size=24) | st.text(max_size=24))
@example("-XXX0-02-29")
@example("XXX1-02-29")
@example("Y1E999")
@example("1950S0")
def test_any_text_is_read_or_refused(text: str) -> None:
    date, error = _tried(text)
    if date is not None:
        assert parse(to_edtf(date)).bounds == date.bounds
    if error is not None:
        assert error.reason
        assert 0 <= error.position <= len(text)
        if error.suggestion:
            parse(error.suggestion)


@given(st.text(max_size=120))
def test_casual_reading_never_fails_otherwise(text: str) -> None:
    meant = suggest(text)
    if meant:
        assert parse(meant).text == meant
        assert parse_casual(text).bounds is not None
