"""Dates of an export: in words, as written, and for people who measure by days."""

from timeglass.chrono.edtf_date import EdtfDate


def in_words(date: EdtfDate, language: str) -> str:
    """A date as a person says it."""
    del language
    return date.text
