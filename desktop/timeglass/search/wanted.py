"""Which words of a query are to be marked in the texts it found."""

from collections.abc import Iterator

from timeglass.search.expression import Among, And, Expression, Or, Phrase, Word
from timeglass.search.fields import FIELDS, Kind
from timeglass.search.fold import words
from timeglass.search.matcher import Matcher


def wanted_words(node: Expression, matcher: Matcher) -> Iterator[str]:
    """Folded words and phrases that a match can have been found by; a beginning of a word ends in ``*``."""
    match node:
        case Word(text, prefix):
            yield from _spellings(text, prefix, matcher)
        case Phrase(text):
            yield " ".join(words(text))
        case Among(name, values) if FIELDS[name].kind is Kind.WORDS:
            for value in values:
                yield from _spellings(value.text, value.prefix, matcher)
        case And(children) | Or(children):
            for child in children:
                yield from wanted_words(child, matcher)
            if isinstance(node, And):
                yield from (" ".join(other) for _, others in matcher.runs(children) for other in others)
        case _:
            pass


def _spellings(text: str, prefix: bool, matcher: Matcher) -> Iterator[str]:
    for folded, is_prefix in matcher.spellings(text, prefix):
        yield " ".join(folded) + "*" * is_prefix
