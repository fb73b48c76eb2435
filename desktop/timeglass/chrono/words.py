"""Dates, spans and durations in words."""

from timeglass.chrono.date_words import expression_in_words
from timeglass.chrono.duration_words import duration_in_words
from timeglass.chrono.edtf_date import DateError, EdtfDate
from timeglass.chrono.edtf_parser import parse_expression
from timeglass.chrono.names import names_in
from timeglass.chrono.range_words import span_in_words
from timeglass.chrono.timed import is_timed_interval, parse_timed
from timeglass.chrono.timed_words import timed_in_words

__all__ = ["date_in_words", "duration_in_words", "span_in_words"]


def date_in_words(date: EdtfDate, language: str = "en", *, short: bool = False) -> str:
    """A date as one would say it: "summer 1995", "about 1994", "between 1993 and 1996", "44 BC", "since 2023".

    A date that was made by other means than the parser is given as it is written. ``short`` takes short names of
    months.
    """
    names = names_in(language)
    if short:
        names = names._replace(months=names.months_short, months_of=names.months_short)
    try:
        if is_timed_interval(date.text):
            return timed_in_words(parse_timed(date.text), names)
        return expression_in_words(parse_expression(date.text), names)
    except DateError:
        return date.text
