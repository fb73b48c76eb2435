"""From a field with its values to the term of the expression tree."""

import re
from collections.abc import Callable
from typing import Final

from timeglass.chrono.edtf_date import DateError, EdtfDate
from timeglass.search.edit_distance import nearest
from timeglass.search.expression import Among, Comparison, Dated, Expression, Importance, Property, Relation, Value
from timeglass.search.fields import FIELDS, IMPORTANCES, PROPERTIES, Kind
from timeglass.search.fold import words
from timeglass.search.problem import Problem
from timeglass.search.scanner import Item, Lexeme

_COMPARISON: Final = re.compile(r"(<=|>=|<|>|)(\d{1,3})")

Found = tuple[Expression | None, list[Problem]]


def field_term(lexeme: Lexeme, read_date: Callable[[str], EdtfDate], typed_end: int) -> Found:
    """The term that a field's lexeme is, or None, and what of it could not be read.

    A value that ends at ``typed_end`` is being typed: its last word counts as the beginning of a word.
    """
    name = lexeme.text
    field = FIELDS.get(name)
    if field is None:
        return None, [_unknown(lexeme.start, lexeme.end, "there is no field “{}”", name, tuple(FIELDS))]
    if lexeme.certainly and field.kind is not Kind.DATE:
        problem = Problem(lexeme.start, lexeme.end, "“certainly:” stands before after:, before:, during: or on:")
        term, others = field_term(lexeme._replace(certainly=False), read_date, typed_end)
        return term, [problem, *others]
    if field.kind is Kind.CERTAINLY:
        reason = "“certainly:” stands before after:, before:, during: or on:"
        return None, [Problem(lexeme.start, lexeme.end, reason)]
    if not lexeme.items:
        return None, [Problem(lexeme.start, lexeme.end, "“{}:” wants a value", name)]
    problems: list[Problem] = []
    if not lexeme.closed:
        problems.append(Problem(lexeme.start, lexeme.end, "the closing quotation mark is missing"))
    match field.kind:
        case Kind.DATE:
            term = _dated(lexeme, read_date, problems)
        case Kind.NUMBER:
            term = _importance(lexeme, problems)
        case Kind.PROPERTY:
            term = _property(lexeme, problems)
        case _:
            term = _among(lexeme, typed_end, problems)
    return term, problems


def _unknown(start: int, end: int, reason: str, name: str, known: tuple[str, ...]) -> Problem:
    """A problem with a name, and the known name that was perhaps meant."""
    meant = nearest(name.lower(), known, most=1)
    return Problem(start, end, reason, name, *meant)


def _among(lexeme: Lexeme, typed_end: int, problems: list[Problem]) -> Expression | None:
    values: list[Value] = []
    for item in lexeme.items:
        if words(item.text):
            values.append(_value(item, typed_end == item.end))
        else:
            problems.append(Problem(item.start, item.end, "there is no letter or digit in it to look for"))
    return Among(lexeme.text, tuple(values), start=lexeme.start, end=lexeme.end) if values else None


def _value(item: Item, typed: bool) -> Value:
    if item.exact or item.quoted:
        return Value(item.text, item.exact)
    text = item.text.removesuffix("*")
    return Value(text, prefix=typed or text != item.text)


def _dated(lexeme: Lexeme, read_date: Callable[[str], EdtfDate], problems: list[Problem]) -> Expression | None:
    dates: list[EdtfDate] = []
    for item in lexeme.items:
        try:
            dates.append(read_date(item.text))
        except DateError as error:
            begin = item.start + item.quoted + item.exact
            position = min(begin + error.position, item.end)
            problems.append(Problem(position, item.end, "{}", error.reason, error.suggestion))
    if not dates:
        return None
    return Dated(Relation(lexeme.text), tuple(dates), lexeme.certainly, start=lexeme.start, end=lexeme.end)


def _importance(lexeme: Lexeme, problems: list[Problem]) -> Expression | None:
    comparisons: list[Comparison] = []
    for item in lexeme.items:
        match = _COMPARISON.fullmatch(item.text)
        if match and int(match[2]) in IMPORTANCES:
            comparisons.append(Comparison(match[1] or "=", int(match[2])))
        else:
            problems.append(Problem(item.start, item.end, "importance is 1 to 5, as in importance:>=4"))
    if not comparisons:
        return None
    return Importance(tuple(comparisons), start=lexeme.start, end=lexeme.end)


def _property(lexeme: Lexeme, problems: list[Problem]) -> Expression | None:
    known = PROPERTIES[lexeme.text]
    kinds: list[str] = []
    for item in lexeme.items:
        kind = item.text.lower()
        if kind in known:
            kinds.append(kind)
        else:
            reason = "“is:” does not know “{}”" if lexeme.text == "is" else "“has:” does not know “{}”"
            problems.append(_unknown(item.start, item.end, reason, item.text, known))
    return Property(lexeme.text, tuple(kinds), start=lexeme.start, end=lexeme.end) if kinds else None
