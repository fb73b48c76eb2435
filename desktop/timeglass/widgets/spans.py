"""Spans in words for headings: whole years as soon as there are several."""

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import civil, instant
from timeglass.chrono.words import span_in_words


def heading_words(span: Span, language: str) -> str:
    """ "1990 – 2026"; a span within one year as finely as it needs."""
    first, last = civil(span.start).year, civil(span.end - 1).year
    if first == last:
        return span_in_words(span, language)
    return span_in_words(Span(instant(first), instant(last + 1)), language)
